//! Which answers the base tables can support, and which export would add which.
//!
//! Reads   row counts of base tables

use std::collections::BTreeMap;

use anyhow::Result;
use lake::Lake;
use serde::Serialize;

/// What can be said of one question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Answer {
    /// The question.
    pub(super) question: &'static str,
    /// `yes`, `in part` or `no`.
    pub(super) verdict: &'static str,
    /// What it rests on here, with row counts.
    pub(super) from: Vec<String>,
    /// Exports that would add to it.
    pub(super) would_help: Vec<&'static str>,
}

/// A question, the tables without which it has no answer, and those that add to it.
struct Need {
    question: &'static str,
    needs: &'static [&'static str],
    adds: &'static [&'static str],
}

const NEEDS: &[Need] = &[
    Need {
        question: "who is who",
        needs: &["mention"],
        adds: &["account_row", "same_as", "meeting"],
    },
    Need {
        question: "which decisions there were",
        needs: &["deal"],
        adds: &["contract", "stage", "line_item"],
    },
    Need {
        question: "which renewals are coming, and when",
        needs: &["contract"],
        adds: &["deal"],
    },
    Need {
        question: "who plays which part",
        needs: &["mention", "deal"],
        adds: &["utterance", "activity", "declared_role", "contract"],
    },
    Need {
        question: "who succeeded whom",
        needs: &["mention", "deal", "contract"],
        adds: &["utterance", "activity", "event"],
    },
    Need {
        question: "buyer and customer personas",
        needs: &["mention", "deal"],
        adds: &["utterance", "activity"],
    },
    Need {
        question: "user personas and daily use",
        needs: &["event"],
        adds: &["contract", "answer", "activity"],
    },
    Need {
        question: "what a survey says",
        needs: &["answer"],
        adds: &[],
    },
];

/// The export that holds a table's rows, in words.
fn export(table: &str) -> &'static str {
    match table {
        "mention" => "contacts (Salesforce Contact and Lead, HubSpot contacts)",
        "account_row" => "accounts (Salesforce Account, HubSpot companies)",
        "same_as" => "merges and lead conversions (Salesforce Lead with ConvertedContactId)",
        "meeting" | "utterance" => "call transcripts (VTT, JSON of Gong, text)",
        "deal" => "opportunities (Salesforce Opportunity, HubSpot deals)",
        "contract" => "contracts (Salesforce Contract, or start and renewal dates of accounts)",
        "stage" => "stage history (Salesforce OpportunityHistory)",
        "line_item" => "products of deals (Salesforce OpportunityLineItem)",
        "activity" => "notes, tasks, mails and tickets (Salesforce Task and Event, Zendesk)",
        "declared_role" => "contact roles (Salesforce OpportunityContactRole, HubSpot buying role)",
        "event" => "usage events (Segment JSON lines, Pendo)",
        _ => "surveys (one row a respondent)",
    }
}

/// Judges every question by what is there.
pub(super) fn answers(lake: &Lake) -> Result<Vec<Answer>> {
    let mut counts = BTreeMap::new();
    for table in NEEDS
        .iter()
        .flat_map(|need| need.needs.iter().chain(need.adds))
    {
        counts.insert(*table, lake.n_rows(table)?);
    }
    Ok(NEEDS.iter().map(|need| judge(need, &counts)).collect())
}

fn judge(need: &Need, counts: &BTreeMap<&'static str, i64>) -> Answer {
    let n = |table: &str| counts.get(table).copied().unwrap_or(0);
    let all = || need.needs.iter().chain(need.adds);
    let (there, missing): (Vec<&str>, Vec<&str>) = all().partition(|table| n(table) > 0);
    let is_answered = need.needs.iter().all(|table| n(table) > 0);
    let verdict = match (is_answered, missing.is_empty()) {
        (false, _) => "no",
        (true, false) => "in part",
        (true, true) => "yes",
    };
    let mut would_help: Vec<&'static str> = missing.iter().map(|table| export(table)).collect();
    would_help.dedup();
    Answer {
        question: need.question,
        verdict,
        from: there
            .iter()
            .map(|table| format!("{} {table} rows", n(table)))
            .collect(),
        would_help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(counts: &[(&'static str, i64)]) -> Vec<(&'static str, &'static str)> {
        let counts: BTreeMap<_, _> = counts.iter().copied().collect();
        let answers = NEEDS.iter().map(|need| judge(need, &counts));
        answers.map(|it| (it.question, it.verdict)).collect()
    }

    #[test]
    fn contacts_alone_say_who_is_who_and_nothing_else() {
        let found = verdicts(&[("mention", 5)]);
        assert_eq!(found.first(), Some(&("who is who", "in part")));
        assert!(found.iter().skip(1).all(|(_, verdict)| *verdict == "no"));
    }

    #[test]
    fn what_is_missing_is_named_as_an_export() {
        let counts = BTreeMap::from([("mention", 5), ("deal", 2)]);
        let roles = NEEDS
            .iter()
            .find(|it| it.question == "who plays which part");
        let answer = judge(roles.unwrap(), &counts);
        assert_eq!(answer.verdict, "in part");
        assert!(
            answer
                .would_help
                .iter()
                .any(|it| it.contains("transcripts"))
        );
    }
}
