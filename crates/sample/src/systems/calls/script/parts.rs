//! Who plays which part, as people say it of themselves and of each other.

use model::vocabulary::{DecisionKind, Departure, Polarity, Predicate, Role};

use super::{Desk, Fact, Part};
use crate::dice::Dice;
use crate::systems::calls::line::{Filling, mention, mention_by_name};
use crate::words::speech::{About, Exchange};

/// The sentences about parts, about changes of people, and those that only sound so.
pub(super) fn planted(desk: &Desk<'_>, dice: &mut Dice) -> Vec<Part> {
    let mut parts = of_roles(desk, dice);
    parts.extend(of_changes(desk, dice));
    let (n_denials, n_traps) = (dice.below(2), 1 + dice.below(2));
    parts.extend((0..n_denials).filter_map(|_| denial(desk, dice)));
    parts.extend((0..n_traps).filter_map(|_| trap(desk, dice)));
    parts
}

/// What somebody in a role says or is said to do.
fn predicate_of(role: Role) -> Option<Predicate> {
    Some(match role {
        Role::DecisionMaker => Predicate::Decides,
        Role::Approver => Predicate::Authorises,
        Role::EconomicBuyer => Predicate::ControlsBudget,
        Role::FunctionalBuyer | Role::SolutionOwner => Predicate::Owns,
        Role::TechnicalEvaluator => Predicate::Evaluates,
        Role::Influencer => Predicate::Influences,
        Role::Champion => Predicate::Advocates,
        Role::Gatekeeper => Predicate::Gatekeeps,
        Role::ExecutiveSponsor => Predicate::Sponsors,
        Role::Procurement => Predicate::Procures,
        Role::Legal => Predicate::ReviewsTerms,
        Role::TeamManager => Predicate::ManagesTeam,
        Role::Administrator => Predicate::Administers,
        Role::PowerUser | Role::User => Predicate::Uses,
        Role::DepartmentExecutive => return None,
    })
}

fn of_roles(desk: &Desk<'_>, dice: &mut Dice) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut spoken: Vec<(usize, Predicate)> = Vec::new();
    let limit = if desk.call.decision.kind == DecisionKind::Use {
        4
    } else {
        9
    };
    for holding in &desk.call.decision.holdings {
        let (by_self, by_other) = (dice.chance(0.55), dice.chance(0.40));
        let holds = holding.starts <= desk.call.day
            && holding.ends.is_none_or(|ends| desk.call.day <= ends);
        let Some(predicate) = predicate_of(holding.role).filter(|_| holds) else {
            continue;
        };
        if spoken.contains(&(holding.human, predicate)) || parts.len() >= limit {
            continue;
        }
        spoken.push((holding.human, predicate));
        let part = match desk.cast.position(holding.human) {
            Some(voice) if by_self => said_of_self(desk, dice, (voice, predicate)),
            Some(_) => None,
            None if by_other => said_of_other(desk, dice, (holding.human, predicate)),
            None => None,
        };
        parts.extend(part);
    }
    parts
}

/// An exchange whose marked turn says just this.
fn find(
    dice: &mut Dice,
    exchanges: &'static [Exchange],
    wanted: (Predicate, About, Polarity),
) -> Option<&'static Exchange> {
    let fits = |it: &&Exchange| {
        it.says.len() == 1
            && it.says.iter().all(|says| {
                says.trap.is_none() && (says.predicate, says.about, says.polarity) == wanted
            })
    };
    let fitting: Vec<&'static Exchange> = exchanges.iter().filter(fits).collect();
    dice.one_of(&fitting).copied()
}

fn said_of_self(
    desk: &Desk<'_>,
    dice: &mut Dice,
    (voice, predicate): (usize, Predicate),
) -> Option<Part> {
    let exchange = find(
        dice,
        desk.family.roles,
        (predicate, About::Speaker, Polarity::For),
    )?;
    part(desk, dice, (exchange, voice, None))
}

fn said_of_other(
    desk: &Desk<'_>,
    dice: &mut Dice,
    (human, predicate): (usize, Predicate),
) -> Option<Part> {
    let exchange = find(
        dice,
        desk.family.roles,
        (predicate, About::Other, Polarity::For),
    )?;
    let voice = dice.below(desk.cast.n_account);
    part(desk, dice, (exchange, voice, Some(human)))
}

/// Fills an exchange; `None` when it speaks of somebody and there is nobody.
fn part(
    desk: &Desk<'_>,
    dice: &mut Dice,
    (exchange, voice, other): (&'static Exchange, usize, Option<usize>),
) -> Option<Part> {
    let mut filling = Filling::draw(dice, desk.call, desk.cast);
    let human = other.and_then(|at| desk.scene.block.humans.get(at));
    let is_change = desk
        .family
        .changes
        .iter()
        .any(|it| std::ptr::eq(it, exchange));
    filling.other = human.map(|it| match is_change {
        true => mention_by_name(dice, it),
        false => mention(dice, desk.call, it),
    });
    let needs_other = exchange.says.iter().any(|says| says.about == About::Other);
    if needs_other && human.is_none() {
        return None;
    }
    let named_as = filling.other.as_ref().map_or("self", |it| it.manner);
    let fact = |says: &crate::words::speech::Says| match says.about {
        About::Speaker => Fact {
            says: *says,
            about: desk.code(voice),
            named_as: "self",
            persona: None,
        },
        About::Other => Fact {
            says: *says,
            about: human.map_or_else(String::new, |it| it.id.clone()),
            named_as,
            persona: None,
        },
    };
    let facts = exchange.says.iter().map(fact).collect();
    Some(Part {
        turns: exchange.turns,
        speaker: voice,
        filling,
        facts,
    })
}

/// "Not me": by somebody who does not hold the part, with the one who does where that is said.
fn denial(desk: &Desk<'_>, dice: &mut Dice) -> Option<Part> {
    let denials: Vec<&'static Exchange> = desk
        .family
        .roles
        .iter()
        .filter(|it| {
            it.says
                .iter()
                .any(|says| says.polarity == Polarity::Against)
        })
        .collect();
    let exchange = dice.one_of(&denials).copied()?;
    let voice = dice.below(desk.cast.n_account);
    let denied = exchange.says.first()?;
    let holders: Vec<usize> = holders(desk, denied.predicate);
    let denies_other = denied.about == About::Other;
    if !makes_sense(desk, denied.predicate, voice) {
        return None;
    }
    if !denies_other
        && desk
            .human_idx(voice)
            .is_some_and(|at| holders.contains(&at))
    {
        return None;
    }
    let absent = |at: &usize| desk.cast.position(*at).is_none();
    let others: Vec<usize> = if denies_other {
        let members = desk
            .call
            .decision
            .holdings
            .iter()
            .map(|holding| holding.human);
        members
            .filter(|at| !holders.contains(at))
            .filter(absent)
            .collect()
    } else {
        holders.into_iter().filter(absent).collect()
    };
    let other = dice.one_of(&others).copied();
    part(desk, dice, (exchange, voice, other))
}

/// Before the purchase nobody runs or uses the product, and who uses it does not deny it.
fn makes_sense(desk: &Desk<'_>, predicate: Predicate, voice: usize) -> bool {
    let is_bought = desk.call.decision.kind != DecisionKind::Purchase;
    let human = desk.cast.human(voice).map(|(_, human)| human);
    let uses_it = human.is_some_and(|human| human.personas.user.is_some());
    match predicate {
        Predicate::Uses => is_bought && !uses_it,
        Predicate::Administers => is_bought,
        _ => true,
    }
}

fn holders(desk: &Desk<'_>, predicate: Predicate) -> Vec<usize> {
    let holdings = desk.call.decision.holdings.iter();
    let fitting = holdings.filter(|holding| predicate_of(holding.role) == Some(predicate));
    fitting.map(|holding| holding.human).collect()
}

/// Something that sounds like a claim and is none.
fn trap(desk: &Desk<'_>, dice: &mut Dice) -> Option<Part> {
    let is_trap = |it: &&Exchange| it.says.iter().any(|says| says.trap.is_some());
    let traps: Vec<&'static Exchange> = desk.family.roles.iter().filter(is_trap).collect();
    let exchange = dice.one_of(&traps).copied()?;
    let voice = dice.below(desk.cast.n_account);
    let holders = exchange
        .says
        .first()
        .map(|says| holders(desk, says.predicate));
    let holds_it = desk
        .human_idx(voice)
        .is_some_and(|at| holders.is_some_and(|them| them.contains(&at)));
    if holds_it {
        return None;
    }
    part(desk, dice, (exchange, voice, None))
}

/// Who left, who moved, who took over: once they have.
fn of_changes(desk: &Desk<'_>, dice: &mut Dice) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut spoken: Vec<usize> = Vec::new();
    let day = desk.call.day;
    for it in &desk.call.company.successions {
        let (tells, names_heir) = (dice.chance(0.5), dice.chance(0.45));
        let is_here = it.to_decision == desk.call.decision_idx && it.earliest <= day;
        if !is_here
            || spoken.contains(&it.from_human)
            || desk.cast.position(it.from_human).is_some()
        {
            continue;
        }
        spoken.push(it.from_human);
        let gone = match it.departure {
            Departure::LeftCompany => Some(Predicate::LeftCompany),
            Departure::MovedRole => Some(Predicate::MovedRole),
            Departure::WentQuiet | Departure::Replaced => None,
        };
        if let Some(predicate) = gone.filter(|_| tells) {
            parts.extend(change(
                desk,
                dice,
                (predicate, About::Other, None, it.from_human),
            ));
        }
        let heir = it.to_human.filter(|_| names_heir);
        parts.extend(heir.and_then(|heir| match desk.cast.position(heir) {
            Some(voice) => change(
                desk,
                dice,
                (
                    Predicate::TookOver,
                    About::Speaker,
                    Some(voice),
                    it.from_human,
                ),
            ),
            None => change(desk, dice, (Predicate::TookOver, About::Other, None, heir)),
        }));
    }
    parts
}

fn change(
    desk: &Desk<'_>,
    dice: &mut Dice,
    (predicate, about, voice, named): (Predicate, About, Option<usize>, usize),
) -> Option<Part> {
    let exchange = find(dice, desk.family.changes, (predicate, about, Polarity::For))?;
    let voice = voice.unwrap_or_else(|| dice.below(desk.cast.n_account));
    part(desk, dice, (exchange, voice, Some(named)))
}
