//! The yearly survey: one row a respondent, a third of them anonymous.
//!
//! Writes  `survey/survey.csv`
//!
//! Attitudes follow the planted personas; the columns named in [`NOISE`] follow
//! nothing.

use super::salesforce::{Scene, stamp};
use crate::SampleError;
use crate::dice::Dice;
use crate::files::{Files, Sheet};
use crate::truth::{Place, Truth};
use crate::words::speech;
use crate::words::survey::{ATTITUDES, NOISE, REASONS};
use crate::world::persona::{CUSTOMERS, USERS};
use crate::world::{Company, Human, Spell, Standing};

const COLUMNS: &[&str] = &[
    "Response ID",
    "Submitted",
    "Email",
    "Company",
    "How likely are you to recommend Rosterline to a colleague? (0-10)",
    "What do you mainly use Rosterline for?",
    "Which sentence describes you best?",
    "Planning has become easier since we use Rosterline",
];

/// The file and the next number.
pub(crate) struct Survey {
    sheet: Sheet,
    next: u64,
}

impl Survey {
    pub(crate) fn open(files: &mut dyn Files) -> Result<Self, SampleError> {
        let mut columns = COLUMNS.to_vec();
        columns.extend(NOISE.iter().map(|(question, _)| *question));
        columns.push("What should we improve?");
        let sheet = Sheet::create(files, "survey/survey.csv", &columns)?;
        Ok(Self { sheet, next: 1 })
    }

    /// Writes the answers of a block.
    pub(crate) fn write(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
    ) -> Result<(), SampleError> {
        for human in &scene.block.humans {
            let Some(spell) = human.spell_on(scene.plan.today) else {
                continue;
            };
            let answers = dice.chance(0.22);
            let is_heard =
                human.quiet_from.is_none() && !human.is_unrecorded && spell.ends.is_none();
            let company = scene.block.companies.get(spell.company);
            let Some(company) = company.filter(|it| it.standing == Standing::Customer) else {
                continue;
            };
            if answers && is_heard && human.personas.user.is_some() {
                self.put(scene, dice, (truth, human, (spell, company)))?;
            }
        }
        Ok(())
    }

    fn put(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        (truth, human, (spell, company)): (&mut Truth, &Human, (&Spell, &Company)),
    ) -> Result<(), SampleError> {
        let id = format!("R-{:06}", self.next);
        self.next += 1;
        let is_anonymous = dice.chance(1.0 / 3.0);
        let submitted = stamp(scene.plan.today.plus_days(-dice.between(5, 60)), dice);
        let (user, customer) = (
            human.personas.user.unwrap_or(0),
            human.personas.customer.unwrap_or(0),
        );
        let reason = choice(dice, REASONS, user);
        let attitude = choice(dice, ATTITUDES, customer);
        let score = (6 + dice.between(-4, 3) + i32::from(customer == 0)).to_string();
        let agrees = dice.word(&["Strongly agree", "Agree", "Agree", "Neither", "Disagree"]);
        let (email, employer) = match is_anonymous {
            true => ("", ""),
            false => (spell.email.as_str(), company.name.as_str()),
        };
        let improve = improvement(scene, dice, (user, customer, company));
        let mut row = vec![
            &id,
            submitted.as_str(),
            email,
            employer,
            &score,
            reason,
            attitude,
            agrees,
        ];
        row.extend(NOISE.iter().map(|(_, answers)| dice.word(answers)));
        row.push(&improve);
        let line = self.sheet.put(&row)?;
        if is_anonymous {
            return Ok(());
        }
        let key = format!("survey:respondent:{id}");
        let place = Place {
            key: &key,
            file: self.sheet.path(),
            line,
        };
        truth.person_record((&human.id, &company.code()), &place)
    }

    pub(crate) fn finish(self) -> Result<u64, SampleError> {
        Ok(self.sheet.finish()?.1)
    }
}

/// Mostly the answer of one's own persona.
fn choice(dice: &mut Dice, answers: &[&'static str], own: usize) -> &'static str {
    if dice.chance(0.8) {
        return answers.get(own).copied().unwrap_or("");
    }
    dice.word(answers)
}

/// What somebody writes at the end, in the words of their persona, or nothing.
fn improvement(
    scene: &Scene<'_>,
    dice: &mut Dice,
    (user, customer, company): (usize, usize, &Company),
) -> String {
    if dice.chance(0.45) {
        return String::new();
    }
    let codes = if dice.chance(0.7) {
        USERS.get(user)
    } else {
        CUSTOMERS.get(customer)
    };
    let topics = speech::family(scene.plan.template_family).topics.iter();
    let wishes: Vec<_> = topics
        .filter(|(code, predicate, _)| {
            Some(code) == codes && *predicate == model::vocabulary::Predicate::Request
        })
        .collect();
    let wish = dice
        .one_of(&wishes)
        .map_or("", |(_, _, words)| dice.word(words));
    let wish = wish.replace("{workplace}", company.workplace);
    match dice.below(3) {
        0 => format!("I would like to {wish}."),
        1 => format!("Please let us {wish}"),
        _ => format!("{wish}, that would be great"),
    }
}
