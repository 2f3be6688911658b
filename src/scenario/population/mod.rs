//! What the view `population` is set to: a risk factor, a programme past a threshold, and a shift of everybody.

mod figures;
mod link;
mod starts;

pub use figures::{Figure, FigureBasis, FigureSource};
pub use link::{NONE, SIZES, VALUES, YEARS, parse_lines, parse_size, parse_value, parse_year};
pub use starts::{ADULTS_2015, FactorStart};

use super::{Percent, Thousandths};
use crate::model::population::{Effect, Gradient, Programme, Shape, Shift};
use crate::plain::plain;

/// What the distribution is fitted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FitKind {
    /// The shares of people past the first two lines.
    Prevalences,
    /// The mean and the standard deviation.
    Moments,
}

/// What a size is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizeBy {
    /// The unit of the risk factor.
    Units,
    /// Per cent of a person's value.
    Percent,
}

/// How the risk factor differs over the fifths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradientKind {
    /// Not at all.
    None,
    /// By the mean.
    Mean,
    /// By the share of people past the first line.
    Prevalence,
}

/// Lines (thresholds) at least: those of the fit.
pub const LEAST_THRESHOLDS: usize = 2;
/// Lines at most.
pub const MOST_THRESHOLDS: usize = 4;
/// Characters of a name or a unit at most.
pub const MOST_CHARACTERS: usize = 40;

/// The choices of the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationChoices {
    /// The risk factor to start from.
    pub start: FactorStart,
    /// Its name; `None` for that of the start.
    pub name: Option<String>,
    /// Its unit; `None` for that of the start.
    pub unit: Option<String>,
    /// The family of its distribution.
    pub shape: Shape,
    /// What it is fitted to.
    pub fit: FitKind,
    /// The share of adults past each of the first two lines.
    pub past: [Percent; 2],
    /// The mean, in units.
    pub mean: Thousandths,
    /// The standard deviation, in units.
    pub sd: Thousandths,
    /// The year of these figures; `None` if nobody says.
    pub year: Option<u16>,
    /// The shares of an earlier year, to lie behind.
    pub earlier: Option<[Percent; 2]>,
    /// That year; `None` if nobody says.
    pub earlier_year: Option<u16>,
    /// Two to four lines (thresholds), in units. They are meant to rise; the results say so where they do not.
    pub thresholds: Vec<Thousandths>,
    /// Who is past this value is offered treatment.
    pub treat_past: Thousandths,
    /// The share of them who take it up.
    pub uptake: Percent,
    /// How far the value of a treated person falls.
    pub effect: Thousandths,
    /// What that is counted in.
    pub effect_by: SizeBy,
    /// How far everybody's value falls.
    pub shift: Thousandths,
    /// What that is counted in.
    pub shift_by: SizeBy,
    /// How the risk factor differs over the fifths.
    pub gradient: GradientKind,
    /// The most deprived fifth less the least deprived one: units of the mean, or percentage points.
    pub gap: Thousandths,
    /// The share of residents who are adults.
    pub adults: Percent,
}

impl Default for PopulationChoices {
    fn default() -> Self {
        Self::starting(FactorStart::Bmi)
    }
}

impl PopulationChoices {
    /// The programme past a threshold.
    pub fn programme(&self) -> Programme {
        let effect = match self.effect_by {
            SizeBy::Units => Effect::Units(self.effect.get()),
            SizeBy::Percent => Effect::Share(self.effect.get() / 100.0),
        };
        Programme { threshold: self.treat_past.get(), uptake: self.uptake.as_share(), effect }
    }

    /// The shift of everybody.
    pub fn whole_shift(&self) -> Shift {
        self.shift_of_size()(match self.shift_by {
            SizeBy::Units => self.shift.get(),
            SizeBy::Percent => self.shift.get() / 100.0,
        })
    }

    /// What makes a shift of a size: units, or a share of the value.
    pub fn shift_of_size(&self) -> fn(f64) -> Shift {
        match self.shift_by {
            SizeBy::Units => Shift::Units,
            SizeBy::Percent => Shift::Share,
        }
    }

    /// How the risk factor differs over the fifths.
    pub fn gradient(&self) -> Gradient {
        match self.gradient {
            GradientKind::None => Gradient::None,
            GradientKind::Mean => Gradient::Mean(self.gap.get()),
            GradientKind::Prevalence => {
                Gradient::Prevalence { threshold: self.line(0).get(), difference: self.gap.get() / 100.0 }
            }
        }
    }

    /// A line; the last one where there are fewer.
    pub fn line(&self, index: usize) -> Thousandths {
        self.thresholds.get(index).or(self.thresholds.last()).copied().unwrap_or(Thousandths::of(0))
    }

    /// Changes a line, adds one, or takes one away (`None`), as long as two stay.
    pub fn set_line(&mut self, index: usize, line: Option<Thousandths>) {
        match line {
            Some(line) if index < self.thresholds.len() => self.thresholds[index] = line,
            Some(line) if self.thresholds.len() < MOST_THRESHOLDS => self.thresholds.push(line),
            None if index >= LEAST_THRESHOLDS && index < self.thresholds.len() => {
                self.thresholds.remove(index);
            }
            _ => {}
        }
    }

    /// Counts the effect in something else, from the size that the start has for it.
    pub fn count_effect_by(&mut self, by: SizeBy) {
        if self.effect_by != by {
            (self.effect, self.effect_by) = (self.start.effect(by), by);
        }
    }

    /// Counts the shift in something else, from the size that the start has for it.
    pub fn count_shift_by(&mut self, by: SizeBy) {
        if self.shift_by != by {
            (self.shift, self.shift_by) = (self.start.shift(by), by);
        }
    }

    /// Lets the fifths differ in another way, by the size that the start has for it.
    pub fn differ_by(&mut self, gradient: GradientKind) {
        if self.gradient != gradient {
            (self.gap, self.gradient) = (self.start.gap(gradient), gradient);
        }
    }

    /// How far the slider of the shift goes, and by which steps: the distance of the first two lines, or 20%; in a
    /// hundred steps.
    pub fn slider(&self) -> (Thousandths, Thousandths) {
        let most = match self.shift_by {
            SizeBy::Units => (self.line(1).thousandths() - self.line(0).thousandths()).max(100),
            SizeBy::Percent => 20_000,
        };
        (Thousandths::of(most), Thousandths::of(most / 100))
    }
}

/// A name or unit as it can be kept: short, on one line, without characters that cannot be seen. `None` for a text that
/// cannot be kept so, and for one that says nothing.
pub fn kept_text(text: &str) -> Option<String> {
    let text = text.trim();
    let is_short = !text.is_empty() && text.chars().count() <= MOST_CHARACTERS;
    let is_kept = is_short && !text.contains(char::is_control) && plain(text) == text;
    is_kept.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_changed_added_and_taken_away_and_two_stay() {
        let mut choices = PopulationChoices::default();
        let at = |n: i64| Thousandths::of(n * 1000);
        choices.set_line(3, None);
        choices.set_line(2, None);
        choices.set_line(1, None);
        assert_eq!(choices.thresholds, [at(25), at(30)]);
        choices.set_line(3, Some(at(35)));
        choices.set_line(0, Some(at(20)));
        assert_eq!(choices.thresholds, [at(20), at(30), at(35)]);
        choices.thresholds = vec![at(1); MOST_THRESHOLDS];
        choices.set_line(MOST_THRESHOLDS, Some(at(2)));
        assert_eq!(choices.thresholds.len(), MOST_THRESHOLDS);
    }

    #[test]
    fn another_way_of_counting_starts_from_a_size_that_makes_sense() {
        let mut choices = PopulationChoices::default();
        choices.count_effect_by(SizeBy::Units);
        assert_eq!((choices.effect.to_string(), choices.effect_by), ("2".to_owned(), SizeBy::Units));
        choices.effect = Thousandths::of(3500);
        choices.count_effect_by(SizeBy::Units);
        assert_eq!(choices.effect.to_string(), "3.5");
    }

    #[test]
    fn texts_that_hide_something_or_go_on_are_not_kept() {
        assert_eq!(kept_text(" Cholesterol "), Some("Cholesterol".to_owned()));
        for text in ["", "  ", "a\nb", "a\u{202e}b", "a\u{0}", &"x".repeat(MOST_CHARACTERS + 1)] {
            assert_eq!(kept_text(text), None, "{text:?}");
        }
        assert!(kept_text(&"é".repeat(MOST_CHARACTERS)).is_some());
    }
}
