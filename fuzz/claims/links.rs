//! Links: any text after the question mark.

use who_gets_missed::scenario::{Scenario, ToQuery};
use who_gets_missed::words;

/// What a link comes to has a link of its own that comes to the same and needs no notice.
pub fn links(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let decoded = Scenario::from_query(&text);
    for notice in &decoded.notices {
        let said = words::notice::text(notice);
        assert!(!said.is_empty() && !said.chars().any(char::is_control), "{said}");
    }
    let link = decoded.scenario.to_query();
    assert!(link.is_ascii() && !link.contains(['<', '"', ' ']), "{link}");
    let again = Scenario::from_query(&link);
    assert!(again.notices.is_empty(), "{link}: {:?}", again.notices);
    assert_eq!(again.scenario.to_query(), link);
    assert_eq!(again.scenario, decoded.scenario, "{link}");
}
