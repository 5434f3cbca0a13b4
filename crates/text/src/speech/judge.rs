//! Weighs a match: who is meant, for or against, and how sure.
//!
//! What weakens a statement multiplies; below [`LEAST`] nothing is read. What
//! is merely supposed ("if I were the buyer") is never read.

mod fit;
mod hollow;
mod subject;
mod unsaid;

use model::{Polarity, Predicate};
use regex::Captures;

use super::Reading;
use super::lexicon;
use super::plain::{Sentence, Token};
use super::rules::{Compiled, Not};
pub(super) use subject::surest;
use subject::{Subject, subjects_of};
use unsaid::{has, is_asked_indirectly, is_elsewhere, is_supposed};

/// Below this a reading is withheld.
const LEAST: f64 = 0.3;

/// Where a match stands.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    pub(super) last_named: Option<&'a str>,
    pub(super) is_note: bool,
}

/// What a match says: one reading for each person it is about.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) readings: Vec<Reading>,
}

/// Reads a match.
pub(super) fn judge(scene: &Scene<'_>, rule: &Compiled, found: &Captures<'_>) -> Judged {
    let Some(at) = Place::of(scene.sentence, found) else {
        return Judged::default();
    };
    let rule = &rule.of;
    let is_unsaid = !fit::fits(scene.text, scene.sentence, found)
        || (is_supposed(&at) && !rule.is_wish)
        || (gives_a_part(rule.predicate) && !is_change(rule.predicate) && is_elsewhere(&at))
        || is_asked_indirectly(&at);
    let object = match rule.is_naming {
        true => name_of(scene, found),
        false => object_of(scene, found),
    };
    let is_hollow = !rule.is_naming
        && found.name("obj").is_some()
        && (hollow::is_hollow(rule, &object) || is_denied_object(rule, found));
    if is_unsaid || is_hollow || (rule.is_naming && !is_name(&object)) {
        return Judged::default();
    }
    let negation = negation_of(&at, found);
    // "Has no authority" denies what "has authority" says; "has no budget" is a rule of its own.
    let has_none =
        !rule.is_denial && at.words.contains(" no ") && !at.words.contains(" no longer ");
    let is_denied = match rule.not {
        Not::Denies => negation.is_negated != has_none,
        Not::Silences if negation.is_negated => return Judged::default(),
        Not::Silences | Not::Belongs => false,
    };
    let is_of_part = gives_a_part(rule.predicate);
    let modal = if is_of_part { modal_of(found) } else { 1.0 };
    // "I'd pay for that" is a wish; whoever pays says so.
    let is_wish_to_pay = rule.predicate == Predicate::ControlsBudget && modal <= WISHED;
    if is_wish_to_pay && has(at.words, &[" pay "]) {
        return Judged::default();
    }
    let share = hedge_of(&at) * condition_of(&at) * report_of(&at) * modal;
    let sure = f64::from(rule.percent) / 100.0 * share * negation.share;
    let polarity = if is_denied == rule.is_denial {
        Polarity::For
    } else {
        Polarity::Against
    };
    let reading = |subject: Subject| Reading {
        code: rule.code,
        predicate: rule.predicate,
        span: at.span,
        target_text: subject.target_text,
        object: object.clone(),
        polarity,
        certainty: sure * subject.share,
    };
    let readings = subjects_of(scene, rule, found).into_iter().map(reading);
    Judged {
        readings: readings
            .filter(|reading| reading.certainty >= LEAST)
            .collect(),
    }
}

/// "The focus is not on that": what is wanted, counts or was gained is denied.
fn is_denied_object(rule: &super::rules::Rule, found: &Captures<'_>) -> bool {
    let object = found.name("obj").map_or("", |object| object.as_str());
    rule.not == Not::Silences && object.starts_with("not ")
}

/// The capitalised words an object starts with; people are no products.
fn name_of(scene: &Scene<'_>, found: &Captures<'_>) -> String {
    let first = found.name("obj").and_then(|object| {
        scene
            .sentence
            .tokens_in(object.start(), object.end())
            .first()
    });
    let is_person = first
        .and_then(|token| token.person)
        .is_some_and(|person| !person.is_doubtful);
    if is_person {
        return String::new();
    }
    let object = object_of(scene, found);
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    object
        .split_whitespace()
        .take_while(capital)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first name in a sentence that can be a product's.
pub(super) fn name_in(text: &str, sentence: &Sentence) -> Option<String> {
    let is_capital = |token: &&Token| {
        let word = text.get(token.bytes.0..token.bytes.1).unwrap_or_default();
        let is_person = token.person.is_some_and(|person| !person.is_doubtful);
        !is_person && is_name(word)
    };
    let first = sentence
        .tokens
        .iter()
        .position(|token| is_capital(&token))?;
    let run = sentence.tokens.get(first..)?;
    let last = run.iter().take_while(is_capital).last()?;
    text.get(run.first()?.bytes.0..last.bytes.1)
        .map(str::to_owned)
}

/// A name of something: starts with a capital and is not merely the start of a sentence.
fn is_name(object: &str) -> bool {
    let plain = object
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .split(['\'', '’'])
        .next()
        .unwrap_or_default()
        .trim_end_matches([',', '.', ':'])
        .to_lowercase();
    object.starts_with(char::is_uppercase)
        && plain.len() > 2
        && !lexicon::NO_PRODUCTS.contains(&plain.as_str())
}

/// The words of a match and around it.
struct Place<'a> {
    /// The sentence up to the match.
    before: &'a str,
    /// The clause up to the match: since the last comma or mark.
    clause: &'a str,
    /// The match without its object.
    words: &'a str,
    /// The sentence after the match.
    after: &'a str,
    tokens: &'a [Token],
    span: (u32, u32),
}

impl<'a> Place<'a> {
    fn of(sentence: &'a Sentence, found: &Captures<'a>) -> Option<Self> {
        let all = found.get(0)?;
        let end = found.name("obj").map_or(all.end(), |object| object.end());
        let tokens = sentence.tokens_in(all.start() + 1, end);
        let (first, last) = (tokens.first()?, tokens.last()?);
        let before = sentence.norm.get(..all.start() + 1)?;
        let clause_start = before
            .rfind([',', '-', ':', '(', ')'])
            .map_or(0, |at| at + 1);
        let words_end = found.name("obj").map_or(end, |object| object.start());
        Some(Self {
            before,
            clause: before.get(clause_start..)?,
            words: sentence.norm.get(all.start()..words_end)?,
            after: sentence.norm.get(end.saturating_sub(1)..)?,
            tokens,
            span: (first.chars.0, last.chars.1),
        })
    }
}

struct Negation {
    is_negated: bool,
    share: f64,
}

/// A denial within the match or right before it, in the same clause.
fn negation_of(at: &Place<'_>, found: &Captures<'_>) -> Negation {
    const DENIALS: &[&str] = &[
        " not ",
        " never ",
        " no longer ",
        " hardly ",
        " neither ",
        " nor ",
        " used to ",
        " nothing ",
        " none ",
        " nicht ",
        " kein ",
        " keine ",
        " nie ",
        " pas ",
        " jamais ",
    ];
    let who_end = found.name("who").map_or("", |who| who.as_str());
    let is_nobody = has(at.before, &[" nobody ", " no one "]) && who_end == "who";
    let words = at.words;
    let near = last_words(since_condition(at.clause), 3);
    let is_unthought = has(
        at.clause,
        &[
            " not think ",
            " not believe ",
            " not say ",
            " not that ",
            " not as though ",
            " not like ",
        ],
    );
    let tail = first_words(at.after, 2);
    let is_ended = has(&tail, &[" anymore ", " any more ", " any longer "]);
    let n_inside = usize::from(has(words, DENIALS)) + usize::from(is_ended && !has(words, DENIALS));
    let is_before = is_unthought
        || has(
            &near,
            &[" not ", " never ", " rather than ", " instead of "],
        )
        || is_nobody;
    Negation {
        is_negated: n_inside > 0 || is_before,
        share: if is_unthought || (is_before && n_inside > 0) {
            0.6
        } else {
            1.0
        },
    }
}

/// "We can't order before she signs": what is denied stands before the condition.
fn since_condition(clause: &str) -> &str {
    const CONDITIONS: &[&str] = &[
        " before ",
        " until ",
        " unless ",
        " without ",
        " till ",
        " once ",
        " because ",
    ];
    let last = CONDITIONS
        .iter()
        .filter_map(|condition| Some(clause.rfind(condition)? + condition.len() - 1))
        .max();
    last.and_then(|at| clause.get(at..)).unwrap_or(clause)
}

fn last_words(text: &str, n_words: usize) -> String {
    let mut words: Vec<&str> = text
        .split(' ')
        .filter(|word| !word.is_empty())
        .rev()
        .take(n_words)
        .collect();
    words.reverse();
    format!(" {} ", words.join(" "))
}

fn first_words(text: &str, n_words: usize) -> String {
    let words: Vec<&str> = text
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(n_words)
        .collect();
    format!(" {} ", words.join(" "))
}

/// "I think", "probably", "sort of".
fn hedge_of(at: &Place<'_>) -> f64 {
    const BELIEVED: &[&str] = &[
        " i think ",
        " i guess ",
        " i believe ",
        " i suppose ",
        " i assume ",
        " i would say ",
        " i would guess ",
        " as far as i know ",
        " i imagine ",
        " sort of ",
        " kind of ",
        " more or less ",
        " i feel like ",
        " pretty sure ",
        " seems ",
        " i suspect ",
    ];
    let is_hedged = at.tokens.iter().take(8).any(|token| token.is_hedged)
        || has(at.before, BELIEVED)
        || has(at.words, BELIEVED);
    let is_tagged = has(at.after, &[" right ", " is not it ", " correct "]) && at.after.len() < 20;
    let hedged = if is_hedged { 0.8 } else { 1.0 };
    if is_tagged { hedged * 0.85 } else { hedged }
}

/// "If our CFO signs": her part is taken for granted, but less surely; "if I sign" is open.
fn condition_of(at: &Place<'_>) -> f64 {
    const CONDITIONS: &[&str] = &[
        " if ",
        " unless ",
        " assuming ",
        " provided ",
        " in case ",
        " falls ",
        " wenn ",
        " si ",
    ];
    if has(at.clause, CONDITIONS) || has(at.words, &[" if ", " unless "]) {
        0.55
    } else {
        1.0
    }
}

/// What others say, think or assume of the speaker.
fn report_of(at: &Place<'_>) -> f64 {
    const OTHERS_SAY: &[&str] = &[
        " people think ",
        " people assume ",
        " everyone thinks ",
        " everybody thinks ",
        " some think ",
        " they think ",
        " you think ",
        " you might think ",
        " you said ",
        " rumor ",
        " rumour ",
        " allegedly ",
    ];
    const TOLD: &[&str] = &[
        " he said ",
        " she said ",
        " they said ",
        " told me ",
        " heard that ",
        " told us ",
        " says ",
        " claims ",
        " @ said ",
    ];
    if has(at.before, OTHERS_SAY) {
        return 0.25;
    }
    let n_quotes = at.before.matches(" \" ").count();
    if n_quotes % 2 == 1 && at.words.starts_with(" i ") {
        return 0.0;
    }
    if has(at.before, TOLD) { 0.8 } else { 1.0 }
}

/// The share that is left of what somebody says they would do, or want to.
const WISHED: f64 = 0.5;

/// "Would" and "could" say less than "do"; of oneself they say little.
fn modal_of(found: &Captures<'_>) -> f64 {
    let aux = found.name("aux").map_or("", |aux| aux.as_str());
    let is_self = found
        .name("who")
        .is_some_and(|who| matches!(who.as_str(), "i" | "we"));
    let is_conditional = has(aux, &[" would", " could", " might", " may", " should"]);
    let is_wish = has(aux, &[" want", " supposed"]);
    match (is_conditional, is_self) {
        _ if is_wish => WISHED,
        (true, true) => WISHED,
        (true, false) => 0.75,
        (false, _) => 1.0,
    }
}

/// The object as it stands in the text.
fn object_of(scene: &Scene<'_>, found: &Captures<'_>) -> String {
    let Some(object) = found.name("obj") else {
        return String::new();
    };
    let start = found
        .name("head")
        .map_or(object.start(), |head| head.start());
    let tokens = scene.sentence.tokens_in(start, object.end());
    let named = tokens
        .first()
        .filter(|_| tokens.len() == 1)
        .and_then(|token| token.person);
    let bytes = match (named, tokens.first().zip(tokens.last())) {
        (Some(person), _) => person.bytes,
        (None, Some((first, last))) => (first.bytes.0, last.bytes.1),
        (None, None) => return String::new(),
    };
    let text = scene.text.get(bytes.0..bytes.1).unwrap_or_default();
    if matches!(text, "him" | "her" | "his") {
        return scene.last_named.unwrap_or(text).to_owned();
    }
    text.trim_end_matches([',', ' ', '-', ':']).to_owned()
}

/// Whether a predicate says that a part changes hands.
fn is_change(predicate: Predicate) -> bool {
    use Predicate as P;
    matches!(
        predicate,
        P::HandsOver | P::TookOver | P::LeftCompany | P::MovedRole
    )
}

/// Whether a predicate gives somebody a part.
pub(super) fn gives_a_part(predicate: Predicate) -> bool {
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
            | P::Gatekeeps
            | P::Sponsors
            | P::Advocates
            | P::Opposes
            | P::Influences
            | P::ManagesTeam
            | P::Administers
            | P::Uses
            | P::HandsOver
            | P::TookOver
            | P::LeftCompany
            | P::MovedRole
    )
}
