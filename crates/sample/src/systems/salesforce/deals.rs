//! Opportunities, their stages, products and contact roles; contracts.

use model::time::Day;
use model::vocabulary::{DecisionKind, Outcome, Role};

use super::{Salesforce, Scene, flag, stamp};
use crate::SampleError;
use crate::dice::Dice;
use crate::salesforce_id::NOBODY;
use crate::systems::ledger::Ledger;
use crate::systems::staff::colleague;
use crate::words::companies::{PRODUCTS, product};
use crate::world::{Company, Contract, Decision};

const STAGES: &[&str] = &[
    "Prospecting",
    "Qualification",
    "Needs Analysis",
    "Value Proposition",
    "Proposal/Price Quote",
    "Negotiation/Review",
];
const RENEWAL_STAGES: &[&str] = &[
    "Qualification",
    "Proposal/Price Quote",
    "Negotiation/Review",
];

/// A deal about to be written.
struct Deal<'a> {
    id: &'a str,
    company_idx: usize,
    company: &'a Company,
    decision: &'a Decision,
}

impl Salesforce {
    pub(super) fn write_deals(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        for (company_idx, company) in scene.block.companies.iter().enumerate() {
            for (idx, decision) in company.decisions.iter().enumerate() {
                let Some(id) = ledger.deal(company_idx, idx) else {
                    continue;
                };
                let deal = Deal {
                    id,
                    company_idx,
                    company,
                    decision,
                };
                self.put_deal(scene, dice, ledger, &deal)?;
                self.put_history(scene, dice, &deal)?;
                self.put_line_items(dice, &deal)?;
                self.put_roles(scene, dice, ledger, &deal)?;
            }
        }
        Ok(())
    }

    fn put_deal(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        ledger: &Ledger,
        deal: &Deal<'_>,
    ) -> Result<(), SampleError> {
        let it = deal.decision;
        let stage = stage_now(scene, it);
        let is_closed = it.outcome != Outcome::Open;
        let owner_title = if it.kind == DecisionKind::Purchase {
            0
        } else {
            3
        };
        let owner = colleague(scene.staff, owner_title, deal.company.idx)
            .map_or(NOBODY, |one| one.id.as_str());
        let created = stamp(it.opens, dice);
        let modified = stamp(it.closes.min(scene.plan.today), dice);
        let contract = it
            .contract
            .and_then(|at| ledger.contract(deal.company_idx, at));
        let prior = it
            .prior_contract
            .and_then(|at| ledger.contract(deal.company_idx, at));
        let is_renewal = it.kind == DecisionKind::Renewal;
        let is_linked = !dice.chance(scene.plan.noise.renewal_link_missing);
        let renewed = prior.filter(|_| is_renewal && is_linked).unwrap_or(NOBODY);
        let amends =
            matches!(it.kind, DecisionKind::CrossSell | DecisionKind::UpSell) && dice.chance(0.5);
        let amended = prior.filter(|_| amends).unwrap_or(NOBODY);
        let name = deal_name(dice, deal);
        let source = dice.word(&["", "Web", "Event", "Referral", "Outbound"]);
        self.opportunity.put(&[
            deal.id,
            "0",
            ledger.account(deal.company_idx),
            &name,
            stage,
            &it.amount.to_string(),
            probability(stage),
            &it.closes.to_string(),
            deal_type(dice, it.kind),
            source,
            flag(is_closed),
            flag(is_won(it.outcome)),
            forecast(stage),
            owner,
            &created,
            &modified,
            &modified,
            contract.unwrap_or(NOBODY),
            flag(is_renewal && is_linked),
            renewed,
            amended,
            loss_reason(dice, it.outcome),
        ])?;
        Ok(())
    }

    fn put_history(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        deal: &Deal<'_>,
    ) -> Result<(), SampleError> {
        let it = deal.decision;
        let stages = stages_of(it.kind);
        let reached = stage_reached(scene, it);
        let days = it.closes.0 - it.opens.0;
        let amount = it.amount.to_string();
        for (idx, stage) in stages.iter().take(reached).enumerate() {
            let offset =
                days * i32::try_from(idx).unwrap_or(0) / i32::try_from(stages.len()).unwrap_or(1);
            self.put_stage(dice, deal, (it.opens.plus_days(offset), stage, &amount))?;
        }
        if it.outcome != Outcome::Open {
            self.put_stage(dice, deal, (it.closes, stage_now(scene, it), &amount))?;
        }
        Ok(())
    }

    fn put_stage(
        &mut self,
        dice: &mut Dice,
        deal: &Deal<'_>,
        (day, stage, amount): (Day, &str, &str),
    ) -> Result<(), SampleError> {
        let closes = deal.decision.closes.to_string();
        let id = self.ids.history.next();
        self.history
            .put(&[&id, deal.id, &stamp(day, dice), stage, amount, &closes, "0"])
            .map(drop)
    }

    fn put_line_items(&mut self, dice: &mut Dice, deal: &Deal<'_>) -> Result<(), SampleError> {
        if dice.chance(0.1) {
            return Ok(());
        }
        let n_items = i32::try_from(deal.decision.products.len())
            .unwrap_or(1)
            .max(1);
        let price = (deal.decision.amount / n_items).to_string();
        for at in &deal.decision.products {
            let Some((name, code)) = PRODUCTS.get(*at) else {
                continue;
            };
            let id = self.ids.line_item.next();
            let product_id = self.products.get(*at).map_or(NOBODY, String::as_str);
            let quantity = (deal.decision.amount / 240).max(1).to_string();
            self.line_item
                .put(&[&id, deal.id, product_id, code, name, &quantity, &price, "0"])?;
        }
        Ok(())
    }

    /// The contacts somebody attached to the deal; the role is nearly always left empty.
    fn put_roles(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        ledger: &Ledger,
        deal: &Deal<'_>,
    ) -> Result<(), SampleError> {
        let mut seen = Vec::new();
        for holding in &deal.decision.holdings {
            let Some(contact) = ledger.contact(holding.human, deal.decision.locus) else {
                continue;
            };
            let is_attached = dice.chance(0.55);
            if seen.contains(&holding.human) || !is_attached {
                continue;
            }
            seen.push(holding.human);
            let noise = &scene.plan.noise;
            let is_filled = dice.chance(noise.role_field_filled);
            let is_wrong = dice.chance(noise.role_field_wrong);
            let role = match (is_filled, is_wrong) {
                (false, _) => "",
                (true, false) => role_label(holding.role),
                (true, true) => dice.word(&[
                    "Decision Maker",
                    "Influencer",
                    "Business User",
                    "Evaluator",
                    "Other",
                ]),
            };
            let created = stamp(
                deal.decision
                    .opens
                    .plus_days(dice.between(0, 20))
                    .min(scene.plan.today),
                dice,
            );
            let id = self.ids.role.next();
            self.role.put(&[
                &id, deal.id, contact, role, &created, &created, &created, "0",
            ])?;
        }
        Ok(())
    }

    pub(super) fn write_contracts(
        &mut self,
        scene: &Scene<'_>,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        for (company_idx, company) in scene.block.companies.iter().enumerate() {
            for (idx, contract) in company.contracts.iter().enumerate() {
                let Some(id) = ledger.contract(company_idx, idx) else {
                    continue;
                };
                self.put_contract(scene, ledger, (company_idx, company), (id, idx, contract))?;
            }
        }
        Ok(())
    }

    fn put_contract(
        &mut self,
        scene: &Scene<'_>,
        ledger: &Ledger,
        (company_idx, company): (usize, &Company),
        (id, idx, it): (&str, usize, &Contract),
    ) -> Result<(), SampleError> {
        let locus = company
            .decisions
            .get(it.decision)
            .map_or(company_idx, |decision| decision.locus);
        let signer = it.signer.and_then(|human| ledger.contact(human, locus));
        let signer_title = it
            .signer
            .and_then(|human| title_of(scene, human, locus, it))
            .unwrap_or("");
        let signed = it
            .signed
            .filter(|_| it.signer.is_some())
            .map_or_else(String::new, |day| day.to_string());
        let renewal = company.decisions.iter().position(|decision| {
            decision.kind == DecisionKind::Renewal && decision.prior_contract == Some(idx)
        });
        let renewal_deal = renewal
            .and_then(|at| ledger.deal(company_idx, at))
            .unwrap_or(NOBODY);
        let deal = ledger.deal(company_idx, it.decision).unwrap_or(NOBODY);
        let owner = colleague(scene.staff, 3, company.idx).map_or(NOBODY, |one| one.id.as_str());
        let made = format!(
            "{} 09:00:00",
            it.signed.unwrap_or(it.starts).min(scene.plan.today)
        );
        self.contract.put(&[
            id,
            ledger.account(company_idx),
            &it.notice_days.to_string(),
            &it.starts.to_string(),
            &it.ends.plus_days(-1).to_string(),
            &it.term_months.to_string(),
            owner,
            "Activated",
            signer.unwrap_or(NOBODY),
            signer_title,
            &signed,
            "0",
            &it.number,
            &made,
            &made,
            &made,
            deal,
            renewal_deal,
        ])?;
        Ok(())
    }
}

fn title_of(
    scene: &Scene<'_>,
    human: usize,
    company: usize,
    contract: &Contract,
) -> Option<&'static str> {
    let day = contract.signed.unwrap_or(contract.starts);
    let human = scene.block.humans.get(human)?;
    let spell = human
        .spell_at(company, day)
        .or_else(|| human.spell_on(day))?;
    Some(spell.title)
}

fn stages_of(kind: DecisionKind) -> &'static [&'static str] {
    if kind == DecisionKind::Purchase {
        STAGES
    } else {
        RENEWAL_STAGES
    }
}

/// How many stages an open deal has entered by today; all of them when it is closed.
fn stage_reached(scene: &Scene<'_>, it: &Decision) -> usize {
    let n_stages = stages_of(it.kind).len();
    if it.outcome != Outcome::Open {
        return n_stages;
    }
    let (gone, all) = (
        scene.plan.today.0 - it.opens.0,
        (it.closes.0 - it.opens.0).max(1),
    );
    let share = f64::from(gone) / f64::from(all);
    ((share * n_stages as f64) as usize + 1).min(n_stages)
}

fn stage_now(scene: &Scene<'_>, it: &Decision) -> &'static str {
    match it.outcome {
        Outcome::Open => {
            let last = stage_reached(scene, it).saturating_sub(1);
            stages_of(it.kind)
                .get(last)
                .copied()
                .unwrap_or("Prospecting")
        }
        outcome if is_won(outcome) => "Closed Won",
        _ => "Closed Lost",
    }
}

/// Why a deal was lost, as sellers pick it from a list; many leave it empty.
fn loss_reason(dice: &mut Dice, outcome: Outcome) -> &'static str {
    let is_filled = dice.chance(0.7);
    match outcome {
        Outcome::NoDecision if is_filled => dice.word(&[
            "No Decision / Non-Responsive",
            "No Budget / Lost Funding",
            "No Decision",
        ]),
        Outcome::Lost | Outcome::Churned if is_filled => {
            dice.word(&["Lost to Competitor", "Price", "Missing feature", "Other"])
        }
        _ => "",
    }
}

fn is_won(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Won
            | Outcome::Renewed
            | Outcome::Expanded
            | Outcome::Contracted
            | Outcome::AutoRenewed
    )
}

fn probability(stage: &str) -> &'static str {
    match stage {
        "Prospecting" => "10",
        "Qualification" => "20",
        "Needs Analysis" => "30",
        "Value Proposition" => "50",
        "Proposal/Price Quote" => "75",
        "Negotiation/Review" => "90",
        "Closed Won" => "100",
        _ => "0",
    }
}

fn forecast(stage: &str) -> &'static str {
    match stage {
        "Closed Won" => "Closed",
        "Closed Lost" => "Omitted",
        "Negotiation/Review" => "Forecast",
        "Proposal/Price Quote" => "BestCase",
        _ => "Pipeline",
    }
}

fn deal_type(dice: &mut Dice, kind: DecisionKind) -> &'static str {
    if dice.chance(0.2) {
        return "";
    }
    match kind {
        DecisionKind::Purchase => dice.word(&["New Business", "New Customer"]),
        DecisionKind::Renewal => "Renewal",
        DecisionKind::CrossSell => dice.word(&["Add-On", "Existing Business"]),
        DecisionKind::UpSell | DecisionKind::Use => {
            dice.word(&["Existing Customer - Upgrade", "Existing Business"])
        }
    }
}

fn deal_name(dice: &mut Dice, deal: &Deal<'_>) -> String {
    let it = deal.decision;
    let about = it
        .products
        .first()
        .and_then(|at| product(*at))
        .unwrap_or("Rosterline");
    let year = it.closes.date().year();
    let account = &deal.company.name;
    match it.kind {
        DecisionKind::Purchase => match dice.below(3) {
            0 => format!("{account} - {about}"),
            1 => format!("{account} {year} new"),
            _ => format!("{about} for {account}"),
        },
        DecisionKind::Renewal => match dice.below(3) {
            0 => format!("{account} - Renewal {year}"),
            1 => format!("{account} renewal"),
            _ => format!("{year} {account} {about}"),
        },
        DecisionKind::CrossSell => format!("{account} - add {about}"),
        DecisionKind::UpSell | DecisionKind::Use => format!("{account} - more seats {about}"),
    }
}

fn role_label(role: Role) -> &'static str {
    match role {
        Role::DecisionMaker => "Decision Maker",
        Role::EconomicBuyer | Role::Approver => "Economic Buyer",
        Role::TechnicalEvaluator => "Technical Buyer",
        Role::Champion => "Champion",
        Role::Influencer => "Influencer",
        Role::ExecutiveSponsor => "Executive Sponsor",
        Role::FunctionalBuyer | Role::SolutionOwner | Role::TeamManager => "Business User",
        _ => "Other",
    }
}
