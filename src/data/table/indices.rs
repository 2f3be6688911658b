//! Names of indices of deprivation in headings.

use super::heading::Heading;

/// Names of indices of deprivation.
pub const INDICES: &[&str] =
    &["imd", "simd", "wimd", "nimdm", "mdm", "iod", "carstairs", "townsend", "jarman", "multiple deprivation", "imds"];
/// Whether a heading names deprivation at all.
pub fn names_deprivation(heading: &Heading) -> bool {
    heading.has_any(INDICES) || heading.has_any_beginning(&["depriv", "simd", "wimd", "nimdm", "idac", "idaop"])
}
