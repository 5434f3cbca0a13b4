//! One message, borrowed from its line.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::ids::key;

/// The fields of a message that are read of every line; both spellings are legal.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Message<'a> {
    #[serde(borrow, rename = "type")]
    kind: Text<'a>,
    #[serde(borrow)]
    event: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow, rename = "userId", alias = "user_id")]
    pub(super) user_id: Text<'a>,
    #[serde(borrow, rename = "anonymousId", alias = "anonymous_id")]
    pub(super) anonymous_id: Text<'a>,
    #[serde(borrow, rename = "groupId", alias = "group_id")]
    group_id: Text<'a>,
    #[serde(borrow, rename = "previousId", alias = "previous_id")]
    pub(super) previous_id: Text<'a>,
    #[serde(borrow, rename = "messageId", alias = "message_id")]
    pub(super) message_id: Text<'a>,
    #[serde(borrow)]
    pub(super) timestamp: Text<'a>,
    #[serde(borrow, rename = "originalTimestamp", alias = "original_timestamp")]
    pub(super) original_timestamp: Text<'a>,
    #[serde(borrow, rename = "sentAt", alias = "sent_at")]
    pub(super) sent_at: Text<'a>,
    #[serde(borrow, rename = "receivedAt", alias = "received_at")]
    pub(super) received_at: Text<'a>,
    #[serde(borrow)]
    properties: Option<Properties<'a>>,
    #[serde(borrow)]
    context: Option<About<'a>>,
}

/// What a page or screen says of itself.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Properties<'a> {
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    path: Text<'a>,
}

/// What surrounds a message.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct About<'a> {
    #[serde(borrow, rename = "groupId", alias = "group_id")]
    group_id: Text<'a>,
}

impl<'a> Message<'a> {
    /// Reads a line; `None` when it is no JSON object.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let line = line.trim();
        if !line.starts_with('{') {
            return None;
        }
        serde_json::from_str(line).ok()
    }

    /// What kind of message it is; one with an event and no type is a `track`.
    pub(super) fn kind(&self) -> &str {
        match self.kind.text() {
            Some(kind) => kind,
            None if self.event.text().is_some() => "track",
            None => "",
        }
    }

    /// Whether it is a message at all.
    pub(super) fn is_known(&self) -> bool {
        let is_kind = matches!(
            self.kind(),
            "track" | "page" | "screen" | "identify" | "group" | "alias"
        );
        let ids = [&self.user_id, &self.anonymous_id, &self.previous_id];
        is_kind && ids.iter().any(|id| id.text().is_some())
    }

    /// The name of the event, page or screen.
    pub(super) fn event_name(&self) -> Option<&str> {
        let of_page = self
            .properties
            .as_ref()
            .map(|p| [&p.name, &p.title, &p.path]);
        self.event
            .text()
            .or_else(|| self.name.text())
            .or_else(|| of_page?.into_iter().find_map(Text::text))
            .or_else(|| matches!(self.kind(), "page" | "screen").then(|| self.kind()))
    }

    /// `system:user:id`, or `system:anonymous:id` while nobody is known.
    pub(super) fn user_key(&self, system: &str) -> Option<String> {
        let user = self.user_id.text().map(|id| key(system, "user", id));
        user.or_else(|| {
            let anonymous = self.anonymous_id.text();
            anonymous.map(|id| key(system, "anonymous", id))
        })
    }

    /// `system:account:id` of the group, where given.
    pub(super) fn group_key(&self, system: &str) -> Option<String> {
        let of_context = || {
            self.context
                .as_ref()
                .and_then(|about| about.group_id.text())
        };
        let id = self.group_id.text().or_else(of_context);
        id.map(|id| key(system, "account", id))
    }
}

/// A text or a number as text; everything else is nothing.
#[derive(Debug, Default)]
pub(super) struct Text<'a>(Option<Cow<'a, str>>);

impl Text<'_> {
    /// The text, unless it says nothing.
    pub(super) fn text(&self) -> Option<&str> {
        let text = self.0.as_deref()?.trim();
        let is_blank = text.is_empty() || text.eq_ignore_ascii_case("null") || text == "-1";
        (!is_blank).then_some(text)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor).map(Text)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(number.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(number.to_string())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
