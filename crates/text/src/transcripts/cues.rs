//! VTT and SRT: cues of a time range and lines of words.
//!
//! Source  WebVTT: The Web Video Text Tracks Format, W3C; SubRip by custom
//!
//! A cue is one utterance, or one for each voice in it. The lines of a cue stay
//! apart by a line feed. Tags are markup and vanish; in VTT, `&amp;` is how an
//! ampersand is written.

mod voices;

use super::clock::leading_range;
use super::labels::Tally;
use super::turn;
use super::{Transcript, Utterance};
use voices::{Voice, split_voices};

/// A cue as it stands in the file.
#[derive(Debug)]
struct Cue<'a> {
    start_ms: i64,
    end_ms: i64,
    lines: Vec<(u32, &'a str)>,
}

/// Reads WebVTT.
pub(super) fn parse_vtt(text: &str) -> Option<Transcript> {
    let mut transcript = Transcript {
        format: "vtt",
        recognised_by: "the word WEBVTT at the start",
        ..Transcript::default()
    };
    read_vtt_head(text, &mut transcript);
    finish(transcript, &cues(text), true)
}

/// Reads SubRip: numbers, ranges of times, words.
pub(super) fn parse_srt(text: &str) -> Option<Transcript> {
    let first = text.lines().find(|line| !line.trim().is_empty())?.trim();
    let is_number = first.bytes().all(|b| b.is_ascii_digit());
    if !is_number && timing(first).is_none() {
        return None;
    }
    let transcript = Transcript {
        format: "srt",
        recognised_by: "numbered cues with a range of times",
        ..Transcript::default()
    };
    finish(transcript, &cues(text), false)
}

/// The title behind `WEBVTT` and the fields below it.
fn read_vtt_head(text: &str, transcript: &mut Transcript) {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let title = first
        .trim_start_matches("WEBVTT")
        .trim_matches(['-', ' ', '\t', '–']);
    transcript.title = (!title.is_empty()).then(|| title.to_owned());
    for line in lines.take_while(|line| !line.trim().is_empty() && !line.contains("-->")) {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        match key.trim().to_lowercase().as_str() {
            "language" => transcript.language = Some(value.trim().to_owned()),
            "title" => transcript.title = Some(value.trim().to_owned()),
            "date" => transcript.date_text = Some(value.trim().to_owned()),
            _ => {}
        }
    }
}

/// A line of times: `t --> t`, with settings behind it.
fn timing(line: &str) -> Option<(i64, i64)> {
    if !line.contains("-->") {
        return None;
    }
    let (start, end, _) = leading_range(line.trim_start())?;
    end.map(|end| (start, end))
}

fn cues(text: &str) -> Vec<Cue<'_>> {
    let mut cues: Vec<Cue<'_>> = Vec::new();
    let mut is_open = false;
    for (line_no, line) in (1_u32..).zip(text.lines()) {
        if let Some((start_ms, end_ms)) = timing(line) {
            if is_open {
                drop_number(cues.last_mut());
            }
            cues.push(Cue {
                start_ms,
                end_ms,
                lines: Vec::new(),
            });
            is_open = true;
        } else if line.trim().is_empty() {
            // A blank line before the words belongs to the cue of some writers.
            is_open = is_open && cues.last().is_some_and(|cue| cue.lines.is_empty());
        } else if is_open && let Some(cue) = cues.last_mut() {
            cue.lines.push((line_no, line));
        }
    }
    cues
}

/// Takes the number of the next cue off this one where no blank line parts them.
fn drop_number(cue: Option<&mut Cue<'_>>) {
    let Some(cue) = cue else { return };
    let is_number = |line: &str| line.trim().bytes().all(|b| b.is_ascii_digit());
    if cue.lines.last().is_some_and(|(_, line)| is_number(line)) {
        cue.lines.pop();
    }
}

fn finish(mut transcript: Transcript, cues: &[Cue<'_>], is_vtt: bool) -> Option<Transcript> {
    let mut said: Vec<(Utterance, bool)> = Vec::new();
    for cue in cues {
        for voice in split_voices(&cue.lines, is_vtt) {
            let has_voice = voice.label.is_some();
            said.push((utterance(cue, voice), has_voice));
        }
    }
    let has_voices = said.iter().any(|(_, has_voice)| *has_voice);
    transcript.utterances = said.into_iter().map(|(said, _)| said).collect();
    if !has_voices {
        read_labels(&mut transcript.utterances);
    }
    transcript.utterances.retain(|said| !said.text.is_empty());
    (!transcript.utterances.is_empty()).then_some(transcript)
}

fn utterance(cue: &Cue<'_>, voice: Voice) -> Utterance {
    Utterance {
        speaker: voice.label,
        start_ms: Some(cue.start_ms),
        end_ms: Some(cue.end_ms),
        line: voice.line,
        column: voice.column,
        text: voice.text,
    }
}

/// Takes `Name:` off the words where labels return, and carries a label on to
/// cues without one when the file writes it only at a change of speaker.
fn read_labels(said: &mut [Utterance]) {
    let mut tally = Tally::default();
    for one in said.iter() {
        let turn = turn::read(&one.text);
        tally.add(&turn, one.text.get(turn.words_at..).unwrap_or_default());
    }
    let Some(speakers) = tally.speakers(&[]) else {
        return;
    };
    let mut n_labelled = 0;
    for one in said.iter_mut() {
        let turn = turn::read(&one.text);
        let Some(label) = turn.label.filter(|label| speakers.contains(*label)) else {
            continue;
        };
        n_labelled += 1;
        let label = label.to_owned();
        let words_at = turn.words_at;
        let first_line = one.text.get(..words_at).unwrap_or_default();
        one.column += u32::try_from(first_line.chars().count()).unwrap_or(0);
        one.text = one.text.get(words_at..).unwrap_or_default().to_owned();
        one.speaker = Some(label);
    }
    let is_at_changes_only = n_labelled * 5 < said.len() * 4;
    let mut last = None;
    for one in said.iter_mut().filter(|_| is_at_changes_only) {
        match &one.speaker {
            Some(label) => last = Some(label.clone()),
            None => one.speaker.clone_from(&last),
        }
    }
}
