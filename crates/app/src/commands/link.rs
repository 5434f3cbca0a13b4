//! `prosopon link`: which records of any table are one person.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use resolve::linkage::{self, Agreement, Draft, Linked, evaluate};
use serde::Serialize;

use crate::cli::Shared;
use crate::exit::{Failure, Kind};
use crate::linking::{Records, TruthColumn, read};
use crate::table::{print_json, print_text};

mod show;

/// Options of `link`.
#[derive(Args)]
#[command(
    after_help = "Without a study the columns are profiled and a study is made. Write one from what --print-study shows: \
                  every part may be left out, and what is left out is made.\n\n\
                  Example:\n  prosopon link people.csv --out groups.csv\n  prosopon link people.csv --print-study > study.toml\n  \
                  prosopon link people.csv --study study.toml --truth person_id\n  prosopon link people.csv --why 12,40"
)]
pub(crate) struct Options {
    /// CSV files; columns of one name are one
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// A study: what columns hold, who meets, from when a score counts
    #[arg(long)]
    study: Option<PathBuf>,
    /// Print the study that would be used, with nothing left open, and stop
    #[arg(long)]
    print_study: bool,
    /// A column that states who is who: it is kept out, and the result held against it
    #[arg(long)]
    truth: Option<String>,
    /// Of the truth's parts between hyphens only this one: 2 for `rec-17-dup-1`
    #[arg(long, requires = "truth")]
    truth_part: Option<usize>,
    /// Write file, line and group of every record as CSV
    #[arg(long)]
    out: Option<PathBuf>,
    /// Show why two records are one person or not: their lines in the first file
    #[arg(long, value_name = "LINE,LINE", value_delimiter = ',', num_args = 1)]
    why: Vec<u64>,
}

/// What is printed.
#[derive(Serialize)]
struct Answer<'a> {
    n_records: usize,
    n_people: usize,
    n_asked: usize,
    columns: &'a [linkage::ColumnProfile],
    report: &'a linkage::Report,
    agreement: Option<Agreement>,
}

/// Links and prints.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let mut draft = draft(options)?;
    draft
        .columns
        .retain(|name, _| Some(name) != options.truth.as_ref());
    let truth = options.truth.as_ref().map(|name| TruthColumn {
        name: name.clone(),
        part: options.truth_part,
    });
    let records = read(&options.files, truth.as_ref())?;
    if options.print_study {
        let (study, _) = linkage::complete(&records.table, &draft).map_err(refused)?;
        return print_text(&toml::to_string_pretty(&study)?);
    }
    let n_threads = shared.limits().n_threads;
    let mut linked = linkage::link(&records.table, &draft, n_threads).map_err(refused)?;
    if let Some(path) = &options.out {
        write_groups(&linked, &records, options, path)?;
    }
    if let [left, right] = options.why.as_slice() {
        return show::why(shared, &linked, &records, (*left, *right));
    }
    let agreement = records.truth.as_ref().map(|truth| {
        linked.add_recall(truth);
        evaluate(&linked.group_of_rows(), truth)
    });
    answer(shared, &linked, &records, agreement)
}

fn answer(
    shared: &Shared,
    linked: &Linked,
    records: &Records,
    agreement: Option<Agreement>,
) -> Result<()> {
    let n_joined: usize = linked.groups.iter().map(|group| group.len() - 1).sum();
    let answer = Answer {
        n_records: records.table.n_rows,
        n_people: records.table.n_rows - n_joined,
        n_asked: linked.asked().len(),
        columns: &linked.profiles,
        report: &linked.report,
        agreement,
    };
    if shared.json {
        return print_json(&answer);
    }
    show::answer(&answer)
}

/// The study as it was written; a complete one is read like a short one.
fn draft(options: &Options) -> Result<Draft> {
    let Some(path) = &options.study else {
        return Ok(Draft::default());
    };
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the study `{}`", path.display()))?;
    let mut table: toml::Table = toml::from_str(&text).map_err(|cause| bad(&cause.to_string()))?;
    // Levels and comparisons follow from the columns; a printed study shows them.
    table.remove("comparisons");
    Ok(table
        .try_into()
        .map_err(|cause: toml::de::Error| bad(&cause.to_string()))?)
}

fn bad(message: &str) -> Failure {
    Failure::new(
        Kind::BadInput,
        format!("the study cannot be read: {message}"),
    )
}

fn refused(error: linkage::StudyError) -> Failure {
    Failure::new(Kind::BadInput, format!("{error} [{}]", error.code()))
}

fn write_groups(
    linked: &Linked,
    records: &Records,
    options: &Options,
    path: &PathBuf,
) -> Result<()> {
    let mut rows: Vec<(u32, u64, u32)> = records
        .places
        .iter()
        .zip(linked.group_of_rows())
        .map(|((file, line), group)| (*file, *line, group))
        .collect();
    rows.sort_unstable();
    let mut writer = csv::Writer::from_path(path)
        .with_context(|| format!("cannot write `{}`", path.display()))?;
    writer.write_record(["file", "line", "person"])?;
    for (file, line, group) in rows {
        let name = options
            .files
            .get(file as usize)
            .map(|f| f.display().to_string());
        let cells = [
            name.unwrap_or_default(),
            line.to_string(),
            group.to_string(),
        ];
        writer.write_record(cells)?;
    }
    Ok(writer.flush()?)
}
