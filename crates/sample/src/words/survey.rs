//! What people tick in the survey.

/// What it is used for, in the order of the planted user personas.
pub(crate) const REASONS: &[&str] = &[
    "Planning shifts",
    "Reports and figures",
    "On the move, by phone",
    "Keeping the system running",
];

/// Sentences about oneself, in the order of the planted customer personas.
pub(crate) const ATTITUDES: &[&str] = &[
    "I look for more we could do with what we have",
    "I would like fewer systems and fewer contracts",
];

/// Questions whose answers follow nothing.
pub(crate) const NOISE: &[(&str, &[&str])] = &[
    (
        "When do you like webinars best?",
        &["Morning", "Noon", "Afternoon", "Never"],
    ),
    (
        "How do you like to learn?",
        &["Video", "Text", "A colleague", "Trying it out"],
    ),
    (
        "Which browser do you use?",
        &["Chrome", "Edge", "Firefox", "Safari"],
    ),
    (
        "I drink coffee at work",
        &["Strongly agree", "Agree", "Neither", "Disagree"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::persona::{CUSTOMERS, USERS};

    #[test]
    fn every_persona_has_an_answer() {
        assert_eq!(REASONS.len(), USERS.len());
        assert_eq!(ATTITUDES.len(), CUSTOMERS.len());
    }
}
