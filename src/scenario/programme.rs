//! What makes offers a programme: who can have them, what they are held against, what they avert, over how long, and what that
//! is worth.

use super::choice::names_in_links;
use super::{Percent, Thousandths};
use crate::decimal;
use crate::model::strategies::{Assumption, Averts, Eligible};

/// Who can have the offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EligibleKind {
    /// Everybody.
    Everyone,
    /// A share of people in need, and of others.
    Share,
    /// A number of people in need, and of others.
    Number,
}

/// What the offers are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// Nothing.
    Nothing,
    /// The service of today.
    Present,
}

/// What the offers avert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AvertsKind {
    /// A bad outcome that a person has once or never.
    BadOutcome,
    /// Deaths before the age of 75.
    PrematureDeaths,
    /// Years of life lost.
    YearsLost,
    /// Stays in hospital.
    HospitalStays,
}

impl AvertsKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 4] = [Self::BadOutcome, Self::PrematureDeaths, Self::YearsLost, Self::HospitalStays];

    /// Whether it is counted by how often it happens in a year.
    pub const fn is_yearly(self) -> bool {
        !matches!(self, Self::BadOutcome)
    }

    /// What a yearly rate starts from, in tenths for each 100,000 people: round numbers for people to replace with their own.
    pub const fn rate(self, assumption: Assumption) -> Option<[u64; 3]> {
        let [least, most] = match self {
            Self::BadOutcome | Self::PrematureDeaths => [[1_500, 2_000, 2_500], [4_000, 5_000, 6_000]],
            Self::YearsLost => [[20_000, 25_000, 30_000], [60_000, 70_000, 80_000]],
            Self::HospitalStays => [[60_000, 80_000, 100_000], [120_000, 150_000, 180_000]],
        };
        match assumption {
            Assumption::RateLeast => Some(least),
            Assumption::RateMost => Some(most),
            _ => None,
        }
    }
}

names_in_links! {
    EligibleKind { Everyone = "everyone", Share = "share", Number = "number" }
    Comparator { Nothing = "nothing", Present = "present" }
    AvertsKind {
        BadOutcome = "outcome",
        PrematureDeaths = "deaths",
        YearsLost = "years-lost",
        HospitalStays = "stays",
    }
}

/// The most people that can be typed.
const MOST_PEOPLE: u64 = 100_000_000;
/// The most years that an offer works.
pub const MOST_YEARS: u8 = 60;

/// The choices of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeChoices {
    /// Who can have the offers.
    pub eligible: EligibleKind,
    /// Numbers of people in need, and of others, where these were typed.
    pub numbers: [u64; 2],
    /// What the offers are held against.
    pub against: Comparator,
    /// What they avert.
    pub averts: AvertsKind,
    /// For how many years they work, where what they avert is counted by the year: 1 to [`MOST_YEARS`].
    pub years: u8,
    /// By how much a later year counts for less; 0 is not at all.
    pub discount: Percent,
    /// The year of the prices, if it was given.
    pub price_year: Option<u16>,
    /// What it is worth to avert one, in pounds, if it was given.
    pub worth: Option<Thousandths>,
    /// Where assumptions come from, as far as the person said it, in the order of [`Assumption::ALL`].
    pub evidence: Vec<(Assumption, OwnEvidence)>,
}

impl Default for ProgrammeChoices {
    fn default() -> Self {
        Self {
            eligible: EligibleKind::Everyone,
            numbers: [1_000, 4_000],
            against: Comparator::Nothing,
            averts: AvertsKind::BadOutcome,
            years: 1,
            discount: Percent::from_tenths(0),
            price_year: None,
            worth: None,
            evidence: Vec::new(),
        }
    }
}

impl ProgrammeChoices {
    /// Who can have the offers, for the model.
    pub fn eligible(&self) -> Eligible {
        match self.eligible {
            EligibleKind::Everyone => Eligible::Everyone,
            EligibleKind::Share => Eligible::Shares,
            EligibleKind::Number => Eligible::Numbers(self.numbers[0] as f64, self.numbers[1] as f64),
        }
    }

    /// What the offers avert, for the model.
    pub fn averts(&self) -> Averts {
        match self.averts.is_yearly() {
            true => Averts::EachYear { years: self.years.into(), discount: self.discount.as_share() },
            false => Averts::OnceOrNever,
        }
    }

    /// Where an assumption comes from, if the person said it.
    pub fn evidence(&self, assumption: Assumption) -> Option<&OwnEvidence> {
        self.evidence.iter().find(|(other, _)| *other == assumption).map(|(_, evidence)| evidence)
    }

    /// Says where an assumption comes from; an empty one takes that back.
    ///
    /// # Errors
    /// [`NotEvidence`] if what is said of all assumptions would have more than [`MOST_EVIDENCE_IN_ALL`] characters; what was
    /// said before stays.
    pub fn set_evidence(&mut self, assumption: Assumption, evidence: OwnEvidence) -> Result<(), NotEvidence> {
        let others = self.evidence.iter().filter(|(other, _)| *other != assumption);
        if others.map(|(_, other)| other.length()).sum::<usize>() + evidence.length() > MOST_EVIDENCE_IN_ALL {
            return Err(NotEvidence);
        }
        self.forget_evidence(assumption);
        if !evidence.is_empty() {
            let at = self.evidence.partition_point(|(other, _)| (*other as usize) < assumption as usize);
            self.evidence.insert(at, (assumption, evidence));
        }
        Ok(())
    }

    /// Takes back where an assumption comes from.
    pub fn forget_evidence(&mut self, assumption: Assumption) {
        self.evidence.retain(|(other, _)| *other != assumption);
    }

    /// Whether all is as a new page has it, so that there is nothing to say of a programme.
    pub fn is_usual(&self) -> bool {
        Self { evidence: Vec::new(), ..self.clone() } == Self::default()
    }
}

/// The most characters that a source, its year and a note have together, so that links stay short.
pub const MOST_EVIDENCE: usize = 200;
/// The most that all of them have together.
pub const MOST_EVIDENCE_IN_ALL: usize = 1_500;
/// Stands between them in links.
const BETWEEN: char = '|';

/// Where a number comes from, in a person's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnEvidence {
    /// Who says so, and where.
    pub source: String,
    /// Of which year, as typed.
    pub year: String,
    /// What else there is to say.
    pub note: String,
}

/// The text is longer than a link takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotEvidence;

impl OwnEvidence {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        [&self.source, &self.year, &self.note].into_iter().all(String::is_empty)
    }

    fn length(&self) -> usize {
        self.parts().into_iter().map(|part| part.chars().count()).sum()
    }

    /// Its parts: source, year and note.
    pub fn parts(&self) -> [&str; 3] {
        [&self.source, &self.year, &self.note]
    }

    /// From what a person typed: spaces are held to one, and what stands between parts in links becomes a stroke.
    ///
    /// # Errors
    /// [`NotEvidence`] if the parts have more than [`MOST_EVIDENCE`] characters together.
    pub fn typed(parts: [&str; 3]) -> Result<Self, NotEvidence> {
        let [source, year, note] = parts.map(|part| {
            let seen = crate::plain::plain(part).replace(BETWEEN, "/");
            seen.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let own = Self { source, year, note };
        let has_control = own.parts().into_iter().any(|part| part.contains(char::is_control));
        if has_control || own.length() > MOST_EVIDENCE { Err(NotEvidence) } else { Ok(own) }
    }

    /// Reads what a link says; `None` for what no link is written with.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(BETWEEN).collect();
        let [source, rest @ ..] = parts.as_slice() else { return None };
        let (year, note) = match rest {
            [] => ("", ""),
            [year] => (*year, ""),
            [year, note] => (*year, *note),
            _ => return None,
        };
        let own = Self::typed([source, year, note]).ok()?;
        (!own.is_empty() && own.in_link() == text).then_some(own)
    }

    /// As a link has it.
    pub fn in_link(&self) -> String {
        let all = self.parts().join(&BETWEEN.to_string());
        all.trim_end_matches(BETWEEN).to_owned()
    }
}

/// Reads a number of people.
pub fn parse_people(text: &str) -> Option<u64> {
    let people = decimal::parse(&text.trim().replace(',', ""))?.round();
    (0.0..=MOST_PEOPLE as f64).contains(&people).then_some(people as u64)
}

/// Reads the numbers of people in need and of others, joined by a comma.
pub fn parse_numbers(text: &str) -> Option<[u64; 2]> {
    let (in_need, others) = text.split_once(',')?;
    Some([parse_people(in_need)?, parse_people(others)?])
}

/// Reads what averting one is worth, in pounds.
pub fn parse_worth(text: &str) -> Option<Thousandths> {
    const MOST: Thousandths = Thousandths::of(1_000_000_000_000);
    let plain = text.trim().trim_start_matches('£').replace(',', "");
    Thousandths::parse(&plain, Thousandths::of(0)..=MOST).ok()
}

/// Reads a number of years.
pub fn parse_years(text: &str) -> Option<u8> {
    text.trim().parse().ok().filter(|years| (1..=MOST_YEARS).contains(years))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_says_of_a_number_goes_through_a_link() {
        for parts in [["ONS, table 3", "2024", "our wards"], ["ONS", "", ""], ["", "2024", ""], ["", "", "a note"]] {
            let own = OwnEvidence::typed(parts).unwrap();
            assert_eq!(OwnEvidence::parse(&own.in_link()), Some(own.clone()), "{}", own.in_link());
        }
        assert_eq!(OwnEvidence::typed(["a | b", " 2024 ", "x\ny"]).unwrap().in_link(), "a / b|2024|x y");
        let long = "é".repeat(MOST_EVIDENCE);
        assert!(OwnEvidence::typed([&long, "", ""]).is_ok());
        assert_eq!(OwnEvidence::typed([&long, "1", ""]), Err(NotEvidence));
        for text in ["", "||", "a|b|c|d", " a", "a||", "a\u{202e}", &format!("{long}1")] {
            assert_eq!(OwnEvidence::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_empty_text_takes_back_what_was_said() {
        let mut choices = ProgrammeChoices::default();
        let said = |text: &str| OwnEvidence::typed([text, "", ""]).unwrap();
        choices.set_evidence(Assumption::RiskMost, said("b")).unwrap();
        choices.set_evidence(Assumption::UptakeMost, said("a")).unwrap();
        let order: Vec<_> = choices.evidence.iter().map(|(assumption, _)| *assumption).collect();
        assert_eq!(order, [Assumption::UptakeMost, Assumption::RiskMost]);
        choices.set_evidence(Assumption::UptakeMost, said(" ")).unwrap();
        assert_eq!(choices.evidence(Assumption::UptakeMost), None);
        let long = said(&"x".repeat(MOST_EVIDENCE));
        let taken = |assumption: &&Assumption| choices.set_evidence(**assumption, long.clone()).is_ok();
        assert_eq!(Assumption::ALL.iter().filter(taken).count(), MOST_EVIDENCE_IN_ALL / MOST_EVIDENCE);
        assert!(choices.is_usual(), "a source changes no number");
    }

    #[test]
    fn people_and_years_are_whole_numbers_in_range() {
        assert_eq!(parse_numbers("8200,41000"), Some([8_200, 41_000]));
        assert_eq!(parse_people("8,200"), Some(8_200));
        assert_eq!(parse_years("10"), Some(10));
        for text in ["", "x", "-1", "1e3", "0x1"] {
            assert_eq!((parse_people(text), parse_years(text)), (None, None), "{text}");
        }
        assert_eq!((parse_years("0"), parse_years("61"), parse_numbers("5")), (None, None, None));
    }
}
