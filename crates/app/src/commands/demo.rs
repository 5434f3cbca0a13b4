//! `prosopon demo`: the whole way on a made-up company.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use model::{Day, Instant};
use sample::{Plan, generate};

use crate::build::{self, build};
use crate::cli::Shared;
use crate::commands::{build::print_outcome, import::print_totals, init, serve, who};
use crate::exit::{Failure, Kind};
use crate::import::{self, import};
use crate::progress::note;
use crate::sample_files::SampleFolder;
use crate::table::print_text;
use crate::workspace::Workspace;

/// The seed of the demo's company: the demo is the same everywhere.
const SEED: u64 = 7;

/// Options of `demo`.
#[derive(Args)]
#[command(
    after_help = "Generates a made-up company, imports what its systems would export, builds, prints a summary \
                  and serves pages.\n\n\
                  Example:\n  prosopon demo\n  prosopon demo --no-serve --dir /tmp/demo"
)]
pub(crate) struct Options {
    /// The folder for the company and its workspace; an earlier demo there is replaced
    #[arg(long, default_value = "prosopon-demo")]
    dir: PathBuf,
    /// Accounts of the company
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    accounts: u32,
    /// Stop after the summary
    #[arg(long)]
    no_serve: bool,
    #[command(flatten)]
    door: serve::Door,
}

/// Runs the demo.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    clear(&options.dir)?;
    let shared = &Shared {
        workspace: options.dir.join("workspace"),
        ..shared.clone()
    };
    let plan = Plan::of_size(options.accounts, SEED);
    let mut folder = SampleFolder::new(&options.dir.join("sample"));
    let progress = shared.progress();
    let effort = shared.effort(&progress);
    progress.begin("making up a company", 0);
    generate(&plan, &mut folder)?;
    progress.end("making up a company");
    let exports = vec![folder.exports()];
    init::create_if_missing(&shared.workspace, &exports, shared.quiet)?;
    let mut workspace = Workspace::open(&shared.workspace)?;
    let outcomes = import(
        &mut workspace,
        &import_request(exports, plan.today),
        &effort,
    )?;
    print_totals(&outcomes)?;
    let request = build::Request {
        as_of: plan.today,
        seed: SEED,
        without_personas: false,
    };
    let outcome = build(&mut workspace, &request, &effort)?;
    print_outcome(&outcome)?;
    who::print_example(shared, &workspace)?;
    let dir = shared.workspace.display();
    print_text(&format!(
        "The workspace is `{dir}`. Ask it more:\n  prosopon --workspace {dir} persona list\n  \
         prosopon --workspace {dir} doctor"
    ))?;
    drop(workspace);
    if options.no_serve {
        return Ok(());
    }
    serve::serve(shared, &options.door)
}

/// The demo's records arrive on the day of its exports, so that two demos are alike.
fn import_request(paths: Vec<PathBuf>, today: Day) -> import::Request {
    const MICROSECONDS_A_DAY: i64 = 86_400_000_000;
    let known_at = Instant(i64::from(today.0) * MICROSECONDS_A_DAY);
    import::Request::of(paths, known_at)
}

/// Removes an earlier demo; anything else in the folder is left alone.
fn clear(dir: &PathBuf) -> Result<()> {
    let has_content = std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    let is_demo = dir.join("sample").is_dir() && dir.join("workspace").is_dir();
    if has_content && !is_demo {
        return Err(Failure::new(
            Kind::Failed,
            format!(
                "`{}` holds something else than a demo; name another folder with --dir",
                dir.display()
            ),
        )
        .into());
    }
    for part in ["sample", "workspace"] {
        let path = dir.join(part);
        if path.exists() {
            note(&format!(
                "removing the earlier demo in `{}`",
                path.display()
            ));
            std::fs::remove_dir_all(&path)
                .with_context(|| format!("cannot remove `{}`", path.display()))?;
        }
    }
    Ok(())
}
