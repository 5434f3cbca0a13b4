//! How a long task is done: what it may use, who listens, who may stop it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use lake::{Lake, Limits, Threads};

use crate::progress::Progress;

/// Limits, listener and the flag that stops.
pub(crate) struct Effort<'a> {
    /// How much of the machine may be used.
    pub(crate) limits: Limits,
    /// Who listens.
    pub(crate) progress: &'a Progress,
    /// Set by whoever wants it to stop.
    pub(crate) is_cancelled: &'a AtomicBool,
}

impl Effort<'_> {
    /// Whether somebody wants it to stop.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// The thread executor of one run.
    pub(crate) fn threads<'b>(&'b self, lake_folder: &'b Path, run_id: &str) -> Threads<'b> {
        Threads {
            limits: self.limits.clone(),
            lake_folder,
            run_folder: Lake::run_folder(run_id),
            is_cancelled: self.is_cancelled,
        }
    }
}
