//! What an id rests on, on a page of its own.

use std::sync::Arc;

use api::explain::Explanation;
use api::{ApiError, Facade};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::{Shell, drawn};
use crate::error::PageError;
use crate::{messages as m, parts, show};

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePage {
    shell: Shell,
    explained: Explanation,
}

/// `GET /evidence/{id}`; what has a page of its own is shown there.
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    if !id
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    {
        return Err(ApiError::not_an_id(id).into());
    }
    let own_page = show::href(&id);
    if !own_page.starts_with("/evidence/") {
        return Ok(Redirect::to(&own_page).into_response());
    }
    drawn(facade, move |facade| {
        Ok(EvidencePage {
            shell: Shell::new(m::EVIDENCE, ""),
            explained: facade.explain(&id)?,
        })
    })
    .await
}
