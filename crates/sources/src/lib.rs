//! Files become rows of the base tables.
//!
//! A file is recognised by its content first and its name second, read as a
//! stream, and handed row by row to a [`Sink`]. Bad rows become issues that
//! carry the class of a value, never the value. Nothing here opens files or
//! reads clocks: the caller hands a reader and says when it is.

pub mod context;
pub mod dates;
pub mod error;
pub mod item;
pub mod numbers;
pub mod report;
pub mod scope;

mod archive;
mod emit;
mod ids;
mod input;
mod legal;
mod lines;
pub mod mapping;
mod names;
mod packed;
mod read;
mod segment;
mod sheets;
mod survey;
mod table;
mod transcript;
mod tree;

pub use context::{Context, Mapping};
pub use error::{Code, ReadError};
pub use item::{Item, Sink, SinkError};
pub use mapping::{ColumnSeen, MappingFault, Saved};
pub use read::{ReadSeek, is_generic, read_file, reading_of};
pub use report::{FileReport, Part, Remark};
pub use scope::scope;
