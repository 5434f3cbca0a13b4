//! Reads what was said in meetings, each utterance after the one before it.

use std::collections::BTreeMap;

use lake::{Kernel, KernelError, Output, Slot};
use model::tables::base::{MeetingRow, UtteranceRow};
use model::tables::decided::Said;
use model::tables::placed::MEETING_KNOWN;
use model::{MeetingId, Row, TableDef};
use serde::{Deserialize, Serialize};
use text::names::name_key;
use text::speech::{Conversation, Language, detect_language};

use super::{Source, in_key_order};

/// Characters of a meeting by which its language is found.
const N_HEARD: usize = 6_000;

/// Reads what was said in meetings whose account is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listen;

impl Kernel for Listen {
    fn name(&self) -> &'static str {
        "listen"
    }

    fn reads(&self) -> Vec<TableDef> {
        vec![UtteranceRow::TABLE, MEETING_KNOWN]
    }

    fn writes(&self) -> Vec<TableDef> {
        vec![Said::TABLE]
    }

    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let meetings: Vec<MeetingRow> = slot.rows_of(MEETING_KNOWN.name)?;
        let with_account = |row: &MeetingRow| row.account_id.is_some();
        let known: BTreeMap<MeetingId, MeetingRow> = meetings
            .into_iter()
            .filter(with_account)
            .map(|row| (row.meeting_id, row))
            .collect();
        if known.is_empty() {
            return Ok(());
        }
        let utterances: Vec<UtteranceRow> = slot.rows()?;
        let mut rows = Vec::new();
        for said in utterances.chunk_by(|left, right| left.meeting_id == right.meeting_id) {
            let meeting = said.first().and_then(|first| known.get(&first.meeting_id));
            rows.extend(meeting.into_iter().flat_map(|meeting| hear(meeting, said)));
        }
        out.write(&in_key_order(rows))
    }
}

/// Reads one meeting, its utterances in order.
fn hear(meeting: &MeetingRow, utterances: &[UtteranceRow]) -> Vec<Said> {
    let Some(account_id) = meeting.account_id else {
        return Vec::new();
    };
    let language = Language::from_code(&meeting.language).or_else(|| language_of(utterances));
    let names = names_of(utterances);
    let mut rows = Vec::new();
    let mut conversation = Conversation::new(language, &names);
    for utterance in utterances {
        let source = Source {
            account_id,
            record_id: utterance.record_id,
            field: "text",
            meeting_id: Some(meeting.meeting_id),
            day: meeting.day,
            speaker_mention: utterance.speaker_mention,
            is_noted: false,
            known_at: meeting.known_at,
        };
        let speaker = utterance.speaker_label.as_deref();
        let readings = conversation.hear(speaker, &utterance.text);
        rows.extend(readings.into_iter().map(|reading| source.said(reading)));
    }
    rows
}

fn language_of(utterances: &[UtteranceRow]) -> Option<Language> {
    let mut heard = String::new();
    for utterance in utterances {
        if heard.len() > N_HEARD {
            break;
        }
        heard.push_str(&utterance.text);
        heard.push(' ');
    }
    detect_language(&heard)
}

/// The labels of those who speak, folded.
fn names_of(utterances: &[UtteranceRow]) -> Vec<String> {
    let labels = utterances
        .iter()
        .filter_map(|row| row.speaker_label.as_deref());
    let mut names: Vec<String> = labels
        .map(name_key)
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
