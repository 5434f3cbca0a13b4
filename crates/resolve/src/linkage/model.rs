//! What agreement is worth: weights in bits, lines of a waterfall, verdicts.
//!
//! Reads   rates among pairs of one person and among pairs by chance
//! Writes  scores; they are sums of whole thousandths of a bit, so that lines add
//!         up exactly and in any order
//! Source  Fellegi & Sunter (1969), doi:10.1080/01621459.1969.10501049

use serde::Serialize;
use stats::linkage::Rates;
use stats::maths::log2;

use super::pattern::{Comparer, Pattern};
use super::study::{Study, Thresholds};

/// No level weighs more than this, for or against.
const MOST_BITS: f64 = 20.0;
/// Bits a thousandth of which is the unit of scores.
const UNIT: f64 = 1_000.0;

/// A sum of weights in thousandths of a bit.
pub(super) type MilliBits = i32;

/// The weights of a study.
#[derive(Clone, Debug, Default)]
pub(super) struct Model {
    /// Odds before anything is compared.
    pub prior: MilliBits,
    /// One row a comparison; missing stands first and weighs nothing.
    pub weights: Vec<Vec<MilliBits>>,
    /// What a common value in common weighs more or less, by its number.
    pub frequencies: Vec<Vec<MilliBits>>,
    /// Comparisons that never link alone.
    pub is_surrounding: Vec<bool>,
    /// Where a score counts.
    pub thresholds: Thresholds,
}

/// What is to be done with a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// One person.
    Link,
    /// A person has to look.
    Ask,
    /// Two people.
    DoNotLink,
}

/// A line of a waterfall.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// What was compared.
    pub comparison: String,
    /// How it compares.
    pub level: String,
    /// What that weighs.
    pub weight_bits: f64,
}

impl Model {
    /// The weights of rates.
    pub(super) fn new(
        study: &Study,
        comparer: &Comparer<'_>,
        (matched, by_chance): (&Rates, &Rates),
        match_share: f64,
    ) -> Self {
        let weight = |m: &f64, u: &f64| milli(log2(m / u.max(1e-12)));
        let row = |(m, u): (&Vec<f64>, &Vec<f64>)| {
            let known = m.iter().zip(u).map(|(m, u)| weight(m, u));
            std::iter::once(0).chain(known).collect()
        };
        let n = study.comparisons.len();
        let by_value = (0..n).map(|at| frequencies(study, comparer, by_chance, at));
        Self {
            prior: milli(log2(match_share) - log2(1.0 - match_share)),
            weights: matched.iter().zip(by_chance).map(row).collect(),
            frequencies: by_value.collect(),
            is_surrounding: study.comparisons.iter().map(|c| c.is_surrounding).collect(),
            thresholds: study.thresholds,
        }
    }

    /// The score of a pair.
    pub(super) fn score(
        &self,
        comparer: &Comparer<'_>,
        pair: (u32, u32),
        pattern: Pattern,
    ) -> MilliBits {
        let (mut own, mut around) = (self.prior, 0);
        for (at, weights) in self.weights.iter().enumerate() {
            let level = pattern.level(at);
            let weight = weights.get(usize::from(level)).copied().unwrap_or(0)
                + self.by_frequency(comparer, at, pair.0, level);
            if self.is_surrounding.get(at) == Some(&true) {
                around += weight;
            } else {
                own += weight;
            }
        }
        own + around + self.held_back(own, around)
    }

    /// What surrounding facts may not add: they double what identifies, at most.
    fn held_back(&self, own: MilliBits, around: MilliBits) -> MilliBits {
        let identifying = (own - self.prior).max(0);
        (identifying - around).min(0)
    }

    fn by_frequency(&self, comparer: &Comparer<'_>, at: usize, row: u32, level: u8) -> MilliBits {
        if level != 1 {
            return 0;
        }
        let Some(by_value) = self.frequencies.get(at).filter(|f| !f.is_empty()) else {
            return 0;
        };
        let code = comparer
            .field(at)
            .and_then(|field| field.codes.get(row as usize));
        code.and_then(|code| by_value.get(*code as usize))
            .copied()
            .unwrap_or(0)
    }

    /// Every line of a score; they add up to it.
    pub(super) fn waterfall(
        &self,
        study: &Study,
        comparer: &Comparer<'_>,
        pair: (u32, u32),
    ) -> Vec<Line> {
        let pattern = comparer.compare(pair.0, pair.1);
        let mut lines = vec![line(
            "any two records",
            "before anything is compared",
            self.prior,
        )];
        let (mut own, mut around) = (0, 0);
        for (at, comparison) in study.comparisons.iter().enumerate() {
            let level = pattern.level(at);
            let label = match level {
                0 => "not known",
                n => comparison
                    .levels
                    .get(usize::from(n) - 1)
                    .map_or("", String::as_str),
            };
            let weights = self.weights.get(at);
            let weight = weights
                .and_then(|w| w.get(usize::from(level)))
                .copied()
                .unwrap_or(0);
            lines.push(line(&comparison.name, label, weight));
            let by_value = self.by_frequency(comparer, at, pair.0, level);
            if by_value != 0 {
                let label = if by_value > 0 {
                    "a rare value"
                } else {
                    "a common value"
                };
                lines.push(line(&comparison.name, label, by_value));
            }
            let sum = if comparison.is_surrounding {
                &mut around
            } else {
                &mut own
            };
            *sum += weight + by_value;
        }
        let held_back = self.held_back(own + self.prior, around);
        if held_back != 0 {
            lines.push(line("surroundings", "never link alone", held_back));
        }
        lines
    }

    /// What a score says.
    pub(super) fn outcome(&self, score: MilliBits) -> Outcome {
        let bits = bits(score);
        if bits >= self.thresholds.link_bits {
            Outcome::Link
        } else if bits >= self.thresholds.ask_bits {
            Outcome::Ask
        } else {
            Outcome::DoNotLink
        }
    }
}

fn line(comparison: &str, level: &str, weight: MilliBits) -> Line {
    Line {
        comparison: comparison.to_owned(),
        level: level.to_owned(),
        weight_bits: bits(weight),
    }
}

/// How much more or less than the average each value weighs when it is in common.
fn frequencies(
    study: &Study,
    comparer: &Comparer<'_>,
    by_chance: &Rates,
    at: usize,
) -> Vec<MilliBits> {
    let is_wanted = study.comparisons.get(at).is_some_and(|c| c.by_frequency);
    let (Some(field), true) = (comparer.field(at), is_wanted) else {
        return Vec::new();
    };
    let average = by_chance
        .get(at)
        .and_then(|row| row.first())
        .copied()
        .unwrap_or(1.0);
    let n = field.n_filled() as f64;
    let of_value = |count: &u32| {
        let share = f64::from((*count).max(1)) / n.max(1.0);
        milli(log2(average / share))
    };
    field.counts.iter().map(of_value).collect()
}

/// Whole thousandths of a bit.
pub(super) fn milli(bits: f64) -> MilliBits {
    (bits.clamp(-MOST_BITS, MOST_BITS) * UNIT).round() as MilliBits
}

/// Bits of thousandths.
pub(super) fn bits(score: MilliBits) -> f64 {
    f64::from(score) / UNIT
}
