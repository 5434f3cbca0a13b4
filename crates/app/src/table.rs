//! Data goes to stdout: tables for people, JSON for programs.

use std::io::Write;

use anyhow::Result;
use comfy_table::{ContentArrangement, presets};
use serde::Serialize;

/// A table of text cells.
pub(crate) struct Table {
    inner: comfy_table::Table,
}

impl Table {
    /// A table with these column headings.
    pub(crate) fn new(headings: &[&str]) -> Self {
        let mut inner = comfy_table::Table::new();
        inner
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic);
        inner.set_header(headings);
        Self { inner }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: &[String]) {
        self.inner.add_row(cells);
    }

    /// Prints the table.
    pub(crate) fn print(&self) -> Result<()> {
        print_text(&self.inner.to_string())
    }
}

/// Prints a text and a newline.
pub(crate) fn print_text(text: &str) -> Result<()> {
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
    print_text(&serde_json::to_string_pretty(value)?)
}
