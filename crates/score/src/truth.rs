//! The truth as the sample wrote it, one JSON line a fact.
//!
//! Reads   `truth/*.jsonl`

use std::io::{self, BufRead};

use model::{Day, DecisionKind, Departure, Outcome, PersonaKind, Polarity, Predicate, Role};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::scores::ScoreError;

/// Opens the files of the truth. The caller decides where they lie.
pub trait TruthFiles {
    /// Opens `truth/<name>`, such as `people.jsonl`.
    ///
    /// # Errors
    /// Whatever keeps the file from being opened.
    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead>>;
}

/// A record that is about a person at an account, and where it stands.
#[derive(Debug, Deserialize)]
pub(crate) struct PersonRecord {
    pub(crate) person: String,
    pub(crate) account: String,
    pub(crate) key: String,
    pub(crate) file: String,
    pub(crate) line: i64,
}

/// A record that is about an account, and where it stands.
#[derive(Debug, Deserialize)]
pub(crate) struct AccountRecord {
    pub(crate) account: String,
    pub(crate) key: String,
    pub(crate) file: String,
    pub(crate) line: i64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Human {
    pub(crate) person: String,
    pub(crate) name: String,
    pub(crate) is_unrecorded: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Speaker {
    pub(crate) file: String,
    pub(crate) label: String,
    pub(crate) person: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Affiliation {
    pub(crate) person: String,
    pub(crate) account: String,
    pub(crate) title: String,
    pub(crate) ends: Option<Day>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Decision {
    pub(crate) decision: String,
    pub(crate) kind: DecisionKind,
    pub(crate) outcome: Outcome,
    pub(crate) predecessors: Vec<String>,
    pub(crate) keys: Keys,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Keys {
    pub(crate) deal: Option<String>,
    pub(crate) contract: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Holding {
    pub(crate) decision: String,
    pub(crate) person: String,
    pub(crate) role: Role,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Succession {
    pub(crate) role: Role,
    pub(crate) from_person: String,
    pub(crate) to_person: Option<String>,
    pub(crate) to_decision: String,
    pub(crate) departure: Departure,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Said {
    pub(crate) file: String,
    pub(crate) line: i64,
    pub(crate) predicate: Predicate,
    pub(crate) polarity: Polarity,
    pub(crate) about: String,
    #[serde(default)]
    pub(crate) trap: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct PersonaMember {
    pub(crate) person: String,
    pub(crate) kind: PersonaKind,
    pub(crate) persona: String,
}

/// A planted persona, or with `noise` an attribute nobody's persona has a part in.
#[derive(Debug, Deserialize)]
pub(crate) struct Planted {
    #[serde(default)]
    pub(crate) noise: Option<String>,
}

/// The whole truth.
pub(crate) struct Truth {
    pub(crate) account_records: Vec<AccountRecord>,
    pub(crate) person_records: Vec<PersonRecord>,
    pub(crate) people: Vec<Human>,
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) affiliations: Vec<Affiliation>,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) holdings: Vec<Holding>,
    pub(crate) successions: Vec<Succession>,
    pub(crate) said: Vec<Said>,
    pub(crate) persona_members: Vec<PersonaMember>,
    pub(crate) planted: Vec<Planted>,
}

impl Truth {
    /// Reads every file of the truth.
    pub(crate) fn read(files: &dyn TruthFiles) -> Result<Self, ScoreError> {
        Ok(Self {
            account_records: lines(files, "account_records.jsonl")?,
            person_records: lines(files, "person_records.jsonl")?,
            people: lines(files, "people.jsonl")?,
            speakers: lines(files, "speakers.jsonl")?,
            affiliations: lines(files, "affiliations.jsonl")?,
            decisions: lines(files, "decisions.jsonl")?,
            holdings: lines(files, "roles.jsonl")?,
            successions: lines(files, "successions.jsonl")?,
            said: lines(files, "said.jsonl")?,
            persona_members: lines(files, "persona_members.jsonl")?,
            planted: lines(files, "personas.jsonl")?,
        })
    }
}

fn lines<T: DeserializeOwned>(
    files: &dyn TruthFiles,
    name: &'static str,
) -> Result<Vec<T>, ScoreError> {
    let failed = |cause| ScoreError::Truth { file: name, cause };
    let reader = files.open(name).map_err(failed)?;
    let mut rows = Vec::new();
    for (idx, line) in reader.lines().enumerate() {
        let line = line.map_err(failed)?;
        let row = serde_json::from_str(&line);
        rows.push(row.map_err(|cause| ScoreError::Line {
            file: name,
            line: idx + 1,
            cause,
        })?);
    }
    Ok(rows)
}
