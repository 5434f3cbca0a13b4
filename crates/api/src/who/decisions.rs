//! The decisions of an account in time order, each with its cast and required roles.

use std::collections::BTreeMap;

use model::tables::decided::{Decision, RequiredRole, RoleHolding};
use model::{Day, DecisionId, HoldingState, Outcome, PersonId, Side};
use store::published::Param;

use super::{DecisionCast, Part, RequiredLine, WhoQuestion};
use crate::heads::{DecisionHead, PersonHead};
use crate::roster::Roster;
use crate::{ApiError, Facade, words};

/// Claims of each holding of the account that speak for it, and against.
pub(crate) struct Tally {
    n_for: BTreeMap<[u8; 16], i64>,
    n_against: BTreeMap<[u8; 16], i64>,
}

impl Facade {
    pub(super) fn decision_casts(
        &self,
        question: &WhoQuestion,
        roster: &Roster,
    ) -> Result<Vec<DecisionCast>, ApiError> {
        let key = [Param::Id(question.account_id.0)];
        let mut decisions: Vec<Decision> = self.published.rows("WHERE account_id = ?1", &key)?;
        decisions.retain(|row| is_asked_for(row, question));
        decisions.sort_by_key(order_of);
        let tally = self.tally(question)?;
        let by_role =
            "WHERE account_id = ?1 ORDER BY decision_id, role, probability DESC, person_id";
        let holdings: Vec<RoleHolding> = self.published.rows(by_role, &key)?;
        let required: Vec<RequiredRole> = self.published.rows("WHERE account_id = ?1", &key)?;
        let mut casts = Vec::with_capacity(decisions.len());
        for decision in &decisions {
            let mut cast = self.decision_cast(decision)?;
            if question
                .as_of
                .is_some_and(|day| decision.closes.is_none_or(|closes| closes > day))
            {
                cast.head.outcome = Outcome::Open;
            }
            let day = cast.head.day();
            let own = holdings
                .iter()
                .filter(|row| row.decision_id == decision.decision_id);
            let begun = own.filter(|row| has_begun(row, question.as_of));
            cast.cast = begun.map(|row| part(row, day, roster, &tally)).collect();
            cast.cast.sort_by_key(|part| part.role);
            let own = required
                .iter()
                .filter(|row| row.decision_id == decision.decision_id);
            cast.required = own.map(|row| required_line(row, &cast.cast)).collect();
            cast.required.sort_by_key(|line| line.role);
            casts.push(cast);
        }
        Ok(casts)
    }

    fn decision_cast(&self, decision: &Decision) -> Result<DecisionCast, ApiError> {
        let locus = match decision.locus {
            Some(id) if id != decision.account_id => self.account_head(id)?,
            _ => None,
        };
        Ok(DecisionCast {
            head: DecisionHead::from(decision),
            products: decision.products.clone(),
            amount: decision.amount,
            kind_reason: decision.kind_reason.clone(),
            predecessors: decision.predecessors.clone(),
            predecessor_basis: decision.predecessor_basis.clone(),
            locus,
            native_keys: decision.native_keys.clone(),
            record_id: decision.record_id,
            cast: Vec::new(),
            required: Vec::new(),
        })
    }

    fn tally(&self, question: &WhoQuestion) -> Result<Tally, ApiError> {
        let lines = |sign| {
            format!(
                "SELECT holding_id, count(*) FROM role_line \
                 WHERE account_id = ?1 AND weight {sign} 0 GROUP BY holding_id"
            )
        };
        Ok(Tally {
            n_for: self.counts_by(&lines(">"), question.account_id)?,
            n_against: self.counts_by(&lines("<"), question.account_id)?,
        })
    }
}

fn is_asked_for(decision: &Decision, question: &WhoQuestion) -> bool {
    let is_the_one = question
        .decision_id
        .is_none_or(|id| id == decision.decision_id);
    let had_begun = match (question.as_of, decision.opens) {
        (Some(as_of), Some(opens)) => opens <= as_of,
        // Without a first day only a close that is past shows that it had begun.
        (Some(as_of), None) => decision.closes.is_some_and(|closes| closes <= as_of),
        (None, _) => true,
    };
    is_the_one && had_begun
}

/// Time order; decisions without any day come last.
fn order_of(decision: &Decision) -> (bool, Option<Day>, Option<Day>, DecisionId) {
    let day = decision.opens.or(decision.closes);
    (day.is_none(), day, decision.closes, decision.decision_id)
}

fn has_begun(holding: &RoleHolding, as_of: Option<Day>) -> bool {
    match (as_of, holding.starts) {
        (Some(as_of), Some(starts)) => starts <= as_of,
        _ => true,
    }
}

fn part(row: &RoleHolding, day: Option<Day>, roster: &Roster, tally: &Tally) -> Part {
    let person = roster.head(row.person_id, day);
    let count = |counts: &BTreeMap<[u8; 16], i64>| counts.get(&row.holding_id.0).copied();
    Part {
        holding_id: row.holding_id,
        decision_id: row.decision_id,
        person: person.unwrap_or_else(|| nameless(row.person_id, row.is_placeholder)),
        role: row.role,
        probability: row.probability,
        likelihood: words::likelihood(row.probability),
        state: row.state,
        starts: row.starts,
        ends: row.ends,
        n_for: count(&tally.n_for).unwrap_or(0),
        n_against: count(&tally.n_against).unwrap_or(0),
        crm_says_otherwise: row.state == HoldingState::Contradicted,
    }
}

/// Somebody of whom nothing but the id is published.
pub(crate) fn nameless(person_id: PersonId, is_placeholder: bool) -> PersonHead {
    PersonHead {
        person_id,
        name: "name not known".to_owned(),
        title: None,
        side: Side::Unknown,
        is_placeholder,
        is_opted_out: false,
    }
}

fn required_line(row: &RequiredRole, cast: &[Part]) -> RequiredLine {
    let held = cast
        .iter()
        .find(|part| Some(part.holding_id) == row.holding_id);
    RequiredLine {
        role: row.role,
        coverage: row.coverage,
        holding_id: row.holding_id,
        person: held.map(|part| part.person.clone()),
        looked_at: row.looked_at.clone(),
    }
}
