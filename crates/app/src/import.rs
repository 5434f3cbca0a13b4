//! `prosopon import`: files become base tables, in one commit.
//!
//! Reads   the files named, and the base table `file`
//! Writes  base tables under `run=<id>/`, the row `current_run`
//!
//! The same bytes are imported once. A file nobody recognises is refused with
//! its reason and the rest goes on; the import fails only when a stated share of
//! rows is bad, or when nothing could be read at all.

mod gather;
mod tables;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, bail};
use model::tables::base::{FileRow, IssueRow};
use model::{FileId, Instant};
use serde::Serialize;
use serde_json::json;
use sources::{Context, ReadError};
use store::{Run, RunKind};

use crate::clock;
use crate::effort::Effort;
use crate::exit::{Failure, Kind};
use crate::workspace::{State, Workspace};
pub(crate) use gather::{Input, gather};
use tables::BaseTables;

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
    /// `taken`, `unchanged` or `refused`.
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
    let written = tables.write(&effort.threads(&lake_folder, &run_id))?;
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
        inputs: serde_json::to_value(&outcomes)?,
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

struct Job<'a> {
    known: BTreeSet<FileId>,
    context: Context,
    run_folder: &'a std::path::Path,
    effort: &'a Effort<'a>,
}

/// What one thread has read: outcomes by the place of their file, and rows.
type Read = (Vec<(usize, FileOutcome)>, BaseTables);

impl Job<'_> {
    /// Reads the files on all threads; each thread fills tables of its own.
    fn read_all(&self, inputs: &[Input]) -> Result<(Vec<FileOutcome>, BaseTables)> {
        let next = AtomicUsize::new(0);
        let seen = Mutex::new(self.known.clone());
        let results: Vec<Result<Read>> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..self.effort.limits.n_threads)
                .map(|thread| {
                    let (next, seen) = (&next, &seen);
                    scope.spawn(move || self.read_some(inputs, next, seen, thread))
                })
                .collect();
            let lost = || bail!("a reading thread died");
            workers
                .into_iter()
                .map(|worker| worker.join().unwrap_or_else(|_| lost()))
                .collect()
        });
        let mut outcomes = Vec::new();
        let mut tables = BaseTables::default();
        for result in results {
            let (some, own) = result?;
            outcomes.extend(some);
            tables.absorb(own);
        }
        outcomes.sort_by_key(|(idx, _)| *idx);
        Ok((
            outcomes.into_iter().map(|(_, outcome)| outcome).collect(),
            tables,
        ))
    }

    fn read_some(
        &self,
        inputs: &[Input],
        next: &AtomicUsize,
        seen: &Mutex<BTreeSet<FileId>>,
        thread: usize,
    ) -> Result<Read> {
        let mut tables = BaseTables::new(self.run_folder, thread, &self.effort.limits);
        let mut outcomes = Vec::new();
        loop {
            let idx = next.fetch_add(1, Ordering::SeqCst);
            let Some(input) = inputs.get(idx) else { break };
            if self.effort.is_cancelled() {
                bail!(Failure::new(
                    Kind::Cancelled,
                    "cancelled; nothing was imported".to_owned()
                ));
            }
            let outcome = self.read_one(input, seen, &mut tables)?;
            self.effort.progress.step("reading files", &outcome.path);
            outcomes.push((idx, outcome));
        }
        tables.finish()?;
        Ok((outcomes, tables))
    }

    fn read_one(
        &self,
        input: &Input,
        seen: &Mutex<BTreeSet<FileId>>,
        tables: &mut BaseTables,
    ) -> Result<FileOutcome> {
        let mut file = match File::open(&input.path) {
            Ok(file) => file,
            Err(cause) => return Ok(refused(&input.shown, format!("cannot open it: {cause}"))),
        };
        let (file_id, n_bytes) =
            fingerprint(&mut file).with_context(|| format!("cannot read `{}`", input.shown))?;
        let is_new = seen
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .insert(file_id);
        if !is_new {
            let reason = "the same bytes were imported before".to_owned();
            return Ok(FileOutcome {
                outcome: "unchanged",
                ..refused(&input.shown, reason)
            });
        }
        let outcome =
            match sources::read_file(&input.shown, file_id, &mut file, &self.context, tables) {
                Ok(report) => FileOutcome {
                    path: input.shown.clone(),
                    outcome: "taken",
                    format: report.format,
                    system: report.system,
                    object: report.object,
                    n_rows: report.n_rows,
                    n_bad_rows: report.n_bad_rows,
                    reason: report.recognised_by,
                    mapping: report.mapping,
                },
                Err(error @ ReadError::Sink(_)) => return Err(error.into()),
                Err(error) => {
                    tables.push_issue(issue_of(file_id, &error))?;
                    refused(&input.shown, error.to_string())
                }
            };
        tables.push_file(file_row(&outcome, file_id, n_bytes, &self.context))?;
        Ok(outcome)
    }
}

fn refused(path: &str, reason: String) -> FileOutcome {
    FileOutcome {
        path: path.to_owned(),
        outcome: "refused",
        format: String::new(),
        system: String::new(),
        object: String::new(),
        n_rows: 0,
        n_bad_rows: 0,
        reason,
        mapping: None,
    }
}

fn issue_of(file_id: FileId, error: &ReadError) -> IssueRow {
    IssueRow {
        file_id,
        line: 0,
        column: String::new(),
        code: error.code().as_str().to_owned(),
        found: "a whole file".to_owned(),
        expected: error.to_string(),
        is_set_aside: true,
    }
}

fn file_row(outcome: &FileOutcome, file_id: FileId, n_bytes: i64, context: &Context) -> FileRow {
    let is_refused = outcome.outcome == "refused";
    FileRow {
        file_id,
        path: outcome.path.clone(),
        format: if is_refused {
            "refused".to_owned()
        } else {
            outcome.format.clone()
        },
        system: outcome.system.clone(),
        object: outcome.object.clone(),
        n_bytes,
        n_rows: outcome.n_rows,
        n_bad_rows: outcome.n_bad_rows,
        recognised_by: outcome.reason.clone(),
        import_seq: context.import_seq,
        known_at: context.known_at,
    }
}

/// The id of a file's bytes and their number; the file is read once and rewound.
fn fingerprint(file: &mut File) -> std::io::Result<(FileId, i64)> {
    use std::io::Seek;
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 20];
    let mut n_bytes = 0;
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        n_bytes += n as i64;
        hasher.update(&buffer[..n]);
    }
    file.rewind()?;
    Ok((
        FileId::derive(&[hasher.finalize().to_hex().as_str()]),
        n_bytes,
    ))
}
