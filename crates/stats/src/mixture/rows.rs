//! Packed sparse rows: only what is there takes memory and time.

use super::family::Family;

/// Most blocks a table of rows may have: which of them a row has seen is one word of bits.
pub const MAX_BLOCKS: usize = 64;

/// Features that share a family and are seen or missing together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Block {
    /// The distribution of its values.
    pub family: Family,
    /// Number of features, levels or words.
    pub n_features: u32,
}

/// What a row says in one block. A block the row does not list is missing.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Position of the block.
    pub block_idx: usize,
    /// Feature and value; zeros may be left out.
    pub cells: &'a [(u32, f64)],
}

/// Why a row cannot be packed.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum RowsError {
    /// More blocks than bits.
    #[error("{n} blocks are more than the {MAX_BLOCKS} that fit")]
    TooManyBlocks {
        /// How many.
        n: usize,
    },
    /// A row names a block that is not there, or one block twice.
    #[error("block {block_idx} is unknown or repeated")]
    Block {
        /// Its position.
        block_idx: usize,
    },
    /// A row names a feature that is not there, or one feature twice.
    #[error("feature {feature} of block {block_idx} is unknown or repeated")]
    Feature {
        /// The block.
        block_idx: usize,
        /// The feature.
        feature: u32,
    },
    /// A value its family cannot have.
    #[error("feature {feature} of block {block_idx} has a value its family cannot have")]
    Value {
        /// The block.
        block_idx: usize,
        /// The feature.
        feature: u32,
    },
}

impl RowsError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyBlocks { .. } => "mixture_too_many_blocks",
            Self::Block { .. } => "mixture_block_unknown",
            Self::Feature { .. } => "mixture_feature_unknown",
            Self::Value { .. } => "mixture_value_impossible",
        }
    }
}

/// Rows packed one after another, each with a weight.
#[derive(Clone, Debug)]
pub struct Rows {
    pub(crate) blocks: Vec<Block>,
    /// First column of each block; one more entry at the end.
    pub(crate) first_column: Vec<u32>,
    /// First cell of each row; one more entry at the end.
    pub(crate) first_cell: Vec<usize>,
    pub(crate) columns: Vec<u32>,
    pub(crate) values: Vec<f64>,
    /// Which blocks each row has seen, as a position in `patterns`.
    pub(crate) pattern_of: Vec<u32>,
    pub(crate) patterns: Vec<u64>,
    pub(crate) weights: Vec<f64>,
}

impl Rows {
    /// An empty table with these blocks.
    ///
    /// # Errors
    /// [`RowsError::TooManyBlocks`].
    pub fn new(blocks: Vec<Block>) -> Result<Self, RowsError> {
        if blocks.len() > MAX_BLOCKS {
            return Err(RowsError::TooManyBlocks { n: blocks.len() });
        }
        let mut first_column = vec![0];
        let mut next = 0;
        for block in &blocks {
            next += block.n_features * block.family.columns_per_feature();
            first_column.push(next);
        }
        Ok(Self {
            blocks,
            first_column,
            first_cell: vec![0],
            columns: Vec::new(),
            values: Vec::new(),
            pattern_of: Vec::new(),
            patterns: Vec::new(),
            weights: Vec::new(),
        })
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The weight of each row.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The column of a feature in [`super::Model::weights`]; the first of two for measurements.
    pub fn column(&self, block_idx: usize, feature: u32) -> usize {
        let block = self.blocks[block_idx];
        let per_feature = block.family.columns_per_feature();
        (self.first_column[block_idx] + feature * per_feature) as usize
    }

    pub(crate) fn n_columns(&self) -> usize {
        self.first_column.last().map_or(0, |n| *n as usize)
    }

    pub(crate) fn columns_of(&self, block_idx: usize) -> std::ops::Range<usize> {
        self.first_column[block_idx] as usize..self.first_column[block_idx + 1] as usize
    }

    pub(crate) fn cells_of(&self, row_idx: usize) -> std::ops::Range<usize> {
        self.first_cell[row_idx]..self.first_cell[row_idx + 1]
    }

    /// Adds a row that counts `weight` times.
    ///
    /// # Errors
    /// A block, feature or value that cannot be; nothing is added then.
    pub fn push(&mut self, weight: f64, seen: &[Seen<'_>]) -> Result<(), RowsError> {
        let n_cells = self.columns.len();
        let packed = self.pack(seen);
        let Ok(pattern) = packed else {
            self.columns.truncate(n_cells);
            self.values.truncate(n_cells);
            return packed.map(drop);
        };
        self.weights.push(weight);
        self.first_cell.push(self.columns.len());
        let known = self.patterns.iter().position(|p| *p == pattern);
        let pattern_idx = known.unwrap_or_else(|| {
            self.patterns.push(pattern);
            self.patterns.len() - 1
        });
        self.pattern_of.push(pattern_idx as u32);
        Ok(())
    }

    fn pack(&mut self, seen: &[Seen<'_>]) -> Result<u64, RowsError> {
        let mut pattern = 0_u64;
        for block in seen {
            let block_idx = block.block_idx;
            let bit = 1_u64.checked_shl(block_idx as u32).unwrap_or(0);
            if block_idx >= self.blocks.len() || pattern & bit != 0 {
                return Err(RowsError::Block { block_idx });
            }
            pattern |= bit;
            self.pack_block(*block)?;
        }
        Ok(pattern)
    }

    fn pack_block(&mut self, seen: Seen<'_>) -> Result<(), RowsError> {
        let block_idx = seen.block_idx;
        let block = self.blocks[block_idx];
        let first = self.first_column[block_idx];
        let mut cells = seen.cells.to_vec();
        cells.sort_by_key(|cell| cell.0);
        let mut before = None;
        for (feature, value) in cells {
            if feature >= block.n_features || before == Some(feature) {
                return Err(RowsError::Feature { block_idx, feature });
            }
            if !is_possible(block.family, value) {
                return Err(RowsError::Value { block_idx, feature });
            }
            before = Some(feature);
            self.pack_cell(block.family, first, (feature, value));
        }
        let wants_one = block.family == Family::Categorical;
        if wants_one && seen.cells.len() != 1 {
            return Err(RowsError::Value {
                block_idx,
                feature: 0,
            });
        }
        Ok(())
    }

    fn pack_cell(&mut self, family: Family, first: u32, (feature, value): (u32, f64)) {
        if family == Family::Gaussian {
            self.columns
                .extend([first + 2 * feature, first + 2 * feature + 1]);
            self.values.extend([value, value * value]);
        } else if value != 0.0 {
            self.columns.push(first + feature);
            self.values.push(value);
        }
    }
}

fn is_possible(family: Family, value: f64) -> bool {
    match family {
        Family::Bernoulli => value == 0.0 || value == 1.0,
        Family::Categorical => value == 1.0,
        Family::Multinomial | Family::Poisson => value.is_finite() && value >= 0.0,
        Family::Gaussian => value.is_finite(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Rows {
        let block = |family, n_features| Block { family, n_features };
        Rows::new(vec![
            block(Family::Bernoulli, 3),
            block(Family::Gaussian, 1),
            block(Family::Categorical, 2),
        ])
        .unwrap()
    }

    fn pushed(block_idx: usize, cells: &[(u32, f64)]) -> Result<(), RowsError> {
        rows().push(1.0, &[Seen { block_idx, cells }])
    }

    #[test]
    fn what_is_zero_or_missing_takes_no_cell() {
        let mut rows = rows();
        let flags = Seen {
            block_idx: 0,
            cells: &[(2, 1.0), (0, 0.0)],
        };
        let size = Seen {
            block_idx: 1,
            cells: &[(0, -2.0)],
        };
        rows.push(1.0, &[flags, size]).unwrap();
        assert_eq!(rows.columns, [2, 3, 4]);
        assert_eq!(rows.values, [1.0, -2.0, 4.0]);
        assert_eq!(rows.patterns, [0b011]);
    }

    #[test]
    fn what_cannot_be_is_refused_and_leaves_nothing() {
        assert_eq!(pushed(9, &[]), Err(RowsError::Block { block_idx: 9 }));
        let value = RowsError::Value {
            block_idx: 0,
            feature: 1,
        };
        assert_eq!(pushed(0, &[(1, 0.5)]), Err(value));
        let feature = RowsError::Feature {
            block_idx: 0,
            feature: 3,
        };
        assert_eq!(pushed(0, &[(3, 1.0)]), Err(feature));
        assert!(pushed(2, &[]).is_err());
        let mut rows = rows();
        assert!(
            rows.push(
                1.0,
                &[Seen {
                    block_idx: 0,
                    cells: &[(0, 1.0), (1, 7.0)]
                }]
            )
            .is_err()
        );
        assert!(rows.is_empty() && rows.columns.is_empty());
    }
}
