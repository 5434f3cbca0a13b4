//! What users do with the product, as Segment writes it: one JSON line an event, one file a month.
//!
//! Writes  `segment/events-YYYY-MM.jsonl`
//!
//! Each planted user persona has its own mix of events; a share of everybody's
//! events comes from the others' mixes, and some events are pure noise.

use std::fmt::Write as _;

use model::time::Day;
use model::vocabulary::DecisionKind;
use serde_json::json;

use super::salesforce::Scene;
use crate::SampleError;
use crate::dice::Dice;
use crate::files::{Files, Sink};
use crate::plan::Plan;
use crate::truth::{Place, Truth};
use crate::words::titles::Post;
use crate::words::usage::{ANYBODY, MIXES, NOISE};
use crate::world::{Company, Human, Spell};

/// Share of a user's events that anybody has, of the other personas', and of noise.
const SHARES: [f64; 4] = [0.62, 0.26, 0.07, 0.05];

/// The files, one a month.
pub(crate) struct Usage {
    months: Vec<Month>,
    next_event: u64,
    row: String,
}

struct Month {
    first: Day,
    /// First day after.
    end: Day,
    sink: Sink,
}

/// Somebody who uses the product while at a company.
struct Seat<'a> {
    user_id: String,
    group_id: String,
    human: &'a Human,
    spell: &'a Spell,
    company: &'a Company,
    /// First and first day after of their use.
    from: Day,
    to: Day,
    persona: usize,
    /// The noise event they happen to have.
    quirk: &'static str,
    intensity: f64,
}

impl Usage {
    pub(crate) fn open(files: &mut dyn Files, plan: &Plan) -> Result<Self, SampleError> {
        let this_month = plan.today.plus_days(1 - i32::from(plan.today.date().day()));
        let n_months = i32::try_from(plan.usage_months).unwrap_or(0);
        let mut months = Vec::new();
        for back in (0..n_months).rev() {
            let first = this_month.plus_months(-back);
            let name = first.to_string();
            let path = format!("segment/events-{}.jsonl", name.get(..7).unwrap_or(&name));
            months.push(Month {
                first,
                end: first.plus_months(1),
                sink: Sink::create(files, &path)?,
            });
        }
        Ok(Self {
            months,
            next_event: 1,
            row: String::new(),
        })
    }

    /// Writes the events of a block.
    pub(crate) fn write(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
    ) -> Result<(), SampleError> {
        let seats = seats(scene, dice);
        self.introduce_groups(scene, (truth, &seats))?;
        let mut cells = Vec::new();
        for (seat_idx, seat) in seats.iter().enumerate() {
            self.introduce(scene, dice, (truth, seat))?;
            for (month_idx, month) in self.months.iter().enumerate() {
                let days = seat.to.min(month.end).0 - seat.from.max(month.first).0;
                if days > 0 {
                    cells.push((seat_idx, month_idx, seat.intensity * f64::from(days)));
                }
            }
        }
        let total: f64 = cells.iter().map(|cell| cell.2).sum();
        let wanted = scene.plan.events_per_account * scene.block.companies.len() as f64;
        for (seat_idx, month_idx, weight) in cells {
            let n_events = dice.count_around(wanted * weight / total);
            if let Some(seat) = seats.get(seat_idx) {
                self.use_month(dice, (seat, month_idx, n_events))?;
            }
        }
        Ok(())
    }

    fn use_month(
        &mut self,
        dice: &mut Dice,
        (seat, month_idx, n_events): (&Seat<'_>, usize, usize),
    ) -> Result<(), SampleError> {
        let Some(month) = self.months.get_mut(month_idx) else {
            return Ok(());
        };
        let (first, end) = (seat.from.max(month.first), seat.to.min(month.end));
        let days: Vec<String> = (first.0..end.0).map(|day| Day(day).to_string()).collect();
        for _ in 0..n_events {
            let name = event_name(dice, seat);
            let day = dice.one_of(&days).map_or("", String::as_str);
            self.row.clear();
            let second = dice.between(6 * 3_600, 19 * 3_600);
            let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
            // Writing to a string cannot fail.
            let _ = writeln!(
                self.row,
                "{{\"type\":\"track\",\"event\":\"{name}\",\"userId\":\"{}\",\"messageId\":\"m-{:09x}\",\
                 \"timestamp\":\"{day}T{hour:02}:{minute:02}:{second:02}.000Z\",\
                 \"context\":{{\"groupId\":\"{}\"}}}}",
                seat.user_id, self.next_event, seat.group_id,
            );
            self.next_event += 1;
            month.sink.put(&self.row)?;
        }
        Ok(())
    }

    /// The month in which a day lies, else the first.
    fn month_of(&mut self, day: Day) -> Option<&mut Month> {
        let at = self
            .months
            .iter()
            .position(|month| day < month.end)
            .unwrap_or(0);
        self.months.get_mut(at)
    }

    /// The call by which the product says who a user is.
    fn introduce(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        (truth, seat): (&mut Truth, &Seat<'_>),
    ) -> Result<(), SampleError> {
        let (has_mail, has_title) = (dice.chance(0.9), dice.chance(0.35));
        let message_id = self.message_id();
        let mut traits = json!({"name": seat.human.full_name(), "createdAt": seat.spell.starts.max(scene.plan.first_day)});
        if let Some(fields) = traits.as_object_mut() {
            if has_mail {
                fields.insert("email".to_owned(), seat.spell.email.as_str().into());
            }
            if has_title {
                fields.insert("title".to_owned(), seat.spell.title.into());
            }
        }
        let Some(month) = self.month_of(seat.from) else {
            return Ok(());
        };
        let at = seat.from.max(month.first);
        let value = json!({
            "type": "identify", "userId": seat.user_id, "messageId": message_id,
            "timestamp": format!("{at}T05:30:00.000Z"), "traits": traits, "context": {"groupId": seat.group_id},
        });
        let line = month.sink.put(&format!("{value}\n"))?;
        let key = format!("segment:user:{}", seat.user_id);
        let place = Place {
            key: &key,
            file: month.sink.path(),
            line,
        };
        truth.person_record((&seat.human.id, &seat.company.code()), &place)
    }

    fn introduce_groups(
        &mut self,
        scene: &Scene<'_>,
        (truth, seats): (&mut Truth, &[Seat<'_>]),
    ) -> Result<(), SampleError> {
        for company in &scene.block.companies {
            let here = seats.iter().filter(|seat| seat.company.idx == company.idx);
            let Some(first) = here.min_by_key(|seat| seat.from) else {
                continue;
            };
            let message_id = self.message_id();
            let Some(month) = self.month_of(first.from) else {
                return Ok(());
            };
            let at = first.from.max(month.first);
            let value = json!({
                "type": "group", "userId": first.user_id, "groupId": first.group_id, "messageId": message_id,
                "timestamp": format!("{at}T05:00:00.000Z"),
                "traits": {"name": company.name, "website": company.domain, "industry": company.industry,
                           "employees": company.n_employees, "plan": "team"},
            });
            let line = month.sink.put(&format!("{value}\n"))?;
            let key = format!("segment:account:{}", first.group_id);
            let place = Place {
                key: &key,
                file: month.sink.path(),
                line,
            };
            truth.account_record(&company.code(), &place)?;
        }
        Ok(())
    }

    fn message_id(&mut self) -> String {
        let id = format!("m-{:09x}", self.next_event);
        self.next_event += 1;
        id
    }

    pub(crate) fn finish(self) -> Result<u64, SampleError> {
        let mut n_bytes = 0;
        for month in self.months {
            n_bytes += month.sink.finish()?.1;
        }
        Ok(n_bytes)
    }
}

/// Everybody who used the product in the months that are written.
fn seats<'a>(scene: &Scene<'a>, dice: &mut Dice) -> Vec<Seat<'a>> {
    let mut seats = Vec::new();
    for (human_idx, human) in scene.block.humans.iter().enumerate() {
        for (spell_idx, spell) in human.spells.iter().enumerate() {
            let (quirk, works) = (dice.word(NOISE), dice.chance(share_of_users(spell.post)));
            let (Some(persona), Some(company)) = (
                human.personas.user,
                scene.block.companies.get(spell.company),
            ) else {
                continue;
            };
            let Some((from, to)) = span_of_use(scene, (company, human, spell))
                .filter(|_| works && !human.is_unrecorded)
            else {
                continue;
            };
            seats.push(Seat {
                user_id: format!("u-{:06}-{human_idx:03}-{spell_idx}", company.idx),
                group_id: format!("ws-{:06}", company.idx),
                human,
                spell,
                company,
                from,
                to,
                persona,
                quirk,
                intensity: intensity_of(spell.post) * (0.5 + dice.share()),
            });
        }
    }
    seats
}

/// Share of the people in a post who have a login and use it.
fn share_of_users(post: Post) -> f64 {
    match post {
        Post::Administrator | Post::Specialist | Post::Worker => 0.95,
        Post::TeamLead => 0.8,
        Post::FunctionHead => 0.4,
        _ => 0.0,
    }
}

fn intensity_of(post: Post) -> f64 {
    match post {
        Post::Specialist => 2.5,
        Post::Administrator => 0.9,
        Post::TeamLead => 0.6,
        Post::FunctionHead => 0.25,
        _ => 1.0,
    }
}

/// First day and first day after of somebody's use: within their spell and the terms of use, until they go quiet.
fn span_of_use(
    scene: &Scene<'_>,
    (company, human, spell): (&Company, &Human, &Spell),
) -> Option<(Day, Day)> {
    let terms = company
        .decisions
        .iter()
        .filter(|it| it.kind == DecisionKind::Use);
    let opens = terms.clone().map(|it| it.opens).min()?;
    let closes = terms.map(|it| it.closes).max()?;
    let first_month = scene
        .plan
        .today
        .plus_months(1 - i32::try_from(scene.plan.usage_months).unwrap_or(0));
    let first_month = first_month.plus_days(1 - i32::from(first_month.date().day()));
    let ends = spell
        .ends
        .unwrap_or(scene.plan.today)
        .min(human.quiet_from.unwrap_or(scene.plan.today));
    let from = spell.starts.max(opens).max(first_month);
    let to = ends.min(closes).min(scene.plan.today);
    (from < to).then_some((from, to))
}

/// What a user does next.
fn event_name(dice: &mut Dice, seat: &Seat<'_>) -> &'static str {
    let mix = |dice: &mut Dice, at: usize| MIXES.get(at).map_or("", |mix| dice.common_word(mix));
    match dice.weighted(&SHARES) {
        0 => mix(dice, seat.persona),
        1 => dice.common_word(ANYBODY),
        2 => {
            let other = dice.below(MIXES.len());
            mix(dice, other)
        }
        _ => seat.quirk,
    }
}
