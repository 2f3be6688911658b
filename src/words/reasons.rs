//! Why a number is not there, where its name alone says it: a file of results says it beside each.

const NO_BOUNDS: &str =
    "It needs the lowest and the highest value that are possible, and none are set or a value lies outside them.";
const NO_FIFTHS: &str = "There are fewer than five rows, or too many of them tie.";

/// Why the number with this name in a file of results is not there; `None` for names that are always there, and for those
/// that are absent for several reasons.
pub fn of(name: &str) -> Option<&'static str> {
    Some(match name {
        "figures" => "Nobody in need is counted here, or the figures do not hold this place.",
        "standing" | "spread" => "No other council has figures.",
        "source" => "It is an illustration, or a figure of one’s own.",
        "place" => "It is about the rows of a table, not about a place.",
        "best" => "No list of codes is targeted.",
        "missed_running_share" => "Nobody is missed there.",
        "recognised" => "The table is of no kind that is known.",
        "earlier" => "No earlier year is shown.",
        "between_area_share" => "Everybody here is in need.",
        "found_uptake" => "Nothing else is assumed: those who are found take part as often as others.",
        "per_additional" => "Nobody more takes part, or nobody lives here.",
        "rows" => "These rows and choices give no measures.",
        "ratio_between_fifths" => "One of the two fifths is not above 0.",
        "wagstaff_index" | "erreygers_index" => NO_BOUNDS,
        "most_deprived_fifth" | "least_deprived_fifth" | "gap_between_fifths" => NO_FIFTHS,
        "rii" => "The line is not above 0 at both ends.",
        "concentration_index" | "gini" | "atkinson" => "The mean is 0, or a value is below 0.",
        "equally_distributed_equivalent" => "A value is below 0.",
        "lower" | "upper" | "limits" => "No interval is known for it.",
        "fit" | "ends" | "on_line" => "The rows give no line.",
        "intercept_limits" | "slope_limits" | "sii_limits_by_line" | "r_squared" => {
            "There are too few rows to say how sure the line is."
        }
        "limits_by_draws" => "No draws are asked for.",
        "group" | "mean" | "mean_after" => "There are fewer rows than groups, or too many of them tie.",
        "after" => "The rows give no target line.",
        "rank" => "The rows are ordered by a score.",
        "deprivation" => "The rows are ordered by a rank.",
        _ => return None,
    })
}
