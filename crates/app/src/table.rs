//! Data goes to stdout: tables for people, JSON for programs.
//!
//! A terminal that is wide enough gets columns. In a narrow one each row becomes
//! a few lines of its own, because an id that is cut in two cannot be copied.
//! Neither breaks a word, and what goes into a pipe is not wrapped at all.

use std::io::{IsTerminal, Write};

use anyhow::Result;
use comfy_table::{ColumnConstraint, ContentArrangement, presets};
use serde::Serialize;

/// The least room that a column of words needs beside the ids.
const LEAST_COLUMN: usize = 11;
/// Blanks on both sides of a column.
const PADDING: usize = 2;

/// A table of text cells.
pub(crate) struct Table {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these column headings.
    pub(crate) fn new(headings: &[&str]) -> Self {
        Self {
            headings: headings.iter().map(|text| (*text).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: &[String]) {
        self.rows.push(cells.to_vec());
    }

    /// Prints the table.
    pub(crate) fn print(&self) -> Result<()> {
        print_line(&self.laid_out(width()))
    }

    /// The table as text of that width; without one, as wide as it is.
    fn laid_out(&self, width: Option<usize>) -> String {
        match width {
            Some(width) if !self.fits(width) => self.blocks(width),
            width => self.columns(width),
        }
    }

    /// Whether every column that must not be broken has its room, and the others a little.
    fn fits(&self, width: usize) -> bool {
        let n_columns = self.headings.len();
        let needed = (0..n_columns).map(|column| {
            let longest = self.longest(column);
            let least = match self.is_whole(column) {
                true => longest,
                false => longest.min(LEAST_COLUMN.max(self.longest_word(column))),
            };
            least + PADDING
        });
        needed.sum::<usize>() <= width
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        let below = self.rows.iter().filter_map(move |row| row.get(column));
        self.headings
            .get(column)
            .into_iter()
            .chain(below)
            .map(String::as_str)
    }

    fn longest(&self, column: usize) -> usize {
        let lines = self.cells(column).flat_map(str::lines);
        lines.map(length).max().unwrap_or(0)
    }

    fn longest_word(&self, column: usize) -> usize {
        let words = self.cells(column).flat_map(str::split_whitespace);
        words.map(length).max().unwrap_or(0)
    }

    /// A column of ids stays whole.
    fn is_whole(&self, column: usize) -> bool {
        self.rows
            .iter()
            .any(|row| row.get(column).is_some_and(|cell| is_id(cell)))
    }

    fn columns(&self, width: Option<usize>) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING);
        table.set_header(&self.headings);
        for row in &self.rows {
            table.add_row(row);
        }
        let Some(width) = width.and_then(|width| u16::try_from(width).ok()) else {
            table.set_content_arrangement(ContentArrangement::Disabled);
            return trimmed(&table.to_string());
        };
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width);
        for column in 0..self.headings.len() {
            if let (true, Some(column)) = (self.is_whole(column), table.column_mut(column)) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        trimmed(&table.to_string())
    }

    /// Each row as lines of its own: the first cell, then the others by their headings, ids last.
    fn blocks(&self, width: usize) -> String {
        let blocks = self.rows.iter().map(|row| self.block(row, width));
        blocks.collect::<Vec<_>>().join("\n")
    }

    fn block(&self, row: &[String], width: usize) -> String {
        let named = self
            .headings
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty());
        let (ids, words): (Vec<_>, Vec<_>) = named.partition(|(_, cell)| is_id(cell));
        let mut words = words.into_iter();
        let first = words.next().map_or("", |(_, cell)| cell.as_str());
        let mut lines = vec![folded(first, width)];
        let said = words.map(|(heading, cell)| match heading.as_str() {
            "" => one_line(cell),
            heading => format!("{heading}: {}", one_line(cell)),
        });
        let said: Vec<String> = said.collect();
        if !said.is_empty() {
            lines.push(folded(&format!("  {}", said.join("; ")), width));
        }
        lines.extend(ids.into_iter().map(|(_, id)| format!("  {id}")));
        lines.join("\n")
    }
}

/// The width of the terminal; `COLUMNS` says it for those who look through a pipe.
fn width() -> Option<usize> {
    let asked = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    let own = || {
        let is_terminal = std::io::stdout().is_terminal();
        let width = is_terminal.then(|| comfy_table::Table::new().width());
        width.flatten().map(usize::from)
    };
    asked.or_else(own)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// A prefix and 32 hexadecimal digits.
fn is_id(text: &str) -> bool {
    text.split_once('_').is_some_and(|(_, digits)| {
        digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// The lines of a cell as an enumeration.
fn one_line(cell: &str) -> String {
    cell.lines().collect::<Vec<_>>().join(", ")
}

/// Lines without blanks at their ends.
fn trimmed(text: &str) -> String {
    text.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Lines no longer than `width`, broken between words and indented as they began;
/// a word that is longer stands on a line of its own, whole.
fn folded(text: &str, width: usize) -> String {
    let lines = text.split('\n').map(|line| folded_line(line, width));
    lines.collect::<Vec<_>>().join("\n")
}

fn folded_line(line: &str, width: usize) -> String {
    if length(line) <= width {
        return line.to_owned();
    }
    let n_blanks = line.chars().take_while(|c| *c == ' ').count();
    let hanging = " ".repeat(n_blanks + 2);
    let mut lines: Vec<String> = Vec::new();
    let mut open = " ".repeat(n_blanks);
    let mut is_first = true;
    for word in line.split_whitespace() {
        if !is_first && length(&open) + 1 + length(word) > width {
            lines.push(std::mem::replace(&mut open, hanging.clone()));
            is_first = true;
        }
        if !is_first {
            open.push(' ');
        }
        open.push_str(word);
        is_first = false;
    }
    lines.push(open);
    lines.join("\n")
}

/// Prints a text and a newline, folded between words where a terminal is narrow.
pub(crate) fn print_text(text: &str) -> Result<()> {
    match width() {
        Some(width) => print_line(&folded(text, width)),
        None => print_line(text),
    }
}

fn print_line(text: &str) -> Result<()> {
    let written = writeln!(anstream::stdout(), "{text}");
    match written {
        // The reader of a pipe went away: not our failure.
        Err(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// Prints bytes as they are.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<()> {
    match anstream::stdout().write_all(bytes) {
        Err(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// Prints a value as JSON.
pub(crate) fn print_json(value: &impl Serialize) -> Result<()> {
    print_line(&serde_json::to_string_pretty(value)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "hld_0123456789abcdef0123456789abcdef";

    fn table() -> Table {
        let mut table = Table::new(&["role", "who", "title", "how sure", "explain"]);
        table.row(&[
            "economic buyer".to_owned(),
            "Annemarie Featherstonehaugh-Lindqvist".to_owned(),
            "Senior Vice President of Finance and Administration".to_owned(),
            "very likely, 0.97".to_owned(),
            ID.to_owned(),
        ]);
        table
    }

    #[test]
    fn an_id_is_whole_at_every_width() {
        for width in 20..200 {
            let text = table().laid_out(Some(width));
            assert!(
                text.lines().any(|line| line.contains(ID)),
                "{width}:\n{text}"
            );
        }
        assert!(table().laid_out(None).contains(ID));
    }

    #[test]
    fn no_line_is_longer_than_the_terminal_but_for_a_word() {
        for width in 40..200 {
            let text = table().laid_out(Some(width));
            let longest = text.lines().map(length).max();
            assert!(longest <= Some(width), "{width}: {longest:?}\n{text}");
        }
    }

    #[test]
    fn a_narrow_row_names_its_cells() {
        let text = table().laid_out(Some(60));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.first(), Some(&"economic buyer"));
        assert!(text.contains("title: Senior"), "{text}");
        assert_eq!(lines.last().map(|line| line.trim()), Some(ID));
    }

    #[test]
    fn a_long_line_is_broken_between_words_and_stays_indented() {
        assert_eq!(folded("  one two three", 9), "  one two\n    three");
        assert_eq!(folded(&format!("to {ID}"), 9), format!("to\n  {ID}"));
        assert_eq!(folded("a  b", 9), "a  b");
    }
}
