//! The sentences of the view `incentive`.

use serde_json::Value;
use who_gets_missed::data::{NeedMeasure, RankBy};
use who_gets_missed::model::Basis;
use who_gets_missed::scenario::{CutKind, Scenario};

use super::{maybe, number};
use crate::support::frame::{Checked, Exact, People, Rough, Shown, says};

/// A page with its numbers, as its sentences speak of them.
struct Page<'a> {
    scenario: &'a Scenario,
    of: &'a Value,
    people: f64,
    /// The offer to everyone.
    all: &'a Value,
    /// Whether what a target reaches is an estimate.
    is_approximate: bool,
}

const RANKED: [[&str; 5]; 2] = [
    ["Most deprived fifth", "Second fifth", "Middle fifth", "Fourth fifth", "Least deprived fifth"],
    ["Fifth most in need", "Second fifth", "Middle fifth", "Fourth fifth", "Fifth least in need"],
];

/// Whether a sentence of this kind, the first, second or a later one of its kind, is true of a page.
pub fn check(scenario: &Scenario, of: &Value, is_approximate: bool, (kind, at, text): (&str, usize, &str)) -> Checked {
    let offers = of["offers"].as_array().ok_or("there are no offers")?;
    let all = &offers.iter().find(|offer| offer["reach"] == "universal").ok_or("nobody is offered it")?["outcome"];
    let people = (0..5).map(|fifth| number(of, &format!("/fifths/{fifth}/people"))).sum();
    let page = Page { scenario, of, people, all, is_approximate };
    page.add_up(offers)?;
    match kind {
        "place" => Ok(()),
        "big_number" => match maybe(all, "/per_additional") {
            Some(each) => says(text, "£#", &[Exact(each)]),
            None => says(text, "No one", &[]),
        },
        "big_number_meaning" => match maybe(all, "/per_additional") {
            Some(_) => says(text, "for each extra person, if everyone is offered the payment", &[]),
            None => says(text, "more comes, so an extra person has no cost", &[]),
        },
        "headline" => page.headline(text),
        "detail" => page.detail(text),
        "gap" => page.gap(all, text),
        "comparison" => {
            let offer = offers.iter().filter(|offer| offer["reach"] != "universal").nth(at);
            page.comparison(offer.ok_or("there is no such offer")?, text)
        }
        "limit" => page.limit(offers, text),
        "curve_description" => page.curve(text),
        _ => Err(format!("no check is written for the kind “{kind}”")),
    }
}

/// A target in words.
fn target(scenario: &Scenario) -> String {
    let (name, part) = match scenario.share.tenths() {
        50 => ("twentieth".to_owned(), "a twentieth".to_owned()),
        100 => ("tenth".to_owned(), "a tenth".to_owned()),
        200 => ("fifth".to_owned(), "a fifth".to_owned()),
        250 => ("quarter".to_owned(), "a quarter".to_owned()),
        500 => ("half".to_owned(), "a half".to_owned()),
        _ => (format!("{}%", scenario.share), format!("{}%", scenario.share)),
    };
    let scale = if scenario.cut == CutKind::National { "nationally" } else { "locally" };
    let need = match scenario.need {
        NeedMeasure::Income => "people on low incomes",
        NeedMeasure::Children => "children in low-income families",
        NeedMeasure::Older => "older people on low incomes",
        NeedMeasure::Employment => "working-age people out of work",
    };
    let whom = people(scenario.need);
    match (scenario.rank, scenario.cut == CutKind::Local && scenario.basis == Basis::People) {
        (RankBy::Imd, false) => format!("the most deprived {name} of areas {scale}"),
        (RankBy::Imd, true) => format!("the most deprived areas, home to {part} of {whom} {scale}"),
        (RankBy::Need, false) => format!("the {name} of areas {scale} with the highest share of {need}"),
        (RankBy::Need, true) => format!("the areas with the highest share of {need}, home to {part} of {whom} {scale}"),
    }
}

fn people(need: NeedMeasure) -> &'static str {
    match need {
        NeedMeasure::Income => "residents",
        NeedMeasure::Children => "children",
        NeedMeasure::Older => "older people",
        NeedMeasure::Employment => "working-age people",
    }
}

/// Pounds as they are shown: pence below 10,000, whole ones below a million.
fn shown_pounds(pounds: f64) -> (i64, bool) {
    let unit = match pounds {
        _ if pounds < 9_999.995 => 0.01,
        _ if pounds < 999_999.5 => 1.0,
        _ => 1e5,
    };
    ((pounds / unit).round() as i64, unit > 1.0)
}

impl Page<'_> {
    /// What everyone comes to, worked out here: a payment to all who come, and a rise held at everybody.
    fn add_up(&self, offers: &[Value]) -> Checked {
        let choices = &self.scenario.incentive;
        let rise = choices.rise.as_share();
        let [mut paid, mut anyway] = [0.0, 0.0];
        for fifth in self.of["fifths"].as_array().into_iter().flatten() {
            let [people, uptake] = ["/people", "/uptake"].map(|path| number(fifth, path));
            paid += people * (uptake + rise).min(1.0);
            anyway += people * uptake;
        }
        let all = self.all;
        let expected = [("/paid", paid), ("/anyway", anyway), ("/cost", paid * choices.payment.get())];
        for (path, value) in expected {
            if (number(all, path) - value).abs() > 1e-6 * value.max(1.0) {
                return Err(format!("{path} of the results is {} where {value} is right", number(all, path)));
            }
        }
        for outcome in offers.iter().map(|offer| &offer["outcome"]) {
            let [paid, anyway, more] = ["/paid", "/anyway", "/additional"].map(|path| number(outcome, path));
            if (paid - anyway - more).abs() > 1e-6 * paid.max(1.0) {
                return Err(format!("{paid} are paid, {anyway} anyway and {more} more"));
            }
        }
        Ok(())
    }

    fn headline(&self, text: &str) -> Checked {
        let payment = Exact(self.scenario.incentive.payment.get());
        let [paid, anyway, more] = ["/paid", "/anyway", "/additional"].map(|path| number(self.all, path));
        if paid == 0.0 {
            return says(text, "Offer everyone £#, and no one comes.", &[payment]);
        }
        if more == 0.0 {
            let frame = "Offer everyone £#, and no one more comes. All who are paid would have come anyway.";
            return says(text, frame, &[payment]);
        }
        let frame = "Offer everyone £#, and # in every 100 more come. #% of those paid would have come anyway: # for each \
                     extra person.";
        let numbers = [100.0 * more / self.people, 100.0 * anyway / paid, anyway / more].map(Exact);
        says(text, frame, &[&[payment][..], &numbers].concat())
    }

    fn detail(&self, text: &str) -> Checked {
        let whom = people(self.scenario.need);
        let [paid, more, cost] = ["/paid", "/additional", "/cost"].map(|path| number(self.all, path));
        if paid == 0.0 {
            return says(text, &format!("That is £0 in all: none of # {whom} is paid."), &[People(self.people)]);
        }
        let mut frame = format!("That is £# in all, paid to # of # {whom}.");
        let mut numbers = vec![Exact(cost), People(paid), People(self.people)];
        match more {
            0.0 => {}
            _ if more < 0.5 => frame += " Fewer than 1 of them comes because of it.",
            _ if more < 1.5 => frame += " 1 of them comes because of it.",
            _ => {
                frame += " # of them come because of it.";
                numbers.push(People(more));
            }
        }
        says(text, &frame, &numbers)
    }

    /// Uptake at the two ends of those who live anywhere, less one from the other.
    fn gap(&self, outcome: &Value, text: &str) -> Checked {
        let mut lived_in = Vec::new();
        for fifth in 0..5 {
            if number(self.of, &format!("/fifths/{fifth}/people")) > 0.0 {
                let of = |when: &str| number(outcome, &format!("/fifths/{fifth}/uptake_{when}"));
                lived_in.push([of("before"), of("after")]);
            }
        }
        let (Some(most), Some(least)) = (lived_in.first(), lived_in.last()) else {
            return Err("nobody lives here".to_owned());
        };
        let [before, after] = [0, 1].map(|when| 100.0 * (least[when] - most[when]));
        for (path, value) in [("/gap_before", before), ("/gap_after", after)] {
            if (100.0 * number(outcome, path) - value).abs() > 1e-6 {
                return Err(format!("{path} of the results is {} where {value} is right", number(outcome, path)));
            }
        }
        let tenths = |gap: f64| (10.0 * gap).round() as i64;
        let numbers = [Rough(before), Rough(after)];
        match (tenths(before), tenths(after)) {
            (0, 0) => says(text, "The fifths stay level.", &[]),
            (was, is) if was == is => {
                says(text, "The gap in uptake stays at # points.", &[Rough(before)])?;
                says(text, "The gap in uptake stays at # points.", &[Rough(after)])
            }
            (was, is) if was >= 0 && is < 0 => {
                let frame = "The gap in uptake goes from # points to # points: the most deprived fifth is then ahead.";
                says(text, frame, &numbers)
            }
            _ => says(text, "The gap in uptake goes from # points to # points.", &numbers),
        }
    }

    fn comparison(&self, offer: &Value, text: &str) -> Checked {
        let outcome = &offer["outcome"];
        let is_areas = offer["reach"] == "areas";
        let whom = match is_areas {
            true => format!("Offered in {} alone", target(self.scenario)),
            false => "Offered to people found by an assessment alone".to_owned(),
        };
        let about = if is_areas && self.is_approximate { "about " } else { "" };
        let [offered, more] = ["/offered", "/additional"].map(|path| number(outcome, path));
        if offered <= 0.0 {
            let nobody = match (is_areas, self.scenario.cut) {
                (true, CutKind::National) => "no areas here are among them",
                (true, CutKind::Local) => "no areas are among them",
                (false, _) => "it finds nobody",
            };
            return says(text, &format!("{whom}, it reaches no one: {nobody}."), &[]);
        }
        let Some(each) = maybe(outcome, "/per_additional") else {
            return says(text, &format!("{whom}, it brings in no one."), &[]);
        };
        let of_all = maybe(self.all, "/per_additional");
        let mut numbers: Vec<Shown> = vec![Exact(each)];
        let costs = match of_all {
            Some(of_all) if shown_pounds(of_all) == shown_pounds(each) => "£#, as for everyone".to_owned(),
            Some(of_all) if each < of_all => format!("{about}£#, less than for everyone"),
            Some(_) => format!("{about}£#, more than for everyone"),
            None => format!("{about}£#"),
        };
        let all_more = number(self.all, "/additional");
        let capital_about = if about.is_empty() { "" } else { "About " };
        let is_same = more >= 0.5 && more.round() == all_more.round();
        let come = match more {
            _ if more < 0.5 => "Fewer than 1 extra person comes".to_owned(),
            _ if more < 1.5 => format!("{capital_about}1 extra person comes"),
            _ => {
                numbers.push(People(more));
                format!("{capital_about}# extra people come")
            }
        };
        let than = if is_same {
            ", as many as if everyone is offered it"
        } else if more < 0.5 && all_more < 0.5 {
            ", as if everyone is offered it"
        } else {
            numbers.push(People(all_more));
            " instead of #"
        };
        let left = 1.0 - offered / self.people;
        let everyone = match self.scenario.need {
            NeedMeasure::Income => "all residents",
            NeedMeasure::Children => "all children",
            NeedMeasure::Older => "all older people",
            NeedMeasure::Employment => "all working-age people",
        };
        let left_out = if left < 1e-9 {
            "no one is left out".to_owned()
        } else {
            numbers.push(Exact(100.0 * left));
            // Something that is nearly nothing or nearly all is not about as much.
            let about = if (0.0005..=0.9995).contains(&left) || left == 1.0 { about } else { "" };
            format!("{about}#% of {everyone} are never offered it")
        };
        let frame = format!("{whom}, each extra person costs {costs}. {come}{than}, and {left_out}. ");
        // The frame ends where the sentence on the gap begins.
        let at = text.find("The gap in").or(text.find("The fifths stay")).ok_or("it says nothing of the gap")?;
        says(&text[..at], &frame, &numbers)?;
        self.gap(outcome, &text[at..])
    }

    fn limit(&self, offers: &[Value], text: &str) -> Checked {
        if text.contains("more than 100%") {
            let choices = &self.scenario.incentive;
            let ends =
                [choices.uptake_least, choices.uptake_most, choices.found_uptake.unwrap_or(choices.uptake_least)];
            let most = ends.into_iter().map(|end| end.as_share()).fold(0.0, f64::max);
            if most + choices.rise.as_share() <= 1.0
                || !offers.iter().any(|offer| offer["outcome"]["is_clamped"] == true)
            {
                return Err("no uptake was held".to_owned());
            }
            let frame = "In at least one fifth, uptake and rise came to more than 100%. Uptake was held at 100%.";
            return says(text, frame, &[]);
        }
        let is_empty: Vec<bool> =
            (0..5).map(|fifth| number(self.of, &format!("/fifths/{fifth}/people")) <= 0.0).collect();
        let whose = if self.scenario.cut == CutKind::National { "England’s " } else { "the " };
        let names = RANKED[usize::from(self.scenario.rank == RankBy::Need)].map(|name| {
            let (first, rest) = name.split_at(1);
            first.to_lowercase() + rest
        });
        let first = is_empty.iter().position(|&is_empty| !is_empty).ok_or("nobody lives here")?;
        let last = is_empty.iter().rposition(|&is_empty| !is_empty).ok_or("nobody lives here")?;
        if first == last {
            let frame = format!(
                "All here live in {whose}{}: what is set for the {} holds for all of them.",
                names[first], names[4]
            );
            return says(text, &frame, &[]);
        }
        let instead = |empty: usize, of: usize| {
            format!("Nobody here lives in {whose}{}: what is set for it holds for the {}.", names[empty], names[of])
        };
        let both: Vec<String> = [(first > 0).then(|| instead(0, first)), (last < 4).then(|| instead(4, last))]
            .into_iter()
            .flatten()
            .collect();
        says(text, &both.join(" "), &[])
    }

    fn curve(&self, text: &str) -> Checked {
        let rise = self.scenario.incentive.rise.as_share();
        if rise == 0.0 {
            return says(text, "Nothing to show: the payment brings no one more.", &[]);
        }
        let rest = text.strip_prefix("The more people come anyway, the more each extra person costs. ");
        let rest = rest.and_then(|rest| rest.strip_suffix('.')).ok_or("it does not say what it shows")?;
        let names = RANKED[usize::from(self.scenario.rank == RankBy::Need)];
        let payment = self.scenario.incentive.payment.get();
        let mut told = [false; 5];
        let mut has_trial = false;
        let each = |fifth: usize| {
            let uptake = number(self.of, &format!("/fifths/{fifth}/uptake"));
            let rise = rise.min(1.0 - uptake);
            let lives = number(self.of, &format!("/fifths/{fifth}/people")) > 0.0;
            (lives && rise > 0.0).then(|| payment * (uptake + rise) / rise)
        };
        for part in rest.split("; ") {
            let (who, figure) = part.split_once(": ").ok_or("it gives no number")?;
            let mut of_part = Vec::new();
            for who in who.split(" and ") {
                let of: Vec<usize> = match who {
                    "the trial" | "The Swedish trial" => {
                        has_trial = true;
                        of_part.push(16.0 * 75.8 / 4.2);
                        continue;
                    }
                    "All fifths" => (0..5).filter(|&fifth| each(fifth).is_some()).collect(),
                    name => vec![names.iter().position(|other| *other == name).ok_or("it names no fifth")?],
                };
                for fifth in of {
                    let pounds = each(fifth).ok_or("a fifth has no number")?;
                    of_part.push(pounds);
                    if std::mem::replace(&mut told[fifth], true) {
                        return Err("a fifth is told twice".to_owned());
                    }
                }
            }
            // Those that differ by less than a penny are told together, by the number of one of them.
            let shown: Vec<Checked> = of_part.iter().map(|&pounds| says(figure, "£#", &[Exact(pounds)])).collect();
            let is_close = of_part.iter().all(|pounds| (pounds - of_part[0]).abs() < 0.01);
            if !is_close || shown.iter().all(Result::is_err) {
                return Err(format!("it says {figure} of {of_part:?}"));
            }
        }
        let all = (0..5).all(|fifth| told[fifth] == each(fifth).is_some());
        if all && has_trial { Ok(()) } else { Err("a fifth, or the trial, is missing".to_owned()) }
    }
}
