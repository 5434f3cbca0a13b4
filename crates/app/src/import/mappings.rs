//! Mappings of the workspace: proposed for tables nobody recognises, edited by people.
//!
//! Reads, writes  `mappings/<name>.toml`
//!
//! Invariant: a file that is there is never written again.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use sources::mapping::{parse, render};
use sources::{ColumnSeen, FileReport, Mapping, Saved};

use super::FileOutcome;
use crate::exit::{Failure, Kind};

/// The folder of mappings within the workspace.
const FOLDER: &str = "mappings";

/// What a table was taken for, as nobody said what it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Guess {
    /// The file, or the file within one.
    pub(crate) path: String,
    /// The mapping file that was written for it.
    pub(crate) written_to: Option<String>,
    /// What one row is taken for.
    pub(crate) object: String,
    /// Share of the deciding columns that were found, 0–1.
    pub(crate) confidence: f64,
    /// Every column.
    pub(crate) columns: Vec<GuessedColumn>,
    #[serde(skip)]
    mapping: Mapping,
}

/// A column and what it was taken for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GuessedColumn {
    /// Its name.
    pub(crate) name: String,
    /// The field; empty where it means nothing.
    pub(crate) field: String,
    /// The class of its values.
    pub(crate) class: String,
}

/// What was guessed of a file and of the files within it.
pub(super) fn guesses(path: &str, report: &FileReport) -> Vec<Guess> {
    let within = report.parts.iter();
    let mut found: Vec<Guess> = within
        .flat_map(|part| guesses(&part.path, &part.report))
        .collect();
    if let (true, Some(mapping)) = (report.is_guess, &report.mapping) {
        let columns = report.columns.iter().cloned();
        found.push(Guess {
            path: path.to_owned(),
            written_to: None,
            object: mapping.object.clone(),
            confidence: mapping.confidence,
            columns: columns.map(GuessedColumn::from).collect(),
            mapping: mapping.clone(),
        });
    }
    found
}

impl From<ColumnSeen> for GuessedColumn {
    fn from(seen: ColumnSeen) -> Self {
        Self {
            name: seen.name,
            field: seen.field.unwrap_or_default(),
            class: seen.class,
        }
    }
}

/// Reads every mapping of the workspace, in the order of their names.
pub(super) fn load(root: &Path) -> Result<Vec<Saved>> {
    let mut saved = Vec::new();
    let folder = root.join(FOLDER);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(saved),
        Err(cause) => {
            return Err(cause).with_context(|| format!("cannot list `{}`", folder.display()));
        }
    };
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            saved.push(Saved {
                name: format!("{FOLDER}/{name}"),
                mapping: read(&path)?,
            });
        }
    }
    saved.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(saved)
}

/// Reads one mapping file.
pub(crate) fn read(path: &Path) -> Result<Mapping> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    match parse(&text) {
        Ok(mapping) => Ok(mapping),
        Err(fault) => bail!(Failure::new(
            Kind::BadInput,
            format!("`{}`, {fault}", path.display())
        )),
    }
}

/// Writes a mapping file for every guess of other columns than those there are.
pub(super) fn propose(root: &Path, saved: &[Saved], outcomes: &mut [FileOutcome]) -> Result<()> {
    let columns = |mapping: &Mapping| mapping.columns.keys().cloned().collect::<Vec<_>>();
    let mut known: BTreeSet<Vec<String>> = saved.iter().map(|one| columns(&one.mapping)).collect();
    for guess in outcomes.iter_mut().flat_map(|file| &mut file.guesses) {
        let mut names: Vec<String> = guess
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect();
        names.sort();
        if known.insert(names) {
            guess.written_to = Some(write(root, guess)?);
        }
    }
    Ok(())
}

/// Writes the mapping of a guess under a name that is free.
fn write(root: &Path, guess: &Guess) -> Result<String> {
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create `{}`", folder.display()))?;
    let columns = guess.columns.iter().map(|column| ColumnSeen {
        name: column.name.clone(),
        field: Some(column.field.clone()).filter(|field| !field.is_empty()),
        class: column.class.clone(),
    });
    let columns: Vec<ColumnSeen> = columns.collect();
    let text = render(&guess.mapping, &columns, &guess.path);
    let stem = file_stem(&guess.path);
    for n in 1_usize.. {
        let name = match n {
            1 => format!("{FOLDER}/{stem}.toml"),
            _ => format!("{FOLDER}/{stem}-{n}.toml"),
        };
        let path = root.join(&name);
        match fs::File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())
                    .with_context(|| format!("cannot write `{}`", path.display()))?;
                return Ok(name);
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(cause) => {
                return Err(cause).with_context(|| format!("cannot write `{}`", path.display()));
            }
        }
    }
    Ok(String::new())
}

/// A name for the mapping of `path`: what the file is called, without its ending.
fn file_stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain: String = stem
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    let plain = plain.trim_matches('-').to_owned();
    if plain.is_empty() {
        "table".to_owned()
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_give_their_names_to_mappings() {
        assert_eq!(file_stem("crm/Kontakte (März).csv"), "kontakte--märz");
        assert_eq!(file_stem("../..csv"), "table");
    }
}
