//! Checks of the house itself: `cargo run -p xtask -- tidy`.
//!
//! Reads   every `*.rs` file and every crate's manifest
//! Writes  findings to stdout; ends with 1 when there are any

mod dependencies;
mod files;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(anstream::stderr(), "error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy(Path::new(".")),
        _ => bail!("usage: cargo run -p xtask -- tidy"),
    }
}

/// Reports lengths, and fails on missing headers and wrong dependencies.
fn tidy(root: &Path) -> Result<()> {
    let sources = files::rust_files(root)?;
    let mut findings = files::missing_headers(&sources);
    findings.extend(dependencies::wrong_directions(root)?);
    let mut out = anstream::stdout();
    for line in files::lengths(&sources) {
        writeln!(out, "{line}")?;
    }
    for finding in &findings {
        writeln!(out, "finding: {finding}")?;
    }
    writeln!(
        out,
        "{} files checked, {} findings",
        sources.len(),
        findings.len()
    )?;
    if findings.is_empty() {
        Ok(())
    } else {
        bail!("the house is not tidy")
    }
}
