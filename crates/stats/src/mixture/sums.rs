//! One pass over the rows: who belongs where, added up.
//!
//! The sums are all a new model needs. Those of two sets of rows can be merged,
//! in the order of the sets, into those of both.

use super::model::Model;
use super::rows::Rows;
use crate::maths::normalise;

/// Sufficient statistics of rows under a model.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Sums {
    /// Number of classes.
    pub n_classes: usize,
    /// Summed row weight in each class.
    pub classes: Vec<f64>,
    /// Summed row weight by block and class, of rows that have seen the block.
    pub blocks: Vec<f64>,
    /// Summed value × weight by column and class.
    pub cells: Vec<f64>,
    /// Log-likelihood of the rows, up to a constant of the data.
    pub log_likelihood: f64,
    /// Entropy of the memberships, in nats: 0 when every row is in one class for sure.
    pub entropy: f64,
}

impl Sums {
    /// Sums of no rows.
    pub fn empty(rows: &Rows, n_classes: usize) -> Self {
        Self {
            n_classes,
            classes: vec![0.0; n_classes],
            blocks: vec![0.0; rows.blocks.len() * n_classes],
            cells: vec![0.0; rows.n_columns() * n_classes],
            log_likelihood: 0.0,
            entropy: 0.0,
        }
    }

    /// Adds the sums of other rows under the same model.
    pub fn merge(&mut self, other: &Self) {
        debug_assert_eq!(self.cells.len(), other.cells.len());
        add(&mut self.classes, &other.classes);
        add(&mut self.blocks, &other.blocks);
        add(&mut self.cells, &other.cells);
        self.log_likelihood += other.log_likelihood;
        self.entropy += other.entropy;
    }

    /// Summed row weight.
    pub fn n(&self) -> f64 {
        self.classes.iter().sum()
    }

    /// Passes over the rows that `weights` counts; its length is that of the rows.
    pub fn of(rows: &Rows, weights: &[f64], model: &Model) -> Self {
        let mut sums = Self::empty(rows, model.n_classes);
        let starts = pattern_starts(rows, model);
        let mut shares = vec![0.0; model.n_classes];
        let mut by_pattern = vec![0.0; rows.patterns.len() * model.n_classes];
        for (row_idx, weight) in weights.iter().enumerate() {
            if *weight > 0.0 {
                score(rows, row_idx, (model, &starts), &mut shares);
                sums.log_likelihood += weight * normalise(&mut shares);
                sums.entropy += weight * entropy(&shares);
                shares.iter_mut().for_each(|share| *share *= weight);
                sums.add_row(rows, row_idx, &shares);
                let pattern = rows.pattern_of[row_idx] as usize;
                add(
                    slice_mut(&mut by_pattern, pattern, model.n_classes),
                    &shares,
                );
            }
        }
        sums.spread(rows, &by_pattern);
        sums
    }

    /// Sums of rows whose memberships are given: `[n_rows × n_classes]`, each row's shares.
    pub fn of_shares(rows: &Rows, weights: &[f64], shares: &[f64], n_classes: usize) -> Self {
        debug_assert_eq!(shares.len(), rows.len() * n_classes);
        let mut sums = Self::empty(rows, n_classes);
        let mut by_pattern = vec![0.0; rows.patterns.len() * n_classes];
        for (row_idx, weight) in weights.iter().enumerate() {
            let mine = &shares[row_idx * n_classes..(row_idx + 1) * n_classes];
            let weighted: Vec<f64> = mine.iter().map(|share| share * weight).collect();
            sums.add_row(rows, row_idx, &weighted);
            let pattern = rows.pattern_of[row_idx] as usize;
            add(slice_mut(&mut by_pattern, pattern, n_classes), &weighted);
        }
        sums.spread(rows, &by_pattern);
        sums
    }

    fn add_row(&mut self, rows: &Rows, row_idx: usize, shares: &[f64]) {
        for cell in rows.cells_of(row_idx) {
            let (column, value) = (rows.columns[cell] as usize, rows.values[cell]);
            let sums = slice_mut(&mut self.cells, column, shares.len());
            for (sum, share) in sums.iter_mut().zip(shares) {
                *sum += value * share;
            }
        }
    }

    /// Turns sums by pattern of seen blocks into sums by class and by block.
    fn spread(&mut self, rows: &Rows, by_pattern: &[f64]) {
        let n_classes = self.n_classes;
        for (pattern, sums) in rows.patterns.iter().zip(by_pattern.chunks(n_classes)) {
            add(&mut self.classes, sums);
            for block_idx in seen_blocks(*pattern) {
                add(slice_mut(&mut self.blocks, block_idx, n_classes), sums);
            }
        }
    }
}

fn add(sums: &mut [f64], more: &[f64]) {
    for (sum, x) in sums.iter_mut().zip(more) {
        *sum += x;
    }
}

fn slice_mut(values: &mut [f64], idx: usize, width: usize) -> &mut [f64] {
    &mut values[idx * width..(idx + 1) * width]
}

fn entropy(shares: &[f64]) -> f64 {
    let term = |share: &f64| {
        if *share > 0.0 {
            -share * crate::maths::ln(*share)
        } else {
            0.0
        }
    };
    // Shares this close to 0 or 1 add nothing that is worth a logarithm.
    if shares.iter().any(|share| *share > 1.0 - 1e-9) {
        return 0.0;
    }
    shares.iter().map(term).sum()
}

fn seen_blocks(pattern: u64) -> impl Iterator<Item = usize> {
    (0..64).filter(move |bit| pattern >> bit & 1 == 1)
}

/// The part of the score that rows with equal patterns share: `[n_patterns × n_classes]`.
pub(crate) fn pattern_starts(rows: &Rows, model: &Model) -> Vec<f64> {
    let mut starts = Vec::with_capacity(rows.patterns.len() * model.n_classes);
    for pattern in &rows.patterns {
        let first = starts.len();
        starts.extend_from_slice(&model.ln_shares);
        for block_idx in seen_blocks(*pattern) {
            let bases =
                &model.bases[block_idx * model.n_classes..(block_idx + 1) * model.n_classes];
            add(&mut starts[first..], bases);
        }
    }
    starts
}

/// Writes the log weight of each class for one row into `scores`.
pub(crate) fn score(rows: &Rows, row_idx: usize, model: (&Model, &[f64]), scores: &mut [f64]) {
    let (model, starts) = model;
    let n_classes = scores.len();
    let pattern = rows.pattern_of[row_idx] as usize;
    scores.copy_from_slice(&starts[pattern * n_classes..(pattern + 1) * n_classes]);
    for cell in rows.cells_of(row_idx) {
        let (column, value) = (rows.columns[cell] as usize, rows.values[cell]);
        let weights = &model.weights[column * n_classes..(column + 1) * n_classes];
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += value * weight;
        }
    }
}
