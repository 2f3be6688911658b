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

/// Targeting the NHS Health Check in Liverpool.
pub const HEALTH_CHECK_TARGETED: Source = Source {
    published: Some("conference abstract in The Lancet"),
    ..Source::titled(
        "Distributive equity in the real world: would targeting the National Health Service Health Check programme to \
         deprived groups be more cost-effective?",
    )
};
/// The program of that model.
pub const HEALTH_CHECK_PROGRAM: Source =
    Source { published: Some("GitHub"), ..Source::by("C. Kypridemos", "IMPACTncd Liverpool, Scenarios/sc05.R") };
/// Who comes to the NHS Health Check.
pub const HEALTH_CHECK_BRISTOL: Source = Source {
    published: Some("BMC Health Services Research (2018), article s12913-018-3027-8"),
    ..Source::titled("NHS health checks: a cross-sectional observational study on equity of uptake and outcomes")
};
/// The same for England.
pub const HEALTH_CHECK_ENGLAND: Source = Source {
    published: Some("BMJ Open 10 (2020), e042963"),
    ..Source::by(
        "R. Patel and others",
        "Evaluation of the uptake and delivery of the NHS Health Check programme in England",
    )
};
/// What it does.
pub const HEALTH_CHECK_EFFECT: Source = Source {
    published: Some("CMAJ 188 (2016), E228 to E238"),
    ..Source::by(
        "K. Chang and others",
        "Impact of the National Health Service Health Check on cardiovascular disease risk",
    )
};

/// Letters to people who could claim Pension Credit.
pub const LETTERS: Source =
    Source::by("Policy in Practice", "How data made London’s pensioners better off by over £8 million a year");
/// What was given for them.
pub const LETTERS_DECISION: Source =
    Source::by("Greater London Authority", "DD2605 Pension Credit uptake campaign, executive summary");
/// Who claims Pension Credit.
pub const TAKE_UP: Source = Source {
    published: Some("10 October 2024"),
    ..Source::by(
        "Department for Work and Pensions",
        "Income-related benefits: estimates of take-up: financial year ending 2023",
    )
};

/// Who got Healthy Start in 2021.
pub const HEALTHY_START_MOTION: Source =
    Source::by("House of Commons", "Early Day Motion 849, Healthy Start Vouchers (17 January 2022)");
/// Who gets Best Start Foods.
pub const SCOTTISH_TAKE_UP: Source =
    Source::by("Scottish Government", "Take-up rates of Scottish benefits: November 2023");

/// Children in poverty who are not entitled to free school meals.
pub const NOT_ENTITLED: Source = Source {
    published: Some("2022"),
    ..Source::by(
        "Child Poverty Action Group",
        "By region: number of children in poverty not eligible for free school meals",
    )
};
/// Those entitled who are not registered.
pub const NOT_CLAIMING: Source =
    Source::by("Department for Education", "Pupils not claiming free school meals: 2013 (RR319)");
/// The end of the income limit.
pub const SCHOOL_FOOD: Source = Source::by("Department for Education", "written statement School Food (5 June 2025)");

/// How well help with energy bills aims.
pub const PRESSURE_POINTS: Source = Source {
    published: Some("press release of 25 May 2022"),
    ..Source::by("Resolution Foundation", "Pressure points")
};
/// Who has no benefit.
pub const MISSING_MIDDLE: Source = Source::by("Social Market Foundation and Public First", "The missing middle");

/// How far children's centres reached.
pub const CENTRES: Source = Source {
    published: Some("Department for Education, June 2014"),
    ..Source::by(
        "G. Smith and others",
        "Evaluation of Children’s Centres in England: the extent to which centres “reach” eligible families, their \
         neighbourhood characteristics and levels of use",
    )
};
/// What Sure Start did for health.
pub const SURE_START_HEALTH: Source = Source {
    published: Some("Institute for Fiscal Studies, June 2019"),
    ..Source::by("S. Cattan, G. Conti, C. Farquharson and R. Ginja", "The health effects of Sure Start")
};
/// What it cost.
pub const SURE_START_COST: Source = Source {
    published: Some("Department for Education, RB073, July 2011"),
    ..Source::by(
        "National Evaluation of Sure Start Team",
        "National evaluation of Sure Start local programmes: an economic perspective",
    )
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
