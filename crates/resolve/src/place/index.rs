//! What keys, names and domains mean: the parameter by which rows are placed.
//!
//! Reads   `account_alias`, `account`, and who points at whom
//! Writes  one serialisable value, sent to every slot

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::{AssociationRow, ContractRow, DealRow, DeclaredRoleRow, MentionRow};
use model::tables::resolved::{Account, AccountAlias};
use model::{AccountId, MeetingId, MentionId, Side};
use serde::{Deserialize, Serialize};

use super::Placeable;
use crate::words::{company_key, is_free_mail, is_telling, registrable_domain};

/// What keys, names and domains mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceIndex {
    keys: BTreeMap<String, AccountId>,
    names: BTreeMap<String, AccountId>,
    domains: BTreeMap<String, AccountId>,
    ids: BTreeMap<String, Option<AccountId>>,
    people: BTreeMap<String, AccountId>,
    roles: BTreeMap<MentionId, AccountId>,
    meetings: BTreeMap<MeetingId, AccountId>,
    not_customers: BTreeMap<AccountId, Side>,
}

/// The rows the index is made of, in force.
#[derive(Clone, Copy, Default)]
pub struct IndexInput<'a> {
    /// Companies.
    pub accounts: &'a [Account],
    /// What they are called.
    pub aliases: &'a [AccountAlias],
    /// Deals, which place whatever points at them.
    pub deals: &'a [DealRow],
    /// Contracts, likewise.
    pub contracts: &'a [ContractRow],
    /// Objects that are connected.
    pub associations: &'a [AssociationRow],
}

impl PlaceIndex {
    /// Makes the index.
    pub fn new(input: &IndexInput<'_>) -> Self {
        let mut index = Self::default();
        for alias in input.aliases {
            let kind = match alias.alias_kind.as_str() {
                "key" => &mut index.keys,
                "name" => &mut index.names,
                _ => &mut index.domains,
            };
            kind.insert(alias.alias.clone(), alias.account_id);
        }
        let others = input.accounts.iter().filter(|a| a.side != Side::Account);
        index.not_customers = others.map(|a| (a.account_id, a.side)).collect();
        index.add_associations(input.associations);
        index.add_rows(input.deals, |deal| &deal.native_key);
        index.add_rows(input.contracts, |contract| &contract.native_key);
        index.add_ids();
        index
    }

    /// Adds the accounts of roles, so that the person named stands where the role does.
    pub fn add_roles(&mut self, roles: &[DeclaredRoleRow]) {
        let placed = roles
            .iter()
            .filter_map(|r| Some((r.mention_id, r.account_id?)));
        self.roles.extend(placed);
    }

    /// Adds the account of one meeting.
    pub fn add_meeting(&mut self, meeting_id: MeetingId, account_id: AccountId) {
        self.meetings.insert(meeting_id, account_id);
    }

    /// Adds where people work, for references that name a person and no account.
    pub fn add_people(&mut self, mentions: &[MentionRow]) {
        let rows = mentions
            .iter()
            .filter(|m| m.kind == model::MentionKind::Row);
        let told: Vec<(String, AccountId)> = rows
            .filter_map(|row| Some((row.native_key.clone(), super::told_workplace(self, row)?)))
            .collect();
        self.people.extend(told);
    }

    fn add_rows<T: Placeable>(&mut self, rows: &[T], key: impl Fn(&T) -> &String) {
        let placed: Vec<(String, AccountId)> = rows
            .iter()
            .filter_map(|row| Some((key(row).clone(), row.find_account(self)?)))
            .collect();
        self.keys.extend(placed);
    }

    /// A deal or person connected with exactly one account is placed there.
    fn add_associations(&mut self, associations: &[AssociationRow]) {
        let mut found: BTreeMap<&str, BTreeSet<AccountId>> = BTreeMap::new();
        for a in associations {
            for (key, other) in [(&a.from_key, &a.to_key), (&a.to_key, &a.from_key)] {
                let account = self
                    .keys
                    .get(other)
                    .filter(|_| !self.keys.contains_key(key));
                if let Some(account) = account {
                    found.entry(key).or_default().insert(*account);
                }
            }
        }
        let only = found.into_iter().filter(|(_, set)| set.len() == 1);
        let placed: Vec<_> = only
            .filter_map(|(key, set)| Some((key.to_owned(), set.into_iter().next()?)))
            .collect();
        self.people.extend(placed.iter().cloned());
        self.keys.extend(placed);
    }

    /// The last part of each key, where it means one account.
    fn add_ids(&mut self) {
        for (key, account) in &self.keys {
            let id = key.rsplit(':').next().unwrap_or_default().to_lowercase();
            let entry = self.ids.entry(id).or_insert(Some(*account));
            if *entry != Some(*account) {
                *entry = None;
            }
        }
    }

    /// The account of an object by its key.
    pub fn key(&self, key: Option<&str>) -> Option<AccountId> {
        self.keys.get(key?).copied()
    }

    /// The account a token names by a native id; short numbers name nothing.
    pub fn id(&self, token: &str) -> Option<AccountId> {
        let has_letter = token.chars().any(char::is_alphabetic);
        let has_digit = token.chars().any(|c| c.is_ascii_digit());
        let may_be_id = has_digit && token.len() >= if has_letter { 3 } else { 7 };
        let found = self.ids.get(&token.to_lowercase()).filter(|_| may_be_id);
        found.copied().flatten()
    }

    /// The account a name means: exactly, or as the start of only one longer name.
    pub fn name(&self, name: &str) -> Option<AccountId> {
        self.name_key(&company_key(name))
    }

    /// Like [`Self::name`], for a name that is a comparison key already.
    pub fn name_key(&self, key: &str) -> Option<AccountId> {
        if let Some(exact) = self.names.get(key) {
            return Some(*exact);
        }
        if !is_telling(key) {
            return None;
        }
        let start = format!("{key} ");
        let longer = self.names.range(start.clone()..);
        let found: BTreeSet<AccountId> = longer
            .take_while(|(name, _)| name.starts_with(&start))
            .map(|(_, account)| *account)
            .collect();
        if found.len() == 1 {
            found.into_iter().next()
        } else {
            None
        }
    }

    /// The account whose own domain the address is at.
    pub fn email(&self, email: &str) -> Option<AccountId> {
        let domain = registrable_domain(email).filter(|d| !is_free_mail(d))?;
        self.domains.get(&domain).copied()
    }

    /// By reference, then by name.
    pub fn told(&self, key: Option<&str>, name: Option<&str>) -> Option<AccountId> {
        self.key(key).or_else(|| self.name(name?))
    }

    /// Where a person works, as far as is known of them.
    pub fn workplace(&self, row: &MentionRow) -> Option<AccountId> {
        super::told_workplace(self, row).or_else(|| self.person(&row.native_key))
    }

    /// Where the person of a key works.
    pub fn person(&self, key: &str) -> Option<AccountId> {
        self.people.get(key).copied()
    }

    /// The account of a meeting.
    pub fn meeting(&self, meeting_id: MeetingId) -> Option<AccountId> {
        self.meetings.get(&meeting_id).copied()
    }

    /// The account of the role that names the person.
    pub fn role(&self, mention_id: MentionId) -> Option<AccountId> {
        self.roles.get(&mention_id).copied()
    }

    /// Whose company an account is.
    pub fn side(&self, account_id: AccountId) -> Side {
        let other = self.not_customers.get(&account_id);
        other.copied().unwrap_or(Side::Account)
    }
}
