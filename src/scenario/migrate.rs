//! Old links decode for ever: each version of the format is carried to the next by one step.

use super::notice::{Notice, quoted};

/// The version of the link format, written into every link (as `v`) from version 2 on; a link without it is of version 1.
pub const VERSION: usize = STEPS.len() + 1;

/// The key of the version.
pub const VERSION_KEY: &str = "v";

type Pairs = Vec<(String, String)>;
type Step = fn(&mut Pairs);

/// The step from version n to n + 1 is entry n - 1.
const STEPS: [Step; 1] = [of_2019_without_saying_so];

/// In version 1 the edition was that of 2019, unless a link named another that there is.
fn of_2019_without_saying_so(pairs: &mut Pairs) {
    pairs.insert(0, ("data".to_owned(), "iod2019".to_owned()));
}

/// Carries a link's pairs to the current version. An address without choices was not shared with any: it is of today.
pub fn to_current(pairs: Pairs, has_choices: bool) -> (Pairs, Vec<Notice>) {
    carried(pairs, if has_choices { 1 } else { VERSION }, &STEPS)
}

/// Carries pairs of the version that they state, else of this one, through all steps that are left.
fn carried(mut pairs: Pairs, unstated: usize, steps: &[Step]) -> (Pairs, Vec<Notice>) {
    let mut notices = Vec::new();
    let newest = steps.len() + 1;
    let mut version = unstated;
    pairs.retain(|(key, value)| {
        if key == VERSION_KEY {
            match value.parse() {
                Ok(stated) if (1..=newest).contains(&stated) => version = stated,
                // It is read as far as it goes: what it does not say is as of today.
                Ok(_) => {
                    notices.push(Notice::LaterVersion);
                    version = newest;
                }
                Err(_) => notices.push(Notice::BadValue { key: key.clone(), value: quoted(value) }),
            }
        }
        key != VERSION_KEY
    });
    for step in &steps[version - 1..] {
        step(&mut pairs);
    }
    (pairs, notices)
}

#[cfg(test)]
mod tests {
    use super::{Pairs, Step, carried};
    use crate::data::Edition;
    use crate::scenario::{Notice, Scenario, ToQuery};

    fn edition(query: &str) -> Edition {
        Scenario::from_query(query).scenario.data
    }

    #[test]
    fn a_link_of_version_1_says_so_or_not() {
        let plain = Scenario::from_query("share=30");
        assert_eq!(Scenario::from_query("v=1&share=30"), plain);
        assert!(plain.notices.is_empty());
    }

    #[test]
    fn a_link_without_a_version_is_of_2019_and_an_address_without_choices_of_today() {
        for query in ["share=30", "?embed=1", "v=1", "place=E07000008&v=1"] {
            assert_eq!(edition(query), Edition::Iod2019, "{query}");
        }
        for query in ["", "?", "v=2", "v=2&share=30", "utm_source=newsletter", "v=99"] {
            assert_eq!(edition(query), Edition::NEWEST, "{query}");
        }
        assert_eq!(edition("data=iod2025"), Edition::Iod2025);
        assert_eq!(edition("v=2&data=iod2019"), Edition::Iod2019);
    }

    #[test]
    fn every_link_that_is_written_says_its_version() {
        for query in ["", "share=30", "v=2&place=england"] {
            assert!(Scenario::from_query(query).scenario.to_query().starts_with("v=2"), "{query}");
        }
    }

    #[test]
    fn a_link_of_a_later_version_is_read_as_far_as_it_goes() {
        let decoded = Scenario::from_query("v=99&share=30");
        assert_eq!(decoded.scenario.share.tenths(), 300);
        assert_eq!(decoded.notices, [Notice::LaterVersion]);
    }

    /// Two invented steps, each of which would do something else if it ran twice.
    const INVENTED: [Step; 2] = [
        |pairs| pairs.iter_mut().for_each(|(_, value)| value.push('2')),
        |pairs| pairs.iter_mut().for_each(|(_, value)| value.push('3')),
    ];

    #[test]
    fn each_step_that_is_left_runs_once() {
        let check = |query: &[(&str, &str)], expect: &str| {
            let pairs: Pairs = query.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect();
            assert_eq!(carried(pairs, 1, &INVENTED).0, [("share".to_owned(), expect.to_owned())], "{query:?}");
        };
        check(&[("share", "1")], "123");
        check(&[("v", "1"), ("share", "1")], "123");
        check(&[("share", "1"), ("v", "2")], "13");
        check(&[("v", "3"), ("share", "1")], "1");
        check(&[("v", "4"), ("share", "1")], "1");
    }
}
