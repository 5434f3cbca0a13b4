//! Reads `published-<run>.db` back into the row types of `model`.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use arrow::array::RecordBatch;
use model::Row;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql, params_from_iter};

use super::about::About;
use super::cells::CellsBuilder;
use super::schema::FORMAT;
use crate::error::StoreError;

/// A value in a condition.
#[derive(Clone, Copy, Debug)]
pub enum Param<'a> {
    /// An id.
    Id([u8; 16]),
    /// Text.
    Text(&'a str),
    /// A count, a day or an instant.
    Int(i64),
}

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Id(bytes) => Ok(ToSqlOutput::Borrowed(ValueRef::Blob(bytes))),
            Self::Text(text) => Ok(ToSqlOutput::from(*text)),
            Self::Int(n) => Ok(ToSqlOutput::from(*n)),
        }
    }
}

/// A published result, open for reading by many threads.
pub struct Published {
    path: PathBuf,
    about: About,
    idle: Mutex<Vec<Connection>>,
}

impl Published {
    /// Opens the result at `path`.
    ///
    /// # Errors
    /// [`StoreError::NotPublished`] when the file is none of this format.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let not_published = || StoreError::NotPublished {
            path: path.to_owned(),
            known: FORMAT,
        };
        let connection = connect(path).map_err(|_| not_published())?;
        let found = connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
        match found {
            Ok(FORMAT) => Ok(Self {
                path: path.to_owned(),
                about: About::read(&connection)?,
                idle: Mutex::new(vec![connection]),
            }),
            _ => Err(not_published()),
        }
    }

    /// What the result says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The rows of `T` that meet `condition`: SQL after `FROM table`, such as
    /// `WHERE account_id = ?1 ORDER BY name`.
    ///
    /// # Errors
    /// When SQLite refuses or a row does not fit its contract.
    pub fn rows<T: Row>(
        &self,
        condition: &str,
        params: &[Param<'_>],
    ) -> Result<Vec<T>, StoreError> {
        self.with(|connection| {
            let schema = T::schema();
            let names = schema.fields().iter();
            let names: Vec<String> = names
                .map(|field| format!("t.\"{}\"", field.name()))
                .collect();
            let table = T::TABLE.name;
            let sql = format!("SELECT {} FROM \"{table}\" t {condition}", names.join(", "));
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(params))?;
            let builders = schema.fields().iter();
            let mut builders = builders
                .map(|field| CellsBuilder::new(field.data_type()))
                .collect::<Result<Vec<_>, _>>()?;
            while let Some(row) = rows.next()? {
                for (i, builder) in builders.iter_mut().enumerate() {
                    builder.append(row, i)?;
                }
            }
            let columns = builders.into_iter().map(CellsBuilder::finish).collect();
            let batch = RecordBatch::try_new(schema, columns).map_err(model::RowError::from)?;
            Ok(T::from_batch(&batch)?)
        })
    }

    /// The first row of `T` that meets `condition`.
    ///
    /// # Errors
    /// When SQLite refuses or a row does not fit its contract.
    pub fn row<T: Row>(
        &self,
        condition: &str,
        params: &[Param<'_>],
    ) -> Result<Option<T>, StoreError> {
        let limited = format!("{condition} LIMIT 1");
        Ok(self.rows(&limited, params)?.into_iter().next())
    }

    /// Runs a query whose rows are pairs of a key and a count.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn counts(
        &self,
        sql: &str,
        params: &[Param<'_>],
    ) -> Result<Vec<([u8; 16], i64)>, StoreError> {
        self.with(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map(params_from_iter(params), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Runs a query whose rows are pairs of a text and a count.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn tallies(
        &self,
        sql: &str,
        params: &[Param<'_>],
    ) -> Result<Vec<(String, i64)>, StoreError> {
        self.with(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map(params_from_iter(params), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Runs a query whose one row is one number.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn count(&self, sql: &str, params: &[Param<'_>]) -> Result<i64, StoreError> {
        self.with(|connection| {
            Ok(connection.query_row(sql, params_from_iter(params), |row| row.get(0))?)
        })
    }

    /// Ids and titles that match every word of `text` by its beginning, best first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<(String, String)>, StoreError> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        let query: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT id, title FROM search WHERE search MATCH ?1 \
                   ORDER BY rank, title, id LIMIT ?2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.with(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let query = query.join(" ");
            let params = [Param::Text(&query), Param::Int(limit)];
            let rows = statement.query_map(params_from_iter(params), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Lends a connection; connections are made as threads need them and kept.
    fn with<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let lent = idle().pop();
        let connection = match lent {
            Some(connection) => connection,
            None => connect(&self.path)?,
        };
        let answer = read(&connection);
        idle().push(connection);
        answer
    }
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "cache_size", -2048)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}
