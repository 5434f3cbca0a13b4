//! Titles: a weak hint at a role, and the claim that says where it stands.

use model::tables::resolved::Affiliation;
use model::{Instant, Method, Predicate};

use super::{Draft, Sources};
use crate::cast::Cast;

/// Makes a claim for every titled interval of every member.
///
/// The claim bears on no decision: each holding takes the line of the title in
/// force then.
pub(super) fn claims(sources: &Sources<'_>, cast: &Cast) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (person, member) in &cast.members {
        for affiliation in &member.affiliations {
            let mention = (*person, member.mention);
            drafts.extend(of_interval(sources, affiliation, mention));
        }
    }
    drafts
}

fn of_interval(
    sources: &Sources<'_>,
    row: &Affiliation,
    mention: (model::PersonId, model::MentionId),
) -> Option<Draft> {
    let title = row
        .title
        .as_ref()
        .filter(|title| !title.trim().is_empty())?;
    let known_at = sources
        .input
        .cast
        .iter()
        .filter(|c| c.record_id == row.record_id)
        .map(|c| c.known_at)
        .min();
    let mut draft = Draft::new(
        sources.input.account_id,
        Some(mention),
        Predicate::HasTitle,
        Method::Title,
    )
    .resting_on(
        row.record_id,
        &row.field,
        known_at.unwrap_or(Instant::default()),
    )
    .with_object(title.clone());
    draft.claim.valid_from = row.starts;
    draft.claim.valid_to = row.ends;
    draft.cause = "title".to_owned();
    Some(draft)
}
