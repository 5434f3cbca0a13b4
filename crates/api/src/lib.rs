//! The façade over published results: everything a surface prints comes from here.
//!
//! [`Facade`] opens one `published-<run>.db` and answers in typed, serialisable
//! views. Every view carries the ids it rests on, and [`Facade::explain`] turns
//! any of them into its evidence, down to file, line and characters.
//!
//! ```text
//! accounts(filter, page)   accounts with how much is known of each
//! find_account(text)       one account, or the candidates that text could mean
//! who(question)            decisions in time order with their casts
//! explain(id)              what any id rests on
//! personas(kind)           personas of each kind, and why none was found
//! persona(id)              one persona in nine components
//! overview() issues() files()   what was read, what is known, what is wrong
//! counts(account)          every number by one definition
//! ```

pub mod accounts;
pub mod counts;
pub mod error;
pub mod evidence;
pub mod explain;
pub mod files;
pub mod heads;
pub mod overview;
pub mod personas;
pub mod review;
mod roster;
#[cfg(test)]
mod tests;
pub mod who;
pub mod words;

use std::path::Path;

use model::Day;
use store::Published;

pub use error::ApiError;

/// Answers questions from one published result.
pub struct Facade {
    published: Published,
}

impl Facade {
    /// Opens the published result at `path`.
    ///
    /// # Errors
    /// When the file is no published result of this program's format.
    pub fn open(path: &Path) -> Result<Self, ApiError> {
        Ok(Self::new(Published::open(path)?))
    }

    /// Answers from a result that is open already.
    pub fn new(published: Published) -> Self {
        Self { published }
    }

    /// The run whose answers these are.
    pub fn run_id(&self) -> &str {
        &self.published.about().run_id
    }

    /// The day the answers are for: what lies before it is past.
    pub fn as_of(&self) -> Day {
        self.published.about().as_of
    }
}
