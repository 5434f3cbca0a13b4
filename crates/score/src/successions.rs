//! Who followed whom.

use std::collections::{BTreeMap, BTreeSet};

use model::Role;
use model::tables::decided;
use serde::Serialize;
use store::Published;

use crate::matching::Matching;
use crate::rates::Rate;
use crate::scores::{Measured, ScoreError};
use crate::truth::Truth;

/// A published succession at least this probable is a statement.
const STATED: f64 = 0.5;

/// Who followed whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuccessionScore {
    /// True successions with a successor for which any successor is given.
    pub given: Rate,
    /// True successions whose first-ranked successor is right.
    pub first: Rate,
    /// Mean of one over the rank of the right successor, 0 where it is missing; 0–1.
    pub mean_reciprocal_rank: Option<f64>,
    /// Of those whose first is right, with the right reason for the change.
    pub departure: Rate,
    /// Published successions of probability 0.5 or more that are true.
    pub stated: Rate,
}

/// A part that passed on: role, who held it, the decision it is in now.
type Passing<'a> = (Role, &'a str, &'a str);

/// The successors given for each passing, the most probable first.
type Ranked<'a> = BTreeMap<Passing<'a>, Vec<Given<'a>>>;

pub(crate) fn score(
    truth: &Truth,
    published: &Published,
    matching: &Matching<'_>,
) -> Result<Measured<SuccessionScore>, ScoreError> {
    let rows: Vec<decided::Succession> =
        published.rows("ORDER BY probability DESC, succession_id", &[])?;
    if rows.is_empty() {
        return Ok(Measured::NotMeasured("no successions are published"));
    }
    let ranked = ranked(&rows, matching);
    let wanted: Vec<Wanted<'_>> = truth
        .successions
        .iter()
        .filter_map(|it| {
            let heir = it.to_person.as_deref()?;
            Some(Wanted {
                truth: it,
                heir,
                given: heirs(&ranked, it),
            })
        })
        .collect();
    let reciprocal: f64 = wanted
        .iter()
        .filter_map(Wanted::rank)
        .map(|rank| 1.0 / (rank + 1) as f64)
        .sum();
    let first = wanted.iter().filter(|it| it.is_first());
    Ok(Measured::Measured(SuccessionScore {
        given: Rate::count(&wanted, |it| {
            it.given.iter().any(|given| given.row.to_person.is_some())
        }),
        first: Rate::count(&wanted, |it| it.is_first()),
        mean_reciprocal_rank: (!wanted.is_empty()).then(|| reciprocal / wanted.len() as f64),
        departure: Rate::count(first, |it| it.has_reason()),
        stated: stated(truth, &ranked),
    }))
}

/// A true succession with what was given for it.
struct Wanted<'a> {
    truth: &'a crate::truth::Succession,
    heir: &'a str,
    given: &'a [Given<'a>],
}

impl Wanted<'_> {
    /// The rank of the right successor, from 0.
    fn rank(&self) -> Option<usize> {
        self.given
            .iter()
            .position(|given| given.to_person == Some(self.heir))
    }

    fn is_first(&self) -> bool {
        self.rank() == Some(0)
    }

    fn has_reason(&self) -> bool {
        self.given
            .first()
            .is_some_and(|given| given.row.departure == self.truth.departure)
    }
}

fn heirs<'r>(ranked: &'r Ranked<'r>, it: &'r crate::truth::Succession) -> &'r [Given<'r>] {
    let passing = (it.role, it.from_person.as_str(), it.to_decision.as_str());
    ranked.get(&passing).map_or(&[], Vec::as_slice)
}

struct Given<'a> {
    to_person: Option<&'a str>,
    row: &'a decided::Succession,
}

fn ranked<'a>(rows: &'a [decided::Succession], matching: &Matching<'a>) -> Ranked<'a> {
    let decisions = matching.truth_of_decisions();
    let mut all = Ranked::new();
    for row in rows {
        let passing = (
            matching.people.get(&row.from_person),
            decisions.get(&row.to_decision),
        );
        if let (Some(from), Some(decision)) = passing {
            let to_person = row
                .to_person
                .and_then(|id| matching.people.get(&id))
                .copied();
            all.entry((row.role, from, decision))
                .or_default()
                .push(Given { to_person, row });
        }
    }
    all
}

fn stated(truth: &Truth, ranked: &Ranked<'_>) -> Rate {
    let known = truth.successions.iter().filter_map(|it| {
        let passing = (it.role, it.from_person.as_str(), it.to_decision.as_str());
        Some((passing, it.to_person.as_deref()?))
    });
    let known: BTreeSet<(Passing<'_>, &str)> = known.collect();
    let named =
        |given: &&Given<'_>| given.row.probability >= STATED && given.row.to_person.is_some();
    let stated = ranked
        .iter()
        .flat_map(|(passing, them)| them.iter().filter(named).map(move |it| (*passing, it)));
    Rate::count(stated, |(passing, it)| {
        it.to_person
            .is_some_and(|person| known.contains(&(*passing, person)))
    })
}
