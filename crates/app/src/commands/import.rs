//! `prosopon import`: read files and folders into the workspace.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::Args;
use model::Instant;
use sources::dates::DateOrder;

use crate::cli::{Shared, parse_size};
use crate::clock;
use crate::commands::init::create_if_missing;
use crate::import::{
    Effect, FileOutcome, Guess, MAX_BAD_SHARE, Missing, Request, import, read_mapping,
};
use crate::progress::note;
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `import`.
#[derive(Args)]
#[command(
    after_help = "Formats are recognised by content: CRM exports, transcripts, usage events, surveys, \
                        spreadsheets.\nThe same file twice changes nothing. A row that a later export lacks stays, \
                        unless --complete says that\nthe export has all rows of its objects.\n\n\
                        Examples:\n  prosopon import exports/ calls/ usage.jsonl\n  \
                        prosopon import --complete weekly-export.zip\n  prosopon import --dry-run contacts.csv"
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
    /// Order of day and month in dates such as 03/04/2025: dmy or mdy (default: each
    /// column decides, then its file)
    #[arg(long, value_name = "ORDER", value_parser = parse_dates)]
    dates: Option<DateOrder>,
    /// Largest size of a file, unpacked, such as 500M or 100G; a larger one is refused
    #[arg(long, default_value = "64G", value_parser = parse_size)]
    max_file_size: usize,
    /// Largest share of bad rows, 0 to 1, before nothing is imported
    #[arg(long, default_value_t = MAX_BAD_SHARE, value_parser = parse_share)]
    max_bad: f64,
    /// The files hold every row of their objects: a row of an earlier export that is
    /// missing is taken as deleted. A later export that has it brings it back
    #[arg(long)]
    complete: bool,
    /// Say what would become of the files, and import nothing
    #[arg(long)]
    dry_run: bool,
    /// When the records arrived, as 2026-03-31T12:00:00Z (default: now)
    #[arg(long, value_parser = parse_instant)]
    known_at: Option<Instant>,
}

/// Imports, then prints what became of every file.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    create_if_missing(&shared.workspace, &options.paths, shared.quiet)?;
    let mut workspace = Workspace::open(&shared.workspace)?;
    let mapping = options.mapping.as_deref().map(read_mapping).transpose()?;
    let known_at = options.known_at.unwrap_or_else(clock::now);
    let request = Request {
        source: options.source.clone(),
        mapping,
        dates: options.dates,
        max_file_bytes: options.max_file_size as u64,
        max_bad_share: options.max_bad,
        missing: if options.complete {
            Missing::Deleted
        } else {
            Missing::Nothing
        },
        effect: if options.dry_run {
            Effect::Rehearse
        } else {
            Effect::Import
        },
        ..Request::of(options.paths.clone(), known_at)
    };
    let progress = shared.progress();
    let outcomes = import(&mut workspace, &request, &shared.effort(&progress))?;
    if shared.json {
        return print_json(&outcomes);
    }
    print_outcomes(&outcomes)?;
    if !shared.quiet {
        note(match request.effect {
            Effect::Import => "Next: prosopon build",
            Effect::Rehearse => "Nothing was imported; leave out --dry-run to import",
        });
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

fn parse_dates(text: &str) -> Result<DateOrder> {
    match text {
        "dmy" => Ok(DateOrder::DayFirst),
        "mdy" => Ok(DateOrder::MonthFirst),
        _ => Err(anyhow!("write dmy for day first, mdy for month first")),
    }
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
    ))?;
    let n_gone: i64 = outcomes.iter().map(|file| file.n_gone).sum();
    if n_gone > 0 {
        print_text(&format!(
            "{n_gone} rows of earlier exports are missing from these and are taken as deleted"
        ))?;
    }
    Ok(())
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
    for guess in outcomes.iter().flat_map(|file| &file.guesses) {
        print_guess(guess)?;
    }
    for file in outcomes {
        for remark in &file.notes {
            print_text(&format!("{}: {remark}", file.path))?;
        }
    }
    print_totals(outcomes)
}

/// Says what the columns of a table were taken for.
fn print_guess(guess: &Guess) -> Result<()> {
    let Some(written_to) = &guess.written_to else {
        return Ok(());
    };
    print_text(&format!(
        "\n{} is of no known system; a row is taken for one {}, {:.0} % sure. To change that, edit {written_to} \
         in the workspace and import again.",
        guess.path,
        guess.object.replace('_', " "),
        100.0 * guess.confidence
    ))?;
    let mut table = Table::new(&["column", "means", "values"]);
    for column in &guess.columns {
        let means = match column.field.as_str() {
            "" => "(nothing)".to_owned(),
            field => field.replace('_', " "),
        };
        table.row(&[column.name.clone(), means, column.class.clone()]);
    }
    table.print()
}
