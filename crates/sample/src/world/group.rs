//! Buying groups: who plays which part in a decision, and who followed whom.
//!
//! A part belongs to a post, so that it passes on when the holder of the post
//! leaves. Some parts pass to somebody else though the holder stays, and some
//! holders go quiet.

use model::time::Day;
use model::vocabulary::{DecisionKind, Departure, Role};

use super::{Block, Decision, Holding, Succession};
use crate::dice::Dice;
use crate::plan::Plan;
use crate::words::titles::Post;

/// A role of a template: how often it is there, and the posts it falls to, the usual first.
type Part = (Role, f64, &'static [Post]);

const PURCHASE: &[Part] = &[
    (
        Role::DecisionMaker,
        1.0,
        &[Post::Operations, Post::Chief, Post::FunctionHead],
    ),
    (Role::EconomicBuyer, 0.9, &[Post::Finance, Post::Operations]),
    (Role::Approver, 0.8, &[Post::Finance, Post::Chief]),
    (
        Role::FunctionalBuyer,
        0.9,
        &[Post::FunctionHead, Post::Operations],
    ),
    (
        Role::TechnicalEvaluator,
        0.8,
        &[
            Post::InformationTechnology,
            Post::Security,
            Post::Administrator,
        ],
    ),
    (
        Role::Champion,
        0.7,
        &[Post::FunctionHead, Post::TeamLead, Post::Specialist],
    ),
    (
        Role::Influencer,
        0.8,
        &[Post::TeamLead, Post::Specialist, Post::FunctionHead],
    ),
    (Role::Gatekeeper, 0.4, &[Post::Assistant, Post::Procurement]),
    (
        Role::ExecutiveSponsor,
        0.4,
        &[Post::Chief, Post::Operations],
    ),
    (Role::Procurement, 0.6, &[Post::Procurement, Post::Finance]),
    (Role::Legal, 0.5, &[Post::Legal]),
];

const RENEWAL: &[Part] = &[
    (
        Role::DecisionMaker,
        1.0,
        &[
            Post::FunctionHead,
            Post::Operations,
            Post::InformationTechnology,
        ],
    ),
    (Role::EconomicBuyer, 0.8, &[Post::Finance, Post::Operations]),
    (Role::Approver, 0.8, &[Post::Finance, Post::Operations]),
    (
        Role::SolutionOwner,
        0.9,
        &[Post::FunctionHead, Post::Administrator],
    ),
    (
        Role::DepartmentExecutive,
        0.5,
        &[Post::DepartmentHead, Post::Operations],
    ),
    (Role::TeamManager, 0.7, &[Post::TeamLead]),
    (
        Role::Champion,
        0.6,
        &[Post::Specialist, Post::TeamLead, Post::FunctionHead],
    ),
    (
        Role::Influencer,
        0.8,
        &[Post::Specialist, Post::TeamLead, Post::Worker],
    ),
    (Role::Procurement, 0.6, &[Post::Procurement, Post::Finance]),
    (Role::Legal, 0.3, &[Post::Legal]),
];

const EXPANSION: &[Part] = &[
    (
        Role::DecisionMaker,
        1.0,
        &[Post::FunctionHead, Post::Operations],
    ),
    (Role::EconomicBuyer, 0.7, &[Post::Finance, Post::Operations]),
    (Role::Approver, 0.6, &[Post::Finance, Post::Operations]),
    (
        Role::FunctionalBuyer,
        0.7,
        &[Post::FunctionHead, Post::DepartmentHead],
    ),
    (
        Role::TechnicalEvaluator,
        0.5,
        &[Post::InformationTechnology, Post::Administrator],
    ),
    (
        Role::SolutionOwner,
        0.7,
        &[Post::FunctionHead, Post::Administrator],
    ),
    (Role::Champion, 0.6, &[Post::Specialist, Post::TeamLead]),
    (Role::Influencer, 0.7, &[Post::TeamLead, Post::Specialist]),
    (Role::Procurement, 0.4, &[Post::Procurement]),
];

const USE: &[Part] = &[
    (Role::Administrator, 1.0, &[Post::Administrator]),
    (
        Role::SolutionOwner,
        0.7,
        &[Post::FunctionHead, Post::Administrator],
    ),
    (Role::Champion, 0.4, &[Post::Specialist, Post::TeamLead]),
];

/// Gives every decision of the company its people, and writes down who followed whom.
pub(crate) fn assign(plan: &Plan, dice: &mut Dice, block: &mut Block, company: usize) {
    let n_decisions = block
        .companies
        .get(company)
        .map_or(0, |it| it.decisions.len());
    let mut memory: Vec<(Role, usize)> = Vec::new();
    for decision in 0..n_decisions {
        let holdings = group_of(dice, block, (company, decision), &mut memory);
        if let Some(decision) = decision_mut(block, company, decision) {
            decision.holdings = holdings;
        }
        follow(plan, block, company, decision);
        quieten(dice, block, company, decision);
    }
    sign(block, company);
    hide(plan, dice, block, company);
}

fn decision_mut(block: &mut Block, company: usize, decision: usize) -> Option<&mut Decision> {
    block
        .companies
        .get_mut(company)?
        .decisions
        .get_mut(decision)
}

/// Draws the members of one decision. `memory` holds the post that had each role last.
fn group_of(
    dice: &mut Dice,
    block: &Block,
    (company, decision): (usize, usize),
    memory: &mut Vec<(Role, usize)>,
) -> Vec<Holding> {
    let Some(it) = block
        .companies
        .get(company)
        .and_then(|it| it.decisions.get(decision))
    else {
        return Vec::new();
    };
    let parts = match it.kind {
        DecisionKind::Purchase => PURCHASE,
        DecisionKind::Renewal => RENEWAL,
        DecisionKind::CrossSell | DecisionKind::UpSell => EXPANSION,
        DecisionKind::Use => return users_of(dice, block, company, it),
    };
    let mut holdings = Vec::new();
    for (role, share, posts) in parts {
        if !dice.chance(*share) {
            continue;
        }
        let held_last = memory
            .iter()
            .find(|(of, _)| of == role)
            .map(|(_, post)| *post);
        let stays = dice.chance(0.85);
        let drawn = draw_post(dice, block, (it.locus, it.opens), posts);
        let post = held_last.filter(|_| stays).or(drawn);
        let Some(post) = post else { continue };
        let Some(human) = holder(block, it.locus, post, it.opens) else {
            continue;
        };
        memory.retain(|(of, _)| of != role);
        memory.push((*role, post));
        holdings.push(Holding {
            human,
            role: *role,
            starts: it.opens,
            ends: Some(it.closes),
        });
    }
    holdings
}

/// One of the posts that can hold the part, the usual one most often, among those that are filled.
fn draw_post(
    dice: &mut Dice,
    block: &Block,
    (locus, day): (usize, Day),
    posts: &[Post],
) -> Option<usize> {
    let company = block.companies.get(locus)?;
    let mut candidates = Vec::new();
    for (rank, post) in posts.iter().enumerate() {
        let weight = if rank == 0 { 1.0 } else { 0.45 / rank as f64 };
        let filled = company
            .posts
            .iter()
            .enumerate()
            .filter(|(_, at)| *at == post)
            .map(|(idx, _)| idx);
        let filled: Vec<usize> = filled
            .filter(|idx| holder(block, locus, *idx, day).is_some())
            .collect();
        candidates.extend(
            filled
                .iter()
                .map(|idx| (*idx, weight / filled.len() as f64)),
        );
    }
    let weights: Vec<f64> = candidates.iter().map(|(_, weight)| *weight).collect();
    candidates.get(dice.weighted(&weights)).map(|(idx, _)| *idx)
}

/// Who is in the post on the day and can still be heard of.
pub(crate) fn holder(block: &Block, company: usize, post_idx: usize, day: Day) -> Option<usize> {
    block.humans.iter().position(|human| {
        let is_heard = human.quiet_from.is_none_or(|from| day < from);
        is_heard
            && human.spells.iter().any(|spell| {
                spell.company == company && spell.post_idx == Some(post_idx) && spell.holds_on(day)
            })
    })
}

/// Everybody who works with the product in a term, and the few with a part beyond that.
fn users_of(dice: &mut Dice, block: &Block, company: usize, term: &Decision) -> Vec<Holding> {
    let mut holdings = Vec::new();
    for (role, share, posts) in USE {
        if !dice.chance(*share) {
            continue;
        }
        let post = draw_post(dice, block, (company, term.opens), posts);
        let human = post.and_then(|post| holder(block, company, post, term.opens));
        holdings.extend(human.map(|human| Holding {
            human,
            role: *role,
            starts: term.opens,
            ends: Some(term.closes),
        }));
    }
    for (human, person) in block.humans.iter().enumerate() {
        for spell in person
            .spells
            .iter()
            .filter(|spell| spell.company == company)
        {
            let role = match spell.post {
                Post::Specialist => Role::PowerUser,
                Post::Worker => Role::User,
                Post::TeamLead => Role::TeamManager,
                _ => continue,
            };
            let starts = spell.starts.max(term.opens);
            let ends = spell.ends.map_or(term.closes, |ends| ends.min(term.closes));
            if starts < ends {
                holdings.push(Holding {
                    human,
                    role,
                    starts,
                    ends: Some(ends),
                });
            }
        }
    }
    holdings
}

/// Compares the decision with the one it follows from, role by role.
fn follow(plan: &Plan, block: &mut Block, company: usize, decision: usize) {
    let Some(it) = block.companies.get(company) else {
        return;
    };
    let Some(now) = it.decisions.get(decision) else {
        return;
    };
    let Some(before_idx) = now.predecessors.first().copied() else {
        return;
    };
    let Some(before) = it.decisions.get(before_idx) else {
        return;
    };
    let mut found = Vec::new();
    for old in &before.holdings {
        let new = now.holdings.iter().find(|new| new.role == old.role);
        let is_same = new.is_some_and(|new| new.human == old.human);
        if is_same || new.is_none() && !has_left(block, old.human, before.locus, now.opens) {
            continue;
        }
        let (departure, from) = why(block, old.human, before.locus, (before.closes, now.opens));
        found.push(Succession {
            role: old.role,
            from_human: old.human,
            from_decision: before_idx,
            to_human: new.map(|new| new.human),
            to_decision: decision,
            departure,
            earliest: from,
            latest: now.opens.max(from).min(plan.today),
        });
    }
    if let Some(it) = block.companies.get_mut(company) {
        it.successions.extend(found);
    }
}

fn has_left(block: &Block, human: usize, company: usize, by: Day) -> bool {
    let post = block
        .humans
        .get(human)
        .and_then(|human| human.spell_at(company, by));
    post.is_none_or(|spell| spell.post == Post::Elsewhere)
}

/// Why a holder no longer holds, and the first day that can have been so.
fn why(block: &Block, human: usize, company: usize, (from, to): (Day, Day)) -> (Departure, Day) {
    let Some(person) = block.humans.get(human) else {
        return (Departure::Replaced, from);
    };
    let ended = person.spells.iter().find(|spell| {
        spell.company == company
            && spell.ends.is_some_and(|ends| ends <= to)
            && spell.departure.is_some()
    });
    if let Some((departure, day)) = ended.and_then(|spell| Some((spell.departure?, spell.ends?))) {
        return (departure, day);
    }
    match person.quiet_from.filter(|day| *day <= to) {
        Some(day) => (Departure::WentQuiet, day),
        None => (Departure::Replaced, from),
    }
}

/// After a decision one of its holders sometimes goes quiet.
fn quieten(dice: &mut Dice, block: &mut Block, company: usize, decision: usize) {
    let Some(it) = block
        .companies
        .get(company)
        .and_then(|it| it.decisions.get(decision))
    else {
        return;
    };
    if it.kind == DecisionKind::Use || !dice.chance(0.12) {
        return;
    }
    let from = it.closes.plus_days(dice.between(20, 120));
    let human = dice.one_of(&it.holdings).map(|holding| holding.human);
    let Some(human) = human.and_then(|human| block.humans.get_mut(human)) else {
        return;
    };
    if human.quiet_from.is_none() {
        human.quiet_from = Some(from);
    }
}

/// The approver signs, else the economic buyer, else the one who decides.
fn sign(block: &mut Block, company: usize) {
    let Some(it) = block.companies.get_mut(company) else {
        return;
    };
    for contract in &mut it.contracts {
        let Some(decision) = it.decisions.get(contract.decision) else {
            continue;
        };
        if contract.signed.is_none() {
            continue;
        }
        let by_role = |role| {
            decision
                .holdings
                .iter()
                .find(|holding| holding.role == role)
        };
        let signer = by_role(Role::Approver)
            .or_else(|| by_role(Role::EconomicBuyer))
            .or_else(|| by_role(Role::DecisionMaker));
        contract.signer = signer.map(|holding| holding.human);
    }
}

/// Some members of buying groups are in no system; people only speak of them.
fn hide(plan: &Plan, dice: &mut Dice, block: &mut Block, company: usize) {
    let Some(it) = block.companies.get(company) else {
        return;
    };
    let mut members: Vec<usize> = Vec::new();
    for holding in it
        .decisions
        .iter()
        .filter(|it| it.kind != DecisionKind::Use)
        .flat_map(|it| &it.holdings)
    {
        if !members.contains(&holding.human) {
            members.push(holding.human);
        }
    }
    let signers: Vec<usize> = it
        .contracts
        .iter()
        .filter_map(|contract| contract.signer)
        .collect();
    members.retain(|member| !signers.contains(member));
    for member in members {
        let is_hidden = dice.chance(plan.noise.named_in_calls_only);
        let Some(human) = block.humans.get_mut(member) else {
            continue;
        };
        let works_with_it = human
            .spells
            .iter()
            .any(|spell| matches!(spell.post, Post::Worker | Post::Specialist));
        if is_hidden && !works_with_it && human.spells.len() == 1 {
            human.is_unrecorded = true;
        }
    }
}
