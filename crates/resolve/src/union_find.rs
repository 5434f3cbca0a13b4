//! Components of a graph, the same whatever the order of its edges.
//!
//! Source  Tarjan (1975), doi:10.1145/321879.321884

/// Disjoint sets of the numbers below a limit; each set is named by its least member.
#[derive(Clone, Debug)]
pub struct UnionFind {
    parents: Vec<usize>,
}

impl UnionFind {
    /// `n` sets of one member each.
    pub fn new(n: usize) -> Self {
        Self {
            parents: (0..n).collect(),
        }
    }

    /// The least member of the set `x` is in.
    pub fn find(&mut self, x: usize) -> usize {
        let mut root = x;
        while let Some(&parent) = self.parents.get(root).filter(|p| **p != root) {
            root = parent;
        }
        let mut at = x;
        while at != root {
            let Some(slot) = self.parents.get_mut(at) else {
                break;
            };
            at = std::mem::replace(slot, root);
        }
        root
    }

    /// Joins the sets of `a` and `b`.
    pub fn union(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(slot) = self.parents.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }

    /// All sets, each sorted, in order of their least member.
    pub fn sets(&mut self) -> Vec<Vec<usize>> {
        let mut sets = std::collections::BTreeMap::<usize, Vec<usize>>::new();
        for x in 0..self.parents.len() {
            sets.entry(self.find(x)).or_default().push(x);
        }
        sets.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn edges_in_any_order_give_the_same_sets(
            mut edges in prop::collection::vec((0_usize..12, 0_usize..12), 0..20),
        ) {
            let sets = |edges: &[(usize, usize)]| {
                let mut found = UnionFind::new(12);
                edges.iter().for_each(|(a, b)| found.union(*a, *b));
                found.sets()
            };
            let forward = sets(&edges);
            edges.reverse();
            prop_assert_eq!(forward, sets(&edges));
        }
    }
}
