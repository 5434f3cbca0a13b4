//! Serves the made-up company on 127.0.0.1:8737, for looking at pages.

use std::path::PathBuf;

use prosopon_web as web;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = tempfile::tempdir()?;
    let path = match arguments.next() {
        Some(path) => PathBuf::from(path),
        None => {
            let path = folder.path().join("published-preview.db");
            store::fixture::publish(&store::fixture::harbor(), &path)?;
            path
        }
    };
    let facade = web::Live::new(api::Facade::open(&path)?);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8737").await?;
    web::serve(listener, web::router(facade), std::future::pending()).await?;
    Ok(())
}
