//! Reading needs no permission to write, and waits for no writer.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Desk, Said, said};

/// What only reads; `ID` stands for the id of an account.
const READERS: &[&[&str]] = &[
    &["accounts"],
    &["who", "ID"],
    &["persona", "list"],
    &["explain", "ID"],
    &["digest"],
    &["doctor"],
    &["build", "--plan"],
];

fn account_id(desk: &Desk) -> String {
    let accounts = desk.json(&["accounts"]);
    accounts["accounts"][0]["account_id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Files and folders below `root`, itself included.
fn below(root: &Path) -> Vec<PathBuf> {
    let mut found = vec![root.to_owned()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            found.extend(entries.map(|entry| entry.unwrap().path()));
        }
        next += 1;
    }
    found
}

#[test]
fn a_workspace_under_a_writers_lock_is_read_and_not_written() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let id = account_id(&desk);
    let lock = std::fs::File::create(desk.path("w/lock")).unwrap();
    lock.try_lock().unwrap();
    for reader in READERS {
        let args: Vec<&str> = reader
            .iter()
            .map(|arg| if *arg == "ID" { &id } else { *arg })
            .collect();
        desk.run(&args);
    }
    assert_eq!(desk.try_run(&["build"]).code, Some(7));
}

#[cfg(unix)]
mod without_permission {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    use super::super::serve::Served;

    fn set_mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Takes the permission to write from everything in the workspace, or gives it back.
    fn set_writable(desk: &Desk, is_writable: bool) {
        for path in below(&desk.path("w")) {
            let mode = match (path.is_dir(), is_writable) {
                (true, false) => 0o555,
                (false, false) => 0o444,
                (true, true) => 0o755,
                (false, true) => 0o644,
            };
            set_mode(&path, mode);
        }
    }

    /// The binary where anybody may run it.
    fn binary(desk: &Desk) -> PathBuf {
        let copy = desk.path("prosopon");
        if !copy.exists() {
            std::fs::copy(env!("CARGO_BIN_EXE_prosopon"), &copy).unwrap();
            set_mode(&copy, 0o755);
        }
        copy
    }

    /// A call by somebody whom permissions bind: they do not bind the superuser.
    fn bound(desk: &Desk, args: &[&str]) -> Command {
        const NOBODY: u32 = 65_534;
        let mut command = Command::new(binary(desk));
        command
            .current_dir(desk.folder.path())
            .env("PROSOPON_WORKSPACE", desk.path("w"))
            .args(args);
        if std::fs::metadata(desk.path("w")).unwrap().uid() == 0 {
            set_mode(desk.folder.path(), 0o755);
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    fn run_bound(desk: &Desk, args: &[&str]) -> Said {
        said(&bound(desk, args).output().unwrap())
    }

    fn read_all(desk: &Desk, id: &str) {
        let before = below(&desk.path("w"));
        for reader in READERS {
            let args: Vec<&str> = reader
                .iter()
                .map(|arg| if *arg == "ID" { id } else { *arg })
                .collect();
            let said = run_bound(desk, &args);
            assert_eq!(said.code, Some(0), "{args:?}: {}", said.err);
        }
        let served = Served::by(bound(desk, &["serve", "--address", "127.0.0.1:0"]));
        assert!(served.get("/accounts").starts_with("HTTP/1.1 200"));
        drop(served);
        assert_eq!(below(&desk.path("w")), before);
        let refused = run_bound(desk, &["build"]);
        assert_eq!(refused.code, Some(1), "{}", refused.err);
        assert!(refused.err.contains("cannot create"), "{}", refused.err);
    }

    #[test]
    fn a_workspace_that_cannot_be_written_is_read() {
        let desk = Desk::with_sample("2");
        desk.build(&["--without-personas"]);
        let id = account_id(&desk);
        set_writable(&desk, false);
        read_all(&desk, &id);
        set_writable(&desk, true);
    }

    #[test]
    fn so_is_one_whose_writer_was_stopped() {
        let desk = Desk::with_sample("2");
        desk.build(&["--without-personas"]);
        let id = account_id(&desk);
        // A writer that is stopped leaves its log and the index of it.
        let control = rusqlite::Connection::open(desk.path("w/prosopon.db")).unwrap();
        control
            .execute_batch("INSERT INTO journal (at, what, subject, body) VALUES (1, 'x', '', '')")
            .unwrap();
        for part in ["prosopon.db", "prosopon.db-wal", "prosopon.db-shm"] {
            std::fs::copy(desk.path("w").join(part), desk.path(part)).unwrap();
        }
        drop(control);
        for part in ["prosopon.db", "prosopon.db-wal", "prosopon.db-shm"] {
            std::fs::copy(desk.path(part), desk.path("w").join(part)).unwrap();
        }
        set_writable(&desk, false);
        read_all(&desk, &id);
        set_writable(&desk, true);
    }
}
