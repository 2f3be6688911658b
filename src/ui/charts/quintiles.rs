//! Fifths of a scale: need against people.

use leptos::html::Div;
use leptos::prelude::*;

use super::figure::{Figure, observed_width};
use crate::chart::Rect;
use crate::chart::quintile_bars::QuintileBars;
use crate::ui::pages::AnswerView;
use crate::words::{common, missed, number};

/// The bars of the five fifths.
#[component]
pub fn QuintileFigure(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let quintiles = answer.memo(|answer| *answer.missed.quintiles(answer.scenario.cut));
    let rank = answer.memo(|answer| answer.scenario.rank);
    let need = answer.memo(|answer| answer.scenario.need);
    let bars = Memo::new(move |_| QuintileBars::new(&quintiles.get(), width.get()));
    let caption = answer.text(|answer| missed::quintile_caption(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::quintile_headings(answer.scenario.need).to_vec());
    let rows = answer.list(|answer| missed::quintile_rows(&answer.scenario, &answer.missed));
    let scale = answer.text(|answer| missed::quintile_scale(&answer.scenario));

    let bar = |rect: Rect, class: &'static str, share: f64| {
        view! {
            <rect class=class x=rect.x y=rect.y width=rect.width height=rect.height></rect>
            <text class="chart__value" x=rect.right() y=rect.bottom() dx="7" dy="-4">{number::percent(share)}</text>
        }
    };
    view! {
        <Figure caption headings rows>
            <p class="key" aria-hidden="true">
                <span class="key__need"></span>
                {move || common::in_need_capital(need.get())}
                <span class="key__everyone"></span>
                {move || common::everyone_capital(need.get())}
            </p>
            <div class="figure__frame" node_ref=frame>
                <svg
                    class="chart"
                    role="img"
                    aria-label=caption
                    width=move || bars.with(|bars| bars.width)
                    height=move || bars.with(|bars| bars.height)
                >
                    {move || {
                        let bars = bars.get();
                        quintiles
                            .get()
                            .into_iter()
                            .zip(bars.fifths)
                            .map(|(quintile, place)| {
                                view! {
                                    <text class="chart__name" x=place.name.x y=place.name.y>
                                        {missed::quintile_name(quintile.quintile, rank.get())}
                                    </text>
                                    {bar(place.need, "bar bar--need", quintile.need_share)}
                                    {bar(place.people, "bar bar--everyone", quintile.people_share)}
                                }
                            })
                            .collect_view()
                    }}
                </svg>
            </div>
            <p class="figure__note">{scale}</p>
        </Figure>
    }
}
