//! Values that follow others. Their closures stand behind pointers, so that the code around them is compiled once for
//! each type of value, not once for each closure: measured at a tenth of the whole page.

use leptos::prelude::*;

/// A value worked out once for each change of what it reads, that wakes its readers only when it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn pointed<T: PartialEq + Send + Sync + 'static>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| work_out())
    }
    pointed(Box::new(work_out))
}

/// A text that follows others.
pub fn text(write: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(write)
}

/// A yes or no that follows others.
pub fn flag(is: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(is)
}

/// A part of the page that is built anew when what it reads changes.
pub fn part(build: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    let build: Box<dyn Fn() -> AnyView + Send> = Box::new(build);
    move || build()
}

/// The items of a list of texts.
pub fn list_items(texts: Vec<String>) -> AnyView {
    texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view().into_any()
}

/// Work to do now, and again after each change of what it reads.
pub fn effect(work: impl Fn() + 'static) {
    let work: Box<dyn Fn()> = Box::new(work);
    Effect::new(work);
}

/// Does something whenever the window tells of an event, as long as the part of the page is there that asks for it.
pub fn on_window(event: &'static str, act: impl Fn() + 'static) {
    fn pointed(event: &'static str, act: Box<dyn Fn()>) {
        let handle = window_event_listener_untyped(event, move |_| act());
        on_cleanup(move || handle.remove());
    }
    pointed(event, Box::new(act));
}
