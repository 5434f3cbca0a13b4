//! One sentence of a persona: its share with its interval, and what it rests on.

use std::collections::BTreeMap;

use model::tables::found::{PersonFact, Statement};
use model::{AccountId, Component, DecisionId, PersonId, PersonaId, StatementId};
use serde::Serialize;
use store::published::Param;

use super::{PersonaLine, known};
use crate::evidence::{ClaimView, UsageLine};
use crate::heads::{AccountHead, PersonHead};
use crate::{ApiError, Facade};

/// A sentence of a persona.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementLine {
    /// Its id.
    pub statement_id: StatementId,
    /// The component it belongs to.
    pub component: Component,
    /// The fact it speaks of, as `subject=value`.
    pub fact_code: String,
    /// The sentence.
    pub sentence: String,
    /// Share of members for whom it holds, 0–1.
    pub share: f64,
    /// Lower end of its 95 % interval.
    pub share_low: f64,
    /// Upper end of its 95 % interval.
    pub share_high: f64,
    /// Share among everybody of the kind.
    pub base_share: f64,
    /// Members for whom it holds.
    pub n_people: i32,
    /// Members whose records say anything on the subject.
    pub n_known: i32,
    /// Accounts they are at; nothing when not known.
    pub n_accounts: Option<i32>,
    /// Expected share of false statements among all at least as strong.
    pub q_value: f64,
    /// How many claims it cites.
    pub n_cited: usize,
}

/// A statement with the claims and people it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct StatementView {
    /// The statement.
    #[serde(flatten)]
    pub line: StatementLine,
    /// The persona.
    pub persona: PersonaLine,
    /// Claims it cites, as far as a page lists them.
    pub claims: Vec<ClaimView>,
    /// Usage it cites, as far as a page lists it.
    pub usage: Vec<UsageLine>,
    /// Other ids it cites: holdings and records.
    pub other_evidence: Vec<String>,
    /// Members for whom it holds, as far as a page lists them.
    pub held_by: Vec<HeldBy>,
    /// How many members there are for whom it holds.
    pub n_held_by: usize,
}

/// A member for whom a statement holds.
#[derive(Clone, Debug, Serialize)]
pub struct HeldBy {
    /// The person.
    pub person: PersonHead,
    /// At which account.
    pub account: Option<AccountHead>,
    /// The claims, holdings and records that show it.
    pub evidence: Vec<String>,
    /// The usage that shows it.
    pub usage: Vec<UsageLine>,
}

/// Most claims and people that one page lists.
const MOST: usize = 40;

impl Facade {
    /// The statement with what it rests on.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a statement that is not published.
    pub fn statement(&self, id: StatementId) -> Result<StatementView, ApiError> {
        let row: Option<Statement> = self
            .published
            .row("WHERE statement_id = ?1", &[Param::Id(id.0)])?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let persona = self.persona_row(row.persona_id)?;
        let mut claims = Vec::new();
        let (usage, rest) = self.usage_apart(&row.evidence)?;
        let mut other_evidence = Vec::new();
        for cited in rest {
            match model::ClaimId::parse(&cited) {
                Some(claim) if claims.len() < MOST => claims.extend(self.claim_if_kept(claim)?),
                Some(_) => {}
                None => other_evidence.push(cited),
            }
        }
        let (held_by, n_held_by) = self.held_by(&row)?;
        Ok(StatementView {
            line: statement_line(&row),
            persona: self.persona_line(persona)?,
            claims,
            usage,
            other_evidence,
            held_by,
            n_held_by,
        })
    }

    /// The statements of a persona, the most distinctive first.
    pub(crate) fn statement_lines(&self, id: PersonaId) -> Result<Vec<StatementLine>, ApiError> {
        let rows: Vec<Statement> = self.published.rows(
            "WHERE persona_id = ?1 ORDER BY share - base_share DESC, statement_id",
            &[Param::Id(id.0)],
        )?;
        Ok(rows.iter().map(statement_line).collect())
    }

    /// The usage that evidence names, and the evidence that is none.
    fn usage_apart(&self, evidence: &[String]) -> Result<(Vec<UsageLine>, Vec<String>), ApiError> {
        let (cited, rest): (Vec<&String>, Vec<&String>) =
            evidence.iter().partition(|text| text.starts_with('['));
        let mut usage = Vec::new();
        for cited in cited.into_iter().take(MOST) {
            usage.extend(self.usage_cited(cited)?);
        }
        Ok((usage, rest.into_iter().cloned().collect()))
    }

    /// The members whose facts hold what the statement says.
    fn held_by(&self, row: &Statement) -> Result<(Vec<HeldBy>, usize), ApiError> {
        let Some((subject, value)) = row.fact_code.split_once('=') else {
            return Ok((Vec::new(), 0));
        };
        let facts: Vec<PersonFact> = self.published.rows(
            "JOIN persona_member m ON m.person_id = t.person_id \
             AND m.decision_id = t.decision_id AND m.account_id = t.account_id \
             WHERE m.persona_id = ?1 AND t.subject = ?2 AND t.value = ?3 \
             AND t.kind = (SELECT kind FROM persona WHERE persona_id = ?1) \
             ORDER BY m.posterior DESC, t.person_id",
            &[
                Param::Id(row.persona_id.0),
                Param::Text(subject),
                Param::Text(value),
            ],
        )?;
        let mut by_person: BTreeMap<(PersonId, AccountId, DecisionId), PersonFact> =
            BTreeMap::new();
        let mut order = Vec::new();
        for fact in facts {
            let key = (fact.person_id, fact.account_id, fact.decision_id);
            if !by_person.contains_key(&key) {
                order.push(key);
            }
            by_person.entry(key).or_insert(fact);
        }
        let n_held_by = order.len();
        let mut held_by = Vec::new();
        for key in order.iter().take(MOST) {
            if let (Some(person), Some(fact)) = (self.person_head(key.0)?, by_person.get(key)) {
                let (usage, evidence) = self.usage_apart(&fact.evidence)?;
                held_by.push(HeldBy {
                    person,
                    account: self.account_head(key.1)?,
                    evidence,
                    usage,
                });
            }
        }
        Ok((held_by, n_held_by))
    }
}

fn statement_line(row: &Statement) -> StatementLine {
    StatementLine {
        statement_id: row.statement_id,
        component: row.component,
        fact_code: row.fact_code.clone(),
        sentence: row.sentence.clone(),
        share: row.share,
        share_low: row.share_low,
        share_high: row.share_high,
        base_share: row.base_share,
        n_people: row.n_people,
        n_known: row.n_known,
        n_accounts: known(row.n_accounts),
        q_value: row.q_value,
        n_cited: row.evidence.len(),
    }
}
