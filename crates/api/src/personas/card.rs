//! One persona in nine components; a component without statements says what would fill it.

use model::tables::found::{PersonaMember, PersonaWeight};
use model::{Component, PersonaId};
use serde::Serialize;
use store::published::Param;

use super::{PersonaLine, SearchLine, StatementLine};
use crate::heads::{AccountHead, DecisionHead, PersonHead};
use crate::{ApiError, Facade, words};

/// A persona in nine components.
#[derive(Clone, Debug, Serialize)]
pub struct PersonaCard {
    /// The persona with all its statements.
    #[serde(flatten)]
    pub persona: PersonaLine,
    /// The nine components, in their order.
    pub components: Vec<ComponentView>,
    /// Members, the most typical first, as far as a page lists them.
    pub members: Vec<Member>,
    /// How many members there are.
    pub n_members: i64,
    /// How each number of personas fared in the search.
    pub search: Vec<SearchLine>,
    /// What speaks for belonging to it, the strongest first, as far as a page lists it.
    pub weights: Vec<Weight>,
}

/// One of the nine components.
#[derive(Clone, Debug, Serialize)]
pub struct ComponentView {
    /// Which.
    pub component: Component,
    /// Its name in words.
    pub title: &'static str,
    /// Its statements, the most distinctive first; empty when not known.
    pub statements: Vec<StatementLine>,
    /// When not known: what would fill it.
    pub would_help: Option<&'static str>,
}

/// A member of a persona.
#[derive(Clone, Debug, Serialize)]
pub struct Member {
    /// The person.
    pub person: PersonHead,
    /// At which account.
    pub account: Option<AccountHead>,
    /// In which decision.
    pub decision: Option<DecisionHead>,
    /// How much they belong to it, 0–1.
    pub posterior: f64,
}

/// What a fact adds to the log-odds of a persona.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weight {
    /// What the fact is about; empty for the prior.
    pub subject: String,
    /// What it says.
    pub value: String,
    /// Its weight.
    pub weight: f64,
}

/// Most members that a card lists.
const MOST_MEMBERS: usize = 50;
/// Most weights that a card lists.
const MOST_WEIGHTS: usize = 20;

impl Facade {
    /// The persona in nine components.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a persona that is not published.
    pub fn persona(&self, id: PersonaId) -> Result<PersonaCard, ApiError> {
        let row = self.persona_row(id)?;
        let search = self.search_lines(row.kind)?;
        let persona = self.persona_line(row)?;
        let components = Component::ALL.iter().map(|c| component_view(*c, &persona));
        Ok(PersonaCard {
            components: components.collect(),
            members: self.members(id)?,
            n_members: self.published.count(
                "SELECT count(*) FROM persona_member WHERE persona_id = ?1",
                &[Param::Id(id.0)],
            )?,
            search,
            weights: self.weights(id)?,
            persona,
        })
    }

    fn members(&self, id: PersonaId) -> Result<Vec<Member>, ApiError> {
        let rows: Vec<PersonaMember> = self.published.rows(
            &format!(
                "WHERE persona_id = ?1 ORDER BY posterior DESC, person_id, decision_id \
                 LIMIT {MOST_MEMBERS}"
            ),
            &[Param::Id(id.0)],
        )?;
        let mut members = Vec::new();
        for row in rows {
            if let Some(person) = self.person_head(row.person_id)? {
                members.push(Member {
                    person,
                    account: self.account_head(row.account_id)?,
                    decision: self.decision_head(row.decision_id)?,
                    posterior: row.posterior,
                });
            }
        }
        Ok(members)
    }

    fn weights(&self, id: PersonaId) -> Result<Vec<Weight>, ApiError> {
        let rows: Vec<PersonaWeight> = self.published.rows(
            &format!(
                "WHERE persona_id = ?1 ORDER BY weight DESC, subject, value LIMIT {MOST_WEIGHTS}"
            ),
            &[Param::Id(id.0)],
        )?;
        let weights = rows.into_iter().map(|row| Weight {
            subject: row.subject,
            value: row.value,
            weight: row.weight,
        });
        Ok(weights.collect())
    }
}

fn component_view(component: Component, persona: &PersonaLine) -> ComponentView {
    let all = persona.statements.iter();
    let own: Vec<StatementLine> = all
        .filter(|line| line.component == component)
        .cloned()
        .collect();
    ComponentView {
        component,
        title: words::component(component),
        would_help: own
            .is_empty()
            .then(|| words::component_would_help(component)),
        statements: own,
    }
}
