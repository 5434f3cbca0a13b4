//! How common names are, how many people an account has, how large blocks are.
//!
//! Reads   `person_node`
//! Writes  one value, learnt over all slots; the parameter of blocking and scoring
//!
//! Block sizes are counted in a fixed table by hash: a collision can only make a
//! block look larger, and it is the same collision on every machine.

use std::collections::BTreeMap;

use model::AccountId;
use model::tables::resolved::PersonNode;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use stats::maths::log2;

use super::NameKey;
use super::blocks::raw_keys;
use crate::hash::hash;

/// Cells of the table of block sizes: a power of two.
const N_CELLS: usize = 1 << 22;

/// Bearers that are imagined of every name, so that few records do not make it rare or common.
const IMAGINED: f64 = 100.0;
/// The share of a given name nobody has counted.
const GIVEN_SHARE: f64 = 1.0 / 500.0;
/// The share of a family name nobody has counted.
const FAMILY_SHARE: f64 = 1.0 / 5_000.0;

/// What one slot of nodes adds to the frequencies.
#[derive(Clone, Debug, Default)]
pub struct SlotNames {
    names: Vec<FullName>,
    places: Vec<(AccountId, u64)>,
    blocks: Vec<u32>,
}

/// A full name by numbers, in the order whole, given, family.
type FullName = [u64; 3];

/// How common names are, how many people an account has, how large blocks are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequencies {
    n_named: u32,
    given: FxHashMap<u64, u32>,
    family: FxHashMap<u64, u32>,
    places: FxHashMap<AccountId, u32>,
    groups: BTreeMap<AccountId, AccountId>,
    blocks: Vec<u8>,
}

impl SlotNames {
    /// Counts the nodes of one slot.
    pub fn of(nodes: &[PersonNode]) -> Self {
        let mut counted = Self::default();
        for node in nodes.iter().filter(|node| !node.is_placeholder) {
            counted
                .blocks
                .extend(raw_keys(node).iter().map(|k| cell(k)));
            let name = node.name_keys.first().map(|name| NameKey::parse(name));
            let Some(name) = name.filter(NameKey::is_full) else {
                continue;
            };
            let whole = hash(&name.pair());
            let places = node.accounts.iter().map(|account| (*account, whole));
            counted.places.extend(places);
            counted
                .names
                .push([whole, hash(&name.given), hash(&name.family)]);
        }
        counted
    }
}

impl Frequencies {
    /// Adds up what the slots counted. Somebody with many records counts once.
    /// `groups` names, for companies that have relatives, the one at their head.
    pub fn of(slots: Vec<SlotNames>, groups: BTreeMap<AccountId, AccountId>) -> Self {
        let mut found = Self {
            groups,
            blocks: vec![0; N_CELLS],
            ..Self::default()
        };
        let (mut names, mut places) = (Vec::new(), Vec::new());
        for slot in slots {
            names.extend(slot.names);
            let of_group = |(account, name)| (found.group(account), name);
            places.extend(slot.places.into_iter().map(of_group));
            for at in slot.blocks {
                if let Some(n) = found.blocks.get_mut(at as usize) {
                    *n = n.saturating_add(1);
                }
            }
        }
        names.sort_unstable();
        names.dedup();
        found.n_named = u32::try_from(names.len()).unwrap_or(u32::MAX);
        for [_, given, family] in names {
            *found.given.entry(given).or_default() += 1;
            *found.family.entry(family).or_default() += 1;
        }
        places.sort_unstable();
        places.dedup();
        for (account, _) in places {
            *found.places.entry(account).or_default() += 1;
        }
        found
    }

    /// Nodes that share a block key, at most 255.
    pub fn block_size(&self, key: &str) -> u8 {
        let size = self.blocks.get(cell(key) as usize);
        size.copied().unwrap_or_default()
    }

    /// How telling a given name is, in bits: rare ones tell more.
    pub fn given_bits(&self, given: &str) -> f64 {
        bits(&self.given, given, self.n_named, GIVEN_SHARE)
    }

    /// How telling a family name is, in bits.
    pub fn family_bits(&self, family: &str) -> f64 {
        bits(&self.family, family, self.n_named, FAMILY_SHARE)
    }

    /// The company at the head of an account's group; the account itself when it has no relatives.
    pub fn group(&self, account: AccountId) -> AccountId {
        self.groups.get(&account).copied().unwrap_or(account)
    }

    /// People with different full names in a group of companies.
    pub fn in_group(&self, group: AccountId) -> u32 {
        self.places.get(&group).copied().unwrap_or_default()
    }

    /// People with different full names.
    pub const fn n_people(&self) -> u32 {
        self.n_named
    }
}

/// Minus the logarithm of the share of other people who bear the name: the one
/// that is looked for says nothing about how common it is.
fn bits(counts: &FxHashMap<u64, u32>, name: &str, n: u32, share: f64) -> f64 {
    let others = counts.get(&hash(name)).map_or(0, |n| n.saturating_sub(1));
    let expected = f64::from(others) + IMAGINED * share;
    log2((f64::from(n) + IMAGINED) / expected)
}

fn cell(key: &str) -> u32 {
    u32::try_from(hash(key) % N_CELLS as u64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{contact, node};

    #[test]
    fn rare_names_tell_more_than_common_ones() {
        let smiths = (1..=50).map(|i| {
            node(&contact(
                &format!("crm:contact:{i}"),
                &format!("Ada{i} Smith"),
            ))
        });
        let nodes: Vec<_> = smiths
            .chain([node(&contact("crm:contact:q", "Ada Quillfeather"))])
            .collect();
        let frequencies = Frequencies::of(vec![SlotNames::of(&nodes)], BTreeMap::new());
        let (smith, rare) = (
            frequencies.family_bits("smith"),
            frequencies.family_bits("quillfeather"),
        );
        assert!(smith < 2.0 && rare > 10.0, "{smith} {rare}");
        assert_eq!(frequencies.n_people(), 51);
    }
}
