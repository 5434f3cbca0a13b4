//! All scores together.

use std::io;

use serde::Serialize;
use store::{Published, StoreError};

use crate::accounts::{self, AccountScore};
use crate::affiliations::{self, AffiliationScore};
use crate::decisions::{self, DecisionScore};
use crate::matching::Matching;
use crate::people::{self, PeopleScore};
use crate::personas::{self, PersonaScore};
use crate::roles::{self, RoleScore};
use crate::speech::{self, SpeechScore};
use crate::successions::{self, SuccessionScore};
use crate::truth::{Truth, TruthFiles};

/// Why nothing could be scored.
#[derive(Debug, thiserror::Error)]
pub enum ScoreError {
    /// A file of the truth cannot be read.
    #[error("cannot read `truth/{file}`; was this sample written by `prosopon generate`?")]
    Truth {
        /// The file.
        file: &'static str,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
    /// A line of the truth is not what this version writes.
    #[error(
        "`truth/{file}` line {line} is not what this version writes; generate the sample again"
    )]
    Line {
        /// The file.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        #[source]
        cause: serde_json::Error,
    },
    /// The published result cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ScoreError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Truth { .. } => "truth_unreadable",
            Self::Line { .. } => "truth_line",
            Self::Store(_) => "store",
        }
    }
}

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measured<T> {
    /// It was measured.
    Measured(T),
    /// It was not, and why.
    NotMeasured(&'static str),
}

impl<T> Measured<T> {
    /// The figure, when there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Measured(value) => Some(value),
            Self::NotMeasured(_) => None,
        }
    }
}

/// What was recovered, stage by stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// Which records are one company.
    pub accounts: Measured<AccountScore>,
    /// Which records are one person.
    pub people: Measured<PeopleScore>,
    /// Who worked where and when.
    pub affiliations: Measured<AffiliationScore>,
    /// What was decided.
    pub decisions: Measured<DecisionScore>,
    /// Who played which part.
    pub roles: Measured<RoleScore>,
    /// Who followed whom.
    pub successions: Measured<SuccessionScore>,
    /// What was said.
    pub speech: Measured<SpeechScore>,
    /// Which personas are there.
    pub personas: Measured<PersonaScore>,
}

/// Scores a published result against the truth of its sample.
///
/// # Errors
/// [`ScoreError`] when a file of the truth is missing or damaged, or the result
/// cannot be read.
pub fn score(truth: &dyn TruthFiles, published: &Published) -> Result<Scores, ScoreError> {
    let truth = Truth::read(truth)?;
    let matching = Matching::make(&truth, published)?;
    Ok(Scores {
        accounts: accounts::score(&truth, published, &matching)?,
        people: people::score(&truth, &matching),
        affiliations: affiliations::score(&truth, published, &matching)?,
        decisions: decisions::score(&truth, &matching),
        roles: roles::score(&truth, published, &matching)?,
        successions: successions::score(&truth, published, &matching)?,
        speech: speech::score(&truth, published, &matching)?,
        personas: personas::score(&truth, published, &matching)?,
    })
}
