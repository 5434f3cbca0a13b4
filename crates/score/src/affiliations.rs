//! Who worked where, under which title, until when.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::resolved::Affiliation;
use model::{Day, Side};
use serde::Serialize;
use store::Published;

use crate::matching::Matching;
use crate::rates::{Rate, Retrieval};
use crate::scores::{Measured, ScoreError};
use crate::truth::Truth;

/// Days an end may be off and still count as found: departures are noticed late.
const TOLERANCE_DAYS: i32 = 120;

/// Who worked where, under which title, until when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AffiliationScore {
    /// Person at account, over people and accounts some record of the truth names together.
    pub workplaces: Retrieval,
    /// Of the workplaces found, those for which a true title is given.
    pub titles: Rate,
    /// Of the workplaces found and left, those that are given an end.
    pub ends_given: Rate,
    /// Of the ends given, those within 120 days of the truth.
    pub ends_close: Rate,
}

/// What both sides say of a person at an account.
#[derive(Default)]
struct Workplace {
    titles: BTreeSet<String>,
    ends: Option<Day>,
    is_current: bool,
}

type Workplaces<'a> = BTreeMap<(&'a str, &'a str), Workplace>;

impl Workplace {
    fn add(&mut self, title: &str, ends: Option<Day>) {
        self.titles.insert(title.trim().to_lowercase());
        self.is_current |= ends.is_none();
        self.ends = self.ends.max(ends);
    }

    /// The last day after, when they are no longer there.
    fn left(&self) -> Option<Day> {
        self.ends.filter(|_| !self.is_current)
    }
}

pub(crate) fn score(
    truth: &Truth,
    published: &Published,
    matching: &Matching<'_>,
) -> Result<Measured<AffiliationScore>, ScoreError> {
    let rows: Vec<Affiliation> = published.rows("ORDER BY account_id, person_id, span_idx", &[])?;
    if rows.is_empty() {
        return Ok(Measured::NotMeasured("no affiliations are published"));
    }
    let (wanted, given) = (wanted(truth, matching), given(&rows, matching));
    let both = || {
        wanted
            .iter()
            .filter_map(|(key, it)| Some((it, given.get(key)?)))
    };
    let left = || both().filter_map(|(truth, given)| Some((truth.left()?, given.left())));
    let is_close = |(truth, given): &(Day, Option<Day>)| {
        given.is_some_and(|day| (day.0 - truth.0).abs() <= TOLERANCE_DAYS)
    };
    let n_both = both().count() as u64;
    Ok(Measured::Measured(AffiliationScore {
        workplaces: Retrieval::of(n_both, given.len() as u64, wanted.len() as u64),
        titles: Rate::count(both(), |(truth, given)| {
            !truth.titles.is_disjoint(&given.titles)
        }),
        ends_given: Rate::count(left(), |(_, given)| given.is_some()),
        ends_close: Rate::count(left().filter(|(_, given)| given.is_some()), is_close),
    }))
}

fn wanted<'a>(truth: &'a Truth, matching: &Matching<'a>) -> Workplaces<'a> {
    let named = matching.records.iter();
    let named: BTreeSet<(&str, &str)> = named
        .map(|(record, _)| (record.person.as_str(), record.account.as_str()))
        .collect();
    let mut all = Workplaces::new();
    for it in &truth.affiliations {
        let key = (it.person.as_str(), it.account.as_str());
        if named.contains(&key) {
            all.entry(key).or_default().add(&it.title, it.ends);
        }
    }
    all
}

fn given<'a>(rows: &[Affiliation], matching: &Matching<'a>) -> Workplaces<'a> {
    let mut all = Workplaces::new();
    for it in rows.iter().filter(|it| it.side != Side::Ours) {
        let place = (
            matching.people.get(&it.person_id),
            matching.accounts.get(&it.account_id),
        );
        if let (Some(person), Some(account)) = place {
            let entry = all.entry((*person, *account)).or_default();
            entry.add(it.title.as_deref().unwrap_or_default(), it.ends);
        }
    }
    all
}
