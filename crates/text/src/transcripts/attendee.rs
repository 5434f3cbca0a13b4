//! One entry of a list of those present: name, title, company, address.

use super::Attendee;
use crate::companies::company_key;
use crate::fold::fold;
use crate::titles::{is_title_only, read_title};

/// Words in brackets that say what somebody is in the call, not in a company.
const PARTS_OF_A_CALL: &str = "host guest interviewer interviewee moderator organizer organiser presenter speaker \
    chair remote zoom phone optional required me you gast moderation";

/// Reads `Name (Title, Company)`, `Name <address>`, `Name - Title, Company` or `Name`.
///
/// `heading` is what stands above the list: a lone word in brackets that stands
/// there too is taken for the company.
pub(super) fn read(entry: &str, heading: &str) -> Option<Attendee> {
    let text = entry.trim().trim_matches(['*', '_']).trim();
    if text.is_empty() {
        return None;
    }
    let (name, rest) = split_name(text);
    let mut found = Attendee {
        text: text.to_owned(),
        email: address(text),
        ..Attendee::default()
    };
    let parts = details(rest);
    describe(&mut found, &parts, heading);
    let label = match (name.is_empty(), &found.email) {
        (false, _) => name,
        (true, Some(email)) => email.as_str(),
        (true, None) => text,
    };
    let label = label.to_owned();
    found.name.clone_from(&label);
    found.label = label;
    Some(found)
}

/// Reads an entry of a list with one person a line: `Name, Title, Company` too.
pub(super) fn read_item(entry: &str, heading: &str) -> Option<Attendee> {
    let has_brackets = entry.contains(['(', '<', '[', '|']) || entry.contains(" - ");
    match entry.split_once(',') {
        Some((name, rest)) if !has_brackets && !is_title_only(name) => {
            let found = read(&format!("{} ({})", name.trim(), rest.trim()), heading)?;
            Some(Attendee {
                text: entry.trim().to_owned(),
                ..found
            })
        }
        _ => read(entry, heading),
    }
}

/// Splits entries at commas and semicolons outside brackets.
pub(super) fn split_entries(value: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let mut start = 0;
    let mut entries = Vec::new();
    let has_semicolon = value.contains(';');
    for (at, c) in value.char_indices() {
        match c {
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth -= 1,
            _ => {}
        }
        let is_mark = c == ';' || (c == ',' && !has_semicolon);
        if depth <= 0 && is_mark {
            entries.push(value.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
    }
    entries.push(value.get(start..).unwrap_or_default());
    entries.retain(|entry| !entry.trim().is_empty());
    entries
}

/// The name and what stands behind it.
fn split_name(text: &str) -> (&str, &str) {
    let by_bracket = text.find(['(', '<', '[', '|']);
    let by_dash = [" - ", " – ", " — ", ": "]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min();
    let end = by_bracket.into_iter().chain(by_dash).min();
    let Some(end) = end else {
        return (
            if text.contains('@') && !text.contains(' ') {
                ""
            } else {
                text
            },
            "",
        );
    };
    let (name, rest) = text.split_at(end);
    (name.trim().trim_matches(['"', '*', '_']), rest)
}

fn address(text: &str) -> Option<String> {
    let marks = ['<', '>', '(', ')', '[', ']', ',', ';', ' ', '|', ':'];
    let mut words = text.split(marks);
    let is_address = |word: &&str| {
        word.split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
    };
    words.find(is_address).map(str::to_lowercase)
}

/// The parts behind a name: `(VP, Ops, Acme)` has three.
fn details(rest: &str) -> Vec<&str> {
    let parts = rest.split([',', '|', '(', ')', '<', '>', '[', ']', ';']);
    let parts = parts.flat_map(|part| part.split(" @ "));
    let parts = parts.flat_map(|part| part.split(" at "));
    parts
        .map(|part| {
            part.trim()
                .trim_matches(['-', '–', '—', ':', '*', '_', ' '])
        })
        .filter(|part| !part.is_empty() && !part.contains('@') && !is_pronouns(part))
        .collect()
}

fn is_pronouns(part: &str) -> bool {
    let lower = part.to_lowercase();
    matches!(
        lower.as_str(),
        "he/him" | "she/her" | "they/them" | "he/him/his" | "she/her/hers"
    )
}

fn describe(found: &mut Attendee, parts: &[&str], heading: &str) {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts {
        let lower = part.to_lowercase();
        match lower.as_str() {
            "internal" => found.is_internal = Some(true),
            "external" => found.is_internal = Some(false),
            _ if PARTS_OF_A_CALL.split_whitespace().any(|word| word == lower) => {}
            _ => kept.push(part),
        }
    }
    match kept.as_slice() {
        [] => {}
        [one] if is_company(one, heading) => found.company = Some((*one).to_owned()),
        [one] if is_title(one) => found.title = Some((*one).to_owned()),
        // A team, a place or a company that no heading names: nothing can be concluded.
        [_] => {}
        [many @ .., last] if !is_title_only(last) || is_company(last, heading) => {
            found.title = Some(many.join(", "));
            found.company = Some((*last).to_owned());
        }
        many => found.title = Some(many.join(", ")),
    }
}

/// Whether a lone part names a company: it carries a legal form or stands in the heading.
fn is_company(part: &str, heading: &str) -> bool {
    let key = company_key(part);
    let has_legal_form = !key.is_empty() && key != fold(part);
    let is_in_heading = part.chars().count() > 3 && fold(heading).contains(&fold(part));
    !is_title(part) && (has_legal_form || is_in_heading)
}

/// Whether a lone part says what somebody is by profession.
fn is_title(part: &str) -> bool {
    let reading = read_title(part);
    // AE, CSM, SE: a few capitals are a part somebody plays, rarely a place or a team.
    let is_abbreviation = part.chars().count() <= 4 && part.chars().all(|c| c.is_uppercase());
    is_abbreviation
        || reading.seniority.is_some()
        || reading.function.is_some()
        || is_title_only(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(entry: &str) -> (String, Option<String>, Option<String>, Option<String>) {
        let found = read_item(entry, "CALL - Quartz Valley review").unwrap();
        (found.name, found.title, found.company, found.email)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn entries_are_read_in_their_spellings() {
        let bo = || "Bo Li".to_owned();
        for entry in [
            "Bo Li (CFO, Acme)",
            "Bo Li - CFO, Acme",
            "Bo Li, CFO, Acme",
            "Bo Li | CFO | Acme",
            "Bo Li (CFO at Acme)",
            "**Bo Li** (CFO, Acme)",
        ] {
            assert_eq!(
                told(entry),
                (bo(), some("CFO"), some("Acme"), None),
                "{entry}"
            );
        }
        assert_eq!(told("Bo Li (AE)"), (bo(), some("AE"), None, None));
        assert_eq!(
            told("Bo Li (Quartz Valley)"),
            (bo(), None, some("Quartz Valley"), None)
        );
        assert_eq!(
            told("Bo Li (Acme GmbH)"),
            (bo(), None, some("Acme GmbH"), None)
        );
        assert_eq!(told("Bo Li (host)"), (bo(), None, None, None));
        assert_eq!(
            told("Bo Li <BO@acme.example>"),
            (bo(), None, None, some("bo@acme.example"))
        );
        assert_eq!(told("bo@acme.example").0, "bo@acme.example");
    }

    #[test]
    fn commas_in_brackets_do_not_split() {
        let entries = split_entries("Ann Oh (AE), Bo Li (VP, Ops, Acme Inc), Cy <cy@acme.example>");
        assert_eq!(entries.len(), 3);
    }
}
