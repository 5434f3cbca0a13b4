//! Answers that say whom, but not what: "That would be our CFO."
//!
//! What is meant stands in the question before ("who signs off?", "is that your
//! decision?", "what hurts most?") or in the denial before ("I don't decide
//! that, our CFO does").

mod asked;
mod matters;

use std::sync::LazyLock;

use model::{Polarity, Predicate};
use regex::Regex;

use super::Reading;
use super::judge::gives_a_part;
use super::plain::Sentence;

/// How sure an answer is that leaves out what it answers.
const CERTAINTY: f64 = 0.75;

/// How sure a yes or no is that leaves out to what.
const WHETHER: f64 = 0.66;

const LEAD: &str = "(?:(?:yeah|yes|well|so|ok|okay|oh|no|right|good question|,|-|also|ja|oui|only|mostly|just|mainly|normally|for that|for this|here|in this case|the person|the answer|then) )*";
/// Sends on to somebody: "that sits with", "you'd have to talk to".
const SENDS_ON: &str = "(?:(?:(?:that|it|this|these|those|das|ce|c|which)(?: (?:one|part|bit|thing|question))?(?: (?:is|are|would|will|be|has|have|to|had|does|always|then|goes|go|sits|sit|lies|falls|lands|ends up|comes|stays|runs|belongs|rests|ist|ware|est|serait|is all|is something|is a question|is a matter|is a topic|is a decision|down))*(?: (?:for|to|with|on|up to|from|through|by|at|under|in the hands of|down to))?|(?:you|we|i|they)(?: (?:would|will|should|have|need|had|better|can|must|want|might|to|best|'d))*(?: (?:talk to|speak to|speak with|talk with|ask|go to|check with|need|want|contact|see|involve|get|run it by|take it to|bring it to|write to|call))|(?:best |better |just |please )?(?:ask|talk to|speak to|try|contact|write to|go to|check with|with|by|from|to)) )?";
const SOMEBODY: &str = "(?P<who>(?:me|i|him|her|@)(?: 's)?(?:(?: ,)? (?:and|or|plus|together with|along with) (?:me|i|@)(?: 's)?)*)";

static ANSWER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = format!("^ {LEAD}{SENDS_ON}{SOMEBODY}(?: |$)");
    Regex::new(&form).ok()
});
static INSTEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let sends_on = SENDS_ON.trim_end_matches('?');
    let form = format!(
        "(?: ,| -| :| but| because| and| so|^)(?: (?:,|so|but|no|then|rather|instead|and))*(?: (?:(?:that|it|this|which) (?:is|would be|will be) )(?P<whose>@)(?: 's)?(?: (?:call|decision|job|choice|thing|area|responsibility|budget|department|task|desk|world))?(?: [,:-]| $)| (?P<does>@)(?: (?:does|do|will|is|has|would|can|did))+(?: (?:that|it|this|so))?(?: [,:-]| and| $)| {sends_on}(?P<sent>@)(?: |$))"
    );
    Regex::new(&form).ok()
});
static YES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^ (?:, )*(?:yes|yeah|yep|yup|correct|exactly|indeed|i am|i do|that is (?:me|right|correct|true)|guilty|sure|absolutely|right|you got it|it is|she does|he does|she is|he is|they do) ").ok()
});
static NO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^ (?:(?:,|oh|well|hm|sorry) )*(?:no|nope|not me|not quite|not i|i am not|i do not|i wish|not at all|unfortunately not|i am afraid not|that is not me|far from it|she does not|he does not) ").ok()
});

pub(super) use asked::{Asked, asked, asked_by};

/// What the speaker has just denied of themselves.
pub(super) fn denied(readings: &[Reading]) -> Option<Predicate> {
    let is_own_denial = |reading: &&Reading| {
        reading.polarity == Polarity::Against
            && reading.target_text.is_none()
            && gives_a_part(reading.predicate)
    };
    readings
        .iter()
        .find(is_own_denial)
        .map(|reading| reading.predicate)
}

/// Reads a sentence as the answer to what was asked.
pub(super) fn to_question(text: &str, sentence: &Sentence, asked: &Asked) -> Vec<Reading> {
    match asked {
        Asked::Who(predicate) => to_who(text, sentence, *predicate),
        Asked::Whether(predicate, whom) => to_whether(sentence, *predicate, whom.as_deref())
            .into_iter()
            .collect(),
        Asked::Matter(predicate) => matters::to_question(text, sentence, *predicate)
            .into_iter()
            .collect(),
    }
}

/// "Yes" and "no" to a question for a part.
fn to_whether(sentence: &Sentence, predicate: Predicate, whom: Option<&str>) -> Option<Reading> {
    let fits = |form: &LazyLock<Option<Regex>>| {
        form.as_ref()
            .is_some_and(|form| form.is_match(&sentence.norm))
    };
    let polarity = match (fits(&YES), fits(&NO)) {
        (_, true) => Polarity::Against,
        (true, false) => Polarity::For,
        (false, false) => return None,
    };
    Some(Reading {
        code: "answer.whether",
        predicate,
        span: sentence.tokens.first()?.chars,
        target_text: whom.map(str::to_owned),
        object: String::new(),
        polarity,
        certainty: WHETHER,
    })
}

/// Reads the people an answer names for what a question asked.
fn to_who(text: &str, sentence: &Sentence, asked: Predicate) -> Vec<Reading> {
    let found = ANSWER
        .as_ref()
        .and_then(|form| form.captures(&sentence.norm));
    let Some(who) = found.as_ref().and_then(|found| found.name("who")) else {
        return Vec::new();
    };
    named_in(
        text,
        sentence,
        (who.start(), who.end()),
        ("answer.asked", asked),
    )
}

/// Reads who does what the speaker has denied of themselves.
pub(super) fn to_denial(text: &str, sentence: &Sentence, denied: Predicate) -> Vec<Reading> {
    let found = INSTEAD
        .as_ref()
        .and_then(|form| form.captures(&sentence.norm));
    let who = found.as_ref().and_then(|found| {
        let names = ["whose", "does", "sent"];
        names.iter().find_map(|name| found.name(name))
    });
    who.map_or_else(Vec::new, |who| {
        named_in(
            text,
            sentence,
            (who.start(), who.end()),
            ("answer.instead", denied),
        )
    })
}

/// "I do" and "I will have to" answer; "I like that word" does not.
fn does_it(norm: &str, at: usize) -> bool {
    let rest = norm.get(at..).unwrap_or_default();
    let mut words = rest.split(' ').skip(1);
    let next = words.next().unwrap_or_default();
    let then = words.next().unwrap_or_default();
    match next {
        "do" | "am" | "did" | "," | "" | "and" | "alone" => true,
        "will" | "would" | "can" => matches!(then, "" | "," | "be" | "do" | "sign" | "decide"),
        _ => false,
    }
}

fn named_in(
    text: &str,
    sentence: &Sentence,
    (from, to): (usize, usize),
    (code, predicate): (&'static str, Predicate),
) -> Vec<Reading> {
    let word_of = |at: usize| {
        sentence
            .norm
            .get(at..)
            .and_then(|rest| rest.split(' ').next())
            .unwrap_or_default()
    };
    let mut readings = Vec::new();
    for token in sentence.tokens_in(from, to) {
        let target_text = token
            .person
            .and_then(|person| text.get(person.bytes.0..person.bytes.1))
            .map(str::to_owned);
        let is_speaker = match word_of(token.at) {
            "me" => true,
            "i" => does_it(&sentence.norm, token.at),
            _ => false,
        };
        let is_doubtful = token.is_hedged || token.person.is_some_and(|person| person.is_doubtful);
        if target_text.is_some() || is_speaker {
            readings.push(Reading {
                code,
                predicate,
                span: token.chars,
                target_text,
                object: String::new(),
                polarity: Polarity::For,
                certainty: if is_doubtful {
                    CERTAINTY * 0.75
                } else {
                    CERTAINTY
                },
            });
        }
    }
    readings
}
