//! What keys, names and domains mean: the parameter by which rows are placed.
//!
//! Reads   `account_alias`, `account`, and who points at whom
//! Writes  one serialisable value, sent to every slot

use std::collections::{BTreeMap, BTreeSet};

use model::tables::resolved::{Account, AccountAlias};
use model::{AccountId, MeetingId, MentionId, Side};
use serde::{Deserialize, Serialize};
use text::companies::{company_key, is_telling};
use text::domains::{email_domain, is_free_mail};

use super::connections::Connections;
use crate::hash::hash;

/// What keys, names and domains mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceIndex {
    keys: BTreeMap<String, AccountId>,
    names: BTreeMap<String, AccountId>,
    domains: BTreeMap<String, AccountId>,
    ids: BTreeMap<String, Option<AccountId>>,
    people: BTreeMap<u64, AccountId>,
    roles: BTreeMap<MentionId, BTreeSet<AccountId>>,
    meetings: BTreeMap<MeetingId, AccountId>,
    not_customers: BTreeMap<AccountId, Side>,
}

impl PlaceIndex {
    /// The index of companies and what they are called.
    pub fn new(accounts: &[Account], aliases: &[AccountAlias]) -> Self {
        let mut index = Self::default();
        for alias in aliases {
            let kind = match alias.alias_kind.as_str() {
                "key" => &mut index.keys,
                "name" => &mut index.names,
                _ => &mut index.domains,
            };
            kind.insert(alias.alias.clone(), alias.account_id);
        }
        let others = accounts.iter().filter(|a| a.side != Side::Account);
        index.not_customers = others.map(|a| (a.account_id, a.side)).collect();
        index
    }

    /// Adds deals, contracts and connected objects, and the ids that end their keys.
    pub fn connect(&mut self, found: Connections) {
        self.keys.extend(found.told);
        self.add_only(found.associated);
        for (contract, deals) in found.contracts {
            let account = deals.iter().find_map(|deal| self.key(Some(deal)));
            if let Some(account) = account.filter(|_| !self.keys.contains_key(&contract)) {
                self.keys.insert(contract, account);
            }
        }
        let through: Vec<(String, AccountId)> = found
            .links
            .into_iter()
            .filter_map(|(a, b)| match (self.key(Some(&a)), self.key(Some(&b))) {
                (Some(account), None) => Some((b, account)),
                (None, Some(account)) => Some((a, account)),
                _ => None,
            })
            .collect();
        self.add_only(through);
        self.add_ids();
    }

    /// An object connected with exactly one account is placed there.
    fn add_only(&mut self, connected: Vec<(String, AccountId)>) {
        let mut found: BTreeMap<String, BTreeSet<AccountId>> = BTreeMap::new();
        for (key, account) in connected {
            found.entry(key).or_default().insert(account);
        }
        for (key, accounts) in found {
            if let Some(account) = only(accounts) {
                self.keys.entry(key).or_insert(account);
            }
        }
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

    /// Adds the accounts of roles and signatures, so that who is named stands there.
    pub fn add_roles(&mut self, roles: impl IntoIterator<Item = (MentionId, AccountId)>) {
        for (mention, account) in roles {
            self.roles.entry(mention).or_default().insert(account);
        }
    }

    /// Adds the accounts of meetings.
    pub fn add_meetings(&mut self, placed: impl IntoIterator<Item = (MeetingId, AccountId)>) {
        self.meetings.extend(placed);
    }

    /// Adds where people work, for references that name a person and no account.
    pub fn add_people(&mut self, people: impl IntoIterator<Item = (u64, AccountId)>) {
        for (key, account) in people {
            self.people.entry(key).or_insert(account);
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

    /// The account of a group of users: by key, or by the id another system gave it.
    pub fn group(&self, key: &str) -> Option<AccountId> {
        let id = key.rsplit(':').next().unwrap_or_default();
        self.key(Some(key))
            .or_else(|| self.id(id))
            .or_else(|| self.name(id).filter(|_| !id.is_empty()))
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
        let found = longer
            .take_while(|(name, _)| name.starts_with(&start))
            .map(|(_, account)| *account)
            .collect();
        only(found)
    }

    /// The account whose own domain the address is at.
    pub fn email(&self, email: &str) -> Option<AccountId> {
        let domain = email_domain(email).filter(|d| !is_free_mail(d))?;
        self.domains.get(&domain).copied()
    }

    /// By reference, then by name.
    pub fn told(&self, key: Option<&str>, name: Option<&str>) -> Option<AccountId> {
        self.key(key).or_else(|| self.name(name?))
    }

    /// Where the person of a key works.
    pub fn person(&self, key: &str) -> Option<AccountId> {
        let told = self.people.get(&hash(key)).copied();
        told.or_else(|| self.key(Some(key)))
    }

    /// The account of a meeting.
    pub fn meeting(&self, meeting_id: MeetingId) -> Option<AccountId> {
        self.meetings.get(&meeting_id).copied()
    }

    /// The account of the role that names the person, when it is one.
    pub fn role(&self, mention_id: MentionId) -> Option<AccountId> {
        only(self.roles.get(&mention_id)?.clone())
    }

    /// Whose company an account is.
    pub fn side(&self, account_id: AccountId) -> Side {
        let other = self.not_customers.get(&account_id);
        other.copied().unwrap_or(Side::Account)
    }
}

fn only(found: BTreeSet<AccountId>) -> Option<AccountId> {
    let is_one = found.len() == 1;
    found.into_iter().next().filter(|_| is_one)
}
