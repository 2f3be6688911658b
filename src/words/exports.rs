//! What the buttons for downloads say, and what a file says of itself.

use super::bound::{EXACT, bound};
use super::common::{
    TITLE, areas_capital, in_need_capital, need_meaning, people_estimated, rank_label, source_name_of, source_of,
};
use super::missed::{figures_in_short, target_name, unit};
use super::number::{chosen, chosen_percent, count, pounds};
use super::strategies as offers_words;
use super::{common, starting_points};
use crate::chart::{
    AuditChart, Chart, ChartFile, CouncilsChart, GapChart, OffersChart, PaymentChart, ResultsFile, RiskChart,
    RowsChart, TargetChart,
};
use crate::data::Resolution;
use crate::model::strategies::{Assumption, Strategy};
use crate::results::TargetingResult;
use crate::results::assumed::{Bases, is_target_used, is_used};
use crate::scenario::offers::{Amounts, FundingKind, Offers};
use crate::scenario::programme::EligibleKind;
use crate::scenario::{CutKind, Scenario, View};

/// Before the buttons of a chart.
pub const DOWNLOAD: &str = "Download";
/// While a file is being made.
pub const UNDER_WAY: &str = "Making the file…";
/// Said when a file was handed to the browser.
pub const SAVED: &str = "Saved";
/// Said where the browser refused.
pub const NOT_SAVED: &str = "This could not be saved. The browser may not allow it here, or the connection was lost. Try \
     again, or open this page in a tab of its own.";

/// What a button of a chart says.
pub const fn file_label(file: ChartFile) -> &'static str {
    match file {
        ChartFile::Png => "Picture (PNG)",
        ChartFile::Svg => "Drawing (SVG)",
        ChartFile::Csv => "Numbers (CSV)",
    }
}

/// Its full name, for those who do not see which chart it belongs to.
pub fn file_name(file: ChartFile, chart: Chart) -> String {
    format!("{DOWNLOAD}: {} of {}", file_label(file), chart_name(chart))
}

/// The same at the beginning of a line.
pub fn chart_title(chart: Chart) -> String {
    super::capital(chart_name(chart))
}

/// Short name of a chart.
pub const fn chart_name(chart: Chart) -> &'static str {
    match chart {
        Chart::Target(TargetChart::People) => "the hundred people",
        Chart::Target(TargetChart::Curve) => "the curve",
        Chart::Target(TargetChart::Fifths) => "the fifths",
        Chart::Councils(CouncilsChart::Strip) => "all places on a scale",
        Chart::Councils(CouncilsChart::Map) => "all places on a map",
        Chart::Offers(OffersChart::CoverageCascade) => "where people end up",
        Chart::Offers(OffersChart::Reached) => "people reached",
        Chart::Offers(OffersChart::TotalCost) => "total cost",
        Chart::Offers(OffersChart::CostEach) => "cost for each person",
        Chart::Offers(OffersChart::Plane) => "good done and gap closed",
        Chart::Offers(OffersChart::Tornado) => "what makes the difference",
        Chart::Offers(OffersChart::Uptake) => "uptake by fifth",
        Chart::Offers(OffersChart::ValuePlane) => "cost and good done",
        Chart::Offers(OffersChart::Acceptability) => "how often each is best",
        Chart::Risk(RiskChart::Curves) => "the two curves",
        Chart::Risk(RiskChart::Moved) => "who moves below each line",
        Chart::Risk(RiskChart::Fifths) => "whom the target misses",
        Chart::Gap(GapChart::Slope) => "the line and its target",
        Chart::Rows(RowsChart::Scatter) => "the rows",
        Chart::Rows(RowsChart::Groups) => "the groups",
        Chart::Gap(GapChart::HealthyLife) => "years in good health",
        Chart::Gap(GapChart::LowIncome) => "children in low-income families",
        Chart::Payment(PaymentChart::OneMore) => "the cost of one more person",
        Chart::Payment(PaymentChart::UptakeFifths) => "uptake in fifths",
        Chart::Audit(AuditChart::Fifths) => "people served by fifth",
    }
}

/// Heading of the downloads of all results.
pub const ALL: &str = "Download all results";
/// What they hold.
const ALL_TEXT: &str = "Every number behind this page, not rounded. The description says what each is, names the source and links back here.";

/// What they hold of an audit.
const ALL_OF_AUDIT: &str = "Every number of this page that may be told. Small counts are held back. The description says what each is, names the \
     source and links back here.";

/// What the downloads of all results of a view hold.
pub fn all_text(view: View) -> &'static str {
    if view == View::Audit { ALL_OF_AUDIT } else { ALL_TEXT }
}

/// What a button of all results says.
pub const fn results_label(file: ResultsFile) -> &'static str {
    match file {
        ResultsFile::Csv => "For a spreadsheet (CSV)",
        ResultsFile::Json => "For a program (JSON)",
        ResultsFile::Csvw => "Description of the table (CSVW)",
    }
}

/// Its full name.
pub fn results_name(file: ResultsFile) -> String {
    format!("{ALL}: {}", results_label(file))
}

/// Which figures were used, and what they can and cannot say.
pub fn figures(scenario: &Scenario, missed: &TargetingResult) -> String {
    let areas = count(missed.units);
    if scenario.uses_own() {
        return figures_in_short(scenario, missed);
    }
    if missed.resolution == Resolution::Areas {
        let edition = common::edition_name(scenario.data);
        return format!(
            "Exact: {areas} single areas of the {edition}, from a file added on this device. Where that file is not added, the \
             link opens to the built-in figures."
        );
    }
    let nearness = if missed.is_approximate { bound(scenario, missed) } else { EXACT };
    format!("Built-in figures: {areas} areas. {nearness}")
}

/// Where the figures come from, and their licence.
pub fn attribution(scenario: &Scenario) -> String {
    source_name_of(scenario)
}

/// What an assumption rests on.
pub fn basis(offers: &Offers, assumption: Assumption) -> String {
    if offers.is_changed(assumption) && !offers.is_measured(assumption) {
        CHANGED.to_owned()
    } else {
        offers_words::basis(offers, assumption)
    }
}

/// Of an assumption that is not as the example has it.
const CHANGED: &str = "changed from the example";

/// Said where the number of people is estimated.
fn estimated(scenario: &Scenario, missed: &TargetingResult) -> Option<&'static str> {
    let is_estimated = missed.resolution == Resolution::Bands;
    people_estimated(scenario.data).filter(|_| is_estimated && !scenario.uses_own())
}

/// Whether the number of people is estimated.
pub fn is_estimated(scenario: &Scenario, missed: &TargetingResult) -> bool {
    estimated(scenario, missed).is_some()
}

/// The target, with its exact size.
fn target(scenario: &Scenario) -> String {
    let whole = if scenario.cut == CutKind::Local && scenario.whole { ", whole areas only" } else { "" };
    format!("{} ({}{}{whole})", target_name(scenario, scenario.cut), chosen(scenario.share), unit(scenario))
}

/// Below the title of a picture: place and target.
pub fn place_and_target(place: &str, scenario: &Scenario) -> String {
    format!("{place}. Target: {}.", target_name(scenario, scenario.cut))
}

/// Below the title of a picture of offers: place, example, and the target if an offer makes use of it.
pub fn place_and_offers(place: &str, scenario: &Scenario) -> String {
    let example = starting_points::name(scenario.offers.start);
    let target = if is_target_used(&scenario.offers) {
        format!(" Targeted: {}.", target_name(scenario, scenario.cut))
    } else {
        String::new()
    };
    format!("{place}. Example: {example}.{target}")
}

/// Below the title of a picture of fifths.
pub fn place_and_scale(place: &str, scale: &str) -> String {
    format!("{place}. {scale}")
}

/// How to read a curve that does not move.
pub const CURVE_HOW_TO: &str = "The solid line is the share of people in need inside the target, the dashed line the share of \
     everyone. The space between them is what targeting gains. The target is shaded.";

/// Where there are no bars to draw.
pub const NOTHING_TO_SHOW: &str =
    "Nothing to show: no assumption makes a difference here, or one of the two offers reaches nobody in need.";

/// The foot of a picture: what it rests on, the source and the way back to the page.
pub fn foot(scenario: &Scenario, missed: &TargetingResult, is_of_offers: bool, date: &str, link: &str) -> Vec<String> {
    let mut foot = Vec::new();
    if is_of_offers {
        foot.push(assumptions_in_short(&scenario.offers));
    }
    foot.push(figures(scenario, missed));
    foot.extend(estimated(scenario, missed).map(str::to_owned));
    foot.push(source_of(scenario));
    foot.push(made_with(date, link));
    foot
}

/// The foot of a picture of all councils: the source and the way back to the page.
pub fn foot_of_all(scenario: &Scenario, missed: &TargetingResult, date: &str, link: &str) -> Vec<String> {
    let mut foot: Vec<String> = estimated(scenario, missed).map(str::to_owned).into_iter().collect();
    foot.extend([source_of(scenario), made_with(date, link)]);
    foot
}

/// When a file was made, and the way back to the page.
pub fn made_with(date: &str, link: &str) -> String {
    format!("Made with “{TITLE}” on {date}: {link}")
}

/// How many assumptions there are, and what they rest on.
fn assumptions_in_short(offers: &Offers) -> String {
    let bases = Bases::of(offers);
    let Bases { published, own, illustrative } = bases;
    let own_text = if own > 0 { format!(", {own} {CHANGED}") } else { String::new() };
    format!(
        "Worked out from {} assumptions: {published} published{own_text}, {illustrative} illustrative. The link shows each.",
        bases.all()
    )
}

/// Said in a file of a chart's numbers.
pub const ROUNDED: &str =
    "Rounded, as the page shows them. “Download all results” at the end of the page has them in full.";
/// Said in a file of all results.
pub const IN_FULL: &str = "Not rounded. Shares are from 0 to 1, money is in pounds. A measure is the place of the number in the \
     JSON file.";

/// The title of a file of all results.
pub fn results_title(view: View) -> String {
    format!("All results: {}", common::heading(view))
}

/// A line of a table of facts.
pub fn fact(name: &str, value: impl Into<String>) -> Vec<String> {
    vec![name.to_owned(), value.into()]
}

/// The first lines of a table: what it is about, a name and a value each.
pub fn header(
    title: &str,
    numbers: &str,
    (place, scenario): (&str, &Scenario),
    missed: &TargetingResult,
    (date, link): (&str, &str),
) -> Vec<Vec<String>> {
    let need = match scenario.uses_own() {
        true => in_need_capital(scenario).into_owned(),
        false => format!("{}. {}", in_need_capital(scenario), need_meaning(scenario.need, scenario.data)),
    };
    let mut rows = vec![
        fact("Title", title),
        fact("Numbers", numbers),
        fact("Place", place),
        fact("Who is in need", need),
        fact(&format!("{} ordered by", areas_capital(scenario)), rank_label(scenario.rank, scenario)),
        fact("Target", target(scenario)),
    ];
    rows.push(fact("Figures", figures(scenario, missed)));
    rows.extend(estimated(scenario, missed).map(|note| fact("Note", note)));
    rows.push(fact("Source", attribution(scenario)));
    rows.push(fact("Made on", date));
    rows.push(fact("Link", link));
    rows
}

/// Further first lines where offers are compared: how they work, and every assumption that matters.
pub fn offers_header(scenario: &Scenario) -> Vec<Vec<String>> {
    let offers = &scenario.offers;
    let compared: Vec<&str> = offers.compare.iter().map(|&strategy| offers_words::name(strategy)).collect();
    let how_far = match offers.funding {
        FundingKind::Full => String::new(),
        FundingKind::Budget => format!(": {}", pounds(offers.budget as f64)),
        FundingKind::Coverage => format!(": {}", chosen_percent(offers.reach)),
    };
    let mut rows = vec![
        fact("Example", starting_points::name(offers.start).to_owned()),
        fact(offers_words::COMPARE, compared.join(", ")),
        fact(offers_words::FUNDING, format!("{}{how_far}", offers_words::funding_name(offers.funding))),
    ];
    rows.extend(programme_facts(offers));
    if offers.compare.contains(&Strategy::ByNeed) {
        rows.push(fact(offers_words::SCOPE, offers_words::scope_name(offers.need_scope).to_owned()));
    }
    if offers.compare.contains(&Strategy::Proportionate) {
        rows.push(fact(offers_words::OUTREACH_TO, offers_words::outreach_name(offers.outreach_where).to_owned()));
    }
    let mut headings = offers_words::REGISTER_COLUMNS.map(str::to_owned).to_vec();
    headings.push("Source".to_owned());
    rows.push(headings);
    rows.extend(Assumption::ALL.into_iter().filter(|&a| is_used(offers, a)).map(|assumption| {
        let name = offers_words::assumption_name(assumption);
        let mut cells = vec![format!("{name} ({})", offers_words::unit_name(assumption))];
        cells.extend(offers.amounts(assumption).0.map(|amount| Amounts::format(assumption, amount)));
        cells.push(basis(offers, assumption));
        cells.push(offers_words::source(offers, assumption).unwrap_or_default());
        cells
    }));
    rows
}

/// What makes the offers a programme, as far as it is not as a new page has it.
fn programme_facts(offers: &Offers) -> Vec<Vec<String>> {
    let programme = &offers.programme;
    let mut rows = Vec::new();
    if offers.is_for_some() {
        rows.push(fact(offers_words::ELIGIBLE, offers_words::eligible_name(programme.eligible).to_owned()));
    }
    if programme.eligible == EligibleKind::Number {
        let [in_need, others] = programme.numbers.map(|number| count(number as f64));
        rows.extend([fact(offers_words::ELIGIBLE_NEED, in_need), fact(offers_words::ELIGIBLE_OTHERS, others)]);
    }
    if offers.has_present() {
        rows.push(fact(offers_words::AGAINST, offers_words::against_name(programme.against).to_owned()));
    }
    if programme.averts.is_yearly() {
        rows.extend([
            fact(offers_words::AVERTS, offers_words::averts_name(programme.averts).to_owned()),
            fact(offers_words::YEARS, programme.years.to_string()),
            fact(offers_words::DISCOUNT, chosen_percent(programme.discount)),
        ]);
    }
    rows.extend(programme.price_year.map(|year| fact(offers_words::PRICE_YEAR, year.to_string())));
    rows.extend(programme.worth.map(|worth| fact(offers_words::WORTH, pounds(worth.get()))));
    rows
}
