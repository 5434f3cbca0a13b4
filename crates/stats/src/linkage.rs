//! Estimates how often two records of one thing agree, from unlabelled pairs.
//!
//! Source  Fellegi & Sunter (1969), doi:10.1080/01621459.1969.10501049;
//!         Winkler (1988) for estimation by EM; rates of chance agreement are given
//!
//! Pairs are counted by pattern: one level a comparison, 0 where a value is
//! missing. Missing levels say nothing and are left out of the likelihood.

use crate::maths::{exp, ln};

/// Rates are kept this far from 0, so that no level weighs without bound.
const LEAST_RATE: f64 = 1e-5;

/// Pairs that compare alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// One level a comparison; 0 is missing.
    pub levels: Vec<u8>,
    /// How many pairs compare so.
    pub n_pairs: f64,
}

/// The share of pairs at each level of each comparison; level 1 stands first.
pub type Rates = Vec<Vec<f64>>;

/// When to stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Rounds at most.
    pub n_rounds: usize,
    /// No rate moves by more than this.
    pub change: f64,
}

/// What was estimated.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The share of pairs that are of one thing.
    pub match_share: f64,
    /// Rates among pairs of one thing; each row sums to 1.
    pub matched: Rates,
    /// Pairs expected to be of one thing.
    pub n_matches: f64,
    /// Rounds done.
    pub n_rounds: usize,
    /// The largest move of a rate in the last round.
    pub change: f64,
    /// Whether it came to rest.
    pub is_converged: bool,
}

/// Estimates the rates of pairs of one thing, given those of pairs that agree by chance.
///
/// # Shapes
/// `by_chance` and `start` have one row a comparison; a level beyond its row is
/// taken as missing.
///
/// # Units
/// Rates and shares are 0–1.
///
/// # Source
/// Winkler (1988), with the rates of chance agreement held fixed.
pub fn fit(patterns: &[Pattern], by_chance: &Rates, start: (f64, &Rates), stop: Stop) -> Fit {
    let mut fit = Fit {
        match_share: start.0,
        matched: start.1.clone(),
        n_matches: 0.0,
        n_rounds: 0,
        change: f64::INFINITY,
        is_converged: false,
    };
    while fit.n_rounds < stop.n_rounds && !fit.is_converged {
        let (share, matched, n_matches) = round(patterns, by_chance, &fit);
        fit.change = largest_move(&fit.matched, &matched).max((share - fit.match_share).abs());
        (fit.match_share, fit.matched, fit.n_matches) = (share, matched, n_matches);
        fit.n_rounds += 1;
        fit.is_converged = fit.change <= stop.change;
    }
    fit
}

/// The probability that pairs of a pattern are of one thing.
pub fn probability(levels: &[u8], by_chance: &Rates, matched: &Rates, match_share: f64) -> f64 {
    let mut log_ratio = ln(match_share.max(1e-300)) - ln((1.0 - match_share).max(1e-300));
    for ((level, chance), own) in levels.iter().zip(by_chance).zip(matched) {
        let at = usize::from(*level).wrapping_sub(1);
        if let (Some(u), Some(m)) = (chance.get(at), own.get(at)) {
            log_ratio += ln(m.max(LEAST_RATE)) - ln(u.max(f64::MIN_POSITIVE));
        }
    }
    1.0 / (1.0 + exp(-log_ratio))
}

/// Rates from counts, with `prior` pairs spread as `base` added to each comparison.
pub fn rates(counts: &Rates, base: &Rates, prior: f64) -> Rates {
    let row = |(counts, base): (&Vec<f64>, &Vec<f64>)| {
        let total = counts.iter().sum::<f64>() + prior;
        let share = |(n, b): (&f64, &f64)| ((n + prior * b) / total.max(1e-12)).max(LEAST_RATE);
        normalised(counts.iter().zip(base).map(share).collect())
    };
    counts.iter().zip(base).map(row).collect()
}

/// Adds the levels of pairs, weighed, to counts.
pub fn tally(levels: &[u8], n_pairs: f64, counts: &mut Rates) {
    for (level, row) in levels.iter().zip(counts) {
        if let Some(cell) = row.get_mut(usize::from(*level).wrapping_sub(1)) {
            *cell += n_pairs;
        }
    }
}

/// Counts of nothing in the shape of `rates`.
pub fn zeros(rates: &Rates) -> Rates {
    rates.iter().map(|row| vec![0.0; row.len()]).collect()
}

fn round(patterns: &[Pattern], by_chance: &Rates, fit: &Fit) -> (f64, Rates, f64) {
    let mut counts = zeros(by_chance);
    let (mut n_matches, mut n_pairs) = (0.0, 0.0);
    for pattern in patterns {
        let p = probability(&pattern.levels, by_chance, &fit.matched, fit.match_share);
        n_matches += p * pattern.n_pairs;
        n_pairs += pattern.n_pairs;
        tally(&pattern.levels, p * pattern.n_pairs, &mut counts);
    }
    let share = (n_matches / f64::max(n_pairs, 1.0)).clamp(1e-9, 1.0 - 1e-9);
    (share, rates(&counts, &fit.matched, 1.0), n_matches)
}

fn normalised(mut row: Vec<f64>) -> Vec<f64> {
    let sum: f64 = row.iter().sum();
    row.iter_mut().for_each(|rate| *rate /= sum.max(1e-12));
    row
}

fn largest_move(before: &Rates, after: &Rates) -> f64 {
    let cells = before.iter().flatten().zip(after.iter().flatten());
    cells.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draws;

    const STOP: Stop = Stop {
        n_rounds: 500,
        change: 1e-7,
    };

    fn known() -> (Rates, Rates) {
        let by_chance = vec![
            vec![0.02, 0.03, 0.95],
            vec![0.10, 0.90],
            vec![0.01, 0.04, 0.95],
        ];
        let matched = vec![
            vec![0.80, 0.15, 0.05],
            vec![0.90, 0.10],
            vec![0.70, 0.20, 0.10],
        ];
        (by_chance, matched)
    }

    fn flat(rates: &Rates) -> Rates {
        let row = |row: &Vec<f64>| {
            let n = row.len() as f64;
            let first = 0.6 + 0.4 / n;
            (0..row.len())
                .map(|at| if at == 0 { first } else { 0.4 / n })
                .collect()
        };
        rates.iter().map(row).collect()
    }

    fn simulated(n_pairs: usize, match_share: f64, seed: u64) -> Vec<Pattern> {
        let (by_chance, matched) = known();
        let mut draws = Draws::new(seed, 0);
        let pair = |_| {
            let rates = if draws.happens(match_share) {
                &matched
            } else {
                &by_chance
            };
            let level = |row: &Vec<f64>| {
                let is_missing = draws.happens(0.1);
                let at = draws.among(row) + 1;
                if is_missing { 0 } else { at as u8 }
            };
            Pattern {
                levels: rates.iter().map(level).collect(),
                n_pairs: 1.0,
            }
        };
        (0..n_pairs).map(pair).collect()
    }

    #[test]
    fn known_rates_are_found_again() {
        let (by_chance, matched) = known();
        let pairs = simulated(40_000, 0.2, 3);
        let found = fit(&pairs, &by_chance, (0.5, &flat(&by_chance)), STOP);
        assert!(found.is_converged);
        // 8,000 matched pairs leave each rate a deviation of at most 0.006; four of them.
        assert!(largest_move(&found.matched, &matched) < 0.024, "{found:?}");
        assert!((found.match_share - 0.2).abs() < 0.012, "{found:?}");
    }

    #[test]
    fn the_order_of_pairs_does_not_matter() {
        let (by_chance, _) = known();
        let mut pairs = simulated(2_000, 0.3, 5);
        let forward = fit(&pairs, &by_chance, (0.5, &flat(&by_chance)), STOP);
        pairs.reverse();
        let backward = fit(&pairs, &by_chance, (0.5, &flat(&by_chance)), STOP);
        // Sums in another order differ in their last bits only.
        assert!(largest_move(&forward.matched, &backward.matched) < 1e-6);
    }

    #[test]
    fn where_nothing_matches_nothing_is_told_apart() {
        let (by_chance, _) = known();
        let pairs = simulated(20_000, 0.0, 7);
        let found = fit(&pairs, &by_chance, (0.5, &flat(&by_chance)), STOP);
        let cells = found
            .matched
            .iter()
            .flatten()
            .zip(by_chance.iter().flatten());
        let bits: f64 = cells.map(|(m, u)| m * crate::maths::log2(m / u)).sum();
        // Either hardly a pair is taken up, or the two groups are alike: 0.02 bits a pair
        // would be 400 bits in all, what a dozen true matches say.
        assert!(found.match_share * bits < 0.02, "{found:?}");
    }

    #[test]
    fn a_missing_level_says_nothing() {
        let (by_chance, matched) = known();
        let p = probability(&[0, 0, 0], &by_chance, &matched, 0.25);
        assert!((p - 0.25).abs() < 1e-12);
    }
}
