//! Erases a person: what would go, and the removal itself.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::json;

use super::known::{Known, hash};
use super::redact::Redactor;
use super::rewrite::{Counts, Note, count, remove};
use super::scrub::Scrub;
use super::subject::Subject;
use crate::effort::Effort;
use crate::workspace::Workspace;

/// Rows that would go and change, by table.
pub(crate) fn preview(workspace: &Workspace, subject: &Subject) -> Result<Counts> {
    count(&workspace.base_lake(), &rule(subject))
}

fn rule(subject: &Subject) -> Scrub<'_> {
    Scrub {
        known: &subject.known,
        theirs: &subject.theirs,
    }
}

/// Erases; the caller holds the writer's lock.
pub(crate) fn erase(
    workspace: &mut Workspace,
    subject: &Subject,
    effort: &Effort<'_>,
) -> Result<Counts> {
    let key = workspace.control.tombstone_key()?;
    let tombstones: BTreeSet<[u8; 32]> = subject
        .entries
        .iter()
        .map(|entry| hash(&key, entry))
        .collect();
    let person_id = subject.person_id.to_string();
    let redactor = Redactor {
        sets: vec![&subject.known],
        has_names: true,
    };
    let is_about = |text: &str| text.contains(&person_id) || redactor.text(text).is_some();
    let note = Note {
        what: "erase",
        body: &|_| json!({}),
        tombstones,
        is_about: &is_about,
    };
    let counts = remove(workspace, &rule(subject), &note, effort)?;
    forget_own_name(workspace, &subject.known)?;
    Ok(counts)
}

/// Takes somebody of ours out of the list in `prosopon.toml`.
fn forget_own_name(workspace: &mut Workspace, known: &Known) -> Result<()> {
    let redactor = Redactor {
        sets: vec![known],
        has_names: true,
    };
    let people = &mut workspace.config.ours.people;
    let n_before = people.len();
    people.retain(|name| redactor.text(name).is_none());
    if people.len() < n_before {
        workspace.config.save(&workspace.root)?;
    }
    Ok(())
}
