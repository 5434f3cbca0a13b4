//! `prosopon bench --people`: seconds, peak memory and accuracy of linking labelled tables.
//!
//! Reads   folders of CSV files with a column that states who is who
//! Writes  a line a file; nothing about the files is known in advance

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use resolve::linkage::{self, Agreement, Draft, evaluate};
use serde::Serialize;

use crate::cli::Shared;
use crate::linking::{TruthColumn, read};
use crate::memory;
use crate::progress::note;
use crate::table::{Table, print_json};

/// Headings under which published sets state who is who.
const TRUTH_NAMES: [&str; 5] = ["cluster", "group", "entity_id", "person_id", "cluster_id"];

#[derive(Serialize)]
struct Measured {
    file: PathBuf,
    n_records: usize,
    n_pairs: u64,
    /// From the first byte to the groups.
    seconds: f64,
    /// Peak resident memory.
    peak_megabytes: f64,
    agreement: Agreement,
}

/// Links every labelled table of the folders and prints what that took.
pub(super) fn run(shared: &Shared, folders: &[PathBuf]) -> Result<()> {
    let mut found = Vec::new();
    for folder in folders {
        for file in tables(folder)? {
            match truth_of(&file)? {
                Some(truth) => found.push(measure(shared, &file, &truth)?),
                None if shared.quiet => {}
                None => note(&format!(
                    "`{}` states no truth: passed over",
                    file.display()
                )),
            }
        }
    }
    if shared.json {
        return print_json(&found);
    }
    print(&found)
}

fn tables(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "csv"))
        .collect();
    files.sort();
    Ok(files)
}

/// The column that states the truth: by its heading, or because its values read
/// `rec-17-org` and `rec-17-dup-1`.
fn truth_of(file: &Path) -> Result<Option<TruthColumn>> {
    let text = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
    let mut lines = text.lines();
    let headings: Vec<&str> = lines
        .next()
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .collect();
    let stated = headings.iter().find(|name| TRUTH_NAMES.contains(name));
    let is_numbered = |name: &&&str| {
        let at = headings.iter().position(|own| own == *name).unwrap_or(0);
        let first = lines
            .clone()
            .next()
            .and_then(|line| line.split(',').nth(at));
        first.is_some_and(|cell| cell.contains("-org") || cell.contains("-dup-"))
    };
    let part = |name: &&str| TruthColumn {
        name: (*name).to_owned(),
        part: Some(2),
    };
    let whole = |name: &&str| TruthColumn {
        name: (*name).to_owned(),
        part: None,
    };
    Ok(stated
        .map(whole)
        .or_else(|| headings.iter().find(is_numbered).map(part)))
}

fn measure(shared: &Shared, file: &Path, truth: &TruthColumn) -> Result<Measured> {
    memory::restart();
    let started = Instant::now();
    let records = read(&[file.to_owned()], Some(truth))?;
    let linked = linkage::link(&records.table, &Draft::default(), shared.limits().n_threads)
        .with_context(|| format!("cannot link `{}`", file.display()))?;
    let seconds = started.elapsed().as_secs_f64();
    let peak = memory::peak().unwrap_or(0) as f64 / f64::from(1 << 20);
    let truth = records.truth.unwrap_or_default();
    Ok(Measured {
        file: file.to_owned(),
        n_records: records.table.n_rows,
        n_pairs: linked.report.n_pairs,
        seconds,
        peak_megabytes: peak,
        agreement: evaluate(&linked.group_of_rows(), &truth),
    })
}

fn print(found: &[Measured]) -> Result<()> {
    let mut table = Table::new(&[
        "file", "records", "pairs", "seconds", "peak MB", "P", "R", "F1", "B³ F1",
    ]);
    for measured in found {
        let name = measured.file.file_name().unwrap_or_default();
        let share = |share: f64| format!("{share:.4}");
        table.row(&[
            name.to_string_lossy().into_owned(),
            measured.n_records.to_string(),
            measured.n_pairs.to_string(),
            format!("{:.2}", measured.seconds),
            format!("{:.0}", measured.peak_megabytes),
            share(measured.agreement.pair_precision),
            share(measured.agreement.pair_recall),
            share(measured.agreement.pair_f1),
            share(measured.agreement.b3_f1),
        ]);
    }
    table.print()
}
