//! Says in which blocks a node meets others.
//!
//! Reads   `person_node`, block sizes
//! Writes  block keys; nodes that share none are never compared
//!
//! A key that only one node has is left out. One that too many have is replaced
//! by a finer one; a full name that too many bear anywhere is no key at all.

use std::collections::BTreeSet;

use model::tables::resolved::PersonNode;
use model::{MeetingId, Side};
use text::domains::{email_domain, is_free_mail};
use text::names::nickname_roots;

use super::{Frequencies, NameKey};

/// More nodes than this do not meet under one coarse key.
const MAX_BLOCK: u8 = 60;
/// An id shorter than this is no key outside its system.
const MIN_ID_LENGTH: usize = 5;

/// A coarse key and the finer one that replaces it in large blocks.
struct Key {
    coarse: String,
    fine: Option<String>,
}

/// The keys of a node as they are counted, before sizes are known.
pub(super) fn raw_keys(node: &PersonNode) -> Vec<String> {
    keys(node).into_iter().map(|key| key.coarse).collect()
}

/// The blocks a node stands in, in order. Keys that start alike mean alike:
/// `1m` same meeting, `2a` same account, `3e` address, `4k` id, `5g` full name,
/// `6p` telephone, `7w` mail domain.
pub fn block_keys(node: &PersonNode, sizes: &Frequencies) -> Vec<String> {
    if node.is_placeholder {
        return Vec::new();
    }
    let kept = keys(node).into_iter().filter_map(|key| {
        let size = sizes.block_size(&key.coarse);
        match size {
            0 | 1 => None,
            n if n <= MAX_BLOCK => Some(key.coarse),
            _ => key.fine,
        }
    });
    kept.collect::<BTreeSet<String>>().into_iter().collect()
}

fn keys(node: &PersonNode) -> Vec<Key> {
    let names: Vec<NameKey> = node.name_keys.iter().map(|n| NameKey::parse(n)).collect();
    let mut found = Vec::new();
    for email in &node.emails {
        found.push(always(format!("3e|{email}")));
    }
    let native = node.native_keys.iter().filter(|k| !is_label(k));
    for key in native.chain(&node.external_keys) {
        found.push(always(format!("4k|{key}")));
        found.extend(bare_id(key).map(|id| always(format!("4x|{id}"))));
    }
    for name in &names {
        // Our own people are one node a name already; nobody else is looked for among them.
        match node.side {
            Side::Ours if name.is_full() => found.push(full_name_key(name)),
            Side::Ours => {}
            _ => add_name_keys(node, name, &mut found),
        }
    }
    found.sort_by(|a, b| a.coarse.cmp(&b.coarse));
    found.dedup_by(|a, b| a.coarse == b.coarse);
    found
}

fn add_name_keys(node: &PersonNode, name: &NameKey, found: &mut Vec<Key>) {
    for account in &node.accounts {
        if !name.family.is_empty() {
            let coarse = format!("2a|{account}|{}", name.family);
            let fine = format!("{coarse}|{}", initial(&name.given));
            found.push(Key {
                coarse,
                fine: Some(fine),
            });
        }
        for given in given_forms(&name.given) {
            let coarse = format!("2a|{account}|/{given}");
            let fine = format!("{coarse}|{}", initial(&name.family));
            found.push(Key {
                coarse,
                fine: Some(fine),
            });
        }
    }
    let meetings = node.meetings.iter().filter_map(|m| m.split_once(':'));
    for (_, meeting) in meetings.filter(|_| !name.given.is_empty()) {
        found.push(always(format!("1m|{meeting}|{}", initial(&name.given))));
    }
    if name.is_full() {
        found.push(full_name_key(name));
    }
    for phone in node.phones.iter().filter(|_| !name.given.is_empty()) {
        found.push(always(format!("6p|{phone}|{}", initial(&name.given))));
    }
    let domains = node.emails.iter().filter_map(|email| email_domain(email));
    for domain in domains.filter(|domain| !is_free_mail(domain) && !name.family.is_empty()) {
        let coarse = format!("7w|{domain}|{}", name.family);
        let fine = format!("{coarse}|{}", initial(&name.given));
        found.push(Key {
            coarse,
            fine: Some(fine),
        });
    }
}

fn full_name_key(name: &NameKey) -> Key {
    Key {
        coarse: format!("5g|{}", name.pair()),
        fine: None,
    }
}

/// A key that only a label in a meeting has.
fn is_label(key: &str) -> bool {
    let prefix = key.split('_').next();
    prefix == Some(MeetingId::PREFIX) && key.contains('/')
}

/// A key that large blocks keep: the pairs are thinned out there instead.
fn always(key: String) -> Key {
    Key {
        fine: Some(key.clone()),
        coarse: key,
    }
}

/// A given name and the full names it may be short for.
pub(super) fn given_forms(given: &str) -> BTreeSet<&str> {
    let roots = nickname_roots(given).iter().copied();
    let own = Some(given).filter(|name| name.len() > 1);
    own.into_iter().chain(roots).collect()
}

/// The id at the end of a key, when it may mean the same in another system.
pub(super) fn bare_id(key: &str) -> Option<&str> {
    let id = key.rsplit(':').next()?;
    let may_be_id = id.len() >= MIN_ID_LENGTH && id.bytes().any(|b| b.is_ascii_digit());
    (may_be_id && key.contains(':') && !id.contains('/')).then_some(id)
}

fn initial(name: &str) -> &str {
    let end = name.chars().next().map_or(0, char::len_utf8);
    name.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::SlotNames;
    use crate::testing::{contact, node};

    fn shared(left: &PersonNode, right: &PersonNode) -> Vec<String> {
        let sizes = Frequencies::of(
            vec![SlotNames::of(&[left.clone(), right.clone()])],
            Default::default(),
        );
        let right = block_keys(right, &sizes);
        let left = block_keys(left, &sizes).into_iter();
        left.filter(|key| right.contains(key)).collect()
    }

    #[test]
    fn nodes_meet_by_address_id_and_full_name() {
        let mut left = contact("crm:contact:1", "Ada Quill");
        left.emails = vec!["ada@harbor.example".into()];
        let mut right = contact("erp:contact:9", "Ada Quill");
        right.emails.clone_from(&left.emails);
        right.external_keys = vec!["crm:contact:1".into()];
        let keys = shared(&node(&left), &node(&right));
        let starts: Vec<&str> = keys.iter().filter_map(|k| k.get(..2)).collect();
        assert_eq!(starts, ["3e", "4k", "5g", "7w"]);
    }

    #[test]
    fn strangers_and_placeholders_never_meet() {
        let left = node(&contact("crm:contact:1", "Ada Quill"));
        let right = node(&contact("crm:contact:2", "Bo Reed"));
        assert_eq!(shared(&left, &right), Vec::<String>::new());
        let nobody = node(&contact("crm:contact:3", "CFO (unknown)"));
        assert_eq!(shared(&nobody, &nobody), Vec::<String>::new());
    }
}
