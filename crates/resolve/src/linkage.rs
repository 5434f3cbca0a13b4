//! Finds the records of one person in any table, without being told how.
//!
//! Reads   a [`Table`], a [`Draft`] of a study
//! Writes  groups of records, the study that was used, what was learnt and how
//! Source  Fellegi & Sunter (1969), doi:10.1080/01621459.1969.10501049
//!
//! Columns are profiled and completed to a [`Study`]; rules bring records together;
//! pairs are compared level by level; rates are learnt without labels; scores in
//! bits decide between link, ask and do not link; groups are joined by average.

mod alike;
mod block;
mod cluster;
mod compare;
mod dates;
mod evaluate;
mod field;
mod keys;
mod kind;
mod model;
mod pairs;
mod parallel;
mod pattern;
mod profile;
mod propose;
mod report;
mod shared;
mod study;
mod table;
mod train;
mod value;

pub use block::RuleReport;
pub use evaluate::{Agreement, evaluate};
pub use kind::Kind;
pub use model::{Line, Outcome};
pub use profile::{ColumnProfile, profile};
pub use report::{Asked, LevelReport, Report};
pub use study::{Comparison, Draft, Estimation, Rule, Study, StudyError, Thresholds};
pub use table::{Column, Table, TableBuilder};
pub use train::Training;

use block::Blocks;
use cluster::Link;
use field::Field;
use model::{MilliBits, Model};
use pairs::Met;
use pattern::Comparer;
use train::Learnt;

/// A table whose records have been grouped.
pub struct Linked {
    /// The study that was used, complete.
    pub study: Study,
    /// What was found of each column.
    pub profiles: Vec<ColumnProfile>,
    /// Groups of more than one record, each sorted.
    pub groups: Vec<Vec<u32>>,
    /// What was learnt, and what was odd.
    pub report: Report,
    fields: Vec<Field>,
    model: Model,
    pairs: Vec<Met>,
    n_rows: usize,
}

/// Completes a draft for a table; nothing is compared yet.
///
/// # Errors
/// [`StudyError`] when the table or the draft cannot be used.
pub fn complete(table: &Table, draft: &Draft) -> Result<(Study, Vec<ColumnProfile>), StudyError> {
    let (study, profiles, _) = prepare(table, draft)?;
    Ok((study, profiles))
}

/// Groups the records of a table.
///
/// # Errors
/// [`StudyError`] when the table or the draft cannot be used.
pub fn link(table: &Table, draft: &Draft, n_threads: usize) -> Result<Linked, StudyError> {
    let (study, profiles, fields) = prepare(table, draft)?;
    let blocks = Blocks::new(&fields, &study)?;
    let comparer = Comparer::new(&fields, &study);
    let pairs = pairs::met(&blocks, &comparer, n_threads);
    let raw = train::by_chance(&comparer, &study, table.n_rows, n_threads);
    let (mut learnt, trainings) = train::learn(&blocks, &pairs, &raw, &study, table.n_rows);
    let rules = report::rules(&blocks, &pairs);
    drop(blocks);
    let refused = report::refusal(&trainings);
    let (model, groups) = {
        let round = Round {
            comparer: &comparer,
            study: &study,
            pairs: &pairs,
            n_rows: table.n_rows,
            n_threads,
        };
        round.settle(&raw, &mut learnt, refused.is_some())
    };
    let report = report::Report::new(&study, &learnt, &model, (rules, trainings), refused);
    Ok(Linked {
        report,
        study,
        profiles,
        groups,
        model,
        pairs,
        n_rows: table.n_rows,
        fields,
    })
}

fn prepare(
    table: &Table,
    draft: &Draft,
) -> Result<(Study, Vec<ColumnProfile>, Vec<Field>), StudyError> {
    if table.n_rows < 2 {
        return Err(StudyError::TooFew(table.n_rows));
    }
    for name in draft.columns.keys() {
        if table.column(name).is_none() {
            return Err(StudyError::NoColumn(
                name.clone(),
                block::column_names(table),
            ));
        }
    }
    let mut profiles = profile(table, draft);
    let kinds = profiles.iter().map(|p| (p.name.clone(), p.kind)).collect();
    let mut fields = field::fields(table, &kinds);
    let changed = shared::leave_out_shared(&mut fields);
    for profile in &mut profiles {
        if changed.contains(&field::name_of(&profile.name)) {
            profile.note = Some("values shared by people of different names were left out");
        }
    }
    let study = propose::propose(draft, &profiles, &fields)?;
    Ok((study, profiles, fields))
}

/// What one round of scoring and grouping needs.
struct Round<'a> {
    comparer: &'a Comparer<'a>,
    study: &'a Study,
    pairs: &'a [Met],
    n_rows: usize,
    n_threads: usize,
}

impl Round<'_> {
    /// Scores and groups, lets the groups correct the rates, and does so again.
    fn settle(
        &self,
        raw: &stats::linkage::Rates,
        learnt: &mut Learnt,
        is_refused: bool,
    ) -> (Model, Vec<Vec<u32>>) {
        let n_all = self.n_rows as f64 * (self.n_rows as f64 - 1.0) / 2.0;
        let mut model = self.model(raw, learnt);
        let mut groups = self.group(&model);
        for _ in 0..self.study.estimation.n_corrections {
            if is_refused || groups.is_empty() {
                break;
            }
            let (matched, n_pairs) = train::from_groups(&groups, self.comparer, &learnt.matched);
            learnt.matched = matched;
            learnt.match_share = (n_pairs / n_all).clamp(1e-12, 0.5);
            model = self.model(raw, learnt);
            groups = self.group(&model);
        }
        (model, groups)
    }

    fn model(&self, raw: &stats::linkage::Rates, learnt: &mut Learnt) -> Model {
        learnt.by_chance = train::without_matches(raw, &learnt.matched, learnt.match_share);
        let rates = (&learnt.matched, &learnt.by_chance);
        Model::new(self.study, self.comparer, rates, learnt.match_share)
    }

    fn group(&self, model: &Model) -> Vec<Vec<u32>> {
        let score = |left: u32, right: u32| {
            let pair = (left, right);
            model.score(self.comparer, pair, self.comparer.compare(left, right))
        };
        let least = model::milli(self.study.thresholds.link_bits);
        let parts = parallel::map_ranges(self.n_threads, self.pairs.len(), 1 << 14, |range| {
            let pairs = self.pairs.get(range).unwrap_or_default();
            let scored = pairs.iter().map(|pair| link_of(pair, model, self.comparer));
            scored
                .filter(|link| link.score >= least)
                .collect::<Vec<_>>()
        });
        let links = parts.concat();
        let group = model::milli(self.study.thresholds.group_bits);
        cluster::groups(&links, self.n_rows, group, &score, self.n_threads)
    }
}

fn link_of(pair: &Met, model: &Model, comparer: &Comparer<'_>) -> Link {
    Link {
        left: pair.left,
        right: pair.right,
        score: model.score(comparer, (pair.left, pair.right), pair.pattern()),
    }
}

impl Linked {
    /// Number of the group of each record; a record alone has its own.
    pub fn group_of_rows(&self) -> Vec<u32> {
        let mut of_rows: Vec<u32> = (0..u32::try_from(self.n_rows).unwrap_or(u32::MAX)).collect();
        for group in &self.groups {
            let first = group.first().copied().unwrap_or(0);
            for row in group {
                if let Some(slot) = of_rows.get_mut(*row as usize) {
                    *slot = first;
                }
            }
        }
        of_rows
    }

    /// Every line of the score of two records; the lines add up to it.
    pub fn waterfall(&self, left: u32, right: u32) -> (Vec<Line>, f64, Outcome) {
        let comparer = Comparer::new(&self.fields, &self.study);
        let lines = self.model.waterfall(&self.study, &comparer, (left, right));
        let score: MilliBits =
            self.model
                .score(&comparer, (left, right), comparer.compare(left, right));
        let outcome = match self.model.outcome(score) {
            Outcome::Link if self.report.refused.is_some() => Outcome::Ask,
            outcome => outcome,
        };
        (lines, model::bits(score), outcome)
    }

    /// Pairs that somebody should look at, the most open ones first.
    pub fn asked(&self) -> Vec<Asked> {
        let comparer = Comparer::new(&self.fields, &self.study);
        let groups = self.group_of_rows();
        report::asked(&self.pairs, &self.model, &comparer, &groups)
    }

    /// Adds the recall of each rule to the report, by a truth of one name a record.
    pub fn add_recall(&mut self, truth: &[u32]) {
        report::add_recall(&mut self.report.rules, &self.pairs, truth);
    }
}

#[cfg(test)]
mod tests;
