//! Finds in running text what is looked for, and puts `[erased]` in its place.
//!
//! Names, numbers and ids are windows of whole words, whatever marks stand
//! between them, so that `Ada Hill`, `ada.hill` and `Ada_Hill` are one.

use std::ops::Range;

use serde_json::Value;

use super::known::{Known, email, entry, phone, words};

/// What stands where somebody stood.
pub(crate) const ERASED: &str = "[erased]";

/// Words of the longest name or id.
const LONGEST_NAME: usize = 4;
/// Groups of digits of the longest phone number.
const LONGEST_PHONE: usize = 6;
/// Bytes that may stand between two words of one name.
const WIDEST_GAP: usize = 3;

/// Which sets hold for a text.
pub(crate) struct Redactor<'a> {
    /// What is looked for.
    pub(crate) sets: Vec<&'a Known>,
    /// Whether names count: not where a namesake is meant.
    pub(crate) has_names: bool,
}

impl Redactor<'_> {
    /// The text without what is looked for; `None` when nothing is in it.
    pub(crate) fn text(&self, text: &str) -> Option<String> {
        let hits = self.hits(text);
        if hits.is_empty() {
            return None;
        }
        let mut clean = String::with_capacity(text.len());
        let mut done = 0;
        for hit in hits {
            if hit.start >= done {
                clean.push_str(text.get(done..hit.start).unwrap_or_default());
                clean.push_str(ERASED);
            }
            done = done.max(hit.end);
        }
        clean.push_str(text.get(done..).unwrap_or_default());
        Some(clean)
    }

    /// The JSON text without what is looked for, keys and values alike.
    pub(crate) fn json(&self, text: &str) -> Option<String> {
        let Ok(value) = serde_json::from_str(text) else {
            return self.text(text);
        };
        let clean = self.value(&value);
        (clean != value).then(|| clean.to_string())
    }

    pub(crate) fn value(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.cell(text)),
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Value::Object(pairs) => pairs
                .iter()
                .map(|(key, value)| {
                    (
                        self.text(key).unwrap_or_else(|| key.clone()),
                        self.value(value),
                    )
                })
                .collect(),
            Value::Number(number) if self.is_whole(&number.to_string()) => ERASED.into(),
            other => other.clone(),
        }
    }

    fn cell(&self, text: &str) -> String {
        match self.is_whole(text) {
            true => ERASED.to_owned(),
            false => self.text(text).unwrap_or_else(|| text.to_owned()),
        }
    }

    /// Whether the text as a whole is looked for.
    pub(crate) fn is_whole(&self, text: &str) -> bool {
        self.sets.iter().any(|known| known.holds_whole(text))
    }

    fn holds(&self, entry: &str) -> bool {
        self.sets.iter().any(|known| known.holds(entry))
    }

    /// Places of hits, in order of their starts.
    fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let mut hits = self.marked(text);
        let words = words(text);
        let mut i = 0;
        while i < words.len() {
            let n = self.window(text, words.get(i..).unwrap_or_default());
            if let (true, Some(first), Some(last)) =
                (n > 0, words.get(i), words.get(i + n.max(1) - 1))
            {
                hits.push(first.1..last.2);
            }
            i += n.max(1);
        }
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        hits
    }

    /// Addresses and keys: chunks between spaces that hold `@` or `:`.
    fn marked(&self, text: &str) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        if !text.contains(['@', ':']) {
            return hits;
        }
        let is_border = |letter: char| letter.is_whitespace() || "<>()[]{}\"',;|=".contains(letter);
        let mut from = 0;
        for chunk in text.split_inclusive(is_border) {
            let whole = chunk
                .trim_end_matches(is_border)
                .trim_end_matches(['.', ':', '!', '?']);
            let address = whole.rsplit(':').next().unwrap_or(whole);
            if address.contains('@') && self.holds(&email(address)) {
                let start = from + whole.len() - address.len();
                hits.push(start..from + whole.len());
            } else if whole.contains(':') && self.holds(&entry("key", whole)) {
                hits.push(from..from + whole.len());
            }
            from += chunk.len();
        }
        hits
    }

    /// How many of the first words are looked for together; 0 when none are.
    fn window(&self, text: &str, words: &[(String, usize, usize)]) -> usize {
        let mut lengths = Vec::new();
        let (mut name, mut digits) = (String::new(), String::new());
        let mut end = None;
        for (word, from, to) in words.iter().take(LONGEST_PHONE) {
            let is_far = |end: usize| from.saturating_sub(end) > WIDEST_GAP;
            if end.is_some_and(is_far) {
                break;
            }
            end = Some(*to);
            let gap = if name.is_empty() { "" } else { " " };
            name = format!("{name}{gap}{word}");
            digits.push_str(word);
            lengths.push((name.clone(), digits.clone()));
        }
        let is_hit = |n: usize, (name, digits): &(String, String)| {
            let is_short = n <= LONGEST_NAME;
            let by_name = is_short && self.has_names && self.holds(&entry("name", name));
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            by_name
                || (is_short && self.holds(&entry("id", name)))
                || (is_number && phone(digits).is_some_and(|number| self.holds(&number)))
        };
        debug_assert!(words.is_empty() || text.len() >= words.len());
        let found = lengths.iter().enumerate().rev();
        let mut found = found.filter(|(i, window)| is_hit(i + 1, window));
        found.next().map_or(0, |(i, _)| i + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn known() -> Known {
        Known::Plain(BTreeSet::from([
            entry("name", "ada hill"),
            email("ada@mills.example"),
            phone("020 7946 0958").unwrap(),
            entry("key", "crm:contact:C1"),
            entry("id", "con 000123"),
            entry("cell", "ada"),
        ]))
    }

    fn redacted(text: &str) -> String {
        let known = known();
        let redactor = Redactor {
            sets: vec![&known],
            has_names: true,
        };
        redactor.text(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn whole_words_go_and_parts_of_words_stay() {
        for (text, clean) in [
            ("Thanks ADA HILL, bye", "Thanks [erased], bye"),
            ("call_Ada_Hill.txt", "call_[erased].txt"),
            ("Ada Hillman and Nada Hill", "Ada Hillman and Nada Hill"),
            ("Ada Hill Ada Hill", "[erased] [erased]"),
            ("ada@mills.example", "[erased]"),
            ("to: <Ada@Mills.example>.", "to: <[erased]>."),
            ("mailto:ada@mills.example", "mailto:[erased]"),
            ("nada@mills.example", "nada@mills.example"),
            ("ring +44 20 7946 0958 now", "ring +[erased] now"),
            (
                "see crm:contact:C1, or CON-000123",
                "see [erased], or [erased]",
            ),
            ("Ada said", "Ada said"),
        ] {
            assert_eq!(redacted(text), clean);
        }
    }

    #[test]
    fn cells_of_json_go_whole() {
        let known = known();
        let redactor = Redactor {
            sets: vec![&known],
            has_names: true,
        };
        let clean = redactor.json(r#"{"first":"Ada","note":"Ada Hill \"A\"","n":3}"#);
        let wanted = r#"{"first":"[erased]","note":"[erased] \"A\"","n":3}"#;
        assert_eq!(clean.as_deref(), Some(wanted));
        assert_eq!(redactor.json(r#"{"first":"Bo"}"#), None);
    }

    proptest! {
        #[test]
        fn nothing_is_found_twice(before in "\\PC{0,12}", after in "\\PC{0,12}") {
            let once = redacted(&format!("{before} Ada Hill {after}"));
            prop_assert_eq!(redacted(&once), once.clone());
            prop_assert!(once.contains(ERASED));
        }
    }
}
