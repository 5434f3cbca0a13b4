//! What any id rests on.
//!
//! [`Facade::explain`] takes the id of anything that an answer shows and gives
//! the view that shows its evidence, or the next ids on the way to it.

mod accounts;
mod holding;
pub(crate) mod ids;
mod persons;
mod sources;

use model::{
    AccountId, ClaimId, CountedSetId, DecisionId, FileId, HoldingId, MeetingId, MentionId,
    PersonId, PersonaId, RecordId, StatementId, SuccessionId,
};
use serde::Serialize;

pub use accounts::{AccountView, DecisionView, SuccessionView};
pub use holding::{HoldingView, WaterfallLine};
pub use persons::{AffiliationLine, LinkView, MentionLine, PersonView, PersonaOf};
pub use sources::{ClaimLine, FileView, IssueLine, MeetingView, RecordView, UncitedView};
pub(crate) use sources::{file_view, issue_line};

use crate::evidence::{ClaimView, CountedView, HeldPart};
use crate::personas::{PersonaCard, StatementView};
use crate::{ApiError, Facade};

/// An id with what it rests on.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Explanation {
    /// A part of a person in a decision: the waterfall.
    Holding(Box<HoldingView>),
    /// A claim, its quote or counted set, and where it counts.
    Claim {
        /// The claim.
        claim: Box<ClaimView>,
        /// The holdings it counts in.
        used_in: Vec<HeldPart>,
    },
    /// A counted set, row by row.
    CountedSet(Box<CountedView>),
    /// A sentence of a persona.
    Statement(Box<StatementView>),
    /// A persona in nine components.
    Persona(Box<PersonaCard>),
    /// A decision and its cast.
    Decision(Box<DecisionView>),
    /// A role that passed on.
    Succession(Box<SuccessionView>),
    /// A person: where they worked, which records are theirs and why.
    Person(Box<PersonView>),
    /// An account and what founds it.
    Account(Box<AccountView>),
    /// A mention and the person it means.
    Mention(Box<MentionLine>),
    /// A meeting and what is published of it.
    Meeting(Box<MeetingView>),
    /// A row of a file.
    Record(Box<RecordView>),
    /// A record that was read and of which no answer cites the words.
    Uncited(Box<UncitedView>),
    /// A file and what was remarked about it.
    File(Box<FileView>),
}

impl Facade {
    /// What the thing with this id rests on. Ids are printed as
    /// `hld_`, `clm_`, `set_`, `stm_`, `psa_`, `dec_`, `suc_`, `per_`, `acc_`,
    /// `men_`, `mtg_`, `rec_` or `file_` and 32 hexadecimal digits; their
    /// beginning will do where it is that of one only.
    ///
    /// # Errors
    /// [`ApiError::NotAnId`] for any other text, [`ApiError::Ambiguous`] for the
    /// beginning of several ids, [`ApiError::NotFound`] for an id that is not
    /// published, with the one that may have been meant.
    pub fn explain(&self, id: &str) -> Result<Explanation, ApiError> {
        let id = self.full_id(id.trim())?;
        match self.explain_id(&id) {
            Err(ApiError::NotFound { id: missing, .. }) if missing == id => self.not_found(&id),
            other => other,
        }
    }

    fn explain_id(&self, id: &str) -> Result<Explanation, ApiError> {
        match id.split_once('_').map(|(prefix, _)| prefix) {
            Some("hld") => self
                .holding(read(id, HoldingId::parse)?)
                .map(boxed(Explanation::Holding)),
            Some("clm") => self.explain_claim(read(id, ClaimId::parse)?),
            Some("set") => {
                let set = self.counted_set(read(id, CountedSetId::parse)?);
                set.map(boxed(Explanation::CountedSet))
            }
            Some("stm") => {
                let statement = self.statement(read(id, StatementId::parse)?);
                statement.map(boxed(Explanation::Statement))
            }
            Some("psa") => self
                .persona(read(id, PersonaId::parse)?)
                .map(boxed(Explanation::Persona)),
            Some("dec") => {
                let decision = self.decision(read(id, DecisionId::parse)?);
                decision.map(boxed(Explanation::Decision))
            }
            Some("suc") => {
                let succession = self.succession(read(id, SuccessionId::parse)?);
                succession.map(boxed(Explanation::Succession))
            }
            Some("per") => self
                .person(read(id, PersonId::parse)?)
                .map(boxed(Explanation::Person)),
            Some("acc") => self
                .account(read(id, AccountId::parse)?)
                .map(boxed(Explanation::Account)),
            Some("men") => self
                .mention(read(id, MentionId::parse)?)
                .map(boxed(Explanation::Mention)),
            Some("mtg") => self
                .meeting(read(id, MeetingId::parse)?)
                .map(boxed(Explanation::Meeting)),
            Some("rec") => self.explain_record(read(id, RecordId::parse)?),
            Some("file") => self
                .file(read(id, FileId::parse)?)
                .map(boxed(Explanation::File)),
            _ => Err(ApiError::not_an_id(id)),
        }
    }

    fn explain_record(&self, id: RecordId) -> Result<Explanation, ApiError> {
        match self.record_if_kept(id)? {
            Some(view) => Ok(Explanation::Record(Box::new(view))),
            None => self.uncited(id).map(boxed(Explanation::Uncited)),
        }
    }

    fn explain_claim(&self, id: ClaimId) -> Result<Explanation, ApiError> {
        Ok(Explanation::Claim {
            claim: Box::new(self.claim(id)?),
            used_in: self.used_in(id)?,
        })
    }
}

fn read<T>(id: &str, parse: fn(&str) -> Option<T>) -> Result<T, ApiError> {
    parse(id).ok_or_else(|| ApiError::not_an_id(id))
}

fn boxed<T>(wrap: fn(Box<T>) -> Explanation) -> impl Fn(T) -> Explanation {
    move |view| wrap(Box::new(view))
}
