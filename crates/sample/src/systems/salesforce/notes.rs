//! Notes our people logged: with one contact, about somebody else more often than not.
//!
//! Source  64 hand-read call notes, of which 42 named a decider other than the logged contact

use model::time::Day;
use model::vocabulary::{DecisionKind, Role};
use serde_json::json;

use super::{Salesforce, Scene, stamp};
use crate::SampleError;
use crate::dice::Dice;
use crate::salesforce_id::NOBODY;
use crate::systems::ledger::Ledger;
use crate::systems::staff::{Colleague, colleague};
use crate::truth::Truth;
use crate::words::speech;
use crate::world::{Company, Decision, Human};

/// A note about to be written.
struct Note<'a> {
    company_idx: usize,
    company: &'a Company,
    deal: &'a str,
    decision: &'a Decision,
    day: Day,
    author: &'a Colleague,
}

impl Salesforce {
    /// Writes one to four notes a deal.
    pub(super) fn write_notes(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        ledger: &Ledger,
    ) -> Result<(), SampleError> {
        for (company_idx, company) in scene.block.companies.iter().enumerate() {
            for (idx, decision) in company.decisions.iter().enumerate() {
                let Some(deal) = ledger.deal(company_idx, idx) else {
                    continue;
                };
                let title_idx = if decision.kind == DecisionKind::Purchase {
                    0
                } else {
                    1
                };
                let Some(author) = colleague(scene.staff, title_idx, company.idx) else {
                    continue;
                };
                for _ in 0..dice.count_around(2.5) {
                    let last = decision.closes.min(scene.plan.today);
                    let day = decision
                        .opens
                        .plus_days(dice.between(0, (last.0 - decision.opens.0).max(0)));
                    let note = Note {
                        company_idx,
                        company,
                        deal,
                        decision,
                        day,
                        author,
                    };
                    self.put_note(scene, dice, truth, (&note, ledger))?;
                }
            }
        }
        Ok(())
    }

    fn put_note(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
        (note, ledger): (&Note<'_>, &Ledger),
    ) -> Result<(), SampleError> {
        let decider = decider_of(note.decision);
        let is_wrong = dice.chance(scene.plan.noise.note_contact_wrong);
        let other = other_contact(dice, note, ledger);
        let logged = if is_wrong { other } else { decider };
        let human = |at: Option<usize>| at.and_then(|at| scene.block.humans.get(at));
        let contact = logged
            .and_then(|at| ledger.contact(at, note.decision.locus))
            .unwrap_or(NOBODY);
        let (body, named) = body(scene, dice, (human(logged), human(decider)), note);
        let (subject, kind) = dice
            .one_of(&[
                ("Call", "Call"),
                ("Meeting notes", "Meeting"),
                ("Follow-up", "Email"),
                ("Check-in", "Call"),
            ])
            .copied()
            .unwrap_or(("Call", "Call"));
        let id = self.ids.task.next();
        let at = stamp(note.day, dice);
        let line = self.task.put(&[
            &id,
            contact,
            note.deal,
            subject,
            &note.day.to_string(),
            "Completed",
            "Normal",
            &note.author.id,
            &body,
            kind,
            "0",
            ledger.account(note.company_idx),
            "1",
            &at,
            &at,
            &at,
            "Task",
        ])?;
        let Some(decider) = human(decider).filter(|_| named) else {
            return Ok(());
        };
        let value = json!({
            "file": self.task.path(), "line": line, "key": format!("salesforce:activity:{id}"), "field": "Description",
            "account": note.company.code(), "decision": note.decision.id, "day": note.day, "predicate": "decides",
            "about": decider.id, "polarity": "for", "by": "ours", "is_logged_contact_wrong": logged.is_some() && is_wrong,
        });
        truth.said(&value)
    }
}

fn decider_of(decision: &Decision) -> Option<usize> {
    let mut holdings = decision.holdings.iter();
    let decider = holdings.find(|holding| holding.role == Role::DecisionMaker);
    decider.map(|holding| holding.human)
}

/// Somebody of the group who does not decide and is in the CRM.
fn other_contact(dice: &mut Dice, note: &Note<'_>, ledger: &Ledger) -> Option<usize> {
    let decider = decider_of(note.decision);
    let members = note.decision.holdings.iter().map(|holding| holding.human);
    let others: Vec<usize> = members
        .filter(|human| Some(*human) != decider)
        .filter(|human| ledger.contact(*human, note.decision.locus).is_some())
        .collect();
    dice.one_of(&others).copied()
}

/// What the note says, and whether it names who decides.
fn body(
    scene: &Scene<'_>,
    dice: &mut Dice,
    (logged, decider): (Option<&Human>, Option<&Human>),
    note: &Note<'_>,
) -> (String, bool) {
    let with = logged.map_or_else(|| "reception".to_owned(), Human::full_name);
    let words = &speech::family(scene.plan.template_family).notes;
    let mut text = format!("{} {with}.", dice.word(words.openings));
    if dice.chance(0.5) {
        text.push_str(dice.word(&["\n", " "]));
        let topic = dice.word(words.topics);
        text.push_str(&format!("{topic} ({} level).", note.company.workplace));
    }
    let named = decider.filter(|_| dice.chance(0.75));
    if let Some(decider) = named {
        let is_same = logged.is_some_and(|human| human.id == decider.id);
        let sentences = if is_same {
            words.decides_here
        } else {
            words.decides_there
        };
        let spell = decider.spell_at(note.decision.locus, note.day);
        let sentence = dice.word(sentences).replace("{name}", &decider.full_name());
        let sentence = sentence.replace("{title}", spell.map_or("", |spell| spell.title));
        text.push_str(dice.word(&["\n", " "]));
        text.push_str(&sentence);
    }
    if dice.chance(0.6) {
        let by = colleague(scene.staff, 2, note.company.idx)
            .map_or_else(String::new, Colleague::full_name);
        text.push_str(&format!(" Next: {} / {by}", dice.word(words.next)));
    }
    (text, named.is_some())
}
