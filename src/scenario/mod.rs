//! The state of a page: one flat, versioned [`Scenario`] that lives in the link.
//!
//! *Architecture invariant:* whatever the controls can reach is in the scenario, and a scenario is its link: decoding
//! what was encoded gives the same scenario, and decoding never fails.

pub mod audit;
mod choice;
mod codes;
pub mod differences;
mod frame;
pub mod gap;
pub mod gap_measures;
pub mod gap_target;
pub mod incentive;
mod keys;
pub mod library;
mod link_value;
mod list;
mod migrate;
mod names;
mod notice;
mod number;
pub mod offers;
mod own;
mod percent;
pub mod place;
pub mod population;
pub mod presentation;
pub mod programme;
mod query;
mod ready_made;
pub mod reference;
pub mod reorganisation;
pub mod room;
pub mod session;
pub mod share;
pub mod site_theme;
pub mod starting_points;
mod view;
mod within;

pub use audit::AuditChoices;
pub use codes::CodeList;
pub use frame::{FrameKind, chart_key};
pub use gap::GapChoices;
pub use gap_measures::MeasureChoices;
pub use gap_target::TargetChoices;
pub use incentive::{IncentiveChoices, IncentiveStart, OfferOrder};
pub use keys::PLACE_KEY;
pub use list::{ListKind, ListOrder};
pub use migrate::VERSION;
pub use notice::{Decoded, Notice};
pub use number::{NotANumber, Thousandths};
pub use offers::Offers;
pub use own::{OwnUnits, TableId, Whom};
pub use percent::{NotAPercent, Percent};
pub use place::Place;
pub use population::PopulationChoices;
pub use programme::ProgrammeChoices;
pub use query::{ToQuery, has_choices, names_key};
pub use ready_made::ReadyMade;
pub use site_theme::{Lock, Locks, SiteTheme};
pub use starting_points::StartingPoint;
pub use view::{Door, NumbersOf, View, ViewKind, ViewSpec};
pub use within::Within;

use self::offers::SplitOver;
use self::session::{SessionLength, SessionPlan};
use crate::chart::Chart;
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::{Basis, Cut, CutScale, Margin, NotAShare, Share};

/// What "most deprived" is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CutKind {
    /// All areas of England.
    National,
    /// The place itself.
    Local,
}

/// What the view `note` writes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteScope {
    /// Whom a target by area reaches and misses.
    Areas,
    /// That, and the offers compared.
    Offers,
}

impl NoteScope {
    /// Every scope, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Areas, Self::Offers];
}

/// The whole state of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// The question.
    pub view: View,
    /// Edition of the Indices of Deprivation.
    pub data: Edition,
    /// The person's own units, where the page is about those.
    pub own: OwnUnits,
    /// The place looked at.
    pub place: Place,
    /// What the person calls it, if they gave it a name of their own.
    pub place_name: Option<String>,
    /// Other places to see beside it, at most [`place::MOST_BESIDE`].
    pub beside: Vec<Place>,
    /// Who counts as in need.
    pub need: NeedMeasure,
    /// What areas are ordered by.
    pub rank: RankBy,
    /// National or local cut.
    pub cut: CutKind,
    /// What a local share is a share of.
    pub basis: Basis,
    /// How much is targeted.
    pub share: Percent,
    /// Whether a local cut takes whole areas only.
    pub whole: bool,
    /// The units that are targeted by name, instead of by a cut, on the view `areas`.
    pub codes: Option<CodeList>,
    /// The share of need to be reached, for the question the other way round.
    pub goal: Percent,
    /// Whether the view `missed` also ranks areas within rural and urban ones.
    pub within: Within,
    /// The kind of places that the view `councils` shows; `None` for that of the place itself.
    pub kind: Option<ListKind>,
    /// The order of the list on the view `councils`.
    pub list: ListOrder,
    /// The offers compared on the view `strategies`.
    pub offers: Offers,
    /// What the view `population` compares.
    pub population: PopulationChoices,
    /// What the view `gap` measures.
    pub gap: GapChoices,
    /// What the view `incentive` pays.
    pub incentive: IncentiveChoices,
    /// What the view `audit` is set to.
    pub audit: AuditChoices,
    /// What the view `note` writes about.
    pub note: NoteScope,
    /// Inside a frame on another page: without the page's own furniture.
    pub embed: bool,
    /// How much of the view is shown there.
    pub frame: FrameKind,
    /// The chart that is shown there by itself; the first of the view without one.
    pub chart: Option<Chart>,
    /// What cannot be changed there.
    pub lock: Locks,
    /// How it looks there.
    pub theme: SiteTheme,
    /// On a projector: large type, one thing at a time.
    pub present: bool,
    /// On a projector: the guided session instead of the view.
    pub session: bool,
    /// How long the guided session is.
    pub minutes: SessionLength,
    /// Whether it asks about the room's own service too.
    pub service: bool,
    /// On a projector: which thing, from 0.
    pub step: u8,
    /// Whether who opens the link is asked for a guess first.
    pub guess: bool,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            view: View::Missed,
            data: Edition::NEWEST,
            own: OwnUnits::default(),
            place: Place::CambridgeshirePeterborough,
            place_name: None,
            beside: Vec::new(),
            need: NeedMeasure::Income,
            rank: RankBy::Imd,
            cut: CutKind::National,
            basis: Basis::Areas,
            share: Percent::from_tenths(200),
            whole: false,
            codes: None,
            goal: Percent::from_tenths(800),
            within: Within::England,
            kind: None,
            list: ListOrder::Most,
            offers: Offers::starting(StartingPoint::Vaccination),
            population: PopulationChoices::default(),
            gap: GapChoices::default(),
            incentive: IncentiveChoices::default(),
            audit: AuditChoices::default(),
            note: NoteScope::Areas,
            embed: false,
            frame: FrameKind::Page,
            chart: None,
            lock: Locks::default(),
            theme: SiteTheme::default(),
            present: false,
            session: false,
            minutes: SessionLength::Long,
            service: false,
            step: 0,
            guess: false,
        }
    }
}

impl Scenario {
    /// The same choices on a page of its own: not in a frame, nothing taken away, with the page's own theme, without a question
    /// first.
    pub fn full(&self) -> Self {
        let Self { embed, frame, chart, lock, theme, present, session, minutes, service, step, guess, .. } =
            Self::default();
        Self { embed, frame, chart, lock, theme, present, session, minutes, service, step, guess, ..self.clone() }
    }

    /// What the guided session asks.
    pub fn session_plan(&self) -> SessionPlan {
        SessionPlan { length: self.minutes, asks_service: self.service }
    }

    /// Whether there is something to guess: a target that is neither nothing nor everything, on the first view, read by
    /// oneself.
    pub fn can_be_guessed(&self) -> bool {
        self.view == View::Missed
            && !self.is_presented()
            && self.framed() == FrameKind::Page
            && (1..1000).contains(&self.share.tenths())
    }

    /// Whether a site has taken anything away.
    pub fn is_locked(&self) -> bool {
        self.lock != Locks::default()
    }

    /// Whether one thing is shown at a time: the steps of the view, or those of the guided session.
    pub const fn is_presented(&self) -> bool {
        self.present && (self.session || self.view.spec().has_steps)
    }

    /// Takes back what a change may not do: other values of what is locked, the name of a place for another one, and
    /// presenting a page without steps, and a frame with what the view does not have.
    pub fn settle(&mut self, before: &Self) {
        let lock = self.lock;
        if lock.has(Lock::Place) {
            self.place.clone_from(&before.place);
            self.place_name.clone_from(&before.place_name);
            self.beside.clone_from(&before.beside);
        }
        // A name is that of the place it was given to.
        if self.place != before.place && self.place_name == before.place_name {
            self.place_name = None;
        }
        if lock.has(Lock::Need) {
            self.need = before.need;
        }
        if lock.has(Lock::Cut) {
            (self.cut, self.basis, self.whole) = (before.cut, before.basis, before.whole);
        }
        if lock.has(Lock::Share) {
            self.share = before.share;
        }
        if lock.has(Lock::More) {
            (self.data, self.rank) = (before.data, before.rank);
            self.own.is_used = before.own.is_used;
        }
        self.settle_own_units();
        self.stop_without_steps();
        self.fit_frame();
    }

    /// Own units have no place in a national ranking, no councils to split a budget over, and are of no edition. Says whether
    /// another comparison was asked for.
    fn settle_own_units(&mut self) -> bool {
        let is_asked = self.own.is_used && self.cut == CutKind::National;
        if self.own.is_used {
            (self.cut, self.offers.split) = (CutKind::Local, SplitOver::Fifths);
            self.data = Edition::NEWEST;
        }
        // Their bands are known in one order alone.
        if self.own.schools().is_some() {
            self.rank = RankBy::Need;
        }
        is_asked
    }

    /// A page without steps is not presented. Says whether this one would have been.
    fn stop_without_steps(&mut self) -> bool {
        let is_stopped = self.present && !self.is_presented();
        if is_stopped {
            (self.present, self.step) = (false, 0);
        }
        is_stopped
    }

    /// The same choices on another view. A note is about what was looked at.
    pub fn at(&self, view: View) -> Self {
        let looked_at = match self.view {
            View::Missed | View::Councils | View::Areas => NoteScope::Areas,
            View::Strategies => NoteScope::Offers,
            View::Population
            | View::Gap
            | View::Incentive
            | View::Audit
            | View::Saved
            | View::Note
            | View::Site
            | View::Data
            | View::Checked
            | View::About => self.note,
        };
        let note = if view == View::Note { looked_at } else { self.note };
        Self { view, note, ..self.clone() }
    }

    /// The kind of places that its place is held against.
    pub fn list_kind(&self) -> ListKind {
        self.kind.unwrap_or_else(|| ListKind::of(&self.place))
    }

    /// The local scale of this scenario, whether or not it is the one in use.
    pub fn local_scale(&self) -> CutScale {
        CutScale::Local { basis: self.basis, margin: if self.whole { Margin::Whole } else { Margin::Split } }
    }

    /// The scale of the slider.
    pub fn scale(&self) -> CutScale {
        match self.cut {
            CutKind::National => CutScale::National,
            CutKind::Local => self.local_scale(),
        }
    }

    /// The cut asked for.
    ///
    /// # Errors
    /// None in practice: a [`Percent`] is always a share.
    pub fn cut(&self) -> Result<Cut, NotAShare> {
        Ok(Cut { scale: self.scale(), share: Share::new(self.share.as_share())? })
    }
}
