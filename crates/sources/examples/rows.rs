//! Prints what a file says, one base row a line.
//!
//! Usage: `cargo run -p prosopon-sources --example rows -- [--counts] FILE…`

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, Write};

use model::FileId;
use prosopon_sources::{Context, Item, read_file};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let mut counts_only = false;
    for path in std::env::args().skip(1) {
        if path == "--counts" {
            counts_only = true;
            continue;
        }
        let mut items: Vec<Item> = Vec::new();
        let mut input = BufReader::new(File::open(&path)?);
        let context = Context::default();
        let file_id = FileId::derive(&[&path]);
        match read_file(&path, file_id, &mut input, &context, &mut items) {
            Ok(report) => writeln!(
                out,
                "{path}: {} {} {} rows, {} bad, {:.2} by {}",
                report.system,
                report.object,
                report.n_rows,
                report.n_bad_rows,
                report.mapping.as_ref().map_or(1.0, |m| m.confidence),
                report.recognised_by
            )?,
            Err(cause) => writeln!(out, "{path}: {} {cause}", cause.code().as_str())?,
        }
        if counts_only {
            writeln!(out, "    {:?}", counts(&items))?;
        } else {
            for item in &items {
                writeln!(out, "    {item:?}")?;
            }
        }
    }
    Ok(())
}

fn counts(items: &[Item]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        let text = format!("{item:?}");
        let name = text.split('(').next().unwrap_or_default().to_owned();
        *counts.entry(name).or_default() += 1;
    }
    counts
}
