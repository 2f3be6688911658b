//! The guided session: its questions, and which step comes after which.

use QuestionPhase::{Ask, Reveal, SoWhat, Try};
use SessionQuestion::{Budget, Local, National, PerfectMap, Sentence, Service, Uptake, Widen};

/// A moment of the guided session: one question for the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionQuestion {
    /// What share of people in need live in England's most deprived fifth of areas?
    National,
    /// And in the place's own most deprived fifth?
    Local,
    /// How big must the target be to reach 8 in 10?
    Widen,
    /// How much better is a map of need itself?
    PerfectMap,
    /// How far may the uptake of a universal offer fall?
    Uptake,
    /// Who reaches more people in need for the same money?
    Budget,
    /// What will we do? In the room's own words.
    Sentence,
    /// Whom does our own service reach? Only where it is asked for.
    Service,
}

/// A part of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionPhase {
    /// The question, and guesses.
    Ask,
    /// A slider to try it out.
    Try,
    /// The answer beside the guesses.
    Reveal,
    /// What follows from it.
    SoWhat,
}

impl SessionQuestion {
    /// Every moment in order, with the optional one.
    pub const ALL: [Self; 8] = [National, Local, Widen, PerfectMap, Uptake, Budget, Service, Sentence];

    /// Its number in a session, from 1.
    pub fn number(self, plan: SessionPlan) -> usize {
        plan.questions().take_while(|&question| question != self).count() + 1
    }

    /// Suggested minutes in a session.
    pub const fn minutes(self, length: SessionLength) -> u8 {
        match (length, self) {
            (SessionLength::Short, _) | (SessionLength::Long, Local | PerfectMap) => 5,
            (SessionLength::Long, National | Uptake | Budget | Service) => 8,
            (SessionLength::Long, Widen) => 6,
            (SessionLength::Long, Sentence) => 15,
        }
    }

    /// Its parts in order.
    pub const fn stages(self) -> &'static [QuestionPhase] {
        match self {
            Widen | Uptake => &[Ask, Try, Reveal, SoWhat],
            National | Local | PerfectMap | Budget | Service => &[Ask, Reveal, SoWhat],
            Sentence => &[Ask, Reveal],
        }
    }

    /// Whether the answer is a share of people in need.
    pub const fn is_of_need(self) -> bool {
        matches!(self, National | Local | PerfectMap)
    }

    /// Whether guesses are percentages; else there is a vote, or words.
    pub const fn is_guessed(self) -> bool {
        !matches!(self, Budget | Sentence)
    }
}

/// How long a guided session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionLength {
    /// Four questions in 20 minutes, and one more where it is asked for.
    Short,
    /// Seven in 55 minutes, and one more where it is asked for.
    Long,
}

impl SessionLength {
    /// Both, the shorter first.
    pub const ALL: [Self; 2] = [Self::Short, Self::Long];

    /// Its questions in order, without the optional one.
    const fn questions(self) -> &'static [SessionQuestion] {
        match self {
            Self::Short => &[National, Widen, Budget, Sentence],
            Self::Long => &[National, Local, Widen, PerfectMap, Uptake, Budget, Sentence],
        }
    }
}

/// What a guided session asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionPlan {
    /// How long it is, without the optional question.
    pub length: SessionLength,
    /// Whether it asks about the room's own service too.
    pub asks_service: bool,
}

impl SessionPlan {
    /// Its questions in order: the last is what to do.
    pub fn questions(self) -> impl Iterator<Item = SessionQuestion> {
        let of_length = move |question: &SessionQuestion| match question {
            Service => self.asks_service,
            other => self.length.questions().contains(other),
        };
        SessionQuestion::ALL.into_iter().filter(of_length)
    }

    /// Suggested minutes of the whole session.
    pub fn minutes(self) -> u32 {
        self.questions().map(|question| u32::from(question.minutes(self.length))).sum()
    }
}

/// A step of the guided session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStep {
    /// What the session is, and for which place.
    Welcome,
    /// A part of a moment.
    At(SessionQuestion, QuestionPhase),
}

impl SessionStep {
    /// Every step in order.
    pub fn all(plan: SessionPlan) -> Vec<Self> {
        let parts =
            plan.questions().flat_map(|moment| moment.stages().iter().map(move |&stage| Self::At(moment, stage)));
        [Self::Welcome].into_iter().chain(parts).collect()
    }

    /// The step that a link names; beyond the last it is the last.
    pub fn at(step: u8, plan: SessionPlan) -> Self {
        let all = Self::all(plan);
        all[usize::from(step).min(all.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::keys::MOST_STEPS;

    #[test]
    fn a_session_asks_each_question_before_its_answer_and_takes_as_long_as_its_name_says() {
        for (length, asks_service) in [
            (SessionLength::Short, false),
            (SessionLength::Long, false),
            (SessionLength::Short, true),
            (SessionLength::Long, true),
        ] {
            let plan = SessionPlan { length, asks_service };
            let all = SessionStep::all(plan);
            assert!(all.len() <= usize::from(MOST_STEPS) + 1);
            assert_eq!(SessionStep::at(0, plan), SessionStep::Welcome);
            assert_eq!(SessionStep::at(MOST_STEPS, plan), SessionStep::At(Sentence, Reveal));
            for (index, moment) in plan.questions().enumerate() {
                let position = |stage| all.iter().position(|&stop| stop == SessionStep::At(moment, stage));
                assert!(position(Ask) < position(Reveal), "{moment:?}");
                assert!(position(Ask).is_some(), "{moment:?}");
                assert_eq!(moment.number(plan), index + 1);
            }
            // The optional question comes on top.
            let more = if asks_service { u32::from(Service.minutes(length)) } else { 0 };
            assert_eq!((plan.minutes() - more).to_string(), length.key());
            assert_eq!(plan.questions().any(|question| question == Service), asks_service);
        }
        let long = SessionPlan { length: SessionLength::Long, asks_service: true };
        assert!(long.questions().eq(SessionQuestion::ALL));
    }
}
