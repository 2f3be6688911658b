//! A page on a projector: where a key leads, and a clock that counts down.

use super::keys::MOST_STEPS;

/// What a key asks of a presentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Navigation {
    /// On by a step.
    Next,
    /// Back by a step.
    Back,
    /// To the first step.
    First,
    /// To the last step.
    Last,
    /// Out of the presentation.
    Leave,
    /// Opens or closes the facilitator's notes.
    Notes,
}

/// What holds the focus, as far as it has a use for keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focused {
    /// Nothing, or something that has none.
    Nothing,
    /// A button, link or checkbox: the space bar presses it.
    Button,
    /// A radio button: arrow keys choose another.
    Radio,
    /// A slider. One that was reached by keyboard keeps its page keys; after dragging one with a mouse they are free for
    /// a presenter's remote.
    Slider {
        /// Whether it was reached by keyboard.
        by_keyboard: bool,
    },
    /// A field of one line, which has no pages to turn.
    Field,
    /// A list, or a field of many lines.
    List,
}

/// A key as it was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pressed<'a> {
    /// The key by the names of browsers.
    pub key: &'a str,
    /// With shift.
    pub shift: bool,
    /// With any of control, alt or the system's own.
    pub with_others: bool,
}

impl Pressed<'_> {
    /// What the key asks for, unless it belongs to what holds the focus or to the browser.
    pub fn go(self, focused: Focused) -> Option<Navigation> {
        let go = match (self.key, self.shift) {
            ("ArrowRight" | "PageDown", false) | (" ", false) => Navigation::Next,
            ("ArrowLeft" | "PageUp", false) | (" ", true) => Navigation::Back,
            ("Home", false) => Navigation::First,
            ("End", false) => Navigation::Last,
            ("Escape", false) => Navigation::Leave,
            ("n" | "N", _) => Navigation::Notes,
            _ => return None,
        };
        let is_page = matches!(self.key, "PageDown" | "PageUp");
        let is_free = match focused {
            Focused::Nothing => true,
            Focused::Button => self.key != " ",
            Focused::Radio => is_page || matches!(go, Navigation::Leave | Navigation::Notes),
            Focused::Slider { by_keyboard } => {
                matches!(go, Navigation::Leave | Navigation::Notes) || self.key == " " || (is_page && !by_keyboard)
            }
            Focused::Field => is_page,
            Focused::List => false,
        };
        (is_free && !self.with_others).then_some(go)
    }
}

impl Navigation {
    /// The step that this leads to, of `count` steps; `None` if it leads to none.
    pub fn step(self, from: u8, count: usize) -> Option<u8> {
        let last = u8::try_from(count.saturating_sub(1)).unwrap_or(MOST_STEPS).min(MOST_STEPS);
        let from = from.min(last);
        match self {
            Self::Next => Some((from + 1).min(last)),
            Self::Back => Some(from.saturating_sub(1)),
            Self::First => Some(0),
            Self::Last => Some(last),
            Self::Leave | Self::Notes => None,
        }
    }
}

/// A clock that counts down. It has no clock of its own: whoever asks says what time it is, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Countdown {
    /// Where it starts, in minutes.
    minutes: u8,
    /// What was left when it last stood still.
    left_ms: f64,
    /// When it was last started, while it runs.
    since: Option<f64>,
}

impl Countdown {
    /// Lengths that are offered, in minutes.
    pub const PRESETS: [u8; 4] = [1, 2, 3, 5];

    /// Set to some minutes, standing still.
    pub fn of(minutes: u8) -> Self {
        Self { minutes, left_ms: f64::from(minutes) * 60_000.0, since: None }
    }

    /// What it was set to, in minutes.
    pub fn minutes(&self) -> u8 {
        self.minutes
    }

    /// Seconds left, a part of a second as a whole one.
    pub fn seconds_left(&self, now: f64) -> u32 {
        (self.milliseconds_left(now) / 1000.0).ceil() as u32
    }

    /// Whether it runs and time is left.
    pub fn is_running(&self, now: f64) -> bool {
        self.since.is_some() && self.milliseconds_left(now) > 0.0
    }

    /// Whether it has run out.
    pub fn is_up(&self, now: f64) -> bool {
        self.milliseconds_left(now) <= 0.0
    }

    /// Whether it has not been started since it was set.
    pub fn is_fresh(&self) -> bool {
        *self == Self::of(self.minutes)
    }

    /// Starts it, or goes on after a pause; from the beginning where it has run out.
    pub fn start(&mut self, now: f64) {
        let left_ms = if self.is_up(now) { Self::of(self.minutes).left_ms } else { self.milliseconds_left(now) };
        *self = Self { left_ms, since: Some(now), ..*self };
    }

    /// Lets it stand still.
    pub fn pause(&mut self, now: f64) {
        *self = Self { left_ms: self.milliseconds_left(now), since: None, ..*self };
    }

    fn milliseconds_left(&self, now: f64) -> f64 {
        // A clock of the machine that is set back does not give time back.
        let gone = self.since.map_or(0.0, |since| (now - since).max(0.0));
        (self.left_ms - gone).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO_FOCUS: Focused = Focused::Nothing;

    fn pressed(key: &str) -> Pressed<'_> {
        Pressed { key, shift: false, with_others: false }
    }

    #[test]
    fn what_a_remote_sends_steps() {
        for (key, go) in [
            ("PageDown", Navigation::Next),
            ("PageUp", Navigation::Back),
            ("ArrowRight", Navigation::Next),
            ("ArrowLeft", Navigation::Back),
            (" ", Navigation::Next),
            ("Home", Navigation::First),
            ("End", Navigation::Last),
            ("Escape", Navigation::Leave),
            ("n", Navigation::Notes),
        ] {
            assert_eq!(pressed(key).go(NO_FOCUS), Some(go), "{key}");
            assert_eq!(Pressed { with_others: true, ..pressed(key) }.go(NO_FOCUS), None, "{key}");
        }
        assert_eq!(Pressed { shift: true, ..pressed(" ") }.go(NO_FOCUS), Some(Navigation::Back));
        assert_eq!(pressed("ArrowDown").go(NO_FOCUS), None);
        assert_eq!(pressed("Tab").go(NO_FOCUS), None);
    }

    #[test]
    fn keys_are_not_taken_from_what_needs_them() {
        let kept = |focused: Focused| {
            let keys = ["PageDown", "ArrowRight", "ArrowLeft", " ", "Home", "End", "Escape", "n"];
            keys.into_iter().filter(|key| pressed(key).go(focused).is_none()).collect::<Vec<_>>()
        };
        assert_eq!(kept(Focused::Button), [" "]);
        assert_eq!(kept(Focused::Radio), ["ArrowRight", "ArrowLeft", " ", "Home", "End"]);
        let arrows = ["ArrowRight", "ArrowLeft", "Home", "End"];
        assert_eq!(kept(Focused::Slider { by_keyboard: false }), arrows);
        assert_eq!(kept(Focused::Slider { by_keyboard: true }), [&["PageDown"], arrows.as_slice()].concat());
        assert_eq!(kept(Focused::Field), ["ArrowRight", "ArrowLeft", " ", "Home", "End", "Escape", "n"]);
        assert_eq!(kept(Focused::List).len(), 8);
    }

    #[test]
    fn steps_stop_at_both_ends() {
        assert_eq!(Navigation::Next.step(0, 3), Some(1));
        assert_eq!(Navigation::Next.step(2, 3), Some(2));
        assert_eq!(Navigation::Next.step(99, 3), Some(2));
        assert_eq!(Navigation::Back.step(99, 3), Some(1));
        assert_eq!(Navigation::Back.step(0, 3), Some(0));
        assert_eq!(Navigation::Last.step(0, 3), Some(2));
        assert_eq!(Navigation::Last.step(0, 0), Some(0));
        assert_eq!(Navigation::Notes.step(1, 3), None);
    }

    #[test]
    fn a_countdown_runs_stands_still_and_runs_out() {
        let mut clock = Countdown::of(1);
        assert_eq!(clock.seconds_left(1e12), 60);
        clock.start(1e12);
        assert!(clock.is_running(1e12 + 10_000.0));
        assert_eq!(clock.seconds_left(1e12 + 10_500.0), 50);
        clock.pause(1e12 + 20_000.0);
        assert!(!clock.is_running(1e12 + 20_000.0) && !clock.is_fresh());
        assert_eq!(clock.seconds_left(1e12 + 900_000.0), 40);
        clock.start(1e12 + 900_000.0);
        assert_eq!(clock.seconds_left(1e12 + 950_000.0), 0);
        assert!(clock.is_up(1e12 + 950_000.0));
        clock.start(1e12 + 960_000.0);
        assert_eq!(clock.seconds_left(1e12 + 960_000.0), 60);
        assert_eq!(clock.seconds_left(0.0), 60);
    }
}
