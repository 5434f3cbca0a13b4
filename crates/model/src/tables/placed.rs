//! Base tables once more, with `account_id` filled and slotted by it.
//!
//! The placing steps of `resolve` write one row an object, the version in
//! force; deleted objects are gone. The stages after it read nothing else.

use crate::row::{Row, TableDef};
use crate::tables::base::{
    ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MeetingRow, MentionRow,
};

/// Mentions in force, each at its account; rows without one are here too, owners excepted.
pub const MENTION_PLACED: TableDef = MentionRow::TABLE.rekeyed("mention_placed", &["account_id"]);
/// Mentions at their accounts, all versions, before people are known.
pub const MENTION_LOCATED: TableDef = MentionRow::TABLE.rekeyed("mention_located", &["native_key"]);
/// Deals in force.
pub const DEAL_PLACED: TableDef = DealRow::TABLE.rekeyed("deal_placed", &["account_id"]);
/// Contracts in force.
pub const CONTRACT_PLACED: TableDef =
    ContractRow::TABLE.rekeyed("contract_placed", &["account_id"]);
/// Declared roles in force.
pub const DECLARED_ROLE_PLACED: TableDef =
    DeclaredRoleRow::TABLE.rekeyed("declared_role_placed", &["account_id"]);
/// Notes, tasks, mails, calls and tickets in force.
pub const ACTIVITY_PLACED: TableDef =
    ActivityRow::TABLE.rekeyed("activity_placed", &["account_id"]);
/// Meetings by account.
pub const MEETING_PLACED: TableDef = MeetingRow::TABLE.rekeyed("meeting_placed", &["account_id"]);
/// Meetings with their account, beside their utterances.
pub const MEETING_KNOWN: TableDef = MeetingRow::TABLE.rekeyed("meeting_known", &["meeting_id"]);
