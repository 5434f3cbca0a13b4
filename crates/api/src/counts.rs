//! What is counted, each number by one definition, of everything or of one account.
//!
//! Reads   `account`, `cast`, `decision`, `claim`, `role_holding`, `succession`,
//!         `persona`, `statement`
//!
//! Every surface that prints one of these numbers takes it from here, so that
//! the summary of a build, the home page, the list of accounts and an account's
//! own page cannot disagree.

use model::AccountId;
use serde::Serialize;
use store::published::Param;

use crate::{ApiError, Facade};

/// Numbers about one account, or about everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Known people whom records name at a company that is not ours: none of
    /// ours, and no role without a known person. Somebody at two accounts counts
    /// at each of them, and once over all.
    pub n_people: i64,
    /// Purchases, renewals and expansions.
    pub n_decisions: i64,
    /// Terms of use: no decisions, but roles are held in them.
    pub n_uses: i64,
    /// Claims.
    pub n_claims: i64,
    /// Parts, one person in one role of one decision or term of use, that are established.
    pub n_established: i64,
    /// Parts that somebody could play, and that are not established.
    pub n_not_established: i64,
    /// Parts that a system declares and words deny.
    pub n_contradicted: i64,
    /// Roles that passed from a holder on, however many could have taken over.
    pub n_successions: i64,
}

/// Numbers that belong to no single account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Companies that are not ours.
    pub n_accounts: i64,
    /// Personas in force: all but those retired.
    pub n_personas: i64,
    /// Those of them that passed every gate.
    pub n_personas_published: i64,
    /// Statements of the personas in force.
    pub n_statements: i64,
    /// The other numbers, over all accounts.
    #[serde(flatten)]
    pub counts: Counts,
}

impl Facade {
    /// The numbers of one account.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn counts_of(&self, account_id: AccountId) -> Result<Counts, ApiError> {
        self.counts("account_id = ?1", &[Param::Id(account_id.0)])
    }

    /// The numbers of everything.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn totals(&self) -> Result<Totals, ApiError> {
        let count = |sql: &str| self.published.count(sql, &[]);
        let in_force = "FROM persona WHERE state <> 'retired'";
        Ok(Totals {
            n_accounts: count("SELECT count(*) FROM account WHERE side <> 'ours'")?,
            n_personas: count(&format!("SELECT count(*) {in_force}"))?,
            n_personas_published: count("SELECT count(*) FROM persona WHERE state = 'published'")?,
            n_statements: count(&format!(
                "SELECT count(*) FROM statement WHERE persona_id IN (SELECT persona_id {in_force})"
            ))?,
            counts: self.counts("1", &[])?,
        })
    }

    fn counts(&self, at: &str, params: &[Param<'_>]) -> Result<Counts, ApiError> {
        let count = |what: &str, of: &str| {
            let sql = format!("SELECT count({what}) FROM {of} AND {at}");
            self.published.count(&sql, params)
        };
        let parts = |state| count("*", &format!("role_holding WHERE state = '{state}'"));
        let people = "\"cast\" WHERE side <> 'ours' AND is_placeholder = 0";
        let passing = "(SELECT DISTINCT account_id, role, from_person, from_decision, \
                       to_decision FROM succession) WHERE 1";
        Ok(Counts {
            n_people: count("DISTINCT person_id", people)?,
            n_decisions: count("*", "decision WHERE kind <> 'use'")?,
            n_uses: count("*", "decision WHERE kind = 'use'")?,
            n_claims: count("*", "claim WHERE 1")?,
            n_established: parts("established")?,
            n_not_established: parts("not_established")?,
            n_contradicted: parts("contradicted")?,
            n_successions: count("*", passing)?,
        })
    }
}
