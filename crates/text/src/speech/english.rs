//! English rules, one table a subject.
//!
//! A line has a code, the predicate, how sure it is in percent, the cues of
//! which one must stand in the text, and the form. Lines are tried in order;
//! where several read the same words, the surest one counts.

mod access;
mod authority;
mod choice;
mod daily;
mod handover;
mod matters;
mod work;

use super::rules::Rule;

/// Every English table.
pub(super) const TABLES: &[&[Rule]] = &[
    authority::DECIDES,
    authority::AUTHORISES,
    authority::CONTROLS_BUDGET,
    work::OWNS,
    work::EVALUATES,
    work::ADVOCATES,
    access::PROCURES,
    access::REVIEWS_TERMS,
    access::GATEKEEPS,
    access::SPONSORS,
    access::OPPOSES,
    access::INFLUENCES,
    handover::HANDS_OVER,
    handover::TOOK_OVER,
    handover::LEFT_COMPANY,
    handover::MOVED_ROLE,
    daily::MANAGES_TEAM,
    daily::ADMINISTERS,
    daily::USES,
    daily::TASKS,
    daily::VALUE,
    daily::REQUESTS,
    daily::PREFERENCES,
    matters::GOALS,
    matters::PAINS,
    choice::CRITERIA,
    choice::OBJECTIONS,
    choice::COMPETITORS,
    choice::PROCESSES,
    choice::TRIGGERS,
];
