//! `prosopon serve`: pages over the published answers.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::Shared;
use crate::commands::facade;
use crate::progress::note;
use crate::workspace::Workspace;

/// Options of `serve`.
#[derive(Args)]
#[command(
    after_help = "Pages are read-only and reached from this machine only, unless --address says otherwise.\n\n\
                  Example:\n  prosopon serve\n  prosopon serve --address 127.0.0.1:8080"
)]
pub(crate) struct Options {
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:7878")]
    address: SocketAddr,
}

/// Serves until interrupted.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    serve(shared, options.address)
}

/// Serves the workspace's pages on `address` until interrupted.
pub(crate) fn serve(shared: &Shared, address: SocketAddr) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let router = web::router(Arc::new(facade(&workspace)?));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .with_context(|| {
                format!("cannot listen on {address}; `--address 127.0.0.1:0` takes a free port")
            })?;
        note(&format!(
            "serving http://{} (Ctrl-C stops)",
            listener.local_addr()?
        ));
        let flag = Arc::clone(&shared.is_cancelled);
        Ok(web::serve(listener, router, cancelled(flag)).await?)
    })
}

async fn cancelled(flag: Arc<AtomicBool>) {
    while !flag.load(Ordering::Relaxed) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
