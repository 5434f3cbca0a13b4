//! Tasks of the house: `cargo run -p xtask -- tidy|real-input FOLDER|dist`.
//!
//! `tidy` checks the house itself, `real-input` runs the release binary on files
//! that others wrote, `dist` makes the release archive.

mod dependencies;
mod dist;
mod files;
mod real_input;

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
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => tidy(Path::new(".")),
        ["real-input", folder] => real_input::run(Path::new(folder)),
        ["dist"] => dist::run(Path::new(".")),
        _ => bail!("usage: cargo run -p xtask -- tidy | real-input FOLDER | dist"),
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
