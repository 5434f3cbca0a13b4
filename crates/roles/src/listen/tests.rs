//! From utterances and notes to rows.

use lake::{Kernel, Output, Slot};
use model::tables::base::{ActivityRow, MeetingRow, UtteranceRow};
use model::tables::decided::{SAID_NOTED, Said};
use model::tables::placed::{ACTIVITY_PLACED, MEETING_KNOWN};
use model::{FileId, Instant, MeetingId, MentionId, Predicate, RecordId, Row, Side};

use super::*;
use crate::fixture::{account, day, meeting, mention};

fn utterance(meeting: MeetingId, idx: i32, label: &str, text: &str) -> UtteranceRow {
    UtteranceRow {
        record_id: RecordId::derive(&[&meeting.to_string(), &idx.to_string()]),
        meeting_id: meeting,
        utterance_idx: idx,
        speaker_mention: Some(mention(label)),
        speaker_label: Some(label.to_owned()),
        start_ms: None,
        end_ms: None,
        file_id: FileId::derive(&["call"]),
        line: i64::from(idx) + 1,
        column: 1,
        text: text.to_owned(),
    }
}

fn note(id: &str, body: &str, author_side: Side) -> ActivityRow {
    ActivityRow {
        record_id: RecordId::derive(&["note", id]),
        native_key: format!("crm:activity:{id}"),
        activity_kind: "note".to_owned(),
        deal_ref: None,
        account_ref: None,
        account_name: None,
        person_refs: Vec::new(),
        author: None,
        author_side,
        at: Some(day("2025-03-04").start()),
        subject: None,
        body_field: "Description".to_owned(),
        body: body.to_owned(),
        modified: None,
        import_seq: 0,
        known_at: Instant(7),
        is_deleted: false,
        account_id: Some(account()),
    }
}

fn heard(meetings: &[MeetingRow], utterances: &[UtteranceRow]) -> Vec<Said> {
    let mut slot = Slot::default();
    slot.insert(MEETING_KNOWN.name, MeetingRow::to_batch(meetings).unwrap());
    slot.insert_rows(utterances).unwrap();
    let mut out = Output::default();
    Listen.run(&slot, &mut out).unwrap();
    rows_of(&mut out, Said::TABLE.name)
}

fn noted(activities: &[ActivityRow]) -> Vec<Said> {
    let mut slot = Slot::default();
    slot.insert(
        ACTIVITY_PLACED.name,
        ActivityRow::to_batch(activities).unwrap(),
    );
    let mut out = Output::default();
    ListenToNotes.run(&slot, &mut out).unwrap();
    rows_of(&mut out, SAID_NOTED.name)
}

fn rows_of(out: &mut Output, table: &str) -> Vec<Said> {
    let mut tables = out.take();
    assert!(tables.keys().all(|name| *name == table));
    let batches = tables.remove(table).unwrap_or_default();
    batches
        .iter()
        .flat_map(|batch| Said::from_batch(batch).unwrap())
        .collect()
}

#[test]
fn an_answer_is_read_after_the_question_before_it() {
    let call = meeting("call", "2025-03-03");
    let rows = heard(
        std::slice::from_ref(&call),
        &[
            utterance(call.meeting_id, 0, "Sam Reed", "Who signs off on this?"),
            utterance(call.meeting_id, 1, "Iris Holm", "That would be our CFO."),
        ],
    );
    let answer = rows
        .iter()
        .find(|row| row.predicate == Predicate::Authorises)
        .unwrap();
    assert_eq!(answer.target_text.as_deref(), Some("our CFO"));
    assert_eq!(answer.speaker_mention, Some(mention("Iris Holm")));
    assert_eq!(
        (answer.day, answer.is_noted, answer.field.as_str()),
        (call.day, false, "text")
    );
    assert_eq!(answer.meeting_id, Some(call.meeting_id));
    assert_eq!((answer.span_start, answer.span_end), (14, 21));
}

#[test]
fn a_speaker_is_known_by_name_when_others_speak_of_them() {
    let call = meeting("call", "2025-03-03");
    let rows = heard(
        std::slice::from_ref(&call),
        &[
            utterance(call.meeting_id, 0, "Xyla Orn", "Hello everybody."),
            utterance(
                call.meeting_id,
                1,
                "Iris Holm",
                "Xyla makes the final decision.",
            ),
        ],
    );
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].target_text.as_deref(), Some("Xyla"));
}

#[test]
fn meetings_without_an_account_are_left_out() {
    let nowhere = MeetingRow {
        account_id: None,
        ..meeting("call", "2025-03-03")
    };
    let said = [utterance(
        nowhere.meeting_id,
        0,
        "Iris Holm",
        "I make the final decision.",
    )];
    assert_eq!(heard(&[nowhere], &said), []);
}

#[test]
fn a_note_of_ours_is_noted_and_a_mail_of_theirs_is_said() {
    let rows = noted(&[note("1", "VP Sales is our champion.", Side::Ours)]);
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].is_noted, rows[0].target_text.as_deref()),
        (true, Some("VP Sales"))
    );
    assert_eq!(
        (rows[0].day, rows[0].field.as_str()),
        (Some(day("2025-03-04")), "Description")
    );
    let rows = noted(&[note("2", "I make the final decision here.", Side::Account)]);
    assert_eq!(
        (rows.len(), rows[0].is_noted, rows[0].speaker_mention),
        (1, false, None::<MentionId>)
    );
}

#[test]
fn whoever_writes_a_note_says_nothing_of_themselves() {
    assert_eq!(
        noted(&[note("1", "I sign off on this next week.", Side::Unknown)]),
        []
    );
}
