//! What people want, suffer from and ask: planted by persona, and a share that is noise.

use model::vocabulary::{DecisionKind, Predicate};

use super::{Desk, Fact, Part};
use crate::dice::Dice;
use crate::systems::calls::line::Filling;
use crate::world::Human;
use crate::world::persona::{BUYERS, CUSTOMERS, USERS};

/// How often somebody speaks of what their persona is about, and not of another's.
const TRUE_TO_PERSONA: f64 = 0.85;

/// What the people of the account speak of, each by their persona.
pub(super) fn planted(desk: &Desk<'_>, dice: &mut Dice) -> Vec<Part> {
    let mut parts = Vec::new();
    for voice in 0..desk.cast.n_account {
        let Some((_, human)) = desk.cast.human(voice) else {
            continue;
        };
        let codes = personas(desk, human);
        for _ in 0..2 + dice.below(3) {
            let own = dice.one_of(&codes).copied();
            parts.extend(own.and_then(|own| topic(desk, dice, (voice, own))));
        }
        if dice.chance(0.6) {
            parts.extend(noise(desk, dice, voice));
        }
    }
    parts
}

/// The planted personas that show in a decision of this kind.
fn personas(desk: &Desk<'_>, human: &Human) -> Vec<&'static str> {
    let pick = |codes: &'static [&'static str], at: Option<usize>| {
        at.and_then(|at| codes.get(at)).copied()
    };
    let it = &human.personas;
    let (buyer, customer, user) = (
        pick(BUYERS, it.buyer),
        pick(CUSTOMERS, it.customer),
        pick(USERS, it.user),
    );
    match desk.call.decision.kind {
        DecisionKind::Purchase => buyer.into_iter().collect(),
        DecisionKind::Use => user.or(customer).into_iter().collect(),
        _ => customer.into_iter().collect(),
    }
}

/// The personas of the same kind as one of them.
fn siblings(code: &'static str) -> &'static [&'static str] {
    let kinds = [BUYERS, CUSTOMERS, USERS];
    kinds
        .into_iter()
        .find(|codes| codes.contains(&code))
        .unwrap_or(&[])
}

fn topic(desk: &Desk<'_>, dice: &mut Dice, (voice, own): (usize, &'static str)) -> Option<Part> {
    let code = if dice.chance(TRUE_TO_PERSONA) {
        own
    } else {
        dice.word(siblings(own))
    };
    let fitting: Vec<_> = desk
        .family
        .topics
        .iter()
        .filter(|(persona, _, _)| *persona == code)
        .collect();
    let (_, predicate, words) = dice.one_of(&fitting)?;
    let topic = dice.word(words);
    let planted = if code == own { own } else { "noise" };
    framed(desk, dice, (voice, *predicate, (topic, planted)))
}

/// Something anybody may say.
fn noise(desk: &Desk<'_>, dice: &mut Dice, voice: usize) -> Option<Part> {
    let (predicate, words) = dice.one_of(desk.family.noise)?;
    let topic = dice.word(words);
    framed(desk, dice, (voice, *predicate, (topic, "noise")))
}

fn framed(
    desk: &Desk<'_>,
    dice: &mut Dice,
    (voice, predicate, (topic, persona)): (usize, Predicate, (&'static str, &'static str)),
) -> Option<Part> {
    let (_, frames) = desk.family.frames.iter().find(|(of, _)| *of == predicate)?;
    let turns = dice.one_of(frames)?;
    let mut filling = Filling::draw(dice, desk.call, desk.cast);
    topic.clone_into(&mut filling.topic);
    let fact = Fact::of_topic(predicate, desk.code(voice), persona);
    Some(Part {
        turns,
        speaker: voice,
        filling,
        facts: vec![fact],
    })
}
