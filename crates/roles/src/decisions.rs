//! Decisions and terms of use, from deals and contracts.
//!
//! Reads   `deal_placed`, `contract_placed`, `usage_placed`
//! Writes  `decision`
//!
//! A deal is a decision. A contract whose start no deal explains is one too. A
//! contract's end is an expected renewal until a deal or a later contract takes
//! its place. A contract's term is a term of use. Ids come from native keys, so
//! that a decision stays itself when other records come and go.

mod contracts;
mod ends;
mod kind;
mod outcome;
mod predecessors;
mod same;
mod uses;

use std::collections::BTreeMap;

use model::tables::base::{ContractRow, DealRow};
use model::tables::decided::Decision;
use model::{AccountId, Day, DecisionId, DecisionKind, Outcome, RecordId};

use crate::input::AccountInput;
use kind::History;
use outcome::Ending;
use same::Contracts;

/// Days a decision is taken to run before it closes when no first day is known.
const USUAL_WINDOW_DAYS: i32 = 180;

/// The decisions of one account and the keys that mean them.
#[derive(Default)]
pub(crate) struct DecisionSet {
    /// Every decision, in id order once built.
    pub(crate) decisions: Vec<Decision>,
    /// Deals and contracts by native key. A contract means the decision that began it.
    pub(crate) by_key: BTreeMap<String, DecisionId>,
    /// The decision on what follows a contract.
    pub(crate) renewal_of: BTreeMap<String, DecisionId>,
    /// The term of use of a contract.
    pub(crate) use_of: BTreeMap<String, DecisionId>,
}

impl DecisionSet {
    fn get_mut(&mut self, id: DecisionId) -> Option<&mut Decision> {
        self.decisions
            .iter_mut()
            .find(|decision| decision.decision_id == id)
    }

    /// The decision with this id.
    pub(crate) fn get(&self, id: DecisionId) -> Option<&Decision> {
        let found = self.decisions.binary_search_by_key(&id, |d| d.decision_id);
        found.ok().and_then(|idx| self.decisions.get(idx))
    }

    /// The terms of use whose end this decision is about.
    pub(crate) fn uses_ended_by(&self, renewal: DecisionId) -> Vec<DecisionId> {
        let contracts = self.renewal_of.iter().filter(|(_, id)| **id == renewal);
        contracts
            .filter_map(|(contract, _)| self.use_of.get(contract).copied())
            .collect()
    }

    /// Lets the other keys of a contract mean the same decisions.
    fn add_aliases(&mut self, aliases: &BTreeMap<String, String>) {
        for (alias, key) in aliases {
            let of_key = |d: &&mut Decision| d.native_keys.contains(key);
            for decision in self.decisions.iter_mut().filter(of_key) {
                decision.native_keys.push(alias.clone());
            }
            for map in [&mut self.by_key, &mut self.renewal_of, &mut self.use_of] {
                if let Some(id) = map.get(key).copied() {
                    map.insert(alias.clone(), id);
                }
            }
        }
    }

    fn of_key(&self, key: Option<&String>) -> Option<DecisionId> {
        self.by_key.get(key?).copied()
    }
}

/// First and last day of a decision, with the usual length where the first is not known.
pub(crate) fn window(decision: &Decision) -> (Option<Day>, Option<Day>) {
    let usual_start = decision.closes.map(|day| day.plus_days(-USUAL_WINDOW_DAYS));
    (decision.opens.or(usual_start), decision.closes)
}

/// Founds every decision of an account.
pub(crate) fn found_decisions(input: &AccountInput) -> DecisionSet {
    let Contracts { rows, aliases } = same::contracts(&input.contracts);
    let mut set = DecisionSet::default();
    found_deals(input, &rows, &mut set);
    contracts::found_starts(&rows, &mut set);
    contracts::found_ends(input, &rows, &mut set);
    uses::found_uses(input, &rows, &mut set);
    set.add_aliases(&aliases);
    predecessors::link(input, &rows, &mut set);
    set.decisions.iter_mut().for_each(|decision| {
        decision.account_id = input.account_id;
        decision.native_keys.sort();
    });
    set.decisions.sort_by_key(|decision| decision.decision_id);
    set
}

fn found_deals(input: &AccountInput, contracts: &[ContractRow], set: &mut DecisionSet) {
    let mut deals: Vec<&DealRow> = input.deals.iter().collect();
    deals.sort_by_key(|deal| (deal.closes.or(deal.created), &deal.native_key));
    deals.dedup_by(|a, b| a.native_key == b.native_key);
    let mut history = History::default();
    for deal in deals {
        add_started_contracts(deal, contracts, &mut history);
        let ending = outcome::ending_of(deal);
        let decision =
            decision_of_deal(deal, ending, &kind::kind_of_deal(deal, &history, contracts));
        set.by_key
            .insert(deal.native_key.clone(), decision.decision_id);
        set.decisions.push(decision);
        if ending == Ending::Won {
            history.add_win(deal);
        }
    }
}

/// A contract that ran before the deal opened makes the account a customer.
fn add_started_contracts(deal: &DealRow, contracts: &[ContractRow], history: &mut History) {
    let Some(opens) = deal
        .created
        .or(deal.closes.map(|day| day.plus_days(-USUAL_WINDOW_DAYS)))
    else {
        return;
    };
    for contract in contracts
        .iter()
        .filter(|c| c.starts.is_some_and(|day| day < opens))
    {
        history.add_contract(contract);
    }
}

fn decision_of_deal(deal: &DealRow, ending: Ending, (kind, reason): &kind::Kind) -> Decision {
    Decision {
        kind: *kind,
        name: deal.name.clone().unwrap_or_else(|| kind.code().to_owned()),
        opens: deal.created,
        closes: deal.closes,
        outcome: outcome::outcome_of(*kind, ending, None, deal.amount),
        products: deal.products.clone(),
        amount: deal.amount,
        native_keys: vec![deal.native_key.clone()],
        record_id: deal.record_id,
        ..bare(DecisionId::derive(&["deal", &deal.native_key]), reason)
    }
}

/// A decision of which nothing but its id and the reason of its kind is known.
fn bare(decision_id: DecisionId, reason: &str) -> Decision {
    Decision {
        decision_id,
        account_id: AccountId::default(),
        kind: DecisionKind::Purchase,
        name: String::new(),
        opens: None,
        closes: None,
        outcome: Outcome::Open,
        products: Vec::new(),
        amount: None,
        predecessors: Vec::new(),
        predecessor_basis: String::new(),
        locus: None,
        is_expected: false,
        native_keys: Vec::new(),
        record_id: RecordId::default(),
        kind_reason: reason.to_owned(),
    }
}

/// The decision was won, renewed or grown: something runs because of it.
fn is_in_force(decision: &Decision) -> bool {
    use Outcome::{AutoRenewed, Contracted, Expanded, Renewed, Won};
    let is_won = matches!(
        decision.outcome,
        Won | Renewed | Expanded | Contracted | AutoRenewed
    );
    is_won && decision.kind != DecisionKind::Use
}

#[cfg(test)]
mod tests;
