//! Whether classes come back when the data are drawn again.
//!
//! Source  Hennig (2007), doi:10.1016/j.csda.2006.11.025

use crate::draws::Draws;
use crate::mixture::{Model, Rows, fit_from};

/// How to test stability.
#[derive(Clone, Copy, Debug)]
pub struct Resampling {
    /// Seed of every draw.
    pub seed: u64,
    /// Number of refits.
    pub n_refits: usize,
    /// Most passes of a refit.
    pub n_passes: usize,
}

/// Jaccard overlap of two sets, given how many are in both and in each: 0 when both are empty.
pub fn jaccard(n_both: f64, n_left: f64, n_right: f64) -> f64 {
    let n_either = n_left + n_right - n_both;
    if n_either > 0.0 {
        n_both / n_either
    } else {
        0.0
    }
}

/// The class each row most likely belongs to; the first of equals.
pub fn hard_classes(memberships: &[f64], n_classes: usize) -> Vec<usize> {
    let top = |shares: &[f64]| {
        let mut best = 0;
        for (class, share) in shares.iter().enumerate() {
            if *share > shares[best] {
                best = class;
            }
        }
        best
    };
    memberships.chunks(n_classes.max(1)).map(top).collect()
}

/// Mean Jaccard overlap of each class with its best match, over refits on
/// groups of rows drawn again with replacement.
///
/// # Shapes
/// `group_of` names the group of each row, from 0 without gaps; rows of one
/// group are drawn together, since they are not independent.
pub fn bootstrap_jaccard(
    rows: &Rows,
    group_of: &[usize],
    model: &Model,
    how: &Resampling,
) -> Vec<f64> {
    let refits: Vec<Vec<f64>> = (0..how.n_refits)
        .map(|refit| refit_overlaps(rows, group_of, model, (how, refit)))
        .collect();
    mean_overlaps(&refits, model.n_classes)
}

/// Mean over refits, by class.
pub fn mean_overlaps(refits: &[Vec<f64>], n_classes: usize) -> Vec<f64> {
    let sum = |class: usize| -> f64 { refits.iter().filter_map(|one| one.get(class)).sum() };
    (0..n_classes)
        .map(|class| sum(class) / refits.len().max(1) as f64)
        .collect()
}

/// Jaccard overlap of each class with its best match in one refit.
///
/// Every refit has draws of its own, so that refits can be made in any order.
pub fn refit_overlaps(
    rows: &Rows,
    group_of: &[usize],
    model: &Model,
    (how, refit): (&Resampling, usize),
) -> Vec<f64> {
    debug_assert_eq!(group_of.len(), rows.len());
    let n_classes = model.n_classes;
    let original = hard_classes(&model.memberships(rows), n_classes);
    let mut draws = Draws::new(how.seed, (1 << 32) + refit as u64);
    let weights = drawn_again(rows, group_of, &mut draws);
    let again = fit_from(rows, &weights, model.clone(), how.n_passes);
    let again = hard_classes(&again.model.memberships(rows), n_classes);
    best_overlaps(&original, &again, (&weights, rows.weights()), n_classes)
}

/// Row weights after drawing as many groups as there are, with replacement.
fn drawn_again(rows: &Rows, group_of: &[usize], draws: &mut Draws) -> Vec<f64> {
    let n_groups = group_of.iter().max().map_or(0, |last| last + 1);
    let mut times = vec![0.0; n_groups];
    for _ in 0..n_groups {
        times[draws.below(n_groups)] += 1.0;
    }
    let weight = |(group, weight): (&usize, &f64)| times[*group] * weight;
    group_of.iter().zip(rows.weights()).map(weight).collect()
}

/// For each class of `original`, the best overlap with a class of `again`,
/// among the rows that were drawn.
fn best_overlaps(
    original: &[usize],
    again: &[usize],
    weights: (&[f64], &[f64]),
    n_classes: usize,
) -> Vec<f64> {
    let (drawn, own) = weights;
    let mut both = vec![0.0; n_classes * n_classes];
    for (row_idx, (left, right)) in original.iter().zip(again).enumerate() {
        if drawn[row_idx] > 0.0 {
            both[left * n_classes + right] += own[row_idx];
        }
    }
    let n_right = |class: usize| -> f64 { both.iter().skip(class).step_by(n_classes).sum() };
    let rights: Vec<f64> = (0..n_classes).map(n_right).collect();
    let best = |row: &[f64]| {
        let n_left: f64 = row.iter().sum();
        let overlap = |(n_both, n_right): (&f64, &f64)| jaccard(*n_both, n_left, *n_right);
        row.iter().zip(&rights).map(overlap).fold(0.0, f64::max)
    };
    both.chunks(n_classes).map(best).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_shared_over_either() {
        assert_eq!(jaccard(2.0, 3.0, 4.0), 0.4);
        assert_eq!(jaccard(0.0, 0.0, 0.0), 0.0);
    }

    #[test]
    fn renamed_classes_overlap_fully() {
        let ones = [1.0; 4];
        let overlaps = best_overlaps(&[0, 0, 1, 1], &[1, 1, 0, 0], (&ones, &ones), 2);
        assert_eq!(overlaps, [1.0, 1.0]);
    }

    #[test]
    fn rows_that_were_not_drawn_do_not_count() {
        let drawn = [1.0, 0.0, 1.0, 2.0];
        let overlaps = best_overlaps(&[0, 0, 1, 1], &[0, 1, 1, 1], (&drawn, &[1.0; 4]), 2);
        assert_eq!(overlaps, [1.0, 1.0]);
    }
}
