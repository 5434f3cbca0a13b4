//! A file that is read again by another mapping was misread before.
//!
//! Reads   base tables
//! Writes  the same tables anew, without the rows that the first reading gave

use std::collections::BTreeSet;

use anyhow::Result;
use arrow::array::BooleanArray;
use arrow::compute::filter_record_batch;
use arrow::record_batch::RecordBatch;
use lake::{Lake, LakeError, Manifest};
use model::tables::base::RecordRow;
use model::{FileId, Row, RowError, TableDef};

use crate::effort::Effort;
use crate::privacy::{Fate, Rule, ids, rewrite};

/// Rows of files that are read anew.
struct Misread {
    files: BTreeSet<FileId>,
    records: BTreeSet<[u8; 16]>,
}

impl Rule for Misread {
    fn apply(
        &self,
        _table: &TableDef,
        batch: &RecordBatch,
    ) -> Result<(RecordBatch, Vec<Fate>), LakeError> {
        let of = |column: &str| ids(batch, column).unwrap_or_default();
        let (records, files) = (of("record_id"), of("file_id"));
        let id = |ids: &[Option<[u8; 16]>], row: usize| ids.get(row).copied().flatten();
        let fate = |row: usize| {
            let by_record = id(&records, row).is_some_and(|id| self.records.contains(&id));
            let by_file = id(&files, row).is_some_and(|id| self.files.contains(&FileId(id)));
            match by_record || by_file {
                true => Fate::Goes,
                false => Fate::Stays,
            }
        };
        let fates: Vec<Fate> = (0..batch.num_rows()).map(fate).collect();
        let stays: BooleanArray = fates
            .iter()
            .map(|fate| Some(*fate == Fate::Stays))
            .collect();
        let kept = filter_record_batch(batch, &stays).map_err(RowError::from)?;
        Ok((kept, fates))
    }
}

/// The base tables without what `files` gave; `None` where there is nothing to leave out.
pub(super) fn without(
    base: &Lake,
    files: BTreeSet<FileId>,
    run_id: &str,
    effort: &Effort<'_>,
) -> Result<Option<Manifest>> {
    if files.is_empty() {
        return Ok(None);
    }
    let mut records = BTreeSet::new();
    base.for_each(RecordRow::TABLE, |batch| {
        let rows = RecordRow::from_batch(batch)?.into_iter();
        let misread = rows.filter(|row| files.contains(&row.file_id));
        records.extend(misread.map(|row| row.record_id.0));
        Ok(())
    })?;
    let rule = Misread { files, records };
    let (left, _) = rewrite(base, &rule, &format!("{run_id}-left"), effort)?;
    Ok(Some(left))
}
