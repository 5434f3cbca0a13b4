//! Column and file names, brought to one spelling.

use text::fold::fold;

/// Brings a column name to lower snake case without accents: `AccountId`,
/// `Account ID`, `account_id` and `property_account_id` are one name.
pub(crate) fn column_key(name: &str) -> String {
    let snake = without_accents(snake(name.trim().trim_matches('"')));
    match snake.strip_prefix("property_") {
        Some(rest) if rest != "id" => rest.to_owned(),
        _ => snake,
    }
}

fn without_accents(snake: String) -> String {
    if snake.is_ascii() {
        snake
    } else {
        fold(&snake.replace('_', " ")).replace(' ', "_")
    }
}

/// Words before the name of a table: its system and its place in a warehouse.
const LEADING: &str =
    "sf sfdc salesforce hubspot hs pendo zendesk crm export exports all my stg raw src dim fct";
/// Words behind the name of a table.
const TRAILING: &str = "data export exports table report extract csv all rows";

/// The name of the table in a file: the stem without the system, the date and
/// words such as `data` and `export`.
pub(crate) fn table_name(path: &str) -> String {
    let snake = without_accents(snake(stem(path)));
    let n_digits = snake.bytes().rev().take_while(u8::is_ascii_digit).count();
    let undated = if n_digits >= 4 {
        snake.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_')
    } else {
        snake.as_str()
    };
    let mut words: Vec<&str> = undated.split('_').collect();
    let is_in = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    while words.len() > 1 && words.last().is_some_and(|word| is_in(TRAILING, word)) {
        words.pop();
    }
    while words.len() > 1 && words.first().is_some_and(|word| is_in(LEADING, word)) {
        words.remove(0);
    }
    words.join("_")
}

/// Words in the names of columns that hold protected attributes. Such columns
/// are dropped before anything is stored.
const PROTECTED_WORDS: &str = "birthdate birthday birth dob gender geschlecht genero genre sesso sex sexe sexo pronoun \
     pronouns pronomen ethnicity ethnic religion nationality geburtsdatum geburtstag naissance nacimiento nascimento \
     nascita ssn disability veteran";
/// Whole names of such columns.
const PROTECTED_NAMES: &str =
    "age race salutation anrede marital_status sexual_orientation civilite tratamiento";

/// Whether a column holds a protected attribute: gender, birth date and the like.
pub(crate) fn is_protected(name: &str) -> bool {
    let key = column_key(name);
    let is_word = |word: &str| PROTECTED_WORDS.split(' ').any(|known| known == word);
    key.split('_').any(is_word) || PROTECTED_NAMES.split(' ').any(|known| known == key)
}

/// Lower snake case; runs of anything but letters and digits are one underscore,
/// and none stands in front of a digit.
pub(crate) fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 4);
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|j| chars.get(j)).copied();
        if !c.is_alphanumeric() {
            push_gap(&mut out);
            continue;
        }
        if starts_word(before, c, chars.get(i + 1..).unwrap_or_default()) {
            push_gap(&mut out);
        }
        if c.is_ascii_digit() && out.ends_with('_') {
            out.pop();
        }
        out.extend(c.to_lowercase());
    }
    out.trim_end_matches('_').to_owned()
}

fn push_gap(out: &mut String) {
    if !out.is_empty() && !out.ends_with('_') {
        out.push('_');
    }
}

fn starts_word(before: Option<char>, c: char, after: &[char]) -> bool {
    let Some(before) = before else {
        return false;
    };
    // Some capitals, such as mathematical ones, have no small letter.
    let is_capital = c.is_uppercase() && c.to_lowercase().ne([c]);
    if !is_capital {
        return false;
    }
    let ends_plural = after.first() == Some(&'s') && after.get(1).is_none_or(|n| !n.is_lowercase());
    let starts_lower = after.first().is_some_and(|n| n.is_lowercase()) && !ends_plural;
    before.is_lowercase() || before.is_ascii_digit() || (before.is_uppercase() && starts_lower)
}

/// The name of a file without folders and endings.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The ending of a file, lower case, without the point.
pub(crate) fn ending(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.rsplit_once('.')
        .map_or(String::new(), |(_, ending)| ending.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_column_are_one_name() {
        for name in [
            "AccountId",
            "Account ID",
            "account_id",
            "ACCOUNT ID",
            "property_account_id",
        ] {
            assert_eq!(column_key(name), "account_id", "{name}");
        }
        assert_eq!(
            column_key("SBQQ__RenewedContract__c"),
            "sbqq_renewed_contract_c"
        );
        assert_eq!(
            column_key("Associated Company IDs"),
            "associated_company_ids"
        );
        assert_eq!(column_key("Product2Id"), column_key("product_2_id"));
        assert_eq!(column_key("URLPath"), "url_path");
    }

    #[test]
    fn stems_lose_folders_and_endings() {
        assert_eq!(stem("a/b/Contact.csv"), "Contact");
        assert_eq!(stem("c.csv.gz"), "c");
        assert_eq!(ending("c.CSV.gz"), "csv");
    }

    #[test]
    fn accents_do_not_make_another_name() {
        assert_eq!(column_key("Téléphone"), "telephone");
        assert_eq!(column_key("Größe"), "grosse");
        assert_eq!(column_key("Nom de l'entreprise"), "nom_de_l_entreprise");
    }

    #[test]
    fn tables_are_named_without_system_and_date() {
        for (path, name) in [
            (
                "salesforce/sf_opportunity_line_item_data.csv",
                "opportunity_line_item",
            ),
            ("OpportunityContactRole.csv", "opportunity_contact_role"),
            (
                "hubspot-crm-exports-all-contacts-2024-05-01.csv",
                "contacts",
            ),
            ("Product2.csv", "product2"),
            ("data.csv", "data"),
        ] {
            assert_eq!(table_name(path), name, "{path}");
        }
    }

    #[test]
    fn protected_columns_are_told_by_their_names() {
        for name in [
            "Birthdate",
            "GenderIdentity",
            "Pronouns",
            "date_of_birth",
            "Age",
            "Geschlecht",
        ] {
            assert!(is_protected(name), "{name}");
        }
        for name in [
            "health_score",
            "Stage",
            "percentage",
            "Language",
            "Race to close",
        ] {
            assert!(!is_protected(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_name_in_one_spelling_stays(text in "\\PC{0,20}") {
            let once = snake(&text);
            prop_assert_eq!(snake(&once), once);
        }
    }
}
