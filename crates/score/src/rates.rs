//! Rates with their counts: shares, precision and recall, agreement of clusterings, calibration.

use std::collections::BTreeMap;

use serde::Serialize;

/// A share with its counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rate {
    /// How many are right.
    pub n_right: u64,
    /// Of how many.
    pub n_all: u64,
    /// The share, 0–1; nothing when there are none.
    pub share: Option<f64>,
}

impl Rate {
    /// The share of `n_right` in `n_all`.
    pub fn of(n_right: u64, n_all: u64) -> Self {
        Self {
            n_right,
            n_all,
            share: (n_all > 0).then(|| n_right as f64 / n_all as f64),
        }
    }

    /// Counts the items that meet a condition.
    pub(crate) fn count<T>(
        items: impl IntoIterator<Item = T>,
        is_right: impl Fn(&T) -> bool,
    ) -> Self {
        let (mut n_right, mut n_all) = (0, 0);
        for item in items {
            n_all += 1;
            n_right += u64::from(is_right(&item));
        }
        Self::of(n_right, n_all)
    }
}

/// Precision and recall with their counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Retrieval {
    /// Of what was given, what is true.
    pub precision: Rate,
    /// Of what is true, what was given.
    pub recall: Rate,
    /// Their harmonic mean, 0–1; nothing when both are empty.
    pub f1: Option<f64>,
}

impl Retrieval {
    /// From what is both given and true, what is given, and what is true.
    pub fn of(n_both: u64, n_given: u64, n_true: u64) -> Self {
        Self {
            precision: Rate::of(n_both, n_given),
            recall: Rate::of(n_both, n_true),
            f1: (n_given + n_true > 0).then(|| 2.0 * n_both as f64 / (n_given + n_true) as f64),
        }
    }
}

/// How two clusterings of the same records agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Clustering {
    /// Records compared.
    pub n_records: u64,
    /// True clusters among them.
    pub n_true: u64,
    /// Given clusters among them.
    pub n_given: u64,
    /// Over pairs of records.
    pub pairs: Retrieval,
    /// B³ precision, 0–1.
    pub b3_precision: Option<f64>,
    /// B³ recall, 0–1.
    pub b3_recall: Option<f64>,
    /// B³ F1, 0–1.
    pub b3_f1: Option<f64>,
    /// Adjusted Rand index, at most 1; 0 is chance.
    pub adjusted_rand: Option<f64>,
}

fn pairs_in(n: u64) -> u64 {
    n * n.saturating_sub(1) / 2
}

impl Clustering {
    /// Compares two labels a record.
    pub fn compare<T: Ord, G: Ord>(labels: impl IntoIterator<Item = (T, G)>) -> Self {
        let mut cells: BTreeMap<T, BTreeMap<G, u64>> = BTreeMap::new();
        for (truth, given) in labels {
            *cells.entry(truth).or_default().entry(given).or_default() += 1;
        }
        let mut given_sizes: BTreeMap<&G, u64> = BTreeMap::new();
        let true_sizes: Vec<u64> = cells.values().map(|row| row.values().sum()).collect();
        for (given, n) in cells.values().flatten() {
            *given_sizes.entry(given).or_default() += n;
        }
        let n_records: u64 = true_sizes.iter().sum();
        let n_both: u64 = cells
            .values()
            .flat_map(BTreeMap::values)
            .map(|n| pairs_in(*n))
            .sum();
        let n_given: u64 = given_sizes.values().map(|n| pairs_in(*n)).sum();
        let n_true: u64 = true_sizes.iter().map(|n| pairs_in(*n)).sum();
        let (mut precision, mut recall) = (0.0, 0.0);
        for (row, true_size) in cells.values().zip(&true_sizes) {
            for (given, n) in row {
                let size = given_sizes.get(given).copied().unwrap_or(1);
                precision += (n * n) as f64 / size as f64;
                recall += (n * n) as f64 / *true_size as f64;
            }
        }
        let mean = |sum: f64| (n_records > 0).then(|| sum / n_records as f64);
        let (b3_precision, b3_recall) = (mean(precision), mean(recall));
        let harmonic = |p: f64, r: f64| 2.0 * p * r / (p + r);
        Self {
            n_records,
            n_true: true_sizes.len() as u64,
            n_given: given_sizes.len() as u64,
            pairs: Retrieval::of(n_both, n_given, n_true),
            b3_precision,
            b3_recall,
            b3_f1: b3_precision.zip(b3_recall).map(|(p, r)| harmonic(p, r)),
            adjusted_rand: adjusted_rand(n_both, (n_given, n_true), n_records),
        }
    }
}

fn adjusted_rand(n_both: u64, (n_given, n_true): (u64, u64), n_records: u64) -> Option<f64> {
    let all = pairs_in(n_records) as f64;
    if all == 0.0 {
        return None;
    }
    let expected = n_given as f64 * n_true as f64 / all;
    let most = (n_given + n_true) as f64 / 2.0;
    let room = most - expected;
    (room > 0.0).then(|| (n_both as f64 - expected) / room)
}

/// Mean squared error of probabilities; nothing when there are none.
pub(crate) fn brier(forecasts: &[(f64, bool)]) -> Option<f64> {
    let error = |(p, is_true): &(f64, bool)| (p - f64::from(u8::from(*is_true))).powi(2);
    let n = forecasts.len();
    (n > 0).then(|| forecasts.iter().map(error).sum::<f64>() / n as f64)
}

/// Expected calibration error over ten bins of equal width; nothing when there are no forecasts.
pub(crate) fn calibration_error(forecasts: &[(f64, bool)]) -> Option<f64> {
    let mut bins = [(0.0, 0.0); 10];
    for (p, is_true) in forecasts {
        let at = ((p * 10.0) as usize).min(9);
        if let Some((sum, n_true)) = bins.get_mut(at) {
            *sum += p;
            *n_true += f64::from(u8::from(*is_true));
        }
    }
    let gap: f64 = bins.iter().map(|(sum, n_true)| (sum - n_true).abs()).sum();
    let n = forecasts.len();
    (n > 0).then(|| gap / n as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_clusterings_agree_in_every_way() {
        let same = Clustering::compare([("a", 1), ("a", 1), ("b", 2), ("c", 3), ("c", 3)]);
        assert_eq!(same.pairs.f1, Some(1.0));
        assert_eq!(same.b3_f1, Some(1.0));
        assert_eq!(same.adjusted_rand, Some(1.0));
    }

    #[test]
    fn one_pair_too_many_and_one_too_few() {
        // True: {1,2} {3,4}. Given: {1,2,3} {4}.
        let it = Clustering::compare([("a", 1), ("a", 1), ("b", 1), ("b", 2)]);
        assert_eq!(
            (it.pairs.precision.n_right, it.pairs.precision.n_all),
            (1, 3)
        );
        assert_eq!((it.pairs.recall.n_right, it.pairs.recall.n_all), (1, 2));
        let precision = (2.0 * (2.0 / 3.0) + 1.0 / 3.0 + 1.0) / 4.0;
        assert!((it.b3_precision.unwrap() - precision).abs() < 1e-12);
        assert!((it.b3_recall.unwrap() - 0.75).abs() < 1e-12);
    }

    #[test]
    fn nothing_is_not_zero() {
        assert_eq!(Rate::of(0, 0).share, None);
        assert_eq!(Retrieval::of(0, 0, 0).f1, None);
        let none: [(u8, u8); 0] = [];
        assert_eq!(Clustering::compare(none).b3_f1, None);
        assert_eq!(brier(&[]), None);
    }

    #[test]
    fn forecasts_that_keep_their_word_have_no_calibration_error() {
        let kept: Vec<(f64, bool)> = (0..10).map(|i| (0.2, i < 2)).collect();
        assert!(calibration_error(&kept).unwrap() < 1e-12);
        assert!((brier(&kept).unwrap() - 0.16).abs() < 1e-12);
        let broken: Vec<(f64, bool)> = (0..10).map(|_| (0.9, false)).collect();
        assert!((calibration_error(&broken).unwrap() - 0.9).abs() < 1e-12);
    }
}
