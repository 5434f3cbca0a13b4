//! A finite mixture of products (latent class model) for mixed, sparse data.
//!
//! Source  McLachlan & Peel (2000), *Finite Mixture Models*; relevance of blocks
//!         after Marbac & Sedki (2017), doi:10.1007/s11222-016-9670-1
//!
//! Every family here is an exponential family, so that the log-likelihood of a
//! row is a base for each block that was seen plus value × weight for each cell
//! that is there. Cells that are zero and blocks that are missing cost nothing.
//! A block whose distribution does not differ between the classes by more than
//! it costs to describe is *tied*: one distribution serves all classes.
//!
//! Parts: [`rows`] the packed data, [`family`] the distributions, [`sums`] one
//! pass over the data, [`model`] the parameters, [`search`] starts and fits.

pub mod family;
pub mod model;
pub mod rows;
pub mod search;
pub mod sums;

pub use family::Family;
pub use model::{Model, Selection};
pub use rows::{Block, Rows, RowsError, Seen};
pub use search::{Fit, Search, fit_from, pooled, search};
pub use sums::Sums;

#[cfg(test)]
mod tests;
