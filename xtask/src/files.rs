//! What can be said of a source file: its header, its length, its functions' lengths.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Lines a file may have before it is reported.
const LONG_FILE: usize = 500;

/// A source file.
pub(crate) struct Source {
    path: PathBuf,
    text: String,
}

/// Every Rust file of the workspace, in path order.
pub(crate) fn rust_files(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for part in ["crates", "xtask"] {
        collect(&root.join(part), &mut sources)?;
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn collect(folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, sources)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path)?;
            sources.push(Source { path, text });
        }
    }
    Ok(())
}

/// Files that do not say what they are.
pub(crate) fn missing_headers(sources: &[Source]) -> Vec<String> {
    let lacks = |source: &&Source| !source.text.starts_with("//!");
    sources
        .iter()
        .filter(lacks)
        .map(|source| format!("{} has no header", source.path.display()))
        .collect()
}

/// Long files, and the median and longest file: reported, not refused.
pub(crate) fn lengths(sources: &[Source]) -> Vec<String> {
    let mut counts: Vec<usize> = sources
        .iter()
        .map(|source| source.text.lines().count())
        .collect();
    counts.sort_unstable();
    let median = counts.get(counts.len() / 2).copied().unwrap_or(0);
    let longest = counts.last().copied().unwrap_or(0);
    let mut lines = vec![format!(
        "file length: median {median}, longest {longest} lines"
    )];
    for source in sources {
        let n = source.text.lines().count();
        if n > LONG_FILE {
            lines.push(format!("long: {} has {n} lines", source.path.display()));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source {
            path: PathBuf::from("a.rs"),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_file_without_a_header_is_found() {
        let found = missing_headers(&[source("//! Says what it is.\n"), source("fn f() {}\n")]);
        assert_eq!(found, ["a.rs has no header"]);
    }

    #[test]
    fn a_long_file_is_reported() {
        let lines = lengths(&[source(&"x\n".repeat(501))]);
        assert_eq!(lines.len(), 2);
    }
}
