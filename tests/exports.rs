//! Files made of charts and results: they stand on their own, hold what the page shows, and nothing in them is run.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod built_in;
    pub mod csv;
    pub mod facts;
    pub mod file7;
}

use std::sync::Arc;

use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::Value;
use support::csv::read;
use support::facts::Page;
use support::file7::{File7, areas};
use who_gets_missed::chart::svg_style::look;
use who_gets_missed::chart::{Chart, OffersChart, Shape, TargetChart};
use who_gets_missed::data::official::Importer;
use who_gets_missed::data::{Edition, Places};
use who_gets_missed::export::{Csv, Origin, chart_csv, results_csv, results_json, sheet, table};
use who_gets_missed::plain::plain;
use who_gets_missed::results::report::PlaceInput;
use who_gets_missed::scenario::Scenario;

/// When and where the files were made.
const ORIGIN: Origin = Origin { date: "2026-03-01", link: "https://example.org/missed/?place=E07000008" };
const LICENCE: &str = "Contains public sector information licensed under the Open Government Licence v3.0";

const QUERIES: [&str; 6] = [
    "",
    "place=E07000008&need=children&cut=local&basis=people&share=33.3&whole=1",
    "data=iod2025&place=england&rank=need&share=0",
    "view=strategies",
    "view=strategies&start=energy-bills&offers=universal,area,need,group,proportionate&funding=budget&budget=10&tie-on=gap",
    "view=strategies&data=iod2025&place=E06000031&start=school-meals&funding=coverage&reach=90&stigma=2,8,15&share=100",
];

/// The charts of a target and of offers.
fn charts() -> impl Iterator<Item = Chart> {
    Chart::ALL.iter().copied().filter(|chart| matches!(chart, Chart::Target(_) | Chart::Offers(_)))
}

/// A name as a file of somebody's own may hold it.
const HOSTILE: &str = "=HYPERLINK(\"https://evil.example\",\"x\")<script>alert('1')</script>&\n]]>";

fn svg(page: &Page, chart: Chart) -> String {
    page.with_offers(|of| sheet(chart, of, &ORIGIN)).unwrap().draw().text
}

fn texts(svg: &str) -> String {
    let xml = Document::parse(svg).unwrap();
    let texts = xml.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.filter_map(|node| node.text()).collect::<Vec<_>>().join(" ")
}

/// Neither script nor foreign content nor style, and nothing that points elsewhere.
#[track_caller]
fn check_is_inert(node: Node) {
    const ELEMENTS: [&str; 8] = ["svg", "title", "g", "rect", "line", "path", "circle", "text"];
    const ATTRIBUTES: &str = " width height viewBox role aria-label font-family font-size font-weight text-anchor transform \
         fill stroke stroke-width stroke-dasharray stroke-linejoin opacity x y x1 x2 y1 y2 d cx cy r ";
    assert!(ELEMENTS.contains(&node.tag_name().name()), "{:?}", node.tag_name());
    for attribute in node.attributes() {
        assert!(ATTRIBUTES.contains(&format!(" {} ", attribute.name())), "{}", attribute.name());
        assert!(!attribute.value().contains("url("), "{}", attribute.value());
    }
}

#[test]
fn every_chart_is_a_drawing_that_stands_on_its_own() {
    for query in QUERIES {
        let page = Page::of(query);
        for chart in charts() {
            let sheet = page.with_offers(|of| sheet(chart, of, &ORIGIN)).unwrap();
            let svg = sheet.draw();
            let xml = Document::parse(&svg.text).unwrap();
            for node in xml.descendants().filter(Node::is_element) {
                check_is_inert(node);
                let number = |name| node.attribute(name).and_then(|text: &str| text.parse::<f64>().ok());
                if let Some(y) = number("y") {
                    assert!((0.0..=f64::from(svg.height)).contains(&y), "{query} {chart:?}: {node:?}");
                }
            }
            let root = xml.root_element();
            assert_eq!((root.attribute("width"), root.attribute("role")), (Some("800"), Some("img")));
            assert_eq!(root.attribute("aria-label"), Some(&*sheet.title));
            let texts = texts(&svg.text);
            for part in [LICENCE, page.scenario.data.key().trim_start_matches("iod"), ORIGIN.date, ORIGIN.link] {
                assert!(texts.contains(part), "{query} {chart:?} does not say {part}: {texts}");
            }
            let is_empty = sheet.layers.iter().all(|layer| layer.shapes.is_empty());
            assert_eq!(is_empty, texts.contains("Nothing to show"), "{query} {chart:?}");
        }
    }
}

#[test]
fn every_class_that_a_scene_uses_has_a_look() {
    for query in QUERIES {
        let page = Page::of(query);
        for chart in charts() {
            let sheet = page.with_offers(|of| sheet(chart, of, &ORIGIN)).unwrap();
            let shapes = sheet.layers.iter().flat_map(|layer| &layer.shapes).map(|shape| match shape {
                Shape::Line { class, .. }
                | Shape::Rect { class, .. }
                | Shape::Path { class, .. }
                | Shape::Dot { class, .. } => (*class, false),
                Shape::Text { class, .. } => (*class, true),
            });
            for (class, is_text) in shapes.chain(sheet.key.iter().map(|(class, _)| (*class, false))) {
                let look = look(class, is_text).unwrap_or_else(|| panic!("{chart:?}: {class} has no look"));
                assert!(look.iter().any(|(name, _)| ["fill", "stroke"].contains(name)), "{class} cannot be seen");
            }
        }
    }
}

#[test]
fn what_stands_side_by_side_differs_without_colour_too() {
    let lightness = |class: &str| {
        let look = look(class, false).unwrap();
        let fill = look.iter().find(|(name, _)| *name == "fill").unwrap().1.trim_start_matches('#');
        let part = |index: usize| match fill.len() {
            3 => f64::from(u8::from_str_radix(&fill[index..=index].repeat(2), 16).unwrap()),
            _ => f64::from(u8::from_str_radix(&fill[2 * index..2 * index + 2], 16).unwrap()),
        };
        (0.299 * part(0) + 0.587 * part(1) + 0.114 * part(2)) / 255.0
    };
    let beside = [
        ("part part--reached", "part part--declined"),
        ("part part--declined", "part part--missed"),
        ("bar bar--need", "bar bar--everyone"),
        ("people__reached", "people__missed"),
    ];
    for (one, other) in beside {
        assert!((lightness(one) - lightness(other)).abs() > 0.2, "{one} and {other}");
    }
}

#[test]
fn a_name_that_looks_like_markup_or_a_formula_stays_text() {
    let page = Page::with_name("place=E07000008&view=strategies", "E07000008".parse().unwrap(), HOSTILE);
    for chart in charts() {
        let svg = svg(&page, chart);
        assert!(!svg.contains("<script"), "{chart:?}");
        let xml = Document::parse(&svg).unwrap();
        xml.descendants().filter(Node::is_element).for_each(check_is_inert);
        assert!(texts(&svg).contains("<script>alert('1')</script>&"), "{chart:?}");

        let rows = read(&page.with_offers(|of| chart_csv(chart, of, &ORIGIN)).unwrap());
        assert_eq!(rows[2], ["Place", &format!("'{HOSTILE}")]);
    }
    let rows = read(&page.facts(results_csv).unwrap());
    assert!(rows[1..].iter().all(|row| row[0] == format!("'{HOSTILE}")));
}

#[test]
fn a_charts_numbers_are_read_back_as_the_page_shows_them_below_what_they_are_about() {
    for query in QUERIES {
        let page = Page::of(query);
        for chart in charts() {
            let table = page.with_offers(|of| table(chart, of)).unwrap();
            let text = page.with_offers(|of| chart_csv(chart, of, &ORIGIN)).unwrap();
            assert_eq!(text.matches("\r\n\r\n").count(), 1);
            let rows = read(&text);
            let (header, body) = rows.split_at(rows.len() - table.rows.len() - 1);
            assert_eq!((&body[0], &body[1..]), (&table.headings, table.rows.as_slice()), "{query} {chart:?}");
            assert_eq!(header[0], ["Title", &table.title]);
            let says = |name: &str| header.iter().find(|row| row[0] == name).map(|row| row[1].clone());
            assert!(says("Source").is_some_and(|source| source.contains(LICENCE)));
            assert_eq!((says("Made on").as_deref(), says("Link").as_deref()), (Some(ORIGIN.date), Some(ORIGIN.link)));
            assert!(says("Target").is_some_and(|target| target.contains(&format!("{}%", page.scenario.share))));
        }
    }
}

#[test]
fn every_assumption_in_use_is_listed_with_what_it_rests_on() {
    let page = Page::of("view=strategies&stigma=2,8,15");
    let rows = read(&page.facts(|of| chart_csv(Chart::Offers(OffersChart::TotalCost), of, &ORIGIN)).unwrap());
    let row = |name: &str| rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(row("Uptake that stigma costs (%)")[1..], ["2", "8", "15", "changed from the example", ""]);
    assert_eq!(row("Uptake, most deprived fifth (%)")[1..], ["55", "63", "71", "illustrative", ""]);
    let published = row("Uptake that outreach adds (%)");
    assert_eq!(published[4], "published");
    assert!(published[5].contains("Science 374"));
    // Not assessed by anybody here.
    assert!(rows.iter().all(|row| !row[0].contains("sensitivity")));
}

#[test]
fn a_file_of_ones_own_is_named_as_the_source() {
    let text = File7::new(Edition::Iod2025, &areas(12)).csv();
    let file = Importer::read(text.as_bytes()).unwrap();
    let scenario = Scenario::from_query("data=iod2025&place=E07000008&cut=local").scenario;
    let places = Places::of(Arc::new(file.authorities.clone()));
    let codes = scenario.place.extent(file.edition, &places).authorities();
    let population = file.population(&codes, scenario.need, scenario.rank).unwrap();
    let page = Page::from(scenario, &PlaceInput::new(population, places, Vec::new()).unwrap());
    let says = "single areas of the English Indices of Deprivation 2025, from a file added on this device.";
    assert!(texts(&svg(&page, Chart::Target(TargetChart::People))).contains(says));
    assert!(page.facts(|of| chart_csv(Chart::Target(TargetChart::People), of, &ORIGIN)).unwrap().contains(says));
    let json: Value = serde_json::from_str(&page.facts(results_json).unwrap()).unwrap();
    assert!(json["figures"].as_str().unwrap().contains(says));
    assert!(json["source"].as_str().unwrap().contains(LICENCE));
    assert_eq!(json["resolution"], "areas");
}

#[test]
fn without_offers_there_is_no_chart_of_them() {
    let page = Page::of("");
    for chart in charts() {
        let is_there = matches!(chart, Chart::Target(_));
        assert_eq!(page.facts(|of| sheet(chart, of, &ORIGIN)).is_some(), is_there, "{chart:?}");
        assert_eq!(page.facts(|of| chart_csv(chart, of, &ORIGIN)).is_some(), is_there, "{chart:?}");
    }
}

proptest! {
    #[test]
    fn another_reader_finds_the_same_cells_and_none_is_a_formula(
        rows in prop::collection::vec(prop::collection::vec(prop::collection::vec(prop_oneof![
            Just('"'), Just(','), Just('\n'), Just('\r'), Just('='), Just('-'), prop::char::range(' ', '~'), any::<char>(),
        ], 1..12), 2..5), 1..6)
    ) {
        let cells = |row: Vec<Vec<char>>| row.into_iter().map(String::from_iter).collect::<Vec<String>>();
        let rows: Vec<Vec<String>> = rows.into_iter().map(cells).collect();
        let mut csv = Csv::new();
        csv.rows(&rows);
        let found = read(&csv.text());
        prop_assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), rows.iter().map(Vec::len).collect::<Vec<_>>());
        for (found, expected) in found.iter().flatten().zip(rows.iter().flatten()) {
            // Nothing is added but the apostrophes that make text of a formula, nothing lost but what nobody sees.
            let without = |text: &str| plain(text).replace('\'', "");
            prop_assert_eq!(without(found), without(expected));
            let first = found.trim_start_matches(' ').chars().next().unwrap_or('x');
            let is_number = found.trim_end_matches('%').parse::<f64>().is_ok();
            prop_assert!(!"=+-@\t\r\n".contains(first) || is_number, "{:?}", found);
        }
    }
}
