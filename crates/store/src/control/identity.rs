//! The identity journal: what people decided about who is who.
//!
//! Reads   `journal`
//! Writes  `journal`: rows are added and never changed; undoing is a row as well
//!
//! Invariant: what is in force follows from the rows alone, so an undo can be
//! undone, and a rebuild comes to the same people.

use model::Instant;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::Control;
use crate::error::StoreError;

/// What rows of this journal are called beside others.
const WHAT: &str = "identity";

/// What somebody decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum IdentityAct {
    /// The records under these keys are one person.
    Merge {
        /// Keys of the one.
        lefts: Vec<String>,
        /// Keys of the other.
        rights: Vec<String>,
    },
    /// No record under the first keys is the person of one under the others.
    Apart {
        /// Keys of the one.
        lefts: Vec<String>,
        /// Keys of the other.
        rights: Vec<String>,
    },
    /// An earlier row counts no longer; of an undo: counts again.
    Undo {
        /// The number of that row.
        undoes: i64,
    },
}

/// A row of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityEntry {
    /// Its number; given when it is added.
    #[serde(default)]
    pub journal_seq: i64,
    /// When it was decided.
    pub at: Instant,
    /// Who decided.
    pub by: String,
    /// Why.
    pub why: String,
    /// What.
    #[serde(flatten)]
    pub act: IdentityAct,
}

impl Control {
    /// Adds a row and returns its number.
    ///
    /// # Errors
    /// When SQLite refuses, or an undo names no row of this journal.
    pub fn add_identity(&mut self, entry: &IdentityEntry) -> Result<i64, StoreError> {
        if let IdentityAct::Undo { undoes } = entry.act {
            let log = self.identity_log()?;
            if !log.iter().any(|row| row.journal_seq == undoes) {
                return Err(StoreError::Stored {
                    what: "identity journal",
                });
            }
        }
        let body = serde_json::to_string(entry).map_err(|_| StoreError::Stored {
            what: "identity journal",
        })?;
        let sql = "INSERT INTO journal (at, what, subject, body) VALUES (?1, ?2, '', ?3)";
        self.connection
            .execute(sql, params![entry.at.0, WHAT, body])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Every row, oldest first.
    ///
    /// # Errors
    /// When SQLite refuses or a row is damaged.
    pub fn identity_log(&self) -> Result<Vec<IdentityEntry>, StoreError> {
        let sql = "SELECT journal_seq, body FROM journal WHERE what = ?1 ORDER BY journal_seq";
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map(params![WHAT], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?;
        rows.map(|row| {
            let (journal_seq, body) = row?;
            let entry: IdentityEntry =
                serde_json::from_str(&body).map_err(|_| StoreError::Stored {
                    what: "identity journal",
                })?;
            Ok(IdentityEntry {
                journal_seq,
                ..entry
            })
        })
        .collect()
    }
}

/// The rows that count, oldest first: no undo counts against them.
pub fn identity_in_force(log: &[IdentityEntry]) -> Vec<&IdentityEntry> {
    // The last row is undone by nobody, so going backwards every undo is settled
    // before what it undoes.
    let mut undone = std::collections::BTreeSet::new();
    let mut kept = Vec::new();
    for entry in log.iter().rev() {
        let counts = !undone.contains(&entry.journal_seq);
        match entry.act {
            IdentityAct::Undo { undoes } if counts => drop(undone.insert(undoes)),
            IdentityAct::Undo { .. } => {}
            _ if counts => kept.push(entry),
            _ => {}
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(act: IdentityAct) -> IdentityEntry {
        IdentityEntry {
            journal_seq: 0,
            at: Instant(5),
            by: "ada".to_owned(),
            why: "she said so".to_owned(),
            act,
        }
    }

    fn merge(left: &str, right: &str) -> IdentityAct {
        IdentityAct::Merge {
            lefts: vec![left.to_owned()],
            rights: vec![right.to_owned()],
        }
    }

    #[test]
    fn an_undo_of_an_undo_counts_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut control = Control::open(&folder.path().join("prosopon.db")).unwrap();
        let mut in_force = |act: IdentityAct| -> Vec<i64> {
            control.add_identity(&entry(act)).unwrap();
            let log = control.identity_log().unwrap();
            let rows = identity_in_force(&log).into_iter();
            rows.map(|row| row.journal_seq).collect()
        };
        assert_eq!(in_force(merge("a", "b")), [1]);
        assert_eq!(in_force(merge("b", "c")), [1, 2]);
        assert_eq!(in_force(IdentityAct::Undo { undoes: 1 }), [2]);
        assert_eq!(in_force(IdentityAct::Undo { undoes: 3 }), [1, 2]);
        assert_eq!(in_force(IdentityAct::Undo { undoes: 4 }), [2]);
    }

    #[test]
    fn an_undo_of_nothing_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut control = Control::open(&folder.path().join("prosopon.db")).unwrap();
        let nothing = entry(IdentityAct::Undo { undoes: 9 });
        assert!(control.add_identity(&nothing).is_err());
        assert_eq!(control.identity_log().unwrap(), []);
    }
}
