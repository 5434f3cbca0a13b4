//! What was done, in numbers that can be shown: rules, training, weights, doubts.

use serde::Serialize;

use super::block::{Blocks, RuleReport, recall_added};
use super::model::{self, Model, Outcome};
use super::pairs::Met;
use super::pattern::Comparer;
use super::study::Study;
use super::train::{Learnt, Training};

/// What was learnt, and what was odd.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Why the model is not trusted: then nothing links, everything asks.
    pub refused: Option<String>,
    /// Share of all pairs taken to be of one person.
    pub match_share: f64,
    /// Pairs that were compared.
    pub n_pairs: u64,
    /// What each rule brought together.
    pub rules: Vec<RuleReport>,
    /// What each training block taught.
    pub trainings: Vec<Training>,
    /// The weight of every level.
    pub levels: Vec<LevelReport>,
    /// Comparisons whose weights contradict their order, with the reason.
    pub doubts: Vec<String>,
}

/// A level of a comparison and what it weighs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelReport {
    /// The comparison.
    pub comparison: String,
    /// The level.
    pub level: String,
    /// Its share among pairs of one person.
    pub matched_share: f64,
    /// Its share among pairs by chance.
    pub chance_share: f64,
    /// What it weighs.
    pub weight_bits: f64,
}

/// A pair that somebody should look at.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Asked {
    /// The earlier record.
    pub left: u32,
    /// The later one.
    pub right: u32,
    /// The score of the pair.
    pub score_bits: f64,
    /// The pair links, and the rest of its two groups speaks against it.
    pub is_cut: bool,
}

impl Report {
    /// Puts together what was learnt.
    pub(super) fn new(
        study: &Study,
        learnt: &Learnt,
        model: &Model,
        (rules, trainings): (Vec<RuleReport>, Vec<Training>),
        refused: Option<String>,
    ) -> Self {
        Self {
            refused,
            match_share: learnt.match_share,
            n_pairs: rules.iter().map(|rule| rule.n_pairs).sum(),
            rules,
            trainings,
            levels: levels(study, learnt, model),
            doubts: doubts(study, model),
        }
    }
}

/// Pairs that each rule joined first.
pub(super) fn rules(blocks: &Blocks, pairs: &[Met]) -> Vec<RuleReport> {
    let mut n_pairs = vec![0_u64; blocks.rules.len()];
    for pair in pairs {
        if let Some(n) = n_pairs.get_mut(pair.rule()) {
            *n += 1;
        }
    }
    let rules = blocks.rules.iter().zip(n_pairs);
    rules
        .map(|(rule, n_pairs)| RuleReport {
            rule: rule.name.clone(),
            n_pairs,
            n_split: rule.n_split,
            n_left_out: rule.n_left_out,
            recall_added: None,
        })
        .collect()
}

/// Why no training block can be trusted; `None` when one can.
pub(super) fn refusal(trainings: &[Training]) -> Option<String> {
    if trainings.iter().any(|training| training.refused.is_none()) {
        return None;
    }
    let best = trainings
        .iter()
        .max_by(|a, b| a.n_matches.total_cmp(&b.n_matches));
    let why = best.and_then(|t| Some(format!("of the best one, `{}`: {}", t.rule, t.refused?)));
    let why = why.unwrap_or_else(|| "no rule brings records together".to_owned());
    Some(format!("no training block can be trusted; {why}"))
}

fn levels(study: &Study, learnt: &Learnt, model: &Model) -> Vec<LevelReport> {
    let mut found = Vec::new();
    for (at, comparison) in study.comparisons.iter().enumerate() {
        for (level, label) in comparison.levels.iter().enumerate() {
            let cell = |rates: &stats::linkage::Rates| {
                rates
                    .get(at)
                    .and_then(|row| row.get(level))
                    .copied()
                    .unwrap_or(0.0)
            };
            let weight = model.weights.get(at).and_then(|row| row.get(level + 1));
            found.push(LevelReport {
                comparison: comparison.name.clone(),
                level: label.clone(),
                matched_share: cell(&learnt.matched),
                chance_share: cell(&learnt.by_chance),
                weight_bits: model::bits(weight.copied().unwrap_or(0)),
            });
        }
    }
    found
}

/// Comparisons in which agreement speaks against, or difference for.
fn doubts(study: &Study, model: &Model) -> Vec<String> {
    let mut found = Vec::new();
    for (comparison, weights) in study.comparisons.iter().zip(&model.weights) {
        let (same, other) = (weights.get(1).copied(), weights.last().copied());
        if comparison.kind != super::Kind::NameOrder && same.is_some_and(|bits| bits <= 0) {
            found.push(format!(
                "`{}`: the same value speaks against one person",
                comparison.name
            ));
        }
        if comparison.kind != super::Kind::NameOrder && other.is_some_and(|bits| bits >= 0) {
            found.push(format!(
                "`{}`: another value speaks for one person",
                comparison.name
            ));
        }
    }
    found
}

/// Pairs to ask about: open scores, and links that were cut.
pub(super) fn asked(
    pairs: &[Met],
    model: &Model,
    comparer: &Comparer<'_>,
    groups: &[u32],
) -> Vec<Asked> {
    let group = |row: u32| groups.get(row as usize);
    let is_apart = |pair: &&Met| group(pair.left) != group(pair.right);
    let mut found: Vec<Asked> = pairs
        .iter()
        .filter(is_apart)
        .filter_map(|pair| {
            let score = model.score(comparer, (pair.left, pair.right), pair.pattern());
            let outcome = model.outcome(score);
            (outcome != Outcome::DoNotLink).then(|| Asked {
                left: pair.left,
                right: pair.right,
                score_bits: model::bits(score),
                is_cut: outcome == Outcome::Link,
            })
        })
        .collect();
    found.sort_by(|a, b| {
        let openness = |asked: &Asked| asked.score_bits.abs();
        openness(a)
            .total_cmp(&openness(b))
            .then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    found
}

/// The share of true pairs that each rule joined first.
pub(super) fn add_recall(rules: &mut [RuleReport], pairs: &[Met], truth: &[u32]) {
    let of = |row: u32| truth.get(row as usize).copied().unwrap_or(0);
    let mut n_true = vec![0_u64; rules.len()];
    for pair in pairs
        .iter()
        .filter(|p| of(p.left) > 0 && of(p.left) == of(p.right))
    {
        if let Some(n) = n_true.get_mut(pair.rule()) {
            *n += 1;
        }
    }
    let all = super::evaluate::evaluate(truth, truth).n_true_pairs;
    for (rule, share) in rules.iter_mut().zip(recall_added(&n_true, all)) {
        rule.recall_added = Some(share);
    }
}
