//! The distributions a block can have, as exponential families.
//!
//! Each turns mean parameters (what the sums give) into a base and one weight a
//! column, so that log-likelihood = base + Σ value × weight, up to a constant
//! that is the same for all classes.

use serde::{Deserialize, Serialize};

use crate::maths::{ln, ln_1p, logit};

/// What kind of values a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Family {
    /// Yes or no for each feature; only the features that are "yes" are cells of value 1.
    Bernoulli,
    /// One of several: exactly one cell of value 1. Also for counts in bins of doublings.
    Categorical,
    /// Draws from a list of words or topics: one cell a word, its value the number of draws.
    Multinomial,
    /// Counts; only those above 0 are cells.
    Poisson,
    /// Measurements as standard scores (mean 0, deviation 1); each becomes a value and its square.
    Gaussian,
}

impl Family {
    /// Columns a feature takes in the packed rows.
    pub(crate) fn columns_per_feature(self) -> u32 {
        if self == Self::Gaussian { 2 } else { 1 }
    }

    /// Free parameters of a block with `n_features` features, for one class.
    pub(crate) fn n_parameters(self, n_features: u32) -> f64 {
        match self {
            Self::Categorical | Self::Multinomial => f64::from(n_features) - 1.0,
            Self::Bernoulli | Self::Poisson => f64::from(n_features),
            Self::Gaussian => 2.0 * f64::from(n_features),
        }
    }

    /// Whether the values of a row share out a total, rather than standing each for itself.
    pub(crate) fn shares_a_total(self) -> bool {
        matches!(self, Self::Categorical | Self::Multinomial)
    }

    /// Mean parameters of everybody together, kept away from the impossible.
    ///
    /// `sums` are the summed values by column, `n` the summed row weights.
    pub(crate) fn pooled_means(self, sums: &[f64], n: f64) -> Vec<f64> {
        let total: f64 = sums.iter().sum();
        let width = sums.len() as f64;
        let mean = |sum: &f64| match self {
            Self::Bernoulli => (sum + 0.5) / (n + 1.0),
            Self::Categorical | Self::Multinomial => (sum + 0.5) / (total + 0.5 * width),
            Self::Poisson => (sum + 0.5) / (n + 1.0),
            Self::Gaussian => sum / n.max(1e-12),
        };
        sums.iter().map(mean).collect()
    }

    /// Mean parameters of one class, drawn towards `prior` as by `strength` more rows.
    pub(crate) fn class_means(self, sums: &[f64], n: f64, prior: (&[f64], f64)) -> Vec<f64> {
        let (pooled, strength) = prior;
        let size = if self.shares_a_total() {
            sums.iter().sum()
        } else {
            n
        };
        let mean = |(sum, pooled): (&f64, &f64)| (sum + strength * pooled) / (size + strength);
        sums.iter().zip(pooled).map(mean).collect()
    }

    /// Writes the weight of each column and returns the base of the block.
    pub(crate) fn natural(self, means: &[f64], weights: &mut [f64]) -> f64 {
        match self {
            Self::Bernoulli => bernoulli(means, weights),
            Self::Categorical | Self::Multinomial => {
                each(means, weights, ln);
                0.0
            }
            Self::Poisson => {
                each(means, weights, ln);
                -means.iter().sum::<f64>()
            }
            Self::Gaussian => gaussian(means, weights),
        }
    }
}

fn each(means: &[f64], weights: &mut [f64], f: fn(f64) -> f64) {
    for (weight, mean) in weights.iter_mut().zip(means) {
        *weight = f(*mean);
    }
}

fn bernoulli(means: &[f64], weights: &mut [f64]) -> f64 {
    each(means, weights, logit);
    means.iter().map(|p| ln_1p(-p)).sum()
}

/// Columns come in pairs: the value and its square.
fn gaussian(means: &[f64], weights: &mut [f64]) -> f64 {
    let mut base = 0.0;
    for (pair, weight) in means.chunks_exact(2).zip(weights.chunks_exact_mut(2)) {
        let (mean, square) = (pair[0], pair[1]);
        // A class of equal values must not grow an infinite density.
        let variance = (square - mean * mean).max(1e-2);
        weight[0] = mean / variance;
        weight[1] = -0.5 / variance;
        base -= 0.5 * (ln(std::f64::consts::TAU * variance) + mean * mean / variance);
    }
    base
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::maths::exp;

    #[test]
    fn bernoulli_likelihoods_sum_to_one() {
        let mut weights = [0.0; 2];
        let base = Family::Bernoulli.natural(&[0.3, 0.8], &mut weights);
        let all: f64 = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
            .iter()
            .map(|x| exp(base + x[0] * weights[0] + x[1] * weights[1]))
            .sum();
        assert!((all - 1.0).abs() < 1e-12);
    }

    #[test]
    fn gaussian_density_is_the_textbook_one() {
        let mut weights = [0.0; 2];
        // Mean 1, variance 4; at x = 2 the density is 0.17603.
        let base = Family::Gaussian.natural(&[1.0, 5.0], &mut weights);
        let density = exp(base + 2.0 * weights[0] + 4.0 * weights[1]);
        assert!((density - 0.17603).abs() < 1e-5);
    }

    #[test]
    fn poisson_ratio_between_neighbours_is_rate_over_count() {
        let mut weights = [0.0];
        let base = Family::Poisson.natural(&[2.5], &mut weights);
        assert!((exp(weights[0]) - 2.5).abs() < 1e-12);
        assert!((base + 2.5).abs() < 1e-12);
    }
}
