//! The exchange: rows in any order become table files in slot order.
//!
//! Each thread fills a [`Spool`] of its own; when it outgrows its share of the
//! memory, its rows are sorted by slot and spilled as Arrow. [`merge`] then walks
//! the slots, sorts each by primary key and writes table files. The order in
//! which rows arrived leaves no trace.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use arrow::array::{Array, ArrayRef, ListArray, StringArray};
use arrow::ipc::reader::FileReader as IpcReader;
use arrow::ipc::writer::FileWriter as IpcWriter;
use arrow::record_batch::RecordBatch;
use model::TableDef;

use crate::durable;
use crate::error::LakeError;
use crate::slot::SLOTS;
use crate::sort::{Offsets, OnConflict, by_primary_key, by_slot};
use crate::table_file::FileWriter;

/// Bytes of a batch of a spill, about. A merge holds one of each spill.
const SPILL_BATCH_BYTES: usize = 128 << 10;
/// Most rows of a batch of a spill.
const MOST_SPILL_BATCH_ROWS: usize = 8_192;

/// Rows of one table on their way to their slots.
pub struct Spool {
    table: TableDef,
    folder: PathBuf,
    label: String,
    limit: usize,
    held: Vec<RecordBatch>,
    n_held_bytes: usize,
    runs: Vec<Run>,
}

/// Rows sorted by slot, in memory or on disk.
pub enum Run {
    /// Still in memory.
    Held(RecordBatch, Offsets),
    /// Spilled.
    Spilled(Spill),
}

/// Rows on disk, in batches of equal length.
pub struct Spill {
    path: PathBuf,
    offsets: Offsets,
    n_batch_rows: usize,
}

impl Spool {
    /// A spool that keeps at most `limit` bytes and spills to `folder`; `label` is unique there.
    pub fn new(table: TableDef, folder: &Path, label: String, limit: usize) -> Self {
        let folder = folder.to_owned();
        Self {
            table,
            folder,
            label,
            limit,
            held: Vec::new(),
            n_held_bytes: 0,
            runs: Vec::new(),
        }
    }

    /// Takes rows.
    pub fn push(&mut self, batch: RecordBatch) -> Result<(), LakeError> {
        self.n_held_bytes += batch.get_array_memory_size();
        self.held.push(batch);
        if self.n_held_bytes > self.limit {
            self.spill()
        } else {
            Ok(())
        }
    }

    fn spill(&mut self) -> Result<(), LakeError> {
        let (sorted, offsets) = by_slot(&self.table, &self.held)?;
        self.held.clear();
        self.n_held_bytes = 0;
        let path = self.folder.join(format!(
            "{}-{}-{}.arrow",
            self.table.name,
            self.label,
            self.runs.len()
        ));
        let n_batch_rows = batch_rows(&sorted);
        write_spill(self.table.name, &path, &sorted, n_batch_rows)?;
        self.runs.push(Run::Spilled(Spill {
            path,
            offsets,
            n_batch_rows,
        }));
        Ok(())
    }

    /// Ends the spool; the last rows stay in memory.
    pub fn finish(mut self) -> Result<Vec<Run>, LakeError> {
        if !self.held.is_empty() {
            let (sorted, offsets) = by_slot(&self.table, &self.held)?;
            self.runs.push(Run::Held(sorted, offsets));
        }
        Ok(self.runs)
    }
}

/// How many rows of this width make a batch.
fn batch_rows(rows: &RecordBatch) -> usize {
    let n_row_bytes = sliced_bytes(rows) / rows.num_rows().max(1);
    (SPILL_BATCH_BYTES / n_row_bytes.max(1)).clamp(1, MOST_SPILL_BATCH_ROWS)
}

fn write_spill(
    table: &'static str,
    path: &Path,
    rows: &RecordBatch,
    n_batch_rows: usize,
) -> Result<(), LakeError> {
    let file = File::create(path).map_err(LakeError::file("create", path))?;
    let mut writer = IpcWriter::try_new(BufWriter::new(file), &rows.schema())
        .map_err(LakeError::spill(table, path))?;
    let mut from = 0;
    while from < rows.num_rows() {
        let n = n_batch_rows.min(rows.num_rows() - from);
        writer
            .write(&rows.slice(from, n))
            .map_err(LakeError::spill(table, path))?;
        from += n;
    }
    writer.finish().map_err(LakeError::spill(table, path))
}

/// How a merge treats its input and output.
#[derive(Clone)]
pub struct MergeOptions {
    /// What two rows of one key mean.
    pub on_conflict: OnConflict,
    /// Bytes one slot may take.
    pub slot_limit: usize,
}

/// Merges the slots `first..end` of `runs` into `path`. Returns the rows written;
/// where there are none, there is no file.
pub fn merge(
    table: &TableDef,
    runs: &[Run],
    slots: std::ops::Range<u16>,
    path: &Path,
    options: &MergeOptions,
) -> Result<u32, LakeError> {
    let mut cursors: Vec<Cursor<'_>> = runs.iter().map(Cursor::new).collect();
    let mut writer = None;
    for slot in slots {
        let mut parts = Vec::new();
        for cursor in &mut cursors {
            cursor.read_slot(table.name, slot, &mut parts)?;
        }
        if parts.is_empty() {
            continue;
        }
        check_size(table, slot, &parts, options.slot_limit)?;
        let rows = by_primary_key(table, &parts, options.on_conflict)?;
        let writer = match &mut writer {
            Some(writer) => writer,
            None => writer.insert(FileWriter::create(path, table)?),
        };
        writer.write(slot, &rows)?;
    }
    writer.map_or(Ok(0), FileWriter::finish)
}

fn check_size(
    table: &TableDef,
    slot: u16,
    parts: &[RecordBatch],
    limit: usize,
) -> Result<(), LakeError> {
    let n_rows: usize = parts.iter().map(RecordBatch::num_rows).sum();
    let found: usize = parts.iter().map(sliced_bytes).sum();
    if found <= limit {
        return Ok(());
    }
    let key = format!("{} rows by {}", n_rows, table.slot_key.join(", "));
    Err(LakeError::SlotTooLarge {
        table: table.name,
        slot,
        found,
        limit,
        key,
    })
}

/// The bytes of a slice alone; Arrow's own counts take in whole buffers.
fn sliced_bytes(batch: &RecordBatch) -> usize {
    batch.columns().iter().map(column_bytes).sum()
}

fn column_bytes(column: &ArrayRef) -> usize {
    if let Some(texts) = column.as_any().downcast_ref::<StringArray>() {
        let offsets = texts.value_offsets();
        return 4 * texts.len() + spanned(offsets);
    }
    if let Some(lists) = column.as_any().downcast_ref::<ListArray>() {
        let offsets = lists.value_offsets();
        let first = offsets.first().map_or(0, |first| *first as usize);
        let values = lists.values().slice(first, spanned(offsets));
        return 4 * lists.len() + column_bytes(&values);
    }
    let width = column.data_type().primitive_width().unwrap_or(16);
    width * column.len()
}

/// How far offsets reach from the first to the last.
fn spanned(offsets: &[i32]) -> usize {
    match (offsets.first(), offsets.last()) {
        (Some(first), Some(last)) => (last - first) as usize,
        _ => 0,
    }
}

struct Cursor<'a> {
    run: &'a Run,
    reader: Option<IpcReader<File>>,
    current: Option<(usize, RecordBatch)>,
}

impl<'a> Cursor<'a> {
    fn new(run: &'a Run) -> Self {
        Self {
            run,
            reader: None,
            current: None,
        }
    }

    fn read_slot(
        &mut self,
        table: &'static str,
        slot: u16,
        out: &mut Vec<RecordBatch>,
    ) -> Result<(), LakeError> {
        let slot = usize::from(slot);
        match self.run {
            Run::Held(batch, offsets) => {
                let (from, to) = (offsets[slot] as usize, offsets[slot + 1] as usize);
                if to > from {
                    out.push(batch.slice(from, to - from));
                }
                Ok(())
            }
            Run::Spilled(spill) => {
                let (from, to) = (
                    spill.offsets[slot] as usize,
                    spill.offsets[slot + 1] as usize,
                );
                self.read_spilled(table, spill, from..to, out)
            }
        }
    }

    fn read_spilled(
        &mut self,
        table: &'static str,
        spill: &Spill,
        rows: std::ops::Range<usize>,
        out: &mut Vec<RecordBatch>,
    ) -> Result<(), LakeError> {
        let mut from = rows.start;
        while from < rows.end {
            let batch = self.batch(table, &spill.path, from / spill.n_batch_rows)?;
            let within = from % spill.n_batch_rows;
            let n = (rows.end - from).min(batch.num_rows() - within);
            out.push(batch.slice(within, n));
            from += n;
        }
        Ok(())
    }

    fn batch(
        &mut self,
        table: &'static str,
        path: &Path,
        idx: usize,
    ) -> Result<RecordBatch, LakeError> {
        if let Some((held, batch)) = &self.current
            && *held == idx
        {
            return Ok(batch.clone());
        }
        let reader = match &mut self.reader {
            Some(reader) => reader,
            None => {
                let file = File::open(path).map_err(LakeError::file("open", path))?;
                self.reader
                    .insert(IpcReader::try_new(file, None).map_err(LakeError::arrow(table))?)
            }
        };
        reader.set_index(idx).map_err(LakeError::arrow(table))?;
        let missing = || arrow::error::ArrowError::IpcError("spill ends early".to_owned());
        let batch = reader
            .next()
            .unwrap_or_else(|| Err(missing()))
            .map_err(LakeError::arrow(table))?;
        self.current = Some((idx, batch.clone()));
        Ok(batch)
    }
}

/// Removes the spilled files of finished runs and syncs the folder of the table.
pub fn clean_up(runs: &[Run], folder: &Path) -> Result<(), LakeError> {
    for run in runs {
        if let Run::Spilled(Spill { path, .. }) = run {
            std::fs::remove_file(path).map_err(LakeError::file("remove", path))?;
        }
    }
    durable::sync_dir(folder)
}

/// Cuts all slots into `n` runs of consecutive slots.
pub fn buckets(n: usize) -> Vec<std::ops::Range<u16>> {
    let n = n.clamp(1, usize::from(SLOTS)) as u32;
    let edge = |i: u32| (i * u32::from(SLOTS) / n) as u16;
    (0..n).map(|i| edge(i)..edge(i + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::{ListBuilder, StringBuilder};
    use std::sync::Arc;

    #[test]
    fn long_rows_are_spilled_in_small_batches() {
        let batch = |text: &str| {
            let column: ArrayRef = Arc::new(StringArray::from(vec![text.to_owned(); 100]));
            RecordBatch::try_from_iter([("text", column)]).unwrap()
        };
        assert_eq!(batch_rows(&batch("x")), MOST_SPILL_BATCH_ROWS);
        assert_eq!(batch_rows(&batch(&"x".repeat(1_020))), 128);
        assert_eq!(batch_rows(&batch(&"x".repeat(1 << 20))), 1);
    }

    #[test]
    fn a_slice_weighs_what_it_holds_and_not_what_its_buffers_hold() {
        let mut lists = ListBuilder::new(StringBuilder::new());
        for _ in 0..1_000 {
            lists.append_value([Some("x".repeat(100)), Some("y".repeat(100))]);
        }
        let column: ArrayRef = Arc::new(lists.finish());
        let ten = column.slice(500, 10);
        assert_eq!(column_bytes(&ten), 10 * (4 + 2 * (4 + 100)));
    }
}
