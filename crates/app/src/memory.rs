//! Peak resident memory and processor time, as the operating system counts them.
//!
//! Reads   `/proc/self/status`, `/proc/self/stat`
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

/// Processor time of the process so far, all threads together; `None` where it cannot be read.
pub(crate) fn cpu_ms() -> Option<u64> {
    // Ticks of a hundredth of a second, on every Linux.
    const MS_PER_TICK: u64 = 10;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let after_name = stat.rsplit_once(')')?.1;
    let mut fields = after_name.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some((user + system) * MS_PER_TICK)
}
