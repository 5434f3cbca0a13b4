//! The files that were read, and the remarks about their rows.

use std::sync::Arc;

use api::Facade;
use api::accounts::Page;
use api::explain::{FileView, IssueLine};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{Shell, drawn};
use crate::error::PageError;
use crate::{messages as m, show};

#[derive(Template)]
#[template(path = "files.html")]
struct FilesPage {
    shell: Shell,
    files: Vec<FileView>,
}

#[derive(Template)]
#[template(path = "issues.html")]
struct IssuesPage {
    shell: Shell,
    code: String,
    issues: Vec<IssueLine>,
    next: Option<usize>,
}

/// Which remarks.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// Only this code; empty for all.
    code: String,
    /// How many to leave out.
    from: usize,
}

/// Remarks on one page.
const PER_PAGE: usize = 100;

/// `GET /files`
pub(crate) async fn page(State(facade): State<Arc<Facade>>) -> Result<Response, PageError> {
    drawn(facade, |facade| {
        Ok(FilesPage {
            shell: Shell::new(m::FILES, "files"),
            files: facade.files()?,
        })
    })
    .await
}

/// `GET /issues?code=&from=`
pub(crate) async fn issues(
    State(facade): State<Arc<Facade>>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let page = Page {
            offset: asked.from.min(10_000_000),
            limit: PER_PAGE,
        };
        let code = Some(asked.code.as_str()).filter(|code| !code.is_empty());
        let issues = facade.issues(code, page)?;
        Ok(IssuesPage {
            shell: Shell::new(m::ISSUES, "files"),
            next: (issues.len() == PER_PAGE).then(|| page.offset + PER_PAGE),
            code: asked.code,
            issues,
        })
    })
    .await
}
