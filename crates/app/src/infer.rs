//! Who we are, as far as the files themselves tell.
//!
//! Reads   the first 2 MB of the files named, 40 files of a folder and ending
//!
//! Systems list their own users: owners, representatives, internal speakers.
//! Their addresses give our domains; what deals are about gives our products;
//! accounts of type partner give our partners. A guess is shown and can be
//! changed in `prosopon.toml`.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::PathBuf;

use anyhow::Result;
use model::{FileId, MentionKind, Side};
use sources::{Context, Item, Sink, SinkError};

use crate::config::Ours;
use crate::import::gather;

/// As much of a file is looked at: who we are shows in its first rows, or nowhere.
const MAX_BYTES: u64 = 2 << 20;

/// Of the many files of one folder and ending (calls, as a rule), as many are looked at.
const MAX_ALIKE: usize = 40;

/// Of the addresses of our own people, the share a domain must have to be ours.
const LEAST_SHARE: f64 = 0.1;

/// Products that are listed; more than these are no list but free text.
const MAX_PRODUCTS: usize = 40;

#[derive(Default)]
struct Findings {
    domains: BTreeMap<String, usize>,
    people: BTreeMap<String, usize>,
    products: BTreeMap<String, usize>,
    product_labels: BTreeMap<String, String>,
    partner_domains: BTreeMap<String, usize>,
}

impl Sink for Findings {
    fn accept(&mut self, item: Item) -> Result<(), SinkError> {
        match item {
            Item::Mention(row) if row.kind == MentionKind::Owner || row.side == Side::Ours => {
                let own = row.emails.iter().filter_map(|email| domain(email));
                own.for_each(|domain| *self.domains.entry(domain).or_default() += 1);
                if let Some(name) = row.full_name.filter(|name| name.contains(' ')) {
                    *self.people.entry(name).or_default() += 1;
                }
            }
            Item::Account(row) => {
                let kind = row.account_type.unwrap_or_default().to_lowercase();
                if kind.contains("partner") || kind.contains("reseller") {
                    let domains = row.domains.iter();
                    let domains = domains.filter_map(|d| text::domains::registrable_domain(d));
                    domains.for_each(|d| *self.partner_domains.entry(d).or_default() += 1);
                }
            }
            Item::Deal(row) => self.see_products(row.products),
            Item::LineItem(row) => self.see_products(vec![row.product]),
            Item::Label(row) if row.native_key.contains(":product:") => {
                self.product_labels.insert(row.native_key, row.label);
            }
            _ => {}
        }
        Ok(())
    }
}

impl Findings {
    fn see_products(&mut self, products: Vec<String>) {
        for product in products {
            *self.products.entry(product).or_default() += 1;
        }
    }

    fn ours(self) -> Ours {
        let n: usize = self.domains.values().sum();
        let is_ours = |count: usize| count as f64 >= LEAST_SHARE * n as f64;
        let labels = &self.product_labels;
        let named = |code: String| labels.get(&code).cloned().unwrap_or(code);
        let mut products: Vec<String> = self.products.into_keys().map(named).collect();
        products.sort();
        products.dedup();
        if products.len() > MAX_PRODUCTS {
            products.clear();
        }
        Ours {
            name: String::new(),
            domains: self
                .domains
                .into_iter()
                .filter(|(_, count)| is_ours(*count))
                .map(|(domain, _)| domain)
                .collect(),
            people: self.people.into_keys().collect(),
            partner_domains: self.partner_domains.into_keys().collect(),
            products,
        }
    }
}

fn domain(email: &str) -> Option<String> {
    text::domains::email_domain(email).filter(|d| !text::domains::is_free_mail(d))
}

/// What the files below `paths` say about us. Files that cannot be read say nothing here.
pub(crate) fn infer(paths: &[PathBuf]) -> Result<Ours> {
    let mut findings = Findings::default();
    let mut n_alike: BTreeMap<(Option<PathBuf>, Option<OsString>), usize> = BTreeMap::new();
    for input in gather(paths)? {
        let folder = input.path.parent().map(PathBuf::from);
        let ending = input.path.extension().map(OsString::from);
        let n = n_alike.entry((folder, ending)).or_default();
        *n += 1;
        if *n > MAX_ALIKE {
            continue;
        }
        // What cannot be read says nothing here; the import names it.
        let opened = File::open(&input.path).ok();
        if let Some(head) = opened.filter(|_| input.problem.is_none()).and_then(head) {
            look_at(&input.shown, head, &mut findings);
        }
    }
    Ok(findings.ours())
}

/// The beginning of a file, as far as it can be read.
fn head(file: File) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    file.take(MAX_BYTES).read_to_end(&mut head).ok()?;
    Some(head)
}

/// Reads the beginning of a file.
fn look_at(shown: &str, head: Vec<u8>, findings: &mut Findings) {
    // Whatever is wrong with the file is told when it is imported.
    drop(sources::read_file(
        shown,
        FileId::derive(&[shown]),
        &mut Cursor::new(head),
        &Context::default(),
        findings,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_of_our_own_people_are_ours_and_rare_ones_are_not() {
        let findings = Findings {
            domains: BTreeMap::from([("ours.example".into(), 30), ("agency.example".into(), 1)]),
            products: BTreeMap::from([("crm:product:1".into(), 2)]),
            product_labels: BTreeMap::from([("crm:product:1".into(), "Ledger".into())]),
            ..Findings::default()
        };
        let ours = findings.ours();
        assert_eq!(ours.domains, ["ours.example"]);
        assert_eq!(ours.products, ["Ledger"]);
    }
}
