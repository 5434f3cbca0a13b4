//! Reads a small text as a file and hands back what came out.

use std::io::Cursor;

use model::FileId;
use prosopon_sources::{Context, FileReport, Item, ReadError, read_file};

/// Reads `content` as the file `path`.
pub(crate) fn read(path: &str, content: &[u8]) -> Result<(FileReport, Vec<Item>), ReadError> {
    read_as(path, content, &Context::default())
}

/// Reads `content` as the file `path`, knowing who we are.
pub(crate) fn read_as(
    path: &str,
    content: &[u8],
    context: &Context,
) -> Result<(FileReport, Vec<Item>), ReadError> {
    let mut items = Vec::new();
    let mut input = Cursor::new(content.to_vec());
    let file_id = FileId::derive(&[path]);
    let report = read_file(path, file_id, &mut input, context, &mut items)?;
    Ok((report, items))
}

/// The rows of one table: `rows!(items, Event)`.
macro_rules! rows {
    ($items:expr, $table:ident) => {
        $items
            .iter()
            .filter_map(|item| match item {
                prosopon_sources::Item::$table(row) => Some(row),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
}
pub(crate) use rows;
