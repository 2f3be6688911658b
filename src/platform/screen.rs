//! Full screen, printing, and the keys of a presentation.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;
use crate::scenario::presentation::{Focused, Pressed};

fn document() -> Result<web_sys::Document, BrowserError> {
    web_sys::window().and_then(|window| window.document()).ok_or(BrowserError)
}

/// Whether the page may fill the screen: not in most frames, and not on some phones.
pub fn can_fill() -> bool {
    // Where the browser does not know it, the property is not there at all.
    let enabled = document().and_then(|document| Ok(js_sys::Reflect::get(&document, &"fullscreenEnabled".into())?));
    enabled.is_ok_and(|enabled| enabled.is_truthy())
}

/// Whether the page fills the screen.
pub fn is_filled() -> bool {
    document().is_ok_and(|document| document.fullscreen_element().is_some())
}

/// Fills the screen, or goes back to a window.
///
/// # Errors
/// [`BrowserError`] where the browser does not let the page.
pub async fn fill(is_to_be_filled: bool) -> Result<(), BrowserError> {
    let document = document()?;
    let (owner, name): (JsValue, _) = if is_to_be_filled {
        (document.document_element().ok_or(BrowserError)?.into(), "requestFullscreen")
    } else {
        (document.into(), "exitFullscreen")
    };
    let method: js_sys::Function = js_sys::Reflect::get(&owner, &name.into())?.dyn_into()?;
    // It promises, and may break the promise.
    if let Ok(promise) = method.call0(&owner)?.dyn_into::<js_sys::Promise>() {
        JsFuture::from(promise).await?;
    }
    Ok(())
}

/// Whether the page stands in a frame of another one.
pub fn is_framed() -> bool {
    let window = web_sys::window();
    let around = window.as_ref().and_then(|window| window.parent().ok().flatten());
    window != around
}

/// Whether choices stand beside their results: as `style/_adapt.scss` has it. Where the browser does not say, they do.
pub fn is_wide() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(min-width: 761px)").ok().flatten());
    query.is_none_or(|query| query.matches())
}

/// Whether the person wants no motion. Where the browser does not say, they do want it.
pub fn wants_no_motion() -> bool {
    let query = "(prefers-reduced-motion: reduce)";
    let query = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Opens the browser's dialog for printing, or for saving as PDF.
///
/// # Errors
/// [`BrowserError`] in a frame that may not.
pub fn print() -> Result<(), BrowserError> {
    Ok(web_sys::window().ok_or(BrowserError)?.print()?)
}

/// The time in milliseconds.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// What holds the focus, as far as it has a use for keys.
fn focused(by_keyboard: bool) -> Focused {
    let Some(element) = document().ok().and_then(|document| document.active_element()) else { return Focused::Nothing };
    let is = |selector: &str| element.matches(selector).unwrap_or(false);
    if is("select, textarea, [role=listbox], [contenteditable]") {
        Focused::List
    } else if is("input[type=range], [role=slider]") {
        Focused::Slider { by_keyboard }
    } else if is("input[type=radio]") {
        Focused::Radio
    } else if is("a, button, summary, input[type=checkbox]") {
        Focused::Button
    } else if is("input") {
        Focused::Field
    } else {
        Focused::Nothing
    }
}

/// Listens to an event of the window before anything in the page does, until it is dropped.
pub struct Listener {
    name: &'static str,
    callback: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    /// Starts to listen. `None` where there is no window.
    pub fn new(name: &'static str, on_event: impl FnMut(web_sys::Event) + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut(web_sys::Event)>::new(on_event);
        let function = callback.as_ref().unchecked_ref();
        web_sys::window()?.add_event_listener_with_callback_and_bool(name, function, true).ok()?;
        Some(Self { name, callback })
    }
}

/// Listens to keys before anything in the page does, until it is dropped.
pub struct KeyListener {
    _keys: Option<Listener>,
    _pointer: Option<Listener>,
}

impl KeyListener {
    /// Starts to listen. A key for which `on_key` returns true does nothing else.
    pub fn new(mut on_key: impl FnMut(Pressed<'_>, Focused) -> bool + 'static) -> Self {
        // Whether the person moves about by keyboard: browsers forget it with the first key after a click.
        let by_keyboard = Rc::new(Cell::new(true));
        let moved = by_keyboard.clone();
        let pointer = Listener::new("pointerdown", move |_| moved.set(false));
        let keys = Listener::new("keydown", move |event| {
            let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
            let key = event.key();
            if key == "Tab" {
                by_keyboard.set(true);
            }
            let with_others = event.ctrl_key() || event.alt_key() || event.meta_key();
            let pressed = Pressed { key: &key, shift: event.shift_key(), with_others };
            if on_key(pressed, focused(by_keyboard.get())) {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        Self { _keys: keys, _pointer: pointer }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let function = self.callback.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback_and_bool(self.name, function, true);
        }
    }
}
