//! The command line: what can be asked, with an example for each.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use lake::Limits;

use crate::commands;
use crate::effort::Effort;
use crate::progress::{Listener, Progress};

/// Who plays which part in which decision, since when, and how we know.
#[derive(Parser)]
#[command(
    name = "prosopon",
    version,
    after_help = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 not found, 5 no workspace, \
                  6 not built, 7 workspace in use, 8 disk full, 130 cancelled.\n\n\
                  Example:\n  prosopon init --own-domain ours.example\n  prosopon import exports/\n  \
                  prosopon build\n  prosopon who \"Harbor Freight Lines\""
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    shared: Shared,
}

/// Options of every command.
#[derive(Args, Clone)]
pub(crate) struct Shared {
    /// The workspace folder
    #[arg(
        long,
        short,
        global = true,
        env = "PROSOPON_WORKSPACE",
        default_value = "workspace"
    )]
    pub(crate) workspace: PathBuf,
    /// Print data as JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Say nothing while working
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Tell progress as JSON lines on stderr
    #[arg(long, global = true)]
    pub(crate) progress_json: bool,
    /// Memory to stay within, such as 1G or 800M; at least 384M (default: half the machine)
    #[arg(long, global = true, env = "PROSOPON_MEMORY", value_parser = parse_bytes)]
    pub(crate) memory: Option<usize>,
    /// Threads (default: all cores)
    #[arg(long, global = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Parts the work is cut into; changes nothing in the result
    #[arg(long, global = true, hide = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) buckets: Option<u16>,
    #[arg(skip)]
    pub(crate) is_cancelled: Arc<AtomicBool>,
}

#[derive(Subcommand)]
enum Command {
    /// Show the whole way on a made-up company, and serve its pages
    Demo(commands::demo::Options),
    /// Create a workspace and say who we are
    Init(commands::init::Options),
    /// Read files and folders into the workspace
    Import(commands::import::Options),
    /// Conclude from what was imported, and publish the answers
    Build(commands::build::Options),
    /// Say who plays which part in which decision of an account
    Who(commands::who::Options),
    /// Ask a person about roles in doubt, and keep the answers
    Roles(commands::roles::Options),
    /// List personas, or show one in nine components
    Persona(commands::persona::Options),
    /// Show what an answer rests on, down to file, line and characters
    Explain(commands::explain::Options),
    /// List accounts and how much is known of each
    Accounts(commands::accounts::Options),
    /// Decide who is who, and take it back
    People(commands::people::Options),
    /// Say what is wrong here, what these files can answer, and what would add more
    Doctor(commands::doctor::Options),
    /// Show, erase or let go of what is held about people
    Privacy(commands::privacy::Options),
    /// Serve pages over the answers
    Serve(commands::serve::Options),
    /// Say which records of any table are one person
    Link(commands::link::Options),
    /// Write a made-up company with the truth beside it
    Generate(commands::generate::Options),
    /// Say what was recovered of a made-up company
    Score(commands::score::Options),
    /// Measure every step on a made-up company
    Bench(commands::bench::Options),
    /// Print a hash of every table; equal data gives equal digests
    Digest(commands::digest::Options),
    /// Print a completion script for a shell
    Completions(commands::completions::Options),
    /// Print the manual page, or write one a command
    Man(commands::man::Options),
}

/// Reads the command line and does what it asks.
pub(crate) fn run() -> Result<()> {
    let cli = Cli::parse();
    let shared = cli.shared;
    let flag = Arc::clone(&shared.is_cancelled);
    ctrlc::set_handler(move || {
        // A second interrupt ends at once; what is not committed is swept later.
        if flag.swap(true, Ordering::SeqCst) {
            std::process::abort();
        }
    })?;
    match cli.command {
        Command::Who(options) => commands::who::run(&shared, &options),
        Command::Roles(options) => commands::roles::run(&shared, &options),
        Command::Persona(options) => commands::persona::run(&shared, &options),
        Command::Explain(options) => commands::explain::run(&shared, &options),
        Command::Accounts(options) => commands::accounts::run(&shared, &options),
        Command::Doctor(options) => commands::doctor::run(&shared, &options),
        Command::Privacy(options) => commands::privacy::run(&shared, &options),
        Command::Generate(options) => commands::generate::run(&shared, &options),
        Command::Demo(options) => commands::demo::run(&shared, &options),
        Command::Serve(options) => commands::serve::run(&shared, &options),
        Command::Init(options) => commands::init::run(&shared, &options),
        Command::Import(options) => commands::import::run(&shared, &options),
        Command::Build(options) => commands::build::run(&shared, &options),
        Command::Link(options) => commands::link::run(&shared, &options),
        Command::People(options) => commands::people::run(&shared, &options),
        Command::Score(options) => commands::score::run(&shared, &options),
        Command::Bench(options) => commands::bench::run(&shared, &options),
        Command::Digest(options) => commands::digest::run(&shared, &options),
        Command::Completions(options) => commands::completions::run(&options),
        Command::Man(options) => commands::man::run(&options),
    }
}

impl Shared {
    /// How much of the machine may be used.
    pub(crate) fn limits(&self) -> Limits {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let n_threads = self.threads.map_or(cores, usize::from);
        Limits {
            n_threads,
            n_buckets: self.buckets.map_or(8 * n_threads, usize::from),
            memory: self.memory() - OWN_MEMORY,
        }
    }

    /// Memory to stay within, bytes: what tables may take and what the program itself takes.
    pub(crate) fn memory(&self) -> usize {
        self.memory.unwrap_or_else(half_of_memory).max(LEAST_MEMORY)
    }

    /// How a long task of this call is done.
    pub(crate) fn effort<'a>(&'a self, progress: &'a Progress) -> Effort<'a> {
        Effort {
            limits: self.limits(),
            progress,
            is_cancelled: &self.is_cancelled,
        }
    }

    /// The stream of run events for this call.
    pub(crate) fn progress(&self) -> Progress {
        Progress::new(match (self.quiet, self.progress_json) {
            (true, _) => Listener::Quiet,
            (false, true) => Listener::Json,
            (false, false) => Listener::Human,
        })
    }
}

/// Least that can be asked for, bytes.
const LEAST_MEMORY: usize = 384 << 20;
/// What the program itself takes, tables apart: the rules that read speech, SQLite's cache,
/// word lists, buffers.
const OWN_MEMORY: usize = 240 << 20;

/// Half of the machine's memory; 2 GiB where it cannot be read.
fn half_of_memory() -> usize {
    let info = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = info.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kilobytes = total.and_then(|rest| rest.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.map_or(2 << 30, |kilobytes| kilobytes * 1024 / 2)
}

/// Reads `800M`, `1G`, `1.5GiB` or plain bytes.
fn parse_bytes(text: &str) -> Result<usize, String> {
    match parse_size(text)? {
        n if n < LEAST_MEMORY => Err(format!("at least {}M is needed", LEAST_MEMORY >> 20)),
        n => Ok(n),
    }
}

/// Reads a number of bytes such as 800M or 1G.
pub(crate) fn parse_size(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match text[digits.len()..].to_ascii_lowercase().as_str() {
        "" | "b" => 1.0,
        "k" | "kb" | "kib" => 1024.0,
        "m" | "mb" | "mib" => 1024.0 * 1024.0,
        "g" | "gb" | "gib" => 1024.0 * 1024.0 * 1024.0,
        other => {
            return Err(format!(
                "`{other}` is no unit; use K, M or G, as in 800M or 1G"
            ));
        }
    };
    let number: f64 = digits
        .parse()
        .map_err(|_| format!("`{digits}` is no number; write 800M or 1G"))?;
    Ok((number * unit) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn sizes_are_read_with_their_units() {
        assert_eq!(parse_bytes("1G"), Ok(1 << 30));
        assert_eq!(parse_bytes("1.5GiB"), Ok(3 << 29));
        assert!(parse_bytes("10").is_err());
        assert!(parse_bytes("1X").is_err());
    }
}
