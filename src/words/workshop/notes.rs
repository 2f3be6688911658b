//! The facilitator's notes, and the worksheet for participants.

use super::moment_name;
use crate::scenario::session::{SessionPlan, SessionQuestion};

/// Opens the notes.
pub const NOTES: &str = "Notes";
/// Heading of the notes of one moment.
pub const NOTES_HEADING: &str = "Facilitator’s notes";
/// Heading of the notes on paper.
pub const NOTES_TITLE: &str = "Who gets missed? Facilitator’s notes";
/// Whoever sees the screen sees the notes.
pub const NOTES_WARNING: &str = "The room can read this too if it sees your screen. Press N to close.";
/// What a facilitator needs before the session.
pub const BEFORE: [&str; 6] = [
    "Choose the place and the length on the first step. Print one worksheet for each table, or cards A to D to hold up.",
    "Step with the arrow keys, Page Up and Page Down, or a presenter’s remote. N opens these notes, Escape leaves.",
    "Take one guess for each table before you go on. Write them in as they are called out: type, press Enter, type the next.",
    "The timer offers the minutes of the question that is on. Guesses are kept if the page is loaded again; “Back” is the step before.",
    "Ask for guesses first and reasons second. Nobody has to be right.",
    "Numbers on areas are published figures or sums of them. Numbers on offers rest on assumptions and are illustrative.",
];
/// Heading of that.
pub const BEFORE_HEADING: &str = "Before you start";

/// The headings of the notes of a moment.
pub const NOTE_HEADINGS: [&str; 4] = ["Ask", "Listen for", "Say", "Often misread"];

/// What to ask, what to listen for, what to say, and what is often misread.
pub const fn notes(moment: SessionQuestion) -> [&'static str; 4] {
    match moment {
        SessionQuestion::National => [
            "How sure are you? What did you picture when you guessed?",
            "Names of estates and wards: people guess from the places they know, and often guess high.",
            "The areas are rightly called deprived. Even so, most people in need may live elsewhere, because there \
             are so many other areas.",
            "That the others are “in pockets”: they are spread over nearly all areas. That the map is wrong: it says where \
             need is common, not where everyone in need lives.",
        ],
        SessionQuestion::Local => [
            "What changed between the two questions?",
            "“Twenty per cent must be twenty per cent.” It is 20% of different things: of England’s areas, or of the \
             areas here.",
            "Two reports can both say “the most deprived fifth” and mean different areas. Always say which.",
            "That the local fifth is the better one: it is only a different one. It still misses people.",
        ],
        SessionQuestion::Widen => [
            "Before I move the slider: when should I stop?",
            "“Double it.” The first areas bring in the most people; each further one brings fewer.",
            "To reach nearly all, a target has to become most of the map. Then ask what the target still saves.",
            "That the last few per cent are cheap to add: they need the most areas.",
        ],
        SessionQuestion::PerfectMap => [
            "What would a better map be made of?",
            "Faith in better data: “if we only had newer figures, or smaller areas”.",
            "This map is as good as any map of these areas can be, and it still misses people. Smaller areas help a \
             little; knowing who is in need helps more, and has its own costs.",
            "That maps are useless. A map says where need is common. It does not say who is in need.",
        ],
        SessionQuestion::Uptake => [
            "Who does not take up what is offered to everyone?",
            "The inverse care law: those with the most need often get the least. That is a reason to work on uptake, and \
             people may say so.",
            "An offer can miss people in two ways: they are never offered it, or they do not take it up. Each offer does \
             one of them more.",
            "That “never” means universal is always better. It counts people reached, not what it costs; that is the next \
             question.",
        ],
        SessionQuestion::Budget => [
            "Vote first. Then: what would change your vote?",
            "Fairness: chance against place. Cost for each person. Who has the say.",
            "With little money a target often reaches more people in need for each pound. It leaves out everyone outside \
             it. Both are true.",
            "That the numbers are forecasts. They rest on assumptions that anyone can change on the page that compares \
             offers.",
        ],
        SessionQuestion::Service => [
            "Whom did you picture: those who come, or those who do not?",
            "“Everyone can come.” Who is offered a service and who uses it are two things.",
            "These are people served and people in need in the same areas. They need not be the same people. Small numbers are \
             held back, here too.",
            "That a fifth with a low number does not need the service. It may be hard to reach, badly timed, or not known.",
        ],
        SessionQuestion::Sentence => [
            "What will we do? What number would show us who is missed?",
            "Sentences that name who is left out, and how we will know.",
            "Read it out. Ask who in the room would have to agree, and when we will look at the number.",
            "That a sentence has to be perfect. It is enough to be able to act on it.",
        ],
    }
}

/// Stands above the answer of a moment in the notes.
pub const NOTE_ANSWER: &str = "Answer here";

/// Heading of a moment's notes, with its minutes.
pub fn note_heading(moment: SessionQuestion, plan: SessionPlan) -> String {
    let minutes = super::minutes(u32::from(moment.minutes(plan.length)));
    format!("{}. {} ({minutes})", moment.number(plan), moment_name(moment))
}

/// Heading of the worksheet.
pub fn worksheet_title(place: &str) -> String {
    format!("Who gets missed in {place}?")
}

/// Below it.
pub const WORKSHEET_TEXT: &str = "Guess first, on your own. Then write down what the room finds out.";
/// Before the name of a table.
pub const WORKSHEET_TABLE: &str = "Table";
/// Before a guess.
pub const WORKSHEET_GUESS: &str = "Our guess";
/// Before an answer.
pub const WORKSHEET_ANSWER: &str = "The answer";
/// Before a vote.
pub const WORKSHEET_VOTE: &str = "Our vote (tick one)";
/// Before what was noticed.
pub const WORKSHEET_NOTICED: &str = "What surprised us";
