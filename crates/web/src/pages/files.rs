//! The files that were read, and the remarks about their rows.

use std::sync::Arc;

use api::Facade;
use api::accounts::Page;
use api::explain::IssueLine;
use api::files::{FileList, FileState};
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
    list: FileList,
    state: &'static str,
    previous: Option<usize>,
    next: Option<usize>,
}

/// Which files.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AskedFiles {
    /// Only those of this state; empty for all.
    state: String,
    /// How many to leave out.
    from: usize,
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

/// Files or remarks on one page.
const PER_PAGE: usize = 100;

/// `GET /files?state=&from=`
pub(crate) async fn page(
    State(facade): State<Arc<Facade>>,
    Query(asked): Query<AskedFiles>,
) -> Result<Response, PageError> {
    drawn(facade, move |facade| {
        let state = FileState::from_code(&asked.state);
        let page = Page {
            offset: asked.from.min(10_000_000),
            limit: PER_PAGE,
        };
        let list = facade.files(state, page)?;
        let end = page.offset + list.files.len();
        Ok(FilesPage {
            shell: Shell::new(m::FILES, "files"),
            state: state.map_or("", FileState::code),
            previous: (page.offset > 0).then(|| page.offset.saturating_sub(PER_PAGE)),
            next: (show::long(end) < list.total).then_some(end),
            list,
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
