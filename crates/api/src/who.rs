//! Who plays which part in which decision of an account, since when.
//!
//! Reads   `account`, `decision`, `role_holding`, `role_line`, `claim`,
//!         `required_role`, `succession`, and the people of the account

mod by_then;
mod decisions;
mod named;
mod people;
mod successions;

use model::{
    AccountId, ClaimId, Coverage, Day, DecisionId, HoldingId, HoldingState, PersonId, Role,
};
use serde::Serialize;

pub(crate) use by_then::ByThen;
pub use by_then::NOT_OF_THAT_DAY;
pub use named::{Known, NamedOnly};
pub use people::{PersonTrack, Presence};
pub use successions::SuccessionLine;

use crate::counts::Counts;
use crate::heads::{AccountHead, DecisionHead, PersonHead};
use crate::{ApiError, Facade};

/// What is asked of an account.
#[derive(Clone, Copy, Debug)]
pub struct WhoQuestion {
    /// The account.
    pub account_id: AccountId,
    /// One decision only.
    pub decision_id: Option<DecisionId>,
    /// What was so on that day: nothing that bears a later date.
    pub as_of: Option<Day>,
}

/// The cast of an account over its decisions.
#[derive(Clone, Debug, Serialize)]
pub struct Who {
    /// The account.
    pub account: AccountHead,
    /// The day asked for.
    pub as_of: Option<Day>,
    /// The day asked for, else the one the answers are for: what lies before it is past.
    pub today: Day,
    /// What the answer for that day still takes from all records, in sentences.
    pub not_of_that_day: Vec<&'static str>,
    /// Parts left out because every claim for them is later than that day.
    pub n_later_parts: usize,
    /// The last day records arrived.
    pub records_until: Option<Day>,
    /// What is known of the account, in numbers, from all records.
    pub counts: Counts,
    /// Decisions in time order, each with its cast.
    pub decisions: Vec<DecisionCast>,
    /// Everybody with a part, with what became of them.
    pub people: Vec<PersonTrack>,
    /// Roles that passed from one person to another.
    pub successions: Vec<SuccessionLine>,
    /// People whom records name and of whom nothing says what they decide.
    pub not_established: Vec<NamedOnly>,
}

/// A decision and who plays which part in it.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionCast {
    /// The decision.
    #[serde(flatten)]
    pub head: DecisionHead,
    /// Products by name.
    pub products: Vec<String>,
    /// Amount as a source states it.
    pub amount: Option<f64>,
    /// Why the kind was given, in words.
    pub kind_reason: String,
    /// The decisions it follows.
    pub predecessors: Vec<DecisionId>,
    /// How the predecessors were found.
    pub predecessor_basis: String,
    /// The account that really decides, when another.
    pub locus: Option<AccountHead>,
    /// Native keys of the deals and contracts behind it.
    pub native_keys: Vec<String>,
    /// The record it rests on.
    pub record_id: model::RecordId,
    /// Parts, by role, the most probable first.
    pub cast: Vec<Part>,
    /// Required roles and what can be said of them.
    pub required: Vec<RequiredLine>,
}

/// One person's part in one decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// What to explain.
    pub holding_id: HoldingId,
    /// The decision.
    pub decision_id: DecisionId,
    /// The person, with the title they had then.
    pub person: PersonHead,
    /// The role.
    pub role: Role,
    /// Calibrated, 0–1.
    pub probability: f64,
    /// Its word.
    pub likelihood: &'static str,
    /// Established or not.
    pub state: HoldingState,
    /// First day, when known.
    pub starts: Option<Day>,
    /// First day after, when known.
    pub ends: Option<Day>,
    /// Claims that speak for it.
    pub n_for: i64,
    /// Claims that speak against it.
    pub n_against: i64,
    /// Claims that bear on it and are later than the day asked for.
    pub n_later: i64,
    /// A system declares it and the words say otherwise.
    pub crm_says_otherwise: bool,
    /// The claim by which a system declares it, whatever is believed.
    pub declared_by: Option<ClaimId>,
}

/// A required role of a decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RequiredLine {
    /// The role.
    pub role: Role,
    /// Filled, contested, vacant, not known.
    pub coverage: Coverage,
    /// The best holding.
    pub holding_id: Option<HoldingId>,
    /// Who holds it, where somebody does.
    pub person: Option<PersonHead>,
    /// What was looked at, in words.
    pub looked_at: String,
}

impl Who {
    /// The part of a person in a decision with the given role, if any.
    pub fn parts_of(&self, person_id: PersonId) -> impl Iterator<Item = &Part> {
        let parts = self.decisions.iter().flat_map(|decision| &decision.cast);
        parts.filter(move |part| part.person.person_id == person_id)
    }
}

impl Facade {
    /// Who plays which part in which decision of the account.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for an account, or a decision of it, that is not published.
    pub fn who(&self, question: &WhoQuestion) -> Result<Who, ApiError> {
        let account = self.account_head(question.account_id)?;
        let account = account.ok_or_else(|| ApiError::not_found(question.account_id))?;
        let roster = self.roster(question.account_id, ByThen(question.as_of))?;
        let (mut decisions, n_later_parts) = self.decision_casts(question, &roster)?;
        let not_established = self.named_only(question, &roster, &decisions)?;
        let is_asked = |id| question.decision_id.is_none_or(|asked| asked == id);
        decisions.retain(|cast| is_asked(cast.head.decision_id));
        if let (Some(id), true) = (question.decision_id, decisions.is_empty()) {
            return Err(ApiError::not_found(id));
        }
        let successions = self.successions_of(question, &roster)?;
        let records_until = self.records_until()?;
        let people = self.tracks(question, &roster, &decisions, &successions)?;
        let limits = question.as_of.map_or(&[][..], |_| &NOT_OF_THAT_DAY);
        Ok(Who {
            account,
            as_of: question.as_of,
            today: question.as_of.unwrap_or(self.as_of()),
            not_of_that_day: limits.to_vec(),
            n_later_parts,
            records_until,
            counts: self.counts_of(question.account_id)?,
            decisions,
            people,
            successions,
            not_established,
        })
    }

    /// The last day records arrived.
    pub(crate) fn records_until(&self) -> Result<Option<Day>, ApiError> {
        let newest = "SELECT coalesce(max(known_at), -1) FROM file";
        let known_at = self.published.count(newest, &[])?;
        Ok((known_at >= 0).then(|| model::Instant(known_at).day()))
    }

    pub(crate) fn account_of(&self, decision_id: DecisionId) -> Result<AccountId, ApiError> {
        let decision = self.decision_row(decision_id)?;
        let found = decision.map(|decision| decision.account_id);
        found.ok_or_else(|| ApiError::not_found(decision_id))
    }
}
