//! The sentences of the view `population`.

use serde_json::Value;
use who_gets_missed::data::Edition;
use who_gets_missed::scenario::population::{FactorStart, FitKind, SizeBy};
use who_gets_missed::scenario::{CutKind, Place, Scenario, Thousandths};

use super::{maybe, number};
use crate::support::frame::{Checked, Exact, People, Shown, says};

/// A page with its numbers, as its sentences speak of them.
struct Page<'a> {
    scenario: &'a Scenario,
    of: &'a Value,
    name: String,
    unit: String,
    /// The line past which treatment is offered: `BMI 30`.
    line: String,
    adults: f64,
}

/// Whether a sentence of this kind, the first, second or a later one of its kind, is true of a page.
pub fn check(scenario: &Scenario, of: &Value, (kind, at, text): (&str, usize, &str)) -> Checked {
    let choices = &scenario.population;
    let (name, unit) = match choices.start {
        FactorStart::Bmi => ("BMI", "kg/m²"),
        FactorStart::Pressure => ("blood pressure", "mmHg"),
        FactorStart::Own => ("risk score", "points"),
    };
    let name = choices.name.clone().unwrap_or_else(|| name.to_owned());
    let unit = choices.unit.clone().unwrap_or_else(|| unit.to_owned());
    let line = format!("{name} {}", choices.treat_past);
    let page = Page { scenario, of, name, unit, line, adults: number(of, "/adults") };
    match kind {
        "place" => Ok(()),
        "big_number" => page.big_number(text),
        "big_number_meaning" => page.meaning(text),
        "headline" => page.headline(text),
        "shift" => page.shift(text),
        "treat_fact" => page.treat_fact(at, text),
        "shift_fact" => page.shift_fact(at, text),
        "missed" => page.missed(text),
        "people_note" => page.people_note(text),
        "curves_description" => page.curves(text),
        "moved_description" => page.moved(text),
        "fifths" => {
            let line = page.past(choices.thresholds[0]);
            let about = if page.is_approximate(text) { "About " } else { "" };
            page.hundred(text, &format!("{about}#% of adults with {line} are missed"), "/missed/missed")
        }
        "fifths_note" => page.fifths_note(text),
        _ => Err(format!("no check is written for the kind “{kind}”")),
    }
}

fn in_100(share: f64) -> Shown {
    Exact(100.0 * share)
}

impl Page<'_> {
    fn number(&self, path: &str) -> f64 {
        number(self.of, path)
    }

    fn past(&self, line: Thousandths) -> String {
        format!("{} {line} or more", self.name)
    }

    /// Shares of a local fifth are estimates inside bands; those of all of England are its national ones.
    fn is_estimate(&self) -> bool {
        self.of["fifths"]["of"] == "local"
    }

    /// Something that is nearly nothing or nearly all is not about as much.
    fn is_approximate(&self, text: &str) -> bool {
        let share = self.number("/missed/missed");
        self.is_estimate() && !text.is_empty() && (share == 0.0 || share >= 0.0005) && (share == 1.0 || share <= 0.9995)
    }

    fn hundred(&self, text: &str, frame: &str, path: &str) -> Checked {
        says(text, frame, &[in_100(self.number(path))])
    }

    fn size(&self, size: Thousandths, by: SizeBy) -> String {
        match by {
            SizeBy::Units => format!("{size} {}", self.unit),
            SizeBy::Percent => format!("{size}%"),
        }
    }

    /// A fall that was worked out, in the unit that the shift is counted in.
    fn fall(&self, size: f64) -> (String, Shown) {
        match self.scenario.population.shift_by {
            SizeBy::Units => (format!("# {}", self.unit), Exact(size)),
            SizeBy::Percent => ("#%".to_owned(), Exact(100.0 * size)),
        }
    }

    /// Why the programme does nothing; `None` where it lowers the mean.
    fn nothing(&self) -> Option<&'static str> {
        let is_none = self.number("/treat/mean_change") == 0.0;
        is_none.then(|| match () {
            () if self.number("/treat/eligible") == 0.0 => "nobody is past the line where treatment is offered",
            () if self.number("/treat/uptake") == 0.0 => "nobody takes treatment up",
            () => "treatment lowers nothing",
        })
    }

    fn big_number(&self, text: &str) -> Checked {
        match maybe(self.of, "/equal_shift/for_the_mean") {
            Some(size) if self.nothing().is_none() => {
                let (frame, size) = self.fall(size);
                says(text, &frame, &[size])
            }
            _ => says(text, "No fall", &[]),
        }
    }

    fn meaning(&self, text: &str) -> Checked {
        if let Some(why) = self.nothing() {
            return says(text, &format!("is needed to do as much for the average: {why}"), &[]);
        }
        let does = match maybe(self.of, "/equal_shift/for_the_mean") {
            Some(_) => format!("off everyone’s {} does", self.name),
            None => "in % for everyone does".to_owned(),
        };
        self.hundred(
            text,
            &format!("{does} as much for the average as treating # in every 100 adults"),
            "/treat/treated",
        )
    }

    fn headline(&self, text: &str) -> Checked {
        let Self { name, unit, line, .. } = self;
        if let Some(why) = self.nothing() {
            let (first, rest) = why.split_at(1);
            let why = first.to_uppercase() + rest;
            return says(
                text,
                &format!("{why}. The average {name} stays as it is, and nobody moves below {line}."),
                &[],
            );
        }
        let moved = self.number("/treat/at_threshold/moved_below");
        let begins = format!("Treating # in every 100 adults lowers the average {name} by # {unit}, and moves");
        let mut numbers = vec![in_100(self.number("/treat/treated")), Exact(-self.number("/treat/mean_change"))];
        if moved == 0.0 {
            return says(text, &format!("{begins} nobody below {line}."), &numbers);
        }
        numbers.push(in_100(moved));
        let ends = match maybe(self.of, "/equal_shift/at_threshold") {
            Some(size) => {
                let (frame, size) = self.fall(size);
                numbers.push(size);
                format!("A fall of {frame} for everyone would move as many below it.")
            }
            None => {
                // That is so of falls in per cent, and of lines that no such fall goes past.
                let choices = &self.scenario.population;
                if choices.shift_by != SizeBy::Percent || choices.treat_past.get() > 0.0 {
                    return Err("a fall would move as many".to_owned());
                }
                "No fall in % for everyone would move as many below it: a fall in % takes nobody past 0.".to_owned()
            }
        };
        says(text, &format!("{begins} # in 100 below {line}. {ends}"), &numbers)
    }

    /// What happens to the average, with the word for it.
    fn average(&self, by: f64) -> (&'static str, Shown) {
        (if by > 0.0 { "raises" } else { "lowers" }, Exact(by.abs()))
    }

    fn shift(&self, text: &str) -> Checked {
        let choices = &self.scenario.population;
        if choices.shift.thousandths() == 0 {
            return says(text, "A fall of 0 for everyone changes nothing.", &[]);
        }
        let (verb, by) = self.average(self.number("/shift/mean_change"));
        let moved = self.number("/shift/at_threshold/moved_below");
        let size = self.size(choices.shift, choices.shift_by);
        let begins = format!("A fall of {size} for everyone {verb} the average by # {}, and moves", self.unit);
        match moved {
            0.0 => says(text, &format!("{begins} nobody below {}.", self.line), &[by]),
            up if up < 0.0 => says(text, &format!("{begins} # in 100 up past {}.", self.line), &[by, in_100(-up)]),
            _ => says(text, &format!("{begins} # in 100 below {}.", self.line), &[by, in_100(moved)]),
        }
    }

    /// What both approaches have as their last lines: the average, and who moves.
    fn ends(&self, of: &str, is_last: bool, text: &str) -> Checked {
        let change = self.number(&format!("/{of}/mean_change"));
        let moved = self.number(&format!("/{of}/at_threshold/moved_below"));
        let (line, unit) = (&self.line, &self.unit);
        match (is_last, change) {
            (false, 0.0) => says(text, "The average stays as it is", &[]),
            (false, _) => {
                let verb = if change > 0.0 { "rises" } else { "falls" };
                says(text, &format!("The average of all {verb} by # {unit}"), &[Exact(change.abs())])
            }
            (true, _) if moved == 0.0 => says(text, &format!("Nobody moves below {line}"), &[]),
            (true, _) => {
                let where_to = if moved > 0.0 { "below" } else { "up past" };
                let people = People(self.adults * moved.abs());
                says(text, &format!("# in 100 move {where_to} {line} (#)"), &[in_100(moved.abs()), people])
            }
        }
    }

    fn treat_fact(&self, at: usize, text: &str) -> Checked {
        let choices = &self.scenario.population;
        let [eligible, treated] = ["/treat/eligible", "/treat/treated"].map(|path| self.number(path));
        if eligible == 0.0 && at < 2 {
            let line = self.past(choices.treat_past);
            return match at {
                0 => says(text, &format!("Offered to nobody: no adult has {line}"), &[]),
                _ => says(text, "Taken up by nobody", &[]),
            };
        }
        match at {
            0 => says(text, "Offered to # in 100 adults (# here)", &[in_100(eligible), People(self.adults * eligible)]),
            1 if treated == 0.0 => says(text, "Taken up by nobody", &[]),
            1 => {
                let frame = format!("Taken up by {}% of them: # in 100 (#)", choices.uptake);
                says(text, &frame, &[in_100(treated), People(self.adults * treated)])
            }
            2 if treated == 0.0 => says(text, "Nobody is treated", &[]),
            2 => {
                let frame = format!("Each person treated falls by {}", self.size(choices.effect, choices.effect_by));
                let each = Exact(-self.number("/treat/mean_change") / treated);
                match choices.effect_by {
                    SizeBy::Units => says(text, &frame, &[]),
                    SizeBy::Percent => says(text, &format!("{frame}: # {} on average", self.unit), &[each]),
                }
            }
            _ => self.ends("treat", at == 4, text),
        }
    }

    fn shift_fact(&self, at: usize, text: &str) -> Checked {
        let choices = &self.scenario.population;
        match at {
            0 => says(text, "Reaches all 100 in 100 adults (# here)", &[People(self.adults)]),
            1 => says(text, "Nobody has to come forward", &[]),
            2 => {
                let size = self.size(choices.shift, choices.shift_by);
                let change = self.number("/shift/mean_change");
                let Self { unit, .. } = self;
                match choices.shift_by {
                    SizeBy::Units => says(text, &format!("Each person falls by {size}"), &[]),
                    // What is below 0 rises as it comes closer to 0.
                    SizeBy::Percent if change > 0.0 => says(
                        text,
                        &format!("Each value comes {size} closer to 0: # {unit} up on average"),
                        &[Exact(change)],
                    ),
                    SizeBy::Percent => {
                        says(text, &format!("Each person falls by {size}: # {unit} on average"), &[Exact(-change)])
                    }
                }
            }
            _ => self.ends("shift", at == 4, text),
        }
    }

    fn missed(&self, text: &str) -> Checked {
        let choices = &self.scenario.population;
        let [low, high] = [0, 1].map(|at| self.past(choices.thresholds[at]));
        let is_england = self.scenario.place == Place::England;
        let live = self.number("/fifths/fifths/0/people_share");
        let mut numbers = Vec::new();
        let fifth = match self.scenario.cut {
            CutKind::Local if !is_england => "this place’s own areas",
            CutKind::National if !is_england && live == 0.0 => "England’s areas (none of this place’s people do)",
            CutKind::National if !is_england => {
                numbers.push(in_100(live));
                "England’s areas (#% of this place’s people do)"
            }
            _ => "England’s areas",
        };
        let about = if self.is_approximate(text) { "about " } else { "" };
        numbers.push(in_100(self.number("/missed/missed")));
        let frame = format!(
            "Suppose help goes to adults with {high} who live in the most deprived fifth of {fifth}. It then misses {about}#% \
             of all adults with {low}."
        );
        says(text, &frame, &numbers)
    }

    fn people_note(&self, text: &str) -> Checked {
        let choices = &self.scenario.population;
        let start = who_gets_missed::scenario::PopulationChoices::starting(choices.start);
        let year = match self.scenario.data {
            Edition::Iod2019 => 2015,
            Edition::Iod2025 => 2022,
        };
        let is_england = self.scenario.place == Place::England;
        let (what, is_start) = match choices.fit {
            FitKind::Prevalences => {
                let is_start = (choices.past, choices.year) == (start.past, start.year);
                ("shares past each line", is_start)
            }
            FitKind::Moments => ("average and the spread", (choices.mean, choices.sd) == (start.mean, start.sd)),
        };
        // Published shares of body mass index are those of its own lines.
        let is_bmi = choices.start == FactorStart::Bmi && choices.name.is_none() && choices.unit.is_none();
        let curve = match (is_start, is_bmi && choices.fit == FitKind::Prevalences) {
            (true, true) if choices.thresholds[..2] == start.thresholds[..2] => match is_england {
                true => "The curve is England’s (Health Survey for England 2019).".to_owned(),
                false => "The curve is England’s (Health Survey for England 2019), not this place’s own: put in the \
                          place’s shares if you have them."
                    .to_owned(),
            },
            (false, _) | (true, true) => format!("The {what} are your own."),
            (true, false) => format!("The {what} are made up."),
        };
        let frame = format!(
            "This place has # residents of all ages (mid {year}). At {}% of them that is # adults. {curve}",
            choices.adults
        );
        says(text, &frame, &[People(self.number("/residents")), People(self.adults)])
    }

    fn curves(&self, text: &str) -> Checked {
        let choices = &self.scenario.population;
        let year = |year: Option<u16>, none: &str| year.map_or_else(|| none.to_owned(), |year| year.to_string());
        let mut frame = format!("Adults with {}. ", self.past(choices.thresholds[1]));
        let mut numbers = Vec::new();
        if choices.earlier.is_some() {
            frame += &format!("{}: #%. ", year(choices.earlier_year, "Earlier"));
            numbers.push(in_100(self.number("/earlier/past/1")));
        }
        frame += &format!(
            "{}: #%. Treat from {}: #%. Shift everyone by {}: #%.",
            year(choices.year, "Now"),
            self.line,
            self.size(choices.shift, choices.shift_by)
        );
        let paths = ["/now/past/1", "/treat/crossings/1/after", "/shift/after/past/1"];
        numbers.extend(paths.map(|path| in_100(self.number(path))));
        says(text, &frame, &numbers)
    }

    fn moved(&self, text: &str) -> Checked {
        let choices = &self.scenario.population;
        let size = self.size(choices.shift, choices.shift_by);
        let mut frame = format!("Who moves below each line. Treat from {}, then Shift everyone by {size}. ", self.line);
        let mut numbers = Vec::new();
        for (at, line) in choices.thresholds.iter().enumerate() {
            // There is no room for a long name in a picture.
            let name = if self.name.chars().count() <= 14 { format!("{} ", self.name) } else { String::new() };
            let signs = ["treat", "shift"].map(|of| {
                let moved = self.number(&format!("/{of}/crossings/{at}/moved_below"));
                numbers.extend([in_100(moved.abs()), People(self.adults * moved.abs())]);
                if moved < 0.0 { "−# (−#)" } else { "# (#)" }
            });
            let end = if at + 1 == choices.thresholds.len() { "." } else { "; " };
            frame += &format!("Below {name}{line}: {} against {}{end}", signs[0], signs[1]);
        }
        says(text, &frame, &numbers)
    }

    fn fifths_note(&self, text: &str) -> Checked {
        let is_england = self.scenario.place == Place::England;
        let which = match self.scenario.cut {
            _ if is_england => "Fifths of England’s areas.",
            CutKind::National => {
                "Fifths of England’s areas, so a place can have more or fewer people in each. A fifth of the place’s own \
                 areas is another thing."
            }
            CutKind::Local => "Fifths of this place’s own areas. A fifth of England’s areas is another thing.",
        };
        let about = if self.is_estimate() { " How many people live in each is an estimate." } else { "" };
        let alike = self.number("/fifths/fifths/0/past_low") == self.number("/fifths/fifths/4/past_low");
        let gradient = match self.scenario.population.gradient {
            who_gets_missed::scenario::population::GradientKind::None if alike => "All fifths are taken to be alike.",
            _ => "The fifths between lie on a straight line.",
        };
        let line = self.past(self.scenario.population.thresholds[0]);
        says(text, &format!("At the end of each bar: adults with {line}. {which}{about} {gradient}"), &[])
    }
}
