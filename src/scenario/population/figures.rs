//! Every figure that the view rests on, with what it rests on itself.

use super::{FactorStart, FitKind, GradientKind, PopulationChoices};

/// A figure, or a few that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The lines.
    Lines,
    /// The shares of adults past the first two lines.
    Past,
    /// The mean and the standard deviation.
    Moments,
    /// The family of the distribution.
    Shape,
    /// The shares of an earlier year.
    Earlier,
    /// The line past which people are treated.
    TreatPast,
    /// The share of them who take it up.
    Uptake,
    /// How far the value of a treated person falls.
    Effect,
    /// How far everybody's value falls.
    Shift,
    /// How the fifths differ.
    Gradient,
    /// The share of residents who are adults.
    Adults,
    /// The residents of the place and of its fifths.
    Residents,
}

/// What a figure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureBasis {
    /// Published.
    Published(FigureSource),
    /// A round number to start a discussion.
    Illustrative,
    /// The person's own.
    Own,
}

/// Where a figure is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureSource {
    /// The lines of body mass index for adults.
    BmiLines,
    /// Body mass index in 2019.
    Bmi2019,
    /// Body mass index in 1993.
    Bmi1993,
    /// Excess weight over deprivation in 2019.
    ExcessWeightGap,
    /// Children and people in File 7 of 2019.
    Adults2015,
    /// The edition of the Indices of Deprivation in use.
    Indices,
}

impl Figure {
    /// Every figure, in the order of the page.
    pub const ALL: [Self; 12] = [
        Self::Lines,
        Self::Past,
        Self::Moments,
        Self::Shape,
        Self::Earlier,
        Self::TreatPast,
        Self::Uptake,
        Self::Effect,
        Self::Shift,
        Self::Gradient,
        Self::Adults,
        Self::Residents,
    ];

    /// Whether anything on the page rests on it.
    pub fn is_used(self, choices: &PopulationChoices) -> bool {
        match self {
            Self::Past => choices.fit == FitKind::Prevalences,
            Self::Moments => choices.fit == FitKind::Moments,
            Self::Earlier => choices.earlier.is_some(),
            _ => true,
        }
    }

    /// Whether it is another one than that of the start.
    pub fn is_changed(self, choices: &PopulationChoices) -> bool {
        let mut back = choices.clone();
        self.reset(&mut back);
        back != *choices
    }

    /// Takes it back to the start.
    pub fn reset(self, choices: &mut PopulationChoices) {
        let start = PopulationChoices::starting(choices.start);
        match self {
            Self::Lines => choices.thresholds = start.thresholds,
            Self::Past => (choices.past, choices.year) = (start.past, start.year),
            Self::Moments => (choices.mean, choices.sd) = (start.mean, start.sd),
            Self::Shape => choices.shape = start.shape,
            Self::Earlier => (choices.earlier, choices.earlier_year) = (start.earlier, start.earlier_year),
            Self::TreatPast => choices.treat_past = start.treat_past,
            Self::Uptake => choices.uptake = start.uptake,
            Self::Effect => (choices.effect, choices.effect_by) = (start.effect, start.effect_by),
            Self::Shift => (choices.shift, choices.shift_by) = (start.shift, start.shift_by),
            Self::Gradient => (choices.gap, choices.gradient) = (start.gap, start.gradient),
            Self::Adults => choices.adults = start.adults,
            Self::Residents => {}
        }
    }

    /// What it rests on. Published shares are those past published thresholds: with others they are a person's own.
    pub fn basis(self, choices: &PopulationChoices) -> FigureBasis {
        let start = PopulationChoices::starting(choices.start);
        let has_own_name = choices.name != start.name || choices.unit != start.unit;
        let has_own_lines = choices.thresholds.iter().zip(&start.thresholds).take(2).any(|(line, other)| line != other);
        let is_published = choices.start == FactorStart::Bmi && !has_own_name;
        let source = match self {
            Self::Residents => return FigureBasis::Published(FigureSource::Indices),
            Self::Adults if !self.is_changed(choices) => return FigureBasis::Published(FigureSource::Adults2015),
            Self::Lines => FigureSource::BmiLines,
            Self::Past => FigureSource::Bmi2019,
            Self::Earlier => FigureSource::Bmi1993,
            Self::Gradient => FigureSource::ExcessWeightGap,
            _ if self.is_changed(choices) => return FigureBasis::Own,
            _ => return FigureBasis::Illustrative,
        };
        let rests_on_lines = match self {
            Self::Past | Self::Earlier => true,
            Self::Gradient => choices.gradient == GradientKind::Prevalence,
            _ => false,
        };
        match (self.is_changed(choices), is_published) {
            (true, _) => FigureBasis::Own,
            (false, true) if !(rests_on_lines && has_own_lines) => FigureBasis::Published(source),
            (false, true) => FigureBasis::Own,
            // With another name the published figures of body mass index are no longer what they were.
            (false, false) => FigureBasis::Illustrative,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Percent, Thousandths};

    #[test]
    fn published_figures_are_those_of_body_mass_index_past_its_own_lines() {
        let published = |choices: &PopulationChoices| {
            let is = |figure: &Figure| matches!(figure.basis(choices), FigureBasis::Published(_));
            Figure::ALL.into_iter().filter(is).collect::<Vec<_>>()
        };
        let always = [Figure::Adults, Figure::Residents];
        let mut bmi = PopulationChoices::default();
        let all = [Figure::Lines, Figure::Past, Figure::Earlier, Figure::Gradient, Figure::Adults, Figure::Residents];
        assert_eq!(published(&bmi), all);
        bmi.past[0] = Percent::from_tenths(500);
        assert_eq!(Figure::Past.basis(&bmi), FigureBasis::Own);
        bmi = PopulationChoices::default();
        bmi.set_line(0, Some(Thousandths::of(24_000)));
        assert_eq!(published(&bmi), always);
        bmi = PopulationChoices { name: Some("waist".to_owned()), ..PopulationChoices::default() };
        assert_eq!(published(&bmi), always);
        assert_eq!(published(&PopulationChoices::starting(FactorStart::Pressure)), always);
    }

    #[test]
    fn a_figure_goes_back_to_its_start_by_itself() {
        let (uptake, shift) = (Percent::from_tenths(1), Thousandths::of(1));
        let mut choices = PopulationChoices { uptake, shift, ..PopulationChoices::default() };
        assert!(Figure::Uptake.is_changed(&choices) && !Figure::Effect.is_changed(&choices));
        Figure::Uptake.reset(&mut choices);
        assert!(!Figure::Uptake.is_changed(&choices) && Figure::Shift.is_changed(&choices));
    }
}
