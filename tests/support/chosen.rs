//! Choices of a view by the keys of its links: edges by hand, and a seeded spread of their values.

/// A key with values that it may have; the first of them is drawn as often as all others together.
type Key = (&'static str, &'static [&'static str]);

/// Links drawn one after another.
pub struct Choices {
    keys: &'static [Key],
    state: u64,
}

impl Choices {
    pub fn new(keys: &'static [Key], seed: u64) -> Self {
        Self { keys, state: seed }
    }

    /// A number below a limit (Knuth's linear congruential generator, by its upper half).
    fn below(&mut self, limit: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % limit
    }

    /// A link: each key is left out about as often as it is there.
    pub fn next(&mut self) -> String {
        let mut parts = Vec::new();
        for &(key, values) in self.keys {
            let at = self.below(2 * values.len());
            if let Some(value) = values.get(at).filter(|value| !value.is_empty()) {
                parts.push(format!("{key}={value}"));
            }
        }
        parts.join("&")
    }
}

pub const POPULATION: &[Key] = &[
    ("factor-start", &["bmi", "pressure", "own"]),
    ("cut", &["local", "national"]),
    ("factor-name", &["waist", "a name that is too long for a picture"]),
    ("factor-unit", &["cm"]),
    ("factor-shape", &["normal", "lognormal"]),
    ("factor-fit", &["moments"]),
    ("factor-mean", &["27.5", "100", "-20", "0.5"]),
    ("factor-sd", &["5.5", "15", "0.1", "40"]),
    ("factor-past", &["64.2,28", "50,20", "99.9,0.1", "10,9.9"]),
    ("factor-thresholds", &["25,30", "20,30,40", "-10,-5,5", "0,1", "25,30,35,80"]),
    ("factor-year", &["none", "2020"]),
    ("factor-earlier", &["none", "50,20"]),
    ("factor-earlier-year", &["none", "2001"]),
    ("factor-treat-past", &["30", "0", "-5", "25", "45", "80", "1000", "100000"]),
    ("factor-uptake", &["20", "0", "100", "0.1"]),
    ("factor-effect-by", &["units", "percent"]),
    ("factor-effect", &["5", "0", "0.001", "30", "100", "99.999"]),
    ("factor-shift-by", &["percent", "units"]),
    ("factor-shift", &["1", "0", "0.001", "99", "50"]),
    ("factor-gradient", &["none", "mean", "prevalence"]),
    ("factor-gap", &["0", "9", "-9", "1"]),
    ("factor-adults", &["81", "0", "100", "0.1"]),
];

pub const INCENTIVE: &[Key] = &[
    ("cut", &["local", "national"]),
    ("basis", &["people"]),
    ("share", &["0", "0.1", "1", "5", "10", "20", "25", "33.3", "50", "99.9", "100"]),
    ("whole", &["1"]),
    ("pay-amount", &["16", "0", "0.01", "200", "10000"]),
    ("pay-uptake-least", &["80", "0", "100", "0.1", "99.9", "71.6"]),
    ("pay-uptake-most", &["63", "0", "100", "0.1", "99.9", "80", "71.6"]),
    ("pay-rise", &["4.2", "0", "0.1", "10", "30", "100"]),
    ("pay-assessment", &["1", "0", "0.01", "10000"]),
    ("pay-found-least", &["20", "0", "0.1", "85", "100"]),
    ("pay-found-most", &["40", "0", "0.1", "85", "100"]),
    ("pay-found-uptake", &["40", "0", "71.6", "100"]),
    ("pay-order", &["one-more", "cost", "gap"]),
];

pub const SLOPE: &[Key] = &[
    ("slope-cut", &["20", "0", "0.1", "35.5", "99.9", "100"]),
    ("slope-mean", &["102", "52", "40", "0.001", "99.95", "300", "100000", "208"]),
    ("slope-least", &["52", "0", "0.001", "101.999", "100000", "300"]),
    ("slope-most", &["208", "0", "0.002", "102.001", "52", "100000"]),
    ("slope-second-mean", &["140", "0.04", "200"]),
    ("slope-second-least", &["70", "0.03", "280"]),
    ("slope-second-most", &["280", "0.06", "70"]),
];

pub const ROWS: &[Key] = &[
    ("measure-cut", &["20", "0", "0.1", "50", "100"]),
    ("measure-scale", &["log", "plain", "logit"]),
    ("measure-across", &["deprivation"]),
    ("measure-level", &["99.8"]),
    ("measure-groups", &["2", "20"]),
    ("measure-aversion", &["0", "20"]),
    ("measure-least", &["-5", "0"]),
    ("measure-most", &["100", "1000"]),
];

/// Rows of one's own, with the keys that say what they are: rising, falling, flat, nearly flat, on a scale of their own,
/// and where more is better.
pub const OWN_ROWS: &[(&str, &str)] = &[
    ("score,value,people\n9,5,900\n5,3,900\n1,1,900\n", "measure-value=number"),
    ("score,value,people\n9,1,900\n5,3,900\n1,5,900\n", "measure-value=number"),
    ("score,value,people\n9,1,900\n5,3,900\n1,5,900\n", "measure-value=number&measure-more=better"),
    ("score,value,people\n9,5,900\n5,3,900\n1,1,900\n", "measure-value=number&measure-more=better"),
    ("score,value,people\n9,3,900\n5,3,900\n1,3,900\n", "measure-value=number"),
    ("score,value,people\n9,3.00001,900\n5,3,900\n1,3,900\n", "measure-value=number"),
    ("score,value,people\n9,2.99999,900\n5,3,900\n1,3,900\n", "measure-value=number"),
    ("score,value,people\n9,-3,900\n5,3,10\n1,9,900\n", "measure-value=number&measure-more=better"),
    ("score,value,people\n9,0.9,900\n5,0.5,900\n1,0.1,900\n", "measure-value=share"),
    ("score,value,people\n9,0.1,900\n5,0.5,900\n1,0.95,900\n2,,10\n", "measure-value=share&measure-more=better"),
    ("rank,events,people\n1,90,900\n2,30,900\n3,10,900\n", "measure-value=rate&measure-order=rank"),
    (
        "rank,events,people\n1,0,900\n2,3,900\n3,9,900\n4,,5\n5,,5\n",
        "measure-value=rate&measure-order=rank&measure-per=100",
    ),
    ("score,value,people\n9,140,900\n5,110,900\n1,60,900\n", "measure-value=ratio"),
    ("score,value,people\n9,0.0004,900\n5,0.0003,900\n1,0.0001,900\n", "measure-value=number"),
    ("score,value,people\n9,1,900\n5,50000,900\n1,100000,900\n", "measure-value=number"),
    ("score,value,people\n9,100000,900\n5,50000,900\n1,1,900\n", "measure-value=number&measure-more=better"),
];
