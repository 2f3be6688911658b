//! Published figures to start from.

/// The shares of people past two thresholds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prevalences {
    /// The lower and the higher threshold, in units.
    pub thresholds: [f64; 2],
    /// The share of people past each (0 to 1).
    pub shares: [f64; 2],
}

/// Adults aged 16 and over in England in 2019: 64.2% with a body mass index of 25 or more, 28.0% of 30 or more.
///
/// Source: Health Survey for England 2019, as in House of Commons Library, *Obesity statistics* (SN03336): 28.0% obese and
/// a further 36.2% overweight. <https://commonslibrary.parliament.uk/research-briefings/sn03336/>
pub const BMI_2019: Prevalences = Prevalences { thresholds: [25.0, 30.0], shares: [0.642, 0.280] };

/// Adults aged 16 and over in England in 1993: 53% with a body mass index of 25 or more, 14.9% of 30 or more.
///
/// Sources: Health Survey for England, as in NatCen, which carries it out, *Celebrating the launch of the new Health
/// Survey for England* (10 January 2018; 53%, a whole per cent), and in Open University, *Exploring health: is your
/// lifestyle really to blame?* (14.9%).
pub const BMI_1993: Prevalences = Prevalences { thresholds: [25.0, 30.0], shares: [0.53, 0.149] };

/// How many more adults have a body mass index of 25 or more in the most deprived areas of England than in the least
/// deprived ones: 9 points in 2019.
///
/// Source: Health Survey for England 2019, as in House of Commons Library, *Obesity statistics* (SN03336).
pub const EXCESS_WEIGHT_GAP_2019: f64 = 0.09;

/// How many more adults have a body mass index of 30 or more in the most deprived areas of England (34%) than in the
/// least deprived ones (20%): 14 points in 2021.
///
/// Source: NHS Digital, *Health Survey for England, 2021 part 1*, Overweight and obesity in adults. Made from heights and
/// weights that people gave themselves, corrected; so not to be set beside earlier years.
pub const OBESITY_GAP_2021: f64 = 0.14;
