//! Which personas are really there.

use crate::ids::{AccountId, DecisionId, PersonId, PersonaId, StatementId};
use crate::vocabulary::{Component, PersonaKind, PersonaState};

table!(/** A persona. */ Persona in "persona" slot["persona_id"] primary["persona_id"] {
    /// From kind and the traits that distinguish it.
    persona_id: PersonaId,
    /// Its kind.
    kind: PersonaKind,
    /// A role-like label made from its most distinctive facts.
    name: String,
    /// Its state.
    state: PersonaState,
    /// Why it is in that state, in words.
    state_reason: String,
    /// People in it.
    n_people: i32,
    /// Accounts they are at; -1 when the source does not know accounts.
    n_accounts: i32,
    /// Share of the people of its kind, 0–1.
    share: f64,
    /// Bootstrap stability (mean Jaccard), 0–1.
    stability: f64,
    /// How many of its most distinctive statements `share_typical` looks at, at most six.
    n_traits: i32,
    /// Share of its people for whom at least half of those statements hold, 0–1.
    share_typical: f64,
});

table!(/** One sentence of a persona, with its share and what it rests on. */ Statement in "statement" slot["persona_id"] primary["persona_id", "statement_id"] {
    /// From persona, component and trait.
    statement_id: StatementId,
    /// The persona.
    persona_id: PersonaId,
    /// The component it belongs to.
    component: Component,
    /// The fact it speaks of, as `subject=value`: together with the members it lists all its evidence.
    fact_code: String,
    /// The sentence.
    sentence: String,
    /// Share of members for whom it holds, 0–1.
    share: f64,
    /// Lower end of its 95 % interval.
    share_low: f64,
    /// Upper end of its 95 % interval.
    share_high: f64,
    /// Share among everybody of the kind.
    base_share: f64,
    /// Members for whom it holds.
    n_people: i32,
    /// Members whose records say anything on the subject: the whole that `share` is a share of.
    n_known: i32,
    /// Accounts they are at; -1 when not known.
    n_accounts: i32,
    /// The expected share of false statements among all at least as strong as this one, on people held out from the fit.
    q_value: f64,
    /// The claims it rests on, or keys that list them; the first 200.
    evidence: Vec<String>,
});

table!(/** How much a person belongs to a persona. */ PersonaMember in "persona_member" slot["persona_id"] primary["persona_id", "person_id", "decision_id"] {
    /// The persona.
    persona_id: PersonaId,
    /// The person.
    person_id: PersonId,
    /// In which decision.
    decision_id: DecisionId,
    /// At which account.
    account_id: AccountId,
    /// Posterior, 0–1.
    posterior: f64,
});

table!(/** One fact about a person in a decision, as the search for personas counts it. */ PersonFact in "person_fact" slot["account_id"] primary["account_id", "kind", "decision_id", "person_id", "subject", "value"] {
    /// The account.
    account_id: AccountId,
    /// The kind of persona it speaks for.
    kind: PersonaKind,
    /// The decision; all zeros when the account has none that fits.
    decision_id: DecisionId,
    /// The person.
    person_id: PersonId,
    /// What the fact is about: `seniority`, `role`, `goal`, `feature` …
    subject: String,
    /// What it says: a code, or the words of a topic, folded.
    value: String,
    /// How many draws it counts as: 1, or for product features the days of use, scaled so
    /// that those of all features together are at most thirty.
    weight: f64,
    /// The claims, holdings and records it rests on; usage rows as the JSON array
    /// `["usage_placed", user_key, group_key, name]`, or all of a user's as `["usage_placed", user_key]`.
    evidence: Vec<String>,
});

table!(/** How one number of personas fared in the search; also says why nothing was found. */ PersonaSearch in "persona_search" slot["kind"] primary["kind", "n_classes"] {
    /// The kind.
    kind: PersonaKind,
    /// Number of classes tried; 1 means no personas, 0 that there was too little to try.
    n_classes: i32,
    /// Integrated completed likelihood; higher is better.
    icl: f64,
    /// Lowest bootstrap stability of a class that is large enough; -1 when not tested.
    stability: f64,
    /// This number was taken.
    is_chosen: bool,
    /// What became of it, in words.
    verdict: String,
});

table!(/** What a fact adds to the log-odds of a persona; the prior is the row without a subject. A row without a value counts once whenever anything is known on its subject. */ PersonaWeight in "persona_weight" slot["persona_id"] primary["persona_id", "subject", "value"] {
    /// The persona.
    persona_id: PersonaId,
    /// What the fact is about; empty for the prior.
    subject: String,
    /// What it says.
    value: String,
    /// Log-likelihood of the fact, or log share of the persona.
    weight: f64,
});

table!(/** A topic: words that enough people use under one subject to stand for what they speak of. */ Topic in "topic" slot["subject"] primary["subject", "words"] {
    /// What the words are about: `goal`, `pain` …
    subject: String,
    /// One or two words, folded.
    words: String,
    /// How well they stand for a text that has several: the highest wins.
    worth: f64,
    /// People whose texts they stand for.
    n_people: i64,
    /// Accounts these people are at.
    n_accounts: i64,
});

table!(/** A class of the mixture, whether or not it may be shown as a persona. */ PersonaClass in "persona_class" slot["persona_id"] primary["persona_id"] {
    /// The persona it is or would be.
    persona_id: PersonaId,
    /// Its kind.
    kind: PersonaKind,
    /// Whether it passed its gates: only then does it have members.
    is_shown: bool,
    /// The state it passed to.
    state: PersonaState,
    /// Why, in words.
    state_reason: String,
    /// Bootstrap stability (mean Jaccard), 0–1.
    stability: f64,
});

table!(/** How much likelier a fact is in a persona, tested on people held out from the fit. */ FactLift in "fact_lift" slot["persona_id"] primary["persona_id", "subject", "value"] {
    /// The persona.
    persona_id: PersonaId,
    /// What the fact is about.
    subject: String,
    /// What it says.
    value: String,
    /// Share among members over share among everybody, by memberships that do not know the fact.
    lift: f64,
    /// The expected share of false ones among all facts at least as strong as this one.
    q_value: f64,
});
