//! What is said where a person brings rows, which differs by what they are for.

/// The words of an entry.
pub struct EntryWords {
    /// Heading.
    pub heading: &'static str,
    /// Above the field.
    pub text: &'static str,
    /// Uses the rows.
    pub use_rows: &'static str,
    /// Takes them out of use.
    pub back: &'static str,
    /// Said after that.
    pub went_back: &'static str,
    /// Said after a problem.
    pub unchanged: &'static str,
    /// Said where the reading of a long table was stopped.
    pub stopped: &'static str,
    /// Above the examples.
    pub layouts: &'static str,
    /// All examples: a name, what it is, and the text.
    pub examples: &'static [(&'static str, &'static str, &'static str)],
}
