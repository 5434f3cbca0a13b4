//! Pages are served, shown anew after a build, and stopped without a trace.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use super::Desk;

/// A served workspace; ended when dropped.
pub(super) struct Served {
    child: Child,
    address: SocketAddr,
    told: BufReader<ChildStderr>,
}

impl Served {
    fn start(desk: &Desk) -> Self {
        Self::by(desk.command(&["serve", "--address", "127.0.0.1:0"]))
    }

    /// What this command serves.
    pub(super) fn by(mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("serving http://").unwrap();
        let address = address.split(' ').next().unwrap().parse().unwrap();
        Self {
            child,
            address,
            told,
        }
    }

    pub(super) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let host = self.address;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Interrupts as a terminal does, and gives what was told since and how it ended.
    fn interrupt(mut self) -> (String, Option<i32>) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
        let mut told = String::new();
        self.told.read_to_string(&mut told).unwrap();
        (told, self.child.wait().unwrap().code())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}

#[test]
fn a_build_that_ends_is_shown_without_a_restart() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let served = Served::start(&desk);
    let run = || served.get("/run").rsplit("\r\n").next().unwrap().to_owned();
    assert!(served.get("/").contains("Answered for 30 June 2026"));
    let before = run();
    desk.run(&[
        "build",
        "--as-of",
        "2026-07-15",
        "--without-personas",
        "--quiet",
    ]);
    let latest = Instant::now() + Duration::from_secs(60);
    while run() == before {
        assert!(Instant::now() < latest, "the newer build was never shown");
        std::thread::sleep(Duration::from_millis(200));
    }
    assert!(served.get("/").contains("Answered for 15 July 2026"));
}

#[test]
fn an_interrupt_stops_it_and_is_no_failure() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let served = Served::start(&desk);
    assert!(served.get("/accounts").starts_with("HTTP/1.1 200"));
    let (told, code) = served.interrupt();
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("from this machine only"), "{told}");
    assert!(told.contains("stopped"), "{told}");
}

#[test]
fn a_port_asked_for_that_is_taken_is_refused_with_what_to_do() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = desk.try_run(&["serve", "--address", &address]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("without --address"), "{}", said.err);
}
