//! Lists of what was said: which list it is, who speaks, when, and the words.

use std::collections::{BTreeMap, BTreeSet};

use super::party::Parties;
use super::tree::Node;
use crate::transcripts::Utterance;
use crate::transcripts::clock::{Time, bare, read_time, to_ms, unit_ms};
use crate::transcripts::places::Places;

/// Names of lists that hold what was said, best first.
const LISTS: &[&str] = &[
    "utterances",
    "transcript",
    "sentences",
    "segments",
    "transcription",
    "meeting_transcripts",
    "monologues",
    "paragraphs",
    "turns",
    "dialogue",
    "conversation",
    "captions",
    "cues",
    "entries",
    "messages",
    "lines",
    "audio_segments",
];
/// Names that are said of nothing but transcripts.
const SURE_LISTS: &[&str] = &[
    "utterances",
    "transcript",
    "sentences",
    "transcription",
    "meeting_transcripts",
    "monologues",
    "dialogue",
];
const WORDS: &[&str] = &[
    "text",
    "content",
    "sentence",
    "utterance",
    "transcript",
    "raw_text",
    "rawText",
    "words",
    "speech",
    "caption",
    "line",
    "message",
    "said",
];
const SPEAKERS: &[&str] = &[
    "speaker",
    "speaker_name",
    "speakerName",
    "speakerId",
    "speaker_id",
    "speakerLabel",
    "speaker_label",
    "participant",
    "participant_name",
    "participantName",
    "participantId",
    "participant_id",
    "who",
];
/// Names of speakers that other lists have too.
const LOOSE_SPEAKERS: &[&str] = &["name", "role", "user", "author", "from", "sender", "label"];
const STARTS: &[&str] = &[
    "start",
    "start_ms",
    "startMs",
    "start_time",
    "startTime",
    "start_time_ms",
    "startTimeMs",
    "begin",
    "from",
    "ts",
    "offset",
    "timestamp",
    "time",
    "start_timestamp",
    "startTimestamp",
];
const ENDS: &[&str] = &[
    "end",
    "end_ms",
    "endMs",
    "end_time",
    "endTime",
    "end_time_ms",
    "endTimeMs",
    "to",
    "stop",
    "end_ts",
    "end_timestamp",
    "endTimestamp",
];

/// How the items of a list are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Names of speakers that other lists have too count here.
    is_loose: bool,
}

/// The list of what was said that is `node` itself or stands directly in it.
pub(super) fn list_of(node: &Node) -> Option<(&[Node], Shape)> {
    match node {
        Node::List(items) => shape_of(items, false).map(|shape| (items.as_slice(), shape)),
        Node::Object(fields) => LISTS.iter().find_map(|key| {
            let (_, value) = fields.iter().find(|(name, _)| name == key)?;
            let Node::List(items) = value else {
                return None;
            };
            shape_of(items, SURE_LISTS.contains(key)).map(|shape| (items.as_slice(), shape))
        }),
        _ => None,
    }
}

/// Whether the items are what was said, and how they are read.
fn shape_of(items: &[Node], is_sure: bool) -> Option<Shape> {
    let n_words = items.iter().filter(|item| has_words(item)).count();
    let n_timed = items.iter().filter(|item| start(item).is_some()).count();
    let is_most = |n: usize| n > 0 && n * 5 >= items.len() * 3;
    // Calls that hold their own lists are no items.
    let holds_lists = items.iter().any(|item| {
        item.get("callId").is_some() || matches!(item, Node::Object(fields) if fields.iter().any(|(key, value)| {
            matches!(value, Node::List(_)) && LISTS.contains(&key.as_str()) && key != "sentences"
        }))
    });
    if !is_most(n_words) || holds_lists {
        return None;
    }
    let speakers: Vec<String> = items
        .iter()
        .filter_map(|item| speaker(item, false))
        .collect();
    if is_most(speakers.len()) || is_most(n_timed) {
        let is_loose = !is_most(speakers.len());
        return Some(Shape { is_loose });
    }
    let loose: Vec<String> = items
        .iter()
        .filter_map(|item| speaker(item, true))
        .collect();
    let different: BTreeSet<&String> = loose.iter().collect();
    let returns = different.len() > 1 && different.len() * 2 <= loose.len();
    let is_loose = is_sure && is_most(loose.len()) && returns;
    (is_loose || is_sure).then_some(Shape { is_loose })
}

fn has_words(item: &Node) -> bool {
    words(item).is_some() || nested(item).is_some()
}

/// The sentences of one item.
fn nested(item: &Node) -> Option<&[Node]> {
    match item.get("sentences")? {
        Node::List(items) if items.iter().any(|one| words(one).is_some()) => Some(items),
        _ => None,
    }
}

/// The words of one item and where they start.
fn words(item: &Node) -> Option<(String, usize)> {
    WORDS
        .iter()
        .find_map(|key| match item.get(key)? {
            Node::Text(text, at) => {
                let lead = text.len() - text.trim_start().len();
                Some((text.trim().to_owned(), at + lead))
            }
            Node::List(parts) => joined(parts, " "),
            _ => None,
        })
        .or_else(|| match item.get("elements")? {
            Node::List(parts) => joined(parts, ""),
            _ => None,
        })
}

/// Words given one by one.
fn joined(parts: &[Node], between: &str) -> Option<(String, usize)> {
    let keys = ["text", "value", "word", "punctuated_word"];
    let mut found = parts.iter().filter_map(|part| {
        keys.iter().find_map(|key| match part.get(key)? {
            Node::Text(text, at) => Some((text.as_str(), *at)),
            _ => None,
        })
    });
    let (first, at) = found.next()?;
    let mut text = first.to_owned();
    for (more, _) in found {
        if !text.ends_with(char::is_whitespace) && !more.starts_with(char::is_whitespace) {
            text.push_str(between);
        }
        text.push_str(more);
    }
    let lead = text.len() - text.trim_start().len();
    Some((text.trim().to_owned(), at + lead))
}

/// The speaker of one item as it stands there.
fn speaker(item: &Node, is_loose: bool) -> Option<String> {
    let read = |node: &Node| match node {
        Node::Object(_) => {
            let keys = ["name", "display_name", "displayName", "email", "id"];
            keys.iter().find_map(|key| node.get(key)?.shown())
        }
        other => other.shown(),
    };
    let keys = SPEAKERS
        .iter()
        .chain(LOOSE_SPEAKERS.iter().filter(|_| is_loose));
    keys.filter_map(|key| item.get(key).and_then(read))
        .find(|label| !label.is_empty())
}

fn start(item: &Node) -> Option<Time> {
    time(item, STARTS, "from").or_else(|| part_time(item, STARTS))
}

fn end(item: &Node) -> Option<Time> {
    time(item, ENDS, "to").or_else(|| {
        let part = parts(item)?.last()?;
        time(part, ENDS, "to")
    })
}

/// The words or elements of an item that gives them one by one.
fn parts(item: &Node) -> Option<&[Node]> {
    let found = ["words", "elements"].iter().find_map(|key| item.get(key));
    match found? {
        Node::List(parts) => Some(parts),
        _ => None,
    }
}

fn part_time(item: &Node, keys: &[&str]) -> Option<Time> {
    let first = parts(item)?.first()?;
    time(first, keys, "from")
}

fn time(item: &Node, keys: &[&str], nested: &str) -> Option<Time> {
    let by_key = keys.iter().find_map(|key| {
        let is_ms = key.ends_with("ms") || key.ends_with("Ms");
        read(item.get(key)?, is_ms)
    });
    by_key.or_else(|| read(item.get("offsets")?.get(nested)?, true))
}

fn read(node: &Node, is_ms: bool) -> Option<Time> {
    let time = match node {
        Node::Number(number) => bare(*number),
        Node::Text(text, _) => read_time(text),
        Node::Object(_) => ["relative", "seconds"]
            .iter()
            .find_map(|key| match node.get(key)? {
                Node::Number(number) => bare(*number),
                _ => None,
            }),
        _ => None,
    };
    match time? {
        Time::Bare(value) if is_ms => Some(Time::Ms(value.round() as i64)),
        time => Some(time),
    }
}

/// One utterance before the unit of its times is known.
struct Draft {
    speaker: Option<String>,
    start: Option<Time>,
    end: Option<Time>,
    text: String,
    at: usize,
}

/// What was said, in order.
pub(super) fn utterances(
    text: &str,
    items: &[Node],
    shape: Shape,
    parties: &Parties,
) -> Vec<Utterance> {
    let mut drafts = Vec::new();
    for item in items {
        let label = speaker(item, shape.is_loose).map(|id| parties.label(&id));
        let sentences = nested(item);
        let single = std::slice::from_ref(item);
        drafts.extend(
            sentences
                .unwrap_or(single)
                .iter()
                .filter_map(|one| draft(one, label.as_ref())),
        );
    }
    let times = drafts.iter().flat_map(|draft| [draft.start, draft.end]);
    let n_chars = drafts.iter().map(|draft| draft.text.chars().count()).sum();
    let unit = unit_ms(times.flatten(), n_chars);
    let mut places = Places::new(text);
    let place = |draft: Draft| {
        let (line, column) = places.of(draft.at);
        Utterance {
            speaker: draft.speaker,
            start_ms: draft.start.map(|time| to_ms(time, unit)),
            end_ms: draft.end.map(|time| to_ms(time, unit)),
            line,
            column,
            text: draft.text,
        }
    };
    drafts.into_iter().map(place).collect()
}

fn draft(item: &Node, label: Option<&String>) -> Option<Draft> {
    let (text, at) = words(item)?;
    (!text.is_empty()).then(|| Draft {
        speaker: label.cloned(),
        start: start(item),
        end: end(item),
        text,
        at,
    })
}

/// Calls described apart from what was said in them: `calls[].metaData.id`.
pub(super) fn calls_by_id(root: &Node) -> Vec<(String, &Node)> {
    let mut found: BTreeMap<String, &Node> = BTreeMap::new();
    for key in ["calls", "meetings", "recordings"] {
        let Some(Node::List(calls)) = root.get(key) else {
            continue;
        };
        for call in calls {
            let within = std::iter::once(call).chain(call.described_in());
            let id = within.filter_map(|node| node.get("id")?.shown()).next();
            found.extend(id.map(|id| (id, call)));
        }
    }
    found.into_iter().collect()
}
