//! What was read, what is known, what is wrong: for the home page and the doctor.
//!
//! Reads   counts of all published tables, `decision`, `file`, `issue`

use model::tables::base::{FileRow, IssueRow};
use model::tables::decided::Decision;
use model::{Day, FileId};
use serde::Serialize;
use store::published::Param;

use crate::explain::{FileView, IssueLine};
use crate::heads::{AccountHead, DecisionHead, FileHead};
use crate::personas::KindView;
use crate::{ApiError, Facade, accounts::Page};

/// What is known, in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// The last day records arrived.
    pub records_until: Option<Day>,
    /// Companies that are not ours.
    pub n_accounts: i64,
    /// People of theirs.
    pub n_people: i64,
    /// Decisions, without terms of use.
    pub n_decisions: i64,
    /// Claims.
    pub n_claims: i64,
    /// Roles established.
    pub n_established: i64,
    /// Roles named and not established.
    pub n_not_established: i64,
    /// Roles a system declares and the words deny.
    pub n_contradicted: i64,
    /// Roles that passed from one person to another.
    pub n_successions: i64,
    /// Meetings with words.
    pub n_meetings: i64,
    /// Files taken.
    pub n_files: i64,
    /// Files refused.
    pub n_refused: i64,
    /// Rows set aside.
    pub n_set_aside: i64,
    /// Personas by kind.
    pub personas: Vec<KindView>,
    /// Open renewals that come next.
    pub due: Vec<Due>,
    /// Remarks by code, the most frequent first.
    pub issues: Vec<(String, i64)>,
}

/// A renewal that comes.
#[derive(Clone, Debug, Serialize)]
pub struct Due {
    /// The account.
    pub account: AccountHead,
    /// The decision.
    pub decision: DecisionHead,
    /// Roles established in it.
    pub n_established: i64,
    /// Required roles that are filled.
    pub n_filled: i64,
    /// Required roles.
    pub n_required: i64,
}

/// Open renewals that the overview names.
const MOST_DUE: usize = 8;

impl Facade {
    /// What is known, in numbers, and what comes next.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn overview(&self) -> Result<Overview, ApiError> {
        let count = |sql: &str| self.published.count(sql, &[]);
        let state = |code: &str| {
            let sql = "SELECT count(*) FROM role_holding WHERE state = ?1";
            self.published.count(sql, &[Param::Text(code)])
        };
        let taken = "SELECT count(*) FROM file WHERE format <> 'refused'";
        let refused = "SELECT count(*) FROM file WHERE format = 'refused'";
        Ok(Overview {
            records_until: self.records_until()?,
            n_accounts: count("SELECT count(*) FROM account WHERE side <> 'ours'")?,
            n_people: count("SELECT count(*) FROM person WHERE side <> 'ours'")?,
            n_decisions: count("SELECT count(*) FROM decision WHERE kind <> 'use'")?,
            n_claims: count("SELECT count(*) FROM claim")?,
            n_established: state("established")?,
            n_not_established: state("not_established")?,
            n_contradicted: state("contradicted")?,
            n_successions: count("SELECT count(*) FROM succession")?,
            n_meetings: count("SELECT count(*) FROM meeting")?,
            n_files: count(taken)?,
            n_refused: count(refused)?,
            n_set_aside: count("SELECT coalesce(sum(n_bad_rows), 0) FROM file")?,
            personas: self.personas(None)?,
            due: self.due(MOST_DUE)?,
            issues: self.published.tallies(
                "SELECT code, count(*) n FROM issue GROUP BY code ORDER BY n DESC, code",
                &[],
            )?,
        })
    }

    /// Open renewals, those that end after the last record first.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn due(&self, limit: usize) -> Result<Vec<Due>, ApiError> {
        let until = self.records_until()?.map_or(0, |day| i64::from(day.0));
        let rows: Vec<Decision> = self.published.rows(
            &format!(
                "WHERE outcome = 'open' AND kind = 'renewal' AND closes IS NOT NULL \
                 ORDER BY closes < ?1, closes, decision_id LIMIT {limit}"
            ),
            &[Param::Int(until)],
        )?;
        let mut due = Vec::new();
        for row in rows {
            let key = [Param::Id(row.decision_id.0)];
            let count = |sql: &str| self.published.count(sql, &key);
            if let Some(account) = self.account_head(row.account_id)? {
                due.push(Due {
                    account,
                    decision: DecisionHead::from(&row),
                    n_established: count(
                        "SELECT count(*) FROM role_holding \
                         WHERE decision_id = ?1 AND state = 'established'",
                    )?,
                    n_filled: count(
                        "SELECT count(*) FROM required_role \
                         WHERE decision_id = ?1 AND coverage = 'filled'",
                    )?,
                    n_required: count("SELECT count(*) FROM required_role WHERE decision_id = ?1")?,
                });
            }
        }
        Ok(due)
    }

    /// Every file that was read, refused ones first, without their remarks.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn files(&self) -> Result<Vec<FileView>, ApiError> {
        let rows: Vec<FileRow> = self.published.rows(
            "ORDER BY format <> 'refused', n_bad_rows = 0, path, import_seq",
            &[],
        )?;
        Ok(rows.into_iter().map(crate::explain::file_view).collect())
    }

    /// Remarks about rows and files, by file and line; with a code only those.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn issues(&self, code: Option<&str>, page: Page) -> Result<Vec<IssueLine>, ApiError> {
        let rows: Vec<IssueRow> = self.published.rows(
            &format!(
                "WHERE ?1 = '' OR code = ?1 ORDER BY code, file_id, line, \"column\" \
                 LIMIT {} OFFSET {}",
                page.limit, page.offset
            ),
            &[Param::Text(code.unwrap_or_default())],
        )?;
        let mut paths = std::collections::BTreeMap::new();
        let mut issues = Vec::new();
        for row in rows {
            let file = self.path_of(row.file_id, &mut paths)?;
            issues.push(crate::explain::issue_line(row, file));
        }
        Ok(issues)
    }

    fn path_of(
        &self,
        id: FileId,
        known: &mut std::collections::BTreeMap<FileId, Option<FileHead>>,
    ) -> Result<Option<FileHead>, ApiError> {
        if let Some(head) = known.get(&id) {
            return Ok(head.clone());
        }
        let head = self.file_head(id)?;
        known.insert(id, head.clone());
        Ok(head)
    }
}
