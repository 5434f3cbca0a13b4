//! What a title hints at: at most a third of what somebody's own words weigh, but for
//! purchasing and law, where the title is the part.

use model::{Function, Role, Seniority};

use super::on_grid;

/// Log-odds that a title adds to a role.
///
/// Two addends: how high somebody stands, and what part of the company they
/// work in. What the title does not say clearly adds nothing.
pub fn title(role: Role, seniority: Option<Seniority>, function: Option<Function>) -> f64 {
    let level = seniority.map_or(0.0, |seniority| of_level(role, seniority));
    let part = function.map_or(0.0, |function| of_function(role, function));
    on_grid(level + part)
}

/// One row a role: chief, vice president, director, manager, senior, entry.
fn of_level(role: Role, seniority: Seniority) -> f64 {
    let row = match role {
        Role::DecisionMaker => [0.8, 0.9, 0.5, -0.4, -1.4, -2.0],
        Role::Approver => [0.9, 0.6, 0.1, -0.8, -1.8, -2.4],
        Role::EconomicBuyer => [0.8, 0.6, 0.0, -0.9, -1.8, -2.4],
        Role::FunctionalBuyer => [0.1, 0.6, 0.7, 0.1, -1.0, -1.8],
        Role::TechnicalEvaluator => [-0.6, -0.4, 0.0, 0.2, 0.4, 0.0],
        Role::Influencer => [-0.2, 0.0, 0.2, 0.2, 0.1, -0.2],
        Role::Champion => [-0.6, 0.0, 0.3, 0.3, 0.0, -0.4],
        Role::Gatekeeper => [-1.2, -0.8, -0.2, 0.1, 0.1, 0.4],
        Role::SolutionOwner => [-0.8, 0.0, 0.6, 0.6, 0.0, -1.0],
        Role::DepartmentExecutive => [0.6, 1.1, 0.4, -1.2, -2.2, -2.6],
        Role::ExecutiveSponsor => [1.2, 0.8, -0.4, -1.6, -2.4, -2.8],
        Role::Procurement | Role::Legal => [-0.4, 0.0, 0.1, 0.1, 0.1, -0.2],
        Role::TeamManager => [-1.2, -0.4, 0.4, 1.1, -0.4, -1.4],
        Role::Administrator => [-1.4, -1.0, -0.4, 0.2, 0.4, 0.1],
        Role::PowerUser => [-1.4, -1.0, -0.6, 0.0, 0.4, 0.2],
        Role::User => [-1.4, -1.0, -0.6, 0.0, 0.4, 0.4],
    };
    let [chief, vice_president, director, manager, senior, entry] = row;
    match seniority {
        Seniority::Chief => chief,
        Seniority::VicePresident => vice_president,
        Seniority::Director => director,
        Seniority::Manager => manager,
        Seniority::Senior => senior,
        Seniority::Entry => entry,
    }
}

fn of_function(role: Role, function: Function) -> f64 {
    use Function::{Data, Engineering, Executive, Finance, It, Legal, Procurement};
    match (role, function) {
        (Role::EconomicBuyer, Finance) => 0.9,
        (Role::EconomicBuyer | Role::Approver, Executive) => 0.4,
        (Role::Approver, Finance) => 0.4,
        // Who works in purchasing or law and shows in a decision is there for that, rarely
        // for the choice.
        (Role::Procurement, Procurement) | (Role::Legal, Legal) => 3.0,
        (Role::Procurement | Role::Legal, _) => -1.2,
        (
            Role::DecisionMaker | Role::FunctionalBuyer | Role::EconomicBuyer,
            Procurement | Legal,
        ) => -1.0,
        (Role::Champion | Role::SolutionOwner | Role::ExecutiveSponsor, Procurement | Legal) => {
            -1.2
        }
        (Role::TechnicalEvaluator, It | Engineering | Data) => 1.0,
        (Role::TechnicalEvaluator, Finance | Procurement | Legal) => -0.8,
        (Role::Administrator, It | Engineering) => 0.5,
        (Role::ExecutiveSponsor, Executive) => 0.4,
        _ => 0.0,
    }
}
