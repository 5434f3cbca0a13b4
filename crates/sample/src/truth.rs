//! The truth, written beside the files: one JSON line a fact, in folder `truth/`.
//!
//! A record is named by its key (`system:object:id`) and by file and line, so
//! that a reader who never saw this program can find it.

use model::vocabulary::PersonaKind;
use serde_json::{Value, json};

use crate::SampleError;
use crate::files::{Files, Lines};
use crate::plan::Plan;
use crate::words::{speech, survey, usage};
use crate::world::{Block, Company, Decision, Human, persona};

/// The files of the truth.
pub(crate) struct Truth {
    accounts: Lines,
    account_records: Lines,
    people: Lines,
    person_records: Lines,
    affiliations: Lines,
    decisions: Lines,
    roles: Lines,
    successions: Lines,
    personas: Lines,
    persona_members: Lines,
    said: Lines,
    speakers: Lines,
    named_only: Lines,
    oddities: Lines,
}

/// Where a record stands.
pub(crate) struct Place<'a> {
    pub(crate) key: &'a str,
    pub(crate) file: &'a str,
    pub(crate) line: u64,
}

impl Truth {
    pub(crate) fn open(files: &mut dyn Files) -> Result<Self, SampleError> {
        let mut file = |name: &str| Lines::create(files, &format!("truth/{name}.jsonl"));
        Ok(Self {
            accounts: file("accounts")?,
            account_records: file("account_records")?,
            people: file("people")?,
            person_records: file("person_records")?,
            affiliations: file("affiliations")?,
            decisions: file("decisions")?,
            roles: file("roles")?,
            successions: file("successions")?,
            personas: file("personas")?,
            persona_members: file("persona_members")?,
            said: file("said")?,
            speakers: file("speakers")?,
            named_only: file("named_only")?,
            oddities: file("oddities")?,
        })
    }

    /// Writes down which record is which human at which company.
    pub(crate) fn person_record(
        &mut self,
        (person, account): (&str, &str),
        place: &Place<'_>,
    ) -> Result<(), SampleError> {
        let value = json!({"person": person, "account": account, "key": place.key, "file": place.file, "line": place.line});
        self.person_records.put(&value).map(drop)
    }

    /// Writes down which record is which company.
    pub(crate) fn account_record(
        &mut self,
        account: &str,
        place: &Place<'_>,
    ) -> Result<(), SampleError> {
        let value =
            json!({"account": account, "key": place.key, "file": place.file, "line": place.line});
        self.account_records.put(&value).map(drop)
    }

    /// Writes down a record that is no single human: `shared_mailbox` or `placeholder`.
    pub(crate) fn oddity(
        &mut self,
        kind: &str,
        account: &str,
        place: &Place<'_>,
    ) -> Result<(), SampleError> {
        let value = json!({"kind": kind, "account": account, "key": place.key, "file": place.file, "line": place.line});
        self.oddities.put(&value).map(drop)
    }

    /// Writes down something said: where, what, by whom and about whom.
    pub(crate) fn said(&mut self, value: &Value) -> Result<(), SampleError> {
        self.said.put(value).map(drop)
    }

    /// Writes down who a label in a transcript is; `person` is `ours` for our own people.
    pub(crate) fn speaker(
        &mut self,
        (file, label): (&str, &str),
        person: &str,
        account: &str,
    ) -> Result<(), SampleError> {
        let value = json!({"file": file, "label": label, "person": person, "account": account});
        self.speakers.put(&value).map(drop)
    }

    /// Writes down companies, people and what they decided.
    pub(crate) fn block(
        &mut self,
        block: &Block,
        keys: &dyn Fn(usize, usize, Option<usize>) -> Value,
    ) -> Result<(), SampleError> {
        for (idx, company) in block.companies.iter().enumerate() {
            self.company(block, company)?;
            for (decision_idx, decision) in company.decisions.iter().enumerate() {
                self.decision(
                    block,
                    company,
                    decision,
                    keys(idx, decision_idx, decision.contract),
                )?;
            }
            self.successions(block, company)?;
        }
        self.humans(block)
    }

    fn company(&mut self, block: &Block, company: &Company) -> Result<(), SampleError> {
        let parent = company
            .parent
            .and_then(|at| block.companies.get(at))
            .map(Company::code);
        let value = json!({
            "account": company.code(), "name": company.name, "legal_name": company.legal_name,
            "domain": company.domain, "parent": parent, "industry": company.industry,
            "country": company.country, "n_employees": company.n_employees, "turnover": company.turnover,
        });
        self.accounts.put(&value).map(drop)
    }

    fn decision(
        &mut self,
        block: &Block,
        company: &Company,
        it: &Decision,
        keys: Value,
    ) -> Result<(), SampleError> {
        let predecessors: Vec<&str> = it
            .predecessors
            .iter()
            .filter_map(|at| company.decisions.get(*at))
            .map(|it| it.id.as_str())
            .collect();
        let products: Vec<&str> = it
            .products
            .iter()
            .filter_map(|at| crate::words::companies::product(*at))
            .collect();
        let value = json!({
            "decision": it.id, "account": company.code(), "locus": block.companies.get(it.locus).map(Company::code),
            "kind": it.kind.code(), "opens": it.opens, "closes": it.closes, "outcome": it.outcome.code(),
            "predecessors": predecessors, "products": products, "keys": keys,
        });
        self.decisions.put(&value)?;
        for holding in &it.holdings {
            let person = block
                .humans
                .get(holding.human)
                .map(|human| human.id.as_str());
            let value = json!({
                "decision": it.id, "person": person, "role": holding.role.code(), "starts": holding.starts,
                "ends": holding.ends,
            });
            self.roles.put(&value)?;
        }
        Ok(())
    }

    fn successions(&mut self, block: &Block, company: &Company) -> Result<(), SampleError> {
        for it in &company.successions {
            let person = |at: usize| block.humans.get(at).map(|human| human.id.as_str());
            let decision = |at: usize| company.decisions.get(at).map(|it| it.id.as_str());
            let value = json!({
                "account": company.code(), "role": it.role.code(), "from_person": person(it.from_human),
                "from_decision": decision(it.from_decision), "to_person": it.to_human.and_then(person),
                "to_decision": decision(it.to_decision), "departure": it.departure.code(),
                "starts": it.earliest, "ends": it.latest,
            });
            self.successions.put(&value)?;
        }
        Ok(())
    }

    fn humans(&mut self, block: &Block) -> Result<(), SampleError> {
        for (idx, human) in block.humans.iter().enumerate() {
            let emails: Vec<&str> = human
                .spells
                .iter()
                .map(|spell| spell.email.as_str())
                .collect();
            let value = json!({
                "person": human.id, "name": human.full_name(), "emails": emails, "side": "account",
                "is_unrecorded": human.is_unrecorded, "quiet_from": human.quiet_from,
            });
            self.people.put(&value)?;
            self.personas_of(block, (idx, human))?;
            if human.is_unrecorded {
                let account = human
                    .spells
                    .last()
                    .and_then(|spell| block.companies.get(spell.company));
                let value = json!({"person": human.id, "name": human.full_name(), "account": account.map(Company::code)});
                self.named_only.put(&value)?;
            }
            for spell in &human.spells {
                let value = json!({
                    "person": human.id, "account": block.companies.get(spell.company).map(Company::code),
                    "title": spell.title, "starts": spell.starts, "ends": spell.ends,
                    "departure": spell.departure.map(model::vocabulary::Departure::code),
                });
                self.affiliations.put(&value)?;
            }
        }
        Ok(())
    }

    /// Writes the personas of somebody whom records can show in them.
    fn personas_of(
        &mut self,
        block: &Block,
        (idx, human): (usize, &Human),
    ) -> Result<(), SampleError> {
        let planted = [
            (PersonaKind::Buyer, human.personas.buyer),
            (PersonaKind::Customer, human.personas.customer),
            (PersonaKind::User, human.personas.user),
        ];
        let planted = planted
            .into_iter()
            .filter(|(kind, _)| persona::shows(block, idx, *kind));
        for (kind, at) in planted {
            if let Some(code) = at.and_then(|at| persona::codes(kind).get(at)) {
                let value = json!({"person": human.id, "kind": kind.code(), "persona": code});
                self.persona_members.put(&value)?;
            }
        }
        Ok(())
    }

    /// Writes what the planted personas are, and which attributes follow none of them.
    pub(crate) fn planted(&mut self, plan: &Plan) -> Result<(), SampleError> {
        for kind in PersonaKind::ALL {
            for code in persona::codes(*kind) {
                self.personas
                    .put(&json!({"kind": kind.code(), "persona": code}))?;
            }
        }
        let said = speech::family(plan.template_family).noise.iter();
        let said = said.flat_map(|(_, topics)| topics.iter());
        let asked = survey::NOISE.iter().map(|(question, _)| question);
        for attribute in said.chain(asked).chain(usage::NOISE) {
            self.personas.put(&json!({"noise": attribute}))?;
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<u64, SampleError> {
        let files = [
            self.accounts,
            self.account_records,
            self.people,
            self.person_records,
            self.affiliations,
            self.decisions,
            self.roles,
            self.successions,
            self.personas,
            self.persona_members,
            self.said,
            self.speakers,
            self.named_only,
            self.oddities,
        ];
        let mut n_bytes = 0;
        for file in files {
            n_bytes += file.finish()?.1;
        }
        Ok(n_bytes)
    }
}
