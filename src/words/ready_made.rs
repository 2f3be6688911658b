//! The ready-made pages in words. No numbers: those are on the pages themselves.

use crate::scenario::ReadyMade;

/// Heading of the ready-made pages.
pub const HEADING: &str = "Ready-made pages to begin with";
/// What they are.
pub const TEXT: &str = "Some show where a target by area does well, others where it does not.";
/// Opens one.
pub const OPEN: &str = "Open";
/// Saves one.
pub const SAVE_COPY: &str = "Save a copy";

/// Name of the link that opens one.
pub fn open(page: ReadyMade) -> String {
    format!("{OPEN}: {}", title(page))
}

/// Name of the button that saves one.
pub fn save_copy(page: ReadyMade) -> String {
    format!("{SAVE_COPY}: {}", title(page))
}

/// Title of a page.
pub const fn title(page: ReadyMade) -> &'static str {
    match page {
        ReadyMade::NationalFifth => "The most deprived fifth of England’s areas",
        ReadyMade::OwnFifth => "The place’s own most deprived fifth",
        ReadyMade::EightInTen => "A target wide enough for 8 in 10",
        ReadyMade::PerfectMap => "Even a perfect map",
        ReadyMade::Town => "Middlesbrough: where area targeting works",
        ReadyMade::Rural => "Rutland: where it reaches nobody",
        ReadyMade::Children => "Children in low-income families",
        ReadyMade::SameBudget => "The same budget, three offers",
        ReadyMade::FallingUptake => "For everyone, with uptake that falls",
    }
}

/// What a page shows.
pub const fn story(page: ReadyMade) -> &'static str {
    match page {
        ReadyMade::NationalFifth => {
            "In Cambridgeshire and Peterborough most people on low incomes live outside the areas that count among the most \
             deprived fifth of England."
        }
        ReadyMade::OwnFifth => {
            "A fifth of Cambridgeshire and Peterborough’s own areas is a wider target than England’s fifth there. It \
             reaches more people on low incomes, and still misses more than half."
        }
        ReadyMade::EightInTen => {
            "To reach 8 in 10 people on low incomes in Cambridgeshire and Peterborough, the target has to grow until most \
             residents live inside it."
        }
        ReadyMade::PerfectMap => {
            "Order Cambridgeshire and Peterborough’s areas by low income itself, the best that a map can do. The fifth on \
             top still misses more than half."
        }
        ReadyMade::Town => {
            "Most of Middlesbrough’s people on low incomes live in England’s most deprived fifth of areas. The target \
             misses few of them, though many who are not in need live there too."
        }
        ReadyMade::Rural => {
            "Rutland has people on low incomes, but not one area among the most deprived fifth of England. The target \
             misses them all."
        }
        ReadyMade::Children => {
            "Children in low-income families in Cambridgeshire and Peterborough: a little more of them than of people of \
             all ages live in England’s most deprived fifth, and most do not."
        }
        ReadyMade::SameBudget => {
            "Covid-19 vaccination in Middlesbrough with one budget for each offer. By area comes out ahead: it reaches the \
             most people on low incomes and leaves the smallest gap. The assumptions are there to be changed."
        }
        ReadyMade::FallingUptake => {
            "Everyone is invited, but far fewer come where deprivation is high. Outreach there wins some back at a cost. By \
             area alone is cheaper for each person on a low income, and reaches far fewer of them."
        }
    }
}
