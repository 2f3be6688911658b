//! A hundred people drawn one by one, so that they can change sides one by one, and be pointed at.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::G;

use super::figure::observed_width;
use super::picture::width_or_on_paper;
use crate::chart::Point;
use crate::chart::people::{PeoplePicture, class_of, of_a_hundred, share_of, turns};
use crate::decimal::tenths;
use crate::finger::Finger;
use crate::platform::turn::turn;
use crate::scenario::Percent;
use crate::ui::controls::{may_scroll, moved, put_down, set_by_key};
use crate::ui::reactive::{flag, text};

/// The people.
#[component]
pub fn Crowd(
    /// What they show, for those who do not see it.
    label: Signal<String>,
    /// How many are reached; `None` before anybody has said.
    inside: Signal<Option<usize>>,
    /// What is asked of them, while anything is.
    #[prop(default = None)]
    guessing: Option<Guessing>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let people = NodeRef::<G>::new();
    let width = observed_width(frame);
    let picture = move || PeoplePicture::new(width_or_on_paper(width));
    let size = move |at: usize| text(move || tenths(picture().size()[at]));
    let [wide, high] = [size(0), size(1)];
    let outlines = move || {
        let inside = inside.get_untracked();
        let outline = |(who, path)| view! { <path class=class_of(who, inside) d=path></path> };
        picture().people().into_iter().enumerate().map(outline).collect_view()
    };
    Effect::new(move |before: Option<Option<usize>>| {
        let inside = inside.get();
        if let (Some(before), Some(people)) = (before, people.get_untracked()) {
            for (who, wait) in turns(before, inside) {
                turn(&people, who, class_of(who, inside), wait);
            }
        }
        inside
    });
    let is_asked = flag(move || guessing.is_some_and(|guessing| guessing.is_on.get()));
    let is_hidden = move || is_asked.get().then_some("true");
    let slider = guessing.map(|guessing| view! { <GuessSlider guessing width/> });
    view! {
        <div class="figure__frame" node_ref=frame>
            <svg
                class="chart"
                role="img"
                aria-label=label
                aria-hidden=is_hidden
                width=wide
                height=high
                viewBox=text(move || format!("0 0 {} {}", wide.get(), high.get()))
            >
                <g node_ref=people>{outlines}</g>
            </svg>
            {slider}
        </div>
    }
}

/// A guess of how many people are reached.
#[derive(Clone, Copy)]
pub struct Guessing {
    /// Whether it is asked for.
    pub is_on: Signal<bool>,
    /// What is asked.
    pub question: Signal<String>,
    /// What a screen reader says of the guess.
    pub spoken: Signal<String>,
    /// The guess, from 0 to 100.
    pub guess: RwSignal<Option<usize>>,
}

/// The people as a slider: set by a tap, by drawing across them, and by keys. A finger that goes up or down scrolls the page.
#[component]
fn GuessSlider(
    /// The guess.
    guessing: Guessing,
    /// How wide the picture is.
    width: ReadSignal<f64>,
) -> impl IntoView {
    let Guessing { is_on, question, spoken, guess } = guessing;
    let place = NodeRef::<Div>::new();
    let press = StoredValue::new(None::<(Finger, Option<usize>)>);
    let point = move |event: &ev::PointerEvent| {
        if let Some(place) = place.get_untracked() {
            let shown = place.get_bounding_client_rect();
            let at =
                Point { x: f64::from(event.client_x()) - shown.left(), y: f64::from(event.client_y()) - shown.top() };
            guess.set(Some(PeoplePicture::new(width.get_untracked()).up_to(at)));
        }
    };
    let on_press = move |event: ev::PointerEvent| {
        if event.button() == 0 {
            // Without capture the drag ends at the edge of the picture; it still works.
            let _ = event_target::<web_sys::Element>(&event).set_pointer_capture(event.pointer_id());
            let finger = if may_scroll(&event) { put_down(&event) } else { Finger::Slides };
            press.set_value(Some((finger, guess.get_untracked())));
            if finger == Finger::Slides {
                point(&event);
            }
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        if let Some((finger, before)) = press.get_value() {
            let finger = moved(finger, &event);
            press.set_value(Some((finger, before)));
            if finger == Finger::Slides {
                point(&event);
            }
        }
    };
    let on_lift = move |event: ev::PointerEvent| {
        if let Some((Finger::Rests { .. }, _)) = press.get_value() {
            point(&event);
        }
        press.set_value(None);
    };
    // The browser took the finger away, as it does when it scrolls.
    let on_cancel = move |_| {
        if let Some((Finger::Slides, before)) = press.get_value() {
            guess.set(before);
        }
        press.set_value(None);
    };
    let at = move || Percent::from_share(share_of(guess.get_untracked().unwrap_or_default()));
    let set = Callback::new(move |percent: Percent| guess.set(Some(of_a_hundred(percent.as_share()))));
    let is_off = flag(move || !is_on.get());
    let now = text(move || guess.get().unwrap_or_default().to_string());
    view! {
        <div
            class="guess-slider"
            node_ref=place
            hidden=is_off
            role="slider"
            tabindex="0"
            aria-label=question
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=now
            aria-valuetext=spoken
            on:pointerdown=on_press
            on:pointermove=on_move
            on:pointerup=on_lift
            on:pointercancel=on_cancel
            on:keydown=move |event| set_by_key(&event, at(), set)
        ></div>
    }
}
