//! The same kernel by the thread executor, in a temporary lake: what Spark is held against.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use lake::{Kernel, Lake, Limits, Manifest, OnConflict, Spool, Threads};

use crate::error::NativeError;
use crate::frames::{Payloads, decode_all};

const MEMORY_BYTES: usize = 256 << 20;
const RUN: &str = "1";

/// The digest of every table that `kernel` writes.
pub(crate) fn digests(
    kernel: &dyn Kernel,
    tables: &BTreeMap<String, Payloads>,
    n_threads: usize,
    n_buckets: usize,
) -> Result<BTreeMap<String, String>, NativeError> {
    let folder = tempfile::tempdir()?;
    lake::create_run_folder(folder.path(), RUN)?;
    let is_cancelled = AtomicBool::new(false);
    let threads = Threads {
        limits: Limits {
            n_threads: n_threads.max(1),
            n_buckets,
            memory: MEMORY_BYTES,
        },
        lake_folder: folder.path(),
        run_folder: Lake::run_folder(RUN),
        is_cancelled: &is_cancelled,
    };
    let mut lake = Lake {
        folder: folder.path().to_owned(),
        manifest: store(kernel, tables, &threads)?,
    };
    let written = threads.run(kernel, &lake)?;
    lake.manifest.extend(&written);
    let digest = |table: model::TableDef| Ok((table.name.to_owned(), lake.digest(table)?));
    kernel.writes().into_iter().map(digest).collect()
}

/// Puts the tables that the kernel reads into the lake.
fn store(
    kernel: &dyn Kernel,
    tables: &BTreeMap<String, Payloads>,
    threads: &Threads<'_>,
) -> Result<Manifest, NativeError> {
    let spills: &Path = &threads.lake_folder.join(&threads.run_folder);
    let mut manifest = Manifest::default();
    for table in kernel.reads() {
        let Some(payloads) = tables.get(table.name) else {
            continue;
        };
        let mut spool = Spool::new(table, spills, "input".to_owned(), MEMORY_BYTES / 8);
        for batch in decode_all(table, payloads)? {
            spool.push(batch)?;
        }
        let files = threads.write_table(&table, &spool.finish()?, OnConflict::Refuse)?;
        manifest.tables.insert(table.name.to_owned(), files);
    }
    Ok(manifest)
}
