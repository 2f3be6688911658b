//! Numbers as the files write them, in the fewest digits.

/// A number by the fewest digits that lead back to it, with a point and without an exponent: `0.3046` for
/// `0.30459999999999998`, which is how Excel writes the number that a person entered as 0.3046. `None` for what is no number.
pub fn shortest(text: &str) -> Option<String> {
    let value = value(text)?;
    // There is one nothing.
    Some(if value == 0.0 { "0".to_owned() } else { value.to_string() })
}

/// The value of a number as the files write them, with a point and perhaps an exponent; `None` for what is no number.
pub fn value(text: &str) -> Option<f64> {
    let is_of_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    let text = text.trim();
    // The standard library would take "inf" and "nan", too.
    let value: f64 = text.bytes().all(is_of_number).then(|| text.parse().ok()).flatten()?;
    value.is_finite().then_some(value)
}

/// A number in decimals times a hundred, by moving its point: no digit changes.
pub fn hundredfold(number: &str) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let (moved, rest) = decimals.split_at_checked(2).unwrap_or((decimals, ""));
    let whole = format!("{whole}{moved:0<2}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{rest}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_excel_writes_is_what_was_entered() {
        let cases = [
            ("0.30459999999999998", "0.3046"),
            ("1.0000000000000001E-5", "0.00001"),
            ("24687", "24687"),
            ("1.5E3", "1500"),
            ("-0", "0"),
            ("1e21", "1000000000000000000000"),
            (" 12.50 ", "12.5"),
        ];
        for (text, expect) in cases {
            assert_eq!(shortest(text).as_deref(), Some(expect), "{text}");
        }
        for text in ["", "inf", "NaN", "1e999", "1,5", "12%", "0x1", "--1", "e"] {
            assert_eq!(shortest(text), None, "{text}");
        }
    }

    #[test]
    fn per_cent_moves_the_point() {
        let cases =
            [("0.125", "12.5"), ("1", "100"), ("-0.005", "-0.5"), ("0", "0"), ("0.3", "30"), ("12.3456", "1234.56")];
        for (number, expect) in cases {
            assert_eq!(hundredfold(number), expect);
        }
    }

    proptest! {
        #[test]
        fn any_number_comes_back(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
            let text = shortest(&format!("{value:e}")).unwrap();
            prop_assert_eq!(text.parse::<f64>().unwrap(), value);
            prop_assert!(!text.contains(['e', 'E']));
        }

        #[test]
        fn per_cent_is_the_hundredfold(digits in -1_000_000_000_i64..1_000_000_000, decimals in 0_usize..9) {
            let text = shortest(&format!("{digits}e-{decimals}")).unwrap();
            let hundred = shortest(&format!("{digits}e{}", 2 - decimals as i64)).unwrap();
            prop_assert_eq!(hundredfold(&text), hundred);
        }
    }
}
