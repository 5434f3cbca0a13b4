//! Mathematics: numbers in, numbers out.
//!
//! Nothing here does I/O, reads a clock or starts a thread. Randomness comes
//! from a seed, sums have one fixed order, and `exp` and `ln` come from `libm`,
//! so that two machines agree to the last bit.

pub mod discoveries;
pub mod draws;
pub mod interval;
pub mod lift;
pub mod linkage;
pub mod maths;
pub mod mixture;
pub mod stability;
pub mod tails;

pub use discoveries::benjamini_hochberg;
pub use draws::Draws;
pub use interval::{Interval, wilson};
