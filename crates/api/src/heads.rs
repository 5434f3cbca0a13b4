//! The short forms by which accounts, people, decisions and files are named.
//!
//! Reads   `account`, `person`, `placeholder`, `cast`, `membership`, `decision`, `file`

use model::tables::base::FileRow;
use model::tables::decided::{Decision, Placeholder};
use model::tables::resolved::{Account, Affiliation, CastRow, Membership, Person};
use model::{AccountId, Day, DecisionId, DecisionKind, FileId, MentionId, Outcome, PersonId, Side};
use serde::Serialize;
use store::published::Param;

use crate::{ApiError, Facade};

/// An account by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountHead {
    /// Its id.
    pub account_id: AccountId,
    /// The name in force.
    pub name: String,
    /// Registrable domain.
    pub domain: Option<String>,
}

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonHead {
    /// Their id.
    pub person_id: PersonId,
    /// The name in force, or the role that names them.
    pub name: String,
    /// The title at the day asked for, else the one known last.
    pub title: Option<String>,
    /// Whose side.
    pub side: Side,
    /// A role without a known person.
    pub is_placeholder: bool,
    /// Opted out of contact.
    pub is_opted_out: bool,
}

/// A decision by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionHead {
    /// Its id.
    pub decision_id: DecisionId,
    /// The account.
    pub account_id: AccountId,
    /// What is decided.
    pub kind: DecisionKind,
    /// Its name.
    pub name: String,
    /// First day.
    pub opens: Option<Day>,
    /// Day it closed or is expected to.
    pub closes: Option<Day>,
    /// How it ended.
    pub outcome: Outcome,
    /// Expected from a contract's end; no record of its own yet.
    pub is_expected: bool,
    /// Still open though its day is past: the day it was to be decided by.
    pub overdue_since: Option<Day>,
}

/// A file by path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileHead {
    /// Its id.
    pub file_id: FileId,
    /// The path as it was given.
    pub path: String,
}

impl From<&Account> for AccountHead {
    fn from(account: &Account) -> Self {
        Self {
            account_id: account.account_id,
            name: account.name.clone(),
            domain: account.domain.clone(),
        }
    }
}

impl DecisionHead {
    /// The decision as it stands on the day `today`.
    pub(crate) fn on(decision: &Decision, today: Day) -> Self {
        let is_awaited = decision.outcome == Outcome::Open && decision.kind != DecisionKind::Use;
        let past = decision.closes.filter(|closes| *closes < today);
        Self {
            decision_id: decision.decision_id,
            account_id: decision.account_id,
            kind: decision.kind,
            name: decision.name.clone(),
            opens: decision.opens,
            closes: decision.closes,
            outcome: decision.outcome,
            is_expected: decision.is_expected,
            overdue_since: past.filter(|_| is_awaited),
        }
    }

    /// The day by which decisions are put in order, and titles are looked up.
    pub fn day(&self) -> Option<Day> {
        self.closes.or(self.opens)
    }
}

impl Facade {
    pub(crate) fn account_row(&self, id: AccountId) -> Result<Option<Account>, ApiError> {
        let found = self
            .published
            .row("WHERE account_id = ?1", &[Param::Id(id.0)]);
        Ok(found?)
    }

    pub(crate) fn account_head(&self, id: AccountId) -> Result<Option<AccountHead>, ApiError> {
        Ok(self.account_row(id)?.as_ref().map(AccountHead::from))
    }

    pub(crate) fn decision_row(&self, id: DecisionId) -> Result<Option<Decision>, ApiError> {
        let found = self
            .published
            .row("WHERE decision_id = ?1", &[Param::Id(id.0)]);
        Ok(found?)
    }

    pub(crate) fn decision_head(&self, id: DecisionId) -> Result<Option<DecisionHead>, ApiError> {
        Ok(self.decision_row(id)?.map(|row| self.decision_on_day(&row)))
    }

    /// The decision as it stands on the day the answers are for.
    pub(crate) fn decision_on_day(&self, row: &Decision) -> DecisionHead {
        DecisionHead::on(row, self.as_of())
    }

    pub(crate) fn file_head(&self, id: FileId) -> Result<Option<FileHead>, ApiError> {
        let found: Option<FileRow> = self
            .published
            .row("WHERE file_id = ?1", &[Param::Id(id.0)])?;
        Ok(found.map(|file| FileHead {
            file_id: file.file_id,
            path: file.path,
        }))
    }

    /// The person, by row or by the words that name them.
    pub(crate) fn person_head(&self, id: PersonId) -> Result<Option<PersonHead>, ApiError> {
        let key = [Param::Id(id.0)];
        let person: Option<Person> = self.published.row("WHERE person_id = ?1", &key)?;
        let Some(person) = person else {
            return self.placeholder_head(id);
        };
        let newest = "WHERE person_id = ?1 AND title IS NOT NULL \
                      ORDER BY ends IS NOT NULL, starts DESC, span_idx DESC";
        let titled: Option<Affiliation> = self.published.row(newest, &key)?;
        let is_placeholder = self.published.count(
            "SELECT count(*) FROM \"cast\" WHERE person_id = ?1 AND is_placeholder = 1",
            &key,
        )? > 0;
        Ok(Some(PersonHead {
            person_id: id,
            name: person.name,
            title: titled.and_then(|row| row.title),
            side: person.side,
            is_placeholder,
            is_opted_out: person.is_opted_out,
        }))
    }

    fn placeholder_head(&self, id: PersonId) -> Result<Option<PersonHead>, ApiError> {
        let named: Option<Placeholder> = self.published.row(
            "WHERE person_id = ?1 ORDER BY mention_id",
            &[Param::Id(id.0)],
        )?;
        Ok(named.map(|row| PersonHead {
            person_id: id,
            name: row.name,
            title: None,
            side: Side::Account,
            is_placeholder: true,
            is_opted_out: false,
        }))
    }

    /// The person a mention means.
    pub(crate) fn mention_person(&self, id: MentionId) -> Result<Option<PersonHead>, ApiError> {
        let key = [Param::Id(id.0)];
        let member: Option<Membership> = self.published.row("WHERE mention_id = ?1", &key)?;
        if let Some(member) = member {
            return self.person_head(member.person_id);
        }
        let cast: Option<CastRow> = self.published.row("WHERE mention_id = ?1", &key)?;
        if let Some(cast) = cast {
            return self.person_head(cast.person_id);
        }
        let named: Option<Placeholder> = self.published.row("WHERE mention_id = ?1", &key)?;
        match named {
            Some(named) => self.person_head(named.person_id),
            None => Ok(None),
        }
    }
}
