//! What a published result says of itself: which run made it, and for which day.

use model::Day;
use rusqlite::{Connection, params};
use serde::Serialize;

use crate::error::StoreError;

/// What a published result says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct About {
    /// The run that made it.
    pub run_id: String,
    /// The day its answers are for: what lies behind it is past.
    pub as_of: Day,
}

impl About {
    /// Makes the table and writes its one row.
    pub(super) fn write(&self, connection: &Connection) -> Result<(), StoreError> {
        let create = "CREATE TABLE about (run_id TEXT NOT NULL, as_of INTEGER NOT NULL) STRICT";
        connection.execute_batch(create)?;
        let insert = "INSERT INTO about (run_id, as_of) VALUES (?1, ?2)";
        connection.execute(insert, params![self.run_id, self.as_of.0])?;
        Ok(())
    }

    /// Reads the one row.
    pub(super) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let sql = "SELECT run_id, as_of FROM about";
        let read = connection.query_row(sql, [], |row| {
            Ok(Self {
                run_id: row.get(0)?,
                as_of: Day(row.get(1)?),
            })
        });
        Ok(read?)
    }
}
