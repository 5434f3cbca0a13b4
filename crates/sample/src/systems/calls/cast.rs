//! Who is on a call, and the label the recorder gives them.

use super::Call;
use crate::dice::Dice;
use crate::systems::salesforce::Scene;
use crate::systems::staff::{Colleague, colleague};
use crate::words::titles::Post;
use crate::world::Human;

/// Who a voice is.
#[derive(Clone, Copy)]
pub(crate) enum Who<'a> {
    /// Position in the block, and the person.
    Account(usize, &'a Human),
    /// One of ours.
    Ours(&'a Colleague),
}

/// Somebody on the call.
pub(crate) struct Voice<'a> {
    pub(crate) who: Who<'a>,
    pub(crate) label: String,
    pub(crate) title: &'static str,
    pub(crate) email: &'a str,
}

/// Everybody on the call, those of the account first.
pub(crate) struct Cast<'a> {
    pub(crate) voices: Vec<Voice<'a>>,
    pub(crate) n_account: usize,
}

impl Voice<'_> {
    /// What the truth calls them.
    pub(crate) fn code(&self) -> &str {
        match self.who {
            Who::Account(_, human) => &human.id,
            Who::Ours(_) => "ours",
        }
    }

    /// The given name, as one is spoken to.
    pub(crate) fn first_name(&self) -> &'static str {
        match self.who {
            Who::Account(_, human) => human.short_form.unwrap_or(human.given),
            Who::Ours(colleague) => colleague.given,
        }
    }

    /// The name in full.
    pub(crate) fn full_name(&self) -> String {
        match self.who {
            Who::Account(_, human) => human.full_name(),
            Who::Ours(colleague) => colleague.full_name(),
        }
    }
}

impl Cast<'_> {
    /// The position of a person of the block.
    pub(crate) fn position(&self, human: usize) -> Option<usize> {
        self.voices
            .iter()
            .position(|voice| matches!(voice.who, Who::Account(at, _) if at == human))
    }

    /// The person of the block at a position.
    pub(crate) fn human(&self, position: usize) -> Option<(usize, &Human)> {
        match self.voices.get(position)?.who {
            Who::Account(at, human) => Some((at, human)),
            Who::Ours(_) => None,
        }
    }
}

/// Invites some of those who hold a part, and one or two of ours.
pub(crate) fn invite<'a>(scene: &Scene<'a>, dice: &mut Dice, call: &Call<'_>) -> Cast<'a> {
    let mut people: Vec<usize> = Vec::new();
    for holding in &call.decision.holdings {
        if !people.contains(&holding.human) && can_come(scene, call, holding.human) {
            people.push(holding.human);
        }
    }
    let wanted = 1 + dice.weighted(&[0.35, 0.40, 0.20, 0.05]);
    while people.len() > wanted {
        people.remove(dice.below(people.len()));
    }
    let mut voices: Vec<Voice<'a>> = Vec::new();
    for human_idx in people {
        voices.extend(guest(scene, dice, (call, human_idx)));
    }
    let n_account = voices.len();
    let title_idx = match call.decision.kind {
        model::vocabulary::DecisionKind::Purchase => 0,
        _ => 1,
    };
    voices.extend(colleague(scene.staff, title_idx, call.company.idx).map(host));
    if dice.chance(0.35) {
        voices.extend(colleague(scene.staff, 2, call.company.idx).map(host));
    }
    Cast { voices, n_account }
}

fn can_come(scene: &Scene<'_>, call: &Call<'_>, human: usize) -> bool {
    let Some(human) = scene.block.humans.get(human) else {
        return false;
    };
    let place = human.spell_at(call.decision.locus, call.day);
    let is_heard = human.quiet_from.is_none_or(|from| call.day < from);
    is_heard && !human.is_unrecorded && place.is_some_and(|spell| spell.post != Post::Elsewhere)
}

fn guest<'a>(
    scene: &Scene<'a>,
    dice: &mut Dice,
    (call, human_idx): (&Call<'_>, usize),
) -> Option<Voice<'a>> {
    let human = scene.block.humans.get(human_idx)?;
    let spell = human.spell_at(call.decision.locus, call.day)?;
    let first = human.short_form.unwrap_or(human.given);
    let initial = human.given.chars().take(1).collect::<String>();
    let label = match dice.weighted(&[0.72, 0.12, 0.08, 0.08]) {
        0 => human.full_name(),
        1 => format!("{} ({})", human.full_name(), call.company.name),
        2 => format!("{first} {}", human.family),
        _ => format!("{initial}. {}", human.family),
    };
    Some(Voice {
        who: Who::Account(human_idx, human),
        label,
        title: spell.title,
        email: &spell.email,
    })
}

fn host(colleague: &Colleague) -> Voice<'_> {
    Voice {
        who: Who::Ours(colleague),
        label: colleague.full_name(),
        title: colleague.title,
        email: &colleague.email,
    }
}
