//! People: where they worked, which records are theirs and why, what they decide.
//!
//! Reads   `person`, `affiliation`, `cast`, `membership`, `link`, `role_holding`,
//!         `persona_member`, `persona`, `usage_placed`, `claim`

use model::tables::decided::{Claim, RoleHolding, UsagePlaced};
use model::tables::found::{Persona, PersonaMember};
use model::tables::resolved::{Affiliation, CastRow, Link, Membership, Person};
use model::{
    Day, Function, MentionId, MentionKind, PersonId, PersonaId, PersonaKind, PersonaState,
    RecordId, Seniority,
};
use serde::Serialize;
use store::published::Param;

use crate::evidence::{ClaimView, HeldPart, UsageLine};
use crate::heads::{AccountHead, DecisionHead, PersonHead};
use crate::{ApiError, Facade};

/// A person and everything that is filed under them.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The person.
    pub person: PersonHead,
    /// E-mail addresses, all that were ever seen.
    pub emails: Vec<String>,
    /// Accounts, titles and intervals.
    pub affiliations: Vec<AffiliationLine>,
    /// Parts in decisions.
    pub holdings: Vec<HeldPart>,
    /// Personas they belong to.
    pub personas: Vec<PersonaOf>,
    /// Records that name them, and why these are the same person.
    pub mentions: Vec<MentionLine>,
    /// Claims about them that make no role.
    pub claims: Vec<ClaimView>,
    /// What they did in the product.
    pub usage: Vec<UsageLine>,
}

/// A person at an account over an interval.
#[derive(Clone, Debug, Serialize)]
pub struct AffiliationLine {
    /// The account.
    pub account: Option<AccountHead>,
    /// Title as it stands there.
    pub title: Option<String>,
    /// Seniority, when the title says it clearly.
    pub seniority: Option<Seniority>,
    /// Function, when the title says it clearly.
    pub function: Option<Function>,
    /// First day, when known.
    pub starts: Option<Day>,
    /// First day after, when known.
    pub ends: Option<Day>,
    /// The record it rests on.
    pub record_id: RecordId,
    /// The column of the title.
    pub field: String,
}

/// A record that names somebody, and whom it means.
#[derive(Clone, Debug, Serialize)]
pub struct MentionLine {
    /// The mention.
    pub mention_id: MentionId,
    /// The record.
    pub record_id: RecordId,
    /// How the record names them.
    pub kind: MentionKind,
    /// The name as it stands there.
    pub name: String,
    /// The title as it stands there.
    pub title: Option<String>,
    /// The account it stands at.
    pub account: Option<AccountHead>,
    /// The person it means.
    pub person: Option<PersonHead>,
    /// The strongest link that holds it, in bits.
    pub weight_bits: f64,
    /// Why, in words.
    pub reason: String,
    /// The comparisons it took part in, the strongest first.
    pub links: Vec<LinkView>,
}

/// A scored pair of mentions.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// The other mention.
    pub other: MentionId,
    /// The name that stands there.
    pub other_name: Option<String>,
    /// Sum of the weights, in bits.
    pub score_bits: f64,
    /// What adds up to it.
    pub lines: Vec<(String, f64)>,
    /// `link`, `ask` or `apart`.
    pub verdict: String,
}

/// A persona somebody belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct PersonaOf {
    /// The persona.
    pub persona_id: PersonaId,
    /// Its kind.
    pub kind: PersonaKind,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: PersonaState,
    /// How much they belong to it, 0–1.
    pub posterior: f64,
    /// In which decision.
    pub decision: Option<DecisionHead>,
}

/// Most mentions, claims and usage rows that one page lists.
const MOST: usize = 100;

impl Facade {
    /// The person and everything filed under them.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a person that is not published.
    pub fn person(&self, id: PersonId) -> Result<PersonView, ApiError> {
        let person = self.person_head(id)?;
        let person = person.ok_or_else(|| ApiError::not_found(id))?;
        let key = [Param::Id(id.0)];
        let row: Option<Person> = self.published.row("WHERE person_id = ?1", &key)?;
        let no_role = format!(
            "WHERE subject_mention IN (SELECT mention_id FROM membership WHERE person_id = ?1 \
             UNION SELECT mention_id FROM placeholder WHERE person_id = ?1) \
             AND claim_id NOT IN (SELECT l.claim_id FROM role_line l JOIN role_holding h \
             ON h.holding_id = l.holding_id WHERE h.person_id = ?1) \
             ORDER BY predicate, claim_id LIMIT {MOST}"
        );
        let claims: Vec<Claim> = self.published.rows(&no_role, &key)?;
        Ok(PersonView {
            emails: row.map(|row| row.emails).unwrap_or_default(),
            affiliations: self.affiliations_of(id)?,
            holdings: self.holdings_of(id)?,
            personas: self.personas_of(id)?,
            mentions: self.mentions_of(id)?,
            claims: self.claim_views(&claims)?,
            usage: self.usage_of(id)?,
            person,
        })
    }

    fn affiliations_of(&self, id: PersonId) -> Result<Vec<AffiliationLine>, ApiError> {
        let rows: Vec<Affiliation> = self.published.rows(
            "WHERE person_id = ?1 ORDER BY starts IS NOT NULL, starts, account_id, span_idx",
            &[Param::Id(id.0)],
        )?;
        let lines = rows.into_iter().map(|row| {
            Ok(AffiliationLine {
                account: self.account_head(row.account_id)?,
                title: row.title,
                seniority: row.seniority,
                function: row.function,
                starts: row.starts,
                ends: row.ends,
                record_id: row.record_id,
                field: row.field,
            })
        });
        lines.collect()
    }

    fn holdings_of(&self, id: PersonId) -> Result<Vec<HeldPart>, ApiError> {
        let rows: Vec<RoleHolding> = self.published.rows(
            "LEFT JOIN decision d ON d.decision_id = t.decision_id WHERE t.person_id = ?1 \
             ORDER BY coalesce(d.opens, d.closes), t.decision_id, t.probability DESC, t.role",
            &[Param::Id(id.0)],
        )?;
        let lines = rows.into_iter().map(|row| {
            Ok(HeldPart {
                holding_id: row.holding_id,
                person: None,
                role: row.role,
                decision: self.decision_head(row.decision_id)?,
                weight: row.log_odds,
                probability: row.probability,
                state: row.state,
            })
        });
        lines.collect()
    }

    fn personas_of(&self, id: PersonId) -> Result<Vec<PersonaOf>, ApiError> {
        let rows: Vec<PersonaMember> = self.published.rows(
            "WHERE person_id = ?1 ORDER BY posterior DESC, persona_id, decision_id",
            &[Param::Id(id.0)],
        )?;
        let mut personas = Vec::new();
        for row in rows {
            let persona: Option<Persona> = self
                .published
                .row("WHERE persona_id = ?1", &[Param::Id(row.persona_id.0)])?;
            if let Some(persona) = persona {
                personas.push(PersonaOf {
                    persona_id: persona.persona_id,
                    kind: persona.kind,
                    name: persona.name,
                    state: persona.state,
                    posterior: row.posterior,
                    decision: self.decision_head(row.decision_id)?,
                });
            }
        }
        Ok(personas)
    }

    fn mentions_of(&self, id: PersonId) -> Result<Vec<MentionLine>, ApiError> {
        let rows: Vec<CastRow> = self.published.rows(
            &format!("WHERE person_id = ?1 ORDER BY known_at, mention_id LIMIT {MOST}"),
            &[Param::Id(id.0)],
        )?;
        rows.into_iter().map(|row| self.mention_line(row)).collect()
    }

    /// The mention and the person it means.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a mention that is not published.
    pub fn mention(&self, id: MentionId) -> Result<MentionLine, ApiError> {
        let row: Option<CastRow> = self
            .published
            .row("WHERE mention_id = ?1", &[Param::Id(id.0)])?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let person = self.person_head(row.person_id)?;
        Ok(MentionLine {
            person,
            ..self.mention_line(row)?
        })
    }

    fn mention_line(&self, row: CastRow) -> Result<MentionLine, ApiError> {
        let key = [Param::Id(row.mention_id.0)];
        let member: Option<Membership> = self.published.row("WHERE mention_id = ?1", &key)?;
        let links: Vec<Link> = self.published.rows(
            "WHERE left_id = ?1 OR right_id = ?1 \
             ORDER BY score_bits DESC, left_id, right_id LIMIT 10",
            &key,
        )?;
        let links = links
            .iter()
            .map(|link| self.link_view(link, row.mention_id));
        Ok(MentionLine {
            mention_id: row.mention_id,
            record_id: row.record_id,
            kind: row.kind,
            name: row.name,
            title: row.title,
            account: self.account_head(row.account_id)?,
            person: None,
            weight_bits: member.as_ref().map_or(0.0, |member| member.weight_bits),
            reason: member.map(|member| member.reason).unwrap_or_default(),
            links: links.collect::<Result<_, _>>()?,
        })
    }

    fn link_view(&self, link: &Link, own: MentionId) -> Result<LinkView, ApiError> {
        let other = if link.left_id == own {
            link.right_id
        } else {
            link.left_id
        };
        let cast: Option<CastRow> = self
            .published
            .row("WHERE mention_id = ?1", &[Param::Id(other.0)])?;
        Ok(LinkView {
            other,
            other_name: cast.map(|row| row.name),
            score_bits: link.score_bits,
            lines: serde_json::from_str(&link.waterfall).unwrap_or_default(),
            verdict: link.verdict.clone(),
        })
    }

    fn usage_of(&self, id: PersonId) -> Result<Vec<UsageLine>, ApiError> {
        let rows: Vec<UsagePlaced> = self.published.rows(
            &format!(
                "WHERE user_key IN (SELECT native_key FROM \"cast\" WHERE person_id = ?1) \
                 ORDER BY n DESC, user_key, name LIMIT {MOST}"
            ),
            &[Param::Id(id.0)],
        )?;
        Ok(rows.into_iter().map(UsageLine::from).collect())
    }
}
