//! Every string a visitor sees that is no data and no word for a code.
//!
//! Words for codes (roles, outcomes, probabilities …) are in `api::words`, so
//! that the command line and the pages say the same.

mod said;

pub(crate) use said::*;

pub(crate) const NAME: &str = "Prosopon";
pub(crate) const SKIP: &str = "Skip to the content";
pub(crate) const NAV: &str = "Main";
pub(crate) const NAV_ACCOUNTS: &str = "Accounts";
pub(crate) const NAV_PERSONAS: &str = "Personas";
pub(crate) const NAV_FILES: &str = "Files";
pub(crate) const SEARCH: &str = "Find an account";
pub(crate) const SEARCH_DO: &str = "Find";
pub(crate) const FOOT: &str =
    "Every answer leads to the record it rests on. Not established means: the records do not say.";

pub(crate) const NEWER: &str = "A newer build is there.";
pub(crate) const NEWER_SHOW: &str = "Show it";

pub(crate) const ERROR_NOT_FOUND: &str = "Nothing with this id is published";
pub(crate) const ERROR_NOT_FOUND_REMEDY: &str =
    "The last build may have given it another id. Look for it from its account.";
pub(crate) const ERROR_NEAREST: &str = "Perhaps this one is meant:";
pub(crate) const ERROR_NO_PAGE: &str = "There is no such page";
pub(crate) const ERROR_NO_PAGE_REMEDY: &str = "Begin with the accounts or the personas.";
pub(crate) const ERROR_BROKEN: &str = "The published result cannot be read";
pub(crate) const ERROR_BROKEN_REMEDY: &str =
    "Run “prosopon doctor”; a new “prosopon build” replaces a damaged result.";
pub(crate) const CODE: &str = "Code";

pub(crate) const HOME_TITLE: &str = "What the records say";
/// Answer to a request that was sent to a name that is not ours.
pub(crate) const WRONG_HOST: &str =
    "These pages are reached as localhost or by an address, not by another name.";
pub(crate) const HOME_UNTIL: &str = "last import";
pub(crate) const HOME_AS_OF: &str = "Answered for";
pub(crate) const HOME_OVERDUE_HELP: &str = "The records show no outcome for these. A newer export of the deals, or of the contracts, would.";
pub(crate) const OVERDUE: &str = "overdue";
pub(crate) const NO_OPEN_DECISION: &str = "no open decision";
pub(crate) const HOME_DUE: &str = "Renewals that come next";
pub(crate) const HOME_NO_DUE: &str =
    "No open renewal. Contracts with their end dates, or deals of type renewal, would show some.";
pub(crate) const HOME_PERSONAS: &str = "Personas that are really there";
pub(crate) const HOME_READ: &str = "What was read";
pub(crate) const HOME_EMPTY: &str = "Nothing is published yet. Import files and build: “prosopon import PATH”, then “prosopon build”.";
pub(crate) const HOME_ALL_ACCOUNTS: &str = "All accounts";
pub(crate) const HOME_ALL_PERSONAS: &str = "All personas";
pub(crate) const HOME_ALL_FILES: &str = "All files";

pub(crate) const N_ACCOUNTS: &str = "accounts";
pub(crate) const N_PEOPLE: &str = "people";
pub(crate) const N_DECISIONS: &str = "decisions";
pub(crate) const N_ESTABLISHED: &str = "roles established";
pub(crate) const N_CHANGES: &str = "stakeholder changes";
pub(crate) const N_CLAIMS: &str = "claims with evidence";
pub(crate) const N_NAMED: &str = "named, not established";
pub(crate) const N_DENIED: &str = "CRM says so, words say otherwise";
pub(crate) const N_FILES: &str = "files read";
pub(crate) const N_REFUSED: &str = "refused";
pub(crate) const N_SET_ASIDE: &str = "rows set aside";
pub(crate) const N_REMARKS: &str = "Remarks about rows";

pub(crate) const COL_ACCOUNT: &str = "Account";
pub(crate) const COL_INDUSTRY: &str = "Industry";
pub(crate) const COL_EMPLOYEES: &str = "Employees";
pub(crate) const COL_PEOPLE: &str = "People";
pub(crate) const COL_DECISIONS: &str = "Decisions";
pub(crate) const COL_ROLES: &str = "Roles established";
pub(crate) const COL_NEXT: &str = "Next decision";
pub(crate) const COL_DUE: &str = "Due";
pub(crate) const COL_REQUIRED: &str = "Required roles filled";
pub(crate) const COL_PERSON: &str = "Person";
pub(crate) const COL_RECORDS: &str = "Records";
pub(crate) const COL_CLAIMS: &str = "Claims";
pub(crate) const COL_ROLE: &str = "Role";
pub(crate) const COL_HOW_SURE: &str = "How sure";
pub(crate) const COL_STATE: &str = "State";
pub(crate) const COL_FOR_AGAINST: &str = "For, against";
pub(crate) const COL_LOOKED_AT: &str = "What was looked at";
pub(crate) const COL_DECISION: &str = "Decision";
pub(crate) const COL_FILE: &str = "File";
pub(crate) const COL_FORMAT: &str = "Format";
pub(crate) const COL_RECOGNISED: &str = "Recognised by";
pub(crate) const COL_ROWS: &str = "Rows";
pub(crate) const COL_SET_ASIDE: &str = "Set aside";
pub(crate) const COL_LINE: &str = "Line";
pub(crate) const COL_COLUMN: &str = "Column";
pub(crate) const COL_CODE: &str = "Code";
pub(crate) const COL_FOUND: &str = "Found";
pub(crate) const COL_EXPECTED: &str = "Expected";
pub(crate) const COL_BELONGS: &str = "Belongs";
pub(crate) const COL_TITLE: &str = "Title";
pub(crate) const COL_WHEN: &str = "When";
pub(crate) const COL_EVENT: &str = "Event";
pub(crate) const COL_COUNT: &str = "Count";
pub(crate) const COL_DAYS: &str = "Days";
pub(crate) const COL_FIRST_LAST: &str = "First, last day";
pub(crate) const COL_WHY: &str = "Why it is the same person";
pub(crate) const COL_NAMED_AS: &str = "Named as";

pub(crate) const TABLE: &str = "Table, scrolls sideways where it is wider than the page";
pub(crate) const ACCOUNTS_NONE: &str =
    "No account matches. Search looks at the beginnings of words in names and domains.";
pub(crate) const NOT_KNOWN: &str = "not known";
pub(crate) const NEXT_PAGE: &str = "Next page";
pub(crate) const PREVIOUS_PAGE: &str = "Previous page";

pub(crate) const CAST: &str = "The cast over time";
pub(crate) const CAST_HELP: &str = "Each letter is a part somebody plays in a decision; open it to see what it rests on. Where nothing is established, the most probable is shown hollow. Time runs to the right.";
pub(crate) const CAST_NONE: &str = "No part is established.";
pub(crate) const CAST_NONE_HELP: &str =
    "Call transcripts, contract signatories or contact roles of deals would say who decides what.";
pub(crate) const CAST_NO_DECISION: &str =
    "No decision is known at this account. Deals, or contracts with their dates, would show some.";
pub(crate) const EXPECTED: &str = "expected";
pub(crate) const REQUIRED: &str = "Required roles";
pub(crate) const REQUIRED_NONE: &str = "none";
pub(crate) const LEGEND: &str = "How to read it";
pub(crate) const LEGEND_SOLID: &str = "established; the fuller, the more probable";
pub(crate) const LEGEND_HOLLOW: &str = "named, not established";
pub(crate) const LEGEND_STRUCK: &str = "CRM says so, words say otherwise";
pub(crate) const LEGEND_LINE: &str = "a role passed on; broken when less than likely";
pub(crate) const CHANGES: &str = "Stakeholder changes";
pub(crate) const CHANGES_NONE: &str = "No role is known to have passed from one person to another.";
pub(crate) const NAMED_ONLY: &str = "Named, not established";
pub(crate) const NAMED_ONLY_HELP: &str = "Records name these people; none says clearly enough what they decide. A call transcript, a signed contract or a contact role would.";
pub(crate) const COL_KNOWN: &str = "What is known";
pub(crate) const COL_CLOSEST: &str = "Closest to";
pub(crate) const KNOWN_NOTHING: &str = "named only";
pub(crate) const NO_PERSON: &str = "no known person";
pub(crate) const DECLARED: &str = "declared";
pub(crate) const LOOKED: &str = "Where we looked";
pub(crate) const AS_OF: &str = "As of";
pub(crate) const AS_OF_DO: &str = "Show that day";
pub(crate) const AS_OF_CLEAR: &str = "Show all";
pub(crate) const MEETINGS: &str = "Meetings";
pub(crate) const ABOUT_ACCOUNT: &str = "Said about the account";
pub(crate) const PARENT: &str = "Part of";
pub(crate) const CHILDREN: &str = "Parent of";
pub(crate) const FOUNDED_ON: &str = "Founded on";
pub(crate) const N_EMPLOYEES: &str = "employees";

pub(crate) const DECISION_CAST: &str = "Who plays which part";
pub(crate) const DECISION_FOLLOWS: &str = "Follows";
pub(crate) const DECISION_LEADS_TO: &str = "Leads to";
pub(crate) const DECISION_WHY: &str = "Why this kind";
pub(crate) const DECISION_PRODUCTS: &str = "Products";
pub(crate) const DECISION_AMOUNT: &str = "Amount";
pub(crate) const DECISION_LOCUS: &str = "Decided by";
pub(crate) const DECISION_SAID: &str = "What else was said about it";
pub(crate) const DECISION_NO_CAST: &str = "Nobody is named with a part in it.";

pub(crate) const PERSON_AFFILIATIONS: &str = "Where and as what";
pub(crate) const PERSON_PARTS: &str = "Parts in decisions";
pub(crate) const PERSON_NO_PARTS: &str = "Not established. Records name this person; none says what they decide. A call transcript or a signed contract would.";
pub(crate) const PERSON_PERSONAS: &str = "Personas";
pub(crate) const PERSON_SAID: &str = "What else is known";
pub(crate) const PERSON_RECORDS: &str = "Records, and why they are the same person";
pub(crate) const PERSON_USAGE: &str = "In the product";
pub(crate) const PERSON_OPTED_OUT: &str =
    "Opted out of contact: for reading only, never for a list.";
pub(crate) const PERSON_PLACEHOLDER: &str =
    "Named in words only, by role or by name: no system has a record of them.";

pub(crate) const PERSONAS: &str = "Personas";
pub(crate) const PERSONAS_HELP: &str =
    "Three kinds, each found in the records of its own context. Nothing found is an answer.";
pub(crate) const PERSONAS_NONE: &str = "None found";
pub(crate) const MEMBERS: &str = "Who belongs to it";
pub(crate) const SEARCH_LOG: &str = "How many personas of this kind";
pub(crate) const SEARCH_CLASSES: &str = "Personas tried";
pub(crate) const SEARCH_ICL: &str = "Fit (ICL)";
pub(crate) const SEARCH_STABILITY: &str = "Stability";
pub(crate) const SEARCH_VERDICT: &str = "Verdict";
pub(crate) const SEARCH_CHOSEN: &str = "taken";
pub(crate) const WEIGHTS: &str = "What speaks for belonging to it";
pub(crate) const COMPONENT_UNKNOWN: &str = "Not known.";
pub(crate) const STABILITY: &str = "stability";
pub(crate) const MASK: &str = "Mask drawn from the persona's own facts";
pub(crate) const BAR_LEGEND: &str = "Bar: share of members of whom it is known. Whisker: 95 % interval. Tick: everybody of this kind.";

pub(crate) const EVIDENCE: &str = "Evidence";
pub(crate) const EVIDENCE_CLOSE: &str = "Close";
pub(crate) const EVIDENCE_ALONE: &str = "Open on its own page";
pub(crate) const WATERFALL: &str = "How it adds up";
pub(crate) const PRIOR: &str = "Before any claim";
pub(crate) const OTHERS: &str = "Effect of the others in the decision";
pub(crate) const SUM: &str = "Sum (log-odds)";
pub(crate) const PROBABILITY: &str = "Probability, calibrated";
pub(crate) const ONE_CAUSE: &str = "counted once already: same cause";
pub(crate) const DOES_NOT_ADD_UP: &str =
    "The lines do not add up to the sum the build states; please report this.";
pub(crate) const FOR: &str = "for";
pub(crate) const AGAINST: &str = "against";
pub(crate) const QUOTE_GONE: &str = "The record is no longer published.";
pub(crate) const FILE_GONE: &str = "a file no longer published";
pub(crate) const LINE: &str = "line";
pub(crate) const CHARACTERS: &str = "characters";
pub(crate) const SPEAKER_UNKNOWN: &str = "speaker not known";
pub(crate) const COLUMN: &str = "column";
pub(crate) const ROW_SHOW: &str = "The whole row";
pub(crate) const COUNTED: &str = "Counted set";
pub(crate) const COUNTED_HOLDS: &str = "The rows listed agree with the count.";
pub(crate) const COUNTED_DIFFERS: &str = "The rows listed do not agree with the count stated.";
pub(crate) const COUNTED_NONE: &str = "No row of the published usage meets this filter.";
pub(crate) const UNCITED: &str = "A record that was read";
pub(crate) const UNCITED_HELP: &str = "It is counted among the records that were read, and no answer cites its words, so they are not published. They are in the workspace and in the file they came from.";
pub(crate) const COUNTED_BY: &str = "Claims that count it";
pub(crate) const COUNTS_IN: &str = "Where it counts";
pub(crate) const COUNTS_NOWHERE: &str = "It counts in no role.";
pub(crate) const RESTS_ON: &str = "Claims it rests on";
pub(crate) const HELD_BY: &str = "Members for whom it holds";
pub(crate) const OTHER_EVIDENCE: &str = "Other evidence";
pub(crate) const CHANGE: &str = "A stakeholder change";
pub(crate) const PASSED_TO: &str = "the role is now with";
pub(crate) const PASSED_TO_NOBODY: &str = "nobody is known to have taken over";
pub(crate) const N_ROWS: &str = "rows";
pub(crate) const SET_ASIDE: &str = "set aside";
pub(crate) const BYTES: &str = "bytes";
pub(crate) const RIVALS: &str = "Who else could have taken over";
pub(crate) const CLAIMS_ON_RECORD: &str = "Claims that rest on it";
pub(crate) const NO_CLAIMS_ON_RECORD: &str = "No claim rests on it.";
pub(crate) const MEETING_PART: &str =
    "Cited words and two lines around them are published, not the whole.";
pub(crate) const LINKS: &str = "Compared with";
pub(crate) const BITS: &str = "bits";

pub(crate) const FILES: &str = "Files";
pub(crate) const FILES_NONE: &str = "No file of this kind was read.";
pub(crate) const FILES_STATES: &str = "Files by what became of them";
pub(crate) const FILES_ALL: &str = "All";
pub(crate) const ISSUES: &str = "Remarks about rows";
pub(crate) const ISSUES_HELP: &str =
    "A remark names file, line and column and the class of what was found, never the value.";
pub(crate) const ISSUES_NONE: &str = "No remark.";
pub(crate) const REFUSED: &str = "refused";
pub(crate) const WHOLE_FILE: &str = "whole file";

/// Months, January first.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
