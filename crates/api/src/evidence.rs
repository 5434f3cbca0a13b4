//! Claims with what they rest on: a quote to the character, or a counted set.
//!
//! Reads   `claim`, `utterance`, `record`, `activity`, `meeting`, `file`, `usage_placed`

mod counted;
mod quote;
mod rows;

use model::tables::decided::{Claim, RoleHolding};
use model::tables::resolved::CastRow;
use model::{ClaimId, Day, HoldingId, HoldingState, Method, Polarity, Predicate, RecordId, Role};
use serde::Serialize;
use store::published::Param;

pub use counted::{CountedRecord, CountedView, UsageLine};
pub(crate) use quote::Cited;
pub use quote::{ContextLine, Marked, Meeting, Place, Quote, QuotedRow, Saying};
pub use rows::FieldCell;

use crate::heads::{AccountHead, DecisionHead, PersonHead};
use crate::{ApiError, Facade, words};

/// A claim with its evidence.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimView {
    /// Its id.
    pub claim_id: ClaimId,
    /// The account it is filed under.
    pub account: Option<AccountHead>,
    /// The decision it bears on.
    pub decision: Option<DecisionHead>,
    /// Whom it is about; nothing for claims about the account.
    pub subject: Option<PersonHead>,
    /// What it says.
    pub predicate: Predicate,
    /// Role, title, stage, goal … as the predicate asks.
    pub object: String,
    /// For or against.
    pub polarity: Polarity,
    /// What it says, in words.
    pub says: String,
    /// How it came about.
    pub method: Method,
    /// Who said it.
    pub said_by: Option<PersonHead>,
    /// First day it holds.
    pub valid_from: Option<Day>,
    /// First day it no longer holds.
    pub valid_to: Option<Day>,
    /// The day its record arrived.
    pub known_on: Day,
    /// Its weight before any learning, in log-odds.
    pub weight: f64,
    /// What it rests on.
    pub evidence: Evidence,
}

/// What a claim rests on.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Evidence {
    /// A span of a record.
    Quote(Box<Quote>),
    /// A counted set, listed row by row.
    Counted(Box<CountedView>),
    /// The record is not among the published ones.
    Gone {
        /// The record it should rest on.
        record_id: RecordId,
    },
}

/// A holding, as part of an answer about a claim or a person.
#[derive(Clone, Debug, Serialize)]
pub struct HeldPart {
    /// The holding.
    pub holding_id: HoldingId,
    /// Whose part it is.
    pub person: Option<PersonHead>,
    /// The role.
    pub role: Role,
    /// The decision.
    pub decision: Option<DecisionHead>,
    /// What the claim adds there, or for a whole holding its sum, in log-odds.
    pub weight: f64,
    /// Calibrated, 0–1.
    pub probability: f64,
    /// Established or not.
    pub state: HoldingState,
}

impl Facade {
    /// The claim with its evidence.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a claim that is not published.
    pub fn claim(&self, id: ClaimId) -> Result<ClaimView, ApiError> {
        let claim: Option<Claim> = self
            .published
            .row("WHERE claim_id = ?1", &[Param::Id(id.0)])?;
        let claim = claim.ok_or_else(|| ApiError::not_found(id))?;
        self.claim_view(&claim)
    }

    pub(crate) fn claim_view(&self, claim: &Claim) -> Result<ClaimView, ApiError> {
        let person = |mention| self.mention_person(mention);
        let decision = claim.decision_id.map(|id| self.decision_head(id));
        Ok(ClaimView {
            claim_id: claim.claim_id,
            account: self.account_head(claim.account_id)?,
            decision: decision.transpose()?.flatten(),
            subject: claim.subject_mention.map(person).transpose()?.flatten(),
            predicate: claim.predicate,
            object: claim.object.clone(),
            polarity: claim.polarity,
            says: says(claim),
            method: claim.method,
            said_by: claim.said_by.map(person).transpose()?.flatten(),
            valid_from: claim.valid_from,
            valid_to: claim.valid_to,
            known_on: claim.known_at.day(),
            weight: claim.weight,
            evidence: self.evidence_of(claim)?,
        })
    }

    fn evidence_of(&self, claim: &Claim) -> Result<Evidence, ApiError> {
        if let Some(json) = &claim.counted_set {
            let set = self.counted_view(claim.account_id, json)?;
            return Ok(Evidence::Counted(Box::new(set)));
        }
        let named = self.named_in(claim)?;
        let cited = Cited {
            field: &claim.field,
            object: &claim.object,
            named: &named,
            span: (claim.span_start, claim.span_end),
        };
        let quote = self.quote(claim.record_id, cited)?;
        Ok(match quote {
            Some(quote) => Evidence::Quote(Box::new(quote)),
            None => Evidence::Gone {
                record_id: claim.record_id,
            },
        })
    }

    /// By which keys and names the record of a claim may hold its subject: those of
    /// the mention, then those of the person's other mentions at the account.
    fn named_in(&self, claim: &Claim) -> Result<Vec<String>, ApiError> {
        let Some(mention) = claim.subject_mention.filter(|_| claim.span_start < 0) else {
            return Ok(Vec::new());
        };
        let rows: Vec<CastRow> = self.published.rows(
            "WHERE account_id = ?1 AND person_id = (SELECT person_id FROM \"cast\" \
             WHERE mention_id = ?2 LIMIT 1) ORDER BY mention_id <> ?2, mention_id LIMIT 40",
            &[Param::Id(claim.account_id.0), Param::Id(mention.0)],
        )?;
        let key = |row: &CastRow| row.native_key.rsplit(':').next().map(str::to_owned);
        let keys = rows.iter().filter_map(key).filter(|key| key.len() > 3);
        let names = rows.iter().map(|row| row.name.clone());
        Ok(keys.chain(names).collect())
    }

    /// The holdings in which a claim counts, the strongest first.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn used_in(&self, id: ClaimId) -> Result<Vec<HeldPart>, ApiError> {
        let holdings: Vec<RoleHolding> = self.published.rows(
            "JOIN role_line l ON l.holding_id = t.holding_id WHERE l.claim_id = ?1 \
             ORDER BY abs(l.weight) DESC, t.holding_id",
            &[Param::Id(id.0)],
        )?;
        let lines: Vec<model::tables::decided::RoleLine> = self
            .published
            .rows("WHERE claim_id = ?1", &[Param::Id(id.0)])?;
        let weight = |holding| {
            let line = lines.iter().find(|line| line.holding_id == holding);
            line.map_or(0.0, |line| line.weight)
        };
        let used = holdings.iter().map(|row| {
            Ok(HeldPart {
                holding_id: row.holding_id,
                person: self.person_head(row.person_id)?,
                role: row.role,
                decision: self.decision_head(row.decision_id)?,
                weight: weight(row.holding_id),
                probability: row.probability,
                state: row.state,
            })
        });
        used.collect()
    }
}

/// What the claim says, in words: "signed the contract", "does not decide".
pub(crate) fn says(claim: &Claim) -> String {
    if claim.method == Method::Looked {
        return words::looked(&claim.object).to_owned();
    }
    let verb = match claim.polarity {
        Polarity::For => words::predicate(claim.predicate).to_owned(),
        Polarity::Against => words::predicate_against(claim.predicate),
    };
    let shown = match claim.predicate {
        Predicate::DeclaredRole
        | Predicate::HasTitle
        | Predicate::JoinedAtStage
        | Predicate::Competitor => claim.object.trim(),
        _ => "",
    };
    let shown = match Role::from_code(shown) {
        Some(role) => words::role(role),
        None => shown,
    };
    match shown {
        "" => verb,
        shown => format!("{verb}: {shown}"),
    }
}
