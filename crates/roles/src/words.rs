//! Words of free text as the rules of this stage compare them.

use std::collections::BTreeSet;

/// Splits text into lower-case runs of letters and digits.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The words of an event name: `Report Exported`, `report_exported` and `reportExported` alike.
pub(crate) fn event_words(name: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut after_lower = false;
    for c in name.chars() {
        if after_lower && c.is_uppercase() {
            spaced.push(' ');
        }
        after_lower = c.is_lowercase();
        spaced.push(c);
    }
    tokens(&spaced)
}

/// The text as its tokens with single spaces: equal for names that differ in case and marks.
pub(crate) fn folded(text: &str) -> String {
    tokens(text).join(" ")
}

/// The names as a set of folded names, empty ones left out.
pub(crate) fn folded_set(names: &[String]) -> BTreeSet<String> {
    let folded_names = names.iter().map(|name| folded(name));
    folded_names.filter(|name| !name.is_empty()).collect()
}

/// Two product lists can mean the same thing: they share one, or one of them says nothing.
pub(crate) fn are_compatible(left: &BTreeSet<String>, right: &BTreeSet<String>) -> bool {
    left.is_empty() || right.is_empty() || !left.is_disjoint(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn event_names_are_read_in_any_spelling() {
        for name in ["Report Exported", "report_exported", "reportExported"] {
            assert_eq!(event_words(name), ["report", "exported"]);
        }
        assert_eq!(event_words("SSO Enabled"), ["sso", "enabled"]);
    }

    #[test]
    fn products_without_a_name_fit_any_product() {
        let suite = folded_set(&["Suite (EU)".to_owned()]);
        assert!(are_compatible(&suite, &BTreeSet::new()));
        assert!(are_compatible(
            &suite,
            &folded_set(&["suite EU".to_owned()])
        ));
        assert!(!are_compatible(&suite, &folded_set(&["Basic".to_owned()])));
    }
}
