//! The made-up truth: companies, the people in them, what they decide, and who plays which part.
//!
//! It is made in blocks of ten accounts, so that parents and subsidiaries and
//! people who change employers are in one block and memory stays bounded.
//! Nothing here knows how any system would write it down.

pub(crate) mod chain;
pub(crate) mod company;
pub(crate) mod group;
pub(crate) mod people;
pub(crate) mod persona;

use model::time::Day;
use model::vocabulary::{DecisionKind, Departure, Outcome, Role};

use crate::dice::{Dice, Purpose};
use crate::plan::Plan;
use crate::words::titles::{Post, Size};

/// Accounts that are made together.
pub(crate) const BLOCK: u32 = 10;

/// Ten companies and their people.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) companies: Vec<Company>,
    pub(crate) humans: Vec<Human>,
}

/// What a company is to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Customer,
    FormerCustomer,
    Prospect,
}

/// A company that is an account.
pub(crate) struct Company {
    pub(crate) idx: u32,
    pub(crate) name: String,
    pub(crate) legal_name: String,
    pub(crate) domain: String,
    pub(crate) industry: &'static str,
    pub(crate) workplace: &'static str,
    pub(crate) country: &'static str,
    pub(crate) n_employees: i32,
    pub(crate) size: Size,
    /// Position of the parent in the block.
    pub(crate) parent: Option<usize>,
    /// Share of its people who leave their post in a year.
    pub(crate) turnover: f64,
    pub(crate) standing: Standing,
    pub(crate) posts: Vec<Post>,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) contracts: Vec<Contract>,
    pub(crate) successions: Vec<Succession>,
}

/// Somebody, with everywhere they worked.
pub(crate) struct Human {
    pub(crate) id: String,
    pub(crate) given: &'static str,
    pub(crate) short_form: Option<&'static str>,
    pub(crate) family: String,
    pub(crate) mobile: String,
    pub(crate) spells: Vec<Spell>,
    /// No system knows them; only calls name them.
    pub(crate) is_unrecorded: bool,
    /// From this day nobody hears from them, though they are still there.
    pub(crate) quiet_from: Option<Day>,
    pub(crate) personas: persona::Personas,
}

/// A person in a post of a company for a while.
pub(crate) struct Spell {
    /// Position of the company in the block.
    pub(crate) company: usize,
    /// Position of the post in the company; `None` for posts outside our view.
    pub(crate) post_idx: Option<usize>,
    pub(crate) post: Post,
    pub(crate) title: &'static str,
    /// The address they have there.
    pub(crate) email: String,
    pub(crate) starts: Day,
    pub(crate) ends: Option<Day>,
    pub(crate) departure: Option<Departure>,
}

/// A purchase, renewal, expansion or term of use.
pub(crate) struct Decision {
    pub(crate) id: String,
    pub(crate) kind: DecisionKind,
    /// Position in the block of the company whose people decide.
    pub(crate) locus: usize,
    /// Positions of the products.
    pub(crate) products: Vec<usize>,
    pub(crate) opens: Day,
    pub(crate) closes: Day,
    pub(crate) outcome: Outcome,
    /// Positions of the decisions it follows from.
    pub(crate) predecessors: Vec<usize>,
    /// Position of the contract it leads to, or for a term of use the one it is under.
    pub(crate) contract: Option<usize>,
    /// Position of the contract it renews or amends.
    pub(crate) prior_contract: Option<usize>,
    pub(crate) amount: i32,
    /// Somebody entered it in the CRM.
    pub(crate) has_deal: bool,
    pub(crate) holdings: Vec<Holding>,
}

/// A part somebody plays in a decision.
#[derive(Clone)]
pub(crate) struct Holding {
    /// Position of the person in the block.
    pub(crate) human: usize,
    pub(crate) role: Role,
    pub(crate) starts: Day,
    pub(crate) ends: Option<Day>,
}

/// A contract.
pub(crate) struct Contract {
    pub(crate) number: String,
    pub(crate) starts: Day,
    /// First day after the term.
    pub(crate) ends: Day,
    pub(crate) term_months: i32,
    pub(crate) yearly_value: i32,
    pub(crate) products: Vec<usize>,
    /// Position of the decision it comes from.
    pub(crate) decision: usize,
    /// Position of the contract it continues.
    pub(crate) predecessor: Option<usize>,
    pub(crate) signer: Option<usize>,
    pub(crate) signed: Option<Day>,
    pub(crate) notice_days: i32,
    pub(crate) is_auto_renewing: bool,
}

/// A role that passed from one person to another.
pub(crate) struct Succession {
    pub(crate) role: Role,
    pub(crate) from_human: usize,
    pub(crate) from_decision: usize,
    pub(crate) to_human: Option<usize>,
    pub(crate) to_decision: usize,
    pub(crate) departure: Departure,
    pub(crate) earliest: Day,
    pub(crate) latest: Day,
}

impl Company {
    /// What the truth calls it.
    pub(crate) fn code(&self) -> String {
        format!("account-{:06}", self.idx)
    }
}

impl Decision {
    /// Whether anybody plays a part in it.
    pub(crate) fn has_members(&self) -> bool {
        !self.holdings.is_empty()
    }
}

impl Human {
    /// The name in full.
    pub(crate) fn full_name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// The spell at a company that holds on the day.
    pub(crate) fn spell_at(&self, company: usize, day: Day) -> Option<&Spell> {
        self.spells
            .iter()
            .find(|spell| spell.company == company && spell.holds_on(day))
    }

    /// The last spell that began by the day.
    pub(crate) fn spell_on(&self, day: Day) -> Option<&Spell> {
        self.spells.iter().rev().find(|spell| spell.starts <= day)
    }
}

impl Spell {
    /// Whether it holds on the day.
    pub(crate) fn holds_on(&self, day: Day) -> bool {
        self.starts <= day && self.ends.is_none_or(|ends| day < ends)
    }
}

impl Block {
    /// Makes the block with this number.
    pub(crate) fn make(plan: &Plan, number: u32) -> Self {
        let mut dice = Dice::new(plan.seed, Purpose::World, number);
        let mut block = Self::default();
        let first = number * BLOCK;
        for idx in first..plan.n_accounts.min(first + BLOCK) {
            company::found(plan, &mut dice, &mut block, idx);
        }
        for company in 0..block.companies.len() {
            people::staff(plan, &mut dice, &mut block, company);
        }
        for company in 0..block.companies.len() {
            chain::decide(plan, &mut dice, &mut block, company);
            group::assign(plan, &mut dice, &mut block, company);
        }
        block
    }
}
