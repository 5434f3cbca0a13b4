//! What is held about a person or by a source: shown, erased, or let go of.
//!
//! [`export`] shows every row that names somebody. [`erase`] removes them from
//! base tables, answers and earlier runs, and leaves keyed hashes by which
//! [`at_import`] keeps them from coming back. [`retain`] lets go of old rows.

pub(crate) mod at_import;
pub(crate) mod erase;
pub(crate) mod export;
mod known;
mod redact;
pub(crate) mod retain;
mod rewrite;
mod scrub;
pub(crate) mod subject;
mod theirs;

pub(crate) use rewrite::{Counts, Fate, Rule, rewrite};
pub(crate) use theirs::ids;
