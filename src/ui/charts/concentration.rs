//! The concentration curve, with the cut as a handle to drag or to move by keyboard.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::figure::observed_width;
use super::{Figure, Key, KeyMark};
use crate::chart::TargetChart;
use crate::chart::concentration::{ConcentrationChart, OnCurve};
use crate::decimal::tenths;
use crate::finger::Finger;
use crate::scenario::{Lock, Percent};
use crate::ui::controls::{is_locked, may_scroll, moved, put_down, set_by_key};
use crate::ui::reactive::{memo, text};
use crate::ui::state::use_app;
use crate::ui::view_models::AnswerView;
use crate::words::{common, missed, number};

/// The concentration curve.
#[component]
pub fn ConcentrationFigure(
    /// The answer to show.
    answer: AnswerView,
    /// A place on the scale (0 to 1) that is marked besides.
    #[prop(optional)]
    marked: Option<Signal<Option<f64>>>,
) -> impl IntoView {
    let app = use_app();
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let points = answer.curve_points();
    // Drawn anew for another place or width, not while the slider moves.
    let chart = memo(move || points.with(|points| ConcentrationChart::new(points.0.as_ref().clone(), width.get())));

    let share = answer.part(|answer| answer.scenario.share);
    let on_curve = answer.part(|answer| {
        let target = &answer.missed.target.measures;
        let position = answer.scenario.share.as_share();
        OnCurve { position, people: target.people_share, in_need: target.coverage }
    });
    let words = answer.part(|answer| missed::curve_words(&answer.scenario));
    let lines = memo(move || chart.with(|chart| words.with(|words| chart.lines(words, number::whole_percent))));
    let target = memo(move || {
        let on_curve = on_curve.get();
        chart.with(|chart| words.with(|words| chart.target(on_curve, words, missed::curve_figures(on_curve))))
    });
    let mark = memo(move || chart.with(|chart| chart.mark(marked.and_then(|marked| marked.get()))));
    let handle = memo(move || chart.with(|chart| chart.need_at(on_curve.get())));
    let pixels = |length: f64| format!("{}px", tenths(length));
    let left = text(move || pixels(handle.get().x));
    let top = text(move || pixels(handle.get().y));
    let value_now = text(move || share.get().to_string());

    let caption = answer.text(|answer| missed::curve_caption(&answer.scenario, &answer.missed));
    let description = answer.text(|answer| missed::curve_description(&answer.scenario, &answer.missed));
    let value_text = answer.text(|answer| missed::handle_value(&answer.scenario, &answer.missed));
    let in_need = answer.text(|answer| common::in_need_capital(&answer.scenario).into_owned());
    let everyone = answer.text(|answer| common::everyone_capital(&answer.scenario).into_owned());
    let headings = answer.list(|answer| missed::curve_headings(&answer.scenario).to_vec());
    let rows = answer.list(|answer| missed::curve_rows(&answer.scenario, &answer.prepared));

    let set = Callback::new(move |percent: Percent| app.slide(move |scenario| scenario.share = percent));
    let is_locked = is_locked(app, Lock::Share);
    // What the pointer does, and the share when it was pressed.
    let press = StoredValue::new(None::<(Finger, Percent)>);
    let drag_to = move |event: &ev::PointerEvent| {
        if let Some(frame) = frame.get_untracked() {
            let shown = frame.get_bounding_client_rect();
            let from_left = f64::from(event.client_x()) - shown.left();
            let position = chart.with_untracked(|chart| chart.position_at(from_left, shown.width()));
            set.run(Percent::from_share(position).rounded());
        }
    };
    let on_press = move |event: ev::PointerEvent| {
        if event.button() == 0 && !is_locked.get_untracked() {
            // Without capture the drag ends at the edge of the chart; it still works.
            let _ = event_target::<web_sys::Element>(&event).set_pointer_capture(event.pointer_id());
            let finger = if may_scroll(&event) { put_down(&event) } else { Finger::Slides };
            press.set_value(Some((finger, share.get_untracked())));
            if finger == Finger::Slides {
                drag_to(&event);
            }
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        if let Some((finger, before)) = press.get_value() {
            let finger = moved(finger, &event);
            press.set_value(Some((finger, before)));
            if finger == Finger::Slides {
                drag_to(&event);
            }
        }
    };
    let on_lift = move |event: ev::PointerEvent| {
        // A tap.
        if let Some((Finger::Rests { .. }, _)) = press.get_value() {
            drag_to(&event);
        }
        press.set_value(None);
    };
    // The browser took the finger away, as it does when it scrolls.
    let on_cancel = move |_| {
        if let Some((Finger::Slides, before)) = press.get_value() {
            set.run(before);
        }
        press.set_value(None);
    };
    view! {
        <Figure chart=TargetChart::Curve caption headings rows>
            <p class="figure__note">{missed::CURVE_HOW_TO}</p>
            <Key is_of_lines=true marks=vec![(KeyMark::Need, in_need), (KeyMark::Everyone, everyone)]/>
            <div
                class="figure__frame curve"
                node_ref=frame
                on:pointerdown=on_press
                on:pointermove=on_move
                on:pointerup=on_lift
                on:pointercancel=on_cancel
            >
                <Drawing label=description layers=vec![lines, mark, target]/>
                <div
                    class="curve__handle"
                    hidden=is_locked
                    role="slider"
                    tabindex="0"
                    aria-label=missed::HANDLE
                    aria-valuemin="0"
                    aria-valuemax="100"
                    aria-valuenow=value_now
                    aria-valuetext=value_text
                    // One property at a time: a strict Content-Security-Policy refuses a whole style attribute.
                    style:left=left
                    style:top=top
                    on:keydown=move |event| set_by_key(&event, share.get_untracked(), set)
                ></div>
            </div>
        </Figure>
    }
}
