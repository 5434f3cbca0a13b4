//! Who plays which part: prior, one line a claim, and the others, adding up.
//!
//! Writes  `role_holding`, `role_line`
//!
//! Invariant: `log_odds == prior + Σ lines + others` to the last bit, in any
//! order of addition: every addend is a multiple of [`crate::weights::STEP`].

mod earlier;
mod evidence;
mod line;

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::{Decision, RoleHolding, RoleLine};
use model::{DecisionKind, HoldingId, HoldingState, PersonId, Role};

use crate::confirmations::{Confirmed, heard};
use crate::decisions::DecisionSet;
use crate::joint::{effect_of_others, logistic};
use crate::weights;
pub(crate) use earlier::{Earlier, earlier_of, years_between};
pub(crate) use evidence::{Evidence, Here};
pub(crate) use line::{Line, LineKind, count_causes_once, sum_of};

/// A holding with its lines.
#[derive(Clone, Debug)]
pub(crate) struct Held<'a> {
    pub(crate) row: RoleHolding,
    pub(crate) lines: Vec<Line<'a>>,
}

/// What speaks for one person in one role.
struct Candidate<'h, 'a> {
    here: &'h Here<'a>,
    /// What people of ours said of it.
    confirmed: Option<HoldingState>,
    prior: f64,
    lines: Vec<Line<'a>>,
}

/// Infers every holding of an account, in key order.
///
/// Terms of use come first, then decisions in order of time, so that each finds
/// the roles of those before it.
pub(crate) fn infer<'a>(
    set: &DecisionSet,
    evidence: &'a Evidence<'a>,
    confirmed: &Confirmed,
) -> Vec<Held<'a>> {
    let mut order: Vec<&Decision> = set.decisions.iter().collect();
    order.sort_by_key(|d| {
        (
            d.kind != DecisionKind::Use,
            d.closes,
            d.opens,
            d.decision_id,
        )
    });
    let mut earlier = Earlier::default();
    let mut held = Vec::new();
    for decision in order {
        let found = infer_decision((set, decision), evidence, &earlier, confirmed);
        earlier.remember(&found);
        held.extend(found);
    }
    held.sort_by_key(|h| (h.row.decision_id, h.row.person_id, h.row.role));
    held
}

fn infer_decision<'a>(
    (set, decision): (&DecisionSet, &Decision),
    evidence: &'a Evidence<'a>,
    earlier: &Earlier<'a>,
    confirmed: &Confirmed,
) -> Vec<Held<'a>> {
    let before = earlier.lines(set, decision);
    let mut carried: BTreeSet<PersonId> = before.keys().map(|(person, _)| *person).collect();
    carried.extend(confirmed.people(decision.decision_id));
    let people = evidence.people(decision, &carried);
    let mut held = Vec::new();
    for role in Role::ALL.iter().copied() {
        if weights::is_held_in(role, decision.kind) {
            let candidates = people
                .iter()
                .map(|here| candidate(decision, role, here, (&before, confirmed)))
                .collect();
            held.extend(settle(decision, role, candidates));
        }
    }
    held
}

fn candidate<'h, 'a>(
    decision: &Decision,
    role: Role,
    here: &'h Here<'a>,
    (before, confirmed): (&BTreeMap<(PersonId, Role), Vec<Line<'a>>>, &Confirmed),
) -> Candidate<'h, 'a> {
    let mut lines: Vec<Line<'a>> = here.own_lines(role).collect();
    lines.extend(before.get(&(here.person, role)).into_iter().flatten());
    let is_connected = !here.own.is_empty() || !lines.is_empty();
    lines.extend(here.title_line(role));
    lines.extend(&here.departures);
    let away = if is_connected {
        0.0
    } else {
        weights::UNCONNECTED
    };
    Candidate {
        here,
        confirmed: confirmed.state(decision.decision_id, here.person, role),
        prior: weights::prior(role, decision.kind) + away,
        lines: count_causes_once(lines),
    }
}

fn settle<'a>(
    decision: &Decision,
    role: Role,
    candidates: Vec<Candidate<'_, 'a>>,
) -> Vec<Held<'a>> {
    let alone = |c: &Candidate<'_, '_>| c.prior + sum_of(&c.lines, |_| true);
    let log_odds: Vec<f64> = candidates.iter().map(alone).collect();
    let heard_of = candidates.iter().zip(&log_odds);
    let heard: Vec<f64> = heard_of
        .map(|(candidate, own)| heard(candidate.confirmed, *own))
        .collect();
    let others = effect_of_others(role, &heard);
    let mut held = Vec::new();
    for ((candidate, own), others) in candidates.into_iter().zip(log_odds).zip(others) {
        let probability = calibrate(own + others);
        let is_told = candidate.confirmed.is_some() || is_spoken_of(&candidate.lines);
        if probability >= weights::WORTH_WRITING || is_told {
            let row = RoleHolding {
                prior: candidate.prior,
                others,
                log_odds: own + others,
                probability,
                state: candidate
                    .confirmed
                    .unwrap_or_else(|| state_of(probability, &candidate.lines)),
                ..holding(decision, role, candidate.here)
            };
            held.push(Held {
                row,
                lines: candidate.lines,
            });
        }
    }
    if weights::is_single(role) {
        contradict_by_others(&mut held);
    }
    held
}

/// Listed, told of or signed, for or against; what usage does not show is no news.
fn is_spoken_of(lines: &[Line<'_>]) -> bool {
    let is_told = |kind: LineKind| kind == LineKind::Declared || kind.is_told();
    lines.iter().any(|line| is_told(line.kind))
}

fn holding(decision: &Decision, role: Role, here: &Here<'_>) -> RoleHolding {
    let ids = [decision.decision_id.to_string(), here.person.to_string()];
    RoleHolding {
        holding_id: HoldingId::derive(&[&ids[0], &ids[1], role.code()]),
        account_id: decision.account_id,
        decision_id: decision.decision_id,
        person_id: here.person,
        role,
        starts: here.starts,
        ends: here.ends,
        prior: 0.0,
        others: 0.0,
        log_odds: 0.0,
        probability: 0.0,
        state: HoldingState::NotEstablished,
        is_placeholder: here.is_placeholder,
    }
}

/// Strictly monotone: a logistic of slope one until labels say otherwise.
fn calibrate(log_odds: f64) -> f64 {
    logistic(log_odds)
}

/// Established needs a line about this decision; contradicted, a listed role
/// that words, a signature or a departure speak against.
fn state_of(probability: f64, lines: &[Line<'_>]) -> HoldingState {
    let is_likely = probability >= weights::ESTABLISHED;
    let is_listed = sum_of(lines, |kind| kind == LineKind::Declared) > 0.0;
    let against = |kind: LineKind| kind.is_told() || kind == LineKind::Departure;
    let own = sum_of(lines, LineKind::is_own);
    if is_likely && own > 0.0 {
        HoldingState::Established
    } else if is_listed && !is_likely && sum_of(lines, against) < 0.0 {
        HoldingState::Contradicted
    } else {
        HoldingState::NotEstablished
    }
}

/// A role that one person usually holds, listed for one and told of another.
fn contradict_by_others(held: &mut [Held<'_>]) {
    let told = |h: &Held<'_>| sum_of(&h.lines, LineKind::is_told);
    let is_told_of_somebody = held.iter().any(|h| h.row.state.is_held() && told(h) > 0.0);
    if !is_told_of_somebody {
        return;
    }
    for holding in held.iter_mut() {
        let is_listed = sum_of(&holding.lines, |kind| kind == LineKind::Declared) > 0.0;
        let is_open = holding.row.state == HoldingState::NotEstablished;
        if is_open && is_listed && told(holding) <= 0.0 {
            holding.row.state = HoldingState::Contradicted;
        }
    }
}

/// The lines of holdings as rows.
pub(crate) fn line_rows(held: &[Held<'_>]) -> Vec<RoleLine> {
    let of = |h: &Held<'_>, line: &Line<'_>| RoleLine {
        account_id: h.row.account_id,
        holding_id: h.row.holding_id,
        claim_id: line.claim_id,
        weight: line.weight,
        cause: line.cause.to_owned(),
    };
    let mut rows: Vec<RoleLine> = held
        .iter()
        .flat_map(|h| h.lines.iter().map(move |line| of(h, line)))
        .collect();
    rows.sort_by_key(|row| (row.holding_id, row.claim_id));
    rows
}
