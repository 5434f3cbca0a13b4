//! The words the made-up company is made of.
//!
//! They are this crate's own: what reads the sample must not share a list with
//! what writes it.

pub(crate) mod companies;
pub(crate) mod names;
pub(crate) mod speech;
pub(crate) mod survey;
pub(crate) mod titles;
pub(crate) mod usage;
