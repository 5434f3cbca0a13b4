//! The lines above what was said: title, date, attendees.

use super::{Attendee, Transcript};

/// Reads one line of a heading into `transcript`; says whether it was one.
pub(super) fn read_line(transcript: &mut Transcript, line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else {
        return false;
    };
    let key = key.trim().trim_matches(['*', '#', ' ']).to_lowercase();
    let value_start = line.chars().count() - value.chars().count();
    match key.as_str() {
        "date" | "datum" | "fecha" | "data" | "when" | "meeting date" | "call date"
        | "recorded" => {
            transcript.date_text = Some(value.trim().trim_matches('*').trim().to_owned());
        }
        "attendees"
        | "participants"
        | "present"
        | "teilnehmer"
        | "participantes"
        | "asistentes"
        | "attendee"
        | "participantes da reunião"
        | "invitees"
        | "people" => {
            transcript.attendees.extend(attendees(value, value_start));
        }
        "title" | "subject" | "topic" | "meeting" | "call" | "betreff" | "titel" => {
            transcript.title = Some(value.trim().to_owned());
        }
        "duration" | "location" | "time" | "dauer" | "duración" | "recording" | "host"
        | "organizer" | "company" | "account" | "deal" | "type" | "call type" | "stage"
        | "language" | "link" | "url" | "ort" => {}
        _ => return false,
    }
    true
}

/// Splits `A (Title, Company), B <b@x.example>` at commas outside brackets.
fn attendees(value: &str, start: usize) -> Vec<Attendee> {
    let mut depth = 0_i32;
    let mut found = Vec::new();
    let mut entry = String::new();
    let mut entry_start = start;
    for (offset, c) in value.chars().chain(std::iter::once(';')).enumerate() {
        match c {
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth -= 1,
            _ => {}
        }
        if depth <= 0 && matches!(c, ',' | ';') {
            found.extend(attendee(&entry, entry_start));
            entry.clear();
            entry_start = start + offset + 1;
        } else {
            entry.push(c);
        }
    }
    found
}

/// Reads `Name (Title, Company)`, `Name <address>` or `Name`.
pub(super) fn attendee(entry: &str, start: usize) -> Option<Attendee> {
    let lead = entry.chars().take_while(|c| c.is_whitespace()).count();
    let text = entry.trim();
    if text.is_empty() {
        return None;
    }
    let name_end = text.find(['(', '<', '[']).unwrap_or(text.len());
    let name = text.get(..name_end).unwrap_or_default().trim();
    let email = text
        .split(['<', '>', '(', ')', ',', ' '])
        .find(|part| part.contains('@'));
    let inner = text
        .split_once('(')
        .map(|(_, rest)| rest.trim_end_matches([')', ' ']));
    let parts: Vec<&str> = inner
        .into_iter()
        .flat_map(|inner| inner.split([',', '|']))
        .map(str::trim)
        .filter(|part| !part.is_empty() && !part.contains('@'))
        .collect();
    let (title, company) = match parts.as_slice() {
        [] => (None, None),
        [one] => (Some((*one).to_owned()), None),
        [many @ .., last] => (Some(many.join(", ")), Some((*last).to_owned())),
    };
    let label = if name.is_empty() {
        email.unwrap_or(text)
    } else {
        name
    };
    let from = u32::try_from(start + lead).unwrap_or(0);
    Some(Attendee {
        text: text.to_owned(),
        label: label.to_owned(),
        name: label.to_owned(),
        title,
        company,
        email: email.map(str::to_lowercase),
        is_internal: None,
        span: (
            from,
            from + u32::try_from(label.chars().count()).unwrap_or(0),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attendees_keep_title_company_and_place() {
        let mut transcript = Transcript::default();
        let line = "Attendees: Ann Oh (AE), Bo Li (VP, Ops, Acme Inc), Cy <cy@acme.example>";
        assert!(read_line(&mut transcript, line));
        let [ann, bo, cy] = transcript.attendees.as_slice() else {
            panic!("three attendees");
        };
        assert_eq!(
            (ann.title.as_deref(), ann.company.as_deref()),
            (Some("AE"), None)
        );
        assert_eq!(
            (bo.title.as_deref(), bo.company.as_deref()),
            (Some("VP, Ops"), Some("Acme Inc"))
        );
        assert_eq!(cy.email.as_deref(), Some("cy@acme.example"));
        for who in [ann, bo, cy] {
            let (from, to) = (who.span.0 as usize, who.span.1 as usize);
            let there: String = line.chars().skip(from).take(to - from).collect();
            assert_eq!(there, who.label);
        }
    }
}
