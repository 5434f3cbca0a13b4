//! `prosopon import`: read files and folders into the workspace.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use clap::Args;
use model::Instant;

use crate::cli::Shared;
use crate::clock;
use crate::commands::init::create_if_missing;
use crate::import::{FileOutcome, Request, import};
use crate::progress::note;
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `import`.
#[derive(Args)]
#[command(
    after_help = "Formats are recognised by content: CRM exports, transcripts, usage events, surveys, \
                        spreadsheets.\nThe same file twice changes nothing.\n\n\
                        Example:\n  prosopon import exports/ calls/ usage.jsonl"
)]
pub(crate) struct Options {
    /// Files and folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Name of the system the files come from, when it cannot be recognised
    #[arg(long)]
    source: Option<String>,
    /// A mapping file (TOML) to read every table of this import by
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// Largest share of bad rows, 0 to 1, before nothing is imported
    #[arg(long, default_value_t = 0.2, value_parser = parse_share)]
    max_bad: f64,
    /// When the records arrived, as 2026-03-31T12:00:00Z (default: now)
    #[arg(long, value_parser = parse_instant)]
    known_at: Option<Instant>,
}

/// Imports, then prints what became of every file.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    create_if_missing(&shared.workspace, &options.paths, shared.quiet)?;
    let mut workspace = Workspace::open(&shared.workspace)?;
    let mapping = options.mapping.as_ref().map(read_mapping).transpose()?;
    let request = Request {
        paths: options.paths.clone(),
        source: options.source.clone(),
        mapping,
        max_bad_share: options.max_bad,
        known_at: options.known_at.unwrap_or_else(clock::now),
    };
    let progress = shared.progress();
    let outcomes = import(&mut workspace, &request, &shared.effort(&progress))?;
    if shared.json {
        return print_json(&outcomes);
    }
    print_outcomes(&outcomes)?;
    if !shared.quiet {
        note("Next: prosopon build");
    }
    Ok(())
}

fn parse_instant(text: &str) -> Result<Instant> {
    let stamp: jiff::Timestamp = text
        .parse()
        .map_err(|_| anyhow!("write an instant as 2026-03-31T12:00:00Z"))?;
    Ok(Instant(stamp.as_microsecond()))
}

fn parse_share(text: &str) -> Result<f64> {
    let share: f64 = text
        .parse()
        .map_err(|_| anyhow!("write a share, such as 0.2"))?;
    anyhow::ensure!((0.0..=1.0).contains(&share), "a share lies between 0 and 1");
    Ok(share)
}

fn read_mapping(path: &PathBuf) -> Result<sources::Mapping> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read `{}`", path.display()))?;
    toml::from_str(&text).with_context(|| format!("in `{}`", path.display()))
}

/// One line about all files: how many were taken, how many rows.
pub(crate) fn print_totals(outcomes: &[FileOutcome]) -> Result<()> {
    let n = |what: &str| outcomes.iter().filter(|file| file.outcome == what).count();
    let n_rows: i64 = outcomes.iter().map(|file| file.n_rows).sum();
    let n_bad: i64 = outcomes.iter().map(|file| file.n_bad_rows).sum();
    print_text(&format!(
        "{} files taken, {} in part, {} refused, {} unchanged; {n_rows} rows, {n_bad} set aside",
        n("taken"),
        n("in_part"),
        n("refused"),
        n("unchanged")
    ))
}

fn print_outcomes(outcomes: &[FileOutcome]) -> Result<()> {
    let mut table = Table::new(&["file", "", "what", "rows", "set aside", "why"]);
    for file in outcomes {
        let what = [file.system.as_str(), file.object.as_str()].join(" ");
        table.row(&[
            file.path.clone(),
            file.outcome.to_owned(),
            what.trim().to_owned(),
            file.n_rows.to_string(),
            file.n_bad_rows.to_string(),
            file.reason.clone(),
        ]);
    }
    table.print()?;
    print_totals(outcomes)
}
