//! The catalogue of words for codes: one place from which every surface takes them.

mod claims;
mod roles;

use model::{
    Component, Coverage, DecisionKind, Departure, Function, HoldingState, Outcome, PersonaKind,
    PersonaState, Seniority, Side,
};

pub use claims::{looked, method, predicate, predicate_against};
pub use roles::{role, role_letters, role_meaning};

/// The word for a probability: the number is always shown beside it.
pub fn likelihood(probability: f64) -> &'static str {
    match probability {
        p if p >= 0.9 => "very likely",
        p if p >= 0.65 => "likely",
        p if p >= 0.4 => "possible",
        p if p >= 0.15 => "unlikely",
        _ => "very unlikely",
    }
}

/// The probability as word and number: "likely, 0.72". What is not certain is
/// never rounded to certainty.
pub fn probability(probability: f64) -> String {
    let word = likelihood(probability);
    match probability {
        p if p >= 0.995 => format!("{word}, over 0.99"),
        p if p < 0.005 => format!("{word}, under 0.01"),
        p => format!("{word}, {p:.2}"),
    }
}

/// A fragment as a sentence: a capital letter and a full stop.
pub fn sentence(fragment: &str) -> String {
    let mut letters = fragment.trim().trim_end_matches('.').chars();
    let first = letters.next().map(char::to_uppercase);
    let text: String = first.into_iter().flatten().chain(letters).collect();
    match text.is_empty() {
        true => text,
        false => format!("{text}."),
    }
}

/// The mark of a persona that is not published; nothing for one that is.
pub const fn persona_mark(state: PersonaState) -> Option<&'static str> {
    match state {
        PersonaState::Published => None,
        other => Some(persona_state(other)),
    }
}

/// A kind of decision.
pub const fn decision_kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Purchase => "purchase",
        DecisionKind::Renewal => "renewal",
        DecisionKind::CrossSell => "cross-sell",
        DecisionKind::UpSell => "up-sell",
        DecisionKind::Use => "term of use",
    }
}

/// How a decision ended.
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Open => "open",
        Outcome::Won => "won",
        Outcome::Lost => "lost",
        Outcome::NoDecision => "no decision",
        Outcome::Renewed => "renewed",
        Outcome::Expanded => "renewed and grown",
        Outcome::Contracted => "renewed and shrunk",
        Outcome::AutoRenewed => "renewed by its own terms",
        Outcome::Churned => "not renewed",
    }
}

/// Whether a holding is established.
pub const fn holding_state(state: HoldingState) -> &'static str {
    match state {
        HoldingState::Established => "established",
        HoldingState::NotEstablished => "not established",
        HoldingState::Contradicted => "CRM says so, the words say otherwise",
        HoldingState::Confirmed => "confirmed by a person",
        HoldingState::Declined => "denied by a person",
        HoldingState::Contested => "one of ours says so, another denies it",
    }
}

/// What can be said of a required role.
pub const fn coverage(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Filled => "filled",
        Coverage::Contested => "contested",
        Coverage::Vacant => "vacant",
        Coverage::NotKnown => "not known",
    }
}

/// Why a role passed on.
pub const fn departure(departure: Departure) -> &'static str {
    match departure {
        Departure::LeftCompany => "left the company",
        Departure::MovedRole => "moved to another role",
        Departure::WentQuiet => "went quiet",
        Departure::Replaced => "was replaced",
    }
}

/// A kind of persona.
pub const fn persona_kind(kind: PersonaKind) -> &'static str {
    match kind {
        PersonaKind::Buyer => "buyer",
        PersonaKind::Customer => "customer",
        PersonaKind::User => "user",
    }
}

/// The state of a persona.
pub const fn persona_state(state: PersonaState) -> &'static str {
    match state {
        PersonaState::Draft => "draft",
        PersonaState::Candidate => "tentative",
        PersonaState::Published => "published",
        PersonaState::Stale => "stale",
        PersonaState::Retired => "retired",
    }
}

/// A component of a persona.
pub const fn component(component: Component) -> &'static str {
    match component {
        Component::DayInTheLife => "A day in the life",
        Component::Objectives => "Objectives",
        Component::Problems => "Problems",
        Component::Orientation => "Orientation",
        Component::Obstacles => "Obstacles",
        Component::Questions => "Questions",
        Component::Preferences => "Preferences",
        Component::Keywords => "Keywords and phrases",
        Component::Engagement => "Engagement scenario",
    }
}

/// What would fill a component that is empty.
pub const fn component_would_help(component: Component) -> &'static str {
    match component {
        Component::DayInTheLife => {
            "Product usage by user, or calls in which people tell what they do all day, would fill it."
        }
        Component::Objectives => {
            "Call transcripts, notes or interviews in which people say what they want to reach would fill it."
        }
        Component::Problems => {
            "Discovery calls, support tickets or survey answers in free text would fill it."
        }
        Component::Orientation => {
            "Titles, signed contracts and roles established from calls would fill it."
        }
        Component::Obstacles => {
            "Call transcripts with objections, or reasons on lost deals, would fill it."
        }
        Component::Questions => {
            "Call transcripts, mails or tickets in which they ask something would fill it."
        }
        Component::Preferences => {
            "Survey answers, or the channel and time of their mails and calls, would fill it."
        }
        Component::Keywords => {
            "More of their own words would fill it: transcripts, mails, tickets."
        }
        Component::Engagement => "Deals with stage history and dated meetings would fill it.",
    }
}

/// A level of seniority.
pub const fn seniority(seniority: Seniority) -> &'static str {
    match seniority {
        Seniority::Chief => "owner or chief officer",
        Seniority::VicePresident => "vice president",
        Seniority::Director => "director or head",
        Seniority::Manager => "manager or lead",
        Seniority::Senior => "senior or specialist",
        Seniority::Entry => "entry level",
    }
}

/// A part of a company.
pub const fn function(function: Function) -> &'static str {
    match function {
        Function::Executive => "general management",
        Function::Finance => "finance",
        Function::Sales => "sales",
        Function::Marketing => "marketing",
        Function::CustomerService => "customer service",
        Function::Product => "product",
        Function::Engineering => "engineering",
        Function::It => "information technology",
        Function::Data => "data and research",
        Function::Operations => "operations",
        Function::Procurement => "purchasing",
        Function::Legal => "law and compliance",
        Function::HumanResources => "people and training",
    }
}

/// Whose side somebody is on.
pub const fn side(side: Side) -> &'static str {
    match side {
        Side::Account => "the account",
        Side::Ours => "ours",
        Side::Partner => "a partner",
        Side::Unknown => "side not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_is_a_word_and_a_number() {
        assert_eq!(probability(0.72), "likely, 0.72");
        assert_eq!(probability(0.999), "very likely, over 0.99");
        assert_eq!(probability(0.0), "very unlikely, under 0.01");
    }

    #[test]
    fn a_fragment_becomes_a_sentence() {
        assert_eq!(sentence("one and two."), "One and two.");
        assert_eq!(sentence("élan"), "Élan.");
        assert_eq!(sentence(" "), "");
    }

    #[test]
    fn the_words_rise_with_the_number() {
        let steps: Vec<&str> = [0.1, 0.2, 0.5, 0.7, 0.95].map(likelihood).to_vec();
        let mut distinct = steps.clone();
        distinct.dedup();
        assert_eq!(steps, distinct);
    }
}
