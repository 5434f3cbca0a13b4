//! Terms of use: no decisions, but user roles are held in them.

use model::tables::base::ContractRow;
use model::tables::decided::Decision;
use model::{Day, DecisionId, DecisionKind, Outcome, RecordId};

use super::contracts::of_contract;
use super::{DecisionSet, bare, is_in_force};
use crate::input::AccountInput;

/// Founds a term of use for every contract; without contracts, for every purchase
/// in force; without those, for usage alone.
pub(super) fn found_uses(input: &AccountInput, contracts: &[ContractRow], set: &mut DecisionSet) {
    for contract in contracts {
        let id = DecisionId::derive(&["use", &contract.native_key]);
        let reason = "the term of a contract";
        // A contract that renews by itself runs on past its first end, unless another follows.
        let renewal = set.renewal_of.get(&contract.native_key);
        let is_expected = |d: &Decision| d.is_expected && Some(&d.decision_id) == renewal;
        let runs_on = contract.is_auto_renewing == Some(true)
            && contract.ends.is_some_and(|day| day < input.as_of)
            && set.decisions.iter().any(is_expected);
        let (opens, closes) = (contract.starts, contract.ends.filter(|_| !runs_on));
        let began = set.by_key.get(&contract.native_key).copied();
        let term = Decision {
            opens,
            closes,
            ..of_contract(contract, id, reason)
        };
        set.use_of.insert(contract.native_key.clone(), id);
        set.decisions.push(as_term(term, began));
    }
    if contracts.is_empty() {
        found_uses_without_contract(input, set);
    }
}

fn found_uses_without_contract(input: &AccountInput, set: &mut DecisionSet) {
    let is_bought =
        |decision: &&Decision| decision.kind == DecisionKind::Purchase && is_in_force(decision);
    let bought: Vec<Decision> = set.decisions.iter().filter(is_bought).cloned().collect();
    for purchase in &bought {
        let key = purchase.native_keys.first().map_or("", String::as_str);
        let term = Decision {
            decision_id: DecisionId::derive(&["use", key]),
            opens: purchase.closes,
            closes: None,
            predecessors: Vec::new(),
            kind_reason: "use since a purchase; no contract says until when".to_owned(),
            ..purchase.clone()
        };
        set.decisions
            .push(as_term(term, Some(purchase.decision_id)));
    }
    let first_use = input
        .usage
        .iter()
        .map(|row| (row.first_day, &row.user_key))
        .min();
    if let (true, Some((day, key))) = (bought.is_empty(), first_use) {
        let record = input
            .cast
            .iter()
            .filter(|row| row.native_key == *key)
            .map(|row| row.record_id)
            .min();
        let term = term_of_usage(input, day, record.unwrap_or_default());
        set.decisions.push(term);
    }
}

fn term_of_usage(input: &AccountInput, day: Day, record_id: RecordId) -> Decision {
    let decision_id = DecisionId::derive(&["use_seen", &input.account_id.to_string()]);
    let reason = "usage was counted; no deal and no contract says since when";
    let term = Decision {
        opens: Some(day),
        record_id,
        ..bare(decision_id, reason)
    };
    as_term(term, None)
}

fn as_term(term: Decision, began: Option<DecisionId>) -> Decision {
    let name = if term.name.is_empty() {
        "Use".to_owned()
    } else {
        format!("Use under {}", term.name)
    };
    let predecessor_basis = if began.is_some() { "link" } else { "" }.to_owned();
    let predecessors = began.into_iter().collect();
    Decision {
        kind: DecisionKind::Use,
        outcome: Outcome::Open,
        name,
        predecessors,
        predecessor_basis,
        ..term
    }
}
