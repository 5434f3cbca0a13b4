//! Learns the topics that people's texts are grouped by.
//!
//! Reads   `claim`, `cast`
//! Writes  `topic`
//!
//! A text is grouped under the one word or pair of words that stands for it
//! best: known to many, yet not to everybody. One topic a text, because the
//! words of one sentence hang together and would pass for a pattern of people.

use std::collections::{BTreeMap, BTreeSet};

use lake::{Bench, KernelError, LakeError, Shape, Slot, Step, Summary};
use model::tables::decided::Claim;
use model::tables::found::Topic;
use model::tables::resolved::CastRow;
use model::{AccountId, PersonId, Polarity, Row, TableDef};

use crate::settings::Settings;
use crate::subjects::{TOPICS, WORD, topic_of};
use crate::words::terms;

/// Most topics of one subject: a finer grain finds too few people for each.
const MAX_TOPICS: usize = 24;
/// Least share of those who say anything on a subject that a topic stands for: every
/// topic is a parameter of every class, and rarer ones cost more than they tell.
const MIN_SHARE: f64 = 0.04;
/// Most words told of as a persona's own.
const MAX_WORDS: usize = 60;

/// Stands for all terms: whoever says anything on a subject.
const EVERYBODY: &str = "";
/// How much the number of people counts against how telling a term is. It
/// makes a term of a fifth of the people worth most, and one of a
/// third worth more than its variants that a twelfth use each.
const BREADTH: f64 = 0.6;

/// The step that writes `topic`.
pub struct LearnTopics {
    /// Gates: a topic needs as many people and accounts as a statement.
    pub settings: Settings,
}

impl Step for LearnTopics {
    fn name(&self) -> &'static str {
        "learn_topics"
    }
    fn shape(&self) -> Shape {
        Shape::Summary
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![Claim::TABLE, CastRow::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Topic::TABLE]
    }
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        let used = bench.fold(&CountTerms {
            topics: Topics::default(),
        })?;
        let candidates = Topics::new(worthy(&used, self.settings));
        let stands_for = bench.fold(&CountTerms {
            topics: candidates.clone(),
        })?;
        bench.write(&kept(&candidates, &stands_for, self.settings))
    }
}

/// Topics by subject and words, with what they are worth.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    worth: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Topics {
    /// The topics of a table.
    pub fn new(rows: impl IntoIterator<Item = Topic>) -> Self {
        let mut worth: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
        for row in rows {
            worth
                .entry(row.subject)
                .or_default()
                .insert(row.words, row.worth);
        }
        Self { worth }
    }

    /// The topic that stands for a text, if any does.
    pub fn best(&self, subject: &str, text: &str) -> Option<String> {
        let known = self.worth.get(subject)?;
        let mut best: Option<(f64, String)> = None;
        for term in terms(text) {
            let Some(worth) = known.get(&term) else {
                continue;
            };
            if best.as_ref().is_none_or(|(top, _)| worth > top) {
                best = Some((*worth, term));
            }
        }
        best.map(|(_, term)| term)
    }

    /// Every word of a text that is told of as somebody's own.
    pub fn words(&self, text: &str) -> Vec<String> {
        let Some(known) = self.worth.get(WORD) else {
            return Vec::new();
        };
        let terms = terms(text).into_iter();
        terms.filter(|term| known.contains_key(term)).collect()
    }

    fn is_empty(&self) -> bool {
        self.worth.is_empty()
    }
}

/// People and accounts by subject and term.
type Counts = BTreeMap<(&'static str, String), (i64, i64)>;

/// Counts who uses which terms; once topics are known, for whom they stand.
struct CountTerms {
    topics: Topics,
}

impl Summary for CountTerms {
    type Value = Counts;

    fn name(&self) -> &'static str {
        "learn_topics"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![Claim::TABLE, CastRow::TABLE]
    }
    fn empty(&self) -> Counts {
        Counts::new()
    }
    fn of_slot(&self, slot: &Slot) -> Result<Counts, KernelError> {
        let cast = slot.rows::<CastRow>()?;
        let person_of: BTreeMap<_, _> = cast
            .iter()
            .map(|row| ((row.account_id, row.mention_id), row.person_id))
            .collect();
        let mut users: BTreeMap<(&'static str, String), BTreeSet<(AccountId, PersonId)>> =
            BTreeMap::new();
        for claim in slot.rows::<Claim>()? {
            let Some(subject) = told_by(&claim) else {
                continue;
            };
            let mention = claim.subject_mention.map(|m| (claim.account_id, m));
            let Some(person) = mention.and_then(|key| person_of.get(&key)) else {
                continue;
            };
            for key in self.keys(subject, &claim.object) {
                let who = (claim.account_id, *person);
                users.entry(key).or_default().insert(who);
            }
        }
        Ok(users
            .into_iter()
            .map(|(key, who)| (key, counted(&who)))
            .collect())
    }
    fn merge(&self, sum: &mut Counts, next: Counts) {
        for (key, (people, accounts)) in next {
            let total = sum.entry(key).or_insert((0, 0));
            total.0 += people;
            total.1 += accounts;
        }
    }
}

impl CountTerms {
    fn keys(&self, subject: &'static str, text: &str) -> Vec<(&'static str, String)> {
        if self.topics.is_empty() {
            let terms = terms(text).into_iter();
            return terms
                .flat_map(|term| [(subject, term.clone()), (WORD, term)])
                .chain([
                    (subject, EVERYBODY.to_owned()),
                    (WORD, EVERYBODY.to_owned()),
                ])
                .collect();
        }
        let words = self.topics.words(text).into_iter();
        let best = self.topics.best(subject, text).into_iter();
        let words = words.map(|word| (WORD, word));
        best.map(|term| (subject, term)).chain(words).collect()
    }
}

/// The subject of a claim whose object is somebody's text.
pub(crate) fn told_by(claim: &Claim) -> Option<&'static str> {
    let subject = topic_of(claim.predicate)?;
    (claim.polarity == Polarity::For).then_some(subject)
}

fn counted(who: &BTreeSet<(AccountId, PersonId)>) -> (i64, i64) {
    let accounts: BTreeSet<AccountId> = who.iter().map(|(account, _)| *account).collect();
    (who.len() as i64, accounts.len() as i64)
}

/// Terms that enough people use, as candidates for topics.
fn worthy(used: &Counts, settings: Settings) -> Vec<Topic> {
    let mut rows = Vec::new();
    for (subject, _) in subjects() {
        let of_subject: Vec<_> = used.iter().filter(|((s, _), _)| *s == subject).collect();
        let all = of_subject.iter().find(|((_, words), _)| words == EVERYBODY);
        let n_all = all.map_or(0, |(_, (n, _))| *n);
        let terms = of_subject
            .iter()
            .filter(|((_, words), _)| words != EVERYBODY);
        for ((_, words), counts) in terms {
            let row = topic(subject, words, **counts, worth(counts.0, n_all));
            rows.extend(Some(row).filter(|row| is_common(row, settings)));
        }
    }
    rows
}

/// Known to many, yet not to everybody.
fn worth(n_people: i64, n_all: i64) -> f64 {
    let share = n_people as f64 / n_all.max(1) as f64;
    stats::maths::pow(share, BREADTH) * stats::maths::ln(1.0 / share.max(1e-12))
}

fn topic(subject: &str, words: &str, (n_people, n_accounts): (i64, i64), worth: f64) -> Topic {
    Topic {
        subject: subject.to_owned(),
        words: words.to_owned(),
        worth,
        n_people,
        n_accounts,
    }
}

fn is_common(topic: &Topic, settings: Settings) -> bool {
    topic.n_people >= settings.min_people as i64 && topic.n_accounts >= settings.min_accounts as i64
}

/// The topics that stand for most people's texts, of each subject.
fn kept(candidates: &Topics, stands_for: &Counts, settings: Settings) -> Vec<Topic> {
    let mut rows = Vec::new();
    for (subject, most) in subjects() {
        let worth_of = |words: &str| -> f64 {
            let known = candidates.worth.get(subject).and_then(|c| c.get(words));
            known.copied().unwrap_or(0.0)
        };
        let of_subject = stands_for.iter().filter(|((s, _), _)| *s == subject);
        let n_told: i64 = of_subject.clone().map(|(_, (n, _))| n).sum();
        let least = if subject == WORD {
            0.0
        } else {
            MIN_SHARE * n_told as f64
        };
        let mut topics: Vec<Topic> = of_subject
            .map(|((_, words), counts)| topic(subject, words, *counts, worth_of(words)))
            .filter(|row| is_common(row, settings) && row.n_people as f64 >= least)
            .collect();
        topics.sort_by(|a, b| b.n_people.cmp(&a.n_people).then(a.words.cmp(&b.words)));
        topics.truncate(most);
        rows.extend(topics);
    }
    rows
}

fn subjects() -> impl Iterator<Item = (&'static str, usize)> {
    let topics = TOPICS.iter().map(|(_, code)| (*code, MAX_TOPICS));
    topics.chain([(WORD, MAX_WORDS)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(rows: &[(&str, i64)]) -> Counts {
        let key = |(term, n): &(&str, i64)| (("goal", (*term).to_owned()), (*n, *n));
        rows.iter().map(key).collect()
    }

    #[test]
    fn a_text_is_grouped_under_what_many_but_not_all_say() {
        let used = counts(&[
            ("", 1_000),
            ("cut", 900),
            ("audit", 120),
            ("ledger", 6),
            ("rare", 4),
        ]);
        let topics = Topics::new(worthy(&used, Settings::default()));
        assert_eq!(
            topics.best("goal", "cut the audit ledger").as_deref(),
            Some("audit")
        );
        assert_eq!(topics.best("goal", "cut the rare").as_deref(), Some("cut"));
        assert_eq!(topics.best("goal", "the rare"), None);
        assert_eq!(topics.best("pain", "audit"), None);
    }

    #[test]
    fn what_few_say_is_no_topic() {
        let settings = Settings::default();
        let candidates = Topics::new([topic("goal", "audit", (9, 9), 1.0)]);
        let few_accounts = BTreeMap::from([(("goal", "audit".to_owned()), (9, 2))]);
        assert!(kept(&candidates, &few_accounts, settings).is_empty());
        let enough = BTreeMap::from([(("goal", "audit".to_owned()), (9, 3))]);
        assert_eq!(kept(&candidates, &enough, settings).len(), 1);
    }
}
