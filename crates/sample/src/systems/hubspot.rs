//! HubSpot as marketing exports it: labels as headers, one file an object.
//!
//! Writes  `hubspot/contacts.csv`, `hubspot/companies.csv`
//!
//! It knows some of the people the CRM knows and some it does not; they typed
//! their names, titles and employers into forms themselves.

use model::time::Day;

use super::salesforce::{Scene, stamp};
use super::staff::{Colleague, colleague};
use crate::SampleError;
use crate::dice::Dice;
use crate::files::{Files, Sheet};
use crate::truth::{Place, Truth};
use crate::words::titles::Post;
use crate::world::{Company, Human, Spell, Standing};

const COMPANY: &[&str] = &[
    "Record ID",
    "Company name",
    "Company Domain Name",
    "Industry",
    "Number of Employees",
    "Country/Region",
    "Lifecycle Stage",
    "Create Date",
];
const CONTACT: &[&str] = &[
    "Record ID",
    "First Name",
    "Last Name",
    "Email",
    "Phone Number",
    "Job Title",
    "Company Name",
    "Contact owner",
    "Lifecycle Stage",
    "Lead Status",
    "Buying Role",
    "Create Date",
    "Last Modified Date",
    "Associated Company IDs",
    "Associated Company",
];

/// The files and the next ids.
pub(crate) struct HubSpot {
    companies: Sheet,
    contacts: Sheet,
    next_company: u64,
    next_contact: u64,
}

/// Somebody who filled in a form while at a company.
struct Visit<'a> {
    human: &'a Human,
    spell: &'a Spell,
    company: &'a Company,
    company_id: Option<&'a str>,
    day: Day,
}

impl HubSpot {
    pub(crate) fn open(files: &mut dyn Files) -> Result<Self, SampleError> {
        Ok(Self {
            companies: Sheet::create(files, "hubspot/companies.csv", COMPANY)?,
            contacts: Sheet::create(files, "hubspot/contacts.csv", CONTACT)?,
            next_company: 9_180_004_217,
            next_contact: 51_001,
        })
    }

    /// Writes the companies and people of a block.
    pub(crate) fn write(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
    ) -> Result<(), SampleError> {
        let mut company_ids = Vec::new();
        for company in &scene.block.companies {
            let is_known = dice.chance(0.75);
            let id = if is_known {
                Some(self.put_company(scene, dice, (truth, company))?)
            } else {
                None
            };
            company_ids.push(id);
        }
        for human in &scene.block.humans {
            for spell in &human.spells {
                let Some(company) = scene.block.companies.get(spell.company) else {
                    continue;
                };
                let Some(day) = visit_day(scene, dice, (human, spell)) else {
                    continue;
                };
                let company_id = company_ids.get(spell.company).and_then(Option::as_deref);
                let visit = Visit {
                    human,
                    spell,
                    company,
                    company_id,
                    day,
                };
                self.put_contact(scene, dice, (truth, &visit))?;
            }
        }
        Ok(())
    }

    fn put_company(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        (truth, company): (&mut Truth, &Company),
    ) -> Result<String, SampleError> {
        let id = self.next_company.to_string();
        self.next_company += 1 + dice.below(900) as u64;
        let name = typed_company(dice, company);
        let employees = if dice.chance(0.6) {
            company.n_employees.to_string()
        } else {
            String::new()
        };
        let country = if dice.chance(0.7) {
            company.country
        } else {
            ""
        };
        let industry = if dice.chance(0.7) {
            company.industry.to_uppercase().replace(' ', "_")
        } else {
            String::new()
        };
        let created = stamp(scene.plan.first_day.plus_days(dice.between(0, 1_400)), dice);
        let line = self.companies.put(&[
            &id,
            &name,
            &company.domain,
            &industry,
            &employees,
            country,
            stage(company),
            &created,
        ])?;
        let key = format!("hubspot:account:{id}");
        let place = Place {
            key: &key,
            file: self.companies.path(),
            line,
        };
        truth.account_record(&company.code(), &place)?;
        Ok(id)
    }

    fn put_contact(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        (truth, it): (&mut Truth, &Visit<'_>),
    ) -> Result<(), SampleError> {
        let id = self.next_contact.to_string();
        self.next_contact += 1 + dice.below(7) as u64;
        let given = it
            .human
            .short_form
            .filter(|_| dice.chance(0.3))
            .unwrap_or(it.human.given);
        let (given, family) = typed_name(dice, given, &it.human.family);
        let phone = if dice.chance(0.3) {
            it.human.mobile.as_str()
        } else {
            ""
        };
        let title = if dice.chance(0.75) {
            it.spell.title
        } else {
            ""
        };
        let employer = typed_company(dice, it.company);
        let owner = colleague(scene.staff, 0, it.company.idx)
            .map_or_else(String::new, Colleague::full_name);
        let owner = if dice.chance(0.5) {
            owner
        } else {
            String::new()
        };
        let status = dice.word(&["", "", "New", "Open", "Connected", "Unqualified"]);
        let role = buying_role(scene, dice);
        let modified = it.day.plus_days(dice.between(0, 300)).min(scene.plan.today);
        let (created, modified) = (stamp(it.day, dice), stamp(modified, dice));
        let email = it.spell.email.as_str();
        let linked = it.company_id.filter(|_| dice.chance(0.9));
        let linked_name = linked.map_or("", |_| it.company.name.as_str());
        let line = self.contacts.put(&[
            &id,
            &given,
            &family,
            email,
            phone,
            title,
            &employer,
            &owner,
            stage(it.company),
            status,
            role,
            &created,
            &modified,
            linked.unwrap_or(""),
            linked_name,
        ])?;
        let key = format!("hubspot:contact:{id}");
        let place = Place {
            key: &key,
            file: self.contacts.path(),
            line,
        };
        truth.person_record((&it.human.id, &it.company.code()), &place)
    }

    pub(crate) fn finish(self) -> Result<u64, SampleError> {
        Ok(self.companies.finish()?.1 + self.contacts.finish()?.1)
    }
}

/// The day somebody filled in a form, if they ever did while at that company.
fn visit_day(scene: &Scene<'_>, dice: &mut Dice, (human, spell): (&Human, &Spell)) -> Option<Day> {
    let (comes, share) = (dice.chance(0.42), dice.share());
    let first = spell.starts.max(scene.plan.first_day);
    let last = spell.ends.unwrap_or(scene.plan.today).min(scene.plan.today);
    let is_seen = comes && !human.is_unrecorded && spell.post != Post::Elsewhere && first < last;
    let offset = (f64::from(last.0 - first.0) * share) as i32;
    is_seen.then(|| first.plus_days(offset))
}

fn stage(company: &Company) -> &'static str {
    match company.standing {
        Standing::Customer => "Customer",
        Standing::FormerCustomer => "Other",
        Standing::Prospect => "Opportunity",
    }
}

/// Nearly always empty, as one portal had it on 2 of a million.
fn buying_role(scene: &Scene<'_>, dice: &mut Dice) -> &'static str {
    if !dice.chance(scene.plan.noise.role_field_filled / 4.0) {
        return "";
    }
    dice.word(&[
        "Decision Maker",
        "Champion",
        "Budget Holder",
        "End User",
        "Influencer",
        "Champion;Influencer",
    ])
}

/// A company's name as somebody types it.
fn typed_company(dice: &mut Dice, company: &Company) -> String {
    match dice.weighted(&[0.55, 0.25, 0.12, 0.08]) {
        0 => company.name.clone(),
        1 => company.legal_name.clone(),
        2 => company.name.to_lowercase(),
        _ => company.name.replace(" & ", " and "),
    }
}

/// A name as somebody types it: sometimes in small letters or capitals.
fn typed_name(dice: &mut Dice, given: &str, family: &str) -> (String, String) {
    match dice.weighted(&[0.90, 0.06, 0.04]) {
        0 => (given.to_owned(), family.to_owned()),
        1 => (given.to_lowercase(), family.to_lowercase()),
        _ => (given.to_owned(), family.to_uppercase()),
    }
}
