//! What is imagined, was so elsewhere, or is asked in passing: nothing is claimed.

use super::Place;

pub(super) fn has(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
}

/// What is imagined: nothing in the sentence is claimed.
pub(super) fn is_supposed(at: &Place<'_>) -> bool {
    const IMAGINED: &[&str] = &[
        " if i were ",
        " if i was ",
        " if you were ",
        " if we were ",
        " if he were ",
        " if she were ",
        " if they were ",
        " if i had ",
        " if we had ",
        " if it were ",
        " i wish ",
        " imagine ",
        " suppose ",
        " hypothetically ",
        " in theory ",
        " let us say ",
        " let us assume ",
        " pretend ",
        " in a perfect world ",
        " in an ideal world ",
        " as if ",
        " as though ",
        " were i ",
        " had i ",
    ];
    const MISSED: &[&str] = &[" would have ", " could have ", " should have "];
    let is_wished = [at.before, at.words, at.after]
        .iter()
        .any(|part| has(part, IMAGINED));
    let edge = format!("{}{}", at.before.trim_end(), at.words);
    // "You would have to ask her" is no regret.
    let is_missed = MISSED.iter().any(|missed| {
        let rest = edge.split(missed).skip(1);
        let mut follows = rest.map(|rest| rest.split(' ').next().unwrap_or_default());
        follows.any(|next| !matches!(next, "to" | "the" | "a" | "no" | "my" | "an" | ""))
    });
    is_wished || is_missed || has(&edge, IMAGINED)
}

/// "At my old company I was the one": nothing is said of here and now.
pub(super) fn is_elsewhere(at: &Place<'_>) -> bool {
    const ELSEWHERE: &[&str] = &[
        " at my old ",
        " at my last ",
        " at my previous ",
        " at my former ",
        " in my last ",
        " in my previous ",
        " in my old ",
        " in my former ",
        " my last job ",
        " my old job ",
        " my previous job ",
        " previous life ",
        " years ago ",
        " back then ",
        " in those days ",
        " in the old days ",
        " before i joined ",
        " before i came ",
        " when i was at ",
        " when i worked ",
        " used to work ",
        " at another company ",
        " at a different company ",
        " earlier in my career ",
        " where i was before ",
        " where i worked ",
        " where i came from ",
    ];
    [at.before, at.words, at.after]
        .iter()
        .any(|part| has(part, ELSEWHERE))
}

/// "I asked whether she decides", "not sure who signs": nothing is claimed.
pub(super) fn is_asked_indirectly(at: &Place<'_>) -> bool {
    has(
        at.clause,
        &[
            " whether ",
            " wonder ",
            " wondering ",
            " no idea ",
            " not sure ",
            " do not know ",
            " unclear ",
            " need to find out ",
        ],
    ) || at.clause.ends_with(" who ")
        && has(at.clause, &[" know ", " ask ", " tell ", " see ", " find "])
}
