//! Parts of an answer that a page and the projector both show.

mod headline;
mod missed_tables;
mod offers;

pub use headline::{ANSWER_NUMBER, AnswerInWords, AnswerNumber, Headline};
pub use missed_tables::{HowBig, Measures, PerfectMap, TwoMeanings};
pub use offers::{InShort, Split, Tie};
