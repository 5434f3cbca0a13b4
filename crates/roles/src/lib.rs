//! Claims become decisions, roles, buying groups and successions.
//!
//! The stage works account by account: [`decide_account`] is a pure function of
//! the placed rows of one account, and the kernels are shells around it. Every
//! figure that turns words into weights stands in [`weights`], with its reason.

mod cast;
mod claims;
mod confirmations;
mod crosswalk;
mod decide;
mod decisions;
#[cfg(test)]
mod fixture;
mod group;
mod holdings;
mod input;
mod joint;
mod listen;
mod steps;
mod successions;
mod tie;
mod title_words;
pub mod weights;
mod words;

pub use confirmations::Confirmation;
pub use crosswalk::{Declared, crosswalk};
pub use decide::{Rules, decide_account, decide_account_by};
pub use group::{Template, Templates};
pub use input::{AccountAnswer, AccountInput};
pub use listen::{Listen, ListenToNotes};
pub use steps::{Decide, Settings, steps};
