//! Evidence in words: the quote with the words that count, and where they stand.

use anyhow::Result;
use api::evidence::{ClaimView, ContextLine, CountedView, Evidence, Place, Quote, QuotedRow};
use api::words;

use crate::table::print_text;

/// How much is shown of a row that is quoted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// The cell that counts.
    Cell,
    /// All its columns.
    Whole,
}

/// A claim, who said it and what it rests on.
pub(super) fn print_claim(claim: &ClaimView, indent: &str, rows: Rows) -> Result<()> {
    let by = claim
        .said_by
        .as_ref()
        .map_or_else(String::new, |person| format!(", by {}", person.name));
    let subject = claim
        .subject
        .as_ref()
        .map_or_else(String::new, |person| format!("about {}; ", person.name));
    print_text(&format!(
        "{indent}{subject}{}{by}; arrived {}  {}",
        words::method(claim.method),
        claim.known_on,
        claim.claim_id
    ))?;
    match &claim.evidence {
        Evidence::Quote(quote) => print_quote(quote, indent, rows),
        Evidence::Counted(view) => print_counted(view, indent),
        Evidence::Gone { record_id } => print_text(&format!(
            "{indent}the record {record_id} is not among the published ones"
        )),
    }
}

/// The words, with those that count in brackets, between their neighbours.
pub(super) fn print_quote(quote: &Quote, indent: &str, rows: Rows) -> Result<()> {
    let said_on = quote
        .saying
        .as_ref()
        .and_then(|saying| saying.meeting.as_ref())
        .map_or_else(String::new, |meeting| {
            let day = meeting
                .day
                .map_or_else(|| "day not known".to_owned(), |day| day.to_string());
            format!("  in {}, {day}", meeting.title)
        });
    print_text(&format!("{indent}{}{said_on}", place(&quote.place)))?;
    if let Some(saying) = &quote.saying {
        saying
            .before
            .iter()
            .try_for_each(|line| print_context(line, indent))?;
    }
    let words = &quote.words;
    let label = quote
        .saying
        .as_ref()
        .and_then(|saying| saying.label.as_deref());
    let label = label.map_or_else(String::new, |label| format!("{label}: "));
    if !words.marked.is_empty() {
        print_text(&format!(
            "{indent}> {label}{}[{}]{}",
            words.lead, words.marked, words.tail
        ))?;
    }
    if let Some(saying) = &quote.saying {
        saying
            .after
            .iter()
            .try_for_each(|line| print_context(line, indent))?;
    }
    match &quote.row {
        Some(row) if rows == Rows::Whole || words.marked.is_empty() => print_row(row, indent),
        Some(row) => print_text(&format!(
            "{indent}  of row {}; --row shows its other columns",
            row.native_key
        )),
        None => Ok(()),
    }
}

/// Every filled column of the row, one a line; the cited one is marked.
fn print_row(row: &QuotedRow, indent: &str) -> Result<()> {
    print_text(&format!("{indent}  row {}", row.native_key))?;
    for cell in &row.cells {
        let mark = if cell.is_cited { ">" } else { " " };
        print_text(&format!("{indent}  {mark} {}: {}", cell.name, cell.value))?;
    }
    Ok(())
}

fn print_context(line: &ContextLine, indent: &str) -> Result<()> {
    let label = line.label.as_deref().unwrap_or("not known");
    print_text(&format!("{indent}  {label}: {}", line.text))
}

fn place(place: &Place) -> String {
    let file = place.file.as_ref().map_or("not known", |file| &file.path);
    let field = match place.field.as_str() {
        "" => String::new(),
        field => format!(", column {field}"),
    };
    format!(
        "{file}, line {}{field}, characters {}–{}",
        place.line, place.first_character, place.last_character
    )
}

/// A counted set, row by row.
pub(super) fn print_counted(view: &CountedView, indent: &str) -> Result<()> {
    let filter: Vec<String> = view
        .filter
        .iter()
        .map(|(column, texts)| format!("{column} = {}", texts.join(" or ")))
        .collect();
    let count = view
        .count
        .map_or_else(|| "not stated".to_owned(), |count| count.to_string());
    let holds = if view.count_holds {
        "the rows below add up to it"
    } else {
        "the rows below do not add up to it"
    };
    print_text(&format!(
        "{indent}counted in {}: {}; {count}, {holds}  {}",
        view.table,
        filter.join(", "),
        view.set_id
    ))?;
    for row in &view.rows {
        print_text(&format!(
            "{indent}  {}  {}: {} on {} days, {} to {}",
            row.user_key, row.name, row.n, row.n_days, row.first_day, row.last_day
        ))?;
    }
    for record in &view.records {
        let day = record
            .day
            .map_or_else(|| "day not known".to_owned(), |day| day.to_string());
        let id = &record.explain_id;
        let title = record.title.as_deref().unwrap_or("no title");
        print_text(&format!("{indent}  {day}  {title}  {id}"))?;
    }
    Ok(())
}
