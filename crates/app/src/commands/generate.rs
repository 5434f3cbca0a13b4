//! `prosopon generate`: a made-up company, with the truth written down.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use sample::{Plan, TemplateFamily, generate};
use serde_json::json;

use crate::cli::Shared;
use crate::exit::{Failure, Kind};
use crate::progress::note;
use crate::sample_files::SampleFolder;
use crate::table::{Table, print_json};

/// The sentences people speak in.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Family {
    /// For building
    Development,
    /// For judging
    Test,
}

/// Options of `generate`.
#[derive(Args)]
#[command(
    after_help = "Writes OUT/exports, what the company's systems would export, and OUT/truth, what is really so.\n\
                  The same numbers give the same bytes.\n\n\
                  Example:\n  prosopon generate --accounts 200 --seed 7 --out sample\n  \
                  prosopon import --workspace w sample/exports"
)]
pub(crate) struct Options {
    /// Accounts
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    accounts: u32,
    /// The seed: everything follows from it
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write to; must be empty or not there
    #[arg(long)]
    out: PathBuf,
    /// The family of sentences people speak in
    #[arg(long, value_enum, default_value = "development")]
    family: Family,
}

/// Generates and says what was made.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let is_taken = std::fs::read_dir(&options.out).is_ok_and(|mut dir| dir.next().is_some());
    if is_taken {
        bail!(Failure::new(
            Kind::Failed,
            format!(
                "`{}` is not empty; name a new folder with --out",
                options.out.display()
            ),
        ));
    }
    let plan = Plan {
        template_family: match options.family {
            Family::Development => TemplateFamily::Development,
            Family::Test => TemplateFamily::Test,
        },
        ..Plan::of_size(options.accounts, options.seed)
    };
    let mut folder = SampleFolder::new(&options.out);
    let made =
        generate(&plan, &mut folder).with_context(|| format!("in `{}`", options.out.display()))?;
    if shared.json {
        return print_json(&json!({
            "accounts": made.n_accounts, "people": made.n_people, "decisions": made.n_decisions,
            "bytes": made.n_bytes, "exports": folder.exports(),
        }));
    }
    let mut table = Table::new(&["made up", ""]);
    table.row(&["accounts".to_owned(), made.n_accounts.to_string()]);
    table.row(&["people".to_owned(), made.n_people.to_string()]);
    table.row(&["decisions".to_owned(), made.n_decisions.to_string()]);
    table.row(&[
        "megabytes".to_owned(),
        format!("{:.1}", made.n_bytes as f64 / 1e6),
    ]);
    table.print()?;
    if !shared.quiet {
        note(&format!(
            "Next: prosopon import {}",
            folder.exports().display()
        ));
    }
    Ok(())
}
