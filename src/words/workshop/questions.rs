//! What the guided session asks.

use super::service::{SERVICE_UNIT, service_hint, service_question};
use crate::data::NeedMeasure;
use crate::model::guesses::CARDS;
use crate::model::strategies::Strategy;
use crate::results::assumed::Bases;
use crate::results::workshop::Workshop;
use crate::scenario::session::{QuestionPhase, SessionLength, SessionPlan, SessionQuestion};
use crate::scenario::{Offers, Place};
use crate::words::common::{in_need, in_need_capital, itself};
use crate::words::locale::{Plural, plural};
use crate::words::missed::{about_percent, here};
use crate::words::number::{percent, pounds};
use crate::words::starting_points;
use crate::words::strategies as offers;

/// Heading of the first step.
pub const WELCOME: &str = "Who gets missed?";
/// What the session is.
pub fn welcome(need: NeedMeasure, plan: SessionPlan) -> String {
    let number = match (plan.length, plan.asks_service) {
        (SessionLength::Short, false) => "Four",
        (SessionLength::Short, true) => "Five",
        (SessionLength::Long, false) => "Seven",
        (SessionLength::Long, true) => "Eight",
    };
    format!("{number} questions about {}, and who is reached by a target. First we guess. Then we look.", in_need(need))
}
/// What becomes of what is said.
pub const WELCOME_KEPT: &str =
    "Guesses and words stay on this device until you start again or close the page. Nothing is sent.";
/// Label of the choice of length.
pub const LENGTH: &str = "How long have we got?";

/// A length of the session.
pub fn length(length: SessionLength) -> String {
    let minutes = super::minutes(SessionPlan { length, asks_service: false }.minutes());
    match length {
        SessionLength::Short => format!("{minutes}: four questions"),
        SessionLength::Long => format!("{minutes}: seven questions"),
    }
}
/// Prints cards to hold up, large ones.
pub const PRINT_CARDS: &str = "Print cards A to D, one a page";
/// Prints the same, small ones.
pub const PRINT_SMALL_CARDS: &str = "Print cards, four a sheet";
/// What stands before the ways to print.
pub const PRINT_HEADING: &str = "To print";
/// Prints the worksheet.
pub const PRINT_WORKSHEET: &str = "Print the worksheet";
/// Prints the notes.
pub const PRINT_NOTES: &str = "Print the facilitator’s notes";
/// Forgets all that the room has said.
pub const CLEAR: &str = "Start again: clear guesses, votes and words";
/// Said where printing is not possible.
pub const NOT_PRINTED: &str = "This page may not print here. Open it in a window of its own.";

/// Short name of a moment.
pub const fn moment_name(moment: SessionQuestion) -> &'static str {
    match moment {
        SessionQuestion::National => "The usual map",
        SessionQuestion::Local => "Which fifth?",
        SessionQuestion::Widen => "Widen the target",
        SessionQuestion::PerfectMap => "A perfect map",
        SessionQuestion::Uptake => "When fewer say yes",
        SessionQuestion::Budget => "The same money",
        SessionQuestion::Service => "Our own service",
        SessionQuestion::Sentence => "In your own words",
    }
}

/// Stands above each step of a moment.
pub fn moment_line(moment: SessionQuestion, plan: SessionPlan) -> String {
    format!("Question {} of {}: {}", moment.number(plan), plan.questions().count(), moment_name(moment))
}

/// Suggested time.
pub fn about_minutes(moment: SessionQuestion, plan: SessionPlan) -> String {
    format!("about {}", super::minutes(u32::from(moment.minutes(plan.length))))
}

/// What a step of a moment is, for those who do not see it.
pub fn step_title(moment: SessionQuestion, stage: QuestionPhase, plan: SessionPlan) -> String {
    let part = match (moment, stage) {
        (SessionQuestion::Budget, QuestionPhase::Ask) => "vote",
        (SessionQuestion::Sentence, QuestionPhase::Ask) => "write",
        (SessionQuestion::Sentence, _) => "what we will do",
        (_, QuestionPhase::Ask) => "guess",
        (_, QuestionPhase::Try) => "try it",
        (_, QuestionPhase::Reveal) => "the answer",
        (_, QuestionPhase::SoWhat) => "so what?",
    };
    format!("{}, {part}", moment_line(moment, plan))
}

/// The question.
pub fn question(moment: SessionQuestion, workshop: &Workshop, place: &str) -> String {
    let (need, here) = (in_need(workshop.scenario.need), here(&workshop.scenario));
    match moment {
        SessionQuestion::National => {
            format!("What share of {need} {here} live in England’s most deprived fifth of areas?")
        }
        SessionQuestion::Local if workshop.scenario.place == Place::England => {
            "For all England its own fifth is the same one. What share did we just see?".to_owned()
        }
        SessionQuestion::Local => {
            format!("And in the most deprived fifth of {place}’s own areas: what share of {need} live there?")
        }
        SessionQuestion::Widen => {
            format!("How much of England’s map must a target cover to reach 8 in 10 {need} {here}?")
        }
        SessionQuestion::PerfectMap => {
            format!(
                "Now a perfect map: areas in order of {}. What share of {need} live in its first fifth?",
                itself(workshop.scenario.need)
            )
        }
        SessionQuestion::Uptake => {
            format!(
                "We offer it to everyone. How few may say yes in the most deprived fifth before an offer to that fifth alone \
                 reaches more {need}?"
            )
        }
        SessionQuestion::Budget => {
            format!("Each offer gets the same {}. Which one reaches the most {need} {here}?", pounds(workshop.budget))
        }
        SessionQuestion::Service => service_question(workshop),
        SessionQuestion::Sentence => "What will we do, and how will we know who gets missed?".to_owned(),
    }
}

/// What helps to answer.
pub fn hint(moment: SessionQuestion, workshop: &Workshop) -> String {
    match moment {
        SessionQuestion::National => {
            "The fifth: the 20% of all areas in England that are the most deprived.".to_owned()
        }
        SessionQuestion::Local => {
            "The fifth: the 20% of areas here that are the most deprived, compared with this place alone.".to_owned()
        }
        SessionQuestion::Widen => {
            "Areas are added from the most deprived on, in the order of the whole of England.".to_owned()
        }
        SessionQuestion::PerfectMap => format!(
            "The first 20% of areas {}. In the order of overall deprivation it is {}.",
            here(&workshop.scenario),
            about_percent(workshop.missed.local_target_is_approximate, workshop.missed.local_target.coverage)
        ),
        SessionQuestion::Uptake => format!(
            "Now {} there say yes. If the offer goes to that fifth alone, {} do. Guess 0 for “never”.",
            percent(workshop.uptake()),
            percent(workshop.area_uptake())
        ),
        SessionQuestion::Budget => "An offer that costs more than that goes to people drawn at random.".to_owned(),
        SessionQuestion::Service => service_hint(workshop).to_owned(),
        SessionQuestion::Sentence => "Two minutes alone, then together.".to_owned(),
    }
}

/// Marks what rests on assumptions, and on what those rest.
pub fn assumed(offers: &Offers) -> String {
    let Bases { published, own, illustrative } = Bases::of(offers);
    let counted = [(published, "published"), (own, "your own"), (illustrative, "illustrative")];
    let said = counted.into_iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}"));
    format!(
        "Assumptions of the example “{}”: {}.",
        starting_points::name(offers.start),
        said.collect::<Vec<_>>().join(", ")
    )
}

/// Name of the guess.
pub const fn guess_name(moment: SessionQuestion) -> &'static str {
    match moment {
        SessionQuestion::Widen => "Your guess: the most deprived",
        _ => "Your guess",
    }
}

/// What the guess is a share of, after the number.
pub fn guess_unit(moment: SessionQuestion, need: NeedMeasure) -> String {
    match moment {
        SessionQuestion::Widen => "% of England’s areas".to_owned(),
        SessionQuestion::Uptake => "% say yes there".to_owned(),
        SessionQuestion::Service => SERVICE_UNIT.to_owned(),
        _ => format!("% of {}", in_need(need)),
    }
}

/// Said while nobody has guessed.
pub const NO_GUESS: &str = "?";
/// The same for a screen reader.
pub const NO_GUESS_SPOKEN: &str = "no guess yet";
/// Said of text that is no guess.
pub const GUESS_ERROR: &str = "Type a number from 0 to 100, such as 35";
/// Keeps a table's guess and asks the next one.
pub const ADD_GUESS: &str = "Keep it, next table";
/// Name of the list of guesses.
pub const TABLE_GUESSES: &str = "Guesses so far";

/// Takes a guess out.
pub fn remove_guess(guess: &str) -> String {
    format!("Remove the guess {guess}")
}

/// The letters of the cards.
pub const CARD_LETTERS: [&str; CARDS] = ["A", "B", "C", "D"];

/// What each card stands for, for a room that holds them up; empty where nothing is guessed.
pub const fn cards(moment: SessionQuestion) -> &'static str {
    match moment {
        SessionQuestion::Budget => "With cards: A, B or C as below. D: they reach about the same.",
        SessionQuestion::Sentence => "",
        _ => "With cards: A is under 25%, B under 50%, C under 75%, D 75% or more.",
    }
}

/// The card that is right.
pub(super) fn card_named(at: usize) -> String {
    CARD_LETTERS.get(at).map(|letter| format!("Card {letter}.")).unwrap_or_default()
}

/// Votes for an offer.
pub fn vote_for(strategy: Strategy) -> String {
    format!("{MORE} vote for {}", offers::name(strategy))
}

/// Takes a vote away.
pub fn take_vote(strategy: Strategy) -> String {
    format!("{LESS} vote for {}", offers::name(strategy))
}

/// One vote more, in short.
pub const MORE: &str = "+ 1";
/// One vote less, in short.
pub const LESS: &str = "− 1";
/// Takes a thing out, in short.
pub const CROSS: &str = "×";

/// A number of votes.
pub fn votes(number: u32) -> String {
    match plural(number as usize) {
        Plural::One => format!("{number} vote"),
        Plural::Other => format!("{number} votes"),
    }
}

/// Label of the slider that widens the target.
pub const WIDEN: &str = "Target the most deprived share of England’s areas";
/// Label of the slider of uptake.
pub const UPTAKE: &str = "Offered to everyone: how many say yes in the most deprived fifth";

/// Stands above the numbers of people in need reached.
pub fn reached_heading(need: NeedMeasure) -> String {
    format!("{} reached", in_need_capital(need))
}

/// The parts of the room's own sentence, each before its field.
pub const SENTENCE_PARTS: [&str; 4] = ["We will offer", "to", "because", "and we will watch"];
/// Examples of each part.
pub const SENTENCE_HINTS: [&str; 4] =
    ["what?", "whom? everyone, some, or more for some?", "what did we see?", "which number, to see who is missed?"];
/// Stands for a part that is still empty.
pub const SENTENCE_GAP: &str = "…";

/// The sentence as far as it is written.
pub fn sentence(parts: &[String; 4]) -> String {
    let [offer, to, because, watch] = parts.each_ref().map(|part| match part.trim().trim_end_matches('.') {
        "" => SENTENCE_GAP,
        part => part,
    });
    let [we, whom, why, and] = SENTENCE_PARTS;
    format!("{we} {offer} {whom} {to} {why} {because}, {and} {watch}.")
}

/// Copies the sentence.
pub const COPY_SENTENCE: &str = "Copy";
/// Prints the sentence.
pub const PRINT_SENTENCE: &str = "Print";
/// Said where the sentence cannot be copied.
pub const COPY_SENTENCE_BY_HAND: &str = "Copy it by hand: select the sentence.";
/// Said when it was copied.
pub const COPIED_SENTENCE: &str = "Copied";
/// The ways on to the page itself.
pub const GO_TO_MISSED: &str = "Look at this place in full";
/// The same for offers.
pub const GO_TO_OFFERS: &str = "Compare these offers in full";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_shows_what_is_still_missing() {
        let parts = ["a home visit", "every newborn ", "", "who says no."].map(str::to_owned);
        assert_eq!(
            sentence(&parts),
            "We will offer a home visit to every newborn because …, and we will watch who says no."
        );
    }
}
