//! The page's address: its query is the state of the page.

use wasm_bindgen::JsValue;

use super::{BrowserError, clock};

/// The query, with its question mark; empty if there is none.
pub fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The whole address of the page with this query.
pub fn full(query: &str) -> String {
    let base = web_sys::window().and_then(|window| {
        let location = window.location();
        Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
    });
    format!("{}{}", base.unwrap_or_default(), relative(query))
}

/// The whole address of a file beside the page.
pub fn beside(file: &str) -> String {
    let page = full("");
    let folder = page.rfind('/').map_or("", |end| &page[..=end]);
    format!("{folder}{file}")
}

/// The query as a link relative to the page. Without a query the link is the page itself.
pub fn relative(query: &str) -> String {
    if query.is_empty() { "?".to_owned() } else { format!("?{query}") }
}

/// Makes a new entry in the history, so that "back" returns to what was there before. It has a mark of its own, by which
/// `public/scroll.js` knows how far down it was left.
///
/// # Errors
/// [`BrowserError`] where the frame may not touch its history, or too often in a short time.
pub fn push(query: &str) -> Result<(), BrowserError> {
    history()?.push_state_with_url(&JsValue::from_f64(clock::now()), "", Some(&without_hash(query)))?;
    Ok(())
}

/// Changes the entry in the history that the page is at, which keeps its mark.
///
/// # Errors
/// As for [`push`].
pub fn replace(query: &str) -> Result<(), BrowserError> {
    let history = history()?;
    history.replace_state_with_url(&history.state()?, "", Some(&without_hash(query)))?;
    Ok(())
}

/// Loads the whole page again, with the same address.
pub fn load_again() {
    if let Some(window) = web_sys::window() {
        // Where the browser does not, the page stays as it is.
        let _ = window.location().reload();
    }
}

fn history() -> Result<web_sys::History, BrowserError> {
    Ok(web_sys::window().ok_or(BrowserError)?.history()?)
}

fn without_hash(query: &str) -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}
