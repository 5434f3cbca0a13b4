//! `published-<run>.db`: what pages and programs read. Disposable, one file a run.
//!
//! Every published table has the columns of its contract in `model`, under the
//! same names: ids are blobs of 16 bytes, days and instants integers, lists JSON.

mod about;
mod cells;
mod publisher;
mod reader;
mod schema;

pub use about::About;
pub use publisher::Publisher;
pub use reader::{Param, Published};
pub use schema::{FORMAT, Kept, PublishedTable, TABLES, table};
