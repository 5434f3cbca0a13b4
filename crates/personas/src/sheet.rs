//! The facts of one kind of persona in compact form: a row a person.
//!
//! Reads   `person_fact`, slot by slot, without its evidence
//!
//! A person at two accounts, or in a renewal at each of two, is two rows: what
//! is known of them there differs.

use std::collections::BTreeMap;

use arrow::record_batch::RecordBatch;
use lake::{Bench, LakeError};
use model::row::read_column;
use model::tables::found::PersonFact;
use model::{AccountId, DecisionId, PersonId, PersonaKind, Row, RowError};

use crate::subjects::SUBJECTS;

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Someone {
    /// Who.
    pub(crate) person_id: PersonId,
    /// At which account; all zeros when the source knows none.
    pub(crate) account_id: AccountId,
    /// In which decision.
    pub(crate) decision_id: DecisionId,
    /// Values by position in the sheet, with their weight.
    pub(crate) facts: Vec<(u32, f64)>,
}

/// Everybody with facts of one kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// People in order of id.
    pub(crate) people: Vec<Someone>,
    /// Subject (position in [`SUBJECTS`]) and value of every fact.
    pub(crate) values: Vec<(usize, String)>,
    positions: BTreeMap<(usize, String), u32>,
}

/// Sheets by kind.
pub(crate) type Sheets = BTreeMap<PersonaKind, Sheet>;

/// Reads the sheets of every kind.
pub(crate) fn read(bench: &Bench<'_>) -> Result<Sheets, LakeError> {
    let mut sheets = Sheets::new();
    bench.lake().for_each(PersonFact::TABLE, |batch| {
        for row in Facts::of(batch)? {
            sheets.entry(row.kind).or_default().push(&row);
        }
        Ok(())
    })?;
    for sheet in sheets.values_mut() {
        sheet.finish();
    }
    Ok(sheets)
}

impl Sheet {
    /// Adds a fact; facts of one person in one decision follow each other.
    pub(crate) fn push(&mut self, row: &Fact) {
        let Some(subject) = SUBJECTS.iter().position(|s| s.code == row.subject) else {
            return;
        };
        let next = self.values.len() as u32;
        let key = (subject, row.value.clone());
        let value = *self.positions.entry(key.clone()).or_insert(next);
        if value == next {
            self.values.push(key);
        }
        let is_same = |last: &Someone| {
            (last.person_id, last.account_id, last.decision_id)
                == (row.person_id, row.account_id, row.decision_id)
        };
        if !self.people.last().is_some_and(is_same) {
            self.people.push(Someone {
                person_id: row.person_id,
                account_id: row.account_id,
                decision_id: row.decision_id,
                facts: Vec::new(),
            });
        }
        if let Some(last) = self.people.last_mut() {
            last.facts.push((value, row.weight));
        }
    }

    /// Puts people in order of id: ids are hashes of content, so the first of
    /// them are a fair sample that does not depend on the order of reading.
    pub(crate) fn finish(&mut self) {
        self.people
            .sort_by_key(|someone| (someone.person_id, someone.account_id, someone.decision_id));
    }

    /// The position of a value.
    pub(crate) fn position(&self, subject: usize, value: &str) -> Option<u32> {
        self.positions.get(&(subject, value.to_owned())).copied()
    }

    /// The share of somebody's use that each fact of `subject` is, or how often it is told.
    pub(crate) fn facts_of<'a>(
        &'a self,
        someone: &'a Someone,
        subject: usize,
    ) -> impl Iterator<Item = (u32, f64)> + 'a {
        let is_on = move |(value, _): &&(u32, f64)| {
            self.values
                .get(*value as usize)
                .is_some_and(|v| v.0 == subject)
        };
        someone.facts.iter().filter(is_on).copied()
    }
}

/// A fact without its evidence.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) account_id: AccountId,
    pub(crate) kind: PersonaKind,
    pub(crate) decision_id: DecisionId,
    pub(crate) person_id: PersonId,
    pub(crate) subject: String,
    pub(crate) value: String,
    pub(crate) weight: f64,
}

/// The facts of a batch.
pub(crate) struct Facts;

impl Facts {
    /// Decodes all columns but the evidence.
    pub(crate) fn of(batch: &RecordBatch) -> Result<Vec<Fact>, RowError> {
        let table = PersonFact::TABLE.name;
        let accounts = read_column::<AccountId>(batch, table, "account_id")?;
        let kinds = read_column::<PersonaKind>(batch, table, "kind")?;
        let decisions = read_column::<DecisionId>(batch, table, "decision_id")?;
        let people = read_column::<PersonId>(batch, table, "person_id")?;
        let subjects = read_column::<String>(batch, table, "subject")?;
        let values = read_column::<String>(batch, table, "value")?;
        let weights = read_column::<f64>(batch, table, "weight")?;
        let whose = accounts.into_iter().zip(kinds).zip(decisions).zip(people);
        let what = subjects.into_iter().zip(values).zip(weights);
        let fact =
            |((((account_id, kind), decision_id), person_id), ((subject, value), weight))| Fact {
                account_id,
                kind,
                decision_id,
                person_id,
                subject,
                value,
                weight,
            };
        Ok(whose.zip(what).map(fact).collect())
    }
}
