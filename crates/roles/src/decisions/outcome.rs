//! How a deal ended, from its flags, else from its stage in words.

use model::tables::base::DealRow;
use model::{DecisionKind, Outcome};

use crate::words::tokens;

/// Share by which the amount must differ for a renewal to have grown or shrunk.
const AMOUNT_CHANGE_SHARE: f64 = 0.05;

const WON_STEMS: &[&str] = &[
    "won",
    "closedwon",
    "gewonnen",
    "ganad",
    "gagn",
    "vint",
    "ganh",
];
const LOST_STEMS: &[&str] = &[
    "lost",
    "closedlost",
    "verloren",
    "perdid",
    "perdu",
    "persa",
    "perso",
];

/// How a deal ended, before its kind is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Open,
    Won,
    Lost,
    NoDecision,
}

/// Returns how a deal ended.
pub(super) fn ending_of(deal: &DealRow) -> Ending {
    let stage = tokens(deal.stage.as_deref().unwrap_or(""));
    let says = |stems: &[&str]| {
        stage
            .iter()
            .any(|w| stems.iter().any(|stem| w.starts_with(stem)))
    };
    let is_won = deal.is_won == Some(true) || (deal.is_won.is_none() && says(WON_STEMS));
    if is_won {
        return Ending::Won;
    }
    let is_closed = deal.is_closed == Some(true) || (deal.is_closed.is_none() && says(LOST_STEMS));
    if !is_closed {
        return Ending::Open;
    }
    let reason = deal.reason.as_deref().unwrap_or("").to_lowercase();
    let stage_text = stage.join(" ");
    let never_chosen = ["no decision", "no_decision", "stalled", "went dark"];
    let is_undecided = never_chosen
        .iter()
        .any(|w| reason.contains(w) || stage_text.contains(w));
    if is_undecided {
        Ending::NoDecision
    } else {
        Ending::Lost
    }
}

/// Returns the outcome of a decision of this kind; `before` is what was paid until then.
pub(super) fn outcome_of(
    kind: DecisionKind,
    ending: Ending,
    before: Option<f64>,
    now: Option<f64>,
) -> Outcome {
    if kind != DecisionKind::Renewal {
        return match ending {
            Ending::Open => Outcome::Open,
            Ending::Won => Outcome::Won,
            Ending::Lost => Outcome::Lost,
            Ending::NoDecision => Outcome::NoDecision,
        };
    }
    match ending {
        Ending::Open => Outcome::Open,
        Ending::Won => renewed_as(before, now),
        Ending::Lost | Ending::NoDecision => Outcome::Churned,
    }
}

fn renewed_as(before: Option<f64>, now: Option<f64>) -> Outcome {
    match (before, now) {
        (Some(before), Some(now)) if before > 0.0 => {
            let change_share = (now - before) / before;
            if change_share > AMOUNT_CHANGE_SHARE {
                Outcome::Expanded
            } else if change_share < -AMOUNT_CHANGE_SHARE {
                Outcome::Contracted
            } else {
                Outcome::Renewed
            }
        }
        _ => Outcome::Renewed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewal_is_held_against_what_was_paid() {
        let outcome = |now| outcome_of(DecisionKind::Renewal, Ending::Won, Some(100.0), now);
        assert_eq!(outcome(Some(120.0)), Outcome::Expanded);
        assert_eq!(outcome(Some(101.0)), Outcome::Renewed);
        assert_eq!(outcome(Some(60.0)), Outcome::Contracted);
        assert_eq!(outcome(None), Outcome::Renewed);
    }
}
