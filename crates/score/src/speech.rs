//! What was said: found at its line, of the right kind, about the right person.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::Claim;
use model::{MentionId, Polarity, Predicate};
use serde::Serialize;
use store::Published;

use crate::matching::Matching;
use crate::rates::Rate;
use crate::scores::{Measured, ScoreError};
use crate::truth::{Said, Truth};

/// What was said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpeechScore {
    /// Planted sentences about parts and changes of people, found at their line with the right kind.
    pub parts: Rate,
    /// Planted sentences about goals, pains, questions and the like, found so.
    pub topics: Rate,
    /// The same by kind.
    pub by_predicate: Vec<PredicateRecall>,
    /// Of the parts found, about the right person.
    pub about: Rate,
    /// Claims about parts, read in files of the truth, that were planted there.
    pub precision: Rate,
    /// Sentences that only sound like a claim and were taken for one.
    pub traps_taken: Rate,
    /// Denials read as the opposite.
    pub denials_reversed: Rate,
}

/// One kind of sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PredicateRecall {
    /// The kind.
    pub predicate: Predicate,
    /// Planted sentences that were found.
    pub found: Rate,
}

/// File, line and what is said there.
type Spot<'a> = (&'a str, i64, Predicate, Polarity);

/// Kinds of sentence that say who plays a part, or that it changed hands.
const PARTS: &[Predicate] = &[
    Predicate::Decides,
    Predicate::Authorises,
    Predicate::ControlsBudget,
    Predicate::Owns,
    Predicate::Evaluates,
    Predicate::Procures,
    Predicate::ReviewsTerms,
    Predicate::Gatekeeps,
    Predicate::Sponsors,
    Predicate::Advocates,
    Predicate::Opposes,
    Predicate::Influences,
    Predicate::ManagesTeam,
    Predicate::Administers,
    Predicate::Uses,
    Predicate::HandsOver,
    Predicate::TookOver,
    Predicate::LeftCompany,
    Predicate::MovedRole,
];

fn is_part(predicate: Predicate) -> bool {
    PARTS.contains(&predicate)
}

fn is_planted(it: &&Said) -> bool {
    it.trap.is_none()
}

fn spot(it: &Said) -> Spot<'_> {
    (&it.file, it.line, it.predicate, it.polarity)
}

pub(crate) fn score(
    truth: &Truth,
    published: &Published,
    matching: &Matching<'_>,
) -> Result<Measured<SpeechScore>, ScoreError> {
    let claims: Vec<Claim> =
        published.rows("WHERE method IN ('said', 'said_by_other', 'noted')", &[])?;
    if claims.is_empty() {
        return Ok(Measured::NotMeasured("nothing that was said is published"));
    }
    let found = spots(&claims, matching);
    let is_found = |it: &&Said| found.contains_key(&spot(it));
    let planted = || truth.said.iter().filter(is_planted);
    let parts = || planted().filter(|it| is_part(it.predicate));
    let by_predicate = Predicate::ALL.iter().map(|predicate| PredicateRecall {
        predicate: *predicate,
        found: Rate::count(planted().filter(|it| it.predicate == *predicate), is_found),
    });
    let is_about = |it: &&Said| {
        let subjects = found.get(&spot(it)).into_iter().flatten();
        let mut subjects = subjects.map(|mention| is_person(matching, mention, &it.about));
        subjects.any(|is_right| is_right)
    };
    let traps = truth.said.iter().filter(|it| it.trap.is_some());
    let denials = parts().filter(|it| it.polarity == Polarity::Against);
    let spots: BTreeSet<Spot<'_>> = planted().map(spot).collect();
    // "Not me, she is" says both on one line.
    let denials = denials.filter(|it| !spots.contains(&reversed(it)));
    Ok(Measured::Measured(SpeechScore {
        parts: Rate::count(parts(), is_found),
        topics: Rate::count(planted().filter(|it| !is_part(it.predicate)), is_found),
        by_predicate: by_predicate.filter(|it| it.found.n_all > 0).collect(),
        about: Rate::count(parts().filter(is_found), is_about),
        precision: precision(truth, (&found, &spots)),
        traps_taken: Rate::count(traps, is_found),
        denials_reversed: Rate::count(denials, |it| found.contains_key(&reversed(it))),
    }))
}

fn is_person(matching: &Matching<'_>, mention: &MentionId, person: &str) -> bool {
    let found = matching.mentions.get(mention);
    found.is_some_and(|id| matching.is_person(*id, person))
}

/// The same place and kind, said in favour.
fn reversed(it: &Said) -> Spot<'_> {
    (&it.file, it.line, it.predicate, Polarity::For)
}

/// Where claims stand and whom they are about.
fn spots<'a>(claims: &[Claim], matching: &Matching<'a>) -> BTreeMap<Spot<'a>, Vec<MentionId>> {
    let mut all: BTreeMap<Spot<'a>, Vec<MentionId>> = BTreeMap::new();
    for it in claims {
        if let Some((file, line)) = matching.places.get(&it.record_id) {
            let subjects = all
                .entry((file, *line, it.predicate, it.polarity))
                .or_default();
            subjects.extend(it.subject_mention);
        }
    }
    all
}

/// Of the claims about parts in transcripts, where everything that says one was planted.
fn precision(
    truth: &Truth,
    (found, planted): (&BTreeMap<Spot<'_>, Vec<MentionId>>, &BTreeSet<Spot<'_>>),
) -> Rate {
    let files: BTreeSet<&str> = truth.speakers.iter().map(|it| it.file.as_str()).collect();
    let claimed = found
        .keys()
        .filter(|(file, _, predicate, _)| files.contains(file) && is_part(*predicate));
    Rate::count(claimed, |spot| planted.contains(*spot))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_no_parts() {
        assert!(!is_part(Predicate::Goal));
        assert!(is_part(Predicate::TookOver));
    }
}
