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
use super::score::{Context, Scored, is_short};
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

/// For a pair of which one has a part of a name alone: how many people of the block may be meant.
fn n_bearers(left: &PersonNode, right: &PersonNode, nodes: &[&PersonNode]) -> usize {
    let short = match (is_short(left), is_short(right)) {
        (true, false) => left,
        (false, true) => right,
        _ => return 0,
    };
    let parts: Vec<NameKey> = short.name_keys.iter().map(|n| NameKey::parse(n)).collect();
    let names = nodes.iter().filter(|node| !is_short(node));
    let bearers: BTreeSet<String> = names
        .filter_map(|node| node.name_keys.first())
        .map(|name| NameKey::parse(name))
        .filter(|name| parts.iter().any(|part| may_stand_for(part, name)))
        .map(|name| name.pair())
        .collect();
    bearers.len()
}

/// Whether a part of a name fits a name that is spelled out.
fn may_stand_for(part: &NameKey, name: &NameKey) -> bool {
    let starts = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    let given = part.given.is_empty()
        || starts(&part.given, &name.given)
        || !given_forms(&part.given).is_disjoint(&given_forms(&name.given));
    let family =
        part.family.is_empty() || starts(&part.family, &name.family) || part.family == name.family;
    given && family
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::SlotNames;
    use crate::testing::{contact, node, present};
    use model::tables::base::MentionRow;
    use model::{AccountId, MentionKind};

    fn at_harbor(mut row: MentionRow) -> PersonNode {
        row.account_id = Some(AccountId::derive(&["harbor"]));
        node(&row)
    }

    /// The verdicts on all pairs that meet in any block.
    fn verdicts(nodes: &[PersonNode]) -> Vec<String> {
        let frequencies = Frequencies::of(vec![SlotNames::of(nodes)], Default::default());
        let keys = nodes.iter().flat_map(|node| block_keys(node, &frequencies));
        let keys: BTreeSet<String> = keys.collect();
        let in_block = |key: &String| -> Vec<PersonNode> {
            let stands = |node: &&PersonNode| block_keys(node, &frequencies).contains(key);
            nodes.iter().filter(stands).cloned().collect()
        };
        let links = keys
            .iter()
            .flat_map(|key| score_block(key, &in_block(key), &frequencies));
        links.map(|link| link.verdict).collect()
    }

    #[test]
    fn a_given_name_links_when_it_can_mean_one_person() {
        let label = at_harbor(present(MentionKind::Speaker, "weekly", "Ada"));
        let quill = at_harbor(contact("crm:contact:1", "Ada Quill"));
        let reed = at_harbor(contact("crm:contact:2", "Ada Reed"));
        assert_eq!(verdicts(&[label.clone(), quill.clone()]), ["link"]);
        assert!(!verdicts(&[label, quill, reed]).contains(&"link".to_owned()));
    }

    #[test]
    fn an_initial_links_when_it_can_mean_one_person() {
        let label = at_harbor(present(MentionKind::Speaker, "weekly", "A. Quill"));
        let ada = at_harbor(contact("crm:contact:1", "Ada Quill"));
        let amos = at_harbor(contact("crm:contact:2", "Amos Quill"));
        assert_eq!(verdicts(&[label.clone(), ada.clone()]), ["link"]);
        assert!(!verdicts(&[label, ada, amos]).contains(&"link".to_owned()));
    }

    #[test]
    fn a_pair_that_meets_in_several_blocks_is_scored_once() {
        let mut left = contact("crm:contact:1", "Ada Quill");
        left.emails = vec!["ada@harbor.example".into()];
        let mut right = contact("erp:contact:1", "Ada Quill");
        right.emails.clone_from(&left.emails);
        assert_eq!(verdicts(&[at_harbor(left), at_harbor(right)]), ["link"]);
    }
}
