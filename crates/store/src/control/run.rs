//! One run: what was done, from what, with which settings, and which files it names.

use model::Instant;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::StoreError;

/// What a run did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunKind {
    /// Files became records.
    Import,
    /// Records became published answers.
    Build,
}

impl RunKind {
    /// The code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Build => "build",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Import, Self::Build]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A committed run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Random and ordered by time.
    pub run_id: String,
    /// What it did.
    pub kind: RunKind,
    /// When it started.
    pub started: Instant,
    /// When it finished.
    pub finished: Instant,
    /// The seed of everything random in it.
    pub seed: i64,
    /// The settings it ran with.
    pub settings: Value,
    /// Fingerprints of its inputs.
    pub inputs: Value,
    /// Its steps with their timings.
    pub steps: Value,
    /// The files it names; what no committed run names is swept.
    pub manifest: Value,
}

/// The columns of a run, in the order [`Run::from_row`] reads them.
pub(super) const SELECT: &str = "SELECT run.run_id, kind, started, finished, seed, settings, \
                                 inputs, steps, manifest FROM run";

impl Run {
    /// A new run id: random, ordered by time.
    pub fn new_id() -> String {
        uuid::Uuid::now_v7().simple().to_string()
    }

    pub(super) fn from_row(row: &Row<'_>) -> Result<Self, StoreError> {
        let kind: String = row.get(1)?;
        Ok(Self {
            run_id: row.get(0)?,
            kind: RunKind::from_code(&kind).ok_or(StoreError::Stored { what: "run kind" })?,
            started: Instant(row.get(2)?),
            finished: Instant(row.get(3)?),
            seed: row.get(4)?,
            settings: json(row, 5)?,
            inputs: json(row, 6)?,
            steps: json(row, 7)?,
            manifest: json(row, 8)?,
        })
    }

    pub(super) fn insert(&self, connection: &Connection) -> Result<(), StoreError> {
        let sql = "INSERT INTO run (run_id, kind, started, finished, seed, settings, inputs, \
                   steps, manifest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        connection.execute(
            sql,
            params![
                self.run_id,
                self.kind.code(),
                self.started.0,
                self.finished.0,
                self.seed,
                self.settings.to_string(),
                self.inputs.to_string(),
                self.steps.to_string(),
                self.manifest.to_string(),
            ],
        )?;
        Ok(())
    }
}

fn json(row: &Row<'_>, column: usize) -> Result<Value, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| StoreError::Stored { what: "run" })
}
