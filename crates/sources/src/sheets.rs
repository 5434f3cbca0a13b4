//! Workbooks: each sheet is a table of its own.
//!
//! Reads   XLSX, XLSB and ODS, and XLS of the years before
//!
//! Cells come as text the way a CSV of the sheet would have them; dates come as
//! ISO dates, so their order is never in doubt.

use std::io::{BufReader, SeekFrom};

use calamine::{Data, Ods, Range, Reader, Xls, Xlsb, Xlsx};
use csv::StringRecord;
use model::FileId;

use crate::emit::Emitter;
use crate::error::{Code, ReadError};
use crate::item::Sink;
use crate::read::{Job, ReadSeek, read_table};
use crate::report::{FileReport, Part, Remark};
use crate::table::{Rows, unique_names};

/// A workbook is held in memory and may be this large.
const MAX_WORKBOOK_BYTES: u64 = 128 * 1024 * 1024;

/// A sheet, from its first row that is not blank.
struct Sheet {
    header: Vec<String>,
    rows: Vec<(i64, Vec<String>)>,
    at: usize,
}

impl Rows for Sheet {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn rewind(&mut self) -> Result<(), ReadError> {
        self.at = 0;
        Ok(())
    }

    fn next_row(&mut self, cells: &mut StringRecord) -> Result<Option<i64>, ReadError> {
        let Some((line, row)) = self.rows.get(self.at) else {
            return Ok(None);
        };
        self.at += 1;
        cells.clear();
        row.iter().for_each(|cell| cells.push_field(cell));
        Ok(Some(*line))
    }
}

/// Reads every sheet that holds a table.
pub(crate) fn read(
    path: &str,
    input: &mut dyn ReadSeek,
    job: &Job<'_>,
    sink: &mut dyn Sink,
) -> Result<FileReport, ReadError> {
    let n_bytes = input.seek(SeekFrom::End(0))?;
    if n_bytes > MAX_WORKBOOK_BYTES {
        return Err(ReadError::refused(
            Code::FileTooLarge,
            format!("a workbook of more than {MAX_WORKBOOK_BYTES} bytes"),
            "save its sheets as CSV, which is streamed",
        ));
    }
    let sheets = sheets(input)?;
    let mut report = FileReport {
        format: String::from("workbook"),
        recognised_by: format!("a workbook of {} sheets", sheets.len()),
        ..FileReport::default()
    };
    let is_single = sheets.len() == 1;
    for (name, range) in sheets {
        let Some(mut sheet) = sheet(&range) else {
            continue;
        };
        let shown = format!("{path}/{name}");
        let named = if is_unnamed(&name) { path } else { &shown };
        let file_id = match is_single {
            true => job.file_id,
            false => FileId::derive(&[&job.file_id.to_string(), &name]),
        };
        let mut emitter = Emitter::new(job.context, file_id, &mut *sink);
        match read_table(named, "workbook", &mut sheet, &mut emitter) {
            Ok(found) if is_single => return Ok(found),
            Ok(found) => report.add(Part {
                path: shown,
                file_id,
                n_bytes: 0,
                report: found,
            }),
            Err(error @ ReadError::Sink(_)) => return Err(error),
            Err(error) if is_single => return Err(error),
            Err(error) => report.remarks.push(Remark {
                part: name,
                code: error.code().as_str().to_owned(),
                text: error.to_string(),
            }),
        }
    }
    if report.parts.is_empty() {
        return Err(ReadError::refused(
            Code::FileUnknown,
            "a workbook without a sheet this program reads",
            "put one table on a sheet, its column names in the first row",
        ));
    }
    Ok(report)
}

/// The sheets in the order of the workbook.
fn sheets(input: &mut dyn ReadSeek) -> Result<Vec<(String, Range<Data>)>, ReadError> {
    macro_rules! try_kind {
        ($kind:ident) => {
            input.seek(SeekFrom::Start(0))?;
            if let Ok(mut book) = $kind::new(BufReader::new(&mut *input)) {
                let names = book.sheet_names();
                let found = names.into_iter().filter_map(|name| {
                    let range = book.worksheet_range(&name).ok()?;
                    Some((name, range))
                });
                return Ok(found.collect());
            }
        };
    }
    try_kind!(Xlsx);
    try_kind!(Xlsb);
    try_kind!(Ods);
    try_kind!(Xls);
    Err(ReadError::refused(
        Code::ArchiveDamaged,
        "not a workbook that can be opened, or one with a password",
        "save it again without a password, or as CSV",
    ))
}

/// Names that programs give to sheets nobody has named.
fn is_unnamed(name: &str) -> bool {
    let stem = name
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim()
        .to_lowercase();
    [
        "sheet", "tabelle", "blatt", "feuil", "hoja", "foglio", "planilha", "blad",
    ]
    .contains(&stem.as_str())
}

fn sheet(range: &Range<Data>) -> Option<Sheet> {
    let first_line = range.start().map_or(0, |(row, _)| i64::from(row)) + 1;
    let mut rows = (first_line..)
        .zip(range.rows())
        .map(|(line, row)| (line, row.iter().map(shown).collect::<Vec<String>>()))
        .filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    let (_, header) = rows.next()?;
    let rows: Vec<(i64, Vec<String>)> = rows.collect();
    (!rows.is_empty()).then(|| Sheet {
        header: unique_names(header.iter().map(|name| name.trim().to_owned())),
        rows,
        at: 0,
    })
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(stamp) if stamp.is_duration() => stamp.as_f64().to_string(),
        Data::DateTime(stamp) => {
            let (year, month, day, hour, minute, second, _) = stamp.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                date
            } else {
                format!("{date} {hour:02}:{minute:02}:{second:02}")
            }
        }
    }
}
