//! Groups records whose pairs agree on average, so that groups do not chain.
//!
//! Reads   scored pairs that link, and a scorer for the others
//! Writes  groups of records, and links that were cut
//! Source  average linkage (Sokal & Michener 1958), within the components of links
//!
//! Two groups become one only while the mean score of all their pairs is high
//! enough. One record that resembles two people therefore joins neither to the other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::model::MilliBits;
use crate::union_find::UnionFind;

/// A component with more records is grouped by its known pairs alone.
const MOST_COMPARED: usize = 300;
/// What a pair weighs that never met in such a component.
const NEVER_MET: i64 = -6_000;
/// One pair outweighs others by this much at most.
const CLIP: MilliBits = 9_000;

/// A pair that links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub left: u32,
    pub right: u32,
    pub score: MilliBits,
}

/// What the pairs between two groups add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    sum: i64,
    n_met: i64,
}

/// Groups of more than one record, each sorted, in order of their first record.
///
/// `score` compares any two records; `least` is the mean from which groups join.
pub(super) fn groups(
    links: &[Link],
    n_rows: usize,
    least: MilliBits,
    score: &(dyn Fn(u32, u32) -> MilliBits + Sync),
    n_threads: usize,
) -> Vec<Vec<u32>> {
    let components = components(links, n_rows);
    let parts = super::parallel::map_ranges(n_threads, components.len(), 64, |range| {
        let components = components.get(range).unwrap_or_default();
        let grouped = components
            .iter()
            .flat_map(|c| Component::new(c, least, score).groups());
        grouped.collect::<Vec<_>>()
    });
    let mut groups = parts.concat();
    groups.sort_unstable();
    groups
}

/// Records that links connect, with their links.
#[derive(Default)]
struct Linked {
    members: Vec<u32>,
    links: Vec<Link>,
}

fn components(links: &[Link], n_rows: usize) -> Vec<Linked> {
    let mut sets = UnionFind::new(n_rows);
    for link in links {
        sets.union(link.left as usize, link.right as usize);
    }
    let mut by_root: BTreeMap<usize, Linked> = BTreeMap::new();
    for link in links {
        let root = sets.find(link.left as usize);
        let component = by_root.entry(root).or_default();
        component.links.push(*link);
        component.members.extend([link.left, link.right]);
    }
    let mut found: Vec<Linked> = by_root.into_values().collect();
    for component in &mut found {
        component.members.sort_unstable();
        component.members.dedup();
    }
    found
}

/// The mean between two groups, which they are, and how large they were then.
type Closeness = (i64, Reverse<(usize, usize)>, (usize, usize));

/// A component while its groups grow.
struct Component {
    members: Vec<Vec<u32>>,
    between: Vec<BTreeMap<usize, Between>>,
    heap: BinaryHeap<Closeness>,
    least: i64,
}

impl Component {
    fn new(linked: &Linked, least: MilliBits, score: &dyn Fn(u32, u32) -> MilliBits) -> Self {
        let n = linked.members.len();
        let mut new = Self {
            members: linked.members.iter().map(|row| vec![*row]).collect(),
            between: vec![BTreeMap::new(); n],
            heap: BinaryHeap::new(),
            least: i64::from(least),
        };
        let at = |row: u32| linked.members.binary_search(&row).unwrap_or_default();
        if n <= MOST_COMPARED {
            for (a, left) in linked.members.iter().enumerate() {
                for (b, right) in linked.members.iter().enumerate().skip(a + 1) {
                    new.set(a, b, score(*left, *right));
                }
            }
        } else {
            for link in &linked.links {
                new.set(at(link.left), at(link.right), link.score);
            }
        }
        new
    }

    fn set(&mut self, a: usize, b: usize, score: MilliBits) {
        let between = Between {
            sum: i64::from(score.clamp(-CLIP, CLIP)),
            n_met: 1,
        };
        self.put(a, b, between);
    }

    fn put(&mut self, a: usize, b: usize, between: Between) {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(row) = self.between.get_mut(from) {
                row.insert(to, between);
            }
        }
        let mean = self.mean(a, b, between);
        if mean >= self.least {
            let (a, b) = (a.min(b), a.max(b));
            self.heap
                .push((mean, Reverse((a, b)), (self.size(a), self.size(b))));
        }
    }

    fn size(&self, at: usize) -> usize {
        self.members.get(at).map_or(0, Vec::len)
    }

    fn mean(&self, a: usize, b: usize, between: Between) -> i64 {
        let n_pairs = (self.size(a) * self.size(b)) as i64;
        let sum = between.sum + NEVER_MET * (n_pairs - between.n_met);
        sum.div_euclid(n_pairs.max(1))
    }

    /// Joins the two closest groups until none are close enough.
    fn groups(mut self) -> Vec<Vec<u32>> {
        while let Some((_, Reverse((a, b)), sizes)) = self.heap.pop() {
            // A group that has grown since is in the heap with its new mean.
            if sizes == (self.size(a), self.size(b)) {
                self.join(a, b);
            }
        }
        let mut groups: Vec<Vec<u32>> = self.members.into_iter().filter(|g| g.len() > 1).collect();
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups
    }

    fn join(&mut self, a: usize, b: usize) {
        let moved = self
            .members
            .get_mut(b)
            .map(std::mem::take)
            .unwrap_or_default();
        if let Some(group) = self.members.get_mut(a) {
            group.extend(moved);
        }
        let others = self
            .between
            .get_mut(b)
            .map(std::mem::take)
            .unwrap_or_default();
        let mut sums = self
            .between
            .get_mut(a)
            .map(std::mem::take)
            .unwrap_or_default();
        for (other, between) in others {
            let sum = sums.entry(other).or_default();
            sum.sum += between.sum;
            sum.n_met += between.n_met;
        }
        sums.remove(&a);
        sums.remove(&b);
        for (other, between) in sums {
            if let Some(row) = self.between.get_mut(other) {
                row.remove(&b);
            }
            self.put(a, other, between);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(links: &[(u32, u32, i32)], n_threads: usize) -> Vec<Vec<u32>> {
        let score = |a: u32, b: u32| {
            let known = links
                .iter()
                .find(|(l, r, _)| (*l, *r) == (a.min(b), a.max(b)));
            known.map_or(-8_000, |(_, _, score)| *score)
        };
        let strong = links.iter().filter(|(_, _, score)| *score >= 0);
        let links: Vec<Link> = strong
            .map(|(left, right, score)| Link {
                left: *left,
                right: *right,
                score: *score,
            })
            .collect();
        groups(&links, 10, 0, &score, n_threads)
    }

    #[test]
    fn a_chain_is_cut_where_it_is_weakest() {
        let links = [(0, 1, 9_000), (1, 2, 1_000), (2, 3, 9_000)];
        assert_eq!(grouped(&links, 1), [[0, 1], [2, 3]]);
    }

    #[test]
    fn records_that_agree_on_average_stand_together() {
        let links = [(0, 1, 9_000), (0, 2, 9_000), (1, 2, -2_000), (4, 5, 3_000)];
        assert_eq!(grouped(&links, 2), [vec![0, 1, 2], vec![4, 5]]);
    }
}
