//! Reads notes, mails and call logs: the third person, as a rule, and ours.

use lake::{Kernel, KernelError, Output, Slot};
use model::tables::base::ActivityRow;
use model::tables::decided::{SAID_NOTED, Said};
use model::tables::placed::ACTIVITY_PLACED;
use model::{Side, TableDef};
use serde::{Deserialize, Serialize};
use text::speech::{self, Context};

use super::{Source, in_key_order};

/// Reads the bodies of activities whose account is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListenToNotes;

impl Kernel for ListenToNotes {
    fn name(&self) -> &'static str {
        "listen_to_notes"
    }

    fn reads(&self) -> Vec<TableDef> {
        vec![ACTIVITY_PLACED]
    }

    fn writes(&self) -> Vec<TableDef> {
        vec![SAID_NOTED]
    }

    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let activities: Vec<ActivityRow> = slot.rows_of(ACTIVITY_PLACED.name)?;
        let rows: Vec<Said> = activities.iter().flat_map(read_note).collect();
        out.write_to(SAID_NOTED.name, &in_key_order(rows))
    }
}

/// Reads one activity; a mail of the account's own people is in the first person.
fn read_note(row: &ActivityRow) -> Vec<Said> {
    let Some(account_id) = row.account_id.filter(|_| !row.is_deleted) else {
        return Vec::new();
    };
    let is_noted = row.author_side != Side::Account;
    let source = Source {
        account_id,
        record_id: row.record_id,
        field: &row.body_field,
        meeting_id: None,
        day: row.at.map(|at| at.day()),
        speaker_mention: None,
        is_noted,
        known_at: row.known_at,
    };
    let context = Context {
        is_note: is_noted,
        ..Context::default()
    };
    let readings = speech::read(&row.body, &context);
    readings
        .into_iter()
        .map(|reading| source.said(reading))
        .collect()
}
