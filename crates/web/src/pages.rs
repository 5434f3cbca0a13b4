//! One file a page: its handler, and the view its template prints.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod decision;
pub(crate) mod evidence;
pub(crate) mod files;
pub(crate) mod home;
pub(crate) mod person;
pub(crate) mod persona;
pub(crate) mod personas;

use std::sync::Arc;

use api::Facade;
use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};

use crate::error::PageError;

/// What the frame around every page needs.
pub(crate) struct Shell {
    /// The title of the page.
    pub(crate) title: String,
    /// The part of the navigation it belongs to.
    pub(crate) here: &'static str,
    /// What stands in the search field.
    pub(crate) asked: String,
}

impl Shell {
    pub(crate) fn new(title: impl Into<String>, here: &'static str) -> Self {
        Self {
            title: title.into(),
            here,
            asked: String::new(),
        }
    }
}

/// Asks the façade off the request threads and draws the answer.
pub(crate) async fn drawn<T, F>(facade: Arc<Facade>, ask: F) -> Result<Response, PageError>
where
    T: Template,
    F: FnOnce(&Facade) -> Result<T, PageError> + Send + 'static,
{
    let drawing = tokio::task::spawn_blocking(move || Ok(ask(&facade)?.render()?));
    let html: Result<String, PageError> = drawing.await?;
    Ok(Html(html?).into_response())
}

/// `GET /run`: the run whose answers are shown, for a page that asks whether it is still the one.
pub(crate) async fn run(State(facade): State<Arc<Facade>>) -> String {
    facade.run_id().to_owned()
}

/// The one style sheet.
pub(crate) async fn style() -> Response {
    asset(
        "text/css; charset=utf-8",
        include_str!("../assets/style.css"),
    )
}

/// The one script.
pub(crate) async fn script() -> Response {
    let kind = "text/javascript; charset=utf-8";
    asset(kind, include_str!("../assets/page.js"))
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    // Kept and asked for again: a newer program may serve another.
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "max-age=60")];
    (headers, text).into_response()
}
