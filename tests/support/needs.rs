//! What sentences have to call the people of a need: written here once more, so that a word that changes is noticed.
#![allow(dead_code)]

use who_gets_missed::data::NeedMeasure;

pub struct Called {
    pub in_need: &'static str,
    pub everyone: &'static str,
    pub people: &'static str,
    /// Whom the figures count.
    pub counted: &'static str,
}

pub fn called(need: NeedMeasure) -> Called {
    match need {
        NeedMeasure::Income => Called {
            in_need: "people on low incomes",
            everyone: "all residents",
            people: "residents",
            counted: "residents of all ages",
        },
        NeedMeasure::Children => Called {
            in_need: "children in low-income families",
            everyone: "all children",
            people: "children",
            counted: "children up to 15",
        },
        NeedMeasure::Older => Called {
            in_need: "older people on low incomes",
            everyone: "all older people",
            people: "older people",
            counted: "people aged 60 and over",
        },
        NeedMeasure::Employment => Called {
            in_need: "working-age people out of work",
            everyone: "all working-age people",
            people: "working-age people",
            counted: "people of working age",
        },
    }
}
