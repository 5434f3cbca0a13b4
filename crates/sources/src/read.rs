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
use crate::names::ending;
use crate::packed::{Extent, Packed};
use crate::report::FileReport;
use crate::table::Rows;
use crate::table::layout::{Layout, RowView};
use crate::table::profile::profile;
use crate::table::separated::{Separated, find_header, find_separator};
use crate::{archive, segment, sheets, survey, transcript, tree};
use text::transcripts::is_transcript_header;

/// A stream that can go back to its start.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// Texts that must be held whole, such as transcripts, may be this large.
const MAX_TEXT_BYTES: u64 = 64 * 1024 * 1024;

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
    let mut packed = Packed::open(input, Extent::gzip())?;
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
    let ending = ending(path);
    let is_table = matches!(ending.as_str(), "csv" | "tsv" | "tab");
    let separator = find_separator(&head);
    let is_transcript = is_transcript_header(head.lines().next().unwrap_or_default());
    if let (true, false, Some(separator)) = (is_table, is_transcript, separator) {
        let n_before = find_header(&head, separator);
        let mut rows = Separated::open(input, encoding, separator, n_before)?;
        let format = if separator == b'\t' { "tsv" } else { "csv" };
        return read_table(path, format, &mut rows, emitter);
    }
    if segment::is_segment(&head) {
        return segment::read((input, encoding), emitter);
    }
    let text = input::read_text(input, encoding, MAX_TEXT_BYTES)?;
    if tree::is_tree(&text) {
        return tree::read(path, &text, emitter);
    }
    transcript::read(path, &text, emitter)
}

/// Reads a table of any format.
pub(crate) fn read_table(
    path: &str,
    format: &str,
    rows: &mut dyn Rows,
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let system = emitter
        .context
        .source
        .clone()
        .unwrap_or_else(|| String::from("csv"));
    if emitter.context.mapping.is_none()
        && let Some(form) = survey::find(path, rows)?
    {
        return survey::read(path, format, (rows, &form), emitter);
    }
    let mut layout = match &emitter.context.mapping {
        Some(mapping) => Layout::from_mapping(mapping, rows.header())?,
        None => Layout::recognise(path, rows.header(), &system)?,
    };
    if let ("csv", Some(name)) = (layout.system.as_str(), &emitter.context.generic_system) {
        layout.system.clone_from(name);
    }
    let found = profile(rows)?;
    layout.orders = found.orders;
    layout.marks = found.marks;
    for idx in found.ambiguous {
        if layout.is_free(idx) {
            continue;
        }
        emitter.trouble(Trouble {
            line: 0,
            column: layout.header.get(idx).map_or("", String::as_str),
            code: Code::DateAmbiguous,
            found: String::from("dates that read in both orders, or in contradictory ones"),
            expected: "one date with a day above 12, or dates as YYYY-MM-DD; read as month first",
            is_set_aside: false,
        })?;
    }
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
        recognised_by: layout.recognised_by.clone(),
        mapping: Some(layout.mapping()),
        ..FileReport::default()
    })
}
