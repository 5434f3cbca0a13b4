//! `prosopon init`: create a workspace and say who we are.

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::cli::Shared;
use crate::config::{Config, Ours};
use crate::infer::infer;
use crate::progress::note;
use crate::table::print_json;
use crate::workspace::Workspace;

/// Options of `init`.
#[derive(Args)]
#[command(
    after_help = "What no option says is inferred from the files given, and asked for on a terminal.\n\
                  Everybody else is an account's.\n\n\
                  Example:\n  prosopon init exports/\n  \
                  prosopon init --name \"Our Company\" --own-domain ours.example --product Ledger"
)]
pub(crate) struct Options {
    /// Files and folders from which to infer who we are; nothing is imported
    paths: Vec<PathBuf>,
    /// Our company's name
    #[arg(long)]
    name: Option<String>,
    /// A mail domain of ours; repeat for several
    #[arg(long = "own-domain")]
    domains: Vec<String>,
    /// A person of ours that no record shows as such; repeat for several
    #[arg(long = "own-person")]
    people: Vec<String>,
    /// A mail domain of a partner; repeat for several
    #[arg(long = "partner-domain")]
    partner_domains: Vec<String>,
    /// A product of ours; repeat for several
    #[arg(long = "product")]
    products: Vec<String>,
    /// Ask nothing, even on a terminal
    #[arg(long)]
    no_input: bool,
}

/// Creates the workspace, or writes who we are into an existing one.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let mut ours = if options.paths.is_empty() {
        Ours::default()
    } else {
        infer(&options.paths)?
    };
    add_options(&mut ours, options);
    let may_ask = !options.no_input && std::io::stdin().is_terminal() && !shared.quiet;
    if may_ask {
        ask_all(&mut ours)?;
    }
    let mut workspace = Workspace::create(&shared.workspace, Config::default())?;
    if ours != Ours::default() {
        workspace.config.ours = ours;
        workspace.config.save(&shared.workspace)?;
    }
    if shared.json {
        return print_json(&workspace.config);
    }
    tell(shared, &workspace.config.ours);
    Ok(())
}

/// Creates the workspace at `root` unless it is there; who we are is inferred from `paths`.
pub(crate) fn create_if_missing(root: &Path, paths: &[PathBuf], is_quiet: bool) -> Result<()> {
    if root.join("prosopon.toml").exists() {
        return Ok(());
    }
    let ours = infer(paths)?;
    Workspace::create(root, Config::with(ours.clone()))?;
    if !is_quiet {
        note(&format!("created workspace `{}`", root.display()));
        note(&summary(&ours));
    }
    Ok(())
}

fn add_options(ours: &mut Ours, options: &Options) {
    let lower = |domains: &[String]| -> Vec<String> {
        domains.iter().map(|domain| domain.to_lowercase()).collect()
    };
    if let Some(name) = &options.name {
        ours.name.clone_from(name);
    }
    add(&mut ours.domains, lower(&options.domains));
    add(&mut ours.people, options.people.clone());
    add(&mut ours.partner_domains, lower(&options.partner_domains));
    add(&mut ours.products, options.products.clone());
}

fn add(list: &mut Vec<String>, more: Vec<String>) {
    list.extend(more);
    list.sort();
    list.dedup();
}

fn ask_all(ours: &mut Ours) -> Result<()> {
    note("Enter keeps what is shown in brackets; separate several by commas.");
    ours.name = ask("Our company's name", &ours.name)?;
    ours.domains = ask_list("Our mail domains", &ours.domains)?;
    ours.products = ask_list("Our products", &ours.products)?;
    ours.partner_domains = ask_list("Mail domains of partners", &ours.partner_domains)?;
    Ok(())
}

fn ask(question: &str, shown: &str) -> Result<String> {
    write!(anstream::stderr(), "{question} [{shown}]: ")?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    let answer = answer.trim();
    Ok(if answer.is_empty() { shown } else { answer }.to_owned())
}

fn ask_list(question: &str, shown: &[String]) -> Result<Vec<String>> {
    let answer = ask(question, &shown.join(", "))?;
    let parts = answer.split(',').map(str::trim);
    Ok(parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect())
}

fn tell(shared: &Shared, ours: &Ours) {
    if !shared.quiet {
        note(&summary(ours));
        note(&format!(
            "workspace `{}` is ready; `prosopon.toml` in it says who we are. Next: prosopon import PATH",
            shared.workspace.display()
        ));
    }
}

fn summary(ours: &Ours) -> String {
    let list = |names: &[String]| match names.is_empty() {
        true => "none known".to_owned(),
        false => names.join(", "),
    };
    format!(
        "ours: domains {}; {} people; products {}; partner domains {}",
        list(&ours.domains),
        ours.people.len(),
        list(&ours.products),
        list(&ours.partner_domains)
    )
}
