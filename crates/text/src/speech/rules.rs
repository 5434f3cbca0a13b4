//! A rule as data, and the book of all rules of a language, compiled once.

use std::sync::LazyLock;

use model::Predicate;
use regex::{Captures, Regex};

use super::needs::{self, Index, Need};
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
        if !self.expression.is_match(norm) {
            return found;
        }
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
    index: Index,
}

impl Book {
    fn new(rules: &[Rule]) -> Self {
        let (rules, needs): (Vec<Compiled>, Vec<Vec<Need>>) =
            rules.iter().filter_map(compile).unzip();
        Self {
            rules,
            index: Index::new(needs),
        }
    }

    /// The rules that may fit a sentence, in the order of the book.
    pub(super) fn candidates(&self, norm: &str) -> impl Iterator<Item = &Compiled> {
        let found = self.index.candidates(norm).into_iter();
        found.filter_map(|idx| self.rules.get(idx))
    }
}

/// `None` for a form that is no expression; a test holds that there is none.
fn compile(rule: &Rule) -> Option<(Compiled, Vec<Need>)> {
    let written_out = template::expression(rule.form);
    let expression = Regex::new(&written_out).ok()?;
    let compiled = Compiled {
        of: *rule,
        expression,
    };
    Some((compiled, needs::of_expression(&written_out)))
}

/// The rules of a language.
pub(super) fn book(language: Language) -> &'static Book {
    static ENGLISH: LazyLock<Book> = LazyLock::new(|| Book::new(&english::rules()));
    static GERMAN: LazyLock<Book> = LazyLock::new(|| Book::new(&german::TABLES.concat()));
    static FRENCH: LazyLock<Book> = LazyLock::new(|| Book::new(&french::TABLES.concat()));
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
        let english = english::rules();
        let others = [german::TABLES, french::TABLES].concat().concat();
        let all: Vec<&Rule> = english.iter().chain(&others).collect();
        for rule in &all {
            assert!(rule.percent <= 100, "{}", rule.code);
            let needs = compile(rule).map(|(_, needs)| needs.len());
            assert!(needs > Some(0), "{}", rule.code);
        }
        let mut codes: Vec<&str> = all.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
    }
}
