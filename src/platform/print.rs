//! The browser's print dialog.

use super::Refused;

/// Opens the print dialog for the page as its print style shows it.
///
/// # Errors
/// [`Refused`] where there is no window. A sandboxed frame may do nothing without saying so.
pub fn page() -> Result<(), Refused> {
    Ok(web_sys::window().ok_or(Refused)?.print()?)
}
