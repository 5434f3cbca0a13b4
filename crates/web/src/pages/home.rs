//! Home: what is known, what comes next, what is wrong.

use std::sync::Arc;

use api::Facade;
use api::overview::Overview;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Shell, drawn};
use crate::error::PageError;
use crate::{messages as m, parts, show};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    shell: Shell,
    overview: Overview,
}

/// `GET /`
pub(crate) async fn page(State(facade): State<Arc<Facade>>) -> Result<Response, PageError> {
    drawn(facade, |facade| {
        Ok(HomePage {
            shell: Shell::new(m::HOME_TITLE, "home"),
            overview: facade.overview()?,
        })
    })
    .await
}
