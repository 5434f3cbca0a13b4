//! Removing for good: one commit, after which no older run is left, and what stops a return.
//!
//! Reads   `tombstone`, `secret`
//! Writes  `run`, `current_run`, `journal`, `confirmation`, `tombstone`, `secret`
//!
//! Invariant: the journal says that something was removed and when, not what.

use std::collections::BTreeSet;

use model::Instant;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::Value;

use super::{Control, Run};
use crate::error::StoreError;

/// Keyed hashes of what was erased, and the key they are made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstones {
    /// The key of this workspace.
    pub key: [u8; 32],
    /// One hash for each address, number, key and name.
    pub hashes: BTreeSet<[u8; 32]>,
}

/// What goes with the commit of a removal.
pub struct Removal<'a> {
    /// When.
    pub at: Instant,
    /// `erase` or `retain`.
    pub what: &'a str,
    /// What the journal may say of it.
    pub body: &'a Value,
    /// Hashes that stop a return.
    pub tombstones: &'a BTreeSet<[u8; 32]>,
    /// Whether a stored text names who is removed.
    pub is_about: &'a dyn Fn(&str) -> bool,
}

impl Control {
    /// Everything that must not come back; `None` when nothing was ever erased.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn tombstones(&self) -> Result<Option<Tombstones>, StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT keyed_hash FROM tombstone")?;
        let hashes = statement.query_map([], |row| row.get(0))?;
        let hashes: BTreeSet<[u8; 32]> = hashes.collect::<Result<_, _>>()?;
        let key = read_key(&self.connection)?.filter(|_| !hashes.is_empty());
        Ok(key.map(|key| Tombstones { key, hashes }))
    }

    /// The key of this workspace's tombstones, drawn when it is first asked for.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn tombstone_key(&mut self) -> Result<[u8; 32], StoreError> {
        let sql = "INSERT OR IGNORE INTO secret (name, value) VALUES ('tombstone', randomblob(32))";
        self.connection.execute(sql, [])?;
        read_key(&self.connection)?.ok_or(StoreError::Stored { what: "secret" })
    }

    /// Commits a run in place of every earlier one, with hashes and a line in the journal.
    ///
    /// # Errors
    /// When SQLite refuses; nothing has changed then.
    pub fn commit_removal(&mut self, run: &Run, removal: &Removal<'_>) -> Result<(), StoreError> {
        let behaviour = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behaviour)?;
        transaction.execute("DELETE FROM current_run", [])?;
        transaction.execute("DELETE FROM run", [])?;
        run.insert(&transaction)?;
        let sql = "INSERT INTO current_run (only_row, run_id) VALUES (1, ?1)";
        transaction.execute(sql, params![run.run_id])?;
        for table in ["confirmation", "journal"] {
            forget(&transaction, table, removal.is_about)?;
        }
        let sql = "INSERT OR IGNORE INTO tombstone (keyed_hash, at) VALUES (?1, ?2)";
        for hash in removal.tombstones {
            transaction.execute(sql, params![hash, removal.at.0])?;
        }
        let sql = "INSERT INTO journal (at, what, subject, body) VALUES (?1, ?2, '', ?3)";
        let body = removal.body.to_string();
        transaction.execute(sql, params![removal.at.0, removal.what, body])?;
        Ok(transaction.commit()?)
    }

    /// Rewrites the file without what was deleted, and empties its log.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn compact(&self) -> Result<(), StoreError> {
        self.connection.execute_batch("VACUUM")?;
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        Ok(self.connection.query_row(sql, [], |_| Ok(()))?)
    }
}

fn read_key(connection: &Connection) -> Result<Option<[u8; 32]>, StoreError> {
    let sql = "SELECT value FROM secret WHERE name = 'tombstone'";
    Ok(connection.query_row(sql, [], |row| row.get(0)).optional()?)
}

/// Deletes the rows of `table` whose subject or body is about somebody.
fn forget(
    connection: &Connection,
    table: &str,
    is_about: &dyn Fn(&str) -> bool,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(&format!("SELECT rowid, subject, body FROM {table}"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let rows: Vec<(i64, String, String)> = rows.collect::<Result<_, _>>()?;
    let delete = format!("DELETE FROM {table} WHERE rowid = ?1");
    for (rowid, subject, body) in rows {
        if is_about(&subject) || is_about(&body) {
            connection.execute(&delete, params![rowid])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RunKind;
    use serde_json::json;

    fn run(run_id: &str) -> Run {
        Run {
            run_id: run_id.to_owned(),
            kind: RunKind::Build,
            started: Instant(1),
            finished: Instant(2),
            seed: 7,
            settings: json!({}),
            inputs: json!([]),
            steps: json!([]),
            manifest: json!({ "published": run_id }),
        }
    }

    #[test]
    fn a_removal_leaves_one_run_hashes_and_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let mut control = Control::open(&folder.path().join("prosopon.db")).unwrap();
        control.commit_run(&run("a")).unwrap();
        control.commit_run(&run("b")).unwrap();
        let key = control.tombstone_key().unwrap();
        assert_eq!(control.tombstone_key().unwrap(), key, "drawn once");
        assert_eq!(control.tombstones().unwrap(), None);
        let tombstones = BTreeSet::from([[7; 32]]);
        let removal = Removal {
            at: Instant(3),
            what: "erase",
            body: &json!({}),
            tombstones: &tombstones,
            is_about: &|text| text.contains("Ada"),
        };
        control.commit_removal(&run("c"), &removal).unwrap();
        control.compact().unwrap();
        let runs = control.runs().unwrap();
        assert_eq!(runs, [run("c")]);
        let found = control.tombstones().unwrap().unwrap();
        assert_eq!((found.key, found.hashes), (key, tombstones));
        assert!(control.is_erased(&[7; 32]).unwrap());
    }
}
