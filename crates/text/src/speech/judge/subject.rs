//! Whom a match is about: the speaker, somebody named, or whom a pronoun means.

use regex::Captures;

use super::{Scene, gives_a_part};
use crate::speech::plain::{Person, Token};
use crate::speech::rules::Rule;

/// Somebody a match is about; `None` is the speaker.
pub(super) struct Subject {
    pub(super) target_text: Option<String>,
    pub(super) share: f64,
}

/// The people the match is about.
pub(super) fn subjects_of(scene: &Scene<'_>, rule: &Rule, found: &Captures<'_>) -> Vec<Subject> {
    let Some(who) = found.name("who") else {
        return vec![Subject {
            target_text: None,
            share: speaker_share(scene, rule),
        }];
    };
    let tokens = scene.sentence.tokens_in(who.start(), who.end());
    let mut subjects = Vec::new();
    for token in tokens {
        let word = scene
            .sentence
            .norm
            .get(token.at..)
            .and_then(|rest| rest.split(' ').next())
            .unwrap_or_default();
        subjects.extend(subject_of(scene, rule, token, word));
    }
    let share = if subjects.len() > 1 { 0.9 } else { 1.0 };
    subjects
        .iter_mut()
        .for_each(|subject| subject.share *= share);
    subjects
}

/// A note without a subject is about the account, not about who wrote it.
fn speaker_share(scene: &Scene<'_>, rule: &Rule) -> f64 {
    let names_a_person = gives_a_part(rule.predicate);
    if scene.is_note && names_a_person {
        0.0
    } else {
        1.0
    }
}

fn subject_of(scene: &Scene<'_>, rule: &Rule, token: &Token, word: &str) -> Option<Subject> {
    let own = |share: f64| {
        Some(Subject {
            target_text: None,
            share,
        })
    };
    let is_of_matter = !gives_a_part(rule.predicate);
    if let Some(person) = token.person {
        if rule.is_of_post && !person.is_post {
            return None;
        }
        if is_of_matter && (rule.is_naming || person.is_doubtful) {
            return own(1.0);
        }
        let target_text = scene.text.get(person.bytes.0..person.bytes.1)?.to_owned();
        if is_of_matter && is_own_group(&target_text) {
            return own(0.9);
        }
        return Some(Subject {
            target_text: Some(target_text),
            share: if person.is_doubtful { 0.75 } else { 1.0 },
        });
    }
    match word {
        "i" | "me" | "my" | "mine" if scene.is_note && gives_a_part(rule.predicate) => None,
        "i" | "me" | "my" | "mine" => own(1.0),
        "ich" | "mir" | "mich" | "mein" | "meinem" | "je" | "j" | "moi" | "mon" | "ma" => own(1.0),
        "we" | "us" if rule.is_shared => own(0.8),
        "we" | "us" if is_of_matter => own(0.95),
        "er" | "he" | "she" | "him" | "her" | "his" | "hers" => of_pronoun(scene, token, 0.8),
        // A note speaks of one person without saying he or she.
        "they" | "them" | "their" | "theirs" if scene.is_note && !is_of_matter => {
            of_pronoun(scene, token, 0.75)
        }
        "who" if follows_a_person(scene, token) => of_pronoun(scene, token, 0.9),
        "they" | "you" | "who" if is_of_matter => None,
        _ if is_of_matter => own(0.9),
        _ => None,
    }
}

/// "My planners", "our team": what they suffer the speaker speaks for.
fn is_own_group(target_text: &str) -> bool {
    let text = target_text.to_lowercase();
    let is_ours = text.starts_with("my ") || text.starts_with("our ");
    is_ours && (text.ends_with('s') || text.ends_with("team") || text.ends_with("staff"))
}

/// "Our CFO, who signs": a relative "who" stands right behind the person.
fn follows_a_person(scene: &Scene<'_>, token: &Token) -> bool {
    let before = scene.sentence.norm.get(..token.at).unwrap_or_default();
    before.ends_with(" @ ") || before.ends_with(" @ , ")
}

/// The last person of whom we are sure, else the last one.
pub(in crate::speech) fn surest(
    mut people: impl Iterator<Item = Person> + Clone,
) -> Option<Person> {
    let mut all = people.clone();
    people
        .find(|person| !person.is_doubtful)
        .or_else(|| all.next())
}

/// The person named last before a pronoun.
fn of_pronoun(scene: &Scene<'_>, token: &Token, share: f64) -> Option<Subject> {
    let earlier = scene
        .sentence
        .tokens
        .iter()
        .rev()
        .filter(|other| other.at < token.at)
        .filter_map(|other| other.person);
    let earlier = surest(earlier);
    let named = earlier.and_then(|person| scene.text.get(person.bytes.0..person.bytes.1));
    let target_text = named.or(scene.last_named)?.to_owned();
    Some(Subject {
        target_text: Some(target_text),
        share,
    })
}
