//! What speaks for a role having passed on: fixed weights, in log-odds.
//!
//! Source  the methods' seat model: a hazard prior of 15 to 22.5 % a year, and
//!         handover statements, title and employer changes, stopped activity,
//!         new people of the same function, changed signatories.

use model::Role;

/// The holder left the company.
pub const HAS_LEFT: f64 = 5.0;
/// The holder moved to another role.
pub const HAS_MOVED: f64 = 2.0;
/// The holder went up or down in the same part of the company, and may have kept the role.
pub const WAS_PROMOTED: f64 = 1.2;
/// A handover was announced or told of.
pub const HANDED_OVER: f64 = 3.5;
/// The holder went quiet by their own cadence.
pub const WENT_QUIET: f64 = 1.8;
/// Somebody else signed where the holder had signed before.
pub const OTHER_SIGNATORY: f64 = 1.5;
/// The holder was seen in the later decision.
pub const SEEN_SINCE: f64 = -1.0;

/// Somebody else is established in the role: the fewer usually hold it, the more it says.
pub fn other_holder(role: Role) -> f64 {
    match role {
        Role::DecisionMaker | Role::EconomicBuyer => 2.0,
        Role::Approver | Role::SolutionOwner | Role::FunctionalBuyer => 1.2,
        Role::ExecutiveSponsor | Role::DepartmentExecutive | Role::Administrator => 1.2,
        _ => 0.4,
    }
}

/// A sign from which on a succession may be spoken of at all.
pub const IS_A_SIGN: f64 = 1.0;
/// Probability from which a succession is written.
pub const SUCCESSION: f64 = 0.5;

/// Probability given to a successor who is named in the handover.
pub const NAMED_SUCCESSOR: f64 = 0.6;
/// Probability given to somebody new of the same function.
pub const NEW_OF_SAME_FUNCTION: f64 = 0.15;
/// How much more likely a successor is who joined after the holder was last established.
pub const JOINED_SINCE: f64 = 1.5;
/// How much more likely a successor is who works in the holder's function.
pub const SAME_FUNCTION: f64 = 1.5;
/// How much more likely a successor is who is named in the handover.
pub const IS_NAMED: f64 = 4.0;
