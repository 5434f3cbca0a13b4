//! `prosopon init`: create a workspace and say who we are.

use anyhow::Result;
use clap::Args;

use crate::cli::Shared;
use crate::config::{Config, Ours};
use crate::progress::note;
use crate::workspace::Workspace;

/// Options of `init`.
#[derive(Args)]
#[command(
    after_help = "Example:\n  prosopon init --name \"Our Company\" --own-domain ours.example --product Ledger"
)]
pub(crate) struct Options {
    /// Our company's name
    #[arg(long, default_value = "")]
    name: String,
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
}

/// Creates the workspace, or writes who we are into an existing one.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let lower = |domains: &[String]| domains.iter().map(|domain| domain.to_lowercase()).collect();
    let ours = Ours {
        name: options.name.clone(),
        domains: lower(&options.domains),
        people: options.people.clone(),
        partner_domains: lower(&options.partner_domains),
        products: options.products.clone(),
    };
    let mut workspace = Workspace::create(&shared.workspace, Config::default())?;
    if ours != Ours::default() {
        workspace.config.ours = ours;
        workspace.config.save(&shared.workspace)?;
    }
    if !shared.quiet {
        note(&format!(
            "workspace `{}` is ready; `prosopon.toml` says who we are. Next: prosopon import PATH",
            shared.workspace.display()
        ));
    }
    Ok(())
}
