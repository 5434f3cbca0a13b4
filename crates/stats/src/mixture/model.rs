//! The parameters of a mixture, and how they come out of sums.

use serde::{Deserialize, Serialize};

use super::rows::Rows;
use super::sums::{Sums, pattern_starts, score};
use crate::maths::{ln, normalise};

/// How many rows of everybody each class is mixed with, so that no class
/// calls impossible what it has not met yet.
const PRIOR_ROWS: f64 = 1.0;

/// Whether blocks may be tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Every block has its own distribution in each class.
    Free,
    /// A block keeps its own distributions only where they pay for their description.
    Relevant,
}

/// A fitted mixture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Number of classes.
    pub n_classes: usize,
    /// Log of each class's share.
    pub ln_shares: Vec<f64>,
    /// Weight by column and class.
    pub weights: Vec<f64>,
    /// Base by block and class.
    pub bases: Vec<f64>,
    /// Whether one distribution serves all classes, by block.
    pub is_tied: Vec<bool>,
    /// What the parameters cost: ½ × parameters × ln(rows they are learnt from).
    pub penalty: f64,
}

/// What everybody together looks like: the prior of each class and the model of tied blocks.
#[derive(Clone, Debug)]
pub struct Pooled {
    means: Vec<f64>,
    weights: Vec<f64>,
    bases: Vec<f64>,
    /// Draws (multinomial) or rows (others) by block.
    sizes: Vec<f64>,
}

impl Pooled {
    /// From the sums of one class that holds everybody.
    pub(crate) fn of(rows: &Rows, sums: &Sums) -> Self {
        debug_assert_eq!(sums.n_classes, 1);
        let mut pooled = Self {
            means: Vec::new(),
            weights: vec![0.0; rows.n_columns()],
            bases: Vec::new(),
            sizes: Vec::new(),
        };
        for (block_idx, block) in rows.blocks.iter().enumerate() {
            let columns = rows.columns_of(block_idx);
            let cells = &sums.cells[columns.clone()];
            let n = sums.blocks[block_idx];
            let means = block.family.pooled_means(cells, n);
            let base = block.family.natural(&means, &mut pooled.weights[columns]);
            let draws: f64 = cells.iter().sum();
            pooled.means.extend(means);
            pooled.bases.push(base);
            pooled.sizes.push(if block.family.shares_a_total() {
                draws
            } else {
                n
            });
        }
        pooled
    }
}

impl Model {
    /// The most likely parameters given sums, with a prior of [`PRIOR_ROWS`] rows of everybody.
    pub fn from_sums(rows: &Rows, sums: &Sums, pooled: &Pooled, selection: Selection) -> Self {
        let n_classes = sums.n_classes;
        let n = sums.n();
        let share = |class: &f64| ln((class + 1.0) / (n + n_classes as f64));
        let mut model = Self {
            n_classes,
            ln_shares: sums.classes.iter().map(share).collect(),
            weights: vec![0.0; sums.cells.len()],
            bases: vec![0.0; sums.blocks.len()],
            is_tied: vec![false; rows.blocks.len()],
            penalty: 0.5 * (n_classes as f64 - 1.0) * ln(n.max(2.0)),
        };
        for block_idx in 0..rows.blocks.len() {
            model.set_block(rows, block_idx, sums, pooled);
            let gain = model.gain(rows, block_idx, sums, pooled);
            let price = block_price(rows, block_idx, pooled);
            let pays = gain > (n_classes as f64 - 1.0) * price;
            if selection == Selection::Relevant && !pays {
                model.tie(rows, block_idx, pooled);
                model.penalty += price;
            } else {
                model.penalty += n_classes as f64 * price;
            }
        }
        model
    }

    fn set_block(&mut self, rows: &Rows, block_idx: usize, sums: &Sums, pooled: &Pooled) {
        let family = rows.blocks[block_idx].family;
        let columns = rows.columns_of(block_idx);
        let n_classes = self.n_classes;
        let mut weights = vec![0.0; columns.len()];
        for class in 0..n_classes {
            let cells: Vec<f64> = columns
                .clone()
                .map(|column| sums.cells[column * n_classes + class])
                .collect();
            let n = sums.blocks[block_idx * n_classes + class];
            let prior = (&pooled.means[columns.clone()], PRIOR_ROWS);
            let means = family.class_means(&cells, n, prior);
            self.bases[block_idx * n_classes + class] = family.natural(&means, &mut weights);
            for (column, weight) in columns.clone().zip(&weights) {
                self.weights[column * n_classes + class] = *weight;
            }
        }
    }

    /// How much likelier the block is with distributions of its own, in nats.
    fn gain(&self, rows: &Rows, block_idx: usize, sums: &Sums, pooled: &Pooled) -> f64 {
        let n_classes = self.n_classes;
        let mut gain = 0.0;
        for class in 0..n_classes {
            let at = block_idx * n_classes + class;
            gain += sums.blocks[at] * (self.bases[at] - pooled.bases[block_idx]);
            for column in rows.columns_of(block_idx) {
                let at = column * n_classes + class;
                gain += sums.cells[at] * (self.weights[at] - pooled.weights[column]);
            }
        }
        gain
    }

    fn tie(&mut self, rows: &Rows, block_idx: usize, pooled: &Pooled) {
        let n_classes = self.n_classes;
        self.is_tied[block_idx] = true;
        self.bases[block_idx * n_classes..(block_idx + 1) * n_classes]
            .fill(pooled.bases[block_idx]);
        for column in rows.columns_of(block_idx) {
            self.weights[column * n_classes..(column + 1) * n_classes].fill(pooled.weights[column]);
        }
    }

    /// Memberships of every row: `[n_rows × n_classes]`, each row's shares sum to 1.
    pub fn memberships(&self, rows: &Rows) -> Vec<f64> {
        let starts = pattern_starts(rows, self);
        let mut shares = vec![0.0; rows.len() * self.n_classes];
        for (row_idx, mine) in shares.chunks_mut(self.n_classes).enumerate() {
            score(rows, row_idx, (self, &starts), mine);
            normalise(mine);
        }
        shares
    }

    /// The same model made blind to some blocks: what they say no longer counts.
    #[must_use]
    pub fn without_blocks(&self, rows: &Rows, block_idxs: &[usize]) -> Self {
        let mut blind = self.clone();
        for block_idx in block_idxs {
            let n_classes = self.n_classes;
            blind.bases[block_idx * n_classes..(block_idx + 1) * n_classes].fill(0.0);
            for column in rows.columns_of(*block_idx) {
                blind.weights[column * n_classes..(column + 1) * n_classes].fill(0.0);
            }
        }
        blind
    }

    /// The same model made blind to one word of a multinomial block; the others
    /// share out what is left, so that seeing fewer of them says nothing.
    #[must_use]
    pub fn without_word(&self, rows: &Rows, block_idx: usize, word: u32) -> Self {
        let mut blind = self.clone();
        let dropped = rows.first_column[block_idx] as usize + word as usize;
        for class in 0..self.n_classes {
            let share = crate::maths::exp(self.weights[dropped * self.n_classes + class]);
            let rest = crate::maths::ln_1p(-share.min(1.0 - 1e-9));
            for column in rows.columns_of(block_idx) {
                blind.weights[column * self.n_classes + class] -= rest;
            }
            blind.weights[dropped * self.n_classes + class] = 0.0;
        }
        blind
    }
}

/// What one set of parameters of a block costs, in nats.
fn block_price(rows: &Rows, block_idx: usize, pooled: &Pooled) -> f64 {
    let block = rows.blocks[block_idx];
    let size = pooled.sizes[block_idx].max(2.0);
    0.5 * block.family.n_parameters(block.n_features) * ln(size)
}
