//! A small made-up company, published: for tests of the crates above and for looking at pages.
//!
//! Harbor Mills bought in 2023, added a product in 2024 and renews in 2026; the
//! person who signed the purchase has left. Quiet Pines has nothing but records.

mod base;
mod decided;
mod found;
mod people;
mod usage;

use std::path::Path;

use model::tables::{base as b, decided as d, found as f, resolved as r};
use model::{Day, Instant, RecordId};

use crate::error::StoreError;
use crate::published::{About, Publisher};

/// Rows of every published table.
#[derive(Default)]
pub struct Fixture {
    /// Companies.
    pub accounts: Vec<r::Account>,
    /// People.
    pub people: Vec<r::Person>,
    /// Mentions at accounts.
    pub cast: Vec<r::CastRow>,
    /// Mentions to people.
    pub memberships: Vec<r::Membership>,
    /// Titles and intervals.
    pub affiliations: Vec<r::Affiliation>,
    /// Decisions.
    pub decisions: Vec<d::Decision>,
    /// Claims.
    pub claims: Vec<d::Claim>,
    /// Holdings.
    pub holdings: Vec<d::RoleHolding>,
    /// Their lines.
    pub lines: Vec<d::RoleLine>,
    /// Required roles.
    pub required: Vec<d::RequiredRole>,
    /// Successions.
    pub successions: Vec<d::Succession>,
    /// Personas.
    pub personas: Vec<f::Persona>,
    /// Statements.
    pub statements: Vec<f::Statement>,
    /// Members.
    pub members: Vec<f::PersonaMember>,
    /// Facts that personas are counted from.
    pub facts: Vec<f::PersonFact>,
    /// How the search for personas went.
    pub searches: Vec<f::PersonaSearch>,
    /// What facts add to a persona.
    pub weights: Vec<f::PersonaWeight>,
    /// Comparisons of mentions.
    pub links: Vec<r::Link>,
    /// Roles without a known person that words name.
    pub placeholders: Vec<d::Placeholder>,
    /// Counted events.
    pub usage: Vec<d::UsagePlaced>,
    /// Files.
    pub files: Vec<b::FileRow>,
    /// Remarks.
    pub issues: Vec<b::IssueRow>,
    /// Meetings.
    pub meetings: Vec<b::MeetingRow>,
    /// Utterances.
    pub utterances: Vec<b::UtteranceRow>,
    /// Records.
    pub records: Vec<b::RecordRow>,
}

/// The made-up company.
pub fn harbor() -> Fixture {
    let mut fixture = Fixture::default();
    base::add(&mut fixture);
    people::add(&mut fixture);
    decided::add(&mut fixture);
    found::add(&mut fixture);
    usage::add(&mut fixture);
    fixture
}

/// Publishes the fixture at `path`.
///
/// # Errors
/// As [`Publisher`].
pub fn publish(fixture: &Fixture, path: &Path) -> Result<(), StoreError> {
    let mut publisher = Publisher::create(path, &about())?;
    publisher.write(&fixture.accounts)?;
    publisher.write(&fixture.people)?;
    publisher.write(&fixture.cast)?;
    publisher.write(&fixture.memberships)?;
    publisher.write(&fixture.affiliations)?;
    publisher.write(&fixture.decisions)?;
    publisher.write(&fixture.claims)?;
    publisher.write(&fixture.holdings)?;
    publisher.write(&fixture.lines)?;
    publisher.write(&fixture.required)?;
    publisher.write(&fixture.successions)?;
    publisher.write(&fixture.personas)?;
    publisher.write(&fixture.statements)?;
    publisher.write(&fixture.members)?;
    publisher.write(&fixture.facts)?;
    publisher.write(&fixture.searches)?;
    publisher.write(&fixture.weights)?;
    publisher.write(&fixture.links)?;
    publisher.write(&fixture.placeholders)?;
    publisher.write(&fixture.usage)?;
    publisher.write(&fixture.files)?;
    publisher.write(&fixture.issues)?;
    publisher.write(&fixture.meetings)?;
    publisher.write(&fixture.utterances)?;
    publisher.write(&fixture.records)?;
    publisher.finish(&|| ()).map(drop)
}

/// What the result says of itself: the fixture is answered for the day of its import.
pub fn about() -> About {
    About {
        run_id: "test".to_owned(),
        as_of: imported().day(),
    }
}

/// A day written as `YYYY-MM-DD`; the epoch when it is none.
fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap_or_default()
}

/// When everything was imported.
fn imported() -> Instant {
    day("2025-11-03").start()
}

/// The id of a record by a short word.
fn record(word: &str) -> RecordId {
    RecordId::derive(&["fixture", word])
}
