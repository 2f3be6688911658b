//! Small texts kept on the device for the next visit, shared by all tabs of the site.

use super::BrowserError;

pub(super) fn storage() -> Result<web_sys::Storage, BrowserError> {
    // In a sandboxed frame, or where the person has switched storage off, the property throws.
    web_sys::window().ok_or(BrowserError)?.local_storage()?.ok_or(BrowserError)
}

/// The text under a key.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept.
pub fn get(key: &str) -> Result<Option<String>, BrowserError> {
    Ok(storage()?.get_item(key)?)
}

/// Keeps a text under a key.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept, or when there is no room.
pub fn set(key: &str, text: &str) -> Result<(), BrowserError> {
    Ok(storage()?.set_item(key, text)?)
}

/// Removes what is under a key. Where nothing can be kept there is nothing to remove.
pub fn remove(key: &str) {
    let _ = storage().and_then(|storage| Ok(storage.remove_item(key)?));
}

/// All keys that begin so, in the order of their letters, with their texts.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept.
pub fn beginning_with(start: &str) -> Result<Vec<(String, String)>, BrowserError> {
    let storage = storage()?;
    let mut found = Vec::new();
    for at in 0..storage.length()? {
        if let Some(key) = storage.key(at)?.filter(|key| key.starts_with(start))
            && let Some(text) = storage.get_item(&key)?
        {
            found.push((key, text));
        }
    }
    found.sort();
    Ok(found)
}
