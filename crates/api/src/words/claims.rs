//! Words for what claims say and how they came about.

use model::{Method, Predicate};

/// What a claim for it says of its subject.
pub const fn predicate(predicate: Predicate) -> &'static str {
    match predicate {
        Predicate::DeclaredRole => "is listed in a role",
        Predicate::Signed => "signed the contract",
        Predicate::HasTitle => "has the title",
        Predicate::ReportsTo => "reports to somebody",
        Predicate::TookPart => "took part",
        Predicate::JoinedAtStage => "joined at a stage",
        Predicate::Decides => "decides",
        Predicate::Authorises => "authorises",
        Predicate::ControlsBudget => "controls the budget",
        Predicate::Owns => "owns the topic",
        Predicate::Evaluates => "evaluates it",
        Predicate::Procures => "runs purchasing",
        Predicate::ReviewsTerms => "reviews the terms",
        Predicate::Gatekeeps => "controls access",
        Predicate::Sponsors => "backs it from the top",
        Predicate::Advocates => "argues for it",
        Predicate::Opposes => "argues against it",
        Predicate::Influences => "sways the choice",
        Predicate::ManagesTeam => "manages the teams that use it",
        Predicate::Administers => "runs the product",
        Predicate::Uses => "works with it",
        Predicate::HandsOver => "hands over",
        Predicate::TookOver => "took over",
        Predicate::LeftCompany => "left the company",
        Predicate::MovedRole => "moved to another role",
        Predicate::Goal => "wants to reach something",
        Predicate::Pain => "suffers from something",
        Predicate::Criterion => "makes it a condition",
        Predicate::Objection => "objects",
        Predicate::Competitor => "names a competitor",
        Predicate::Question => "asks",
        Predicate::Process => "tells how the choice is made",
        Predicate::Trigger => "tells what set it off",
        Predicate::ValueGained => "got value from it",
        Predicate::Request => "asks for something it lacks",
        Predicate::Preference => "prefers",
        Predicate::Task => "tells of a working day",
        Predicate::SurveyAnswer => "answered a survey",
    }
}

/// What a claim against it says of its subject.
pub fn predicate_against(code: Predicate) -> String {
    match code {
        Predicate::Decides => "does not decide".to_owned(),
        Predicate::Authorises => "does not authorise".to_owned(),
        Predicate::ControlsBudget => "does not control the budget".to_owned(),
        Predicate::Owns => "does not own the topic".to_owned(),
        Predicate::Influences => "does not sway the choice".to_owned(),
        Predicate::Uses => "does not work with it".to_owned(),
        Predicate::LeftCompany => "has not left the company".to_owned(),
        other => format!("against: {}", predicate(other)),
    }
}

/// How a claim came about.
pub const fn method(method: Method) -> &'static str {
    match method {
        Method::Declared => "a field of a system",
        Method::Signatory => "a signature on a contract",
        Method::Title => "read off a title",
        Method::Said => "said by the person",
        Method::SaidByOther => "said by somebody else at the account",
        Method::Noted => "written down by one of ours",
        Method::Usage => "counted in product usage",
        Method::Structure => "from how records are connected",
        Method::Survey => "answered in a survey",
        Method::Looked => "we looked",
    }
}

/// What was looked at, by the table that was read.
pub fn looked(table: &str) -> &'static str {
    match table {
        "meeting_placed" => "meetings were read",
        "activity_placed" => "notes and mails were read",
        _ => "records were read",
    }
}
