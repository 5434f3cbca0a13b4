//! The tables of a workspace: which files make up which table.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use arrow::record_batch::RecordBatch;
use model::{Row, TableDef};
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::error::LakeError;
use crate::exchange::buckets;
use crate::sort::{OnConflict, by_primary_key};
use crate::table_file::{self, FileReader};

/// Which files make up which table, relative to the lake's folder. In the order of imports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Files by table name.
    pub tables: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Appends the tables of another manifest.
    pub fn extend(&mut self, other: &Self) {
        for (table, files) in &other.tables {
            self.tables
                .entry(table.clone())
                .or_default()
                .extend(files.iter().cloned());
        }
    }
}

/// The lake at one state: a folder and a manifest.
#[derive(Clone)]
pub struct Lake {
    /// The folder of the lake.
    pub folder: PathBuf,
    /// The files of this state.
    pub manifest: Manifest,
}

impl Lake {
    /// The files of a table; none when it was never written.
    pub fn files(&self, table: &str) -> Vec<PathBuf> {
        let names = self.manifest.tables.get(table).into_iter().flatten();
        names.map(|name| self.folder.join(name)).collect()
    }

    /// Opens the slots of a bucket of a table.
    pub fn open(
        &self,
        table: TableDef,
        slots: &std::ops::Range<u16>,
    ) -> Result<SlotReader, LakeError> {
        let open = |path: PathBuf| FileReader::open(&path, slots.start, slots.end);
        let files = self
            .files(table.name)
            .into_iter()
            .map(open)
            .collect::<Result<_, _>>()?;
        Ok(SlotReader { table, files })
    }

    /// Reads a whole table, in slot and primary-key order. For tables known to be small.
    pub fn rows<T: Row>(&self) -> Result<Vec<T>, LakeError> {
        self.rows_of(T::TABLE)
    }

    /// Reads the whole table `table`, which has the shape of `T`.
    pub fn rows_of<T: Row>(&self, table: TableDef) -> Result<Vec<T>, LakeError> {
        let mut rows = Vec::new();
        self.for_each(table, |batch| {
            rows.extend(T::from_batch(batch)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Hands every slot of a table to `visit`, in order.
    pub fn for_each(
        &self,
        table: TableDef,
        mut visit: impl FnMut(&RecordBatch) -> Result<(), LakeError>,
    ) -> Result<(), LakeError> {
        for bucket in buckets(16) {
            let mut reader = self.open(table, &bucket)?;
            for slot in bucket {
                if let Some(batch) = reader.read_slot(slot)? {
                    visit(&batch)?;
                }
            }
        }
        Ok(())
    }

    /// Rows of a table as stored; a row that several imports brought counts once each.
    pub fn n_rows(&self, table: &str) -> Result<i64, LakeError> {
        let files = self.files(table);
        files.iter().map(|path| table_file::n_rows(path)).sum()
    }

    /// A hash of the table's rows in slot and primary-key order, as 32 hex digits.
    pub fn digest(&self, table: TableDef) -> Result<String, LakeError> {
        let mut digest = Digest::new(table);
        self.for_each(table, |batch| digest.add(batch))?;
        Ok(digest.finish())
    }

    /// The path of a run's folder, relative to the lake.
    pub fn run_folder(run_id: &str) -> String {
        format!("run={run_id}")
    }
}

/// Reads a table slot by slot, in ascending order.
pub struct SlotReader {
    table: TableDef,
    files: Vec<FileReader>,
}

impl SlotReader {
    /// The rows of `slot` in primary-key order, repeated rows dropped; `None` when empty.
    pub fn read_slot(&mut self, slot: u16) -> Result<Option<RecordBatch>, LakeError> {
        let mut parts = Vec::new();
        for file in &mut self.files {
            file.read_slot(slot, &mut parts)?;
        }
        if parts.is_empty() {
            return Ok(None);
        }
        by_primary_key(&self.table, &parts, OnConflict::KeepFirst).map(Some)
    }
}

/// The folder of a run, created with its parents.
pub fn create_run_folder(lake_folder: &Path, run_id: &str) -> Result<PathBuf, LakeError> {
    let folder = lake_folder.join(Lake::run_folder(run_id));
    std::fs::create_dir_all(&folder).map_err(LakeError::file("create", &folder))?;
    Ok(folder)
}
