//! What a room says in a guided session. It is kept in its tab alone: not in the link, and nowhere else.

use super::Percent;
use super::session::SessionQuestion;

/// Guesses of one moment that can be kept.
pub const MOST_GUESSES: usize = 40;
/// Votes that one offer can have.
const MOST_VOTES: u32 = 999;

/// Guesses of one moment: those of tables that were kept, and the one being made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guesses {
    /// Kept, in the order in which they came.
    pub kept: Vec<Percent>,
    /// Being made.
    pub current: Option<Percent>,
}

impl Guesses {
    /// Keeps the guess being made and makes room for the next one.
    pub fn keep(&mut self) {
        if self.kept.len() < MOST_GUESSES {
            self.kept.extend(self.current.take());
        }
    }

    /// Takes a kept guess out; a position that there is not changes nothing.
    pub fn remove(&mut self, position: usize) {
        if position < self.kept.len() {
            self.kept.remove(position);
        }
    }

    /// All guesses as shares (0 to 1), with the one being made.
    pub fn shares(&self) -> Vec<f64> {
        self.kept.iter().chain(&self.current).map(|guess| guess.as_share()).collect()
    }
}

/// All that a room has said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Room {
    guesses: [Guesses; SessionQuestion::ALL.len()],
    /// Votes for each of the offers.
    pub votes: [u32; 3],
    /// How far the target was widened; where it was not, the page begins with a fifth.
    pub widened: Option<Percent>,
    /// The uptake that was tried.
    pub uptake: Option<Percent>,
    /// The room's own sentence, in parts.
    pub sentence: [String; 4],
}

impl Room {
    /// The guesses of a moment.
    pub fn guesses(&self, moment: SessionQuestion) -> &Guesses {
        &self.guesses[moment as usize]
    }

    /// The same, to change them.
    pub fn guesses_mut(&mut self, moment: SessionQuestion) -> &mut Guesses {
        &mut self.guesses[moment as usize]
    }

    /// One vote more for an offer.
    pub fn vote(&mut self, offer: usize) {
        if let Some(votes) = self.votes.get_mut(offer) {
            *votes = (*votes + 1).min(MOST_VOTES);
        }
    }

    /// One vote less for an offer.
    pub fn take_vote(&mut self, offer: usize) {
        if let Some(votes) = self.votes.get_mut(offer) {
            *votes = votes.saturating_sub(1);
        }
    }
}

/// The first line of a room as a text.
const VERSION: &str = "1";

impl Room {
    /// A text from which [`Room::from_text`] makes the same room: a line for each thing that was said.
    pub fn to_text(&self) -> String {
        let mut lines = vec![VERSION.to_owned()];
        for (moment, guesses) in self.guesses.iter().enumerate() {
            lines.extend(guesses.kept.iter().map(|guess| format!("kept {moment} {guess}")));
            lines.extend(guesses.current.iter().map(|guess| format!("guess {moment} {guess}")));
        }
        lines.extend(self.votes.iter().enumerate().map(|(offer, votes)| format!("votes {offer} {votes}")));
        lines.extend(self.widened.iter().map(|share| format!("widened 0 {share}")));
        lines.extend(self.uptake.iter().map(|uptake| format!("uptake 0 {uptake}")));
        let one_line = |part: &String| part.replace(['\n', '\r'], " ");
        lines.extend(self.sentence.iter().enumerate().map(|(at, part)| format!("words {at} {}", one_line(part))));
        lines.join("\n")
    }

    /// The room of a text. What cannot be read is left out.
    pub fn from_text(text: &str) -> Self {
        let mut room = Self::default();
        let mut lines = text.split('\n');
        if lines.next() == Some(VERSION) {
            for line in lines {
                let _ = room.read(line);
            }
        }
        room
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let (name, rest) = line.split_once(' ')?;
        let (at, value) = rest.split_once(' ')?;
        let at: usize = at.parse().ok()?;
        match name {
            "kept" if self.guesses.get(at)?.kept.len() < MOST_GUESSES => {
                self.guesses.get_mut(at)?.kept.push(value.parse().ok()?);
            }
            "guess" => self.guesses.get_mut(at)?.current = Some(value.parse().ok()?),
            "votes" => *self.votes.get_mut(at)? = value.parse::<u32>().ok()?.min(MOST_VOTES),
            "widened" => self.widened = Some(value.parse().ok()?),
            "uptake" => self.uptake = Some(value.parse().ok()?),
            "words" => value.clone_into(self.sentence.get_mut(at)?),
            _ => {}
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THIRTY: Percent = Percent::from_tenths(300);

    #[test]
    fn a_single_guess_counts_without_being_kept() {
        let mut guesses = Guesses::default();
        assert_eq!(guesses.shares(), [] as [f64; 0]);
        guesses.current = Some(THIRTY);
        assert_eq!(guesses.shares(), [0.3]);
    }

    #[test]
    fn a_table_s_guess_is_kept_once_and_can_be_taken_out() {
        let mut guesses = Guesses { current: Some(THIRTY), ..Guesses::default() };
        guesses.keep();
        guesses.keep();
        assert_eq!(guesses.shares(), [0.3]);
        guesses.current = Some(Percent::from_tenths(500));
        assert_eq!(guesses.shares(), [0.3, 0.5]);
        guesses.remove(7);
        guesses.remove(0);
        assert_eq!(guesses.shares(), [0.5]);
    }

    #[test]
    fn a_full_list_keeps_no_more_and_loses_nothing() {
        let mut guesses = Guesses { kept: vec![THIRTY; MOST_GUESSES], current: Some(THIRTY) };
        guesses.keep();
        assert_eq!(guesses.shares().len(), MOST_GUESSES + 1);
    }

    #[test]
    fn votes_never_fall_below_none() {
        let mut room = Room::default();
        room.take_vote(0);
        room.vote(2);
        room.vote(9);
        assert_eq!(room.votes, [0, 0, 1]);
    }

    #[test]
    fn a_room_comes_back_from_its_text() {
        let mut room = Room::default();
        assert_eq!(Room::from_text(&room.to_text()), room);
        room.guesses_mut(SessionQuestion::National).kept =
            vec![THIRTY, Percent::from_tenths(5), Percent::from_tenths(1000)];
        room.guesses_mut(SessionQuestion::Uptake).current = Some(Percent::from_tenths(0));
        (room.votes, room.widened, room.uptake) = ([0, 999, 3], Some(THIRTY), Some(Percent::from_tenths(1)));
        room.sentence = ["a visit ", "", " 1 | 2, “100%” = \\n", "kept 0 30"].map(str::to_owned);
        assert_eq!(Room::from_text(&room.to_text()), room);
        // A field of one line has none of these, whatever was pasted into it.
        room.sentence[1] = "to\nvotes 0 5\r".to_owned();
        let back = Room::from_text(&room.to_text());
        assert_eq!((back.votes, back.sentence[1].as_str()), ([0, 999, 3], "to votes 0 5 "));
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        for text in
            ["", "2\nvotes 0 5", "1\nvotes", "1\nvotes 3 5", "1\nkept 9 30", "1\nguess 0 NaN", "1\nwords 7 x", "1\n?"]
        {
            assert_eq!(Room::from_text(text), Room::default(), "{text}");
        }
        let full = format!("1\nvotes 0 9999\n{}", "kept 0 30\n".repeat(MOST_GUESSES + 9));
        let room = Room::from_text(&full);
        assert_eq!((room.votes[0], room.guesses(SessionQuestion::National).kept.len()), (MOST_VOTES, MOST_GUESSES));
    }

    #[test]
    fn moments_keep_their_guesses_apart() {
        let mut room = Room::default();
        room.guesses_mut(SessionQuestion::Local).current = Some(THIRTY);
        assert_eq!(room.guesses(SessionQuestion::National), &Guesses::default());
        assert_eq!(room.guesses(SessionQuestion::Local).shares(), [0.3]);
    }
}
