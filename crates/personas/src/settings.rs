//! What a study may set about personas.
//!
//! Source  gates: Hennig (2007), doi:10.1016/j.csda.2006.11.025; false
//!         discoveries: Benjamini & Hochberg (1995)

use serde::{Deserialize, Serialize};

/// How personas are searched for, and what they must pass.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Seed of every draw.
    pub seed: u64,
    /// Fewest people behind a persona and behind each of its statements.
    pub min_people: usize,
    /// Fewest accounts they are at, where the source knows accounts.
    pub min_accounts: usize,
    /// Most classes tried for each kind.
    pub max_classes: usize,
    /// Most people the mixture is fitted to; the rest are only assigned.
    pub max_people: usize,
    /// Most people the number of classes is searched on, and stability is tested on.
    pub max_searched: usize,
    /// Refits of the stability test.
    pub n_refits: usize,
    /// Stability from which a persona is published.
    pub publish_at: f64,
    /// Stability from which a persona is shown as a candidate.
    pub show_at: f64,
    /// Highest expected share of false statements.
    pub max_q: f64,
    /// Lowest membership that makes somebody a member.
    pub min_posterior: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 1,
            min_people: 5,
            min_accounts: 3,
            max_classes: 10,
            max_people: 20_000,
            max_searched: 5_000,
            n_refits: 50,
            publish_at: 0.75,
            show_at: 0.60,
            max_q: 0.05,
            min_posterior: 0.6,
        }
    }
}
