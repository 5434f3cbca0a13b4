//! Segment JSON lines: who did what, who they are, which account they are of.
//!
//! Reads   one JSON object a line: `track`, `page`, `screen`, `identify`, `group`, `alias`
//! Writes  `event`; for the last three `record`, `mention`, `account_row`, `association`, `same_as`
//! Source  Segment spec: common fields, identify, group, alias
//!
//! Events are millions, so they are read without a tree and without a record.
//! What describes somebody is rare and is read again as a tree ([`traits`]).

mod line;
mod stamp;
mod traits;

use encoding_rs::Encoding;
use model::RecordId;
use model::tables::base::EventRow;

use crate::emit::{Emitter, Trouble};
use crate::error::{Code, ReadError};
use crate::item::Item;
use crate::lines::{Line, Lines};
use crate::read::ReadSeek;
use crate::report::FileReport;
use line::Message;
use stamp::Stamps;

/// System name of events whose system is not known.
const SYSTEM: &str = "segment";

/// Whether the head of a text is JSON lines of this kind.
pub(crate) fn is_segment(head: &str) -> bool {
    let mut lines = head.lines().filter(|line| !line.trim().is_empty()).take(5);
    // The last line of the head may be cut off, so the first ones decide.
    lines.any(|line| Message::read(line).is_some_and(|message| message.is_known()))
}

/// Reads every line.
pub(crate) fn read(
    (input, encoding): (&mut dyn ReadSeek, &'static Encoding),
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let named = emitter.context.source.clone();
    let system = named.unwrap_or_else(|| String::from(SYSTEM));
    let mut reader = Reader {
        system: &system,
        stamps: Stamps::default(),
    };
    let mut lines = Lines::open(input, encoding)?;
    while let Some((line_no, line)) = lines.next_line()? {
        match line {
            Line::Text(text) if text.trim().is_empty() => {}
            Line::Text(text) => {
                emitter.n_rows += 1;
                reader.read_line(line_no, text, emitter)?;
            }
            Line::TooLong => {
                emitter.n_rows += 1;
                let found = "a line longer than is read";
                set_aside(emitter, line_no, (Code::LineTooLong, found))?;
            }
        }
    }
    Ok(FileReport {
        format: String::from("segment_jsonl"),
        system: system.clone(),
        object: String::from("event"),
        n_rows: emitter.n_rows,
        n_bad_rows: emitter.n_bad_rows,
        recognised_by: String::from("JSON lines with type, userId and event"),
        ..FileReport::default()
    })
}

fn set_aside(
    emitter: &mut Emitter<'_>,
    line: i64,
    (code, found): (Code, &str),
) -> Result<(), ReadError> {
    emitter.trouble(Trouble {
        line,
        column: "",
        code,
        found: found.to_owned(),
        expected: "one JSON object a line with a type, a user and a timestamp",
        is_set_aside: true,
    })
}

/// Reads line after line.
struct Reader<'s> {
    system: &'s str,
    stamps: Stamps,
}

impl Reader<'_> {
    fn read_line(
        &mut self,
        line_no: i64,
        text: &str,
        emitter: &mut Emitter<'_>,
    ) -> Result<(), ReadError> {
        let Some(message) = Message::read(text) else {
            return set_aside(
                emitter,
                line_no,
                (Code::JsonInvalid, "a line that is not JSON"),
            );
        };
        match message.kind() {
            "track" | "page" | "screen" => self.event(line_no, text, &message, emitter),
            "identify" | "group" | "alias" => {
                let at = self.stamps.of(&message);
                traits::read(self.system, (line_no, text), (&message, at), emitter)
            }
            _ => set_aside(emitter, line_no, (Code::RowIncomplete, "an unknown type")),
        }
    }

    fn event(
        &mut self,
        line: i64,
        text: &str,
        message: &Message<'_>,
        emitter: &mut Emitter<'_>,
    ) -> Result<(), ReadError> {
        let user_key = message.user_key(self.system);
        let (Some(user_key), Some(name), Some(at)) =
            (user_key, message.event_name(), self.stamps.of(message))
        else {
            let found = "no user, no name or no timestamp";
            return set_aside(emitter, line, (Code::RowIncomplete, found));
        };
        let id = message.message_id.text().unwrap_or(text);
        emitter.put(Item::Event(EventRow {
            event_id: RecordId::derive(&[self.system, "event", id]),
            user_key,
            group_key: message.group_key(self.system),
            name: name.to_owned(),
            at,
            n: 1,
            file_id: emitter.file_id,
            line,
        }))
    }
}
