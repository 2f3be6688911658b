//! Every measure of every view: its name, what it means and what it is.

use super::Kind::{self, *};
use super::Line;
use super::further::FURTHER;
use super::groups::GROUPS;
use super::more::MORE;

/// A measure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name, with what it belongs to.
    pub name: String,
    /// What it means.
    pub meaning: &'static str,
    /// What it is.
    pub kind: Kind,
}

impl Measure {
    /// The measure at a place in the JSON file, of which parts are left out; `None` for a place that holds none.
    ///
    /// A key stands for its last name, or, where that means different things, for its last two.
    pub fn at(path: &[&str]) -> Option<Self> {
        let [before @ .., last] = path else { return None };
        let two = before.last().map(|parent| format!("{parent}.{last}")).unwrap_or_default();
        let line = |key: &str| MEASURES.iter().chain(&MORE).chain(&FURTHER).find(|line| line.0 == key);
        let (_, name, meaning, kind) = line(&two).or_else(|| line(last))?;
        let of = before.iter().filter_map(|name| GROUPS.iter().find(|group| group.0 == *name).map(|group| group.1));
        let name = std::iter::once(*name).chain(of).collect::<Vec<_>>().join(", ");
        Some(Self { name, meaning, kind: *kind })
    }

    /// One that is in no line, by its key.
    pub fn unknown(key: &str, is_text: bool) -> Self {
        Self { name: key.replace('_', " "), meaning: "", kind: if is_text { Text } else { Index } }
    }

    /// The same in the middle of the draws.
    pub fn median(self) -> Self {
        Self { name: format!("{}, median of draws", self.name), ..self }
    }
}

/// Of targets, places and offers.
const MEASURES: [Line; 94] = [
    // A target.
    ("units", "Areas", "Areas, or other units, of the place", Areas),
    ("areas", "Areas", "How many areas lie in it; a part of one where the edge cuts through", Areas),
    ("people", "People", "How many people", People),
    ("in_need", "People in need", "How many of them are in need", People),
    ("need_rate", "Share in need", "People in need / people", Share),
    ("coverage", "Coverage", "Share of people in need who are reached", Share),
    ("exclusion_error", "Exclusion error", "Share of people in need who are missed", Left("coverage")),
    ("people_share", "People targeted", "Share of all people who are in the target", Share),
    ("national.people_share", "Share of people", "Share of the place’s people who live there", Share),
    ("local.people_share", "Share of people", "Share of the place’s people who live there", Share),
    ("need_share", "Share of people in need", "Share of the place’s people in need who live there", Share),
    ("precision", "Precision", "Of those inside, the share in need", Share),
    ("leakage", "Leakage", "Of those inside, the share not in need", Left("precision")),
    ("lift", "Lift", "How much more common need is inside than in the whole", Times),
    ("number_needed", "Number needed", "People inside for each one in need", Times),
    (
        "targeting_differential",
        "Targeting differential",
        "Share of people in need inside, less the share of others",
        Points,
    ),
    (
        "efficiency",
        "Efficiency",
        "People in need reached, against a target of that size that knew who is in need",
        Share,
    ),
    ("between_area_share", "Between-area share", "How much of who is in need is a matter of the area", Share),
    ("to_reach.share", "Target needed", "Share of areas to target so that the goal is reached", Share),
    ("is_approximate", "Is approximate", "Whether numbers are read between the ends of bands", YesNo),
    (
        "half_target_is_approximate",
        "Target of half is approximate",
        "Whether its numbers are read between the ends of bands",
        YesNo,
    ),
    (
        "local_target_is_approximate",
        "Local target is approximate",
        "Whether its numbers are read between the ends of bands",
        YesNo,
    ),
    (
        "national_target_is_approximate",
        "National target is approximate",
        "Whether its numbers are read between the ends of bands",
        YesNo,
    ),
    (
        "national_is_approximate",
        "Ranked nationally is approximate",
        "Whether its numbers are read between the ends of bands",
        YesNo,
    ),
    (
        "within_is_approximate",
        "Ranked within is approximate",
        "Whether its numbers are read between the ends of bands",
        YesNo,
    ),
    ("is_joined", "Is joined", "Whether the place is several councils", YesNo),
    ("resolution", "Resolution", "What the figures hold: single areas, or bands of them", Text),
    ("in_need_missed", "People in need missed", "People in need outside the target", People),
    ("missed_share", "Share of people missed", "Of all who are missed, the share in this class", Share),
    ("areas_in_england", "Areas in England", "Areas of this class in England", Areas),
    ("areas_in_england_targeted", "Areas in England targeted", "How many of them are in the target", Areas),
    ("national", "Fifths of England’s areas", "The place’s people by fifth", Text),
    ("national_target", "Target by England’s ranking", "A target of this size", Text),
    ("earlier", "Earlier year", "The risk factor then", Text),
    // Places side by side.
    ("figures", "Figures", "Numbers of the place", Text),
    ("spread", "Spread", "How places differ", Text),
    ("is_in_place", "Is in the place", "Whether it is the place or lies in it", YesNo),
    ("is_rank_shared", "Rank is shared", "Whether another has the same rank", YesNo),
    ("rank_from_most", "Rank", "Rank by share missed, 1 for the most", Count),
    ("map_column", "Column on the map", "Where its hexagon stands", Count),
    ("map_row", "Row on the map", "Where its hexagon stands", Count),
    ("hexagons.place", "Place", "Code of the larger place it lies in", Text),
    ("is_in_several", "Is in several", "Whether larger places cut through it", YesNo),
    ("people_estimated", "People are estimated", "Whether numbers of people are estimates", YesNo),
    ("spread.middle", "Middle places", "How many places are in the middle half", Count),
    ("standing.less", "Places that miss less", "How many miss a smaller share", Count),
    ("standing.more", "Places that miss more", "How many miss a larger share", Count),
    ("standing.others", "Other places", "How many others there are", Count),
    ("standing.same", "Places that miss as much", "How many miss the same share", Count),
    ("verdict", "Standing", "How unusual the place is", Text),
    ("list_year", "Year of the list", "The year whose list of places it is", Year),
    // Offers.
    ("fifths.reached", "People in need reached", "How many people in need have it", People),
    ("offered", "People offered", "How many can have it", People),
    ("reached", "People reached", "How many have it", People),
    ("in_need_reached", "People in need reached", "How many of them are in need", People),
    ("in_need_not_offered", "People in need never offered", "How many in need cannot have it", People),
    (
        "in_need_not_taken_up",
        "People in need who did not take it up",
        "How many in need could have it and do not",
        People,
    ),
    ("not_in_need_reached", "People reached though not in need", "How many of those reached are not in need", People),
    ("cost", "Cost", "What it costs in all", Pounds),
    ("cost_per_reached", "Cost for each person reached", "Cost / people reached", Pounds),
    ("cost_per_in_need_reached", "Cost for each person in need reached", "Cost / people in need reached", Pounds),
    ("benefit", "Outcomes averted", "Bad outcomes averted, or what else is chosen", Outcomes),
    ("gap_before", "Gap before", "Slope index of inequality without it", Gap),
    ("gap_after", "Gap after", "Slope index of inequality with it", Gap),
    ("gap_change", "Change in the gap", "Gap after less gap before", Gap),
    ("uptake_gap", "Uptake gap", "Uptake in the least less that in the most deprived fifth", Points),
    ("scale", "How far it goes", "Share of the whole offer that the money or the goal allows", Index),
    ("is_attainable", "Can be attained", "Whether the goal can be reached", YesNo),
    ("is_clamped", "Was held", "Whether an uptake was held at 0 or 1", YesNo),
    ("not_offered", "Never offered", "People in need who cannot have it", People),
    ("not_taken_up", "Not taken up", "People in need who could have it and do not", People),
    ("assumptions", "Assumption", "What is assumed: most likely, least and most", Tie),
    ("basis", "Basis", "What it rests on", Text),
    ("source", "Source", "Where it comes from", Text),
    ("break_even.at", "Tie", "Value of the assumption at which the first two offers tie", Tie),
    ("from", "Tie from", "Where a stretch begins over which they tie", Tie),
    ("to", "Tie to", "Where it ends", Tie),
    ("range", "Looked for a tie", "Between which values a tie was looked for", Tie),
    ("break_even.on", "Tie on", "What the tie is on", Text),
    ("break_even.assumption", "Tie by", "Which assumption is varied", Text),
    ("tornado.low", "Difference at the low value", "First offer less second at the assumption’s low value", TieOn),
    ("tornado.high", "Difference at the high value", "First offer less second at the assumption’s high value", TieOn),
    ("over", "Split over", "Over what a budget is split", Text),
    ("budget", "Budget", "What the part gets", Pounds),
    ("per_person", "Budget for each person", "Budget / people", Pounds),
    ("per_person_in_need", "Budget for each person in need", "Budget / people in need", Pounds),
    ("draws", "Draws", "How often all assumptions were drawn", Count),
    ("against", "Held against", "What the offers are held against", Text),
    ("averts", "Averts", "What the offers avert", Text),
    ("extra_cost", "Extra cost", "Cost beyond what it is held against", MorePounds),
    ("more_in_need_reached", "More people in need reached", "Beyond what it is held against", MorePeople),
    ("more_averted", "More averted", "Beyond what it is held against", MoreOutcomes),
    (
        "by_in_need_reached.ratio",
        "Cost for each more person in need",
        "Extra cost / more people in need reached",
        Pounds,
    ),
    ("by_averted.ratio", "Cost for each more averted", "Extra cost / more averted", Pounds),
];
