//! Which decisions a decision follows: by links between deals and contracts,
//! else by account, products and dates. Also what that says of a renewal's size.

use std::collections::BTreeMap;

use model::tables::base::ContractRow;
use model::tables::decided::Decision;
use model::{DecisionId, DecisionKind, Outcome};

use super::{DecisionSet, is_in_force};
use crate::input::AccountInput;
use crate::words::{are_compatible, folded_set};

/// Fills predecessors and their basis, then settles how renewals ended.
pub(super) fn link(input: &AccountInput, contracts: &[ContractRow], set: &mut DecisionSet) {
    let links = links(input, contracts, set);
    let founded = set.decisions.clone();
    for decision in set
        .decisions
        .iter_mut()
        .filter(|d| d.kind != DecisionKind::Use)
    {
        if let Some(by_link) = links.get(&decision.decision_id) {
            decision.predecessors = by_link.iter().copied().collect();
            decision.predecessor_basis = "link".to_owned();
        } else if !decision.predecessors.is_empty() {
            decision.predecessor_basis = "link".to_owned();
        } else if let Some(by_dates) = latest_before(decision, &founded) {
            decision.predecessors = vec![by_dates];
            decision.predecessor_basis = "dates".to_owned();
        }
    }
    add_additions(set);
    settle_renewals(set, &founded);
}

/// What was added during a term ends with it: its renewal follows the additions too.
fn add_additions(set: &mut DecisionSet) {
    let is_addition = |d: &&Decision| {
        matches!(d.kind, DecisionKind::CrossSell | DecisionKind::UpSell) && is_in_force(d)
    };
    let additions: Vec<Decision> = set.decisions.iter().filter(is_addition).cloned().collect();
    let is_renewal = |d: &&mut Decision| d.kind == DecisionKind::Renewal;
    for renewal in set.decisions.iter_mut().filter(is_renewal) {
        let added = additions.iter().filter(|it| is_added_before(it, renewal));
        let added: Vec<&Decision> = added.collect();
        if added.iter().any(|it| it.predecessor_basis != "link") && !added.is_empty() {
            renewal.predecessor_basis = match renewal.predecessor_basis.as_str() {
                "link" => "link and dates".to_owned(),
                _ => "dates".to_owned(),
            };
        }
        let ids = added.iter().map(|it| it.decision_id);
        renewal.predecessors.extend(ids);
        renewal.predecessors.sort();
        renewal.predecessors.dedup();
    }
}

/// It builds on what is renewed, closed before it, and its products can be among those renewed.
fn is_added_before(addition: &Decision, renewal: &Decision) -> bool {
    let is_before = match (addition.closes, renewal.closes) {
        (Some(added), Some(renewed)) => added < renewed,
        _ => false,
    };
    let builds_on = |id: &DecisionId| renewal.predecessors.contains(id);
    is_before
        && addition.predecessors.iter().any(builds_on)
        && are_compatible(
            &folded_set(&addition.products),
            &folded_set(&renewal.products),
        )
}

type Links = BTreeMap<DecisionId, std::collections::BTreeSet<DecisionId>>;

fn links(input: &AccountInput, contracts: &[ContractRow], set: &DecisionSet) -> Links {
    let mut links = Links::new();
    let mut add = |later: Option<DecisionId>, earlier: Option<DecisionId>| {
        if let (Some(later), Some(earlier)) = (later, earlier)
            && later != earlier
        {
            links.entry(later).or_default().insert(earlier);
        }
    };
    for contract in contracts {
        let began = set.of_key(Some(&contract.native_key));
        let renewal = set.renewal_of.get(&contract.native_key).copied();
        add(first_of_ends(set, renewal), began);
        add(began, set.of_key(contract.predecessor_ref.as_ref()));
        add(set.of_key(contract.renewal_deal_ref.as_ref()), began);
    }
    for deal in &input.deals {
        let later = set.of_key(Some(&deal.native_key));
        add(later, set.of_key(deal.renewed_contract_ref.as_ref()));
        add(later, set.of_key(deal.amended_contract_ref.as_ref()));
    }
    links
}

/// The first of the ends of one contract that renews by itself; they are founded in a row.
fn first_of_ends(set: &DecisionSet, last: Option<DecisionId>) -> Option<DecisionId> {
    let mut first = last?;
    let before = |id: DecisionId| {
        let decision = set.decisions.iter().find(|d| d.decision_id == id)?;
        decision.predecessors.first().copied()
    };
    while let Some(earlier) = before(first) {
        first = earlier;
    }
    Some(first)
}

/// The latest decision in force before this one that it can build on.
fn latest_before(decision: &Decision, founded: &[Decision]) -> Option<DecisionId> {
    if decision.kind == DecisionKind::Purchase {
        return None;
    }
    let closes = decision.closes?;
    let products = folded_set(&decision.products);
    let needs_products = decision.kind != DecisionKind::CrossSell;
    let fits = |earlier: &&Decision| {
        let is_before = earlier.closes.is_some_and(|day| day < closes);
        let shares = are_compatible(&products, &folded_set(&earlier.products));
        let is_base = matches!(earlier.kind, DecisionKind::Purchase | DecisionKind::Renewal);
        is_before && is_base && is_in_force(earlier) && (shares || !needs_products)
    };
    let earlier = founded.iter().filter(fits);
    earlier
        .max_by_key(|e| (e.closes, e.decision_id))
        .map(|e| e.decision_id)
}

/// A renewal that was won has grown or shrunk when its amount differs from its predecessors'.
fn settle_renewals(set: &mut DecisionSet, founded: &[Decision]) {
    let amount_of = |id: &DecisionId| {
        founded
            .iter()
            .find(|d| d.decision_id == *id)
            .and_then(|d| d.amount)
    };
    for decision in &mut set.decisions {
        let was_renewed =
            decision.kind == DecisionKind::Renewal && decision.outcome == Outcome::Renewed;
        if was_renewed {
            let amounts: Option<Vec<f64>> = decision.predecessors.iter().map(amount_of).collect();
            let before = amounts
                .filter(|list| !list.is_empty())
                .map(|list| list.iter().sum());
            decision.outcome = super::outcome::outcome_of(
                decision.kind,
                super::Ending::Won,
                before,
                decision.amount,
            );
        }
    }
}
