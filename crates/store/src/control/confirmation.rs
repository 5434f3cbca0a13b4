//! What people of ours decided about roles: kept, replaced, taken back.
//!
//! Reads, writes  `confirmation`, `journal`
//!
//! Invariant: one user has one answer about a role; every answer and every
//! taking back stands in the journal, which only grows.

use model::{ConfirmationId, DecisionId, Instant, MentionId, PersonId, Role};
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Control;
use crate::error::StoreError;

/// One answer of one user about one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleAnswer {
    /// In which decision.
    pub decision_id: DecisionId,
    /// The person as they were known when it was given.
    pub person_id: PersonId,
    /// A mention of the person; it finds them after merges too.
    pub mention_id: MentionId,
    /// Which role.
    pub role: Role,
    /// Whether they hold it.
    pub holds: bool,
    /// Why, in the user's words.
    pub note: Option<String>,
}

/// An answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptAnswer {
    /// Its id.
    pub confirmation_id: ConfirmationId,
    /// When it was given.
    pub at: Instant,
    /// Who gave it.
    pub by_user: String,
    /// What it says.
    #[serde(flatten)]
    pub answer: RoleAnswer,
}

impl RoleAnswer {
    fn subject(&self) -> String {
        format!(
            "{} {} {}",
            self.decision_id,
            self.mention_id,
            self.role.code()
        )
    }
}

impl Control {
    /// Keeps an answer in place of what the user said of the same role before.
    ///
    /// # Errors
    /// When SQLite refuses; nothing has changed then.
    pub fn confirm(
        &mut self,
        by_user: &str,
        at: Instant,
        answer: &RoleAnswer,
    ) -> Result<KeptAnswer, StoreError> {
        let (subject, body) = (answer.subject(), json!(answer).to_string());
        let confirmation_id = ConfirmationId::derive(&[by_user, &subject, &at.0.to_string()]);
        let id = confirmation_id.to_string();
        let behaviour = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behaviour)?;
        let sql = "DELETE FROM confirmation WHERE subject = ?1 AND by_user = ?2";
        transaction.execute(sql, params![subject, by_user])?;
        let sql = "INSERT INTO confirmation (confirmation_id, at, by_user, subject, body)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        transaction.execute(sql, params![id, at.0, by_user, subject, body])?;
        let sql = "INSERT INTO journal (at, what, subject, body) VALUES (?1, 'answer', ?2, ?3)";
        transaction.execute(sql, params![at.0, subject, body])?;
        transaction.commit()?;
        Ok(KeptAnswer {
            confirmation_id,
            at,
            by_user: by_user.to_owned(),
            answer: answer.clone(),
        })
    }

    /// Every answer in force, oldest first.
    ///
    /// # Errors
    /// When SQLite refuses or a stored answer is damaged.
    pub fn confirmations(&self) -> Result<Vec<KeptAnswer>, StoreError> {
        let sql = "SELECT confirmation_id, at, by_user, body FROM confirmation
                   ORDER BY at, confirmation_id";
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            let body: String = row.get(3)?;
            let id: String = row.get(0)?;
            Ok((id, row.get(1)?, row.get(2)?, body))
        })?;
        let mut kept = Vec::new();
        for row in rows {
            let (id, at, by_user, body) = row?;
            kept.push(KeptAnswer {
                confirmation_id: ConfirmationId::parse(&id).ok_or_else(damaged)?,
                at: Instant(at),
                by_user,
                answer: read(&body)?,
            });
        }
        Ok(kept)
    }

    /// Takes an answer back; `None` when there is none of this id.
    ///
    /// # Errors
    /// When SQLite refuses; nothing has changed then.
    pub fn take_back(
        &mut self,
        id: ConfirmationId,
        at: Instant,
    ) -> Result<Option<RoleAnswer>, StoreError> {
        let behaviour = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behaviour)?;
        let sql = "DELETE FROM confirmation WHERE confirmation_id = ?1 RETURNING subject, body";
        let found: Option<(String, String)> = transaction
            .query_row(sql, params![id.to_string()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let Some((subject, body)) = found else {
            return Ok(None);
        };
        let sql = "INSERT INTO journal (at, what, subject, body) VALUES (?1, 'undo', ?2, ?3)";
        transaction.execute(sql, params![at.0, subject, body])?;
        transaction.commit()?;
        read(&body).map(Some)
    }
}

fn damaged() -> StoreError {
    StoreError::Stored { what: "answer" }
}

fn read(body: &str) -> Result<RoleAnswer, StoreError> {
    serde_json::from_str(body).map_err(|_| damaged())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(holds: bool) -> RoleAnswer {
        RoleAnswer {
            decision_id: DecisionId::derive(&["deal"]),
            person_id: PersonId::derive(&["ada"]),
            mention_id: MentionId::derive(&["ada"]),
            role: Role::Approver,
            holds,
            note: Some("she signs".to_owned()),
        }
    }

    #[test]
    fn a_user_has_one_answer_and_others_have_theirs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        let mut control = Control::open(&path).unwrap();
        control.confirm("kim", Instant(1), &answer(true)).unwrap();
        control.confirm("kim", Instant(2), &answer(false)).unwrap();
        control.confirm("lee", Instant(3), &answer(true)).unwrap();
        drop(control);
        let kept = Control::open(&path).unwrap().confirmations().unwrap();
        let told: Vec<(&str, bool)> = kept
            .iter()
            .map(|one| (one.by_user.as_str(), one.answer.holds))
            .collect();
        assert_eq!(told, [("kim", false), ("lee", true)]);
    }

    #[test]
    fn what_is_taken_back_stays_in_the_journal() {
        let folder = tempfile::tempdir().unwrap();
        let mut control = Control::open(&folder.path().join("prosopon.db")).unwrap();
        let kept = control.confirm("kim", Instant(1), &answer(true)).unwrap();
        let back = control.take_back(kept.confirmation_id, Instant(2)).unwrap();
        assert_eq!(back, Some(answer(true)));
        assert_eq!(control.confirmations().unwrap(), []);
        assert_eq!(
            control.take_back(kept.confirmation_id, Instant(3)).unwrap(),
            None
        );
        let sql = "SELECT group_concat(what) FROM journal";
        let told: String = control
            .connection
            .query_row(sql, [], |row| row.get(0))
            .unwrap();
        assert_eq!(told, "answer,undo");
    }
}
