//! `prosopon import`: files become base tables, in one commit.
//!
//! Reads   the files named, and the base table `file`
//! Writes  base tables under `run=<id>/`, the row `current_run`
//!
//! The same bytes are imported once. A file nobody recognises is refused with
//! its reason and the rest goes on; the import fails only when a stated share of
//! rows is bad, or when nothing could be read at all.

mod gather;
mod read;
mod tables;

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Result, bail};
use model::tables::base::FileRow;
use model::{FileId, Instant};
use serde::Serialize;
use serde_json::json;
use sources::Context;
use store::{Run, RunKind};

use crate::clock;
use crate::effort::Effort;
use crate::exit::{Failure, Kind};
use crate::privacy::at_import;
use crate::workspace::{State, Workspace};
pub(crate) use gather::{Input, gather};
use read::Job;

/// What the user asked for.
pub(crate) struct Request {
    /// Files and folders.
    pub(crate) paths: Vec<PathBuf>,
    /// The system, where the user names it.
    pub(crate) source: Option<String>,
    /// A mapping file for every table of this import.
    pub(crate) mapping: Option<sources::Mapping>,
    /// Largest share of bad rows, 0–1.
    pub(crate) max_bad_share: f64,
    /// When the records count as having arrived.
    pub(crate) known_at: Instant,
}

/// What became of one file.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FileOutcome {
    /// The path as given.
    pub(crate) path: String,
    /// `taken`, `in_part`, `unchanged` or `refused`.
    pub(crate) outcome: &'static str,
    /// Format code.
    pub(crate) format: String,
    /// The system.
    pub(crate) system: String,
    /// The object or objects.
    pub(crate) object: String,
    /// Rows read.
    pub(crate) n_rows: i64,
    /// Rows set aside.
    pub(crate) n_bad_rows: i64,
    /// How it was recognised, or why it was refused.
    pub(crate) reason: String,
    /// The mapping used, for generic tables.
    pub(crate) mapping: Option<sources::Mapping>,
}

/// Imports and commits. Returns what became of every file, in path order.
pub(crate) fn import(
    workspace: &mut Workspace,
    request: &Request,
    effort: &Effort<'_>,
) -> Result<Vec<FileOutcome>> {
    let _lock = workspace.lock()?;
    let inputs = gather(&request.paths)?;
    let run_id = clock::run_id();
    let run_folder = lake::create_run_folder(&workspace.lake_folder(), &run_id)?;
    let job = Job {
        known: known_files(workspace)?,
        context: context(workspace, request),
        run_folder: &run_folder,
        effort,
    };
    let started = clock::now();
    effort.progress.begin("reading files", inputs.len() as u64);
    let (outcomes, tables) = job.read_all(&inputs)?;
    effort.progress.end("reading files");
    judge(&outcomes, request.max_bad_share)?;
    if outcomes.iter().all(|file| file.outcome == "unchanged") {
        return Ok(outcomes);
    }
    let lake_folder = workspace.lake_folder();
    effort.progress.begin("sorting tables", 0);
    let mut written = tables.write(&effort.threads(&lake_folder, &run_id))?;
    let mut inputs = serde_json::to_value(&outcomes)?;
    if let Some(guard) = at_import::guard(&workspace.control)? {
        written = at_import::clean(written, &guard, (&lake_folder, &run_id), effort)?;
        inputs = at_import::clean_value(&outcomes, &guard)?;
    }
    effort.progress.end("sorting tables");
    let mut state = State {
        n_imports: workspace.state.n_imports + 1,
        ..workspace.state.clone()
    };
    state.base.extend(&written);
    let run = Run {
        run_id,
        kind: RunKind::Import,
        started,
        finished: clock::now(),
        seed: 0,
        settings: json!({ "source": request.source, "max_bad_share": request.max_bad_share }),
        inputs,
        steps: effort.progress.timings(),
        manifest: serde_json::Value::Null,
    };
    workspace.commit(run, state)?;
    Ok(outcomes)
}

fn known_files(workspace: &Workspace) -> Result<BTreeSet<FileId>> {
    let files = workspace.base_lake().rows::<FileRow>()?;
    Ok(files.into_iter().map(|file| file.file_id).collect())
}

fn context(workspace: &Workspace, request: &Request) -> Context {
    let ours = &workspace.config.ours;
    Context {
        import_seq: workspace.state.n_imports,
        known_at: request.known_at,
        source: request.source.clone(),
        own_domains: ours.domains.clone(),
        own_people: ours.people.clone(),
        mapping: request.mapping.clone(),
    }
}

/// Fails when nothing was taken, or too many rows are bad.
fn judge(outcomes: &[FileOutcome], max_bad_share: f64) -> Result<()> {
    if outcomes.iter().all(|file| file.outcome == "refused") {
        let reasons: Vec<String> = outcomes
            .iter()
            .map(|file| format!("  {}: {}", file.path, file.reason))
            .collect();
        bail!(Failure::new(
            Kind::BadInput,
            format!("no file could be read\n{}", reasons.join("\n"))
        ));
    }
    let n_rows: i64 = outcomes.iter().map(|file| file.n_rows).sum();
    let n_bad: i64 = outcomes.iter().map(|file| file.n_bad_rows).sum();
    let share = n_bad as f64 / (n_rows + n_bad).max(1) as f64;
    if share > max_bad_share {
        bail!(Failure::new(
            Kind::BadInput,
            format!(
                "{n_bad} of {} rows are bad ({:.1} %), more than the {:.1} % allowed; nothing was imported. \
                 `--max-bad` sets the share",
                n_rows + n_bad,
                100.0 * share,
                100.0 * max_bad_share
            ),
        ));
    }
    Ok(())
}
