//! ZIP archives as they come: each member is read as a file of its own.
//!
//! Source  APPNOTE.TXT, the ZIP file format
//!
//! A member that is refused becomes a remark and the rest goes on. The archive
//! is refused when its directory promises far more than it weighs, when it is
//! damaged, or when no member could be read.

use std::io::{Cursor, Read, SeekFrom};

use model::FileId;
use zip::{CompressionMethod, ZipArchive};

use crate::error::{Code, ReadError};
use crate::input::{self, Kind};
use crate::item::Sink;
use crate::packed::{Extent, Method, Packed, damaged, is_bomb, over_limit, size, too_large};
use crate::read::{Job, ReadSeek, read_any};
use crate::report::{FileReport, Part, Remark};
use crate::sheets;

/// Archives and workbooks within an archive are held in memory and may be this large.
const MAX_HELD_BYTES: u64 = 64 * 1024 * 1024;
/// A workbook is held in memory and may be this large when it is unpacked.
const MAX_UNPACKED_WORKBOOK: u64 = 256 * 1024 * 1024;
/// Archives within archives are read to this depth.
const MAX_DEPTH: u32 = 2;
/// More members than any export has.
const MAX_MEMBERS: usize = 20_000;

/// A member as the directory lists it.
struct Member {
    name: String,
    extent: Extent,
    n_unpacked: u64,
    sum: u32,
}

/// Reads a ZIP archive, or the workbook that it is.
pub(crate) fn read(
    path: &str,
    input: &mut dyn ReadSeek,
    job: &Job<'_>,
    sink: &mut dyn Sink,
) -> Result<FileReport, ReadError> {
    if job.depth >= MAX_DEPTH {
        return Err(ReadError::refused(
            Code::ArchiveTooLarge,
            "an archive within archives within archives",
            "unpack it and import the files",
        ));
    }
    let n_packed = input.seek(SeekFrom::End(0))?;
    input.seek(SeekFrom::Start(0))?;
    let (members, remarks) = directory(&mut *input)?;
    let n_unpacked = members.iter().map(|member| member.n_unpacked).sum();
    if is_bomb(n_packed, n_unpacked) {
        return Err(too_large());
    }
    let has = |name: &str| members.iter().any(|member| member.name == name);
    if has("xl/workbook.xml") || has("xl/workbook.bin") || has("content.xml") {
        check_workbook(n_unpacked)?;
        return sheets::read(path, input, job, sink);
    }
    if has("word/document.xml") || has("ppt/presentation.xml") {
        return Err(ReadError::refused(
            Code::FileBinary,
            "a text document or a presentation",
            "save it as plain text",
        ));
    }
    let mut report = FileReport {
        format: String::from("zip"),
        recognised_by: format!("an archive of {} files", members.len()),
        remarks,
        ..FileReport::default()
    };
    for member in &members {
        let shown = format!("{path}/{}", member.name);
        let job = Job {
            file_id: FileId::derive(&[&job.file_id.to_string(), &member.name]),
            depth: job.depth + 1,
            ..*job
        };
        match read_member(&shown, (&mut *input, member), &job, sink) {
            Ok(found) => report.add(Part {
                path: shown,
                file_id: job.file_id,
                n_bytes: i64::try_from(member.n_unpacked).unwrap_or(i64::MAX),
                report: found,
            }),
            Err(error @ ReadError::Sink(_)) => return Err(error),
            Err(error) => report.remarks.push(Remark {
                part: member.name.clone(),
                code: error.code().as_str().to_owned(),
                text: error.to_string(),
            }),
        }
    }
    if report.parts.is_empty() {
        return Err(nothing_read(&report));
    }
    Ok(report)
}

/// Refuses a workbook that is too large when unpacked: its sheets are held in memory.
fn check_workbook(n_unpacked: u64) -> Result<(), ReadError> {
    if n_unpacked <= MAX_UNPACKED_WORKBOOK {
        return Ok(());
    }
    Err(ReadError::refused(
        Code::FileTooLarge,
        format!("a workbook that unpacks to {}", size(n_unpacked)),
        format!(
            "workbooks are held in memory and may have {}; save its sheets as CSV, which is streamed",
            size(MAX_UNPACKED_WORKBOOK)
        ),
    ))
}

fn nothing_read(report: &FileReport) -> ReadError {
    let reasons: Vec<String> = report
        .remarks
        .iter()
        .take(3)
        .map(|remark| format!("{}: {}", remark.part, remark.text))
        .collect();
    ReadError::refused(
        Code::FileUnknown,
        format!(
            "no file of the archive could be read ({})",
            reasons.join("; ")
        ),
        "look at the reasons given for its files",
    )
}

fn read_member(
    shown: &str,
    (input, member): (&mut dyn ReadSeek, &Member),
    job: &Job<'_>,
    sink: &mut dyn Sink,
) -> Result<FileReport, ReadError> {
    let limit = job.context.max_file_bytes;
    if member.n_unpacked > limit {
        return Err(over_limit(limit));
    }
    let mut packed = Packed::open(input, member.extent)?.limited(limit);
    packed.check(Some(member.sum))?;
    let (kind, _) = input::sniff(&mut packed)?;
    if !matches!(kind, Kind::Zip | Kind::Ole) {
        return read_any(shown, &mut packed, job, sink);
    }
    // These need to go to and fro, which a compressed stream cannot.
    if member.n_unpacked > MAX_HELD_BYTES {
        return Err(ReadError::refused(
            Code::FileTooLarge,
            format!("an archive or workbook within an archive of more than {MAX_HELD_BYTES} bytes"),
            "unpack the outer archive and import the files",
        ));
    }
    let mut held = Vec::new();
    packed.take(MAX_HELD_BYTES).read_to_end(&mut held)?;
    read_any(shown, &mut Cursor::new(held), job, sink)
}

/// Whether a name would lead out of the folder an archive is unpacked to.
fn points_outside(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with('/') || has_drive || name.split('/').any(|part| part == "..")
}

/// The members in the order of their names, and what is passed over.
fn directory(input: &mut dyn ReadSeek) -> Result<(Vec<Member>, Vec<Remark>), ReadError> {
    let mut archive = ZipArchive::new(input).map_err(|_| damaged())?;
    if archive.len() > MAX_MEMBERS {
        return Err(too_large());
    }
    let mut members = Vec::new();
    let mut remarks = Vec::new();
    for idx in 0..archive.len() {
        let file = archive.by_index_raw(idx).map_err(|_| damaged())?;
        let name = String::from_utf8_lossy(file.name_raw()).replace('\\', "/");
        if points_outside(&name) {
            remarks.push(Remark {
                part: name,
                code: Code::FileUnreadable.as_str().to_owned(),
                text: String::from("its name points outside of the archive; it is not read"),
            });
            continue;
        }
        let is_hidden = name
            .split('/')
            .any(|part| part.starts_with('.') || part == "__MACOSX");
        if file.is_dir() || is_hidden {
            continue;
        }
        let method = match file.compression() {
            CompressionMethod::Stored => Some(Method::Stored),
            CompressionMethod::Deflated => Some(Method::Deflate),
            _ => None,
        };
        let (Some(method), false, Some(start)) = (method, file.encrypted(), file.data_start())
        else {
            remarks.push(Remark {
                part: name,
                code: Code::FileUnreadable.as_str().to_owned(),
                text: String::from("encrypted, or packed in a way that is not read"),
            });
            continue;
        };
        members.push(Member {
            name,
            extent: Extent {
                start,
                n_packed: file.compressed_size(),
                method,
            },
            n_unpacked: file.size(),
            sum: file.crc32(),
        });
    }
    members.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((members, remarks))
}
