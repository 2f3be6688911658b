//! The browser's print dialog.

use super::BrowserError;

/// Opens the print dialog for the page as its print style shows it.
///
/// # Errors
/// [`BrowserError`] where there is no window. A sandboxed frame may do nothing without saying so.
pub fn page() -> Result<(), BrowserError> {
    Ok(web_sys::window().ok_or(BrowserError)?.print()?)
}
