//! What was decided: found, of the right kind, with the right outcome, after the right decisions.

use std::collections::BTreeSet;

use model::DecisionKind;
use serde::Serialize;

use crate::matching::Matching;
use crate::rates::{Rate, Retrieval};
use crate::scores::Measured;
use crate::truth::{Decision, Truth};

/// What was decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionScore {
    /// Purchases, renewals and expansions of the truth that were found.
    pub found: Rate,
    /// Of those found, of the right kind.
    pub kind: Rate,
    /// Of those found, with the right outcome.
    pub outcome: Rate,
    /// Which decision follows which, among those found.
    pub predecessors: Retrieval,
    /// Terms of use that were found.
    pub terms_of_use: Rate,
    /// Published decisions that are none of the truth's, though a record says so.
    pub n_unknown: u64,
    /// Published decisions expected from the end of a contract that are none of the truth's.
    pub n_expected: u64,
}

pub(crate) fn score(truth: &Truth, matching: &Matching<'_>) -> Measured<DecisionScore> {
    if matching.decisions.is_empty() {
        return Measured::NotMeasured("no decisions are published");
    }
    let is_use = |it: &&Decision| it.kind == DecisionKind::Use;
    let chosen = || truth.decisions.iter().filter(|it| !is_use(it));
    let at = |it: &Decision| matching.decision_of.get(it.decision.as_str());
    let both = || chosen().filter_map(|it| Some((it, matching.decisions.get(*at(it)?)?)));
    let known: BTreeSet<usize> = matching.decision_of.values().copied().collect();
    let beyond = |is_expected: bool| {
        let others = matching.decisions.iter().enumerate();
        let others = others.filter(|(at, it)| !known.contains(at) && it.is_expected == is_expected);
        others.count() as u64
    };
    Measured::Measured(DecisionScore {
        found: Rate::count(chosen(), |it| at(it).is_some()),
        kind: Rate::count(both(), |(truth, given)| truth.kind == given.kind),
        outcome: Rate::count(both(), |(truth, given)| truth.outcome == given.outcome),
        predecessors: predecessors(truth, matching),
        terms_of_use: Rate::count(truth.decisions.iter().filter(is_use), |it| at(it).is_some()),
        n_unknown: beyond(false),
        n_expected: beyond(true),
    })
}

/// Edges between decisions that both sides know.
fn predecessors(truth: &Truth, matching: &Matching<'_>) -> Retrieval {
    let truth_of = matching.truth_of_decisions();
    let is_known = |name: &str| matching.decision_of.contains_key(name);
    let mut wanted = BTreeSet::new();
    for it in truth.decisions.iter().filter(|it| is_known(&it.decision)) {
        let before = it.predecessors.iter().filter(|name| is_known(name));
        wanted.extend(before.map(|name| (it.decision.as_str(), name.as_str())));
    }
    let mut given = BTreeSet::new();
    // The term of a contract follows its decision by definition; nothing is found there.
    let decided = matching.decisions.iter();
    for it in decided.filter(|it| it.kind != DecisionKind::Use) {
        let Some(name) = truth_of.get(&it.decision_id) else {
            continue;
        };
        let before = it.predecessors.iter().filter_map(|id| truth_of.get(id));
        given.extend(before.map(|before| (*name, *before)));
    }
    let n_both = wanted.intersection(&given).count() as u64;
    Retrieval::of(n_both, given.len() as u64, wanted.len() as u64)
}
