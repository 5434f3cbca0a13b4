//! Tables of separated values, made ready for linking.
//!
//! Reads   CSV files whose first line names the columns; `;` and tabs part cells too
//! Writes  one table, the place each record was read from, and the truth when a
//!         column states it

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use resolve::linkage::{Table, TableBuilder};

use crate::exit::{Failure, Kind};

/// The column that states who is who, and which part of it.
#[derive(Clone, Debug)]
pub(crate) struct TruthColumn {
    /// Its name.
    pub(crate) name: String,
    /// Of its parts between hyphens this one, counted from 1; the whole when `None`.
    pub(crate) part: Option<usize>,
}

/// Records of one or several files.
pub(crate) struct Records {
    /// The records, without the column of the truth.
    pub(crate) table: Table,
    /// File and line of each record.
    pub(crate) places: Vec<(u32, u64)>,
    /// One number a record; 0 where the truth is not stated.
    pub(crate) truth: Option<Vec<u32>>,
}

/// What has been read so far.
struct Reading<'a> {
    builder: TableBuilder,
    names: Vec<String>,
    places: Vec<(u32, u64)>,
    truths: Vec<String>,
    truth: Option<&'a TruthColumn>,
}

/// Reads files into one table; columns of one name are one.
pub(crate) fn read(files: &[PathBuf], truth: Option<&TruthColumn>) -> Result<Records> {
    let mut reading = Reading {
        builder: TableBuilder::new(&[]),
        names: Vec::new(),
        places: Vec::new(),
        truths: Vec::new(),
        truth,
    };
    for (at, file) in (0_u32..).zip(files) {
        reading
            .add(at, file)
            .with_context(|| format!("cannot read `{}`", file.display()))?;
    }
    reading.finish()
}

impl Reading<'_> {
    fn add(&mut self, at: u32, file: &Path) -> Result<()> {
        let bytes = std::fs::read(file)?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator(text))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let headings = reader.headers()?.clone();
        let truth_at = self.truth_place(&headings, file)?;
        let places: Vec<Option<usize>> = headings
            .iter()
            .enumerate()
            .map(|(at, name)| (Some(at) != truth_at).then(|| self.place(name)))
            .collect();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record)? {
            let mut cells = vec![""; self.names.len()];
            for (cell, place) in record.iter().zip(&places) {
                if let Some(slot) = place.and_then(|place| cells.get_mut(place)) {
                    *slot = cell;
                }
            }
            self.builder.push(cells.into_iter());
            let line = record.position().map_or(0, csv::Position::line);
            self.places.push((at, line));
            let truth = truth_at.and_then(|at| record.get(at)).unwrap_or_default();
            self.truths.push(self.part_of(truth));
        }
        Ok(())
    }

    fn place(&mut self, name: &str) -> usize {
        match self.names.iter().position(|own| own == name) {
            Some(place) => place,
            None => {
                self.names.push(name.to_owned());
                self.builder.add_column(name)
            }
        }
    }

    fn truth_place(&self, headings: &csv::StringRecord, file: &Path) -> Result<Option<usize>> {
        let Some(truth) = self.truth else {
            return Ok(None);
        };
        let place = headings.iter().position(|name| name == truth.name);
        let missing = || {
            let names: Vec<&str> = headings.iter().collect();
            Failure::new(
                Kind::BadInput,
                format!(
                    "column `{}` is missing from `{}`; it has {}",
                    truth.name,
                    file.display(),
                    names.join(", ")
                ),
            )
        };
        Ok(Some(place.ok_or_else(missing)?))
    }

    fn part_of(&self, truth: &str) -> String {
        let part = self.truth.and_then(|truth| truth.part);
        let part = part.and_then(|part| truth.split('-').nth(part.saturating_sub(1)));
        part.unwrap_or(truth).to_owned()
    }

    fn finish(self) -> Result<Records> {
        let (table, order) = self.builder.finish();
        let place = |row: &u32| self.places.get(*row as usize).copied().unwrap_or_default();
        let truth = self.truth.map(|_| numbers(&self.truths, &order));
        Ok(Records {
            places: order.iter().map(place).collect(),
            truth,
            table,
        })
    }
}

/// One number for each name, in the order of the records; 0 for none.
fn numbers(names: &[String], order: &[u32]) -> Vec<u32> {
    let mut known = std::collections::BTreeMap::<&str, u32>::new();
    let number = |row: &u32| {
        let name = names.get(*row as usize).map_or("", String::as_str);
        let next = u32::try_from(known.len() + 1).unwrap_or(u32::MAX);
        if name.is_empty() {
            0
        } else {
            *known.entry(name).or_insert(next)
        }
    };
    order.iter().map(number).collect()
}

/// The mark that parts the cells of the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    let marks = [b',', b';', b'\t'];
    marks
        .into_iter()
        .rev()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_kind_are_one_table_and_the_truth_stays_out() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).map(|()| path)
        };
        let files = [
            file("a.csv", "rec, name\nr-1-org, Ada\nr-2-org, Bo\n")?,
            file("b.csv", "name;rec;city\nAda;r-1-dup;Ulm\n")?,
        ];
        let truth = TruthColumn {
            name: "rec".to_owned(),
            part: Some(2),
        };
        let records = read(&files, Some(&truth))?;
        assert_eq!(records.table.names, ["name", "city"]);
        assert_eq!(records.places, [(0, 2), (1, 2), (0, 3)]);
        assert_eq!(records.truth, Some(vec![1, 1, 2]));
        let wrong = TruthColumn {
            name: "who".to_owned(),
            part: None,
        };
        let message = read(&files, Some(&wrong)).err().map(|e| format!("{e:#}"));
        assert!(message.unwrap_or_default().contains("it has rec, name"));
        Ok(())
    }
}
