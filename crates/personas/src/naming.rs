//! Names personas like roles, from what most tells them apart: no first names,
//! no faces, no age.

use model::PersonaKind;

use crate::sentences::spaced;

/// Names by kind when nothing telling is left.
fn plain(kind: PersonaKind) -> &'static str {
    match kind {
        PersonaKind::Buyer => "Buyer",
        PersonaKind::Customer => "Customer",
        PersonaKind::User => "User",
    }
}

/// A name from the facts of a persona, `(subject, value)`, the most telling first.
pub(crate) fn name(kind: PersonaKind, facts: &[(&str, &str)]) -> String {
    let first = |subject: &str| facts.iter().find(|(s, _)| *s == subject).map(|(_, v)| *v);
    let function = first("function").map(function_word);
    let seniority = first("seniority").map(seniority_word);
    let role = first("role").or_else(|| first("use_role")).map(spaced);
    let post = match (function, seniority) {
        (Some(function), Some(seniority)) => Some(format!("{function} {seniority}")),
        (Some(function), None) => Some(format!("{function} {}", plain(kind).to_lowercase())),
        (None, Some(seniority)) => Some(spaced(seniority)),
        (None, None) => None,
    };
    let head = match (post, role) {
        (Some(post), Some(role)) => format!("{post}, {}", role.to_lowercase()),
        (Some(post), None) => post,
        (None, Some(role)) => role,
        (None, None) => plain(kind).to_owned(),
    };
    match concern(facts) {
        Some(words) => format!("{head}: {words}"),
        None => head,
    }
}

/// Makes names distinct by a number where two are equal.
pub(crate) fn distinct(names: Vec<String>) -> Vec<String> {
    let mut seen: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let number = |name: String| {
        let times = seen.entry(name.clone()).or_insert(0);
        *times += 1;
        match *times {
            1 => name,
            n => format!("{name} ({n})"),
        }
    };
    names.into_iter().map(number).collect()
}

/// What they are most concerned with: up to two topics or features.
fn concern(facts: &[(&str, &str)]) -> Option<String> {
    let is_concern = |subject: &str| {
        let posts = [
            "function",
            "seniority",
            "role",
            "use_role",
            "stance",
            "channel",
            "activity",
            "breadth",
            "depth",
            "company_size",
            "industry",
            "word",
        ];
        !posts.contains(&subject)
    };
    let mut values: Vec<&str> = Vec::new();
    for (_, value) in facts.iter().filter(|(subject, _)| is_concern(subject)) {
        if !values.contains(value) {
            values.push(value);
        }
    }
    values.truncate(2);
    (!values.is_empty()).then(|| values.join(" and "))
}

fn function_word(code: &str) -> String {
    match code {
        "it" => "IT".to_owned(),
        "executive" => "General management".to_owned(),
        _ => spaced(code),
    }
}

fn seniority_word(code: &str) -> &'static str {
    match code {
        "chief" => "chief",
        "vice_president" => "vice president",
        "director" => "director",
        "manager" => "manager",
        "senior" => "specialist",
        _ => "beginner",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_post_role_and_concern() {
        let buyer = |facts: &[(&str, &str)]| name(PersonaKind::Buyer, facts);
        let facts = [
            ("role", "economic_buyer"),
            ("goal", "audit"),
            ("function", "finance"),
            ("seniority", "chief"),
        ];
        assert_eq!(buyer(&facts), "Finance chief, economic buyer: audit");
        assert_eq!(buyer(&[("function", "it")]), "IT buyer");
        assert_eq!(buyer(&[("industry", "mining")]), "Buyer");
        let user = [
            ("feature", "export"),
            ("task", "export"),
            ("pain", "month end"),
        ];
        assert_eq!(name(PersonaKind::User, &user), "User: export and month end");
    }

    #[test]
    fn equal_names_are_numbered() {
        let names = ["A", "B", "A"].map(String::from).to_vec();
        assert_eq!(distinct(names), ["A", "B", "A (2)"]);
    }
}
