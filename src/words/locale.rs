//! What is peculiar to the language of these words: its name and direction, how it writes numbers, money and days, and
//! how it counts. A translation changes this file and the texts of its neighbours, and nothing else.

/// The language of these words, for the page and for documents, as a tag of BCP 47.
pub const LANGUAGE: &str = "en";

/// The direction in which it is written, as the page says it: `ltr` or `rtl`.
pub const DIRECTION: &str = "ltr";

/// How a language writes numbers and money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// Between the whole part of a number and its decimals.
    pub decimal: char,
    /// Between groups of three digits.
    pub thousands: char,
    /// Before and after an amount in pounds.
    pub pounds: [&'static str; 2],
}

/// How this language does.
pub const SIGNS: Signs = Signs { decimal: '.', thousands: ',', pounds: ["£", ""] };

/// The forms that a word takes beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// As in "1 area".
    One,
    /// As in "5 areas".
    Other,
}

/// The form that goes with a number. A language with more of them adds them to [`Plural`]; the compiler then names every
/// place where words count things.
pub const fn plural(number: usize) -> Plural {
    match number {
        1 => Plural::One,
        _ => Plural::Other,
    }
}

/// A day, its month (1 to 12) and its year in words; `None` where there is no such month.
pub fn date(day: u8, month: usize, year: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(month.checked_sub(1)?)?;
    Some(format!("{day} {month} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_is_not_many() {
        assert_eq!([0, 1, 2, 11].map(plural), [Plural::Other, Plural::One, Plural::Other, Plural::Other]);
    }

    #[test]
    fn a_month_that_is_not_there_has_no_name() {
        assert_eq!(date(2, 11, "2026").as_deref(), Some("2 November 2026"));
        assert_eq!(date(2, 0, "2026"), None);
        assert_eq!(date(2, 13, "2026"), None);
    }
}
