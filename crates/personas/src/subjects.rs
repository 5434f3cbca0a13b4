//! What facts are about: how each subject is modelled, tested and shown.
//!
//! Of several values somebody may have, each is a draw: roles are not so many
//! independent questions with yes or no, since who holds one mostly holds no other.
//!
//! A subject that follows from others by the way it is counted (the breadth of
//! use from its features, somebody's words from their topics) or that belongs to
//! the account rather than the person is *described*: it has no say in who
//! belongs where, so that it cannot found a persona by construction. Posts are
//! described too: people grouped by title are a list of titles, and what a
//! persona adds to the title could not be seen.

use model::{Component, Predicate};
use stats::mixture::Family;

/// Whether a subject takes part in the fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Its facts decide who belongs where.
    Fitted,
    /// Its facts are told of members found without them.
    Described,
}

/// Which other subjects a test of this one must not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shares {
    /// None.
    Nothing,
    /// Texts: the same words may be read under several subjects.
    Texts,
    /// Counted usage.
    Usage,
}

/// What facts are about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    /// The code in `person_fact`.
    pub(crate) code: &'static str,
    /// How its values are distributed.
    pub(crate) family: Family,
    /// Whether it takes part in the fit.
    pub(crate) part: Part,
    /// What it shares its source with.
    pub(crate) shares: Shares,
    /// The component its statements belong to.
    pub(crate) component: Component,
}

const fn fitted(code: &'static str, family: Family, component: Component) -> Subject {
    Subject {
        code,
        family,
        part: Part::Fitted,
        shares: Shares::Nothing,
        component,
    }
}

const fn topic(code: &'static str, component: Component) -> Subject {
    Subject {
        shares: Shares::Texts,
        ..fitted(code, Family::Multinomial, component)
    }
}

const fn described(subject: Subject) -> Subject {
    Subject {
        part: Part::Described,
        ..subject
    }
}

const fn usage(subject: Subject) -> Subject {
    Subject {
        shares: Shares::Usage,
        ..subject
    }
}

/// Every subject, in the order of their blocks.
pub(crate) const SUBJECTS: &[Subject] = {
    use Component as C;
    use Family::{Categorical, Multinomial};
    &[
        described(fitted("seniority", Categorical, C::DayInTheLife)),
        described(fitted("function", Categorical, C::DayInTheLife)),
        fitted("role", Multinomial, C::Engagement),
        described(fitted("stance", Multinomial, C::Orientation)),
        described(fitted("channel", Multinomial, C::Preferences)),
        topic("goal", C::Objectives),
        topic("value_gained", C::Objectives),
        topic("pain", C::Problems),
        topic("request", C::Problems),
        topic("criterion", C::Orientation),
        topic("competitor", C::Orientation),
        topic("objection", C::Obstacles),
        topic("question", C::Questions),
        topic("preference", C::Preferences),
        topic("task", C::DayInTheLife),
        topic("trigger", C::Engagement),
        topic("process", C::Engagement),
        usage(fitted("feature", Multinomial, C::DayInTheLife)),
        fitted("activity", Categorical, C::DayInTheLife),
        described(usage(fitted("breadth", Categorical, C::DayInTheLife))),
        described(usage(fitted("depth", Categorical, C::DayInTheLife))),
        described(usage(fitted("use_role", Multinomial, C::Engagement))),
        described(topic("word", C::Keywords)),
        described(fitted("company_size", Categorical, C::DayInTheLife)),
        described(fitted("industry", Categorical, C::DayInTheLife)),
    ]
};

/// Subjects whose facts are topics of texts, with the predicate of the claims.
pub(crate) const TOPICS: &[(Predicate, &str)] = &[
    (Predicate::Goal, "goal"),
    (Predicate::ValueGained, "value_gained"),
    (Predicate::Pain, "pain"),
    (Predicate::Request, "request"),
    (Predicate::Criterion, "criterion"),
    (Predicate::Objection, "objection"),
    (Predicate::Question, "question"),
    (Predicate::Preference, "preference"),
    (Predicate::Task, "task"),
    (Predicate::Trigger, "trigger"),
    (Predicate::Process, "process"),
];

/// The subject under which the single words of all texts are counted.
pub(crate) const WORD: &str = "word";

/// The value of a text without a topic.
pub(crate) const OTHER: &str = "other";

/// The subject of a predicate whose object is a text.
pub(crate) fn topic_of(predicate: Predicate) -> Option<&'static str> {
    TOPICS
        .iter()
        .find(|(p, _)| *p == predicate)
        .map(|(_, code)| *code)
}

/// The subject with this code.
pub(crate) fn subject(code: &str) -> Option<&'static Subject> {
    SUBJECTS.iter().find(|subject| subject.code == code)
}

/// Whether a statement may be made of a value.
pub(crate) fn is_telling(value: &str) -> bool {
    value != OTHER
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn subjects_are_distinct_and_fit_the_blocks_of_a_mixture() {
        let codes: BTreeSet<&str> = SUBJECTS.iter().map(|s| s.code).collect();
        assert_eq!(codes.len(), SUBJECTS.len());
        assert!(SUBJECTS.len() <= stats::mixture::rows::MAX_BLOCKS);
    }

    #[test]
    fn every_topic_has_a_subject() {
        assert!(TOPICS.iter().all(|(_, code)| subject(code).is_some()));
    }

    #[test]
    fn protected_attributes_are_no_subjects() {
        let banned = ["gender", "birth", "pronoun", "ethnic", "health", "age"];
        let is_banned = |code: &str| {
            code.split('_')
                .any(|part| banned.iter().any(|word| part.starts_with(word)))
        };
        assert!(!SUBJECTS.iter().any(|s| is_banned(s.code)));
    }
}
