//! The little that resolving needs of names, companies and domains.
//!
//! Reads   strings as they stand in records
//! Writes  comparison keys
//!
//! FIXME(#2): gives way to the modules of `text` as they arrive.

/// Legal forms and articles: left out of a company's key.
const LEGAL_FORMS: &[&str] = &[
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "plc",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "kgaa",
    "se",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "bv",
    "nv",
    "oy",
    "oyj",
    "ab",
    "as",
    "asa",
    "aps",
    "pty",
    "pte",
    "kk",
    "the",
    "ohg",
    "ug",
    "ev",
];

/// Tokens that identify nobody.
const GENERIC: &[&str] = &[
    "group",
    "solutions",
    "international",
    "systems",
    "services",
    "holdings",
    "holding",
    "technologies",
    "technology",
    "global",
    "partners",
    "consulting",
    "industries",
    "enterprises",
    "software",
    "labs",
    "and",
    "of",
    "for",
    "de",
    "company",
    "bank",
    "health",
    "financial",
    "media",
    "digital",
    "data",
    "network",
    "networks",
    "capital",
    "management",
];

const FREE_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "live.com",
    "icloud.com",
    "aol.com",
    "gmx.de",
    "gmx.net",
    "gmx.com",
    "web.de",
    "mail.com",
    "msn.com",
    "protonmail.com",
    "proton.me",
    "t-online.de",
    "orange.fr",
    "free.fr",
    "wanadoo.fr",
    "yahoo.co.uk",
    "hotmail.co.uk",
    "me.com",
    "mail.ru",
    "yandex.ru",
    "qq.com",
    "163.com",
];

const SHARED_LOCALS: &[&str] = &[
    "info",
    "sales",
    "support",
    "team",
    "ap",
    "ar",
    "accounts",
    "accounting",
    "admin",
    "office",
    "contact",
    "hello",
    "help",
    "billing",
    "invoice",
    "invoices",
    "marketing",
    "hr",
    "jobs",
    "careers",
    "mail",
    "noreply",
    "no-reply",
    "donotreply",
    "press",
    "service",
    "webmaster",
    "postmaster",
    "purchasing",
    "procurement",
    "finance",
    "it",
    "security",
    "legal",
    "kontakt",
];

const BLOCKED: &[&str] = &[
    "",
    "-",
    "-1",
    "0",
    "null",
    "none",
    "nil",
    "n/a",
    "na",
    "anonymous",
    "unknown",
    "undefined",
    "test",
    "nan",
    "tbd",
    "?",
    ".",
];

/// Lower-case tokens of letters and digits.
pub fn tokens(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace('&', " and ");
    let split = lower.split(|c: char| !c.is_alphanumeric());
    split.filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

/// The comparison key of a company name: its tokens without legal forms.
pub fn company_key(name: &str) -> String {
    let all = tokens(&name.replace(['.', '\''], ""));
    let kept: Vec<&String> = all
        .iter()
        .filter(|t| !LEGAL_FORMS.contains(&t.as_str()))
        .collect();
    let kept: Vec<&str> = match kept.is_empty() {
        true => all.iter().map(String::as_str).collect(),
        false => kept.into_iter().map(String::as_str).collect(),
    };
    kept.join(" ")
}

/// Whether a company key has a token that can tell it from others.
pub fn is_telling(key: &str) -> bool {
    key.split(' ')
        .any(|t| t.len() > 1 && !GENERIC.contains(&t) && !is_blocked(t))
}

/// The registrable domain of a website, host or e-mail address.
pub fn registrable_domain(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let rest = lower.split("://").last()?;
    let host = rest
        .split('@')
        .next_back()?
        .split(['/', '?', ':', '#'])
        .next()?;
    let labels: Vec<&str> = host.trim_end_matches('.').split('.').collect();
    let n = labels.len();
    let is_host = n >= 2 && labels.iter().all(|l| !l.is_empty() && !l.contains(' '));
    if !is_host {
        return None;
    }
    let second = labels.get(n - 2)?;
    let is_second_level =
        labels.last()?.len() == 2 && ["co", "com", "ac", "org", "net", "gov"].contains(second);
    let n_kept = if is_second_level { 3 } else { 2 };
    (n >= n_kept).then(|| labels.get(n - n_kept..).map(|l| l.join(".")))?
}

/// Whether anybody may have an address at this domain.
pub fn is_free_mail(domain: &str) -> bool {
    FREE_MAIL.contains(&domain)
}

/// Whether an address belongs to a function rather than to somebody.
pub fn is_shared_mailbox(email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    let stem = local.split('+').next().unwrap_or_default();
    SHARED_LOCALS.contains(&stem)
}

/// Whether a value stands for "nothing".
pub fn is_blocked(value: &str) -> bool {
    let lower = value.trim().to_lowercase();
    BLOCKED.contains(&lower.as_str()) || lower.chars().all(|c| c == '0' || c == '-')
}

/// Given and family name, normalised; either may be empty.
pub fn split_name(full: &str) -> (String, String) {
    let turned = match full.split_once(',') {
        Some((family, given)) => format!("{given} {family}"),
        None => full.to_owned(),
    };
    let lower = turned.to_lowercase().replace(['.', '\''], " ");
    let parts: Vec<&str> = lower.split_whitespace().collect();
    match parts.as_slice() {
        [] => Default::default(),
        [only] => ((*only).to_owned(), String::new()),
        [given, .., family] => ((*given).to_owned(), (*family).to_owned()),
    }
}

const NICKNAMES: &[(&str, &str)] = &[
    ("bob", "robert"),
    ("rob", "robert"),
    ("bill", "william"),
    ("will", "william"),
    ("mike", "michael"),
    ("jim", "james"),
    ("dave", "david"),
    ("tom", "thomas"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("joe", "joseph"),
    ("dan", "daniel"),
    ("chris", "christopher"),
    ("steve", "stephen"),
    ("tony", "anthony"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("jen", "jennifer"),
    ("sue", "susan"),
    ("peggy", "margaret"),
    ("maggie", "margaret"),
    ("ed", "edward"),
    ("alex", "alexander"),
    ("sam", "samuel"),
    ("ben", "benjamin"),
    ("matt", "matthew"),
    ("andy", "andrew"),
    ("nick", "nicholas"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
];

/// The formal form of a given name.
pub fn formal_given(given: &str) -> &str {
    let found = NICKNAMES.iter().find(|(nick, _)| *nick == given);
    found.map_or(given, |(_, formal)| formal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_not_part_of_a_company_key() {
        assert_eq!(company_key("The Ames Works, Inc."), "ames works");
        assert_eq!(company_key("Ames & Co. KG"), "ames and");
        assert!(!is_telling("group solutions"));
    }

    #[test]
    fn a_registrable_domain_is_found_in_sites_and_addresses() {
        let of = |text| registrable_domain(text);
        assert_eq!(
            of("https://www.ames.example/about").as_deref(),
            Some("ames.example")
        );
        assert_eq!(of("bob@mail.ames.co.uk").as_deref(), Some("ames.co.uk"));
        assert_eq!(of("Ames Works"), None);
    }

    #[test]
    fn names_turn_at_a_comma() {
        assert_eq!(split_name("Ames, Bob"), ("bob".into(), "ames".into()));
        assert_eq!(split_name("Bob"), ("bob".into(), String::new()));
    }
}
