//! Mappings: which column means what, as a file that people edit.
//!
//! Reads   TOML: `system`, `object` and a table `columns`
//! Writes  the same, with a comment for every column
//!
//! A mapping is proposed for every table of a system that is not recognised. It
//! fits tables with the very same columns, which is why it lists columns that
//! mean nothing, too.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use crate::context::Mapping;
use crate::table::fields::Field;
use crate::table::objects::{COMMON, OBJECTS, Object, ObjectSpec};

/// What is wrong with a mapping file.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct MappingFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what was expected.
    pub message: String,
}

/// A mapping that was written to a file, proposed or edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The name of its file, as it is shown.
    pub name: String,
    /// What it says.
    pub mapping: Mapping,
}

/// A column of a table and what it was taken for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnSeen {
    /// Its name.
    pub name: String,
    /// The code of the field, or nothing.
    pub field: Option<String>,
    /// The class of its values, such as `numbers`; never a value.
    pub class: String,
}

impl Saved {
    /// Whether it was made for tables of these columns.
    pub(crate) fn fits(&self, header: &[String]) -> bool {
        let columns: BTreeSet<&str> = header.iter().map(String::as_str).collect();
        let known = self.mapping.columns.keys().map(String::as_str);
        columns.iter().copied().eq(known)
    }
}

impl Mapping {
    /// A short name of what it says: another reading of one file has another.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let mut part = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        };
        part(&self.system);
        part(&self.object);
        for (column, field) in self.columns.iter().filter(|(_, field)| !field.is_empty()) {
            part(column);
            part(field);
        }
        hasher.finalize().to_hex().chars().take(8).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    system: Spanned<String>,
    object: Spanned<String>,
    #[serde(default)]
    confidence: f64,
    columns: BTreeMap<String, Spanned<String>>,
}

/// Reads a mapping file.
///
/// # Errors
/// [`MappingFault`] names the line and says what was expected there.
pub fn parse(text: &str) -> Result<Mapping, MappingFault> {
    let fault = |at: usize, message: String| MappingFault {
        line: line_of(text, at),
        message,
    };
    let written: Written = toml::from_str(text).map_err(|cause| {
        let at = cause.span().map_or(0, |span| span.start);
        fault(at, cause.message().to_owned())
    })?;
    let system = written.system.as_ref();
    if system.is_empty() || system.contains(':') {
        let message = "expected the name of a system, without a colon, such as \"oldcrm\"";
        return Err(fault(written.system.span().start, message.to_owned()));
    }
    let Some(object) = Object::from_code(written.object.as_ref()) else {
        let message = format!(
            "`{}` is no object; expected one of {}",
            written.object.as_ref(),
            object_codes()
        );
        return Err(fault(written.object.span().start, message));
    };
    let spec = object.spec();
    for code in written.columns.values() {
        let known = Field::from_code(code.as_ref()).is_some_and(|field| has_field(spec, field));
        if !known && !code.as_ref().is_empty() {
            let message = format!(
                "`{}` is no field of {}; expected one of {}, or \"\" for a column that means nothing",
                code.as_ref(),
                spec.code,
                field_codes(spec)
            );
            return Err(fault(code.span().start, message));
        }
    }
    let given: Vec<&str> = written
        .columns
        .values()
        .map(|code| code.as_ref().as_str())
        .collect();
    let unmet = spec
        .needs
        .iter()
        .find(|group| !group.iter().any(|field| given.contains(&field.code())));
    if let Some(group) = unmet {
        let codes: Vec<&str> = group.iter().map(|field| field.code()).collect();
        let message = format!("{} needs a column for {}", spec.code, codes.join(" or "));
        return Err(fault(written.object.span().start, message));
    }
    let columns = written.columns.into_iter();
    Ok(Mapping {
        system: system.clone(),
        object: written.object.into_inner(),
        confidence: written.confidence,
        columns: columns
            .map(|(name, code)| (name, code.into_inner()))
            .collect(),
    })
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

fn has_field(spec: &ObjectSpec, field: Field) -> bool {
    let mut lists = spec.names.iter().chain(COMMON);
    lists.any(|(listed, _)| *listed == field)
}

fn object_codes() -> String {
    let codes: Vec<&str> = OBJECTS.iter().map(|spec| spec.code).collect();
    codes.join(", ")
}

fn field_codes(spec: &ObjectSpec) -> String {
    let lists = spec.names.iter().chain(COMMON);
    let codes: BTreeSet<&str> = lists.map(|(field, _)| field.code()).collect();
    codes.into_iter().collect::<Vec<_>>().join(", ")
}

/// Writes a mapping as a file that says how to edit it.
pub fn render(mapping: &Mapping, columns: &[ColumnSeen], path: &str) -> String {
    let spec = Object::from_code(&mapping.object).map(Object::spec);
    let fields = spec.map(field_codes).unwrap_or_default();
    let mut out = format!(
        "# How tables with the columns below are read. Proposed for {path}\n\
         # with {:.0} % of what tells this object found.\n\
         #\n\
         # Change what is wrong and import the file again; this file is never\n\
         # overwritten. It is used for every table with exactly these columns.\n\
         #\n\
         # The system stands in the keys of its records: tables of one system must\n\
         # agree on it, tables of two systems must not.\n\
         system = {}\n\n\
         # What one row is. One of:\n{}\
         object = {}\n\n\
         # Column = meaning; \"\" means nothing. Meanings for this object:\n{}\
         [columns]\n",
        100.0 * mapping.confidence,
        quoted(&mapping.system),
        wrapped(&object_codes()),
        quoted(&mapping.object),
        wrapped(&fields),
    );
    for column in columns {
        let field = column.field.as_deref().unwrap_or_default();
        let pair = format!("{} = {}", quoted(&column.name), quoted(field));
        out.push_str(&format!("{pair:<44} # {}\n", column.class));
    }
    out
}

/// A string on one line. What JSON escapes TOML reads alike, but for one character.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('\u{7f}', "\\u007F")
}

/// A list as lines of a comment.
fn wrapped(list: &str) -> String {
    let mut out = String::from("#  ");
    let mut n_chars = 3;
    for word in list.split(' ') {
        if n_chars + word.len() > 78 {
            out.push_str("\n#  ");
            n_chars = 3;
        }
        out.push(' ');
        out.push_str(word);
        n_chars += word.len() + 1;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = "system = \"old\"\nobject = \"contact\"\n[columns]\n\"Wer\" = \"full_name\"\n\"x\" = \"\"\n";

    fn fault(from: &str, to: &str) -> String {
        parse(&GOOD.replace(from, to)).unwrap_err().to_string()
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_what_was_expected() {
        assert_eq!(parse(GOOD).unwrap().columns.len(), 2);
        let said = fault("\"contact\"", "\"kontakt\"");
        assert!(
            said.starts_with("line 2: `kontakt` is no object; expected one of account, contact"),
            "{said}"
        );
        let said = fault("full_name", "fullname");
        assert!(
            said.starts_with("line 4: `fullname` is no field of contact; expected one of account,"),
            "{said}"
        );
        let said = fault("\"full_name\"", "\"title\"");
        assert_eq!(
            said,
            "line 2: contact needs a column for full_name or given_name or family_name or email"
        );
        assert!(fault("\"old\"", "\"\"").starts_with("line 1: expected the name of a system"));
        assert!(fault("[columns]", "[columns").starts_with("line 3:"));
        assert!(fault("system", "systm").contains("systm"));
    }

    #[test]
    fn what_is_proposed_is_read_back() {
        let mapping = parse(GOOD).unwrap();
        let columns = mapping.columns.iter().map(|(name, field)| ColumnSeen {
            name: name.clone(),
            field: Some(field.clone()).filter(|field| !field.is_empty()),
            class: String::from("text"),
        });
        let columns: Vec<ColumnSeen> = columns.collect();
        let text = render(&mapping, &columns, "in/contacts.csv");
        assert_eq!(parse(&text).unwrap(), mapping);
        assert!(text.lines().all(|line| line.len() < 90), "{text}");
    }

    proptest! {
        #[test]
        fn any_column_name_is_written_and_read_back(name in "\\PC{1,12}") {
            let mapping = Mapping {
                system: String::from("old"),
                object: String::from("contact"),
                confidence: 0.0,
                columns: BTreeMap::from([(name.clone(), String::from("email"))]),
            };
            let columns = [ColumnSeen { name, field: Some(String::from("email")), class: String::new() }];
            prop_assert_eq!(parse(&render(&mapping, &columns, "x")).unwrap(), mapping);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
            let _ = parse(&text);
        }
    }
}
