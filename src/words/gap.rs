//! The view `gap` as a whole.

/// Name of the list of its parts.
pub const CONTENTS: &str = "On this page";
/// The heading of the published figures.
pub const PUBLISHED: &str = "Two more gaps: good health, and childhood";
