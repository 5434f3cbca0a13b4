//! `prosopon serve`: pages over the published answers.
//!
//! Reads   the workspace, again and again: a build that is finished is shown without a restart
//!
//! The pages need no permission to write and take no lock, so a build or an
//! import may run beside them.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use tokio::net::TcpListener;
use web::Live;

use crate::cli::Shared;
use crate::commands::facade;
use crate::exit::{Failure, Kind};
use crate::progress::note;
use crate::workspace::Workspace;

/// Where pages are served when nobody says.
const USUAL: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 7878);
/// Ports after the usual one that are tried when it is taken.
const MORE_PORTS: u16 = 20;
/// How often the workspace is asked for a newer build.
const LOOKS_EVERY: Duration = Duration::from_secs(2);
/// How long requests under way may take after a stop is asked for.
const STOPS_WITHIN: Duration = Duration::from_secs(5);

/// Options of `serve`.
#[derive(Args)]
#[command(
    after_help = "Pages are read-only. Without --address they are reached from this machine only, on port 7878 or \
                  the next that is free. Nobody is asked to log in, so --address 0.0.0.0:7878 shows them to \
                  everybody who can reach this machine; from elsewhere, \
                  `ssh -L 7878:127.0.0.1:7878 THIS-MACHINE` is the safer way.\n\
                  A build that ends while they are served is shown at once. Ctrl-C stops.\n\n\
                  Example:\n  prosopon serve --open\n  prosopon serve --address 127.0.0.1:8080"
)]
pub(crate) struct Options {
    #[command(flatten)]
    door: Door,
}

/// Where pages are served, and who is told.
#[derive(Args, Clone)]
pub(crate) struct Door {
    /// Where to listen (default: 127.0.0.1:7878, or the next port that is free)
    #[arg(long)]
    address: Option<SocketAddr>,
    /// Open the pages in a browser
    #[arg(long)]
    open: bool,
}

/// Serves until interrupted.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    serve(shared, &options.door)
}

/// Serves the workspace's pages until interrupted.
pub(crate) fn serve(shared: &Shared, door: &Door) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let live = Live::new(facade(&workspace)?);
    let shown = workspace.published_path()?;
    drop(workspace);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        let listener = listen(door.address).await?;
        let address = listener.local_addr()?;
        greet(address, shared.quiet);
        if door.open {
            open_browser(&url(address));
        }
        let newer = Newer {
            root: shared.workspace.clone(),
            shown,
        };
        tokio::spawn(newer.follow(live.clone()));
        let flag = Arc::clone(&shared.is_cancelled);
        let serving = web::serve(listener, web::router(live), cancelled(Arc::clone(&flag)));
        tokio::select! {
            served = serving => Ok(served?),
            () = overdue(flag) => Ok(()),
        }
    });
    if !shared.quiet && served.is_ok() {
        note("stopped");
    }
    served
}

/// The address asked for, or the first free one from the usual on.
async fn listen(asked: Option<SocketAddr>) -> Result<TcpListener> {
    if let Some(address) = asked {
        let bound = TcpListener::bind(address).await;
        return bound.with_context(|| {
            format!(
                "cannot listen on {address}; without --address the next free port is taken, and \
                 `--address 127.0.0.1:0` takes any"
            )
        });
    }
    for port in USUAL.port()..=USUAL.port() + MORE_PORTS {
        let address = SocketAddr::new(USUAL.ip(), port);
        match TcpListener::bind(address).await {
            Ok(listener) => {
                if port != USUAL.port() {
                    note(&format!("port {} is taken, so it is {port}", USUAL.port()));
                }
                return Ok(listener);
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(cause) => return Err(cause).with_context(|| format!("cannot listen on {address}")),
        }
    }
    bail!(Failure::new(
        Kind::Failed,
        format!(
            "ports {} to {} are taken; `--address 127.0.0.1:0` takes any that is free",
            USUAL.port(),
            USUAL.port() + MORE_PORTS
        ),
    ))
}

/// Where the pages are, for a browser on this machine.
fn url(address: SocketAddr) -> String {
    match address.ip().is_unspecified() {
        true => format!("http://localhost:{}", address.port()),
        false => format!("http://{address}"),
    }
}

/// Says how to reach the pages, and who can.
fn greet(address: SocketAddr, is_quiet: bool) {
    note(&format!("serving {} (Ctrl-C stops)", url(address)));
    if is_quiet {
        return;
    }
    note(match address.ip().is_loopback() {
        true => "from this machine only; `prosopon serve --help` says how from elsewhere",
        false => "anybody who can reach this machine can read them: nobody is asked to log in",
    });
}

/// Opens a browser; where there is none, the address was said already.
fn open_browser(url: &str) {
    let opener: &[&str] = match std::env::consts::OS {
        "macos" => &["open"],
        "windows" => &["cmd", "/c", "start", ""],
        _ => &["xdg-open"],
    };
    let Some((program, args)) = opener.split_first() else {
        return;
    };
    let mut command = std::process::Command::new(program);
    command.args(args).arg(url);
    let silent = std::process::Stdio::null;
    command.stdin(silent()).stdout(silent()).stderr(silent());
    if command.spawn().is_err() {
        note(&format!("no browser could be opened; open {url} yourself"));
    }
}

/// Follows the workspace from build to build.
struct Newer {
    root: PathBuf,
    shown: PathBuf,
}

impl Newer {
    async fn follow(mut self, live: Live) {
        let mut has_complained = false;
        loop {
            tokio::time::sleep(LOOKS_EVERY).await;
            let (root, shown) = (self.root.clone(), self.shown.clone());
            let looked = tokio::task::spawn_blocking(move || newer_than(&root, &shown)).await;
            match looked {
                Ok(Ok(Some((path, facade)))) => {
                    note(&format!("a newer build is shown: run {}", facade.run_id()));
                    live.replace(facade);
                    self.shown = path;
                    has_complained = false;
                }
                Ok(Err(error)) if !has_complained => {
                    note(&format!("cannot look for a newer build: {error:#}"));
                    has_complained = true;
                }
                _ => {}
            }
        }
    }
}

/// The answers in force when they are others than those shown.
fn newer_than(root: &Path, shown: &Path) -> Result<Option<(PathBuf, api::Facade)>> {
    let workspace = Workspace::open(root)?;
    let path = workspace.published_path()?;
    match path == shown {
        true => Ok(None),
        false => Ok(Some((path, facade(&workspace)?))),
    }
}

async fn cancelled(flag: Arc<AtomicBool>) {
    while !flag.load(Ordering::Relaxed) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Comes when requests under way have had their time.
async fn overdue(flag: Arc<AtomicBool>) {
    cancelled(flag).await;
    tokio::time::sleep(STOPS_WITHIN).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    }

    #[test]
    fn a_port_that_is_taken_is_left_for_the_next() {
        runtime().block_on(async {
            let first = listen(None).await.unwrap().local_addr().unwrap();
            let held = TcpListener::bind(first).await.unwrap();
            let next = listen(None).await.unwrap().local_addr().unwrap();
            assert!(next.port() > first.port(), "{first} {next}");
            let refused = listen(Some(held.local_addr().unwrap())).await.err();
            let said = format!("{:#}", refused.unwrap());
            assert!(said.contains("without --address"), "{said}");
        });
    }

    #[test]
    fn everywhere_is_reached_as_localhost() {
        assert_eq!(url(([0, 0, 0, 0], 80).into()), "http://localhost:80");
        assert_eq!(url(USUAL), "http://127.0.0.1:7878");
    }
}
