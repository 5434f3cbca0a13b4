//! What a question asks for, so that a short answer can be read.

use std::sync::LazyLock;

use model::Predicate;
use regex::Regex;

use super::matters;
use crate::speech::judge::gives_a_part;
use crate::speech::plain::{self, Sentence};
use crate::speech::rules::{self, Book};
use crate::speech::{Context, Language};

/// What a question asks for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::speech) enum Asked {
    /// Who plays a part?
    Who(Predicate),
    /// Does somebody play it? Whoever is asked, when nobody is named.
    Whether(Predicate, Option<String>),
    /// What hurts, what for, why now?
    Matter(Predicate),
}

/// What a question for somebody asks for, by a word in it.
const BY_WORD: &[(&str, Predicate)] = &[
    (
        "final say|decide|decides|decision|decisions|make the call|makes the call|choose|chooses|last word|entscheidet|decide",
        Predicate::Decides,
    ),
    (
        "sign off|signs off|sign|signs|signed|approve|approves|approval|approved|authorise|authorize|authorises|authorizes|signature|green light|unterschreibt|signe|valide",
        Predicate::Authorises,
    ),
    (
        "budget|pay|pays|money|funds|purse|paying",
        Predicate::ControlsBudget,
    ),
    (
        "evaluate|evaluates|evaluation|technical review|security review|test|tests|security|technical|data protection|architecture|pruft",
        Predicate::Evaluates,
    ),
    (
        "purchasing|procurement|negotiate|negotiates|commercials|einkauf",
        Predicate::Procures,
    ),
    (
        "contract|contracts|terms|legal|redlines",
        Predicate::ReviewsTerms,
    ),
    (
        "administer|administers|configure|configures|admin|permissions|settings|set up",
        Predicate::Administers,
    ),
    ("uses|use|works with|work with", Predicate::Uses),
    (
        "own|owns|responsible|in charge|owner|accountable|looks after|takes care|verantwortlich|responsable",
        Predicate::Owns,
    ),
];

static ASKS_WHO: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(" (?:who|whose|whom|wer|qui) ").ok());
/// A part named and nothing else: "And the signature?", "What about the budget?"
static ASKS_ABOUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^ (?:(?:and|so|but|okay|then|what|how|about|for|,) )+(?:the |your |a |our )?(?:[a-z]+ ){1,2}$").ok()
});

/// Asks for something behind which somebody stands: "Is there a purchasing process?"
static ASKS_FOR_ONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^ (?:(?:and|so|but|okay|then|,) )*(?:is there|are there|do you have|have you got|what about|how about) ").ok()
});
/// Longer questions are seldom answered by a mere yes.
const N_YES_NO: usize = 22;
static IS_YES_NO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^ (?:(?:and|so|but|okay|then|,|right|sorry) )*(?:are|were|do|does|is|was|will|would|could|can|have|has|you|that|it|@) ").ok()
});

/// Parts that somebody has or has not, so that a yes says it.
fn is_plain_part(predicate: Predicate) -> bool {
    use Predicate as P;
    matches!(
        predicate,
        P::Decides
            | P::Authorises
            | P::ControlsBudget
            | P::Owns
            | P::Evaluates
            | P::Procures
            | P::ReviewsTerms
            | P::ManagesTeam
            | P::Administers
            | P::Uses
    )
}

/// Nobody asks this way, so that the text need not be cut into words.
const WORDS: &[&str] = &[
    "who", "Who", "wer ", "Wer ", "qui ", "Qui ", "hat", "How", "how", "hy ", "here", "ich ",
    "ou ", "your", "Is ", "is ", "Does ", "does ", "hen ", "nything", "ell me", "alk me",
    "escribe", "And ", "ny ",
];

/// What the last question of the text before asked for.
pub(in crate::speech) fn asked(previous: Option<&str>, language: Language) -> Option<Asked> {
    let may_ask = |text: &&str| WORDS.iter().any(|word| text.contains(word));
    let previous = previous.filter(may_ask)?;
    let sentences = plain::sentences(previous, language, &Context::default());
    // What is asked early in a long turn is seldom what is answered.
    let near = sentences.iter().rev().take(2);
    let last = near.into_iter().find(|sentence| sentence.is_question);
    let prompt = || sentences.last().filter(|_| language == Language::English);
    last.or_else(prompt)
        .and_then(|question| asked_by(question, previous, rules::book(language)))
}

/// What a question asks for.
pub(in crate::speech) fn asked_by(question: &Sentence, text: &str, book: &Book) -> Option<Asked> {
    let has = |form: &LazyLock<Option<Regex>>| {
        form.as_ref()
            .is_some_and(|form| form.is_match(&question.norm))
    };
    if has(&ASKS_WHO) {
        let who = of_subject(&question.norm, book, "who").or_else(|| by_word(question));
        if let Some(predicate) = who {
            return Some(Asked::Who(predicate));
        }
    }
    if has(&ASKS_ABOUT)
        && let Some(predicate) = by_word(question)
    {
        return Some(Asked::Who(predicate));
    }
    matters::asked_by(question)
        .map(Asked::Matter)
        .or_else(|| whether(question, text, book))
        .or_else(|| {
            by_word(question)
                .filter(|_| has(&ASKS_FOR_ONE))
                .map(Asked::Who)
        })
}

fn by_word(question: &Sentence) -> Option<Predicate> {
    let asks = |words: &str| {
        words
            .split('|')
            .any(|word| question.norm.contains(&format!(" {word} ")))
    };
    BY_WORD
        .iter()
        .find(|(words, _)| asks(words))
        .map(|(_, predicate)| *predicate)
}

/// The part that a rule reads of the subject.
fn of_subject(norm: &str, book: &Book, subject: &str) -> Option<Predicate> {
    let parts = book
        .candidates(norm)
        .filter(|rule| gives_a_part(rule.of.predicate));
    let of_them = |rule: &&rules::Compiled| {
        rule.find(norm)
            .iter()
            .any(|found| found.name("who").is_some_and(|who| who.as_str() == subject))
    };
    let best = parts.filter(of_them).max_by_key(|rule| rule.of.percent);
    best.map(|rule| rule.of.predicate)
}

/// "Is that your decision?" asks what "that is my decision" says.
fn whether(question: &Sentence, text: &str, book: &Book) -> Option<Asked> {
    let may_be_answered = IS_YES_NO
        .as_ref()
        .is_some_and(|form| form.is_match(&question.norm));
    if !may_be_answered || question.tokens.len() > N_YES_NO {
        return None;
    }
    let said = as_statement(&question.norm);
    let own = ["i", "my", "mine", "me"]
        .iter()
        .find_map(|subject| of_subject(&said, book, subject));
    if let Some(predicate) = own.filter(|predicate| is_plain_part(*predicate)) {
        return Some(Asked::Whether(predicate, None));
    }
    let person = question.tokens.iter().find_map(|token| token.person)?;
    let whom = text.get(person.bytes.0..person.bytes.1)?.to_owned();
    let theirs = of_subject(&said, book, "@").or_else(|| of_subject(&said, book, "@ 's"));
    theirs
        .filter(|predicate| is_plain_part(*predicate))
        .map(|predicate| Asked::Whether(predicate, Some(whom)))
}

/// The question turned into what a yes to it would say.
fn as_statement(norm: &str) -> String {
    const TURNS: &[(&str, &str)] = &[
        (" are you ", " i am "),
        (" were you ", " i was "),
        (" have you got ", " i have got "),
        (" do you ", " i "),
        (" would you ", " i would "),
        (" could you ", " i could "),
        (" can you ", " i can "),
        (" will you ", " i will "),
        (" you are ", " i am "),
        (" you ", " i "),
        (" your ", " my "),
        (" yours ", " mine "),
        (" is that ", " that is "),
        (" is it ", " it is "),
        (" is this ", " this is "),
        (" does @ ", " @ "),
        (" is @ ", " @ is "),
        (" will @ ", " @ will "),
        (" would @ ", " @ would "),
    ];
    TURNS.iter().fold(norm.to_owned(), |said, (asked, stated)| {
        said.replace(asked, stated)
    })
}
