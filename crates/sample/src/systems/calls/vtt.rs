//! A call as the meeting tool writes it: WebVTT, the speaker before the words.

use super::cast::{Cast, Voice, Who};
use super::script::{Script, Turn};
use super::{Call, Desk};
use crate::SampleError;
use crate::dice::Dice;
use crate::files::Sink;
use crate::systems::ledger::Ledger;

/// Writes the call; gives the bytes.
pub(super) fn record(
    desk: &mut Desk<'_>,
    (call, cast, script, ledger): (&Call<'_>, &Cast<'_>, &Script, &Ledger),
) -> Result<u64, SampleError> {
    let deal = ledger.deal(call.company_idx, call.decision_idx);
    let named_by_deal = desk.dice.chance(0.5);
    let id = deal
        .filter(|_| named_by_deal)
        .map_or_else(String::new, |id| format!("-{id}"));
    let mut sink = Sink::create(desk.files, &format!("{}{id}.vtt", call.stem()))?;
    sink.put("WEBVTT\n\n")?;
    if desk.dice.chance(0.6) {
        let title = call.title(desk.dice);
        sink.put(&format!("NOTE {title}\n\n"))?;
    }
    for voice in &cast.voices {
        desk.truth.speaker(
            (sink.path(), &voice.label),
            voice.code(),
            &call.company.code(),
        )?;
    }
    let as_tag = call.number % 2 == 0;
    let mut clock = Clock::start();
    for (idx, turn) in script.iter().enumerate() {
        let Some(voice) = cast.voices.get(turn.voice) else {
            continue;
        };
        let (start, end) = clock.speak(desk.dice, &turn.text);
        sink.put(&format!(
            "{}\n{} --> {}\n",
            idx + 1,
            stamp(start),
            stamp(end)
        ))?;
        let line = if as_tag {
            format!("<v {}>{}</v>\n\n", voice.label, turn.text)
        } else {
            format!("{}: {}\n\n", voice.label, turn.text)
        };
        let at = sink.put(&line)?;
        tell(desk, turn, (sink.path(), at))?;
    }
    Ok(sink.finish()?.1)
}

/// Writes down what a turn says, with file and line.
pub(super) fn tell(
    desk: &mut Desk<'_>,
    turn: &Turn,
    (file, line): (&str, u64),
) -> Result<(), SampleError> {
    for fact in &turn.facts {
        let mut fact = fact.clone();
        if let Some(fields) = fact.as_object_mut() {
            fields.insert("file".to_owned(), file.into());
            fields.insert("line".to_owned(), line.into());
        }
        desk.truth.said(&fact)?;
    }
    Ok(())
}

/// When turns begin and end, in milliseconds.
pub(super) struct Clock(u64);

impl Clock {
    pub(super) fn start() -> Self {
        Self(1_200)
    }

    /// Start and end of the next turn.
    pub(super) fn speak(&mut self, dice: &mut Dice, text: &str) -> (u64, u64) {
        let n_words = text.split(' ').count() as u64;
        let start = self.0;
        let end = start + 400 + n_words * 330;
        self.0 = end + dice.below(900) as u64;
        (start, end)
    }
}

fn stamp(ms: u64) -> String {
    let (hours, minutes) = (ms / 3_600_000, ms / 60_000 % 60);
    format!(
        "{hours:02}:{minutes:02}:{:02}.{:03}",
        ms / 1_000 % 60,
        ms % 1_000
    )
}

/// Whether the voice is one of ours.
pub(super) fn is_ours(voice: &Voice<'_>) -> bool {
    matches!(voice.who, Who::Ours(_))
}
