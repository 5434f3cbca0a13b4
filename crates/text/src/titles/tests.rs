//! Titles and what they must, and must not, say.

use model::{Function, Seniority};
use proptest::prelude::*;

use super::{is_title_only, read_title};

/// `level/function` by code; `-` where the reading abstains.
fn reading(title: &str) -> String {
    let read = read_title(title);
    let level = read.seniority.map_or("-", Seniority::code);
    let function = read.function.map_or("-", Function::code);
    format!("{level}/{function}")
}

fn assert_readings(cases: &[(&str, &str)]) {
    for (title, expected) in cases {
        assert_eq!(reading(title), *expected, "{title}");
    }
}

#[test]
fn abbreviations() {
    assert_readings(&[
        ("CEO", "chief/executive"),
        ("CFO", "chief/finance"),
        ("CRO", "chief/sales"),
        ("CIO", "chief/it"),
        ("CTO", "chief/engineering"),
        ("VP Finance", "vice_president/finance"),
        ("V.P. of Sales", "vice_president/sales"),
        ("SVP, Marketing", "vice_president/marketing"),
        ("Dir. IT", "director/it"),
        ("Sr. Mgr Procurement", "manager/procurement"),
        ("CPO", "chief/-"),
    ]);
}

#[test]
fn english_ranks_and_functions() {
    assert_readings(&[
        ("Chief Revenue Officer", "chief/sales"),
        ("Vice President, Operations", "vice_president/operations"),
        ("Head of Revenue Operations", "director/sales"),
        ("Director of Customer Success", "director/customer_service"),
        ("Senior Software Engineer", "senior/engineering"),
        ("Junior Accountant", "entry/finance"),
        ("Product Marketing Manager", "manager/marketing"),
        ("Data Engineer", "senior/data"),
        ("Team Lead, Customer Support", "manager/customer_service"),
        ("General Counsel", "vice_president/legal"),
        ("CEO & Co-Founder", "chief/executive"),
        ("Managing Director", "chief/executive"),
        ("HR Business Partner", "senior/human_resources"),
    ]);
}

#[test]
fn traps() {
    assert_readings(&[
        ("Assistant to the CEO", "entry/-"),
        ("Executive Assistant to the CFO", "entry/-"),
        ("President's Assistant", "entry/executive"),
        ("Publicity Manager", "manager/marketing"),
        ("Product Owner", "senior/product"),
        ("Lead Generation Specialist", "senior/marketing"),
        ("Manager, Office of the CIO", "manager/it"),
        ("Chief of Staff", "director/executive"),
        ("Account Executive", "senior/sales"),
        ("Sales Director Assistant", "entry/sales"),
        ("Former CFO", "-/finance"),
        ("CEO at Director Systems", "chief/executive"),
        ("Management Trainee", "entry/-"),
    ]);
}

#[test]
fn six_other_languages() {
    assert_readings(&[
        ("Geschäftsführerin", "chief/executive"),
        ("Leiter Einkauf", "director/procurement"),
        ("Leiter:in Vertrieb (m/w/d)", "director/sales"),
        ("Einkaufsleiterin", "director/procurement"),
        ("Assistentin der Geschäftsführung", "entry/-"),
        ("Teamleiter Kundenservice", "manager/customer_service"),
        (
            "Directrice des ressources humaines",
            "director/human_resources",
        ),
        ("Assistante de direction", "entry/-"),
        ("Responsable des achats", "manager/procurement"),
        ("Directora de Compras", "director/procurement"),
        ("Gerente de Ventas", "manager/sales"),
        ("Diretor Financeiro", "director/finance"),
        ("Estagiário", "entry/-"),
        ("Amministratore delegato", "chief/executive"),
        ("Responsabile acquisti", "manager/procurement"),
        ("Hoofd Inkoop", "director/procurement"),
        ("Verkoopleider", "manager/sales"),
    ]);
}

#[test]
fn what_is_no_title_is_not_read() {
    assert_readings(&[
        ("", "-/-"),
        ("Harbour", "-/-"),
        ("n/a", "-/-"),
        ("???", "-/-"),
    ]);
}

#[test]
fn a_text_of_titles_alone_is_told_from_a_name() {
    assert!(is_title_only("CFO"));
    assert!(is_title_only("VP of Sales"));
    assert!(!is_title_only("Ada Head"));
    assert!(!is_title_only("Ada Lovelace"));
    assert!(!is_title_only(""));
}

proptest! {
    #[test]
    fn any_text_is_read_and_scores_are_shares(title in ".{0,80}") {
        let read = read_title(&title);
        prop_assert!((0.0..=1.0).contains(&read.seniority_score));
        prop_assert!((0.0..=1.0).contains(&read.function_score));
    }

    #[test]
    fn case_and_outer_space_do_not_matter(title in "[a-zA-Z ,/]{0,40}") {
        prop_assert_eq!(read_title(&title.to_uppercase()), read_title(&format!(" {title} ")));
    }
}
