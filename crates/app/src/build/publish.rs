//! The last step of a build: derived tables and what they cite go into one SQLite file.
//!
//! Reads   every published table of the lake
//! Writes  `published-<run>.db`
//!
//! One thread reads and decodes, one writes; SQLite takes one writer only.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};

use anyhow::{Result, bail};
use lake::{Lake, LakeError, RecordBatch};
use store::published::TABLES;
use store::{About, Publisher};

use crate::effort::Effort;

/// Batches decoded ahead of the writer.
const N_AHEAD: usize = 8;

/// A batch and the name of its table.
type Part = (&'static str, RecordBatch);

/// Publishes; returns the rows kept by table.
pub(super) fn publish(
    lake: &Lake,
    (path, about): (&Path, &About),
    effort: &Effort<'_>,
) -> Result<BTreeMap<String, usize>> {
    let mut publisher = Publisher::create(path, about)?;
    let mut kept: BTreeMap<String, usize> = TABLES
        .iter()
        .map(|table| (table.def.name.to_owned(), 0))
        .collect();
    std::thread::scope(|scope| {
        let (send, receive) = sync_channel(N_AHEAD);
        let reader = scope.spawn(move || read(lake, effort, &send));
        for (table, batch) in receive {
            let n = publisher.write_batch(table, &batch)?;
            *kept.entry(table.to_owned()).or_default() += n;
        }
        match reader.join() {
            Ok(read) => Ok(read?),
            Err(_) => bail!("the reading thread died"),
        }
    })?;
    publisher.finish(&lake::durable::fail_point)?;
    Ok(kept)
}

/// Sends every batch of every published table, in order; ends early when nobody takes them.
fn read(lake: &Lake, effort: &Effort<'_>, send: &SyncSender<Part>) -> Result<(), LakeError> {
    for table in TABLES {
        lake.for_each(table.def, |batch| {
            let is_refused = send.send((table.def.name, batch.clone())).is_err();
            if effort.is_cancelled() || is_refused {
                return Err(LakeError::Cancelled);
            }
            Ok(())
        })?;
    }
    Ok(())
}
