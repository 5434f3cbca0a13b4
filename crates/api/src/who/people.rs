//! What became of the people of an account.

use std::collections::BTreeMap;

use model::tables::decided::Claim;
use model::{Day, Departure, MentionId, PersonId, Predicate};
use serde::Serialize;
use store::published::Param;

use super::{ByThen, DecisionCast, SuccessionLine, WhoQuestion};
use crate::heads::PersonHead;
use crate::roster::{Entry, Roster};
use crate::{ApiError, Facade};

/// What became of somebody, as far as the records say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Nothing says that they are gone.
    Here,
    /// In another role at the account.
    Moved,
    /// Left the company.
    Left,
    /// Went quiet, by their own cadence.
    Quiet,
    /// A role without a known person.
    Unnamed,
}

/// Somebody with a part, and what became of them.
#[derive(Clone, Debug, Serialize)]
pub struct PersonTrack {
    /// The person, with the title known last.
    pub person: PersonHead,
    /// What became of them.
    pub presence: Presence,
    /// Since when, where known.
    pub since: Option<Day>,
    /// The id that shows why: a succession, a claim or a record.
    pub because: Option<String>,
}

/// How somebody is gone.
struct Gone {
    presence: Presence,
    since: Option<Day>,
    because: String,
}

impl Facade {
    pub(super) fn tracks(
        &self,
        question: &WhoQuestion,
        roster: &Roster,
        decisions: &[DecisionCast],
        successions: &[SuccessionLine],
    ) -> Result<Vec<PersonTrack>, ApiError> {
        let until = question.as_of.or(self.records_until()?);
        let departures = self.departures(question, successions)?;
        let parts = decisions.iter().flat_map(|decision| &decision.cast);
        let mut first_seen: BTreeMap<PersonId, (usize, PersonHead)> = BTreeMap::new();
        for (order, part) in parts.enumerate() {
            let seen = (order, part.person.clone());
            first_seen.entry(part.person.person_id).or_insert(seen);
        }
        let mut tracks: Vec<(usize, PersonTrack)> = Vec::new();
        for (id, (order, then)) in first_seen {
            let person = roster.head(id, until).unwrap_or(then);
            let entry = roster.entries.get(&id);
            let mut track = track_of(person, entry, until);
            if let (Presence::Here, Some(gone)) = (track.presence, departures.get(&id)) {
                track.presence = gone.presence;
                track.since = gone.since;
                track.because = Some(gone.because.clone());
            }
            tracks.push((order, track));
        }
        tracks.sort_by_key(|(order, track)| (track.presence, *order));
        Ok(tracks.into_iter().map(|(_, track)| track).collect())
    }

    /// Who is gone by a succession or by what was said, with the id that shows it.
    fn departures(
        &self,
        question: &WhoQuestion,
        successions: &[SuccessionLine],
    ) -> Result<BTreeMap<PersonId, Gone>, ApiError> {
        let mut found = BTreeMap::new();
        for line in successions {
            let presence = match line.departure {
                Departure::LeftCompany => Presence::Left,
                Departure::MovedRole => Presence::Moved,
                Departure::WentQuiet => Presence::Quiet,
                Departure::Replaced => continue,
            };
            let gone = Gone {
                presence,
                since: line.starts,
                because: line.succession_id.to_string(),
            };
            found.insert(line.from.person_id, gone);
        }
        let said: Vec<Claim> = self.published.rows(
            "WHERE account_id = ?1 AND polarity = 'for' \
             AND predicate IN ('left_company', 'moved_role') ORDER BY claim_id",
            &[Param::Id(question.account_id.0)],
        )?;
        for claim in said {
            let had_gone = ByThen(question.as_of).had_surely_come(claim.valid_from);
            let subject = claim.subject_mention.filter(|_| had_gone);
            let person = subject.map(|mention| self.person_of(mention)).transpose()?;
            if let Some(person) = person.flatten() {
                let presence = match claim.predicate {
                    Predicate::LeftCompany => Presence::Left,
                    _ => Presence::Moved,
                };
                found.entry(person).or_insert(Gone {
                    presence,
                    since: claim.valid_from,
                    because: claim.claim_id.to_string(),
                });
            }
        }
        Ok(found)
    }

    fn person_of(&self, mention: MentionId) -> Result<Option<PersonId>, ApiError> {
        Ok(self.mention_person(mention)?.map(|person| person.person_id))
    }
}

/// What titles and intervals say of somebody's presence.
fn track_of(person: PersonHead, entry: Option<&Entry>, until: Option<Day>) -> PersonTrack {
    let mut track = PersonTrack {
        presence: Presence::Here,
        since: None,
        because: None,
        person,
    };
    if track.person.is_placeholder {
        track.presence = Presence::Unnamed;
        return track;
    }
    let rows = entry.map_or(&[][..], |entry| entry.affiliations.as_slice());
    let is_over = |ends: Option<Day>| match (ends, until) {
        (Some(ends), Some(until)) => ends <= until,
        _ => false,
    };
    let all_over = !rows.is_empty() && rows.iter().all(|row| is_over(row.ends));
    let last = rows.iter().max_by_key(|row| row.ends);
    if let (true, Some(last)) = (all_over, last) {
        track.presence = Presence::Left;
        track.since = last.ends;
        track.because = Some(last.record_id.to_string());
    }
    track
}
