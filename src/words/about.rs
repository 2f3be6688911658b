//! The view `about`.

use super::edition::{source, words};
use super::sources::{LICENCE, LICENCE_ADDRESS, REPORT, TARGETING};
use super::{Block, Section};
use crate::data::Edition;

/// Below the heading.
pub const LEAD: &str = "What this tool works out, from what, and how far to trust it.";
fn text(text: &str) -> Block {
    Block::Text(text.to_owned())
}

fn list(items: &[&str]) -> Block {
    Block::List(items.iter().map(|&item| item.to_owned()).collect())
}

fn limits() -> Vec<&'static str> {
    let mut limits = vec![
        "Rates are published with three decimals. In an area of 1,500 residents that is give or take one person.",
        "Some figures are held back in official files. Nobody is counted where a figure is blank, and the page says so.",
    ];
    limits.extend(Edition::ALL.map(|edition| words(edition).keep_in_mind));
    limits.extend([
        "Income is part of the Index of Multiple Deprivation, with 22.5% of its weight. So that index finds low income \
         better than it finds needs it does not contain.",
        "Low income here means getting certain benefits. People who do not claim, or earn just too much, are not counted.",
        super::bound::PROMISE,
    ]);
    limits
}

/// Everything the page says.
pub fn sections() -> Vec<Section> {
    vec![
        Section {
            id: "what",
            heading: "What it is for",
            blocks: vec![
                text(
                    "People on low incomes live everywhere, not only in the areas that are most deprived. A service for \
                     “the most deprived areas” can leave most of them out. It can also reach many for each person it \
                     serves. This tool shows both, so that you can decide with open eyes.",
                ),
                Block::Text(format!(
                    "It grew out of the {REPORT}, which made this point with one chart. Here you can redraw that chart for \
                     any council in England."
                )),
            ],
        },
        Section {
            id: "method",
            heading: "How it works things out",
            blocks: vec![
                text(
                    "All areas are put in order, from the most to the least deprived. A target is the first part of that order.",
                ),
                list(&[
                    "“Compared with all England” takes the most deprived share of England’s areas. An area counts if its \
                     official rank is within that share. A council may have many such areas, or none.",
                    "“Compared with this place” takes the most deprived share of the place’s own areas or people. The last \
                     area counts in part, so that the target has exactly the size you ask for, unless you ask for whole areas.",
                    "The number of people in need in an area is the published rate times the number of people.",
                    "Reached means: lives inside the target. Missed means: lives outside it. Not everyone who is offered \
                     something takes it up, so a real service reaches fewer.",
                ]),
                Block::Text(format!(
                    "The chart is known as a concentration curve. Coverage, precision, leakage and lift are the usual \
                     measures of how well a target does; the table on the first page explains each. Lift is the ratio used \
                     by {}.",
                    TARGETING.in_brief()
                )),
                text(
                    "Between-area share is the part of the differences in who is in need that lies between areas: the sum \
                     of n(p − P)² over areas, divided by N P (1 − P). Here n is the people in an area, p the share of them in need, \
                     N and P the same for the place.",
                ),
            ],
        },
        Section {
            id: "offers",
            heading: "How offers are compared",
            blocks: vec![list(&[
                "Each deprivation fifth is cut into people inside and outside the target, in need and not. An offer reaches \
                 the people of a part, times the share offered it, times the share who take it up.",
                "Uptake lies on a straight line from the least to the most deprived fifth. Outreach adds to it. Stigma takes \
                 from it where an offer singles people out.",
                "The gap is the slope index of inequality: the risk at the most deprived end less that at the least deprived \
                 end, on a line fitted to the five fifths.",
                "How sure a result is comes from 10,000 draws. In each, every assumption takes a value between its low and its \
                 high one, most often near the likely one (a PERT distribution), by itself. The draws are the same on every \
                 device.",
                "Value for money is what more an offer costs, over what more it averts, than doing nothing or than the service \
                 now. Later years can count for less: the sum of 1/(1 + r)^t over years from 0. An offer is beaten where \
                 another one, or a mix of two, does more for as much. To know more before choosing is worth the mean of the \
                 best choice in each draw, less the best choice on average.",
                "Most assumptions are illustrative. They show how the parts fit together, not what a service will do.",
            ])],
        },
        Section {
            id: "shift",
            heading: "How treating some is held against shifting everyone",
            blocks: vec![list(&[
                "A risk, such as body mass index (BMI), is spread over adults like a bell: a normal curve, or a lognormal one \
                 with a longer tail. It is fitted so that exactly the published shares of adults are past the first two lines.",
                "Treating takes those past a line, times those who take it up, and lowers each by the effect. Shifting lowers \
                 everyone by the same amount or share. What is compared is the average, and who moves below each line.",
                "The fifths of a place have the curve of everybody, moved up or down so that the share past the first line \
                 lies on a straight line from the most to the least deprived fifth.",
                "The curve is England’s unless you put in the place’s own shares. The model says nothing of how a fall is \
                 brought about, or how long it lasts.",
            ])],
        },
        Section {
            id: "gap",
            heading: "How a gap is measured",
            blocks: vec![list(&[
                "The slope target is a straight line of a rate over deprivation. The least deprived end stays, and the slope \
                 is cut by a share: y′ = y₀ + (1 − s)(y − y₀).",
                "The slope index of inequality is the difference between the two ends of a line fitted to rows by their \
                 people, in order of deprivation. The relative index is one end as a multiple of the other. With rates the \
                 line can be fitted to logarithms, with shares to logits.",
                "The concentration index is twice the sum of a(y − mean)(R − ½) over rows, divided by the mean. Here a is the \
                 row’s share of people, y its value and R its middle rank. Wagstaff’s and Erreygers’ indices correct it for \
                 values with a least and a most.",
                "The equally distributed equivalent is the value that would be as good if all had it. Atkinson’s index is how \
                 far it lies below the mean, as a share.",
                "Limits of shares are Wilson’s, those of counts Byar’s, or exact below 10 events. A standardised rate has none \
                 below 10 events. Limits of the slope come from the scatter of the rows (Student’s t), or from draws of each \
                 value within its limits.",
            ])],
        },
        Section {
            id: "payments",
            heading: "How the cost of one extra person is worked out",
            blocks: vec![list(&[
                "All who come are paid, also those who would have come anyway. So one extra person costs the payment times \
                 those who come, divided by the rise that the payment brings, and the same with the cost of assessing people.",
                "Uptake without a payment lies on a straight line from the least to the most deprived fifth. The rise is the \
                 same in each, as the Swedish trial found across its groups.",
                "A payment to the targeted areas reaches all who live there and nobody else. An assessment finds the share of \
                 people that you set, and its cost is paid for everyone assessed.",
            ])],
        },
        Section {
            id: "sources",
            heading: "Where the figures come from",
            blocks: Edition::ALL
                .into_iter()
                .map(|edition| Block::Text(source(edition)))
                .chain([
                    text("The Figures page says what is built in, and how to use the official file itself."),
                    Block::Link(LICENCE.title, LICENCE_ADDRESS),
                ])
                .collect(),
        },
        Section {
            id: "published",
            heading: "Why the report says 31% and this tool 30.5%",
            blocks: vec![
                Block::Text(format!(
                    "The {} says that the most deprived fifth of areas holds 31% of people on low incomes in \
                     Cambridgeshire and Peterborough, and the least deprived fifth 11%. This tool finds 30.5% and 11.0% \
                     for the same fifths of England’s areas.",
                    REPORT.title
                )),
                text(
                    "The 30.5% uses the number of people at mid 2015, which the 2019 edition publishes beside its rates. The \
                     report does not name the year of its number of people.",
                ),
                text(
                    "Both mean the national fifth. The most deprived fifth of the place’s own areas is another thing: it \
                     holds about 42%.",
                ),
            ],
        },
        Section { id: "limits", heading: "What to keep in mind", blocks: vec![list(&limits())] },
        Section {
            id: "accessibility",
            heading: "Accessibility statement",
            blocks: vec![
                text(
                    "This statement is about the tool “Who gets missed?”. We want as many people as possible to be able to \
                     use it. You should be able to:",
                ),
                list(&[
                    "zoom in up to 400% without text leaving the screen",
                    "use all of it with a keyboard alone, or with speech",
                    "listen to all of it with a screen reader, with every chart’s numbers as a table",
                    "change colours and contrast with your device’s own settings",
                    "turn off movement with your device’s own setting",
                ]),
                text(
                    "How accessible it is: it has been tested against the Web Content Accessibility Guidelines version 2.2, \
                     level AA, and we know of nothing that falls short. Tests with a script (axe) run on every view before \
                     each change is published, in a wide and a narrow window, with forced colours and with the keyboard \
                     alone. It has not yet been tested by people who use assistive technology every day, so problems may \
                     remain.",
                ),
                text(
                    "Feedback: if you find a problem, or need this information in another form, tell the organisation whose \
                     website you found the tool on. It can pass the problem on to us.",
                ),
                text(
                    "Enforcement: the Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and \
                     Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with the answer to \
                     your complaint, contact the Equality Advisory and Support Service.",
                ),
                Block::Link("Equality Advisory and Support Service", "https://www.equalityadvisoryservice.com/"),
                text("This statement was prepared on 22 November 2026."),
            ],
        },
        Section {
            id: "privacy",
            heading: "Privacy",
            blocks: vec![text(
                "Everything is worked out on your device. No cookies, no tracking, no account. A file you add stays on your \
                 device and is never sent anywhere; you can remove it on the Figures page. The same goes for rows of your own on the page Close the gap, and for a table of your own. People served, on the page Audit, are not even kept there: they are gone when the page is loaded again. What you choose is in the \
                 address of the page, so a link you share shows the same choices. Of lists of codes that are too long for an \
                 address the last eight are kept in this browser. Pages you save under a name are kept in this \
                 browser, until you delete them on the page Saved.",
            )],
        },
    ]
}
