//! Accounts and contacts, with the doubles, mailboxes and placeholders people leave in a CRM.

use model::time::Day;

use super::{Salesforce, Scene, flag, stamp};
use crate::SampleError;
use crate::dice::Dice;
use crate::salesforce_id::NOBODY;
use crate::systems::ledger::{ContactKey, Ledger};
use crate::systems::staff::colleague;
use crate::truth::{Place, Truth};
use crate::words::titles::{Post, department};
use crate::world::{Company, Human, Spell, Standing};

/// Somebody at a company, about to be entered.
struct Entry<'a> {
    human: &'a Human,
    human_idx: usize,
    spell: &'a Spell,
    company: &'a Company,
    created: Day,
}

/// The values of a contact that doubles vary.
struct Card {
    given: String,
    family: String,
    email: String,
    title: String,
    mobile: String,
    merged_into: String,
}

/// What the CRM noticed of somebody's leaving.
struct Exit {
    bounced: Option<Day>,
    is_flagged: bool,
}

impl Exit {
    fn draw(scene: &Scene<'_>, dice: &mut Dice, entry: &Entry<'_>) -> Self {
        let (bounces, is_flagged) = (dice.chance(0.35), dice.chance(0.35));
        let lag = dice.between(5, 60);
        let last = entry.human.spells.last();
        let is_gone = last.is_some_and(|it| it.company != entry.spell.company || it.ends.is_some());
        let left = entry.spell.ends.filter(|_| is_gone);
        let bounced = left.filter(|_| bounces).map(|day| day.plus_days(lag));
        Self {
            bounced: bounced.map(|day| day.min(scene.plan.today)),
            is_flagged: left.is_some() && is_flagged,
        }
    }

    fn reason(&self) -> &'static str {
        self.bounced.map_or("", |_| "550 5.1.1 user unknown")
    }
}

impl Salesforce {
    pub(super) fn write_accounts(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        for (idx, company) in scene.block.companies.iter().enumerate() {
            let id = ledger.account(idx);
            let parent_known = dice.chance(0.7);
            let parent = company
                .parent
                .filter(|_| parent_known)
                .map_or(NOBODY, |at| ledger.account(at));
            let kind = match company.standing {
                Standing::Customer => "Customer",
                Standing::FormerCustomer => "Former Customer",
                Standing::Prospect => "Prospect",
            };
            let site = format!("https://www.{}", company.domain);
            let website = if dice.chance(0.85) { site.as_str() } else { "" };
            let created = stamp(first_contact(scene, company), dice);
            let modified = stamp(scene.plan.today.plus_days(-dice.between(1, 200)), dice);
            let owner = colleague(scene.staff, 0, company.idx).map_or(NOBODY, |it| it.id.as_str());
            let employees = company.n_employees.to_string();
            let line = self.account.put(&[
                id,
                "0",
                NOBODY,
                &company.name,
                kind,
                parent,
                company.country,
                "",
                website,
                company.industry,
                &employees,
                owner,
                &created,
                &modified,
                &modified,
            ])?;
            let place = Place {
                key: &format!("salesforce:account:{id}"),
                file: self.account.path(),
                line,
            };
            truth.account_record(&company.code(), &place)?;
        }
        Ok(())
    }

    pub(super) fn write_contacts(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        ledger: &mut Ledger,
    ) -> Result<(), SampleError> {
        for (human_idx, human) in scene.block.humans.iter().enumerate() {
            for spell in &human.spells {
                let Some(company) = scene.block.companies.get(spell.company) else {
                    continue;
                };
                if !is_entered(scene, dice, human_idx, spell) {
                    continue;
                }
                let begins = first_contact(scene, company).max(spell.starts);
                let created = begins.plus_days(dice.between(0, 40)).min(scene.plan.today);
                let entry = Entry {
                    human,
                    human_idx,
                    spell,
                    company,
                    created,
                };
                self.enter(scene, dice, truth, (&entry, ledger))?;
            }
        }
        self.write_oddities(scene, dice, truth, ledger)
    }

    /// Enters somebody once, and some twice.
    fn enter(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        (entry, ledger): (&Entry<'_>, &mut Ledger),
    ) -> Result<(), SampleError> {
        let id = self.ids.contact.next();
        let card = usual_card(dice, entry);
        self.put_contact(scene, dice, truth, (entry, ledger, &card, &id))?;
        let (company, human) = (entry.spell.company, entry.human_idx);
        ledger.contacts.push(ContactKey {
            human,
            company,
            id: id.clone(),
        });
        if dice.chance(scene.plan.noise.duplicate_contact) {
            let double = double_card(dice, entry, &id);
            let double_id = self.ids.contact.next();
            self.put_contact(scene, dice, truth, (entry, ledger, &double, &double_id))?;
        }
        Ok(())
    }

    fn put_contact(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        (entry, ledger, card, id): (&Entry<'_>, &Ledger, &Card, &str),
    ) -> Result<(), SampleError> {
        let account = ledger.account(entry.spell.company);
        let boss = reports_to(scene, ledger, entry)
            .filter(|_| dice.chance(0.25))
            .unwrap_or(NOBODY);
        let source = dice.word(&["", "", "Web", "Event", "Referral", "Partner", "Outbound"]);
        let owner =
            colleague(scene.staff, 0, entry.company.idx).map_or(NOBODY, |it| it.id.as_str());
        let opted_out = flag(dice.chance(0.04));
        let created = stamp(entry.created, dice);
        let exit = Exit::draw(scene, dice, entry);
        let touched = exit.bounced.unwrap_or(entry.created).max(entry.created);
        let modified = touched.plus_days(dice.between(0, 90)).min(scene.plan.today);
        let modified = stamp(modified, dice);
        let bounced = exit
            .bounced
            .map_or_else(String::new, |day| stamp(day, dice));
        let is_merged = !card.merged_into.is_empty();
        let master = if is_merged {
            card.merged_into.as_str()
        } else {
            NOBODY
        };
        let line = self.contact.put(&[
            id,
            flag(is_merged),
            master,
            account,
            &card.given,
            &card.family,
            "",
            &card.mobile,
            boss,
            &card.email,
            &card.title,
            department(entry.spell.post),
            source,
            owner,
            opted_out,
            &created,
            &modified,
            &modified,
            exit.reason(),
            &bounced,
            flag(exit.is_flagged),
        ])?;
        let place = Place {
            key: &format!("salesforce:contact:{id}"),
            file: self.contact.path(),
            line,
        };
        truth.person_record((&entry.human.id, &entry.company.code()), &place)
    }

    /// Shared mailboxes and roles without a person, entered as contacts.
    fn write_oddities(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        for (idx, company) in scene.block.companies.iter().enumerate() {
            if dice.chance(scene.plan.noise.shared_mailbox) {
                let (local, name) = dice
                    .one_of(&[
                        ("info", "Info"),
                        ("ap", "Accounts Payable"),
                        ("planning", "Planning Team"),
                        ("it", "IT Helpdesk"),
                        ("invoices", "Invoices"),
                        ("rota", "Rota Desk"),
                    ])
                    .copied()
                    .unwrap_or(("info", "Info"));
                let email = format!("{local}@{}", company.domain);
                self.put_oddity(
                    scene,
                    dice,
                    truth,
                    ("shared_mailbox", (idx, company, ledger), [name, &email, ""]),
                )?;
            }
            if dice.chance(scene.plan.noise.placeholder) {
                let (name, title) = dice
                    .one_of(&[
                        ("CFO (unknown)", "CFO"),
                        ("TBD", "VP Operations"),
                        ("Unknown", "Head of Planning"),
                        ("Procurement contact", "Procurement"),
                        ("CIO - name tbc", "CIO"),
                        ("(decision maker)", ""),
                    ])
                    .copied()
                    .unwrap_or(("TBD", ""));
                self.put_oddity(
                    scene,
                    dice,
                    truth,
                    ("placeholder", (idx, company, ledger), [name, "", title]),
                )?;
            }
        }
        Ok(())
    }

    fn put_oddity(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        (kind, (idx, company, ledger), [name, email, title]): (
            &str,
            (usize, &Company, &Ledger),
            [&str; 3],
        ),
    ) -> Result<(), SampleError> {
        let id = self.ids.contact.next();
        let owner = colleague(scene.staff, 0, company.idx).map_or(NOBODY, |it| it.id.as_str());
        let at = stamp(
            first_contact(scene, company)
                .plus_days(dice.between(0, 200))
                .min(scene.plan.today),
            dice,
        );
        let line = self.contact.put(&[
            &id,
            "0",
            NOBODY,
            ledger.account(idx),
            "",
            name,
            "",
            "",
            NOBODY,
            email,
            title,
            "",
            "",
            owner,
            "0",
            &at,
            &at,
            &at,
            "",
            "",
            "0",
        ])?;
        let place = Place {
            key: &format!("salesforce:contact:{id}"),
            file: self.contact.path(),
            line,
        };
        truth.oddity(kind, &company.code(), &place)
    }
}

/// The day we first heard of a company.
pub(crate) fn first_contact(scene: &Scene<'_>, company: &Company) -> Day {
    company
        .decisions
        .iter()
        .map(|it| it.opens)
        .min()
        .unwrap_or(scene.plan.today)
        .plus_days(-20)
}

/// Whether the CRM knows somebody at a company: members of buying groups mostly, others by chance.
fn is_entered(scene: &Scene<'_>, dice: &mut Dice, human_idx: usize, spell: &Spell) -> bool {
    let draw = dice.share();
    let Some(company) = scene.block.companies.get(spell.company) else {
        return false;
    };
    let Some(human) = scene.block.humans.get(human_idx) else {
        return false;
    };
    let left_before = spell
        .ends
        .is_some_and(|ends| ends < first_contact(scene, company).plus_days(30));
    if human.is_unrecorded || spell.post == Post::Elsewhere || left_before {
        return false;
    }
    let is_member = scene.block.companies.iter().any(|company| {
        let deciding = company.decisions.iter().filter(|it| it.has_deal);
        deciding
            .flat_map(|it| &it.holdings)
            .any(|holding| holding.human == human_idx)
    });
    draw < if is_member { 0.92 } else { 0.38 }
}

fn usual_card(dice: &mut Dice, entry: &Entry<'_>) -> Card {
    let human = entry.human;
    let given = human
        .short_form
        .filter(|_| dice.chance(0.2))
        .unwrap_or(human.given);
    let moved = human
        .spells
        .iter()
        .find(|it| it.company == entry.spell.company && it.post == Post::Elsewhere);
    let title = moved
        .filter(|_| dice.chance(0.5))
        .map_or(entry.spell.title, |it| it.title);
    Card {
        given: given.to_owned(),
        family: human.family.clone(),
        email: if dice.chance(0.92) {
            entry.spell.email.clone()
        } else {
            String::new()
        },
        title: if dice.chance(0.9) {
            title.to_owned()
        } else {
            String::new()
        },
        mobile: if dice.chance(0.3) {
            human.mobile.clone()
        } else {
            String::new()
        },
        merged_into: String::new(),
    }
}

/// The same person entered again: by another hand, or merged since.
fn double_card(dice: &mut Dice, entry: &Entry<'_>, first_id: &str) -> Card {
    let human = entry.human;
    let given = human
        .short_form
        .filter(|_| dice.chance(0.6))
        .unwrap_or(human.given);
    let family = if dice.chance(0.25) {
        mistyped(dice, &human.family)
    } else {
        human.family.clone()
    };
    let same_mail = dice.chance(0.45);
    Card {
        given: if dice.chance(0.1) {
            given.chars().take(1).chain(['.']).collect()
        } else {
            given.to_owned()
        },
        family: if dice.chance(0.08) {
            family.to_uppercase()
        } else {
            family
        },
        email: if same_mail {
            entry.spell.email.clone()
        } else {
            String::new()
        },
        title: if dice.chance(0.5) {
            entry.spell.title.to_owned()
        } else {
            String::new()
        },
        mobile: if same_mail || dice.chance(0.6) {
            human.mobile.clone()
        } else {
            String::new()
        },
        merged_into: if dice.chance(0.25) {
            first_id.to_owned()
        } else {
            String::new()
        },
    }
}

/// A name with two neighbouring letters swapped, or one left out.
pub(crate) fn mistyped(dice: &mut Dice, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 4 {
        return name.to_owned();
    }
    let at = 1 + dice.below(letters.len() - 3);
    if dice.chance(0.5) {
        letters.swap(at, at + 1);
    } else {
        letters.remove(at);
    }
    letters.into_iter().collect()
}

/// The contact of the head of operations, for planners, and of the chief for heads.
fn reports_to<'a>(scene: &Scene<'_>, ledger: &'a Ledger, entry: &Entry<'_>) -> Option<&'a str> {
    let above = match entry.spell.post {
        Post::Worker | Post::Specialist => Post::TeamLead,
        Post::TeamLead => Post::FunctionHead,
        Post::FunctionHead => Post::Operations,
        Post::Security | Post::Administrator => Post::InformationTechnology,
        _ => Post::Chief,
    };
    let company = entry.spell.company;
    let mut contacts = ledger
        .contacts
        .iter()
        .filter(|key| key.company == company && key.human != entry.human_idx);
    let boss = contacts.find(|key| {
        let human = scene.block.humans.get(key.human);
        human
            .and_then(|human| human.spell_at(company, entry.created))
            .is_some_and(|spell| spell.post == above)
    });
    boss.map(|key| key.id.as_str())
}
