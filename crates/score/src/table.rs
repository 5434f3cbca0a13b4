//! The scores as a table for people: one figure a line, with the counts behind it.

use std::fmt;

use crate::rates::{Clustering, Rate, Retrieval};
use crate::scores::{Measured, Scores};
use crate::{
    AccountScore, AffiliationScore, DecisionScore, PeopleScore, PersonaScore, RoleScore,
    SpeechScore, SuccessionScore,
};

/// A line: the stage, what is measured, the figure, the counts.
type Line = [String; 4];

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines: Vec<Line> = vec![line("stage", "measure", "figure", "counts")];
        stage(&mut lines, "accounts", &self.accounts, account_lines);
        stage(&mut lines, "people", &self.people, people_lines);
        stage(
            &mut lines,
            "affiliations",
            &self.affiliations,
            affiliation_lines,
        );
        stage(&mut lines, "decisions", &self.decisions, decision_lines);
        stage(&mut lines, "roles", &self.roles, role_lines);
        stage(
            &mut lines,
            "successions",
            &self.successions,
            succession_lines,
        );
        stage(&mut lines, "speech", &self.speech, speech_lines);
        stage(&mut lines, "personas", &self.personas, persona_lines);
        let width = |at: usize| {
            lines
                .iter()
                .filter_map(|it| it.get(at))
                .map(|it| it.chars().count())
                .max()
        };
        let (first, second) = (width(0).unwrap_or(0), width(1).unwrap_or(0));
        for [stage, measure, figure, counts] in &lines {
            let row = format!("{stage:first$}  {measure:second$}  {figure:>7}  {counts}");
            writeln!(f, "{}", row.trim_end())?;
        }
        Ok(())
    }
}

fn line(stage: &str, measure: &str, figure: &str, counts: &str) -> Line {
    [stage, measure, figure, counts].map(str::to_owned)
}

fn stage<T>(lines: &mut Vec<Line>, name: &str, of: &Measured<T>, rows: fn(&T) -> Vec<Line>) {
    match of {
        Measured::NotMeasured(why) => lines.push(line(name, "not measured", "", why)),
        Measured::Measured(value) => {
            for (idx, mut row) in rows(value).into_iter().enumerate() {
                if let (0, Some(first)) = (idx, row.first_mut()) {
                    name.clone_into(first);
                }
                lines.push(row);
            }
        }
    }
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

fn rate(measure: &str, it: &Rate) -> Line {
    line(
        "",
        measure,
        &number(it.share),
        &format!("{} of {}", it.n_right, it.n_all),
    )
}

fn figure(measure: &str, value: Option<f64>, counts: &str) -> Line {
    line("", measure, &number(value), counts)
}

fn retrieval(measure: &str, it: &Retrieval) -> Vec<Line> {
    vec![
        rate(&format!("{measure}: precision"), &it.precision),
        rate(&format!("{measure}: recall"), &it.recall),
        figure(&format!("{measure}: F1"), it.f1, ""),
    ]
}

fn clustering(it: &Clustering) -> Vec<Line> {
    let counts = format!(
        "{} records, {} true and {} given clusters",
        it.n_records, it.n_true, it.n_given
    );
    let mut lines = retrieval("pairs", &it.pairs);
    lines.push(figure("B³: precision", it.b3_precision, &counts));
    lines.push(figure("B³: recall", it.b3_recall, ""));
    lines.push(figure("B³: F1", it.b3_f1, ""));
    lines
}

fn account_lines(it: &AccountScore) -> Vec<Line> {
    let mut lines = vec![rate("records found", &it.found)];
    lines.extend(clustering(&it.clustering));
    lines
}

fn people_lines(it: &PeopleScore) -> Vec<Line> {
    let mut lines = vec![rate("records found", &it.found)];
    lines.extend(clustering(&it.clustering));
    lines.push(rate("speakers recognised", &it.speakers));
    lines.push(rate("people in no system found", &it.unrecorded));
    lines
}

fn affiliation_lines(it: &AffiliationScore) -> Vec<Line> {
    let mut lines = retrieval("person at account", &it.workplaces);
    lines.push(rate("a true title", &it.titles));
    lines.push(rate("end given where they left", &it.ends_given));
    lines.push(rate("end within 120 days", &it.ends_close));
    lines
}

fn decision_lines(it: &DecisionScore) -> Vec<Line> {
    let mut lines = vec![
        rate("found", &it.found),
        rate("kind", &it.kind),
        rate("outcome", &it.outcome),
    ];
    lines.extend(retrieval("predecessors", &it.predecessors));
    lines.push(rate("terms of use found", &it.terms_of_use));
    let beyond = format!("and {} expected from contracts", it.n_expected);
    lines.push(line(
        "",
        "published beyond the truth",
        &it.n_unknown.to_string(),
        &beyond,
    ));
    lines
}

fn role_lines(it: &RoleScore) -> Vec<Line> {
    let mut lines = vec![
        rate("best candidate per required role", &it.best_candidate),
        rate("the same where one is named", &it.best_of_named),
        figure(
            "macro-F1 at the threshold",
            it.macro_f1,
            &format!("{} roles", it.n_roles),
        ),
    ];
    lines.extend(retrieval("all roles", &it.together));
    let forecasts = format!("{} forecasts", it.n_forecasts);
    lines.push(figure("Brier score", it.brier, &forecasts));
    lines.push(figure(
        "calibration error",
        it.calibration_error,
        &forecasts,
    ));
    for role in &it.by_role {
        let (precision, recall) = (&role.holders.precision, &role.holders.recall);
        let counts = format!(
            "precision {} of {}, recall {} of {}",
            precision.n_right, precision.n_all, recall.n_right, recall.n_all
        );
        lines.push(figure(
            &format!("F1 {}", role.role),
            role.holders.f1,
            &counts,
        ));
    }
    lines
}

fn succession_lines(it: &SuccessionScore) -> Vec<Line> {
    vec![
        rate("a successor is given", &it.given),
        rate("the right one first", &it.first),
        figure("mean reciprocal rank", it.mean_reciprocal_rank, ""),
        rate("the right reason", &it.departure),
        rate("stated ones that are true", &it.stated),
    ]
}

fn speech_lines(it: &SpeechScore) -> Vec<Line> {
    let mut lines = vec![
        rate("parts found", &it.parts),
        rate("parts about the right person", &it.about),
        rate("part claims that were planted", &it.precision),
        rate("traps taken for claims", &it.traps_taken),
        rate("denials reversed", &it.denials_reversed),
        rate("topics found", &it.topics),
    ];
    lines.extend(
        it.by_predicate
            .iter()
            .map(|it| rate(&format!("found {}", it.predicate), &it.found)),
    );
    lines
}

fn persona_lines(it: &PersonaScore) -> Vec<Line> {
    let mut lines = Vec::new();
    for kind in &it.by_kind {
        let counts = format!(
            "{} people; {} planted, {} found",
            kind.agreement.n_records, kind.n_planted, kind.n_found
        );
        lines.push(figure(
            &format!("{}: adjusted Rand index", kind.kind),
            kind.agreement.adjusted_rand,
            &counts,
        ));
        lines.push(rate(&format!("{}: people placed", kind.kind), &kind.placed));
    }
    lines.push(rate("statements about planted noise", &it.noise_statements));
    lines
}
