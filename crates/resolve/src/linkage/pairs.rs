//! Compares every pair that a rule brings together, once.
//!
//! Reads   blocks, fields
//! Writes  pairs with their patterns, in the order of rules, blocks and records

use super::block::Blocks;
use super::parallel::map_ranges;
use super::pattern::{Comparer, Pattern};

/// Blocks that one thread takes at a time.
const BLOCKS_AT_A_TIME: usize = 256;

/// Two records that met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    /// The earlier record.
    pub left: u32,
    /// The later one.
    pub right: u32,
    /// The rule that joined them first.
    pub rule: u8,
    /// How they compare.
    pub pattern: Pattern,
}

/// Compares all pairs of all blocks.
pub(super) fn met(blocks: &Blocks, comparer: &Comparer<'_>, n_threads: usize) -> Vec<Met> {
    let mut found = Vec::new();
    for (at, rule) in blocks.rules.iter().enumerate() {
        let sets: Vec<&[u32]> = rule.blocks().collect();
        let parts = map_ranges(n_threads, sets.len(), BLOCKS_AT_A_TIME, |range| {
            let mut part = Vec::new();
            let sets = sets.get(range).unwrap_or_default();
            sets.iter()
                .for_each(|set| of_block(at, set, blocks, comparer, &mut part));
            part
        });
        parts.into_iter().for_each(|part| found.extend(part));
    }
    found
}

fn of_block(
    at: usize,
    set: &[u32],
    blocks: &Blocks,
    comparer: &Comparer<'_>,
    found: &mut Vec<Met>,
) {
    let rule = u8::try_from(at).unwrap_or(u8::MAX);
    for (n, left) in set.iter().enumerate() {
        for right in set.iter().skip(n + 1) {
            if blocks.is_first(at, *left, *right) {
                found.push(Met {
                    left: *left,
                    right: *right,
                    rule,
                    pattern: comparer.compare(*left, *right),
                });
            }
        }
    }
}
