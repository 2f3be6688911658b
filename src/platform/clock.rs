//! The device's clock.

/// Today where the device is, such as `2026-11-22`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The time in whole milliseconds.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A word that no other tab comes up with.
pub fn unlike_others() -> String {
    format!("{:08x}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}
