//! The base tables of one import on their way to the lake.
//!
//! Rows are encoded in batches and spooled; each thread has a set of its own.

use std::path::Path;

use anyhow::Result;
use lake::exchange::Run;
use lake::{LakeError, Limits, Manifest, OnConflict, Spool, Threads};
use model::Row;
use model::tables::base::{
    AccountRow, ActivityRow, AnswerRow, AssociationRow, ContractRow, DealRow, DeclaredRoleRow,
    EventRow, FileRow, IssueRow, LabelRow, LineItemRow, MeetingRow, MentionRow, RecordRow,
    SameAsRow, StageRow, UtteranceRow,
};
use sources::{Item, Sink, SinkError};

const ROWS_PER_BATCH: usize = 2_048;

/// Rows are encoded when their texts have as many bytes.
const BYTES_PER_BATCH: usize = 4 << 20;

struct Column<T: Row> {
    rows: Vec<T>,
    n_bytes: usize,
    spool: Option<Spool>,
    runs: Vec<Run>,
}

impl<T: Row> Default for Column<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            n_bytes: 0,
            spool: None,
            runs: Vec::new(),
        }
    }
}

impl<T: Row> Column<T> {
    fn new(folder: &Path, thread: usize, limit: usize) -> Self {
        let spool = Spool::new(T::TABLE, folder, format!("import-{thread}"), limit);
        Self {
            rows: Vec::new(),
            n_bytes: 0,
            spool: Some(spool),
            runs: Vec::new(),
        }
    }

    /// Takes a row whose texts have `n_bytes`.
    fn push(&mut self, row: T, n_bytes: usize) -> Result<(), LakeError> {
        self.rows.push(row);
        self.n_bytes += n_bytes;
        if self.rows.len() >= ROWS_PER_BATCH || self.n_bytes >= BYTES_PER_BATCH {
            self.flush()
        } else {
            Ok(())
        }
    }

    fn flush(&mut self) -> Result<(), LakeError> {
        let batch = T::to_batch(&self.rows)?;
        self.rows.clear();
        self.n_bytes = 0;
        match &mut self.spool {
            Some(spool) if batch.num_rows() > 0 => spool.push(batch),
            _ => Ok(()),
        }
    }

    fn finish(&mut self) -> Result<(), LakeError> {
        self.flush()?;
        if let Some(spool) = self.spool.take() {
            self.runs.extend(spool.finish()?);
        }
        Ok(())
    }

    fn write(self, threads: &Threads<'_>, manifest: &mut Manifest) -> Result<(), LakeError> {
        if !self.runs.is_empty() {
            let files = threads.write_table(&T::TABLE, &self.runs, OnConflict::KeepLeast)?;
            manifest.tables.insert(T::TABLE.name.to_owned(), files);
        }
        Ok(())
    }
}

/// Bytes of the texts that can be long.
fn text_bytes(item: &Item) -> usize {
    match item {
        Item::Record(row) => row.fields.len(),
        Item::Activity(row) => row.body.len() + row.subject.as_ref().map_or(0, String::len),
        Item::Utterance(row) => row.text.len(),
        Item::Answer(row) => row.answer.len() + row.question.len(),
        Item::Account(row) => row.figures.len(),
        _ => 0,
    }
}

macro_rules! base_tables {
    ($($field:ident: $row:ty, $item:ident;)+) => {
        /// Every base table of one import.
        #[derive(Default)]
        pub(crate) struct BaseTables {
            file: Column<FileRow>,
            $($field: Column<$row>,)+
        }

        impl BaseTables {
            /// Tables that spill into `folder`.
            pub(crate) fn new(folder: &Path, thread: usize, limits: &Limits) -> Self {
                let limit = limits.memory / 32 / limits.n_threads;
                Self {
                    file: Column::new(folder, thread, limit),
                    $($field: Column::new(folder, thread, limit),)+
                }
            }

            /// Takes one row.
            pub(super) fn take(&mut self, item: Item) -> Result<(), LakeError> {
                let n_bytes = text_bytes(&item);
                match item { $(Item::$item(row) => self.$field.push(row, n_bytes),)+ }
            }

            /// Ends the spools; rows stay sorted by slot in memory or on disk.
            pub(crate) fn finish(&mut self) -> Result<(), LakeError> {
                self.file.finish()?;
                $(self.$field.finish()?;)+
                Ok(())
            }

            /// Adds what another thread has read.
            pub(crate) fn absorb(&mut self, other: Self) {
                self.file.runs.extend(other.file.runs);
                $(self.$field.runs.extend(other.$field.runs);)+
            }

            /// Writes every table that has rows.
            pub(crate) fn write(self, threads: &Threads<'_>) -> Result<Manifest, LakeError> {
                let mut manifest = Manifest::default();
                self.file.write(threads, &mut manifest)?;
                $(self.$field.write(threads, &mut manifest)?;)+
                Ok(manifest)
            }
        }
    };
}

base_tables! {
    record: RecordRow, Record;
    mention: MentionRow, Mention;
    account: AccountRow, Account;
    deal: DealRow, Deal;
    declared_role: DeclaredRoleRow, DeclaredRole;
    contract: ContractRow, Contract;
    line_item: LineItemRow, LineItem;
    stage: StageRow, Stage;
    label: LabelRow, Label;
    association: AssociationRow, Association;
    same_as: SameAsRow, SameAs;
    meeting: MeetingRow, Meeting;
    utterance: UtteranceRow, Utterance;
    activity: ActivityRow, Activity;
    event: EventRow, Event;
    answer: AnswerRow, Answer;
    issue: IssueRow, Issue;
}

impl BaseTables {
    /// Takes the row of a file.
    pub(crate) fn push_file(&mut self, row: FileRow) -> Result<(), LakeError> {
        self.file.push(row, 0)
    }

    /// Takes a remark on a file.
    pub(crate) fn push_issue(&mut self, row: IssueRow) -> Result<(), LakeError> {
        self.issue.push(row, 0)
    }
}

impl Sink for BaseTables {
    fn accept(&mut self, item: Item) -> Result<(), SinkError> {
        self.take(item).map_err(|cause| SinkError(Box::new(cause)))
    }
}
