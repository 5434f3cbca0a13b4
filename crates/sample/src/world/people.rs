//! People: who fills which post when, who leaves, moves and follows.

use model::time::Day;
use model::vocabulary::Departure;

use super::{Block, Human, Spell, persona};
use crate::dice::Dice;
use crate::plan::Plan;
use crate::words::names;
use crate::words::titles::{Post, title};

/// Fills every post of the company from before the first day until today.
pub(crate) fn staff(plan: &Plan, dice: &mut Dice, block: &mut Block, company: usize) {
    let posts = block
        .companies
        .get(company)
        .map_or_else(Vec::new, |it| it.posts.clone());
    for (post_idx, post) in posts.into_iter().enumerate() {
        let place = Place {
            company,
            post_idx,
            post,
        };
        fill(plan, dice, block, &place);
    }
}

/// A post of a company.
struct Place {
    company: usize,
    post_idx: usize,
    post: Post,
}

/// One holder after another.
fn fill(plan: &Plan, dice: &mut Dice, block: &mut Block, place: &Place) {
    let mut day = plan.first_day.plus_days(-dice.between(30, 2_500));
    loop {
        let human = hire(plan, dice, block, place, day);
        let watched_from = day.max(plan.first_day);
        let Some(left) = draw_end(plan, dice, block, place, watched_from) else {
            return;
        };
        depart(dice, block, place, human, left);
        let stays_vacant = dice.chance(0.08);
        day = left.plus_days(dice.between(10, 110));
        if stays_vacant || day >= plan.today {
            return;
        }
    }
}

/// The day the holder leaves, by a yearly rate applied once a quarter; `None` when they are still there.
fn draw_end(plan: &Plan, dice: &mut Dice, block: &Block, place: &Place, from: Day) -> Option<Day> {
    let yearly = block
        .companies
        .get(place.company)
        .map_or(0.2, |company| company.turnover);
    let mut quarter = from;
    while quarter < plan.today {
        let next = quarter.plus_days(91);
        if dice.chance(yearly / 4.0) {
            let day = quarter.plus_days(dice.between(20, 90));
            return (day < plan.today).then_some(day);
        }
        quarter = next;
    }
    None
}

/// Somebody starts in the post: a person who has just left another account, or somebody new.
fn hire(plan: &Plan, dice: &mut Dice, block: &mut Block, place: &Place, day: Day) -> usize {
    let size = block
        .companies
        .get(place.company)
        .map_or(crate::words::titles::Size::Middle, |it| it.size);
    let spell = Spell {
        company: place.company,
        post_idx: Some(place.post_idx),
        post: place.post,
        title: title(dice, place.post, size),
        email: String::new(),
        starts: day,
        ends: None,
        departure: None,
    };
    let newcomer = dice.chance(plan.noise.leavers_who_join_an_account);
    let mover = if newcomer {
        free_leaver(block, place, day)
    } else {
        None
    };
    let at = mover.unwrap_or(block.humans.len());
    if mover.is_none() {
        let human = born(dice, block, place);
        block.humans.push(human);
    }
    let email = address(block, place.company, at);
    if let Some(human) = block.humans.get_mut(at) {
        human.spells.push(Spell { email, ..spell });
    }
    at
}

/// The address somebody gets at a company; a number keeps namesakes apart.
fn address(block: &Block, company: usize, human: usize) -> String {
    let (Some(it), Some(human)) = (block.companies.get(company), block.humans.get(human)) else {
        return String::new();
    };
    let (given, family) = (names::plain(human.given), names::plain(&human.family));
    let initial = given.get(..1).unwrap_or("");
    let local = match it.idx % 5 {
        0 | 1 => format!("{given}.{family}"),
        2 => format!("{initial}{family}"),
        3 => format!("{given}_{family}"),
        _ => format!("{initial}.{family}"),
    };
    let is_taken = |email: &str| {
        block
            .humans
            .iter()
            .flat_map(|human| &human.spells)
            .any(|spell| spell.email == email)
    };
    let numbers = std::iter::once(String::new()).chain((2..99).map(|number| number.to_string()));
    let mut emails = numbers.map(|number| format!("{local}{number}@{}", it.domain));
    emails.find(|email| !is_taken(email)).unwrap_or_default()
}

/// Somebody of the same kind of post who left another account within half a year.
fn free_leaver(block: &Block, place: &Place, day: Day) -> Option<usize> {
    block.humans.iter().position(|human| {
        human.spells.last().is_some_and(|spell| {
            let left_lately = spell
                .ends
                .is_some_and(|ends| ends <= day && day <= ends.plus_days(200));
            left_lately
                && spell.departure == Some(Departure::LeftCompany)
                && spell.company != place.company
                && similar(spell.post, place.post)
        })
    })
}

fn similar(left: Post, right: Post) -> bool {
    let is_planner = |post| {
        matches!(
            post,
            Post::Worker | Post::Specialist | Post::TeamLead | Post::FunctionHead
        )
    };
    left == right || (is_planner(left) && is_planner(right))
}

fn born(dice: &mut Dice, block: &Block, place: &Place) -> Human {
    let (given, short_form) = names::given(dice);
    let account = block
        .companies
        .get(place.company)
        .map_or(0, |company| company.idx);
    let personas = persona::draw(dice, place.post);
    Human {
        id: format!("human-{account:06}-{:03}", block.humans.len()),
        given,
        short_form,
        family: names::family(dice),
        mobile: format!("+1 555 01{:02} {:04}", dice.below(100), dice.below(10_000)),
        spells: Vec::new(),
        is_unrecorded: false,
        quiet_from: None,
        personas,
    }
}

/// Ends the spell: most leave the company, some move to another post in it.
fn depart(dice: &mut Dice, block: &mut Block, place: &Place, human: usize, day: Day) {
    let moves = dice.chance(0.22);
    let size = block
        .companies
        .get(place.company)
        .map_or(crate::words::titles::Size::Middle, |it| it.size);
    let new_title = title(dice, Post::Elsewhere, size);
    let Some(spells) = block.humans.get_mut(human).map(|human| &mut human.spells) else {
        return;
    };
    let Some(spell) = spells.last_mut() else {
        return;
    };
    spell.ends = Some(day);
    spell.departure = Some(if moves {
        Departure::MovedRole
    } else {
        Departure::LeftCompany
    });
    let email = spell.email.clone();
    if moves {
        spells.push(Spell {
            company: place.company,
            post_idx: None,
            post: Post::Elsewhere,
            title: new_title,
            email,
            starts: day,
            ends: None,
            departure: None,
        });
    }
}
