//! Names, titles, domains, companies, transcripts and phrases. Pure.

pub mod companies;
pub mod domains;
pub mod fold;
pub mod names;
pub mod speech;
pub mod titles;
pub mod transcripts;
