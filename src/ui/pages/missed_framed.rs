//! The card of the view `missed`, and its charts by themselves, for frames on other sites.

use leptos::prelude::*;

use crate::chart::{Chart, TargetChart};
use crate::scenario::{FrameKind, Lock};
use crate::ui::charts::{ConcentrationFigure, PeopleAtOnce, PeopleFigure, QuintileFigure};
use crate::ui::controls::{ShareControl, is_locked};
use crate::ui::exhibits::AnswerNumber;
use crate::ui::layout::{Framed, answered};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;

/// The card, or a chart.
#[component]
pub fn MissedFramed() -> impl IntoView {
    let thing = answered(|answer| {
        let app = use_app();
        let answer = AnswerView::new(app.shown, answer);
        match app.scenario.with_untracked(|scenario| (scenario.framed(), scenario.framed_chart())) {
            (FrameKind::Card, _) => view! {
                <div class="at-once">
                    <AnswerNumber answer/>
                    <PeopleAtOnce answer/>
                </div>
                <div class="framed__slider" hidden=is_locked(app, Lock::Share)>
                    <ShareControl/>
                </div>
            }
            .into_any(),
            (_, Some(Chart::Target(TargetChart::Curve))) => view! { <ConcentrationFigure answer/> }.into_any(),
            (_, Some(Chart::Target(TargetChart::Fifths))) => view! { <QuintileFigure answer/> }.into_any(),
            _ => view! { <PeopleFigure answer/> }.into_any(),
        }
    });
    view! { <Framed>{thing}</Framed> }
}
