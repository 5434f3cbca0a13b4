//! Facts from what was said: topics of texts, stance, competitors, channels.

use model::tables::decided::Claim;
use model::{MeetingId, PersonaKind, Polarity, Predicate};

use super::people::People;
use super::{AccountInput, Gathered};
use crate::subjects::{OTHER, WORD};
use crate::topics::{Topics, told_by};

/// Adds the claims that bear on a decision to the kind of that decision.
pub(super) fn in_decisions(
    input: &AccountInput,
    people: &People<'_>,
    topics: &Topics,
    gathered: &mut Gathered,
) {
    for claim in &input.claims {
        let person = people.of_mention(claim.subject_mention);
        let tied = claim.decision_id.and_then(|d| Some((d, people.kind(d)?)));
        let (Some(person), Some((decision, kind))) = (person, tied) else {
            continue;
        };
        for fact in facts(claim, topics) {
            let whose = (kind, decision, person);
            gathered.add(whose, fact, claim.claim_id.to_string());
        }
    }
}

/// Adds the claims that bear on no decision to every kind the person is of, and
/// what was said of daily work, wherever it was said, to users.
pub(super) fn outside_decisions(
    input: &AccountInput,
    people: &People<'_>,
    topics: &Topics,
    chosen: &mut Gathered,
) {
    let all: Vec<_> = chosen.facts.keys().copied().collect();
    for claim in &input.claims {
        let Some(person) = people.of_mention(claim.subject_mention) else {
            continue;
        };
        let own = all.iter().filter(|whose| whose.2 == person);
        for whose in own.filter(|whose| is_heard(claim, whose.0)) {
            for fact in facts(claim, topics) {
                chosen.add(*whose, fact, claim.claim_id.to_string());
            }
        }
    }
}

fn is_heard(claim: &Claim, kind: PersonaKind) -> bool {
    let is_of_daily_work = matches!(
        claim.predicate,
        Predicate::Task | Predicate::Request | Predicate::ValueGained | Predicate::Preference
    );
    claim.decision_id.is_none() || (kind == PersonaKind::User && is_of_daily_work)
}

fn facts(claim: &Claim, topics: &Topics) -> Vec<(&'static str, String)> {
    if let Some(subject) = told_by(claim) {
        let topic = topics.best(subject, &claim.object);
        let words = topics.words(&claim.object).into_iter();
        let topic = topic.unwrap_or_else(|| OTHER.to_owned());
        return std::iter::once((subject, topic))
            .chain(words.map(|word| (WORD, word)))
            .collect();
    }
    other_fact(claim).into_iter().collect()
}

fn other_fact(claim: &Claim) -> Option<(&'static str, String)> {
    let is_for = claim.polarity == Polarity::For;
    match claim.predicate {
        Predicate::Competitor => named("competitor", &claim.object),
        Predicate::TookPart => Some(("channel", channel(&claim.object))),
        Predicate::Advocates | Predicate::Sponsors if is_for => stance("supports"),
        Predicate::Opposes if is_for => stance("opposes"),
        _ => None,
    }
}

fn stance(code: &str) -> Option<(&'static str, String)> {
    Some(("stance", code.to_owned()))
}

fn named(subject: &'static str, name: &str) -> Option<(&'static str, String)> {
    let folded = text::fold::fold(name);
    (!folded.is_empty()).then_some((subject, folded))
}

/// Meetings are told by their id, other activities by their kind.
fn channel(object: &str) -> String {
    match MeetingId::parse(object) {
        Some(_) => "meeting".to_owned(),
        None => text::fold::fold(object),
    }
}
