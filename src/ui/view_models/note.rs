//! The evidence note as the choices make it.

use std::sync::Arc;

use leptos::prelude::*;

use super::areas::AreasView;
use super::audit::audit_of;
use super::certainty::CertaintyView;
use super::offers::OffersView;
use crate::document::Document;
use crate::export::note;
use crate::platform::clock;
use crate::results::audit::{Audit, Release};
use crate::scenario::NoteScope;
use crate::ui::reactive::memo;
use crate::ui::state::{AnswerState, AppState};
use crate::words::audit::{Facts, nobody_here};
use crate::words::note as words;

/// The note as results make it, before a person has written into it.
#[derive(Clone, Copy)]
pub struct NoteView(Memo<Option<Arc<Document>>>);

impl NoteView {
    /// Follows the choices.
    pub fn new(app: AppState) -> Self {
        let offers = OffersView::new(app);
        // It is told where it was said what averting one is worth.
        let certainty = CertaintyView::of(offers, |scenario| {
            scenario.note == NoteScope::Offers && scenario.offers.programme.worth.is_some()
        });
        let areas = AreasView::new(app);
        let date = clock::today();
        Self(memo(move || {
            let AnswerState::Answer(answer) = app.shown.get() else { return None };
            let link = app.link();
            let named = areas.worked();
            // What leaves the device holds back what is small, and the note is made to.
            let audited = audit_of(app, &answer).filter(|input| nobody_here(input).is_none()).map(|input| {
                let audit = Audit::new(&answer.scenario, &input);
                let told = Release::new(&audit, answer.scenario.audit_rule());
                (input, audit, told)
            });
            let audit =
                audited.as_ref().map(|(input, audit, told)| Facts { scenario: &answer.scenario, input, audit, told });
            let certainty = certainty.get();
            offers.read(|worked, intervals| {
                let named = named.as_ref().map(|of| words::Named { list: &of.list, result: &of.result });
                let facts = words::NoteInput {
                    scenario: &answer.scenario,
                    missed: &answer.missed,
                    offers: &worked.result,
                    intervals,
                    certainty: certainty.as_deref(),
                    named,
                    file: answer.file.as_ref().map(|file| &file.version),
                    places: &answer.places,
                    date: &date,
                    link: &link,
                    audit,
                };
                Arc::new(note(&facts, &answer.prepared))
            })
        }))
    }

    /// A part of the note; what depends on it runs only when it changes.
    pub fn memo<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        part: impl Fn(&Document) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.0.with(|document| document.as_deref().map(&part).unwrap_or_default()))
    }

    /// The note with what the person has written into it.
    pub fn whole(self, app: AppState) -> Option<Document> {
        let made = self.0.get_untracked()?;
        Some(app.draft.with_untracked(|draft| draft.apply(made.as_ref().clone(), words::PREPARED_BY)))
    }
}
