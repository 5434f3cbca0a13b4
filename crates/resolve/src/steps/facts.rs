//! Summaries: what placing must know over all slots.
//!
//! Reads   deals, contracts, associations; mentions and roles
//! Writes  values that become parameters of the placing kernels

use std::collections::{BTreeMap, BTreeSet};

use lake::{KernelError, Slot, Summary};
use model::tables::base::{AssociationRow, ContractRow, DealRow, DeclaredRoleRow, MentionRow};
use model::{AccountId, MeetingId, MentionId, MentionKind, Row, Side, TableDef};

use crate::hash::hash;
use crate::people::{NameKey, Staff};
use crate::place::{Connections, PlaceIndex, Placeable, told_workplace};
use crate::settle::settle;

/// Which objects stand at which account.
pub(super) struct FindConnections<'a> {
    pub(super) index: &'a PlaceIndex,
}

impl Summary for FindConnections<'_> {
    type Value = Connections;

    fn name(&self) -> &'static str {
        "find_connections"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![DealRow::TABLE, ContractRow::TABLE, AssociationRow::TABLE]
    }
    fn empty(&self) -> Connections {
        Connections::default()
    }
    fn of_slot(&self, slot: &Slot) -> Result<Connections, KernelError> {
        Ok(Connections::of(
            self.index,
            &settle(&slot.rows::<DealRow>()?),
            &settle(&slot.rows::<ContractRow>()?),
            &slot.rows::<AssociationRow>()?,
        ))
    }
    fn merge(&self, sum: &mut Connections, next: Connections) {
        sum.merge(next);
    }
}

/// Who works where, who is in which meeting, which mention has a role where.
#[derive(Default)]
pub(super) struct Whereabouts {
    /// Numbers of keys of people, with their workplaces.
    pub(super) people: Vec<(u64, AccountId)>,
    /// Numbers of full names, with the accounts their bearers work at.
    pub(super) homes: Vec<(u64, AccountId)>,
    /// Numbers of the full names of our people.
    pub(super) staff: BTreeSet<u64>,
    /// Meetings with the accounts those present say they work at.
    pub(super) working: Vec<(MeetingId, AccountId)>,
    /// Meetings with the numbers of the full names present.
    pub(super) named: Vec<(MeetingId, u64)>,
    /// Meetings with the numbers of the given names present, and whether they are ours.
    pub(super) given: Vec<(MeetingId, u64, bool)>,
    /// Mentions with the accounts at which they have a role or signed.
    pub(super) roles: Vec<(MentionId, AccountId)>,
}

/// Learns [`Whereabouts`].
pub(super) struct FindWhereabouts<'a> {
    pub(super) index: &'a PlaceIndex,
    pub(super) staff: &'a Staff,
}

impl Summary for FindWhereabouts<'_> {
    type Value = Whereabouts;

    fn name(&self) -> &'static str {
        "find_whereabouts"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![
            MentionRow::TABLE,
            DeclaredRoleRow::TABLE,
            ContractRow::TABLE,
        ]
    }
    fn empty(&self) -> Whereabouts {
        Whereabouts::default()
    }
    fn of_slot(&self, slot: &Slot) -> Result<Whereabouts, KernelError> {
        let mut found = Whereabouts::default();
        let (own, rest): (Vec<MentionRow>, Vec<MentionRow>) = slot
            .rows::<MentionRow>()?
            .into_iter()
            .partition(|row| row.kind == MentionKind::Row);
        for row in settle(&own).iter().chain(&rest) {
            found.add_mention(row, self);
        }
        for role in settle(&slot.rows::<DeclaredRoleRow>()?) {
            let account = role.find_account(self.index);
            found.roles.extend(account.map(|a| (role.mention_id, a)));
        }
        for contract in settle(&slot.rows::<ContractRow>()?) {
            let account = contract.find_account(self.index);
            found.roles.extend(contract.signed_by.zip(account));
        }
        Ok(found)
    }
    fn merge(&self, sum: &mut Whereabouts, next: Whereabouts) {
        sum.people.extend(next.people);
        sum.homes.extend(next.homes);
        sum.staff.extend(next.staff);
        sum.working.extend(next.working);
        sum.named.extend(next.named);
        sum.given.extend(next.given);
        sum.roles.extend(next.roles);
    }
}

impl Whereabouts {
    fn add_mention(&mut self, row: &MentionRow, known: &FindWhereabouts<'_>) {
        let told = told_workplace(known.index, row);
        let account = told.or_else(|| known.index.key(Some(&row.native_key)));
        let is_ours = known.staff.told(row, told, known.index) == Side::Ours;
        let name = NameKey::of(row);
        let number = name.is_full().then(|| hash(&name.pair()));
        if let Some(meeting) = row.meeting_id.filter(|_| name.is_full()) {
            self.given.push((meeting, hash(&name.given), is_ours));
        }
        if is_ours {
            self.staff.extend(number);
            return;
        }
        if row.kind == MentionKind::Row {
            self.people
                .extend(account.map(|a| (hash(&row.native_key), a)));
            self.homes.extend(number.zip(account));
        }
        if let Some(meeting) = row.meeting_id {
            self.working.extend(account.map(|a| (meeting, a)));
            self.named.extend(number.map(|n| (meeting, n)));
        }
    }
}

/// Mentions with a role or a signature, from rows that have been placed.
pub(super) struct FindRoles;

/// Accounts by mention.
pub(super) type RolePlaces = BTreeMap<MentionId, BTreeSet<AccountId>>;

impl Summary for FindRoles {
    type Value = RolePlaces;

    fn name(&self) -> &'static str {
        "find_roles"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![
            model::tables::placed::DECLARED_ROLE_PLACED,
            model::tables::placed::CONTRACT_PLACED,
        ]
    }
    fn empty(&self) -> RolePlaces {
        RolePlaces::new()
    }
    fn of_slot(&self, slot: &Slot) -> Result<RolePlaces, KernelError> {
        let mut found = RolePlaces::new();
        for role in slot.rows_of::<DeclaredRoleRow>("declared_role_placed")? {
            let places = found.entry(role.mention_id).or_default();
            places.extend(role.account_id);
        }
        for contract in slot.rows_of::<ContractRow>("contract_placed")? {
            if let (Some(mention), Some(account)) = (contract.signed_by, contract.account_id) {
                found.entry(mention).or_default().insert(account);
            }
        }
        Ok(found)
    }
    fn merge(&self, sum: &mut RolePlaces, next: RolePlaces) {
        for (mention, accounts) in next {
            sum.entry(mention).or_default().extend(accounts);
        }
    }
}
