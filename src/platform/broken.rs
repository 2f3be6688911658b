//! What a person sees if the page breaks: never a frozen page, always a way back.

use std::panic;

use wasm_bindgen::JsValue;

use crate::words::common;

/// Shows the way back in place of the page whenever the code panics, and tells the console why.
pub fn show_way_back_on_panic() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        show();
    }));
}

/// Takes away what `index.html` shows until the page is there.
pub fn take_away_waiting_text() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id("starting")) {
        element.remove();
    }
}

fn show() -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let element = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let link = |address: &str, text: &str| {
        let link = element("a", text)?;
        link.set_attribute("href", address).ok()?;
        link.set_class_name("govuk-link");
        let paragraph = element("p", "")?;
        paragraph.set_class_name("govuk-body");
        paragraph.append_child(&link).ok()?;
        Some(paragraph)
    };
    let main = element("main", "")?;
    main.set_class_name("page broken");
    main.set_attribute("role", "alert").ok()?;
    let heading = element("h1", common::BROKEN)?;
    heading.set_class_name("govuk-heading-l");
    let advice = element("p", common::BROKEN_ADVICE)?;
    advice.set_class_name("govuk-body");
    for child in
        [heading, advice, link(&window.location().href().ok()?, common::RELOAD)?, link("?", common::GO_TO_START)?]
    {
        main.append_child(&child).ok()?;
    }
    let body = document.body()?;
    body.replace_children_with_node_1(&main);
    Some(())
}
