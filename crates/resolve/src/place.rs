//! Places rows at accounts by the index of aliases.
//!
//! Reads   base rows in force, [`PlaceIndex`]
//! Writes  the same rows with `account_id` filled
//!
//! A reference outranks a name and a name outranks an e-mail domain. What none
//! of them places stays unplaced and is counted; nothing is guessed.

mod connections;
mod index;
mod labels;
mod meetings;

use model::tables::base::{
    AccountRow, ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MentionRow,
};
use model::{AccountId, MentionKind};

pub use connections::Connections;
pub use index::PlaceIndex;
pub use labels::{Labels, add_products, add_subscribed, name_stage};
pub use meetings::{Present, count_present, place_meeting};

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
    told.or_else(|| index.key(Some(&self.native_key)))
});
placeable!(ActivityRow, self, index, {
    let by_deal = index.key(self.deal_ref.as_deref());
    by_deal
        .or_else(|| index.told(self.account_ref.as_deref(), self.account_name.as_deref()))
        .or_else(|| index.key(Some(&self.native_key)))
        .or_else(|| self.person_refs.iter().find_map(|key| index.person(key)))
});
placeable!(MentionRow, self, index, {
    locate(self, told_workplace(index, self), index)
});

/// The account of a mention, given the workplace it tells of.
pub fn locate(row: &MentionRow, told: Option<AccountId>, index: &PlaceIndex) -> Option<AccountId> {
    let at_work = || told.or_else(|| index.person(&row.native_key));
    let in_role = || index.role(row.mention_id);
    match row.kind {
        MentionKind::Row => at_work().or_else(in_role),
        _ => in_role()
            .or_else(|| row.meeting_id.and_then(|id| index.meeting(id)))
            .or_else(at_work),
    }
}

/// Fills `account_id` of every row; returns how many stay unplaced.
pub fn place<T: Placeable>(rows: &mut [T], index: &PlaceIndex) -> usize {
    for row in rows.iter_mut() {
        row.set_account(row.find_account(index));
    }
    rows.iter().filter(|row| row.account().is_none()).count()
}

/// The account a person works at, as far as the row alone tells.
pub fn told_workplace(index: &PlaceIndex, row: &MentionRow) -> Option<AccountId> {
    let told = index.told(row.account_ref.as_deref(), row.account_name.as_deref());
    if row.kind == MentionKind::Owner {
        return told;
    }
    told.or_else(|| row.emails.iter().find_map(|email| index.email(email)))
}

#[cfg(test)]
mod tests;
