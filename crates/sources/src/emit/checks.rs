//! Rows that are none, and values that are not what their column says.
//!
//! Writes  `issue`

use crate::dates::{is_believable, parse_instant};
use crate::emit::{Emitter, Trouble, value_class};
use crate::error::{Code, ReadError};
use crate::numbers::parse_number;
use crate::table::fields::Field;
use crate::table::layout::{RowView, is_blank};
use crate::table::objects::Object;
use crate::table::shape::is_footer;

/// Fields that hold dates.
const DATES: &[Field] = &[
    Field::Modified,
    Field::Created,
    Field::Closes,
    Field::Starts,
    Field::Ends,
    Field::LastDay,
    Field::Signed,
    Field::At,
    Field::LeftOn,
];

/// Fields that hold numbers.
const NUMBERS: &[Field] = &[
    Field::Amount,
    Field::ContractValue,
    Field::TermMonths,
    Field::NoticeDays,
    Field::Quantity,
];

/// Says whether a row is to be read; notes what is wrong with it.
pub(crate) fn passes(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<bool, ReadError> {
    let n_filled = row
        .cells
        .iter()
        .filter(|cell| !is_blank(cell.trim()))
        .count();
    if n_filled == 0 {
        return Ok(false);
    }
    let n_columns = row.layout.header.len();
    if row.layout.shape.is_below(row.line) || is_footer(row.cells, n_columns) {
        set_aside(
            emitter,
            row,
            Code::RowFooter,
            "a line below the rows of a report",
        )?;
        return Ok(false);
    }
    if row.cells.as_slice().contains('\0') {
        set_aside(emitter, row, Code::TextUndecodable, "a zero character")?;
        return Ok(false);
    }
    let extra = row.cells.iter().skip(row.layout.header.len());
    if extra.clone().any(|cell| !is_blank(cell.trim())) {
        set_aside(
            emitter,
            row,
            Code::RowLength,
            "more cells than the header has",
        )?;
        return Ok(false);
    }
    if row
        .layout
        .shape
        .is_cut(row.line, row.cells.len(), n_columns)
    {
        cut_off(emitter, row)?;
        return Ok(false);
    }
    if !matches!(row.layout.object, Object::Event | Object::Answer) {
        check_values(emitter, row)?;
    }
    Ok(true)
}

fn set_aside(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    code: Code,
    found: &str,
) -> Result<(), ReadError> {
    emitter.trouble(Trouble {
        line: row.line,
        column: "",
        code,
        found: found.to_owned(),
        expected: match code {
            Code::TextUndecodable => "text without zero characters; export it again",
            _ => "a row with one cell for each column; put separators within a value into quotation marks",
        },
        is_set_aside: true,
    })
}

/// Sets aside a row that was cut off.
fn cut_off(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let shape = row.layout.shape;
    let is_open = shape.is_open && row.line == shape.last_line;
    let found = match is_open {
        true => String::from("a quotation mark that is not closed before the end of the file"),
        false => format!(
            "{} cells under {} columns",
            row.cells.len(),
            row.layout.header.len()
        ),
    };
    let expected = match (is_open, row.line == shape.last_line) {
        (true, _) => {
            "a file that ends behind a row; export it again if it was cut off, or close the quotation mark: \
             everything behind it was taken for one value"
        }
        (_, true) => "a whole last row; the file may be cut off, export it again",
        _ => {
            "a row with one cell for each column; put line breaks within a value into quotation marks"
        }
    };
    emitter.trouble(Trouble {
        line: row.line,
        column: "",
        code: Code::RowTruncated,
        found,
        expected,
        is_set_aside: true,
    })
}

fn check_values(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    for field in DATES {
        for idx in row.layout.columns_of(*field) {
            let text = row.cell(*idx);
            let read = text.and_then(|text| parse_instant(text, row.order(*idx)));
            let wrong = text.filter(|_| read.is_none());
            note(emitter, row, (*idx, wrong), Code::DateInvalid)?;
            let unlikely = text.filter(|_| read.is_some_and(|at| !is_believable(at.day())));
            note(emitter, row, (*idx, unlikely), Code::DatePlaceholder)?;
        }
    }
    for field in NUMBERS {
        for idx in row.layout.columns_of(*field) {
            let mark = row.layout.marks.get(*idx).copied().unwrap_or_default();
            let text = row.cell(*idx);
            let wrong = text.filter(|text| parse_number(text, mark).is_none());
            note(emitter, row, (*idx, wrong), Code::NumberInvalid)?;
        }
    }
    Ok(())
}

fn note(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    (idx, wrong): (usize, Option<&str>),
    code: Code,
) -> Result<(), ReadError> {
    let Some(text) = wrong else {
        return Ok(());
    };
    emitter.trouble(Trouble {
        line: row.line,
        column: row.layout.header.get(idx).map_or("", String::as_str),
        code,
        found: value_class(text),
        expected: match code {
            Code::DateInvalid => "a date; left out",
            Code::DatePlaceholder => {
                "a date between 1950 and 2089, other than 1970-01-01; taken as not known"
            }
            _ => "a number; left out",
        },
        is_set_aside: false,
    })
}
