//! Finds the humans behind mentions.
//!
//! Reads   mentions with their accounts, keys that are the same thing
//! Writes  nodes, pairs with their scores, components, people, cast, affiliations
//! Source  Fellegi & Sunter (1969), doi:10.1080/01621459.1969.10501049
//!
//! All mentions under one key are one [`node`]. Nodes meet in [`blocks`], are
//! compared by a sum of bits ([`score`]) and joined by links that hold
//! ([`components`]). Facts about a workplace narrow down who may be meant and
//! never link by themselves.

mod affiliations;
mod blocks;
mod cast;
mod components;
mod frequencies;
mod identity;
mod names;
mod node;
mod pairs;
mod score;
mod staff;

pub use affiliations::affiliations_of;
pub use blocks::block_keys;
pub use cast::{CastInput, CastOutput, cast_of};
pub use components::{Components, Joined, Pair, Told, Verdict, is_strong};
pub use frequencies::{Frequencies, SlotNames};
pub use identity::{Resolved, name_people};
pub use names::NameKey;
pub use node::{NodeInput, merge_parts, parts};
pub use pairs::score_block;
pub use score::{Scored, score};
pub use staff::Staff;
