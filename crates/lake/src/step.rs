//! Steps: what a build is made of. A stage is a list of them.
//!
//! A step has one of three shapes: a kernel over slots, a summary that learns
//! something over all slots, or a global step that runs whole on one machine.
//! It reads tables of the [`Bench`], may make parameters of small ones, and
//! puts its own tables there. Steps meet in tables, never in calls.

use model::{Row, TableDef};

use crate::error::LakeError;
use crate::exchange::Spool;
use crate::kernel::{Kernel, KernelError, Slot};
use crate::lake::{Lake, Manifest};
use crate::sort::OnConflict;
use crate::threads::Threads;

const ROWS_PER_BATCH: usize = 4_096;

/// How a step works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A pure function of one slot, run on all slots.
    Kernel,
    /// One value learnt over all slots.
    Summary,
    /// Runs whole on one machine.
    Global,
}

impl Shape {
    /// The word printed by `build --plan`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kernel => "kernel",
            Self::Summary => "summary",
            Self::Global => "global",
        }
    }
}

/// A step of a build.
pub trait Step: Send + Sync {
    /// Its name, unique in the build.
    fn name(&self) -> &'static str;

    /// How it works.
    fn shape(&self) -> Shape;

    /// The tables it reads, parameters included.
    fn reads(&self) -> Vec<TableDef>;

    /// The tables it writes.
    fn writes(&self) -> Vec<TableDef>;

    /// Does the work.
    ///
    /// # Errors
    /// Whatever the lake or a kernel refuses; nothing becomes visible then.
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError>;
}

/// Something learnt over all slots: one value a slot, merged in slot order.
pub trait Summary: Send + Sync {
    /// What is learnt.
    type Value: Send;

    /// The name, for error messages.
    fn name(&self) -> &'static str;

    /// The tables read; all are slotted by keys with the same values.
    fn reads(&self) -> Vec<TableDef>;

    /// The value of nothing.
    fn empty(&self) -> Self::Value;

    /// The value of one slot.
    ///
    /// # Errors
    /// A row that does not fit its contract.
    fn of_slot(&self, slot: &Slot) -> Result<Self::Value, KernelError>;

    /// Adds the value of the next slot.
    fn merge(&self, sum: &mut Self::Value, next: Self::Value);
}

/// Where steps work: the tables so far, and the executor.
pub struct Bench<'a> {
    threads: &'a Threads<'a>,
    lake: Lake,
    written: Manifest,
}

impl<'a> Bench<'a> {
    /// A bench with the tables of `lake` on it.
    pub fn new(threads: &'a Threads<'a>, lake: Lake) -> Self {
        Self {
            threads,
            lake,
            written: Manifest::default(),
        }
    }

    /// Every table there is so far.
    pub fn lake(&self) -> &Lake {
        &self.lake
    }

    /// How many threads a step may use besides those of its kernels. It must not change a result.
    pub fn n_threads(&self) -> usize {
        self.threads.limits.n_threads.max(1)
    }

    /// All rows of `T`'s own table, in slot and key order. For tables known to be small.
    ///
    /// # Errors
    /// A file that cannot be read or a row that does not fit.
    pub fn rows<T: Row>(&self) -> Result<Vec<T>, LakeError> {
        self.lake.rows()
    }

    /// Runs a kernel on every slot and puts what it writes on the bench.
    ///
    /// # Errors
    /// The first error of any slot.
    pub fn run_kernel(&mut self, kernel: &dyn Kernel) -> Result<(), LakeError> {
        let written = self.threads.run(kernel, &self.lake)?;
        self.put(&written);
        Ok(())
    }

    /// Learns a summary over all slots; values are merged in slot order, whatever the threads did.
    ///
    /// # Errors
    /// The first error of any slot.
    pub fn fold<S: Summary>(&self, summary: &S) -> Result<S::Value, LakeError> {
        let mut sum = summary.empty();
        for value in self.threads.values(summary, &self.lake)? {
            summary.merge(&mut sum, value);
        }
        Ok(sum)
    }

    /// Writes rows, in any order, to `T`'s own table.
    ///
    /// # Errors
    /// A refusing disk, or two different rows of one key.
    pub fn write<T: Row>(&mut self, rows: &[T]) -> Result<(), LakeError> {
        self.write_to(T::TABLE, rows)
    }

    /// Writes rows, in any order, to `table`, which has the shape of `T`.
    ///
    /// # Errors
    /// A refusing disk, or two different rows of one key.
    pub fn write_to<T: Row>(&mut self, table: TableDef, rows: &[T]) -> Result<(), LakeError> {
        let folder = self.threads.lake_folder.join(&self.threads.run_folder);
        let limit = self.threads.limits.memory / 8;
        let mut spool = Spool::new(table, &folder, "global".to_owned(), limit);
        for part in rows.chunks(ROWS_PER_BATCH) {
            spool.push(T::to_batch(part)?)?;
        }
        let runs = spool.finish()?;
        let files = self
            .threads
            .write_table(&table, &runs, OnConflict::Refuse)?;
        let mut written = Manifest::default();
        written.tables.insert(table.name.to_owned(), files);
        self.put(&written);
        Ok(())
    }

    /// The tables written here.
    pub fn finish(self) -> Manifest {
        self.written
    }

    fn put(&mut self, written: &Manifest) {
        self.lake.manifest.extend(written);
        self.written.extend(written);
    }
}

/// One line of a plan: a step, and the exchanges that follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// The step.
    pub step: &'static str,
    /// `kernel`, `summary` or `global`.
    pub shape: &'static str,
    /// What it reads, as `table[slot key]`.
    pub reads: Vec<String>,
    /// What it writes, as `table[slot key]`; each is exchanged to its slots.
    pub writes: Vec<String>,
}

/// Every step with what it reads and writes.
pub fn plan(steps: &[Box<dyn Step>]) -> Vec<PlanLine> {
    let names = |tables: Vec<TableDef>| tables.iter().map(|t| format!("{t:?}")).collect();
    steps
        .iter()
        .map(|step| PlanLine {
            step: step.name(),
            shape: step.shape().word(),
            reads: names(step.reads()),
            writes: names(step.writes()),
        })
        .collect()
}

/// Tables that a step reads and that neither `base` nor an earlier step writes.
pub fn unmet_reads(steps: &[Box<dyn Step>], base: &[TableDef]) -> Vec<String> {
    let mut there: std::collections::BTreeSet<&str> = base.iter().map(|t| t.name).collect();
    let mut unmet = Vec::new();
    for step in steps {
        let missing = step.reads().into_iter().filter(|t| !there.contains(t.name));
        unmet.extend(missing.map(|t| format!("`{}` reads `{}`", step.name(), t.name)));
        there.extend(step.writes().iter().map(|t| t.name));
    }
    unmet
}
