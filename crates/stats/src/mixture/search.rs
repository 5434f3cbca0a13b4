//! Fits a mixture: several seeded starts, the best of them to the end.

use super::model::{Model, Pooled, Selection};
use super::rows::Rows;
use super::sums::Sums;
use crate::draws::Draws;

/// How to search.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
pub struct Search {
    /// Seed of every draw.
    pub seed: u64,
    /// Starts for each number of classes.
    pub n_starts: usize,
    /// Passes each start gets before the best are chosen.
    pub n_short_passes: usize,
    /// Starts that are followed to the end.
    pub n_followed: usize,
    /// Most passes to the end.
    pub n_long_passes: usize,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            seed: 1,
            n_starts: 10,
            n_short_passes: 8,
            n_followed: 3,
            n_long_passes: 150,
        }
    }
}

/// A fitted mixture and how well it fits.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The parameters.
    pub model: Model,
    /// Log-likelihood, up to a constant of the data.
    pub log_likelihood: f64,
    /// Entropy of the memberships, in nats.
    pub entropy: f64,
    /// Passes made.
    pub n_passes: usize,
}

impl Fit {
    /// Bayesian information criterion, on the scale of the log-likelihood: higher is better.
    pub fn bic(&self) -> f64 {
        self.log_likelihood - self.model.penalty
    }

    /// Integrated completed likelihood: BIC less the entropy of the memberships. Higher is better.
    ///
    /// # Source
    /// Biernacki, Celeux & Govaert (2000), doi:10.1109/34.865189
    pub fn icl(&self) -> f64 {
        self.bic() - self.entropy
    }
}

/// What everybody together looks like, for the rows that `weights` counts.
pub fn pooled(rows: &Rows, weights: &[f64]) -> Pooled {
    let ones = vec![1.0; rows.len()];
    Pooled::of(rows, &Sums::of_shares(rows, weights, &ones, 1))
}

/// The best mixture with `n_classes` classes that the search finds.
///
/// # Source
/// Short runs before long ones: Biernacki, Celeux & Govaert (2003),
/// doi:10.1016/S0167-9473(02)00163-9
pub fn search(rows: &Rows, n_classes: usize, how: &Search) -> Fit {
    let weights = rows.weights();
    let everybody = pooled(rows, weights);
    let data = (rows, weights, &everybody);
    let whole = one_class(data);
    if n_classes <= 1 || rows.is_empty() {
        return whole;
    }
    let mut draws = Draws::new(how.seed, n_classes as u64);
    let mut starts: Vec<Fit> = (0..how.n_starts.max(1))
        .map(|_| start(data, n_classes, &mut draws))
        .map(|model| run(data, model, Selection::Free, how.n_short_passes))
        .collect();
    starts.sort_by(|a, b| b.bic().total_cmp(&a.bic()));
    starts.truncate(how.n_followed.max(1));
    let followed = starts
        .into_iter()
        .map(|short| run(data, short.model, Selection::Relevant, how.n_long_passes));
    let better = |a: Fit, b: Fit| if b.icl() > a.icl() { b } else { a };
    followed.reduce(better).unwrap_or(whole)
}

/// Everybody in one class.
fn one_class(data: Weighted<'_>) -> Fit {
    let (rows, weights, everybody) = data;
    let sums = Sums::of_shares(rows, weights, &vec![1.0; rows.len()], 1);
    let model = Model::from_sums(rows, &sums, everybody, Selection::Free);
    run(data, model, Selection::Free, 1)
}

/// Runs from a given model to the end, counting rows by `weights`.
pub fn fit_from(rows: &Rows, weights: &[f64], model: Model, n_passes: usize) -> Fit {
    let everybody = pooled(rows, weights);
    run(
        (rows, weights, &everybody),
        model,
        Selection::Relevant,
        n_passes,
    )
}

type Weighted<'a> = (&'a Rows, &'a [f64], &'a Pooled);

/// A start: every class is a few rows drawn at random.
fn start(data: Weighted<'_>, n_classes: usize, draws: &mut Draws) -> Model {
    let (rows, weights, everybody) = data;
    let n_seeds = (rows.len() / (4 * n_classes)).clamp(1, 3);
    let mut shares = vec![0.0; rows.len() * n_classes];
    for class in 0..n_classes {
        for _ in 0..n_seeds {
            shares[draws.below(rows.len()) * n_classes + class] = 1.0;
        }
    }
    let sums = Sums::of_shares(rows, weights, &shares, n_classes);
    Model::from_sums(rows, &sums, everybody, Selection::Free)
}

/// Expectation and maximisation in turn until the likelihood stands still.
fn run(data: Weighted<'_>, model: Model, selection: Selection, n_passes: usize) -> Fit {
    let (rows, weights, everybody) = data;
    let mut model = model;
    let mut before = f64::NEG_INFINITY;
    let mut n_done = 0;
    loop {
        let sums = Sums::of(rows, weights, &model);
        n_done += 1;
        let moved = sums.log_likelihood - before;
        let stands_still = moved.abs() <= 1e-7 * sums.log_likelihood.abs() + 1e-9;
        if stands_still || n_done > n_passes {
            return Fit {
                model,
                log_likelihood: sums.log_likelihood,
                entropy: sums.entropy,
                n_passes: n_done,
            };
        }
        before = sums.log_likelihood;
        model = Model::from_sums(rows, &sums, everybody, selection);
    }
}
