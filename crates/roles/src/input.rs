//! What one account gives to this stage, and what it gets back.

use model::tables::base::{ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MeetingRow};
use model::tables::decided::{
    Claim, Decision, Placeholder, RequiredRole, RoleHolding, RoleLine, Said, Succession,
    UsagePlaced,
};
use model::tables::resolved::{Affiliation, CastRow};
use model::{AccountId, Day};

/// The placed rows of one account, in any order.
#[derive(Clone, Debug, Default)]
pub struct AccountInput {
    /// The account.
    pub account_id: AccountId,
    /// The day for which the answer holds: later ends of contracts lie ahead.
    pub as_of: Day,
    /// Deals, one version each.
    pub deals: Vec<DealRow>,
    /// Contracts, one version each.
    pub contracts: Vec<ContractRow>,
    /// Roles that systems declare.
    pub declared: Vec<DeclaredRoleRow>,
    /// Notes, tasks, mails, calls, tickets.
    pub activities: Vec<ActivityRow>,
    /// Meetings.
    pub meetings: Vec<MeetingRow>,
    /// Mentions with their people.
    pub cast: Vec<CastRow>,
    /// Who worked at the account, when, with which title.
    pub affiliations: Vec<Affiliation>,
    /// What was said in meetings and notes.
    pub said: Vec<Said>,
    /// Counted usage.
    pub usage: Vec<UsagePlaced>,
}

/// What this stage concludes about one account; every vector is in key order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountAnswer {
    /// Decisions and terms of use.
    pub decisions: Vec<Decision>,
    /// Claims with their evidence.
    pub claims: Vec<Claim>,
    /// Who plays which part.
    pub holdings: Vec<RoleHolding>,
    /// The lines that add up to each holding.
    pub lines: Vec<RoleLine>,
    /// Required roles and what can be said of them.
    pub required: Vec<RequiredRole>,
    /// Roles that passed from one person to another.
    pub successions: Vec<Succession>,
    /// People whom only words name.
    pub placeholders: Vec<Placeholder>,
}
