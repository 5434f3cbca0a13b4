//! Column and file names, brought to one spelling.

/// Brings a column name to lower snake case: `AccountId`, `Account ID`,
/// `account_id` and `property_account_id` are one name.
pub(crate) fn column_key(name: &str) -> String {
    let snake = snake(name.trim().trim_matches('"'));
    match snake.strip_prefix("property_") {
        Some(rest) if rest != "id" => rest.to_owned(),
        _ => snake,
    }
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
    if !c.is_uppercase() {
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

    proptest! {
        #[test]
        fn a_name_in_one_spelling_stays(text in "\\PC{0,20}") {
            let once = snake(&text);
            prop_assert_eq!(snake(&once), once);
        }
    }
}
