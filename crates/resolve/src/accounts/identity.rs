//! States what a company is called, whose it is and who its parent is.
//!
//! Reads   companies put together
//! Writes  `account`, `account_alias`

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::{AccountRow, SameAsRow};
use model::tables::resolved::{Account, AccountAlias};
use model::{AccountId, RecordId, Side};
use text::companies::company_key;

use super::{Company, Sides, side_of};

/// The account row of a company.
pub(super) fn account(
    company: &Company,
    by_key: &BTreeMap<&str, AccountId>,
    sides: &Sides,
) -> Account {
    let latest = latest_first(&company.rows);
    let parent = latest.iter().filter_map(|row| row.parent_ref.as_deref());
    let parent_id = parent.filter_map(|key| by_key.get(key).copied());
    let domains = company.domains();
    Account {
        account_id: company.account_id,
        name: name_in_force(company, &latest),
        domain: first(&latest, |row| super::own_domains(row).into_iter().next()),
        parent_id: parent_id.into_iter().find(|id| *id != company.account_id),
        industry: first(&latest, |row| row.industry.clone()),
        n_employees: first(&latest, |row| row.n_employees),
        country: first(&latest, |row| row.country.clone()),
        side: match side_of(sides, &company.name_keys(), &domains) {
            Side::Account if latest.iter().any(|row| is_partner(row)) => Side::Partner,
            side => side,
        },
        n_records: n_records(company),
        founding_record: company.founder(),
    }
}

/// Cuts parents that lead back to their own child.
pub(super) fn cut_circles(accounts: &mut [Account]) {
    let parents: BTreeMap<AccountId, AccountId> = accounts
        .iter()
        .filter_map(|a| Some((a.account_id, a.parent_id?)))
        .collect();
    for account in accounts.iter_mut() {
        let mut at = account.account_id;
        let mut seen = BTreeSet::new();
        while let Some(parent) = parents.get(&at) {
            if *parent == account.account_id {
                account.parent_id = None;
            }
            if !seen.insert(*parent) {
                break;
            }
            at = *parent;
        }
    }
}

/// For companies with a parent or children: the company at the head of their group.
pub fn groups_of(accounts: &[Account]) -> BTreeMap<AccountId, AccountId> {
    let parents: BTreeMap<AccountId, AccountId> = accounts
        .iter()
        .filter_map(|a| Some((a.account_id, a.parent_id?)))
        .collect();
    let head = |mut at: AccountId| {
        // Circles are cut before; a chain is no longer than there are parents.
        for _ in 0..parents.len() {
            match parents.get(&at) {
                Some(parent) => at = *parent,
                None => break,
            }
        }
        at
    };
    parents.keys().map(|child| (*child, head(*child))).collect()
}

/// Every key, name and domain that means one company.
pub(super) fn aliases(companies: &[Company], same_as: &[SameAsRow]) -> Vec<AccountAlias> {
    let mut found: BTreeMap<(&'static str, String), Vec<AccountAlias>> = BTreeMap::new();
    for company in companies {
        for alias in aliases_of(company) {
            let key = (alias_kind(&alias.alias_kind), alias.alias.clone());
            found.entry(key).or_default().push(alias);
        }
    }
    for (from, to, record_id) in same_as
        .iter()
        .map(|s| (&s.from_key, &s.to_key, s.record_id))
    {
        follow(&mut found, from, to, record_id);
        follow(&mut found, to, from, record_id);
    }
    found.into_values().filter_map(one_company).collect()
}

fn follow(
    found: &mut BTreeMap<(&'static str, String), Vec<AccountAlias>>,
    from: &str,
    to: &str,
    record_id: RecordId,
) {
    let target = found.get(&("key", to.to_owned())).and_then(|a| a.first());
    let Some(account_id) = target.map(|alias| alias.account_id) else {
        return;
    };
    let entry = found.entry(("key", from.to_owned())).or_default();
    if entry.is_empty() {
        entry.push(alias(
            "key",
            from,
            account_id,
            ("merged into it", record_id),
        ));
    }
}

fn aliases_of(company: &Company) -> Vec<AccountAlias> {
    let id = company.account_id;
    let mut aliases = Vec::new();
    for row in &company.rows {
        let why = |what| (what, row.record_id);
        aliases.push(alias("key", &row.native_key, id, why("key of its record")));
        for key in &row.external_keys {
            aliases.push(alias("key", key, id, why("key in another system")));
        }
        if let Some(name) = row
            .name
            .as_deref()
            .map(company_key)
            .filter(|k| !k.is_empty())
        {
            aliases.push(alias("name", &name, id, why("name of its record")));
        }
        for domain in super::own_domains(row) {
            aliases.push(alias("domain", &domain, id, why("domain of its record")));
        }
    }
    for seen in &company.seen {
        let why = ("name in another record", seen.record_id);
        aliases.push(alias("name", &seen.name_key, id, why));
        if !seen.domain.is_empty() {
            let why = ("address beside its name", seen.record_id);
            aliases.push(alias("domain", &seen.domain, id, why));
        }
    }
    aliases
}

/// The alias when it means one company; a record of the company itself outranks
/// an address beside its name.
fn one_company(mut aliases: Vec<AccountAlias>) -> Option<AccountAlias> {
    let is_own = |alias: &AccountAlias| alias.reason != "address beside its name";
    if aliases.iter().any(is_own) {
        aliases.retain(is_own);
    }
    let companies: BTreeSet<AccountId> = aliases.iter().map(|a| a.account_id).collect();
    let min = aliases.into_iter().min_by_key(|a| a.record_id);
    min.filter(|_| companies.len() == 1)
}

fn alias(kind: &str, alias: &str, id: AccountId, why: (&str, RecordId)) -> AccountAlias {
    AccountAlias {
        alias_kind: kind.to_owned(),
        alias: alias.to_owned(),
        account_id: id,
        reason: why.0.to_owned(),
        record_id: why.1,
    }
}

fn alias_kind(kind: &str) -> &'static str {
    match kind {
        "key" => "key",
        "name" => "name",
        _ => "domain",
    }
}

fn latest_first(rows: &[AccountRow]) -> Vec<&AccountRow> {
    let mut rows: Vec<&AccountRow> = rows.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.modified, row.import_seq, row.record_id)));
    rows
}

fn first<T>(rows: &[&AccountRow], get: impl Fn(&AccountRow) -> Option<T>) -> Option<T> {
    rows.iter().find_map(|row| get(row))
}

/// The latest row's name; for a company of names alone the most frequent, then the longest.
fn name_in_force(company: &Company, latest: &[&AccountRow]) -> String {
    if let Some(name) = first(latest, |row| row.name.clone()) {
        return name;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for seen in &company.seen {
        *counts.entry(&seen.name).or_default() += 1;
    }
    let best = counts
        .into_iter()
        .max_by_key(|(name, n)| (*n, name.len(), *name));
    best.map(|(name, _)| name.to_owned()).unwrap_or_default()
}

fn is_partner(row: &AccountRow) -> bool {
    let told = row
        .account_type
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    told.contains("partner") || told.contains("reseller")
}

fn n_records(company: &Company) -> i32 {
    let rows = company.rows.iter().map(|row| row.record_id);
    let seen = company.seen.iter().map(|seen| seen.record_id);
    let all: BTreeSet<RecordId> = rows.chain(seen).collect();
    i32::try_from(all.len()).unwrap_or(i32::MAX)
}
