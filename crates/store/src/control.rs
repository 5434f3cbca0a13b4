//! `prosopon.db`: what cannot be recomputed, and which run is in force.
//!
//! Reads   `prosopon.db`
//! Writes  `prosopon.db`: `run`, `current_run`, `journal`, `confirmation`, `tombstone`, `secret`
//!
//! Invariant: a run becomes visible by one transaction that writes its row and
//! the row `current_run`. Before it nothing has changed, after it everything has.

mod confirmation;
mod identity;
mod reading;
mod removal;
mod run;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::error::StoreError;
pub use confirmation::{KeptAnswer, RoleAnswer};
pub use identity::{IdentityAct, IdentityEntry, identity_in_force};
pub use removal::{Removal, Tombstones};
pub use run::{Run, RunKind};

/// The steps from an empty file to the newest format; one step a version.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE run (
        run_id   TEXT PRIMARY KEY,
        kind     TEXT NOT NULL CHECK (kind IN ('import', 'build')),
        started  INTEGER NOT NULL,
        finished INTEGER NOT NULL,
        seed     INTEGER NOT NULL,
        settings TEXT NOT NULL,
        inputs   TEXT NOT NULL,
        steps    TEXT NOT NULL,
        manifest TEXT NOT NULL
    ) STRICT;
    CREATE TABLE current_run (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        run_id   TEXT NOT NULL REFERENCES run (run_id)
    ) STRICT;
    CREATE TABLE journal (
        journal_seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at          INTEGER NOT NULL,
        what        TEXT NOT NULL,
        subject     TEXT NOT NULL,
        body        TEXT NOT NULL
    ) STRICT;
    CREATE TABLE confirmation (
        confirmation_id TEXT PRIMARY KEY,
        at              INTEGER NOT NULL,
        by_user         TEXT NOT NULL,
        subject         TEXT NOT NULL,
        body            TEXT NOT NULL
    ) STRICT;
    CREATE TABLE tombstone (
        keyed_hash BLOB PRIMARY KEY,
        at         INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
",
    "
    CREATE TABLE secret (
        name  TEXT PRIMARY KEY,
        value BLOB NOT NULL
    ) STRICT;
",
];

/// The control database, open for writing, or by [`Control::read`] for reading alone.
pub struct Control {
    connection: Connection,
}

impl Control {
    /// Opens the database at `path`, creating or migrating it.
    ///
    /// # Errors
    /// [`StoreError::NewerFormat`] for a file of a newer program.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // What is deleted is overwritten, so that no page keeps what was erased.
        connection.pragma_update(None, "secure_delete", true)?;
        migrate(&mut connection)?;
        Ok(Self { connection })
    }

    /// The run in force, if any was ever committed.
    ///
    /// # Errors
    /// When SQLite refuses or stored text is damaged.
    pub fn current_run(&self) -> Result<Option<Run>, StoreError> {
        let sql = format!("{} JOIN current_run USING (run_id)", run::SELECT);
        let found = self
            .connection
            .query_row(&sql, [], |row| Ok(Run::from_row(row)));
        found.optional()?.transpose()
    }

    /// The newest committed run of one kind.
    ///
    /// # Errors
    /// When SQLite refuses or stored text is damaged.
    pub fn latest_run(&self, kind: RunKind) -> Result<Option<Run>, StoreError> {
        let mut runs = self.runs()?.into_iter();
        Ok(runs.rfind(|run| run.kind == kind))
    }

    /// Every committed run, oldest first.
    ///
    /// # Errors
    /// When SQLite refuses or stored text is damaged.
    pub fn runs(&self) -> Result<Vec<Run>, StoreError> {
        let sql = format!("{} ORDER BY run.rowid", run::SELECT);
        let mut statement = self.connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| Ok(Run::from_row(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Commits a run: its row and `current_run` in one transaction.
    ///
    /// # Errors
    /// When SQLite refuses; nothing has changed then.
    pub fn commit_run(&mut self, run: &Run) -> Result<(), StoreError> {
        let behaviour = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behaviour)?;
        run.insert(&transaction)?;
        let sql = "INSERT INTO current_run (only_row, run_id) VALUES (1, ?1)
                   ON CONFLICT (only_row) DO UPDATE SET run_id = excluded.run_id";
        transaction.execute(sql, params![run.run_id])?;
        Ok(transaction.commit()?)
    }

    /// Whether something with this keyed hash was erased and must not come back.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn is_erased(&self, keyed_hash: &[u8]) -> Result<bool, StoreError> {
        let sql = "SELECT count(*) FROM tombstone WHERE keyed_hash = ?1";
        let n: i64 = self
            .connection
            .query_row(sql, params![keyed_hash], |row| row.get(0))?;
        Ok(n > 0)
    }
}

/// Brings the database to the newest format, one transaction a step.
fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(StoreError::NewerFormat { found, known });
    }
    let done = usize::try_from(found).unwrap_or(0);
    for (i, step) in MIGRATIONS.iter().enumerate().skip(done) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", i64::try_from(i + 1).unwrap_or(known))?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Instant;
    use serde_json::json;

    fn run(run_id: &str, kind: RunKind) -> Run {
        Run {
            run_id: run_id.to_owned(),
            kind,
            started: Instant(1),
            finished: Instant(2),
            seed: 7,
            settings: json!({"k": 5}),
            inputs: json!([]),
            steps: json!([{"step": "settle", "elapsed_ms": 3}]),
            manifest: json!({"published": "published-a.db"}),
        }
    }

    #[test]
    fn a_new_database_has_no_current_run() {
        let folder = tempfile::tempdir().unwrap();
        let control = Control::open(&folder.path().join("prosopon.db")).unwrap();
        assert_eq!(control.current_run().unwrap(), None);
        assert!(!control.is_erased(b"x").unwrap());
    }

    #[test]
    fn the_last_committed_run_is_in_force_after_reopening() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        let mut control = Control::open(&path).unwrap();
        control.commit_run(&run("a", RunKind::Build)).unwrap();
        control.commit_run(&run("b", RunKind::Import)).unwrap();
        drop(control);
        let control = Control::open(&path).unwrap();
        assert_eq!(
            control.current_run().unwrap(),
            Some(run("b", RunKind::Import))
        );
        let builds = control.latest_run(RunKind::Build).unwrap();
        assert_eq!(builds, Some(run("a", RunKind::Build)));
        assert_eq!(control.runs().unwrap().len(), 2);
    }

    #[test]
    fn a_run_committed_twice_is_refused_and_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut control = Control::open(&folder.path().join("prosopon.db")).unwrap();
        control.commit_run(&run("a", RunKind::Build)).unwrap();
        control.commit_run(&run("b", RunKind::Build)).unwrap();
        let again = control.commit_run(&run("a", RunKind::Build)).unwrap_err();
        assert_eq!(again.code(), "store_sqlite");
        let current = control.current_run().unwrap().unwrap();
        assert_eq!(current.run_id, "b");
    }

    #[test]
    fn a_newer_format_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        let connection = Connection::open(&path).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        drop(connection);
        let refused = Control::open(&path).err().map(|error| error.code());
        assert_eq!(refused, Some("store_format_newer"));
    }
}
