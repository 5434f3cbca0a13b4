//! Peak resident memory, as the operating system counts it.
//!
//! Reads   `/proc/self/status`
//! Writes  `/proc/self/clear_refs`, which starts the count anew

/// Peak resident memory since the count was last started, in bytes; `None` where it cannot be read.
pub(crate) fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Starts the count anew; where that is not allowed, peaks grow only.
pub(crate) fn restart() {
    drop(std::fs::write("/proc/self/clear_refs", "5"));
}
