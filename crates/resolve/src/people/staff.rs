//! Tells our own people from the account's.
//!
//! Reads   names and addresses of one mention, names of our staff, where names are at home
//! Writes  the side of a mention
//!
//! A speaker whose name is that of one of our people is ours, unless somebody of
//! that name is known at the account.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::MentionRow;
use model::{AccountId, MentionKind, Side};
use serde::{Deserialize, Serialize};
use text::domains::registrable_domain;

use super::NameKey;
use crate::accounts::Sides;
use crate::hash::hash;
use crate::place::{PlaceIndex, told_workplace};

/// Who is ours, as far as names and domains tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    own_domains: BTreeSet<String>,
    partner_domains: BTreeSet<String>,
    names: BTreeSet<u64>,
    homes: BTreeMap<u64, Option<AccountId>>,
}

impl Staff {
    /// What the settings tell.
    pub fn new(sides: &Sides, own_people: &[String]) -> Self {
        let domains = |list: &[String]| list.iter().filter_map(|d| registrable_domain(d)).collect();
        let names = own_people.iter().map(|name| NameKey::read(name));
        Self {
            own_domains: domains(&sides.own_domains),
            partner_domains: domains(&sides.partner_domains),
            names: names
                .filter(NameKey::is_full)
                .map(|name| hash(&name.pair()))
                .collect(),
            homes: BTreeMap::new(),
        }
    }

    /// Adds the names of people whom records show as ours.
    pub fn add_names(&mut self, names: impl IntoIterator<Item = u64>) {
        self.names.extend(names);
    }

    /// Adds the accounts at which the bearer of a name is known; two accounts cancel out.
    pub fn add_homes(&mut self, homes: impl IntoIterator<Item = (u64, AccountId)>) {
        for (name, account) in homes {
            let home = self.homes.entry(name).or_insert(Some(account));
            if *home != Some(account) {
                *home = None;
            }
        }
    }

    /// Where the bearer of each name is known.
    pub fn homes(&self) -> &BTreeMap<u64, Option<AccountId>> {
        &self.homes
    }

    /// The side that the mention alone tells.
    pub fn told(&self, row: &MentionRow, index: &PlaceIndex) -> Side {
        if row.kind == MentionKind::Owner || row.side == Side::Ours {
            return Side::Ours;
        }
        let domains = row
            .emails
            .iter()
            .filter_map(|email| registrable_domain(email));
        let domains: Vec<String> = domains.collect();
        if domains.iter().any(|d| self.own_domains.contains(d)) {
            return Side::Ours;
        }
        if domains.iter().any(|d| self.partner_domains.contains(d)) {
            return Side::Partner;
        }
        match told_workplace(index, row) {
            Some(account) => index.side(account),
            None => row.side,
        }
    }

    /// The side of a mention whose account is known.
    pub fn side(&self, row: &MentionRow, index: &PlaceIndex) -> Side {
        let told = self.told(row, index);
        if told != Side::Unknown || row.meeting_id.is_none() {
            return told;
        }
        let name = NameKey::of(row);
        let number = hash(&name.pair());
        let is_staff = name.is_full() && self.names.contains(&number);
        let is_at_home = self
            .homes
            .get(&number)
            .is_some_and(|home| home.is_none() || *home == row.account_id);
        if is_staff && !is_at_home {
            Side::Ours
        } else {
            Side::Unknown
        }
    }
}
