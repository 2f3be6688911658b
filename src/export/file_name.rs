//! Names of files: what they hold, of which place, in characters that every system takes.

use super::Exportable;
use crate::chart::{Chart, ChartFile, OffersChart, PaymentChart, ResultsFile, RiskChart};
use crate::scenario::{NumbersOf, Scenario, chart_key};

/// The most characters of a place's name.
const MOST: usize = 32;

/// The name of a chart's file, such as `who-gets-missed-areas-people-leeds-iod2019.png`.
pub fn chart_file_name(of: &dyn Exportable, chart: Chart, file: ChartFile) -> String {
    let name = match chart {
        // Files had these names before links had any.
        Chart::Offers(OffersChart::Plane) => "gap",
        Chart::Offers(OffersChart::Tornado) => "differences",
        Chart::Risk(RiskChart::Curves) => "curves",
        Chart::Risk(RiskChart::Fifths) => "fifths",
        Chart::Payment(PaymentChart::UptakeFifths) => "uptake",
        chart => chart_key(chart),
    };
    let extension = match file {
        ChartFile::Png => "png",
        ChartFile::Svg => "svg",
        ChartFile::Csv => "csv",
    };
    file_name(of.scenario(), name, &of.place_of(chart), extension)
}

/// The name of a file of all results.
pub fn results_file_name(of: &dyn Exportable, file: ResultsFile) -> String {
    let extension = match file {
        ResultsFile::Csv => "csv",
        ResultsFile::Json => "json",
        ResultsFile::Csvw => "csv-metadata.json",
    };
    file_name(of.scenario(), "results", &of.place(), extension)
}

fn file_name(scenario: &Scenario, what: &str, place: &str, extension: &str) -> String {
    let spec = scenario.view.spec();
    let view = spec.file_name;
    let place = place_name(scenario, place);
    let edition = match spec.numbers {
        NumbersOf::Need | NumbersOf::Councils | NumbersOf::Residents | NumbersOf::Nothing => {
            format!("-{}", if scenario.uses_own() { "own" } else { scenario.data.key() })
        }
        // Rows do not come from an edition.
        NumbersOf::Rows => String::new(),
    };
    format!("who-gets-missed-{view}-{what}-{place}{edition}.{extension}")
}

/// A place's name in small letters, digits and hyphens; its first code if nothing is left of the name.
fn place_name(scenario: &Scenario, name: &str) -> String {
    let mut safe = String::new();
    for character in name.chars() {
        match character {
            _ if safe.len() >= MOST => break,
            'A'..='Z' | 'a'..='z' | '0'..='9' => safe.push(character.to_ascii_lowercase()),
            '\'' | '’' => {}
            _ if !safe.is_empty() && !safe.ends_with('-') => safe.push('-'),
            _ => {}
        }
    }
    let safe = safe.trim_end_matches('-');
    match (&scenario.place, safe) {
        (place, "") => place.codes().first().map_or_else(String::new, ToString::to_string),
        _ => safe.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_safe() {
        let scenario = Scenario { place: "E07000008".parse().unwrap(), ..Scenario::default() };
        let cases = [
            ("King’s Lynn and West Norfolk", "kings-lynn-and-west-norfolk"),
            ("Herefordshire, County of", "herefordshire-county-of"),
            ("../../etc/passwd", "etc-passwd"),
            ("<script>alert(\"1\")</script>\n=HYPERLINK()", "script-alert-1-script-hyperlink"),
            ("東京", "E07000008"),
            ("A name that goes on for longer than any council", "a-name-that-goes-on-for-longer-t"),
        ];
        for (name, safe) in cases {
            assert_eq!(place_name(&scenario, name), safe);
        }
    }
}
