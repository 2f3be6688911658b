//! Pictures of the two approaches.

use leptos::prelude::*;

use crate::chart::pair_bars::pair_bars;
use crate::chart::risk_fifths::risk_fifths;
use crate::chart::{RiskChart, Scene};
use crate::export::risk_curves;
use crate::ui::charts::{Figure, Key, KeyMark, Picture};
use crate::ui::reactive::text;
use crate::ui::view_models::{ComputedRisk, RiskView};
use crate::words::population as words;

/// Draws an answer for a width.
type Draw = fn(&ComputedRisk, f64) -> Scene;

/// Draws the answer as it changes; nothing where there is none.
fn drawn(risk: RiskView, draw: Draw) -> Callback<f64, Scene> {
    Callback::new(move |width| risk.read(|worked| draw(worked, width)).unwrap_or_default())
}

/// The risk factor over people.
#[component]
pub fn CurvesFigure(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    fn draw(worked: &ComputedRisk, width: f64) -> Scene {
        risk_curves(&worked.scenario, &worked.risk).scene(&words::curves_words(worked.choices(), &worked.risk), width)
    }
    let caption = risk.text(|worked| words::curves_caption(worked.choices()));
    let note = risk.text(|worked| words::curves_note(worked.choices()));
    let label = risk.text(|worked| words::curves_description(worked.choices(), &worked.risk));
    let headings = risk.list(|worked| words::curves_headings(worked.choices(), &worked.risk));
    let rows = risk.list(|worked| words::curves_rows(worked.choices(), &worked.risk));
    view! {
        <Figure chart=RiskChart::Curves caption headings rows>
            <p class="figure__note">{note}</p>
            <Picture label draw=drawn(risk, draw)/>
        </Figure>
    }
}

/// Who moves below each line.
#[component]
pub fn MovedFigure(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    fn draw(worked: &ComputedRisk, width: f64) -> Scene {
        pair_bars(&words::moved_bars(worked.choices(), &worked.risk), width)
    }
    let caption = text(|| words::MOVED_CAPTION.to_owned());
    let label = risk.text(|worked| words::moved_description(worked.choices(), &worked.risk));
    let headings = risk.list(|worked| words::moved_headings(worked.choices()));
    let rows = risk.list(|worked| words::moved_rows(worked.choices(), &worked.risk));
    let treat = risk.text(|worked| words::treat_name(worked.choices()));
    let shift = risk.text(|worked| words::shift_name(worked.choices()));
    view! {
        <Figure chart=RiskChart::Moved caption headings rows>
            <p class="figure__note">{words::MOVED_NOTE}</p>
            <Key marks=vec![(KeyMark::Need, treat), (KeyMark::Everyone, shift)]/>
            <Picture label draw=drawn(risk, draw)/>
        </Figure>
    }
}

/// Whom a target for those at high risk in the most deprived fifth misses.
#[component]
pub fn FifthsFigure(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    fn draw(worked: &ComputedRisk, width: f64) -> Scene {
        risk_fifths(&words::fifths_bars(&worked.risk), width)
    }
    let caption = risk.text(|worked| words::fifths_caption(worked.choices(), &worked.risk));
    let sentence = risk.text(|worked| words::missed_sentence(&worked.scenario, &worked.risk));
    let note = risk.text(|worked| words::fifths_note(&worked.scenario, &worked.risk));
    let headings = risk.list(|worked| words::fifths_headings(worked.choices()));
    let rows = risk.list(|worked| words::fifths_rows(&worked.risk));
    let key = move |index: usize| {
        text(move || risk.read(|worked| words::fifths_key(worked.choices())[index].clone()).unwrap_or_default())
    };
    view! {
        <Figure chart=RiskChart::Fifths caption headings rows>
            <p class="govuk-body" data-testid="missed">{sentence}</p>
            <Key marks=vec![(KeyMark::Reached, key(0)), (KeyMark::Missed, key(1)), (KeyMark::Others, key(2))]/>
            <Picture label=caption draw=drawn(risk, draw)/>
            <p class="figure__note">{note}</p>
        </Figure>
    }
}
