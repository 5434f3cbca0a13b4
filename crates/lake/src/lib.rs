//! The lake: Parquet tables in slots, kernels, exchanges and the thread executor.
//!
//! A key hashes to one of [`SLOTS`] fixed slots. A [`Kernel`] is a pure function
//! from the tables of one slot to tables; between two keys stands an exchange
//! that hashes rows to slots and sorts them. Bucket, thread and worker counts
//! cannot change a result.

mod digest;
pub mod durable;
mod error;
pub mod exchange;
pub mod kernel;
mod lake;
pub mod slot;
pub mod sort;
pub mod step;
pub mod table_file;
pub mod threads;

pub use digest::digest_of;
pub use error::LakeError;
pub use exchange::Spool;
pub use kernel::{Kernel, KernelError, Output, Slot};
pub use lake::{Lake, Manifest, SlotReader, create_run_folder};
pub use slot::{SLOTS, slot_of};
pub use sort::OnConflict;
pub use step::{Bench, Shape, Step, Summary};
pub use threads::{Limits, Threads};

/// A batch of rows in columns, as Arrow has it.
pub use arrow::record_batch::RecordBatch;
