//! One line that may open a turn: who speaks, when, and where the words start.

use super::clock::{leading_clock, leading_range};

/// What a line says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Turn<'a> {
    /// Who speaks.
    pub(super) label: Option<&'a str>,
    /// Start in milliseconds.
    pub(super) start_ms: Option<i64>,
    /// End in milliseconds.
    pub(super) end_ms: Option<i64>,
    /// Where the words start, in bytes; the length of the line when there are none.
    pub(super) words_at: usize,
    /// The time stands in brackets or is a range.
    pub(super) is_marked_time: bool,
}

/// Names of fields, levels of logs and the like: never somebody who speaks.
const NOT_SPEAKERS: &str = "note|notes|warning|error|info|debug|example|tip|todo|fix|fixed|added|changed|removed|from|\
    to|cc|bcc|subject|sent|date|re|by|name|title|attention|attn|fax|telephone|tel|phone|email|e-mail|mail|address|its|\
    witness|signature|notice|url|link|source|file|license|version|usage|type|status|time|location|duration|kind|columns|\
    rows|labels|use|care|commit|author|summary|agenda|action items|next steps|key points|decision|decisions|outcome|\
    important|step|chapter|section|article|http|https|ps|p.s|faq|update|reason|result|input|output|default|returns|\
    parameters|args|host|port|user|password|description|id|key|value|total|company|account|attendees|participants|and|\
    the|this|that|however|remember|warning|caution|hinweis|achtung|beispiel|datum|ort|recorded|break";

/// Reads a line.
pub(super) fn read(line: &str) -> Turn<'_> {
    let start = skip_marks(line);
    let time = leading_time(line, start);
    let at = time.as_ref().map_or(start, |time| time.2);
    let named = timed_label(line, at).or_else(|| colon_label(line, at));
    let (start_ms, end_ms, _, is_marked_time) = time.unwrap_or((None, None, at, false));
    match named {
        Some(turn) => Turn {
            start_ms: turn.start_ms.or(start_ms),
            end_ms: turn.end_ms.or(end_ms),
            is_marked_time: turn.is_marked_time || is_marked_time,
            ..turn
        },
        None => Turn {
            label: None,
            start_ms,
            end_ms,
            words_at: skip_blank(line, at),
            is_marked_time,
        },
    }
}

/// Whether a text may be the label of a speaker.
pub(super) fn is_label(label: &str) -> bool {
    let core = label
        .split_once(['(', '['])
        .map_or(label, |(core, _)| core)
        .trim();
    let words: Vec<&str> = core.split_whitespace().collect();
    let starts_well = match core.chars().next() {
        Some(c) => {
            c.is_uppercase()
                || c.is_numeric()
                || (c.is_alphabetic() && !c.is_lowercase())
                || words.len() == 1
        }
        None => false,
    };
    let has_letter = core.chars().any(char::is_alphabetic);
    let has_sentence = core.contains(['?', '!', '"', ';', '=', '{', '}', '|', '`', '/', '\\', '<'])
        || words
            .iter()
            .any(|word| word.ends_with('.') && word.chars().count() > 4)
        || (core.contains(',') && words.iter().any(|word| starts_low(word)));
    let n_low = words
        .iter()
        .filter(|word| starts_low(word) && !is_particle(word))
        .count();
    let is_short = n_low < 2 && (1..=5).contains(&words.len()) && label.chars().count() <= 70;
    let lower = core.to_lowercase();
    let is_field = NOT_SPEAKERS.split('|').any(|known| known == lower);
    is_short && starts_well && has_letter && !has_sentence && !is_field
}

fn starts_low(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

/// Words written low within names: `van der Berg`, `Head of Sales`.
fn is_particle(word: &str) -> bool {
    let particles = [
        "van", "von", "der", "den", "de", "da", "di", "del", "la", "le", "dos", "bin", "al", "of",
        "for", "and",
    ];
    particles.contains(&word)
}

/// Past white space, quotation marks and the marks of a Markdown heading.
fn skip_marks(line: &str) -> usize {
    let rest = line.trim_start();
    let rest = rest.trim_start_matches(['>', '#']).trim_start();
    line.len() - rest.len()
}

fn skip_blank(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    line.len() - rest.trim_start().len()
}

/// Past one run of emphasis and the white space behind it.
fn skip_emphasis(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    let bare = rest.trim_start_matches(['*', '_']);
    let n_marks = rest.len() - bare.len();
    // A lone star may open a stage direction in the words.
    if n_marks > 3 { at } else { at + n_marks }
}

type LeadingTime = (Option<i64>, Option<i64>, usize, bool);

/// `[00:43.8 --> 00:47.8]`, `(0:21)`, `00:43 -`: the time, where it ends, whether it is marked.
fn leading_time(line: &str, start: usize) -> Option<LeadingTime> {
    let at = skip_emphasis(line, start);
    let rest = line.get(at..)?;
    let inner = rest.trim_start_matches(['[', '(']);
    let n_open = rest.len() - inner.len();
    let (from, to, n) = leading_range(inner.trim_start())?;
    let n_pad = inner.len() - inner.trim_start().len();
    let mut end = at + n_open + n_pad + n;
    let tail = line.get(end..)?;
    if n_open > 0 {
        let closed = tail.trim_start().strip_prefix([']', ')'])?;
        end = line.len() - closed.len();
    } else if !tail.is_empty() && !tail.starts_with([' ', '\t', '|', '*']) {
        return None;
    }
    end = skip_emphasis(line, end);
    let tail = line.get(end..)?;
    let bare = tail.trim_start_matches([' ', '\t', '|', ':', '-', '–']);
    let is_marked = n_open > 0 || to.is_some();
    Some((Some(from), to, line.len() - bare.len(), is_marked))
}

/// `Name (0:21): words`, `Name  0:21`, `**Name** [00:12] words`.
fn timed_label(line: &str, start: usize) -> Option<Turn<'_>> {
    let at = skip_emphasis(line, start);
    let rest = line.get(at..)?;
    let clock_at = find_clock(rest)?;
    let before = rest.get(..clock_at)?;
    let is_bracketed = before.trim_end().ends_with(['(', '[']);
    let label =
        before.trim_end_matches(['(', '[', ' ', '\t', '-', '–', '|', ',', '@', '*', '_', ':']);
    if !is_label(label) {
        return None;
    }
    let (from, to, n) = leading_range(rest.get(clock_at..)?)?;
    let tail = rest.get(clock_at + n..)?;
    let tail = if is_bracketed {
        tail.trim_start().strip_prefix([')', ']'])?
    } else {
        tail
    };
    let tail = tail.trim_start_matches(['*', '_']);
    let after = tail.trim_start();
    let (words, has_colon) = match after.strip_prefix([':', '：']) {
        Some(words) => (words, true),
        None => (after, false),
    };
    let words = words.trim_start_matches(['*', '_']).trim_start();
    let is_turn = is_bracketed || has_colon || words.is_empty();
    is_turn.then_some(Turn {
        label: Some(label),
        start_ms: Some(from),
        end_ms: to,
        words_at: line.len() - words.len(),
        is_marked_time: is_bracketed,
    })
}

/// The first clock in the first eighty characters that follows white space or a bracket.
fn find_clock(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in text.char_indices().take(80) {
        let opens = c.is_ascii_digit() && matches!(before, ' ' | '\t' | '(' | '[');
        if at > 0 && opens && text.get(at..).and_then(leading_clock).is_some() {
            return Some(at);
        }
        before = c;
    }
    None
}

/// `Name: words`, `**Name:** words`, `**Name**: words`, `Name:` alone.
fn colon_label(line: &str, start: usize) -> Option<Turn<'_>> {
    let at = skip_emphasis(line, start);
    let rest = line.get(at..)?;
    let colon = rest.find([':', '：'])?;
    let width = rest.get(colon..)?.chars().next().map_or(1, char::len_utf8);
    let label = rest
        .get(..colon)?
        .trim()
        .trim_end_matches(['*', '_'])
        .trim_end();
    let after = rest.get(colon + width..)?;
    let is_address = after.starts_with("//");
    if !is_label(label) || is_address {
        return None;
    }
    let bare = after.trim_start_matches(['*', '_']);
    let n_marks = after.len() - bare.len();
    // Marks right behind the colon close the emphasis of the label; others belong to the words.
    let words = if n_marks > 0 && n_marks <= 3 && at > start {
        bare
    } else {
        after
    };
    // `Name:words` without a gap is a field or an address more often than speech.
    let has_gap = words.is_empty() || words.starts_with(char::is_whitespace) || n_marks > 0;
    has_gap.then(|| Turn {
        label: Some(label),
        words_at: line.len() - words.trim_start().len(),
        ..Turn::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(line: &str) -> (Option<&str>, Option<i64>, &str) {
        let turn = read(line);
        (
            turn.label,
            turn.start_ms,
            line.get(turn.words_at..).unwrap(),
        )
    }

    #[test]
    fn turns_are_read_in_their_spellings() {
        let ann = Some("Ann Oh");
        for line in [
            "Ann Oh: Hi all.",
            "**Ann Oh:** Hi all.",
            "**Ann Oh**: Hi all.",
            "> Ann Oh:  Hi all.",
        ] {
            assert_eq!(told(line), (ann, None, "Hi all."), "{line}");
        }
        for line in [
            "[00:21] Ann Oh: Hi all.",
            "00:21 Ann Oh: Hi all.",
            "0:21 - **Ann Oh:** Hi all.",
            "Ann Oh (0:21): Hi all.",
            "**Ann Oh** [00:00:21] Hi all.",
            "Ann Oh [0:21]: Hi all.",
        ] {
            assert_eq!(told(line), (ann, Some(21_000), "Hi all."), "{line}");
        }
        assert_eq!(told("Ann Oh  0:21  "), (ann, Some(21_000), ""));
        assert_eq!(told("Ann Oh:"), (ann, None, ""));
        assert_eq!(
            told("[0:01 --> 0:02]  Hi: all."),
            (Some("Hi"), Some(1_000), "all.")
        );
        assert_eq!(
            told("Ann Oh (CFO, Acme): Hi"),
            (Some("Ann Oh (CFO, Acme)"), None, "Hi")
        );
        assert_eq!(told("spk_0: hello"), (Some("spk_0"), None, "hello"));
        assert_eq!(told("Dr. Ann Oh: Hi"), (Some("Dr. Ann Oh"), None, "Hi"));
    }

    #[test]
    fn words_with_colons_are_no_labels() {
        for line in [
            "So what I mean is: no.",
            "Note: this is recorded.",
            "https://ann.example/x",
            "We meet at 10:30 tomorrow",
            "- Kind: real",
            "a = b: c",
            "Well, I said: no.",
        ] {
            assert_eq!(read(line).label, None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read(line in "[ \\[(]{0,2}[0-9:.]{0,8}[\\])]{0,1}\\PC{0,40}") {
            let turn = read(&line);
            prop_assert!(line.is_char_boundary(turn.words_at));
        }
    }
}
