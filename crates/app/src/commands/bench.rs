//! `prosopon bench`: seconds and peak memory of every step, on a made-up company.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};
use model::Instant;
use sample::{Plan, generate};
use serde::Serialize;

use crate::build::{self, build};
use crate::cli::Shared;
use crate::commands::init::create_if_missing;
use crate::import::{self, import};
use crate::progress::{Progress, Timing, note};
use crate::sample_files::SampleFolder;
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

mod people;

const SEED: u64 = 1;

/// A size of company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Size {
    /// 200 accounts
    S,
    /// 2,000 accounts: about 60,000 person records, 2 million events, 3,000 transcripts
    M,
    /// 20,000 accounts
    L,
}

impl Size {
    fn plan(self) -> Plan {
        match self {
            Self::S => Plan::benchmark_s(SEED),
            Self::M => Plan::benchmark_m(SEED),
            Self::L => Plan::benchmark_l(SEED),
        }
    }
}

/// Options of `bench`.
#[derive(Args)]
#[command(
    after_help = "Making the company up is not counted. Machines are noisy: run it several times and take medians.\n\n\
                  Example:\n  prosopon bench --size s\n  prosopon bench --size m --memory 1G --dir /tmp/bench\n  \
                  prosopon bench --people labelled/"
)]
pub(crate) struct Options {
    /// The size of the company
    #[arg(long, value_enum, default_value = "s")]
    size: Size,
    /// A folder to work in; the company in it is used again when it is there
    #[arg(long)]
    dir: Option<PathBuf>,
    /// Link the labelled tables of these folders instead, without a study
    #[arg(long, value_name = "FOLDER", num_args = 1.., conflicts_with_all = ["size", "dir"])]
    people: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Report {
    /// Accounts.
    n_accounts: u32,
    /// Bytes the program was told to stay within.
    memory: usize,
    /// Threads.
    n_threads: usize,
    /// Every step in order.
    steps: Vec<Timing>,
    /// From files to published answers, personas apart.
    seconds: f64,
    /// Personas.
    persona_seconds: f64,
    /// Processor time of all steps: on a busy machine it says more than the clock.
    cpu_seconds: f64,
    /// Peak resident memory of import and build.
    peak_megabytes: f64,
}

/// Runs and prints.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    if !options.people.is_empty() {
        return people::run(shared, &options.people);
    }
    let temporary = tempfile::tempdir()?;
    let dir = options
        .dir
        .clone()
        .unwrap_or_else(|| temporary.path().to_owned());
    let shared = &Shared {
        workspace: dir.join("workspace"),
        ..shared.clone()
    };
    let plan = options.size.plan();
    let sample = make_up(&plan, &dir, shared)?;
    if shared.workspace.exists() {
        std::fs::remove_dir_all(&shared.workspace)?;
    }
    let report = measure(shared, &plan, sample)?;
    if shared.json {
        return print_json(&report);
    }
    print(&report)
}

/// Makes the company up unless it is there; returns what is to be imported.
fn make_up(plan: &Plan, dir: &Path, shared: &Shared) -> Result<PathBuf> {
    let root = dir.join(format!("sample-{}", plan.n_accounts));
    let mut folder = SampleFolder::new(&root);
    let done = root.join("complete");
    if !done.exists() {
        if !shared.quiet {
            note(&format!("making up {} accounts", plan.n_accounts));
        }
        generate(plan, &mut folder)?;
        std::fs::write(done, "")?;
    }
    Ok(folder.exports())
}

fn measure(shared: &Shared, plan: &Plan, exports: PathBuf) -> Result<Report> {
    let progress = shared.progress();
    let effort = shared.effort(&progress);
    let paths = vec![exports];
    progress.begin("inferring who we are", 0);
    create_if_missing(&shared.workspace, &paths, true)?;
    progress.end("inferring who we are");
    let mut workspace = Workspace::open(&shared.workspace)?;
    let known_at = Instant(i64::from(plan.today.0) * 86_400_000_000);
    let request = import::Request::of(paths, known_at);
    import(&mut workspace, &request, &effort)?;
    let mut request = build::Request {
        as_of: plan.today,
        seed: SEED,
        without_personas: true,
    };
    let without: BTreeSet<&str> = build::steps(&workspace.config, &request)
        .iter()
        .map(|step| step.name())
        .collect();
    request.without_personas = false;
    let with: BTreeSet<&str> = build::steps(&workspace.config, &request)
        .iter()
        .map(|step| step.name())
        .collect();
    build(&mut workspace, &request, &effort)?;
    let of_personas: BTreeSet<&str> = with.difference(&without).copied().collect();
    Ok(report(shared, plan, &progress, &of_personas))
}

fn report(
    shared: &Shared,
    plan: &Plan,
    progress: &Progress,
    of_personas: &BTreeSet<&str>,
) -> Report {
    // `build` holds the other steps: its time is theirs.
    let steps: Vec<Timing> = progress
        .steps()
        .into_iter()
        .filter(|step| step.step != "build")
        .collect();
    let seconds = |is_counted: &dyn Fn(&Timing) -> bool| -> f64 {
        let counted = steps.iter().filter(|step| is_counted(step));
        counted.map(|step| step.elapsed_ms as f64 / 1_000.0).sum()
    };
    let is_persona = |step: &Timing| of_personas.contains(step.step.as_str());
    let peak = steps.iter().map(|step| step.peak_bytes).max().unwrap_or(0);
    let limits = shared.limits();
    Report {
        n_accounts: plan.n_accounts,
        memory: shared.memory(),
        n_threads: limits.n_threads,
        cpu_seconds: steps.iter().map(|step| step.cpu_ms as f64 / 1_000.0).sum(),
        seconds: seconds(&|step| !is_persona(step)),
        persona_seconds: seconds(&is_persona),
        peak_megabytes: peak as f64 / f64::from(1 << 20),
        steps,
    }
}

fn print(report: &Report) -> Result<()> {
    let mut table = Table::new(&["step", "seconds", "CPU seconds", "peak MB"]);
    for step in &report.steps {
        table.row(&[
            step.step.clone(),
            format!("{:.2}", step.elapsed_ms as f64 / 1_000.0),
            format!("{:.2}", step.cpu_ms as f64 / 1_000.0),
            format!("{:.0}", step.peak_bytes as f64 / f64::from(1 << 20)),
        ]);
    }
    table.print()?;
    print_text(&format!(
        "{} accounts, {} threads, --memory {} MB: {:.1} s from files to answers, personas {:.1} s more, {:.1} s of processor time, peak {:.0} MB",
        report.n_accounts,
        report.n_threads,
        report.memory >> 20,
        report.seconds,
        report.persona_seconds,
        report.cpu_seconds,
        report.peak_megabytes
    ))
}
