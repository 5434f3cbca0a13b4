//! What `identify`, `group` and `alias` say: people, accounts, ids that are the same.

use model::tables::base::{AccountRow, AssociationRow, MentionRow, RecordRow, SameAsRow};
use model::{Instant, MentionKind, RecordId};
use serde_json::{Map, Value};

use super::line::Message;
use super::set_aside;
use crate::emit::person::{is_placeholder, mention, push_emails, side};
use crate::emit::{Emitter, Head};
use crate::error::{Code, ReadError};
use crate::ids::{key, object_key};
use crate::item::Item;
use crate::names::{is_protected, snake};

/// A message that describes somebody or something.
struct Told<'a> {
    system: &'a str,
    message: &'a Message<'a>,
    at: Option<Instant>,
    traits: Map<String, Value>,
    record: Head,
}

/// Reads one message that is no event.
pub(super) fn read(
    system: &str,
    (line, text): (i64, &str),
    (message, at): (&Message<'_>, Option<Instant>),
    emitter: &mut Emitter<'_>,
) -> Result<(), ReadError> {
    let user = message.user_key(system);
    let group = message.group_key(system);
    let native_key = match message.kind() {
        "group" => group.clone(),
        _ => user.clone(),
    };
    let Some(native_key) = native_key else {
        return set_aside(emitter, line, (Code::RowIncomplete, "no user and no group"));
    };
    let traits = traits_of(text);
    let fields = fields(message, &traits);
    let record = Head {
        record_id: RecordId::derive(&[&native_key, &fields]),
        native_key,
        modified: at,
        is_deleted: false,
    };
    emitter.put(Item::Record(RecordRow {
        record_id: record.record_id,
        native_key: record.native_key.clone(),
        file_id: emitter.file_id,
        line,
        fields,
        modified: at,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: false,
    }))?;
    let told = Told {
        system,
        message,
        at,
        traits,
        record,
    };
    match message.kind() {
        "group" => told.account(emitter)?,
        "identify" => told.person(emitter)?,
        _ => {}
    }
    told.links((user, group), emitter)
}

/// The traits of a line without those that are protected.
fn traits_of(text: &str) -> Map<String, Value> {
    let Ok(Value::Object(mut message)) = serde_json::from_str(text.trim()) else {
        return Map::new();
    };
    match message.remove("traits") {
        Some(Value::Object(mut traits)) => {
            traits.retain(|name, _| !is_protected(name));
            traits
        }
        _ => Map::new(),
    }
}

/// The record's columns: who it is about, when, and each trait.
fn fields(message: &Message<'_>, traits: &Map<String, Value>) -> String {
    let own = [
        ("type", Some(message.kind())),
        ("userId", message.user_id.text()),
        ("anonymousId", message.anonymous_id.text()),
        ("previousId", message.previous_id.text()),
        ("timestamp", message.timestamp.text()),
    ];
    let mut fields = Map::new();
    for (name, value) in own {
        if let Some(value) = value {
            fields.insert(name.to_owned(), Value::from(value));
        }
    }
    for (name, value) in traits {
        fields.insert(name.clone(), value.clone());
    }
    Value::Object(fields).to_string()
}

/// The first trait under one of these names, in either spelling.
fn of<'t>(traits: &'t Map<String, Value>, names: &[&str]) -> Option<&'t Value> {
    let mut found = traits
        .iter()
        .filter(|(name, _)| names.contains(&snake(name).as_str()));
    found.next().map(|(_, value)| value)
}

fn text_of(traits: &Map<String, Value>, names: &[&str]) -> Option<String> {
    match of(traits, names)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

impl Told<'_> {
    /// `identify`: a person.
    fn person(&self, emitter: &mut Emitter<'_>) -> Result<(), ReadError> {
        let traits = &self.traits;
        let mut person = mention(emitter, &self.record, self.system, (MentionKind::Row, ""));
        if let Some(email) = text_of(traits, &["email", "email_address"]) {
            push_emails(&mut person.emails, &email);
        }
        person.given_name = text_of(traits, &["first_name", "given_name"]);
        person.family_name = text_of(traits, &["last_name", "family_name", "surname"]);
        person.full_name = text_of(traits, &["name", "full_name"]).or_else(|| joined(&person));
        person.phones = text_of(traits, &["phone", "phone_number"])
            .into_iter()
            .collect();
        person.title = text_of(traits, &["title", "job_title"]);
        person.department = text_of(traits, &["department"]);
        person.account_ref = self.message.group_key(self.system);
        self.employer(&mut person);
        person.external_keys = external_keys(traits);
        person.is_placeholder = person.full_name.as_deref().is_some_and(is_placeholder);
        person.side = side(emitter, person.full_name.as_deref(), &person.emails);
        emitter.put(Item::Mention(person))
    }

    /// `company` is a name or an object with name and id.
    fn employer(&self, person: &mut MentionRow) {
        match of(&self.traits, &["company", "company_name", "organization"]) {
            Some(Value::String(name)) => person.account_name = Some(name.trim().to_owned()),
            Some(Value::Object(company)) => {
                person.account_name = text_of(company, &["name"]);
                let id = text_of(company, &["id"]).map(|id| key(self.system, "account", &id));
                person.account_ref = person.account_ref.take().or(id);
            }
            _ => {}
        }
    }

    /// `group`: an account.
    fn account(&self, emitter: &mut Emitter<'_>) -> Result<(), ReadError> {
        let traits = &self.traits;
        let domains = ["website", "domain", "url"].iter();
        let figures: Map<String, Value> = traits
            .iter()
            .filter(|(_, value)| value.is_number())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        let employees = text_of(
            traits,
            &["employees", "employee_count", "number_of_employees"],
        );
        emitter.put(Item::Account(AccountRow {
            record_id: self.record.record_id,
            native_key: self.record.native_key.clone(),
            system: self.system.to_owned(),
            name: text_of(traits, &["name", "company_name"]),
            domains: domains
                .filter_map(|name| text_of(traits, &[name]))
                .collect(),
            parent_ref: None,
            merged_into_ref: None,
            external_keys: external_keys(traits),
            industry: text_of(traits, &["industry"]),
            n_employees: employees.and_then(|text| text.parse().ok()),
            country: text_of(traits, &["country"]),
            account_type: text_of(traits, &["account_type", "type"]),
            figures: Value::Object(figures).to_string(),
            modified: self.at,
            import_seq: emitter.context.import_seq,
            known_at: emitter.context.known_at,
            is_deleted: false,
            account_id: None,
        }))
    }

    /// User and group belong together; two ids of one user are the same.
    fn links(
        &self,
        (user, group): (Option<String>, Option<String>),
        emitter: &mut Emitter<'_>,
    ) -> Result<(), ReadError> {
        let is_user = self.message.user_id.text().is_some();
        if let (true, Some(from_key), Some(to_key)) = (is_user, user.clone(), group) {
            emitter.put(Item::Association(AssociationRow {
                record_id: self.record.record_id,
                from_key,
                to_key,
                label: None,
                known_at: emitter.context.known_at,
            }))?;
        }
        let (true, Some(user)) = (is_user, user) else {
            return Ok(());
        };
        let anonymous = self.message.anonymous_id.text();
        let previous = self.message.previous_id.text();
        let anonymous = anonymous.map(|id| key(self.system, "anonymous", id));
        let previous = previous.into_iter().flat_map(|id| {
            [
                key(self.system, "user", id),
                key(self.system, "anonymous", id),
            ]
        });
        for from_key in anonymous.into_iter().chain(previous) {
            if from_key == user {
                continue;
            }
            emitter.put(Item::SameAs(SameAsRow {
                record_id: self.record.record_id,
                from_key,
                to_key: user.clone(),
                reason: String::from("alias"),
                at: self.at,
                known_at: emitter.context.known_at,
            }))?;
        }
        Ok(())
    }
}

fn joined(person: &MentionRow) -> Option<String> {
    match (&person.given_name, &person.family_name) {
        (Some(given), Some(family)) => Some(format!("{given} {family}")),
        (given, family) => given.clone().or_else(|| family.clone()),
    }
}

/// Ids of the same person or account in a CRM: `salesforce_contact_id`.
fn external_keys(traits: &Map<String, Value>) -> Vec<String> {
    let mut keys = Vec::new();
    for (name, value) in traits {
        let name = snake(name);
        let system = match name.split('_').next() {
            Some("salesforce" | "sfdc" | "sf") => "salesforce",
            Some("hubspot") => "hubspot",
            _ => continue,
        };
        let object = if name.contains("account") || name.contains("company") {
            "account"
        } else {
            "contact"
        };
        let id = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => continue,
        };
        if name.ends_with("id") && !id.trim().is_empty() {
            keys.push(object_key(system, object, &id));
        }
    }
    keys
}
