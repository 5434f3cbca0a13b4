//! Companies: size, industry, country, parent and name.

use super::{Block, Company, Standing};
use crate::dice::Dice;
use crate::plan::Plan;
use crate::words::companies::{COUNTRIES, INDUSTRIES, company_name};
use crate::words::titles::{Size, posts};

/// Founds the company with this number and adds it to the block.
pub(crate) fn found(plan: &Plan, dice: &mut Dice, block: &mut Block, idx: u32) {
    let Some((industry, trade, workplace)) = dice.one_of(INDUSTRIES) else {
        return;
    };
    let Some((country, forms)) = dice.one_of(COUNTRIES) else {
        return;
    };
    let size = draw_size(dice);
    let mut name = company_name(dice, idx, trade, forms);
    let parent = draw_parent(plan, dice, block);
    if let Some(head) = parent.and_then(|at| block.companies.get(at)) {
        let place = dice.word(&[
            "North", "South", "West", "Europe", "Pacific", "Nordics", "Iberia", "Midlands",
        ]);
        name.short = format!("{} {place}", head.name);
        name.legal = format!("{} {}", name.short, dice.word(forms));
        let shares_domain = dice.chance(0.4);
        if shares_domain {
            name.domain.clone_from(&head.domain);
        }
    }
    block.companies.push(Company {
        idx,
        name: name.short,
        legal_name: name.legal,
        domain: name.domain,
        industry,
        workplace,
        country,
        n_employees: draw_employees(dice, size),
        size,
        parent,
        turnover: draw_turnover(plan, dice),
        standing: draw_standing(dice),
        posts: posts(size),
        decisions: Vec::new(),
        contracts: Vec::new(),
        successions: Vec::new(),
    });
}

fn draw_size(dice: &mut Dice) -> Size {
    match dice.weighted(&[0.40, 0.40, 0.20]) {
        0 => Size::Small,
        1 => Size::Middle,
        _ => Size::Large,
    }
}

fn draw_employees(dice: &mut Dice, size: Size) -> i32 {
    match size {
        Size::Small => dice.between(30, 199),
        Size::Middle => dice.between(200, 1_999),
        Size::Large => dice.between(20, 240) * 100,
    }
}

fn draw_turnover(plan: &Plan, dice: &mut Dice) -> f64 {
    let (low, high) = plan.noise.turnover_a_year;
    low + (high - low) * dice.share()
}

fn draw_standing(dice: &mut Dice) -> Standing {
    match dice.weighted(&[0.68, 0.10, 0.22]) {
        0 => Standing::Customer,
        1 => Standing::FormerCustomer,
        _ => Standing::Prospect,
    }
}

/// A parent among the companies of the block that have none themselves.
fn draw_parent(plan: &Plan, dice: &mut Dice, block: &Block) -> Option<usize> {
    let share = plan.noise.subsidiary * 10.0 / 9.0;
    if block.companies.is_empty() || !dice.chance(share) {
        return None;
    }
    let at = dice.below(block.companies.len());
    let is_head = block
        .companies
        .get(at)
        .is_some_and(|company| company.parent.is_none());
    is_head.then_some(at)
}
