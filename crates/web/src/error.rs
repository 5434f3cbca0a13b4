//! Pages for questions that have no answer.

use api::ApiError;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::pages::Shell;
use crate::{messages as m, show};

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PageError {
    /// The façade has no answer.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The template refused.
    #[error("the page cannot be drawn")]
    Draw(#[from] askama::Error),
    /// The thread that reads was lost.
    #[error("the answer was lost on its way")]
    Lost(#[from] tokio::task::JoinError),
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    what: &'static str,
    remedy: &'static str,
    code: &'static str,
    nearest: Option<String>,
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::Api(error) if error.is_about_the_id() => StatusCode::NOT_FOUND,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Api(error) => error.code(),
            Self::Draw(_) => "page_not_drawn",
            Self::Lost(_) => "page_answer_lost",
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let (what, remedy) = match self.status() {
            StatusCode::NOT_FOUND => (m::ERROR_NOT_FOUND, m::ERROR_NOT_FOUND_REMEDY),
            _ => (m::ERROR_BROKEN, m::ERROR_BROKEN_REMEDY),
        };
        let nearest = match &self {
            Self::Api(ApiError::NotFound { nearest, .. }) => nearest.clone(),
            _ => None,
        };
        drawn(self.status(), (what, remedy), self.code(), nearest)
    }
}

/// The page for an address that leads nowhere.
pub(crate) async fn no_such_page() -> Response {
    let (what, remedy) = (m::ERROR_NO_PAGE, m::ERROR_NO_PAGE_REMEDY);
    drawn(StatusCode::NOT_FOUND, (what, remedy), "page_unknown", None)
}

fn drawn(
    status: StatusCode,
    (what, remedy): (&'static str, &'static str),
    code: &'static str,
    nearest: Option<String>,
) -> Response {
    let page = ErrorPage {
        shell: Shell::new(what, ""),
        what,
        remedy,
        code,
        nearest,
    };
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => (status, what).into_response(),
    }
}
