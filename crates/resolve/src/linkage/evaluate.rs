//! Holds groups against a truth: by pairs and by records.
//!
//! Source  Bagga & Baldwin (1998) for B³; pairs as in record linkage
//!
//! Records whose truth is missing (0) are left out.

use std::collections::BTreeMap;

use serde::Serialize;

/// How well groups agree with a truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Agreement {
    /// Pairs in one group and in truth one, of pairs in one group.
    pub pair_precision: f64,
    /// The same, of pairs in truth one.
    pub pair_recall: f64,
    /// Their harmonic mean.
    pub pair_f1: f64,
    /// Mean over records of the share of their group that is the same in truth.
    pub b3_precision: f64,
    /// Mean over records of the share of their true group that is found.
    pub b3_recall: f64,
    /// Their harmonic mean.
    pub b3_f1: f64,
    /// Pairs that are one in truth.
    pub n_true_pairs: u64,
    /// Pairs in one group.
    pub n_found_pairs: u64,
}

/// Compares groups with the truth, one number a record each.
pub fn evaluate(found: &[u32], truth: &[u32]) -> Agreement {
    let known = || found.iter().zip(truth).filter(|(_, truth)| **truth > 0);
    let mut cells: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    let mut founds: BTreeMap<u32, u64> = BTreeMap::new();
    let mut truths: BTreeMap<u32, u64> = BTreeMap::new();
    for (found, truth) in known() {
        *cells.entry((*found, *truth)).or_default() += 1;
        *founds.entry(*found).or_default() += 1;
        *truths.entry(*truth).or_default() += 1;
    }
    let pairs = |n: &u64| n * (n - 1) / 2;
    let n_right: u64 = cells.values().map(pairs).sum();
    let n_found_pairs: u64 = founds.values().map(pairs).sum();
    let n_true_pairs: u64 = truths.values().map(pairs).sum();
    let share = |a: u64, b: u64| if b == 0 { 1.0 } else { a as f64 / b as f64 };
    let n = founds.values().sum::<u64>() as f64;
    let mean = |sizes: &dyn Fn(&(u32, u32)) -> u64| {
        let cells = cells.iter().map(|(cell, n)| share(n * n, sizes(cell)));
        cells.sum::<f64>() / n.max(1.0)
    };
    let b3_precision = mean(&|(found, _)| founds.get(found).copied().unwrap_or(0));
    let b3_recall = mean(&|(_, truth)| truths.get(truth).copied().unwrap_or(0));
    let (precision, recall) = (share(n_right, n_found_pairs), share(n_right, n_true_pairs));
    Agreement {
        pair_precision: precision,
        pair_recall: recall,
        pair_f1: harmonic(precision, recall),
        b3_precision,
        b3_recall,
        b3_f1: harmonic(b3_precision, b3_recall),
        n_true_pairs,
        n_found_pairs,
    }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b > 0.0 {
        2.0 * a * b / (a + b)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_merge_costs_what_it_should() {
        // Truth {a b} {c}; found {a b c}: 1 of 3 pairs right, all true pairs found.
        let found = evaluate(&[1, 1, 1], &[5, 5, 6]);
        assert!((found.pair_precision - 1.0 / 3.0).abs() < 1e-12);
        assert!((found.pair_recall - 1.0).abs() < 1e-12);
        // a and b: 2/3 each, c: 1/3.
        assert!((found.b3_precision - 5.0 / 9.0).abs() < 1e-12);
        assert!((found.b3_recall - 1.0).abs() < 1e-12);
    }

    #[test]
    fn records_without_a_truth_are_left_out() {
        let found = evaluate(&[1, 1, 1], &[5, 5, 0]);
        assert!((found.pair_f1 - 1.0).abs() < 1e-12);
    }
}
