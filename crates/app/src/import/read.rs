//! Reads the files of an import on all threads.
//!
//! First every file's bytes are hashed, so that of several alike the first in
//! path order counts, whichever thread is faster. Then the files are read, the
//! largest first, so that no thread is left with a large one at the end. Each
//! thread fills tables of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, bail};
use model::FileId;
use model::tables::base::{FileRow, IssueRow};
use sources::{Context, FileReport, Item, ReadError, Sink, SinkError};

use super::mappings::guesses;
use super::systems::Choice;
use super::tables::BaseTables;
use super::{FileOutcome, Input, Missing, PartRead};
use crate::effort::Effort;
use crate::exit::{Failure, Kind};

/// What is read, and how.
pub(super) struct Job<'a> {
    /// Files that were imported before, and the last import that brought each.
    pub(super) known: BTreeMap<FileId, i64>,
    /// What a row means that an earlier export has and this one lacks.
    pub(super) missing: Missing,
    /// How files were read before.
    pub(super) readings: Readings,
    /// What holds for every row.
    pub(super) context: Context,
    /// Systems of files that do not tell their own, by their paths.
    pub(super) systems: BTreeMap<PathBuf, Choice>,
    /// Where tables spill.
    pub(super) run_folder: &'a Path,
    /// Limits, listener, stop.
    pub(super) effort: &'a Effort<'a>,
}

/// By what files were read before: the same bytes may be read in another way.
#[derive(Default)]
pub(super) struct Readings {
    /// Short names of mappings.
    pub(super) mappings: BTreeSet<String>,
    /// Names of systems.
    pub(super) sources: BTreeSet<String>,
}

/// A file as it is to be read.
#[derive(Clone)]
struct Print {
    /// From its bytes, and from the mapping where one decides how it is read.
    file_id: FileId,
    n_bytes: i64,
    /// Earlier readings of the same bytes.
    replaces: Vec<FileId>,
}

/// What is to be done with a file.
enum Task {
    Read(Print),
    Unchanged,
    Unreadable(String),
}

/// What one thread has read: outcomes by the place of their file, and rows.
type Read = (Vec<(usize, FileOutcome)>, BaseTables);

impl Job<'_> {
    /// Reads the files; outcomes come in the order of `inputs`.
    pub(super) fn read_all(&self, inputs: &[Input]) -> Result<(Vec<FileOutcome>, BaseTables)> {
        let tasks = self.tasks(inputs)?;
        let size = |idx: &usize| match tasks.get(*idx) {
            Some(Task::Read(print)) => print.n_bytes,
            _ => 0,
        };
        let mut order: Vec<usize> = (0..inputs.len()).collect();
        order.sort_by_key(|idx| (std::cmp::Reverse(size(idx)), *idx));
        let next = AtomicUsize::new(0);
        let results = self.on_threads(|thread| {
            let mut tables = BaseTables::new(self.run_folder, thread, &self.effort.limits);
            let mut outcomes = Vec::new();
            while let Some(idx) = order.get(next.fetch_add(1, Ordering::SeqCst)) {
                let (Some(input), Some(task)) = (inputs.get(*idx), tasks.get(*idx)) else {
                    break;
                };
                self.check_cancelled()?;
                let outcome = self.do_task(input, task, &mut tables)?;
                self.effort.progress.step("reading files", &outcome.path);
                outcomes.push((*idx, outcome));
            }
            tables.finish()?;
            Ok((outcomes, tables))
        });
        gathered(results)
    }

    /// Hashes every file and decides what is to be done with it.
    fn tasks(&self, inputs: &[Input]) -> Result<Vec<Task>> {
        let next = AtomicUsize::new(0);
        let hashed = self.on_threads(|_| {
            let mut hashed = Vec::new();
            loop {
                let idx = next.fetch_add(1, Ordering::SeqCst);
                let Some(input) = inputs.get(idx) else { break };
                self.check_cancelled()?;
                let print = self.look_at(input);
                hashed.push((idx, print));
            }
            Ok(hashed)
        });
        let mut prints = Vec::new();
        for part in hashed {
            prints.extend(part?);
        }
        prints.sort_by_key(|(idx, _)| *idx);
        let mut seen: BTreeSet<FileId> = match self.missing {
            // Of a complete export every row must be seen, whether its file is known or not.
            Missing::Deleted => BTreeSet::new(),
            Missing::Nothing => self.known.keys().copied().collect(),
        };
        let task = |print: Result<Print, String>| match print {
            Ok(print) if seen.insert(print.file_id) || !print.replaces.is_empty() => {
                Task::Read(print)
            }
            Ok(_) => Task::Unchanged,
            Err(reason) => Task::Unreadable(reason),
        };
        Ok(prints
            .into_iter()
            .map(|(_, print)| print)
            .map(task)
            .collect())
    }

    /// What a file is, or why it is not read.
    fn look_at(&self, input: &Input) -> Result<Print, String> {
        if let Some(problem) = &input.problem {
            return Err(problem.clone());
        }
        let unreadable = |cause: std::io::Error| format!("it cannot be read: {cause}");
        let mut file = File::open(&input.path).map_err(unreadable)?;
        let n_bytes = file.metadata().map_err(unreadable)?.len();
        let limit = self.context.max_file_bytes;
        if n_bytes > limit {
            return Err(format!(
                "it has {n_bytes} bytes, more than the {limit} of --max-file-size; split it or raise the limit"
            ));
        }
        self.print(input, &mut file).map_err(unreadable)
    }

    /// Hashes a file, and finds by which mapping it is and was read.
    fn print(&self, input: &Input, file: &mut File) -> std::io::Result<Print> {
        let (hash, n_bytes) = fingerprint(file)?;
        let id = |mapping: &str, source: &str| match (mapping, source) {
            ("", "") => FileId::derive(&[&hash]),
            _ => FileId::derive(&[&hash, mapping, source]),
        };
        let mapping = sources::reading_of(&input.shown, file, &self.context).unwrap_or_default();
        file.rewind()?;
        let file_id = id(&mapping, self.context.source.as_deref().unwrap_or_default());
        let own = self.known.get(&file_id);
        let readings = &self.readings;
        let mappings = || readings.mappings.iter().map(String::as_str).chain([""]);
        let sources = readings.sources.iter().map(String::as_str).chain([""]);
        let others = sources.flat_map(|source| mappings().map(move |mapping| (mapping, source)));
        let others = others.map(|(mapping, source)| id(mapping, source));
        let others = others.filter(|other| *other != file_id);
        // Of two readings the last import's counts.
        let is_newer = |other: &FileId| self.known.get(other).is_some_and(|seq| own < Some(seq));
        Ok(Print {
            file_id,
            n_bytes,
            replaces: others.filter(is_newer).collect(),
        })
    }

    fn on_threads<T: Send>(&self, work: impl Fn(usize) -> Result<T> + Sync) -> Vec<Result<T>> {
        std::thread::scope(|scope| {
            let work = &work;
            let workers: Vec<_> = (0..self.effort.limits.n_threads)
                .map(|thread| scope.spawn(move || work(thread)))
                .collect();
            let lost = || bail!("a reading thread died");
            workers
                .into_iter()
                .map(|worker| worker.join().unwrap_or_else(|_| lost()))
                .collect()
        })
    }

    fn check_cancelled(&self) -> Result<()> {
        if self.effort.is_cancelled() {
            bail!(Failure::new(
                Kind::Cancelled,
                "cancelled; nothing was imported".to_owned()
            ));
        }
        Ok(())
    }

    fn do_task(&self, input: &Input, task: &Task, tables: &mut BaseTables) -> Result<FileOutcome> {
        match task {
            Task::Read(print) => self.read_one(input, print, tables),
            Task::Unchanged => Ok(FileOutcome {
                outcome: "unchanged",
                ..refused(
                    &input.shown,
                    "the same bytes were imported before".to_owned(),
                )
            }),
            Task::Unreadable(reason) => Ok(refused(&input.shown, reason.clone())),
        }
    }

    fn read_one(
        &self,
        input: &Input,
        print: &Print,
        tables: &mut BaseTables,
    ) -> Result<FileOutcome> {
        let (file_id, n_bytes) = (print.file_id, print.n_bytes);
        let mut file = match File::open(&input.path) {
            Ok(file) => file,
            Err(cause) => {
                let reason = format!("it went away while it was read: {cause}");
                return Ok(refused(&input.shown, reason));
            }
        };
        let choice = self.systems.get(&input.path);
        let context = Context {
            generic_system: choice.map(|choice| choice.system.clone()),
            ..self.context.clone()
        };
        let mut sink = Counted {
            tables,
            n_records: 0,
        };
        let read = sources::read_file(&input.shown, file_id, &mut file, &context, &mut sink);
        let n_records = sink.n_records;
        let mut outcome = match read {
            Ok(report) => {
                self.push_parts(&report, file_id, tables)?;
                whole(&input.shown, print, report)
            }
            Err(error @ ReadError::Sink(_)) => return Err(error.into()),
            Err(error) => {
                tables.push_issue(issue_of(file_id, &error))?;
                in_part(refused(&input.shown, error.to_string()), file_id, n_records)
            }
        };
        let conflict = choice.and_then(|choice| choice.conflict.as_ref());
        if let (Some(conflict), true) = (conflict, outcome.is_generic()) {
            outcome.notes.push(conflict.clone());
            tables.push_issue(conflict_of(file_id, conflict))?;
        }
        tables.push_file(file_row(&outcome, file_id, n_bytes, &self.context))?;
        Ok(outcome)
    }

    /// Files within a file have rows of their own; parts passed over become issues.
    fn push_parts(
        &self,
        report: &FileReport,
        file_id: FileId,
        tables: &mut BaseTables,
    ) -> Result<()> {
        for remark in &report.remarks {
            tables.push_issue(IssueRow {
                file_id,
                line: 0,
                column: remark.part.clone(),
                code: remark.code.clone(),
                found: "a part of the file".to_owned(),
                expected: remark.text.clone(),
                is_set_aside: true,
            })?;
        }
        for part in &report.parts {
            self.push_parts(&part.report, part.file_id, tables)?;
            let outcome = taken(&part.path, part.report.clone());
            let row = file_row(&outcome, part.file_id, part.n_bytes, &self.context);
            tables.push_file(row)?;
        }
        Ok(())
    }
}

/// What is said of a file that was read to its end.
fn whole(path: &str, print: &Print, report: FileReport) -> FileOutcome {
    let mut parts = parts_read(print.file_id, &report);
    if let Some(own) = parts.first_mut() {
        own.replaces.clone_from(&print.replaces);
    }
    FileOutcome {
        parts,
        guesses: guesses(path, &report),
        ..taken(path, report)
    }
}

/// What was read before the trouble stays; the rest is reported.
fn in_part(outcome: FileOutcome, file_id: FileId, n_records: i64) -> FileOutcome {
    if n_records == 0 {
        return outcome;
    }
    FileOutcome {
        outcome: "in_part",
        n_rows: n_records,
        n_bad_rows: 1,
        parts: vec![PartRead {
            file_id,
            n_lost: 1,
            ..PartRead::default()
        }],
        ..outcome
    }
}

fn conflict_of(file_id: FileId, conflict: &str) -> IssueRow {
    IssueRow {
        file_id,
        line: 0,
        column: String::new(),
        code: "key_conflict".to_owned(),
        found: "ids that named something else before".to_owned(),
        expected: conflict.to_owned(),
        is_set_aside: false,
    }
}

/// What is said of a file that was read.
fn taken(path: &str, report: FileReport) -> FileOutcome {
    FileOutcome {
        path: path.to_owned(),
        outcome: "taken",
        format: report.format,
        system: report.system,
        object: report.object,
        n_rows: report.n_rows,
        n_bad_rows: report.n_bad_rows,
        n_gone: 0,
        reason: report.recognised_by,
        mapping: report.mapping,
        guesses: Vec::new(),
        notes: Vec::new(),
        parts: Vec::new(),
    }
}

/// The file itself, and the files within it.
fn parts_read(file_id: FileId, report: &FileReport) -> Vec<PartRead> {
    let own = PartRead {
        file_id,
        n_lost: report.n_lost,
        seen_keys: report.seen_keys.clone(),
        replaces: Vec::new(),
    };
    let within = report.parts.iter();
    let within = within.flat_map(|part| parts_read(part.file_id, &part.report));
    std::iter::once(own).chain(within).collect()
}

/// Counts the records on their way to the tables.
struct Counted<'a> {
    tables: &'a mut BaseTables,
    n_records: i64,
}

impl Sink for Counted<'_> {
    fn accept(&mut self, item: Item) -> Result<(), SinkError> {
        self.n_records += i64::from(matches!(
            item,
            Item::Record(_) | Item::Utterance(_) | Item::Event(_)
        ));
        self.tables.accept(item)
    }
}

fn gathered(results: Vec<Result<Read>>) -> Result<(Vec<FileOutcome>, BaseTables)> {
    let mut outcomes = Vec::new();
    let mut tables = BaseTables::default();
    for result in results {
        let (some, own) = result?;
        outcomes.extend(some);
        tables.absorb(own);
    }
    outcomes.sort_by_key(|(idx, _)| *idx);
    let outcomes = outcomes.into_iter().map(|(_, outcome)| outcome);
    Ok((outcomes.collect(), tables))
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
        n_gone: 0,
        reason,
        mapping: None,
        guesses: Vec::new(),
        notes: Vec::new(),
        parts: Vec::new(),
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

/// The hash of a file's bytes and their number; the file is read once and rewound.
fn fingerprint(file: &mut File) -> std::io::Result<(String, i64)> {
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
    Ok((hasher.finalize().to_hex().to_string(), n_bytes))
}
