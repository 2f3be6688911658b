//! The colours of what is written without the page's style: files, and what a site may set of a frame. The same as
//! `style/_tokens.scss` has, which a test makes sure of; readers can tell them apart without colour too.

/// Text and lines that matter.
pub const INK: &str = "#0b0c0c";
/// What stands back.
pub const SOFT: &str = "#505a5f";
/// Lines of the ground.
pub const LINE: &str = "#cbd0d3";
/// The ground.
pub const PAPER: &str = "#fff";
/// The ground of controls.
pub const WASH: &str = "#f4f6f8";
/// People in need, and what stands out.
pub const NEED: &str = "#801650";
/// All people.
pub const PEOPLE: &str = "#12436d";
/// People in need who do not take an offer up.
pub const DECLINED: &str = "#d9b3c8";
/// An earlier year.
pub const EARLIER: &str = "#b1b4b6";
/// Offers, of the colours that mean nobody missed and nobody reached: universal, by area, by individual need, by group,
/// proportionate.
pub const OFFERS: [&str; 5] = ["#2073bc", "#f46a25", "#a285d1", "#3d3d3d", "#28a197"];
/// Lines of tables in a file.
pub const FILE_LINE: &str = "#767676";

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn read(path: &str) -> String {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    }

    /// What the style's tokens say of a name.
    fn token(name: &str) -> String {
        let tokens = read("style/_tokens.scss");
        let value = |name: &str| {
            let line = tokens.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": "));
            line.unwrap().trim_end_matches(';').to_owned()
        };
        let found = value(name);
        found.strip_prefix("#{").and_then(|inner| inner.strip_suffix('}')).map_or(found.clone(), value)
    }

    #[test]
    fn the_colours_are_those_of_the_style() {
        for (colour, name) in [
            (INK, "--missed-ink"),
            (SOFT, "--missed-soft"),
            (LINE, "--missed-line"),
            (PAPER, "--missed-paper"),
            (WASH, "--missed-wash"),
            (NEED, "--missed-need"),
            (PEOPLE, "--missed-people"),
            (DECLINED, "$declined"),
            (EARLIER, "$earlier"),
            (FILE_LINE, "$file-line"),
            (OFFERS[0], "$universal"),
            (OFFERS[1], "$by-area"),
            (OFFERS[2], "$by-need"),
            (OFFERS[3], "$by-group"),
            (OFFERS[4], "$proportionate"),
        ] {
            assert_eq!(colour, token(name), "{name}");
        }
    }

    /// Browsers read the colour of their own bars from files that the style does not reach.
    #[test]
    fn browsers_are_told_the_same_colour() {
        assert!(read("index.html").contains(&format!("name=\"theme-color\" content=\"{NEED}\"")));
        assert!(read("public/manifest.webmanifest").contains(&format!("\"theme_color\": \"{NEED}\"")));
        assert!(read("public/icon.svg").contains(&format!("fill=\"{NEED}\"")));
    }

    /// A sign that is followed by hexadecimal digits alone is a colour.
    fn colours_in(text: &str) -> Vec<&str> {
        let digits = |part: &str| part.bytes().take_while(u8::is_ascii_hexdigit).count();
        let of = |(at, _): (usize, &str)| {
            let count = digits(&text[at + 1..]);
            let ends = !text[at + 1 + count..].starts_with(|next: char| next.is_alphanumeric() || next == '-');
            (matches!(count, 3 | 6 | 8) && ends).then(|| &text[at..=at + count])
        };
        text.match_indices('#').filter_map(of).collect()
    }

    #[test]
    fn no_colour_stands_outside_the_tokens() {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("style")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name == "_tokens.scss" {
                continue;
            }
            let text = read(&format!("style/{name}"));
            let found: Vec<&str> =
                text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(colours_in).collect();
            assert_eq!(found, [""; 0], "{name}");
            assert!(!text.contains("rgb(") && !text.contains("hsl("), "{name}");
        }
    }

    #[test]
    fn a_colour_is_told_from_an_id() {
        assert_eq!(colours_in("a{color:#fff;fill:#0b0c0c}"), ["#fff", "#0b0c0c"]);
        assert_eq!(colours_in("#results #{$x} #added-by"), [""; 0]);
    }
}
