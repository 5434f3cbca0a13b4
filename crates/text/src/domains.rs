//! Domains, mailboxes, and values that identify nobody.
//!
//! Source  the Mozilla Public Suffix List, by the `psl` crate; lists of our own
//!
//! An account is never matched on a free mail host, nor a person on a mailbox
//! that several people read, nor anything on `-1` or `n/a`.

use crate::fold::fold;

/// Mail hosts whose domain says nothing about the employer, by first label:
/// such hosts have one domain for each country.
const FREE_MAIL_LABELS: &[&str] = &[
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "rocketmail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "icloud",
    "aol",
    "gmx",
    "protonmail",
    "proton",
    "yandex",
    "zoho",
    "zohomail",
    "fastmail",
    "hushmail",
    "tutanota",
    "mailinator",
    "yopmail",
    "guerrillamail",
    "sharklasers",
    "trashmail",
    "10minutemail",
    "tempmail",
    "maildrop",
    "mailnesia",
];

/// Free mail hosts known by their whole domain.
const FREE_MAIL_DOMAINS: &[&str] = &[
    "me.com",
    "mac.com",
    "pm.me",
    "mail.com",
    "email.com",
    "web.de",
    "t-online.de",
    "freenet.de",
    "arcor.de",
    "posteo.de",
    "mailbox.org",
    "orange.fr",
    "free.fr",
    "wanadoo.fr",
    "laposte.net",
    "sfr.fr",
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
    "btinternet.com",
    "virginmedia.com",
    "sky.com",
    "talktalk.net",
    "ntlworld.com",
    "comcast.net",
    "verizon.net",
    "att.net",
    "sbcglobal.net",
    "bellsouth.net",
    "cox.net",
    "charter.net",
    "earthlink.net",
    "juno.com",
    "optonline.net",
    "shaw.ca",
    "rogers.com",
    "bigpond.com",
    "optusnet.com.au",
    "xtra.co.nz",
    "mail.ru",
    "bk.ru",
    "inbox.ru",
    "list.ru",
    "rambler.ru",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "sina.cn",
    "foxmail.com",
    "naver.com",
    "daum.net",
    "hanmail.net",
    "rediffmail.com",
    "uol.com.br",
    "bol.com.br",
    "terra.com.br",
    "ig.com.br",
    "bluewin.ch",
    "ziggo.nl",
    "kpnmail.nl",
    "xs4all.nl",
    "planet.nl",
    "telenet.be",
    "skynet.be",
    "seznam.cz",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "interia.pl",
    "abv.bg",
    "ukr.net",
    "duck.com",
    "hey.com",
    "inbox.com",
    "inbox.lv",
    "email.cz",
    "azet.sk",
];

/// Words that name a mailbox rather than a person.
const SHARED_WORDS: &[&str] = &[
    "info",
    "information",
    "sales",
    "support",
    "team",
    "ap",
    "ar",
    "accounts",
    "account",
    "accounting",
    "payable",
    "receivable",
    "accountspayable",
    "accountsreceivable",
    "admin",
    "administrator",
    "administration",
    "office",
    "contact",
    "contactus",
    "hello",
    "hi",
    "help",
    "helpdesk",
    "servicedesk",
    "desk",
    "billing",
    "invoice",
    "invoices",
    "invoicing",
    "finance",
    "marketing",
    "media",
    "press",
    "pr",
    "hr",
    "people",
    "jobs",
    "careers",
    "recruiting",
    "recruitment",
    "mail",
    "mailbox",
    "email",
    "noreply",
    "no",
    "reply",
    "donotreply",
    "do",
    "not",
    "service",
    "services",
    "customerservice",
    "customer",
    "customercare",
    "care",
    "success",
    "webmaster",
    "postmaster",
    "hostmaster",
    "abuse",
    "root",
    "it",
    "itsupport",
    "security",
    "legal",
    "privacy",
    "compliance",
    "purchasing",
    "procurement",
    "purchase",
    "orders",
    "order",
    "vendor",
    "vendors",
    "suppliers",
    "operations",
    "ops",
    "enquiries",
    "enquiry",
    "inquiries",
    "inquiry",
    "feedback",
    "newsletter",
    "news",
    "notifications",
    "notification",
    "alerts",
    "alert",
    "events",
    "reception",
    "frontdesk",
    "general",
    "main",
    "all",
    "staff",
    "everyone",
    "group",
    "department",
    "dept",
    "dev",
    "developers",
    "engineering",
    "devops",
    "api",
    "bot",
    "system",
    "systems",
    "service-account",
    "test",
    "demo",
    "subscriptions",
    "licenses",
    "licensing",
    "renewals",
    "partners",
    "kontakt",
    "buchhaltung",
    "einkauf",
    "vertrieb",
    "rechnung",
    "rechnungen",
    "verwaltung",
    "zentrale",
    "bewerbung",
    "personal",
    "contacto",
    "ventas",
    "compras",
    "facturas",
    "achats",
    "ventes",
    "comptabilite",
    "contato",
    "vendas",
    "financeiro",
    "acquisti",
    "vendite",
    "amministrazione",
    "inkoop",
    "verkoop",
    "facturen",
];

/// Values that stand for "nothing", folded.
const BLOCKED_VALUES: &[&str] = &[
    "null",
    "none",
    "nil",
    "n a",
    "na",
    "nan",
    "anonymous",
    "anon",
    "unknown",
    "undefined",
    "not known",
    "not available",
    "not applicable",
    "not provided",
    "not set",
    "not specified",
    "unspecified",
    "missing",
    "blank",
    "empty",
    "test",
    "testing",
    "test test",
    "tbd",
    "tba",
    "to be determined",
    "to be defined",
    "to be confirmed",
    "xxx",
    "asdf",
    "qwerty",
    "dummy",
    "placeholder",
    "no name",
    "noname",
    "no email",
    "noemail",
    "no last name",
    "last name",
    "first name",
    "name",
    "guest",
    "default",
    "other",
    "various",
    "deleted",
    "deleted user",
    "unbekannt",
    "keine angabe",
    "k a",
    "ohne",
    "inconnu",
    "inconnue",
    "desconocido",
    "desconhecido",
    "sconosciuto",
    "onbekend",
    "ninguno",
    "nessuno",
    "geen",
    "1",
    "false",
    "true",
];

/// The domain that somebody registered: `shop.acme.co.uk` gives `acme.co.uk`.
///
/// Takes a host, an address of a page or of a mailbox. Numbers, single labels
/// and bare public suffixes have none.
pub fn registrable_domain(text: &str) -> Option<String> {
    let host = host_of(text).to_lowercase();
    let is_number = host
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_number
        || host.contains("..")
        || host.starts_with('.')
        || !host.chars().all(is_host_character)
    {
        return None;
    }
    psl::domain_str(&host).map(str::to_owned)
}

/// The registrable domain of a mailbox; `None` when the text is no address.
pub fn email_domain(email: &str) -> Option<String> {
    let (_, host) = split_email(email)?;
    registrable_domain(host)
}

/// A mailbox in comparable form: lower case, without display name and `+tag`.
///
/// `None` when the text is no address or stands for "nothing".
pub fn email_key(email: &str) -> Option<String> {
    let (local, host) = split_email(email)?;
    let local = local
        .split('+')
        .next()
        .filter(|part| !part.is_empty())?
        .to_lowercase();
    if is_blocklisted_value(&local) {
        return None;
    }
    Some(format!("{local}@{}", host.to_lowercase()))
}

/// Whether everybody can have a mailbox at this domain (or at this address's domain).
pub fn is_free_mail(domain_or_email: &str) -> bool {
    let Some(domain) = registrable_domain(domain_or_email) else {
        return false;
    };
    let label = domain.split('.').next().unwrap_or_default();
    FREE_MAIL_LABELS.contains(&label) || FREE_MAIL_DOMAINS.contains(&domain.as_str())
}

/// Whether several people read this mailbox: `info@`, `ap@`, `sales.emea@` … or its local part.
pub fn is_shared_mailbox(email_or_local: &str) -> bool {
    let local = split_email(email_or_local)
        .map_or(email_or_local, |(local, _)| local)
        .trim()
        .to_lowercase();
    let mut words = local
        .split(|mark: char| !mark.is_alphabetic())
        .filter(|word| !word.is_empty())
        .peekable();
    let Some(first) = words.peek().copied() else {
        return !local.is_empty();
    };
    let is_word = |word: &str| SHARED_WORDS.contains(&word) || is_region(word);
    SHARED_WORDS.contains(&first) && words.all(is_word)
}

/// Whether a value stands for "nothing": `-1`, `null`, `anonymous`, `n/a`, all zeros, marks only.
pub fn is_blocklisted_value(value: &str) -> bool {
    let folded = fold(value);
    let is_one_mark_repeated = {
        let mut letters = folded.chars().filter(|letter| *letter != ' ');
        letters.next().is_none_or(|first| {
            matches!(first, '0' | 'x' | '9')
                && folded.len() > 2
                && letters.all(|letter| letter == first)
        })
    };
    let is_signed_one = value.trim() == "1";
    let is_zero = folded == "0";
    (is_one_mark_repeated && !has_script(value))
        || is_zero
        || (BLOCKED_VALUES.contains(&folded.as_str()) && !is_signed_one)
}

/// Letters that folding could not spell are still letters.
fn has_script(value: &str) -> bool {
    value
        .chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}

fn is_region(word: &str) -> bool {
    matches!(
        word,
        "emea" | "apac" | "us" | "uk" | "eu" | "de" | "fr" | "dach" | "na" | "latam" | "global"
    )
}

fn is_host_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-' | '_')
}

/// The host of an address: without scheme, user, port and path.
fn host_of(text: &str) -> &str {
    let text = text.trim().trim_end_matches('>');
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next().unwrap_or_default();
    let text = text.rsplit_once('@').map_or(text, |(_, host)| host);
    let text = text.split(':').next().unwrap_or_default();
    text.trim_end_matches('.')
}

/// Local part and host of `Name <local@host>`, `mailto:local@host` or `local@host`.
fn split_email(email: &str) -> Option<(&str, &str)> {
    let inner = email
        .rsplit_once('<')
        .map_or(email, |(_, inner)| inner)
        .trim()
        .trim_end_matches('>')
        .trim();
    let inner = inner.strip_prefix("mailto:").unwrap_or(inner);
    let (local, host) = inner.rsplit_once('@')?;
    let has_space = inner.contains(char::is_whitespace);
    let is_address = !local.is_empty() && !local.contains('@') && host.contains('.') && !has_space;
    is_address.then_some((local, host))
}

#[cfg(test)]
mod tests;
