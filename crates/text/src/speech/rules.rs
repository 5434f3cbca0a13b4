//! A rule as data, and the book of all rules of a language, compiled once.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use model::Predicate;
use regex::{Captures, Regex};

use super::{Language, english, french, german, template};

/// One line of a table of rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// Names the rule in readings and tests.
    pub(super) code: &'static str,
    /// What it reads.
    pub(super) predicate: Predicate,
    /// How sure it is at best, in percent.
    pub(super) percent: u8,
    /// Pieces of text of which one must be there before the form is tried; parted by `|`.
    pub(super) cues: &'static str,
    /// The form; see [`template`].
    pub(super) form: &'static str,
    /// Tried in notes alone.
    pub(super) is_for_notes: bool,
    /// Says the opposite of its predicate: "has no budget".
    pub(super) is_denial: bool,
    /// Whom "we" means: speakers of such statements speak for themselves too.
    pub(super) is_shared: bool,
    /// What a "not" in its words means; what the predicate makes of it unless said.
    pub(super) not: Not,
    /// The object is a name and stands with a capital.
    pub(super) is_naming: bool,
    /// Whom it is about is named by their post.
    pub(super) is_of_post: bool,
    /// A wish is what it reads.
    pub(super) is_wish: bool,
}

/// What a "not" in the words of a rule means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Not {
    /// The predicate is denied.
    Denies,
    /// Nothing is read.
    Silences,
    /// It belongs to what is said: "has not come back".
    Belongs,
}

/// A rule for speech and notes.
pub(super) const fn rule(
    code: &'static str,
    predicate: Predicate,
    percent: u8,
    cues: &'static str,
    form: &'static str,
) -> Rule {
    Rule {
        not: not_of(predicate),
        is_naming: false,
        is_of_post: false,
        is_wish: false,
        code,
        predicate,
        percent,
        cues,
        form,
        is_for_notes: false,
        is_denial: false,
        is_shared: false,
    }
}

/// Parts can be denied; a goal denied is no goal; a pain is often a "not".
const fn not_of(predicate: Predicate) -> Not {
    use Predicate as P;
    match predicate {
        P::Goal | P::ValueGained | P::Criterion | P::Preference | P::Task => Not::Silences,
        P::Pain
        | P::Objection
        | P::Competitor
        | P::Question
        | P::Process
        | P::Trigger
        | P::Request => Not::Belongs,
        _ => Not::Denies,
    }
}

impl Rule {
    /// The same for notes alone.
    pub(super) const fn in_notes(self) -> Self {
        Self {
            is_for_notes: true,
            ..self
        }
    }

    /// The same as a denial of its predicate.
    pub(super) const fn denying(self) -> Self {
        Self {
            is_denial: true,
            ..self
        }
    }

    /// The same where "not" belongs to what is said.
    pub(super) const fn asserting(self) -> Self {
        Self {
            not: Not::Belongs,
            ..self
        }
    }

    /// The same where "not" leaves nothing to read: "we don't need her approval".
    pub(super) const fn supposing(self) -> Self {
        Self {
            not: Not::Silences,
            ..self
        }
    }

    /// The same with a name for its object.
    pub(super) const fn naming(self) -> Self {
        Self {
            is_naming: true,
            ..self
        }
    }

    /// The same for somebody named by their post.
    pub(super) const fn of_post(self) -> Self {
        Self {
            is_of_post: true,
            ..self
        }
    }

    /// The same for a wish.
    pub(super) const fn wishing(self) -> Self {
        Self {
            is_wish: true,
            ..self
        }
    }

    /// The same, true of each of "we".
    pub(super) const fn shared(self) -> Self {
        Self {
            is_shared: true,
            ..self
        }
    }
}

/// A rule with its expression.
pub(super) struct Compiled {
    pub(super) of: Rule,
    expression: Regex,
}

impl Compiled {
    /// Every place where the form fits; places may share a space.
    pub(super) fn find<'n>(&self, norm: &'n str) -> Vec<Captures<'n>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(captures) = self.expression.captures_at(norm, from) {
            let end = captures.get(0).map_or(norm.len(), |all| all.end());
            from = end.saturating_sub(1).max(from + 1);
            found.push(captures);
            if from >= norm.len() {
                break;
            }
        }
        found
    }
}

/// The rules of one language.
pub(super) struct Book {
    rules: Vec<Compiled>,
    cues: Option<AhoCorasick>,
    /// For each cue, the rules that wait for it.
    rules_of_cue: Vec<Vec<u16>>,
}

impl Book {
    fn new(tables: &[&[Rule]]) -> Self {
        let rules: Vec<Compiled> = tables
            .iter()
            .copied()
            .flatten()
            .filter_map(compile)
            .collect();
        let mut cues: Vec<(&str, Vec<u16>)> = Vec::new();
        for (idx, rule) in (0u16..).zip(&rules) {
            for cue in rule.of.cues.split('|') {
                match cues.iter_mut().find(|(known, _)| *known == cue) {
                    Some((_, waiting)) => waiting.push(idx),
                    None => cues.push((cue, vec![idx])),
                }
            }
        }
        let words: Vec<&str> = cues.iter().map(|(cue, _)| *cue).collect();
        Self {
            rules,
            cues: AhoCorasickBuilder::new()
                .ascii_case_insensitive(true)
                .build(words)
                .ok(),
            rules_of_cue: cues.into_iter().map(|(_, waiting)| waiting).collect(),
        }
    }

    /// The rules of which a cue stands in the text, in the order of the book.
    pub(super) fn candidates(&self, text: &str) -> Vec<u16> {
        let mut found = Vec::new();
        let hits = self
            .cues
            .iter()
            .flat_map(|cues| cues.find_overlapping_iter(text));
        for hit in hits {
            found.extend(
                self.rules_of_cue
                    .get(hit.pattern().as_usize())
                    .into_iter()
                    .flatten(),
            );
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The rule at a position of the book.
    pub(super) fn rule(&self, idx: u16) -> Option<&Compiled> {
        self.rules.get(usize::from(idx))
    }
}

/// `None` for a form that is no expression; a test holds that there is none.
fn compile(rule: &Rule) -> Option<Compiled> {
    let expression = Regex::new(&template::expression(rule.form)).ok()?;
    Some(Compiled {
        of: *rule,
        expression,
    })
}

/// The rules of a language.
pub(super) fn book(language: Language) -> &'static Book {
    static ENGLISH: LazyLock<Book> = LazyLock::new(|| Book::new(english::TABLES));
    static GERMAN: LazyLock<Book> = LazyLock::new(|| Book::new(german::TABLES));
    static FRENCH: LazyLock<Book> = LazyLock::new(|| Book::new(french::TABLES));
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles_and_codes_are_unique() {
        let tables = [english::TABLES, german::TABLES, french::TABLES].concat();
        let all: Vec<&Rule> = tables.iter().copied().flatten().collect();
        for rule in &all {
            assert!(compile(rule).is_some(), "{}", rule.code);
            assert!(
                rule.percent <= 100 && !rule.cues.is_empty(),
                "{}",
                rule.code
            );
            assert_eq!(rule.cues, rule.cues.to_lowercase(), "{}", rule.code);
        }
        let mut codes: Vec<&str> = all.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
    }
}
