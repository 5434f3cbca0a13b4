//! Learns what agreement is worth, without labels.
//!
//! Reads   random pairs, pairs that met, found groups
//! Writes  rates by chance and among pairs of one person, and how they were come by
//! Source  random pairs for chance and one training block a rule, each leaving its
//!         own fields out, as in Splink (docs: "estimating parameters");
//!         Winkler (1988) for EM
//!
//! Where records of one person are many, random pairs hold some of them; these are
//! taken out of the rates of chance again.

use rustc_hash::FxHashMap;
use serde::Serialize;
use stats::Draws;
use stats::linkage::{Fit, Pattern as Counted, Rates, Stop, fit, rates, tally, zeros};

use super::block::Blocks;
use super::pairs::Met;
use super::parallel::map_ranges;
use super::pattern::{Comparer, Pattern};
use super::study::{Estimation, Study};

/// A training block below this share of matches tells them badly apart.
const LEAST_SHARE: f64 = 0.02;
/// Random pairs that one thread takes at a time.
const PAIRS_AT_A_TIME: usize = 20_000;

/// Rates and the share of all pairs that are of one person.
#[derive(Clone, Debug)]
pub(super) struct Learnt {
    pub by_chance: Rates,
    pub matched: Rates,
    pub match_share: f64,
}

/// What a training block taught.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Training {
    /// The rule whose pairs were used.
    pub rule: String,
    /// Pairs.
    pub n_pairs: u64,
    /// Pairs expected to be of one person.
    pub n_matches: f64,
    /// Rounds until the rates came to rest.
    pub n_rounds: usize,
    /// The largest move in the last round.
    pub change: f64,
    /// Whether they came to rest.
    pub is_converged: bool,
    /// Why nothing was learnt from it.
    pub refused: Option<&'static str>,
}

/// Rates at which random pairs agree.
pub(super) fn by_chance(
    comparer: &Comparer<'_>,
    study: &Study,
    n_rows: usize,
    n_threads: usize,
) -> Rates {
    let empty: Rates = study
        .comparisons
        .iter()
        .map(|c| vec![0.0; c.levels.len()])
        .collect();
    let n_possible = n_rows.saturating_mul(n_rows.saturating_sub(1)) / 2;
    let n_pairs = study.estimation.n_random_pairs.min(4 * n_possible);
    let parts = map_ranges(n_threads, n_pairs, PAIRS_AT_A_TIME, |range| {
        let mut counts = empty.clone();
        let mut draws = Draws::new(study.estimation.seed, range.start as u64);
        for _ in range {
            let (left, right) = (draws.below(n_rows), draws.below(n_rows - 1));
            let right = if right < left { right } else { right + 1 };
            let at = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
            let pattern = comparer.compare(at(left), at(right));
            tally(&pattern.levels(comparer.n_comparisons), 1.0, &mut counts);
        }
        counts
    });
    let mut counts = empty;
    for (sum, more) in counts.iter_mut().flatten().zip_parts(&parts) {
        *sum += more;
    }
    let mut found = rates(&counts, &flat(&counts), 1.0);
    for (at, row) in found.iter_mut().enumerate() {
        if let Some(field) = comparer.field(at) {
            set_first(row, field.coincidence());
        }
    }
    found
}

/// Adds up the cells of equal shape of several parts.
trait ZipParts<'a>: Iterator<Item = &'a mut f64> + Sized {
    fn zip_parts(self, parts: &[Rates]) -> impl Iterator<Item = (&'a mut f64, f64)> {
        self.enumerate().map(move |(at, cell)| {
            let cells = parts
                .iter()
                .filter_map(|part| part.iter().flatten().nth(at));
            (cell, cells.sum())
        })
    }
}
impl<'a, I: Iterator<Item = &'a mut f64>> ZipParts<'a> for I {}

fn flat(counts: &Rates) -> Rates {
    counts
        .iter()
        .map(|row| vec![1.0 / row.len() as f64; row.len()])
        .collect()
}

/// Sets the rate of the first level, the others in proportion.
fn set_first(row: &mut [f64], rate: f64) {
    let rest: f64 = row.iter().skip(1).sum();
    let rate = rate.clamp(1e-9, 1.0 - 1e-6);
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = if at == 0 {
            rate
        } else {
            *cell / rest.max(1e-12) * (1.0 - rate)
        };
    }
}

/// Takes the pairs of one person out of the rates of chance.
pub(super) fn without_matches(raw: &Rates, matched: &Rates, match_share: f64) -> Rates {
    let cell = |(u, m): (&f64, &f64)| {
        let rest = (u - match_share * m) / (1.0 - match_share);
        // What the pairs of one person explain wholly may still happen by chance, seldom.
        rest.max(0.02 * u).max(1e-9)
    };
    raw.iter()
        .zip(matched)
        .map(|(u, m)| {
            let row: Vec<f64> = u.iter().zip(m).map(cell).collect();
            let sum: f64 = row.iter().sum();
            row.iter().map(|rate| rate / sum).collect()
        })
        .collect()
}

/// Learns from the blocks of each rule; rules that taught nothing say why.
pub(super) fn learn(
    blocks: &Blocks,
    pairs: &[Met],
    by_chance: &Rates,
    study: &Study,
    n_rows: usize,
) -> (Learnt, Vec<Training>) {
    let start: Rates = study.comparisons.iter().map(|c| c.kind.start()).collect();
    let n_all = n_rows as f64 * (n_rows as f64 - 1.0) / 2.0;
    let counted = count_by_rule(blocks, pairs, study.rules.len());
    let mut sums = zeros(&start);
    let mut most_matches: f64 = 1.0;
    let mut trainings = Vec::new();
    for (rule, counts) in blocks.rules.iter().zip(counted) {
        let n_comparisons = study.comparisons.len();
        let patterns = patterns(&counts, &rule.fields, n_comparisons);
        let found = fit(&patterns, by_chance, (0.3, &start), stop(&study.estimation));
        let training = training(&rule.name, &patterns, &found, &study.estimation);
        if training.refused.is_none() {
            most_matches = most_matches.max(found.n_matches);
            add(&mut sums, &found, &patterns, &rule.fields);
        }
        trainings.push(training);
    }
    let learnt = Learnt {
        by_chance: by_chance.clone(),
        matched: rates(&sums, &start, 1.0),
        match_share: (1.2 * most_matches / n_all).clamp(1e-12, 0.5),
    };
    (learnt, trainings)
}

const fn stop(estimation: &Estimation) -> Stop {
    Stop {
        n_rounds: estimation.n_rounds,
        change: 1e-4,
    }
}

type Counts = FxHashMap<Pattern, u32>;

/// Patterns of the pairs of each rule, whichever rule joined them first.
fn count_by_rule(blocks: &Blocks, pairs: &[Met], n_rules: usize) -> Vec<Counts> {
    let mut counts: Vec<Counts> = vec![Counts::default(); n_rules];
    for pair in pairs {
        let (left, right) = (blocks.of(pair.left), blocks.of(pair.right));
        let met = left.iter().zip(right).zip(&mut counts);
        for (_, counts) in met.filter(|((a, b), _)| a == b && **a != 0) {
            *counts.entry(pair.pattern()).or_default() += 1;
        }
    }
    counts
}

/// The patterns of a rule without what agrees in all its pairs, in order.
fn patterns(counts: &Counts, without: &[usize], n_comparisons: usize) -> Vec<Counted> {
    let mut sorted: Vec<(Pattern, u32)> = counts.iter().map(|(p, n)| (*p, *n)).collect();
    sorted.sort_unstable();
    let counted = sorted.into_iter().map(|(pattern, n)| {
        let mut levels = pattern.levels(n_comparisons);
        for at in without {
            if let Some(level) = levels.get_mut(*at) {
                *level = 0;
            }
        }
        Counted {
            levels,
            n_pairs: f64::from(n),
        }
    });
    counted.collect()
}

fn training(rule: &str, patterns: &[Counted], found: &Fit, estimation: &Estimation) -> Training {
    let n_pairs = patterns.iter().map(|p| p.n_pairs as u64).sum();
    let refused = if found.n_matches < estimation.least_matches {
        Some("too few pairs of one person are expected in it")
    } else if found.match_share < LEAST_SHARE {
        Some("pairs of one person are too rare in it")
    } else if !found.is_converged {
        Some("its rates did not come to rest")
    } else {
        None
    };
    Training {
        rule: rule.to_owned(),
        n_pairs,
        n_matches: found.n_matches,
        n_rounds: found.n_rounds,
        change: found.change,
        is_converged: found.is_converged,
        refused,
    }
}

/// Adds what a block taught, as pairs expected at each level it knows.
fn add(sums: &mut Rates, found: &Fit, patterns: &[Counted], without: &[usize]) {
    for (at, (sum, rates)) in sums.iter_mut().zip(&found.matched).enumerate() {
        if without.contains(&at) {
            continue;
        }
        let known = patterns
            .iter()
            .filter(|p| p.levels.get(at).is_some_and(|l| *l > 0));
        let n_known: f64 = known.map(|p| p.n_pairs).sum();
        // The surer a block is of its matches, the more it counts.
        let n = n_known * found.match_share * found.match_share;
        sum.iter_mut()
            .zip(rates)
            .for_each(|(cell, rate)| *cell += n * rate);
    }
}

/// Rates among the pairs within groups that were found.
pub(super) fn from_groups(
    groups: &[Vec<u32>],
    comparer: &Comparer<'_>,
    before: &Rates,
) -> (Rates, f64) {
    let mut counts = zeros(before);
    let mut n_pairs = 0.0;
    for group in groups {
        // A group counts by its records: large ones would drown the others.
        let n = group.len() as f64;
        let share = 1.0 / f64::max(n - 1.0, 1.0);
        n_pairs += n * (n - 1.0) / 2.0;
        for (at, left) in group.iter().enumerate() {
            for right in group.iter().skip(at + 1) {
                let pattern = comparer.compare(*left, *right);
                tally(&pattern.levels(comparer.n_comparisons), share, &mut counts);
            }
        }
    }
    (rates(&counts, before, 5.0), n_pairs)
}
