//! Where a place stands among others.

use std::cmp::Ordering;

use serde::Serialize;

/// How unusual a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every place misses the same share.
    AllAlike,
    /// One in ten of the others, or fewer, miss as large a share.
    FewMissAsMuch,
    /// One in four of the others, or fewer, do.
    MoreThanMost,
    /// More than one in four miss as large a share, and more than one in four as small a one.
    Middle,
    /// One in four of the others, or fewer, miss as small a share.
    LessThanMost,
    /// One in ten of the others, or fewer, do.
    FewMissAsLittle,
}

/// Where a place stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// How many others there are.
    pub others: usize,
    /// How many of them miss a larger share.
    pub more: usize,
    /// How many miss the same share, as far as the page tells.
    pub same: usize,
    /// How many miss a smaller share.
    pub less: usize,
    /// How unusual that is.
    pub verdict: Verdict,
}

impl Standing {
    /// Where a value stands among others.
    pub(super) fn of(own: u16, others: impl Iterator<Item = u16>) -> Self {
        let [mut more, mut same, mut less] = [0, 0, 0];
        for other in others {
            match other.cmp(&own) {
                Ordering::Greater => more += 1,
                Ordering::Equal => same += 1,
                Ordering::Less => less += 1,
            }
        }
        let others = more + same + less;
        let is_at_most = |count: usize, one_in: usize| count * one_in <= others;
        let verdict = if more == 0 && less == 0 {
            Verdict::AllAlike
        } else if is_at_most(more + same, 10) {
            Verdict::FewMissAsMuch
        } else if is_at_most(less + same, 10) {
            Verdict::FewMissAsLittle
        } else if is_at_most(more + same, 4) {
            Verdict::MoreThanMost
        } else if is_at_most(less + same, 4) {
            Verdict::LessThanMost
        } else {
            Verdict::Middle
        };
        Self { others, more, same, less, verdict }
    }

    /// How many miss at least as large a share.
    pub const fn as_much(&self) -> usize {
        self.more + self.same
    }

    /// How many miss at most as large a share.
    pub const fn as_little(&self) -> usize {
        self.less + self.same
    }
}
