//! What is to be made up: sizes, dates and rates of noise.

use model::time::Day;

/// Which family of sentences people speak in. What reads speech is developed
/// on one and judged on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateFamily {
    /// For building.
    Development,
    /// For judging.
    Test,
}

/// How far the systems are from the truth. All are shares, 0–1.
#[derive(Clone, Debug)]
pub struct Noise {
    /// Contact roles on opportunities whose role field is filled at all.
    pub role_field_filled: f64,
    /// Filled role fields that name the wrong role.
    pub role_field_wrong: f64,
    /// Notes logged with a contact who is not the one they name as deciding: 42 of 64 in published field work.
    pub note_contact_wrong: f64,
    /// Lowest and highest yearly turnover of an account's staff.
    pub turnover_a_year: (f64, f64),
    /// Contacts entered twice in the same system.
    pub duplicate_contact: f64,
    /// Members of buying groups whom no system knows.
    pub named_in_calls_only: f64,
    /// Accounts with a shared mailbox entered as a contact.
    pub shared_mailbox: f64,
    /// Accounts with a placeholder such as "CFO (unknown)".
    pub placeholder: f64,
    /// Renewals entered without a link to the contract they renew.
    pub renewal_link_missing: f64,
    /// Of those who leave, who start at another account of ours.
    pub leavers_who_join_an_account: f64,
    /// Accounts that belong to another account.
    pub subsidiary: f64,
}

impl Default for Noise {
    fn default() -> Self {
        Self {
            role_field_filled: 0.04,
            role_field_wrong: 0.30,
            note_contact_wrong: 42.0 / 64.0,
            turnover_a_year: (0.15, 0.225),
            duplicate_contact: 0.06,
            named_in_calls_only: 0.10,
            shared_mailbox: 0.25,
            placeholder: 0.20,
            renewal_link_missing: 0.35,
            leavers_who_join_an_account: 0.30,
            subsidiary: 0.09,
        }
    }
}

/// A made-up company to be written down.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Accounts.
    pub n_accounts: u32,
    /// Everything follows from it: the same plan gives the same bytes.
    pub seed: u64,
    /// The day the exports are taken. No clock is read.
    pub today: Day,
    /// The first day anything can happen.
    pub first_day: Day,
    /// Months of usage events, up to and with the month of `today`.
    pub usage_months: u32,
    /// Usage events, on average.
    pub events_per_account: f64,
    /// Call transcripts, on average.
    pub transcripts_per_account: f64,
    /// Utterances of a transcript, on average.
    pub utterances_per_transcript: u32,
    /// The sentences people speak in.
    pub template_family: TemplateFamily,
    /// Rates of noise.
    pub noise: Noise,
}

impl Plan {
    /// The plan for a number of accounts, with everything else in proportion:
    /// for an account about 35 person records, 1,000 events and 8 calls, which
    /// is about 1.5 for each decision.
    pub fn of_size(n_accounts: u32, seed: u64) -> Self {
        Self {
            n_accounts,
            seed,
            // 2026-06-30 and 2020-07-01, as days since 1970.
            today: Day(20_634),
            first_day: Day(18_444),
            usage_months: 18,
            events_per_account: 1_000.0,
            transcripts_per_account: 8.0,
            utterances_per_transcript: 70,
            template_family: TemplateFamily::Development,
            noise: Noise::default(),
        }
    }

    /// The small benchmark: 200 accounts.
    pub fn benchmark_s(seed: u64) -> Self {
        Self::benchmark(200, seed)
    }

    /// The middle benchmark: 2,000 accounts, 2 million events, 3,000 calls of 150 utterances.
    pub fn benchmark_m(seed: u64) -> Self {
        Self::benchmark(2_000, seed)
    }

    /// The large benchmark: ten times the middle one.
    pub fn benchmark_l(seed: u64) -> Self {
        Self::benchmark(20_000, seed)
    }

    /// Fewer and longer calls than the plan for looking at, spoken in the family for judging.
    fn benchmark(n_accounts: u32, seed: u64) -> Self {
        Self {
            transcripts_per_account: 1.5,
            utterances_per_transcript: 150,
            template_family: TemplateFamily::Test,
            ..Self::of_size(n_accounts, seed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_are_the_ones_in_the_comment() {
        let plan = Plan::of_size(1, 1);
        assert_eq!(plan.today.to_string(), "2026-06-30");
        assert_eq!(plan.first_day.to_string(), "2020-07-01");
    }
}
