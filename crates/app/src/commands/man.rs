//! `prosopon man`: the manual, for `man` and for packagers.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory};

use crate::cli::Cli;
use crate::table::print_bytes;

/// Options of `man`.
#[derive(Args)]
#[command(after_help = "Example:\n  prosopon man | man -l -\n  prosopon man --dir share/man/man1")]
pub(crate) struct Options {
    /// Write one page a command into this folder instead
    #[arg(long)]
    dir: Option<PathBuf>,
}

/// Prints the page of the program, or writes the pages of all commands.
pub(crate) fn run(options: &Options) -> Result<()> {
    let Some(dir) = &options.dir else {
        let mut bytes = Vec::new();
        clap_mangen::Man::new(Cli::command()).render(&mut bytes)?;
        return print_bytes(&bytes);
    };
    std::fs::create_dir_all(dir).with_context(|| format!("cannot create `{}`", dir.display()))?;
    clap_mangen::generate_to(Cli::command(), dir)
        .with_context(|| format!("cannot write pages to `{}`", dir.display()))
}
