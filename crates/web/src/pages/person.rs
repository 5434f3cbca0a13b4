//! One person: where they worked, what they decide, which records are theirs.

use std::sync::Arc;

use api::explain::PersonView;
use api::{ApiError, Facade, words as w};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use model::PersonId;

use super::{Shell, drawn};
use crate::error::PageError;
use crate::{messages as m, parts, show};

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    shell: Shell,
    view: PersonView,
}

/// `GET /people/{id}`
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let id = PersonId::parse(&id).ok_or_else(|| ApiError::not_an_id(&id))?;
        let view = facade.person(id)?;
        Ok(PersonPage {
            shell: Shell::new(&view.person.name, "accounts"),
            view,
        })
    })
    .await
}
