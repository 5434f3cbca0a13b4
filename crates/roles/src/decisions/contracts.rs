//! What contracts tell: a start that no deal explains, and an end that awaits a
//! renewal.

use model::tables::base::ContractRow;
use model::tables::decided::Decision;
use model::{DecisionId, DecisionKind, Outcome};

use super::kind::RENEWAL_REACH_DAYS;
use super::{DecisionSet, bare, ends, is_in_force};
use crate::input::AccountInput;
use crate::words::{are_compatible, folded_set};

/// Days a deal may close before the contract it won starts.
const CLOSE_BEFORE_START_DAYS: i32 = 120;
/// Days a deal may close after the contract it won starts.
const CLOSE_AFTER_START_DAYS: i32 = 45;
/// Days a follow-on contract may start before the earlier one ends.
const OVERLAP_DAYS: i32 = 31;
/// Days a follow-on contract may start after the earlier one ends.
const GAP_DAYS: i32 = 92;
/// Gives every contract the decision that began it, founding one where no deal explains it.
pub(super) fn found_starts(contracts: &[ContractRow], set: &mut DecisionSet) {
    let keeps_signatures = contracts.iter().any(|contract| contract.signed.is_some());
    for (i, contract) in contracts.iter().enumerate() {
        let known = deal_by_link(contract, set).or_else(|| deal_by_dates(contract, set));
        let id = known.unwrap_or_else(|| {
            let earlier = contracts.get(..i).unwrap_or(&[]);
            let decision =
                decision_of_start(contract, follows(contract, earlier), keeps_signatures);
            let id = decision.decision_id;
            set.decisions.push(decision);
            id
        });
        set.by_key.insert(contract.native_key.clone(), id);
        if let Some(decision) = set.get_mut(id) {
            remember_contract(decision, contract);
        }
    }
}

fn remember_contract(decision: &mut Decision, contract: &ContractRow) {
    if !decision.native_keys.contains(&contract.native_key) {
        decision.native_keys.push(contract.native_key.clone());
    }
    if decision.products.is_empty() {
        decision.products.clone_from(&contract.products);
    }
    if decision.closes.is_none() {
        decision.closes = contract.signed.or(contract.starts);
    }
}

fn deal_by_link(contract: &ContractRow, set: &DecisionSet) -> Option<DecisionId> {
    set.of_key(contract.deal_ref.as_ref())
}

fn deal_by_dates(contract: &ContractRow, set: &DecisionSet) -> Option<DecisionId> {
    let starts = contract.starts.or(contract.signed)?;
    let products = folded_set(&contract.products);
    let fits = |decision: &&Decision| {
        let begins_contracts = matches!(
            decision.kind,
            DecisionKind::Purchase | DecisionKind::Renewal
        );
        let is_near = decision.closes.is_some_and(|day| {
            (-CLOSE_BEFORE_START_DAYS..=CLOSE_AFTER_START_DAYS).contains(&(day.0 - starts.0))
        });
        let has_products = are_compatible(&products, &folded_set(&decision.products));
        begins_contracts && is_near && has_products && is_in_force(decision)
    };
    let distance = |decision: &&Decision| {
        let days = decision
            .closes
            .map_or(i32::MAX, |day| (day.0 - starts.0).abs());
        (days, decision.decision_id)
    };
    set.decisions
        .iter()
        .filter(fits)
        .min_by_key(distance)
        .map(|decision| decision.decision_id)
}

/// The earlier contract that this one continues.
fn follows<'a>(contract: &ContractRow, earlier: &'a [ContractRow]) -> Option<&'a ContractRow> {
    let by_link = earlier
        .iter()
        .find(|c| Some(&c.native_key) == contract.predecessor_ref.as_ref());
    by_link.or_else(|| earlier.iter().rev().find(|c| continues(contract, c)))
}

/// The later contract starts about when the earlier one ends, for the same products.
fn continues(later: &ContractRow, earlier: &ContractRow) -> bool {
    let (Some(starts), Some(ends)) = (later.starts, earlier.ends) else {
        return false;
    };
    let is_near = (-OVERLAP_DAYS..=GAP_DAYS).contains(&(starts.0 - ends.0));
    let is_other = later.native_key != earlier.native_key;
    is_near
        && is_other
        && are_compatible(&folded_set(&later.products), &folded_set(&earlier.products))
}

/// Where signatures are kept, a contract without one that continues another renewed by itself.
fn decision_of_start(
    contract: &ContractRow,
    earlier: Option<&ContractRow>,
    keeps_signatures: bool,
) -> Decision {
    let renews_itself = |earlier: &ContractRow| {
        earlier.is_auto_renewing == Some(true) && contract.signed.is_none() && keeps_signatures
    };
    let (kind, outcome, reason) = match earlier {
        Some(earlier) if renews_itself(earlier) => (
            DecisionKind::Renewal,
            Outcome::AutoRenewed,
            "the contract continues one that renews by itself, and nobody signed it",
        ),
        Some(_) => (
            DecisionKind::Renewal,
            Outcome::Renewed,
            "the contract continues an earlier one, and no deal explains it",
        ),
        None => (
            DecisionKind::Purchase,
            Outcome::Won,
            "the contract starts, and no deal explains it",
        ),
    };
    let id = DecisionId::derive(&["contract_start", &contract.native_key]);
    let closes = contract.signed.or(contract.starts);
    Decision {
        kind,
        outcome,
        closes,
        ..of_contract(contract, id, reason)
    }
}

/// A decision with what it takes from its contract.
pub(super) fn of_contract(
    contract: &ContractRow,
    decision_id: DecisionId,
    reason: &str,
) -> Decision {
    Decision {
        account_id: contract.account_id.unwrap_or_default(),
        name: contract.name.clone().unwrap_or_default(),
        products: contract.products.clone(),
        amount: contract.amount,
        native_keys: vec![contract.native_key.clone()],
        record_id: contract.record_id,
        ..bare(decision_id, reason)
    }
}

/// Gives every contract with an end the decision on what follows, expected where none is recorded.
pub(super) fn found_ends(input: &AccountInput, contracts: &[ContractRow], set: &mut DecisionSet) {
    for contract in contracts.iter().filter(|contract| contract.ends.is_some()) {
        let known = renewal_by_link(input, contract, contracts, set)
            .or_else(|| renewal_by_dates(contract, contracts, set));
        let id = known.unwrap_or_else(|| {
            let following = ends::decisions(contract, input.as_of);
            let last = following.last().map(|decision| decision.decision_id);
            set.decisions.extend(following);
            last.unwrap_or_default()
        });
        set.renewal_of.insert(contract.native_key.clone(), id);
    }
}

fn renewal_by_link(
    input: &AccountInput,
    contract: &ContractRow,
    contracts: &[ContractRow],
    set: &DecisionSet,
) -> Option<DecisionId> {
    let mut deals: Vec<_> = input.deals.iter().collect();
    deals.sort_by_key(|deal| (deal.closes, &deal.native_key));
    let renewing = deals
        .into_iter()
        .rev()
        .find(|deal| deal.renewed_contract_ref.as_ref() == Some(&contract.native_key));
    let successor = contracts
        .iter()
        .find(|c| c.predecessor_ref.as_ref() == Some(&contract.native_key));
    let keys = [
        contract.renewal_deal_ref.as_ref(),
        renewing.map(|deal| &deal.native_key),
        successor.map(|c| &c.native_key),
    ];
    keys.into_iter().find_map(|key| set.of_key(key))
}

fn renewal_by_dates(
    contract: &ContractRow,
    contracts: &[ContractRow],
    set: &DecisionSet,
) -> Option<DecisionId> {
    let ends = contract.ends?;
    let products = folded_set(&contract.products);
    let began = set.by_key.get(&contract.native_key);
    let fits = |decision: &&Decision| {
        let is_near = decision
            .closes
            .is_some_and(|day| (day.0 - ends.0).abs() <= RENEWAL_REACH_DAYS);
        let is_other = Some(&decision.decision_id) != began;
        let has_products = are_compatible(&products, &folded_set(&decision.products));
        decision.kind == DecisionKind::Renewal && is_near && is_other && has_products
    };
    let distance = |decision: &&Decision| {
        let days = decision
            .closes
            .map_or(i32::MAX, |day| (day.0 - ends.0).abs());
        (days, decision.decision_id)
    };
    let by_deal = set
        .decisions
        .iter()
        .filter(fits)
        .min_by_key(distance)
        .map(|d| d.decision_id);
    by_deal.or_else(|| {
        let later = contracts.iter().find(|c| continues(c, contract))?;
        set.by_key
            .get(&later.native_key)
            .copied()
            .filter(|id| Some(id) != began)
    })
}
