//! The sentences of the view `gap`: the slope target, and the measures of rows.

use serde_json::Value;
use who_gets_missed::scenario::gap_measures::{MeasureChoices, Polarity, ValueKind};
use who_gets_missed::scenario::gap_target::Rates;
use who_gets_missed::scenario::{Percent, Scenario};

use super::{maybe, number};
use crate::support::frame::{Checked, Exact, Rough, Shown, read, says, shows};

/// Whether a sentence about the slope target is true.
pub fn check_target(scenario: &Scenario, of: &Value, (kind, _, text): (&str, usize, &str)) -> Checked {
    let target = &of["slope_target"];
    let choices = &scenario.gap.target;
    match kind {
        "place" => Ok(()),
        "slope_big_number" => says(text, "#", &[Exact(number(&target["line"], "/mean_after"))]),
        "slope_big_number_meaning" => {
            let fall = Line::new(choices.rates, choices.cut).fall(|rates| rates[0]);
            let named = match fall {
                0.0 => "as many as now",
                up if up < 0.0 => "# more",
                _ => "# fewer",
            };
            let numbers: Vec<Shown> = (fall != 0.0).then_some(Exact(fall.abs())).into_iter().collect();
            says(text, &format!("preventable deaths before 75 for each 100,000 people: {named}"), &numbers)
        }
        "slope_headline" => headline(choices.rates, choices.cut, &target["line"], text),
        "slope_ratio" => ratio(choices.rates, choices.cut, text),
        "slope_everywhere" => everywhere(choices.rates, choices.cut, text),
        "slope_second" => {
            let rates = choices.second_rates().ok_or("there is no second line")?;
            let whose = match rates == Rates::ILLUSTRATIVE {
                true => "Peterborough, with made-up numbers (illustrative). ",
                false => "Peterborough, with numbers that you typed. ",
            };
            let rest = text.strip_prefix(whose).ok_or("it does not say whose numbers these are")?;
            headline(rates, choices.cut, &target["second_line"], rest)
        }
        "slope_problem" => problem(choices.rates, "The", text),
        "slope_second_problem" => {
            problem(choices.second_rates().ok_or("there is no second line")?, "For Peterborough, the", text)
        }
        _ => Err(format!("no check is written for the kind “{kind}”")),
    }
}

/// A line worked out here, in thousandths of a thousandth, so that nothing is lost to rounding: the mean, the most and the
/// least deprived end.
struct Line {
    now: [i64; 3],
    after: [i64; 3],
}

impl Line {
    fn new(rates: Rates, cut: Percent) -> Self {
        let now = [rates.mean, rates.most, rates.least].map(|rate| 1000 * rate.thousandths());
        let least = now[2];
        let after = now.map(|rate| least + (rate - least) / 1000 * (1000 - i64::from(cut.tenths())));
        Self { now, after }
    }

    fn fall(&self, of: fn([i64; 3]) -> i64) -> f64 {
        (of(self.now) - of(self.after)) as f64 / 1e6
    }
}

fn headline(rates: Rates, cut: Percent, of: &Value, text: &str) -> Checked {
    let line = Line::new(rates, cut);
    let [mean, most, least] = line.now.map(|rate| rate as f64 / 1e6);
    let [mean_after, most_after, _] = line.after.map(|rate| rate as f64 / 1e6);
    for (path, value) in [("/mean_after", mean_after), ("/most_after", most_after), ("/least", least)] {
        if (number(of, path) - value).abs() > 1e-9 * value.max(1.0) {
            return Err(format!("{path} of the results is {} where {value} is right", number(of, path)));
        }
    }
    let falls = most < least;
    let reversed = if falls { "Here the rate is lower at the most deprived end. " } else { "" };
    if cut.tenths() == 0 {
        let frame = format!(
            "{reversed}A cut of 0% changes nothing: the average stays at #, the most deprived end at #, and the least \
             deprived end at #."
        );
        return says(text, &frame, &[mean, most, least].map(Exact));
    }
    if falls {
        let frame = format!(
            "{reversed}Cut the slope by {cut}%, and it goes from # to # there, and the average from # to #. At the least \
             deprived end it stays at #."
        );
        says(text, &frame, &[most, most_after, mean, mean_after, least].map(Exact))?;
    } else {
        let frame = format!(
            "Cut the slope by {cut}%, and the average falls from # to #. At the most deprived end the rate falls from # to \
             #: # fewer. At the least deprived end it stays at #."
        );
        says(text, &frame, &[mean, mean_after, most, most_after, line.fall(|rates| rates[1]), least].map(Exact))?;
    }
    differ(text)
}

/// What goes or falls from one number to another shows two numbers.
fn differ(text: &str) -> Checked {
    for part in text.split("from ").skip(1) {
        let Some((from, rest)) = part.split_once(" to ") else { continue };
        let to = rest.trim_end_matches(" times.").split([' ', ':']).next().unwrap_or_default();
        let bare = |shown: &str| read(shown.trim_end_matches(['.', ',', '%'])).map(|(value, _)| value);
        if bare(from.split(' ').next().unwrap_or_default()) == bare(to) {
            return Err(format!("it goes from {from} to {to}, which is where it was"));
        }
    }
    Ok(())
}

fn ratio(rates: Rates, cut: Percent, text: &str) -> Checked {
    let line = Line::new(rates, cut);
    let [[_, most, least], [_, after, _]] = [line.now, line.after].map(|rates| rates.map(|rate| rate as f64));
    if least == 0.0 {
        return says(text, "The rate is 0 at the least deprived end, so no other can be a multiple of it.", &[]);
    }
    let stays = "The most deprived end stays at # times the least deprived one.";
    if says(text, stays, &[Rough(most / least)]).is_ok() {
        // It may move by less than is shown.
        return says(text, stays, &[Exact(most / least)]).and(says(text, stays, &[Exact(after / least)]));
    }
    let frame = "The most deprived end goes from # times the least deprived one to # times.";
    says(text, frame, &[Exact(most / least), Exact(after / least)])?;
    differ(text)
}

fn everywhere(rates: Rates, cut: Percent, text: &str) -> Checked {
    let line = Line::new(rates, cut);
    let fall = line.fall(|rates| rates[0]);
    let [gap, gap_after] = [line.now, line.after].map(|[_, most, least]| (most - least) as f64 / 1e6);
    if cut.tenths() == 0 {
        return says(text, "A cut of 0% lowers nothing, so no fall everywhere compares with it.", &[]);
    }
    if fall <= 0.0 {
        return says(text, "A flatter line lowers nothing here, so no fall everywhere compares with it.", &[]);
    }
    if fall > rates.least.get() {
        let frame =
            "A fall by # everywhere would give the same average, but the least deprived end would fall below 0.";
        return says(text, frame, &[Exact(fall)]);
    }
    let frame = "A fall by # everywhere would give the same average. It would help the least deprived end too, and leave the \
                 gap between the ends at #. The cut brings that gap to #.";
    says(text, frame, &[Exact(fall), Exact(gap), Exact(gap_after)])
}

fn problem(rates: Rates, whose: &str, text: &str) -> Checked {
    let [mean, least, most] = [rates.mean, rates.least, rates.most].map(|rate| rate.get());
    if least < mean && mean <= most {
        return Err("these rates make a line".to_owned());
    }
    // Where the line falls the average may be the lower one; then there is a line.
    if mean < least && mean >= most {
        return Err("these rates make a line that falls".to_owned());
    }
    let frame = format!(
        "{whose} average must lie between the rates at the two ends, and differ from the one at the least deprived end. \
         Change one of the three."
    );
    says(text, &frame, &[])
}

/// Rows as their sentences speak of them.
struct Rows<'a> {
    of: &'a Value,
    choices: &'a MeasureChoices,
    is_own: bool,
}

/// Whether a sentence about rows is true.
pub fn check_rows(choices: &MeasureChoices, of: &Value, (kind, _, text): (&str, usize, &str)) -> Checked {
    let rows = Rows { of, choices, is_own: of["rows_in_use"] == "own" };
    match kind {
        "place" => Ok(()),
        "rows" if rows.is_own => says(text, "Your own rows", &[]),
        "rows" => says(text, "Cambridgeshire and Peterborough, by deprivation twentieth", &[]),
        "rows_headline" => rows.headline(text),
        "rows_target" => rows.target(text),
        "rows_caption" if rows.is_own => {
            let ends = text.ends_with(": from the least to the most deprived");
            if ends { Ok(()) } else { Err("it does not say from where to where".to_owned()) }
        }
        "rows_caption" => {
            says(text, "Preventable deaths under 75, England = 100: from the least to the most deprived", &[])
        }
        "rows_left_out" => {
            let left_out = number(of, "/rows_left_out");
            match left_out {
                1.0 => says(text, "1 row lacks a value, people or deprivation and is left out.", &[]),
                _ => says(text, "# rows lack a value, people or deprivation and are left out.", &[Exact(left_out)]),
            }
        }
        _ => Err(format!("no check is written for the kind “{kind}”")),
    }
}

impl Rows<'_> {
    fn is_share(&self) -> bool {
        self.choices.value == ValueKind::Share
    }

    /// A value, in per cent where it is a share.
    fn value(&self, path: &str) -> f64 {
        number(self.of, path) * if self.is_share() { 100.0 } else { 1.0 }
    }

    /// A line through the rows, by the sums of least squares, weighted by people, over the share who are more deprived.
    fn ends(&self) -> Option<(f64, f64)> {
        let rows = self.of["rows"].as_array()?;
        let sum = |of: &dyn Fn(f64, f64, f64) -> f64| -> f64 {
            rows.iter().map(|row| of(number(row, "/people"), number(row, "/rank"), number(row, "/value"))).sum()
        };
        let (w, x, y) = (sum(&|w, _, _| w), sum(&|w, x, _| w * x), sum(&|w, _, y| w * y));
        let (xx, xy) = (sum(&|w, x, _| w * x * x), sum(&|w, x, y| w * x * y));
        let slope = (w * xy - x * y) / (w * xx - x * x);
        let most = (y - slope * x) / w;
        Some((most, most + slope))
    }

    fn headline(&self, text: &str) -> Checked {
        let [most, least] = ["/before/most_deprived_end", "/before/least_deprived_end"].map(|path| self.value(path));
        if self.choices.scale == who_gets_missed::scenario::gap_measures::LineScale::Plain
            && let Some((a, b)) = self.ends()
        {
            let factor = if self.is_share() { 100.0 } else { 1.0 };
            for (found, own) in [(most, factor * a), (least, factor * b)] {
                if (found - own).abs() > 1e-6 * own.abs().max(1.0) {
                    return Err(format!("an end of the line is {found} in the results, where {own} is right"));
                }
            }
        }
        let (from, to, start, end) = match self.choices.polarity {
            Polarity::Worse => ("least", "most", least, most),
            Polarity::Better => ("most", "least", most, least),
        };
        let text =
            text.strip_prefix(&format!("From the {from} to the {to} deprived end, ")).ok_or("it begins elsewhere")?;
        let (thing, text) = match self.is_own {
            false => {
                let thing = "the ratio of preventable deaths before 75";
                (thing, text.strip_prefix(thing).ok_or("it does not say of what")?)
            }
            true => text.split_at(text.find('”').ok_or("it does not say of what")? + '”'.len_utf8()),
        };
        if thing.is_empty() {
            return Err("it does not say of what".to_owned());
        }
        let [unit, points] = if self.is_share() { ["%", " points"] } else { ["", ""] };
        if text.starts_with(" stays") {
            let frame = format!(" stays at #{unit}: there is no slope.");
            return says(text, &frame, &[Rough(start)]).and(says(text, &frame, &[Rough(end)]));
        }
        let verb = if end > start { "rises" } else { "falls" };
        let mut frame = format!(" {verb} by #{points}, from #{unit} to #{unit}");
        let mut numbers = vec![Exact((end - start).abs()), Rough(start), Rough(end)];
        if let Some(times) = maybe(self.of, "/before/rii").filter(|&times| times > 0.0) {
            if (times - end / start).abs() > 1e-6 * times {
                return Err(format!("the results say {times} times as high where {} is right", end / start));
            }
            frame += ". That is # times as high";
            numbers.push(Exact(times));
        }
        frame += ".";
        match (self.is_own, self.choices.value) {
            (false, _) => {
                frame += " A ratio of 100 is England: as many deaths as its rates would lead to among people of the same ages.";
            }
            (true, ValueKind::Ratio) => frame += " A ratio of 100 is as many as expected.",
            (true, ValueKind::Rate) => {
                frame += " Rates are for each # people.";
                numbers.push(Exact(f64::from(self.choices.per)));
            }
            (true, ValueKind::Share | ValueKind::Number) => {}
        }
        let is_past = |end: f64| match self.choices.value {
            ValueKind::Number => false,
            ValueKind::Share => !(0.0..=100.0).contains(&end),
            ValueKind::Rate | ValueKind::Ratio => end < 0.0,
        };
        if is_past(start) || is_past(end) {
            frame += " The straight line ends at a value that cannot be. Lines that stay within bounds are in “More settings”.";
        }
        says(text, &frame, &numbers)?;
        differ(text)
    }

    fn target(&self, text: &str) -> Checked {
        let ends = ["most_deprived_end", "mean"];
        let [[most, mean], [most_after, mean_after]] =
            ["before", "after"].map(|when| ends.map(|of| self.value(&format!("/{when}/{of}"))));
        let least = self.value("/before/least_deprived_end");
        let cut = f64::from(self.choices.cut.tenths()) / 1000.0;
        let own = least + (1.0 - cut) * (most - least);
        if (own - most_after).abs() > 1e-6 * own.abs().max(1.0) {
            return Err(format!("the most deprived end comes to {most_after} in the results, where {own} is right"));
        }
        let disadvantage = if self.choices.polarity == Polarity::Worse { most - least } else { least - most };
        let reversed = "Here it is the less deprived who do worse, so a flatter line would only make things worse for the more deprived. ";
        let (is_reversed, text) = text.strip_prefix(reversed).map_or((false, text), |rest| (true, rest));
        // Where no slope is shown there is nobody who does worse.
        let is_flat = self.of["says"]["rows_headline"].as_str().is_some_and(|told| told.contains("there is no slope"));
        if is_reversed != (disadvantage < 0.0 && !is_flat) {
            return Err("it says who does worse, which is not so".to_owned());
        }
        let unit = if self.is_share() { "%" } else { "" };
        let begins = format!("Cut the slope by {}% with the least deprived end held where it is: ", self.choices.cut);
        let text = text.strip_prefix(&begins).ok_or("it does not say by how much, or how")?;
        let (first, second) = text.split_once(", and ").ok_or("it does not speak of two")?;
        let second = second.strip_suffix('.').ok_or("it has no end")?;
        for (told, what, now, after) in
            [(first, "the most deprived end", most, most_after), (second, "the mean", mean, mean_after)]
        {
            let told = told.strip_prefix(what).ok_or("it does not say what moves")?;
            if let Some(value) = told.strip_prefix(" stays at ") {
                let value = value.strip_suffix(unit).ok_or("it has no unit")?;
                shows(value, Rough(now)).and(shows(value, Rough(after)))?;
                continue;
            }
            // The verb of the first serves for both.
            let told = match what == "the mean" && !first.contains(" stays at ") {
                true => told,
                false => told.strip_prefix(" goes").ok_or("it does not say that it goes")?,
            };
            says(told, &format!(" from #{unit} to #{unit}"), &[Rough(now), Rough(after)])?;
            differ(told)?;
        }
        Ok(())
    }
}
