//! Questions about roles that a person of ours can answer better than any record.
//!
//! Reads   `role_holding`, `required_role`, `decision`, `membership`, `placeholder`

use std::collections::BTreeMap;

use model::tables::decided::{Decision, Placeholder, RequiredRole, RoleHolding};
use model::tables::resolved::CastRow;
use model::{
    AccountId, Coverage, Day, DecisionId, HoldingId, HoldingState, MentionId, PersonId, Role,
};
use serde::Serialize;
use store::published::Param;

use crate::explain::HoldingView;
use crate::{ApiError, Facade};

/// Why a role is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Several people show in a role that one usually holds, or ours disagree.
    Contested,
    /// The CRM names somebody, and what was said names another or denies it.
    WrongContact,
    /// Named in what was said, and in no system.
    InNoSystem,
    /// Likely, and not established.
    Unsure,
}

/// One question: does this person hold this role in this decision?
#[derive(Clone, Debug, Serialize)]
pub struct ReviewItem {
    /// Why it is asked.
    pub doubt: Doubt,
    /// The holding with its waterfall.
    pub holding: HoldingView,
}

/// What an answer about a role names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// In which decision.
    pub decision_id: DecisionId,
    /// The person.
    pub person_id: PersonId,
    /// A mention that finds the person after merges too.
    pub mention_id: MentionId,
    /// Which role.
    pub role: Role,
}

/// Decisions that are still open, of one account or of all.
const OPEN_DECISIONS: &str = "SELECT decision_id FROM decision \
     WHERE outcome = 'open' AND kind <> 'use' AND (?1 = '' OR account_id = ?1)";
/// Least probability of somebody who is asked about.
const WORTH_ASKING: f64 = 0.2;

impl Facade {
    /// The questions about open decisions, those that close first before the others.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn review(
        &self,
        account: Option<AccountId>,
        limit: usize,
    ) -> Result<Vec<ReviewItem>, ApiError> {
        let key = [account.map_or(Param::Text(""), |id| Param::Id(id.0))];
        let open = format!("WHERE decision_id IN ({OPEN_DECISIONS})");
        let decisions: Vec<Decision> = self.published.rows(&open, &key)?;
        let required: Vec<RequiredRole> = self.published.rows(&open, &key)?;
        let holdings: Vec<RoleHolding> = self.published.rows(&open, &key)?;
        let mut coverage: BTreeMap<(DecisionId, Role), &RequiredRole> = BTreeMap::new();
        coverage.extend(required.iter().map(|it| ((it.decision_id, it.role), it)));
        let closes: BTreeMap<DecisionId, Option<Day>> = decisions
            .iter()
            .map(|it| (it.decision_id, it.closes))
            .collect();
        let mut asked: Vec<_> = holdings
            .iter()
            .filter_map(|row| {
                let doubt = doubt(row, coverage.get(&(row.decision_id, row.role)).copied())?;
                let closes = closes.get(&row.decision_id).copied().flatten();
                Some((closes.is_none(), closes, doubt, row.holding_id))
            })
            .collect();
        asked.sort();
        asked.truncate(limit);
        let item = |(_, _, doubt, id)| {
            self.holding(id)
                .map(|holding| ReviewItem { doubt, holding })
        };
        asked.into_iter().map(item).collect()
    }

    /// What an answer about a holding names.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a holding that is not published.
    pub fn named(&self, id: HoldingId) -> Result<Named, ApiError> {
        let row: Option<RoleHolding> = self
            .published
            .row("WHERE holding_id = ?1", &[Param::Id(id.0)])?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        Ok(Named {
            decision_id: row.decision_id,
            person_id: row.person_id,
            mention_id: self.own_mention(row.account_id, row.person_id)?,
            role: row.role,
        })
    }

    /// A mention of a person at an account: a row of a system before anything said.
    fn own_mention(&self, account: AccountId, person: PersonId) -> Result<MentionId, ApiError> {
        let key = [Param::Id(account.0), Param::Id(person.0)];
        let own = "WHERE account_id = ?1 AND person_id = ?2 \
                   ORDER BY kind <> 'row', mention_id";
        let found: Option<CastRow> = self.published.row(own, &key)?;
        if let Some(row) = found {
            return Ok(row.mention_id);
        }
        let named = "WHERE account_id = ?1 AND person_id = ?2 ORDER BY mention_id";
        let found: Option<Placeholder> = self.published.row(named, &key)?;
        found
            .map(|row| row.mention_id)
            .ok_or_else(|| ApiError::not_found(person))
    }
}

/// Why a holding is asked about, when it is.
fn doubt(row: &RoleHolding, of_role: Option<&RequiredRole>) -> Option<Doubt> {
    let coverage = of_role.map(|it| it.coverage);
    let is_best = of_role.is_some_and(|it| it.holding_id == Some(row.holding_id));
    match row.state {
        HoldingState::Contested => Some(Doubt::Contested),
        HoldingState::Established if coverage == Some(Coverage::Contested) => {
            Some(Doubt::Contested)
        }
        HoldingState::Contradicted => Some(Doubt::WrongContact),
        HoldingState::Established if row.is_placeholder => Some(Doubt::InNoSystem),
        HoldingState::NotEstablished
            if is_best
                && coverage == Some(Coverage::NotKnown)
                && row.probability >= WORTH_ASKING =>
        {
            Some(Doubt::Unsure)
        }
        _ => None,
    }
}
