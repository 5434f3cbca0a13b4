//! Pages over the façade; nothing is computed here but where things stand on a page.
//!
//! Every page is plain HTML with one style sheet and says everything without a
//! script; a small one of our own adds the keyboard and says when a newer build
//! is there. Nothing comes from elsewhere, and GET is all there is. [`router`]
//! gives the routes over the answers in force, [`serve`] runs them until a
//! shutdown is asked for.

mod cast;
mod error;
mod live;
mod mask;
mod messages;
mod pages;
mod parts;
mod security;
mod show;
#[cfg(test)]
mod tests;

use std::future::Future;

use axum::Router;
use axum::middleware::{from_fn, map_response};
use axum::routing::get;
use tokio::net::TcpListener;

pub use live::Live;

/// The pages over the answers in force.
pub fn router(live: Live) -> Router {
    Router::new()
        .route("/", get(pages::home::page))
        .route("/accounts", get(pages::accounts::page))
        .route("/accounts/{id}", get(pages::account::page))
        .route("/decisions/{id}", get(pages::decision::page))
        .route("/people/{id}", get(pages::person::page))
        .route("/personas", get(pages::personas::page))
        .route("/personas/{id}", get(pages::persona::page))
        .route("/evidence/{id}", get(pages::evidence::page))
        .route("/files", get(pages::files::page))
        .route("/issues", get(pages::files::issues))
        .route("/run", get(pages::run))
        .route("/assets/style.css", get(pages::style))
        .route("/assets/page.js", get(pages::script))
        .fallback(error::no_such_page)
        .layer(map_response(security::add_headers))
        .layer(from_fn(security::check_host))
        .with_state(live)
}

/// Serves `router` on `listener` until `shutdown` completes; requests under way are finished.
///
/// # Errors
/// When the listener fails.
pub async fn serve<F>(listener: TcpListener, router: Router, shutdown: F) -> std::io::Result<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    axum::serve(listener, router)
        .with_graceful_shutdown(shutdown)
        .await
}
