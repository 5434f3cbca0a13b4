//! Decisions, one after another: a purchase, what is added to it, renewals, and the contracts between.

use model::time::Day;
use model::vocabulary::{DecisionKind, Outcome};

use super::{Block, Company, Contract, Decision, Standing};
use crate::dice::Dice;
use crate::plan::Plan;
use crate::words::companies::PRODUCTS;
use crate::words::titles::Size;

/// Makes the company's decisions and contracts, in order of time.
pub(crate) fn decide(plan: &Plan, dice: &mut Dice, block: &mut Block, company: usize) {
    let locus = draw_locus(dice, block, company);
    let Some(company) = block.companies.get_mut(company) else {
        return;
    };
    let mut chain = Chain {
        plan,
        dice,
        company,
        locus,
    };
    match chain.company.standing {
        Standing::Prospect => chain.court(),
        Standing::Customer | Standing::FormerCustomer => chain.live_as_customer(),
    }
}

/// Some parents decide for their subsidiaries.
fn draw_locus(dice: &mut Dice, block: &Block, company: usize) -> usize {
    let parent = block.companies.get(company).and_then(|it| it.parent);
    parent.filter(|_| dice.chance(0.35)).unwrap_or(company)
}

/// What is needed to add to a company's decisions.
struct Chain<'a> {
    plan: &'a Plan,
    dice: &'a mut Dice,
    company: &'a mut Company,
    locus: usize,
}

impl Chain<'_> {
    /// One or two purchases that have not been won.
    fn court(&mut self) {
        let mut opens = self.plan.today.plus_days(-self.dice.between(20, 900));
        loop {
            let closes = opens.plus_days(self.cycle_days());
            let lost = if self.dice.chance(0.6) {
                Outcome::Lost
            } else {
                Outcome::NoDecision
            };
            let outcome = if closes >= self.plan.today {
                Outcome::Open
            } else {
                lost
            };
            let idx = self.add(DecisionKind::Purchase, opens, closes, outcome);
            self.set_products(idx, vec![0]);
            opens = closes.plus_days(self.dice.between(120, 400));
            let tries_again = outcome != Outcome::Open && self.dice.chance(0.4);
            if !tries_again || opens >= self.plan.today {
                return;
            }
        }
    }

    /// A purchase, and one term after another until today or until they leave.
    fn live_as_customer(&mut self) {
        let latest = self.plan.today.0 - self.plan.first_day.0 - 420;
        let opens = self
            .plan
            .first_day
            .plus_days(self.dice.between(0, latest.max(1)));
        let closes = opens.plus_days(self.cycle_days());
        let purchase = self.add(DecisionKind::Purchase, opens, closes, Outcome::Won);
        let first = if self.dice.chance(0.8) { 0 } else { 1 };
        let mut products = vec![first];
        if self.dice.chance(0.25) {
            products.push(1 - first);
        }
        self.set_products(purchase, products);
        let mut contract = self.sign(purchase, None);
        loop {
            let additions = self.expand_within(contract);
            self.use_term(contract);
            match self.renew(contract, &additions) {
                Some(next) => contract = next,
                None => return,
            }
        }
    }

    fn cycle_days(&mut self) -> i32 {
        let (low, high) = match self.company.size {
            Size::Small => (25, 110),
            Size::Middle => (50, 190),
            Size::Large => (90, 300),
        };
        self.dice.between(low, high)
    }

    fn yearly_value(&mut self) -> i32 {
        let (low, high) = match self.company.size {
            Size::Small => (6, 30),
            Size::Middle => (25, 120),
            Size::Large => (90, 480),
        };
        self.dice.between(low, high) * 1_000
    }

    /// Adds a decision; gives its position.
    fn add(&mut self, kind: DecisionKind, opens: Day, closes: Day, outcome: Outcome) -> usize {
        let idx = self.company.decisions.len();
        let id = format!("decision-{:06}-{idx:02}", self.company.idx);
        let amount = self.yearly_value();
        self.company.decisions.push(Decision {
            id,
            kind,
            locus: self.locus,
            products: Vec::new(),
            opens,
            closes,
            outcome,
            predecessors: Vec::new(),
            contract: None,
            prior_contract: None,
            amount,
            has_deal: kind != DecisionKind::Use,
            holdings: Vec::new(),
        });
        idx
    }

    fn set_products(&mut self, decision: usize, products: Vec<usize>) {
        if let Some(decision) = self.company.decisions.get_mut(decision) {
            decision.products = products;
        }
    }

    fn products_of(&self, contract: usize) -> Vec<usize> {
        self.company
            .contracts
            .get(contract)
            .map_or_else(Vec::new, |it| it.products.clone())
    }

    fn term_of(&self, contract: usize) -> (Day, Day) {
        self.company
            .contracts
            .get(contract)
            .map_or((self.plan.today, self.plan.today), |it| {
                (it.starts, it.ends)
            })
    }

    /// Signs the contract of a decision; gives its position.
    fn sign(&mut self, decision: usize, predecessor: Option<usize>) -> usize {
        let idx = self.company.contracts.len();
        let term_months = self
            .dice
            .one_of(&[12, 12, 12, 24, 36])
            .copied()
            .unwrap_or(12);
        let lag = self.dice.between(1, 25);
        let Some(source) = self.company.decisions.get_mut(decision) else {
            return idx;
        };
        source.contract = Some(idx);
        let prior_end = predecessor
            .and_then(|at| self.company.contracts.get(at))
            .map(|prior| prior.ends);
        let starts = prior_end.unwrap_or(source.closes.plus_days(lag));
        let is_by_itself = source.outcome == Outcome::AutoRenewed;
        self.company.contracts.push(Contract {
            number: format!("{:05}-{:02}", self.company.idx + 10_000, idx + 1),
            starts,
            ends: starts.plus_months(term_months),
            term_months,
            yearly_value: source.amount,
            products: source.products.clone(),
            decision,
            predecessor,
            signer: None,
            signed: (!is_by_itself).then_some(source.closes),
            notice_days: self.dice.one_of(&[30, 60, 90]).copied().unwrap_or(30),
            is_auto_renewing: is_by_itself || self.dice.chance(0.4),
        });
        idx
    }

    /// Cross- and up-sells during a term; gives those that were won.
    fn expand_within(&mut self, contract: usize) -> Vec<usize> {
        let (starts, ends) = self.term_of(contract);
        let mut won = Vec::new();
        let mut day = starts.plus_days(self.dice.between(60, 300));
        while day < ends.plus_days(-100) && day < self.plan.today {
            if self.dice.chance(0.45) {
                won.extend(self.expand(contract, day));
            }
            day = day.plus_days(self.dice.between(150, 330));
        }
        won
    }

    fn expand(&mut self, contract: usize, opens: Day) -> Option<usize> {
        let owned = self.products_of(contract);
        let missing: Vec<usize> = (0..PRODUCTS.len())
            .filter(|product| !owned.contains(product))
            .collect();
        let crosses = self.dice.chance(0.55) && !missing.is_empty();
        let kind = if crosses {
            DecisionKind::CrossSell
        } else {
            DecisionKind::UpSell
        };
        let closes = opens.plus_days(self.dice.between(15, 100));
        let lost = if self.dice.chance(0.5) {
            Outcome::Lost
        } else {
            Outcome::NoDecision
        };
        let done = if self.dice.chance(0.7) {
            Outcome::Won
        } else {
            lost
        };
        let outcome = if closes >= self.plan.today {
            Outcome::Open
        } else {
            done
        };
        let about = if crosses {
            self.dice.one_of(&missing).copied()
        } else {
            owned.first().copied()
        };
        let idx = self.add(kind, opens, closes, outcome);
        self.set_products(idx, about.into_iter().collect());
        let base = self.company.contracts.get(contract).map(|it| it.decision);
        if let Some(decision) = self.company.decisions.get_mut(idx) {
            decision.predecessors = base.into_iter().collect();
            decision.prior_contract = Some(contract);
        }
        if outcome != Outcome::Won {
            return None;
        }
        if let (Some(product), Some(held)) = (about, self.company.contracts.get_mut(contract))
            && !held.products.contains(&product)
        {
            held.products.push(product);
        }
        Some(idx)
    }

    /// The daily use during a term.
    fn use_term(&mut self, contract: usize) {
        let (starts, ends) = self.term_of(contract);
        if starts >= self.plan.today {
            return;
        }
        let products = self.products_of(contract);
        let idx = self.add(DecisionKind::Use, starts, ends, Outcome::Open);
        self.set_products(idx, products);
        if let Some(decision) = self.company.decisions.get_mut(idx) {
            decision.contract = Some(contract);
        }
    }

    /// The renewal at the end of a term; gives the next contract when there is one that has begun.
    fn renew(&mut self, contract: usize, additions: &[usize]) -> Option<usize> {
        let (_, ends) = self.term_of(contract);
        let opens = ends.plus_days(-self.dice.between(60, 180));
        if opens >= self.plan.today {
            return None;
        }
        let closes = ends.plus_days(self.dice.between(-25, 12));
        let outcome = self.renewal_outcome(closes);
        let products = self.products_of(contract);
        let idx = self.add(DecisionKind::Renewal, opens, closes, outcome);
        self.set_products(idx, products);
        let has_deal = outcome != Outcome::AutoRenewed || self.dice.chance(0.3);
        let base = self.company.contracts.get(contract).map(|it| it.decision);
        let amount = self.renewed_value(contract, additions, outcome);
        if let Some(decision) = self.company.decisions.get_mut(idx) {
            decision.predecessors = base.into_iter().chain(additions.iter().copied()).collect();
            decision.prior_contract = Some(contract);
            decision.has_deal = has_deal;
            decision.amount = amount;
        }
        let goes_on = !matches!(outcome, Outcome::Open | Outcome::Churned);
        goes_on.then(|| self.sign(idx, Some(contract)))
    }

    /// What is paid after a renewal: what was paid before it, changed as its outcome says.
    fn renewed_value(&mut self, contract: usize, additions: &[usize], outcome: Outcome) -> i32 {
        let value_of = |at: &usize| self.company.decisions.get(*at).map_or(0, |it| it.amount);
        let added: i32 = additions.iter().map(value_of).sum();
        let term = self.company.contracts.get(contract);
        let before = added + term.map_or(0, |it| it.yearly_value);
        let permille = match outcome {
            Outcome::Expanded => self.dice.between(1_080, 1_600),
            Outcome::Contracted => self.dice.between(500, 900),
            Outcome::Renewed => self.dice.between(970, 1_030),
            _ => 1_000,
        };
        let value = i64::from(before) * i64::from(permille) / 1_000;
        i32::try_from(value / 10 * 10).unwrap_or(before)
    }

    fn renewal_outcome(&mut self, closes: Day) -> Outcome {
        if closes >= self.plan.today {
            return Outcome::Open;
        }
        let leaves = self.company.standing == Standing::FormerCustomer && self.dice.chance(0.45);
        if leaves {
            return Outcome::Churned;
        }
        match self.dice.weighted(&[0.58, 0.18, 0.09, 0.15]) {
            0 => Outcome::Renewed,
            1 => Outcome::Expanded,
            2 => Outcome::Contracted,
            _ => Outcome::AutoRenewed,
        }
    }
}
