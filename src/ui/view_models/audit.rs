//! Whom a service reaches, as it changes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::results::audit::{Audit, AuditIn, AuditPlace, Release, Rule, ServiceReach, example};
use crate::scenario::Scenario;
use crate::ui::reactive::memo;
use crate::ui::state::{Answer, AnswerState, AppState};
use crate::words::audit::{Facts, nobody_here};

/// An audit worked out.
pub struct ComputedAudit {
    /// The choices, the figures, and whom the target reaches.
    pub answer: Arc<Answer>,
    /// The areas, and people served.
    pub input: AuditIn,
    /// The counts.
    pub audit: Audit,
    /// What they come to, with nothing held back.
    open: Release,
}

impl ComputedAudit {
    /// What the page says: every count.
    pub fn facts(&self) -> Facts<'_> {
        Facts { scenario: &self.answer.scenario, input: &self.input, audit: &self.audit, told: &self.open }
    }
}

/// The areas that people served are counted in: those of the figures in use.
fn place_of(app: AppState, answer: &Answer) -> AuditPlace {
    let Scenario { need, rank, data, .. } = answer.scenario;
    if let Some(table) = &answer.table {
        return AuditPlace::of_table(&table.units, rank);
    }
    let codes = answer.scenario.place.extent(data, &answer.places).whole_authorities();
    match answer.file.as_ref().zip(codes) {
        Some((file, codes)) => AuditPlace::of_file(file, &codes, need, rank),
        None => AuditPlace::of_councils(&app.authority_totals(), &answer.places, data),
    }
}

/// People served with their areas; `None` where the person brought none.
pub fn audit_of(app: AppState, answer: &Answer) -> Option<AuditIn> {
    let served = app.served.get()?;
    Some(AuditIn { place: Arc::new(place_of(app, answer)), served, is_example: false })
}

/// Whom the service reaches whose numbers the person brought, else a made-up one, as a room may see it.
pub fn reach_of_service(app: AppState) -> Option<ServiceReach> {
    let AnswerState::Answer(answer) = app.shown.get() else { return None };
    let own = audit_of(app, &answer).filter(|input| nobody_here(input).is_none());
    Some(ServiceReach::new(&answer.scenario, &own.unwrap_or_else(example)))
}

/// The audit shown, for components that exist only while there is an answer.
#[derive(Clone, Copy)]
pub struct AuditView(Memo<Option<Arc<ComputedAudit>>>);

impl AuditView {
    /// Follows the choices and what is brought.
    pub fn new(app: AppState) -> Self {
        let worked = move |_: Option<&_>| {
            let AnswerState::Answer(answer) = app.shown.get() else { return None };
            let input = audit_of(app, &answer).unwrap_or_else(example);
            let audit = Audit::new(&answer.scenario, &input);
            let open = Release::new(&audit, Rule::NOTHING);
            Some(Arc::new(ComputedAudit { answer, input, audit, open }))
        };
        Self(Memo::new_with_compare(worked, |before, after| match (before.flatten(), after.flatten()) {
            (Some(before), Some(after)) => !Arc::ptr_eq(before, after),
            (None, None) => false,
            _ => true,
        }))
    }

    /// Something made of it; what stands for it where there is none is empty.
    pub fn read<T: Default>(self, read: impl FnOnce(&ComputedAudit) -> T) -> T {
        self.0.with(|worked| worked.as_deref().map(read)).unwrap_or_default()
    }

    /// A text made of it; what depends on it runs only when it changes.
    pub fn text(self, text: fn(Facts) -> String) -> Signal<String> {
        memo(move || self.read(|worked| text(worked.facts()))).into()
    }

    /// A text, where there is one.
    pub fn maybe(self, text: fn(Facts) -> Option<String>) -> Signal<String> {
        memo(move || self.read(|worked| text(worked.facts())).unwrap_or_default()).into()
    }

    /// A list made of it, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(Facts) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.read(|worked| list(worked.facts())))
    }

    /// Something else about it that changes seldom.
    pub fn memo<T: PartialEq + Default + Send + Sync + 'static>(self, of: fn(&ComputedAudit) -> T) -> Memo<T> {
        memo(move || self.read(of))
    }
}
