//! Prints the reference of the keys of links, `docs/link-keys.md`: `cargo run --no-default-features --example link_keys`. Names of
//! values and what holds where a key is left out come from the declarations of the keys; what a key means stands here.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use who_gets_missed::scenario::reference::{KeyFacts, key_facts};
use who_gets_missed::scenario::{VERSION, View, chart_key};

/// Keys that mean one thing, what it is, and values that have no names.
struct Row(&'static str, &'static str, &'static str);

const GROUPS: [(&str, &[Row]); 12] = [
    (
        "The page",
        &[
            Row("view", "which page", ""),
            Row(
                "data",
                "the edition of the figures. `own`, on `missed`, `areas`, `strategies`, `audit` and `note`: the units of a table of one’s own, or built-in schools, compared with each other. In a link without `v`: `iod2019`",
                "",
            ),
            Row(
                "table",
                "with `data=own`: which table is meant",
                "the first eight signs of the SHA-256 of it as comma-separated text; or built-in schools of Cambridgeshire and Peterborough: `schools-2023`, `primary-schools-2023`, `secondary-schools-2023`",
            ),
            Row(
                "unit-name people-name need-name unit-source",
                "with `data=own`: what its units, all people in them and those in need are called, and where the figures are from. Else as its headings say",
                "up to 40 characters",
            ),
            Row("note", "what the evidence note is about", ""),
        ],
    ),
    (
        "Who, and where",
        &[
            Row(
                "place",
                "the place, or several as one",
                "codes joined by commas: `E06` to `E09` councils of any year since 2019, `E10` counties, `E12` regions, `E38` sub-ICBs, `E47` combined authorities, `E54` integrated care boards, `E92000001`; or `cambridgeshire-peterborough`, `england`",
            ),
            Row("place-name", "a name of one’s own for the place", "up to 40 characters"),
            Row(
                "beside",
                "on `saved`: one or two other places to show beside it",
                "each as for `place`, joined by `_`",
            ),
            Row(
                "need",
                "who is in need: people on low incomes, children and older people among them, working-age people out of work",
                "",
            ),
            Row(
                "within",
                "on `missed`: `rural` opens the part about rural and urban areas, with the target ranked within each; its numbers are then in files and in `evaluate` too",
                "",
            ),
            Row(
                "kind",
                "on `councils`: the places held side by side. Left out: places of the place’s own kind, else councils",
                "",
            ),
            Row(
                "list-order",
                "on `councils`: the list by the share missed, `most` or `least` first, by `name`, by the `number` of people missed, by the `rate` of need",
                "",
            ),
        ],
    ),
    (
        "The target",
        &[
            Row("rank", "areas ranked by overall deprivation (`imd`) or by the need itself", ""),
            Row("cut", "most deprived in England (`national`) or of this place (`local`)", ""),
            Row("basis", "what a local share is a share of", ""),
            Row("share", "how much is targeted, in per cent", "0 to 100, one decimal"),
            Row("whole", "a local target takes whole areas only", ""),
            Row(
                "goal",
                "the share of need to be reached, for the question the other way round",
                "0 to 100, one decimal",
            ),
            Row(
                "codes",
                "on `areas`: the units targeted by name. Left out: those of the cut",
                "codes joined by commas; `~` and a checksum for a list of more than 60, which stays on the device it was made on",
            ),
        ],
    ),
    (
        "Offers compared",
        &[
            Row("start", "the set of assumptions to start from", ""),
            Row("offers", "two to five offers, joined by commas. Left out: as the start has them", ""),
            Row(
                "scope",
                "who is assessed for an offer by need: everyone, those `inside` the target, those whom a universal offer is in `contact` with. Left out: as the start",
                "",
            ),
            Row("outreach-to", "where a proportionate offer reaches out. Left out: as the start", ""),
            Row("funding", "how offers are paid for", ""),
            Row("budget", "the budget, also the one that is split", "pounds"),
            Row("reach", "with `funding=coverage`: the share in need to reach", "0 to 100"),
            Row("tie-by tie-on", "the assumption that moves until two offers tie, and on what", ""),
            Row("split", "what a budget is split over", ""),
            Row("theta", "how strongly a split budget follows need", "0 to 10, one decimal"),
            Row("floor", "the universal floor of a split budget", "0 to 100"),
            Row("uptake-measured", "a changed `uptake-least` and `uptake-most` were measured on people served", ""),
        ],
    ),
    (
        "A programme",
        &[
            Row(
                "eligible",
                "who can have the offers: everyone, a share (`eligible-in-need`, `eligible-others`), or numbers",
                "",
            ),
            Row(
                "eligible-numbers",
                "with `eligible=number`: people in need and others",
                "two whole numbers, joined by a comma",
            ),
            Row(
                "against",
                "what the offers are held against; `present` is the service of today (`present-least`, `present-most`, `present-cost`)",
                "",
            ),
            Row(
                "averts",
                "what they avert: a bad outcome, once or never; or, counted by the year (`rate-least`, `rate-most`), premature deaths, years of life lost, hospital stays",
                "",
            ),
            Row("years", "for how many years an offer works, where what is averted is counted by the year", "1 to 60"),
            Row("discount", "by how many per cent a later year counts for less", "0 to 100"),
            Row("price-year", "the year of the prices", "a year, or `none`"),
            Row("worth", "what averting one is worth", "pounds"),
        ],
    ),
    (
        "Assumptions of offers",
        &[
            Row(
                "",
                "an assumption. Left out: as the start has it",
                "`low,likely,high` or one value, in per cent, pounds, or for each 100,000 people a year",
            ),
            Row(
                "why-",
                "where that assumption comes from",
                "source, year and note of one’s own, joined by a vertical bar, at most 200 characters, and 1,500 for all",
            ),
        ],
    ),
    (
        "Treat some, or shift everyone (`population`)",
        &[
            Row(
                "factor-start",
                "the risk to start from. Each start has defaults of its own; those below are those of `bmi`",
                "",
            ),
            Row("factor-name factor-unit", "its name and unit. Left out: as the start", "up to 40 characters"),
            Row(
                "factor-thresholds",
                "the lines; the first two are “at risk” and “high risk”, by which the shape is fitted",
                "two to four rising values",
            ),
            Row("factor-shape factor-fit", "the shape, and what it is fitted to", ""),
            Row("factor-past", "the shares of adults past the first two lines", "two per cents, joined by a comma"),
            Row("factor-mean factor-sd", "mean and standard deviation for `factor-fit=moments`", "in units"),
            Row("factor-year", "the year of these figures", "a year, or `none`"),
            Row(
                "factor-earlier factor-earlier-year",
                "the shares of an earlier year to lie behind, and that year",
                "as for `factor-past`, a year, or `none`",
            ),
            Row("factor-treat-past", "who is offered treatment: those past this value", "in units"),
            Row("factor-uptake", "how many of them take it up", "0 to 100"),
            Row("factor-effect factor-effect-by", "how far a treated person’s value falls, and in what", ""),
            Row("factor-shift factor-shift-by", "how far everybody’s value falls, and in what", ""),
            Row(
                "factor-gradient factor-gap",
                "how the most deprived fifth differs from the least deprived one: by its `mean` (units) or in points past the first line",
                "",
            ),
            Row("factor-adults", "the share of residents who are adults", "0 to 100"),
        ],
    ),
    (
        "Close the gap (`gap`)",
        &[
            Row("slope-cut", "by how much the slope is cut", "0 to 100"),
            Row(
                "slope-mean slope-least slope-most",
                "rates for each 100,000 people: on average, at the least and at the most deprived end",
                "0 to 100,000",
            ),
            Row(
                "slope-second-mean slope-second-least slope-second-most",
                "the same for a second line beside it",
                "0 to 100,000",
            ),
            Row("measure-cut", "by how much the slope of the rows is cut", "0 to 100"),
            Row("measure-across", "what dots are placed by: the rank among all people, or the score or rank", ""),
            Row("measure-scale", "where the line is straight", ""),
            Row("measure-level", "how sure limits are, in per cent", ""),
            Row("measure-groups", "number of groups of rows", "2 to 20"),
            Row("measure-aversion", "how much the worst off count in Atkinson’s index", "0 to 20"),
            Row(
                "measure-least measure-most",
                "what a value can possibly be, for Wagstaff’s and Erreygers’ indices. Left out: 0 to 1 for a share",
                "a number",
            ),
            Row("measure-draws", "draws of the values within their limits", ""),
            Row("measure-value", "what a value of own rows is: a `ratio` of 100 is as expected", ""),
            Row("measure-per", "a rate is for each so many people", ""),
            Row("measure-order", "deprivation is a score (high is deprived) or a rank (1 is deprived)", ""),
            Row("measure-more", "what a higher value is", ""),
        ],
    ),
    (
        "How a table of one’s own is read",
        &[
            Row(
                "deprivation value people events out-of expected lower upper row-name age-group standard",
                "which column holds what. Left out: as headings and values say, or asked",
                "a heading, a number (`#3`), or `none`",
            ),
            Row(
                "filter",
                "which part is meant where rows stand for one thing several times. Left out: asked",
                "`Sex:Persons`, once for each column",
            ),
            Row("level", "which kind of area is meant. Left out: asked", "the beginning of its codes: `E07`"),
            Row(
                "direction",
                "which end is deprived. Left out: as the table says, or asked",
                "`high`, `low`, `5 is most deprived`",
            ),
            Row("decimals", "the sign before decimals. Left out: as the numbers say, or asked", "`comma`, `point`"),
            Row(
                "unit",
                "what cells without a sign are beside those in per cent. Left out: per cent, or asked",
                "`share`, `percent`",
            ),
            Row("more", "what a higher value is. Left out: as the heading says", "`worse`, `better`"),
            Row(
                "rows-by",
                "one result for each value of this column, as a period, a sex or an area; `filter` says which of them the other numbers are about. Left out: one result",
                "a heading, or a number (`#3`)",
            ),
        ],
    ),
    (
        "Pay people to come (`incentive`)",
        &[
            Row("pay-amount", "pounds paid to each person who comes", "0 to 10,000"),
            Row(
                "pay-uptake-least pay-uptake-most",
                "who comes without a payment, in the least and the most deprived fifth",
                "0 to 100",
            ),
            Row("pay-rise", "points that the payment adds", "0 to 100"),
            Row("pay-assessment", "pounds for each person assessed", "0 to 10,000"),
            Row(
                "pay-found-least pay-found-most",
                "people whom an assessment finds, in the least and the most deprived fifth",
                "0 to 100",
            ),
            Row(
                "pay-found-uptake",
                "of those found, who comes without a payment. Left out: as others in their fifth",
                "0 to 100",
            ),
            Row(
                "pay-order",
                "which offer stands first: the one that reaches most people, with the cheapest extra person, the lowest cost or the smallest gap",
                "",
            ),
        ],
    ),
    (
        "Whom a service reaches (`audit`)",
        &[
            Row("small", "counts below this are held back in what leaves the device", ""),
            Row("rounded", "other counts are rounded to 5 there", ""),
            Row(
                "served-area served-count served-group served-period",
                "which column of a table of people served holds area codes, numbers of people, groups, periods; with `served-count=none` each row is one person. Left out: as headings and values say, or asked",
                "a heading, a number (`#3`), or `none`",
            ),
        ],
    ),
    (
        "How it is shown",
        &[
            Row("embed", "in a frame on another page", ""),
            Row(
                "frame",
                "with `embed=1`: a card with place, number, picture and slider, one chart, or the whole view",
                "",
            ),
            Row("chart", "with `frame=chart`: which one. Left out: the first of its view", "by view, below"),
            Row("lock", "what visitors cannot change in a frame, joined by commas", ""),
            Row(
                "accent ground",
                "a colour for what stands out, and for the background. Left out: the tool’s own",
                "six hexadecimal digits",
            ),
            Row("font density", "letters and spacing in a frame", ""),
            Row("present", "on a projector, one thing at a time", ""),
            Row("session", "with `present=1`: the guided session", ""),
            Row("minutes", "with `session=1`: four questions in 20 minutes, or seven in 55", ""),
            Row("service", "with `session=1`: one more question, whom our own service reaches", ""),
            Row("step", "which thing or moment on a projector", "0 to 99"),
            Row(
                "guess",
                "on `missed`: asks for a guess before the answer, also in a frame; once a visit. An address without choices, not in a frame, asks by itself",
                "",
            ),
        ],
    ),
];

fn main() -> ExitCode {
    match reference() {
        Ok(text) => match write!(std::io::stdout(), "{text}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(wrong) => {
            eprintln!("{wrong}");
            ExitCode::FAILURE
        }
    }
}

/// The reference as Markdown.
///
/// # Errors
/// A key that has no row, or a row without its key.
pub fn reference() -> Result<String, String> {
    let mut facts = key_facts();
    let mut text = format!(
        "# The keys of a link\n\n\
        The address of the page holds all choices, after the question mark: `?view=strategies&share=30`. What is left out has its \
        default. A link that is copied or passed on names its place all the same, so that another default would not change it. An \
        unknown key or value gives a notice, never an error. Old links keep working, with the numbers they had.\n\n\
        Every link from version 2 on says so by `v`; the newest is `v={VERSION}`. A link without `v` is of version 1; an address without \
        choices is of the newest.\n\n\
        `cargo run --no-default-features --example link_keys` makes this page from the code. Do not edit it.\n"
    );
    for (title, rows) in GROUPS {
        let _ = write!(text, "\n## {title}\n\n| key | what | values | left out |\n| --- | --- | --- | --- |\n");
        for row in rows {
            let keys = taken(row.0, &mut facts)?;
            line(&mut text, row, &keys);
        }
    }
    let left: Vec<_> = facts.iter().map(|fact| fact.name).collect();
    if !left.is_empty() {
        return Err(format!("examples/link_keys.rs says nothing of {}", left.join(", ")));
    }
    text.push_str("\n## Charts for frames\n\n| view | `chart` |\n| --- | --- |\n");
    for view in View::ALL.into_iter().filter(|view| !view.spec().charts.is_empty()) {
        let charts: Vec<String> = view.spec().charts.iter().map(|&chart| format!("`{}`", chart_key(chart))).collect();
        let _ = writeln!(text, "| `{}` | {} |", view.spec().key, charts.join(", "));
    }
    text.push_str(EXAMPLES);
    Ok(text)
}

const EXAMPLES: &str = "\n## Examples\n\n\
    - `?v=2&view=strategies&start=school-meals&need=children&stigma=2,8,15` compares ways to offer school meals, with more stigma \
    than assumed.\n\
    - `?v=2&place=E07000008&need=children&cut=local&share=30` is the most deprived 30% of Cambridge’s own areas, and children.\n\n\
    On `population` the place’s people are residents of all ages, whatever `need` and `rank` say; `cut` says which “most deprived \
    fifth” is meant.\n";

/// The facts of the keys of a row, taken from what is left. A row of assumptions takes them all.
fn taken(names: &str, facts: &mut Vec<KeyFacts>) -> Result<Vec<KeyFacts>, String> {
    let evidence = |name: &str| name.starts_with("why-");
    let every: Vec<&str> = facts.iter().map(|fact| fact.name).filter(|name| evidence(name)).collect();
    let wanted: Vec<String> = match names {
        "why-" => every.iter().map(|&name| name.to_owned()).collect(),
        "" => every.iter().filter_map(|name| name.strip_prefix("why-")).map(str::to_owned).collect(),
        _ => names.split(' ').map(str::to_owned).collect(),
    };
    let mut take = |name: String| {
        let at = facts.iter().position(|fact| fact.name == name).ok_or_else(|| format!("there is no key {name}"))?;
        Ok(facts.remove(at))
    };
    wanted.into_iter().map(&mut take).collect()
}

fn line(text: &mut String, Row(names, what, values): &Row, keys: &[KeyFacts]) {
    let quoted = |text: &str| format!("`{text}`");
    let is_named_by_form = keys.iter().any(|key| key.name == "chart");
    let mut shown: Vec<String> = Vec::new();
    for key in keys.iter().filter(|key| !key.names.is_empty() && !is_named_by_form) {
        shown.push(key.names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "));
    }
    if !values.is_empty() || shown.is_empty() {
        shown.push(if values.is_empty() { "a number".to_owned() } else { (*values).to_owned() });
    }
    shown.dedup();
    let defaults: Vec<String> = match *names {
        "" | "why-" => Vec::new(),
        _ => {
            keys.iter().map(|key| if key.default.is_empty() { "–".to_owned() } else { quoted(&key.default) }).collect()
        }
    };
    let says_itself = what.contains("Left out: ") || defaults.iter().all(|text| text == "–");
    let left_out = if says_itself { String::new() } else { defaults.join(", ") };
    let named: Vec<String> = keys.iter().map(|key| quoted(key.name)).collect();
    let _ = writeln!(text, "| {} | {what} | {} | {left_out} |", named.join(", "), shown.join("; "));
}
