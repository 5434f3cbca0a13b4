//! The questions of a survey, found in its header rows.
//!
//! Tools write one to three of them: codes above questions above choices
//! (`Q7`, `What is your job function?`, `Software Architect`). A blank question
//! goes on from the left, as the choices of one question stand side by side.

use csv::StringRecord;

use super::tally::Kind;
use crate::error::ReadError;
use crate::names::{column_key, is_protected, snake, stem};
use crate::table::Rows;

/// Header rows that are looked at.
const MAX_HEADER_ROWS: usize = 4;

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A question or one of its choices.
    Question,
    /// The respondent's id.
    Respondent,
    /// When it was answered.
    At,
    /// Address of the respondent.
    Email,
    /// Name of the respondent.
    FullName,
    /// Given name.
    GivenName,
    /// Family name.
    FamilyName,
    /// Kept with the record; no answer.
    Kept,
    /// Dropped before anything is stored: protected attributes, network addresses.
    Dropped,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// Question and choice, as the field of the record is called.
    pub(super) name: String,
    /// The question.
    pub(super) question: String,
    /// The choice or line of the question.
    pub(super) label: Option<String>,
    /// What it is used for.
    pub(super) used: Use,
}

impl Column {
    /// The question as it is answered: a line of a grid stands behind its question.
    pub(super) fn asked(&self, kind: Kind) -> String {
        match &self.label {
            Some(label) if kind != Kind::Mark && !is_other(label) => {
                format!("{} [{label}]", self.question)
            }
            _ => self.question.clone(),
        }
    }

    /// What a mark in this column means: its choice.
    pub(super) fn choice(&self, cell: &str) -> String {
        self.label.clone().unwrap_or_else(|| cell.to_owned())
    }

    /// Whether the respondent's title is asked.
    pub(super) fn asks_title(&self) -> bool {
        let lower = self.question.to_lowercase();
        let is_key =
            ["title", "job_title", "jobtitle", "position"].contains(&snake(&lower).as_str());
        self.used == Use::Question
            && (is_key || lower.contains("job title") || lower.contains("your title"))
    }

    /// Whether the respondent's company is asked by name.
    pub(super) fn asks_company(&self) -> bool {
        let key = snake(&self.question);
        let keys = [
            "company",
            "company_name",
            "organization",
            "organisation",
            "organization_name",
            "employer",
        ];
        self.used == Use::Question && keys.contains(&key.as_str())
    }

    /// Whether its answers are called for in the respondent's own words.
    pub(super) fn is_open(&self) -> bool {
        let told = [Some(&self.question), self.label.as_ref()];
        told.into_iter().flatten().any(|text| is_other(text))
    }
}

/// `Other (please specify)`, `Comments`.
fn is_other(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("other")
        || lower.contains("please specify")
        || lower.contains("comment")
        || lower.contains("(other)")
}

/// A survey that is understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Form {
    pub(super) columns: Vec<Column>,
    n_header: usize,
    /// In words.
    pub(super) recognised_by: String,
}

impl Form {
    /// Whether a respondent can be named.
    pub(super) fn is_named(&self) -> bool {
        let named = [Use::Email, Use::FullName, Use::FamilyName];
        self.columns
            .iter()
            .any(|column| named.contains(&column.used))
    }

    /// The first column of a use.
    pub(super) fn first(&self, used: Use) -> Option<usize> {
        self.columns.iter().position(|column| column.used == used)
    }

    /// Goes to the first respondent.
    pub(super) fn skip_header(&self, rows: &mut dyn Rows) -> Result<(), ReadError> {
        rows.rewind()?;
        let mut cells = StringRecord::new();
        for _ in 1..self.n_header {
            rows.next_row(&mut cells)?;
        }
        Ok(())
    }
}

/// Finds the form of a table, if it is a survey; goes back to its first row.
pub(crate) fn find(path: &str, rows: &mut dyn Rows) -> Result<Option<Form>, ReadError> {
    let mut head = vec![plain_names(rows.header())];
    let mut cells = StringRecord::new();
    while head.len() < MAX_HEADER_ROWS && rows.next_row(&mut cells)?.is_some() {
        head.push(cells.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    rows.rewind()?;
    let n_header = n_header(&head);
    let columns = columns(head.get(..n_header).unwrap_or_default());
    Ok(
        recognised(path, &columns, n_header).map(|recognised_by| Form {
            columns,
            n_header,
            recognised_by,
        }),
    )
}

/// Names as the file has them: the reader of tables numbers those that return.
fn plain_names(header: &[String]) -> Vec<String> {
    let numbered = |name: &str| {
        let (base, number) = name.rsplit_once(" (")?;
        let is_number = number.strip_suffix(')')?.parse::<usize>().is_ok();
        let is_repeat = base.is_empty() || header.iter().any(|other| other == base);
        (is_number && is_repeat).then(|| base.to_owned())
    };
    header
        .iter()
        .map(|name| numbered(name).unwrap_or_else(|| name.clone()))
        .collect()
}

/// How many of the first rows are header.
fn n_header(head: &[Vec<String>]) -> usize {
    let first = head.first().map(Vec::as_slice).unwrap_or_default();
    let n_codes = first.iter().filter(|name| is_code(name)).count();
    let is_codes = n_codes * 2 > first.len();
    let n_more = head
        .windows(2)
        .take_while(|pair| {
            let [above, row] = pair else { return false };
            let n_questions = row.iter().filter(|cell| is_question(cell)).count();
            let asks = is_codes && n_questions > 1;
            has_choice_words(row) || asks || repeats(row, above) || is_nobody(row, first)
        })
        .count();
    n_more + 1
}

/// Whether a row has choices and, where every respondent has an id, none.
fn is_nobody(row: &[String], first: &[String]) -> bool {
    let id = first
        .iter()
        .position(|name| column_key(name) == "respondent_id");
    let cell = id.and_then(|idx| row.get(idx));
    cell.is_some_and(String::is_empty) && row.iter().any(|cell| !cell.is_empty())
}

/// Whether a question stands there again: no respondent answers with it.
fn repeats(row: &[String], above: &[String]) -> bool {
    let pairs = row.iter().zip(above);
    pairs
        .filter(|(cell, _)| is_question(cell))
        .any(|(cell, question)| cell == question)
}

/// `Q7`, `Q7_2`, `7` or nothing.
fn is_code(name: &str) -> bool {
    let rest = name.trim_start_matches(['Q', 'q', 'G', 'V', 'v']);
    name.chars().count() < 12
        && rest
            .chars()
            .all(|c| c.is_ascii_digit() || "_.- ".contains(c))
}

/// The words that survey tools write below a question.
fn has_choice_words(row: &[String]) -> bool {
    row.iter().any(|cell| {
        let lower = cell.to_lowercase();
        let words = ["response", "open-ended response"];
        words.contains(&lower.as_str()) || cell.starts_with("{\"ImportId\"")
    })
}

fn is_question(cell: &str) -> bool {
    let n_words = cell.split_whitespace().count();
    (cell.contains('?') && n_words > 2) || (n_words > 9 && !cell.contains('@'))
}

/// One column for each cell of the header rows.
fn columns(head: &[Vec<String>]) -> Vec<Column> {
    let n = head.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: usize, idx: usize| {
        let text = head.get(row).and_then(|row| row.get(idx));
        text.map_or("", String::as_str)
    };
    let n_asked = |row: &usize| (0..n).filter(|idx| is_question(cell(*row, *idx))).count();
    let asked_row = (0..head.len()).rev().max_by_key(n_asked).unwrap_or(0);
    let label_row = (0..head.len())
        .rev()
        .find(|row| *row > asked_row && !cell(*row, 0).starts_with("{\"ImportId\""));
    let mut question = String::new();
    let mut columns = Vec::with_capacity(n);
    for idx in 0..n {
        let own = cell(asked_row, idx);
        let label = label_row.map_or("", |row| cell(row, idx));
        if !own.is_empty() {
            question = own.to_owned();
        }
        let is_lone = label_row.is_none() || question.is_empty();
        let (asked, choice) = match (is_lone, own.is_empty()) {
            (true, true) => (label.to_owned(), None),
            (true, false) => split_header(own),
            _ => (question.clone(), choice(label, &question)),
        };
        columns.push(column(asked, choice));
    }
    columns
}

/// A choice below a question, unless it only says that an answer follows.
fn choice(label: &str, question: &str) -> Option<String> {
    let lower = label.to_lowercase();
    let says_nothing = ["", "response", "open-ended response"].contains(&lower.as_str());
    (!says_nothing && label != question).then(|| label.to_owned())
}

/// `Question [choice]` and `Choice:Question?`.
fn split_header(name: &str) -> (String, Option<String>) {
    if let Some((question, label)) = name.strip_suffix(']').and_then(|rest| rest.split_once('['))
        && is_question(question)
    {
        return (question.trim().to_owned(), Some(label.trim().to_owned()));
    }
    match name.split_once(':') {
        Some((label, question)) if is_question(question) && !is_question(label) => {
            let label = label.trim();
            let is_numbered = label
                .rsplit_once('#')
                .is_some_and(|(_, n)| n.parse::<u32>().is_ok());
            (
                question.trim().to_owned(),
                (!is_numbered).then(|| label.to_owned()),
            )
        }
        _ => (name.to_owned(), None),
    }
}

fn column(question: String, label: Option<String>) -> Column {
    let name = match &label {
        Some(label) => format!("{question} [{label}]"),
        None => question.clone(),
    };
    Column {
        used: use_of(&question, &name),
        name,
        question,
        label,
    }
}

fn use_of(question: &str, name: &str) -> Use {
    let key = column_key(question);
    let is_in = |list: &str| list.split_whitespace().any(|known| known == key);
    if is_protected(name) || asks_protected(question) || is_in(DROPPED) {
        Use::Dropped
    } else if is_in(
        "respondent_id responseid response_id respondent participant_id submission_id token",
    ) {
        Use::Respondent
    } else if is_in(
        "date_submitted end_date submitdate submit_date submitted_at recorded_date completed timestamp completion_time \
         submit_date_utc datestamp",
    ) {
        Use::At
    } else if is_in(
        "email email_address e_mail e_mail_address recipient_email work_email your_email username",
    ) {
        Use::Email
    } else if is_in("name full_name your_name respondent_name what_is_your_name") {
        Use::FullName
    } else if is_in("first_name firstname recipient_first_name given_name") {
        Use::GivenName
    } else if is_in("last_name lastname recipient_last_name family_name surname") {
        Use::FamilyName
    } else if question.is_empty() || is_in(KEPT) || key.starts_with("custom_data") {
        Use::Kept
    } else {
        Use::Question
    }
}

const DROPPED: &str = "ip_address ipaddress ip ipaddr location_latitude location_longitude latitude longitude network_id";
const KEPT: &str = "id rds seq seq_# seq_no # collector_id collector start_date startdate time_started status progress finished \
    duration duration_in_seconds language user_language startlanguage lastpage last_page seed distribution_channel \
    external_reference external_data_reference interviewtime start_time start_date_utc score refurl referer user_agent tags";

/// A question about what is never a feature.
fn asks_protected(question: &str) -> bool {
    let lower = question.to_lowercase();
    let asked = [
        "gender",
        "pronoun",
        "ethnic",
        "sexual orientation",
        "religio",
        "disabilit",
        "how old are you",
        "your age",
        "your race",
        "date of birth",
        "geschlecht",
        "your health",
    ];
    asked.iter().any(|word| lower.contains(word))
}

/// Why a table is a survey, in words; `None` when it is none.
fn recognised(path: &str, columns: &[Column], n_header: usize) -> Option<String> {
    let n_asked = columns
        .iter()
        .filter(|column| column.used == Use::Question && is_question(&column.question))
        .count();
    let has = |used| columns.iter().any(|column| column.used == used);
    let has_key = |known: &str| {
        columns
            .iter()
            .any(|column| column_key(&column.question) == known)
    };
    let n_questions = columns
        .iter()
        .filter(|column| column.used == Use::Question)
        .count();
    let is_long = has_key("question") || has_key("answer");
    let words = snake(stem(path));
    let is_called = words.split('_').any(|word| {
        [
            "survey",
            "surveys",
            "questionnaire",
            "nps",
            "csat",
            "umfrage",
            "encuesta",
        ]
        .contains(&word)
    });
    let by_rows = n_header > 1 && n_asked > 0;
    let by_questions = n_asked > 2 || (n_asked > 0 && has(Use::Respondent));
    let by_id = n_questions > 3 && has_key("respondent_id") || has_key("collector_id");
    let by_name = is_called && n_questions > 1 && (has(Use::At) || has(Use::Respondent));
    if is_long || !(by_rows || by_questions || by_id || by_name) {
        return None;
    }
    let what = if n_asked > 0 {
        "that are questions"
    } else {
        "of a survey"
    };
    Some(format!(
        "{n_questions} columns {what}, in {n_header} header rows"
    ))
}
