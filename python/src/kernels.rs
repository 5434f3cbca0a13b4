//! The kernels by name, and a kernel run on the frames of one slot.

use std::collections::BTreeMap;

use lake::sort::{by_primary_key, slots_of};
use lake::{Kernel, OnConflict, Output, Slot};

use crate::error::NativeError;
use crate::frames::{Payloads, decode_all, encode};

/// The kernel of this name with parameters as serde writes them.
pub(crate) fn named(name: &str, parameters: &[u8]) -> Result<Box<dyn Kernel>, NativeError> {
    let unreadable = |cause| NativeError::Parameters {
        kernel: name.to_owned(),
        cause,
    };
    match name {
        "decide" => {
            let kernel: roles::Decide = serde_json::from_slice(parameters).map_err(unreadable)?;
            Ok(Box::new(kernel))
        }
        _ => Err(NativeError::NoKernel(name.to_owned())),
    }
}

/// Runs a kernel on one slot; a table it reads and is not handed counts as empty.
pub(crate) fn run(
    kernel: &dyn Kernel,
    slot: u16,
    tables: &BTreeMap<String, Payloads>,
) -> Result<BTreeMap<String, Vec<u8>>, NativeError> {
    let mut output = Output::default();
    kernel.run(&input(kernel, slot, tables)?, &mut output)?;
    let mut written = output.take();
    let mut payloads = BTreeMap::new();
    for table in kernel.writes() {
        if let Some(batches) = written.remove(table.name) {
            payloads.insert(table.name.to_owned(), encode(table, &batches)?);
        }
    }
    Ok(payloads)
}

/// The frames of one slot, each table sorted as the contract says.
fn input(
    kernel: &dyn Kernel,
    slot: u16,
    tables: &BTreeMap<String, Payloads>,
) -> Result<Slot, NativeError> {
    let mut input = Slot::default();
    for table in kernel.reads() {
        let batches = match tables.get(table.name) {
            Some(payloads) => decode_all(table, payloads)?,
            None => continue,
        };
        let rows = by_primary_key(&table, &batches, OnConflict::Refuse)?;
        if slots_of(&table, &rows)?.iter().any(|found| *found != slot) {
            let table = table.name;
            return Err(NativeError::WrongSlot { table, slot });
        }
        input.insert(table.name, rows);
    }
    Ok(input)
}
