//! Checks on files that others wrote: `cargo run -p xtask -- real-input FOLDER`.
//!
//! Reads   the data sets below FOLDER that are there; the release binary
//! Writes  a line a check to stdout, workspaces in temporary folders
//!
//! The sets are named by folder. What is asked of each is what a user would
//! ask: it is taken as it is, answers come out, and they lead to a line.

mod formats;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// The binary and a workspace to use it on.
pub(crate) struct Desk {
    binary: PathBuf,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(binary: &Path) -> Result<Self> {
        Ok(Self {
            binary: binary.to_owned(),
            folder: tempfile::tempdir()?,
        })
    }

    fn text(&self, args: &[&str]) -> Result<String> {
        let output = Command::new(&self.binary)
            .args(args)
            .arg("--quiet")
            .env("PROSOPON_WORKSPACE", self.folder.path().join("w"))
            .output()
            .with_context(|| format!("cannot run `{}`", self.binary.display()))?;
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(
            output.status.success(),
            "`prosopon {}`: {err}",
            args.join(" ")
        );
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn json(&self, args: &[&str]) -> Result<Value> {
        let mut args = args.to_vec();
        args.push("--json");
        Ok(serde_json::from_str(&self.text(&args)?)?)
    }

    fn import(&self, folder: &Path) -> Result<Vec<Value>> {
        let path = folder.to_string_lossy();
        match self.json(&["import", &path])? {
            Value::Array(files) => Ok(files),
            other => bail!("import printed {other}"),
        }
    }
}

type Check = fn(&Desk, &Path) -> Result<String>;

const CHECKS: &[(&str, Check)] = &[
    ("crm_revops_toy", whole_way),
    ("crm_sfdx_replicated", contact_roles),
    ("crm_fivetran_seeds", taken_or_reasoned),
    ("transcript_formats_hitsave", formats::alike),
    ("interviews_founderstalk", all_taken),
    ("survey_cncf", all_taken),
    ("usage_retentioneering", all_taken),
];

/// Runs every check whose folder is there; fails when one fails.
pub(crate) fn run(data: &Path) -> Result<()> {
    let binary = release_binary()?;
    let mut out = anstream::stdout();
    let (mut n_passed, mut n_failed) = (0, 0);
    for (set, check) in CHECKS {
        let folder = data.join(set);
        if !folder.is_dir() {
            writeln!(out, "{set}: not there")?;
            continue;
        }
        match check(&Desk::new(&binary)?, &folder) {
            Ok(seen) => {
                n_passed += 1;
                writeln!(out, "{set}: passed. {seen}")?;
            }
            Err(error) => {
                n_failed += 1;
                writeln!(out, "{set}: FAILED. {error:#}")?;
            }
        }
    }
    writeln!(out, "real input: {n_passed} passed, {n_failed} failed")?;
    ensure!(n_failed == 0, "{n_failed} checks on real input failed");
    Ok(())
}

/// The release binary, built before.
pub(crate) fn release_binary() -> Result<PathBuf> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let binary = target.join("release/prosopon");
    ensure!(
        binary.exists(),
        "`{}` is not there; run `cargo build --release` first",
        binary.display()
    );
    Ok(binary)
}

fn n_of(files: &[Value], outcome: &str) -> usize {
    files
        .iter()
        .filter(|file| file["outcome"] == outcome)
        .count()
}

/// Everything that is no description of the set is taken.
fn all_taken(desk: &Desk, folder: &Path) -> Result<String> {
    let files = desk.import(folder)?;
    let is_data = |file: &&Value| {
        let path = file["path"].as_str().unwrap_or("").to_lowercase();
        !path.contains("readme") && !path.contains("license")
    };
    for file in files.iter().filter(is_data) {
        ensure!(
            file["outcome"] == "taken",
            "{} was not taken: {}",
            file["path"],
            file["reason"]
        );
    }
    let n_rows: i64 = files
        .iter()
        .filter_map(|file| file["n_rows"].as_i64())
        .sum();
    Ok(format!(
        "{} files taken, {n_rows} rows",
        n_of(&files, "taken")
    ))
}

/// Files in, answers out, every part of one account leads to a line.
fn whole_way(desk: &Desk, folder: &Path) -> Result<String> {
    let files = desk.import(folder)?;
    let n_transcripts = files
        .iter()
        .filter(|file| file["object"] == "meeting")
        .count();
    desk.text(&["build"])?;
    let accounts = desk.json(&["accounts", "--limit", "1000"])?;
    let lines = accounts["accounts"].as_array().context("no accounts")?;
    let richest = lines
        .iter()
        .max_by_key(|line| line["n_established"].as_i64())
        .context("no accounts")?;
    let id = richest["account_id"]
        .as_str()
        .context("an account without id")?;
    let who = desk.json(&["who", id])?;
    let decisions = who["decisions"].as_array().context("no decisions")?;
    let parts: Vec<&Value> = decisions
        .iter()
        .filter_map(|decision| decision["cast"].as_array())
        .flatten()
        .filter(|part| part["state"] == "established")
        .collect();
    ensure!(!parts.is_empty(), "nobody's part is established anywhere");
    for part in &parts {
        let text = desk.text(&["explain", part["holding_id"].as_str().unwrap_or("")])?;
        ensure!(text.contains(", line "), "a part leads to no line: {text}");
    }
    let n_renewals = decisions
        .iter()
        .filter(|it| it["kind"] == "renewal")
        .count();
    Ok(format!(
        "{} files taken, {n_transcripts} transcripts, {} accounts; {}: {} decisions, {n_renewals} renewals, {} parts \
         established, each with its line",
        n_of(&files, "taken"),
        lines.len(),
        richest["name"],
        decisions.len(),
        parts.len()
    ))
}

/// Contact roles come along.
fn contact_roles(desk: &Desk, folder: &Path) -> Result<String> {
    let files = desk.import(folder)?;
    desk.text(&["build"])?;
    let overview = desk.json(&["accounts", "--limit", "1000"])?;
    let roles = files.iter().find(|file| {
        let path = file["path"].as_str().unwrap_or("");
        path.ends_with("OpportunityContactRole.json")
    });
    let n_roles = roles.and_then(|file| file["n_rows"].as_i64()).unwrap_or(0);
    ensure!(n_roles > 0, "no contact role was read");
    Ok(format!(
        "{n_roles} contact roles, {} accounts",
        overview["total"]
    ))
}

/// Every file is taken, or refused with a reason.
fn taken_or_reasoned(desk: &Desk, folder: &Path) -> Result<String> {
    let files = desk.import(folder)?;
    for file in &files {
        let reason = file["reason"].as_str().unwrap_or("");
        ensure!(reason.len() > 10, "{} has no reason", file["path"]);
    }
    Ok(format!(
        "{} taken, {} refused with a reason",
        n_of(&files, "taken"),
        n_of(&files, "refused")
    ))
}
