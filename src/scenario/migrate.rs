//! Old links decode for ever: each version of the format is carried to the next by one step.

use super::notice::{Notice, quoted};

/// The version of the link format. It is written into links (as `v`) from version 2 on; a link without it is of
/// version 1.
pub const VERSION: u32 = 1;

type Pairs = Vec<(String, String)>;

/// The step from version n to n + 1 is entry n - 1. Version 1 is the first, so there is none yet.
const STEPS: [fn(Pairs) -> Pairs; VERSION as usize - 1] = [];

/// Carries a link's pairs to the current version.
pub fn to_current(mut pairs: Pairs) -> (Pairs, Vec<Notice>) {
    let mut notices = Vec::new();
    let mut version = 1;
    pairs.retain(|(key, value)| {
        if key == "v" {
            match value.parse() {
                Ok(stated) if (1..=VERSION).contains(&stated) => version = stated,
                Ok(_) => notices.push(Notice::LaterVersion),
                Err(_) => notices.push(Notice::BadValue { key: key.clone(), value: quoted(value) }),
            }
        }
        key != "v"
    });
    for step in &STEPS[version as usize - 1..] {
        pairs = step(pairs);
    }
    (pairs, notices)
}

#[cfg(test)]
mod tests {
    use crate::scenario::{Notice, Scenario};

    #[test]
    fn a_link_of_version_1_says_so_or_not() {
        let plain = Scenario::from_query("share=30");
        assert_eq!(Scenario::from_query("v=1&share=30"), plain);
        assert!(plain.notices.is_empty());
    }

    #[test]
    fn a_link_of_a_later_version_is_read_as_far_as_it_goes() {
        let decoded = Scenario::from_query("v=99&share=30");
        assert_eq!(decoded.scenario.share.tenths(), 300);
        assert_eq!(decoded.notices, [Notice::LaterVersion]);
    }
}
