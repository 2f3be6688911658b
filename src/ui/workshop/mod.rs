//! The page on a projector: a view one thing at a time, or the guided session.

mod deck;
mod guess;
mod paper;
mod reveal;
mod session;
mod session_steps;
mod shell;
mod state;
mod timer;

pub use deck::DeckView;
pub use session::SessionView;
