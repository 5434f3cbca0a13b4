//! One persona: its mask, its nine components, its members.

use std::sync::Arc;

use api::personas::PersonaCard;
use api::{ApiError, Facade, words as w};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use model::PersonaId;
use serde::Deserialize;

use super::account::drawer;
use super::{Shell, drawn};
use crate::error::PageError;
use crate::parts::Drawer;
use crate::{messages as m, parts, show};

/// What is asked of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// The id whose evidence stands beside the page.
    show: String,
}

#[derive(Template)]
#[template(path = "persona.html")]
struct PersonaPage {
    shell: Shell,
    card: PersonaCard,
    drawer: Option<Drawer>,
}

impl PersonaPage {
    /// This page with the evidence of an id beside it.
    fn with(&self, id: impl ToString) -> String {
        let id = id.to_string();
        let own = show::href(self.card.persona.persona_id);
        format!("{own}?show={id}#{id}")
    }
}

/// `GET /personas/{id}?show=`
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let id = PersonaId::parse(&id).ok_or_else(|| ApiError::not_an_id(&id))?;
        let card = facade.persona(id)?;
        Ok(PersonaPage {
            shell: Shell::new(&card.persona.name, "personas"),
            drawer: drawer(facade, asked.show, show::href(id))?,
            card,
        })
    })
    .await
}
