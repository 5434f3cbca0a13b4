//! One Parquet file of a table: rows in slot order, the slots' places in its metadata.
//!
//! Writes  `<folder>/<part>.parquet`
//!
//! The place of every slot is kept in the key-value metadata `prosopon.slots`, so
//! that a bucket reads its rows and no others, while any other engine sees an
//! ordinary Parquet file.

use std::fs::File;
use std::path::{Path, PathBuf};

use arrow::record_batch::RecordBatch;
use model::TableDef;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{
    ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder, RowSelection, RowSelector,
};
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use crate::durable;
use crate::error::LakeError;
use crate::sort::Offsets;

const SLOTS_KEY: &str = "prosopon.slots";
const ROWS_PER_GROUP: usize = 65_536;
const ROWS_PER_BATCH: usize = 4_096;

/// Writes the rows of ascending slots to one file.
pub struct FileWriter {
    path: PathBuf,
    inner: ArrowWriter<File>,
    offsets: Offsets,
    n_rows: u32,
}

impl FileWriter {
    /// Creates the file; it must not exist.
    pub fn create(path: &Path, table: &TableDef) -> Result<Self, LakeError> {
        let file = File::create_new(path).map_err(LakeError::file("create", path))?;
        let zstd = ZstdLevel::try_new(1).map_err(LakeError::parquet(path))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(zstd))
            .set_max_row_group_row_count(Some(ROWS_PER_GROUP))
            .build();
        let inner = ArrowWriter::try_new(file, (table.schema)(), Some(properties));
        let inner = inner.map_err(LakeError::parquet(path))?;
        Ok(Self {
            path: path.to_owned(),
            inner,
            offsets: vec![0],
            n_rows: 0,
        })
    }

    /// Adds the rows of `slot`; slots come in ascending order.
    pub fn write(&mut self, slot: u16, batch: &RecordBatch) -> Result<(), LakeError> {
        self.pad_to(usize::from(slot));
        self.n_rows += batch.num_rows() as u32;
        self.inner
            .write(batch)
            .map_err(LakeError::parquet(&self.path))
    }

    fn pad_to(&mut self, slot: usize) {
        while self.offsets.len() <= slot {
            self.offsets.push(self.n_rows);
        }
    }

    /// Closes and syncs the file. Returns the rows written.
    pub fn finish(mut self) -> Result<u32, LakeError> {
        self.pad_to(usize::from(crate::slot::SLOTS));
        let places: Vec<String> = self.offsets.iter().map(u32::to_string).collect();
        self.inner
            .append_key_value_metadata(KeyValue::new(SLOTS_KEY.to_owned(), places.join(",")));
        let file = self
            .inner
            .into_inner()
            .map_err(LakeError::parquet(&self.path))?;
        durable::sync_file(&file, &self.path)?;
        Ok(self.n_rows)
    }
}

/// Opens a table file for the slots `first..end`.
pub struct FileReader {
    path: PathBuf,
    offsets: Offsets,
    batches: ParquetRecordBatchReader,
    current: Option<(RecordBatch, u32)>,
    position: u32,
}

impl FileReader {
    /// Opens `path` at slot `first`, to be read up to slot `end`.
    pub fn open(path: &Path, first: u16, end: u16) -> Result<Self, LakeError> {
        let file = File::open(path).map_err(LakeError::file("open", path))?;
        let builder =
            ParquetRecordBatchReaderBuilder::try_new(file).map_err(LakeError::parquet(path))?;
        let offsets = read_offsets(&builder).ok_or_else(|| LakeError::Parquet {
            path: path.to_owned(),
            cause: parquet::errors::ParquetError::General("no slot places".to_owned()),
        })?;
        let from = offsets[usize::from(first)];
        let to = offsets[usize::from(end)];
        let selection = RowSelection::from(vec![
            RowSelector::skip(from as usize),
            RowSelector::select((to - from) as usize),
        ]);
        let batches = builder
            .with_batch_size(ROWS_PER_BATCH)
            .with_row_selection(selection)
            .build();
        let batches = batches.map_err(LakeError::parquet(path))?;
        Ok(Self {
            path: path.to_owned(),
            offsets,
            batches,
            current: None,
            position: from,
        })
    }

    /// Reads the rows of `slot`; slots are asked for in ascending order.
    pub fn read_slot(&mut self, slot: u16, out: &mut Vec<RecordBatch>) -> Result<(), LakeError> {
        let end = self.offsets[usize::from(slot) + 1];
        while self.position < end {
            let (batch, start) = self.batch_at_position()?;
            let from = (self.position - start) as usize;
            let n = batch
                .num_rows()
                .saturating_sub(from)
                .min((end - self.position) as usize);
            out.push(batch.slice(from, n));
            self.position += n as u32;
        }
        Ok(())
    }

    fn batch_at_position(&mut self) -> Result<(RecordBatch, u32), LakeError> {
        if let Some((batch, start)) = &self.current
            && self.position < start + batch.num_rows() as u32
        {
            return Ok((batch.clone(), *start));
        }
        let truncated =
            || parquet::errors::ParquetError::General("fewer rows than its slots say".to_owned());
        let next = match self.batches.next() {
            Some(batch) => batch.map_err(parquet::errors::ParquetError::from),
            None => Err(truncated()),
        };
        let batch = next.map_err(LakeError::parquet(&self.path))?;
        self.current = Some((batch.clone(), self.position));
        Ok((batch, self.position))
    }
}

/// The rows of a table file, from its footer alone.
pub fn n_rows(path: &Path) -> Result<i64, LakeError> {
    let file = File::open(path).map_err(LakeError::file("open", path))?;
    let builder =
        ParquetRecordBatchReaderBuilder::try_new(file).map_err(LakeError::parquet(path))?;
    Ok(builder.metadata().file_metadata().num_rows())
}

fn read_offsets(builder: &ParquetRecordBatchReaderBuilder<File>) -> Option<Offsets> {
    let pairs = builder.metadata().file_metadata().key_value_metadata()?;
    let places = pairs
        .iter()
        .find(|pair| pair.key == SLOTS_KEY)?
        .value
        .as_ref()?;
    let offsets: Offsets = places
        .split(',')
        .map(|place| place.parse().ok())
        .collect::<Option<_>>()?;
    let is_whole = offsets.len() == usize::from(crate::slot::SLOTS) + 1;
    let is_ascending = offsets.windows(2).all(|pair| pair[0] <= pair[1]);
    (is_whole && is_ascending).then_some(offsets)
}
