//! Scores the pairs of a block.
//!
//! Reads   `person_block`, frequencies
//! Writes  `pair_scored`
//!
//! Two nodes that meet in several blocks are scored in the first of them alone.
//! In a block that is still too large a node meets its neighbours by name only.

use std::collections::BTreeSet;

use model::tables::resolved::{Link, PersonNode};

use super::blocks::{block_keys, given_forms};
use super::score::{Context, Scored, is_given_only};
use super::{Frequencies, NameKey, score};

/// Up to this many nodes, everybody meets everybody.
const MAX_WHOLE: usize = 256;
/// In larger blocks a node meets this many that follow it by name.
const N_NEIGHBOURS: usize = 24;

/// The scored pairs of one block; pairs that are clearly apart are left out
/// unless something speaks against them.
pub fn score_block(block_key: &str, nodes: &[PersonNode], frequencies: &Frequencies) -> Vec<Link> {
    let mut nodes: Vec<&PersonNode> = nodes.iter().collect();
    nodes.sort_by(|a, b| (&a.name_keys, a.node_id).cmp(&(&b.name_keys, b.node_id)));
    nodes.dedup_by_key(|node| node.node_id);
    let reach = match nodes.len() {
        n if n <= MAX_WHOLE => n,
        _ => N_NEIGHBOURS,
    };
    let keys: Vec<Vec<String>> = nodes.iter().map(|n| block_keys(n, frequencies)).collect();
    let mut links = Vec::new();
    for (i, (left, left_keys)) in nodes.iter().zip(&keys).enumerate() {
        let others = nodes.iter().zip(&keys).skip(i + 1).take(reach);
        for (right, right_keys) in others {
            if first_shared(left_keys, right_keys) == Some(block_key) {
                let context = Context {
                    frequencies,
                    n_bearers: n_bearers(left, right, &nodes),
                };
                links.extend(link(left, right, &score(left, right, &context)));
            }
        }
    }
    links
}

fn first_shared<'a>(left: &'a [String], right: &[String]) -> Option<&'a str> {
    let shared = left.iter().find(|key| right.binary_search(key).is_ok());
    shared.map(String::as_str)
}

/// For a pair of which one has a given name alone: how many people of the block may be meant.
fn n_bearers(left: &PersonNode, right: &PersonNode, nodes: &[&PersonNode]) -> usize {
    let short = match (is_given_only(left), is_given_only(right)) {
        (true, false) => left,
        (false, true) => right,
        _ => return 0,
    };
    let given: Vec<NameKey> = short.name_keys.iter().map(|n| NameKey::parse(n)).collect();
    let forms: BTreeSet<&str> = given.iter().flat_map(|n| given_forms(&n.given)).collect();
    let names = nodes.iter().filter(|node| !is_given_only(node));
    let full = names.filter_map(|node| node.name_keys.first());
    let bearers: BTreeSet<String> = full
        .map(|name| NameKey::parse(name))
        .filter(|name| {
            given_forms(&name.given)
                .iter()
                .any(|form| forms.contains(form))
        })
        .map(|name| name.pair())
        .collect();
    bearers.len()
}

fn link(left: &PersonNode, right: &PersonNode, scored: &Scored) -> Option<Link> {
    if !scored.is_worth_keeping() {
        return None;
    }
    let (left_id, right_id) = (
        left.node_id.min(right.node_id),
        left.node_id.max(right.node_id),
    );
    Some(Link {
        left_id,
        right_id,
        score_bits: scored.bits(),
        waterfall: scored.waterfall(),
        verdict: scored.verdict.to_owned(),
    })
}
