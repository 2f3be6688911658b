//! Elements of a picture that change what they are one after the other.

use wasm_bindgen::JsCast;

/// Makes the element at a place among others something else, by its class; the style changes its looks after so many
/// milliseconds.
pub fn turn(among: &web_sys::Element, at: usize, class: &str, wait: u32) {
    let Some(element) = u32::try_from(at).ok().and_then(|at| among.children().item(at)) else { return };
    if let Some(drawn) = element.dyn_ref::<web_sys::SvgElement>() {
        // By a single property: a strict Content-Security-Policy refuses a whole style attribute.
        let _ = drawn.style().set_property("transition-delay", &format!("{wait}ms"));
    }
    let _ = element.set_attribute("class", class);
}
