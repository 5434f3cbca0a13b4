//! The only place that reads the clock or draws an unseeded id.

use model::Instant;

/// Now.
pub(crate) fn now() -> Instant {
    Instant(jiff::Timestamp::now().as_microsecond())
}

/// A fresh id for a run; later runs sort after earlier ones.
pub(crate) fn run_id() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}
