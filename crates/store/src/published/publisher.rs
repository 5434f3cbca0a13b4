//! Writes `published-<run>.db`, table by table, and makes it visible by a rename.
//!
//! Reads   row slices or record batches of the tables in [`TABLES`]
//! Writes  `published-<run>.db.part`, renamed to `published-<run>.db` when complete
//!
//! Rows are streamed: nothing is held but SQLite's page cache of 32 MiB and eight
//! bytes for each cited record, by which later tables are thinned.

use std::fs::File;
use std::path::{Path, PathBuf};

use arrow::array::{Array, FixedSizeBinaryArray, RecordBatch};
use model::Row;
use rusqlite::Connection;

use super::about::About;
use super::cells::Cells;
use super::schema::{FORMAT, Kept, PublishedTable, TABLES, table};
use crate::error::StoreError;

/// Lines of context kept on either side of a cited utterance.
const CONTEXT: usize = 2;

/// A published result under construction.
pub struct Publisher {
    connection: Connection,
    part: PathBuf,
    path: PathBuf,
    cited: Cited,
}

impl Publisher {
    /// Starts the result that will stand at `path` when [`Publisher::finish`] returns.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn create(path: &Path, about: &About) -> Result<Self, StoreError> {
        let part = with_suffix(path, ".part");
        remove_if_there(&part)?;
        let connection = Connection::open(&part)?;
        // A crash leaves a file that no run names, so no journal is needed here;
        // `finish` makes the bytes durable before the rename.
        connection.pragma_update(None, "journal_mode", "OFF")?;
        connection.pragma_update(None, "synchronous", "OFF")?;
        connection.pragma_update(None, "cache_size", -32_768)?;
        // Indexes are sorted by a second thread.
        connection.pragma_update(None, "threads", 2)?;
        connection.pragma_update(None, "user_version", FORMAT)?;
        for table in TABLES {
            connection.execute_batch(&table.create_sql()?)?;
        }
        about.write(&connection)?;
        connection.execute_batch("BEGIN")?;
        Ok(Self {
            connection,
            part,
            path: path.to_owned(),
            cited: Cited::default(),
        })
    }

    /// Writes rows to `T`'s own table and returns how many were kept.
    ///
    /// # Errors
    /// A table that is not published, or a refusing disk.
    pub fn write<T: Row>(&mut self, rows: &[T]) -> Result<usize, StoreError> {
        self.write_batch(T::TABLE.name, &T::to_batch(rows)?)
    }

    /// Writes a batch to the table called `name` and returns how many rows were kept.
    ///
    /// Tables that are thinned to cited rows (`utterance`, `activity`, `record`)
    /// come last; the utterances of one meeting come in one batch, in order, so
    /// that their context is complete.
    ///
    /// # Errors
    /// A table that is not published, a missing column, or a refusing disk.
    pub fn write_batch(&mut self, name: &str, batch: &RecordBatch) -> Result<usize, StoreError> {
        let table = table(name)?;
        for column in table.cites {
            self.cited.extend(id_column(table, batch, column)?);
        }
        let kept = self.kept_rows(table, batch)?;
        let cells = columns_of(table, batch)?;
        let mut statement = self.connection.prepare_cached(&table.insert_sql())?;
        for row_idx in &kept {
            for (i, column) in cells.iter().enumerate() {
                statement.raw_bind_parameter(i + 1, column.get(*row_idx))?;
            }
            statement.raw_execute()?;
        }
        Ok(kept.len())
    }

    /// Makes the indexes and the search table, syncs, and renames into place.
    ///
    /// `before_each` is called before each sync and rename: there a test ends
    /// the process as a power cut would.
    ///
    /// # Errors
    /// A refusing disk; the result is not visible then.
    pub fn finish(self, before_each: &dyn Fn()) -> Result<PathBuf, StoreError> {
        for sql in TABLES.iter().flat_map(PublishedTable::index_sql) {
            self.connection.execute_batch(&sql)?;
        }
        self.connection.execute_batch(SEARCH)?;
        self.connection.execute_batch("COMMIT; PRAGMA optimize")?;
        let closed = self.connection.close();
        closed.map_err(|(_, cause)| StoreError::Sqlite(cause))?;
        before_each();
        sync(&self.part)?;
        before_each();
        let renamed = std::fs::rename(&self.part, &self.path);
        renamed.map_err(|cause| file_error(&self.path, cause))?;
        if let Some(folder) = self.path.parent().filter(|p| !p.as_os_str().is_empty()) {
            before_each();
            sync(folder)?;
        }
        Ok(self.path)
    }

    fn kept_rows(
        &mut self,
        table: &'static PublishedTable,
        batch: &RecordBatch,
    ) -> Result<Vec<usize>, StoreError> {
        let n_rows = batch.num_rows();
        if table.kept == Kept::All {
            return Ok((0..n_rows).collect());
        }
        self.cited.sort();
        let ids = id_column(table, batch, "record_id")?;
        let hits = (0..n_rows).filter(|i| self.cited.contains(ids.value(*i)));
        if table.kept == Kept::Cited {
            return Ok(hits.collect());
        }
        let meetings = id_column(table, batch, "meeting_id")?;
        Ok(with_context(&hits.collect::<Vec<_>>(), meetings))
    }
}

/// Names and sentences that can be searched, by their printed id.
const SEARCH: &str = "
    CREATE VIRTUAL TABLE search USING fts5(
        id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    INSERT INTO search SELECT 'acc_' || lower(hex(account_id)), name,
        coalesce(domain, '') || ' ' || coalesce(industry, '') FROM account ORDER BY account_id;
    INSERT INTO search SELECT 'per_' || lower(hex(person_id)), name, emails
        FROM person ORDER BY person_id;
    INSERT INTO search SELECT 'dec_' || lower(hex(decision_id)), name, products
        FROM decision ORDER BY decision_id;
    INSERT INTO search SELECT 'psa_' || lower(hex(persona_id)), name, ''
        FROM persona ORDER BY persona_id;
    INSERT INTO search SELECT 'stm_' || lower(hex(statement_id)), sentence, ''
        FROM statement ORDER BY statement_id;
";

/// The records that published rows cite, by the first eight bytes of their ids.
///
/// Two records that share eight bytes would both be kept: harmless, and rare.
#[derive(Default)]
struct Cited {
    heads: Vec<u64>,
    is_sorted: bool,
}

impl Cited {
    fn extend(&mut self, ids: &FixedSizeBinaryArray) {
        let valid = (0..ids.len()).filter(|i| ids.is_valid(*i));
        self.heads.extend(valid.map(|i| head(ids.value(i))));
        self.is_sorted = false;
    }

    fn sort(&mut self) {
        if !self.is_sorted {
            self.heads.sort_unstable();
            self.heads.dedup();
            self.is_sorted = true;
        }
    }

    fn contains(&self, id: &[u8]) -> bool {
        self.heads.binary_search(&head(id)).is_ok()
    }
}

fn head(id: &[u8]) -> u64 {
    id.first_chunk::<8>()
        .map_or(0, |head| u64::from_be_bytes(*head))
}

/// The hits and their neighbours within the same meeting, in order, each once.
fn with_context(hits: &[usize], meetings: &FixedSizeBinaryArray) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for hit in hits {
        let last = (hit + CONTEXT).min(meetings.len().saturating_sub(1));
        let near = hit.saturating_sub(CONTEXT)..=last;
        let same = near.filter(|i| meetings.value(*i) == meetings.value(*hit));
        let next = kept.last().map_or(0, |last| last + 1);
        kept.extend(same.filter(|i| *i >= next));
    }
    kept
}

fn columns_of<'a>(
    table: &'static PublishedTable,
    batch: &'a RecordBatch,
) -> Result<Vec<Cells<'a>>, StoreError> {
    let schema = (table.def.schema)();
    let columns = schema.fields().iter().map(|field| {
        let array = batch.column_by_name(field.name());
        Cells::new(array.ok_or_else(|| missing(table, field.name()))?)
    });
    columns.collect()
}

fn id_column<'a>(
    table: &'static PublishedTable,
    batch: &'a RecordBatch,
    column: &str,
) -> Result<&'a FixedSizeBinaryArray, StoreError> {
    let array = batch.column_by_name(column);
    let ids = array.and_then(|array| array.as_any().downcast_ref());
    ids.ok_or_else(|| missing(table, column))
}

fn missing(table: &'static PublishedTable, column: &str) -> StoreError {
    StoreError::MissingColumn {
        table: table.def.name,
        column: column.to_owned(),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(file_error(path, cause)),
        _ => Ok(()),
    }
}

fn sync(path: &Path) -> Result<(), StoreError> {
    let synced = File::open(path).and_then(|file| file.sync_all());
    synced.map_err(|cause| file_error(path, cause))
}

fn file_error(path: &Path, cause: std::io::Error) -> StoreError {
    StoreError::File {
        path: path.to_owned(),
        cause,
    }
}

#[cfg(test)]
mod tests;
