//! What must stand in a sentence before a rule is worth trying.
//!
//! Source  the idea of required literals, as search tools draw them from patterns
//!
//! An expression is taken apart: of each run of pieces that must all be there,
//! the most telling ones are kept as needs. A need is a set of words of which
//! one must be found. One automaton looks for all words of all rules at once,
//! and only rules whose every need is met are tried.

use aho_corasick::AhoCorasick;
use regex_syntax::hir::{Class, Hir, HirKind};

/// Words of which one must be there.
pub(super) type Need = Vec<String>;

/// Needs kept of a rule.
const N_NEEDS: usize = 4;

/// Words beyond which a need is no need.
const N_WORDS: usize = 3_000;

/// Spellings beyond which a run of pieces is cut.
const N_JOINED: usize = 64;

/// Letters beyond which a class is any letter.
const N_LETTERS: usize = 6;

/// Characters below which a word is in every sentence.
const LEAST_CHARS: usize = 4;

/// The most telling needs of an expression.
pub(super) fn of_expression(expression: &str) -> Vec<Need> {
    let Ok(tree) = regex_syntax::parse(expression) else {
        return Vec::new();
    };
    let mut needs = of_tree(&tree);
    for need in &mut needs {
        need.sort_unstable();
        need.dedup();
    }
    needs.sort_by_key(|need| (std::cmp::Reverse(shortest(need)), need.len()));
    let telling = |need: &Need| shortest(need) >= LEAST_CHARS;
    let n_telling = needs.iter().take_while(|need| telling(need)).count();
    needs.truncate(n_telling.clamp(1, N_NEEDS));
    needs
}

fn shortest(need: &Need) -> usize {
    need.iter().map(String::len).min().unwrap_or(0)
}

/// Every need of a piece; all of them must be met.
fn of_tree(tree: &Hir) -> Vec<Need> {
    match tree.kind() {
        HirKind::Capture(group) => of_tree(&group.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => of_tree(&repeated.sub),
        HirKind::Concat(pieces) => of_run(pieces),
        HirKind::Alternation(ways) => spellings(tree)
            .filter(|all| all.iter().all(|word| !word.is_empty()))
            .or_else(|| either(ways))
            .into_iter()
            .collect(),
        _ => spellings(tree).into_iter().collect(),
    }
}

/// Pieces in a row: as long as they can be spelt out together they are one need.
fn of_run(pieces: &[Hir]) -> Vec<Need> {
    let mut needs = Vec::new();
    let mut open: Need = vec![String::new()];
    for piece in pieces {
        let longer = spellings(piece).and_then(|ends| joined(&open, &ends));
        match (longer, spellings(piece)) {
            (Some(longer), _) => open = longer,
            (None, Some(anew)) => needs.push(std::mem::replace(&mut open, anew)),
            (None, None) => {
                needs.push(std::mem::replace(&mut open, vec![String::new()]));
                needs.extend(of_tree(piece));
            }
        }
    }
    needs.push(open);
    needs.retain(|need| need.iter().all(|word| !word.is_empty()));
    needs
}

/// Every word that a piece fits, when they are few.
fn spellings(tree: &Hir) -> Option<Need> {
    match tree.kind() {
        HirKind::Empty => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Capture(group) => spellings(&group.sub),
        HirKind::Class(Class::Unicode(class)) => {
            let letters = || class.iter().flat_map(|range| range.start()..=range.end());
            let is_small = letters().nth(N_LETTERS).is_none();
            is_small.then(|| letters().map(String::from).collect())
        }
        HirKind::Repetition(repeated) if (repeated.min, repeated.max) == (0, Some(1)) => {
            let mut words = spellings(&repeated.sub)?;
            words.push(String::new());
            Some(words)
        }
        HirKind::Concat(pieces) => pieces.iter().try_fold(vec![String::new()], |open, piece| {
            joined(&open, &spellings(piece)?)
        }),
        HirKind::Alternation(ways) => {
            let mut words = Need::new();
            for way in ways {
                words.extend(spellings(way)?);
            }
            (words.len() <= N_WORDS).then_some(words)
        }
        _ => None,
    }
}

/// Each beginning with each end.
fn joined<'s>(starts: &'s [String], ends: &'s [String]) -> Option<Need> {
    let is_small = starts.len() * ends.len() <= N_JOINED;
    is_small.then(|| {
        let of_start = |start: &'s String| ends.iter().map(move |end| format!("{start}{end}"));
        starts.iter().flat_map(of_start).collect()
    })
}

/// One need for several ways: the best need of each, together.
fn either(ways: &[Hir]) -> Option<Need> {
    let mut words = Need::new();
    for way in ways {
        let best = of_tree(way)
            .into_iter()
            .max_by_key(|need| (shortest(need).min(6), std::cmp::Reverse(need.len())))?;
        words.extend(best);
    }
    words.sort_unstable();
    words.dedup();
    (words.len() <= N_WORDS).then_some(words)
}

/// Finds the rules whose needs a sentence meets.
pub(super) struct Index {
    words: Option<AhoCorasick>,
    /// For each word, the needs that it meets.
    needs_of_word: Vec<Vec<usize>>,
    /// For each need, the rules that have it.
    rules_of_need: Vec<Vec<usize>>,
    /// For each rule, how many needs it has.
    n_needs: Vec<usize>,
}

impl Index {
    /// An index of rules, each with its needs.
    pub(super) fn new(rules: Vec<Vec<Need>>) -> Self {
        let mut needs: std::collections::BTreeMap<Need, Vec<usize>> = Default::default();
        let n_needs = rules.iter().map(Vec::len).collect();
        for (rule, own) in rules.into_iter().enumerate() {
            for need in own {
                needs.entry(need).or_default().push(rule);
            }
        }
        let mut words: std::collections::BTreeMap<String, Vec<usize>> = Default::default();
        for (idx, need) in needs.keys().enumerate() {
            for word in need {
                words.entry(word.clone()).or_default().push(idx);
            }
        }
        Self {
            words: AhoCorasick::new(words.keys()).ok(),
            needs_of_word: words.into_values().collect(),
            rules_of_need: needs.into_values().collect(),
            n_needs,
        }
    }

    /// The rules whose needs are met, in their order.
    pub(super) fn candidates(&self, norm: &str) -> Vec<usize> {
        let mut is_met = vec![false; self.rules_of_need.len()];
        let mut n_met = vec![0usize; self.n_needs.len()];
        let mut found = Vec::new();
        let hits = self
            .words
            .iter()
            .flat_map(|words| words.find_overlapping_iter(norm));
        for hit in hits {
            let needs = self.needs_of_word.get(hit.pattern().as_usize());
            for need in needs.into_iter().flatten() {
                self.meet(*need, &mut is_met, &mut n_met, &mut found);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn meet(&self, need: usize, is_met: &mut [bool], n_met: &mut [usize], found: &mut Vec<usize>) {
        let Some(met) = is_met.get_mut(need).filter(|met| !**met) else {
            return;
        };
        *met = true;
        for rule in self.rules_of_need.get(need).into_iter().flatten() {
            if let Some(n) = n_met.get_mut(*rule) {
                *n += 1;
                if self.n_needs.get(*rule) == Some(n) {
                    found.push(*rule);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_the_words_without_which_nothing_fits() {
        assert_eq!(
            of_expression(" (?:she|he)[a-z ]* (?:decides?|chooses) (?:on )?everything "),
            [[
                " chooses everything ",
                " chooses on everything ",
                " decide everything ",
                " decide on everything ",
                " decides everything ",
                " decides on everything ",
            ]
            .map(str::to_owned)
            .to_vec()]
        );
    }

    #[test]
    fn only_rules_with_all_needs_are_candidates() {
        let of = |expression| of_expression(expression);
        let index = Index::new(vec![
            of(" budget .* approve "),
            of(" budget "),
            of(" legal "),
        ]);
        assert_eq!(index.candidates(" the budget we approve "), [0, 1]);
        assert_eq!(index.candidates(" no words "), [0usize; 0]);
    }
}
