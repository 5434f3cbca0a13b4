//! Joins nodes by the links that hold, strongest first.
//!
//! Reads   scored pairs
//! Writes  the component of every joined node, and the links that are asked after all
//! Source  guards after average linkage; chains cost a plain closure most of its precision
//!
//! A link by id or address joins two groups unless one of their pairs is
//! contradicted. A link by name alone joins them only when their other pairs
//! rather link than ask, and half of them have met at all: otherwise it would
//! chain two people through a third record.

use std::collections::BTreeMap;

use model::MentionId;

use super::score::is_rival;
pub use super::score::is_strong;
use crate::union_find::UnionFind;

/// A scored pair, as little of it as joining needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The smaller id.
    pub left: MentionId,
    /// The larger id.
    pub right: MentionId,
    /// The score in hundredths of a bit.
    pub centibits: i32,
    /// `link`, `ask` or `apart`, as scored.
    pub verdict: Verdict,
    /// An id or an address says so.
    pub is_strong: bool,
}

/// What a score says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One person.
    Link,
    /// A person has to look.
    Ask,
    /// Asked, and one system lists both: a name must not join them through others.
    Rival,
    /// Two people.
    Apart,
    /// Two people by the word of somebody: nothing joins them.
    Never,
}

/// What somebody decided about two nodes; the last word on a pair counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// One node.
    pub left: MentionId,
    /// The other.
    pub right: MentionId,
    /// One person, or never one.
    pub is_one: bool,
}

/// The score of a link that somebody decided, in hundredths of a bit.
const TOLD_CENTIBITS: i32 = 10_000;

impl Verdict {
    /// Reads the code of a verdict, and from the lines whether one system lists both.
    pub fn parse(code: &str, waterfall: &str) -> Self {
        match code {
            "link" => Self::Link,
            "ask" if is_rival(waterfall) => Self::Rival,
            "ask" => Self::Ask,
            _ => Self::Apart,
        }
    }
}

/// A node that has been joined with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Joined {
    /// The least id of its component.
    pub component: MentionId,
    /// The strongest link that holds it, in hundredths of a bit.
    pub centibits: i32,
    /// That link rests on an id or an address.
    pub is_strong: bool,
    /// Somebody decided it.
    pub is_told: bool,
}

/// Components of more than one node, and what the guard changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Components {
    /// Nodes that have been joined.
    pub joined: BTreeMap<MentionId, Joined>,
    /// Links that would have joined two groups that are well apart: asked.
    pub asked: Vec<(MentionId, MentionId)>,
}

/// A pair seen from one of its nodes.
#[derive(Clone, Copy)]
struct Neighbour {
    node: u32,
    verdict: Verdict,
}

/// The groups while they grow.
struct Groups {
    sets: UnionFind,
    members: BTreeMap<usize, Vec<u32>>,
    first: Vec<u32>,
    neighbours: Vec<Neighbour>,
}

impl Components {
    /// Joins the nodes of `pairs`; their order does not matter. What somebody was
    /// `told` comes first, and outranks every score.
    pub fn of(pairs: &[Pair], told: &[Told]) -> Self {
        let (pairs, decided) = with_told(pairs, told);
        let mut ids: Vec<MentionId> = pairs.iter().flat_map(|p| [p.left, p.right]).collect();
        ids.sort_unstable();
        ids.dedup();
        let at = |id: MentionId| ids.binary_search(&id).unwrap_or_default();
        let mut groups = Groups::new(&ids, &pairs);
        let mut links: Vec<&Pair> = pairs
            .iter()
            .filter(|p| p.verdict == Verdict::Link)
            .collect();
        let is_told = |p: &Pair| decided.contains_key(&(p.left, p.right));
        links.sort_unstable_by_key(|p| (!is_told(p), !p.is_strong, -p.centibits, p.left, p.right));
        let mut found = Self::default();
        for link in links {
            let strength = match (is_told(link), link.is_strong) {
                (true, _) => Strength::Told,
                (_, true) => Strength::Strong,
                (_, false) => Strength::Name,
            };
            if groups.join(at(link.left), at(link.right), strength) {
                found.remember(link, strength == Strength::Told);
            } else {
                found.asked.push((link.left, link.right));
            }
        }
        found.asked.sort_unstable();
        for (id, joined) in &mut found.joined {
            let root = groups.sets.find(at(*id));
            joined.component = ids.get(root).copied().unwrap_or(*id);
        }
        found
    }

    /// Links come strongest first, so the first link of a node is its best.
    fn remember(&mut self, link: &Pair, is_told: bool) {
        for id in [link.left, link.right] {
            self.joined.entry(id).or_insert(Joined {
                component: id,
                centibits: link.centibits,
                is_strong: link.is_strong,
                is_told,
            });
        }
    }
}

/// What a link rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    Told,
    Strong,
    Name,
}

/// The pairs with what was decided in place of what was scored, and what was decided.
fn with_told(pairs: &[Pair], told: &[Told]) -> (Vec<Pair>, BTreeMap<(MentionId, MentionId), bool>) {
    let key = |told: &Told| (told.left.min(told.right), told.left.max(told.right));
    let decided: BTreeMap<_, _> = told.iter().map(|told| (key(told), told.is_one)).collect();
    let scored = pairs
        .iter()
        .filter(|pair| !decided.contains_key(&(pair.left, pair.right)));
    let by_word = decided.iter().map(|((left, right), is_one)| Pair {
        left: *left,
        right: *right,
        centibits: if *is_one {
            TOLD_CENTIBITS
        } else {
            -TOLD_CENTIBITS
        },
        verdict: if *is_one {
            Verdict::Link
        } else {
            Verdict::Never
        },
        is_strong: *is_one,
    });
    let all = scored.copied().chain(by_word).collect();
    (all, decided)
}

impl Groups {
    fn new(ids: &[MentionId], pairs: &[Pair]) -> Self {
        let at = |id: MentionId| ids.binary_search(&id).unwrap_or_default();
        let ends = |pair: &Pair| {
            [
                (at(pair.left), at(pair.right)),
                (at(pair.right), at(pair.left)),
            ]
        };
        let mut first = vec![0_u32; ids.len() + 1];
        for (from, _) in pairs.iter().flat_map(ends) {
            if let Some(n) = first.get_mut(from + 1) {
                *n += 1;
            }
        }
        let mut sum = 0;
        for n in &mut first {
            sum += *n;
            *n = sum;
        }
        let blank = Neighbour {
            node: 0,
            verdict: Verdict::Apart,
        };
        let mut neighbours = vec![blank; pairs.len() * 2];
        let mut next = first.clone();
        for pair in pairs {
            for (from, to) in ends(pair) {
                let Some(slot) = next.get_mut(from) else {
                    continue;
                };
                if let Some(place) = neighbours.get_mut(*slot as usize) {
                    place.node = u32::try_from(to).unwrap_or(u32::MAX);
                    place.verdict = pair.verdict;
                }
                *slot += 1;
            }
        }
        Self {
            sets: UnionFind::new(ids.len()),
            members: BTreeMap::new(),
            first,
            neighbours,
        }
    }

    fn members_of(&self, root: usize) -> Vec<u32> {
        let alone = || vec![u32::try_from(root).unwrap_or(u32::MAX)];
        self.members.get(&root).cloned().unwrap_or_else(alone)
    }

    fn neighbours_of(&self, node: u32) -> &[Neighbour] {
        let bound = |i: usize| self.first.get(i).map_or(0, |n| *n as usize);
        let (from, to) = (bound(node as usize), bound(node as usize + 1));
        self.neighbours.get(from..to).unwrap_or_default()
    }

    /// Joins the groups of two nodes, unless they are well apart.
    fn join(&mut self, a: usize, b: usize, strength: Strength) -> bool {
        let (a, b) = (self.sets.find(a), self.sets.find(b));
        if a == b {
            return true;
        }
        let (mut small, mut large) = (self.members_of(a), self.members_of(b));
        if small.len() > large.len() {
            std::mem::swap(&mut small, &mut large);
        }
        if !self.may_join(&small, &large, strength) {
            return false;
        }
        self.sets.union(a, b);
        large.extend(small);
        self.members.remove(&a.max(b));
        self.members.insert(a.min(b), large);
        true
    }

    fn may_join(&mut self, small: &[u32], large: &[u32], strength: Strength) -> bool {
        let Some(target) = large.first().map(|n| self.sets.find(*n as usize)) else {
            return false;
        };
        let (mut n_linked, mut n_asked) = (0_usize, 0_usize);
        let (mut n_rivals, mut n_apart) = (0_usize, 0_usize);
        for node in small {
            let across = self.neighbours_of(*node).to_vec();
            for neighbour in across {
                if self.sets.find(neighbour.node as usize) == target {
                    match neighbour.verdict {
                        Verdict::Never => return false,
                        Verdict::Apart => n_apart += 1,
                        Verdict::Ask => n_asked += 1,
                        Verdict::Rival => n_rivals += 1,
                        Verdict::Link => n_linked += 1,
                    }
                }
            }
        }
        let n_pairs = small.len() * large.len();
        let n_alike = n_linked + n_asked + n_rivals;
        let mostly_meet = small.len() == 1 || 2 * n_alike >= n_pairs;
        match strength {
            Strength::Told => true,
            Strength::Strong => n_apart <= n_alike,
            Strength::Name => n_apart + n_rivals == 0 && n_linked > n_asked && mostly_meet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(name: &str) -> MentionId {
        MentionId::derive(&[name])
    }

    /// Reads `a=b 40!` (link by id), `a=b 9` (link by name), `a?b 3`, `a%b 3` (rivals), `a#b 0` (apart).
    fn pairs(text: &str) -> Vec<Pair> {
        let read = |line: &str| {
            let (names, bits) = line.trim().split_once(' ').unwrap();
            let mark = names.find(['=', '?', '%', '#']).unwrap();
            let (a, b) = (id(&names[..mark]), id(&names[mark + 1..]));
            Pair {
                left: a.min(b),
                right: a.max(b),
                centibits: bits.trim_end_matches('!').parse::<i32>().unwrap() * 100,
                verdict: match &names[mark..=mark] {
                    "=" => Verdict::Link,
                    "?" => Verdict::Ask,
                    "%" => Verdict::Rival,
                    _ => Verdict::Apart,
                },
                is_strong: bits.ends_with('!'),
            }
        };
        text.lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .map(read)
            .collect()
    }

    fn are_one(found: &Components, names: &str) -> bool {
        let components = names
            .split(' ')
            .map(|n| found.joined.get(&id(n)).map(|j| j.component));
        let all: std::collections::BTreeSet<_> = components.collect();
        all.len() == 1 && all.first() != Some(&None)
    }

    #[test]
    fn links_that_agree_join() {
        let found = Components::of(&pairs("a=b 20!\n b=c 12\n a=c 11"), &[]);
        assert!(are_one(&found, "a b c"));
        assert_eq!(found.asked, []);
    }

    #[test]
    fn a_name_does_not_chain_two_groups() {
        let found = Components::of(&pairs("a=b 20!\n c=d 20!\n b=c 9"), &[]);
        assert!(are_one(&found, "a b") && are_one(&found, "c d"));
        assert!(!are_one(&found, "a c"));
        assert_eq!(found.asked.len(), 1);
    }

    #[test]
    fn a_record_between_two_that_are_asked_goes_with_the_stronger() {
        let found = Components::of(&pairs("a=m 12\n m=b 10\n a?b 5"), &[]);
        assert!(are_one(&found, "a m") && !are_one(&found, "a b"));
    }

    #[test]
    fn a_name_does_not_join_two_that_one_system_lists() {
        let told = "a=b 20!\n c=d 20!\n b=c 15\n a=d 14\n b=d 14";
        assert!(are_one(&Components::of(&pairs(told), &[]), "a b c d"));
        let with_rivals = pairs(&format!("{told}\n a%c 9"));
        assert!(!are_one(&Components::of(&with_rivals, &[]), "a c"));
    }

    #[test]
    fn an_address_joins_groups_unless_a_pair_is_contradicted() {
        let joined = Components::of(&pairs("a=b 20!\n c=d 20!\n b=c 15!"), &[]);
        assert!(are_one(&joined, "a b c d"));
        let told = "a=b 20!\n c=d 20!\n b=c 15!\n a#d 0\n a#c 0";
        assert!(!are_one(&Components::of(&pairs(told), &[]), "a c"));
    }

    fn told(left: &str, right: &str, is_one: bool) -> Told {
        Told {
            left: id(left),
            right: id(right),
            is_one,
        }
    }

    #[test]
    fn the_word_of_somebody_outranks_every_score() {
        let scored = pairs("a=b 40!\n c#d 0\n d=e 20!");
        let words = [told("a", "b", false), told("d", "c", true)];
        let found = Components::of(&scored, &words);
        assert!(!are_one(&found, "a b") && are_one(&found, "c d e"));
        assert!(found.joined[&id("c")].is_told);
    }

    #[test]
    fn the_last_word_on_a_pair_counts() {
        let words = [
            told("a", "b", true),
            told("b", "a", false),
            told("a", "b", true),
        ];
        assert!(are_one(&Components::of(&[], &words), "a b"));
        assert!(!are_one(&Components::of(&[], &words[..2]), "a b"));
    }

    #[test]
    fn a_never_stands_against_a_cycle_of_merges_and_the_rest_is_asked() {
        let words = [
            told("a", "b", true),
            told("b", "c", true),
            told("c", "a", true),
            told("a", "c", false),
        ];
        let found = Components::of(&[], &words);
        assert!(are_one(&found, "a b") != are_one(&found, "b c"));
        assert!(!are_one(&found, "a c"));
        assert_eq!(found.asked.len(), 1);
        assert!(are_one(&Components::of(&[], &words[..3]), "a b c"));
    }

    #[test]
    fn nothing_chains_around_a_never() {
        let scored = pairs("a=m 40!\n m=b 40!");
        let found = Components::of(&scored, &[told("a", "b", false)]);
        assert!(!are_one(&found, "a b"));
    }

    proptest! {
        #[test]
        fn the_order_of_pairs_leaves_no_trace(seed in prop::collection::vec((0_u8..8, 0_u8..8, 0_i32..40, 0_u8..3), 0..24)) {
            let mut all: Vec<Pair> = seed.iter().filter(|(a, b, _, _)| a != b).map(|(a, b, bits, kind)| {
                let (a, b) = (id(&a.to_string()), id(&b.to_string()));
                Pair {
                    left: a.min(b),
                    right: a.max(b),
                    centibits: *bits,
                    verdict: [Verdict::Link, Verdict::Ask, Verdict::Apart][usize::from(*kind)],
                    is_strong: bits % 2 == 0,
                }
            }).collect();
            all.sort_by_key(|p| (p.left, p.right));
            all.dedup_by_key(|p| (p.left, p.right));
            let forward = Components::of(&all, &[]);
            all.reverse();
            prop_assert_eq!(forward, Components::of(&all, &[]));
        }
    }
}
