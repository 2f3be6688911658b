//! Fifths of a scale: need against people.

use leptos::prelude::*;

use super::{Figure, Key, KeyMark, Picture};
use crate::chart::TargetChart;
use crate::chart::quintile_bars::quintile_bars;
use crate::ui::view_models::AnswerView;
use crate::words::{common, missed, number};

/// The bars of the five fifths.
#[component]
pub fn QuintileFigure(
    /// The answer to show.
    answer: AnswerView,
) -> impl IntoView {
    let content = answer
        .part(|answer| (*answer.missed.quintiles(answer.scenario.cut), missed::quintile_names(answer.scenario.rank)));
    let draw =
        move |width: f64| content.with(|(quintiles, names)| quintile_bars(quintiles, names, number::percent, width));
    let caption = answer.text(|answer| missed::quintile_caption(&answer.scenario, &answer.missed));
    let headings = answer.list(|answer| missed::quintile_headings(&answer.scenario).to_vec());
    let rows = answer.list(|answer| missed::quintile_rows(&answer.scenario, &answer.missed));
    let scale = answer.text(|answer| missed::quintile_scale(&answer.scenario));
    let in_need = answer.text(|answer| common::in_need_capital(&answer.scenario).into_owned());
    let everyone = answer.text(|answer| common::everyone_capital(&answer.scenario).into_owned());
    view! {
        <Figure chart=TargetChart::Fifths caption headings rows>
            <Key marks=vec![(KeyMark::Need, in_need), (KeyMark::Everyone, everyone)]/>
            <Picture label=caption draw=Callback::new(draw)/>
            <p class="figure__note">{scale}</p>
        </Figure>
    }
}
