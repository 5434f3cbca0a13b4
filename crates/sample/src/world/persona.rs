//! The planted personas: what kinds of people there really are.
//!
//! What a persona does, says and answers is planted elsewhere; here people get
//! theirs. Somebody may have one of each kind.

use model::vocabulary::{DecisionKind, PersonaKind};

use super::{Block, Decision};
use crate::dice::Dice;
use crate::words::titles::Post;

/// The personas somebody has, as positions in [`BUYERS`], [`CUSTOMERS`] and [`USERS`].
#[derive(Clone, Copy, Default)]
pub(crate) struct Personas {
    pub(crate) buyer: Option<usize>,
    pub(crate) customer: Option<usize>,
    pub(crate) user: Option<usize>,
}

/// Codes of the planted buyer personas.
pub(crate) const BUYERS: &[&str] = &["cost_controller", "risk_checker", "growth_driver"];
/// Codes of the planted customer personas.
pub(crate) const CUSTOMERS: &[&str] = &["value_builder", "vendor_consolidator"];
/// Codes of the planted user personas.
pub(crate) const USERS: &[&str] = &[
    "daily_planner",
    "number_reader",
    "mobile_coordinator",
    "caretaker",
];

/// The planted personas of a kind.
pub(crate) fn codes(kind: PersonaKind) -> &'static [&'static str] {
    match kind {
        PersonaKind::Buyer => BUYERS,
        PersonaKind::Customer => CUSTOMERS,
        PersonaKind::User => USERS,
    }
}

/// Whether a persona of the kind can show: in a part in a decision of that
/// kind, and for users in a place where the product is used.
pub(crate) fn shows(block: &Block, human_idx: usize, kind: PersonaKind) -> bool {
    let in_kind = |it: &Decision| match kind {
        PersonaKind::Buyer => it.kind == DecisionKind::Purchase,
        PersonaKind::Customer => !matches!(it.kind, DecisionKind::Purchase | DecisionKind::Use),
        PersonaKind::User => it.kind == DecisionKind::Use,
    };
    let mut decisions = block
        .companies
        .iter()
        .flat_map(|company| &company.decisions);
    decisions.any(|it| in_kind(it) && it.holdings.iter().any(|holding| holding.human == human_idx))
}

/// Draws the personas of somebody in a post.
pub(crate) fn draw(dice: &mut Dice, post: Post) -> Personas {
    let buyer_weights: &[f64] = match post {
        Post::Finance | Post::Procurement => &[0.75, 0.15, 0.10],
        Post::InformationTechnology | Post::Security | Post::Legal | Post::Administrator => {
            &[0.10, 0.80, 0.10]
        }
        _ => &[0.20, 0.15, 0.65],
    };
    let user_weights: &[f64] = match post {
        Post::Administrator => &[0.05, 0.05, 0.05, 0.85],
        Post::Specialist => &[0.30, 0.60, 0.10, 0.0],
        Post::Worker => &[0.50, 0.05, 0.45, 0.0],
        _ => &[0.20, 0.60, 0.20, 0.0],
    };
    let works_with_it = matches!(
        post,
        Post::Administrator | Post::Specialist | Post::Worker | Post::TeamLead | Post::FunctionHead
    );
    let (buyer, user) = (dice.weighted(buyer_weights), dice.weighted(user_weights));
    Personas {
        buyer: Some(buyer),
        customer: Some(usize::from(dice.chance(0.4))),
        user: works_with_it.then_some(user),
    }
}
