//! SQLite: the control database and the published results.
//!
//! [`Control`] is `prosopon.db`: what cannot be recomputed, and the one row
//! `current_run` by which everything becomes visible. [`Publisher`] writes
//! `published-<run>.db`, which [`Published`] reads: disposable, one file a run.

pub mod control;
pub mod error;
#[cfg(any(test, feature = "fixture"))]
pub mod fixture;
pub mod published;

pub use control::{
    Control, IdentityAct, IdentityEntry, KeptAnswer, Removal, RoleAnswer, Run, RunKind, Tombstones,
    identity_in_force,
};
pub use error::StoreError;
pub use published::{About, Published, Publisher};
