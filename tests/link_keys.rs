//! The reference of links is what the code says, and is made again by `make docs`.
#![allow(clippy::unwrap_used)]

#[path = "../examples/link_keys.rs"]
#[allow(dead_code)]
mod link_keys;

#[test]
fn the_reference_of_links_is_what_the_code_says() {
    let now = link_keys::reference().unwrap();
    let kept = std::fs::read_to_string("docs/link-keys.md").unwrap();
    let differs = now.lines().zip(kept.lines()).find(|(one, other)| one != other);
    assert!(now == kept, "docs/link-keys.md is not current: scripts/docs.sh keys makes it again. {differs:?}");
}
