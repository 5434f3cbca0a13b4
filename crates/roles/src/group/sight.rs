//! What there was to look at: records in which a role would show.

use std::collections::{BTreeMap, BTreeSet};

use model::{DecisionId, Instant, PersonId, Role};

use crate::claims::Sources;
use crate::holdings::{Held, LineKind};
use crate::tie::Pointer;

/// The records about one decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sight {
    n_meetings: u32,
    n_notes: u32,
    listed: BTreeSet<PersonId>,
    n_signatures: u32,
    users: BTreeSet<PersonId>,
}

/// Chances that one record shows a role that somebody holds.
struct Chances {
    meeting: f64,
    note: f64,
    listed: f64,
    signature: f64,
    user: f64,
}

fn chances(role: Role) -> Chances {
    let decides = Chances {
        meeting: 0.25,
        note: 0.08,
        listed: 0.12,
        signature: 0.0,
        user: 0.0,
    };
    match role {
        Role::Approver => Chances {
            signature: 0.9,
            ..decides
        },
        Role::Administrator => Chances {
            meeting: 0.15,
            user: 0.2,
            ..decides
        },
        // Whoever lives in the product shows in its counts; one user says little.
        Role::PowerUser | Role::User => Chances {
            meeting: 0.1,
            user: 0.3,
            ..decides
        },
        Role::TeamManager => Chances {
            meeting: 0.15,
            user: 0.05,
            ..decides
        },
        _ => decides,
    }
}

impl Sight {
    /// The chance that somebody in the role would show in none of these records.
    pub(super) fn unseen_share(&self, role: Role) -> f64 {
        let chances = chances(role);
        let missed = |chance: f64, n: usize| libm::pow(1.0 - chance, n as f64);
        missed(chances.meeting, self.n_meetings as usize)
            * missed(chances.note, self.n_notes as usize)
            * missed(chances.listed, self.listed.len())
            * missed(chances.signature, self.n_signatures as usize)
            * missed(chances.user, self.users.len())
    }

    /// What was looked at for a role.
    pub(super) fn in_words(&self, role: Role) -> String {
        let chances = chances(role);
        let mut parts = vec![
            counted(self.n_meetings as usize, "meeting", "meetings"),
            counted(self.n_notes as usize, "note", "notes"),
            counted(
                self.listed.len(),
                "person with a declared role",
                "people with a declared role",
            ),
        ];
        if chances.signature > 0.0 {
            parts.push(counted(
                self.n_signatures as usize,
                "contract signatory",
                "contract signatories",
            ));
        }
        if chances.user > 0.0 {
            parts.push(counted(self.users.len(), "counted user", "counted users"));
        }
        parts.join(", ")
    }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    match n {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

/// What there was to look at in each decision.
pub(super) fn sights(sources: &Sources<'_>, held: &[Held<'_>]) -> BTreeMap<DecisionId, Sight> {
    let (input, ties) = (sources.input, sources.ties);
    let mut sights: BTreeMap<DecisionId, Sight> = BTreeMap::new();
    for row in input.meetings.iter().filter(|row| row.n_utterances > 0) {
        if let Some(decision) = ties.of_meeting(row.meeting_id, row.day) {
            sights.entry(decision).or_default().n_meetings += 1;
        }
    }
    for row in input
        .activities
        .iter()
        .filter(|row| !row.body.trim().is_empty())
    {
        if let Some(decision) = ties.of_note(row.record_id, row.at.map(Instant::day)) {
            sights.entry(decision).or_default().n_notes += 1;
        }
    }
    for row in input.contracts.iter().filter(|row| row.signed_by.is_some()) {
        let pointer = Pointer {
            contract_ref: Some(&row.native_key),
            ..Pointer::default()
        };
        if let Some(decision) = ties.decision(pointer) {
            sights.entry(decision).or_default().n_signatures += 1;
        }
    }
    for holding in held {
        let has = |kind: LineKind| holding.lines.iter().any(|line| line.kind == kind);
        let sight = sights.entry(holding.row.decision_id).or_default();
        if has(LineKind::Declared) {
            sight.listed.insert(holding.row.person_id);
        }
        if has(LineKind::Usage) {
            sight.users.insert(holding.row.person_id);
        }
    }
    sights
}
