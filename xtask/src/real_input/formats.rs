//! The formats of one recording give the same words, and the same times where they carry them.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use anyhow::{Result, ensure};
use model::FileId;
use sources::{Context, Item};

use super::Desk;

/// What one file of a recording says.
struct Heard {
    words: String,
    times: Vec<(i64, i64)>,
}

/// Compares the formats of every recording in the folder.
pub(super) fn alike(_desk: &Desk, folder: &Path) -> Result<String> {
    let mut recordings: BTreeMap<String, Vec<(String, Heard)>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let part =
            |it: Option<&std::ffi::OsStr>| it.unwrap_or_default().to_string_lossy().into_owned();
        let (stem, ending) = (part(path.file_stem()), part(path.extension()));
        if ["vtt", "srt", "tsv", "json", "txt"].contains(&ending.as_str()) {
            let heard = hear(&path)?;
            recordings.entry(stem).or_default().push((ending, heard));
        }
    }
    let mut seen = Vec::new();
    for (stem, formats) in &recordings {
        compare(stem, formats)?;
        seen.push(format!("{stem}: {} formats alike", formats.len()));
    }
    ensure!(!seen.is_empty(), "no recording was found");
    Ok(seen.join("; "))
}

fn hear(path: &Path) -> Result<Heard> {
    let mut items: Vec<Item> = Vec::new();
    let mut file = File::open(path)?;
    let shown = path.to_string_lossy();
    sources::read_file(
        &shown,
        FileId::derive(&[&shown]),
        &mut file,
        &Context::default(),
        &mut items,
    )?;
    let mut said: Vec<_> = items
        .into_iter()
        .filter_map(|item| match item {
            Item::Utterance(row) => Some(row),
            _ => None,
        })
        .collect();
    said.sort_by_key(|row| row.utterance_idx);
    let words: Vec<&str> = said
        .iter()
        .flat_map(|row| row.text.split_whitespace())
        .collect();
    Ok(Heard {
        words: words.join(" "),
        times: said
            .iter()
            .filter_map(|row| Some((row.start_ms?, row.end_ms?)))
            .collect(),
    })
}

fn compare(stem: &str, formats: &[(String, Heard)]) -> Result<()> {
    let Some((first, heard)) = formats.first() else {
        return Ok(());
    };
    for (ending, other) in formats {
        ensure!(
            heard.words == other.words,
            "{stem}: {first} and {ending} give different words"
        );
    }
    let timed: Vec<&(String, Heard)> = formats
        .iter()
        .filter(|(_, it)| !it.times.is_empty())
        .collect();
    let Some((first, heard)) = timed.first().map(|it| (&it.0, &it.1)) else {
        return Ok(());
    };
    for (ending, other) in timed.iter().map(|it| (&it.0, &it.1)) {
        ensure!(
            heard.times == other.times,
            "{stem}: {first} and {ending} give different times"
        );
    }
    Ok(())
}
