//! Words, letters and meanings of roles.

use model::Role;

/// The name of a role.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::DecisionMaker => "decision maker",
        Role::Approver => "approver",
        Role::EconomicBuyer => "economic buyer",
        Role::FunctionalBuyer => "functional buyer",
        Role::TechnicalEvaluator => "technical evaluator",
        Role::Influencer => "influencer",
        Role::Champion => "champion",
        Role::Gatekeeper => "gatekeeper",
        Role::SolutionOwner => "solution owner",
        Role::DepartmentExecutive => "department executive",
        Role::ExecutiveSponsor => "executive sponsor",
        Role::Procurement => "procurement",
        Role::Legal => "legal",
        Role::TeamManager => "team manager",
        Role::Administrator => "administrator",
        Role::PowerUser => "power user",
        Role::User => "user",
    }
}

/// One or two letters for a role, different for each, so that a role is never colour alone.
pub const fn role_letters(role: Role) -> &'static str {
    match role {
        Role::DecisionMaker => "D",
        Role::Approver => "A",
        Role::EconomicBuyer => "E",
        Role::FunctionalBuyer => "F",
        Role::TechnicalEvaluator => "T",
        Role::Influencer => "I",
        Role::Champion => "C",
        Role::Gatekeeper => "G",
        Role::SolutionOwner => "O",
        Role::DepartmentExecutive => "X",
        Role::ExecutiveSponsor => "S",
        Role::Procurement => "P",
        Role::Legal => "L",
        Role::TeamManager => "M",
        Role::Administrator => "Ad",
        Role::PowerUser => "Pu",
        Role::User => "U",
    }
}

/// Who that is, in one line.
pub const fn role_meaning(role: Role) -> &'static str {
    match role {
        Role::DecisionMaker => "makes the choice",
        Role::Approver => "authorises or signs",
        Role::EconomicBuyer => "controls the money",
        Role::FunctionalBuyer => "answers for the function that will use it",
        Role::TechnicalEvaluator => "judges whether it fits and is safe",
        Role::Influencer => "sways the choice without making it",
        Role::Champion => "argues for us when we are not there",
        Role::Gatekeeper => "controls access to people or process",
        Role::SolutionOwner => "owns the solution within the company",
        Role::DepartmentExecutive => "answers for a department its value reaches",
        Role::ExecutiveSponsor => "backs it from the top",
        Role::Procurement => "vendor relations",
        Role::Legal => "terms and law",
        Role::TeamManager => "manages the day-to-day teams",
        Role::Administrator => "runs the product",
        Role::PowerUser => "lives in the product",
        Role::User => "works with the product",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_roles_share_letters() {
        let letters: BTreeSet<&str> = Role::ALL.iter().map(|r| role_letters(*r)).collect();
        assert_eq!(letters.len(), Role::ALL.len());
    }
}
