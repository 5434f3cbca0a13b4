//! `prosopon completions`: tab completion for a shell.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::Cli;
use crate::table::print_bytes;

/// Options of `completions`.
#[derive(Args)]
#[command(
    after_help = "Example:\n  prosopon completions bash > ~/.local/share/bash-completion/completions/prosopon"
)]
pub(crate) struct Options {
    /// The shell
    shell: Shell,
}

/// Prints the completion script.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "prosopon", &mut script);
    print_bytes(&script)
}
