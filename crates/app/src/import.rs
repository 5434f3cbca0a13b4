//! `prosopon import`: files become base tables, in one commit.
//!
//! Reads   the files named, and the base table `file`
//! Writes  base tables under `run=<id>/`, the row `current_run`
//!
//! The same bytes are imported once. A file nobody recognises is refused with
//! its reason and the rest goes on; the import fails only when a stated share of
//! rows is bad, or when nothing could be read at all.

mod complete;
mod gather;
mod mappings;
mod misread;
mod read;
mod systems;
mod tables;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};
use lake::{Lake, Manifest};
use model::tables::base::FileRow;
use model::{FileId, Instant};
use serde::Serialize;
use serde_json::json;
use sources::context::MAX_FILE_BYTES;
use sources::dates::DateOrder;
use sources::{Context, Saved};
use store::{Run, RunKind};

use crate::clock;
use crate::effort::Effort;
use crate::exit::{Failure, Kind};
use crate::privacy::at_import;
use crate::workspace::{State, Workspace};
use complete::{Gone, Mark};
pub(crate) use gather::{Input, gather};
pub(crate) use mappings::{Guess, read as read_mapping};
use read::{Job, Readings};
use tables::BaseTables;

/// The share of bad rows that is allowed unless the user says otherwise.
pub(crate) const MAX_BAD_SHARE: f64 = 0.2;

/// What the user asked for.
pub(crate) struct Request {
    /// Files and folders.
    pub(crate) paths: Vec<PathBuf>,
    /// The system, where the user names it.
    pub(crate) source: Option<String>,
    /// A mapping file for every table of this import.
    pub(crate) mapping: Option<sources::Mapping>,
    /// The order of day and month, where the user says it.
    pub(crate) dates: Option<DateOrder>,
    /// The most bytes a file may have, unpacked.
    pub(crate) max_file_bytes: u64,
    /// Largest share of bad rows, 0–1.
    pub(crate) max_bad_share: f64,
    /// When the records count as having arrived.
    pub(crate) known_at: Instant,
    /// What a row means that an earlier export has and this one lacks.
    pub(crate) missing: Missing,
    /// Whether anything is kept.
    pub(crate) effect: Effect,
}

impl Request {
    /// Files that are recognised without being told, as the defaults have it.
    pub(crate) fn of(paths: Vec<PathBuf>, known_at: Instant) -> Self {
        Self {
            paths,
            source: None,
            mapping: None,
            dates: None,
            max_file_bytes: MAX_FILE_BYTES,
            max_bad_share: MAX_BAD_SHARE,
            known_at,
            missing: Missing::Nothing,
            effect: Effect::Import,
        }
    }
}

/// What a row means that an earlier export has and this one lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// Nothing: exports may be partial.
    Nothing,
    /// It was deleted: the export is complete.
    Deleted,
}

/// Whether anything is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// What is read becomes part of the workspace.
    Import,
    /// It is only told what would become part of it.
    Rehearse,
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
    /// Rows of earlier exports that this one lacks and that are taken as deleted.
    pub(crate) n_gone: i64,
    /// How it was recognised, or why it was refused.
    pub(crate) reason: String,
    /// The mapping used, for generic tables.
    pub(crate) mapping: Option<sources::Mapping>,
    /// What tables were taken for, as nobody said what they are.
    pub(crate) guesses: Vec<Guess>,
    /// What else is to be said.
    pub(crate) notes: Vec<String>,
    /// The file itself and the files within it.
    #[serde(skip)]
    pub(crate) parts: Vec<PartRead>,
}

impl FileOutcome {
    /// Whether its system was not recognised.
    fn is_generic(&self) -> bool {
        !self.guesses.is_empty() || self.reason.starts_with("the mapping in ")
    }
}

/// How much of a file, or of a file within one, was understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct PartRead {
    /// Its id.
    pub(crate) file_id: FileId,
    /// Rows set aside of which not even the key is known.
    pub(crate) n_lost: i64,
    /// Keys of other rows set aside.
    pub(crate) seen_keys: Vec<String>,
    /// Earlier readings of the same bytes, by another mapping.
    pub(crate) replaces: Vec<FileId>,
}

/// Imports and commits. Returns what became of every file, in path order.
pub(crate) fn import(
    workspace: &mut Workspace,
    request: &Request,
    effort: &Effort<'_>,
) -> Result<Vec<FileOutcome>> {
    let _lock = workspace.lock()?;
    let outcomes = import_locked(workspace, request, effort);
    if outcomes.is_err() {
        // What was written must not go on filling a disk that is full.
        drop(workspace.sweep());
    }
    outcomes
}

fn import_locked(
    workspace: &mut Workspace,
    request: &Request,
    effort: &Effort<'_>,
) -> Result<Vec<FileOutcome>> {
    let started = clock::now();
    let saved = mappings::load(&workspace.root)?;
    let known = known_files(workspace)?;
    let (mut read, tables) = Read::files(workspace, request, (&saved, &known), effort)?;
    judge(&read.outcomes, request.max_bad_share)?;
    if read.outcomes.iter().all(|file| file.outcome == "unchanged") {
        return Ok(read.outcomes);
    }
    read.sort(workspace, tables, request, effort)?;
    mappings::propose(&workspace.root, &saved, &mut read.outcomes)?;
    let is_complete = request.missing == Missing::Deleted;
    let is_repeated = is_complete && read.repeats(&known, workspace.state.n_imports);
    if is_repeated || request.effect == Effect::Rehearse {
        workspace.sweep()?;
        return Ok(read.outcomes);
    }
    let state = State {
        n_imports: workspace.state.n_imports + 1,
        base: read.base,
        ..workspace.state.clone()
    };
    let run = Run {
        run_id: read.run_id,
        kind: RunKind::Import,
        started,
        finished: clock::now(),
        seed: 0,
        settings: json!({
            "source": request.source,
            "max_bad_share": request.max_bad_share,
            "complete": is_complete,
        }),
        inputs: inputs_of(workspace, &read.outcomes)?,
        steps: effort.progress.timings(),
        manifest: serde_json::Value::Null,
    };
    workspace.commit(run, state)?;
    Ok(read.outcomes)
}

/// What was read, on its way to the commit.
struct Read {
    run_id: String,
    outcomes: Vec<FileOutcome>,
    /// The base tables as they will be.
    base: Manifest,
}

impl Read {
    /// Reads every file below the paths given.
    fn files(
        workspace: &Workspace,
        request: &Request,
        (saved, known): (&[Saved], &BTreeMap<FileId, i64>),
        effort: &Effort<'_>,
    ) -> Result<(Self, BaseTables)> {
        let inputs = gather(&request.paths)?;
        let run_id = clock::run_id();
        let run_folder = lake::create_run_folder(&workspace.lake_folder(), &run_id)?;
        let context = Context {
            saved: saved.into(),
            ..context(workspace, request)
        };
        let job = Job {
            readings: readings(workspace)?,
            missing: request.missing,
            known: known.clone(),
            systems: systems::choose(&workspace.base_lake(), &inputs, &context)?,
            context,
            run_folder: &run_folder,
            effort,
        };
        effort.progress.begin("reading files", inputs.len() as u64);
        let (outcomes, tables) = job.read_all(&inputs)?;
        effort.progress.end("reading files");
        let base = workspace.state.base.clone();
        let read = Self {
            run_id,
            outcomes,
            base,
        };
        Ok((read, tables))
    }

    /// Sorts the tables, leaves out who was erased, and marks what is gone.
    fn sort(
        &mut self,
        workspace: &Workspace,
        tables: BaseTables,
        request: &Request,
        effort: &Effort<'_>,
    ) -> Result<()> {
        let folder = workspace.lake_folder();
        effort.progress.begin("sorting tables", 0);
        let mut written = tables.write(&effort.threads(&folder, &self.run_id))?;
        if let Some(guard) = at_import::guard(&workspace.control)? {
            written = at_import::clean(written, &guard, (&folder, &self.run_id), effort)?;
        }
        self.forget_misread(workspace, effort)?;
        if request.missing == Missing::Deleted {
            self.mark(workspace, &written, request, effort)?;
        } else {
            self.base.extend(&written);
        }
        effort.progress.end("sorting tables");
        Ok(())
    }

    fn mark(
        &mut self,
        workspace: &Workspace,
        written: &Manifest,
        request: &Request,
        effort: &Effort<'_>,
    ) -> Result<()> {
        let base = workspace.base_lake();
        let folder = workspace.lake_folder();
        let new = Lake {
            folder: folder.clone(),
            manifest: written.clone(),
        };
        let gone = Gone::find(&base, &new, &self.outcomes)?;
        gone.tell(&mut self.outcomes);
        if gone.is_empty() {
            self.base.extend(written);
            return Ok(());
        }
        let mark = Mark {
            lake_folder: &folder,
            run_id: &self.run_id,
            import_seq: workspace.state.n_imports,
            known_at: request.known_at,
        };
        let left = mark.withdraw(&gone, &base, effort)?;
        self.base.tables.extend(left.tables);
        self.base.extend(written);
        self.base.extend(&mark.write(&gone, &base, effort)?);
        Ok(())
    }

    /// Leaves out what the same bytes gave by another mapping.
    fn forget_misread(&mut self, workspace: &Workspace, effort: &Effort<'_>) -> Result<()> {
        let parts = self.outcomes.iter().flat_map(|file| &file.parts);
        let files = parts
            .flat_map(|part| part.replaces.iter().copied())
            .collect();
        let base = Lake {
            folder: workspace.lake_folder(),
            manifest: self.base.clone(),
        };
        if let Some(left) = misread::without(&base, files, &self.run_id, effort)? {
            self.base = left;
        }
        Ok(())
    }

    /// Whether the last import was of the same files and nothing is gone since.
    fn repeats(&self, known: &BTreeMap<FileId, i64>, n_imports: i64) -> bool {
        let mut parts = self.outcomes.iter().flat_map(|file| &file.parts);
        let is_last = |part: &PartRead| known.get(&part.file_id) == Some(&(n_imports - 1));
        parts.all(is_last) && self.outcomes.iter().all(|file| file.n_gone == 0)
    }
}

/// How files were read: by which mappings, as which systems.
fn readings(workspace: &Workspace) -> Result<Readings> {
    let mut readings = Readings::default();
    for file in workspace.base_lake().rows::<FileRow>()? {
        let named = file.recognised_by.strip_suffix(')');
        if let Some((_, name)) = named.and_then(|text| text.rsplit_once('(')) {
            readings.mappings.insert(name.to_owned());
        }
        readings.sources.insert(file.system);
    }
    Ok(readings)
}

/// The outcomes as they are stored with the run, without those who were erased.
fn inputs_of(workspace: &Workspace, outcomes: &[FileOutcome]) -> Result<serde_json::Value> {
    match at_import::guard(&workspace.control)? {
        Some(guard) => at_import::clean_value(&outcomes, &guard),
        None => Ok(serde_json::to_value(outcomes)?),
    }
}

/// Files that were imported, and the last import that brought each.
fn known_files(workspace: &Workspace) -> Result<BTreeMap<FileId, i64>> {
    let files = workspace.base_lake().rows::<FileRow>()?;
    Ok(files
        .into_iter()
        .map(|file| (file.file_id, file.import_seq))
        .collect())
}

fn context(workspace: &Workspace, request: &Request) -> Context {
    let ours = &workspace.config.ours;
    Context {
        import_seq: workspace.state.n_imports,
        known_at: request.known_at,
        source: request.source.clone(),
        generic_system: None,
        dates: request.dates,
        max_file_bytes: request.max_file_bytes,
        own_domains: ours.domains.clone(),
        own_people: ours.people.clone(),
        mapping: request.mapping.clone(),
        saved: [].into(),
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
    let share = n_bad as f64 / n_rows.max(n_bad).max(1) as f64;
    if share > max_bad_share {
        bail!(Failure::new(
            Kind::BadInput,
            format!(
                "{n_bad} of {} rows are bad ({:.1} %), more than the {:.1} % allowed; nothing was imported. \
                 `--max-bad` sets the share",
                n_rows.max(n_bad),
                100.0 * share,
                100.0 * max_bad_share
            ),
        ));
    }
    Ok(())
}
