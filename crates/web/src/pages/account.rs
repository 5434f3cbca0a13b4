//! One account: the cast over time, stakeholder changes, people merely named.

use std::sync::Arc;

use api::evidence::ClaimView;
use api::explain::AccountView;
use api::who::{Who, WhoQuestion};
use api::{ApiError, Facade, words as w};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use model::{AccountId, Day, Method};
use serde::Deserialize;

use super::{Shell, drawn};
use crate::cast::CastPicture;
use crate::error::PageError;
use crate::parts::Drawer;
use crate::{messages as m, parts, show};

/// What is asked of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// A day `YYYY-MM-DD`.
    as_of: String,
    /// The id whose evidence stands beside the page.
    show: String,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    shell: Shell,
    view: AccountView,
    said: Vec<ClaimView>,
    looked: Vec<ClaimView>,
    who: Who,
    picture: CastPicture,
    as_of: String,
    drawer: Option<Drawer>,
}

impl AccountPage {
    /// This page with the evidence of an id beside it.
    fn with(&self, id: impl ToString) -> String {
        let (own, id) = (show::href(self.who.account.account_id), id.to_string());
        match self.as_of.as_str() {
            "" => format!("{own}?show={id}#{id}"),
            as_of => format!("{own}?as_of={as_of}&show={id}#{id}"),
        }
    }

    /// The id whose evidence is beside the page.
    fn open(&self) -> &str {
        self.drawer.as_ref().map_or("", |drawer| drawer.id.as_str())
    }
}

/// `GET /accounts/{id}?as_of=&show=`
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let account_id = AccountId::parse(&id).ok_or_else(|| ApiError::not_an_id(&id))?;
        let day = Day::parse_iso(&asked.as_of);
        let who = facade.who(&WhoQuestion {
            account_id,
            decision_id: None,
            as_of: day,
        })?;
        let mut view = facade.account_by(account_id, day)?;
        let is_said = |claim: &ClaimView| claim.method != Method::Looked;
        let (said, looked) = view.claims.drain(..).partition(is_said);
        let as_of = day.map_or_else(String::new, |day| day.to_string());
        let close = match as_of.as_str() {
            "" => show::href(account_id),
            as_of => format!("{}?as_of={as_of}", show::href(account_id)),
        };
        Ok(AccountPage {
            shell: Shell::new(&who.account.name, "accounts"),
            said,
            looked,
            view,
            picture: CastPicture::new(&who),
            drawer: drawer(facade, asked.show, close)?,
            as_of,
            who,
        })
    })
    .await
}

/// The evidence beside a page; an id that leads nowhere shows none.
pub(crate) fn drawer(
    facade: &Facade,
    id: String,
    close: String,
) -> Result<Option<Drawer>, PageError> {
    if id.is_empty() {
        return Ok(None);
    }
    match facade.explain(&id) {
        Ok(explained) => Ok(Some(Drawer {
            id,
            explained,
            close,
        })),
        Err(error) if error.is_about_the_id() => Ok(None),
        Err(error) => Err(error.into()),
    }
}
