//! Who plays which part: prior, one line a claim, and the others, adding up.
//!
//! Writes  `role_holding`, `role_line`
//!
//! Invariant: `log_odds == prior + Σ lines + others` to the last bit, in any
//! order of addition: every addend is a multiple of [`crate::weights::STEP`].

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::{Decision, RoleHolding, RoleLine};
use model::tables::resolved::Affiliation;
use model::{ClaimId, DecisionKind, HoldingId, HoldingState, Method, PersonId, Predicate, Role};

use crate::cast::{Cast, Member};
use crate::claims::Draft;
use crate::decisions::{DecisionSet, window};
use crate::joint::{effect_of_others, logistic};
use crate::weights;

/// A line before it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) claim_id: ClaimId,
    pub(crate) method: Method,
    pub(crate) weight: f64,
    pub(crate) cause: String,
}

/// A holding with its lines.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) row: RoleHolding,
    pub(crate) lines: Vec<Line>,
}

/// What speaks for one person in one role.
#[derive(Clone, Debug, Default)]
struct Candidate {
    lines: Vec<Line>,
    prior: f64,
    has_own_line: bool,
}

/// Drafts by decision and person, and the title drafts by person.
struct Evidence<'a> {
    by_decision: BTreeMap<model::DecisionId, BTreeMap<PersonId, Vec<&'a Draft>>>,
    titles: BTreeMap<PersonId, Vec<&'a Draft>>,
}

/// Infers every holding of an account, in key order.
pub(crate) fn infer(set: &DecisionSet, cast: &Cast, drafts: &[Draft]) -> Vec<Held> {
    let evidence = sort_evidence(drafts);
    let mut held = Vec::new();
    for decision in &set.decisions {
        held.extend(infer_decision(decision, cast, &evidence));
    }
    held
}

fn sort_evidence(drafts: &[Draft]) -> Evidence<'_> {
    let mut evidence = Evidence {
        by_decision: BTreeMap::new(),
        titles: BTreeMap::new(),
    };
    for draft in drafts {
        let Some(person) = draft.person else { continue };
        if draft.claim.predicate == Predicate::HasTitle {
            evidence.titles.entry(person).or_default().push(draft);
        } else if let Some(decision) = draft.claim.decision_id {
            evidence
                .by_decision
                .entry(decision)
                .or_default()
                .entry(person)
                .or_default()
                .push(draft);
        }
    }
    evidence
}

fn infer_decision(decision: &Decision, cast: &Cast, evidence: &Evidence<'_>) -> Vec<Held> {
    let nothing = BTreeMap::new();
    let connected = evidence
        .by_decision
        .get(&decision.decision_id)
        .unwrap_or(&nothing);
    let people = candidates(decision, cast, connected);
    let mut held = Vec::new();
    for role in Role::ALL
        .iter()
        .copied()
        .filter(|role| weights::is_held_in(*role, decision.kind))
    {
        let candidates: Vec<(PersonId, Candidate)> = people
            .iter()
            .map(|person| {
                (
                    *person,
                    candidate(decision, role, (*person, cast), connected, evidence),
                )
            })
            .collect();
        held.extend(settle(decision, role, cast, candidates));
    }
    held.sort_by_key(|h| (h.row.person_id, h.row.role));
    held
}

/// Whoever a claim connects with the decision, and whoever worked there then.
fn candidates(
    decision: &Decision,
    cast: &Cast,
    connected: &BTreeMap<PersonId, Vec<&Draft>>,
) -> BTreeSet<PersonId> {
    let mut people: BTreeSet<PersonId> = connected.keys().copied().collect();
    let (opens, closes) = window(decision);
    let overlaps = |a: &Affiliation| {
        let begins_in_time = a
            .starts
            .is_none_or(|start| closes.is_none_or(|day| start <= day));
        begins_in_time && a.ends.is_none_or(|end| opens.is_none_or(|day| end > day))
    };
    let works_there = |member: &Member| member.affiliations.iter().any(overlaps);
    people.extend(
        cast.members
            .iter()
            .filter(|(_, m)| works_there(m))
            .map(|(person, _)| *person),
    );
    people
}

fn candidate(
    decision: &Decision,
    role: Role,
    (person, cast): (PersonId, &Cast),
    connected: &BTreeMap<PersonId, Vec<&Draft>>,
    evidence: &Evidence<'_>,
) -> Candidate {
    let own = connected.get(&person).map_or(&[][..], Vec::as_slice);
    let mut lines: Vec<Line> = own
        .iter()
        .filter_map(|draft| line_of(draft, role))
        .collect();
    let has_own_line = !lines.is_empty();
    lines.extend(title_line(decision, role, (person, cast), evidence));
    let away = if own.is_empty() {
        weights::UNCONNECTED
    } else {
        0.0
    };
    Candidate {
        lines: count_causes_once(lines),
        prior: weights::prior(role, decision.kind) + away,
        has_own_line,
    }
}

fn line_of(draft: &Draft, role: Role) -> Option<Line> {
    let (_, weight) = draft.roles.iter().find(|(r, _)| *r == role)?;
    let (claim_id, method) = (draft.claim.claim_id, draft.claim.method);
    Some(Line {
        claim_id,
        method,
        weight: *weight,
        cause: draft.cause.clone(),
    })
}

/// The line of the title in force when the decision closed.
fn title_line(
    decision: &Decision,
    role: Role,
    (person, cast): (PersonId, &Cast),
    evidence: &Evidence<'_>,
) -> Option<Line> {
    let affiliation = cast.members.get(&person)?.affiliation_on(decision.closes)?;
    let weight = weights::title(role, affiliation.seniority, affiliation.function);
    let is_its_claim = |draft: &&&Draft| {
        draft.claim.record_id == affiliation.record_id
            && Some(&draft.claim.object) == affiliation.title.as_ref()
    };
    let draft = evidence.titles.get(&person)?.iter().find(is_its_claim)?;
    let (claim_id, method) = (draft.claim.claim_id, draft.claim.method);
    (weight != 0.0).then(|| Line {
        claim_id,
        method,
        weight,
        cause: draft.cause.clone(),
    })
}

/// Leaves the strongest line of each cause its weight and sets the others to 0.
fn count_causes_once(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| line.claim_id);
    let mut strongest: BTreeMap<&str, (f64, ClaimId)> = BTreeMap::new();
    for line in &lines {
        let best = strongest
            .entry(&line.cause)
            .or_insert((line.weight, line.claim_id));
        if line.weight.abs() > best.0.abs() {
            *best = (line.weight, line.claim_id);
        }
    }
    let kept: BTreeSet<ClaimId> = strongest.values().map(|(_, claim)| *claim).collect();
    for line in lines
        .iter_mut()
        .filter(|line| !kept.contains(&line.claim_id))
    {
        line.weight = 0.0;
    }
    lines
}

fn settle(
    decision: &Decision,
    role: Role,
    cast: &Cast,
    candidates: Vec<(PersonId, Candidate)>,
) -> Vec<Held> {
    let alone = |c: &Candidate| c.prior + c.lines.iter().map(|line| line.weight).sum::<f64>();
    let log_odds: Vec<f64> = candidates.iter().map(|(_, c)| alone(c)).collect();
    let others = effect_of_others(role, &log_odds);
    let mut held = Vec::new();
    for (((person, candidate), own), others) in candidates.into_iter().zip(log_odds).zip(others) {
        let probability = calibrate(own + others);
        let is_worth_writing = candidate.has_own_line || probability >= weights::WORTH_WRITING;
        if is_worth_writing {
            let is_placeholder = cast.members.get(&person).is_some_and(|m| m.is_placeholder);
            let row = holding(decision, role, person, is_placeholder);
            let row = RoleHolding {
                prior: candidate.prior,
                others,
                log_odds: own + others,
                probability,
                ..row
            };
            held.push(Held {
                row: RoleHolding {
                    state: state_of(&row, &candidate),
                    ..row
                },
                lines: candidate.lines,
            });
        }
    }
    held
}

fn holding(
    decision: &Decision,
    role: Role,
    person_id: PersonId,
    is_placeholder: bool,
) -> RoleHolding {
    let ids = [decision.decision_id.to_string(), person_id.to_string()];
    RoleHolding {
        holding_id: HoldingId::derive(&[&ids[0], &ids[1], role.code()]),
        account_id: decision.account_id,
        decision_id: decision.decision_id,
        person_id,
        role,
        starts: if decision.kind == DecisionKind::Use {
            decision.opens
        } else {
            window(decision).0
        },
        ends: decision.closes,
        prior: 0.0,
        others: 0.0,
        log_odds: 0.0,
        probability: 0.0,
        state: HoldingState::NotEstablished,
        is_placeholder,
    }
}

/// Strictly monotone: a logistic of slope one until labels say otherwise.
fn calibrate(log_odds: f64) -> f64 {
    logistic(log_odds)
}

/// Established needs a line besides the title; contradicted, a vote that words outweigh.
fn state_of(row: &RoleHolding, candidate: &Candidate) -> HoldingState {
    let sum = |wanted: fn(Method) -> bool| {
        candidate
            .lines
            .iter()
            .filter(|line| wanted(line.method))
            .map(|line| line.weight)
            .sum::<f64>()
    };
    let declared = sum(|method| method == Method::Declared);
    let words = sum(|m| {
        matches!(
            m,
            Method::Said | Method::SaidByOther | Method::Noted | Method::Signatory
        )
    });
    if declared > 0.0 && words < 0.0 && row.probability < weights::ESTABLISHED {
        HoldingState::Contradicted
    } else if row.probability >= weights::ESTABLISHED && candidate.has_own_line {
        HoldingState::Established
    } else {
        HoldingState::NotEstablished
    }
}

/// The lines of holdings as rows.
pub(crate) fn line_rows(held: &[Held]) -> Vec<RoleLine> {
    let of = |h: &Held, line: &Line| RoleLine {
        account_id: h.row.account_id,
        holding_id: h.row.holding_id,
        claim_id: line.claim_id,
        weight: line.weight,
        cause: line.cause.clone(),
    };
    let mut rows: Vec<RoleLine> = held
        .iter()
        .flat_map(|h| h.lines.iter().map(move |line| of(h, line)))
        .collect();
    rows.sort_by_key(|row| (row.holding_id, row.claim_id));
    rows
}
