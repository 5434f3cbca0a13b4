//! States who the person of a component is, and which keys mean them.
//!
//! Reads   the nodes of one component, the links that hold them
//! Writes  `person`, `key_person`

use std::collections::{BTreeMap, BTreeSet};

use model::tables::resolved::{KeyPerson, Person, PersonNode};
use model::{AccountId, MentionId, PersonId, Side};

use super::{Joined, NameKey};

/// The people of some components and the keys that mean them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// People.
    pub people: Vec<Person>,
    /// Keys.
    pub keys: Vec<KeyPerson>,
}

/// Names the people behind nodes; nodes of one component are one person.
pub fn name_people(nodes: &[PersonNode], joined: &BTreeMap<MentionId, Joined>) -> Resolved {
    let mut components: BTreeMap<MentionId, Vec<&PersonNode>> = BTreeMap::new();
    for node in nodes {
        components.entry(node.component).or_default().push(node);
    }
    let mut resolved = Resolved::default();
    for nodes in components.into_values() {
        if let Some(person) = person_of(&nodes) {
            let keys = keys_of(&nodes, &person, joined);
            resolved.keys.extend(keys);
            resolved.people.push(person);
        }
    }
    resolved.people.sort_by_key(|person| person.person_id);
    resolved
        .keys
        .sort_by(|a, b| a.native_key.cmp(&b.native_key));
    resolved
}

fn person_of(nodes: &[&PersonNode]) -> Option<Person> {
    let founder = nodes
        .iter()
        .min_by_key(|node| (node.known_at, node.node_id))?;
    let best = nodes.iter().min_by_key(|node| name_rank(node))?;
    let emails: BTreeSet<&String> = nodes
        .iter()
        .flat_map(|node| node.emails.iter().chain(&node.shared_emails))
        .collect();
    let n_mentions = nodes.iter().map(|node| node.n_mentions);
    Some(Person {
        person_id: PersonId::derive(&[
            &founder.record_id.to_string(),
            &founder.node_id.to_string(),
        ]),
        name: best.name.clone(),
        emails: emails.into_iter().cloned().collect(),
        side: side_of(nodes),
        n_mentions: n_mentions.fold(0, i32::saturating_add),
        founding_record: founder.record_id,
        is_opted_out: nodes.iter().any(|node| node.is_opted_out),
    })
}

/// A full name outranks half a one, a record about the person a mention elsewhere.
fn name_rank(node: &PersonNode) -> (bool, bool, bool, i32, MentionId) {
    let name = node.name_keys.first().map(|name| NameKey::parse(name));
    (
        node.name.is_empty(),
        !name.is_some_and(|name| name.is_full()),
        node.objects.is_empty(),
        -node.n_mentions,
        node.node_id,
    )
}

fn side_of(nodes: &[&PersonNode]) -> Side {
    let has = |side: Side| nodes.iter().any(|node| node.side == side);
    let known = [Side::Ours, Side::Partner, Side::Account];
    known
        .into_iter()
        .find(|side| has(*side))
        .unwrap_or(Side::Unknown)
}

fn keys_of(
    nodes: &[&PersonNode],
    person: &Person,
    joined: &BTreeMap<MentionId, Joined>,
) -> Vec<KeyPerson> {
    let accounts: BTreeSet<AccountId> = nodes
        .iter()
        .flat_map(|node| node.accounts.iter().copied())
        .collect();
    let account_id = accounts.first().copied().filter(|_| accounts.len() == 1);
    let keys = nodes.iter().flat_map(|node| {
        let (weight_bits, reason) = held_by(joined.get(&node.node_id));
        node.native_keys.iter().map(move |key| KeyPerson {
            native_key: key.clone(),
            person_id: person.person_id,
            side: person.side,
            account_id,
            is_placeholder: node.is_placeholder,
            weight_bits,
            reason: reason.to_owned(),
        })
    });
    keys.collect()
}

fn held_by(joined: Option<&Joined>) -> (f64, &'static str) {
    match joined {
        None => (0.0, "one key"),
        Some(link) => {
            let reason = match (link.is_told, link.is_strong) {
                (true, _) => "somebody decided it",
                (_, true) => "an id, an address or a number in common",
                (_, false) => "a name that means nobody else there",
            };
            (f64::from(link.centibits) / 100.0, reason)
        }
    }
}
