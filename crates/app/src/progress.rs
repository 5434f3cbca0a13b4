//! One stream of run events, and who listens to it.
//!
//! Writes  stderr: a bar on a terminal, plain lines in a pipe, JSON lines on request

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::json;

/// Who listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listener {
    /// Nobody.
    Quiet,
    /// A person at a terminal, or the reader of a log.
    Human,
    /// A program: JSON lines.
    Json,
}

/// How long a step took and how much memory was resident at most.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Timing {
    /// The step.
    pub(crate) step: String,
    /// Milliseconds.
    pub(crate) elapsed_ms: u64,
    /// Processor time of the process in milliseconds, all threads together.
    pub(crate) cpu_ms: u64,
    /// Peak resident memory of the process, in bytes.
    pub(crate) peak_bytes: u64,
}

struct Step {
    name: String,
    started: Instant,
    cpu_started_ms: u64,
    bar: Option<ProgressBar>,
    n_done: u64,
    n_total: u64,
    peak_bytes: u64,
}

/// Tells the listener what a run is doing and keeps the time of its steps.
pub(crate) struct Progress {
    listener: Listener,
    open: Mutex<Vec<Step>>,
    done: Mutex<Vec<Timing>>,
}

impl Progress {
    /// A stream for this listener.
    pub(crate) fn new(listener: Listener) -> Self {
        Self {
            listener,
            open: Mutex::new(Vec::new()),
            done: Mutex::new(Vec::new()),
        }
    }

    /// A step begins; `n_total` is 0 when it cannot be counted.
    pub(crate) fn begin(&self, name: &str, n_total: u64) {
        let is_terminal = self.listener == Listener::Human && std::io::stderr().is_terminal();
        let bar = is_terminal.then(|| bar(name, n_total));
        let step = Step {
            name: name.to_owned(),
            started: Instant::now(),
            cpu_started_ms: crate::memory::cpu_ms().unwrap_or(0),
            bar,
            n_done: 0,
            n_total,
            peak_bytes: 0,
        };
        let mut open = lock(&self.open);
        note_peak(&mut open);
        crate::memory::restart();
        open.push(step);
        drop(open);
        self.say(&json!({ "event": "begin", "step": name, "total": n_total }));
    }

    /// One part of an open step is done.
    pub(crate) fn step(&self, name: &str, what: &str) {
        let mut open = lock(&self.open);
        let Some(step) = open.iter_mut().rev().find(|step| step.name == name) else {
            return;
        };
        step.n_done += 1;
        if let Some(bar) = &step.bar {
            bar.inc(1);
            bar.set_message(what.to_owned());
        }
        self.say(&json!({ "event": "progress", "step": name, "done": step.n_done, "total": step.n_total, "what": what }));
    }

    /// A step ends.
    pub(crate) fn end(&self, name: &str) {
        let mut open = lock(&self.open);
        let Some(place) = open.iter().rposition(|step| step.name == name) else {
            return;
        };
        note_peak(&mut open);
        let step = open.remove(place);
        drop(open);
        let elapsed_ms = u64::try_from(step.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        if let Some(bar) = step.bar {
            bar.finish_and_clear();
        }
        lock(&self.done).push(Timing {
            step: name.to_owned(),
            elapsed_ms,
            cpu_ms: crate::memory::cpu_ms()
                .unwrap_or(0)
                .saturating_sub(step.cpu_started_ms),
            peak_bytes: step.peak_bytes,
        });
        match self.listener {
            Listener::Human => note(&format!("{name}: {:.1} s", elapsed_ms as f64 / 1_000.0)),
            _ => self.say(&json!({ "event": "end", "step": name, "elapsed_ms": elapsed_ms })),
        }
    }

    /// Steps that ended, in that order.
    pub(crate) fn steps(&self) -> Vec<Timing> {
        lock(&self.done).clone()
    }

    /// Step names and times, as stored with the run.
    pub(crate) fn timings(&self) -> serde_json::Value {
        json!(*lock(&self.done))
    }

    fn say(&self, event: &serde_json::Value) {
        if self.listener == Listener::Json {
            note(&event.to_string());
        }
    }
}

/// The peak so far counts for every open step.
fn note_peak(open: &mut [Step]) {
    let peak_bytes = crate::memory::peak().unwrap_or(0);
    for step in open {
        step.peak_bytes = step.peak_bytes.max(peak_bytes);
    }
}

/// Talk goes to stderr; data goes to stdout.
pub(crate) fn note(text: &str) {
    // Nobody can be told that stderr is gone.
    drop(writeln!(anstream::stderr(), "{text}"));
}

fn bar(name: &str, n_total: u64) -> ProgressBar {
    let bar = if n_total > 0 {
        ProgressBar::new(n_total)
    } else {
        ProgressBar::new_spinner()
    };
    let template = "{prefix} {wide_bar} {pos}/{len} {msg}";
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style).with_prefix(name.to_owned())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
