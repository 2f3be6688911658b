//! Groups of deprivation as tables name them: “Most deprived”, “Q1”, “2nd most deprived decile”, “5 - least deprived”.

use std::collections::HashMap;

use super::group::{End, GroupCell, Groups};
use super::ranges;

/// Words for groups, in small letters.
const NOUNS: &[&str] = &[
    "quintile",
    "quintiles",
    "decile",
    "deciles",
    "quartile",
    "tertile",
    "vigintile",
    "ventile",
    "percentile",
    "twentieth",
    "tenth",
    "fifth",
    "quarter",
    "third",
    "q",
    "d",
    "dec",
    "quint",
    "group",
    "band",
    "dq",
    "imdq",
];
/// Words that change nothing.
const FILLERS: &[&str] = &[
    "imd",
    "idaci",
    "iod",
    "deprived",
    "deprivation",
    "area",
    "areas",
    "lsoa",
    "lsoas",
    "in",
    "of",
    "the",
    "england",
    "national",
    "percent",
    "%",
    "v",
    "simd",
    "wimd",
    "nimdm",
    "to",
    "and",
    "affluent",
    "advantaged",
    "core",
    "all",
];
/// Cells that name the group in the middle in one word.
const MIDDLES: &[&str] = &["average", "moderate", "intermediate", "average deprivation", "moderately deprived"];
/// Words for all but one group.
const RESTS: &[&str] = &["other", "others", "rest", "remaining", "elsewhere", "remainder"];
const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 3),
    ("4th", 4),
    ("5th", 5),
    ("6th", 6),
    ("7th", 7),
    ("8th", 8),
    ("9th", 9),
    ("10th", 10),
    ("next", 2),
];

/// Reads a cell as a group; `None` where it says anything else.
pub fn read(cell: &str) -> Option<GroupCell> {
    let small = cell.trim().to_lowercase();
    if small.is_empty() || small.chars().count() > 60 {
        return None;
    }
    let mut found = GroupCell::default();
    let (mut end, mut ordinal, mut has_words) = (None, None, false);
    if MIDDLES.contains(&small.as_str()) {
        return Some(GroupCell { is_middle: true, ..found });
    }
    let mut words = words_of(&small);
    // “More deprived” alone is next to “most deprived”.
    let mut is_comparative = false;
    found.range = ranges::take(&mut words);
    let has = |words: &[String], word: &str| words.iter().any(|other| other == word);
    let is_not = has(&words, "not") || has(&words, "non");
    words.retain(|word| !matches!(word.as_str(), "not" | "non"));
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).map(String::as_str);
        at += 1;
        if let Some(number) = whole_number(word) {
            // “20%” is how many, “2019” is when.
            let is_size = matches!(next, Some("%" | "percent"));
            let is_year = (2000..=2040).contains(&number);
            if !is_size && !is_year && number <= 100 && found.number.is_none() {
                found.number = Some(number);
            }
            continue;
        }
        match (word.as_str(), end) {
            ("most" | "more", None) => (end, has_words, is_comparative) = (Some(End::Most), true, word == "more"),
            ("least" | "less", None) => (end, has_words, is_comparative) = (Some(End::Least), true, word == "less"),
            // “Most to least”: a range is no group.
            ("most" | "more" | "least" | "less", Some(_)) => return None,
            ("middle" | "mid" | "medium", _) => (found.is_middle, has_words) = (true, true),
            (word, _) if RESTS.contains(&word) => found.is_rest = true,
            _ => {
                let as_ordinal = ORDINALS.iter().find(|(name, _)| name == word).map(|&(_, place)| place);
                // “Fifth more deprived” is a place, “most deprived fifth” a size.
                let is_first = at == 1;
                if let Some(place) = as_ordinal.filter(|_| ordinal.is_none() && is_first) {
                    (ordinal, has_words) = (Some(place), true);
                } else if NOUNS.contains(&word.as_str()) || word == "imd" {
                    found.is_named = true;
                } else if !FILLERS.contains(&word.as_str()) {
                    return None;
                }
            }
        }
    }
    // “Core20” and “Deprived” are an end by themselves, and so are those who are not.
    let says_only = words.iter().all(|word| matches!(word.as_str(), "deprived" | "area" | "areas"));
    let is_core = has(&words, "core") || has(&words, "deprived") && says_only;
    if end.is_none() && is_core && !found.is_rest {
        (end, has_words, found.number) = (Some(End::Most), true, None);
    }
    let is_turned = is_not ^ (has(&words, "affluent") || has(&words, "advantaged"));
    let end = end.map(|end| if is_turned { end.other() } else { end });
    if found.is_rest {
        found.place = Some((End::Least, 1));
    } else if let Some(end) = end {
        found.place = Some((end, ordinal.unwrap_or(if is_comparative { 2 } else { 1 })));
    } else if let Some(place) = ordinal
        && found.number.is_none()
    {
        found.number = Some(place);
    }
    let has_number = found.number.is_some() || found.range.is_some();
    let says_anything = has_number || found.place.is_some() || found.is_middle;
    (says_anything && (has_number || has_words || found.is_rest)).then_some(found)
}

fn whole_number(word: &str) -> Option<u32> {
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
}

/// Words and numbers; letters that stand at digits come apart, but for “2nd”.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for sign in text.chars() {
        let last = word.chars().next_back();
        let is_ordinal = word.bytes().all(|byte| byte.is_ascii_digit()) && matches!(sign, 's' | 'n' | 'r' | 't');
        let breaks = last.is_some_and(|last| last.is_ascii_digit() != sign.is_ascii_digit() && !is_ordinal)
            && sign.is_alphanumeric();
        if (breaks || !sign.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if sign.is_alphanumeric() {
            word.push(sign);
        } else if sign == '%' {
            words.push("%".to_owned());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Whether a cell is a place alone, as “2nd”; only a heading can say that it is one of groups.
fn is_place_alone(cell: &str) -> bool {
    ORDINALS.iter().any(|(name, _)| name.starts_with(|sign: char| sign.is_ascii_digit()) && cell == *name)
}

/// A group by its letter, alone or before words: “A (most deprived)”, “B”.
fn lettered(cell: &str) -> Option<GroupCell> {
    let mut signs = cell.chars();
    let letter = signs.next().filter(|sign| ('A'..='J').contains(sign))?;
    let rest = signs.as_str();
    if rest.starts_with(|sign: char| sign.is_alphanumeric()) {
        return None;
    }
    let words = if rest.is_empty() { GroupCell::default() } else { read(rest).filter(|of| of.number.is_none())? };
    Some(GroupCell { number: Some(letter as u32 - u32::from(b'A') + 1), ..words })
}

/// Reads a column of groups; `None` if it is none: cells that say something else, but for a few such as “Unknown”. Places alone are
/// groups where the heading names deprivation, letters where both ends say what they are.
pub fn column<'a>(names_deprivation: bool, cells: impl Iterator<Item = &'a str> + Clone) -> Option<Groups> {
    of_column(names_deprivation, cells.clone(), read).or_else(|| {
        let groups = of_column(false, cells.clone(), lettered)?;
        let ends: Vec<End> = cells.filter_map(|cell| lettered(cell)?.place.map(|(end, _)| end)).collect();
        (groups.lowest_is_most.is_some() && ends.contains(&End::Most) && ends.contains(&End::Least)).then_some(groups)
    })
}

fn of_column<'a>(
    names_deprivation: bool,
    cells: impl Iterator<Item = &'a str>,
    read: fn(&str) -> Option<GroupCell>,
) -> Option<Groups> {
    // A long column says few things, each many times.
    let mut known: HashMap<&str, Option<GroupCell>> = HashMap::new();
    let (mut groups, mut others, mut has_words) = (0_usize, 0_usize, false);
    let (mut with_number, mut with_place) = (0_usize, 0_usize);
    let mut ends = [false; 2];
    let mut has_rest = false;
    let mut read_cell = |cell: &'a str| {
        let found = *known.entry(cell).or_insert_with(|| read(cell));
        match found {
            Some(group) => {
                groups += 1;
                has_rest |= group.is_rest;
                has_words |= group.is_named || group.place.is_some() || group.is_middle;
                has_words |= names_deprivation && is_place_alone(cell);
                with_number += usize::from(group.number.is_some());
                with_place += usize::from(group.place.is_some() || group.is_middle);
                if let Some((end, _)) = group.place {
                    ends[usize::from(end == End::Most)] = true;
                }
            }
            None => others += usize::from(!cell.is_empty()),
        }
        found
    };
    let cells: Vec<Option<GroupCell>> = cells.map(&mut read_cell).collect();
    // “Other” is the other end of two groups, and among more anything.
    if has_rest {
        let read = || known.values().flatten();
        let is_end = |group: &GroupCell| !group.is_rest && matches!(group.place, Some((End::Most, _)));
        if read().count() != 2 || !read().any(is_end) {
            return None;
        }
    }
    // Plain numbers are numbers, not groups in words. Beside both ends of deprivation other kinds of groups may stand.
    let has_both_ends = ends == [true, true] && groups >= 4;
    if groups < 2 || !has_words || (others * 4 > groups && !has_both_ends) {
        return None;
    }
    if cells.iter().flatten().any(|group| group.range.is_some()) {
        return ranges::groups(&cells);
    }
    if with_number == groups {
        let numbers = cells.iter().map(|cell| cell.and_then(|group| group.number).map(f64::from)).collect();
        return Some(Groups { lowest_is_most: lowest_is_most(&cells), numbers, is_guess: false });
    }
    let key = |group: GroupCell| match group.place {
        _ if group.is_middle => Some(500.0),
        Some((End::Most, place)) => Some(f64::from(place)),
        Some((End::Least, place)) => Some(1000.0 - f64::from(place)),
        None => None,
    };
    let keys: Vec<Option<f64>> = if with_place == groups {
        cells.iter().map(|cell| cell.and_then(key)).collect()
    } else {
        // Numbers between two ends in words: “Most deprived”, “2”, “3”, “4”, “Least deprived”.
        let numbers = || cells.iter().flatten().filter(|group| group.place.is_none()).filter_map(|group| group.number);
        let middle = numbers().min().zip(numbers().max()).map(|(least, most)| f64::from(least + most) / 2.0);
        let number = |group: GroupCell| if group.is_middle { middle } else { group.number.map(f64::from) };
        let sign = if counts_from_least(&cells) { -1.0 } else { 1.0 };
        let key = |group: GroupCell| {
            let numbered = number(group).filter(|_| group.place.is_none()).map(|of| 250.0 + sign * of);
            numbered.or_else(|| key(group))
        };
        cells.iter().map(|cell| cell.and_then(key)).collect()
    };
    let mut all: Vec<f64> = keys.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    let rank = |key: f64| all.partition_point(|&other| other < key) as f64 + 1.0;
    let numbers = keys.into_iter().map(|key| key.map(rank)).collect();
    Some(Groups { numbers, lowest_is_most: Some(true), is_guess: with_place < groups })
}

/// Whether groups stand in an order in which numbers between two ends in words rise from the least deprived:
/// “Most deprived”, “4”, “3”, “2”, “Least deprived”.
fn counts_from_least(cells: &[Option<GroupCell>]) -> bool {
    let mut runs: Vec<GroupCell> = cells.iter().flatten().copied().collect();
    runs.dedup();
    let is_again = |at: usize| runs.get(..at).zip(runs.get(at)).is_some_and(|(before, group)| before.contains(group));
    let first = (0..runs.len()).find(|&at| is_again(at)).unwrap_or(runs.len());
    let Some(once) = runs.get(..first) else { return false };
    let is_round = runs.chunks(once.len().max(1)).all(|round| once.starts_with(round));
    let end_at = |end: End| once.iter().position(|group| matches!(group.place, Some((of, 1)) if of == end));
    let (Some(most), Some(least)) = (end_at(End::Most), end_at(End::Least)) else { return false };
    let mut numbers: Vec<u32> =
        once.iter().filter(|group| group.place.is_none()).filter_map(|group| group.number).collect();
    if most > least {
        numbers.reverse();
    }
    is_round && numbers.len() > 1 && numbers.windows(2).all(|pair| pair.first() > pair.last())
}

/// Whether headings name groups of deprivation, one a column, from one end to the other.
pub fn are_across<'a>(headings: impl Iterator<Item = &'a str>) -> bool {
    let named: Vec<GroupCell> = headings.filter_map(read).collect();
    let has = |end: End| named.iter().any(|group| matches!(group.place, Some((of, 1)) if of == end));
    named.len() >= 3 && has(End::Most) && has(End::Least)
}

/// Which end is the most deprived, by the cells that say so.
fn lowest_is_most(cells: &[Option<GroupCell>]) -> Option<bool> {
    let (mut least, mut most) = (u32::MAX, 0);
    let mut votes = [0_usize; 2];
    for group in cells.iter().flatten() {
        let number = group.number.unwrap_or_default();
        (least, most) = (least.min(number), most.max(number));
    }
    for group in cells.iter().flatten() {
        let (Some(number), Some((end, _))) = (group.number, group.place) else { continue };
        let is_low = number - least <= most - number;
        let is_high = number - least >= most - number;
        if is_low != is_high {
            let agrees = is_low == (end == End::Most);
            votes[usize::from(agrees)] += 1;
        }
    }
    match votes {
        [0, 0] => None,
        [0, _] => Some(true),
        [_, 0] => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], numbers: &[f64], lowest_is_most: Option<bool>) {
        let found = column(false, cells.iter().copied()).unwrap_or_else(|| panic!("{cells:?} are no groups"));
        assert_eq!(found.numbers, numbers.iter().map(|&number| Some(number)).collect::<Vec<_>>(), "{cells:?}");
        assert_eq!(found.lowest_is_most, lowest_is_most, "{cells:?}");
    }

    #[test]
    fn groups_are_read_in_words_and_numbers() {
        let five = [1.0, 2.0, 3.0, 4.0, 5.0];
        let words = ["Most deprived", "Second most deprived", "Middle", "Second least deprived", "Least deprived"];
        check(&words, &five, Some(true));
        check(
            &["Most deprived fifth", "2nd most deprived", "Middle fifth", "2nd least deprived", "Least deprived fifth"],
            &five,
            Some(true),
        );
        check(&["1 - most deprived", "2", "3", "4", "5 - least deprived"], &five, Some(true));
        check(&["1 (least deprived)", "2", "3", "4", "5 (most deprived)"], &five, Some(false));
        check(&["Quintile 1", "Quintile 2", "Quintile 3", "Quintile 4", "Quintile 5"], &five, None);
        check(&["Q1", "Q2", "Q3", "Q4", "Q5"], &five, None);
        check(&["Most deprived 20%", "2", "3", "4", "Least deprived 20%"], &[1.0, 2.0, 3.0, 4.0, 5.0], Some(true));
        let deciles = [
            "Most deprived decile (IMD2019)",
            "Second most deprived decile (IMD2019)",
            "Third more deprived decile (IMD2019)",
            "Fourth more deprived decile (IMD2019)",
            "Fifth more deprived decile (IMD2019)",
            "Fifth less deprived decile (IMD2019)",
            "Fourth less deprived decile (IMD2019)",
            "Third less deprived decile (IMD2019)",
            "Second least deprived decile (IMD2019)",
            "Least deprived decile (IMD2019)",
        ];
        check(&deciles, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0], Some(true));
        for none in [&["Ashford", "Brook End"][..], &["1", "2", "3"], &["Male", "Female"], &["2021", "2022"]] {
            assert_eq!(column(false, none.iter().copied()), None, "{none:?}");
        }
    }

    #[test]
    fn letters_are_groups_where_both_ends_say_so_and_places_where_the_heading_does() {
        let five = [1.0, 2.0, 3.0, 4.0, 5.0];
        check(&["A (most deprived)", "B", "C", "D", "E (least deprived)"], &five, Some(true));
        check(&["A - least deprived", "B", "C", "D", "E - most deprived"], &five, Some(false));
        let places = ["1st", "2nd", "3rd", "4th", "5th"];
        let found = column(true, places.iter().copied()).unwrap();
        assert_eq!((found.numbers, found.lowest_is_most), (five.map(Some).to_vec(), None));
        for none in [
            &places[..],
            &["A", "B", "C"],
            &["A (most deprived)", "B", "C"],
            &["A (most deprived)", "Brook End", "Castle", "E (least deprived)"],
        ] {
            assert_eq!(column(false, none.iter().copied()), None, "{none:?}");
        }
    }
}
