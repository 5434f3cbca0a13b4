//! A call as the call recorder writes it: JSON with parties, context and one monologue a line.

use serde_json::{Value, json};

use super::cast::{Cast, Voice};
use super::script::Script;
use super::vtt::{Clock, is_ours, tell};
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
    let mut sink = Sink::create(desk.files, &format!("{}.json", call.stem()))?;
    let call_id = (7_400_000_000_000_000 + call.number * 7_919).to_string();
    let title = call.title(desk.dice);
    let started = format!(
        "{}T{:02}:{:02}:00Z",
        call.day,
        desk.dice.between(8, 16),
        desk.dice.below(4) * 15
    );
    let meta = json!({
        "id": call_id, "title": title, "started": started, "duration": script.len() * 5, "direction": "Conference",
        "system": "Zoom", "scope": "External", "media": "Video", "language": "eng",
    });
    sink.put(&format!(
        "{{\n\"callId\": \"{call_id}\",\n\"metaData\": {meta},\n\"parties\": [\n"
    ))?;
    for (idx, voice) in cast.voices.iter().enumerate() {
        let party = party(desk.dice, (idx, voice), &call_id);
        let comma = if idx + 1 < cast.voices.len() { "," } else { "" };
        sink.put(&format!("{party}{comma}\n"))?;
        desk.truth.speaker(
            (sink.path(), &voice.full_name()),
            voice.code(),
            &call.company.code(),
        )?;
    }
    let context = context(desk.dice, call, ledger);
    sink.put(&format!("],\n\"context\": {context},\n\"transcript\": [\n"))?;
    let mut clock = Clock::start();
    for (idx, turn) in script.iter().enumerate() {
        let monologue = monologue(
            desk.dice,
            (&mut clock, &turn.text),
            &speaker_id(&call_id, turn.voice),
        );
        let comma = if idx + 1 < script.len() { "," } else { "" };
        let line = sink.put(&format!("{monologue}{comma}\n"))?;
        tell(desk, turn, (sink.path(), line))?;
    }
    sink.put("]\n}\n")?;
    Ok(sink.finish()?.1)
}

fn speaker_id(call_id: &str, voice: usize) -> String {
    let tail = call_id.get(8..).unwrap_or("");
    format!("{}{tail}", 61 + voice)
}

fn party(dice: &mut Dice, (idx, voice): (usize, &Voice<'_>), call_id: &str) -> Value {
    let (has_mail, has_title) = (dice.chance(0.8), dice.chance(0.5));
    let ours = is_ours(voice);
    let mut party = json!({
        "id": format!("{}{idx}", speaker_id(call_id, idx)), "name": voice.full_name(),
        "speakerId": speaker_id(call_id, idx), "affiliation": if ours { "Internal" } else { "External" },
    });
    if let Some(fields) = party.as_object_mut() {
        if ours || has_mail {
            fields.insert("emailAddress".to_owned(), voice.email.into());
        }
        if has_title {
            fields.insert("title".to_owned(), voice.title.into());
        }
    }
    party
}

/// The objects of the CRM the recorder linked; it does not always find them.
fn context(dice: &mut Dice, call: &Call<'_>, ledger: &Ledger) -> Value {
    let account = json!({"objectType": "Account", "objectId": ledger.account(call.company_idx)});
    let is_linked = dice.chance(0.75);
    let deal = ledger
        .deal(call.company_idx, call.decision_idx)
        .filter(|_| is_linked);
    let deal = deal.map(|id| json!({"objectType": "Opportunity", "objectId": id}));
    let objects: Vec<Value> = std::iter::once(account).chain(deal).collect();
    json!([{"system": "Salesforce", "objects": objects}])
}

fn monologue(dice: &mut Dice, (clock, text): (&mut Clock, &str), speaker: &str) -> Value {
    let mut sentences = Vec::new();
    for sentence in sentences_of(text) {
        let (start, end) = clock.speak(dice, sentence);
        sentences.push(json!({"start": start, "end": end, "text": sentence}));
    }
    json!({"speakerId": speaker, "topic": null, "sentences": sentences})
}

/// The sentences of a turn, as the recorder cuts them.
fn sentences_of(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['.', '?', '!']) {
        let (sentence, tail) = rest.split_at(at + 1);
        let Some(tail) = tail.strip_prefix(' ') else {
            break;
        };
        sentences.push(sentence);
        rest = tail;
    }
    sentences.push(rest);
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_cut_at_the_end_of_sentences() {
        assert_eq!(sentences_of("Who? Me. Yes"), ["Who?", "Me.", "Yes"]);
        assert_eq!(sentences_of("At 4.5 we stop."), ["At 4.5 we stop."]);
    }
}
