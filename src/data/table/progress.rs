//! How far the steps of reading are, as shares of reading and measuring together. Measured on a million rows.

/// The bytes are text.
pub const DECODED: f64 = 0.04;
/// The text becomes cells.
pub const CUT: [f64; 2] = [DECODED, 0.22];
/// The table is found in them.
pub const LAYOUT: [f64; 2] = [0.22, 0.28];
/// Columns are looked at.
pub const LOOKS: [f64; 2] = [0.28, 0.4];
/// Cells become numbers.
pub const NUMBERS: [f64; 2] = [0.4, 0.5];
/// Rows of other levels are found, and rows of other periods.
pub const ROWS: [f64; 2] = [0.5, 0.6];
/// Rows become units.
pub const UNITS: [f64; 2] = [0.6, READ];
/// All is read, and is to be measured.
pub const READ: f64 = 0.7;

/// So many of some steps are done, the last of them begun.
pub fn share([from, to]: [f64; 2], at: usize, of: usize) -> f64 {
    from + (to - from) * at as f64 / of.max(1) as f64
}
