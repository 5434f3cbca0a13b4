//! Places rows at accounts by the index of aliases.
//!
//! Reads   base rows in force, [`PlaceIndex`]
//! Writes  the same rows with `account_id` filled
//!
//! A reference outranks a name and a name outranks an e-mail domain. What none
//! of them places stays unplaced and is counted; nothing is guessed.

mod index;
mod meetings;

use std::collections::BTreeMap;

use model::tables::base::{
    AccountRow, ActivityRow, ContractRow, DealRow, DeclaredRoleRow, LineItemRow, MentionRow,
};
use model::{AccountId, MentionKind};

pub use index::{IndexInput, PlaceIndex};
pub use meetings::place_meeting;

/// A row that can stand at an account.
pub trait Placeable {
    /// The account the row points at or names, if the index knows it.
    fn find_account(&self, index: &PlaceIndex) -> Option<AccountId>;
    /// Writes the account down.
    fn set_account(&mut self, account_id: Option<AccountId>);
    /// The account written down.
    fn account(&self) -> Option<AccountId>;
}

macro_rules! placeable {
    ($row:ty, $self:ident, $index:ident, $find:expr) => {
        impl Placeable for $row {
            fn find_account(&$self, $index: &PlaceIndex) -> Option<AccountId> { $find }
            fn set_account(&mut self, account_id: Option<AccountId>) { self.account_id = account_id; }
            fn account(&self) -> Option<AccountId> { self.account_id }
        }
    };
}

placeable!(AccountRow, self, index, index.key(Some(&self.native_key)));
placeable!(DealRow, self, index, {
    let told = index.told(self.account_ref.as_deref(), self.account_name.as_deref());
    told.or_else(|| index.key(Some(&self.native_key)))
});
placeable!(DeclaredRoleRow, self, index, {
    let by_object = index.key(self.deal_ref.as_deref());
    by_object
        .or_else(|| index.key(self.contract_ref.as_deref()))
        .or_else(|| index.told(self.account_ref.as_deref(), self.account_name.as_deref()))
});
placeable!(ContractRow, self, index, {
    let told = index.told(self.account_ref.as_deref(), self.account_name.as_deref());
    told.or_else(|| index.key(self.deal_ref.as_deref()))
        .or_else(|| index.key(self.renewal_deal_ref.as_deref()))
});
placeable!(ActivityRow, self, index, {
    let told = index.told(self.account_ref.as_deref(), self.account_name.as_deref());
    told.or_else(|| index.key(self.deal_ref.as_deref()))
        .or_else(|| self.person_refs.iter().find_map(|key| index.person(key)))
});
placeable!(MentionRow, self, index, {
    let in_meeting = self.meeting_id.and_then(|id| index.meeting(id));
    index
        .role(self.mention_id)
        .or(in_meeting)
        .or_else(|| index.workplace(self))
});

/// Fills `account_id` of every row; returns how many stay unplaced.
pub fn place<T: Placeable>(rows: &mut [T], index: &PlaceIndex) -> usize {
    for row in rows.iter_mut() {
        row.set_account(row.find_account(index));
    }
    rows.iter().filter(|row| row.account().is_none()).count()
}

/// The account a person works at, as far as the row alone tells.
pub(crate) fn told_workplace(index: &PlaceIndex, row: &MentionRow) -> Option<AccountId> {
    let told = index.told(row.account_ref.as_deref(), row.account_name.as_deref());
    if row.kind == MentionKind::Owner {
        return told;
    }
    told.or_else(|| row.emails.iter().find_map(|email| index.email(email)))
}

/// Adds the products of line items to the deals they belong to, codes read as names.
pub fn add_products(
    deals: &mut [DealRow],
    line_items: &[LineItemRow],
    labels: &BTreeMap<String, String>,
) {
    let mut by_deal: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in line_items {
        by_deal
            .entry(&item.deal_ref)
            .or_default()
            .push(&item.product);
    }
    let named = |code: &str| labels.get(code).cloned().unwrap_or_else(|| code.to_owned());
    for deal in deals {
        let items = by_deal.get(deal.native_key.as_str()).into_iter().flatten();
        let own = deal.products.iter().map(String::as_str);
        let mut products: Vec<String> = own.chain(items.copied()).map(named).collect();
        products.sort();
        products.dedup();
        deal.products = products;
    }
}

#[cfg(test)]
mod tests;
