//! A link is the whole state of a page: what is written into one is read from it again, what makes no sense is told and
//! left out, and the links of version 1 mean what they meant for ever.
#![allow(clippy::unwrap_used)]

mod support {
    pub mod scenarios;
}

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use support::scenarios::scenario;
use who_gets_missed::data::{Edition, NeedMeasure, RankBy};
use who_gets_missed::model::Basis;
use who_gets_missed::scenario::{CutKind, Decoded, Notice, Percent, Place, Scenario, ToQuery, View};
use who_gets_missed::words;

const MOST_NOTICES: usize = 5;

fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..40).prop_map(|chars| chars.into_iter().collect())
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2019), failure_persistence: None, ..Default::default() }
}

/// The link gives this scenario, and nothing in it is left out.
#[track_caller]
fn check(query: &str, expect: &Scenario) {
    let decoded = Scenario::from_query(query);
    assert_eq!(decoded, Decoded { scenario: expect.clone(), notices: Vec::new() }, "{query}");
}

/// Whatever the link, the page can say what is wrong with it in a few lines, and has a link of its own.
#[track_caller]
fn check_survives(query: &str) {
    let Decoded { scenario, notices } = Scenario::from_query(query);
    assert!(notices.len() <= MOST_NOTICES, "{} notices", notices.len());
    for notice in &notices {
        let text = words::notice::text(notice);
        assert!(!text.is_empty() && text.chars().count() < 250 && !text.contains(char::is_control), "{text:?}");
    }
    check(&scenario.to_query(), &scenario);
}

proptest! {
    #![proptest_config(settings(3000))]

    #[test]
    fn what_is_written_into_a_link_is_read_from_it(scenario in scenario()) {
        let query = scenario.to_query();
        check(&query, &scenario);
        check(&format!("?{query}"), &scenario);
    }
}

/// Links of version 2 with every key, and with every name that a value can have. They may be added to, never changed.
const WRITTEN: &str = include_str!("fixtures/links_written.txt");

#[test]
fn what_was_written_is_written_still() {
    let choices = |link: &str| link.split_once('&').map(|(_version, choices)| choices.to_owned());
    for link in WRITTEN.lines() {
        let decoded = Scenario::from_query(link);
        assert_eq!(decoded.notices, [], "{link}");
        assert_eq!(choices(&decoded.scenario.to_query()), choices(link));
    }
}

proptest! {
    #![proptest_config(settings(300))]

    #[test]
    fn a_link_needs_no_encoding_and_takes_any(scenario in scenario()) {
        let query = scenario.to_query();
        // Texts of a person's own are encoded already, as forms do it.
        prop_assert!(query.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&,.-_*%+~".contains(&b)), "{query}");
        let encode = |text: &str| text.bytes().map(|b| format!("%{b:02x}")).collect::<String>();
        let pairs = form_urlencoded::parse(query.as_bytes());
        let encoded: Vec<String> = pairs.map(|(key, value)| format!("{}={}", encode(&key), encode(&value))).collect();
        check(&encoded.join("&"), &scenario);
    }

    #[test]
    fn a_link_says_only_what_differs_from_the_default(scenario in scenario()) {
        let query = scenario.to_query();
        let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("v=")).collect();
        for left_out in 0..pairs.len() {
            let rest: Vec<&str> = [&pairs[..left_out], &pairs[left_out + 1..]].concat();
            let rest = format!("v=2&{}", rest.join("&"));
            prop_assert_ne!(&Scenario::from_query(&rest).scenario, &scenario, "{} says nothing", pairs[left_out]);
        }
    }

    #[test]
    fn the_order_of_the_keys_does_not_matter(scenario in scenario()) {
        let query = scenario.to_query();
        let backwards: Vec<&str> = query.split('&').rev().collect();
        check(&backwards.join("&"), &scenario);
    }

    #[test]
    fn a_link_that_was_cut_short_still_opens(scenario in scenario(), length in 0..200_usize) {
        let query = scenario.to_query();
        check_survives(query.get(..length).unwrap_or(&query));
    }

    #[test]
    fn a_link_of_any_text_opens(text in text(), separated in vec(text(), 0..12)) {
        check_survives(&text);
        check_survives(&separated.join("&"));
        check_survives(&separated.join("="));
    }

    #[test]
    fn a_link_of_known_keys_with_any_values_opens(
        pairs in prop::collection::vec(
            (
                select(vec!["view", "data", "place", "need", "rank", "cut", "basis", "share", "whole", "goal", "v", "x"]),
                prop::collection::vec(any::<u8>(), 0..60),
            ),
            0..12,
        ),
    ) {
        let encode = |(key, bytes): &(&str, Vec<u8>)| {
            format!("{key}={}", bytes.iter().map(|b| format!("%{b:02X}")).collect::<String>())
        };
        check_survives(&pairs.iter().map(encode).collect::<Vec<_>>().join("&"));
    }
}

#[test]
fn the_link_of_the_default_page_says_its_version_alone() {
    assert_eq!(Scenario::default().to_query(), "v=2");
    for query in ["", "?", "&&", "share=20&cut=national&place=cambridgeshire-peterborough&data=iod2025"] {
        check(query, &Scenario::default());
    }
}

#[test]
fn links_of_version_1_mean_what_they_meant() {
    let default = || Scenario { data: Edition::Iod2019, ..Scenario::default() };
    let place = |codes: &str| codes.parse::<Place>().unwrap();
    let share = Percent::from_tenths;
    let links = [
        ("share=30&cut=local", Scenario { share: share(300), cut: CutKind::Local, ..default() }),
        ("place=england&need=children", Scenario { place: Place::England, need: NeedMeasure::Children, ..default() }),
        (
            "place=E07000008,E07000012&rank=need&cut=local&basis=people&whole=1&share=12.5",
            Scenario {
                place: place("E07000008,E07000012"),
                rank: RankBy::Need,
                cut: CutKind::Local,
                basis: Basis::People,
                whole: true,
                share: share(125),
                ..default()
            },
        ),
        ("data=iod2025", Scenario { data: Edition::Iod2025, ..default() }),
        ("data=iod2025&place=E06000061", Scenario { data: Edition::Iod2025, place: place("E06000061"), ..default() }),
        ("place=e08000025", Scenario { place: place("E08000025"), ..default() }),
        ("place=E07000012%2CE07000008", Scenario { place: place("E07000008,E07000012"), ..default() }),
        ("place=E06000031,E07000008,E07000009,E07000010,E07000011,E07000012", default()),
        ("need=older&share=0", Scenario { need: NeedMeasure::Older, share: share(0), ..default() }),
        ("share=100&goal=95", Scenario { share: share(1000), goal: share(950), ..default() }),
        ("share=0.1", Scenario { share: share(1), ..default() }),
        ("share=33.3%25", Scenario { share: share(333), ..default() }),
        ("view=data", Scenario { view: View::Data, ..default() }),
        ("view=strategies&present=1", Scenario { view: View::Strategies, present: true, ..default() }),
        ("view=about&present=1&session=1", Scenario { view: View::About, present: true, session: true, ..default() }),
        ("embed=1", Scenario { embed: true, ..default() }),
        ("v=1&rank=need&need=income", Scenario { rank: RankBy::Need, ..default() }),
    ];
    for (query, scenario) in links {
        check(query, &scenario);
    }
}

/// Whether a link holds a key that means something here.
fn is_known(query: &str) -> bool {
    const KEYS: [&str; 13] =
        ["view", "data", "place", "need", "rank", "cut", "basis", "share", "whole", "goal", "embed", "present", "v"];
    KEYS.iter().any(|key| query.starts_with(&format!("{key}=")))
}

/// The link gives the default scenario and these notices.
#[track_caller]
fn check_notices(query: &str, expect: &[Notice]) {
    let decoded = Scenario::from_query(query);
    // Whatever stands in it, a link that says no version is of the first.
    let data = if query.contains("v=3") || query.contains("v=4") || !is_known(query) {
        Edition::NEWEST
    } else {
        Edition::Iod2019
    };
    assert_eq!(decoded.scenario, Scenario { data, ..Scenario::default() }, "{query}");
    assert_eq!(decoded.notices, expect, "{query}");
}

#[test]
fn an_unknown_key_is_told_and_left_out() {
    let unknown = |key: &str| Notice::UnknownKey(key.to_owned());
    for key in ["utm_source", "Share", "shares", "", "%F0%9F%98%80"] {
        let decoded = if key.starts_with('%') { "\u{1F600}" } else { key };
        check_notices(&format!("{key}=1"), &[unknown(decoded)]);
    }
    check_notices("fbclid", &[unknown("fbclid")]);
    check_notices("a=1&b=2", &[unknown("a"), unknown("b")]);
}

#[test]
fn a_value_that_cannot_be_is_told_and_the_default_stays() {
    let cases = [
        ("view", "map"),
        ("data", "iod2015"),
        ("place", "leeds"),
        ("place", ""),
        ("place", "E07000008,"),
        ("need", "housing"),
        ("rank", "IMD"),
        ("cut", "regional"),
        ("basis", "households"),
        ("share", "-1"),
        ("share", "100.1"),
        ("share", "a fifth"),
        ("share", "NaN"),
        ("share", ""),
        ("whole", "true"),
        ("goal", "101"),
        ("embed", "yes"),
        ("present", "2"),
        ("v", "one"),
    ];
    for (key, value) in cases {
        let notice = Notice::BadValue { key: key.to_owned(), value: value.to_owned() };
        check_notices(&format!("{key}={}", value.replace(' ', "+")), std::slice::from_ref(&notice));
        let text = words::notice::text(&notice);
        assert!(text.contains(&format!("“{key}”")) && text.contains(&format!("“{value}”")), "{text}");
    }
}

#[test]
fn what_is_no_place_in_a_list_is_left_out_and_told() {
    let decoded = Scenario::from_query("place=E07000008,W06000015,atlantis");
    let rest: Place = "E07000008".parse().unwrap();
    let notice = Notice::PlaceLeftOut { part: "W06000015, atlantis".to_owned(), rest: rest.clone() };
    let text = words::notice::text(&notice);
    assert!(text.contains("“W06000015, atlantis”") && text.contains("left out"), "{text}");
    assert_eq!((decoded.scenario.place, decoded.notices), (rest, vec![notice]));
}

#[test]
fn a_page_without_steps_is_not_presented_and_says_so() {
    for view in View::ALL {
        let name = Scenario { view, ..Scenario::default() }.to_query();
        let decoded = Scenario::from_query(&format!("{name}&present=1&step=3"));
        let (present, step) = if view.spec().has_steps { (true, 3) } else { (false, 0) };
        assert_eq!(decoded.scenario, Scenario { view, present, step, ..Scenario::default() }, "{name}");
        assert_eq!(decoded.notices, if present { vec![] } else { vec![Notice::NoSteps] }, "{name}");
        // The guided session has steps of its own.
        let session = Scenario::from_query(&format!("{name}&present=1&session=1&step=3"));
        assert!(session.scenario.is_presented() && session.notices.is_empty(), "{name}");
    }
}

#[test]
fn a_change_leaves_what_is_locked() {
    let before = Scenario::from_query("place=E07000008&need=older&cut=local&basis=people&share=35&rank=need").scenario;
    let changed =
        Scenario { view: View::Strategies, ..Scenario::from_query("place=england&data=iod2025&whole=1").scenario };
    let settled = |lock: &str| {
        let mut after = Scenario { lock: lock.parse().unwrap_or_default(), ..changed.clone() };
        after.settle(&before);
        after
    };
    assert_eq!(settled(""), changed);
    for (lock, kept) in [
        ("place", Scenario { place: before.place.clone(), ..settled("") }),
        ("need", Scenario { need: before.need, ..settled("") }),
        ("cut", Scenario { cut: before.cut, basis: before.basis, whole: before.whole, ..settled("") }),
        ("share", Scenario { share: before.share, ..settled("") }),
        ("more", Scenario { data: before.data, rank: before.rank, ..settled("") }),
    ] {
        assert_eq!(settled(lock), Scenario { lock: lock.parse().unwrap_or_default(), ..kept }, "{lock}");
    }
    // A page without steps does not stay presented.
    let mut after = Scenario { view: View::Data, ..Scenario::from_query("present=1&step=2").scenario };
    after.settle(&before);
    assert!(!after.present && after.step == 0);
}

#[test]
fn one_bad_value_does_not_spoil_the_rest() {
    let decoded = Scenario::from_query("cut=sideways&share=35&place=england");
    let data = Edition::Iod2019;
    let expect = Scenario { share: Percent::from_tenths(350), place: Place::England, data, ..Scenario::default() };
    assert_eq!((decoded.scenario, decoded.notices.len()), (expect, 1));
}

#[test]
fn figures_of_ones_own_stay_where_they_are() {
    for (query, notices) in [
        ("data=own", vec![]),
        ("data=own&cut=local", vec![]),
        ("data=own&cut=national", vec![Notice::OwnUnitsHaveNoRanks]),
    ] {
        assert_eq!(Scenario::from_query(query).notices, notices, "{query}");
    }
    let decoded = Scenario::from_query("data=own&share=10").scenario;
    assert!(decoded.uses_own() && decoded.cut == CutKind::Local);
    assert_eq!(decoded.to_query(), "v=2&data=own&share=10");
    // Other views are about places.
    assert!(!Scenario::from_query("data=own&view=councils").scenario.uses_own());
}

#[test]
fn a_link_of_a_later_version_is_read_as_far_as_it_goes() {
    check_notices("v=3", &[Notice::LaterVersion]);
    check_notices("v=4000000000", &[Notice::LaterVersion]);
}

#[test]
fn a_link_full_of_nonsense_says_so_five_times_and_no_more() {
    let nonsense: Vec<String> = (0..1000).map(|i| format!("key{i}={i}")).collect();
    assert_eq!(Scenario::from_query(&nonsense.join("&")).notices.len(), MOST_NOTICES);
    check_survives(&nonsense.join("&"));
}

#[test]
fn long_and_hostile_links_open() {
    let long = "x".repeat(1_000_000);
    let codes: Vec<String> = (0..50_000).map(|i| format!("E0{}", 6_000_000 + i)).collect();
    let hostile = [
        long.clone(),
        format!("{long}={long}"),
        format!("share={long}"),
        format!("place={}", codes.join(",")),
        format!("place={}", ",".repeat(100_000)),
        format!("share={}", "9".repeat(100_000)),
        format!("share=0.{}1", "0".repeat(100_000)),
        "share=%".to_owned(),
        "share=%2".to_owned(),
        "share=%zz&place=%FF%FE".to_owned(),
        "place=<script>alert(1)</script>".to_owned(),
        "place=../../etc/passwd%00".to_owned(),
        "????share=30".to_owned(),
        "=&=&=&=&=&=&=&=".to_owned(),
        "\u{202e}\u{0}\r\nSet-Cookie: a=b".to_owned(),
        "place=E0٦٠٠٠٠٣١".to_owned(),
    ];
    for query in hostile {
        check_survives(&query);
    }
}

#[test]
fn what_is_passed_on_does_not_say_how_it_is_shown_here() {
    let here = "embed=1&present=1&session=1&step=3&lock=place&accent=005ea5&font=georgia&density=compact&share=30";
    assert_eq!(Scenario::from_query(here).scenario.full(), Scenario::from_query("share=30").scenario);
}
