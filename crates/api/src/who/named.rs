//! Whom records name, and of whom no part is established: what is known of them all the same.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::Claim;
use model::{ClaimId, Day, DecisionId, HoldingState, Method, PersonId, Predicate, Side};
use serde::Serialize;
use store::published::Param;

use super::{ByThen, DecisionCast, Part, WhoQuestion};
use crate::evidence::says;
use crate::heads::PersonHead;
use crate::roster::Roster;
use crate::{ApiError, Facade};

/// Somebody whom records name and of whom nothing says clearly what they decide.
#[derive(Clone, Debug, Serialize)]
pub struct NamedOnly {
    /// The person.
    pub person: PersonHead,
    /// Records that name them.
    pub n_mentions: usize,
    /// Claims about them of any kind.
    pub n_claims: i64,
    /// The most telling of these claims: a declared role first.
    pub known: Vec<Known>,
    /// The most probable of their parts, below its threshold.
    pub best: Option<Part>,
}

/// A claim about somebody, by what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Known {
    /// What to explain.
    pub claim_id: ClaimId,
    /// What it says, in words.
    pub says: String,
    /// How it came about.
    pub method: Method,
    /// The decision it bears on.
    pub decision_id: Option<DecisionId>,
    /// First day it holds.
    pub day: Option<Day>,
}

/// Claims that are named of each.
const MOST_KNOWN: usize = 3;

impl Facade {
    pub(super) fn named_only(
        &self,
        question: &WhoQuestion,
        roster: &Roster,
        decisions: &[DecisionCast],
    ) -> Result<Vec<NamedOnly>, ApiError> {
        let parts = || decisions.iter().flat_map(|decision| &decision.cast);
        let established = parts().filter(|part| part.state == HoldingState::Established);
        let held: BTreeSet<PersonId> = established.map(|part| part.person.person_id).collect();
        let mut best: BTreeMap<PersonId, &Part> = BTreeMap::new();
        for part in parts() {
            let found = best.entry(part.person.person_id).or_insert(part);
            if rank(part) > rank(found) {
                *found = part;
            }
        }
        let mut claims = self.claims_by_person(question, roster)?;
        let mut named = Vec::new();
        for (id, entry) in &roster.entries {
            let is_theirs = matches!(entry.side, Side::Account | Side::Unknown);
            if !is_theirs || held.contains(id) || entry.n_mentions == 0 {
                continue;
            }
            let (n_claims, known) = claims.remove(id).unwrap_or_default();
            let person = roster.head(*id, question.as_of);
            named.extend(person.map(|person| NamedOnly {
                person,
                n_mentions: entry.n_mentions,
                n_claims,
                known,
                best: best.get(id).map(|part| (*part).clone()),
            }));
        }
        named.sort_by(|a, b| order(b).cmp(&order(a)).then_with(|| by_name(a, b)));
        Ok(named)
    }

    /// How many claims there are about each person of the account, and the most telling.
    fn claims_by_person(
        &self,
        question: &WhoQuestion,
        roster: &Roster,
    ) -> Result<BTreeMap<PersonId, (i64, Vec<Known>)>, ApiError> {
        let mut claims: Vec<Claim> = self.published.rows(
            "WHERE account_id = ?1 AND subject_mention IS NOT NULL",
            &[Param::Id(question.account_id.0)],
        )?;
        let by_then = ByThen(question.as_of);
        claims.retain(|claim| by_then.had_come(claim.valid_from));
        claims.sort_by_key(|claim| (weight(claim), claim.valid_from, claim.claim_id));
        let mut found: BTreeMap<PersonId, (i64, Vec<Known>)> = BTreeMap::new();
        for claim in claims.iter().rev() {
            let mention = claim.subject_mention.unwrap_or_default();
            let Some(person) = roster.mentions.get(&mention) else {
                continue;
            };
            let (n_claims, known) = found.entry(*person).or_default();
            *n_claims += 1;
            let is_telling = weight(claim) > 0 && known.len() < MOST_KNOWN;
            let known_claim = is_telling.then(|| Known::from(claim));
            // One thing said twice is said once here.
            let is_new = |new: &Known| !known.iter().any(|known| known.says == new.says);
            known.extend(known_claim.filter(is_new));
        }
        Ok(found)
    }
}

impl From<&Claim> for Known {
    fn from(claim: &Claim) -> Self {
        Self {
            claim_id: claim.claim_id,
            says: says(claim),
            method: claim.method,
            decision_id: claim.decision_id,
            day: claim.valid_from,
        }
    }
}

/// How much a claim tells of somebody's part; 0 for what a list need not name.
fn weight(claim: &Claim) -> u8 {
    match (claim.method, claim.predicate) {
        (Method::Looked | Method::Structure | Method::Title, _) => 0,
        // Everybody asks, and that tells nothing of what they decide.
        (_, Predicate::Question | Predicate::Preference | Predicate::Task) => 0,
        (_, Predicate::DeclaredRole) => 4,
        (_, Predicate::Signed) => 3,
        (Method::Usage, _) => 1,
        _ => 2,
    }
}

/// A declared part before others, then by probability.
fn rank(part: &Part) -> (bool, u64) {
    // Probabilities are not negative, so their bits are in their order.
    (part.declared_by.is_some(), part.probability.to_bits())
}

fn order(row: &NamedOnly) -> (bool, i64, usize) {
    let is_declared = row.best.as_ref().is_some_and(|it| it.declared_by.is_some());
    (is_declared, row.n_claims, row.n_mentions)
}

fn by_name(a: &NamedOnly, b: &NamedOnly) -> std::cmp::Ordering {
    let key = |row: &NamedOnly| (row.person.name.clone(), row.person.person_id);
    key(a).cmp(&key(b))
}
