//! Records become people, accounts and affiliations.
//!
//! Companies come first ([`accounts`]), then every row is placed at its account
//! ([`place`]), then people are compared within their accounts and by what
//! identifies them anywhere ([`people`]). [`steps`] lists the work in order.

pub mod accounts;
mod hash;
pub mod linkage;
pub mod people;
pub mod place;
pub mod settle;
mod steps;
pub mod union_find;
mod usage;

pub use steps::{Ruling, Settings, steps};

#[cfg(test)]
pub(crate) mod testing;
