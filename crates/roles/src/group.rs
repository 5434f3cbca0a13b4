//! The buying group of a decision, held against a template of required roles.
//!
//! Writes  `required_role`
//!
//! Vacant means that we looked where such a role would show, and nobody does.
//! Not known means that we could not see, or saw too little, or somebody is
//! named without being established. The two are never mixed.

mod sight;
mod template;

use std::collections::BTreeMap;

use model::tables::decided::{Decision, RequiredRole};
use model::{Coverage, DecisionId, HoldingState, Role};

use crate::claims::Sources;
use crate::decisions::DecisionSet;
use crate::holdings::Held;
use crate::weights;
use sight::{Sight, sights};
pub use template::{Template, Templates};

/// Probability of the best candidate from which nobody can be called absent.
const SOMEBODY_MAY_HOLD: f64 = 0.2;
/// Chance that a holder would have stayed unseen, above which absence says nothing.
const UNSEEN_SHARE: f64 = 0.4;

/// Says of every required role of every decision what can be said, in key order.
pub(crate) fn required_roles(
    set: &DecisionSet,
    sources: &Sources<'_>,
    held: &[Held<'_>],
    templates: &Templates,
) -> Vec<RequiredRole> {
    let mut by_role: BTreeMap<(DecisionId, Role), Vec<&Held<'_>>> = BTreeMap::new();
    for holding in held {
        let key = (holding.row.decision_id, holding.row.role);
        by_role.entry(key).or_default().push(holding);
    }
    let sights = sights(sources, held);
    let unseen = Sight::default();
    let mut required = Vec::new();
    for decision in &set.decisions {
        let sight = sights.get(&decision.decision_id).unwrap_or(&unseen);
        for role in templates.roles(decision.kind) {
            let key = (decision.decision_id, role);
            let holders = by_role.get(&key).map_or(&[][..], Vec::as_slice);
            required.push(of_role(decision, role, holders, sight));
        }
    }
    required.sort_by_key(|row| (row.decision_id, row.role));
    required
}

fn of_role(decision: &Decision, role: Role, holders: &[&Held<'_>], sight: &Sight) -> RequiredRole {
    let confirmed = |h: &&&Held<'_>| h.row.state == HoldingState::Confirmed;
    let n_confirmed = holders.iter().filter(confirmed).count();
    let candidates: Vec<&Held<'_>> = holders
        .iter()
        .filter(|h| n_confirmed == 0 || confirmed(h))
        .filter(|h| h.row.state != HoldingState::Declined)
        .copied()
        .collect();
    let best = best_of(&candidates);
    let is_contested = |h: &&&Held<'_>| h.row.state == HoldingState::Contested;
    let n_held = candidates.iter().filter(|h| h.row.state.is_held()).count();
    let best_chance = best.map_or(0.0, |h| h.row.probability);
    let (coverage, remark) = if n_held > 1 && weights::is_single(role) {
        (
            Coverage::Contested,
            "several people show in a role that one usually holds",
        )
    } else if let (true, Some(holder)) = (n_held > 0, best) {
        (Coverage::Filled, told_how(holder))
    } else if candidates.iter().any(|h| is_contested(&h)) {
        (
            Coverage::Contested,
            "one of ours says that somebody holds it, and another denies it",
        )
    } else if best_chance >= SOMEBODY_MAY_HOLD {
        (
            Coverage::NotKnown,
            "somebody may hold it, but it is not established",
        )
    } else if sight.unseen_share(role) > UNSEEN_SHARE {
        (Coverage::NotKnown, "too little to say that nobody holds it")
    } else {
        (Coverage::Vacant, "nobody shows in this role")
    };
    RequiredRole {
        account_id: decision.account_id,
        decision_id: decision.decision_id,
        role,
        coverage,
        holding_id: best.map(|h| h.row.holding_id),
        looked_at: format!("{}: {remark}", sight.in_words(role)),
    }
}

/// The one who holds the role, else who most likely does.
fn best_of<'h, 'a>(candidates: &[&'h Held<'a>]) -> Option<&'h Held<'a>> {
    let is_worth =
        |h: &&&Held<'_>| h.row.probability >= weights::WORTH_WRITING || h.row.state.is_held();
    let found = candidates.iter().filter(is_worth).max_by(|a, b| {
        let by_state = a.row.state.is_held().cmp(&b.row.state.is_held());
        let by_chance = a.row.probability.total_cmp(&b.row.probability);
        by_state
            .then(by_chance)
            .then(b.row.person_id.cmp(&a.row.person_id))
    });
    found.copied()
}

fn told_how(holder: &Held<'_>) -> &'static str {
    if holder.row.state == HoldingState::Confirmed {
        "a person of ours confirmed it"
    } else if holder.row.is_placeholder {
        "the holder is named, but in no record of their own"
    } else {
        "somebody is established in this role"
    }
}

#[cfg(test)]
mod tests;
