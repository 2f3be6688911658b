//! A new version of the page, kept ready by the service worker. `public/start.js` tells of it and waits for the answer.

use super::Refused;

/// The event on the window that says that a new version is ready.
pub const READY: &str = "update-ready";

/// Uses the new version: the page is loaded again, with the same address.
///
/// # Errors
/// [`Refused`] where there is no window.
pub fn use_now() -> Result<(), Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    window.dispatch_event(&web_sys::Event::new("use-update")?)?;
    Ok(())
}
