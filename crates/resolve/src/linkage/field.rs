//! What is compared, one number a record and one prepared value a number.
//!
//! Reads   a table and what its columns hold
//! Writes  fields; a whole name is read into given, family and other names

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use text::fold::fold;
use text::names::read_name;

use super::Kind;
use super::dates::{DateOrder, order_of};
use super::table::{Column, Table};
use super::value::Value;

/// A field of all records.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    /// Its name, by which rules know it.
    pub name: String,
    /// What it holds.
    pub kind: Option<Kind>,
    /// The columns it is read from.
    pub columns: Vec<String>,
    /// One number a record; 0 is missing.
    pub codes: Vec<u32>,
    /// The value of each number.
    pub values: Vec<Value>,
    /// How many records have each number.
    pub counts: Vec<u32>,
}

impl Field {
    /// Number and value of a record; `None` when missing.
    pub(super) fn value(&self, row: u32) -> Option<(u32, &Value)> {
        let code = self.codes.get(row as usize).copied().filter(|c| *c > 0)?;
        Some((code, self.values.get(code as usize)?))
    }

    /// Records that have a value.
    pub(super) fn n_filled(&self) -> u64 {
        self.counts.iter().skip(1).map(|n| u64::from(*n)).sum()
    }

    /// Makes the marked values missing.
    pub(super) fn leave_out(&mut self, marked: &[bool]) {
        for code in &mut self.codes {
            if marked.get(*code as usize) == Some(&true) {
                *code = 0;
            }
        }
        let marked = marked.iter().zip(&mut self.counts).filter(|(is, _)| **is);
        marked.for_each(|(_, count)| *count = 0);
    }

    /// The share of random pairs that have one value, chance taken without replacement.
    pub(super) fn coincidence(&self) -> f64 {
        let n = self.n_filled() as f64;
        let pairs = |n: f64| n * (n - 1.0);
        let same: f64 = self
            .counts
            .iter()
            .skip(1)
            .map(|n| pairs(f64::from(*n)))
            .sum();
        same / pairs(n).max(1.0)
    }
}

/// Reads the fields of a table.
pub(super) fn fields(table: &Table, kinds: &BTreeMap<String, Kind>) -> Vec<Field> {
    let column = |name: &String| table.column(name);
    let named = |kind: Kind| kinds.iter().filter(move |(_, own)| **own == kind);
    let whole = named(Kind::FullName).find_map(|(name, _)| Some((name, column(name)?)));
    let given = named(Kind::GivenName).find_map(|(name, _)| Some((name, column(name)?)));
    let family = named(Kind::FamilyName).find_map(|(name, _)| Some((name, column(name)?)));
    let mut found = name_fields(whole, given, family, table.n_rows);
    let is_name = |kind: Kind| {
        matches!(
            kind,
            Kind::FullName | Kind::GivenName | Kind::FamilyName | Kind::Ignore | Kind::NameOrder
        )
    };
    for name in table.names.iter() {
        let kind = kinds.get(name).copied().unwrap_or(Kind::Ignore);
        if let (false, Some(column)) = (is_name(kind), column(name)) {
            let order = order_of(column.each().map(|(text, _)| text));
            let own = |code: u32| column.values.get(code as usize).map_or("", String::as_str);
            let texts = column
                .codes
                .iter()
                .map(|code| (u64::from(*code), own(*code)));
            found.push(field(name, kind, &[name], texts, order));
        }
    }
    found.retain(|field| field.values.len() > 2);
    found
}

type Named<'a> = Option<(&'a String, &'a Column)>;

/// The parts of a whole name.
#[derive(Clone, Default)]
struct Parts {
    given: String,
    family: String,
    other: String,
}

fn name_fields(whole: Named<'_>, given: Named<'_>, family: Named<'_>, n_rows: usize) -> Vec<Field> {
    let read = |text: &String| parts_of(text);
    let parts: Vec<Parts> = whole.map_or(Vec::new(), |(_, c)| c.values.iter().map(read).collect());
    let part = |row: usize| {
        let code = whole.and_then(|(_, c)| c.codes.get(row)).copied();
        code.and_then(|code| parts.get(code as usize))
    };
    let own = |column: Named<'_>, row: usize| column.map_or("", |(_, c)| c.text(row)).to_owned();
    let take = |column: Named<'_>, from_whole: fn(&Parts) -> &String| -> Vec<String> {
        let text = |row| match own(column, row) {
            text if text.is_empty() => part(row).map(from_whole).cloned().unwrap_or_default(),
            text => text,
        };
        (0..n_rows).map(text).collect()
    };
    let names = |column: Named<'_>| -> Vec<String> {
        [column, whole]
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect()
    };
    let givens = take(given, |parts| &parts.given);
    let families = take(family, |parts| &parts.family);
    let rest = |row: usize| {
        let all = whole.map_or("", |(_, c)| c.text(row));
        if given.is_some() || family.is_some() {
            without(all, &[givens.get(row), families.get(row)])
        } else {
            part(row)
                .map(|parts| parts.other.clone())
                .unwrap_or_default()
        }
    };
    let others: Vec<String> = (0..n_rows).map(rest).collect();
    [
        ("given_name", Kind::GivenName, givens, names(given)),
        ("family_name", Kind::FamilyName, families, names(family)),
        ("other_names", Kind::OtherNames, others, names(None)),
    ]
    .into_iter()
    .map(|(name, kind, texts, columns)| {
        let columns: Vec<&String> = columns.iter().collect();
        let texts = texts
            .iter()
            .map(|text| (crate::hash::hash(text), text.as_str()));
        field(name, kind, &columns, texts, DateOrder::DayFirst)
    })
    .collect()
}

fn parts_of(text: &str) -> Parts {
    let name = read_name(text);
    let other = [name.middle, name.suffix, name.honorific];
    Parts {
        given: name.given.unwrap_or_default(),
        family: name.family.unwrap_or_default(),
        other: other.into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

/// The words of a name without those of its known parts.
fn without(all: &str, known: &[Option<&String>]) -> String {
    let known: Vec<String> = known.iter().flatten().map(|text| fold(text)).collect();
    let is_known = |word: &str| known.iter().any(|text| text.split(' ').any(|w| w == word));
    let all = fold(all);
    let words: Vec<&str> = all.split(' ').filter(|word| !is_known(word)).collect();
    words.join(" ")
}

/// The name by which rules know the field of a column.
pub(super) fn name_of(column: &str) -> String {
    fold(column).replace(' ', "_")
}

/// Prepares each distinct text once; texts that fold to one value get one number.
fn field<'a>(
    name: &str,
    kind: Kind,
    columns: &[&String],
    texts: impl Iterator<Item = (u64, &'a str)>,
    order: DateOrder,
) -> Field {
    let mut found = Field {
        name: name_of(name),
        kind: Some(kind),
        columns: columns.iter().map(|name| (*name).clone()).collect(),
        codes: Vec::new(),
        values: vec![Value::default()],
        counts: vec![0],
    };
    let mut by_source: FxHashMap<u64, u32> = FxHashMap::default();
    let mut by_text: FxHashMap<Box<str>, u32> = FxHashMap::default();
    for (source, text) in texts {
        let code = *by_source.entry(source).or_insert_with(|| {
            let value = if text.is_empty() {
                None
            } else {
                Value::read(kind, text, order)
            };
            value.map_or(0, |value| found.number(value, &mut by_text))
        });
        found.codes.push(code);
        if let Some(count) = found.counts.get_mut(code as usize) {
            *count += 1;
        }
    }
    found
}

impl Field {
    fn number(&mut self, value: Value, by_text: &mut FxHashMap<Box<str>, u32>) -> u32 {
        let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        let code = *by_text.entry(value.text.clone()).or_insert(next);
        if code == next {
            self.values.push(value);
            self.counts.push(0);
        }
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::table::TableBuilder;

    fn texts(field: &Field) -> Vec<&str> {
        let rows = 0..u32::try_from(field.codes.len()).unwrap();
        rows.map(|row| field.value(row).map_or("", |(_, value)| &*value.text))
            .collect()
    }

    #[test]
    fn a_whole_name_is_read_into_its_parts() {
        let mut builder = TableBuilder::new(&["name".to_owned()]);
        for name in ["Ada Maria Quill", "Reed, Bo", "Cy Stone"] {
            builder.push([name].into_iter());
        }
        let (table, _) = builder.finish();
        let kinds = BTreeMap::from([("name".to_owned(), Kind::FullName)]);
        let found = fields(&table, &kinds);
        let of = |name: &str| found.iter().find(|field| field.name == name).map(texts);
        assert_eq!(of("given_name"), Some(vec!["ada", "cy", "bo"]));
        assert_eq!(of("family_name"), Some(vec!["quill", "stone", "reed"]));
    }

    #[test]
    fn coincidence_is_the_chance_that_two_records_share_a_value() {
        let field = Field {
            counts: vec![5, 2, 1, 1],
            ..Field::default()
        };
        // One pair of six.
        assert!((field.coincidence() - 1.0 / 6.0).abs() < 1e-12);
    }
}
