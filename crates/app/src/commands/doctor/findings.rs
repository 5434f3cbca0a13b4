//! What is wrong with a workspace, each with what to do about it.
//!
//! Reads   settings, the state in force, base and published tables

use anyhow::Result;
use api::Facade;
use lake::Lake;
use model::tables::base::{FileRow, IssueRow};
use model::tables::placed;
use serde::Serialize;
use std::collections::BTreeMap;

use crate::workspace::Workspace;

/// Files that are named of those with one reason.
const SHOWN: usize = 3;

/// Something wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Finding {
    /// A stable code.
    pub(super) code: &'static str,
    /// What is wrong.
    pub(super) what: String,
    /// What to do.
    pub(super) remedy: String,
}

fn finding(code: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Finding {
    Finding {
        code,
        what: what.into(),
        remedy: remedy.into(),
    }
}

/// Everything wrong, the worst first.
pub(super) fn findings(workspace: &Workspace) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    let state = &workspace.state;
    if state.n_imports == 0 {
        found.push(finding(
            "nothing_imported",
            "Nothing was imported yet.",
            "prosopon import PATH",
        ));
        return Ok(found);
    }
    if state.published.is_none() {
        found.push(finding(
            "not_built",
            "Nothing is built yet.",
            "prosopon build",
        ));
    } else if state.n_imports_built < state.n_imports {
        let n = state.n_imports - state.n_imports_built;
        found.push(finding(
            "build_stale",
            format!("{n} imports came after the last build."),
            "prosopon build",
        ));
    }
    if workspace.config.ours.domains.is_empty() {
        found.push(finding(
            "ours_not_known",
            "It is not known which mail domains are ours, so sellers may be taken for buyers.",
            "prosopon init --own-domain ours.example, or edit prosopon.toml; then import again",
        ));
    }
    let lake = workspace.lake();
    found.extend(unplaced(&lake)?);
    if let Ok(path) = workspace.published_path() {
        found.extend(thin(&Facade::open(&path)?)?);
    }
    found.extend(file_findings(&lake)?);
    Ok(found)
}

/// Files refused, and rows set aside by their code.
fn file_findings(lake: &Lake) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    let files: BTreeMap<_, _> = lake
        .rows::<FileRow>()?
        .into_iter()
        .map(|file| (file.file_id, file))
        .collect();
    found.extend(refused_findings(files.values()));
    let mut by_kind: BTreeMap<(String, String), (usize, IssueRow)> = BTreeMap::new();
    for issue in lake
        .rows::<IssueRow>()?
        .into_iter()
        .filter(|it| it.line > 0 || !it.code.starts_with("file_"))
    {
        let path = files
            .get(&issue.file_id)
            .map_or("", |file| file.path.as_str());
        let kind = (path.to_owned(), issue.code.clone());
        by_kind.entry(kind).or_insert((0, issue)).0 += 1;
    }
    for ((path, code), (n, first)) in by_kind {
        let what = if first.is_set_aside {
            "rows were set aside"
        } else {
            "rows have a remark"
        };
        found.push(finding(
            "rows_remarked",
            format!(
                "`{path}`: {n} {what} ({code}), the first in line {} {}: found {}.",
                first.line, first.column, first.found
            ),
            first.expected,
        ));
    }
    Ok(found)
}

/// Refused files, those with one reason together.
fn refused_findings<'a>(files: impl Iterator<Item = &'a FileRow>) -> Vec<Finding> {
    let mut by_reason: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files.filter(|file| file.format == "refused") {
        by_reason
            .entry(&file.recognised_by)
            .or_default()
            .push(&file.path);
    }
    let of_reason = |(reason, paths): (&str, Vec<&str>)| {
        let shown = paths.iter().take(SHOWN).copied().collect::<Vec<_>>();
        let more = match paths.len().saturating_sub(SHOWN) {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        finding(
            "file_refused",
            format!(
                "{} files were refused for one reason: {}{more}.",
                paths.len(),
                shown.join(", ")
            ),
            reason,
        )
    };
    by_reason.into_iter().map(of_reason).collect()
}

/// Rows that no account could be found for.
fn unplaced(lake: &Lake) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    for (table, words) in [
        (placed::DEAL_PLACED, "deals"),
        (placed::CONTRACT_PLACED, "contracts"),
        (placed::ACTIVITY_PLACED, "notes, mails and tickets"),
        (placed::MEETING_PLACED, "meetings"),
    ] {
        let (mut n, mut n_unplaced) = (0, 0);
        lake.for_each(table, |batch| {
            n += batch.num_rows();
            if let Some(column) = batch.column_by_name("account_id") {
                n_unplaced += column.null_count();
            }
            Ok(())
        })?;
        if n_unplaced > 0 {
            found.push(finding(
                "rows_unplaced",
                format!("{n_unplaced} of {n} {words} belong to no known account."),
                "import the accounts they point at, or name the account in the file",
            ));
        }
    }
    Ok(found)
}

/// What is known, where it is little.
fn thin(facade: &Facade) -> Result<Vec<Finding>> {
    let counts = facade.totals()?.counts;
    let mut found = Vec::new();
    if counts.n_decisions > 0 && counts.n_established == 0 {
        found.push(finding(
            "no_role_established",
            format!(
                "In {} decisions nobody's part is established.",
                counts.n_decisions
            ),
            "call transcripts, signed contracts or contact roles would say who decides",
        ));
    }
    Ok(found)
}
