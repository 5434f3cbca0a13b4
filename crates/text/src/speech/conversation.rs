//! A conversation as it goes on: each turn beside what was asked and named before it.
//!
//! A question stays open until somebody else has said something of weight;
//! signs of listening in between ("mm-hm", "good question") close nothing.

use super::{Context, Language, Reading, read};

/// Fewer words are a sign of listening and answer nothing in full.
const LEAST_WORDS: usize = 4;

/// Turns for which a question may wait for its answer.
const N_PATIENT: usize = 3;

/// What was said so far, as far as the next turn may lean on it.
#[derive(Clone, Debug)]
pub struct Conversation<'a> {
    language: Option<Language>,
    names: &'a [String],
    question: Option<Question<'a>>,
    /// The turn before, whoever spoke.
    before: Option<&'a str>,
}

/// A question that nobody has answered yet.
#[derive(Clone, Copy, Debug)]
struct Question<'a> {
    asker: Option<&'a str>,
    text: &'a str,
    n_turns: usize,
}

impl<'a> Conversation<'a> {
    /// A conversation in a language among those present, by their folded names.
    pub fn new(language: Option<Language>, names: &'a [String]) -> Self {
        Self {
            language,
            names,
            question: None,
            before: None,
        }
    }

    /// Reads the next turn; `speaker` tells who speaks, by any key.
    ///
    /// # Units
    /// As of [`read`].
    pub fn hear(&mut self, speaker: Option<&'a str>, text: &'a str) -> Vec<Reading> {
        let asked_by_others =
            |question: &Question<'_>| question.asker != speaker || question.asker.is_none();
        let context = Context {
            language: self.language,
            is_note: false,
            previous: self
                .question
                .filter(asked_by_others)
                .map(|question| question.text),
            before: self.before,
            names: self.names,
        };
        let readings = read(text, &context);
        self.go_on(speaker, text);
        readings
    }

    fn go_on(&mut self, speaker: Option<&'a str>, text: &'a str) {
        let n_words = text.split_whitespace().count();
        if asks(text) {
            self.question = Some(Question {
                asker: speaker,
                text,
                n_turns: 0,
            });
        } else if let Some(question) = &mut self.question {
            question.n_turns += 1;
            let is_answered = question.asker != speaker && n_words >= LEAST_WORDS;
            if is_answered || question.n_turns >= N_PATIENT {
                self.question = None;
            }
        }
        if n_words >= LEAST_WORDS || asks(text) {
            self.before = Some(text);
        }
    }
}

/// Asks by a mark, or by a prompt that needs none.
fn asks(text: &str) -> bool {
    const PROMPTS: &[&str] = &[
        "alk me through",
        "ell me about",
        "ell me how",
        "ell me what",
        "ell us about",
        "elp me understand",
        "escribe ",
        "ove to understand",
        "ove to hear",
        "ove to know",
        "urious ",
    ];
    text.contains('?') || PROMPTS.iter().any(|prompt| text.contains(prompt))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(turns: &[(&str, &str)]) -> Vec<String> {
        let mut conversation = Conversation::new(Some(Language::English), &[]);
        let mut heard = Vec::new();
        for (speaker, text) in turns {
            for reading in conversation.hear(Some(speaker), text) {
                let whom = reading.target_text.unwrap_or_else(|| (*speaker).to_owned());
                heard.push(format!("{} {whom}", reading.predicate));
            }
        }
        heard.retain(|line| !line.starts_with("question"));
        heard
    }

    #[test]
    fn a_question_waits_through_signs_of_listening() {
        assert_eq!(
            parts(&[
                ("s", "And who signs off on that?"),
                ("a", "Good question."),
                ("s", "Take your time."),
                ("a", "That would be our CFO."),
            ]),
            ["authorises our CFO"]
        );
    }

    #[test]
    fn nobody_answers_their_own_question_and_none_is_answered_twice() {
        assert_eq!(
            parts(&[("s", "Who signs off?"), ("s", "Our CFO, perhaps.")]),
            [""; 0]
        );
        assert_eq!(
            parts(&[
                ("s", "Who decides on this?"),
                ("a", "Our CFO, after she has seen the numbers."),
                ("a", "Me and the dog went out."),
            ]),
            ["decides Our CFO"]
        );
    }

    #[test]
    fn a_pronoun_reaches_back_one_turn() {
        assert_eq!(
            parts(&[
                ("s", "Is Maria joining us again this week?"),
                ("a", "No, she left the company in May."),
            ]),
            ["left_company Maria"]
        );
    }
}
