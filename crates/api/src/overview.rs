//! What was read, what is known, what is wrong: for the home page and the doctor.
//!
//! Reads   counts of all published tables, `decision`

use model::Day;
use model::tables::decided::Decision;
use serde::Serialize;
use store::published::Param;

use crate::counts::Totals;
use crate::heads::{AccountHead, DecisionHead};
use crate::personas::KindView;
use crate::{ApiError, Facade};

/// What is known, in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// The last day records arrived.
    pub records_until: Option<Day>,
    /// The day the answers are for.
    pub as_of: Day,
    /// What is known, in numbers.
    #[serde(flatten)]
    pub totals: Totals,
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
    /// Open renewals whose day is past, the latest first.
    pub overdue: Vec<Due>,
    /// How many of them there are.
    pub n_overdue: i64,
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

/// A renewal nobody has decided yet, with a day.
const OPEN_RENEWAL: &str = "outcome = 'open' AND kind = 'renewal' AND closes IS NOT NULL";

impl Facade {
    /// What is known, in numbers, and what comes next.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn overview(&self) -> Result<Overview, ApiError> {
        let count = |sql: &str| self.published.count(sql, &[]);
        let taken = "SELECT count(*) FROM file WHERE format <> 'refused'";
        let refused = "SELECT count(*) FROM file WHERE format = 'refused'";
        Ok(Overview {
            records_until: self.records_until()?,
            as_of: self.as_of(),
            totals: self.totals()?,
            n_meetings: count("SELECT count(*) FROM meeting")?,
            n_files: count(taken)?,
            n_refused: count(refused)?,
            n_set_aside: count("SELECT coalesce(sum(n_bad_rows), 0) FROM file")?,
            personas: self.personas(None)?,
            due: self.renewals(">= ?1 ORDER BY closes", MOST_DUE)?,
            overdue: self.renewals("< ?1 ORDER BY closes DESC", MOST_DUE)?,
            n_overdue: self.n_overdue()?,
            issues: self.published.tallies(
                "SELECT code, count(*) n FROM issue GROUP BY code ORDER BY n DESC, code",
                &[],
            )?,
        })
    }

    /// Open renewals whose day stands so to the day the answers are for.
    fn renewals(&self, closes: &str, limit: usize) -> Result<Vec<Due>, ApiError> {
        let rows: Vec<Decision> = self.published.rows(
            &format!("WHERE {OPEN_RENEWAL} AND closes {closes}, decision_id LIMIT {limit}"),
            &[Param::Int(i64::from(self.as_of().0))],
        )?;
        let mut due = Vec::new();
        for row in rows {
            let key = [Param::Id(row.decision_id.0)];
            let count = |sql: &str| self.published.count(sql, &key);
            if let Some(account) = self.account_head(row.account_id)? {
                due.push(Due {
                    account,
                    decision: self.decision_on_day(&row),
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

    fn n_overdue(&self) -> Result<i64, ApiError> {
        let sql = format!("SELECT count(*) FROM decision WHERE {OPEN_RENEWAL} AND closes < ?1");
        let today = Param::Int(i64::from(self.as_of().0));
        Ok(self.published.count(&sql, &[today])?)
    }
}
