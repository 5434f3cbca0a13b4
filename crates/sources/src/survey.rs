//! Surveys: one row a respondent, one column a question or a choice of one.
//!
//! Writes  `record`, `answer`, and a `mention` where the respondent is named
//!
//! [`form`] finds the questions, over as many header rows as the survey tool
//! writes; [`tally`] looks at every column once to tell choices from free text.
//! A survey without a column of names or addresses is anonymous: its answers
//! never become anybody's.

mod form;
mod tally;

use csv::StringRecord;
use model::tables::base::{AnswerRow, MentionRow, RecordRow};
use model::{Instant, MentionKind, RecordId};
use serde_json::{Map, Value};

use crate::dates::{DateOrder, OrderEvidence, is_believable, order_evidence, parse_instant};
use crate::emit::person::{is_placeholder, mention, push_emails, side};
use crate::emit::{Emitter, Head, content_key};
use crate::error::ReadError;
use crate::ids::key;
use crate::item::Item;
use crate::names::{snake, stem};
use crate::report::FileReport;
use crate::table::Rows;
use crate::table::layout::is_blank;
use form::{Column, Use};
pub(crate) use form::{Form, find};
use tally::{Kind, kinds};

/// System name of surveys whose system is not known.
const SYSTEM: &str = "survey";
/// Ids of this length are given once for all surveys of a tool.
const MIN_GLOBAL_ID: usize = 9;

/// Reads every respondent of a survey.
pub(crate) fn read(
    path: &str,
    format: &str,
    (rows, form): (&mut dyn Rows, &Form),
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let named = emitter.context.source.clone();
    let system = named.unwrap_or_else(|| String::from(SYSTEM));
    let mut cells = StringRecord::new();
    let kinds = kinds(rows, form)?;
    let reader = Reader {
        system: &system,
        survey: snake(stem(path)),
        form,
        kinds: &kinds,
        order: match emitter.context.dates {
            Some(order) => Some(order),
            None => date_order(rows, form)?,
        },
    };
    form.skip_header(rows)?;
    while let Some(line) = rows.next_row(&mut cells)? {
        emitter.n_rows += 1;
        reader.read_row(line, &cells, emitter)?;
    }
    let anonymous = if form.is_named() {
        "with names or addresses"
    } else {
        "anonymous"
    };
    Ok(FileReport {
        format: format.to_owned(),
        system: system.clone(),
        object: String::from("answer"),
        n_rows: emitter.n_rows,
        n_bad_rows: emitter.n_bad_rows,
        recognised_by: format!("{}; {anonymous}", form.recognised_by),
        ..FileReport::default()
    })
}

/// The order of dates over the whole column; `None` when nothing tells.
fn date_order(rows: &mut dyn Rows, form: &Form) -> Result<Option<DateOrder>, ReadError> {
    let Some(idx) = form.first(Use::At) else {
        return Ok(None);
    };
    form.skip_header(rows)?;
    let mut cells = StringRecord::new();
    let mut order = None;
    let mut is_silent = false;
    while rows.next_row(&mut cells)?.is_some() {
        match order_evidence(cells.get(idx).unwrap_or_default()) {
            OrderEvidence::Says(said) => order = Some(said),
            OrderEvidence::Silent => is_silent = true,
            OrderEvidence::NotNeeded => {}
        }
    }
    Ok(order.or((!is_silent).then_some(DateOrder::MonthFirst)))
}

struct Reader<'a> {
    system: &'a str,
    survey: String,
    form: &'a Form,
    kinds: &'a [Kind],
    order: Option<DateOrder>,
}

impl Reader<'_> {
    fn read_row(
        &self,
        line: i64,
        cells: &StringRecord,
        emitter: &mut Emitter<'_>,
    ) -> Result<(), ReadError> {
        let answers = self.answers(cells);
        if answers.is_empty() {
            return Ok(());
        }
        let head = self.record(line, cells, emitter)?;
        let person = self.person(cells, &head, emitter);
        let at = self.at(cells);
        for (idx, answer) in answers {
            let Some(column) = self.form.columns.get(idx) else {
                continue;
            };
            let kind = self.kinds.get(idx).copied().unwrap_or(Kind::Choice);
            emitter.put(Item::Answer(AnswerRow {
                record_id: head.record_id,
                native_key: head.native_key.clone(),
                question_idx: i32::try_from(idx).unwrap_or(i32::MAX),
                question: column.asked(kind),
                answer,
                is_free_text: kind == Kind::FreeText,
                is_anonymous: person.is_none(),
                at,
                known_at: emitter.context.known_at,
            }))?;
        }
        person.map_or(Ok(()), |person| emitter.put(Item::Mention(person)))
    }

    /// The answers of a row with their columns.
    fn answers(&self, cells: &StringRecord) -> Vec<(usize, String)> {
        let columns = self.form.columns.iter().zip(self.kinds).enumerate();
        let mut answers = Vec::new();
        for (idx, (column, kind)) in columns {
            let cell = cells.get(idx).unwrap_or_default().trim();
            if column.used != Use::Question || is_blank(cell) {
                continue;
            }
            match kind {
                Kind::Mark if tally::is_unmarked(cell) => {}
                Kind::Mark => answers.push((idx, column.choice(cell))),
                Kind::Several => {
                    let parts = cell.split(';').map(str::trim);
                    let parts = parts.filter(|part| !part.is_empty());
                    answers.extend(parts.map(|part| (idx, part.to_owned())));
                }
                Kind::Choice | Kind::FreeText => answers.push((idx, cell.to_owned())),
            }
        }
        answers
    }

    fn record(
        &self,
        line: i64,
        cells: &StringRecord,
        emitter: &mut Emitter<'_>,
    ) -> Result<Head, ReadError> {
        let mut fields = Map::new();
        for (column, cell) in self.form.columns.iter().zip(cells) {
            if column.used != Use::Dropped && !cell.trim().is_empty() {
                fields.insert(column.name.clone(), Value::from(cell));
            }
        }
        let fields = Value::Object(fields).to_string();
        let id = self.text(cells, Use::Respondent);
        let native_key = match id {
            Some(id) if id.len() >= MIN_GLOBAL_ID => key(self.system, "respondent", id),
            Some(id) => key(self.system, "respondent", &format!("{}/{id}", self.survey)),
            None => content_key(self.system, "respondent", &fields),
        };
        let head = Head {
            record_id: RecordId::derive(&[&native_key, &fields]),
            native_key,
            modified: None,
            is_deleted: false,
        };
        emitter.put(Item::Record(RecordRow {
            record_id: head.record_id,
            native_key: head.native_key.clone(),
            file_id: emitter.file_id,
            line,
            fields,
            modified: None,
            import_seq: emitter.context.import_seq,
            known_at: emitter.context.known_at,
            is_deleted: false,
        }))?;
        Ok(head)
    }

    /// The respondent, where the row has a name or an address.
    fn person(
        &self,
        cells: &StringRecord,
        head: &Head,
        emitter: &Emitter<'_>,
    ) -> Option<MentionRow> {
        let mut person = mention(emitter, head, self.system, (MentionKind::Row, ""));
        if let Some(email) = self.text(cells, Use::Email) {
            push_emails(&mut person.emails, email);
        }
        let owned = |used| self.text(cells, used).map(str::to_owned);
        person.given_name = owned(Use::GivenName);
        person.family_name = owned(Use::FamilyName);
        let joined = match (&person.given_name, &person.family_name) {
            (Some(given), Some(family)) => Some(format!("{given} {family}")),
            (given, family) => given.clone().or_else(|| family.clone()),
        };
        person.full_name = owned(Use::FullName).or(joined);
        if person.emails.is_empty() && person.full_name.is_none() {
            return None;
        }
        person.title = self.asked(cells, Column::asks_title);
        person.account_name = self.asked(cells, Column::asks_company);
        person.is_placeholder = person.full_name.as_deref().is_some_and(is_placeholder);
        person.side = side(emitter, person.full_name.as_deref(), &person.emails);
        Some(person)
    }

    fn text<'c>(&self, cells: &'c StringRecord, used: Use) -> Option<&'c str> {
        let mut columns = self.form.columns.iter().zip(cells);
        columns.find_map(|(column, cell)| {
            let cell = cell.trim();
            (column.used == used && !is_blank(cell)).then_some(cell)
        })
    }

    fn asked(&self, cells: &StringRecord, is_asked: impl Fn(&Column) -> bool) -> Option<String> {
        let mut columns = self.form.columns.iter().zip(cells);
        columns.find_map(|(column, cell)| {
            let cell = cell.trim();
            (is_asked(column) && !is_blank(cell)).then(|| cell.to_owned())
        })
    }

    fn at(&self, cells: &StringRecord) -> Option<Instant> {
        let text = self.text(cells, Use::At)?;
        parse_instant(text, self.order?).filter(|at| is_believable(at.day()))
    }
}
