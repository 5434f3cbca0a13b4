//! `prosopon privacy export|erase|retain`: what is held about people, and removing it.

use anyhow::Result;
use clap::{Args, Subcommand};
use model::Day;

use crate::cli::Shared;
use crate::clock;
use crate::commands::build::parse_day;
use crate::commands::facade;
use crate::privacy::{Counts, erase, export, retain, subject};
use crate::progress::note;
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `privacy`.
#[derive(Args)]
#[command(
    after_help = "Example:\n  prosopon privacy export ada.hill@mills.example\n  \
                        prosopon privacy erase ada.hill@mills.example --yes"
)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print everything that is held about a person, with file and line, as JSON
    #[command(
        after_help = "A name that means several people lists them and ends with exit code 4.\n\n\
                            Example:\n  prosopon privacy export \"Ada Hill\" --account Mills > ada.json"
    )]
    Export {
        #[command(flatten)]
        person: Named,
    },
    /// Remove a person from records, answers and earlier runs
    #[command(
        after_help = "Without --yes it says what would go, and changes nothing. The answers are published \
                            anew.\nA keyed hash of their addresses, numbers, keys and names stays, so that no \
                            later import brings them back.\n\n\
                            Example:\n  prosopon privacy erase ada.hill@mills.example --yes"
    )]
    Erase {
        #[command(flatten)]
        person: Named,
        /// Remove, rather than say what would be removed
        #[arg(long)]
        yes: bool,
    },
    /// Remove what one system says that is older than a number of days
    #[command(
        after_help = "Without --yes it says what would go, and changes nothing.\n\n\
                            Example:\n  prosopon privacy retain --source salesforce --days 1095 --yes"
    )]
    Retain {
        #[command(flatten)]
        age: Age,
        /// Remove, rather than say what would be removed
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Args)]
struct Age {
    /// The system whose rows are meant, as `prosopon import` names it
    #[arg(long)]
    source: String,
    /// Days that stay, counted back from today
    #[arg(long, value_parser = clap::value_parser!(i32).range(1..))]
    days: i32,
    /// Count back from that day instead, YYYY-MM-DD
    #[arg(long, value_parser = parse_day)]
    as_of: Option<Day>,
}

#[derive(Args)]
struct Named {
    /// Id (per_...), e-mail address or full name
    person: String,
    /// Words of the name of an account they were at, when a name means several people
    #[arg(long)]
    account: Option<String>,
}

/// Does what is asked.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    match &options.what {
        What::Export { person } => run_export(shared, person),
        What::Erase { person, yes } => run_erase(shared, person, *yes),
        What::Retain { age, yes } => run_retain(shared, age, *yes),
    }
}

fn find(workspace: &Workspace, named: &Named) -> Result<subject::Subject> {
    // Without published results nobody is resolved: this says so.
    workspace.published_path()?;
    let account = named.account.as_deref();
    let person_id = subject::find_person(&workspace.lake(), &named.person, account)?;
    subject::read(workspace, person_id)
}

fn run_export(shared: &Shared, named: &Named) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let subject = find(&workspace, named)?;
    let facade = facade(&workspace)?;
    print_json(&export::export(&workspace, &facade, &subject)?)
}

fn run_erase(shared: &Shared, named: &Named, is_sure: bool) -> Result<()> {
    let mut workspace = Workspace::open(&shared.workspace)?;
    if !is_sure {
        let subject = find(&workspace, named)?;
        print_counts(shared, &erase::preview(&workspace, &subject)?)?;
        return say(shared, "Nothing was removed; --yes removes it.");
    }
    let lock = workspace.lock()?;
    let subject = find(&workspace, named)?;
    let progress = shared.progress();
    let counts = erase::erase(&mut workspace, &subject, &shared.effort(&progress))?;
    drop(lock);
    print_counts(shared, &counts)?;
    say(shared, "Removed, and published anew without it.")
}

fn run_retain(shared: &Shared, age: &Age, is_sure: bool) -> Result<()> {
    let mut workspace = Workspace::open(&shared.workspace)?;
    let today = age.as_of.unwrap_or_else(|| clock::now().day());
    let since = today.plus_days(-age.days);
    if !is_sure {
        let old = retain::find(&workspace.base_lake(), &age.source, since)?;
        print_counts(shared, &retain::preview(&workspace, &old)?)?;
        return say(shared, "Nothing was removed; --yes removes it.");
    }
    let lock = workspace.lock()?;
    let old = retain::find(&workspace.base_lake(), &age.source, since)?;
    let progress = shared.progress();
    let counts = retain::retain(&mut workspace, &old, &shared.effort(&progress))?;
    drop(lock);
    print_counts(shared, &counts)?;
    say(shared, "Removed, and published anew without it.")
}

fn say(shared: &Shared, text: &str) -> Result<()> {
    if !shared.quiet {
        note(text);
    }
    Ok(())
}

fn print_counts(shared: &Shared, counts: &Counts) -> Result<()> {
    if shared.json {
        return print_json(counts);
    }
    if counts.is_empty() {
        return print_text("No row is concerned.");
    }
    let mut table = Table::new(&["table", "rows removed", "rows that lose part of their text"]);
    for (name, count) in counts {
        table.row(&[
            (*name).to_owned(),
            count.n_removed.to_string(),
            count.n_changed.to_string(),
        ]);
    }
    table.print()
}
