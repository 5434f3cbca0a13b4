//! The words of each part, for the constructions of [`super::super::frames`].

mod authority;
mod backing;
mod daily;
mod judging;

use crate::speech::frames::Frame;

/// Every English frame.
pub(super) const FRAMES: &[&[Frame]] = &[
    authority::FRAMES,
    judging::FRAMES,
    backing::FRAMES,
    daily::FRAMES,
];
