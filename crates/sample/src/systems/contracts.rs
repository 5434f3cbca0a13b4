//! The contract register of the legal department: one table, legal names, days first.

use model::time::Day;
use model::vocabulary::Outcome;

use super::ledger::Ledger;
use super::salesforce::Scene;
use crate::SampleError;
use crate::dice::Dice;
use crate::files::{Files, Sheet};
use crate::truth::{Place, Truth};
use crate::words::companies::product;
use crate::world::{Company, Contract};

const COLUMNS: &[&str] = &[
    "Contract No",
    "Counterparty",
    "Product",
    "Effective Date",
    "End Date",
    "Term (months)",
    "Annual Value",
    "Auto-renewal",
    "Notice (days)",
    "Signed By",
    "Signatory Title",
    "Signatory Email",
    "Signed On",
    "Replaces",
    "Status",
];

/// The register.
pub(crate) struct Register(Sheet);

impl Register {
    pub(crate) fn open(files: &mut dyn Files) -> Result<Self, SampleError> {
        Sheet::create(files, "contracts/contracts.csv", COLUMNS).map(Self)
    }

    /// Writes the contracts of a block.
    pub(crate) fn write(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        for (company_idx, company) in scene.block.companies.iter().enumerate() {
            for (idx, contract) in company.contracts.iter().enumerate() {
                if ledger.contract(company_idx, idx).is_some() {
                    self.put(scene, dice, truth, (company, contract))?;
                }
            }
        }
        Ok(())
    }

    fn put(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        (company, it): (&Company, &Contract),
    ) -> Result<(), SampleError> {
        let locus = company
            .decisions
            .get(it.decision)
            .map_or(0, |decision| decision.locus);
        let day = it.signed.unwrap_or(it.starts);
        // Whom no system knows stands in no register either.
        let signer = it.signer.and_then(|at| scene.block.humans.get(at));
        let signer = signer.filter(|human| !human.is_unrecorded);
        let spell = signer.and_then(|human| human.spell_at(locus, day));
        let name = signer.map_or_else(String::new, |human| human.full_name());
        let with_mail = dice.chance(0.5);
        let email = spell
            .filter(|_| with_mail)
            .map_or("", |spell| spell.email.as_str());
        let names: Vec<&str> = it.products.iter().filter_map(|at| product(*at)).collect();
        let replaces = it
            .predecessor
            .and_then(|at| company.contracts.get(at))
            .map_or("", |prior| prior.number.as_str());
        let signed = it
            .signed
            .filter(|_| signer.is_some())
            .map_or_else(String::new, day_first);
        let line = self.0.put(&[
            &it.number,
            &company.legal_name,
            &names.join("; "),
            &day_first(it.starts),
            &day_first(it.ends.plus_days(-1)),
            &it.term_months.to_string(),
            &it.yearly_value.to_string(),
            yes_or_no(it.is_auto_renewing),
            &it.notice_days.to_string(),
            &name,
            spell.map_or("", |spell| spell.title),
            email,
            &signed,
            replaces,
            status(scene.plan.today, company, it),
        ])?;
        let place = Place {
            key: &format!("contracts:contract:{}", it.number),
            file: self.0.path(),
            line,
        };
        if let Some(human) = signer {
            let employer = scene
                .block
                .companies
                .get(locus)
                .map_or_else(String::new, Company::code);
            truth.person_record((&human.id, &employer), &place)?;
        }
        truth.account_record(&company.code(), &place)
    }

    pub(crate) fn finish(self) -> Result<u64, SampleError> {
        Ok(self.0.finish()?.1)
    }
}

fn day_first(day: Day) -> String {
    let date = day.date();
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "Yes" } else { "No" }
}

fn status(today: Day, company: &Company, it: &Contract) -> &'static str {
    let has_churned = company
        .decisions
        .iter()
        .any(|decision| decision.outcome == Outcome::Churned);
    match (it.ends > today, has_churned) {
        (true, _) => "Active",
        (false, true) => "Terminated",
        (false, false) => "Expired",
    }
}
