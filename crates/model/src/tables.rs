//! The table contracts: what stages say to each other.
//!
//! [`base`] is what readers of files write, append-only. [`resolved`] is who is
//! who; [`placed`] is the base rows at their accounts. [`decided`] is who plays
//! which part in which decision. [`found`] is which personas are there.
//!
//! A *reference* (`..._ref`) is the native key of another object, written
//! `system:object:id`, for example `salesforce:account:0011A00000abcDEQAZ`.

pub mod base;
pub mod decided;
pub mod found;
pub mod placed;
pub mod resolved;

use crate::row::{Row, TableDef};

/// Every table contract, base tables first.
pub fn all() -> Vec<TableDef> {
    base().into_iter().chain(derived()).collect()
}

/// What readers of files write.
pub fn base() -> Vec<TableDef> {
    use base as b;
    vec![
        b::FileRow::TABLE,
        b::RecordRow::TABLE,
        b::MentionRow::TABLE,
        b::AccountRow::TABLE,
        b::DealRow::TABLE,
        b::DeclaredRoleRow::TABLE,
        b::ContractRow::TABLE,
        b::LineItemRow::TABLE,
        b::StageRow::TABLE,
        b::LabelRow::TABLE,
        b::AssociationRow::TABLE,
        b::SameAsRow::TABLE,
        b::MeetingRow::TABLE,
        b::UtteranceRow::TABLE,
        b::ActivityRow::TABLE,
        b::EventRow::TABLE,
        b::AnswerRow::TABLE,
        b::IssueRow::TABLE,
    ]
}

/// What a build writes.
pub fn derived() -> Vec<TableDef> {
    use {decided as d, found as f, placed as p, resolved as r};
    vec![
        p::MENTION_PLACED,
        p::MENTION_LOCATED,
        p::DEAL_PLACED,
        p::CONTRACT_PLACED,
        p::DECLARED_ROLE_PLACED,
        p::ACTIVITY_PLACED,
        p::MEETING_PLACED,
        p::MEETING_KNOWN,
        r::Account::TABLE,
        r::AccountSeen::TABLE,
        r::PersonNode::TABLE,
        r::PERSON_PART,
        r::PERSON_BLOCK,
        r::PERSON_MEMBER,
        r::PAIR_SCORED,
        r::WorkSeen::TABLE,
        r::KeyPerson::TABLE,
        r::AccountAlias::TABLE,
        r::Person::TABLE,
        r::Membership::TABLE,
        r::Link::TABLE,
        r::CastRow::TABLE,
        r::Affiliation::TABLE,
        r::Usage::TABLE,
        d::Decision::TABLE,
        d::Claim::TABLE,
        d::Said::TABLE,
        d::SAID_NOTED,
        d::UsagePlaced::TABLE,
        d::Placeholder::TABLE,
        d::RoleHolding::TABLE,
        d::RoleLine::TABLE,
        d::RequiredRole::TABLE,
        d::Succession::TABLE,
        f::Persona::TABLE,
        f::Statement::TABLE,
        f::PersonaMember::TABLE,
        f::PersonFact::TABLE,
        f::PersonaSearch::TABLE,
        f::PersonaWeight::TABLE,
        f::Topic::TABLE,
        f::PersonaClass::TABLE,
        f::FactLift::TABLE,
    ]
}
