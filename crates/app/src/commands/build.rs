//! `prosopon build`: conclude from what was imported, and publish.

use anyhow::{Result, anyhow};
use clap::Args;
use model::Day;
use serde::Serialize;

use crate::build::{Outcome, Request, build, steps};
use crate::cli::Shared;
use crate::clock;
use crate::progress::note;
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `build`.
#[derive(Args)]
#[command(
    after_help = "A build changes nothing until its last moment; a killed one leaves the last answers.\n\n\
                  Example:\n  prosopon build\n  prosopon build --plan\n  prosopon build --as-of 2026-03-31"
)]
pub(crate) struct Options {
    /// Print every step with the tables it reads and writes, and run nothing
    #[arg(long)]
    plan: bool,
    /// The day the answers are for, YYYY-MM-DD (default: today)
    #[arg(long, value_parser = parse_day)]
    as_of: Option<Day>,
    /// The seed of everything random
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Leave the search for personas out
    #[arg(long)]
    without_personas: bool,
}

/// Reads a day of the command line.
pub(crate) fn parse_day(text: &str) -> Result<Day> {
    Day::parse_iso(text).ok_or_else(|| anyhow!("write a day as YYYY-MM-DD, such as 2026-03-31"))
}

/// Builds, or prints the plan.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let mut workspace = Workspace::open(&shared.workspace)?;
    let request = Request {
        as_of: options.as_of.unwrap_or_else(|| clock::now().day()),
        seed: options.seed,
        without_personas: options.without_personas,
    };
    if options.plan {
        return print_plan(shared, &workspace, &request);
    }
    let progress = shared.progress();
    let outcome = build(&mut workspace, &request, &shared.effort(&progress))?;
    if shared.json {
        return print_json(&outcome);
    }
    print_outcome(&outcome)?;
    if !shared.quiet {
        note("Next: prosopon who ACCOUNT, prosopon persona list, prosopon serve");
    }
    Ok(())
}

#[derive(Serialize)]
struct PlanRow {
    step: &'static str,
    shape: &'static str,
    reads: Vec<String>,
    writes: Vec<String>,
}

fn print_plan(shared: &Shared, workspace: &Workspace, request: &Request) -> Result<()> {
    let steps = steps(&workspace.config, request);
    let rows: Vec<PlanRow> = lake::step::plan(&steps)
        .into_iter()
        .map(|line| PlanRow {
            step: line.step,
            shape: line.shape,
            reads: line.reads,
            writes: line.writes,
        })
        .collect();
    if shared.json {
        return print_json(&rows);
    }
    let mut table = Table::new(&[
        "step",
        "shape",
        "reads [slot key]",
        "writes, exchanged to [slot key]",
    ]);
    for row in &rows {
        table.row(&[
            row.step.to_owned(),
            row.shape.to_owned(),
            row.reads.join("\n"),
            row.writes.join("\n"),
        ]);
    }
    table.print()?;
    print_text(
        "publish: every published table goes to one SQLite file, which one commit makes visible",
    )
}

/// What is known after a build, by the same definitions as everywhere.
pub(crate) fn print_outcome(outcome: &Outcome) -> Result<()> {
    let totals = &outcome.totals;
    let counts = &totals.counts;
    let mut table = Table::new(&["", "published"]);
    for (name, n) in [
        ("accounts", totals.n_accounts),
        ("people", counts.n_people),
        ("decisions", counts.n_decisions),
        ("terms of use", counts.n_uses),
        ("roles established", counts.n_established),
        ("stakeholder changes", counts.n_successions),
        ("claims with evidence", counts.n_claims),
        ("personas", totals.n_personas),
        ("of these passed every gate", totals.n_personas_published),
        ("statements", totals.n_statements),
    ] {
        table.row(&[name.to_owned(), n.to_string()]);
    }
    table.print()
}
