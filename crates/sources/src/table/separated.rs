//! CSV and its relatives, as a stream.

use std::io::Read;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::Encoding;

use crate::error::{Code, ReadError};
use crate::input::Utf8;
use crate::packed::size;
use crate::read::ReadSeek;
use crate::table::quotes::Quotes;
use crate::table::{Rows, unique_names};

/// The longest row that is read.
const MAX_ROW_BYTES: usize = 16 * 1024 * 1024;

/// Rows of the head whose cells are counted.
const MAX_WIDTHS: usize = 40;

/// A head of so many bytes is cut off; a shorter one is a whole file.
const LONG_HEAD: usize = 60 * 1024;

/// A table of separated values.
pub(crate) struct Separated<'a> {
    /// Empty only while the text is being rewound.
    reader: Option<csv::Reader<Capped<'a>>>,
    header: Vec<String>,
    separator: u8,
    n_skipped: u32,
}

/// Counts the bytes handed out for one row and stops when it never ends.
struct Capped<'a> {
    text: Utf8<'a>,
    n_since_row: usize,
    quotes: Quotes,
}

impl Read for Capped<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = self.text.read(out)?;
        self.n_since_row += n;
        self.quotes.feed(out.get(..n).unwrap_or_default());
        if self.n_since_row > MAX_ROW_BYTES {
            return Err(std::io::Error::from(std::io::ErrorKind::FileTooLarge));
        }
        Ok(n)
    }
}

impl<'a> Separated<'a> {
    /// Opens a table whose header is the row after `n_before` others.
    pub(crate) fn open(
        input: &'a mut dyn ReadSeek,
        encoding: &'static Encoding,
        separator: u8,
        n_before: u32,
    ) -> Result<Self, ReadError> {
        let capped = Capped {
            text: Utf8::new(input, encoding)?,
            n_since_row: 0,
            quotes: Quotes::new(separator),
        };
        let mut table = Self {
            reader: Some(csv_reader(capped, separator)),
            header: Vec::new(),
            separator,
            n_skipped: n_before + 1,
        };
        let mut cells = StringRecord::new();
        for _ in 0..=n_before {
            table.next_row(&mut cells)?;
        }
        table.header = unique_names(cells.iter().map(|name| name.trim().to_owned()));
        Ok(table)
    }
}

fn csv_reader(capped: Capped<'_>, separator: u8) -> csv::Reader<Capped<'_>> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .buffer_capacity(64 * 1024)
        .from_reader(capped)
}

fn read_error(cause: csv::Error) -> ReadError {
    match cause.into_kind() {
        csv::ErrorKind::Io(io) if io.kind() == std::io::ErrorKind::FileTooLarge => {
            ReadError::refused(
                Code::LineTooLong,
                format!("a row is longer than {}", size(MAX_ROW_BYTES as u64)),
                "look for a quotation mark that is never closed",
            )
        }
        csv::ErrorKind::Io(io) => ReadError::Io(io),
        _ => ReadError::refused(
            Code::FileUnknown,
            "not a table of separated values",
            "export it as CSV again",
        ),
    }
}

impl Rows for Separated<'_> {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn rewind(&mut self) -> Result<(), ReadError> {
        if let Some(reader) = self.reader.take() {
            let mut capped = reader.into_inner();
            capped.text.rewind()?;
            capped.quotes = Quotes::new(self.separator);
            self.reader = Some(csv_reader(capped, self.separator));
        }
        let mut cells = StringRecord::new();
        for _ in 0..self.n_skipped {
            self.next_row(&mut cells)?;
        }
        Ok(())
    }

    fn separator(&self) -> Option<u8> {
        Some(self.separator)
    }

    fn ends_within_value(&self) -> bool {
        let reader = self.reader.as_ref();
        reader.is_some_and(|reader| reader.get_ref().quotes.is_open())
    }

    fn next_row(&mut self, cells: &mut StringRecord) -> Result<Option<i64>, ReadError> {
        let Some(reader) = self.reader.as_mut() else {
            return Ok(None);
        };
        reader.get_mut().n_since_row = 0;
        if !reader.read_record(cells).map_err(read_error)? {
            return Ok(None);
        }
        let line = cells.position().map_or(0, csv::Position::line);
        Ok(Some(i64::try_from(line).unwrap_or(i64::MAX)))
    }
}

/// Finds the separator: the one that gives the rows of the head most cells,
/// as evenly as possible. `None` when no separator gives two columns.
pub(crate) fn find_separator(head: &str) -> Option<u8> {
    let candidates = *b",;\t|";
    let score = |separator: &u8| evenness(&widths(head, *separator));
    let best = candidates.into_iter().rev().max_by_key(score)?;
    (score(&best) > 0).then_some(best)
}

/// How much rows of these widths look like a table; 0 when they do not.
fn evenness(widths: &[usize]) -> usize {
    let leaves_out = leaves_out_cells(widths);
    let usual = match leaves_out {
        true => widths.first().copied().unwrap_or(0),
        false => usual_width(widths),
    };
    if usual < 2 {
        return 0;
    }
    // Reports have titles above their header and remarks below their rows.
    let is_row = |width: &usize| *width > 1 && *width * 2 >= usual;
    let first = widths.iter().position(is_row).unwrap_or(0);
    let last = widths.iter().rposition(is_row).unwrap_or(0);
    let body = widths.get(first..=last).unwrap_or_default();
    let n_even = body
        .iter()
        .filter(|width| **width == usual || (leaves_out && **width > 1))
        .count();
    let is_alone = n_even < 2 && body.len() < widths.len();
    // The last row of the head may be cut off.
    let is_even = n_even * 5 >= (body.len() - 1).max(1) * 3;
    match is_even && !is_alone {
        true => n_even * usual.min(30),
        false => 0,
    }
}

/// How many rows stand before the header: reports begin with their title and
/// their filters, in rows of one or two cells.
pub(crate) fn find_header(head: &str, separator: u8) -> u32 {
    let widths = widths(head, separator);
    let usual = usual_width(&widths);
    let n_before = widths
        .iter()
        .take_while(|width| **width * 2 < usual)
        .count();
    if n_before < widths.len() {
        u32::try_from(n_before).unwrap_or(0)
    } else {
        0
    }
}

/// Whether rows are shorter than the header and never longer: empty cells at the
/// end are left out.
fn leaves_out_cells(widths: &[usize]) -> bool {
    let Some((header, rows)) = widths.split_first() else {
        return false;
    };
    let n_long = rows.iter().filter(|width| **width * 2 > *header).count();
    *header > 2 && rows.iter().all(|width| width <= header) && n_long * 2 > rows.len()
}

/// Cells of each of the first rows.
fn widths(head: &str, separator: u8) -> Vec<usize> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(head.as_bytes());
    let rows = reader.records().take(MAX_WIDTHS).flatten();
    let mut widths: Vec<usize> = rows.map(|row| row.len()).collect();
    // Where a few rows fill the head, the last of them goes on behind it.
    if head.len() >= LONG_HEAD && (2..MAX_WIDTHS).contains(&widths.len()) {
        widths.pop();
    }
    widths
}

/// The width of several cells that most rows have; of two, the greater.
fn usual_width(widths: &[usize]) -> usize {
    let n_of = |width: usize| widths.iter().filter(|known| **known == width).count();
    let several = widths.iter().copied().filter(|width| *width > 1);
    several
        .max_by_key(|width| (n_of(*width), *width))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn separators_are_found() {
        assert_eq!(find_separator("a;b;c\n1,5;2;3\n"), Some(b';'));
        assert_eq!(find_separator("a\tb\n1\t2\n"), Some(b'\t'));
        assert_eq!(find_separator("a,b\n\"x\ny\",2\n"), Some(b','));
        assert_eq!(
            find_separator("a,b,c,d\n1,2,3\n1,2\n1,2,3,4\n1,2,3\n"),
            Some(b','),
            "empty cells may be left out"
        );
        assert_eq!(find_separator("only one column\nand text, here\n"), None);
    }

    #[test]
    fn a_short_report_is_a_table_between_its_title_and_its_footer() {
        let report =
            "Contacts by role\nFilter: all\na;b;c;d\n1;2;3;4\nTotal;1\nConfidential\nOurs\nKim\n";
        assert_eq!(find_separator(report), Some(b';'));
        assert_eq!(find_header(report, b';'), 2);
        assert_eq!(
            find_separator("a,b,c\n1,2,3,4\n"),
            Some(b','),
            "one row is too long"
        );
    }

    #[test]
    fn a_report_may_have_a_title_before_its_header() {
        let text = "Contacts by role\nFilter,2024\na,b,c,d,e\n1,2,3,4,5\n1,2,3,4,5\n";
        assert_eq!(find_separator(text), Some(b','));
        assert_eq!(find_header(text, b','), 2);
        assert_eq!(find_header("a,b\n1,2\n", b','), 0);
        assert_eq!(find_header("a,b,c\n1,2,3\n", b','), 0);
    }

    #[test]
    fn rows_come_again_after_a_rewind_with_their_lines() {
        let mut input = Cursor::new(b"a,b\n1,\"x\ny\"\n2,z\n".to_vec());
        let mut table = Separated::open(&mut input, encoding_rs::UTF_8, b',', 0).unwrap();
        assert_eq!(table.header(), ["a", "b"]);
        for _ in 0..2 {
            let mut cells = StringRecord::new();
            let mut lines = Vec::new();
            while let Some(line) = table.next_row(&mut cells).unwrap() {
                lines.push((line, cells.get(1).unwrap().to_owned()));
            }
            assert_eq!(lines, [(2, String::from("x\ny")), (4, String::from("z"))]);
            table.rewind().unwrap();
        }
    }
}
