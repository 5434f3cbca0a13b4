//! What became of the people of an account, and whom records merely name.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::Claim;
use model::{AccountId, Day, Departure, MentionId, PersonId, Predicate, Side};
use serde::Serialize;
use store::published::Param;

use super::{DecisionCast, SuccessionLine, WhoQuestion};
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

/// Somebody whom records name and of whom nothing says what they decide.
#[derive(Clone, Debug, Serialize)]
pub struct NamedOnly {
    /// The person.
    pub person: PersonHead,
    /// Records that name them.
    pub n_mentions: usize,
    /// Claims about them of any kind.
    pub n_claims: i64,
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
            let later = |day: Day| question.as_of.is_some_and(|as_of| day > as_of);
            let subject = claim
                .subject_mention
                .filter(|_| !claim.valid_from.is_some_and(later));
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

    pub(super) fn named_only(
        &self,
        account_id: AccountId,
        roster: &Roster,
    ) -> Result<Vec<NamedOnly>, ApiError> {
        let established = self.counts_by(
            "SELECT person_id, count(*) FROM role_holding \
             WHERE account_id = ?1 AND state = 'established' GROUP BY person_id",
            account_id,
        )?;
        let held: BTreeSet<PersonId> = established.into_keys().map(PersonId).collect();
        let n_claims = self.counts_by(
            "SELECT m.person_id, count(*) FROM claim c JOIN membership m \
             ON m.mention_id = c.subject_mention WHERE c.account_id = ?1 GROUP BY m.person_id",
            account_id,
        )?;
        let mut named = Vec::new();
        for (id, entry) in &roster.entries {
            let is_theirs = matches!(entry.side, Side::Account | Side::Unknown);
            if let (true, false, Some(person)) =
                (is_theirs, held.contains(id), roster.head(*id, None))
            {
                named.push(NamedOnly {
                    person,
                    n_mentions: entry.n_mentions,
                    n_claims: n_claims.get(&id.0).copied().unwrap_or(0),
                });
            }
        }
        named.sort_by(|a, b| {
            let key = |row: &NamedOnly| (row.n_claims, row.n_mentions);
            key(b)
                .cmp(&key(a))
                .then_with(|| a.person.name.cmp(&b.person.name))
        });
        Ok(named)
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
