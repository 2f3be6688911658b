//! A target by list: the codes of the units in it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::TableId;

/// Codes in a list at most: more than England has small areas.
const MOST_CODES: usize = 50_000;
/// Characters of a code.
const MOST_CHARACTERS: usize = 20;
/// Stands before the checksum of a list that is too long for a link.
const KEPT: char = '~';
/// Codes that a link holds itself at most.
const MOST_IN_LINK: usize = 60;

/// The codes of a target by list, sorted, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeList {
    codes: Arc<Vec<String>>,
    /// The checksum of a list that is kept on the device it was made on; `None` where the codes are in the link.
    kept: Option<TableId>,
}

impl CodeList {
    /// A list of the codes in a text, whatever stands between them; `None` where there is none or too many.
    pub fn of(text: &str) -> Option<Self> {
        let mut codes: Vec<String> = text
            .split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-' || sign == '_' || sign == '.'))
            .filter(|code| !code.is_empty() && code.len() <= MOST_CHARACTERS)
            .map(str::to_ascii_uppercase)
            .collect();
        codes.sort();
        codes.dedup();
        let is_list = (1..=MOST_CODES).contains(&codes.len());
        is_list.then(|| {
            let kept = (codes.len() > MOST_IN_LINK).then(|| TableId::of(&codes.join("\n")));
            Self { codes: Arc::new(codes), kept }
        })
    }

    /// The codes; none of a list that is kept elsewhere.
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// The checksum of a list that is too long for a link.
    pub const fn kept(&self) -> Option<TableId> {
        self.kept
    }

    /// Whether the link names the list, and the codes are not there.
    pub fn is_elsewhere(&self) -> bool {
        self.codes.is_empty()
    }
}

/// As a link has it.
impl fmt::Display for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kept {
            Some(id) => write!(f, "{KEPT}{id}"),
            None => f.write_str(&self.codes.join(",")),
        }
    }
}

/// A text that holds no codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoCodes;

impl FromStr for CodeList {
    type Err = NoCodes;

    fn from_str(text: &str) -> Result<Self, NoCodes> {
        match text.strip_prefix(KEPT) {
            Some(id) => {
                let id = id.parse().map_err(|_| NoCodes)?;
                Ok(Self { codes: Arc::default(), kept: Some(id) })
            }
            None => Self::of(text).ok_or(NoCodes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_whatever_stands_between_them() {
        let list = CodeList::of("E01000002\n e01000001;E01000002\t10001").unwrap();
        assert_eq!(list.codes(), ["10001", "E01000001", "E01000002"]);
        assert_eq!(list.to_string(), "10001,E01000001,E01000002");
        assert_eq!(list.to_string().parse(), Ok(list));
        assert_eq!(CodeList::of(" ,; "), None);
    }

    #[test]
    fn a_list_that_is_too_long_for_a_link_is_named_by_its_checksum() {
        let text: Vec<String> = (0..100).map(|number| format!("E01{number:06}")).collect();
        let list = CodeList::of(&text.join("\n")).unwrap();
        let link = list.to_string();
        assert!(link.len() == 9 && link.starts_with('~'), "{link}");
        let opened: CodeList = link.parse().unwrap();
        assert!(opened.is_elsewhere() && opened.kept() == list.kept());
        assert_eq!("~xyz".parse::<CodeList>(), Err(NoCodes));
    }
}
