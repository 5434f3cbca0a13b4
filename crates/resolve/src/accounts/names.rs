//! Finds the company that a bare name means, or founds one.
//!
//! Reads   `account_seen`, companies from account rows
//! Writes  names added to companies, and companies that only a name founds

use std::collections::{BTreeMap, BTreeSet};

use model::tables::resolved::AccountSeen;
use model::{AccountId, Instant, RecordId};
use text::companies::{company_key, is_telling};
use text::domains::{is_blocklisted_value, is_free_mail, registrable_domain};

use super::Company;

/// A company's name as a record gives it, with the e-mail address beside it.
///
/// `None` for values that stand for nothing.
pub fn seen_name(
    name: &str,
    email: Option<&str>,
    record_id: RecordId,
    known_at: Instant,
) -> Option<AccountSeen> {
    let name_key = company_key(name);
    if name_key.is_empty() || is_blocklisted_value(name) {
        return None;
    }
    let domain = email.and_then(registrable_domain).unwrap_or_default();
    Some(AccountSeen {
        name_key,
        name: name.trim().to_owned(),
        domain: if is_free_mail(&domain) {
            String::new()
        } else {
            domain
        },
        record_id,
        known_at,
    })
}

/// Attaches every seen name to the company it means; longer names come first,
/// so that a short form finds the long one it abbreviates.
pub(super) fn attach(companies: &mut Vec<Company>, seen: &[AccountSeen]) {
    let mut by_key: BTreeMap<&str, Vec<&AccountSeen>> = BTreeMap::new();
    for one in seen {
        by_key.entry(&one.name_key).or_default().push(one);
    }
    let mut index = NameIndex::of(companies);
    let mut groups: Vec<(&str, Vec<&AccountSeen>)> = by_key.into_iter().collect();
    groups.sort_by_key(|(key, _)| (std::cmp::Reverse(key.split(' ').count()), *key));
    for (key, mut group) in groups {
        group.sort_by_key(|one| (one.known_at, one.record_id, &one.name, &one.domain));
        group.dedup();
        let found = index.find(key).or_else(|| index.by_domains(&group));
        let at = found.unwrap_or(companies.len());
        if found.is_none() {
            companies.push(found_by_name(key, &group));
            index.add(at, &[key.to_owned()], &[]);
        }
        if let Some(company) = companies.get_mut(at) {
            company.seen.extend(group.into_iter().cloned());
        }
    }
}

fn found_by_name(key: &str, group: &[&AccountSeen]) -> Company {
    let founder = group.first().map(|one| one.record_id).unwrap_or_default();
    Company {
        account_id: AccountId::derive(&[&founder.to_string(), key]),
        rows: Vec::new(),
        seen: Vec::new(),
    }
}

/// Which company a name or a domain means, where it means only one.
#[derive(Default)]
struct NameIndex {
    by_name: BTreeMap<String, BTreeSet<usize>>,
    by_domain: BTreeMap<String, BTreeSet<usize>>,
}

impl NameIndex {
    fn of(companies: &[Company]) -> Self {
        let mut index = Self::default();
        for (i, company) in companies.iter().enumerate() {
            index.add(i, &company.name_keys(), &company.domains());
        }
        index
    }

    fn add(&mut self, at: usize, names: &[String], domains: &[String]) {
        for name in names {
            self.by_name.entry(name.clone()).or_default().insert(at);
        }
        for domain in domains {
            self.by_domain.entry(domain.clone()).or_default().insert(at);
        }
    }

    fn find(&self, key: &str) -> Option<usize> {
        if let Some(exact) = self.by_name.get(key) {
            return exact.first().copied();
        }
        if !is_telling(key) {
            return None;
        }
        only(self.starting_with(key))
    }

    /// Companies whose name is `key` and more words.
    fn starting_with(&self, key: &str) -> BTreeSet<usize> {
        let start = format!("{key} ");
        let longer = self.by_name.range(start.clone()..);
        longer
            .take_while(|(name, _)| name.starts_with(&start))
            .flat_map(|(_, at)| at.iter().copied())
            .collect()
    }

    fn by_domains(&self, group: &[&AccountSeen]) -> Option<usize> {
        let domains = group.iter().map(|one| one.domain.as_str());
        let found = domains.filter_map(|d| self.by_domain.get(d)).flatten();
        only(found.copied().collect())
    }
}

fn only(found: BTreeSet<usize>) -> Option<usize> {
    if found.len() == 1 {
        found.into_iter().next()
    } else {
        None
    }
}
