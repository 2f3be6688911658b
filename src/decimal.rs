//! Decimal numbers from and to text.
//!
//! The standard library's conversions take any number to its last bit, for which they carry tables of some 20 kB into
//! the page. Official figures and what a person types are short decimals; for those the arithmetic below is exact.

/// Powers of ten that a number can hold exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Reads a decimal such as `0.257`, `-12` or `.5`; `None` for anything else, exponents included.
///
/// With up to 15 digits the result is the nearest number there is, as from the standard library: a whole number and a
/// power of ten that are both exact, divided once (W. D. Clinger, *How to read floating point numbers accurately*,
/// 1990). Digits past the 18th are dropped, which changes a number by less than one part in 10^15.
pub fn parse(text: &str) -> Option<f64> {
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (mut mantissa, mut significant, mut decimals) = (0_u64, 0_usize, 0_usize);
    let (mut has_digit, mut has_point) = (false, false);
    for &byte in digits {
        match byte {
            b'0'..=b'9' => {
                has_digit = true;
                if significant == 18 {
                    // Dropped after the point; before it the number would be too large for anything counted here.
                    if has_point {
                        continue;
                    }
                    return None;
                }
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                significant += usize::from(mantissa > 0);
                decimals += usize::from(has_point);
            }
            b'.' if !has_point => has_point = true,
            _ => return None,
        }
    }
    let value = mantissa as f64 / POWERS.get(decimals)?;
    has_digit.then_some(if is_negative { -value } else { value })
}

/// A number with one decimal, rounded half away from zero: `30.5`, `-0.1`, `2.0`.
pub fn tenths(value: f64) -> String {
    // The cast holds what is out of range, and takes NaN as 0.
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

/// A number rounded to a whole one: `24688`.
pub fn whole(value: f64) -> String {
    (value.round() as i64).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn short_decimals_are_read_to_the_last_bit(digits in 0_u64..1_000_000_000_000_000, decimals in 0_usize..=15) {
            let text = format!("{digits:016}");
            let (whole, fraction) = text.split_at(16 - decimals);
            let text = format!("{whole}.{fraction}");
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn long_decimals_are_read_to_fifteen_digits(value in 0.0..1.0_f64) {
            let read = parse(&format!("{value:.22}")).unwrap();
            prop_assert!((read - value).abs() <= 1e-15);
        }
    }

    #[test]
    fn forms_that_people_and_files_use() {
        let cases = [("0.257", 0.257), ("29199", 29_199.0), (".5", 0.5), ("7.", 7.0), ("-1.5", -1.5), ("+3", 3.0)];
        for (text, value) in cases {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        for text in ["", ".", "-", "1.2.3", "1e3", "NaN", "inf", "12%", "١", "9999999999999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_with_one_decimal_or_none() {
        let cases = [(30.46, "30.5"), (2.0, "2.0"), (-0.06, "-0.1"), (-0.04, "0.0"), (0.25, "0.3"), (f64::NAN, "0.0")];
        for (value, text) in cases {
            assert_eq!(tenths(value), text);
        }
        assert_eq!(whole(24_687.5), "24688");
    }
}
