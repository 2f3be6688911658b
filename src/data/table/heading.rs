//! A heading as words, whatever its case, spacing and punctuation.

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Its words in small letters, a space before and after each. A per cent sign is a word.
    words: String,
    /// Its letters and digits in small letters, nothing between.
    flat: String,
}

impl Heading {
    /// Takes a heading apart: at signs, where small letters meet capitals, where letters meet digits.
    pub fn new(text: &str) -> Self {
        let signs: Vec<char> = without_notes(text).chars().collect();
        let mut words = String::from(" ");
        let mut flat = String::new();
        for (at, &sign) in signs.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| signs.get(before)).copied().unwrap_or(' ');
            let after = |more: usize| signs.get(at + more).copied().unwrap_or(' ');
            if sign == '%' {
                words.push_str(if words.ends_with(' ') { "% " } else { " % " });
                continue;
            }
            if !sign.is_alphanumeric() {
                if !words.ends_with(' ') {
                    words.push(' ');
                }
                continue;
            }
            let begins_word = (before.is_lowercase() && sign.is_uppercase())
                || (before.is_uppercase() && sign.is_uppercase() && after(1).is_lowercase() && after(2).is_lowercase())
                || (before.is_alphabetic() && sign.is_numeric())
                || (before.is_numeric() && sign.is_alphabetic());
            if begins_word && !words.ends_with(' ') {
                words.push(' ');
            }
            words.extend(sign.to_lowercase());
            flat.extend(sign.to_lowercase());
        }
        if !words.ends_with(' ') {
            words.push(' ');
        }
        Self { words, flat }
    }

    /// Whether these words stand in it one after the other.
    pub fn has(&self, words: &str) -> bool {
        self.words.contains(&format!(" {words} "))
    }

    /// Whether any of these stands in it.
    pub fn has_any(&self, all: &[&str]) -> bool {
        all.iter().any(|words| self.has(words))
    }

    /// Whether a word in it begins like this.
    pub fn has_beginning(&self, beginning: &str) -> bool {
        self.words.contains(&format!(" {beginning}"))
    }

    /// The same for any of these.
    pub fn has_any_beginning(&self, all: &[&str]) -> bool {
        all.iter().any(|beginning| self.has_beginning(beginning))
    }

    /// Whether one of these is its last word, and no word such as “in” or “per” leads to it.
    pub fn ends_in(&self, all: &[&str]) -> bool {
        let mut words = self.words.split_whitespace().rev();
        words.next().is_some_and(|last| all.contains(&last))
            && words.next().is_none_or(|word| !matches!(word, "in" | "of" | "per" | "by" | "to" | "the" | "among"))
    }

    /// Whether it is one of these, spaces and signs aside.
    pub fn is_any(&self, all: &[&str]) -> bool {
        all.contains(&self.flat.as_str())
    }

    /// Its letters and digits, nothing between.
    pub fn flat(&self) -> &str {
        &self.flat
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.split_whitespace()
    }

    /// Whether it is a year or begins with one: “2021”, “2021/22”, “2019 - 21”.
    pub fn is_years(&self) -> bool {
        let mut words = self.words();
        words.next().is_some_and(is_year)
            && words.all(|word| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

/// A heading without marks such as “[note 3]”.
fn without_notes(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        match after.split_once(']') {
            Some((inner, after)) if inner.to_lowercase().trim_start().starts_with("note") => rest = after,
            _ => {
                kept.push('[');
                rest = after;
            }
        }
    }
    kept + rest
}

/// Whether a text is a year of this trade.
pub fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_come_apart_as_people_read_them() {
        for (text, words) in [
            ("IMD - Average rank ", " imd average rank "),
            ("imd_score", " imd score "),
            ("IMDScore", " imd score "),
            ("areaName", " area name "),
            ("LSOAs", " lsoas "),
            ("Rate [note 3], [Notes 1, 2]", " rate "),
            ("Share [%]", " share % "),
            ("SIMD2020v2_Rank", " simd 2020 v 2 rank "),
            ("Uptake (%)", " uptake % "),
            ("Lower CI 95.0 limit", " lower ci 95 0 limit "),
        ] {
            assert_eq!(Heading::new(text).words, words);
        }
        assert!(
            Heading::new("2021/22").is_years()
                && Heading::new("2019 - 21").is_years()
                && !Heading::new("2021 rate").is_years()
        );
        let ends = |text: &str| Heading::new(text).ends_in(&["population"]);
        assert!(ends("Deaths Population") && !ends("Deaths per population") && !ends("Population 2022"));
        assert!(Heading::new("Lower CL").is_any(&["lowercl"]));
    }
}
