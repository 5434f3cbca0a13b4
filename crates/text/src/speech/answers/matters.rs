//! Questions for a matter: what hurts, what for, why now. The answer is what follows.

use std::sync::LazyLock;

use model::{Polarity, Predicate};
use regex::Regex;

use crate::speech::Reading;
use crate::speech::judge::name_in;
use crate::speech::plain::Sentence;

/// How sure it is that what follows such a question answers it.
const CERTAINTY: f64 = 0.66;

/// An answer of fewer words says nothing that could be kept.
const LEAST_WORDS: usize = 3;

/// Longer questions tell a story and ask for none of these.
const N_ASKED: usize = 22;

/// The same for questions that address nobody.
const N_BARE: usize = 12;

/// Longer sentences say more than an answer.
const N_ANSWERED: usize = 32;

/// What is asked for, by the words of the question; the first that fits counts.
const ASKED: &[(Predicate, &str)] = &[
    (
        Predicate::ValueGained,
        " (?:what|how|anything|where)(?: [^ ]+)* (?:changed since|different since|better since|changed for you|since you (?:started|have|use|went|switched|rolled)|since the (?:rollout|launch|go live|start|switch)|got out of (?:it|this|us)|gotten out of|gained|helped (?:you|your)|improved|benefits?|results? (?:have|did|do)|impact|value (?:have|did|do|are)|difference (?:has|did|does)|paid off|return) ",
    ),
    (
        Predicate::Competitor,
        " (?:who|what|which|whom|any|anyone|anybody|are you|do you|have you|is there)(?: [^ ]+)* (?:else|other|others|alternatives?|competitors?|competition|besides us|apart from us)(?: [^ ]+)* (?:look|looking|looked|talk|talking|consider|considering|compar[a-z]+|evaluat[a-z]+|running|list|race|mix|vendors?|tools?|providers?|suppliers?|solutions?|options|shortlist|seen|see|spoken|speaking|table|invited) | (?:who|what) are (?:the|our|your) (?:competitors|alternatives) | who are we up against ",
    ),
    (
        Predicate::Objection,
        " (?:what|anything|any|is there|do you|where|which)(?: [^ ]+)* (?:speaks? against|against (?:it|us|this)|holding you back|holds you back|hold you back|stop(?:s|ping)? you|concerns?|concern you|worr(?:y|ies)|worried|hesita[a-z]+|reservations?|objections?|keeps you from|keep you from|in the way of|not like|doubts?|nervous|uneasy|risks? do you|deal breakers?|red flags?|not convinced|unsure|give you pause|gives you pause|biggest risk) ",
    ),
    (
        Predicate::Request,
        " (?:what|anything|which|is there|where|if you could)(?: [^ ]+)* (?:missing|you miss|do you miss|improve|change about|change in|would you (?:add|change|build|fix)|wish|like to see (?:in|from)|lacking|magic wand|could we do better|should we (?:build|improve|do|fix|add)|features?|make it better|make your life easier|could be better|work better) ",
    ),
    (
        Predicate::Pain,
        " (?:what|which|where|how|why)(?: [^ ]+)* (?:hardest|toughest|worst|biggest (?:challenge|problem|issue|pain|frustration|headache|struggle)[s]?|pain points?|pain|frustrat[a-z]+|painful|hurts?|hurting|struggl[a-z]+|difficult|difficulties|keeps you (?:up|awake)|annoy[a-z]*|drives you|slows you|slow you|get in the way|gets in the way|not work|not working|goes wrong|went wrong|problems?|challenges?|challenging|bottlenecks?|costs? you (?:the most )?time|broken|wrong today|unhappy|headaches?|bothers? you|stuck|trouble|gap|issues?) ",
    ),
    (
        Predicate::Goal,
        " (?:what|where|which|how)(?: [^ ]+)* (?:success|successful|achieve|accomplish|goals?|objectives?|hope|hoping|aim|aiming|you after|looking to|trying to|want to (?:reach|get to|be|achieve)|ideal|vision|priority|priorities|in a year|twelve months|a year from now|look like in|be different|outcomes?|want out of|get out of (?:this|it)|targets?|ambitions?|look good|happy|win) ",
    ),
    (
        Predicate::Criterion,
        " (?:what|how|which|on what)(?: [^ ]+)* (?:criteria|criterion|compare|comparing|look for|looking for in|matters?|important|deciding factor|decide on|decide between|weigh|choose between|evaluate|judge|must haves?|requirements?|convince|convinced|count|counts|score|tip the scales?|make the difference|makes the difference|hang on|depend on) ",
    ),
    (
        Predicate::Trigger,
        " why (?:now|today|this year|are you (?:looking|talking|here)|did you (?:start|come|call|reach|decide)|is (?:this|it) (?:coming|on|urgent|important now)|look|change) | (?:what|how|where)(?: [^ ]+)* (?:prompted (?:you|it|this|the)|triggered|made you (?:look|start|search|think|act|reach|decide)|brought you|brings you|set (?:it|this|that) off|kicked (?:it|this) off|got you (?:looking|thinking|here|started|interested)|led you|started (?:the (?:search|project))|on the agenda|on your radar) ",
    ),
    (
        Predicate::Process,
        " (?:how|what|who)(?: [^ ]+)* (?:decisions?(?: like (?:this|that|these))?(?: [a-z]+)? (?:run|made|get|work|look|happen|taken|go)|you decide|decide here|decided here|process|steps?|approvals?(?: [a-z]+)? work|purchas[a-z]+|buy (?:software|things|tools|something|a tool)|buying|get (?:this|it|something|a tool) (?:approved|signed|bought|done|through)|happens (?:next|after|then|from)|next on your side|go from here|path to|work on your side|look on your side|route|run here|go here|has to happen|needs to happen|involved in getting) ",
    ),
    (
        Predicate::Preference,
        " (?:how|when|what|which|where)(?: [^ ]+)* (?:should (?:i|we) send|send (?:it|you|that|this)|reach you|contact you|prefer|like to (?:get|receive|be|see)|best (?:way|time)|want it|share (?:it|this|that) with you|keep you posted|stay in touch|best for you|suits you|format|channel|get in touch|communicate) ",
    ),
    (
        Predicate::Task,
        " (?:what|how|walk|tell|describe|talk)(?: [^ ]+)* (?:day look|days look|week look|typical (?:day|week)|your day|your days|your week|you do (?:all day|every|with it|in it|most|in your|day)|work with it|spend your (?:time|day|days)|use it for|daily work|job look|job involve|routine|your role look|your morning) ",
    ),
];

static FORMS: LazyLock<Vec<(Predicate, Regex)>> = LazyLock::new(|| {
    let compiled =
        |(predicate, form): &(Predicate, &str)| Some((*predicate, Regex::new(form).ok()?));
    ASKED.iter().filter_map(compiled).collect()
});

/// Begins no answer: denies, puts off, or answers something else.
static IS_NO_ANSWER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^ (?:, )?(?:and|but|if|obviously|\" |besides|no|nope|nothing|none|not|nobody|no one|i do not know|do not know|i am not sure|hard to say|good question|great question|let me|let us|it depends|we will see|as i said|that is|that was|this |yes|yeah|yep|okay|ok|sure|right|thanks|thank|sorry|hm|i see|same|you tell|ask|i would have to|i will (?:send|get|check|come|have)|can you|could you|hello|hi) ").ok()
});

fn n_words(norm: &str) -> usize {
    let is_word = |word: &&str| word.starts_with(|c: char| c.is_alphanumeric() || c == '@');
    norm.split(' ').filter(is_word).count()
}

/// What a question asks for, when it asks for a matter.
pub(super) fn asked_by(question: &Sentence) -> Option<Predicate> {
    let is_directed = [" you ", " your ", " us ", " why now ", " hurt "]
        .iter()
        .any(|word| question.norm.contains(word));
    let most = if is_directed { N_ASKED } else { N_BARE };
    if n_words(&question.norm) > most {
        return None;
    }
    let asks = FORMS.iter().find(|(_, form)| form.is_match(&question.norm));
    asks.map(|(predicate, _)| *predicate)
}

/// The sentence as the answer to a question for a matter.
pub(super) fn to_question(text: &str, sentence: &Sentence, asked: Predicate) -> Option<Reading> {
    let n_words = n_words(&sentence.norm);
    let is_none = IS_NO_ANSWER
        .as_ref()
        .is_some_and(|form| form.is_match(&sentence.norm));
    let needs_words = if asked == Predicate::Competitor {
        1
    } else {
        LEAST_WORDS
    };
    if is_none || !(needs_words..=N_ANSWERED).contains(&n_words) || sentence.is_question {
        return None;
    }
    let words = sentence.words_in(text).trim_matches([',', ' ', '-', ':']);
    let object = match asked {
        Predicate::Competitor => name_in(text, sentence)?,
        _ => words.to_owned(),
    };
    let (first, last) = (sentence.tokens.first()?, sentence.tokens.last()?);
    Some(Reading {
        code: "answer.matter",
        predicate: asked,
        span: (first.chars.0, last.chars.1),
        target_text: None,
        object,
        polarity: Polarity::For,
        certainty: CERTAINTY,
    })
}
