//! The decisions of an account in time order, each with its cast and required roles.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::{Decision, RequiredRole, RoleHolding, RoleLine};
use model::{AccountId, ClaimId, Day, DecisionId, HoldingId, HoldingState, PersonId, Side};
use store::published::Param;

use super::{ByThen, DecisionCast, Part, RequiredLine, WhoQuestion};
use crate::heads::PersonHead;
use crate::roster::Roster;
use crate::{ApiError, Facade, words};

/// Lines of each holding of the account, those of claims later than the day apart.
pub(crate) struct Tally {
    n_for: BTreeMap<[u8; 16], i64>,
    n_against: BTreeMap<[u8; 16], i64>,
    n_by_then: BTreeMap<[u8; 16], i64>,
    n_later: BTreeMap<[u8; 16], i64>,
    declared_by: BTreeMap<HoldingId, ClaimId>,
}

impl Tally {
    fn of(counts: &BTreeMap<[u8; 16], i64>, row: &RoleHolding) -> i64 {
        counts.get(&row.holding_id.0).copied().unwrap_or(0)
    }

    /// Every claim for it is later: on that day nothing spoke of it.
    fn is_later(&self, row: &RoleHolding) -> bool {
        Self::of(&self.n_later, row) > 0 && Self::of(&self.n_by_then, row) == 0
    }
}

impl Facade {
    /// The decisions with their casts, and how many parts are left out as later.
    pub(super) fn decision_casts(
        &self,
        question: &WhoQuestion,
        roster: &Roster,
    ) -> Result<(Vec<DecisionCast>, usize), ApiError> {
        let key = [Param::Id(question.account_id.0)];
        let by_then = ByThen(question.as_of);
        let mut decisions: Vec<Decision> = self.published.rows("WHERE account_id = ?1", &key)?;
        let begun: BTreeSet<DecisionId> = begun(&decisions, by_then);
        decisions.retain(|row| begun.contains(&row.decision_id));
        decisions.sort_by_key(order_of);
        let tally = self.tally(question)?;
        let by_role =
            "WHERE account_id = ?1 ORDER BY decision_id, role, probability DESC, person_id";
        let mut holdings: Vec<RoleHolding> = self.published.rows(by_role, &key)?;
        holdings.retain(|row| begun.contains(&row.decision_id));
        let n_all = holdings.len();
        holdings.retain(|row| by_then.had_come(row.starts) && !tally.is_later(row));
        let required: Vec<RequiredRole> = self.published.rows("WHERE account_id = ?1", &key)?;
        let mut casts = Vec::with_capacity(decisions.len());
        for decision in &decisions {
            let mut cast = self.decision_cast(decision, by_then)?;
            cast.predecessors.retain(|id| begun.contains(id));
            let day = by_then.at_most(cast.head.day());
            let own = holdings
                .iter()
                .filter(|row| row.decision_id == decision.decision_id);
            let parts = own.map(|row| part(row, (day, by_then), roster, &tally));
            cast.cast = parts.collect();
            cast.cast.sort_by_key(|part| part.role);
            let own = required
                .iter()
                .filter(|row| row.decision_id == decision.decision_id);
            let lines = own.map(|row| required_line(row, &cast.cast));
            let lines = lines.map(|line| by_then.required(line, &cast.cast));
            cast.required = lines.collect();
            cast.required.sort_by_key(|line| line.role);
            casts.push(cast);
        }
        Ok((casts, n_all - holdings.len()))
    }

    fn decision_cast(
        &self,
        decision: &Decision,
        by_then: ByThen,
    ) -> Result<DecisionCast, ApiError> {
        let locus = match decision.locus {
            Some(id) if id != decision.account_id => self.account_head(id)?,
            _ => None,
        };
        Ok(DecisionCast {
            head: by_then.head(decision, self.as_of()),
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
        let last = ByThen(question.as_of).last();
        let params = [Param::Id(question.account_id.0), Param::Int(last)];
        let count = |condition: &str| -> Result<BTreeMap<_, _>, ApiError> {
            let sql = format!(
                "SELECT l.holding_id, count(*) FROM role_line l \
                 JOIN claim c ON c.claim_id = l.claim_id \
                 WHERE l.account_id = ?1 AND {condition} GROUP BY l.holding_id"
            );
            Ok(self.published.counts(&sql, &params)?.into_iter().collect())
        };
        let by_then = "coalesce(c.valid_from, -1000000) <= ?2";
        Ok(Tally {
            n_for: count(&format!("l.weight > 0 AND {by_then}"))?,
            n_against: count(&format!("l.weight < 0 AND {by_then}"))?,
            n_by_then: count(by_then)?,
            n_later: count(&format!("NOT ({by_then})"))?,
            declared_by: self.declared(question.account_id)?,
        })
    }

    /// The holdings that a system declares, each with the claim that says so.
    fn declared(&self, account_id: AccountId) -> Result<BTreeMap<HoldingId, ClaimId>, ApiError> {
        let lines: Vec<RoleLine> = self.published.rows(
            "JOIN claim c ON c.claim_id = t.claim_id WHERE t.account_id = ?1 \
             AND c.predicate = 'declared_role' AND c.polarity = 'for' ORDER BY t.claim_id DESC",
            &[Param::Id(account_id.0)],
        )?;
        let declared = lines.iter().map(|line| (line.holding_id, line.claim_id));
        Ok(declared.collect())
    }
}

/// The decisions that had begun; of those expected without a first day, the ones
/// whose predecessor had come to its end, which is where the contract is from.
fn begun(decisions: &[Decision], by_then: ByThen) -> BTreeSet<DecisionId> {
    let has_closed = |id: &DecisionId| {
        let mut named = decisions.iter().filter(|row| row.decision_id == *id);
        named.any(|row| by_then.had_surely_come(row.closes))
    };
    let has_begun = |row: &&Decision| match row.opens {
        Some(_) => by_then.had_come(row.opens),
        None if row.is_expected && row.predecessors.iter().any(has_closed) => true,
        None => by_then.had_surely_come(row.closes),
    };
    let begun = decisions.iter().filter(has_begun);
    begun.map(|row| row.decision_id).collect()
}

/// Time order; decisions without any day come last.
fn order_of(decision: &Decision) -> (bool, Option<Day>, Option<Day>, DecisionId) {
    let day = decision.opens.or(decision.closes);
    (day.is_none(), day, decision.closes, decision.decision_id)
}

fn part(
    row: &RoleHolding,
    (day, by_then): (Option<Day>, ByThen),
    roster: &Roster,
    tally: &Tally,
) -> Part {
    let person = roster.head(row.person_id, day);
    Part {
        holding_id: row.holding_id,
        decision_id: row.decision_id,
        person: person.unwrap_or_else(|| nameless(row.person_id, row.is_placeholder)),
        role: row.role,
        probability: row.probability,
        likelihood: words::likelihood(row.probability),
        state: row.state,
        starts: row.starts,
        ends: by_then.end(row.ends),
        n_for: Tally::of(&tally.n_for, row),
        n_against: Tally::of(&tally.n_against, row),
        n_later: Tally::of(&tally.n_later, row),
        crm_says_otherwise: row.state == HoldingState::Contradicted,
        declared_by: tally.declared_by.get(&row.holding_id).copied(),
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
