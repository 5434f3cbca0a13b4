//! Who was there, and under which ids they speak.

use std::collections::BTreeMap;

use super::tree::Node;
use crate::transcripts::{Attendee, attendee};

/// Names under which people are listed.
pub(super) const LISTS: &[&str] = &[
    "parties",
    "participants",
    "attendees",
    "speakers",
    "invitees",
    "people",
    "members",
    "meeting_attendees",
    "calendar_invitees",
];
const NAMES: &[&str] = &[
    "name",
    "displayName",
    "display_name",
    "fullName",
    "full_name",
    "speaker_name",
    "userName",
];
const EMAILS: &[&str] = &["emailAddress", "email", "email_address", "mail"];
const TITLES: &[&str] = &["title", "jobTitle", "job_title"];
const COMPANIES: &[&str] = &[
    "company",
    "companyName",
    "company_name",
    "organization",
    "organisation",
    "account",
];
const IDS: &[&str] = &[
    "speakerId",
    "speaker_id",
    "id",
    "userId",
    "user_id",
    "participantId",
    "participant_id",
    "speaker",
    "label",
    "index",
];

/// People listed, and the ids that mean them.
#[derive(Debug, Default)]
pub(super) struct Parties {
    /// In the order of the document.
    pub(super) people: Vec<Attendee>,
    by_id: BTreeMap<String, usize>,
}

impl Parties {
    /// Reads the lists of people in any of the objects.
    pub(super) fn read(meta: &[&Node]) -> Self {
        let mut parties = Self::default();
        for node in meta {
            for key in LISTS {
                match node.get(key) {
                    Some(Node::List(items)) => {
                        items.iter().for_each(|item| parties.add(item, None))
                    }
                    Some(Node::Object(fields)) => {
                        for (id, value) in fields {
                            parties.add(value, Some(id));
                        }
                    }
                    _ => {}
                }
            }
        }
        parties
    }

    fn add(&mut self, node: &Node, id: Option<&str>) {
        let (person, mut ids) = match node {
            Node::Text(text, _) => match attendee::read(text, "") {
                Some(person) => (person, Vec::new()),
                None => return,
            },
            Node::Object(_) => (described(node), ids_of(node)),
            _ => return,
        };
        ids.extend(id.map(str::to_owned));
        if person.label.is_empty() {
            return;
        }
        let is_same = |known: &Attendee| {
            known.name == person.name
                && (known.email.is_none() || person.email.is_none() || known.email == person.email)
        };
        let idx = match self.people.iter().position(is_same) {
            Some(idx) => idx,
            None => {
                self.people.push(person);
                self.people.len() - 1
            }
        };
        for id in ids {
            self.by_id.entry(id).or_insert(idx);
        }
    }

    /// The label of whoever speaks under `id`: the name of the party, else the id itself.
    pub(super) fn label(&self, id: &str) -> String {
        let party = self.by_id.get(id).and_then(|idx| self.people.get(*idx));
        party.map_or_else(|| id.to_owned(), |party| party.label.clone())
    }
}

fn ids_of(node: &Node) -> Vec<String> {
    IDS.iter()
        .filter_map(|key| node.get(key)?.shown())
        .filter(|id| !id.is_empty())
        .collect()
}

fn described(node: &Node) -> Attendee {
    let email = node.text(EMAILS).map(str::to_lowercase);
    let name = node.text(NAMES).map(str::to_owned).or_else(|| {
        let given = node.text(&["firstName", "first_name"])?;
        let family = node.text(&["lastName", "last_name"]).unwrap_or_default();
        Some(format!("{given} {family}").trim().to_owned())
    });
    let label = name
        .or_else(|| email.clone())
        .or_else(|| {
            node.text(&["speakerId", "speaker_id", "id"])
                .map(str::to_owned)
        })
        .unwrap_or_default();
    let contexts = match node.get("context") {
        Some(Node::List(contexts)) => contexts.as_slice(),
        _ => &[],
    };
    Attendee {
        text: label.clone(),
        name: label.clone(),
        label,
        title: node.text(TITLES).map(str::to_owned),
        company: node.text(COMPANIES).map(str::to_owned),
        email,
        is_internal: is_internal(node),
        refs: contexts.iter().flat_map(super::context_refs).collect(),
    }
}

fn is_internal(node: &Node) -> Option<bool> {
    if let Some(affiliation) = node.text(&["affiliation", "side", "scope"]) {
        return match affiliation.to_lowercase().as_str() {
            "internal" | "ours" | "vendor" | "seller" => Some(true),
            "external" | "customer" | "prospect" | "buyer" => Some(false),
            _ => None,
        };
    }
    let flag = |key: &str| match node.get(key) {
        Some(Node::Flag(flag)) => Some(*flag),
        _ => None,
    };
    let internal = ["isInternal", "is_internal", "internal"]
        .iter()
        .find_map(|key| flag(key));
    let external = ["isExternal", "is_external", "external"]
        .iter()
        .find_map(|key| flag(key));
    internal.or(external.map(|flag| !flag))
}
