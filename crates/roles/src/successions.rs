//! Roles that passed from one person to another, between decisions or within one.
//!
//! Reads   holdings, claims, affiliations of one account
//! Writes  `succession`
//!
//! Whoever held a role keeps it or has passed it on. The prior is the share of
//! people who leave their seat a year; signs add to it. Without a sign nothing
//! is said: years alone make no succession. "Left the company", "moved role"
//! and "went quiet" stay apart.

mod sign;
mod successor;

use std::collections::BTreeMap;

use model::tables::decided::{Decision, Succession};
use model::{ClaimId, Day, DecisionId, Departure, PersonId, Role, SuccessionId};

use crate::cast::Cast;
use crate::claims::Draft;
use crate::decisions::{DecisionSet, window};
use crate::holdings::{Held, LineKind, earlier_of, sum_of, years_between};
use crate::joint::logistic;
use crate::weights;
use sign::{Sign, Signs};

/// What is known of an account when successions are looked for.
pub(crate) struct Scene<'a> {
    pub(crate) set: &'a DecisionSet,
    pub(crate) cast: &'a Cast,
    pub(crate) drafts: &'a [Draft],
    pub(crate) held: &'a [Held<'a>],
    pub(crate) as_of: Day,
}

/// A holder, their role, and the two decisions between which it may have passed.
#[derive(Clone, Copy)]
struct Passage<'a> {
    role: Role,
    holder: &'a Held<'a>,
    from: &'a Decision,
    to: &'a Decision,
}

impl Passage<'_> {
    fn person(&self) -> PersonId {
        self.holder.row.person_id
    }

    fn is_within_one(&self) -> bool {
        self.from.decision_id == self.to.decision_id
    }

    /// The days in which it can have passed.
    fn days(&self, as_of: Day) -> Option<(Day, Day)> {
        let from = window(self.from).0?;
        let to = window(self.to).1.map_or(as_of, |day| day.min(as_of));
        (from < to).then_some((from, to))
    }
}

/// The holders of an account by decision and role.
type Holders<'a> = BTreeMap<(DecisionId, Role), Vec<&'a Held<'a>>>;

/// Finds every succession of an account, in key order.
pub(crate) fn find(scene: &Scene<'_>) -> Vec<Succession> {
    let mut holders: Holders<'_> = BTreeMap::new();
    for held in scene.held {
        let key = (held.row.decision_id, held.row.role);
        holders.entry(key).or_default().push(held);
    }
    let signs = Signs::new(scene);
    let mut found: Vec<Succession> = passages(scene, &holders)
        .iter()
        .flat_map(|passage| rows(scene, &holders, &signs, passage))
        .collect();
    found.sort_by_key(|row| row.succession_id);
    found.dedup_by_key(|row| row.succession_id);
    found
}

/// A role that so many hold that nobody succeeds anybody in it.
fn is_held_by_many(role: Role) -> bool {
    matches!(role, Role::User | Role::PowerUser)
}

fn passages<'a>(scene: &'a Scene<'a>, holders: &Holders<'a>) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    for to in &scene.set.decisions {
        for role in Role::ALL
            .iter()
            .copied()
            .filter(|role| !is_held_by_many(*role))
        {
            let within = holders_of(holders, to.decision_id, role).iter();
            passages.extend(
                within
                    .filter(|h| held_it_before_leaving(h))
                    .map(|holder| Passage {
                        role,
                        holder,
                        from: to,
                        to,
                    }),
            );
            if !weights::is_held_in(role, to.kind) {
                continue;
            }
            for from in earlier_of(scene.set, to)
                .into_iter()
                .filter_map(|id| scene.set.get(id))
            {
                let before = holders_of(holders, from.decision_id, role).iter();
                passages.extend(before.filter(|h| is_established(h)).map(|holder| Passage {
                    role,
                    holder,
                    from,
                    to,
                }));
            }
        }
    }
    passages
}

fn holders_of<'h, 'a>(holders: &'h Holders<'a>, id: DecisionId, role: Role) -> &'h [&'a Held<'a>] {
    holders.get(&(id, role)).map_or(&[][..], Vec::as_slice)
}

fn is_established(held: &Held<'_>) -> bool {
    held.row.state.is_held()
}

/// Would be established had they not left.
fn held_it_before_leaving(held: &Held<'_>) -> bool {
    let gone = sum_of(&held.lines, |kind| kind == LineKind::Departure);
    let own = sum_of(&held.lines, LineKind::is_own);
    own > 0.0 && logistic(held.row.log_odds - gone) >= weights::ESTABLISHED
}

/// Signs added up.
struct Verdict {
    probability: f64,
    departure: Departure,
    claims: Vec<ClaimId>,
    starts: Option<Day>,
    ends: Option<Day>,
    named: Vec<PersonId>,
}

fn rows(
    scene: &Scene<'_>,
    holders: &Holders<'_>,
    signs: &Signs<'_>,
    passage: &Passage<'_>,
) -> Vec<Succession> {
    let there = holders_of(holders, passage.to.decision_id, passage.role);
    let still = there.iter().find(|h| h.row.person_id == passage.person());
    let stays = !passage.is_within_one() && still.is_some_and(|h| is_established(h));
    let verdict = if stays {
        None
    } else {
        verdict(scene, signs, passage, there)
    };
    let Some(verdict) = verdict else {
        return Vec::new();
    };
    let before = holders_of(holders, passage.from.decision_id, passage.role);
    let ranked = successor::rank(scene, passage, (before, there), &verdict.named);
    ranked
        .into_iter()
        .map(|(to_person, share)| row(passage, &verdict, to_person, share))
        .collect()
}

fn verdict(
    scene: &Scene<'_>,
    signs: &Signs<'_>,
    passage: &Passage<'_>,
    there: &[&Held<'_>],
) -> Option<Verdict> {
    let found = if passage.is_within_one() {
        signs.told(passage)
    } else {
        signs.all(passage, there)
    };
    let is_a_sign = |sign: &&Sign| sign.weight >= weights::IS_A_SIGN;
    let strongest = found
        .iter()
        .filter(is_a_sign)
        .max_by_key(|sign| (rank_of(sign.departure), sign.claim_id))?;
    let years = if passage.is_within_one() {
        0.5
    } else {
        years_between(passage.from, passage.to).max(0.25)
    };
    let gone = 1.0 - weights::still_in_seat(years);
    let prior = libm::log(gone / (1.0 - gone));
    let weight: f64 = found.iter().map(|sign| sign.weight).sum();
    let probability = logistic(prior + weight);
    if probability < weights::SUCCESSION {
        return None;
    }
    let (starts, ends) = interval(scene, signs, passage, strongest);
    let for_it = found.iter().filter(|sign| sign.weight > 0.0);
    let mut claims: Vec<ClaimId> = for_it.clone().map(|sign| sign.claim_id).collect();
    claims.sort();
    claims.dedup();
    Some(Verdict {
        probability,
        departure: strongest.departure,
        claims,
        starts,
        ends,
        named: for_it.filter_map(|sign| sign.successor).collect(),
    })
}

/// Of several departures the plainest counts.
fn rank_of(departure: Departure) -> u8 {
    match departure {
        Departure::LeftCompany => 3,
        Departure::MovedRole => 2,
        Departure::WentQuiet => 1,
        Departure::Replaced => 0,
    }
}

/// From when the holder was last seen to when the strongest sign was known.
fn interval(
    scene: &Scene<'_>,
    signs: &Signs<'_>,
    passage: &Passage<'_>,
    strongest: &Sign,
) -> (Option<Day>, Option<Day>) {
    if strongest.is_exact {
        return (strongest.day, strongest.day);
    }
    let ends = if strongest.departure == Departure::WentQuiet {
        passage.days(scene.as_of).map(|(_, to)| to)
    } else {
        strongest.day
    };
    let seen = signs.last_seen(passage.person(), ends);
    let starts = seen.or(window(passage.from).1.filter(|_| !passage.is_within_one()));
    let starts = starts.or(window(passage.from).0);
    (starts.min(ends).or(starts), ends)
}

fn row(
    passage: &Passage<'_>,
    verdict: &Verdict,
    to_person: Option<PersonId>,
    share: f64,
) -> Succession {
    let ids = [
        passage.person().to_string(),
        passage.from.decision_id.to_string(),
        to_person.map_or_else(String::new, |person| person.to_string()),
        passage.to.decision_id.to_string(),
    ];
    let [from_person, from, to, into] = &ids;
    Succession {
        succession_id: SuccessionId::derive(&[passage.role.code(), from_person, from, to, into]),
        account_id: passage.to.account_id,
        role: passage.role,
        from_person: passage.person(),
        from_decision: passage.from.decision_id,
        to_person,
        to_decision: passage.to.decision_id,
        departure: verdict.departure,
        starts: verdict.starts,
        ends: verdict.ends,
        probability: verdict.probability * share,
        claims: verdict.claims.clone(),
    }
}

#[cfg(test)]
mod tests;
