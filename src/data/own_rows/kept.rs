//! Rows as a person brought them, to keep for the next visit.

use super::{Columns, OwnRows, OwnRowsError};

/// The text of own rows, and which column holds what if the person said so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptRows {
    /// Which column holds what; `None` for what is found by the headings.
    pub columns: Option<Columns>,
    /// The text.
    pub text: String,
}

impl KeptRows {
    /// Whether there are none, so that the built-in rows are measured.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// As one text: a line about the columns, then the rows.
    pub fn to_text(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let columns = self.columns.map(|columns| columns.to_text()).unwrap_or_default();
        format!("columns {columns}\n{}", self.text)
    }

    /// Reads such a text; what is none has no rows.
    pub fn from_text(text: &str) -> Self {
        let parts = text.strip_prefix("columns ").and_then(|rest| rest.split_once('\n'));
        let Some((columns, text)) = parts else { return Self::default() };
        Self { columns: Columns::from_text(columns), text: text.to_owned() }
    }

    /// The rows.
    ///
    /// # Errors
    /// As for [`OwnRows::read`].
    pub fn read(&self) -> Result<OwnRows, OwnRowsError> {
        OwnRows::read(&self.text, self.columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let mut columns = Columns::default();
        columns.set(super::super::Column::Value, Some(1));
        for columns in [None, Some(columns)] {
            let kept = KeptRows { columns, text: "a,b\n1,2\n".to_owned() };
            assert_eq!(KeptRows::from_text(&kept.to_text()), kept);
        }
        assert_eq!(KeptRows::default().to_text(), "");
        assert_eq!(KeptRows::from_text("something else"), KeptRows::default());
    }
}
