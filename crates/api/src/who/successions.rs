//! Roles that passed from one person to another.

use model::tables::decided::Succession;
use model::{ClaimId, Day, Departure, Role, SuccessionId};
use serde::Serialize;
use store::published::Param;

use super::decisions::nameless;
use super::{ByThen, WhoQuestion};
use crate::heads::{DecisionHead, PersonHead};
use crate::roster::Roster;
use crate::{ApiError, Facade, words};

/// A role that passed from one person to another, or to nobody known.
#[derive(Clone, Debug, Serialize)]
pub struct SuccessionLine {
    /// What to explain.
    pub succession_id: SuccessionId,
    /// The role.
    pub role: Role,
    /// Who held it.
    pub from: PersonHead,
    /// In which decision.
    pub from_decision: Option<DecisionHead>,
    /// Who holds it now; nothing when nobody is known.
    pub to: Option<PersonHead>,
    /// In which decision.
    pub to_decision: Option<DecisionHead>,
    /// Why it passed.
    pub departure: Departure,
    /// First day it can have passed.
    pub starts: Option<Day>,
    /// Last day it can have passed.
    pub ends: Option<Day>,
    /// Probability, 0–1.
    pub probability: f64,
    /// Its word.
    pub likelihood: &'static str,
    /// Position among the possible successors of one holder in one role, from 1.
    pub rank: usize,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
}

impl Facade {
    pub(crate) fn successions_of(
        &self,
        question: &WhoQuestion,
        roster: &Roster,
    ) -> Result<Vec<SuccessionLine>, ApiError> {
        let rows: Vec<Succession> = self.published.rows(
            "WHERE account_id = ?1 ORDER BY coalesce(starts, ends), role, from_person, \
             from_decision, to_decision, probability DESC, succession_id",
            &[Param::Id(question.account_id.0)],
        )?;
        let mut lines: Vec<SuccessionLine> = Vec::new();
        let mut previous: Option<&Succession> = None;
        let mut rank = 1;
        let by_then = ByThen(question.as_of);
        for row in &rows {
            let is_rival = previous.is_some_and(|before| same_passing(before, row));
            rank = if is_rival { rank + 1 } else { 1 };
            previous = Some(row);
            let line = self.succession_line(row, rank, (roster, by_then))?;
            if by_then.had_passed(row, line.to_decision.as_ref()) && touches(&line, question) {
                lines.push(line);
            }
        }
        Ok(lines)
    }

    fn succession_line(
        &self,
        row: &Succession,
        rank: usize,
        (roster, by_then): (&Roster, ByThen),
    ) -> Result<SuccessionLine, ApiError> {
        let day = row.starts.or(row.ends);
        let person = |id| match roster.head(id, day) {
            Some(head) => Ok::<_, ApiError>(head),
            None => Ok(self.person_head(id)?.unwrap_or_else(|| nameless(id, false))),
        };
        let decision = |id| -> Result<_, ApiError> {
            let row = self.decision_row(id)?;
            Ok(row.map(|row| by_then.head(&row, self.as_of())))
        };
        Ok(SuccessionLine {
            succession_id: row.succession_id,
            role: row.role,
            from: person(row.from_person)?,
            from_decision: decision(row.from_decision)?,
            to: row.to_person.map(person).transpose()?,
            to_decision: decision(row.to_decision)?,
            departure: row.departure,
            starts: row.starts,
            ends: by_then.end(row.ends),
            probability: row.probability,
            likelihood: words::likelihood(row.probability),
            rank,
            claims: row.claims.clone(),
        })
    }
}

fn same_passing(left: &Succession, right: &Succession) -> bool {
    let key = |row: &Succession| {
        (
            row.role,
            row.from_person,
            row.from_decision,
            row.to_decision,
        )
    };
    key(left) == key(right)
}

fn touches(line: &SuccessionLine, question: &WhoQuestion) -> bool {
    question.decision_id.is_none_or(|id| {
        let ends = [&line.from_decision, &line.to_decision];
        ends.iter()
            .any(|end| end.as_ref().is_some_and(|head| head.decision_id == id))
    })
}
