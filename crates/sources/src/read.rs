//! Recognises a file and reads it.

use std::io::{Read, Seek};

use csv::StringRecord;
use encoding_rs::Encoding;
use model::FileId;

use crate::context::Context;
use crate::emit::{self, Emitter, Trouble};
use crate::error::{Code, ReadError};
use crate::input::{self, Kind};
use crate::item::Sink;
use crate::names::{column_key, ending};
use crate::packed::{Extent, Packed};
use crate::report::FileReport;
use crate::table::Rows;
use crate::table::fields::Field;
use crate::table::layout::{GENERIC, Layout, RowView};
use crate::table::objects::Object;
use crate::table::profile::{Profile, Told, profile};
use crate::table::separated::{Separated, find_header, find_separator};
use crate::{archive, segment, sheets, survey, transcript, tree};
use text::transcripts::is_transcript_header;

/// A stream that can go back to its start.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// Texts that must be held whole, such as transcripts, may be this large.
const MAX_TEXT_BYTES: u64 = 64 * 1024 * 1024;
/// Each value of JSON takes a hundred bytes or so when it is taken apart.
const MAX_JSON_VALUES: usize = 2_000_000;
/// No recording has as many lines.
const MAX_TEXT_LINES: usize = 500_000;
/// More columns than any workbook can have.
const MAX_COLUMNS: usize = 16_384;

/// Reads one file and hands its rows to `sink`.
///
/// # Errors
/// [`ReadError::Refused`] says why nobody recognises the file and what would
/// make it work; the others pass on what the reader or the sink said.
pub fn read_file(
    path: &str,
    file_id: FileId,
    input: &mut dyn ReadSeek,
    context: &Context,
    sink: &mut dyn Sink,
) -> Result<FileReport, ReadError> {
    let job = Job {
        context,
        file_id,
        depth: 0,
    };
    read_any(path, input, &job, sink)
}

/// What holds for everything within one file.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    /// The import.
    pub(crate) context: &'a Context,
    /// The file, or the part of one.
    pub(crate) file_id: FileId,
    /// How many archives it is in.
    pub(crate) depth: u32,
}

/// Reads a file or a part of one by what its first bytes say.
pub(crate) fn read_any(
    path: &str,
    input: &mut dyn ReadSeek,
    job: &Job<'_>,
    sink: &mut dyn Sink,
) -> Result<FileReport, ReadError> {
    let (kind, head) = input::sniff(input)?;
    match kind {
        Kind::Empty => Err(ReadError::refused(
            Code::FileEmpty,
            "the file has no content",
            "export it again",
        )),
        Kind::Binary => Err(ReadError::refused(
            Code::FileBinary,
            "the file is neither text nor an archive or workbook this program reads",
            "export it as CSV, XLSX, JSON, VTT or plain text",
        )),
        Kind::Ole => sheets::read(path, input, job, sink),
        Kind::Zip => archive::read(path, input, job, sink),
        Kind::Gzip => read_gzip(path, input, job, sink),
        Kind::Text => {
            let encoding = input::encoding(input, &head)?;
            let mut emitter = Emitter::new(job.context, job.file_id, sink);
            read_text_file(path, (input, encoding), &head, &mut emitter)
        }
    }
}

/// Reads what is within a gzip stream, after looking at all of it once.
fn read_gzip(
    path: &str,
    input: &mut dyn ReadSeek,
    job: &Job<'_>,
    sink: &mut dyn Sink,
) -> Result<FileReport, ReadError> {
    let limit = job.context.max_file_bytes;
    let mut packed = Packed::open(input, Extent::gzip())?.limited(limit);
    packed.check(None)?;
    let (kind, _) = input::sniff(&mut packed)?;
    if matches!(kind, Kind::Zip | Kind::Ole | Kind::Gzip) {
        return Err(ReadError::refused(
            Code::ArchiveTooLarge,
            "a compressed file within a gzip stream",
            "unpack the outer one and import the file",
        ));
    }
    read_any(path, &mut packed, job, sink)
}

fn read_text_file(
    path: &str,
    (input, encoding): (&mut dyn ReadSeek, &'static Encoding),
    head: &[u8],
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let (head, _, _) = encoding.decode(head);
    if let Some((separator, n_before)) = table_at(path, &head) {
        let mut rows = Separated::open(input, encoding, separator, n_before)?;
        let format = if separator == b'\t' { "tsv" } else { "csv" };
        return read_table(path, format, &mut rows, emitter);
    }
    if segment::is_segment(&head) {
        return segment::read((input, encoding), emitter);
    }
    if is_web_page(&head) {
        return Err(ReadError::refused(
            Code::FileUnknown,
            "a web page, whatever its name; some programs export such a page as .xls",
            "open it in a spreadsheet program and save it as XLSX or CSV",
        ));
    }
    let text = input::read_text(input, encoding, MAX_TEXT_BYTES)?;
    check_held(&text)?;
    if tree::is_tree(&text) {
        return tree::read(path, &text, emitter);
    }
    transcript::read(path, &text, emitter)
}

fn is_web_page(head: &str) -> bool {
    let begins: String = head.trim_start().chars().take(14).collect();
    let begins = begins.to_lowercase();
    ["<!doctype html", "<html", "<table"]
        .iter()
        .any(|tag| begins.starts_with(tag))
}

/// Refuses a text that becomes far larger when it is taken apart.
fn check_held(text: &str) -> Result<(), ReadError> {
    let bytes = text.as_bytes();
    let count = |mark: u8| memchr::memchr_iter(mark, bytes).count();
    let is_json = text.trim_start().starts_with(['{', '[']);
    let (what, n, limit) = match is_json {
        true => (
            "values",
            count(b',') + count(b'{') + count(b'['),
            MAX_JSON_VALUES,
        ),
        false => ("lines", count(b'\n'), MAX_TEXT_LINES),
    };
    if n <= limit {
        return Ok(());
    }
    Err(ReadError::refused(
        Code::FileTooLarge,
        format!("a text of more than {limit} {what}, which would have to be held in memory"),
        "split it, or export it as CSV or JSON lines, which are streamed",
    ))
}

/// The separator of a table and the rows before its header; `None` for any other text.
fn table_at(path: &str, head: &str) -> Option<(u8, u32)> {
    let is_table = matches!(ending(path).as_str(), "csv" | "tsv" | "tab");
    let is_transcript = is_transcript_header(head.lines().next().unwrap_or_default());
    if !is_table || is_transcript {
        return None;
    }
    match find_separator(head) {
        Some(separator) => Some((separator, find_header(head, separator))),
        None => is_list_of_addresses(head).then_some((b',', 0)),
    }
}

/// Whether a text is one column of mail addresses below its name.
fn is_list_of_addresses(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let name = lines
        .next()
        .map(|name| column_key(name.trim_start_matches('\u{feff}')));
    let spec = Object::Contact.spec();
    let is_named = name.is_some_and(|name| spec.field_of(&name) == Some(Field::Email));
    is_named && lines.take(20).all(|line| line.contains('@'))
}

/// The short name of the mapping that a file is read by, where that is another
/// reading than its columns alone would give.
pub fn reading_of(path: &str, input: &mut dyn ReadSeek, context: &Context) -> Option<String> {
    if let Some(mapping) = &context.mapping {
        return Some(mapping.digest());
    }
    let (kind, _) = input::sniff(input).ok()?;
    if kind != Kind::Text || context.saved.is_empty() {
        return None;
    }
    let layout = header_layout(path, input, context)?;
    Some(layout.reading).filter(|reading| !reading.is_empty())
}

/// Whether a table is of a system that neither it nor a mapping names.
pub fn is_generic(path: &str, input: &mut dyn ReadSeek, context: &Context) -> bool {
    let Ok((kind, _)) = input::sniff(input) else {
        return false;
    };
    match kind {
        Kind::Ole => true,
        Kind::Zip => matches!(ending(path).as_str(), "xlsx" | "xlsm" | "ods" | "xlsb"),
        Kind::Text => {
            header_layout(path, input, context).is_some_and(|layout| layout.system == GENERIC)
        }
        _ => false,
    }
}

/// What the header of a table of separated values says.
fn header_layout(path: &str, input: &mut dyn ReadSeek, context: &Context) -> Option<Layout> {
    let (_, head) = input::sniff(input).ok()?;
    let encoding = input::encoding(input, &head).ok()?;
    let (text, _, _) = encoding.decode(&head);
    let (separator, n_before) = table_at(path, &text)?;
    let rows = Separated::open(input, encoding, separator, n_before).ok()?;
    layout_of(path, rows.header(), context).ok()
}

/// What a table holds: by the mapping given, else by one that was saved for its
/// columns, else by its name and columns.
fn layout_of(path: &str, header: &[String], context: &Context) -> Result<Layout, ReadError> {
    if let Some(mapping) = &context.mapping {
        return Layout::from_mapping(mapping, header);
    }
    let source = context.source.as_deref();
    let guess = Layout::recognise(path, header, source.unwrap_or(GENERIC));
    let mut layout = match context.saved.iter().find(|saved| saved.fits(header)) {
        None => guess?,
        Some(saved) => {
            let by_mapping = || Layout::from_mapping(&saved.mapping, header);
            let is_same = |guess: &Layout| guess.says(&saved.mapping, source.is_some());
            let same = guess.ok().filter(is_same);
            let mut layout = same.map_or_else(by_mapping, Ok)?;
            let reading = match layout.reading.as_str() {
                "" => String::new(),
                digest => format!(" ({digest})"),
            };
            layout.recognised_by = format!("the mapping in {}{reading}", saved.name);
            layout.is_generic = false;
            layout
        }
    };
    match (source, context.generic_system.as_deref()) {
        (Some(name), _) => layout.system = name.to_owned(),
        (None, Some(name)) if layout.system == GENERIC => layout.system = name.to_owned(),
        _ => {}
    }
    Ok(layout)
}

/// Reads a table of any format.
pub(crate) fn read_table(
    path: &str,
    format: &str,
    rows: &mut dyn Rows,
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    check_width(rows.header().len())?;
    let saved = emitter.context.saved.iter();
    let is_mapped =
        emitter.context.mapping.is_some() || saved.clone().any(|one| one.fits(rows.header()));
    if !is_mapped && let Some(form) = survey::find(path, rows)? {
        return survey::read(path, format, (rows, &form), emitter);
    }
    let mut layout = layout_of(path, rows.header(), emitter.context)?;
    let found = profile(rows)?;
    let columns = layout.columns_seen(&found.classes);
    settle(&mut layout, found, emitter)?;
    let mut cells = StringRecord::new();
    while let Some(line) = rows.next_row(&mut cells)? {
        emitter.n_rows += 1;
        emit::row(
            emitter,
            &RowView {
                layout: &layout,
                cells: &cells,
                line,
            },
        )?;
    }
    Ok(FileReport {
        format: format.to_owned(),
        system: layout.system.clone(),
        object: layout.object.code().to_owned(),
        n_rows: emitter.n_rows,
        n_bad_rows: emitter.n_bad_rows,
        n_lost: emitter.n_lost,
        seen_keys: std::mem::take(&mut emitter.seen_keys),
        recognised_by: layout.recognised_by.clone(),
        mapping: Some(layout.mapping()),
        columns,
        is_guess: layout.is_generic,
        ..FileReport::default()
    })
}

fn check_width(n_columns: usize) -> Result<(), ReadError> {
    if n_columns <= MAX_COLUMNS {
        return Ok(());
    }
    Err(ReadError::refused(
        Code::FileTooLarge,
        format!("a table of {n_columns} columns, more than the {MAX_COLUMNS} that are read"),
        "look for a row in front of the header, or export fewer columns",
    ))
}

/// Puts what all rows together say into the layout, and remarks on what they leave open.
fn settle(layout: &mut Layout, found: Profile, emitter: &mut Emitter<'_>) -> Result<(), ReadError> {
    layout.orders = found.orders;
    layout.marks = found.marks;
    layout.shape = found.shape;
    if let Some(order) = emitter.context.dates {
        layout.orders.fill(order);
        return Ok(());
    }
    for (idx, told) in found.ambiguous {
        if layout.is_free(idx) {
            continue;
        }
        let order = layout.orders.get(idx).map_or("", |order| order.words());
        let found = match told {
            Told::Most => "dates in contradictory orders",
            _ => "dates that read in both orders",
        };
        emitter.trouble(Trouble {
            line: 0,
            column: layout.header.get(idx).map_or("", String::as_str),
            code: Code::DateAmbiguous,
            found: found.to_owned(),
            expected: &format!(
                "a date with a day above 12, dates as YYYY-MM-DD, or --dates; read as {order}, {}",
                told.words()
            ),
            is_set_aside: false,
        })?;
    }
    Ok(())
}
