//! Saved pages are never lost: what is saved is read back, to a file and from it, in two tabs at once, and whatever a
//! file holds.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support {
    pub mod scenarios;
}

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::scenarios::scenario;
use who_gets_missed::model::strategies::{Assumption, AssumptionUnit};
use who_gets_missed::scenario::library::{
    self, Change, Day, FileError, Library, MOST_BYTES, MOST_CHARS, MOST_SAVED, Merged, NameError, ReadFile, SaveError,
    Saved,
};
use who_gets_missed::scenario::population::MOST_CHARACTERS;
use who_gets_missed::scenario::programme::{MOST_EVIDENCE, MOST_EVIDENCE_IN_ALL};
use who_gets_missed::scenario::{Scenario, ToQuery};
use who_gets_missed::words;

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(2025), failure_persistence: None, ..Default::default() }
}

fn day() -> Option<Day> {
    "2026-02-28".parse().ok()
}

fn page(name: &str, query: &str) -> Saved {
    Saved { name: name.to_owned(), query: Scenario::from_kept(query).scenario.to_query(), saved: day() }
}

/// Any text, and names that clash more often than by chance.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => proptest::sample::select(vec!["A", "B", "A (2)", "<b>A</b>"]).prop_map(str::to_owned),
        1 => text(1, 100),
        1 => text(1, 12),
    ]
}

fn text(least: usize, most: usize) -> impl Strategy<Value = String> {
    vec(any::<char>(), least..most).prop_map(|chars| chars.into_iter().collect())
}

/// Pages as they can be in a library: with a name and the query of a scenario.
fn pages(most: usize) -> impl Strategy<Value = Vec<Saved>> {
    let few = prop_oneof![
        proptest::sample::select(vec!["v=2", "v=2&share=30", "v=2&cut=local", "v=2&place=england"])
            .prop_map(str::to_owned),
        scenario().prop_map(|scenario| scenario.to_query()),
    ];
    let page = (name(), few).prop_filter_map("a name that can be read", |(name, query)| {
        Some(Saved { name: library::shortened(&name)?, query, saved: day() })
    });
    vec(page, 0..most)
}

fn holds(library: &Library, page: &Saved) -> bool {
    let begins = |name: &str| {
        let stem: String = page.name.chars().take(MOST_CHARS - 8).collect();
        name.starts_with(stem.trim_end())
    };
    library.entries().iter().any(|entry| entry.query == page.query && begins(&entry.name))
}

fn names_are_fit(library: &Library) -> bool {
    let names: Vec<&str> = library.entries().iter().map(|entry| entry.name.as_str()).collect();
    let fit = |name: &&str| {
        let is_alone = names.iter().filter(|other| other == &name).count() == 1;
        is_alone && (1..=MOST_CHARS).contains(&name.chars().count()) && !name.contains(char::is_control)
    };
    names.iter().all(fit)
}

proptest! {
    #![proptest_config(settings(2000))]

    #[test]
    fn a_state_survives_being_saved_and_written_to_a_file(scenario in scenario(), name in name()) {
        let mut library = Library::default();
        let Ok(name) = library.save(&name, &scenario, day()) else { return Ok(()) };
        let read = library::read(&library::write(library.entries())).unwrap();
        prop_assert_eq!(&read, &ReadFile { entries: library.entries().to_vec(), adjusted: 0, unreadable: 0 });
        let opened = Library::of(read.entries).find(&name).map(Saved::scenario);
        prop_assert_eq!(opened, Some(scenario));
    }
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn merging_loses_nothing_and_a_second_time_changes_nothing(ours in pages(12), theirs in pages(12)) {
        let mut library = Library::of(ours);
        let before = library.entries().to_vec();
        let merged = library.merge(theirs.clone());
        prop_assert_eq!(&library.entries()[..before.len()], &before[..], "nothing here is overwritten");
        prop_assert_eq!((merged.added + merged.same, merged.left_out), (theirs.len(), 0));
        prop_assert!(theirs.iter().all(|page| holds(&library, page)));
        prop_assert!(names_are_fit(&library));
        let once = library.clone();
        let again = library.merge(theirs.clone());
        prop_assert_eq!(again, Merged { same: theirs.len(), ..Merged::default() });
        prop_assert_eq!(library, once);
    }

    #[test]
    fn tabs_that_write_the_list_at_once_lose_nothing(
        start in pages(6), ours in pages(4), theirs in pages(4), gone in 0..6_usize, is_last in any::<bool>(),
    ) {
        let start = Library::of(start);
        let (mut here, mut there) = (start.clone(), start.clone());
        here.merge(ours.clone());
        let deleted = start.entries().get(gone).and_then(|entry| there.delete(&entry.name));
        there.merge(theirs.clone());
        // Each tab writes the list without what the other one has done; the last one stays. Of the changes both do.
        let changes = [&here, &there].map(|tab| Change::between(&start, tab));
        let changes = changes.map(|change| Change::from_text(&change.to_text()).unwrap());
        let list = if is_last { &here } else { &there };
        let kept = Library::kept(list.entries().to_vec(), &changes);
        let is_gone = |page: &Saved| deleted.as_ref().is_some_and(|deleted| deleted.entry.query == page.query);
        for page in start.entries().iter().chain(&ours).chain(&theirs).filter(|page| !is_gone(page)) {
            prop_assert!(holds(&kept, page), "{page:?}");
        }
        let is_back = |entry: &Saved| theirs.iter().chain(&ours).any(|page| page.query == entry.query);
        if let Some(deleted) = deleted.filter(|deleted| !is_back(&deleted.entry)) {
            prop_assert!(kept.find(&deleted.entry.name).is_none_or(|entry| entry.query != deleted.entry.query));
        }
        prop_assert!(names_are_fit(&kept));
        // To have it changed again by the same changes changes nothing.
        prop_assert_eq!(Library::kept(kept.entries().to_vec(), &changes).entries().len(), kept.entries().len());
    }

    #[test]
    fn what_is_undone_is_no_change_any_more(start in pages(6), at in 0..6_usize, other in pages(1)) {
        let start = Library::of(start);
        let Some(name) = start.entries().get(at).map(|entry| entry.name.clone()) else { return Ok(()) };
        let mut library = start.clone();
        let deleted = library.delete(&name).unwrap();
        let removal = Change::between(&start, &library);
        let without = library.clone();
        library.restore(deleted).unwrap();
        prop_assert!(removal.without(&Change::between(&without, &library)).is_empty());

        // A page that was added under a name with a number, and deleted again.
        let mut library = start.clone();
        library.merge(other.clone());
        let added = Change { added: other, ..Change::default() };
        let with = library.clone();
        for entry in Change::between(&start, &with).added {
            library.delete(&entry.name);
        }
        let left = added.without(&Change::between(&with, &library));
        prop_assert!(left.added.iter().all(|page| holds(&start, page)));
    }

    #[test]
    fn a_deleted_page_comes_back_to_where_it_was(entries in pages(8), at in 0..8_usize, pins in 0..4_usize) {
        let mut library = Library::of(entries);
        let names: Vec<String> = library.entries().iter().map(|entry| entry.name.clone()).collect();
        library.set_pins(names.iter().skip(pins).cloned());
        let before = library.clone();
        let Some(deleted) = names.get(at).and_then(|name| library.delete(name)) else { return Ok(()) };
        prop_assert!(library.find(&names[at]).is_none() && !library.is_pinned(&names[at]));
        prop_assert_eq!(library.restore(deleted), Ok(names[at].clone()));
        prop_assert_eq!(library, before);
    }

    #[test]
    fn a_file_that_was_cut_or_changed_is_told_and_never_breaks(entries in pages(6), at in 0..4000_usize, byte in any::<u8>()) {
        let text = library::write(&entries);
        let cut = text.get(..at % text.len().max(1)).unwrap_or_default();
        prop_assert_eq!(library::read(cut), Err(FileError::NotJson));
        let mut bytes = text.into_bytes();
        let position = at % bytes.len();
        bytes[position] = byte;
        if let Ok(read) = library::read(&String::from_utf8_lossy(&bytes)) {
            prop_assert!(read.entries.len() + read.unreadable <= entries.len() + 1);
            prop_assert!(names_are_fit(&Library::of(read.entries)));
        }
    }

    #[test]
    fn any_json_is_told_or_read(name in text(0, 20), query in text(0, 60), saved in text(0, 20), odd in 0..6_u8) {
        let odd = match odd {
            0 => serde_json::json!(null),
            1 => serde_json::json!([[], {}, 5, "text"]),
            2 => serde_json::json!({ "name": 7, "query": "" }),
            3 => serde_json::json!({ "name": "only a name" }),
            4 => serde_json::json!({ "query": "share=5" }),
            _ => serde_json::json!(-1e300),
        };
        let file = serde_json::json!({
            "format": "who-gets-missed/scenarios",
            "version": 1,
            "scenarios": [{ "name": name, "query": query, "saved": saved }, odd],
            "more": { "from": "elsewhere" },
        });
        let read = library::read(&file.to_string()).unwrap();
        prop_assert_eq!(read.entries.len() + read.unreadable, 2);
        for entry in &read.entries {
            prop_assert_eq!(&entry.scenario().to_query(), &entry.query);
            prop_assert!(entry.query.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&,.-".contains(&b)));
        }
        prop_assert!(names_are_fit(&Library::of(read.entries)));
    }
}

fn file(scenarios: &str) -> String {
    format!("{{\"format\":\"who-gets-missed/scenarios\",\"version\":1,\"scenarios\":{scenarios}}}")
}

#[test]
fn what_is_no_file_of_saved_pages_says_why() {
    let cases = [
        ("", FileError::NotJson),
        ("name,query\nA,share=30", FileError::NotJson),
        ("<html></html>", FileError::NotJson),
        ("[]", FileError::OtherFormat),
        ("{}", FileError::OtherFormat),
        ("\"who-gets-missed/scenarios\"", FileError::OtherFormat),
        ("{\"format\":\"who-gets-missed/scenarios\"}", FileError::OtherFormat),
        ("{\"format\":\"who-gets-missed/scenarios\",\"version\":\"1\",\"scenarios\":[]}", FileError::OtherFormat),
        ("{\"format\":\"who-gets-missed/scenarios\",\"version\":0,\"scenarios\":[]}", FileError::OtherFormat),
        ("{\"format\":\"who-gets-missed/scenarios\",\"version\":1,\"scenarios\":{}}", FileError::OtherFormat),
        ("{\"format\":\"who-gets-missed/scenarios\",\"version\":2,\"pages\":[]}", FileError::LaterVersion),
    ];
    for (text, error) in cases {
        assert_eq!(library::read(text), Err(error), "{text}");
        assert!(words::saved::file_error(error).ends_with('.'));
    }
    assert_eq!(library::read(&" ".repeat(MOST_BYTES + 1)), Err(FileError::TooBig));
    assert_eq!(library::read(&"[".repeat(MOST_BYTES)), Err(FileError::NotJson), "no depth of brackets breaks it");
    assert_eq!(
        library::read(&format!("\u{feff}{}", file("[]"))),
        Ok(ReadFile::default()),
        "an editor's mark is no harm"
    );
}

#[test]
fn a_page_that_cannot_be_followed_is_kept_as_far_as_it_goes() {
    let read = library::read(&file(
        "[{\"name\":\"A\",\"query\":\"share=30&colour=blue\"},{\"name\":\"B\",\"query\":\"v=9&cut=local\",\"saved\":\"soon\"}]",
    ));
    let entries =
        vec![Saved { saved: None, ..page("A", "share=30") }, Saved { saved: None, ..page("B", "v=2&cut=local") }];
    assert_eq!(read, Ok(ReadFile { entries, adjusted: 2, unreadable: 0 }));
}

#[test]
fn hostile_names_are_one_short_line_of_text() {
    let names =
        ["<script>alert(1)</script>", "a\u{202e}b\u{2066}c", "\u{0}\u{1b}[31m", "\"}],\"version\":9,\"x\":[{\""];
    for name in names {
        let json = serde_json::to_string(name).unwrap();
        let read = library::read(&file(&format!("[{{\"name\":{json},\"query\":\"\"}}]"))).unwrap();
        for entry in &read.entries {
            let is_text = |c: char| !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c) && c != '\u{2066}';
            assert!(entry.name.chars().all(is_text), "{:?}", entry.name);
        }
        assert_eq!(library::read(&library::write(&read.entries)).unwrap().entries, read.entries);
    }
    let huge = "x".repeat(10_000_000);
    assert_eq!(library::checked(&huge), Err(NameError::TooLong));
    assert_eq!(library::read(&file(&format!("[{{\"name\":\"{huge}\",\"query\":\"\"}}]"))), Err(FileError::TooBig));
}

#[test]
fn a_name_that_is_taken_gets_a_number_and_a_page_that_is_here_is_not_saved_twice() {
    let scenario = |query: &str| Scenario::from_kept(query).scenario;
    let mut library = Library::default();
    assert_eq!(library.save(" A ", &scenario(""), day()).as_deref(), Ok("A"));
    assert_eq!(library.save("A", &scenario("share=30"), day()).as_deref(), Ok("A (2)"));
    assert_eq!(library.save("A", &scenario(""), None).as_deref(), Ok("A"));
    assert_eq!(library.duplicate("A", day()).as_deref(), Ok("A (3)"));
    assert_eq!(library.rename("A (2)", "A").as_deref(), Ok("A (2)"), "its own name is no other page's");
    assert_eq!(library.rename("A (2)", "B").as_deref(), Ok("B"));
    assert_eq!(library.rename("A", " \n"), Err(SaveError::Name(NameError::Empty)));
    assert_eq!(library.rename("nothing", "C"), Err(SaveError::Gone));
    let names: Vec<&str> = library.entries().iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["A", "A (3)", "B"]);
}

#[test]
fn two_to_four_pages_are_pinned_and_pins_follow_their_page() {
    let mut library =
        Library::of(["", "share=1", "share=2", "share=3", "share=4"].map(|q| page(&format!("P{q}"), q)).to_vec());
    for name in ["P", "Pshare=1", "Pshare=2", "Pshare=3"] {
        assert!(library.pin(name));
    }
    assert!(!library.pin("Pshare=4") && !library.pin("nothing") && library.pin("P"), "four at most, each once");
    library.rename("P", "First").unwrap();
    assert_eq!(library.pinned()[0].name, "First");
    library.unpin("Pshare=1");
    assert_eq!(library.pins(), ["First", "Pshare=2", "Pshare=3"]);
}

/// The longest link there is: as many councils as a link may name, and every choice at its longest.
fn longest_query() -> String {
    let codes: Vec<String> = (0..400).map(|i| format!("E0{}", 6_000_001 + i)).collect();
    let text = "%F0%9F%8F%98".repeat(MOST_CHARACTERS);
    let shares = Assumption::ALL.map(|assumption| match assumption.unit() {
        AssumptionUnit::Share => format!("{}=11.1,22.2,33.3", assumption.key()),
        AssumptionUnit::Pounds => format!("{}=99999.97,99999.98,99999.99", assumption.key()),
        AssumptionUnit::YearlyRate => format!("{}=11111.1,22222.2,33333.3", assumption.key()),
    });
    let said = "%F0%9F%8F%98".repeat(MOST_EVIDENCE);
    let why = &Assumption::ALL[..MOST_EVIDENCE_IN_ALL / MOST_EVIDENCE];
    let mut why: Vec<String> = why.iter().map(|assumption| format!("{}={said}", assumption.evidence_key())).collect();
    let rest = "%F0%9F%8F%98".repeat(MOST_EVIDENCE_IN_ALL % MOST_EVIDENCE);
    why.push(format!("{}={rest}", Assumption::ALL[Assumption::ALL.len() - 1].evidence_key()));
    format!(
        "view=strategies&data=iod2025&place={}&need=children&rank=need&cut=local&basis=people&share=33.3&whole=1&goal=33.3\
         &start=childrens-centre&offers=universal,area,need,group,proportionate&scope=everywhere&outreach-to=target\
         &funding=coverage&budget=999999999&reach=33.3&{}&tie-by=cost-screening&tie-on=reached&split=authorities&theta=9.9\
         &floor=33.3&eligible=number&eligible-numbers=99999998,99999999&against=present&averts=years-lost&years=59&discount=33.3\
         &price-year=1901&worth=999999999.999&{}&factor-start=pressure&factor-name={text}&factor-unit={text}\
         &factor-thresholds=-99999.991,-99999.992,-99999.993,-99999.994&factor-shape=normal&factor-fit=moments&factor-past=33.3,22.2\
         &factor-mean=-99999.999&factor-sd=99999.999&factor-year=1901&factor-earlier=33.3,22.2&factor-earlier-year=1902\
         &factor-treat-past=-99999.999&factor-uptake=33.3&factor-effect=99999.999&factor-effect-by=units&factor-shift=99999.999\
         &factor-shift-by=percent&factor-gradient=mean&factor-gap=-99999.999&factor-adults=33.3&measure-value=number\
         &measure-per=10000&measure-order=rank&measure-more=better&measure-scale=logit&measure-level=99.8&measure-aversion=19.999\
         &measure-least=-999999999.999&measure-most=-999999999.998&measure-groups=20&measure-draws=100000&measure-cut=33.3\
         &measure-across=deprivation&slope-cut=33.3&slope-mean=99999.999&slope-least=99999.998&slope-most=99999.997\
         &slope-second-mean=99999.999&slope-second-least=99999.998&slope-second-most=99999.997&pay-amount=9999.999\
         &pay-uptake-least=33.3&pay-uptake-most=33.2&pay-rise=33.3&pay-assessment=9999.999&pay-found-least=33.3&pay-found-most=33.2\
         &pay-found-uptake=33.3&pay-order=one-more&note=offers&embed=1&lock=place,need,cut,share,more&accent=123456&ground=fedcba\
         &font=georgia&density=compact&present=1&session=1&step=99",
        codes.join(","),
        shares.join("&"),
        why.join("&"),
    )
}

#[test]
fn a_full_library_takes_no_more_and_its_file_can_be_read_however_long_its_links() {
    let decoded = Scenario::from_query(&longest_query());
    assert_eq!(decoded.notices, [], "every choice is one");
    let query = decoded.scenario.to_query();
    assert!(query.len() > 6_000, "{}", query.len());
    // Signs that take most room in a file.
    let long = |number: usize| page(&format!("{number:03}{}", "\u{1f3d8}".repeat(MOST_CHARS - 3)), &query);
    let more: Vec<Saved> = (0..MOST_SAVED + 10).map(long).collect();
    let mut library = Library::of(more.clone());
    assert_eq!(library.entries().len(), MOST_SAVED);
    assert_eq!(Library::kept(more.clone(), &[]).entries(), more, "what is kept already is never left out");
    assert_eq!(library.save("one more", &Scenario::default(), day()), Err(SaveError::Full));
    assert_eq!(library.merge(vec![page("one more", "")]), Merged { left_out: 1, ..Merged::default() });
    let text = library::write(library.entries());
    let read = library::read(&text).unwrap_or_else(|why| panic!("{why}: {} bytes", text.len()));
    assert_eq!(read.entries, library.entries());
}

proptest! {
    #![proptest_config(settings(2000))]

    /// So that the test above holds for every choice that comes to be.
    #[test]
    fn no_link_is_longer_than_the_longest(scenario in scenario()) {
        let codes = scenario.place.codes().len();
        // Drawn places have fewer councils than a link may name.
        let room = 10 * 400_usize.saturating_sub(codes);
        prop_assert!(scenario.to_query().len() + room <= Scenario::from_query(&longest_query()).scenario.to_query().len());
    }
}
