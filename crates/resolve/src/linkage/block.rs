//! Brings together the records that may be one person.
//!
//! Reads   fields, rules
//! Writes  blocks; a pair belongs to the first rule that joins it
//!
//! A block with too many records is split by the other fields; what stays too
//! large even so is reported and its pairs are counted, never dropped in silence.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::field::Field;
use super::keys;
use super::study::{Rule, Study, StudyError};
use super::table::Table;

/// The blocks of every rule.
pub(super) struct Blocks {
    /// Rules, those made by splitting last.
    pub rules: Vec<RuleBlocks>,
    /// For each record its block under each rule; 0 is none.
    ids: Vec<u32>,
}

/// The blocks of one rule.
pub(super) struct RuleBlocks {
    /// How the rule reads.
    pub name: String,
    /// The fields that agree in its pairs.
    pub fields: Vec<usize>,
    /// Records of each block, block after block.
    members: Vec<u32>,
    /// Where each block starts.
    starts: Vec<u32>,
    /// Blocks that were too large.
    pub n_split: usize,
    /// Pairs of too large blocks: they meet only where they agree further.
    pub n_left_out: u64,
}

/// What a rule brought together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleReport {
    /// How the rule reads.
    pub rule: String,
    /// Pairs that it joined first.
    pub n_pairs: u64,
    /// Blocks that were too large and were split.
    pub n_split: usize,
    /// Pairs of too large blocks: they meet only where they agree further.
    pub n_left_out: u64,
    /// True pairs that it joined first, of all true pairs, when the truth is known.
    pub recall_added: Option<f64>,
}

/// Numbers of one rule, one a record; 0 meets nobody.
type Keys = Vec<u64>;

impl Blocks {
    /// Makes the blocks of a study.
    ///
    /// # Errors
    /// [`StudyError::NoKey`] when a rule names what is not there.
    pub(super) fn new(fields: &[Field], study: &Study) -> Result<Self, StudyError> {
        let largest = study.estimation.largest_block;
        let mut rules = Vec::new();
        let mut split: Vec<(String, Vec<usize>, Keys)> = Vec::new();
        for rule in &study.rules {
            let (used, keys) = rule_keys(fields, rule)?;
            let name = rule.keys.join(" + ");
            let (mut blocks, rest) = RuleBlocks::new(name.clone(), used.clone(), &keys, largest);
            blocks.n_left_out = pairs_of(&rest, &keys);
            rules.push(blocks);
            if !rest.is_empty() {
                split.extend(finer(fields, &name, &used, &keys, &rest));
            }
        }
        for (name, used, keys) in split {
            let (mut blocks, rest) = RuleBlocks::new(name, used, &keys, largest);
            blocks.n_left_out = pairs_of(&rest, &keys);
            rules.push(blocks);
        }
        rules.truncate(usize::from(u8::MAX));
        let n_rows = fields.first().map_or(0, |field| field.codes.len());
        let ids = ids_of(&rules, n_rows);
        Ok(Self { rules, ids })
    }

    /// The block of a record under each rule.
    pub(super) fn of(&self, row: u32) -> &[u32] {
        let n = self.rules.len();
        let from = row as usize * n;
        self.ids.get(from..from + n).unwrap_or_default()
    }

    /// Whether the first rule that joins two records is this one.
    pub(super) fn is_first(&self, rule: usize, left: u32, right: u32) -> bool {
        let (left, right) = (self.of(left), self.of(right));
        let earlier = left.iter().zip(right).take(rule);
        !earlier.fold(false, |met, (a, b)| met | ((a == b) & (*a != 0)))
    }
}

impl RuleBlocks {
    /// The blocks of equal keys, and the records whose blocks are too large.
    fn new(name: String, fields: Vec<usize>, keys: &Keys, largest: usize) -> (Self, Vec<u32>) {
        let mut sorted: Vec<(u64, u32)> = (0_u32..)
            .zip(keys)
            .filter(|(_, key)| **key != 0)
            .map(|(row, key)| (*key, row))
            .collect();
        sorted.sort_unstable();
        let mut found = Self {
            name,
            fields,
            members: Vec::new(),
            starts: vec![0],
            n_split: 0,
            n_left_out: 0,
        };
        let mut rest = Vec::new();
        for block in sorted
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|block| block.len() > 1)
        {
            let rows = block.iter().map(|(_, row)| *row);
            if block.len() > largest {
                found.n_split += 1;
                rest.extend(rows);
            } else {
                found.members.extend(rows);
                found
                    .starts
                    .push(u32::try_from(found.members.len()).unwrap_or(u32::MAX));
            }
        }
        (found, rest)
    }

    /// The blocks, in order.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &[u32]> {
        let bounds = self.starts.windows(2);
        bounds.filter_map(|pair| match pair {
            [from, to] => self.members.get(*from as usize..*to as usize),
            _ => None,
        })
    }
}

/// The keys of large blocks, each with the value of one more field.
fn finer<'a>(
    fields: &'a [Field],
    name: &'a str,
    used: &'a [usize],
    keys: &'a Keys,
    rest: &'a [u32],
) -> impl Iterator<Item = (String, Vec<usize>, Keys)> + 'a {
    let others = fields
        .iter()
        .enumerate()
        .filter(|(at, _)| !used.contains(at));
    others.map(move |(at, field)| {
        let mut finer = vec![0; keys.len()];
        for row in rest {
            let code = field.codes.get(*row as usize).copied().unwrap_or(0);
            let key = keys.get(*row as usize).copied().unwrap_or(0);
            if let (true, Some(slot)) = (code > 0, finer.get_mut(*row as usize)) {
                *slot = mix(key, u64::from(code));
            }
        }
        let fields = used.iter().copied().chain([at]).collect();
        (format!("{name} + {}.whole", field.name), fields, finer)
    })
}

fn pairs_of(rest: &[u32], keys: &Keys) -> u64 {
    let mut sizes: FxHashMap<u64, u64> = FxHashMap::default();
    for row in rest {
        let key = keys.get(*row as usize).copied().unwrap_or(0);
        *sizes.entry(key).or_default() += 1;
    }
    sizes.values().map(|n| n * (n - 1) / 2).sum()
}

fn ids_of(rules: &[RuleBlocks], n_rows: usize) -> Vec<u32> {
    let mut ids = vec![0; n_rows * rules.len()];
    for (at, rule) in rules.iter().enumerate() {
        for (id, block) in (1_u32..).zip(rule.blocks()) {
            for row in block {
                if let Some(slot) = ids.get_mut(*row as usize * rules.len() + at) {
                    *slot = id;
                }
            }
        }
    }
    ids
}

/// The fields a rule rests on, and its number for each record.
fn rule_keys(fields: &[Field], rule: &Rule) -> Result<(Vec<usize>, Keys), StudyError> {
    let n_rows = fields.first().map_or(0, |field| field.codes.len());
    let mut keys: Keys = vec![1; n_rows];
    let mut used = Vec::new();
    for key in &rule.keys {
        let (at, numbers) = part_numbers(fields, key)
            .ok_or_else(|| StudyError::NoKey(key.clone(), known_keys(fields)))?;
        let codes = fields.get(at).map_or(&[][..], |field| &field.codes);
        for (slot, code) in keys.iter_mut().zip(codes) {
            let number = numbers.get(*code as usize).copied().unwrap_or(0);
            *slot = if number == 0 || *slot == 0 {
                0
            } else {
                mix(*slot, number)
            };
        }
        used.push(at);
    }
    Ok((used, keys))
}

fn part_numbers(fields: &[Field], key: &str) -> Option<(usize, Vec<u64>)> {
    let (name, part) = key.rsplit_once('.')?;
    let at = fields.iter().position(|field| field.name == name)?;
    Some((at, keys::numbers(fields.get(at)?, part)?))
}

fn known_keys(fields: &[Field]) -> String {
    let of_field = |field: &Field| -> Vec<String> {
        let parts = field.kind.map_or(&[][..], keys::parts);
        parts
            .iter()
            .map(|part| format!("{}.{part}", field.name))
            .collect()
    };
    fields
        .iter()
        .flat_map(of_field)
        .collect::<Vec<_>>()
        .join(", ")
}

/// One number for two; never 0.
pub(super) const fn mix(sum: u64, next: u64) -> u64 {
    let mixed = (sum.rotate_left(23) ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)) | 1
}

/// The share of true pairs that each rule joins first.
pub(super) fn recall_added(n_true: &[u64], n_all: u64) -> Vec<f64> {
    let share = |n: &u64| *n as f64 / n_all.max(1) as f64;
    n_true.iter().map(share).collect()
}

/// The names of a table's columns, for messages.
pub(super) fn column_names(table: &Table) -> String {
    table.names.join(", ")
}
