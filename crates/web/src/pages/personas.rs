//! The three kinds of personas side by side.

use std::sync::Arc;

use api::personas::KindView;
use api::{Facade, words as w};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Shell, drawn};
use crate::error::PageError;
use crate::{messages as m, parts, show};

#[derive(Template)]
#[template(path = "personas.html")]
struct PersonasPage {
    shell: Shell,
    kinds: Vec<KindView>,
}

/// `GET /personas`
pub(crate) async fn page(State(facade): State<Arc<Facade>>) -> Result<Response, PageError> {
    drawn(facade, |facade| {
        Ok(PersonasPage {
            shell: Shell::new(m::PERSONAS, "personas"),
            kinds: facade.personas(None)?,
        })
    })
    .await
}
