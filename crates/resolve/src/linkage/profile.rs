//! Says what each column seems to hold, and what is odd about it.
//!
//! Reads   a table
//! Writes  a kind and a note a column; the note says why a column is left out

use serde::Serialize;
use text::fold::fold;

use super::dates::{DateOrder, read_date};
use super::table::{Column, Table};
use super::{Kind, study::Draft};

/// What was found of one column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnProfile {
    /// Its name.
    pub name: String,
    /// What it is taken to hold.
    pub kind: Kind,
    /// Share of rows with a value.
    pub filled_share: f64,
    /// Distinct values.
    pub n_distinct: usize,
    /// Share of rows that have the most frequent value.
    pub top_share: f64,
    /// What is odd about it, or why it is left out.
    pub note: Option<&'static str>,
}

/// Words of a heading and what they say; the first line that fits counts.
const HEADINGS: &[(&[&str], Kind)] = &[
    (
        &["gender", "sex", "pronouns", "ethnicity", "religion"],
        Kind::Ignore,
    ),
    (&["email", "e mail", "mail"], Kind::Email),
    (
        &["phone", "telephone", "tel", "mobile", "fax", "cell"],
        Kind::Phone,
    ),
    (
        &["full name", "first and surname", "first and last name"],
        Kind::FullName,
    ),
    (
        &["first name", "firstname", "given name", "forename", "given"],
        Kind::GivenName,
    ),
    (
        &["last name", "lastname", "surname", "family name", "family"],
        Kind::FamilyName,
    ),
    (
        &["middle name", "middle names", "other names"],
        Kind::OtherNames,
    ),
    (
        &[
            "company",
            "employer",
            "organisation",
            "organization",
            "account",
        ],
        Kind::Company,
    ),
    (
        &[
            "full name",
            "name",
            "person",
            "contact",
            "first and surname",
        ],
        Kind::FullName,
    ),
    (
        &[
            "dob",
            "birth date",
            "birthdate",
            "date of birth",
            "birthday",
            "date",
            "born",
        ],
        Kind::Date,
    ),
    (
        &[
            "postcode",
            "post code",
            "zip",
            "zipcode",
            "plz",
            "postal code",
        ],
        Kind::Postcode,
    ),
    (&["domain", "website", "url", "web"], Kind::Domain),
    (
        &[
            "street number",
            "house number",
            "ssn",
            "id",
            "sec",
            "passport",
            "tax",
            "number",
        ],
        Kind::Id,
    ),
    (
        &["city", "town", "suburb", "place", "county", "district"],
        Kind::Place,
    ),
    (&["address", "street", "road"], Kind::Address),
    (&["state", "country", "region", "province"], Kind::Category),
    (
        &[
            "title",
            "job",
            "occupation",
            "profession",
            "role",
            "position",
        ],
        Kind::Text,
    ),
];

/// Profiles the columns of a table; kinds that a draft states are kept.
pub fn profile(table: &Table, draft: &Draft) -> Vec<ColumnProfile> {
    let columns = table.names.iter().zip(&table.columns);
    let mut found: Vec<ColumnProfile> = columns
        .map(|(name, column)| of_column(name, column, table.n_rows, draft))
        .collect();
    leave_out_repetitions(&mut found);
    found
}

fn of_column(name: &str, column: &Column, n_rows: usize, draft: &Draft) -> ColumnProfile {
    let stated = draft
        .columns
        .iter()
        .find(|(own, _)| fold(own) == fold(name));
    let share = |n: usize| n as f64 / n_rows.max(1) as f64;
    let top = column.counts.iter().skip(1).copied().max().unwrap_or(0);
    let mut found = ColumnProfile {
        name: name.to_owned(),
        kind: Kind::Ignore,
        filled_share: share(column.n_filled()),
        n_distinct: column.n_distinct(),
        top_share: share(top as usize),
        note: None,
    };
    match stated {
        Some((_, kind)) => found.kind = *kind,
        None => judge(&mut found, column),
    }
    found
}

fn judge(found: &mut ColumnProfile, column: &Column) {
    let guessed = by_heading(&found.name).unwrap_or_else(|| by_values(column));
    let is_unique = column.n_distinct() == column.n_filled() && column.n_filled() > 20;
    found.kind = guessed;
    found.note = match guessed {
        Kind::Ignore => Some("not used to compare people"),
        _ if found.n_distinct == 0 => Some("empty"),
        _ if found.n_distinct == 1 => Some("one value in every row"),
        Kind::Id if is_unique => Some("another value in every row"),
        _ if found.top_share > 0.8 => Some("one value in more than 80 % of rows"),
        _ => None,
    };
    if found.n_distinct < 2 || (guessed == Kind::Id && is_unique) {
        found.kind = Kind::Ignore;
    }
}

fn by_heading(name: &str) -> Option<Kind> {
    let heading = format!(" {} ", fold(&split_words(name)));
    let fits = |words: &[&str]| {
        let mut words = words.iter();
        words.any(|word| heading.contains(&format!(" {word} ")))
    };
    let line = HEADINGS.iter().find(|(words, _)| fits(words));
    // `address_2`, `phone1`: a number at the end says which one.
    let bare = heading
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    let again = || {
        let bare = format!("{} ", bare.trim_end());
        HEADINGS.iter().find(|(words, _)| {
            let mut words = words.iter();
            words.any(|word| bare.contains(&format!(" {word} ")))
        })
    };
    line.or_else(again).map(|(_, kind)| *kind)
}

/// `FirstName` reads `First Name`.
fn split_words(name: &str) -> String {
    let mut split = String::with_capacity(name.len() + 4);
    let mut was_lower = false;
    for character in name.chars() {
        if was_lower && character.is_uppercase() {
            split.push(' ');
        }
        was_lower = character.is_lowercase();
        split.push(if character == '_' { ' ' } else { character });
    }
    split
}

fn by_values(column: &Column) -> Kind {
    let sample: Vec<&str> = column.each().map(|(text, _)| text).take(1_000).collect();
    let share = |fits: &dyn Fn(&str) -> bool| {
        sample.iter().filter(|text| fits(text)).count() as f64 / sample.len().max(1) as f64
    };
    let n_digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let is_number = |text: &str| n_digits(text) * 2 > text.len();
    if share(&|text| text.contains('@')) > 0.7 {
        Kind::Email
    } else if share(&|text| is_day(text)) > 0.8 {
        Kind::Date
    } else if share(&is_number) > 0.8 {
        Kind::Id
    } else if column.n_distinct() <= 60 && column.n_filled() > 10 * column.n_distinct() {
        Kind::Category
    } else {
        Kind::Text
    }
}

fn is_day(text: &str) -> bool {
    let date = read_date(text, DateOrder::DayFirst);
    let turned = read_date(text, DateOrder::MonthFirst);
    let mut both = [date, turned].into_iter().flatten();
    both.any(|date| {
        (1..=12).contains(&date.month)
            && (1..=31).contains(&date.day)
            && (1000..=2100).contains(&date.year)
    })
}

/// Two columns of whole names say one thing.
fn leave_out_repetitions(found: &mut [ColumnProfile]) {
    for kind in [Kind::FullName, Kind::GivenName, Kind::FamilyName] {
        let mut columns: Vec<&mut ColumnProfile> =
            found.iter_mut().filter(|c| c.kind == kind).collect();
        columns.sort_by(|a, b| {
            b.filled_share
                .total_cmp(&a.filled_share)
                .then(a.name.cmp(&b.name))
        });
        for column in columns.into_iter().skip(1) {
            column.kind = Kind::Ignore;
            column.note = Some("says what another column of its kind says");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::table::TableBuilder;

    fn kinds(heading: &str, values: &[&str]) -> (Kind, Option<&'static str>) {
        let mut builder = TableBuilder::new(&[heading.to_owned()]);
        values
            .iter()
            .for_each(|value| builder.push([*value].into_iter()));
        let (table, _) = builder.finish();
        let found = profile(&table, &Draft::default()).remove(0);
        (found.kind, found.note)
    }

    #[test]
    fn headings_and_values_tell_what_a_column_holds() {
        let two = ["a", "b"];
        let headings = [
            ("FirstName", Kind::GivenName),
            ("last_name", Kind::FamilyName),
            ("Date of birth", Kind::Date),
            ("soc_sec_id", Kind::Id),
            ("address_2", Kind::Address),
            ("birth_place", Kind::Place),
            ("E-Mail", Kind::Email),
        ];
        for (heading, kind) in headings {
            assert_eq!(kinds(heading, &two).0, kind, "{heading}");
        }
        assert_eq!(kinds("x", &["a@b.example", "c@d.example"]).0, Kind::Email);
        assert_eq!(kinds("x", &["1971-06-24", "1985-01-12"]).0, Kind::Date);
    }

    #[test]
    fn columns_that_tell_nothing_are_left_out_with_the_reason() {
        assert_eq!(
            kinds("city", &["Ulm", "Ulm"]),
            (Kind::Ignore, Some("one value in every row"))
        );
        assert_eq!(kinds("city", &["", "null"]), (Kind::Ignore, Some("empty")));
        let ids: Vec<String> = (0..30).map(|n| format!("10{n}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(
            kinds("row id", &ids),
            (Kind::Ignore, Some("another value in every row"))
        );
    }
}
