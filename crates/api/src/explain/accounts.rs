//! Accounts, decisions and successions with what they rest on.
//!
//! Reads   `account`, `decision`, `succession`, `claim`, `meeting`

use model::tables::base::MeetingRow;
use model::tables::decided::{Claim, Succession};
use model::tables::resolved::Account;
use model::{AccountId, Day, DecisionId, SuccessionId};
use serde::Serialize;
use store::published::Param;

use super::RecordView;
use crate::accounts::AccountLine;
use crate::evidence::{ClaimView, Meeting};
use crate::heads::{AccountHead, DecisionHead};
use crate::who::{ByThen, DecisionCast, SuccessionLine, WhoQuestion};
use crate::{ApiError, Facade};

/// An account and what founds it.
#[derive(Clone, Debug, Serialize)]
pub struct AccountView {
    /// The account with its counts.
    pub account: AccountLine,
    /// The parent company.
    pub parent: Option<AccountHead>,
    /// Companies of which it is the parent.
    pub children: Vec<AccountHead>,
    /// Records behind it.
    pub n_records: i32,
    /// The record that founds it.
    pub founding_record: Option<RecordView>,
    /// Its decisions in time order.
    pub decisions: Vec<DecisionHead>,
    /// Its meetings, the newest first.
    pub meetings: Vec<Meeting>,
    /// Claims about the account itself, by what they say.
    pub claims: Vec<ClaimView>,
}

/// A decision and its cast.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    /// The account.
    pub account: AccountHead,
    /// The decision with its cast and required roles.
    pub decision: DecisionCast,
    /// The decisions it follows.
    pub predecessors: Vec<DecisionHead>,
    /// The decisions that follow it.
    pub successors: Vec<DecisionHead>,
    /// Roles that passed into it or out of it.
    pub successions: Vec<SuccessionLine>,
    /// The record it rests on.
    pub record: Option<RecordView>,
    /// Claims that bear on it and make nobody's role: what was said of goals, pains, terms.
    pub claims: Vec<ClaimView>,
}

/// A role that passed on, with the claims it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct SuccessionView {
    /// The account.
    pub account: Option<AccountHead>,
    /// The passing.
    pub line: SuccessionLine,
    /// Others who could have taken over instead.
    pub rivals: Vec<SuccessionLine>,
    /// The claims it rests on.
    pub claims: Vec<ClaimView>,
}

/// Most claims and meetings that one page lists.
const MOST: usize = 100;

impl Facade {
    /// The account, what founds it, its decisions and meetings.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for an account that is not published.
    pub fn account(&self, id: AccountId) -> Result<AccountView, ApiError> {
        self.account_by(id, None)
    }

    /// The account as of a day: no meeting, decision or claim that bears a later date.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for an account that is not published.
    pub fn account_by(&self, id: AccountId, day: Option<Day>) -> Result<AccountView, ApiError> {
        let mut view = self.account_of_all_days(id)?;
        let by_then = ByThen(day);
        view.meetings
            .retain(|meeting| by_then.had_come(meeting.day));
        view.claims
            .retain(|claim| by_then.had_come(claim.valid_from));
        view.decisions
            .retain(|head| by_then.had_come(head.opens.or(head.closes)));
        Ok(view)
    }

    fn account_of_all_days(&self, id: AccountId) -> Result<AccountView, ApiError> {
        let row = self.account_row(id)?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let key = [Param::Id(id.0)];
        let children = "WHERE parent_id = ?1 ORDER BY name, account_id";
        let children: Vec<Account> = self.published.rows(children, &key)?;
        let decisions = "WHERE account_id = ?1 ORDER BY coalesce(opens, closes), decision_id";
        let decisions: Vec<model::tables::decided::Decision> =
            self.published.rows(decisions, &key)?;
        let meetings = format!("WHERE account_id = ?1 ORDER BY day DESC, title LIMIT {MOST}");
        let meetings: Vec<MeetingRow> = self.published.rows(&meetings, &key)?;
        let about = format!(
            "WHERE account_id = ?1 AND subject_mention IS NULL ORDER BY predicate, claim_id LIMIT {MOST}"
        );
        let claims: Vec<Claim> = self.published.rows(&about, &key)?;
        let parent = row.parent_id.map(|id| self.account_head(id));
        Ok(AccountView {
            account: self.account_line(&row)?,
            parent: parent.transpose()?.flatten(),
            children: children.iter().map(AccountHead::from).collect(),
            n_records: row.n_records,
            founding_record: self.record_if_kept(row.founding_record)?,
            decisions: decisions
                .iter()
                .map(|row| self.decision_on_day(row))
                .collect(),
            meetings: meetings.into_iter().map(meeting_head).collect(),
            claims: self.claim_views(&claims)?,
        })
    }

    /// The decision with its cast, what it follows and what was said about it.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a decision that is not published.
    pub fn decision(&self, id: DecisionId) -> Result<DecisionView, ApiError> {
        let account_id = self.account_of(id)?;
        let question = WhoQuestion {
            account_id,
            decision_id: Some(id),
            as_of: None,
        };
        let who = self.who(&question)?;
        let decision = who.decisions.into_iter().next();
        let decision = decision.ok_or_else(|| ApiError::not_found(id))?;
        let heads = decision
            .predecessors
            .iter()
            .map(|id| self.decision_head(*id));
        let predecessors = heads.collect::<Result<Vec<_>, _>>()?;
        let claims: Vec<Claim> = self.published.rows(
            &format!(
                "WHERE decision_id = ?1 AND claim_id NOT IN (SELECT claim_id FROM role_line \
                 WHERE account_id = ?2) ORDER BY predicate, claim_id LIMIT {MOST}"
            ),
            &[Param::Id(id.0), Param::Id(account_id.0)],
        )?;
        Ok(DecisionView {
            account: who.account,
            predecessors: predecessors.into_iter().flatten().collect(),
            successors: self.successors(account_id, id)?,
            successions: who.successions,
            record: self.record_if_kept(decision.record_id)?,
            claims: self.claim_views(&claims)?,
            decision,
        })
    }

    fn successors(
        &self,
        account_id: AccountId,
        id: DecisionId,
    ) -> Result<Vec<DecisionHead>, ApiError> {
        let rows: Vec<model::tables::decided::Decision> = self.published.rows(
            "WHERE account_id = ?1 ORDER BY coalesce(opens, closes), decision_id",
            &[Param::Id(account_id.0)],
        )?;
        let after = rows.iter().filter(|row| row.predecessors.contains(&id));
        Ok(after.map(|row| self.decision_on_day(row)).collect())
    }

    /// The succession with its claims and rivals.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a succession that is not published.
    pub fn succession(&self, id: SuccessionId) -> Result<SuccessionView, ApiError> {
        let row: Option<Succession> = self
            .published
            .row("WHERE succession_id = ?1", &[Param::Id(id.0)])?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let question = WhoQuestion {
            account_id: row.account_id,
            decision_id: None,
            as_of: None,
        };
        let roster = self.roster(row.account_id, ByThen(None))?;
        let all = self.successions_of(&question, &roster)?;
        let (own, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|line| line.succession_id == id);
        let line = own
            .into_iter()
            .next()
            .ok_or_else(|| ApiError::not_found(id))?;
        let same_passing = |other: &SuccessionLine| {
            other.role == line.role
                && other.from.person_id == line.from.person_id
                && other.from_decision == line.from_decision
                && other.to_decision == line.to_decision
        };
        let rivals = others.into_iter().filter(same_passing).collect();
        let claims = row.claims.iter().map(|id| self.claim_if_kept(*id));
        let claims = claims.collect::<Result<Vec<_>, _>>()?;
        Ok(SuccessionView {
            account: self.account_head(row.account_id)?,
            rivals,
            claims: claims.into_iter().flatten().collect(),
            line,
        })
    }

    pub(crate) fn claim_views(&self, claims: &[Claim]) -> Result<Vec<ClaimView>, ApiError> {
        claims.iter().map(|claim| self.claim_view(claim)).collect()
    }

    pub(crate) fn claim_if_kept(&self, id: model::ClaimId) -> Result<Option<ClaimView>, ApiError> {
        match self.claim(id) {
            Ok(claim) => Ok(Some(claim)),
            Err(ApiError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn meeting_head(row: MeetingRow) -> Meeting {
    Meeting {
        meeting_id: row.meeting_id,
        title: row.title,
        day: row.day,
    }
}
