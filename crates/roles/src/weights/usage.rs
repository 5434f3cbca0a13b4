//! What counted usage speaks for: fixed weights and fixed limits, the same for
//! every account. Nothing here is learnt from how deciders behave.

use model::Role;

/// Days with any event from which somebody counts as working with the product.
const STEADY_DAYS: i32 = 5;
/// Share of days from which somebody lives in the product: two days of each week.
const DAILY_SHARE: f64 = 2.0 / 7.0;
/// Days between the first and the last event below which a share of days says nothing.
const SHORT_SPAN_DAYS: i32 = 28;
/// Share of the event names seen at the account from which somebody uses much of it.
const BROAD_SHARE: f64 = 0.5;
/// Event names an account must show before a share of them says anything.
const FEW_NAMES: usize = 5;
/// Events of a kind from which they are no accident.
const SEVERAL: i64 = 3;
/// Different days of use from which the absence of a kind of event means something.
const MANY_DAYS: i32 = 20;

/// One person's use of the product in one term.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Used {
    /// Different days, as far as the counts of single events tell.
    pub n_days: i32,
    /// Days from the first event to the last, both counted.
    pub span_days: i32,
    /// Different event names.
    pub n_names: usize,
    /// Different event names of everybody at the account.
    pub n_names_of_all: usize,
    /// Events that administer: permissions, settings, integrations.
    pub n_administering: i64,
    /// Events that manage a team's work: assigning, approving, team reports.
    pub n_managing: i64,
}

impl Used {
    fn is_daily(&self) -> bool {
        self.span_days >= SHORT_SPAN_DAYS
            && f64::from(self.n_days) >= DAILY_SHARE * f64::from(self.span_days)
    }

    fn is_broad(&self) -> bool {
        self.n_names_of_all >= FEW_NAMES
            && self.n_names as f64 >= BROAD_SHARE * self.n_names_of_all as f64
    }
}

/// The roles that use speaks for or against, in log-odds; the first is the plainest.
pub fn used(use_: &Used) -> Vec<(Role, f64)> {
    let works = if use_.n_days >= STEADY_DAYS { 3.0 } else { 1.6 };
    let lives = match (use_.is_daily(), use_.is_broad()) {
        (true, true) => 3.4,
        (true, false) => 2.0,
        (false, true) => 1.2,
        (false, false) => -0.8,
    };
    let runs = kind_weight(use_.n_administering, use_.n_days, 3.4);
    let manages = kind_weight(use_.n_managing, use_.n_days, 2.4);
    vec![
        (Role::User, works),
        (Role::PowerUser, lives),
        (Role::Administrator, runs),
        (Role::TeamManager, manages),
    ]
}

fn kind_weight(n: i64, n_days: i32, several: f64) -> f64 {
    match n {
        n if n >= SEVERAL => several,
        n if n > 0 => several / 2.0,
        _ if n_days >= MANY_DAYS => -0.8,
        _ => 0.0,
    }
}

/// Words of event names that administer the product.
const ADMINISTERING: &[&str] = &[
    "admin",
    "administrator",
    "permission",
    "permissions",
    "role",
    "roles",
    "sso",
    "saml",
    "scim",
    "provisioned",
    "deprovisioned",
    "integration",
    "integrations",
    "webhook",
    "webhooks",
    "billing",
    "license",
    "licence",
    "configured",
    "configuration",
    "settings",
    "workspace",
    "invited",
    "invite",
    "deactivated",
];

/// Words of event names that manage a team's work.
const MANAGING: &[&str] = &[
    "team",
    "assign",
    "assigned",
    "reassigned",
    "approve",
    "approved",
    "workload",
    "capacity",
    "delegated",
    "reviewed",
    "scorecard",
    "coaching",
];

/// An event name says that somebody runs the product.
pub fn is_administering(words: &[String]) -> bool {
    words.iter().any(|w| ADMINISTERING.contains(&w.as_str()))
}

/// An event name says that somebody manages others' work in the product.
pub fn is_managing(words: &[String]) -> bool {
    words.iter().any(|w| MANAGING.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(use_: Used, role: Role) -> f64 {
        let found = used(&use_).into_iter().find(|(r, _)| *r == role);
        found.map_or(0.0, |(_, weight)| weight)
    }

    #[test]
    fn a_short_burst_is_no_power_use() {
        let burst = Used {
            n_days: 6,
            span_days: 7,
            n_names: 2,
            n_names_of_all: 9,
            ..Used::default()
        };
        assert!(weight(burst, Role::PowerUser) < 0.0);
        let year = Used {
            n_days: 200,
            span_days: 365,
            n_names: 8,
            ..burst
        };
        assert!(weight(year, Role::PowerUser) > weight(burst, Role::User));
    }

    #[test]
    fn many_days_without_administering_speak_against_it() {
        let busy = Used {
            n_days: 60,
            ..Used::default()
        };
        assert!(weight(busy, Role::Administrator) < 0.0);
        let once = Used {
            n_days: 2,
            ..Used::default()
        };
        assert_eq!(weight(once, Role::Administrator), 0.0);
    }
}
