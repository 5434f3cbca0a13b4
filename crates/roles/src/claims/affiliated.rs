//! What intervals at the account tell: titles, which hint weakly at roles, and
//! who moved or left.
//!
//! Reads   `affiliation`, `cast`
//!
//! A title's claim bears on no decision: each holding takes the line of the
//! title in force then. Moves and departures speak for no role either; they
//! bear on who can still hold one.

use std::collections::BTreeMap;

use model::tables::resolved::Affiliation;
use model::{Instant, MentionId, Method, PersonId, Predicate, RecordId};

use super::{Draft, Sources};
use crate::cast::{Cast, Member};
use crate::title_words::title_key;
use crate::weights::{self, on_grid};
use crate::words::tokens;

/// Makes a claim for every titled interval of every member, every change of
/// title, and every last interval that has ended.
pub(super) fn claims(sources: &Sources<'_>, cast: &Cast) -> Vec<Draft> {
    let known = arrivals(sources);
    let mut drafts = Vec::new();
    for (person, member) in &cast.members {
        let of = Of {
            sources,
            known: &known,
            subject: (*person, member.mention),
        };
        drafts.extend(member.affiliations.iter().filter_map(|row| of.title(row)));
        drafts.extend(of.moves(member));
        drafts.extend(of.departure(member));
    }
    drafts
}

/// When each record of the cast was first known.
fn arrivals(sources: &Sources<'_>) -> BTreeMap<RecordId, Instant> {
    let mut known: BTreeMap<RecordId, Instant> = BTreeMap::new();
    for row in &sources.input.cast {
        let first = known.entry(row.record_id).or_insert(row.known_at);
        *first = (*first).min(row.known_at);
    }
    known
}

/// Makes the claims of one person.
struct Of<'a> {
    sources: &'a Sources<'a>,
    known: &'a BTreeMap<RecordId, Instant>,
    subject: (PersonId, MentionId),
}

impl Of<'_> {
    fn base(&self, row: &Affiliation, predicate: Predicate, method: Method) -> Draft {
        let known_at = self.known.get(&row.record_id).copied().unwrap_or_default();
        let account_id = self.sources.input.account_id;
        Draft::new(account_id, Some(self.subject), predicate, method).resting_on(
            row.record_id,
            &row.field,
            known_at,
        )
    }

    fn title(&self, row: &Affiliation) -> Option<Draft> {
        let title = title_of(row)?;
        let mut draft = self
            .base(row, Predicate::HasTitle, Method::Title)
            .with_object(title);
        draft.claim.valid_from = row.starts;
        draft.claim.valid_to = row.ends;
        "title".clone_into(&mut draft.cause);
        Some(draft)
    }

    fn moves(&self, member: &Member) -> Vec<Draft> {
        let pairs = member
            .affiliations
            .iter()
            .zip(member.affiliations.iter().skip(1));
        pairs
            .filter_map(|(before, after)| self.change(before, after))
            .collect()
    }

    /// Another title from a known day on, in another part or on another level of
    /// the company. Systems spell one title in many ways; that is no move.
    fn change(&self, before: &Affiliation, after: &Affiliation) -> Option<Draft> {
        let (old, new) = (title_of(before)?, title_of(after)?);
        let day = after.starts.or(before.ends)?;
        let weight = move_weight(before, after)?;
        let is_other = title_key(&tokens(old)) != title_key(&tokens(new));
        let has_happened = is_other && day <= self.sources.input.as_of;
        has_happened.then(|| {
            let mut draft = self
                .base(after, Predicate::MovedRole, Method::Structure)
                .with_object(new);
            draft.claim.valid_from = Some(day);
            draft.claim.weight = on_grid(weight);
            draft
        })
    }

    fn departure(&self, member: &Member) -> Option<Draft> {
        let last = member.affiliations.last()?;
        let is_over =
            |row: &Affiliation| row.ends.is_some_and(|day| day <= self.sources.input.as_of);
        if !member.affiliations.iter().all(is_over) {
            return None;
        }
        let mut draft = self.base(last, Predicate::LeftCompany, Method::Structure);
        draft.claim.valid_from = member.affiliations.iter().filter_map(|row| row.ends).max();
        Some(draft)
    }
}

/// How far a change of title speaks for a part having passed on; nothing where
/// neither function nor seniority is known to have changed.
fn move_weight(before: &Affiliation, after: &Affiliation) -> Option<f64> {
    if differ(before.function, after.function) {
        Some(weights::HAS_MOVED)
    } else if differ(before.seniority, after.seniority) {
        Some(weights::WAS_PROMOTED)
    } else {
        None
    }
}

fn differ<T: PartialEq>(before: Option<T>, after: Option<T>) -> bool {
    before.is_some() && after.is_some() && before != after
}

fn title_of(row: &Affiliation) -> Option<&str> {
    row.title
        .as_deref()
        .filter(|title| !title.trim().is_empty())
}
