//! Personas of the three kinds, and one of them in nine components.
//!
//! Reads   `persona`, `statement`, `persona_member`, `persona_search`, `persona_weight`, `claim`

mod card;
mod statement;

use model::tables::found::{Persona, PersonaSearch};
use model::{PersonaId, PersonaKind, PersonaState};
use serde::Serialize;
use store::published::Param;

pub use card::{ComponentView, Member, PersonaCard, Weight};
pub use statement::{HeldBy, StatementLine, StatementView};

use crate::{ApiError, Facade, words};

/// A persona with its figures and its most distinctive statements.
#[derive(Clone, Debug, Serialize)]
pub struct PersonaLine {
    /// Its id.
    pub persona_id: PersonaId,
    /// Its kind.
    pub kind: PersonaKind,
    /// A role-like label made from its most distinctive facts.
    pub name: String,
    /// Its state.
    pub state: PersonaState,
    /// Why it is in that state.
    pub state_reason: String,
    /// People in it.
    pub n_people: i32,
    /// Accounts they are at; nothing when the source does not know accounts.
    pub n_accounts: Option<i32>,
    /// Share of the people of its kind, 0–1.
    pub share: f64,
    /// Bootstrap stability, 0–1.
    pub stability: f64,
    /// How many statements `share_typical` looks at.
    pub n_traits: i32,
    /// Share of its people for whom at least half of those hold, 0–1.
    pub share_typical: f64,
    /// Its statements, the most distinctive first; in lists only the first six.
    pub statements: Vec<StatementLine>,
}

/// The personas of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct KindView {
    /// The kind.
    pub kind: PersonaKind,
    /// Its personas, the most frequent first.
    pub personas: Vec<PersonaLine>,
    /// How each number of personas fared in the search, and why none was found.
    pub search: Vec<SearchLine>,
}

/// How one number of personas fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchLine {
    /// Number tried; 1 means none, 0 that there was too little to try.
    pub n_classes: i32,
    /// Integrated completed likelihood; higher is better.
    pub icl: f64,
    /// Lowest stability; nothing when not tested.
    pub stability: Option<f64>,
    /// This number was taken.
    pub is_chosen: bool,
    /// What became of it, in words.
    pub verdict: String,
}

/// Why there is nothing where nothing was looked for.
const NOT_SEARCHED: &str =
    "nothing was searched for yet; `prosopon build` without --without-personas does";

/// Statements that a list shows of each persona.
const SHOWN_IN_LISTS: usize = 6;

impl KindView {
    /// Why nothing was found, in words: what was looked at and how it fell short.
    pub fn why_none(&self) -> String {
        let one = self.search.iter().find(|line| line.n_classes == 1);
        let tried = || self.search.iter().filter(|line| line.n_classes > 1);
        let Some(one) = one.filter(|_| tried().next().is_some()) else {
            let verdict = self.verdict().unwrap_or(NOT_SEARCHED);
            return words::sentence(verdict);
        };
        let most = tried().map(|line| line.n_classes).max().unwrap_or(0);
        let better = || tried().filter(|line| line.icl > one.icl);
        let steadiest = better().filter_map(|line| Some((line.stability?, line.n_classes)));
        let steadiest = steadiest.max_by(|a, b| a.0.total_cmp(&b.0));
        let why = match steadiest {
            Some((stability, n)) => format!(
                "Of 2 to {most} groups, {n} came closest, but when the accounts are drawn again \
                 its weakest group comes back with an overlap of {stability:.2} only."
            ),
            None => format!(
                "Of 2 to {most} groups, none describes these people better than their average does."
            ),
        };
        let looked_at = self.verdict().and_then(|verdict| verdict.split_once("; "));
        match looked_at {
            Some((_, looked_at)) => format!("{why} {}", words::sentence(looked_at)),
            None => why,
        }
    }

    /// Why this number of personas and no other, in words.
    pub fn verdict(&self) -> Option<&str> {
        let chosen = self.search.iter().find(|line| line.is_chosen);
        let line = chosen.or_else(|| self.search.first());
        let verdict = line.map(|line| line.verdict.as_str())?;
        Some(verdict.strip_prefix("taken: ").unwrap_or(verdict))
    }
}

impl Facade {
    /// The personas of one kind, or of all three.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn personas(&self, kind: Option<PersonaKind>) -> Result<Vec<KindView>, ApiError> {
        let kinds = PersonaKind::ALL.iter().copied();
        let wanted = kinds.filter(|each| kind.is_none_or(|kind| kind == *each));
        wanted.map(|kind| self.kind_view(kind)).collect()
    }

    fn kind_view(&self, kind: PersonaKind) -> Result<KindView, ApiError> {
        let rows: Vec<Persona> = self.published.rows(
            "WHERE kind = ?1 AND state <> 'retired' ORDER BY share DESC, persona_id",
            &[Param::Text(kind.code())],
        )?;
        let personas = rows.into_iter().map(|row| {
            let mut line = self.persona_line(row)?;
            line.statements.truncate(SHOWN_IN_LISTS);
            Ok(line)
        });
        Ok(KindView {
            kind,
            personas: personas.collect::<Result<_, ApiError>>()?,
            search: self.search_lines(kind)?,
        })
    }

    pub(crate) fn search_lines(&self, kind: PersonaKind) -> Result<Vec<SearchLine>, ApiError> {
        let rows: Vec<PersonaSearch> = self.published.rows(
            "WHERE kind = ?1 ORDER BY n_classes",
            &[Param::Text(kind.code())],
        )?;
        let lines = rows.into_iter().map(|row| SearchLine {
            n_classes: row.n_classes,
            icl: row.icl,
            stability: (row.stability >= 0.0).then_some(row.stability),
            is_chosen: row.is_chosen,
            verdict: row.verdict,
        });
        Ok(lines.collect())
    }

    pub(crate) fn persona_row(&self, id: PersonaId) -> Result<Persona, ApiError> {
        let row = self
            .published
            .row("WHERE persona_id = ?1", &[Param::Id(id.0)])?;
        row.ok_or_else(|| ApiError::not_found(id))
    }

    pub(crate) fn persona_line(&self, row: Persona) -> Result<PersonaLine, ApiError> {
        Ok(PersonaLine {
            statements: self.statement_lines(row.persona_id)?,
            persona_id: row.persona_id,
            kind: row.kind,
            name: row.name,
            state: row.state,
            state_reason: row.state_reason,
            n_people: row.n_people,
            n_accounts: known(row.n_accounts),
            share: row.share,
            stability: row.stability,
            n_traits: row.n_traits,
            share_typical: row.share_typical,
        })
    }
}

/// Tables write -1 where accounts are not known.
pub(crate) fn known(n_accounts: i32) -> Option<i32> {
    (n_accounts >= 0).then_some(n_accounts)
}
