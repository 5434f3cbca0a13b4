//! `prosopon import`: read files and folders into the workspace.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::Shared;
use crate::config::Config;
use crate::import::{FileOutcome, Request, import};
use crate::progress::note;
use crate::table::{Table, print_json};
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
    #[arg(long, default_value_t = 0.2)]
    max_bad: f64,
}

/// Imports, then prints what became of every file.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let mut workspace = Workspace::create(&shared.workspace, Config::default())?;
    let mapping = options
        .mapping
        .as_ref()
        .map(|path| read_mapping(path))
        .transpose()?;
    let request = Request {
        paths: options.paths.clone(),
        source: options.source.clone(),
        mapping,
        max_bad_share: options.max_bad,
        limits: shared.limits(),
    };
    let outcomes = import(
        &mut workspace,
        &request,
        &shared.progress(),
        &shared.is_cancelled,
    )?;
    if shared.json {
        return print_json(&outcomes);
    }
    print_outcomes(&outcomes)?;
    if !shared.quiet {
        note("Next: prosopon build");
    }
    Ok(())
}

fn read_mapping(path: &PathBuf) -> Result<sources::Mapping> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read `{}`", path.display()))?;
    toml::from_str(&text).with_context(|| format!("in `{}`", path.display()))
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
    table.print()
}
