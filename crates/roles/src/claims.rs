//! Claims: one typed fact each, with the words it rests on.
//!
//! Reads   every placed table of the account
//! Writes  `claim`, `placeholder`
//!
//! A span of -1 to -1 means the whole field. Claims from one cause (one vote
//! copied between systems, one person repeating themselves) share a cause, and
//! later count once.

mod affiliated;
mod declared;
mod looked;
mod presence;
mod signed;
mod spoken;
mod target;
mod used;

use model::tables::decided::{Claim, Placeholder};
use model::{
    AccountId, ClaimId, DecisionId, Instant, MentionId, Method, PersonId, Polarity, Predicate,
    RecordId, Role,
};

use crate::cast::Cast;
use crate::input::AccountInput;
use crate::tie::Ties;
use crate::weights::on_grid;

/// A claim with what it speaks for.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The claim.
    pub(crate) claim: Claim,
    /// The person its subject means, when they can hold a role.
    pub(crate) person: Option<PersonId>,
    /// The roles it speaks for or against, in log-odds.
    pub(crate) roles: Vec<(Role, f64)>,
    /// Claims with one cause count once.
    pub(crate) cause: String,
    /// The other person of a hand-over.
    pub(crate) other: Option<PersonId>,
}

impl Draft {
    /// A claim about somebody, without evidence position, decision or weight yet.
    fn new(
        account_id: AccountId,
        person: Option<(PersonId, MentionId)>,
        predicate: Predicate,
        method: Method,
    ) -> Self {
        let claim = Claim {
            claim_id: ClaimId::default(),
            account_id,
            subject_mention: person.map(|(_, mention)| mention),
            predicate,
            object: String::new(),
            decision_id: None,
            valid_from: None,
            valid_to: None,
            known_at: Instant::default(),
            polarity: Polarity::For,
            said_by: None,
            method,
            weight: 0.0,
            record_id: RecordId::default(),
            field: String::new(),
            span_start: -1,
            span_end: -1,
            counted_set: None,
        };
        Self {
            claim,
            person: person.map(|(person, _)| person),
            roles: Vec::new(),
            cause: String::new(),
            other: None,
        }
    }

    /// Gives the claim the field it rests on.
    fn resting_on(mut self, record_id: RecordId, field: &str, known_at: Instant) -> Self {
        self.claim.record_id = record_id;
        field.clone_into(&mut self.claim.field);
        self.claim.known_at = known_at;
        self
    }

    /// Gives the claim the roles it speaks for; the first weight is the claim's own.
    fn speaking_for(mut self, roles: impl IntoIterator<Item = (Role, f64)>, cause: String) -> Self {
        self.roles = roles
            .into_iter()
            .map(|(role, weight)| (role, on_grid(weight)))
            .collect();
        self.claim.weight = self.roles.first().map_or(0.0, |(_, weight)| *weight);
        self.cause = cause;
        self
    }

    fn about(mut self, decision_id: Option<DecisionId>) -> Self {
        self.claim.decision_id = decision_id;
        self
    }

    fn with_object(mut self, object: impl Into<String>) -> Self {
        self.claim.object = object.into();
        self
    }

    /// Derives the id from subject, predicate, object and evidence.
    fn sealed(mut self) -> Self {
        let claim = &mut self.claim;
        let subject = claim
            .subject_mention
            .map_or_else(String::new, |m| m.to_string());
        let decision = claim
            .decision_id
            .map_or_else(String::new, |d| d.to_string());
        let span = format!("{}..{}", claim.span_start, claim.span_end);
        claim.claim_id = ClaimId::derive(&[
            &subject,
            claim.predicate.code(),
            &claim.object,
            &claim.record_id.to_string(),
            &claim.field,
            &span,
            claim.method.code(),
            &decision,
        ]);
        self
    }
}

/// Everything a claim can be made from.
pub(crate) struct Sources<'a> {
    pub(crate) input: &'a AccountInput,
    pub(crate) ties: &'a Ties<'a>,
}

/// Makes every claim of an account, in id order, and the people whom only words name.
pub(crate) fn gather(sources: &Sources<'_>, cast: &mut Cast) -> (Vec<Draft>, Vec<Placeholder>) {
    let mut placeholders = Vec::new();
    let mut drafts = signed::claims(sources, cast, &mut placeholders);
    let declared = declared::claims(sources, cast);
    drafts.extend(spoken::claims(sources, cast, &declared, &mut placeholders));
    drafts.extend(declared);
    drafts.extend(presence::claims(sources, cast));
    drafts.extend(affiliated::claims(sources, cast));
    drafts.extend(used::claims(sources, cast));
    drafts.extend(looked::claims(sources));
    let mut drafts: Vec<Draft> = drafts.into_iter().map(Draft::sealed).collect();
    drafts.sort_by_key(|draft| draft.claim.claim_id);
    drafts.dedup_by_key(|draft| draft.claim.claim_id);
    placeholders.sort_by_key(|row: &Placeholder| row.mention_id);
    placeholders.dedup_by_key(|row| row.mention_id);
    (drafts, placeholders)
}
