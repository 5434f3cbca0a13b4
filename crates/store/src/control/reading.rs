//! The control database opened by somebody who only reads, and may not be allowed to write.
//!
//! Reads   `prosopon.db` and its log, where a writer has one open
//!
//! A reader takes no lock that a writer waits for and leaves nothing behind.
//! While there is a log, a writer is at work or was stopped: then SQLite reads
//! both. Without one the file is all there is; it is taken into memory whole,
//! because SQLite would put a log beside it, owned by whoever reads.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Control, MIGRATIONS, migrate};
use crate::error::StoreError;

/// How often a file is read again that changed while it was read.
const TRIES: usize = 20;
/// How long to wait before it is read again.
const PAUSE: Duration = Duration::from_millis(20);
/// Where the header of an SQLite file says how it is written and read.
const VERSIONS: std::ops::Range<usize> = 18..20;
/// What stands there for a file without a log.
const WITHOUT_LOG: u8 = 1;

impl Control {
    /// Opens the database at `path` for reading alone; whatever would write is refused.
    /// A file that is not there, or not yet made, reads as one without any run.
    ///
    /// # Errors
    /// [`StoreError::NewerFormat`] for a file of a newer program,
    /// [`StoreError::LogUnreadable`] for one that a stopped writer left behind
    /// where its log cannot be read.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return empty();
        }
        for _ in 0..TRIES {
            if has_log(path) {
                return shared(path);
            }
            if let Some(bytes) = whole(path)? {
                return in_memory(bytes);
            }
            std::thread::sleep(PAUSE);
        }
        shared(path)
    }
}

/// The file and its log, read beside whoever writes.
fn shared(path: &Path) -> Result<Control, StoreError> {
    let opened = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let read = opened.map_err(StoreError::from).and_then(|connection| {
        connection.busy_timeout(Duration::from_secs(10))?;
        checked(connection)
    });
    match read {
        Err(StoreError::Sqlite(cause)) if wants_to_write(&cause) => {
            Err(StoreError::LogUnreadable { path: log_of(path) })
        }
        other => other,
    }
}

/// The bytes of the file, unless somebody wrote meanwhile.
fn whole(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let refused = |cause| StoreError::File {
        path: path.to_owned(),
        cause,
    };
    let before = stamp(path).map_err(refused)?;
    let bytes = std::fs::read(path).map_err(refused)?;
    let is_whole = before == stamp(path).map_err(refused)? && !has_log(path);
    Ok(is_whole.then_some(bytes))
}

/// Length and time of the last change.
fn stamp(path: &Path) -> std::io::Result<(u64, SystemTime)> {
    let found = std::fs::metadata(path)?;
    Ok((found.len(), found.modified()?))
}

fn in_memory(mut bytes: Vec<u8>) -> Result<Control, StoreError> {
    if bytes.is_empty() {
        return empty();
    }
    if let Some(versions) = bytes.get_mut(VERSIONS) {
        versions.fill(WITHOUT_LOG);
    }
    let mut connection = Connection::open_in_memory()?;
    let n_bytes = bytes.len();
    connection.deserialize_read_exact("main", bytes.as_slice(), n_bytes, true)?;
    checked(connection)
}

/// What a workspace holds before its first writer came to an end.
fn empty() -> Result<Control, StoreError> {
    let mut connection = Connection::open_in_memory()?;
    migrate(&mut connection)?;
    Ok(Control { connection })
}

/// Reads the format, which is the first that is read of the file.
fn checked(connection: Connection) -> Result<Control, StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    match found {
        0 => empty(),
        found if found > known => Err(StoreError::NewerFormat { found, known }),
        _ => Ok(Control { connection }),
    }
}

fn wants_to_write(cause: &rusqlite::Error) -> bool {
    matches!(
        cause.sqlite_error_code(),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)
    )
}

fn has_log(path: &Path) -> bool {
    std::fs::metadata(log_of(path)).is_ok_and(|found| found.len() > 0)
}

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Run, RunKind};
    use model::Instant;
    use serde_json::json;

    fn run(run_id: &str) -> Run {
        Run {
            run_id: run_id.to_owned(),
            kind: RunKind::Build,
            started: Instant(1),
            finished: Instant(2),
            seed: 7,
            settings: json!({}),
            inputs: json!([]),
            steps: json!([]),
            manifest: json!({}),
        }
    }

    fn current(control: &Control) -> Option<String> {
        control.current_run().unwrap().map(|run| run.run_id)
    }

    #[test]
    fn a_file_that_is_not_there_reads_as_empty_and_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        assert_eq!(current(&Control::read(&path).unwrap()), None);
        assert!(!path.exists());
    }

    #[test]
    fn a_reader_sees_the_last_commit_while_a_writer_works_and_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        let mut writer = Control::open(&path).unwrap();
        writer.commit_run(&run("a")).unwrap();
        writer.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut reader = Control::read(&path).unwrap();
        assert_eq!(current(&reader).as_deref(), Some("a"));
        writer.connection.execute_batch("ROLLBACK").unwrap();
        let refused = reader.commit_run(&run("b")).unwrap_err();
        assert_eq!(refused.code(), "store_sqlite");
        writer.commit_run(&run("c")).unwrap();
        assert_eq!(current(&reader).as_deref(), Some("c"));
    }

    #[test]
    fn without_a_log_the_file_is_read_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        Control::open(&path).unwrap().commit_run(&run("a")).unwrap();
        assert!(!log_of(&path).exists(), "the last writer empties the log");
        let mut reader = Control::read(&path).unwrap();
        assert_eq!(current(&reader).as_deref(), Some("a"));
        assert!(reader.commit_run(&run("b")).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_only_the_log_holds_is_read_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        let mut writer = Control::open(&path).unwrap();
        writer.commit_run(&run("a")).unwrap();
        assert!(has_log(&path));
        assert_eq!(
            current(&Control::read(&path).unwrap()).as_deref(),
            Some("a")
        );
    }

    #[test]
    fn a_newer_format_is_refused_and_none_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("prosopon.db");
        let connection = Connection::open(&path).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        let refused = Control::read(&path).err().map(|error| error.code());
        assert_eq!(refused, Some("store_format_newer"));
        connection.pragma_update(None, "user_version", 0).unwrap();
        assert_eq!(current(&Control::read(&path).unwrap()), None);
    }
}
