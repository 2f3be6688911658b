//! A new version of the page, kept ready by the service worker. `public/start.js` tells of it and waits for the answer.

use super::BrowserError;

/// The event on the window that says that a new version is ready.
pub const READY: &str = "update-ready";

/// Uses the new version: the page is loaded again, with the same address.
///
/// # Errors
/// [`BrowserError`] where there is no window.
pub fn use_now() -> Result<(), BrowserError> {
    let window = web_sys::window().ok_or(BrowserError)?;
    window.dispatch_event(&web_sys::Event::new("use-update")?)?;
    Ok(())
}
