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
    n_named: u32,
    n_nodes: u32,
    given: BTreeMap<u64, u32>,
    family: BTreeMap<u64, u32>,
    places: BTreeMap<AccountId, u32>,
    blocks: Vec<u32>,
}

/// How common names are, how many people an account has, how large blocks are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequencies {
    n_named: u32,
    n_nodes: u32,
    given: FxHashMap<u64, u32>,
    family: FxHashMap<u64, u32>,
    places: FxHashMap<AccountId, u32>,
    blocks: Vec<u8>,
}

impl SlotNames {
    /// Counts the nodes of one slot.
    pub fn of(nodes: &[PersonNode]) -> Self {
        let mut counted = Self::default();
        for node in nodes.iter().filter(|node| !node.is_placeholder) {
            counted.n_nodes += 1;
            for account in &node.accounts {
                *counted.places.entry(*account).or_default() += 1;
            }
            counted
                .blocks
                .extend(raw_keys(node).iter().map(|k| cell(k)));
            if let Some(name) = node.name_keys.first().map(|name| NameKey::parse(name)) {
                counted.n_named += 1;
                *counted.given.entry(hash(&name.given)).or_default() += 1;
                *counted.family.entry(hash(&name.family)).or_default() += 1;
            }
        }
        counted
    }
}

impl Frequencies {
    /// Frequencies of nothing.
    pub fn new() -> Self {
        Self {
            blocks: vec![0; N_CELLS],
            ..Self::default()
        }
    }

    /// Adds the next slot.
    pub fn add(&mut self, slot: SlotNames) {
        self.n_named += slot.n_named;
        self.n_nodes += slot.n_nodes;
        let lists = [
            (&mut self.given, slot.given),
            (&mut self.family, slot.family),
        ];
        for (sum, found) in lists {
            for (name, n) in found {
                *sum.entry(name).or_default() += n;
            }
        }
        for (account, n) in slot.places {
            *self.places.entry(account).or_default() += n;
        }
        for at in slot.blocks {
            if let Some(n) = self.blocks.get_mut(at as usize) {
                *n = n.saturating_add(1);
            }
        }
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

    /// Nodes at an account.
    pub fn at_account(&self, account: AccountId) -> u32 {
        self.places.get(&account).copied().unwrap_or_default()
    }

    /// All nodes that may be people.
    pub const fn n_nodes(&self) -> u32 {
        self.n_nodes
    }
}

/// Minus the logarithm of the share of other people who bear the name: the two
/// that are compared say nothing about how common it is.
fn bits(counts: &FxHashMap<u64, u32>, name: &str, n: u32, share: f64) -> f64 {
    let others = counts.get(&hash(name)).map_or(0, |n| n.saturating_sub(2));
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
        let smiths = (1..=50).map(|i| node(&contact(&format!("crm:contact:{i}"), "Ada Smith")));
        let nodes: Vec<_> = smiths
            .chain([node(&contact("crm:contact:q", "Ada Quillfeather"))])
            .collect();
        let mut frequencies = Frequencies::new();
        frequencies.add(SlotNames::of(&nodes));
        let (smith, rare) = (
            frequencies.family_bits("smith"),
            frequencies.family_bits("quillfeather"),
        );
        assert!(smith < 2.0 && rare > 10.0, "{smith} {rare}");
        assert_eq!(frequencies.n_nodes(), 51);
    }
}
