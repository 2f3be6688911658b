//! How each shape looks where no style sheet reaches it, as in a file. The same as `style/_charts.scss` says for the
//! page, which a test makes sure of.

use crate::palette::{DECLINED, EARLIER, INK, LINE, NEED, OFFERS, PAPER, PEOPLE, SOFT};

/// Names of SVG attributes with their values.
pub type SvgAttributes = &'static [(&'static str, &'static str)];

/// Every text, before its classes say more.
pub const TEXT: SvgAttributes = &[("fill", INK), ("font-size", "16")];

/// The look of each class. Where a shape has several, the later one in this list wins.
pub const LOOKS: &[(&str, SvgAttributes)] = &[
    ("people__reached", &[("fill", PAPER), ("stroke", SOFT), ("stroke-width", "1.5")]),
    ("people__missed", &[("fill", NEED), ("stroke", NEED), ("stroke-width", "1.5")]),
    ("chart__grid", &[("stroke", LINE)]),
    ("chart__axis-line", &[("stroke", SOFT)]),
    ("chart__mark", &[("fill", SOFT), ("font-size", "15")]),
    ("chart__axis", &[("fill", SOFT), ("font-size", "15")]),
    ("chart__name", &[("font-weight", "600")]),
    ("chart__value", &[("font-weight", "600")]),
    ("bar", &[("stroke-width", "2")]),
    ("bar--need", &[("fill", NEED), ("stroke", NEED)]),
    ("bar--everyone", &[("fill", PAPER), ("stroke", PEOPLE)]),
    ("curve__target", &[("fill", NEED), ("opacity", "0.08")]),
    ("curve__need", &[("fill", "none"), ("stroke", NEED), ("stroke-width", "3.5"), ("stroke-linejoin", "round")]),
    ("curve__everyone", &[("fill", "none"), ("stroke", PEOPLE), ("stroke-dasharray", "7 5"), ("stroke-width", "2.5")]),
    ("curve__cut", &[("stroke", INK), ("stroke-width", "1.5")]),
    ("curve__dot--need", &[("fill", NEED), ("stroke", PAPER), ("stroke-width", "3")]),
    ("curve__dot--everyone", &[("fill", PAPER), ("stroke", PEOPLE), ("stroke-width", "3")]),
    (
        "curve__name",
        &[("font-weight", "700"), EDGE, ("stroke", PAPER), ("stroke-linejoin", "round"), ("stroke-width", "5")],
    ),
    (
        "curve__value",
        &[
            ("font-weight", "700"),
            EDGE,
            ("stroke", PAPER),
            ("stroke-linejoin", "round"),
            ("stroke-width", "5"),
            ("font-size", "18"),
        ],
    ),
    ("curve__name--need", &[("fill", NEED)]),
    ("curve__name--everyone", &[("fill", PEOPLE)]),
    ("part", &[("stroke", NEED), ("stroke-width", "1.5")]),
    ("part--reached", &[("fill", PAPER)]),
    ("part--declined", &[("fill", DECLINED)]),
    ("part--missed", &[("fill", NEED)]),
    ("part--others", &[("fill", EARLIER)]),
    ("offer--universal", &[("fill", OFFERS[0]), ("stroke", OFFERS[0])]),
    ("offer--area", &[("fill", OFFERS[1]), ("stroke", OFFERS[1])]),
    ("offer--need", &[("fill", OFFERS[2]), ("stroke", OFFERS[2])]),
    ("offer--group", &[("fill", OFFERS[3]), ("stroke", OFFERS[3])]),
    ("offer--proportionate", &[("fill", OFFERS[4]), ("stroke", OFFERS[4])]),
    ("offer-draw", &[("opacity", "0.35"), ("stroke", "none")]),
    ("offer-line", &[("fill", "none"), ("stroke-width", "3"), ("stroke-linejoin", "round")]),
    ("interval", &[("stroke", INK), ("stroke-width", "2")]),
    ("interval--edge", &[("stroke", PAPER), ("stroke-width", "5")]),
    ("plane__name", &[("font-weight", "600"), EDGE, ("stroke", PAPER), ("stroke-width", "5")]),
    ("risk__band", &[("fill", NEED), ("opacity", "0.06")]),
    ("risk__band--2", &[("opacity", "0.12")]),
    ("risk__band--3", &[("opacity", "0.18")]),
    ("risk__band--4", &[("opacity", "0.24")]),
    ("risk__line", &[("stroke", SOFT), ("stroke-dasharray", "3 3")]),
    ("risk__earlier", &[("fill", EARLIER), ("opacity", "0.7")]),
    ("risk__now", &[("fill", "none"), ("stroke", INK), ("stroke-width", "2.5")]),
    ("risk__before", &[("fill", "none"), ("stroke", NEED), ("stroke-dasharray", "4 3"), ("stroke-width", "2")]),
    ("risk__after", &[("fill", DECLINED), ("stroke", NEED), ("stroke-width", "2.5")]),
    ("risk__shift", &[("fill", "none"), ("stroke", PEOPLE), ("stroke-dasharray", "8 4"), ("stroke-width", "3")]),
    ("hex", &[("fill", NEED), ("stroke", PAPER), ("stroke-width", "1")]),
    ("hex--none", &[("fill", "none"), ("stroke", SOFT)]),
    ("hex--1", &[("fill-opacity", "0.14")]),
    ("hex--2", &[("fill-opacity", "0.32")]),
    ("hex--3", &[("fill-opacity", "0.52")]),
    ("hex--4", &[("fill-opacity", "0.76")]),
    ("hex--5", &[("fill-opacity", "1")]),
    ("hex__own", &[("fill", "none"), ("stroke", INK), ("stroke-width", "3"), ("stroke-linejoin", "round")]),
    ("strip__dot", &[("fill", SOFT), ("fill-opacity", "0.6")]),
    ("strip__near", &[("fill", PAPER), ("stroke", INK), ("stroke-width", "2.5")]),
    ("strip__own", &[("fill", NEED), ("stroke", PAPER), ("stroke-width", "2")]),
    ("strip__name", &[("font-size", "15")]),
    ("strip__name--own", &[("font-weight", "700"), ("fill", NEED)]),
    ("risk__name", &[("font-size", "15"), ("font-weight", "600"), EDGE, ("stroke", PAPER), ("stroke-width", "4")]),
    ("risk__share", &[("font-size", "15"), ("font-weight", "600")]),
];

/// Text has a light edge below it, so that it stays readable where it has to cross a line.
pub const EDGE: (&str, &str) = ("paint-order", "stroke");

/// The attributes of a shape with these classes; `None` if one of them has no look.
pub fn look(classes: &str, is_text: bool) -> Option<Vec<(&'static str, &'static str)>> {
    let has = |class: &str| classes.split(' ').any(|other| other == class);
    let is_known = |class: &str| LOOKS.iter().any(|(known, _)| *known == class);
    if !classes.split(' ').all(is_known) {
        return None;
    }
    let mut all: Vec<(&str, &str)> = if is_text { TEXT.to_vec() } else { Vec::new() };
    for (_, look) in LOOKS.iter().filter(|(class, _)| has(class)) {
        for &(name, value) in *look {
            match all.iter_mut().find(|(other, _)| *other == name) {
                Some(known) => known.1 = value,
                None => all.push((name, value)),
            }
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// What a style sheet says of each selector, as (selector, name, value), with nested rules spelt out.
    fn declarations(path: &str) -> Vec<(String, String, String)> {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(path)).unwrap();
        let (mut selectors, mut found) = (Vec::<Vec<String>>::new(), Vec::new());
        let mut pending = String::new();
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            if let Some(start) = line.strip_suffix('{') {
                pending.push_str(start);
                let outer = selectors.last().cloned().unwrap_or_default();
                let inner = pending.split(',').map(str::trim).flat_map(|inner| match inner.strip_prefix('&') {
                    Some(rest) => outer.iter().map(|outer| format!("{outer}{rest}")).collect(),
                    None => vec![inner.to_owned()],
                });
                selectors.push(inner.collect());
                pending.clear();
            } else if line == "}" {
                selectors.pop();
            } else if line.ends_with(',') {
                pending.push_str(line);
            } else if let Some((name, value)) = line.trim_end_matches(';').split_once(": ") {
                let own = selectors.last().cloned().unwrap_or_default();
                found.extend(own.into_iter().map(|selector| (selector, name.to_owned(), value.to_owned())));
            }
        }
        found
    }

    /// What the page's style says of a selector, colours spelt out; `palette` is held to the tokens by a test of its own.
    fn of_page(selectors: &[String]) -> Vec<(String, String)> {
        let value = |value: &str| match value {
            "var(--missed-ink)" => INK.to_owned(),
            "var(--missed-soft)" => SOFT.to_owned(),
            "var(--missed-line)" => LINE.to_owned(),
            "var(--missed-paper)" => PAPER.to_owned(),
            "var(--missed-need)" => NEED.to_owned(),
            "var(--missed-people)" => PEOPLE.to_owned(),
            "tokens.$declined" => DECLINED.to_owned(),
            "tokens.$earlier" => EARLIER.to_owned(),
            "tokens.$universal" => OFFERS[0].to_owned(),
            "tokens.$by-area" => OFFERS[1].to_owned(),
            "tokens.$by-need" => OFFERS[2].to_owned(),
            "tokens.$by-group" => OFFERS[3].to_owned(),
            "tokens.$proportionate" => OFFERS[4].to_owned(),
            value => value.trim_end_matches("px").to_owned(),
        };
        let all =
            ["_charts.scss", "_population.scss", "_councils.scss", "_offers.scss"].into_iter().flat_map(declarations);
        // In a file nothing moves.
        let all = all.filter(|(selector, name, _)| selectors.contains(selector) && name != "transition");
        let mut all: Vec<_> = all.map(|(_, name, text)| (name, value(&text))).collect();
        all.sort();
        all
    }

    #[test]
    fn files_look_as_the_page_does() {
        let sorted = |look: SvgAttributes| {
            let mut look: Vec<_> = look.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
            look.sort();
            look
        };
        assert_eq!(sorted(TEXT), of_page(&["text".to_owned()]));
        for &(class, look) in LOOKS {
            assert_eq!(sorted(look), of_page(&[format!(".{class}"), format!("text.{class}")]), "{class}");
        }
    }

    #[test]
    fn a_later_class_wins_and_an_unknown_one_has_no_look() {
        let interval = look("interval interval--edge", false).unwrap();
        assert_eq!(interval, [("stroke", PAPER), ("stroke-width", "5")]);
        assert_eq!(look("bar bar--new", false), None);
    }
}
