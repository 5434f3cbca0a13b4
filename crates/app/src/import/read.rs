//! Reads the files of an import on all threads.
//!
//! First every file's bytes are hashed, so that of several alike the first in
//! path order counts, whichever thread is faster. Then the files are read, the
//! largest first, so that no thread is left with a large one at the end. Each
//! thread fills tables of its own.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, bail};
use model::FileId;
use model::tables::base::{FileRow, IssueRow};
use sources::{Context, FileReport, Item, ReadError, Sink, SinkError};

use super::tables::BaseTables;
use super::{FileOutcome, Input};
use crate::effort::Effort;
use crate::exit::{Failure, Kind};

/// What is read, and how.
pub(super) struct Job<'a> {
    /// Files that were imported before.
    pub(super) known: BTreeSet<FileId>,
    /// What holds for every row.
    pub(super) context: Context,
    /// Where tables spill.
    pub(super) run_folder: &'a Path,
    /// Limits, listener, stop.
    pub(super) effort: &'a Effort<'a>,
}

/// What is to be done with a file.
enum Task {
    Read(FileId, i64),
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
            Some(Task::Read(_, n_bytes)) => *n_bytes,
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
                let print = File::open(&input.path).and_then(|mut file| fingerprint(&mut file));
                hashed.push((idx, print));
            }
            Ok(hashed)
        });
        let mut prints = Vec::new();
        for part in hashed {
            prints.extend(part?);
        }
        prints.sort_by_key(|(idx, _)| *idx);
        let mut seen = self.known.clone();
        let task = |print: std::io::Result<(FileId, i64)>| match print {
            Ok((file_id, n_bytes)) if seen.insert(file_id) => Task::Read(file_id, n_bytes),
            Ok(_) => Task::Unchanged,
            Err(cause) => Task::Unreadable(format!("it cannot be read: {cause}")),
        };
        Ok(prints
            .into_iter()
            .map(|(_, print)| print)
            .map(task)
            .collect())
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
            Task::Read(file_id, n_bytes) => self.read_one(input, (*file_id, *n_bytes), tables),
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
        (file_id, n_bytes): (FileId, i64),
        tables: &mut BaseTables,
    ) -> Result<FileOutcome> {
        let mut file =
            File::open(&input.path).with_context(|| format!("cannot open `{}`", input.shown))?;
        let mut sink = Counted {
            tables,
            n_records: 0,
        };
        let read = sources::read_file(&input.shown, file_id, &mut file, &self.context, &mut sink);
        let n_records = sink.n_records;
        let outcome = match read {
            Ok(report) => {
                self.push_parts(&report, file_id, tables)?;
                taken(&input.shown, report)
            }
            Err(error @ ReadError::Sink(_)) => return Err(error.into()),
            Err(error) => {
                tables.push_issue(issue_of(file_id, &error))?;
                let outcome = refused(&input.shown, error.to_string());
                // What was read before the trouble stays; the rest is reported.
                match n_records {
                    0 => outcome,
                    n_rows => FileOutcome {
                        outcome: "in_part",
                        n_rows,
                        n_bad_rows: 1,
                        ..outcome
                    },
                }
            }
        };
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
        reason: report.recognised_by,
        mapping: report.mapping,
    }
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
