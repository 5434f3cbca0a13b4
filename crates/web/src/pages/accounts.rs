//! The list of accounts, and the search for one.

use std::sync::Arc;

use api::Facade;
use api::accounts::{AccountFilter, AccountList, Page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{Shell, drawn};
use crate::error::PageError;
use crate::{messages as m, parts, show};

/// What is asked of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// Words to look for.
    q: String,
    /// How many to leave out.
    from: usize,
}

#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage {
    shell: Shell,
    list: AccountList,
    previous: Option<usize>,
    next: Option<usize>,
}

/// Accounts on one page.
const PER_PAGE: usize = 50;

/// `GET /accounts?q=&from=`
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let filter = AccountFilter {
            text: asked.q.clone(),
            side: None,
        };
        let offset = asked.from.min(10_000_000);
        let list = facade.accounts(
            &filter,
            Page {
                offset,
                limit: PER_PAGE,
            },
        )?;
        let end = offset + list.accounts.len();
        let has_more = i64::try_from(end).unwrap_or(i64::MAX) < list.total;
        Ok(AccountsPage {
            shell: Shell {
                asked: asked.q,
                ..Shell::new(m::NAV_ACCOUNTS, "accounts")
            },
            previous: (offset > 0).then(|| offset.saturating_sub(PER_PAGE)),
            next: has_more.then_some(end),
            list,
        })
    })
    .await
}
