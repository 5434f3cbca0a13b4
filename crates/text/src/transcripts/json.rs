//! JSON as recorders and recognisers of speech give it.
//!
//! No shape is listed by maker. A list of objects with words, and with speakers
//! or times, is what was said; objects with names beside it are who was there;
//! titles, dates and ids around it describe the recording. This takes in Gong's
//! calls with parties and sentences, Whisper's segments and plain arrays.

mod party;
mod said;
mod tree;

use party::Parties;
use said::Shape;
use tree::Node;

use super::{CrmRef, Transcript};

/// How deep recordings are looked for.
const MAX_DEPTH: usize = 8;

/// Reads every recording of a document or of JSON lines; none when there is none.
pub(super) fn parse(text: &str) -> Vec<Transcript> {
    let Some(root) = tree::read(text).or_else(|| tree::read_lines(text)) else {
        return Vec::new();
    };
    let mut finder = Finder {
        text,
        found: Vec::new(),
        calls: said::calls_by_id(&root),
    };
    finder.look(&root, &[], 0);
    finder.found
}

struct Finder<'a> {
    text: &'a str,
    found: Vec<Transcript>,
    calls: Vec<(String, &'a Node)>,
}

impl Finder<'_> {
    /// Finds recordings below `node`; `above` are the objects around it, innermost last.
    fn look<'n>(&mut self, node: &'n Node, above: &[&'n Node], depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        if let Some((list, key)) = said::list_of(node) {
            let mut around = above.to_vec();
            around.push(node);
            self.take(list, key, &around);
            return;
        }
        let mut around = above.to_vec();
        if matches!(node, Node::Object(_)) {
            around.push(node);
        }
        for child in node.children() {
            self.look(child, &around, depth + 1);
        }
    }

    fn take(&mut self, list: &[Node], shape: Shape, above: &[&Node]) {
        let mut meta: Vec<&Node> = above.iter().rev().copied().collect();
        meta.extend(meta.clone().iter().flat_map(|node| node.described_in()));
        let key = text_of(&meta, IDS).or_else(|| nested_id(&meta));
        let twin = key.as_ref().and_then(|key| self.call(key));
        meta.extend(
            twin.into_iter()
                .flat_map(|call| std::iter::once(call).chain(call.described_in())),
        );
        let parties = Parties::read(&meta);
        let utterances = said::utterances(self.text, list, shape, &parties);
        if utterances.is_empty() {
            return;
        }
        self.found.push(Transcript {
            format: "transcript_json",
            recognised_by: "a list of words with speakers or times",
            meeting_key: key,
            title: text_of(&meta, TITLES),
            date_text: text_of(&meta, DATES),
            language: text_of(&meta, LANGUAGES),
            heading: String::new(),
            hints: HINTS
                .iter()
                .filter_map(|key| text_of(&meta, &[*key]))
                .collect(),
            refs: refs(&meta),
            attendees: parties.people,
            utterances,
        });
    }

    fn call(&self, id: &str) -> Option<&Node> {
        let found = self.calls.iter().find(|(key, _)| key == id);
        found.map(|(_, node)| *node)
    }
}

const IDS: &[&str] = &[
    "callId",
    "call_id",
    "meetingId",
    "meeting_id",
    "transcriptId",
    "transcript_id",
    "recordingId",
    "recording_id",
    "conversationId",
    "conversation_id",
    "uuid",
];
const TITLES: &[&str] = &[
    "title",
    "meetingTitle",
    "meeting_title",
    "callTitle",
    "call_title",
    "subject",
    "topic",
    "meeting_name",
    "meetingName",
];
const DATES: &[&str] = &[
    "started",
    "startedAt",
    "started_at",
    "date",
    "meetingDate",
    "meeting_date",
    "callDate",
    "call_date",
    "scheduled",
    "scheduledStart",
    "scheduled_start",
    "startTime",
    "start_time",
    "recordedAt",
    "recorded_at",
    "recording_start_time",
    "dateString",
    "createdAt",
    "created_at",
    "created",
];
const LANGUAGES: &[&str] = &["language", "languageCode", "language_code", "lang"];
const HINTS: &[&str] = &[
    "accountId",
    "account_id",
    "account",
    "accountName",
    "account_name",
    "company",
    "companyName",
    "company_name",
    "customer",
    "dealId",
    "deal_id",
    "deal",
    "dealName",
    "deal_name",
    "opportunityId",
    "opportunity_id",
    "opportunity",
    "opportunity_name",
    "crmId",
    "crm_id",
];

/// The first of `keys` that has a text or number in the innermost object that has one.
fn text_of(meta: &[&Node], keys: &[&str]) -> Option<String> {
    let mut found = keys
        .iter()
        .flat_map(|key| meta.iter().filter_map(move |node| node.get(key)));
    found.find_map(|node| node.shown().filter(|text| !text.trim().is_empty()))
}

/// A bare `id` beside a title, a date or parties is the recording's.
fn nested_id(meta: &[&Node]) -> Option<String> {
    let mut described = meta.iter().filter(|node| {
        let has = |keys: &[&str]| keys.iter().any(|key| node.get(key).is_some());
        has(TITLES) || has(DATES) || has(party::LISTS)
    });
    described.find_map(|node| node.get("id")?.shown())
}

/// Objects of a CRM: `{"system": …, "objects": [{"objectType", "objectId"}]}`.
fn refs(meta: &[&Node]) -> Vec<CrmRef> {
    let mut found = Vec::new();
    for node in meta {
        let Some(Node::List(contexts)) = node.get("context") else {
            continue;
        };
        for context in contexts {
            found.extend(context_refs(context));
        }
    }
    found
}

fn context_refs(context: &Node) -> Vec<CrmRef> {
    let system = context.text(&["system"]).unwrap_or("crm").to_lowercase();
    let Some(Node::List(objects)) = context.get("objects") else {
        return Vec::new();
    };
    let read = |object: &Node| {
        let kind = match object.text(&["objectType", "object_type", "type"])? {
            "Opportunity" | "Deal" => "deal",
            "Account" | "Company" => "account",
            "Contact" => "contact",
            _ => return None,
        };
        Some(CrmRef {
            system: system.clone(),
            object: kind,
            id: object
                .get("objectId")
                .or_else(|| object.get("object_id"))?
                .shown()?,
        })
    };
    objects.iter().filter_map(read).collect()
}
