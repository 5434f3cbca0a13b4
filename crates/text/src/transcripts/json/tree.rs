//! A JSON document whose texts know where they stand.
//!
//! The parser gives values without places. Texts and keys stand in the document
//! in the order in which the parsed tree is walked, so a second look at the
//! quotation marks gives each text its place.

use serde_json::Value;

/// A value of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// Null, a flag, or numbers without names.
    Other,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text and the byte of the document its first character stands at.
    Text(String, usize),
    /// A list.
    List(Vec<Node>),
    /// Names and values in the order of the document.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The value under a name.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        fields
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    /// The first text under one of the names.
    pub(super) fn text(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| match self.get(key)? {
            Self::Text(text, _) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        })
    }

    /// A text or a number, as text.
    pub(super) fn shown(&self) -> Option<String> {
        match self {
            Self::Text(text, _) => Some(text.trim().to_owned()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The values within.
    pub(super) fn children(&self) -> Vec<&Self> {
        match self {
            Self::List(items) => items.iter().collect(),
            Self::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        }
    }

    /// The objects in which recorders put what describes a recording.
    pub(super) fn described_in(&self) -> Vec<&Self> {
        let keys = [
            "metaData",
            "metadata",
            "meta",
            "meeting",
            "call",
            "recording",
            "meeting_info",
            "call_info",
            "result",
            "header",
            "info",
        ];
        let found = keys.iter().filter_map(|key| self.get(key));
        found
            .filter(|node| matches!(node, Self::Object(_)))
            .collect()
    }
}

/// Reads one document.
pub(super) fn read(text: &str) -> Option<Node> {
    let value: Value = serde_json::from_str(text).ok()?;
    let mut tokens = Tokens {
        bytes: text.as_bytes(),
        at: 0,
    };
    Some(place(value, &mut tokens))
}

/// Reads one object a line as a list of objects; `None` when a line is none.
pub(super) fn read_lines(text: &str) -> Option<Node> {
    let mut nodes = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            let value: Value = serde_json::from_str(line.trim()).ok()?;
            let mut tokens = Tokens {
                bytes: text.as_bytes(),
                at: start,
            };
            nodes.push(place(value, &mut tokens));
        }
        start += line.len();
    }
    (nodes.len() > 1).then_some(Node::List(nodes))
}

/// Texts and keys of a valid document, one after the other.
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Tokens<'_> {
    /// The byte at which the next text starts; walks past its end.
    fn next_start(&mut self) -> usize {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some(quote) = memchr::memchr(b'"', rest) else {
            return self.at;
        };
        let start = self.at + quote + 1;
        let mut end = start;
        while let Some(byte) = self.bytes.get(end) {
            match byte {
                b'"' => break,
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        self.at = end + 1;
        start
    }
}

fn place(value: Value, tokens: &mut Tokens<'_>) -> Node {
    match value {
        Value::Null => Node::Other,
        Value::Bool(flag) => Node::Flag(flag),
        Value::Number(number) => number.as_f64().map_or(Node::Other, Node::Number),
        Value::String(text) => Node::Text(text, tokens.next_start()),
        Value::Array(items) => {
            // Recognisers add long lists of bare numbers that nobody reads here.
            if items.iter().all(Value::is_number) {
                return Node::Other;
            }
            Node::List(items.into_iter().map(|item| place(item, tokens)).collect())
        }
        Value::Object(fields) => {
            let placed = fields.into_iter().map(|(key, value)| {
                tokens.next_start();
                (key, place(value, tokens))
            });
            Node::Object(placed.collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_know_their_place() {
        let text = r#"{"a\"": [1, "x"], "b": {"c": "y \" z"}}"#;
        let root = read(text).unwrap();
        let Some(Node::List(items)) = root.get("a\"") else {
            panic!("a list");
        };
        let Some(Node::Text(x, at)) = items.last() else {
            panic!("a text");
        };
        assert_eq!((x.as_str(), text.get(*at..*at + 1)), ("x", Some("x")));
        let Some(Node::Text(_, at)) = root.get("b").and_then(|b| b.get("c")) else {
            panic!("a text");
        };
        assert_eq!(text.get(*at..*at + 1), Some("y"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\",:a-z0-9\\\\ \n]{0,60}") {
            let _ = read(&text);
            let _ = read_lines(&text);
        }
    }
}
