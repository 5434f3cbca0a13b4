//! `prosopon score`: what was recovered of a made-up company, stage by stage.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use score::TruthFiles;
use store::Published;

use crate::cli::Shared;
use crate::table::{print_json, print_text};
use crate::workspace::Workspace;

/// Options of `score`.
#[derive(Args)]
#[command(
    after_help = "The truth is written by `prosopon generate`, beside the exports it describes.\n\n\
                  Example:\n  prosopon generate --accounts 200 --out sample\n  prosopon import sample/exports\n  \
                  prosopon build --as-of 2026-06-30\n  prosopon score --truth sample/truth"
)]
pub(crate) struct Options {
    /// The folder with the truth
    #[arg(long)]
    truth: PathBuf,
}

struct Folder(PathBuf);

impl TruthFiles for Folder {
    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead>> {
        Ok(Box::new(BufReader::new(File::open(self.0.join(name))?)))
    }
}

/// Scores the published answers in force.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let published = Published::open(&workspace.published_path()?)?;
    let scores = score::score(&Folder(options.truth.clone()), &published)
        .with_context(|| format!("against `{}`", options.truth.display()))?;
    if shared.json {
        return print_json(&scores);
    }
    print_text(&scores.to_string())
}
