//! The thread executor: runs a kernel over the buckets of its input.
//!
//! Threads take buckets from a counter; each has a spool of its own for every
//! table it writes. Since the exchange sorts, who worked which bucket and when
//! leaves no trace in the result.

use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use model::TableDef;

use crate::error::LakeError;
use crate::exchange::{MergeOptions, Run, Spool, buckets, clean_up, merge};
use crate::kernel::{Kernel, Output, Slot};
use crate::lake::{Lake, Manifest};
use crate::sort::OnConflict;
use crate::step::Summary;

/// How much of the machine a run may use.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Threads.
    pub n_threads: usize,
    /// Runs of consecutive slots worked as one task.
    pub n_buckets: usize,
    /// Bytes the lake may hold at a time.
    pub memory: usize,
}

/// Runs kernels on threads and writes their tables into one run's folder.
pub struct Threads<'a> {
    /// How much of the machine may be used.
    pub limits: Limits,
    /// The folder of the lake.
    pub lake_folder: &'a Path,
    /// The run's folder, relative to the lake.
    pub run_folder: String,
    /// Set by whoever wants the run to stop.
    pub is_cancelled: &'a AtomicBool,
}

/// Values of a summary with their slots.
type SlotValues<V> = Vec<(u16, V)>;

/// The buckets still to be worked.
struct Queue {
    buckets: Vec<Range<u16>>,
    next: AtomicUsize,
}

impl Queue {
    fn take(&self) -> Option<&Range<u16>> {
        self.buckets.get(self.next.fetch_add(1, Ordering::SeqCst))
    }
}

impl Threads<'_> {
    /// Runs `kernel` over every slot of its tables in `lake`.
    ///
    /// # Errors
    /// The first error of any slot; what was written is swept at the next start.
    pub fn run(&self, kernel: &dyn Kernel, lake: &Lake) -> Result<Manifest, LakeError> {
        let queue = Queue {
            buckets: buckets(self.limits.n_buckets),
            next: AtomicUsize::new(0),
        };
        let runs: Mutex<Vec<(TableDef, Vec<Run>)>> = Mutex::new(Vec::new());
        let failure: Mutex<Option<LakeError>> = Mutex::new(None);
        std::thread::scope(|scope| {
            for thread in 0..self.limits.n_threads {
                let (queue, runs, failure) = (&queue, &runs, &failure);
                scope.spawn(move || match self.work(kernel, lake, thread, queue) {
                    Ok(written) => lock(runs).extend(written),
                    Err(error) => drop(lock(failure).get_or_insert(error)),
                });
            }
        });
        if let Some(error) = lock(&failure).take() {
            return Err(error);
        }
        let runs = std::mem::take(&mut *lock(&runs));
        self.write_tables(kernel.writes(), runs)
    }

    fn work(
        &self,
        kernel: &dyn Kernel,
        lake: &Lake,
        thread: usize,
        queue: &Queue,
    ) -> Result<Vec<(TableDef, Vec<Run>)>, LakeError> {
        let mut spools: Vec<Spool> = kernel
            .writes()
            .into_iter()
            .map(|table| self.spool(table, kernel, thread))
            .collect();
        while let Some(bucket) = queue.take() {
            self.work_bucket(kernel, lake, bucket, &mut spools)?;
        }
        let tables = kernel.writes().into_iter();
        tables
            .zip(spools)
            .map(|(table, spool)| Ok((table, spool.finish()?)))
            .collect()
    }

    fn spool(&self, table: TableDef, kernel: &dyn Kernel, thread: usize) -> Spool {
        let share = self.limits.memory / 4 / self.limits.n_threads / kernel.writes().len().max(1);
        let folder = self.lake_folder.join(&self.run_folder);
        Spool::new(table, &folder, format!("{}-{thread}", kernel.name()), share)
    }

    fn work_bucket(
        &self,
        kernel: &dyn Kernel,
        lake: &Lake,
        bucket: &Range<u16>,
        spools: &mut [Spool],
    ) -> Result<(), LakeError> {
        self.visit(&kernel.reads(), lake, bucket, &mut |slot, input| {
            run_slot(kernel, slot, input, spools)
        })
    }

    /// Hands the tables of every slot of a bucket that holds anything to `work`, in order.
    fn visit(
        &self,
        tables: &[TableDef],
        lake: &Lake,
        bucket: &Range<u16>,
        work: &mut dyn FnMut(u16, &Slot) -> Result<(), LakeError>,
    ) -> Result<(), LakeError> {
        let mut readers = tables
            .iter()
            .map(|table| lake.open(*table, bucket))
            .collect::<Result<Vec<_>, _>>()?;
        for slot in bucket.clone() {
            if self.is_cancelled.load(Ordering::Relaxed) {
                return Err(LakeError::Cancelled);
            }
            let mut input = Slot::default();
            let mut is_empty = true;
            for (table, reader) in tables.iter().zip(&mut readers) {
                if let Some(batch) = reader.read_slot(slot)? {
                    is_empty = false;
                    input.insert(table.name, batch);
                }
            }
            if !is_empty {
                work(slot, &input)?;
            }
        }
        Ok(())
    }

    /// The values of a summary, one for each slot that holds anything, in slot order.
    ///
    /// # Errors
    /// The first error of any slot.
    pub fn values<S: Summary>(&self, summary: &S, lake: &Lake) -> Result<Vec<S::Value>, LakeError> {
        let queue = Queue {
            buckets: buckets(self.limits.n_buckets),
            next: AtomicUsize::new(0),
        };
        let parts: Vec<Result<SlotValues<S::Value>, LakeError>> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..self.limits.n_threads)
                .map(|_| scope.spawn(|| self.summarise(summary, lake, &queue)))
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().unwrap_or(Err(LakeError::Cancelled)))
                .collect()
        });
        let mut values = Vec::new();
        for part in parts {
            values.extend(part?);
        }
        values.sort_by_key(|(slot, _)| *slot);
        Ok(values.into_iter().map(|(_, value)| value).collect())
    }

    fn summarise<S: Summary>(
        &self,
        summary: &S,
        lake: &Lake,
        queue: &Queue,
    ) -> Result<SlotValues<S::Value>, LakeError> {
        let mut values = Vec::new();
        while let Some(bucket) = queue.take() {
            self.visit(&summary.reads(), lake, bucket, &mut |slot, input| {
                let stopped = |cause| LakeError::Kernel {
                    step: summary.name(),
                    slot,
                    cause,
                };
                values.push((slot, summary.of_slot(input).map_err(stopped)?));
                Ok(())
            })?;
        }
        Ok(values)
    }

    /// Sorts and writes the tables of finished spools.
    ///
    /// # Errors
    /// When a file cannot be written, or a step wrote two rows of one key.
    pub fn write_tables(
        &self,
        tables: Vec<TableDef>,
        mut runs: Vec<(TableDef, Vec<Run>)>,
    ) -> Result<Manifest, LakeError> {
        let mut manifest = Manifest::default();
        for table in tables {
            let (own, rest): (Vec<_>, Vec<_>) =
                runs.into_iter().partition(|(t, _)| t.name == table.name);
            runs = rest;
            let own: Vec<Run> = own.into_iter().flat_map(|(_, runs)| runs).collect();
            let files = self.write_table(&table, &own, OnConflict::Refuse)?;
            manifest.tables.insert(table.name.to_owned(), files);
        }
        Ok(manifest)
    }

    /// Sorts and writes one table; several threads write a part each.
    pub fn write_table(
        &self,
        table: &TableDef,
        runs: &[Run],
        on_conflict: OnConflict,
    ) -> Result<Vec<String>, LakeError> {
        let folder = format!("{}/{}", self.run_folder, table.name);
        let absolute = self.lake_folder.join(&folder);
        std::fs::create_dir_all(&absolute).map_err(LakeError::file("create", &absolute))?;
        let options = MergeOptions {
            on_conflict,
            slot_limit: self.limits.memory / 4,
        };
        let parts = buckets(self.limits.n_threads);
        let files: Vec<Result<Option<String>, LakeError>> = std::thread::scope(|scope| {
            let write = |(idx, slots): (usize, &Range<u16>)| {
                let name = format!("{folder}/part-{idx:03}.parquet");
                let n_rows = merge(
                    table,
                    runs,
                    slots.clone(),
                    &self.lake_folder.join(&name),
                    &options,
                )?;
                Ok((n_rows > 0).then_some(name))
            };
            let workers: Vec<_> = parts
                .iter()
                .enumerate()
                .map(|part| scope.spawn(move || write(part)))
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().unwrap_or(Err(LakeError::Cancelled)))
                .collect()
        });
        clean_up(runs, &absolute)?;
        files.into_iter().filter_map(Result::transpose).collect()
    }
}

fn run_slot(
    kernel: &dyn Kernel,
    slot: u16,
    input: &Slot,
    spools: &mut [Spool],
) -> Result<(), LakeError> {
    let mut output = Output::default();
    let stopped = |cause| LakeError::Kernel {
        step: kernel.name(),
        slot,
        cause,
    };
    kernel.run(input, &mut output).map_err(stopped)?;
    let mut written = output.take();
    for (table, spool) in kernel.writes().iter().zip(spools) {
        for batch in written.remove(table.name).into_iter().flatten() {
            spool.push(batch)?;
        }
    }
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
