//! Small texts kept on the device for the next visit, shared by all tabs of the site.

use super::Refused;

fn storage() -> Result<web_sys::Storage, Refused> {
    // In a sandboxed frame, or where the person has switched storage off, the property throws.
    web_sys::window().ok_or(Refused)?.local_storage()?.ok_or(Refused)
}

/// The text under a key.
///
/// # Errors
/// [`Refused`] where nothing can be kept.
pub fn get(key: &str) -> Result<Option<String>, Refused> {
    Ok(storage()?.get_item(key)?)
}

/// Keeps a text under a key.
///
/// # Errors
/// [`Refused`] where nothing can be kept, or when there is no room.
pub fn set(key: &str, text: &str) -> Result<(), Refused> {
    Ok(storage()?.set_item(key, text)?)
}
