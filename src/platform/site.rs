//! What a site says of its own edition of the page, as attributes of the root (`scripts/site.mjs`).

/// What the site says under a key: `data-site` is there in every own edition, others where the site says something.
pub fn said(key: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(key)
}
