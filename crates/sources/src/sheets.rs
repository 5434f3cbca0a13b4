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

/// Cells between the first and the last of a sheet; they are held in memory.
const MAX_CELLS: u64 = 10_000_000;

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
        let Some(range) = range else {
            refuse(&mut report, (name, is_single), too_many_cells())?;
            continue;
        };
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
            Err(error) => refuse(&mut report, (name, is_single), error)?,
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

/// Notes why a sheet is passed over; the only sheet of a workbook is the workbook.
fn refuse(
    report: &mut FileReport,
    (name, is_single): (String, bool),
    error: ReadError,
) -> Result<(), ReadError> {
    if is_single {
        return Err(error);
    }
    report.remarks.push(Remark {
        part: name,
        code: error.code().as_str().to_owned(),
        text: error.to_string(),
    });
    Ok(())
}

/// A sheet by name; none when it is too large to be held.
type Named = (String, Option<Range<Data>>);

/// The sheets in the order of the workbook.
fn sheets(input: &mut dyn ReadSeek) -> Result<Vec<Named>, ReadError> {
    macro_rules! try_kind {
        ($kind:ident, $fits:expr) => {
            input.seek(SeekFrom::Start(0))?;
            if let Ok(mut book) = $kind::new(BufReader::new(&mut *input)) {
                let names = book.sheet_names();
                let found = names.into_iter().filter_map(|name| {
                    let fits: fn(&mut $kind<_>, &str) -> bool = $fits;
                    if !fits(&mut book, &name) {
                        return Some((name, None));
                    }
                    let range = book.worksheet_range(&name).ok()?;
                    Some((name, Some(range)))
                });
                return Ok(found.collect());
            }
        };
    }
    // A cell in the last corner of a sheet would take room for all before it.
    macro_rules! by_cells {
        () => {
            |book, name| {
                let Ok(mut cells) = book.worksheet_cells_reader(name) else {
                    return true;
                };
                let mut bounds = Bounds::default();
                while let Ok(Some(cell)) = cells.next_cell() {
                    bounds.add(cell.get_position());
                }
                bounds.n_cells() <= MAX_CELLS
            }
        };
    }
    try_kind!(Xlsx, by_cells!());
    try_kind!(Xlsb, by_cells!());
    try_kind!(Ods, |_, _| true);
    try_kind!(Xls, |_, _| true);
    Err(ReadError::refused(
        Code::ArchiveDamaged,
        "not a workbook that can be opened, or one with a password",
        "save it again without a password, or as CSV",
    ))
}

/// The rectangle that holds every cell.
#[derive(Default)]
struct Bounds {
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
}

impl Bounds {
    fn add(&mut self, (row, column): (u32, u32)) {
        let grown = |range: Option<(u32, u32)>, at: u32| match range {
            Some((first, last)) => Some((first.min(at), last.max(at))),
            None => Some((at, at)),
        };
        self.rows = grown(self.rows, row);
        self.columns = grown(self.columns, column);
    }

    fn n_cells(&self) -> u64 {
        let n = |range: Option<(u32, u32)>| {
            range.map_or(0, |(first, last)| u64::from(last - first) + 1)
        };
        n(self.rows) * n(self.columns)
    }
}

/// Why a sheet is not read that spans too many cells.
fn too_many_cells() -> ReadError {
    ReadError::refused(
        Code::FileTooLarge,
        format!(
            "a sheet that spans more than {MAX_CELLS} cells, which would have to be held in memory"
        ),
        "remove what stands far outside of the table, or save the sheet as CSV, which is streamed",
    )
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
