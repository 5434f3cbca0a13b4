//! The kernel contract: a pure function from the tables of one slot to tables.
//!
//! Nothing in a kernel knows threads, files, clocks or Spark. Its parameters are
//! plain bytes: a kernel is a struct that serde can write and read.

use std::collections::BTreeMap;

use arrow::record_batch::RecordBatch;
use model::{Row, RowError, TableDef};

/// A pure function from the tables of one slot to tables.
pub trait Kernel: Send + Sync {
    /// The name printed by `build --plan`.
    fn name(&self) -> &'static str;

    /// The tables read; all are slotted by keys with the same values.
    fn reads(&self) -> Vec<TableDef>;

    /// The tables written. Where an output has another slot key, an exchange follows.
    fn writes(&self) -> Vec<TableDef>;

    /// Works one slot.
    ///
    /// # Errors
    /// A row that does not fit its contract, or a slot the kernel cannot work.
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError>;
}

/// Why a kernel stopped.
#[derive(Debug, thiserror::Error)]
pub enum KernelError {
    /// A row does not fit its contract.
    #[error("kernel met a row that does not fit its contract")]
    Row(#[from] RowError),
    /// The kernel's own reason.
    #[error("{0}")]
    Failed(String),
}

/// The tables of one slot, each sorted by primary key.
#[derive(Default)]
pub struct Slot {
    tables: BTreeMap<&'static str, Vec<RecordBatch>>,
}

impl Slot {
    /// Adds a batch of a table; batches come in primary-key order.
    pub fn insert(&mut self, table: &'static str, batch: RecordBatch) {
        self.tables.entry(table).or_default().push(batch);
    }

    /// Adds rows under their own table's name; for tests.
    ///
    /// # Errors
    /// When Arrow refuses the columns.
    pub fn insert_rows<T: Row>(&mut self, rows: &[T]) -> Result<(), KernelError> {
        self.insert(T::TABLE.name, T::to_batch(rows)?);
        Ok(())
    }

    /// All rows of `T`'s own table in this slot, in primary-key order.
    ///
    /// # Errors
    /// A batch that does not fit the contract.
    pub fn rows<T: Row>(&self) -> Result<Vec<T>, KernelError> {
        self.rows_of(T::TABLE.name)
    }

    /// All rows of the table called `name`, which has the shape of `T`.
    ///
    /// # Errors
    /// A batch that does not fit the contract.
    pub fn rows_of<T: Row>(&self, name: &str) -> Result<Vec<T>, KernelError> {
        let mut rows = Vec::new();
        for batch in self.tables.get(name).into_iter().flatten() {
            rows.extend(T::from_batch(batch)?);
        }
        Ok(rows)
    }
}

/// What a kernel has written for one slot, by table.
#[derive(Default)]
pub struct Output {
    tables: BTreeMap<&'static str, Vec<RecordBatch>>,
}

impl Output {
    /// Writes rows to `T`'s own table.
    ///
    /// # Errors
    /// When Arrow refuses the columns.
    pub fn write<T: Row>(&mut self, rows: &[T]) -> Result<(), KernelError> {
        self.write_to(T::TABLE.name, rows)
    }

    /// Writes rows to the table called `name`, which has the shape of `T`.
    ///
    /// # Errors
    /// When Arrow refuses the columns.
    pub fn write_to<T: Row>(&mut self, name: &'static str, rows: &[T]) -> Result<(), KernelError> {
        if !rows.is_empty() {
            self.tables
                .entry(name)
                .or_default()
                .push(T::to_batch(rows)?);
        }
        Ok(())
    }

    /// Takes what was written, by table name.
    pub fn take(&mut self) -> BTreeMap<&'static str, Vec<RecordBatch>> {
        std::mem::take(&mut self.tables)
    }
}
