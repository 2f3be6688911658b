//! Small texts kept for as long as a tab of the browser is open: a reload keeps them, another tab never sees them.

use super::Refused;

pub(super) fn storage() -> Result<web_sys::Storage, Refused> {
    // In a sandboxed frame, or where the person has switched storage off, the property throws.
    web_sys::window().ok_or(Refused)?.session_storage()?.ok_or(Refused)
}

/// The text under a key.
///
/// # Errors
/// [`Refused`] where nothing can be kept.
pub fn get(key: &str) -> Result<Option<String>, Refused> {
    Ok(storage()?.get_item(key)?)
}

/// Keeps a text under a key; none takes away what was there.
///
/// # Errors
/// [`Refused`] where nothing can be kept, or when there is no room.
pub fn set(key: &str, text: Option<&str>) -> Result<(), Refused> {
    match text {
        Some(text) => Ok(storage()?.set_item(key, text)?),
        None => Ok(storage()?.remove_item(key)?),
    }
}
