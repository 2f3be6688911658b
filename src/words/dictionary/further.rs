//! Measures of payments and of published figures.

use super::Kind::*;
use super::Line;

pub(super) const FURTHER: [Line; 34] = [
    ("value", "Value", "The row’s value", Measured),
    ("share_of_events", "Share of events", "Share of what is counted in the most deprived fifth of rows", Share),
    ("share_of_people", "Share of people", "Share of people in them", Share),
    ("share_of_events_in_whole_rows", "Share of events, whole rows", "The same without cutting a row", Share),
    ("share_of_people_in_whole_rows", "Share of people, whole rows", "The same without cutting a row", Share),
    ("whole_rows", "Whole rows", "How many rows that is", Count),
    ("most_deprived_fifth_of_rows", "Most deprived fifth of rows", "What it holds of all that is counted", Text),
    ("group", "Group", "Which group of rows it is in, 1 for the most deprived", Count),
    ("are_periods", "Groups are periods", "Whether one result follows another in time", YesNo),
    ("column", "Groups by", "The column with a result for each of its values", Text),
    ("other_numbers_are_about", "Other numbers are about", "Which of the groups the other numbers are about", Text),
    // Payments.
    ("payment", "Payment", "What is paid to each who comes", Pence),
    ("assessment", "Assessment", "What finding out costs for each person", Pence),
    ("found_uptake", "Uptake of those found", "Share of them who come without the payment", Share),
    ("identified", "Found", "Share of people whom an assessment finds", Share),
    ("per_additional", "Cost for each extra person", "Cost / extra people who come", Pence),
    ("rise", "Rise", "Share of people who come because of the payment", Points),
    ("targeted", "People targeted", "How many of them live in the target", People),
    ("uptake", "Uptake", "Share of people who come without the payment", Share),
    ("uptake_after", "Uptake with it", "Share of people who come with the payment", Share),
    ("uptake_before", "Uptake without it", "Share of people who come without the payment", Share),
    ("additional", "Extra people", "How many come because of the payment", People),
    (
        "outcome.gap_before",
        "Uptake gap before",
        "Uptake in the least less that in the most deprived fifth, without it",
        Points,
    ),
    ("outcome.gap_after", "Uptake gap after", "The same with it", Points),
    ("anyway", "Would have come anyway", "How many of those paid", People),
    ("assessed", "People assessed", "How many are assessed", People),
    ("paid", "People paid", "How many are paid", People),
    ("assumptions.value", "Assumption", "As the page writes it", Text),
    // Published figures.
    ("found", "Found here", "The number that this tool finds", Tie),
    ("published", "Published", "The number, or both ends of the range, that was printed", Tie),
    ("difference", "Difference", "What is found less what was printed", Tie),
    ("agrees", "Agrees", "Whether it is as printed, or inside", YesNo),
    ("part", "Part", "How many of the whole it is", Count),
    ("whole", "Whole", "Of how many", Count),
];
