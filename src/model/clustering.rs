//! How much of being in need is a matter of *where* at all.

use super::{Counts, Share};

/// What one area adds to the sum of squared need per person, d squared / n; 0 for an empty area.
///
/// The sum over areas is all that [`between_area_share`] needs to know of single areas, and it adds up over places:
/// so aggregated figures can carry it without carrying the areas.
pub fn squared_need_per_person(people: f64, in_need: f64) -> f64 {
    if people > 0.0 { in_need * in_need / people } else { 0.0 }
}

/// The share (0 to 1) of the variance of being in need that lies between areas rather than within them:
/// sum n_i (p_i - p)^2 / (N p (1 - p)), the correlation ratio of a yes-or-no characteristic.
///
/// `squares` is the sum over single areas of [`squared_need_per_person`]. `None` if everybody or nobody is in need.
pub fn between_area_share(total: Counts, squares: f64) -> Option<f64> {
    let rate = Share::of(total.in_need, total.people).get();
    let variance = total.people * rate * (1.0 - rate);
    // sum n (p_i - p)^2 = sum d_i^2 / n_i - D^2 / N
    (variance > 0.0).then(|| Share::of(squares - total.in_need * rate, variance).get())
}
