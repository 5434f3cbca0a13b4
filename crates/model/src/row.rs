//! A table's contract: name, columns, slot key, primary key.

use arrow::array::Array;
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;

use crate::columns::Column;

/// What a table promises to whoever reads or writes it.
///
/// Invariant: rows with equal values in `slot_key` lie in one slot; within a
/// slot rows are sorted by `primary_key`; no two rows share a primary key.
#[derive(Clone, Copy)]
pub struct TableDef {
    /// The name, also the name of the folder or file in the lake.
    pub name: &'static str,
    /// The columns whose values decide the slot.
    pub slot_key: &'static [&'static str],
    /// The columns that order and identify rows.
    pub primary_key: &'static [&'static str],
    /// The Arrow schema.
    pub schema: fn() -> SchemaRef,
}

impl TableDef {
    /// The same contract under another name or another slot key.
    #[must_use]
    pub const fn rekeyed(self, name: &'static str, slot_key: &'static [&'static str]) -> Self {
        Self {
            name,
            slot_key,
            ..self
        }
    }
}

impl std::fmt::Debug for TableDef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}[{}]", self.name, self.slot_key.join(", "))
    }
}

/// A struct that is a row of a table.
pub trait Row: Sized + Clone + Send + Sync + 'static {
    /// The contract of the table.
    const TABLE: TableDef;

    /// The Arrow schema of the table.
    fn schema() -> SchemaRef;

    /// Encodes rows as one batch.
    ///
    /// # Errors
    /// [`RowError::Arrow`] when Arrow refuses the columns.
    fn to_batch(rows: &[Self]) -> Result<RecordBatch, RowError>;

    /// Decodes every row of a batch, in order.
    ///
    /// # Errors
    /// A column that is missing, of another type, null or outside its vocabulary.
    fn from_batch(batch: &RecordBatch) -> Result<Vec<Self>, RowError>;
}

/// Why rows cannot be encoded or decoded.
#[derive(Debug, thiserror::Error)]
pub enum RowError {
    /// The batch lacks a column of the contract.
    #[error(
        "table `{table}` has no column `{column}`; it was written by another version, rebuild it"
    )]
    Missing {
        /// The table read.
        table: &'static str,
        /// The column looked for.
        column: &'static str,
    },
    /// The column has another type.
    #[error("expected a column of type {wanted}, found {found}")]
    Type {
        /// The type of the contract.
        wanted: &'static str,
        /// The type in the batch.
        found: String,
    },
    /// A required value is null.
    #[error("a required value is null")]
    Null,
    /// A code that is not in its vocabulary.
    #[error("`{code}` is no member of vocabulary {vocabulary}")]
    Code {
        /// The vocabulary.
        vocabulary: &'static str,
        /// The code found.
        code: String,
    },
    /// A column is shorter than the batch.
    #[error("a column of `{table}` is shorter than its batch")]
    Short {
        /// The table read.
        table: &'static str,
    },
    /// Arrow refused the columns.
    #[error("Arrow refused the columns")]
    Arrow(#[from] ArrowError),
}

/// Decodes one column of a batch; used by the `table!` macro.
pub fn read_column<C: Column>(
    batch: &RecordBatch,
    table: &'static str,
    column: &'static str,
) -> Result<Vec<C>, RowError> {
    let array = batch
        .column_by_name(column)
        .ok_or(RowError::Missing { table, column })?;
    debug_assert_eq!(array.len(), batch.num_rows());
    C::from_array(array)
}
