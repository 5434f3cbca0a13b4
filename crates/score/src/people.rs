//! Which records are one person, and who speaks.

use model::PersonId;
use serde::Serialize;

use crate::matching::Matching;
use crate::rates::{Clustering, Rate};
use crate::scores::Measured;
use crate::truth::Truth;

/// Which records are one person, and who speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PeopleScore {
    /// Person records of the truth that were found at all.
    pub found: Rate,
    /// Over all person records; one that was not found stands alone.
    pub clustering: Clustering,
    /// Speakers of accounts whose label leads to the right person.
    pub speakers: Rate,
    /// People whom no system knows and who were found by name.
    pub unrecorded: Rate,
}

pub(crate) fn score(truth: &Truth, matching: &Matching<'_>) -> Measured<PeopleScore> {
    if matching.mentions.is_empty() {
        return Measured::NotMeasured("no people are published");
    }
    let label = |idx: usize, found: Option<PersonId>| found.map_or((None, idx), |id| (Some(id), 0));
    let labels = matching.records.iter().enumerate();
    let labels = labels.map(|(idx, (record, found))| {
        (
            record.person.as_str(),
            label(idx, found.map(|(person, _)| person)),
        )
    });
    let is_right = |(person, found): &&(&str, Option<PersonId>)| {
        found.is_some_and(|id| matching.people.get(&id) == Some(person))
    };
    let unrecorded = truth.people.iter().filter(|it| it.is_unrecorded);
    Measured::Measured(PeopleScore {
        found: Rate::count(&matching.records, |(_, found)| found.is_some()),
        clustering: Clustering::compare(labels),
        speakers: Rate::count(&matching.speakers, is_right),
        unrecorded: Rate::count(unrecorded, |it| {
            matching.published.contains_key(it.person.as_str())
        }),
    })
}
