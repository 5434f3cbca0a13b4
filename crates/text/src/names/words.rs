//! Words that stand around names, folded.

/// In front of a name.
pub(super) const HONORIFICS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "rev",
    "hon",
    "herr",
    "frau",
    "hr",
    "fr",
    "dipl",
    "ing",
    "mag",
    "mme",
    "mlle",
    "m",
    "monsieur",
    "madame",
    "sra",
    "srta",
    "senor",
    "senora",
    "don",
    "dona",
    "sig",
    "signor",
    "signora",
    "dott",
    "dottssa",
    "avv",
    "dhr",
    "mevr",
    "ir",
    "drs",
    "capt",
    "col",
    "lt",
    "sgt",
];

/// After a name.
pub(super) const SUFFIXES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "cpa", "cfa", "esq", "pmp", "msc", "bsc",
    "ma", "ba", "ms", "bs", "jd", "llm", "llb", "dds", "rn", "cissp", "shrm", "cma", "cia", "frcs",
    "obe", "mbe", "csm", "pe", "facc", "dba", "edd",
];

/// Belong to the family name that follows.
pub(super) const PARTICLES: &[&str] = &[
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la",
    "le", "lo", "ter", "ten", "te", "zu", "zum", "zur", "vom", "vander", "bin", "ibn", "al", "el",
    "st", "san", "santa", "mac", "af", "av", "y", "e",
];

/// A name that has one of these names nobody.
pub(super) const UNKNOWN_WORDS: &[&str] = &[
    "unknown",
    "unnamed",
    "unidentified",
    "tbd",
    "tba",
    "placeholder",
    "unbekannt",
    "inconnu",
    "desconocido",
    "desconhecido",
    "sconosciuto",
    "onbekend",
    "nn",
    "dummy",
    "vacant",
    "anonymous",
];

/// Parts in a conversation, with or without a number.
pub(super) const PART_WORDS: &[&str] = &[
    "speaker",
    "participant",
    "guest",
    "host",
    "caller",
    "user",
    "attendee",
    "interviewer",
    "interviewee",
    "moderator",
    "person",
    "sprecher",
    "teilnehmer",
    "customer",
    "client",
    "prospect",
    "rep",
    "agent",
    "me",
    "you",
    "them",
];

/// Units of a company.
pub(super) const UNIT_WORDS: &[&str] = &[
    "team",
    "department",
    "dept",
    "office",
    "committee",
    "board",
    "group",
    "division",
    "desk",
    "staff",
    "abteilung",
    "equipe",
    "equipo",
    "squad",
    "leadership",
];

/// Given names that are titles as well.
pub(super) const GIVEN_NAMES_LIKE_TITLES: &[&str] = &[
    "dean",
    "master",
    "fellow",
    "chief",
    "president",
    "lead",
    "gm",
    "md",
    "pa",
    "ea",
    "chef",
    "jefe",
];
