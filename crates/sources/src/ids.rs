//! Ids as systems write them, and the keys they become.
//!
//! Source  Salesforce: the last three of 18 characters repeat the case of the first 15
//!
//! A Salesforce id says by its first three characters what it identifies and is
//! told from other ids by its form, so a reference in any table finds the object
//! it means. References of record trees (`@ContactRef4`) carry the type's name.

/// First three characters of Salesforce ids, and the object each stands for.
const PREFIXES: &[(&str, &str)] = &[
    ("001", "account"),
    ("003", "contact"),
    ("00Q", "lead"),
    ("006", "deal"),
    ("800", "contract"),
    ("005", "user"),
    ("701", "campaign"),
    ("500", "ticket"),
    ("00T", "activity"),
    ("00U", "activity"),
    ("002", "activity"),
    ("02s", "activity"),
    ("01t", "product"),
    ("01u", "price"),
    ("00k", "line_item"),
    ("00K", "role"),
];

/// Salesforce types by name, and the object each stands for.
const TYPES: &[(&str, &str)] = &[
    ("Account", "account"),
    ("Contact", "contact"),
    ("Lead", "lead"),
    ("Opportunity", "deal"),
    ("Contract", "contract"),
    ("User", "user"),
    ("Campaign", "campaign"),
    ("Case", "ticket"),
    ("Task", "activity"),
    ("Event", "activity"),
    ("Note", "activity"),
    ("EmailMessage", "activity"),
    ("Product2", "product"),
    ("PricebookEntry", "price"),
    ("OpportunityLineItem", "line_item"),
    ("OpportunityContactRole", "role"),
];

/// `system:object:id`, as it stands.
pub(crate) fn key(system: &str, object: &str, id: &str) -> String {
    format!("{system}:{object}:{}", id.trim())
}

/// The key of an id: what it says of itself outranks `system` and `object`.
pub(crate) fn object_key(system: &str, object: &str, id: &str) -> String {
    let id = id.trim();
    if let Some((object, id)) = salesforce_id(id) {
        return key("salesforce", object, &id);
    }
    if let Some((object, id)) = tree_reference(id) {
        return key(system, object, id);
    }
    key(system, object, id.strip_suffix(".0").unwrap_or(id))
}

/// Whether an id has the form of Salesforce's ids.
pub(crate) fn salesforce_form(id: &str) -> bool {
    let is_form = matches!(id.len(), 15 | 18) && id.bytes().all(|b| b.is_ascii_alphanumeric());
    // Invariant: the sixth character is reserved and zero.
    is_form && id.as_bytes().get(5) == Some(&b'0')
}

/// Reads a Salesforce id: its object, and the id in its form of 18 characters.
pub(crate) fn salesforce_id(id: &str) -> Option<(&'static str, String)> {
    if !salesforce_form(id) {
        return None;
    }
    let object = PREFIXES
        .iter()
        .find(|(prefix, _)| id.starts_with(prefix))
        .map(|(_, object)| *object)?;
    let short = id.get(..15)?;
    let long = format!("{short}{}", checksum(short));
    let has_letter = short.bytes().any(|b| b.is_ascii_alphabetic());
    let is_told = if id.len() == 18 {
        long == id
    } else {
        has_letter
    };
    is_told.then_some((object, long))
}

/// Three characters that say which of the 15 before them are capitals.
fn checksum(short: &str) -> String {
    const DIGITS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    let chunk = |part: &[u8]| {
        let capitals = part
            .iter()
            .enumerate()
            .filter(|(_, b)| b.is_ascii_uppercase());
        let bits = capitals.fold(0_usize, |bits, (i, _)| bits | (1 << i));
        DIGITS.get(bits).copied().map_or('A', char::from)
    };
    short.as_bytes().chunks(5).map(chunk).collect()
}

/// Reads a reference of a record tree: `@ContactRef4` is a contact.
fn tree_reference(id: &str) -> Option<(&'static str, &str)> {
    let id = id.strip_prefix('@')?;
    let name = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let name = name.strip_suffix("Ref")?;
    object_of_type(name).map(|object| (object, id))
}

/// The object that a Salesforce type holds.
pub(crate) fn object_of_type(name: &str) -> Option<&'static str> {
    TYPES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, object)| *object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_ids_gain_their_checksum() {
        assert_eq!(
            object_key("csv", "account", "001A000010khO8J"),
            "salesforce:account:001A000010khO8JIAU"
        );
        assert_eq!(
            object_key("salesforce", "contact", "001A000010khO8JIAU"),
            "salesforce:account:001A000010khO8JIAU"
        );
    }

    #[test]
    fn other_ids_stay_as_they_are() {
        assert_eq!(object_key("csv", "deal", "D001"), "csv:deal:D001");
        assert_eq!(
            object_key("hubspot", "deal", "86133127.0"),
            "hubspot:deal:86133127"
        );
        assert_eq!(
            object_key("csv", "account", "001A000010khO8JXXX"),
            "csv:account:001A000010khO8JXXX"
        );
        assert_eq!(
            object_key("csv", "account", "001234500000000"),
            "csv:account:001234500000000"
        );
    }

    #[test]
    fn references_of_trees_say_what_they_mean() {
        assert_eq!(
            object_key("salesforce", "contact", "@OpportunityRef12"),
            "salesforce:deal:OpportunityRef12"
        );
        assert_eq!(object_key("csv", "contact", "@ada"), "csv:contact:@ada");
    }

    proptest! {
        #[test]
        fn any_text_becomes_a_key(id in "\\PC{0,20}") {
            prop_assert!(object_key("csv", "contact", &id).matches(':').count() >= 2);
        }

        #[test]
        fn both_forms_of_an_id_are_one_key(tail in "[0-9A-Za-z]{9}") {
            let short = format!("003Qt0{tail}");
            let long = format!("{short}{}", checksum(&short));
            prop_assert_eq!(object_key("csv", "contact", &short), object_key("csv", "contact", &long));
        }
    }
}
