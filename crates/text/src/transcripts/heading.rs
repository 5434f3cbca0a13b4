//! The lines above what was said: title, date, attendees.

use super::{Attendee, Transcript, attendee};

/// Keys of a date.
const DATE_KEYS: &str = "date|datum|fecha|data|when|meeting date|call date|recorded|recorded on|date & time|\
    date and time|interview date|fecha de la reunión|date de la réunion";
/// Words for those present.
const ATTENDEE_WORDS: &str = "attendees|attendee|participants|participant|present|invitees|people|speakers|\
    teilnehmer|anwesend|participantes|asistentes|présents|partecipanti|deelnemers";
/// Keys of one person's part in the call.
const PART_KEYS: &str = "host|guest|guests|interviewer|interviewee|moderator|organizer|organiser|facilitator|\
    presenter|rep|sales rep|account executive|csm|customer success manager";
/// Keys of a title.
const TITLE_KEYS: &str =
    "title|subject|topic|meeting|call|betreff|titel|thema|meeting title|call title|asunto|objet";
/// Keys of what is passed over, except that its value may name the account or deal.
const HINT_KEYS: &str = "company|account|deal|opportunity|customer|client|prospect|deal id|opportunity id|\
    account id|call id|meeting id|firma|kunde|empresa|cliente";
/// Keys of what is passed over.
const OTHER_KEYS: &str = "duration|location|time|dauer|duración|durée|recording|type|call type|stage|language|link|\
    url|ort|lieu|lugar|agenda|purpose|platform|status|transcript|transcription|length|details|summary";

/// Reads a heading line by line.
#[derive(Debug, Default)]
pub(super) struct Heading {
    list: Option<List>,
}

/// A list of attendees with one person a line.
#[derive(Clone, Debug, Default)]
struct List {
    is_internal: Option<bool>,
    company: Option<String>,
}

impl Heading {
    /// Reads one line into `transcript`; says whether it was part of a heading.
    pub(super) fn read_line(&mut self, transcript: &mut Transcript, line: &str) -> bool {
        if self.read_item(transcript, line) {
            return true;
        }
        let Some((key, value)) = line.split_once(':') else {
            return false;
        };
        let key = key.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
        let value = value.trim().trim_matches(['*', '_', ' ', '"']);
        let lower = key.trim().to_lowercase();
        if let Some(list) = attendee_list(&lower, key) {
            add(transcript, value, &list);
            self.list = value.is_empty().then_some(list);
            return true;
        }
        self.list = None;
        read_key(transcript, &lower, value)
    }

    /// Reads one line of a list that is under way.
    fn read_item(&mut self, transcript: &mut Transcript, line: &str) -> bool {
        let Some(list) = self.list.clone() else {
            return false;
        };
        let text = line.trim_start();
        let item = ["- ", "* ", "• ", "– ", "+ "]
            .iter()
            .find_map(|mark| text.strip_prefix(mark));
        let is_indented = text.len() < line.len() && !text.is_empty();
        let Some(entry) = item.or(is_indented.then_some(text)) else {
            if !text.is_empty() {
                self.list = None;
            }
            return false;
        };
        let title = transcript.title.clone().unwrap_or_default();
        let found = attendee::read_item(entry, &title);
        transcript
            .attendees
            .extend(found.map(|who| with(who, &list)));
        true
    }
}

fn has_key(keys: &str, key: &str) -> bool {
    keys.split('|').any(|known| known == key)
}

fn read_key(transcript: &mut Transcript, key: &str, value: &str) -> bool {
    if has_key(DATE_KEYS, key) {
        transcript.date_text = Some(value.to_owned());
    } else if has_key(TITLE_KEYS, key) && !value.is_empty() {
        transcript.title = Some(value.to_owned());
    } else if has_key(PART_KEYS, key) && !value.is_empty() {
        add(transcript, value, &List::default());
    } else if has_key(HINT_KEYS, key) {
        if !value.is_empty() {
            transcript.hints.push(value.to_owned());
        }
    } else {
        return has_key(OTHER_KEYS, key) || has_key(TITLE_KEYS, key);
    }
    true
}

/// Whether a key opens a list of people, and of whose: `Attendees`, `Attendees
/// (Acme)`, `Internal attendees`, `Acme participants`.
fn attendee_list(lower: &str, key: &str) -> Option<List> {
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_list = words.len() <= 5 && words.iter().any(|word| has_key(ATTENDEE_WORDS, word));
    if !is_list {
        return None;
    }
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let is_internal = if has(&["internal", "our", "us", "vendor", "seller"]) {
        Some(true)
    } else if has(&["external", "customer", "client", "prospect", "buyer"]) {
        Some(false)
    } else {
        None
    };
    let others: Vec<&str> = key
        .split(|c: char| !(c.is_alphanumeric() || "&.'-".contains(c)))
        .filter(|word| !word.is_empty() && !has_key(ATTENDEE_WORDS, &word.to_lowercase()))
        .collect();
    let names_company = is_internal.is_none()
        && !others.is_empty()
        && others
            .iter()
            .all(|word| word.chars().next().is_some_and(char::is_uppercase));
    Some(List {
        is_internal,
        company: names_company.then(|| others.join(" ")),
    })
}

fn add(transcript: &mut Transcript, value: &str, list: &List) {
    let title = transcript.title.clone().unwrap_or_default();
    let entries = attendee::split_entries(value);
    let found = entries
        .into_iter()
        .filter_map(|entry| attendee::read(entry, &title));
    transcript
        .attendees
        .extend(found.map(|who| with(who, list)));
}

fn with(who: Attendee, list: &List) -> Attendee {
    Attendee {
        is_internal: who.is_internal.or(list.is_internal),
        company: who.company.or_else(|| list.company.clone()),
        ..who
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Transcript {
        let mut transcript = Transcript::default();
        let mut heading = Heading::default();
        for line in text.lines() {
            heading.read_line(&mut transcript, line);
        }
        transcript
    }

    fn people(text: &str) -> Vec<(String, Option<String>, Option<bool>)> {
        let found = read(text).attendees.into_iter();
        found
            .map(|who| (who.name, who.company, who.is_internal))
            .collect()
    }

    #[test]
    fn attendees_stand_in_one_line_or_in_a_list() {
        let ann = || (String::from("Ann Oh"), None, None);
        let bo = || (String::from("Bo Li"), Some(String::from("Acme Inc")), None);
        assert_eq!(
            people("**Attendees:** Ann Oh (AE), Bo Li (VP, Ops, Acme Inc)\n"),
            [ann(), bo()]
        );
        assert_eq!(
            people("Participants:\n- Ann Oh, AE\n- Bo Li, VP Ops, Acme Inc\n\nAnn Oh: Hi"),
            [ann(), bo()]
        );
    }

    #[test]
    fn lists_say_whose_people_they_are() {
        let told = people("Internal attendees: Ann Oh\nAttendees (Acme): Bo Li (CFO)\n");
        assert_eq!(
            told,
            [
                (String::from("Ann Oh"), None, Some(true)),
                (String::from("Bo Li"), Some(String::from("Acme")), None)
            ]
        );
    }

    #[test]
    fn dates_titles_and_hints_are_kept() {
        let found = read("Title: Kick-off\n**Date:** June 5, 2025\nOpportunity: D-77\n");
        assert_eq!(found.title.as_deref(), Some("Kick-off"));
        assert_eq!(found.date_text.as_deref(), Some("June 5, 2025"));
        assert_eq!(found.hints, ["D-77"]);
    }
}
