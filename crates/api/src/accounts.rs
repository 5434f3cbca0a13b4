//! Accounts: the list, and the one a piece of text means.
//!
//! Reads   `account`, `decision`, `search`

use std::collections::BTreeSet;

use model::tables::decided::Decision;
use model::tables::resolved::Account;
use model::{AccountId, Side};
use serde::Serialize;
use store::published::Param;

use crate::counts::Counts;
use crate::heads::{AccountHead, DecisionHead};
use crate::{ApiError, Facade};

/// Which accounts to list.
#[derive(Clone, Debug, Default)]
pub struct AccountFilter {
    /// Words its name or domain begins with; empty for all.
    pub text: String,
    /// Whose company it is; nothing lists every side but ours.
    pub side: Option<Side>,
}

/// Which part of a list.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// How many to leave out.
    pub offset: usize,
    /// At most how many to give.
    pub limit: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            offset: 0,
            limit: 50,
        }
    }
}

/// An account with how much is known of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AccountLine {
    /// The account.
    #[serde(flatten)]
    pub head: AccountHead,
    /// Industry as a source states it.
    pub industry: Option<String>,
    /// Number of employees.
    pub n_employees: Option<i64>,
    /// Country.
    pub country: Option<String>,
    /// Whose company it is.
    pub side: Side,
    /// What is known of it, in numbers.
    #[serde(flatten)]
    pub counts: Counts,
    /// The decision that comes next, else the one that is overdue, where one is open.
    pub next: Option<DecisionHead>,
}

/// A page of accounts.
#[derive(Clone, Debug, Serialize)]
pub struct AccountList {
    /// How many match in all.
    pub total: i64,
    /// How many were left out before the first.
    pub offset: usize,
    /// The accounts.
    pub accounts: Vec<AccountLine>,
}

/// What a piece of text means.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum Lookup {
    /// Exactly one account.
    One {
        /// The account.
        account: Box<AccountLine>,
    },
    /// Several; the reader chooses.
    Several {
        /// The candidates, best first.
        candidates: Vec<AccountLine>,
    },
    /// None.
    Nothing,
}

/// The condition that a full-text query finds the account.
const MATCHING: &str = " AND 'acc_' || lower(hex(account_id)) IN \
    (SELECT id FROM search WHERE search MATCH ?2)";

/// Most candidates that are named when a text is ambiguous.
const MOST_CANDIDATES: usize = 10;

impl Facade {
    /// Accounts by name, with how much is known of each.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn accounts(&self, filter: &AccountFilter, page: Page) -> Result<AccountList, ApiError> {
        let side = filter.side.map_or("", Side::code);
        let query = search_query(&filter.text);
        let mut condition = "WHERE (?1 = '' AND side <> 'ours' OR side = ?1)".to_owned();
        let mut params = vec![Param::Text(side)];
        if !query.is_empty() {
            condition.push_str(MATCHING);
            params.push(Param::Text(&query));
        }
        let total = format!("SELECT count(*) FROM account {condition}");
        let total = self.published.count(&total, &params)?;
        let Page { limit, offset } = page;
        let order = "ORDER BY name COLLATE NOCASE, account_id";
        let paged = format!("{condition} {order} LIMIT {limit} OFFSET {offset}");
        let rows: Vec<Account> = self.published.rows(&paged, &params)?;
        Ok(AccountList {
            total,
            offset,
            accounts: self.account_lines(&rows)?,
        })
    }

    /// The account that `text` means: an id, an exact name, a domain, a unique
    /// beginning, or whatever the search finds.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn find_account(&self, text: &str) -> Result<Lookup, ApiError> {
        let text = text.trim();
        if let Some(id) = AccountId::parse(text) {
            let row = self.account_row(id)?;
            return self.lookup(row.into_iter().collect());
        }
        let by_name = "WHERE name = ?1 COLLATE NOCASE ORDER BY side = 'ours', account_id";
        let exact: Vec<Account> = self.published.rows(by_name, &[Param::Text(text)])?;
        if !exact.is_empty() {
            return self.lookup(exact);
        }
        let lower = text.to_lowercase();
        let by_domain = "WHERE domain = ?1 ORDER BY account_id";
        let exact: Vec<Account> = self.published.rows(by_domain, &[Param::Text(&lower)])?;
        if !exact.is_empty() {
            return self.lookup(exact);
        }
        let found = self.searched_accounts(text)?;
        let begins = |row: &&Account| row.name.to_lowercase().starts_with(&lower);
        let beginning: Vec<Account> = found.iter().filter(begins).cloned().collect();
        self.lookup(if beginning.is_empty() {
            found
        } else {
            beginning
        })
    }

    pub(crate) fn account_line(&self, row: &Account) -> Result<AccountLine, ApiError> {
        let today = Param::Int(i64::from(self.as_of().0));
        let key = [Param::Id(row.account_id.0), today];
        // Of those to come the first, then those without a day, then of those overdue the last.
        let open = "WHERE account_id = ?1 AND outcome = 'open' AND kind <> 'use' \
                    ORDER BY coalesce(closes < ?2, 0), closes IS NULL, \
                    CASE WHEN closes < ?2 THEN -closes ELSE closes END, decision_id";
        let next: Option<Decision> = self.published.row(open, &key)?;
        Ok(AccountLine {
            head: row.into(),
            industry: row.industry.clone(),
            n_employees: row.n_employees,
            country: row.country.clone(),
            side: row.side,
            counts: self.counts_of(row.account_id)?,
            next: next.map(|row| self.decision_on_day(&row)),
        })
    }

    fn account_lines(&self, rows: &[Account]) -> Result<Vec<AccountLine>, ApiError> {
        rows.iter().map(|row| self.account_line(row)).collect()
    }

    fn searched_accounts(&self, text: &str) -> Result<Vec<Account>, ApiError> {
        // Other kinds of things match too, so more are asked for than are named.
        let hits = self.published.search(text, 20 * MOST_CANDIDATES)?;
        let mut seen = BTreeSet::new();
        let ids = hits.iter().filter_map(|(id, _)| AccountId::parse(id));
        let new = ids.filter(|id| seen.insert(*id)).take(MOST_CANDIDATES);
        let rows = new.map(|id| self.account_row(id));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn lookup(&self, rows: Vec<Account>) -> Result<Lookup, ApiError> {
        let rows: Vec<Account> = rows.into_iter().take(MOST_CANDIDATES).collect();
        match rows.as_slice() {
            [] => Ok(Lookup::Nothing),
            [only] => Ok(Lookup::One {
                account: Box::new(self.account_line(only)?),
            }),
            several => Ok(Lookup::Several {
                candidates: self.account_lines(several)?,
            }),
        }
    }
}

/// The words of `text` as a full-text query; each matches by its beginning.
fn search_query(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let quoted: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
    match quoted.is_empty() {
        true => String::new(),
        // The name alone: what else is indexed would find accounts by industry.
        false => format!("title : ({})", quoted.join(" AND ")),
    }
}
