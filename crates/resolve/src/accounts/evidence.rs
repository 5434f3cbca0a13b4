//! Joins account rows that are one company.
//!
//! Reads   account rows in force, `same_as`
//! Writes  sets of row numbers
//!
//! Invariant: no parent ends up in one set with its subsidiary, whatever the
//! evidence; joins are tried in a fixed order, strongest first.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::{AccountRow, SameAsRow};
use text::companies::{company_key, is_telling};

use super::own_domains;
use crate::union_find::UnionFind;

/// A domain that more companies than this use is a host, not a company's own.
const MAX_NAMES_OF_DOMAIN: usize = 3;

/// Joins the rows that are one company.
pub(super) fn join(rows: &[AccountRow], same_as: &[SameAsRow], sets: &mut UnionFind) {
    let by_key: BTreeMap<&str, usize> = rows
        .iter()
        .enumerate()
        .map(|(i, row)| (row.native_key.as_str(), i))
        .collect();
    let apart = parents(rows, &by_key);
    let mut joiner = Joiner { rows, apart, sets };
    for (a, b) in told_pairs(rows, same_as, &by_key) {
        joiner.join(a, b);
    }
    joiner.by_domain();
    joiner.by_name();
}

/// Pairs of parent and child: linked, never merged.
fn parents(rows: &[AccountRow], by_key: &BTreeMap<&str, usize>) -> Vec<(usize, usize)> {
    let refs = rows.iter().enumerate();
    refs.filter_map(|(i, row)| Some((i, *by_key.get(row.parent_ref.as_deref()?)?)))
        .filter(|(child, parent)| child != parent)
        .collect()
}

/// Pairs that a system calls the same.
fn told_pairs(
    rows: &[AccountRow],
    same_as: &[SameAsRow],
    by_key: &BTreeMap<&str, usize>,
) -> BTreeSet<(usize, usize)> {
    let mut by_external: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    for (i, row) in rows.iter().enumerate() {
        let told = row.external_keys.iter().chain(&row.merged_into_ref);
        for key in told.map(String::as_str) {
            pairs.extend(by_key.get(key).map(|j| (i.min(*j), i.max(*j))));
            by_external.entry(key).or_default().push(i);
        }
    }
    for same in same_as {
        let ends = (
            by_key.get(same.from_key.as_str()),
            by_key.get(same.to_key.as_str()),
        );
        if let (Some(a), Some(b)) = ends {
            pairs.insert((*a.min(b), *a.max(b)));
        }
    }
    for group in by_external.values() {
        pairs.extend(
            group
                .windows(2)
                .filter_map(|w| Some((*w.first()?, *w.last()?))),
        );
    }
    pairs
}

struct Joiner<'a> {
    rows: &'a [AccountRow],
    apart: Vec<(usize, usize)>,
    sets: &'a mut UnionFind,
}

impl Joiner<'_> {
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.sets.find(a), self.sets.find(b));
        let ends = (a.min(b), a.max(b));
        let forbidden = self.apart.iter().any(|(child, parent)| {
            let (c, p) = (self.sets.find(*child), self.sets.find(*parent));
            (c.min(p), c.max(p)) == ends
        });
        if a != b && !forbidden {
            self.sets.union(a, b);
        }
    }

    fn by_domain(&mut self) {
        let mut by_domain: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, row) in self.rows.iter().enumerate() {
            for domain in own_domains(row) {
                by_domain.entry(domain).or_default().push(i);
            }
        }
        for group in by_domain.values() {
            let names: BTreeSet<String> = group.iter().map(|i| self.key(*i)).collect();
            if names.len() <= MAX_NAMES_OF_DOMAIN {
                self.join_compatible(group);
            }
        }
    }

    fn by_name(&mut self) {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for i in 0..self.rows.len() {
            by_name.entry(self.key(i)).or_default().push(i);
        }
        by_name.retain(|key, _| is_telling(key));
        for group in by_name.values() {
            for (a, b) in pairs_of(group) {
                if self.domains_agree(a, b) {
                    self.join(a, b);
                }
            }
        }
    }

    fn join_compatible(&mut self, group: &[usize]) {
        for (a, b) in pairs_of(group) {
            let (key_a, key_b) = (self.key(a), self.key(b));
            let is_one_system =
                self.rows.get(a).map(|r| &r.system) == self.rows.get(b).map(|r| &r.system);
            if may_share_a_domain(&key_a, &key_b, is_one_system) {
                self.join(a, b);
            }
        }
    }

    fn key(&self, i: usize) -> String {
        let name = self.rows.get(i).and_then(|row| row.name.as_deref());
        company_key(name.unwrap_or_default())
    }

    /// Equal names with unlike domains are two companies, unless only the ending differs.
    fn domains_agree(&self, a: usize, b: usize) -> bool {
        let labels = |i: usize| -> BTreeSet<String> {
            let domains = self.rows.get(i).map(own_domains).unwrap_or_default();
            let first = |d: String| d.split('.').next().unwrap_or_default().to_owned();
            domains.into_iter().map(first).collect()
        };
        let (a, b) = (labels(a), labels(b));
        a.is_empty() || b.is_empty() || !a.is_disjoint(&b)
    }
}

/// Whether two rows with one domain are one company rather than relatives.
///
/// "Ames Robotics" and "Ames Finance" are relatives in any system; "Ames" and
/// "Ames Germany" are relatives in one system, which lists both on purpose, and
/// a long and a short name across two.
fn may_share_a_domain(a: &str, b: &str, is_one_system: bool) -> bool {
    if a.is_empty() || b.is_empty() || a == b || are_initials(a, b) || are_initials(b, a) {
        return true;
    }
    let (a, b): (BTreeSet<&str>, BTreeSet<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let one_has_all = a.is_subset(&b) || b.is_subset(&a);
    match is_one_system {
        true => one_has_all && extra_is_generic(&a, &b),
        false => one_has_all || a.is_disjoint(&b),
    }
}

fn extra_is_generic(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    a.symmetric_difference(b).all(|token| !is_telling(token))
}

fn are_initials(short: &str, long: &str) -> bool {
    let initials: String = long.split(' ').filter_map(|t| t.chars().next()).collect();
    initials.chars().count() > 1 && short == initials
}

fn pairs_of(group: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    let tails = group.iter().enumerate();
    tails.flat_map(move |(n, a)| group.iter().skip(n + 1).map(move |b| (*a, *b)))
}
