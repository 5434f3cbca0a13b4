//! The digest of a table: equal rows give equal digests, wherever they lie.
//!
//! Rows are hashed in slot and primary-key order, so that neither files nor the
//! order in which executors hand them over leaves a trace.

use arrow::record_batch::RecordBatch;
use model::TableDef;

use crate::error::LakeError;
use crate::sort::{OnConflict, by_primary_key, by_slot, row_bytes};

const N_HEX_DIGITS: usize = 32;

/// Hashes the slots of one table in ascending order.
pub(crate) struct Digest {
    table: TableDef,
    hasher: blake3::Hasher,
}

impl Digest {
    /// The digest of no rows.
    pub(crate) fn new(table: TableDef) -> Self {
        Self {
            table,
            hasher: blake3::Hasher::new(),
        }
    }

    /// Adds the rows of the next slot, which are in primary-key order.
    pub(crate) fn add(&mut self, batch: &RecordBatch) -> Result<(), LakeError> {
        for row in &row_bytes(&self.table, batch)? {
            self.hasher.update(&(row.data().len() as u64).to_le_bytes());
            self.hasher.update(row.data());
        }
        Ok(())
    }

    /// The hash as 32 hexadecimal digits.
    pub(crate) fn finish(self) -> String {
        let digits = self.hasher.finalize().to_hex();
        digits.chars().take(N_HEX_DIGITS).collect()
    }
}

/// The digest of rows in any order: the one [`crate::Lake::digest`] gives once they lie in a lake.
///
/// # Errors
/// Columns that do not fit the contract, or two different rows of one key.
pub fn digest_of(table: TableDef, batches: &[RecordBatch]) -> Result<String, LakeError> {
    let mut digest = Digest::new(table);
    let (sorted, offsets) = by_slot(&table, batches)?;
    for place in offsets.windows(2) {
        let &[from, to] = place else { continue };
        if from < to {
            let slot = sorted.slice(from as usize, (to - from) as usize);
            digest.add(&by_primary_key(&table, &[slot], OnConflict::Refuse)?)?;
        }
    }
    Ok(digest.finish())
}
