//! The concentration curve, with the cut as a handle to drag or to move by keyboard.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use super::figure::{Figure, observed_width};
use crate::chart::concentration::ConcentrationChart;
use crate::scenario::Percent;
use crate::ui::pages::AnswerView;
use crate::ui::state::use_app;
use crate::words::{common, missed, number};

/// Below this width in pixels the axis has a short name and fewer marks are read out.
const NARROW: f64 = 480.0;

/// The concentration curve.
#[component]
pub fn ConcentrationFigure(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let app = use_app();
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let points = answer.curve_points();
    // Drawn anew for another place or width, not while the slider moves.
    let chart = Memo::new(move |_| points.with(|points| ConcentrationChart::new(points.0.as_ref().clone(), width.get())));

    let share = answer.memo(|answer| answer.scenario.share);
    let target = answer.memo(|answer| answer.missed.target.measures);
    let need = answer.memo(|answer| answer.scenario.need);
    let handle = Memo::new(move |_| {
        let (target, position) = (target.get(), share.get().as_share());
        chart.with(|chart| chart.handle(position, target.people_share, target.coverage))
    });
    let labels = Memo::new(move |_| chart.with(|chart| chart.line_labels(share.get().as_share())));

    let caption = answer.text(|answer| missed::curve_caption(&answer.missed).to_owned());
    let description = answer.text(|answer| missed::curve_description(&answer.scenario, &answer.missed));
    let axis = answer.text(|answer| missed::axis(&answer.scenario));
    let short_axis = answer.text(|answer| missed::short_axis(answer.scenario.rank).to_owned());
    let value_text = answer.text(|answer| missed::handle_value(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::curve_headings(&answer.scenario).to_vec());
    let rows = answer.list(|answer| missed::curve_rows(&answer.scenario, &answer.prepared));

    let set = move |percent: Percent| app.slide(move |scenario| scenario.share = percent);
    let on_key = move |event: ev::KeyboardEvent| {
        if let Some(percent) = share.get_untracked().after_key(&event.key(), event.shift_key()) {
            event.prevent_default();
            set(percent);
        }
    };
    let is_dragging = RwSignal::new(false);
    let drag_to = move |event: &ev::PointerEvent| {
        if let Some(frame) = frame.get_untracked() {
            let x = f64::from(event.client_x()) - frame.get_bounding_client_rect().left();
            let position = chart.with_untracked(|chart| chart.position_at(x));
            set(Percent::from_share(position).rounded());
        }
    };
    let on_press = move |event: ev::PointerEvent| {
        if event.button() == 0 {
            // Without capture the drag ends at the edge of the chart; it still works.
            let _ = event_target::<web_sys::Element>(&event).set_pointer_capture(event.pointer_id());
            is_dragging.set(true);
            drag_to(&event);
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        if is_dragging.get_untracked() {
            drag_to(&event);
        }
    };

    let is_narrow = move || width.get() < NARROW;
    let side = move || if handle.get().labels_left { ("end", -12) } else { ("start", 12) };
    view! {
        <Figure caption headings rows>
            <p class="figure__note">{missed::CURVE_HOW_TO}</p>
            <div
                class="figure__frame curve"
                node_ref=frame
                on:pointerdown=on_press
                on:pointermove=on_move
                on:pointerup=move |_| is_dragging.set(false)
                on:pointercancel=move |_| is_dragging.set(false)
            >
                <svg
                    class="chart"
                    role="img"
                    aria-label=description
                    width=move || chart.with(|chart| chart.width)
                    height=move || chart.with(|chart| chart.height)
                >
                    {move || chart.with(|chart| axes(chart, is_narrow()))}
                    <text
                        class="chart__axis"
                        text-anchor="middle"
                        x=move || chart.with(|chart| chart.plot.x + chart.plot.width / 2.0)
                        y=move || chart.with(|chart| chart.height - 1.0)
                    >
                        {move || if is_narrow() { short_axis.get() } else { axis.get() }}
                    </text>
                    <rect
                        class="curve__target"
                        x=move || chart.with(|chart| chart.plot.x)
                        y=move || chart.with(|chart| chart.plot.y)
                        width=move || chart.with(|chart| handle.get().need.x - chart.plot.x)
                        height=move || chart.with(|chart| chart.plot.height)
                    ></rect>
                    <path class="curve__everyone" d=move || chart.with(|chart| chart.people_path.clone())></path>
                    <path class="curve__need" d=move || chart.with(|chart| chart.need_path.clone())></path>
                    <text
                        class="curve__name curve__name--need"
                        text-anchor="end"
                        x=move || labels.get().0.at.x
                        y=move || labels.get().0.at.y
                    >
                        {move || common::in_need_capital(need.get())}
                    </text>
                    <text class="curve__name curve__name--everyone" x=move || labels.get().1.at.x y=move || labels.get().1.at.y>
                        {move || common::everyone_capital(need.get())}
                    </text>
                    <line
                        class="curve__cut"
                        x1=move || handle.get().need.x
                        x2=move || handle.get().need.x
                        y1=move || chart.with(|chart| chart.plot.y)
                        y2=move || chart.with(|chart| chart.plot.bottom())
                    ></line>
                    <circle
                        class="curve__dot curve__dot--everyone"
                        r="6"
                        cx=move || handle.get().people.x
                        cy=move || handle.get().people.y
                    ></circle>
                    <circle class="curve__dot curve__dot--need" r="9" cx=move || handle.get().need.x cy=move || handle.get().need.y></circle>
                    <text
                        class="curve__value curve__name--need"
                        text-anchor=move || side().0
                        dx=move || side().1
                        x=move || handle.get().need.x
                        y=move || handle.get().need_label_y
                    >
                        {move || number::percent(target.get().coverage)}
                    </text>
                    <text
                        class="curve__value curve__name--everyone"
                        text-anchor=move || side().0
                        dx=move || side().1
                        x=move || handle.get().people.x
                        y=move || handle.get().people_label_y
                    >
                        {move || number::percent(target.get().people_share)}
                    </text>
                </svg>
                <div
                    class="curve__handle"
                    role="slider"
                    tabindex="0"
                    aria-label=missed::HANDLE
                    aria-valuemin="0"
                    aria-valuemax="100"
                    aria-valuenow=move || share.get().to_string()
                    aria-valuetext=value_text
                    style:left=move || format!("{:.1}px", handle.get().need.x)
                    style:top=move || format!("{:.1}px", handle.get().need.y)
                    on:keydown=on_key
                ></div>
            </div>
        </Figure>
    }
}

fn axes(chart: &ConcentrationChart, is_narrow: bool) -> impl IntoView + use<> {
    let plot = chart.plot;
    let across = chart.y_marks.iter().map(|&(share, y)| {
        view! {
            <line class="chart__grid" x1=plot.x x2=plot.right() y1=y y2=y></line>
            <text class="chart__mark" text-anchor="end" x=plot.x - 8.0 y=y + 5.0>{number::whole_percent(share)}</text>
        }
    });
    let step = if is_narrow { 2 } else { 1 };
    let along = chart.x_marks.iter().rev().step_by(step).map(|&(share, x)| {
        view! { <text class="chart__mark" text-anchor="middle" x=x y=plot.bottom() + 18.0>{number::whole_percent(share)}</text> }
    });
    (across.collect_view(), along.collect_view())
}
