//! One decision: its cast, its required roles, what else was said about it.

use std::sync::Arc;

use api::explain::DecisionView;
use api::who::Part;
use api::{ApiError, Facade, words as w};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use model::{Day, DecisionId};
use serde::Deserialize;

use super::account::drawer;
use super::{Shell, drawn};
use crate::error::PageError;
use crate::parts::Drawer;
use crate::{cast, messages as m, parts, show};

/// What is asked of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// The id whose evidence stands beside the page.
    show: String,
}

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage {
    shell: Shell,
    view: DecisionView,
    telling: Vec<Part>,
    others: Vec<Part>,
    today: Day,
    drawer: Option<Drawer>,
}

impl DecisionPage {
    /// This page with the evidence of an id beside it.
    fn with(&self, id: impl ToString) -> String {
        let id = id.to_string();
        let own = show::href(self.view.decision.head.decision_id);
        format!("{own}?show={id}#{id}")
    }

    /// The id whose evidence is beside the page.
    fn open(&self) -> &str {
        self.drawer.as_ref().map_or("", |drawer| drawer.id.as_str())
    }
}

/// `GET /decisions/{id}?show=`
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let id = DecisionId::parse(&id).ok_or_else(|| ApiError::not_an_id(&id))?;
        let view = facade.decision(id)?;
        let parts = view.decision.cast.iter().cloned();
        let (telling, others) = parts.partition(cast::is_telling);
        Ok(DecisionPage {
            shell: Shell::new(&view.decision.head.name, "accounts"),
            drawer: drawer(facade, asked.show, show::href(id))?,
            telling,
            others,
            today: facade.as_of(),
            view,
        })
    })
    .await
}
