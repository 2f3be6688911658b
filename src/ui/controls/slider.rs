//! Sliders: what a mouse, a finger, keys and a screen reader do with one.

use leptos::ev;
use leptos::prelude::*;

use super::set_by_key;
use crate::finger::Finger;
use crate::scenario::Percent;
use crate::ui::reactive::text;

/// A finger on a slider, until the next one.
#[derive(Clone)]
struct Press {
    finger: Finger,
    /// The value when the finger was put down.
    before: String,
    /// What the slider came to while it was not yet clear whether the finger scrolls.
    held: Option<String>,
}

/// Hears an `<input type="range">`, and lets a finger that scrolls pass over it.
///
/// Browsers set a slider as soon as a finger touches it. What it comes to is held back until the finger slides or is
/// lifted; a finger that scrolls, or that the browser takes away, leaves the value from before.
#[derive(Clone, Copy)]
struct Sliding {
    press: StoredValue<Option<Press>>,
    value: Signal<String>,
    on_text: Callback<String>,
}

impl Sliding {
    /// For a slider that stands at `value` and says what it comes to.
    fn new(value: Signal<String>, on_text: Callback<String>) -> Self {
        Self { press: StoredValue::new(None), value, on_text }
    }

    /// A pointer was pressed.
    fn press(self, event: &ev::PointerEvent) {
        let press = may_scroll(event).then(|| Press {
            finger: put_down(event),
            before: self.value.get_untracked(),
            held: None,
        });
        self.press.set_value(press);
    }

    /// A pointer moved.
    fn follow(self, event: &ev::PointerEvent) {
        self.press.update_value(|press| {
            if let Some(press) = press {
                press.finger = moved(press.finger, event);
            }
        });
    }

    /// A pointer was lifted: without having moved it was a tap.
    fn lift(self) {
        let Some(press) = self.press.get_value() else { return };
        if press.finger == Finger::Scrolls {
            // A browser may still say of its own accord what the finger came to.
            return;
        }
        self.press.set_value(None);
        if let (Finger::Rests { .. }, Some(held)) = (press.finger, press.held) {
            self.on_text.run(held);
        }
    }

    /// The browser took the pointer away, as it does when it scrolls.
    fn take_back(self, event: &ev::PointerEvent) {
        let Some(press) = self.press.get_value() else { return };
        event_target::<web_sys::HtmlInputElement>(event).set_value(&press.before);
        if self.value.get_untracked() != press.before {
            self.on_text.run(press.before.clone());
        }
        // Browsers go on setting the slider while they scroll.
        self.press.set_value(Some(Press { finger: Finger::Scrolls, held: None, ..press }));
    }

    /// A key was pressed: the finger from before is of no account any more.
    fn forget(self) {
        self.press.set_value(None);
    }

    /// The slider came to a value: said by `input`, or by some screen readers only by `change`.
    fn hear(self, event: &ev::Event) {
        let input = event_target::<web_sys::HtmlInputElement>(event);
        let text = input.value();
        match self.press.get_value() {
            None | Some(Press { finger: Finger::Slides, .. }) => self.on_text.run(text),
            Some(press) => {
                input.set_value(&press.before);
                let held = matches!(press.finger, Finger::Rests { .. }).then_some(text);
                self.press.set_value(Some(Press { held, ..press }));
            }
        }
    }
}

/// Whether what this pointer does may be scrolling. A mouse scrolls by its wheel.
pub fn may_scroll(event: &ev::PointerEvent) -> bool {
    event.pointer_type() != "mouse"
}

/// A finger where it is put down.
pub fn put_down(event: &ev::PointerEvent) -> Finger {
    Finger::Rests { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}

/// A finger after it moved.
pub fn moved(finger: Finger, event: &ev::PointerEvent) -> Finger {
    finger.moved_to(f64::from(event.client_x()), f64::from(event.client_y()))
}

/// How a slider is set that is not a plain one.
#[derive(Clone, Copy)]
pub struct SliderStyle {
    /// Its classes.
    pub class: Signal<String>,
    /// How far along it stands, in per cent with their sign: the property `--at`.
    pub at: Signal<String>,
}

/// A slider.
#[component]
pub fn Slider(
    /// Its id.
    id: &'static str,
    /// Its name, where no label gives it one.
    #[prop(optional)]
    name: Option<Signal<String>>,
    /// Id of what explains it.
    #[prop(default = None)]
    described_by: Option<String>,
    /// How it is set, where it is not a plain one.
    #[prop(default = None)]
    style: Option<SliderStyle>,
    /// How far it goes, and by which steps. Else to 100 by whole numbers, and a screen reader moves it by a twentieth.
    #[prop(optional)]
    most_and_step: Option<[Signal<String>; 2]>,
    /// Where it stands.
    value: Signal<String>,
    /// What a screen reader says of where it stands.
    spoken: Signal<String>,
    /// Called with what it comes to.
    on_text: Callback<String>,
    /// Called with each key that is pressed.
    #[prop(optional)]
    on_key: Option<Callback<ev::KeyboardEvent>>,
) -> impl IntoView {
    let sliding = Sliding::new(value, on_text);
    let attribute = |at: usize| move || most_and_step.map(|both| both[at].get());
    let class = style.map_or_else(|| Signal::stored("slider".to_owned()), |style| style.class);
    view! {
        <input
            class=class
            id=id
            type="range"
            min="0"
            max=attribute(0)
            step=attribute(1)
            aria-label=name
            aria-describedby=described_by
            aria-valuetext=spoken
            prop:value=value
            style=style.map(|style| ("--at", style.at))
            on:input=move |event| sliding.hear(&event)
            on:change=move |event| sliding.hear(&event)
            on:pointerdown=move |event| sliding.press(&event)
            on:pointermove=move |event| sliding.follow(&event)
            on:pointerup=move |_| sliding.lift()
            on:pointercancel=move |event| sliding.take_back(&event)
            on:keydown=move |event| {
                sliding.forget();
                if let Some(on_key) = on_key {
                    on_key.run(event);
                }
            }
        />
    }
}

/// A slider of 0 to 100%. By pointer and screen reader it moves by whole per cents, by keys and as a number by tenths.
#[component]
pub fn PercentSlider(
    /// Its id.
    id: &'static str,
    /// Id of what explains it.
    described_by: Option<String>,
    /// Where it stands.
    value: Signal<Percent>,
    /// What a screen reader says of where it stands.
    spoken: Signal<String>,
    /// Called with each new position.
    on_set: Callback<Percent>,
) -> impl IntoView {
    let on_text = Callback::new(move |text: String| {
        if let Ok(percent) = text.parse() {
            on_set.run(percent);
        }
    });
    let on_key = Callback::new(move |event| set_by_key(&event, value.get_untracked(), on_set));
    view! { <Slider id described_by value=text(move || value.get().to_string()) spoken on_text on_key/> }
}
