//! The waterfall of a holding: prior, one line a claim, the others' effect, sum, probability.
//!
//! Reads   `role_holding`, `role_line`, `claim` and their evidence

use model::tables::decided::{Claim, RoleHolding, RoleLine};
use model::{Day, HoldingId, HoldingState, Role};
use serde::Serialize;
use store::published::Param;

use crate::evidence::ClaimView;
use crate::heads::{AccountHead, DecisionHead, PersonHead};
use crate::{ApiError, Facade, words};

/// A person's part in a decision, with everything that adds up to it.
#[derive(Clone, Debug, Serialize)]
pub struct HoldingView {
    /// Its id.
    pub holding_id: HoldingId,
    /// The account.
    pub account: Option<AccountHead>,
    /// The decision.
    pub decision: Option<DecisionHead>,
    /// The person.
    pub person: Option<PersonHead>,
    /// The role.
    pub role: Role,
    /// Established or not.
    pub state: HoldingState,
    /// First day, when known.
    pub starts: Option<Day>,
    /// First day after, when known.
    pub ends: Option<Day>,
    /// Log-odds before any claim.
    pub prior: f64,
    /// One line a claim, the strongest first.
    pub lines: Vec<WaterfallLine>,
    /// Effect of the others in the decision, in log-odds.
    pub others: f64,
    /// Prior + lines + others, as the build states it.
    pub log_odds: f64,
    /// What the lines above add up to.
    pub sum: f64,
    /// The two are equal but for rounding.
    pub adds_up: bool,
    /// Calibrated, 0–1.
    pub probability: f64,
    /// Its word.
    pub likelihood: &'static str,
}

/// One line of the waterfall.
#[derive(Clone, Debug, Serialize)]
pub struct WaterfallLine {
    /// Its contribution, in log-odds; 0 when its cause counts already.
    pub weight: f64,
    /// Claims with one cause count once.
    pub cause: String,
    /// Another line of the same cause counts instead.
    pub is_counted_elsewhere: bool,
    /// The claim.
    pub claim: ClaimView,
}

impl Facade {
    /// The holding with its waterfall.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a holding that is not published.
    pub fn holding(&self, id: HoldingId) -> Result<HoldingView, ApiError> {
        let key = [Param::Id(id.0)];
        let row: Option<RoleHolding> = self.published.row("WHERE holding_id = ?1", &key)?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let lines = self.waterfall(id)?;
        let weights: f64 = lines.iter().map(|line| line.weight).sum();
        let sum = row.prior + weights + row.others;
        Ok(HoldingView {
            holding_id: id,
            account: self.account_head(row.account_id)?,
            decision: self.decision_head(row.decision_id)?,
            person: self.person_head(row.person_id)?,
            role: row.role,
            state: row.state,
            starts: row.starts,
            ends: row.ends,
            prior: row.prior,
            lines,
            others: row.others,
            log_odds: row.log_odds,
            sum,
            adds_up: (sum - row.log_odds).abs() < 1e-6,
            probability: row.probability,
            likelihood: words::likelihood(row.probability),
        })
    }

    fn waterfall(&self, id: HoldingId) -> Result<Vec<WaterfallLine>, ApiError> {
        let key = [Param::Id(id.0)];
        let strongest = "WHERE holding_id = ?1 ORDER BY abs(weight) DESC, claim_id";
        let lines: Vec<RoleLine> = self.published.rows(strongest, &key)?;
        let claims: Vec<Claim> = self.published.rows(
            "WHERE claim_id IN (SELECT claim_id FROM role_line WHERE holding_id = ?1)",
            &key,
        )?;
        let counts = |cause: &str| {
            lines
                .iter()
                .any(|line| line.cause == cause && line.weight != 0.0)
        };
        let mut shown = Vec::with_capacity(lines.len());
        for line in &lines {
            if let Some(claim) = claims.iter().find(|claim| claim.claim_id == line.claim_id) {
                shown.push(WaterfallLine {
                    weight: line.weight,
                    cause: line.cause.clone(),
                    is_counted_elsewhere: line.weight == 0.0 && counts(&line.cause),
                    claim: self.claim_view(claim)?,
                });
            }
        }
        Ok(shown)
    }
}
