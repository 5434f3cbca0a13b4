//! Records become people, accounts and affiliations.

pub mod accounts;
pub mod place;
pub mod settle;
pub mod union_find;
pub mod words;

#[cfg(test)]
pub(crate) mod testing;
