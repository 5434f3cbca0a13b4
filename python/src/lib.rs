//! Kernels for Spark and notebooks, as the Python module `prosopon_native`.
//!
//! Only bytes cross the boundary: tables are lists of Arrow IPC streams, and the
//! parameters of a kernel are the JSON that serde writes of it. A frame in any
//! order is put in the order of the contract before a kernel sees it.

mod error;
mod frames;
mod kernels;
mod made_up;
mod on_threads;

use std::collections::BTreeMap;

use lake::sort::slots_of;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::error::NativeError;
use crate::frames::Payloads;

/// A table's payload, or several, by table name.
type Named<T> = BTreeMap<String, T>;

/// Runs a kernel on the tables of one slot; the result holds the tables that have rows.
#[pyfunction]
fn run_kernel<'py>(
    py: Python<'py>,
    name: &str,
    parameters: &[u8],
    slot: u16,
    tables: Named<Payloads>,
) -> Result<Named<Bound<'py, PyBytes>>, NativeError> {
    let kernel = kernels::named(name, parameters)?;
    let written = kernels::run(kernel.as_ref(), slot, &tables)?;
    let to_python = |(table, bytes): (String, Vec<u8>)| (table, PyBytes::new(py, &bytes));
    Ok(written.into_iter().map(to_python).collect())
}

/// The slot of every row of a payload.
#[pyfunction]
fn slots(table: &str, ipc: &[u8]) -> Result<Vec<u16>, NativeError> {
    let table = frames::table_named(table)?;
    let mut slots = Vec::new();
    for batch in frames::decode(table, ipc)? {
        slots.extend(slots_of(&table, &batch)?);
    }
    Ok(slots)
}

/// The digest of all rows of a table, whatever their order and their payloads.
#[pyfunction]
fn digest(table: &str, payloads: Payloads) -> Result<String, NativeError> {
    let table = frames::table_named(table)?;
    let batches = frames::decode_all(table, &payloads)?;
    Ok(lake::digest_of(table, &batches)?)
}

/// Three tables of about `n_rows` rows together; one account holds half of each.
#[pyfunction]
fn sample(
    py: Python<'_>,
    n_rows: u32,
    seed: u64,
) -> Result<Named<Vec<Bound<'_, PyBytes>>>, NativeError> {
    let to_python = |(table, payloads): (&str, Payloads)| {
        let payloads = payloads.iter().map(|bytes| PyBytes::new(py, bytes));
        (table.to_owned(), payloads.collect())
    };
    Ok(made_up::tables(n_rows, seed)?
        .into_iter()
        .map(to_python)
        .collect())
}

/// Runs a kernel with the thread executor; the digest of every table it writes.
#[pyfunction]
fn run_threads(
    name: &str,
    parameters: &[u8],
    tables: Named<Payloads>,
    n_threads: usize,
    n_buckets: usize,
) -> Result<Named<String>, NativeError> {
    let kernel = kernels::named(name, parameters)?;
    on_threads::digests(kernel.as_ref(), &tables, n_threads, n_buckets)
}

/// The module as Python sees it.
#[pymodule]
fn prosopon_native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(run_kernel, module)?)?;
    module.add_function(wrap_pyfunction!(slots, module)?)?;
    module.add_function(wrap_pyfunction!(digest, module)?)?;
    module.add_function(wrap_pyfunction!(sample, module)?)?;
    module.add_function(wrap_pyfunction!(run_threads, module)?)
}
