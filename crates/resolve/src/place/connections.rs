//! Which deals, contracts and other objects stand at which account.
//!
//! Reads   rows of one slot, and what companies are called
//! Writes  keys with their accounts, and keys that point at keys

use model::AccountId;
use model::tables::base::{AssociationRow, ContractRow, DealRow};

use super::PlaceIndex;

/// What one slot, or all of them, tell about where objects stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connections {
    /// Deals and contracts that name their account.
    pub told: Vec<(String, AccountId)>,
    /// Objects that an association connects with an account.
    pub associated: Vec<(String, AccountId)>,
    /// Contracts that name only their deals.
    pub contracts: Vec<(String, Vec<String>)>,
    /// Objects that are connected with each other.
    pub links: Vec<(String, String)>,
}

impl Connections {
    /// Reads the rows of a slot; deals and contracts are those in force.
    pub fn of(
        index: &PlaceIndex,
        deals: &[DealRow],
        contracts: &[ContractRow],
        associations: &[AssociationRow],
    ) -> Self {
        let mut found = Self::default();
        for deal in deals {
            let account = index.told(deal.account_ref.as_deref(), deal.account_name.as_deref());
            found
                .told
                .extend(account.map(|a| (deal.native_key.clone(), a)));
            let contract = deal.contract_ref.iter().chain(&deal.renewed_contract_ref);
            let link = |key: &String| (deal.native_key.clone(), key.clone());
            found.links.extend(contract.map(link));
        }
        for contract in contracts {
            found.add_contract(index, contract);
        }
        for association in associations {
            found.add_association(index, association);
        }
        found
    }

    fn add_contract(&mut self, index: &PlaceIndex, row: &ContractRow) {
        let account = index.told(row.account_ref.as_deref(), row.account_name.as_deref());
        match account {
            Some(account) => self.told.push((row.native_key.clone(), account)),
            None => {
                let deals = row.deal_ref.iter().chain(&row.renewal_deal_ref).cloned();
                self.contracts
                    .push((row.native_key.clone(), deals.collect()));
            }
        }
    }

    fn add_association(&mut self, index: &PlaceIndex, row: &AssociationRow) {
        let ends = [(&row.from_key, &row.to_key), (&row.to_key, &row.from_key)];
        let mut names_an_account = false;
        for (key, other) in ends {
            if let Some(account) = index.key(Some(other)) {
                names_an_account = true;
                self.associated.push((key.clone(), account));
            }
        }
        if !names_an_account {
            self.links.push((row.from_key.clone(), row.to_key.clone()));
        }
    }

    /// Adds what the next slot tells.
    pub fn merge(&mut self, next: Self) {
        self.told.extend(next.told);
        self.associated.extend(next.associated);
        self.contracts.extend(next.contracts);
        self.links.extend(next.links);
    }
}
