//! Moving the focus and the view of a page.

use wasm_bindgen::JsCast;

/// Moves the focus to the element with this id, if there is one, and the page so that it can be seen. What is folded around it is
/// opened.
pub fn to(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    let mut folded = element.as_ref().and_then(|element| element.closest("details:not([open])").ok().flatten());
    while let Some(around) = folded {
        let _ = around.set_attribute("open", "");
        folded = around.closest("details:not([open])").ok().flatten();
    }
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to a text that can only so be given it, for what held it is gone: it is read out.
pub fn to_text(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        let _ = element.set_attribute("tabindex", "-1");
    }
    to(id);
}

/// Moves the focus to the heading of the page, which stays where it is: a new page begins at its top, and one that a person
/// comes back to where it was left.
pub fn heading() {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id("heading"));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Takes the focus from what holds it, unless that is inside the element with this id. A field that is taken off the page
/// with the focus in it would be left only after it is gone.
pub fn leave_unless_in(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(element) = document.and_then(|document| document.active_element()) else { return };
    let is_inside = element.closest(&format!("#{id}")).is_ok_and(|found| found.is_some());
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>().filter(|_| !is_inside) {
        let _ = element.blur();
    }
}

/// Whether nothing on the page holds the focus, as after the element that held it is gone.
pub fn is_lost() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.active_element());
    element.is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls a list so that the element with this id can be seen.
pub fn scroll_to(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls to the top of the page.
pub fn top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets the title in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}
