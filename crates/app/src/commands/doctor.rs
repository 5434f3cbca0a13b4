//! `prosopon doctor`: what is wrong here, what these files can answer, what would add more.

mod answers;
mod findings;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Shared;
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;
use answers::{Answer, answers};
use findings::{Finding, findings};

/// Options of `doctor`.
#[derive(Args)]
#[command(after_help = "Example:\n  prosopon doctor\n  prosopon doctor --json | jq .answers")]
pub(crate) struct Options {}

#[derive(Serialize)]
struct Report {
    /// What is wrong, the worst first.
    findings: Vec<Finding>,
    /// Which answers the files can support.
    answers: Vec<Answer>,
}

/// Examines and reports.
pub(crate) fn run(shared: &Shared, _options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let report = Report {
        findings: findings(&workspace)?,
        answers: answers(&workspace.base_lake())?,
    };
    if shared.json {
        return print_json(&report);
    }
    print(&report)
}

fn print(report: &Report) -> Result<()> {
    if report.findings.is_empty() {
        print_text("Nothing is wrong here.")?;
    }
    for finding in &report.findings {
        print_text(&format!("{}\n  {}", finding.what, finding.remedy))?;
    }
    print_text("\nWhat these files can answer")?;
    let mut table = Table::new(&["answer", "", "from", "what would add to it"]);
    for answer in &report.answers {
        table.row(&[
            answer.question.to_owned(),
            answer.verdict.to_owned(),
            answer.from.join(", "),
            answer.would_help.join("; "),
        ]);
    }
    table.print()
}
