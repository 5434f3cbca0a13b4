//! The review queue: pairs that may be one person.
//!
//! Reads   `link`, `person_node`, `key_person`
//!
//! What joins most records and is most open comes first: one answer there helps most.

use std::collections::BTreeMap;

use anyhow::Result;
use model::tables::resolved::{KeyPerson, Link, PersonNode};
use model::{MentionId, PersonId, Row as _};
use serde::Serialize;

use crate::cli::Shared;
use crate::table::{print_json, print_text};
use crate::workspace::Workspace;

/// From here on a pair would link; the nearer a score, the more open it is.
const LINK_BITS: f64 = 6.0;

/// A pair to decide.
#[derive(Serialize)]
struct Question {
    left: PersonId,
    left_name: String,
    left_key: String,
    right: PersonId,
    right_name: String,
    right_key: String,
    score_bits: f64,
    /// What was compared and what it adds.
    lines: Vec<(String, f64)>,
    /// Mentions that would stand together.
    n_mentions: i32,
}

/// A node as far as a question needs it.
struct Side {
    person: PersonId,
    name: String,
    key: String,
    n_mentions: i32,
}

/// Prints the first questions.
pub(super) fn review(shared: &Shared, workspace: &Workspace, limit: usize) -> Result<()> {
    let mut questions = questions(workspace)?;
    questions.sort_by(|a, b| {
        let worth =
            |q: &Question| f64::from(q.n_mentions) / (1.0 + (q.score_bits - LINK_BITS).abs());
        worth(b)
            .total_cmp(&worth(a))
            .then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    let n_all = questions.len();
    questions.truncate(limit);
    if shared.json {
        return print_json(&questions);
    }
    for question in &questions {
        print(question)?;
    }
    print_text(&format!("{} of {n_all} pairs to decide", questions.len()))
}

fn questions(workspace: &Workspace) -> Result<Vec<Question>> {
    let lake = workspace.lake();
    let keys = lake.rows::<KeyPerson>()?.into_iter();
    let people: BTreeMap<String, PersonId> =
        keys.map(|row| (row.native_key, row.person_id)).collect();
    let asked = lake
        .rows::<Link>()?
        .into_iter()
        .filter(|link| link.verdict == "ask");
    let asked: Vec<Link> = asked.collect();
    let wanted = asked.iter().flat_map(|link| [link.left_id, link.right_id]);
    let wanted: std::collections::BTreeSet<MentionId> = wanted.collect();
    let mut sides: BTreeMap<MentionId, Side> = BTreeMap::new();
    lake.for_each(PersonNode::TABLE, |batch| {
        let nodes = PersonNode::from_batch(batch)?.into_iter();
        for node in nodes.filter(|node| wanted.contains(&node.node_id)) {
            sides.extend(side(&node, &people).map(|side| (node.node_id, side)));
        }
        Ok(())
    })?;
    Ok(asked
        .iter()
        .filter_map(|link| question(link, &sides))
        .collect())
}

fn side(node: &PersonNode, people: &BTreeMap<String, PersonId>) -> Option<Side> {
    let key = node.native_keys.first()?;
    Some(Side {
        person: *people.get(key)?,
        name: node.name.clone(),
        key: key.clone(),
        n_mentions: node.n_mentions,
    })
}

fn question(link: &Link, sides: &BTreeMap<MentionId, Side>) -> Option<Question> {
    let (left, right) = (sides.get(&link.left_id)?, sides.get(&link.right_id)?);
    // Joined through other records, or decided: nothing is left to ask.
    if left.person == right.person {
        return None;
    }
    Some(Question {
        left: left.person,
        left_name: left.name.clone(),
        left_key: left.key.clone(),
        right: right.person,
        right_name: right.name.clone(),
        right_key: right.key.clone(),
        score_bits: link.score_bits,
        lines: serde_json::from_str(&link.waterfall).unwrap_or_default(),
        n_mentions: left.n_mentions + right.n_mentions,
    })
}

fn print(question: &Question) -> Result<()> {
    print_text(&format!(
        "{} ({})  and  {} ({}): {:+.2} bits",
        question.left_name,
        question.left_key,
        question.right_name,
        question.right_key,
        question.score_bits
    ))?;
    for (what, bits) in &question.lines {
        print_text(&format!("    {bits:+6.2}  {what}"))?;
    }
    print_text(&format!(
        "    prosopon people merge {0} {1}\n    prosopon people apart {0} {1}",
        question.left, question.right
    ))
}
