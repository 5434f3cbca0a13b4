//! How many people usually hold a role in one decision.

use model::Role;

/// Log-weights of 0, 1, 2 … holders among the people on record; the last goes
/// for every higher number. Empty: any number is usual.
///
/// No holder on record is never ruled out: the one may be in no record.
pub fn usual_numbers(role: Role) -> &'static [f64] {
    match role {
        Role::EconomicBuyer => &[-0.7, 0.0, -1.2, -2.6],
        Role::DecisionMaker => &[-0.7, 0.0, -0.8, -1.8],
        Role::Approver => &[-0.5, 0.0, -0.4, -1.2],
        Role::FunctionalBuyer => &[-0.4, 0.0, -0.8, -1.8],
        Role::SolutionOwner => &[-0.5, 0.0, -0.9, -2.0],
        Role::ExecutiveSponsor => &[0.0, 0.0, -0.9, -2.2],
        Role::Champion => &[0.0, 0.0, -0.2, -1.4, -2.6],
        Role::Procurement | Role::Legal => &[0.0, 0.0, -0.4, -1.2],
        Role::TeamManager => &[0.0, 0.0, 0.0, -0.2, -0.5],
        _ => &[],
    }
}

/// At most one person usually holds the role, so that two established holders contest it.
pub fn is_single(role: Role) -> bool {
    matches!(role, Role::EconomicBuyer | Role::DecisionMaker)
}
