//! Recorded calls: which were held, who was there, and the file each recorder wrote.
//!
//! Writes  `calls/*.vtt`, `calls/*.json`
//!
//! Half of the calls come from a meeting tool as WebVTT, half from a call
//! recorder as JSON. Purchases, renewals, expansions and terms of use are all
//! spoken about; people whom no system knows are named and never present.

mod cast;
mod line;
mod recorder;
mod script;
mod vtt;

use model::time::Day;
use model::vocabulary::DecisionKind;

use super::ledger::Ledger;
use super::salesforce::Scene;
use crate::SampleError;
use crate::dice::Dice;
use crate::files::Files;
use crate::truth::Truth;
use crate::words::companies::slug;
use crate::world::{Company, Decision};

/// Where a call is written to.
pub(crate) struct Desk<'a> {
    pub(crate) files: &'a mut dyn Files,
    pub(crate) truth: &'a mut Truth,
    pub(crate) dice: &'a mut Dice,
}

/// A call about to be held.
pub(crate) struct Call<'a> {
    pub(crate) number: u64,
    pub(crate) company_idx: usize,
    pub(crate) company: &'a Company,
    pub(crate) decision_idx: usize,
    pub(crate) decision: &'a Decision,
    pub(crate) day: Day,
}

/// Counts the calls.
#[derive(Default)]
pub(crate) struct Calls {
    n_calls: u64,
    n_bytes: u64,
    /// Calls the plan asks for that have not been held yet, a fraction.
    owed: f64,
}

impl Calls {
    /// Holds the calls of a block.
    pub(crate) fn write(
        &mut self,
        scene: &Scene<'_>,
        desk: &mut Desk<'_>,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        let n_companies = scene.block.companies.len() as f64;
        let mut topics = topics_of(scene);
        self.owed += scene.plan.transcripts_per_account * n_companies;
        let mut rest = topics.len() as f64;
        while let Some((company_idx, decision_idx)) = topics.pop() {
            let share = self.owed / rest;
            rest -= 1.0;
            let whole = share as usize;
            let n_calls = whole + usize::from(desk.dice.chance(share - whole as f64));
            for _ in 0..n_calls {
                if self.hold(scene, desk, (ledger, company_idx, decision_idx))? {
                    self.owed -= 1.0;
                }
            }
        }
        Ok(())
    }

    /// Holds one call, if anybody can come.
    fn hold(
        &mut self,
        scene: &Scene<'_>,
        desk: &mut Desk<'_>,
        (ledger, company_idx, decision_idx): (&Ledger, usize, usize),
    ) -> Result<bool, SampleError> {
        let Some(company) = scene.block.companies.get(company_idx) else {
            return Ok(false);
        };
        let Some(decision) = company.decisions.get(decision_idx) else {
            return Ok(false);
        };
        self.n_calls += 1;
        let last = decision.closes.min(scene.plan.today.plus_days(-1));
        let days = (last.0 - decision.opens.0).max(0);
        let call = Call {
            number: self.n_calls,
            company_idx,
            company,
            decision_idx,
            decision,
            day: workday(decision.opens.plus_days(desk.dice.between(0, days))),
        };
        let cast = cast::invite(scene, desk.dice, &call);
        if cast.n_account == 0 {
            return Ok(false);
        }
        let script = script::write(scene, desk.dice, (&call, &cast));
        self.n_bytes += if desk.dice.chance(0.5) {
            vtt::record(desk, (&call, &cast, &script, ledger))?
        } else {
            recorder::record(desk, (&call, &cast, &script, ledger))?
        };
        Ok(true)
    }

    /// Bytes of all files.
    pub(crate) fn finish(self) -> u64 {
        self.n_bytes
    }
}

impl Call<'_> {
    /// The name of the file without its ending.
    pub(crate) fn stem(&self) -> String {
        format!(
            "calls/{}-{}-{:05}",
            self.day,
            slug(&self.company.name),
            self.number
        )
    }

    /// What the invitation was called.
    pub(crate) fn title(&self, dice: &mut Dice) -> String {
        let topic = match self.decision.kind {
            DecisionKind::Purchase => dice.word(&["Introduction", "Demo", "Next steps", "Pilot"]),
            DecisionKind::Renewal => dice.word(&["Renewal", "Renewal review", "Contract review"]),
            DecisionKind::CrossSell | DecisionKind::UpSell => {
                dice.word(&["Expansion", "Additional seats", "New module", "Growth plan"])
            }
            DecisionKind::Use => dice.word(&["Check-in", "Quarterly review", "Working session"]),
        };
        format!("{} / Rosterline: {topic}", self.company.name)
    }
}

/// Everything that can be spoken about: decisions and terms that have begun.
fn topics_of(scene: &Scene<'_>) -> Vec<(usize, usize)> {
    let mut topics = Vec::new();
    for (company_idx, company) in scene.block.companies.iter().enumerate() {
        for (idx, decision) in company.decisions.iter().enumerate() {
            if decision.opens < scene.plan.today && decision.has_members() {
                topics.push((company_idx, idx));
            }
        }
    }
    topics
}

/// The day itself, or the Monday after a weekend.
fn workday(day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    match (day.0 + 3).rem_euclid(7) {
        5 => day.plus_days(2),
        6 => day.plus_days(1),
        _ => day,
    }
}
