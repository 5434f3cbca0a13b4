//! One reading for one thing said: the surest of those that say the same.

use model::Predicate;

use super::Reading;
use super::judge::gives_a_part;

/// Drops readings that another one covers and sorts the rest by span.
pub(super) fn settle(mut readings: Vec<Reading>) -> Vec<Reading> {
    readings.sort_by(|left, right| {
        let longer = (right.span.1 - right.span.0).cmp(&(left.span.1 - left.span.0));
        right
            .certainty
            .total_cmp(&left.certainty)
            .then(longer)
            .then(left.span.cmp(&right.span))
            .then(left.code.cmp(right.code))
    });
    let said = readings.clone();
    readings.retain(|reading| !is_said_closer(reading, &said));
    let mut kept: Vec<Reading> = Vec::new();
    for reading in readings {
        if !kept.iter().any(|other| says_the_same(other, &reading)) {
            kept.push(reading);
        }
    }
    kept.sort_by(|left, right| {
        left.span
            .cmp(&right.span)
            .then(left.predicate.cmp(&right.predicate))
            .then(left.target_text.cmp(&right.target_text))
    });
    kept
}

fn overlap(one: &Reading, other: &Reading) -> bool {
    one.span.0 < other.span.1 && other.span.0 < one.span.1
}

fn says_the_same(one: &Reading, other: &Reading) -> bool {
    let overlaps = overlap(one, other);
    let is_same_person = one.target_text == other.target_text;
    let is_same_matter = one.predicate == other.predicate || covers(one.predicate, other.predicate);
    let is_same = is_same_matter && is_same_person;
    overlaps && (is_same || exclude(one.predicate, other.predicate))
}

/// Whoever decides on something, pays for it or tests it is no owner for that alone;
/// reading a contract is no test.
fn is_said_closer(reading: &Reading, said: &[Reading]) -> bool {
    let is_same_person =
        |other: &&Reading| other.target_text == reading.target_text && overlap(other, reading);
    let mut others = said
        .iter()
        .filter(is_same_person)
        .map(|other| other.predicate);
    match reading.predicate {
        Predicate::Owns => others.any(|other| other != Predicate::Owns && gives_a_part(other)),
        Predicate::Evaluates => others.any(|other| other == Predicate::ReviewsTerms),
        Predicate::Decides => others.any(|other| other == Predicate::Gatekeeps),
        Predicate::Gatekeeps => others.any(|other| {
            matches!(
                other,
                Predicate::ReviewsTerms | Predicate::Procures | Predicate::Authorises
            )
        }),
        _ => false,
    }
}

/// The same words hurt or were gained, are wanted or asked for: the surer reading counts.
fn exclude(one: Predicate, other: Predicate) -> bool {
    use Predicate as P;
    const PAIRS: &[(Predicate, Predicate)] = &[
        (P::Pain, P::ValueGained),
        (P::Pain, P::Objection),
        (P::Goal, P::Request),
        (P::Goal, P::Preference),
        (P::Request, P::Preference),
        (P::Request, P::Criterion),
    ];
    PAIRS.contains(&(one, other)) || PAIRS.contains(&(other, one))
}

/// Whoever owns a budget controls it; that says no more of the topic.
fn covers(one: Predicate, other: Predicate) -> bool {
    (one, other) == (Predicate::ControlsBudget, Predicate::Owns)
}
