//! Answers in a survey, one a row: respondent, question, answer.
//!
//! Writes  `record`, `answer`, and a `mention` unless nobody is named

use model::MentionKind;
use model::tables::base::{AnswerRow, MentionRow};

use crate::emit::account::account_ref;
use crate::emit::person::{is_placeholder, mention, push_emails, side};
use crate::emit::{Emitter, Head, Trouble, key};
use crate::error::{Code, ReadError};
use crate::ids::object_key;
use crate::item::Item;
use crate::names::column_key;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of answers.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let (Some(question), Some(answer)) = (question(row), row.text(Field::Answer)) else {
        return emitter.trouble(Trouble {
            line: row.line,
            column: row.layout.name_of(Field::Answer),
            code: Code::RowIncomplete,
            found: String::from("nothing"),
            expected: "a question and its answer",
            is_set_aside: true,
        });
    };
    let mut head = emitter.record(row)?;
    let known = known_respondent(row);
    if let Some(id) = row.text(Field::RespondentRef).or(row.text(Field::Email)) {
        let respondent = || key(&row.layout.system, "respondent", id);
        head.native_key = known.clone().unwrap_or_else(respondent);
    }
    let person =
        person(emitter, row, &head).or_else(|| known.map(|_| pointed_at(emitter, row, &head)));
    emitter.put(Item::Answer(AnswerRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        question_idx: question_idx(&question),
        question,
        answer: answer.to_owned(),
        is_free_text: answer.split_whitespace().count() > 4,
        is_anonymous: person.is_none(),
        at: row.instant(Field::At),
        known_at: emitter.context.known_at,
    }))?;
    match person {
        Some(person) => emitter.put(Item::Mention(person)),
        None => Ok(()),
    }
}

/// The question, or the key of the table of questions it stands in.
fn question(row: &RowView<'_>) -> Option<String> {
    let text = row.text(Field::Question)?;
    let is_code = column_key(row.layout.name_of(Field::Question)) == "poll_id";
    Some(if is_code {
        object_key(&row.layout.system, "poll", text)
    } else {
        text.to_owned()
    })
}

/// The key of a respondent whom another table describes.
fn known_respondent(row: &RowView<'_>) -> Option<String> {
    let column = column_key(row.layout.name_of(Field::RespondentRef));
    let object = match column.as_str() {
        "user_id" | "visitor_id" => "user",
        "contact_id" => "contact",
        _ => return None,
    };
    row.key(Field::RespondentRef, object)
}

fn pointed_at(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> MentionRow {
    let what = (
        MentionKind::Reference,
        row.layout.name_of(Field::RespondentRef),
    );
    let mut person = mention(emitter, head, &row.layout.system, what);
    person.account_ref = account_ref(row);
    person
}

/// A number of the question's own, the same in every file.
fn question_idx(question: &str) -> i32 {
    let [a, b, c, d, ..] = model::RecordId::derive(&["question", question]).0;
    i32::from_be_bytes([a & 0x7f, b, c, d])
}

/// The respondent, where the row has a name or an address; otherwise nobody can be told.
fn person(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> Option<MentionRow> {
    let mut person = mention(emitter, head, &row.layout.system, (MentionKind::Row, ""));
    row.all(Field::Email)
        .for_each(|cell| push_emails(&mut person.emails, cell));
    person.full_name = row.owned(Field::FullName);
    if person.emails.is_empty() && person.full_name.is_none() {
        return None;
    }
    person.title = row.owned(Field::Title);
    person.account_name = row.owned(Field::AccountName);
    person.account_ref = account_ref(row);
    person.is_placeholder = person.full_name.as_deref().is_some_and(is_placeholder);
    person.side = side(emitter, person.full_name.as_deref(), &person.emails);
    Some(person)
}
