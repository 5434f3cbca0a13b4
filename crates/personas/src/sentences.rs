//! Plain sentences made from facts: nothing is said that the fact does not say.

use model::{Function, Role, Seniority};

/// What stands for the value in a template.
const SLOT: &str = "{}";

/// Sentences by subject; the words of the value take the place of `{}`.
const TEMPLATES: &[(&str, &str)] = &[
    ("goal", "Wants to reach something that has to do with “{}”."),
    (
        "value_gained",
        "Has gained something that has to do with “{}”.",
    ),
    ("pain", "Has a problem with “{}”."),
    ("request", "Asks for something that has to do with “{}”."),
    ("criterion", "Makes the choice hang on “{}”."),
    ("competitor", "Also speaks of {}."),
    ("objection", "Objects on account of “{}”."),
    ("question", "Asks about “{}”."),
    (
        "preference",
        "States a preference that has to do with “{}”.",
    ),
    ("task", "Spends working time on “{}”."),
    (
        "trigger",
        "Was set off by something that has to do with “{}”.",
    ),
    ("process", "Says of how the choice is made: “{}”."),
    ("word", "Uses the words “{}”."),
    ("feature", "Uses “{}” regularly."),
    ("activity", "Is active on {} days."),
    ("breadth", "Uses {} different features."),
    ("depth", "Does {} things in the product on an active day."),
    ("company_size", "Works at a company of {} employees."),
    ("industry", "Works in the industry “{}”."),
];

/// The sentence of a fact.
pub(crate) fn sentence(subject: &str, value: &str) -> String {
    let fixed = match subject {
        "seniority" => Seniority::from_code(value).map(of_seniority),
        "function" => Function::from_code(value).map(of_function),
        "role" | "use_role" => Role::from_code(value).map(of_role),
        "stance" => Some(of_stance(value)),
        "channel" => of_channel(value),
        _ => None,
    };
    if let Some(sentence) = fixed {
        return sentence.to_owned();
    }
    let template = TEMPLATES.iter().find(|(code, _)| *code == subject);
    match template {
        Some((_, template)) => template.replace(SLOT, value),
        None => format!("{}: {value}.", spaced(subject)),
    }
}

/// A code as words.
pub(crate) fn spaced(code: &str) -> String {
    let words = code.replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

fn of_seniority(level: Seniority) -> &'static str {
    match level {
        Seniority::Chief => "Stands at the top: owner, founder or C-level.",
        Seniority::VicePresident => "Is a vice president.",
        Seniority::Director => "Is a director or head of a department.",
        Seniority::Manager => "Is a manager or team lead.",
        Seniority::Senior => "Is a senior or a specialist.",
        Seniority::Entry => "Is at entry level, an assistant or a trainee.",
    }
}

fn of_function(function: Function) -> &'static str {
    match function {
        Function::Executive => "Works in general management.",
        Function::Finance => "Works in finance or accounting.",
        Function::Sales => "Works in sales.",
        Function::Marketing => "Works in marketing.",
        Function::CustomerService => "Works in customer service.",
        Function::Product => "Works in product management or design.",
        Function::Engineering => "Works in engineering.",
        Function::It => "Works in information technology or security.",
        Function::Data => "Works in data, analytics or research.",
        Function::Operations => "Works in operations.",
        Function::Procurement => "Works in purchasing.",
        Function::Legal => "Works in law, risk or compliance.",
        Function::HumanResources => "Works in human resources or training.",
    }
}

fn of_role(role: Role) -> &'static str {
    match role {
        Role::DecisionMaker => "Makes the choice.",
        Role::Approver => "Authorises or signs.",
        Role::EconomicBuyer => "Controls the money.",
        Role::FunctionalBuyer => "Answers for the function that will use it.",
        Role::TechnicalEvaluator => "Judges whether it fits and is safe.",
        Role::Influencer => "Sways the choice without making it.",
        Role::Champion => "Argues for it inside the company.",
        Role::Gatekeeper => "Controls access to people or process.",
        Role::SolutionOwner => "Owns the solution within the company.",
        Role::DepartmentExecutive => "Answers for a department its value reaches.",
        Role::ExecutiveSponsor => "Backs it from the top.",
        Role::Procurement => "Handles vendor relations.",
        Role::Legal => "Reviews terms and law.",
        Role::TeamManager => "Manages the teams that work with it.",
        Role::Administrator => "Runs the product for others.",
        Role::PowerUser => "Lives in the product.",
        Role::User => "Works with the product.",
    }
}

fn of_stance(value: &str) -> &'static str {
    match value {
        "supports" => "Speaks for it.",
        _ => "Speaks against it.",
    }
}

fn of_channel(value: &str) -> Option<&'static str> {
    match value {
        "meeting" => Some("Takes part in meetings."),
        "email" => Some("Is reached by mail."),
        "call" => Some("Is reached by phone."),
        "ticket" => Some("Writes tickets."),
        "note" => Some("Appears in notes of ours."),
        "task" => Some("Is followed up by tasks of ours."),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subjects::SUBJECTS;

    #[test]
    fn every_subject_makes_a_sentence_around_its_value() {
        for subject in SUBJECTS {
            let made = sentence(subject.code, "audit trail");
            assert!(made.ends_with('.'), "{made}");
            let is_own = TEMPLATES.iter().any(|(code, _)| *code == subject.code);
            assert!(!is_own || made.contains("audit trail"), "{made}");
        }
    }

    #[test]
    fn codes_of_vocabularies_become_words() {
        assert_eq!(
            sentence("function", "finance"),
            "Works in finance or accounting."
        );
        assert_eq!(sentence("role", "economic_buyer"), "Controls the money.");
        assert_eq!(sentence("channel", "fax"), "Channel: fax.");
    }
}
