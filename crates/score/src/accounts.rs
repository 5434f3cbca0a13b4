//! Which records are one company.

use std::collections::BTreeMap;

use model::AccountId;
use model::tables::resolved::AccountAlias;
use serde::Serialize;
use store::Published;

use crate::matching::Matching;
use crate::rates::{Clustering, Rate};
use crate::scores::{Measured, ScoreError};
use crate::truth::{AccountRecord, Truth};

/// Which records are one company: by their own key, or by the people named in them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AccountScore {
    /// Account records of the truth that were found at all.
    pub found: Rate,
    /// Over the records that were found.
    pub clustering: Clustering,
}

pub(crate) fn score(
    truth: &Truth,
    published: &Published,
    matching: &Matching<'_>,
) -> Result<Measured<AccountScore>, ScoreError> {
    let is_there = "SELECT count(*) FROM sqlite_master WHERE name = 'account_alias'";
    if published.count(is_there, &[])? == 0 {
        return Ok(Measured::NotMeasured(
            "the keys of accounts are not published",
        ));
    }
    let aliases: Vec<AccountAlias> = published.rows("WHERE alias_kind = 'key'", &[])?;
    if aliases.is_empty() {
        return Ok(Measured::NotMeasured("no accounts are published"));
    }
    let by_key: BTreeMap<&str, AccountId> = aliases
        .iter()
        .map(|it| (it.alias.as_str(), it.account_id))
        .collect();
    let account = |it: &AccountRecord| {
        let by_place = || matching.accounts_at.get(&(it.file.as_str(), it.line));
        by_key.get(it.key.as_str()).or_else(by_place).copied()
    };
    let records = || truth.account_records.iter();
    let known = records().filter_map(|it| Some((it.account.as_str(), account(it)?)));
    Ok(Measured::Measured(AccountScore {
        found: Rate::count(records(), |it| account(it).is_some()),
        clustering: Clustering::compare(known),
    }))
}
