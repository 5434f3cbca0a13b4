//! The sentences what reads speech is developed on.

mod roles;
mod talk;
mod topics;

use super::Family;

pub(super) static FAMILY: Family = Family {
    notes: talk::NOTES,
    roles: roles::ROLES,
    changes: roles::CHANGES,
    frames: topics::FRAMES,
    topics: topics::TOPICS,
    noise: topics::NOISE,
    talk: talk::TALK,
    openings: talk::OPENINGS,
    closings: talk::CLOSINGS,
    hesitations: talk::HESITATIONS,
    listening: talk::LISTENING,
};
