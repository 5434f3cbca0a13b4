//! Finds the companies behind account rows and names, and what each is called.
//!
//! Reads   `account_row`, `account_seen`, `same_as`
//! Writes  `account`, `account_alias`
//!
//! Two rows are one company when a system says so (`same_as`, a merge, a key of
//! the other), when they share a domain of their own, or when their names are
//! equal but for legal form. A parent and its subsidiary are linked and never
//! merged. A name that stands in a deal, a contact or a meeting and in no
//! account row founds an account by itself.

mod evidence;
mod identity;
mod names;

use std::collections::BTreeMap;

use model::tables::base::{AccountRow, SameAsRow};
use model::tables::resolved::{Account, AccountAlias, AccountSeen};
use model::{AccountId, RecordId, Side};
use serde::{Deserialize, Serialize};
use text::companies::company_key;
use text::domains::{is_free_mail, registrable_domain};

use crate::settle::settle;
use crate::union_find::UnionFind;

pub use identity::groups_of;
pub use names::seen_name;

/// Which names and domains are ours or a partner's; told by whoever set up the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sides {
    /// Our own e-mail domains.
    pub own_domains: Vec<String>,
    /// Our own company names.
    pub own_names: Vec<String>,
    /// Partners' e-mail domains.
    pub partner_domains: Vec<String>,
    /// Partners' company names.
    pub partner_names: Vec<String>,
}

/// What is known of companies, in force, ready to be resolved.
#[derive(Clone, Debug, Default)]
pub struct AccountInput {
    /// Account rows, all versions.
    pub rows: Vec<AccountRow>,
    /// Names seen elsewhere.
    pub seen: Vec<AccountSeen>,
    /// Keys that are the same thing.
    pub same_as: Vec<SameAsRow>,
    /// Whose companies are ours.
    pub sides: Sides,
}

/// The companies and what each is called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accounts {
    /// In order of id.
    pub accounts: Vec<Account>,
    /// In order of kind and alias.
    pub aliases: Vec<AccountAlias>,
}

/// One company while it is put together.
pub(crate) struct Company {
    pub(crate) account_id: AccountId,
    pub(crate) rows: Vec<AccountRow>,
    pub(crate) seen: Vec<AccountSeen>,
}

/// Resolves companies. The result depends on the set of rows, not on their order.
pub fn resolve_accounts(input: &AccountInput) -> Accounts {
    let rows = settle(&input.rows);
    let mut sets = UnionFind::new(rows.len());
    evidence::join(&rows, &input.same_as, &mut sets);
    let mut companies: Vec<Company> = sets
        .sets()
        .into_iter()
        .map(|set| company_of(set.iter().filter_map(|i| rows.get(*i)).cloned().collect()))
        .collect();
    names::attach(&mut companies, &input.seen);
    companies.sort_by_key(|company| company.account_id);
    let aliases = identity::aliases(&companies, &input.same_as);
    let by_key: BTreeMap<&str, AccountId> = aliases
        .iter()
        .filter(|alias| alias.alias_kind == "key")
        .map(|alias| (alias.alias.as_str(), alias.account_id))
        .collect();
    let mut accounts: Vec<Account> = companies
        .iter()
        .map(|company| identity::account(company, &by_key, &input.sides))
        .collect();
    identity::cut_circles(&mut accounts);
    Accounts { accounts, aliases }
}

fn company_of(rows: Vec<AccountRow>) -> Company {
    let founder = rows.iter().map(|row| (row.known_at, row.record_id)).min();
    let record_id = founder.map_or_else(RecordId::default, |(_, id)| id);
    Company {
        account_id: AccountId::derive(&[&record_id.to_string()]),
        rows,
        seen: Vec::new(),
    }
}

impl Company {
    /// The record that founds it.
    pub(crate) fn founder(&self) -> RecordId {
        let rows = self.rows.iter().map(|row| (row.known_at, row.record_id));
        let seen = self.seen.iter().map(|seen| (seen.known_at, seen.record_id));
        let founder = rows.min().or_else(|| seen.min());
        founder.map_or_else(RecordId::default, |(_, id)| id)
    }

    /// The keys of its names, sorted.
    pub(crate) fn name_keys(&self) -> Vec<String> {
        let rows = self.rows.iter().filter_map(|row| row.name.as_deref());
        let seen = self.seen.iter().map(|seen| seen.name.as_str());
        let mut keys: Vec<String> = rows.chain(seen).map(company_key).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// The registrable domains of its rows, free mail left out, sorted.
    pub(crate) fn domains(&self) -> Vec<String> {
        let mut domains: Vec<String> = self.rows.iter().flat_map(own_domains).collect();
        domains.sort();
        domains.dedup();
        domains
    }
}

/// The registrable domains of a row that are not free mail.
pub(crate) fn own_domains(row: &AccountRow) -> Vec<String> {
    let domains = row.domains.iter().filter_map(|d| registrable_domain(d));
    domains.filter(|domain| !is_free_mail(domain)).collect()
}

/// Whose company it is, by names and domains.
pub(crate) fn side_of(sides: &Sides, names: &[String], domains: &[String]) -> Side {
    let has = |told: &[String], found: &[String], norm: &dyn Fn(&str) -> String| {
        told.iter().any(|t| found.contains(&norm(t)))
    };
    let domain = |text: &str| registrable_domain(text).unwrap_or_default();
    if has(&sides.own_names, names, &company_key) || has(&sides.own_domains, domains, &domain) {
        return Side::Ours;
    }
    let is_partner = has(&sides.partner_names, names, &company_key)
        || has(&sides.partner_domains, domains, &domain);
    if is_partner {
        Side::Partner
    } else {
        Side::Account
    }
}

#[cfg(test)]
mod tests;
