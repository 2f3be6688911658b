//! A picture in its frame, and the key to it.

use leptos::html::Div;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::figure::observed_width;
use crate::chart::Scene;
use crate::ui::reactive::memo;

/// What a picture has room for on a sheet of A4, in pixels.
const WIDTH_ON_PAPER: f64 = 640.0;

/// A picture drawn anew for another width.
#[component]
pub fn Picture(
    /// What it shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// How it is drawn for a width.
    draw: Callback<f64, Scene>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let scene = memo(move || draw.run(width_or_on_paper(width)));
    view! {
        <div class="figure__frame" node_ref=frame>
            <Drawing label layers=vec![scene]/>
        </div>
    }
}

/// A width as it was observed. What is folded has none until it is opened, or printed.
pub fn width_or_on_paper(width: ReadSignal<f64>) -> f64 {
    Some(width.get()).filter(|&width| width > 0.0).unwrap_or(WIDTH_ON_PAPER)
}

/// What a colour or a line in a picture stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyMark {
    /// People in need, or what stands in the foreground.
    Need,
    /// All people, or what stands in the background.
    Everyone,
    /// Those whom an offer reaches.
    Reached,
    /// Those who do not take it up.
    Declined,
    /// Those whom it misses.
    Missed,
    /// Those whom it is not about.
    Others,
}

impl KeyMark {
    const fn class(self) -> &'static str {
        match self {
            Self::Need => "key__item key__need",
            Self::Everyone => "key__item key__everyone",
            Self::Reached => "key__item key__reached",
            Self::Declined => "key__item key__declined",
            Self::Missed => "key__item key__missed",
            Self::Others => "key__item key__others",
        }
    }
}

/// The key above a picture. Those who do not see the picture need none.
#[component]
pub fn Key(
    /// Each mark with what it stands for.
    marks: Vec<(KeyMark, Signal<String>)>,
    /// Whether the marks stand for lines.
    #[prop(default = false)]
    is_of_lines: bool,
) -> impl IntoView {
    let item = |(mark, name): (KeyMark, Signal<String>)| view! { <span class=mark.class()>{name}</span> };
    view! {
        <p class=if is_of_lines { "key key--lines" } else { "key" } aria-hidden="true">
            {marks.into_iter().map(item).collect_view()}
        </p>
    }
}
