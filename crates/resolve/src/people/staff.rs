//! Tells our own people from the account's.
//!
//! Reads   names and addresses of one mention, names of our staff, where names are at home
//! Writes  the side of a mention
//!
//! A speaker whose name is that of one of our people is ours, unless somebody of
//! that name is known at the account. A given name alone is ours where only people
//! of ours bear it in that meeting.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::MentionRow;
use model::{AccountId, MeetingId, MentionKind, Side};
use serde::{Deserialize, Serialize};
use text::domains::{email_domain, registrable_domain};

use super::NameKey;
use crate::accounts::Sides;
use crate::hash::hash;
use crate::place::PlaceIndex;

/// Who is ours, as far as names and domains tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    own_domains: BTreeSet<String>,
    partner_domains: BTreeSet<String>,
    names: BTreeSet<u64>,
    homes: BTreeMap<u64, Option<AccountId>>,
    present: BTreeMap<(MeetingId, u64), bool>,
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
            present: BTreeMap::new(),
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

    /// Adds the given names present in meetings, each with whether its bearer is ours.
    pub fn add_present(&mut self, given: impl IntoIterator<Item = (MeetingId, u64, bool)>) {
        for (meeting, name, is_ours) in given {
            let all_ours = self.present.entry((meeting, name)).or_insert(is_ours);
            *all_ours &= is_ours;
        }
    }

    /// The side that the mention alone tells; `workplace` is the account it says it works at.
    pub fn told(&self, row: &MentionRow, workplace: Option<AccountId>, index: &PlaceIndex) -> Side {
        if row.kind == MentionKind::Owner || row.side == Side::Ours {
            return Side::Ours;
        }
        let domains = row.emails.iter().filter_map(|email| email_domain(email));
        let domains: Vec<String> = domains.collect();
        if domains.iter().any(|d| self.own_domains.contains(d)) {
            return Side::Ours;
        }
        if domains.iter().any(|d| self.partner_domains.contains(d)) {
            return Side::Partner;
        }
        workplace.map_or(row.side, |account| index.side(account))
    }

    /// The side of a mention whose account is known.
    pub fn side(&self, row: &MentionRow, workplace: Option<AccountId>, index: &PlaceIndex) -> Side {
        let told = self.told(row, workplace, index);
        let Some(meeting) = row.meeting_id.filter(|_| told == Side::Unknown) else {
            return told;
        };
        let name = NameKey::of(row);
        let is_ours = if name.is_full() {
            self.is_staff(&name, row.account_id)
        } else {
            let present = self.present.get(&(meeting, hash(&name.given)));
            name.family.is_empty() && present == Some(&true)
        };
        if is_ours { Side::Ours } else { Side::Unknown }
    }

    /// One of ours has this name, and nobody of this account.
    fn is_staff(&self, name: &NameKey, account: Option<AccountId>) -> bool {
        let number = hash(&name.pair());
        let home = self.homes.get(&number);
        let is_at_home = home.is_some_and(|home| home.is_none() || *home == account);
        self.names.contains(&number) && !is_at_home
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{contact, present};

    fn side_of(staff: &Staff, label: &str) -> Side {
        let row = present(MentionKind::Speaker, "weekly", label);
        staff.side(&row, None, &PlaceIndex::default())
    }

    #[test]
    fn a_speaker_called_like_one_of_ours_is_ours() {
        let staff = Staff::new(&Sides::default(), &["Lee Moss".into()]);
        assert_eq!(side_of(&staff, "Moss, Lee"), Side::Ours);
        assert_eq!(side_of(&staff, "Ada Quill"), Side::Unknown);
    }

    #[test]
    fn a_namesake_at_the_account_is_not_ours() {
        let mut staff = Staff::new(&Sides::default(), &["Lee Moss".into()]);
        let harbor = AccountId::derive(&["harbor"]);
        staff.add_homes([(hash("lee|moss"), harbor)]);
        let mut row = present(MentionKind::Speaker, "weekly", "Lee Moss");
        row.account_id = Some(harbor);
        assert_eq!(
            staff.side(&row, None, &PlaceIndex::default()),
            Side::Unknown
        );
    }

    #[test]
    fn a_given_name_is_ours_where_only_ours_bear_it() {
        let weekly = MeetingId::derive(&["weekly"]);
        let mut staff = Staff::default();
        staff.add_present([(weekly, hash("lee"), true)]);
        assert_eq!(side_of(&staff, "Lee"), Side::Ours);
        staff.add_present([(weekly, hash("lee"), false)]);
        assert_eq!(side_of(&staff, "Lee"), Side::Unknown);
    }

    #[test]
    fn an_own_address_is_ours_below_the_domain_too() {
        let sides = Sides {
            own_domains: vec!["lantern.example".into()],
            ..Sides::default()
        };
        let mut row = contact("crm:contact:1", "Lee Moss");
        row.emails = vec!["lee@mail.lantern.example".into()];
        let staff = Staff::new(&sides, &[]);
        assert_eq!(staff.side(&row, None, &PlaceIndex::default()), Side::Ours);
    }
}
