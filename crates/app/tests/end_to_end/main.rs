//! The binary from end to end, as a user runs it.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

mod answers;
mod bad_input;
mod complete;
mod crash;
mod digests;
mod house;
mod keys;
mod mappings;
mod privacy;
mod reading;
#[cfg(unix)]
mod serve;
mod way;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with a workspace in it, removed when dropped.
struct Desk {
    folder: tempfile::TempDir,
}

/// What a call printed, and how it ended.
struct Said {
    out: String,
    err: String,
    code: Option<i32>,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prosopon"));
        command
            .current_dir(self.folder.path())
            .env("PROSOPON_WORKSPACE", self.path("w"))
            .env_remove("PROSOPON_FAIL_AT")
            .env("NO_COLOR", "1")
            .args(args);
        command
    }

    /// Runs and gives what was said, whatever the exit code.
    fn try_run(&self, args: &[&str]) -> Said {
        said(&self.command(args).output().unwrap())
    }

    /// Runs what must succeed, and gives its data.
    fn run(&self, args: &[&str]) -> String {
        let said = self.try_run(args);
        assert_eq!(said.code, Some(0), "{args:?}: {}", said.err);
        said.out
    }

    /// Runs what must succeed, and reads its JSON.
    fn json(&self, args: &[&str]) -> serde_json::Value {
        let mut args = args.to_vec();
        args.push("--json");
        serde_json::from_str(&self.run(&args)).unwrap()
    }

    /// A small made-up company, imported on a fixed day.
    fn with_sample(accounts: &str) -> Self {
        let desk = Self::new();
        desk.run(&[
            "generate",
            "--accounts",
            accounts,
            "--seed",
            "3",
            "--out",
            "sample",
        ]);
        desk.import(&desk.path("sample/exports"));
        desk
    }

    fn import(&self, path: &Path) -> serde_json::Value {
        let path = path.to_str().unwrap();
        self.json(&[
            "import",
            path,
            "--known-at",
            "2026-06-30T00:00:00Z",
            "--quiet",
        ])
    }

    fn build(&self, more: &[&str]) {
        let mut args = vec!["build", "--as-of", "2026-06-30", "--quiet"];
        args.extend(more);
        self.run(&args);
    }
}

fn said(output: &Output) -> Said {
    Said {
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        code: output.status.code(),
    }
}
