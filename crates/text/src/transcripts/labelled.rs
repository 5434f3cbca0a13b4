//! `Speaker: words`, with or without a heading above.

use std::collections::BTreeMap;

use super::{Transcript, Utterance, heading};

/// Reads labelled lines; `None` when too few lines have a label that returns.
pub(super) fn parse(text: &str) -> Option<Transcript> {
    let labels = known_labels(text);
    let mut transcript = Transcript {
        format: "speaker_text",
        recognised_by: "lines that start with a speaker and a colon",
        ..Transcript::default()
    };
    for (line_no, line) in (1_u32..).zip(text.lines()) {
        if transcript.utterances.is_empty() && read_heading(&mut transcript, line) {
            continue;
        }
        read_line(&mut transcript, line_no, line, &labels);
    }
    (!transcript.utterances.is_empty()).then_some(transcript)
}

/// Labels that open at least two lines, or one line of a short text.
fn known_labels(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let mut heading = Transcript::default();
    for line in text.lines() {
        if let Some((label, _)) =
            split_label(line).filter(|_| !heading::read_line(&mut heading, line))
        {
            *counts.entry(label.to_owned()).or_insert(0) += 1;
        }
    }
    let n_total: usize = counts.values().sum();
    let n_lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let is_attendee = |label: &str| {
        heading
            .attendees
            .iter()
            .any(|who| who.label.eq_ignore_ascii_case(label))
    };
    if n_total * 5 < n_lines {
        counts.retain(|label, _| is_attendee(label));
    } else {
        let is_short = n_lines < 12;
        counts.retain(|label, n| *n > 1 || is_short || is_attendee(label));
    }
    counts
}

fn read_heading(transcript: &mut Transcript, line: &str) -> bool {
    if heading::read_line(transcript, line) {
        return true;
    }
    let title = line.trim().trim_matches(['#', '*', '=', '-', ' ']);
    let is_title = !title.is_empty() && split_label(line).is_none() && transcript.title.is_none();
    if is_title && title.chars().count() <= 120 {
        transcript.title = Some(title.to_owned());
        return true;
    }
    false
}

fn read_line(
    transcript: &mut Transcript,
    line_no: u32,
    line: &str,
    labels: &BTreeMap<String, usize>,
) {
    if let Some((label, words)) = split_label(line).filter(|(label, _)| labels.contains_key(*label))
    {
        let before = line.chars().count() - words.chars().count();
        transcript.utterances.push(Utterance {
            speaker: Some(label.to_owned()),
            line: line_no,
            column: u32::try_from(before + 1).unwrap_or(u32::MAX),
            text: words.trim_end().to_owned(),
            ..Utterance::default()
        });
        return;
    }
    let speaker = transcript
        .utterances
        .last()
        .and_then(|said| said.speaker.clone());
    let words = line.trim();
    if words.is_empty() || speaker.is_none() {
        return;
    }
    let before = line.chars().take_while(|c| c.is_whitespace()).count();
    transcript.utterances.push(Utterance {
        speaker,
        line: line_no,
        column: u32::try_from(before + 1).unwrap_or(u32::MAX),
        text: words.to_owned(),
        ..Utterance::default()
    });
}

/// Splits a line into label and words; the words start at their first character.
fn split_label(line: &str) -> Option<(&str, &str)> {
    let (label, words) = line.split_once(':')?;
    let label = label.trim();
    let n_words = label.split_whitespace().count();
    let starts_well = label
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let has_sentence = label.contains(['.', '?', '!', ',', '"'])
        && !label.contains("Dr.")
        && !label.contains("Mr");
    let is_label =
        (1..=5).contains(&n_words) && label.chars().count() <= 60 && starts_well && !has_sentence;
    let has_words = !words.trim().is_empty() && !words.starts_with("//");
    (is_label && has_words).then(|| (label, words.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_speakers_and_places_are_read() {
        let text = "CALL - Acme discovery\nDate: June 5, 2025\nAttendees: Ann Oh (AE), Bo Li (CFO, Acme)\n\n\
                    Ann Oh: Hi Bo. Note: this is recorded.\n\nBo Li:  Fine.\nSecond line.\n";
        let found = parse(text).unwrap();
        assert_eq!(found.title.as_deref(), Some("CALL - Acme discovery"));
        assert_eq!(found.date_text.as_deref(), Some("June 5, 2025"));
        let said: Vec<(u32, u32, &str)> = found
            .utterances
            .iter()
            .map(|said| (said.line, said.column, said.text.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (5, 9, "Hi Bo. Note: this is recorded."),
                (7, 9, "Fine."),
                (8, 1, "Second line.")
            ]
        );
        for said in &found.utterances {
            let line = text.lines().nth(said.line as usize - 1).unwrap();
            let there: String = line.chars().skip(said.column as usize - 1).collect();
            assert!(there.starts_with(&said.text));
        }
        assert_eq!(
            found.utterances.last().unwrap().speaker.as_deref(),
            Some("Bo Li")
        );
    }

    #[test]
    fn prose_is_no_transcript() {
        assert_eq!(
            parse("This is a licence.\nIt has: one colon.\nAnd more lines.\n"),
            None
        );
    }
}
