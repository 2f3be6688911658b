//! A page on a projector: its buttons and its clock; in the modules below the guided session and the facilitator's
//! notes.

mod answers;
mod notes;
mod pictures;
mod questions;
mod service;

pub use answers::*;
pub use notes::*;
pub use pictures::*;
pub use questions::*;
pub use service::*;

use super::locale::{Plural, plural};

/// The way into a presentation of the page.
pub const PRESENT: &str = "Present this page";
/// The way into the guided session.
pub const SESSION: &str = "Guided session for a workshop";
/// The same, from the numbers of a service.
pub const SESSION_OF_SERVICE: &str = "Let a room guess first: guided session with these numbers";
/// Name of the buttons that step.
pub const STEPS: &str = "Steps";
/// Goes on.
pub const NEXT: &str = "Next";
/// Goes back.
pub const BACK: &str = "Back";
/// The way out.
pub const LEAVE: &str = "Leave the presentation";
/// The way out where there is little room.
pub const LEAVE_SHORT: &str = "Leave";
/// Fills the screen.
pub const FILL: &str = "Full screen";
/// Goes back to a window.
pub const UNFILL: &str = "Leave full screen";
/// Said where the browser would not fill the screen.
pub const NOT_FILLED: &str = "The browser does not allow full screen here.";
/// Name of the tools.
pub const TOOLS: &str = "Tools";
/// Opens the clock.
pub const TIMER: &str = "Timer";
/// Closes the clock or the notes.
pub const CLOSE: &str = "Close";
/// Starts the clock.
pub const START: &str = "Start";
/// Goes on after a pause.
pub const GO_ON: &str = "Go on";
/// Lets the clock stand still.
pub const PAUSE: &str = "Pause";
/// Sets the clock back.
pub const RESET: &str = "Reset";
/// Name of the choice of minutes.
pub const SET: &str = "Set the timer to";
/// After the minutes to choose from.
pub const MINUTES: &str = "min";
/// Said once the clock has run out.
pub const TIME_IS_UP: &str = "Time is up";
/// Name of the time that is left.
pub const TIME_LEFT: &str = "Time left";

/// Where a presentation stands, from 0.
pub fn progress(step: u8, count: usize) -> String {
    format!("Step {} of {count}", (usize::from(step) + 1).min(count))
}

/// Read out after each step.
pub fn announced(step: u8, count: usize, title: &str) -> String {
    format!("{}. {title}", progress(step, count))
}

/// A number of minutes.
pub fn minutes(minutes: u32) -> String {
    match plural(minutes as usize) {
        Plural::One => format!("{minutes} minute"),
        Plural::Other => format!("{minutes} minutes"),
    }
}

/// Time left as on a clock.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Names of the things that a presentation of the view `missed` shows.
pub const MISSED_STEPS: [&str; 7] = [
    "The number",
    "A hundred people",
    "A bigger target",
    "Two meanings of “most deprived”",
    "Fifth by fifth",
    "How big the target must be",
    "A better map",
];

/// Names of the things that a presentation of the view `strategies` shows.
pub const OFFERS_STEPS: [&str; 8] = [
    "What it comes to",
    "Where people end up",
    "People in need reached",
    "Cost",
    "Cost for each person in need reached",
    "Doing good, and closing the gap",
    "When they tie",
    "What makes the difference",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_beyond_the_last_is_the_last() {
        assert_eq!(progress(0, 7), "Step 1 of 7");
        assert_eq!(progress(99, 7), "Step 7 of 7");
    }

    #[test]
    fn time_is_written_as_on_a_clock() {
        assert_eq!(clock(300), "5:00");
        assert_eq!(clock(61), "1:01");
        assert_eq!(clock(0), "0:00");
    }
}
