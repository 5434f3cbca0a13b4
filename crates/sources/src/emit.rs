//! Rows of an understood table become base rows.
//!
//! Every row gives its record (usage events are their own, and pairs of ids and
//! values of properties only where something uses them). [`checks`] sets rows
//! aside; the other parts say what a row of their object gives. [`person`] holds
//! what is common to everybody who is named.

pub(crate) mod account;
pub(crate) mod activity;
pub(crate) mod address;
pub(crate) mod answer;
pub(crate) mod checks;
pub(crate) mod contact;
pub(crate) mod contract;
pub(crate) mod deal;
pub(crate) mod event;
pub(crate) mod history;
pub(crate) mod label;
pub(crate) mod links;
pub(crate) mod person;
pub(crate) mod role;
pub(crate) mod ticket;
pub(crate) mod user;

use std::collections::BTreeMap;

use model::tables::base::{IssueRow, RecordRow};
use model::{FileId, Instant, RecordId};
use text::fold::fold;

use crate::context::Context;
use crate::error::{Code, ReadError};
pub(crate) use crate::ids::key;
use crate::ids::object_key;
use crate::item::{Item, Sink};
use crate::table::fields::Field;
use crate::table::layout::{RowView, is_blank};
use crate::table::objects::Object;

/// Issues of one code that are listed for one file; the rest is only counted.
const MAX_LISTED: u32 = 1_000;

/// Keys of rows set aside that are remembered for one file.
const MAX_SEEN_KEYS: usize = 100_000;

/// Hands base rows of one file to the sink and counts them.
pub(crate) struct Emitter<'a> {
    /// The import.
    pub(crate) context: &'a Context,
    /// The file.
    pub(crate) file_id: FileId,
    /// Where rows go.
    pub(crate) sink: &'a mut dyn Sink,
    /// Rows read.
    pub(crate) n_rows: i64,
    /// Rows set aside.
    pub(crate) n_bad_rows: i64,
    /// Rows set aside of which not even the key is known.
    pub(crate) n_lost: i64,
    /// Keys of rows set aside.
    pub(crate) seen_keys: Vec<String>,
    n_issues: BTreeMap<Code, u32>,
}

/// What every base row of one record repeats.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// The record.
    pub(crate) record_id: RecordId,
    /// Its key.
    pub(crate) native_key: String,
    /// Its modified stamp.
    pub(crate) modified: Option<Instant>,
    /// It is deleted.
    pub(crate) is_deleted: bool,
}

/// Where an issue was met and what it is.
pub(crate) struct Trouble<'a> {
    /// The line.
    pub(crate) line: i64,
    /// The column's name, or empty.
    pub(crate) column: &'a str,
    /// The code.
    pub(crate) code: Code,
    /// The class of what was found.
    pub(crate) found: String,
    /// What was expected and what to do.
    pub(crate) expected: &'a str,
    /// Whether the row is set aside.
    pub(crate) is_set_aside: bool,
}

impl<'a> Emitter<'a> {
    /// An emitter for one file.
    pub(crate) fn new(context: &'a Context, file_id: FileId, sink: &'a mut dyn Sink) -> Self {
        Self {
            context,
            file_id,
            sink,
            n_rows: 0,
            n_bad_rows: 0,
            n_lost: 0,
            seen_keys: Vec::new(),
            n_issues: BTreeMap::new(),
        }
    }

    /// Hands over one item.
    pub(crate) fn put(&mut self, item: Item) -> Result<(), ReadError> {
        Ok(self.sink.accept(item)?)
    }

    /// Notes an issue; the first thousand of a code are listed.
    pub(crate) fn trouble(&mut self, trouble: Trouble<'_>) -> Result<(), ReadError> {
        if trouble.is_set_aside && trouble.code != Code::RowFooter {
            self.n_bad_rows += 1;
        }
        let n = self.n_issues.entry(trouble.code).or_default();
        *n += 1;
        if *n > MAX_LISTED {
            return Ok(());
        }
        self.put(Item::Issue(IssueRow {
            file_id: self.file_id,
            line: trouble.line,
            column: trouble.column.to_owned(),
            code: trouble.code.as_str().to_owned(),
            found: trouble.found,
            expected: trouble.expected.to_owned(),
            is_set_aside: trouble.is_set_aside,
        }))
    }

    /// Remembers that a row set aside was there, where its id can be read.
    fn note_key(&mut self, row: &RowView<'_>) {
        match row.text(Field::Id) {
            Some(_) if self.seen_keys.len() < MAX_SEEN_KEYS => {
                self.seen_keys.push(own_key(row, ""));
            }
            _ => self.n_lost += 1,
        }
    }

    /// Hands over the record of a row and returns what its other rows repeat.
    pub(crate) fn record(&mut self, row: &RowView<'_>) -> Result<Head, ReadError> {
        let fields = fields_json(row);
        let native_key = own_key(row, &fields);
        let reading = &row.layout.reading;
        let head = Head {
            // Read by another mapping, the same row says something else.
            record_id: match reading.is_empty() {
                true => RecordId::derive(&[&native_key, &fields]),
                false => RecordId::derive(&[&native_key, &fields, reading]),
            },
            native_key,
            modified: row.instant(Field::Modified),
            is_deleted: row.flag(Field::IsDeleted).unwrap_or(false),
        };
        self.put(Item::Record(RecordRow {
            record_id: head.record_id,
            native_key: head.native_key.clone(),
            file_id: self.file_id,
            line: row.line,
            fields,
            modified: head.modified,
            import_seq: self.context.import_seq,
            known_at: self.context.known_at,
            is_deleted: head.is_deleted,
        }))?;
        Ok(head)
    }
}

/// Emits everything that one row of a table says, or sets it aside.
pub(crate) fn row(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let n_before = emitter.n_bad_rows;
    if !checks::passes(emitter, row)? {
        emitter.n_lost += emitter.n_bad_rows - n_before;
        return Ok(());
    }
    object(emitter, row)?;
    if emitter.n_bad_rows > n_before {
        emitter.note_key(row);
    }
    Ok(())
}

fn object(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    match row.layout.object {
        Object::Account => account::emit(emitter, row),
        Object::Domain => account::emit_domain(emitter, row),
        Object::Contact => contact::emit(emitter, row),
        Object::Lead => contact::emit_lead(emitter, row),
        Object::User | Object::Staff | Object::Visitor => user::emit(emitter, row),
        Object::Deal => deal::emit(emitter, row),
        Object::StageEntry => deal::emit_stage(emitter, row),
        Object::LineItem => deal::emit_line_item(emitter, row),
        Object::Role => role::emit(emitter, row),
        Object::Activity => activity::emit(emitter, row),
        Object::Ticket => ticket::emit(emitter, row),
        Object::Comment => ticket::emit_comment(emitter, row),
        Object::Contract => contract::emit(emitter, row),
        Object::Association => links::emit(emitter, row),
        Object::Merge => links::emit_merge(emitter, row),
        Object::History => history::emit(emitter, row),
        Object::Event => event::emit(emitter, row),
        Object::Answer => answer::emit(emitter, row),
        Object::Product
        | Object::Price
        | Object::Stage
        | Object::TicketStage
        | Object::Pipeline
        | Object::Property
        | Object::PropertyOption
        | Object::Campaign
        | Object::Feature
        | Object::Page
        | Object::Poll => label::emit(emitter, row),
    }
}

/// The key of the object a row is about.
///
/// A row without an id is known by what names it in every export: a person by
/// address and name, a company by name and domain, a deal by account and name.
fn own_key(row: &RowView<'_>, fields: &str) -> String {
    let system = &row.layout.system;
    let object = row.layout.object.spec().key;
    if let Some(id) = row.text(Field::Id) {
        return object_key(system, object, id);
    }
    let named = match row.layout.object {
        Object::Account => joined(row.text(Field::Name), row.text(Field::Domain)),
        Object::Contact | Object::Lead | Object::User => {
            let name = row.text(Field::FullName).or(row.text(Field::FamilyName));
            row.text(Field::Email)
                .and_then(|email| joined(Some(email), name))
        }
        Object::Deal => named_deal(row.text(Field::AccountName), row.text(Field::Name)),
        _ => None,
    };
    named.map_or_else(
        || content_key(system, object, fields),
        |name| key(system, object, &name),
    )
}

/// The id of a person who has an address and no id.
pub(crate) fn named_person(email: Option<&str>, name: Option<&str>) -> Option<String> {
    email.and_then(|email| joined(Some(email), name))
}

/// The id of a deal that has a name only.
pub(crate) fn named_deal(account: Option<&str>, name: Option<&str>) -> Option<String> {
    Some(format!("{}/{}", fold(account?), fold(name?)))
}

fn joined(first: Option<&str>, second: Option<&str>) -> Option<String> {
    Some(format!(
        "{}/{}",
        fold(first?),
        fold(second.unwrap_or_default())
    ))
}

/// The key of a row without an id.
pub(crate) fn content_key(system: &str, object: &str, content: &str) -> String {
    let digest = RecordId::derive(&[system, object, content]).to_string();
    format!(
        "{system}:{object}:#{}",
        digest.get(4..24).unwrap_or_default()
    )
}

/// The row's columns as a JSON object in the order of the header, empty cells and
/// protected attributes left out.
pub(crate) fn fields_json(row: &RowView<'_>) -> String {
    let mut out = String::from("{");
    let protected = row.layout.protected.iter();
    let columns = row.layout.header.iter().zip(row.cells).zip(protected);
    for ((name, cell), is_protected) in columns {
        if cell.is_empty() || *is_protected {
            continue;
        }
        if out.len() > 1 {
            out.push(',');
        }
        push_json(&mut out, name);
        out.push(':');
        push_json(&mut out, cell);
    }
    out.push('}');
    out
}

fn push_json(out: &mut String, text: &str) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

/// Several values in one cell: `CHAMPION;INFLUENCER`.
pub(crate) fn split_cell<'a>(cell: &'a str, marks: &'a [char]) -> impl Iterator<Item = &'a str> {
    cell.split(marks)
        .map(str::trim)
        .filter(|part| !is_blank(part))
}

/// The class of a value: what may be said of it without saying it.
pub(crate) fn value_class(text: &str) -> String {
    let n = text.chars().count();
    let is_number = !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b".,-+ ".contains(&b));
    let kind = if text.is_empty() {
        return String::from("nothing");
    } else if text.contains('@') {
        "an address"
    } else if is_number {
        "a number"
    } else {
        "text"
    };
    format!("{kind} of {n} characters")
}
