//! Small texts kept for as long as a tab of the browser is open: a reload keeps them, another tab never sees them.

use super::BrowserError;

pub(super) fn storage() -> Result<web_sys::Storage, BrowserError> {
    // In a sandboxed frame, or where the person has switched storage off, the property throws.
    web_sys::window().ok_or(BrowserError)?.session_storage()?.ok_or(BrowserError)
}

/// The text under a key.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept.
pub fn get(key: &str) -> Result<Option<String>, BrowserError> {
    Ok(storage()?.get_item(key)?)
}

/// Keeps a text under a key; none takes away what was there.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept, or when there is no room.
pub fn set(key: &str, text: Option<&str>) -> Result<(), BrowserError> {
    match text {
        Some(text) => Ok(storage()?.set_item(key, text)?),
        None => Ok(storage()?.remove_item(key)?),
    }
}
