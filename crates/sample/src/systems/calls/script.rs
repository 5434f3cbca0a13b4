//! What is said on a call, turn by turn, and what of it the truth writes down.

mod parts;
mod topics;

use model::vocabulary::{Polarity, Predicate};
use serde_json::{Value, json};

use super::Call;
use super::cast::{Cast, Who};
use super::line::Filling;
use crate::dice::Dice;
use crate::systems::salesforce::Scene;
use crate::words::speech::{self, About, Family, Says};

/// Something said.
pub(crate) struct Turn {
    /// Position of the voice.
    pub(crate) voice: usize,
    pub(crate) text: String,
    /// What it says, for the truth; file and line are added when it is written.
    pub(crate) facts: Vec<Value>,
}

/// A call, turn by turn.
pub(crate) type Script = Vec<Turn>;

/// What the writer of a script has at hand.
pub(crate) struct Desk<'a> {
    pub(crate) scene: &'a Scene<'a>,
    pub(crate) call: &'a Call<'a>,
    pub(crate) cast: &'a Cast<'a>,
    pub(crate) family: &'static Family,
}

/// An exchange with its words filled in and somebody to speak the marked turn.
pub(crate) struct Part {
    pub(crate) turns: &'static [&'static str],
    pub(crate) speaker: usize,
    pub(crate) filling: Filling,
    pub(crate) facts: Vec<Fact>,
}

/// What the marked turn of a part says.
pub(crate) struct Fact {
    pub(crate) says: Says,
    pub(crate) about: String,
    pub(crate) named_as: &'static str,
    /// The planted persona behind a topic; `noise` when there is none.
    pub(crate) persona: Option<&'static str>,
}

/// Writes the script of a call.
pub(crate) fn write(
    scene: &Scene<'_>,
    dice: &mut Dice,
    (call, cast): (&Call<'_>, &Cast<'_>),
) -> Script {
    let family = speech::family(scene.plan.template_family);
    let desk = Desk {
        scene,
        call,
        cast,
        family,
    };
    let mean = f64::from(scene.plan.utterances_per_transcript);
    let wanted = dice.count_around(mean).max(12);
    let mut parts = parts::planted(&desk, dice);
    parts.extend(topics::planted(&desk, dice));
    let n_planted: usize = parts.iter().map(|part| part.turns.len()).sum();
    parts.extend(talk(&desk, dice, wanted.saturating_sub(n_planted + 8)));
    dice.shuffle(&mut parts);
    let mut script = Script::new();
    for part in framed(&desk, dice, parts) {
        speak(&desk, dice, &part, &mut script);
    }
    script
}

/// The parts between an opening and a closing.
fn framed(desk: &Desk<'_>, dice: &mut Dice, parts: Vec<Part>) -> Vec<Part> {
    let opening = dice.one_of(desk.family.openings).copied().unwrap_or(&[]);
    let closing = dice.one_of(desk.family.closings).copied().unwrap_or(&[]);
    let mut all = vec![small(desk, dice, opening)];
    all.extend(parts);
    all.push(small(desk, dice, closing));
    all
}

/// Talk about this and that, about as many turns as asked for.
fn talk(desk: &Desk<'_>, dice: &mut Dice, n_turns: usize) -> Vec<Part> {
    let mut deck: Vec<&'static [&'static str]> = Vec::new();
    let (mut parts, mut n_spoken) = (Vec::new(), 0);
    while n_spoken < n_turns {
        if deck.is_empty() {
            deck.extend(desk.family.talk);
            dice.shuffle(&mut deck);
        }
        let Some(turns) = deck.pop() else { break };
        n_spoken += turns.len() + turns.len() / 6;
        parts.push(small(desk, dice, turns));
    }
    parts
}

/// A part in which nothing is planted.
fn small(desk: &Desk<'_>, dice: &mut Dice, turns: &'static [&'static str]) -> Part {
    Part {
        turns,
        speaker: dice.below(desk.cast.n_account),
        filling: Filling::draw(dice, desk.call, desk.cast),
        facts: Vec::new(),
    }
}

/// Speaks the turns of a part; now and then somebody shows that they listen.
fn speak(desk: &Desk<'_>, dice: &mut Dice, part: &Part, script: &mut Script) {
    let (speaker, second) = (part.speaker, another(desk, dice, part.speaker));
    let n_ours = desk.cast.voices.len() - desk.cast.n_account;
    let host = desk.cast.n_account
        + if dice.chance(0.75) {
            0
        } else {
            dice.below(n_ours)
        };
    let marked_is_second = part.turns.iter().any(|turn| turn.starts_with("B!"));
    let (first, second) = if marked_is_second {
        (second, speaker)
    } else {
        (speaker, second)
    };
    let voice_of = |turn: &str| match turn.as_bytes().first() {
        Some(b'S') => host,
        Some(b'B') => second,
        _ => first,
    };
    for (idx, turn) in part.turns.iter().enumerate() {
        let (mark, words) = turn.split_once(' ').unwrap_or((turn, ""));
        let voice = voice_of(turn);
        let mut text = part.filling.fill(words);
        if voice != host && dice.chance(0.06) {
            text = format!("{} {text}", dice.word(desk.family.hesitations));
        }
        let is_marked = mark.ends_with('!');
        let facts = if is_marked {
            facts(desk, part, (voice, &text))
        } else {
            Vec::new()
        };
        script.push(Turn { voice, text, facts });
        let next = part.turns.get(idx + 1).map(|turn| voice_of(turn));
        let listener = if voice == host { first } else { host };
        if dice.chance(0.12) && next.is_none_or(|voice| voice != listener) {
            let text = dice.word(desk.family.listening).to_owned();
            script.push(Turn {
                voice: listener,
                text,
                facts: Vec::new(),
            });
        }
    }
}

/// Another voice of the account, or the same one when they are alone.
fn another(desk: &Desk<'_>, dice: &mut Dice, voice: usize) -> usize {
    match desk.cast.n_account {
        0 | 1 => voice,
        n => (voice + 1 + dice.below(n - 1)) % n,
    }
}

/// What the truth writes down of a marked turn.
fn facts(desk: &Desk<'_>, part: &Part, (voice, text): (usize, &str)) -> Vec<Value> {
    let by = desk.cast.voices.get(voice).map_or("", |it| it.code());
    let label = desk
        .cast
        .voices
        .get(voice)
        .map_or("", |it| it.label.as_str());
    let value = |fact: &Fact| {
        let about = if fact.says.trap.is_some() {
            by
        } else {
            &fact.about
        };
        json!({
            "account": desk.call.company.code(), "decision": desk.call.decision.id, "day": desk.call.day,
            "predicate": fact.says.predicate.code(), "about": about, "polarity": fact.says.polarity.code(),
            "by": by, "speaker": label, "named_as": fact.named_as,
            "trap": fact.says.trap.map(speech::Trap::code), "persona": fact.persona, "text": text,
        })
    };
    part.facts.iter().map(value).collect()
}

impl Desk<'_> {
    /// What the truth calls a voice.
    pub(crate) fn code(&self, voice: usize) -> String {
        self.cast
            .voices
            .get(voice)
            .map_or_else(String::new, |it| it.code().to_owned())
    }

    /// The person of the block behind a voice.
    pub(crate) fn human_idx(&self, voice: usize) -> Option<usize> {
        match self.cast.voices.get(voice)?.who {
            Who::Account(at, _) => Some(at),
            Who::Ours(_) => None,
        }
    }
}

impl Fact {
    /// A topic of the speaker's own.
    pub(crate) fn of_topic(predicate: Predicate, about: String, persona: &'static str) -> Self {
        let says = Says {
            predicate,
            about: About::Speaker,
            polarity: Polarity::For,
            trap: None,
        };
        Self {
            says,
            about,
            named_as: "self",
            persona: Some(persona),
        }
    }
}
