//! Cuts a text into sentences of plain words that know where they stood.
//!
//! Writing is folded to lower-case ASCII, short forms are written out (`don't`
//! becomes `do not`), hesitations and repeated words vanish, and so do adverbs
//! that change how sure somebody is but not what they say: the next word keeps
//! a note of them. Stage directions in brackets are no speech.

use deunicode::deunicode_char;

use super::lexicon::{ABBREVIATIONS, FILLERS, SHORT_FORMS, adverb};
use super::{Language, asides};

/// A word or mark of a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Word {
    /// Folded; marks are `,` `:` `-` `(` `)` `"`.
    pub(super) text: String,
    /// First character and one past the last, from 0.
    pub(super) chars: (u32, u32),
    /// The same in bytes.
    pub(super) bytes: (usize, usize),
    /// Starts with a capital letter.
    pub(super) is_capital: bool,
    /// Written in capitals, two letters or more.
    pub(super) is_upper: bool,
    /// The first word of its sentence.
    pub(super) is_initial: bool,
    /// An adverb before it says that the speaker is not sure.
    pub(super) is_hedged: bool,
    /// A mark rather than a word.
    pub(super) is_mark: bool,
}

/// A sentence of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
    /// Ends with a question mark.
    pub(super) has_question_mark: bool,
    /// Ends with a mark of its own.
    pub(super) is_ended: bool,
}

/// Cuts a text into sentences; empty ones are left out.
pub(super) fn sentences(text: &str, language: Language) -> Vec<Sentence> {
    let mut scan = Scan {
        text,
        chars: text.char_indices().collect(),
        language,
        done: Vec::new(),
        open: Sentence::default(),
        is_hedged: false,
    };
    let mut at = 0;
    while at < scan.chars.len() {
        at = scan.step(at).max(at + 1);
    }
    scan.close();
    scan.done
}

struct Scan<'t> {
    text: &'t str,
    chars: Vec<(usize, char)>,
    language: Language,
    done: Vec<Sentence>,
    open: Sentence,
    is_hedged: bool,
}

impl Scan<'_> {
    fn char_at(&self, at: usize) -> char {
        self.chars.get(at).map_or('\n', |(_, c)| *c)
    }

    fn byte_at(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.text.len(), |(b, _)| *b)
    }

    /// Reads one word or mark at `at` and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let c = self.char_at(at);
        if c.is_alphanumeric() {
            let end = self.word_end(at);
            self.push_word(at, end);
            return end;
        }
        match c {
            '{' | '[' => self.after_bracket(at),
            '?' => self.end_sentence(at, true),
            '!' | ';' | '\n' | '。' => self.end_sentence(at, false),
            '.' | '…' => self.full_stop(at),
            ',' | ':' | '(' | ')' => self.push_mark(at, c),
            '=' => self.push_mark(at, ':'),
            '"' | '“' | '”' | '„' | '«' | '»' => self.push_mark(at, '"'),
            '–' | '—' => self.push_mark(at, '-'),
            '-' if self.is_free_dash(at) => self.push_mark(at, '-'),
            '/' | '&' | '+' => self.push_mark(at, '/'),
            _ => at + 1,
        }
    }

    fn is_free_dash(&self, at: usize) -> bool {
        let is_before_space = !self.char_at(at + 1).is_alphanumeric();
        let is_after_space = at == 0 || !self.char_at(at - 1).is_alphanumeric();
        is_before_space || is_after_space
    }

    /// One past the last character of the word that starts at `at`.
    fn word_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let (c, next) = (self.char_at(end), self.char_at(end + 1));
            let is_between_digits = self.char_at(end - 1).is_ascii_digit() && next.is_ascii_digit();
            let is_initials = self.is_initials(at, end) && next.is_alphabetic();
            let joins = match c {
                '\'' | '’' => next.is_alphabetic(),
                '.' => is_between_digits || is_initials,
                ',' | ':' => is_between_digits,
                '&' => next.is_alphabetic(),
                _ => c.is_alphanumeric(),
            };
            if !joins || end >= self.chars.len() {
                return end;
            }
            end += 1;
        }
    }

    /// `U.S`, `e.g`: letters alone between full stops.
    fn is_initials(&self, start: usize, end: usize) -> bool {
        (start..end).all(|at| {
            let c = self.char_at(at);
            let is_letter_place = (at - start).is_multiple_of(2);
            if is_letter_place {
                c.is_alphabetic()
            } else {
                c == '.'
            }
        })
    }

    /// Skips `[laughter]`, `{gap}`; a bracket without an end is a mark of no weight.
    fn after_bracket(&mut self, at: usize) -> usize {
        let close = if self.char_at(at) == '{' { '}' } else { ']' };
        let n_longest = 40;
        let found =
            (at + 1..(at + n_longest).min(self.chars.len())).find(|i| self.char_at(*i) == close);
        found.map_or(at + 1, |end| end + 1)
    }

    fn full_stop(&mut self, at: usize) -> usize {
        let is_run = self.char_at(at) == '…' || self.char_at(at + 1) == '.';
        if is_run {
            let mut end = at;
            while matches!(self.char_at(end), '.' | '…') && end < self.chars.len() {
                end += 1;
            }
            self.push_mark(at, ',');
            return end;
        }
        let last = self.open.words.last().map_or("", |word| word.text.as_str());
        let is_abbreviated = ABBREVIATIONS.contains(&last);
        let goes_on = self.char_at(at + 1).is_alphanumeric();
        if is_abbreviated || goes_on {
            return at + 1;
        }
        self.end_sentence(at, false)
    }

    fn end_sentence(&mut self, at: usize, has_question_mark: bool) -> usize {
        self.open.has_question_mark = has_question_mark;
        self.open.is_ended = self.char_at(at) != '\n';
        self.close();
        at + 1
    }

    fn close(&mut self) {
        let mut sentence = std::mem::take(&mut self.open);
        self.is_hedged = false;
        if self.language == Language::English {
            sentence.words = asides::without(sentence.words);
        }
        if sentence.words.iter().any(|word| !word.is_mark) {
            self.done.push(sentence);
        }
    }

    fn push_mark(&mut self, at: usize, mark: char) -> usize {
        let is_repeated = self
            .open
            .words
            .last()
            .is_none_or(|last| last.is_mark && last.text != ")");
        if !is_repeated || mark == '(' || mark == '"' {
            let mut word = self.word(at, at + 1, mark.to_string());
            word.is_mark = true;
            self.open.words.push(word);
        }
        at + 1
    }

    fn word(&self, at: usize, end: usize, text: String) -> Word {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let letters = (at..end)
            .map(|i| self.char_at(i))
            .filter(|c| c.is_alphabetic());
        let n_small = letters.clone().filter(|c| !c.is_uppercase()).count();
        Word {
            text,
            chars: (number(at), number(end)),
            bytes: (self.byte_at(at), self.byte_at(end)),
            is_capital: self.char_at(at).is_uppercase(),
            is_upper: n_small == 0 && letters.count() >= 2,
            is_initial: self.open.words.iter().all(|word| word.is_mark),
            is_hedged: false,
            is_mark: false,
        }
    }

    fn push_word(&mut self, at: usize, end: usize) {
        let folded: String = (at..end).fold(String::new(), |mut folded, i| {
            push_plain(&mut folded, self.char_at(i));
            folded
        });
        if FILLERS.contains(&folded.as_str()) {
            return;
        }
        let is_not_only = matches!(folded.as_str(), "only" | "just" | "necessarily")
            && self
                .open
                .words
                .last()
                .is_some_and(|last| last.text == "not");
        if is_not_only {
            self.open.words.pop();
            return;
        }
        let is_english = self.language == Language::English;
        if let Some(hedges) = adverb(&folded).filter(|_| is_english) {
            self.is_hedged |= hedges;
            return;
        }
        self.push_parts(at, end, &folded);
    }

    /// Pushes the parts of a short form, each standing where the whole stood.
    fn push_parts(&mut self, at: usize, end: usize, folded: &str) {
        let parts = match self.language {
            Language::English => written_out(folded),
            Language::German | Language::French => folded.split('\'').map(str::to_owned).collect(),
        };
        for (idx, part) in parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .enumerate()
        {
            let is_repeated = self.open.words.last().is_some_and(|last| last.text == part);
            if is_repeated {
                continue;
            }
            // The name in "the CFO's" ends before the apostrophe.
            let apostrophe = (at..end).find(|i| matches!(self.char_at(*i), '\'' | '’'));
            let is_possessive = folded.ends_with("'s") && self.language == Language::English;
            let part_end = apostrophe
                .filter(|_| is_possessive && part != "'s")
                .unwrap_or(end);
            let mut word = self.word(at, part_end, part);
            word.is_hedged = std::mem::take(&mut self.is_hedged);
            word.is_capital &= idx == 0;
            word.is_upper &= idx == 0;
            self.open.words.push(word);
        }
    }
}

fn push_plain(folded: &mut String, c: char) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else if matches!(c, '’' | '‘') {
        folded.push('\'');
    } else if let Some(ascii) = deunicode_char(c) {
        folded.extend(
            ascii
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase()),
        );
    }
}

/// Words whose `'s` means "is" or "has".
const IS_WORDS: &[&str] = &[
    "he",
    "she",
    "it",
    "that",
    "this",
    "there",
    "here",
    "what",
    "who",
    "where",
    "how",
    "everything",
    "nobody",
];

/// Writes English short forms out: `i'll` is `i will`, `cfo's` is `cfo` and `'s`.
fn written_out(folded: &str) -> Vec<String> {
    if let Some((_, long)) = SHORT_FORMS.iter().find(|(short, _)| *short == folded) {
        return long.split(' ').map(str::to_owned).collect();
    }
    if let Some(verb) = folded.strip_suffix("n't") {
        return vec![verb.to_owned(), "not".to_owned()];
    }
    let Some((stem, tail)) = folded.split_once('\'') else {
        return vec![folded.to_owned()];
    };
    let tail = match tail {
        "ll" => "will",
        "d" => "would",
        "ve" => "have",
        "re" => "are",
        "m" => "am",
        "s" if IS_WORDS.contains(&stem) => "is",
        "s" => "'s",
        _ => return vec![folded.replace('\'', "")],
    };
    vec![stem.to_owned(), tail.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str) -> Vec<String> {
        let join = |sentence: &Sentence| {
            let words: Vec<&str> = sentence
                .words
                .iter()
                .map(|word| word.text.as_str())
                .collect();
            words.join(" ")
        };
        sentences(text, Language::English)
            .iter()
            .map(join)
            .collect()
    }

    #[test]
    fn short_forms_are_written_out_and_hesitations_vanish() {
        assert_eq!(
            plain("Um, I I don't actually sign-off. It's the CFO's call {vocalsound} . We can't."),
            ["i do not sign off", "it is the cfo 's call", "we can not"]
        );
    }

    #[test]
    fn numbers_initials_and_abbreviations_end_no_sentence() {
        assert_eq!(
            plain("Over $2.1M goes to Dr. Ames, e.g. at 10:30. Fine?"),
            ["over 2.1m goes to dr ames , e.g at 10:30", "fine"]
        );
    }

    #[test]
    fn words_know_where_they_stood() {
        let text = "Größe: we don’t decide";
        let all = sentences(text, Language::English);
        let last = all[0].words.last().unwrap();
        let by_chars: String = text.chars().skip(last.chars.0 as usize).collect();
        assert_eq!(
            (by_chars.as_str(), &text[last.bytes.0..last.bytes.1]),
            ("decide", "decide")
        );
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text_and_in_order(text in "[\\PC\n]{0,80}") {
            let n_chars = text.chars().count() as u32;
            for language in [Language::English, Language::German, Language::French] {
                let mut last = 0;
                for word in sentences(&text, language).iter().flat_map(|s| &s.words) {
                    prop_assert!(word.chars.0 >= last && word.chars.1 <= n_chars);
                    prop_assert!(text.get(word.bytes.0..word.bytes.1).is_some());
                    last = word.chars.0;
                }
            }
        }
    }
}
