//! Where the published numbers of the examples stand, and what was found where such offers were made.

use crate::scenario::starting_points::{Source, StartingPoint};
use crate::words::sources::{
    CENTRES, HEALTH_CHECK_BRISTOL, HEALTH_CHECK_EFFECT, HEALTH_CHECK_ENGLAND, HEALTH_CHECK_PROGRAM,
    HEALTH_CHECK_TARGETED, HEALTH_VISITS, HEALTHY_START_MOTION, LETTERS, LETTERS_DECISION, MISSING_MIDDLE,
    NOT_CLAIMING, NOT_ENTITLED, PRESSURE_POINTS, REPORT, SCHOOL_FOOD, SCOTTISH_TAKE_UP, SURE_START_COST,
    SURE_START_HEALTH, TAKE_UP, TRIAL,
};

/// The source of a published number, and where its low and high values come from.
pub fn source(source: Source) -> String {
    match source {
        Source::VaccinePayments => format!(
            "{TRIAL}, abstract: 4.2 points more than 71.6% with a payment of 200 kronor (P = 0.005); low and high are the \
             95% interval worked out from P. Cited, as 4 points and £16, in the {REPORT}, section “The limitations of \
             universal approaches”."
        ),
        Source::HealthVisitorMetrics => format!(
            "{HEALTH_VISITS}, section “New birth visits within and after 14 days of birth”: England 85.2% within 14 \
             days; low is the lowest region (82.1%), high is England within 30 days (98.0%)."
        ),
        Source::HealthCheckUptake => format!(
            "{HEALTH_CHECK_BRISTOL}, abstract: of those invited in Bristol from 2010 to 2014, 47% in the three least and \
             39% in the two most deprived fifths came. Low is Liverpool from 2011 to 2016 (32.3%, {HEALTH_CHECK_PROGRAM}); \
             high is England from 2012 to 2017 (52.6%, {HEALTH_CHECK_ENGLAND}, abstract, which found no clear difference \
             by deprivation)."
        ),
        Source::HealthCheckInvitation => {
            format!("{HEALTH_CHECK_PROGRAM}: £5.11 for each invitation; low and high are round.")
        }
        Source::HealthCheckCost => format!(
            "{HEALTH_CHECK_PROGRAM}: £15 for each check from 2017 on; low is what it was before (£13.28), high is \
             round. What follows a check is not in it."
        ),
        Source::LettersAnswered => format!(
            "{LETTERS}: more than 8,200 letters, over 2,300 households that then got Pension Credit, so 28%; low and high \
             are round. The letters went to those found in council records alone; sent to others, fewer would be answered."
        ),
        Source::LettersCost => {
            format!("{LETTERS_DECISION}: up to £125,000 for the whole campaign; low and high are round.")
        }
        Source::HealthyStartClaimed => format!(
            "{HEALTHY_START_MOTION}: 65% in November 2021; low is a month later (51%), while cards took the place of \
             vouchers. High is Liverpool City Region in 2017 (71%, written answer 105849). Figures from January 2023 on \
             were withdrawn, as those entitled had been counted wrongly."
        ),
        Source::BestStartFoods => format!(
            "{SCOTTISH_TAKE_UP}, table 1: 92% in 2022-23; low is 2020-21 (71%), high is the Scottish Child Payment of \
             children under six (95%), for which the same form does. It has to be filled in: nobody is enrolled without."
        ),
        Source::HealthyStartPaid => {
            "Department of Health and Social Care, written answer on Healthy Start (2024): £5.68 a week on average in \
             June 2024; low and high are the weekly £4.25 and, below the age of one, £8.50. All times 52 weeks."
                .to_owned()
        }
        Source::SchoolMealsLimit => format!(
            "{NOT_ENTITLED}, table: in the East of England 38% of children in poverty are not entitled, so 62% are; low is \
             London (41% are not), high the East Midlands (24% are not)."
        ),
        Source::SchoolMealsClaimed => format!(
            "89% of those entitled: {NOT_CLAIMING} has 11% not registered. That is 55.2% of children in poverty where 62% \
             are entitled ({NOT_ENTITLED}, table, East of England). Low is 86% (the report for 2012) of London’s 59%, high \
             is 89% of the East Midlands’ 76%."
        ),
        Source::SchoolMealsCost => {
            "Schools Week (4 December 2024): the Department for Education pays £2.58 for each infant’s meal; low is the \
             rate of the year before (£2.53), high the cost by School Food Matters (£3.16). All times 190 school days."
                .to_owned()
        }
        Source::CouncilTaxBands => {
            "Resolution Foundation (2022), on the rebate for bands A to D: 11% of the poorest fifth of households live in \
             bands E to H; low is one in five, as in London, high is round."
                .to_owned()
        }
        Source::MissingMiddle => format!(
            "{MISSING_MIDDLE}, media release: of 12 million households with energy costs at crisis level, about three \
             quarters get a benefit or the state pension; low and high are round."
        ),
        Source::EnergyPayments => {
            "Resolution Foundation, press release of 26 May 2022: £400 for every household; low is the rebate of council \
             tax announced before (£150), high the payment to those on means-tested benefits (£650)."
                .to_owned()
        }
        Source::PensionCreditTakeUp => format!(
            "{TAKE_UP}: 65% of those entitled claim Pension Credit; low is 2018 to 2019 (6 out of 10, same series), high is \
             round."
        ),
        Source::CentresUsed => format!(
            "{CENTRES}: 55% of children under five in the areas of centres, most of them in the 30% most deprived areas, \
             came within a year; low and high are round."
        ),
        Source::SureStartCost => format!(
            "{SURE_START_COST}, key messages: £4,860 for each child from birth to the age of four, at prices of 2009 to \
             2010; low and high are round."
        ),
        Source::SureStartPoorer => format!(
            "{SURE_START_HEALTH}: the chance of a stay in hospital at the age of eleven fell by 19% in the poorest 30% \
             of areas; low is the age of ten (11%), high is round. A figure of areas stands for children in need."
        ),
        Source::SureStartRichest => format!(
            "{SURE_START_HEALTH}: practically none in the richest 30% of areas; high is the average of all (18%). A figure \
             of areas stands for children not in need."
        ),
    }
}

/// What was found where such an offer was made or worked out in full, where that fits no assumption.
pub fn published_result(start: StartingPoint) -> Option<String> {
    Some(match start {
        StartingPoint::HealthCheck => format!(
            "in a model of Liverpool from 2011 to 2040 each year of life in good health (QALY) cost about £17,600 with \
             the check as it was, and about £3,000 with more done in the most deprived fifth. Each 95% range went from \
             better and cheaper to worse and dearer ({HEALTH_CHECK_TARGETED}, findings). There the check stayed open to \
             all, as in the proportionate offer here, and in its program more uptake costs nothing but the checks. Two \
             years on, those who came had a ten-year risk lower by 0.21 points than those \
             who did not ({HEALTH_CHECK_EFFECT}, abstract)."
        ),
        StartingPoint::CouncilData => format!(
            "in 17 London boroughs more than 8,200 such letters brought over 2,300 households £8.3 million of Pension \
             Credit a year ({LETTERS}). What those would have claimed without a letter is not known."
        ),
        StartingPoint::HealthyStart => format!(
            "92% of those entitled got Best Start Foods in Scotland ({SCOTTISH_TAKE_UP}, table 1), 65% Healthy Start in \
             England in November 2021 ({HEALTHY_START_MOTION}). The two differ in who is entitled and how much is paid, \
             not in the form alone."
        ),
        StartingPoint::SchoolMealsClaim => format!(
            "of children in poverty 24% in the East Midlands, 38% in the East of England and 41% in London were not \
             entitled ({NOT_ENTITLED}, table). The limit was £7,400 a year; the government then said that \
             from September 2026 every child of a family on Universal Credit is entitled ({SCHOOL_FOOD})."
        ),
        StartingPoint::EnergySupport => format!(
            "73% of help through benefits would go to the poorer half of households, 56% of a rebate for bands A to D and \
             36% of a cut in VAT ({PRESSURE_POINTS}). The figures here count far fewer people than the poorer half."
        ),
        StartingPoint::CentresReach => format!(
            "76% of 128 centres stood in the 30% most deprived areas, and 82% of those registered came from a centre’s own \
             area ({CENTRES}). That a centre also serves people from outside is not in the numbers here."
        ),
        StartingPoint::SureStart => format!(
            "one more centre for each thousand children under five went with 18% fewer stays in hospital at the age of \
             eleven, and closed about half of the gap between the poorest and the richest 30% of areas \
             ({SURE_START_HEALTH}). The cost here is that of the early programmes, whose budgets were larger."
        ),
        _ => return None,
    })
}
