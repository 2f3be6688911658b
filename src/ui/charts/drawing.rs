//! Draws a picture as SVG.

use leptos::prelude::*;

use crate::chart::{Scene, Shape};
use crate::decimal::tenths;
use crate::ui::reactive::{part, text};

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
    let size = move |of: fn(&Scene) -> f64| text(move || tenths(first.map_or(0.0, |layer| layer.with(of))));
    let layer = |scene: Memo<Scene>| {
        let shapes = part(move || scene.get().shapes.into_iter().map(shape).collect_view().into_any());
        view! { <g>{shapes}</g> }
    };
    view! {
        <svg
            class="chart"
            role="img"
            aria-label=label
            width=size(|scene| scene.width)
            height=size(|scene| scene.height)
            // On paper the picture is as wide as the sheet lets it be.
            viewBox=text(move || {
                first.map_or_else(String::new, |layer| {
                    layer.with(|scene| format!("0 0 {} {}", tenths(scene.width), tenths(scene.height)))
                })
            })
        >
            {layers.into_iter().map(layer).collect_view()}
        </svg>
    }
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Line { class, from, to } => {
            view! { <line class=class x1=tenths(from.x) y1=tenths(from.y) x2=tenths(to.x) y2=tenths(to.y)></line> }.into_any()
        }
        Shape::Rect { class, rect } => {
            view! { <rect class=class x=tenths(rect.x) y=tenths(rect.y) width=tenths(rect.width) height=tenths(rect.height)></rect> }.into_any()
        }
        Shape::Path { class, path } => view! { <path class=class d=path></path> }.into_any(),
        Shape::Dot { class, at, radius } => view! { <circle class=class cx=tenths(at.x) cy=tenths(at.y) r=tenths(radius)></circle> }.into_any(),
        Shape::Text { class, at, anchor, text } => {
            view! { <text class=class x=tenths(at.x) y=tenths(at.y) text-anchor=anchor.name()>{text}</text> }.into_any()
        }
    }
}
