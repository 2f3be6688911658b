//! The names of areas, one after the other in one text: a string each would take four times the memory.

use serde::{Deserialize, Serialize};

/// Names, in the order of the areas.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AreaNames {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl AreaNames {
    /// Adds the name of the next area; an empty one for an area without a name.
    pub(super) fn push(&mut self, name: &str) {
        self.text.push_str(name);
        // A file of areas has at most some megabytes of names.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// The name of an area by its place in the file; empty where there is none.
    pub fn get(&self, area: usize) -> &str {
        let end_of = |area: usize| self.ends.get(area).map(|&end| end as usize);
        let start = area.checked_sub(1).map_or(Some(0), end_of);
        start.zip(end_of(area)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_area_has_its_name_or_none() {
        let mut names = AreaNames::default();
        for name in ["Leeds 001A", "", "Bury St Edmunds é"] {
            names.push(name);
        }
        let all: Vec<&str> = (0..4).map(|area| names.get(area)).collect();
        assert_eq!(all, ["Leeds 001A", "", "Bury St Edmunds é", ""]);
    }
}
