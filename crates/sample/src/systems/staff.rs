//! Our own people: who sells, looks after and explains.

use crate::dice::Dice;
use crate::salesforce_id::IdSeries;
use crate::words::companies::OUR_DOMAIN;
use crate::words::names;

/// Somebody of ours.
pub(crate) struct Colleague {
    pub(crate) id: String,
    pub(crate) given: &'static str,
    pub(crate) family: String,
    pub(crate) email: String,
    pub(crate) title: &'static str,
}

impl Colleague {
    /// The name in full.
    pub(crate) fn full_name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

const TITLES: &[&str] = &[
    "Account Executive",
    "Customer Success Manager",
    "Solutions Engineer",
    "Account Manager",
];

/// Hires as many as the number of accounts takes, each title in turn.
pub(crate) fn hire(dice: &mut Dice, n_accounts: u32) -> Vec<Colleague> {
    let mut ids = IdSeries::new("005", 100);
    let n_people = 8 + n_accounts / 40;
    let mut staff: Vec<Colleague> = Vec::new();
    for (idx, title) in (0..n_people).zip(TITLES.iter().cycle()) {
        let (given, _) = names::given(dice);
        let family = names::family(dice);
        let local = format!("{}.{}", names::plain(given), names::plain(&family));
        let is_taken = staff
            .iter()
            .any(|other| other.email.starts_with(&format!("{local}@")));
        let number = if is_taken {
            idx.to_string()
        } else {
            String::new()
        };
        staff.push(Colleague {
            id: ids.next(),
            given,
            family,
            email: format!("{local}{number}@{OUR_DOMAIN}"),
            title,
        });
    }
    staff
}

/// The colleague with a title who looks after an account.
pub(crate) fn colleague(staff: &[Colleague], title_idx: usize, account: u32) -> Option<&Colleague> {
    let of_title: Vec<&Colleague> = staff.iter().skip(title_idx).step_by(TITLES.len()).collect();
    let at = (account / 10) as usize % of_title.len().max(1);
    of_title.get(at).copied()
}
