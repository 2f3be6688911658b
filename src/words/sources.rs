//! Every source, declared once: who published what, where and when. The views say which part of it they use, and for what.

use std::fmt;

/// Before the name of a source.
pub const SOURCE: &str = "Source: ";

/// Something published that figures or sentences rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Who wrote or published it; `None` where the title says it.
    pub author: Option<&'static str>,
    /// Its title, with the year where it is part of that.
    pub title: &'static str,
    /// What it is about, after the title.
    pub about: Option<&'static str>,
    /// Where and when it was published; `None` where the title says it.
    pub published: Option<&'static str>,
}

impl Source {
    const fn titled(title: &'static str) -> Self {
        Self { author: None, title, about: None, published: None }
    }

    const fn by(author: &'static str, title: &'static str) -> Self {
        Self { author: Some(author), ..Self::titled(title) }
    }

    /// A part of it, such as a file: title, part, author, where and when.
    pub fn part(&self, part: &str) -> String {
        let said = [Some(self.title), Some(part), self.author, self.published];
        said.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// By author and publication alone, as inside a sentence: `Coady, Grosh and Hoddinott (World Bank, 2004)`.
    pub fn in_brief(&self) -> String {
        match (self.author, self.published) {
            (Some(author), Some(published)) => format!("{author} ({published})"),
            _ => self.to_string(),
        }
    }
}

/// As it is cited: author, title, where and when.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(author) = self.author {
            write!(f, "{author}, ")?;
        }
        f.write_str(self.title)?;
        if let Some(about) = self.about {
            write!(f, " {about}")?;
        }
        self.published.map_or(Ok(()), |published| write!(f, ", {published}"))
    }
}

/// The report that the tool grew out of.
pub const REPORT: Source =
    Source { about: Some("for Cambridgeshire and Peterborough"), ..Source::titled("Annual Public Health Report 2022") };

/// The strategy that the slope target is from.
pub const STRATEGY: Source = Source {
    about: Some("of Cambridgeshire and Peterborough"),
    ..Source::titled("Joint Health and Wellbeing Strategy 2022-2030")
};

/// The needs assessment that counts children in low-income families.
pub const NEEDS_ASSESSMENT: Source =
    Source::titled("Cambridgeshire and Peterborough children and young people’s needs assessment 2024");

/// The trial of payments for vaccination.
pub const TRIAL: Source = Source {
    published: Some("Science 374 (2021), pages 879 to 882"),
    ..Source::by("P. Campos-Mercade and others", "Monetary incentives increase COVID-19 vaccinations")
};

/// What health visitors do in England.
pub const HEALTH_VISITS: Source = Source {
    published: Some("2024 to 2025: statistical commentary (updated 4 November 2025)"),
    ..Source::by("GOV.UK", "Health visitor service delivery metrics")
};

/// The survey that body mass index is from.
pub const SURVEY: Source = Source::titled("Health Survey for England 2019");
/// The same in the first year that has it.
pub const FIRST_SURVEY: Source = Source::titled("Health Survey for England 1993");
/// Where the figures of [`SURVEY`] are printed.
pub const OBESITY_STATISTICS: Source = Source::by("House of Commons Library", "Obesity statistics (SN03336)");
/// Where the first figure of [`FIRST_SURVEY`] is printed.
pub const SURVEY_LAUNCH: Source =
    Source::by("NatCen", "Celebrating the launch of the new Health Survey for England (2018)");
/// Where the second is.
pub const EXPLORING_HEALTH: Source = Source::by("Open University", "Exploring health");
/// The lines of body mass index.
pub const BMI_LINES: Source = Source::by(
    "World Health Organization",
    "Obesity: preventing and managing the global epidemic (Technical Report Series 894, 2000)",
);
/// Lower lines for some.
pub const LOWER_BMI_LINES: Source = Source::titled("NICE guideline NG246");

/// The prevention paradox.
pub const PARADOX: Source = Source {
    published: Some("International Journal of Epidemiology 14 (1985)"),
    ..Source::by("G. Rose", "Sick individuals and sick populations")
};

/// What measures of targeting are called.
pub const TARGETING: Source = Source {
    published: Some("World Bank, 2004"),
    ..Source::by("Coady, Grosh and Hoddinott", "Targeting of Transfers in Developing Countries")
};

/// What the first edition's figures were published with.
pub const RELEASE_2019: Source = Source {
    published: Some("26 September 2019"),
    ..Source::by(MINISTRY, "The English Indices of Deprivation 2019: statistical release")
};
/// The same of the next one.
pub const RELEASE_2025: Source = Source {
    published: Some("30 October 2025"),
    ..Source::by(MINISTRY, "English indices of deprivation 2025: statistical release")
};
/// Its address.
pub const RELEASE_2025_ADDRESS: &str = "https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025/english-indices-of-deprivation-2025-statistical-release";

/// How many people on low incomes the most deprived areas of Great Britain hold.
pub const IDENTIFIED: Source = Source {
    published: Some("Public Health 217 (2023), pages 22 to 25"),
    ..Source::by(
        "G. McCartney, R. Hoggett, D. Walsh and D. Lee",
        "How well do area-based deprivation indices identify income- and employment-deprived individuals across Great \
         Britain today?",
    )
};
/// Its address.
pub const IDENTIFIED_ADDRESS: &str = "https://eprints.gla.ac.uk/290279/";

/// What the NHS in Suffolk says of the most deprived fifth there.
pub const CORE20: Source = Source::by("Suffolk and North East Essex Integrated Care System", "Core20Plus5");
/// Its address.
pub const CORE20_ADDRESS: &str =
    "https://www.sneeics.org.uk/health-equality/health-inequalities-and-health-equity/core20plus5/";

/// What the same says of the small areas of its whole board.
pub const BOARD: Source = Source::by("Suffolk and North East Essex Integrated Care System", "Deprivation & inequality");
/// Its address.
pub const BOARD_ADDRESS: &str =
    "https://www.sneeics.org.uk/start-with-why/our-local-population/deprivation-inequality/";

/// How well targeting does, and how that is measured.
pub const REVISITING: Source = Source {
    published: Some("World Bank, 2022"),
    ..Source::by("M. Grosh, P. Leite, M. Wai-Poi and E. Tesliuc (editors)", "Revisiting Targeting in Social Assistance")
};
/// The page that has the example of ten people.
pub const REVISITING_ADDRESS: &str = "https://issuu.com/world.bank.publications/docs/9781464818141/510";

/// Deaths in small areas.
pub const LOCAL_HEALTH: Source = Source::by("Office for Health Improvement and Disparities", "Local Health");

/// Who publishes the Indices of Deprivation.
pub const MINISTRY: &str = "Ministry of Housing, Communities and Local Government";

/// The Indices of Deprivation of 2019.
pub const INDICES_2019: Source =
    Source { published: Some("September 2019"), ..Source::by(MINISTRY, "English Indices of Deprivation 2019") };
/// Their page.
pub const INDICES_2019_ADDRESS: &str = "https://www.gov.uk/government/statistics/english-indices-of-deprivation-2019";

/// Those of 2025.
pub const INDICES_2025: Source =
    Source { published: Some("October 2025"), ..Source::by(MINISTRY, "English Indices of Deprivation 2025") };
/// Their page.
pub const INDICES_2025_ADDRESS: &str = "https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025";

/// What larger places are made of.
pub const PLACES: Source = Source {
    published: Some("2019 to 2025"),
    ..Source::by(
        "Office for National Statistics and NHS England",
        "lookups between small areas, councils and larger places",
    )
};

/// Which areas of 2011 are rural.
pub const RURAL_2011: Source = Source {
    published: Some("August 2013"),
    ..Source::by(
        "Office for National Statistics and Department for Environment, Food and Rural Affairs",
        "2011 Rural-Urban Classification of small areas",
    )
};

/// Which areas of 2021 are rural.
pub const RURAL_2021: Source = Source {
    published: Some("March 2025"),
    ..Source::by("Office for National Statistics", "2021 Rural Urban Classification of small areas")
};

/// Whom the NHS in England looks at first.
pub const CORE20PLUS5: Source = Source::by("NHS England", "Core20PLUS5, for adults and for children and young people");

/// Whom the law protects, and that public bodies have to have regard to them.
pub const EQUALITY_ACT: Source = Source::titled("Equality Act 2010, sections 4 and 149");

/// The licence of public figures.
pub const LICENCE: Source = Source::titled("Open Government Licence v3.0");
/// Its text.
pub const LICENCE_ADDRESS: &str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// What has to be said wherever such figures are shown.
pub fn attribution() -> String {
    format!("Contains public sector information licensed under the {LICENCE}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_cited_by_what_it_has() {
        assert_eq!(LOWER_BMI_LINES.to_string(), "NICE guideline NG246");
        assert_eq!(
            TRIAL.to_string(),
            "P. Campos-Mercade and others, Monetary incentives increase COVID-19 vaccinations, Science 374 (2021), pages \
             879 to 882"
        );
        assert_eq!(TARGETING.in_brief(), "Coady, Grosh and Hoddinott (World Bank, 2004)");
        assert_eq!(LOWER_BMI_LINES.in_brief(), "NICE guideline NG246");
        assert_eq!(
            INDICES_2019.part("File 7"),
            format!("English Indices of Deprivation 2019, File 7, {MINISTRY}, September 2019")
        );
        assert_eq!(REPORT.to_string(), "Annual Public Health Report 2022 for Cambridgeshire and Peterborough");
    }
}
