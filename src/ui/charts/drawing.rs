//! Draws a picture as SVG.

use leptos::prelude::*;

use crate::chart::{Scene, Shape};

/// A picture with a name, in layers from back to front: a layer that changes leaves the others alone.
#[component]
pub fn Drawing(
    /// What the picture shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The layers, all of one size.
    layers: Vec<Memo<Scene>>,
) -> impl IntoView {
    let first = layers.first().copied();
    let size = Memo::new(move |_| first.map_or((0.0, 0.0), |layer| layer.with(|scene| (scene.width, scene.height))));
    let layer = |scene: Memo<Scene>| {
        let shapes = move || scene.get().shapes.into_iter().map(shape).collect_view();
        view! { <g>{shapes}</g> }
    };
    view! {
        <svg class="chart" role="img" aria-label=label width=move || size.get().0 height=move || size.get().1>
            {layers.into_iter().map(layer).collect_view()}
        </svg>
    }
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Line { class, from, to } => {
            view! { <line class=class x1=from.x y1=from.y x2=to.x y2=to.y></line> }.into_any()
        }
        Shape::Rect { class, rect } => {
            view! { <rect class=class x=rect.x y=rect.y width=rect.width height=rect.height></rect> }.into_any()
        }
        Shape::Path { class, path } => view! { <path class=class d=path></path> }.into_any(),
        Shape::Dot { class, at, radius } => view! { <circle class=class cx=at.x cy=at.y r=radius></circle> }.into_any(),
        Shape::Text { class, at, anchor, text } => {
            view! { <text class=class x=at.x y=at.y text-anchor=anchor.name()>{text}</text> }.into_any()
        }
    }
}
