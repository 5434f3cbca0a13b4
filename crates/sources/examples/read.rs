//! Prints what a file gives: its report, then one line for each base row.
//!
//! Reads   the files named on the command line
//! Writes  debug lines to stdout; `--count` prints the number of rows a table instead
//!
//! `cargo run -p prosopon-sources --example read -- FILE…`

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};

use model::FileId;
use prosopon_sources::{Context, Item, Sink, SinkError, read_file};

/// Writes rows out as they come.
struct Printer {
    counts: BTreeMap<String, usize>,
    is_counting: bool,
}

impl Sink for Printer {
    fn accept(&mut self, item: Item) -> Result<(), SinkError> {
        let line = format!("{item:?}");
        let table = line.split('(').next().unwrap_or_default().to_owned();
        *self.counts.entry(table).or_default() += 1;
        if self.is_counting {
            return Ok(());
        }
        writeln!(io::stdout(), "{line}").map_err(|cause| SinkError(Box::new(cause)))
    }
}

fn main() -> io::Result<()> {
    let (flags, paths): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|arg| arg.starts_with("--"));
    let mut out = io::stdout();
    for path in paths {
        let mut printer = Printer {
            counts: BTreeMap::new(),
            is_counting: flags.iter().any(|flag| flag == "--count"),
        };
        let mut file = File::open(&path)?;
        let file_id = FileId::derive(&[&path]);
        let context = Context::default();
        match read_file(&path, file_id, &mut file, &context, &mut printer) {
            Ok(report) => writeln!(out, "{path}: {report:#?}")?,
            Err(error) => writeln!(out, "{path}: refused: {error}")?,
        }
        writeln!(out, "{:?}", printer.counts)?;
    }
    Ok(())
}
