//! Holds published results against the truth that a sample was made with.
//!
//! Reads   `truth/*.jsonl`, `published-<run>.db`
//! Writes  nothing: it gives figures, each with the counts behind it
//! Source  pairwise and B³ scores: Bagga & Baldwin (1998); adjusted Rand index: Hubert & Arabie (1985)
//!
//! Truth and results meet by native keys and by file and line, never by what a
//! stage concluded. Where a stage published nothing, the score says so instead
//! of giving a zero.
//!
//! Invariant: depends on the contracts and the store, on no stage.

mod accounts;
mod affiliations;
mod decisions;
mod matching;
mod people;
mod personas;
mod rates;
mod roles;
mod scores;
mod speech;
mod successions;
mod table;
mod truth;

pub use accounts::AccountScore;
pub use affiliations::AffiliationScore;
pub use decisions::DecisionScore;
pub use people::PeopleScore;
pub use personas::{PersonaKindScore, PersonaScore};
pub use rates::{Clustering, Rate, Retrieval};
pub use roles::{RoleF1, RoleScore};
pub use scores::{Measured, ScoreError, Scores, score};
pub use speech::{PredicateRecall, SpeechScore};
pub use successions::SuccessionScore;
pub use truth::TruthFiles;
