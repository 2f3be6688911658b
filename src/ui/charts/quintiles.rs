//! Fifths of a scale: need against people.

use leptos::html::Div;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::figure::{Figure, observed_width};
use crate::chart::Chart;
use crate::chart::quintile_bars::quintile_bars;
use crate::ui::reactive::memo;
use crate::ui::view_models::AnswerView;
use crate::words::{common, missed, number};

/// The bars of the five fifths.
#[component]
pub fn QuintileFigure(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let content = answer
        .part(|answer| (*answer.missed.quintiles(answer.scenario.cut), missed::quintile_names(answer.scenario.rank)));
    let scene =
        memo(move || content.with(|(quintiles, names)| quintile_bars(quintiles, names, number::percent, width.get())));
    let caption = answer.text(|answer| missed::quintile_caption(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::quintile_headings(answer.scenario.need).to_vec());
    let rows = answer.list(|answer| missed::quintile_rows(&answer.scenario, &answer.missed));
    let scale = answer.text(|answer| missed::quintile_scale(&answer.scenario));
    let in_need = answer.text(|answer| common::in_need_capital(answer.scenario.need).to_owned());
    let everyone = answer.text(|answer| common::everyone_capital(answer.scenario.need).to_owned());
    view! {
        <Figure chart=Chart::Fifths caption headings rows>
            <p class="key" aria-hidden="true">
                <span class="key__item key__need">{in_need}</span>
                <span class="key__item key__everyone">{everyone}</span>
            </p>
            <div class="figure__frame" node_ref=frame>
                <Drawing label=caption layers=vec![scene]/>
            </div>
            <p class="figure__note">{scale}</p>
        </Figure>
    }
}
