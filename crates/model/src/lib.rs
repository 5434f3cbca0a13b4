//! The nouns of Prosopon: ids, intervals, vocabularies and table contracts.
//!
//! Nothing here does I/O, reads a clock or draws a random number. Every stage
//! depends on this crate and on no other stage; what two stages say to each
//! other is a row type of [`tables`].

#[macro_use]
mod macros;

pub mod columns;
pub mod ids;
pub mod row;
pub mod tables;
pub mod time;
pub mod vocabulary;

pub use columns::Column;
pub use ids::*;
pub use row::{Row, RowError, TableDef};
pub use time::{Day, Instant};
pub use vocabulary::*;
