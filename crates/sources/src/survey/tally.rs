//! What the answers of a column are: a mark, a choice, several, or free text.

use std::collections::BTreeSet;

use csv::StringRecord;

use super::form::{Column, Form, Use};
use crate::error::ReadError;
use crate::table::Rows;

/// Different answers that are counted; more of them are not choices.
const MAX_CHOICES: usize = 60;
/// The longest answer that may be a choice, in characters.
const MAX_CHOICE_CHARS: usize = 200;

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Chosen or not: the choice is the column's.
    Mark,
    /// One choice or number.
    Choice,
    /// Several choices in one cell.
    Several,
    /// The respondent's own words.
    FreeText,
}

#[derive(Debug, Default)]
struct Tally {
    n: usize,
    n_words: usize,
    n_listed: usize,
    n_numbers: usize,
    answers: BTreeSet<String>,
    parts: BTreeSet<String>,
    marks: BTreeSet<String>,
    is_long: bool,
}

/// Looks at every answer once; the rows are left where they end.
pub(super) fn kinds(rows: &mut dyn Rows, form: &Form) -> Result<Vec<Kind>, ReadError> {
    let mut tallies: Vec<Tally> = form.columns.iter().map(|_| Tally::default()).collect();
    let mut cells = StringRecord::new();
    form.skip_header(rows)?;
    while rows.next_row(&mut cells)?.is_some() {
        let columns = form.columns.iter().zip(&mut tallies).zip(&cells);
        for ((column, tally), cell) in columns {
            let cell = cell.trim();
            if column.used == Use::Question && !cell.is_empty() {
                tally.add(cell);
            }
        }
    }
    let columns = form.columns.iter().zip(&tallies);
    Ok(columns.map(|(column, tally)| tally.kind(column)).collect())
}

/// A mark that says "not chosen".
pub(super) fn is_unmarked(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    matches!(
        lower.as_str(),
        "0" | "no" | "n" | "false" | "unchecked" | "not selected" | "nein" | "-"
    )
}

fn is_mark(cell: &str, column: &Column) -> bool {
    let lower = cell.to_lowercase();
    let says_yes = matches!(
        lower.as_str(),
        "1" | "yes" | "y" | "true" | "x" | "checked" | "selected" | "ja"
    );
    let is_label = column
        .label
        .as_ref()
        .is_some_and(|label| label.trim().eq_ignore_ascii_case(cell));
    // Coded exports mark each choice of a question with its own number.
    let is_number =
        column.label.is_some() && cell.len() < 4 && cell.bytes().all(|b| b.is_ascii_digit());
    (says_yes && column.label.is_some()) || is_label || is_number || column.question.contains(cell)
}

impl Tally {
    fn add(&mut self, cell: &str) {
        self.n += 1;
        self.n_words += cell.split_whitespace().count();
        self.n_listed += usize::from(cell.contains(';'));
        self.n_numbers += usize::from(cell.parse::<f64>().is_ok());
        self.is_long |= cell.chars().count() > MAX_CHOICE_CHARS;
        keep(&mut self.answers, cell);
        for part in cell.split(';') {
            keep(&mut self.parts, part.trim());
        }
        if !is_unmarked(cell) {
            keep(&mut self.marks, cell);
        }
    }

    fn kind(&self, column: &Column) -> Kind {
        let mut marks = self.marks.iter();
        let is_marked = match (marks.next(), marks.next()) {
            (Some(only), None) => is_mark(only, column),
            _ => false,
        };
        let are_choices = self.answers.len() <= MAX_CHOICES && !self.is_long;
        let returns = self.answers.len() * 2 <= self.n;
        let is_wordy = self.n_words > self.n * 3;
        let parts_return =
            self.parts.len() <= MAX_CHOICES && self.parts.len() * 2 <= self.n + self.n_listed * 2;
        if is_marked {
            Kind::Mark
        } else if self.n_listed * 5 >= self.n && self.n_listed > 0 && parts_return && !self.is_long
        {
            Kind::Several
        } else if self.n_numbers == self.n || (are_choices && returns && !column.is_open()) {
            Kind::Choice
        } else if column.is_open()
            || is_wordy
            || (self.answers.len() > MAX_CHOICES && self.n_numbers * 2 < self.n)
        {
            Kind::FreeText
        } else {
            Kind::Choice
        }
    }
}

fn keep(set: &mut BTreeSet<String>, text: &str) {
    if set.len() <= MAX_CHOICES && !set.contains(text) {
        set.insert(text.to_owned());
    }
}
