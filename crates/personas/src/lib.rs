//! Features become personas, statements and memberships.
//!
//! Reads   what `roles` and `resolve` conclude about each account
//! Writes  `topic`, `person_fact`, `persona_search`, `persona_class`,
//!         `persona_weight`, `fact_lift`, `persona_member`, `persona`, `statement`
//!
//! Five steps: [`topics`] learns the words people's texts are grouped by,
//! [`facts`] writes down what is known of each person for each kind of persona,
//! [`find`] searches for personas and tests them, [`assign`] says who belongs
//! where, [`describe`] puts what passed into sentences. What does not pass its
//! gates is not shown.

pub mod assign;
pub mod describe;
mod drafts;
pub mod facts;
pub mod find;
mod gates;
mod lifts;
mod naming;
mod pack;
mod parallel;
mod search;
mod sentences;
mod settings;
mod sheet;
mod subjects;
pub mod topics;
mod words;

pub use settings::Settings;

use lake::Step;

/// The steps of this stage, in order.
pub fn steps(settings: &Settings) -> Vec<Box<dyn Step>> {
    vec![
        Box::new(topics::LearnTopics {
            settings: *settings,
        }),
        Box::new(facts::FindFacts),
        Box::new(find::FindPersonas {
            settings: *settings,
        }),
        Box::new(assign::AssignPersonas {
            settings: *settings,
        }),
        Box::new(describe::DescribePersonas {
            settings: *settings,
        }),
    ]
}
