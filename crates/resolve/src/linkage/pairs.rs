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
    /// How they compare, and above it the rule that joined them first: tables of
    /// millions of records have tens of millions of pairs.
    packed: u64,
}

/// Bits that a pattern needs: four for each of 14 comparisons.
const PATTERN_BITS: u32 = 56;

impl Met {
    fn new((left, right): (u32, u32), rule: usize, pattern: Pattern) -> Self {
        Self {
            left,
            right,
            packed: (rule as u64) << PATTERN_BITS | pattern.0,
        }
    }

    /// The rule that joined them first.
    pub(super) const fn rule(self) -> usize {
        (self.packed >> PATTERN_BITS) as usize
    }

    /// How they compare.
    pub(super) const fn pattern(self) -> Pattern {
        Pattern(self.packed & ((1 << PATTERN_BITS) - 1))
    }
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
    for (n, left) in set.iter().enumerate() {
        for right in set.iter().skip(n + 1) {
            if blocks.is_first(at, *left, *right) {
                found.push(Met::new(
                    (*left, *right),
                    at,
                    comparer.compare(*left, *right),
                ));
            }
        }
    }
}
