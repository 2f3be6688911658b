//! Reads again where a place stands among others: from what the list prints, not from what the program counted.
#![allow(dead_code)]

use who_gets_missed::results::councils::Councils;
use who_gets_missed::scenario::Scenario;
use who_gets_missed::words::{councils as words, kinds, number};

/// A share as the page prints it, as a number to compare by.
pub fn read(printed: &str) -> f64 {
    match printed {
        "under 0.1%" => 0.05,
        "over 99.9%" => 99.95,
        _ => printed.trim_end_matches('%').parse().unwrap(),
    }
}

/// Every number in a text.
pub fn numbers(text: &str) -> Vec<usize> {
    let digits = text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    digits.map(|digits| digits.parse().unwrap()).collect()
}

/// Reads the answer again: counts of what the list prints, and what it claims in words.
pub fn check(page: &Scenario, result: &Councils) -> Result<(), String> {
    let fail = |why: &str| Err(format!("{why}: {} of {}", words::headline(result), page.place));
    let own = read(&number::percent_left(result.own.coverage));
    let single = result.rows.iter().filter(|row| row.is_own).count() == 1;
    let printed = result.rows.iter().filter(|row| !(single && row.is_own)).map(|row| read(&words::row(row)[1]));
    let [mut more, mut same, mut less] = [0; 3];
    for other in printed {
        if other > own {
            more += 1;
        } else if other < own {
            less += 1;
        } else {
            same += 1;
        }
    }
    let others = more + same + less;
    let headline = words::headline(result);
    let (verdict, sentence) = headline.split_once(". ").unwrap();
    let part = |count: usize| count as f64 / others as f64;
    let expected = match () {
        () if more + less == 0 => "Not unusual",
        () if part(more + same) <= 0.1 || part(less + same) <= 0.1 => "Unusual",
        () if part(more + same) <= 0.25 || part(less + same) <= 0.25 => "A little unusual",
        () => "Not unusual",
    };
    if verdict != expected {
        return fail(&format!("{expected} was expected"));
    }
    let nouns = kinds::nouns(page.list_kind());
    let places = if others == 1 { nouns.one } else { nouns.many };
    if !sentence.contains(&format!("{others} {places}")) || sentence.contains("other") != single {
        return fail("who it is held against");
    }
    let mut said = numbers(sentence);
    said.retain(|&number| number != others);
    let is_true = match () {
        () if sentence.starts_with("All") => more + less == 0 && said.is_empty(),
        () if sentence.starts_with("None") && sentence.contains("as large") => more + same == 0,
        () if sentence.starts_with("None") => less + same == 0,
        () if sentence.starts_with("Only") && sentence.contains("as large") => said == [more + same],
        () if sentence.starts_with("Only") => said == [less + same],
        () => {
            let kinds = [(more, "larger"), (same, "same"), (less, "smaller")];
            let counts: Vec<usize> = kinds.iter().map(|kind| kind.0).filter(|&count| count > 0).collect();
            said == counts && kinds.iter().all(|(count, word)| sentence.contains(word) == (*count > 0))
        }
    };
    if !is_true {
        return fail(&format!("{more} more, {same} the same, {less} less"));
    }
    let detail = words::detail(result);
    if single {
        let shared = if same > 0 { detail.contains("shares that with") } else { !detail.contains("shares that with") };
        if !shared || !detail.contains(&format!("number {} of {}", more + 1, others + 1)) {
            return fail(&detail);
        }
    } else if detail.contains("Counted") {
        return fail(&detail);
    }
    Ok(())
}
