//! `prosopon digest`: a hash of every table.

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Shared;
use crate::table::{Table, print_json};
use crate::workspace::Workspace;

/// Options of `digest`.
#[derive(Args)]
#[command(
    after_help = "Equal rows give equal digests, whatever the threads, buckets and order of import.\n\n\
                        Example:\n  prosopon digest --json"
)]
pub(crate) struct Options {
    /// Leave out tables whose rows carry the time of import
    #[arg(long)]
    derived: bool,
}

#[derive(Serialize)]
struct Digest {
    table: String,
    digest: String,
}

/// Prints the digest of every table of the state in force.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let lake = workspace.lake();
    let mut digests = Vec::new();
    for table in model::tables::all() {
        let is_wanted = !options.derived || workspace.state.derived.tables.contains_key(table.name);
        if is_wanted && lake.manifest.tables.contains_key(table.name) {
            digests.push(Digest {
                table: table.name.to_owned(),
                digest: lake.digest(table)?,
            });
        }
    }
    if shared.json {
        return print_json(&digests);
    }
    let mut table = Table::new(&["table", "digest"]);
    for row in &digests {
        table.row(&[row.table.clone(), row.digest.clone()]);
    }
    table.print()
}
