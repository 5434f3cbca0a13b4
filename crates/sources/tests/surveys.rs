//! Surveys with one, two and three header rows, anonymous and named.

mod common;

use common::{read, rows};
use model::tables::base::AnswerRow;

fn told(path: &str, text: &str) -> Vec<(String, String, bool)> {
    let (report, items) = read(path, text.as_bytes()).unwrap_or_default();
    assert_eq!(report.object, "answer");
    let answers: Vec<&AnswerRow> = rows!(items, Answer);
    let row = |row: &AnswerRow| (row.question.clone(), row.answer.clone(), row.is_free_text);
    answers.into_iter().map(row).collect()
}

fn answer(question: &str, answer: &str, is_free_text: bool) -> (String, String, bool) {
    (question.to_owned(), answer.to_owned(), is_free_text)
}

#[test]
fn choices_stand_below_their_question() {
    let text = "Respondent ID,Where are you? ,What is your job function? Please select all.,,,What hinders you most at work?\n\
                ,Response,Architect,Developer,Other (please specify),Open-Ended Response\n\
                100000001,Asia,Architect,Developer,,We wait for approvals every single week\n\
                100000002,Europe,,Developer,Site reliability for two products,\n\
                100000003,Asia,,,,Tools that do not talk to each other at all\n";
    let function = "What is your job function? Please select all.";
    let hinders = "What hinders you most at work?";
    assert_eq!(
        told("export.csv", text),
        [
            answer("Where are you?", "Asia", false),
            answer(function, "Architect", false),
            answer(function, "Developer", false),
            answer(hinders, "We wait for approvals every single week", true),
            answer("Where are you?", "Europe", false),
            answer(function, "Developer", false),
            answer(function, "Site reliability for two products", true),
            answer("Where are you?", "Asia", false),
            answer(hinders, "Tools that do not talk to each other at all", true),
        ]
    );
}

#[test]
fn codes_above_questions_above_choices_are_three_header_rows() {
    let text = ",,Q1,Q2,\nRespondent ID,Start Date,How many people work there?,Which clouds do you use?,\n\
                Seq #,Start Date,How many people work there?,Private,Public\n\
                100000001,7/13/2022 15:22,4,1,2\n100000002,7/14/2022 15:22,5,,2\n";
    assert_eq!(
        told("raw data.csv", text),
        [
            answer("How many people work there?", "4", false),
            answer("Which clouds do you use?", "Private", false),
            answer("Which clouds do you use?", "Public", false),
            answer("How many people work there?", "5", false),
            answer("Which clouds do you use?", "Public", false),
        ]
    );
}

#[test]
fn grids_and_lists_in_a_cell_keep_their_lines() {
    let text = "Date Submitted,How often do you use it? [Search],How often do you use it? [Export],Which words fit best for you?\n\
                2025-01-02,Daily,Never,fast;clear\n2025-01-03,Daily,Weekly,fast\n2025-01-04,Never,Weekly,slow;clear\n";
    let found = told("a.csv", text);
    let first: Vec<_> = found.iter().take(4).cloned().collect();
    assert_eq!(
        first,
        [
            answer("How often do you use it? [Search]", "Daily", false),
            answer("How often do you use it? [Export]", "Never", false),
            answer("Which words fit best for you?", "fast", false),
            answer("Which words fit best for you?", "clear", false),
        ]
    );
}

#[test]
fn nobody_is_named_unless_the_survey_names_them() {
    let text = "Respondent ID,IP Address,What is your gender?,Why did you choose us?,What would you change?\n\
                1,10.0.0.1,F,Price,Nothing\n";
    let (report, items) = read("s1.csv", text.as_bytes()).unwrap();
    assert!(report.recognised_by.contains("anonymous"));
    assert!(rows!(items, Mention).is_empty());
    let answers = rows!(items, Answer);
    assert_eq!(answers.len(), 2);
    assert!(answers.iter().all(|row| row.is_anonymous));
    assert_eq!(answers[0].native_key, "survey:respondent:s1/1");
    assert!(!rows!(items, Record)[0].fields.contains("10.0.0.1"));

    let text = "Timestamp,Email Address,Your name,Job title,Company,Why did you choose us?,What would you change?,Would you buy again?\n\
                2025-03-04 10:00:00,Bo@acme.example,Bo Li,CFO,Acme,Price,Nothing,Yes\n";
    let (_, items) = read("feedback.csv", text.as_bytes()).unwrap();
    let person = rows!(items, Mention)[0];
    assert_eq!(person.emails, ["bo@acme.example"]);
    assert_eq!(person.full_name.as_deref(), Some("Bo Li"));
    assert_eq!(person.title.as_deref(), Some("CFO"));
    assert_eq!(person.account_name.as_deref(), Some("Acme"));
    let answer = rows!(items, Answer)[0];
    assert!(!answer.is_anonymous);
    assert_eq!(answer.at.unwrap().to_string(), "2025-03-04T10:00:00Z");
}

#[test]
fn other_tables_are_no_surveys() {
    let text = "contact_id,contact_name,email,title\nC1,Ada Moss,ada@acme.example,CFO\n";
    let (report, _) = read("contacts.csv", text.as_bytes()).unwrap();
    assert_eq!(report.object, "contact");
}
