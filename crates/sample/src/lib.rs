//! Generates a made-up company with the truth written down.
//!
//! Writes  what its systems would export, and folder `truth/` beside it
//! Source  issue 2, point 4; rates of noise as published (see [`Noise`])
//!
//! A plan goes in, files come out. First the truth is made (who works where,
//! who decides what with whom, who follows whom); then every system writes
//! down the part of it that it saw, with its own errors. Both are made ten
//! accounts at a time, so that memory stays bounded. Everything follows from
//! the plan: no clock, no thread, no chance that is not seeded.
//!
//! Invariant: this crate depends on nothing that reads what it writes, and
//! shares no list of words with it.

mod dice;
mod files;
mod generate;
mod plan;
mod salesforce_id;
mod systems;
mod truth;
mod words;
mod world;

pub use files::Files;
pub use generate::{SampleError, Summary, generate};
pub use plan::{Noise, Plan, TemplateFamily};
