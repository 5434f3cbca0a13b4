//! Every figure that turns words into log-odds, in one place, with its reason.
//!
//! The scale is natural log-odds. The order is fixed: what somebody says of
//! their own authority counts more than a signature, that more than a role
//! declared in a CRM, and a title is a weak hint. No figure here is learnt from
//! data; calibration against labels happens afterwards and keeps the order.
//!
//! Source  the methods' signals: declared roles are absent or wrong often enough
//!         to be one noisy vote (42 of 64 notes named another decider than the
//!         logged contact); `CustomerSignedId` is the strongest structured
//!         evidence of an approver; talk time is not authority and has no weight.

mod others;
mod passing;
mod title;
mod usage;

pub use others::{is_single, usual_numbers};
pub use passing::{
    HANDED_OVER, HAS_LEFT, HAS_MOVED, IS_A_SIGN, IS_NAMED, JOINED_SINCE, NAMED_SUCCESSOR,
    NEW_OF_SAME_FUNCTION, OTHER_SIGNATORY, SAME_FUNCTION, SEEN_SINCE, SUCCESSION, WAS_PROMOTED,
    WENT_QUIET, other_holder,
};
pub use title::title;
pub use usage::{Used, is_administering, is_managing, used};

use model::{DecisionKind, Method, Predicate, Role};

/// Smallest step of a weight. A power of two, so that sums of weights are exact
/// in any order and a waterfall adds up to the last bit.
pub const STEP: f64 = 1.0 / 4096.0;

/// Rounds a weight to a multiple of [`STEP`].
pub fn on_grid(weight: f64) -> f64 {
    libm::round(weight / STEP) * STEP
}

/// Probability from which a holding is called established. Above what one
/// declared vote alone reaches; a declared vote with a fitting title passes.
pub const ESTABLISHED: f64 = 0.65;

/// Probability below which a holding without a line of its own is not written.
pub const WORTH_WRITING: f64 = 0.1;

/// A role declared by a system: one vote.
pub const DECLARED: f64 = 2.0;
/// A role declared as former speaks against holding it now.
pub const DECLARED_FORMER: f64 = -2.0;
/// A signature shows an approver; only what somebody says of themselves counts more.
pub const SIGNED: f64 = 3.4;
/// Whoever signs often also chooses.
pub const SIGNED_DECIDER: f64 = 0.8;
/// Whoever signs sometimes controls the money.
pub const SIGNED_BUYER: f64 = 0.6;
/// Somebody else of the account said it: they can be wrong about a colleague.
pub const OTHERS_SHARE: f64 = 0.85;
/// One of ours wrote it down: notes name the wrong person often.
pub const NOTED_SHARE: f64 = 0.6;
/// Nothing connects the person with the decision but working there.
pub const UNCONNECTED: f64 = -2.0;

/// Had left the company before it began.
pub const LEFT: f64 = -5.0;
/// Had moved to another part of the company before it began.
pub const MOVED: f64 = -1.5;
/// Held the same role in the decision before, were nobody ever to leave a seat.
pub const CARRIED: f64 = 2.4;
/// Holds the same role in the term of use that the decision is about.
pub const BESIDE: f64 = 3.0;
/// Share of people who leave their seat within a year: published turnover is 15 to 22.5 %.
pub const LEAVING_SHARE: f64 = 0.18;

/// Probability that a holder is still in their seat after some years.
pub fn still_in_seat(years: f64) -> f64 {
    libm::pow(1.0 - LEAVING_SHARE, years.max(0.0))
}

/// Log-odds that somebody connected with a decision holds a role, before any claim.
///
/// Set so that about one of eight connected people controls the money, and
/// about one of four works with the product.
pub fn prior(role: Role, kind: DecisionKind) -> f64 {
    let base = match role {
        Role::DecisionMaker => -2.0,
        Role::Approver | Role::EconomicBuyer => -2.2,
        Role::FunctionalBuyer | Role::TechnicalEvaluator => -2.0,
        Role::Influencer => -1.6,
        Role::Champion => -2.0,
        Role::Gatekeeper => -2.8,
        Role::SolutionOwner | Role::DepartmentExecutive => -2.2,
        Role::ExecutiveSponsor => -2.6,
        Role::Procurement => -2.8,
        Role::Legal => -3.0,
        Role::TeamManager => -2.2,
        Role::Administrator => -2.4,
        Role::PowerUser => -2.2,
        Role::User => -1.0,
    };
    // A renewal is bought by fewer people than a purchase; procurement and terms come up more.
    let shift = match (role, kind) {
        (Role::Procurement | Role::Legal, DecisionKind::Renewal) => 0.2,
        (Role::TechnicalEvaluator, DecisionKind::Renewal) => -0.4,
        _ => 0.0,
    };
    on_grid(base + shift)
}

/// Whether a role is held in a kind of decision.
pub fn is_held_in(role: Role, kind: DecisionKind) -> bool {
    use DecisionKind::{CrossSell, Purchase, Renewal, UpSell, Use};
    match role {
        Role::FunctionalBuyer => matches!(kind, Purchase | CrossSell | UpSell),
        Role::SolutionOwner => matches!(kind, Renewal | CrossSell | UpSell | Use),
        Role::DepartmentExecutive => matches!(kind, Renewal | CrossSell | UpSell),
        Role::TeamManager => matches!(kind, Renewal | Use),
        Role::Administrator | Role::PowerUser | Role::User => kind == Use,
        Role::Champion | Role::ExecutiveSponsor => true,
        _ => kind != Use,
    }
}

/// What a statement speaks for: the role it is about first, with full first-person weight.
pub fn spoken(predicate: Predicate) -> &'static [(Role, f64)] {
    match predicate {
        Predicate::Decides => &[
            (Role::DecisionMaker, 3.8),
            (Role::EconomicBuyer, 0.6),
            (Role::Approver, 0.6),
        ],
        Predicate::Authorises => &[
            (Role::Approver, 4.0),
            (Role::DecisionMaker, 0.8),
            (Role::EconomicBuyer, 0.6),
        ],
        Predicate::ControlsBudget => &[
            (Role::EconomicBuyer, 3.8),
            (Role::DecisionMaker, 0.6),
            (Role::Approver, 0.6),
        ],
        // Owning the topic means one role before the product is there and another after.
        Predicate::Owns => &[(Role::SolutionOwner, 3.0), (Role::FunctionalBuyer, 3.0)],
        Predicate::Evaluates => &[(Role::TechnicalEvaluator, 3.2)],
        Predicate::Procures => &[(Role::Procurement, 3.8)],
        Predicate::ReviewsTerms => &[(Role::Legal, 3.8)],
        Predicate::Gatekeeps => &[(Role::Gatekeeper, 3.6)],
        Predicate::Sponsors => &[(Role::ExecutiveSponsor, 3.4)],
        Predicate::Advocates => &[(Role::Champion, 3.2)],
        // Somebody who argues against it is no champion; nothing else follows from a stance.
        Predicate::Opposes => &[(Role::Champion, -2.4)],
        Predicate::Influences => &[(Role::Influencer, 2.8)],
        Predicate::ManagesTeam => &[(Role::TeamManager, 3.2)],
        Predicate::Administers => &[(Role::Administrator, 3.6)],
        Predicate::Uses => &[(Role::User, 3.0)],
        _ => &[],
    }
}

/// Share of its first-person weight that a statement keeps, by how it came about.
pub fn share_of(method: Method) -> f64 {
    match method {
        Method::SaidByOther => OTHERS_SHARE,
        Method::Noted => NOTED_SHARE,
        _ => 1.0,
    }
}
