//! English rules, one table a subject.
//!
//! A line has a code, the predicate, how sure it is in percent, the cues of
//! which one must stand in the text, and the form. Lines are tried in order;
//! where several read the same words, the surest one counts.

mod access;
mod authority;
mod changes;
mod choice;
mod course;
mod daily;
mod days;
mod frames;
mod handover;
mod matters;
mod parts;
mod wants;
mod weighs;
mod work;

use super::frames as ways;
use super::rules::Rule;

/// Every English rule: what frames make, then the lines of the tables.
pub(super) fn rules() -> Vec<Rule> {
    let lines = TABLES.iter().copied().flatten().copied();
    ways::rules(frames::FRAMES)
        .into_iter()
        .chain(lines)
        .collect()
}

/// Every English table.
const TABLES: &[&[Rule]] = &[
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
    changes::GONE,
    changes::ELSEWHERE_INSIDE,
    changes::SUCCESSORS,
    changes::PASSERS,
    parts::AUTHORITY,
    parts::WORKERS,
    parts::VOICES,
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
    wants::WANTS,
    wants::HURTS,
    weighs::WEIGHS,
    weighs::DOUBTS,
    days::DAYS,
    days::GAINS,
    days::LACKS,
    days::PREFERS,
    course::COURSE,
    course::SET_OFF,
    course::RIVALS,
];
