//! The last step of a build: derived tables and what they cite go into one SQLite file.
//!
//! Reads   every published table of the lake
//! Writes  `published-<run>.db`

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use lake::{Lake, LakeError};
use store::Publisher;
use store::published::TABLES;

use crate::effort::Effort;

/// Publishes; returns the rows kept by table.
pub(super) fn publish(
    lake: &Lake,
    path: &Path,
    effort: &Effort<'_>,
) -> Result<BTreeMap<String, usize>> {
    let mut publisher = Publisher::create(path)?;
    let mut kept = BTreeMap::new();
    for table in TABLES {
        let mut n_kept = 0;
        let mut refused = None;
        lake.for_each(table.def, |batch| {
            if effort.is_cancelled() {
                return Err(LakeError::Cancelled);
            }
            match publisher.write_batch(table.def.name, batch) {
                Ok(n) => n_kept += n,
                Err(error) => drop(refused.get_or_insert(error)),
            }
            Ok(())
        })?;
        if let Some(error) = refused {
            return Err(error.into());
        }
        kept.insert(table.def.name.to_owned(), n_kept);
    }
    publisher.finish(&lake::durable::fail_point)?;
    Ok(kept)
}
