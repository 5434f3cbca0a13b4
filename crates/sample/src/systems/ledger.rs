//! Which keys the systems gave to what is in a block.

use serde_json::{Value, json};

/// A contact of the CRM: whom it means and at which company.
pub(crate) struct ContactKey {
    pub(crate) human: usize,
    pub(crate) company: usize,
    pub(crate) id: String,
}

/// The keys of one block.
#[derive(Default)]
pub(crate) struct Ledger {
    /// Account ids, by position of the company.
    pub(crate) accounts: Vec<String>,
    /// Deal ids, by position of company and decision.
    pub(crate) deals: Vec<Vec<Option<String>>>,
    /// Contract ids, by position of company and contract.
    pub(crate) contracts: Vec<Vec<String>>,
    /// Contacts; where somebody was entered twice, the first is the usual one.
    pub(crate) contacts: Vec<ContactKey>,
}

impl Ledger {
    /// The account's id.
    pub(crate) fn account(&self, company: usize) -> &str {
        self.accounts.get(company).map_or("", String::as_str)
    }

    /// The deal's id, when there is one.
    pub(crate) fn deal(&self, company: usize, decision: usize) -> Option<&str> {
        self.deals.get(company)?.get(decision)?.as_deref()
    }

    /// The contract's id.
    pub(crate) fn contract(&self, company: usize, contract: usize) -> Option<&str> {
        self.contracts
            .get(company)?
            .get(contract)
            .map(String::as_str)
    }

    /// The contact for somebody at a company.
    pub(crate) fn contact(&self, human: usize, company: usize) -> Option<&str> {
        let here = self
            .contacts
            .iter()
            .find(|key| key.human == human && key.company == company);
        here.map(|key| key.id.as_str())
    }

    /// The keys of a decision, for the truth.
    pub(crate) fn keys_of(
        &self,
        company: usize,
        decision: usize,
        contract: Option<usize>,
    ) -> Value {
        let deal = self
            .deal(company, decision)
            .map(|id| format!("salesforce:deal:{id}"));
        let contract = contract.and_then(|at| self.contract(company, at));
        json!({"deal": deal, "contract": contract.map(|id| format!("salesforce:contract:{id}"))})
    }
}
