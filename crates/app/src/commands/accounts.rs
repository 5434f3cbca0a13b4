//! `prosopon accounts`: which accounts there are, and how much is known of each.

use anyhow::Result;
use api::accounts::{AccountFilter, Page};
use clap::Args;

use crate::cli::Shared;
use crate::commands::{facade, who};
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `accounts`.
#[derive(Args)]
#[command(after_help = "Example:\n  prosopon accounts\n  prosopon accounts harbor --limit 10")]
pub(crate) struct Options {
    /// Words with which name or domain begin
    text: Vec<String>,
    /// How many to list
    #[arg(long, default_value_t = 50)]
    limit: usize,
    /// How many to leave out first
    #[arg(long, default_value_t = 0)]
    offset: usize,
}

/// Lists.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let filter = AccountFilter {
        text: options.text.join(" "),
        side: None,
    };
    let page = Page {
        offset: options.offset,
        limit: options.limit,
    };
    let list = facade(&workspace)?.accounts(&filter, page)?;
    if shared.json {
        return print_json(&list);
    }
    let mut table = Table::new(&[
        "account",
        "people",
        "decisions",
        "roles established",
        "next",
        "id",
    ]);
    for line in &list.accounts {
        table.row(&[
            line.head.name.clone(),
            line.counts.n_people.to_string(),
            line.counts.n_decisions.to_string(),
            line.counts.n_established.to_string(),
            line.next
                .as_ref()
                .map_or_else(|| "no open decision".to_owned(), who::title),
            line.head.account_id.to_string(),
        ]);
    }
    table.print()?;
    print_text(&format!("{} of {}", list.accounts.len(), list.total))
}
