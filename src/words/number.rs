//! Numbers as people say them, with the exact figure beside.

use super::locale::{SIGNS, Signs};
use crate::chart::people::of_a_hundred;
use crate::decimal::{tenths, whole};
use crate::scenario::Percent;

/// A plain decimal, such as `0.5`, with the signs of a language.
#[inline]
fn signed(plain: String, signs: Signs) -> String {
    if signs.decimal == '.' { plain } else { plain.replace('.', signs.decimal.encode_utf8(&mut [0; 4])) }
}

/// A plain decimal such as `0.5`, as links hold it, as people write it here: for fields that numbers are typed into.
pub fn format_decimal(plain: String) -> String {
    signed(plain, SIGNS)
}

/// What a person typed into such a field, as the plain decimal that links hold.
pub fn parse_decimal(text: String) -> String {
    plain(text, SIGNS)
}

#[inline]
fn plain(text: String, signs: Signs) -> String {
    if signs.decimal == '.' {
        return text;
    }
    let decimal = |char| if char == signs.decimal { '.' } else { char };
    text.chars().filter(|&char| char != signs.thousands).map(decimal).collect()
}

/// A percentage as it was chosen, without its sign: `20`, `12.5`.
pub fn chosen(percent: Percent) -> String {
    format_decimal(percent.to_string())
}

/// A percentage as it was chosen: `20%`, `12.5%`.
pub fn chosen_percent(percent: Percent) -> String {
    format!("{}%", chosen(percent))
}

/// Tenths of a per cent as a percentage with one decimal.
fn with_tenth(tenths: u16) -> String {
    format!("{}{}{}%", tenths / 10, SIGNS.decimal, tenths % 10)
}

/// A share as a percentage with one decimal: `30.5%`.
pub fn percent(share: f64) -> String {
    if let Some(word) = beyond(share) {
        return word;
    }
    let tenths = Percent::from_share(share).tenths();
    match tenths {
        0 if share > 0.0 => "under 0.1%".to_owned(),
        1000 if share < 1.0 => "over 99.9%".to_owned(),
        _ => with_tenth(tenths),
    }
}

/// What is left of a share, so that the two percentages on the page add up to 100.
pub fn percent_left(share: f64) -> String {
    if let Some(word) = beyond(share) {
        return word;
    }
    let tenths = Percent::from_share(share).tenths();
    match tenths {
        1000 if share < 1.0 => "under 0.1%".to_owned(),
        0 if share > 0.0 => "over 99.9%".to_owned(),
        _ => with_tenth(1000 - tenths),
    }
}

/// A share as a whole percentage, for axes: `25%`.
pub fn whole_percent(share: f64) -> String {
    beyond(share * 100.0).unwrap_or_else(|| format!("{}%", whole(share * 100.0)))
}

/// Numbers from here on are not written out: no count or sum here means anything at that size, and the digits that could be
/// written would not be those of the number.
const MOST: f64 = 1e15;

/// What stands for a number that is not written out; `None` for one that is.
pub fn beyond(number: f64) -> Option<String> {
    match number {
        _ if number.abs() < MOST => None,
        _ if number.is_nan() => Some("no number".to_owned()),
        _ if number > 0.0 => Some("more than can be counted".to_owned()),
        _ => Some("less than can be counted".to_owned()),
    }
}

/// A count with thousands: `24,688`.
pub fn count(number: f64) -> String {
    beyond(number).unwrap_or_else(|| grouped(number, SIGNS))
}

#[inline]
fn grouped(number: f64, signs: Signs) -> String {
    let digits = whole(number.max(0.0));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(signs.thousands);
        }
        text.push(digit);
    }
    text
}

/// Pounds: with pence below 100, whole below a million, else in millions.
pub fn pounds(amount: f64) -> String {
    beyond(amount).unwrap_or_else(|| in_pounds(amount, SIGNS))
}

#[inline]
fn in_pounds(amount: f64, signs: Signs) -> String {
    let [before, after] = signs.pounds;
    if amount < 99.995 {
        let pence = (amount * 100.0).round().max(0.0) as u64;
        return if pence.is_multiple_of(100) {
            format!("{before}{}{after}", pence / 100)
        } else {
            format!("{before}{}{}{:02}{after}", pence / 100, signs.decimal, pence % 100)
        };
    }
    if amount < 999_999.5 {
        format!("{before}{}{after}", grouped(amount, signs))
    } else {
        // The cast holds what is out of range.
        let tenths = (amount / 1e5).round() as u64;
        let millions = format!("{}{}{} million", grouped((tenths / 10) as f64, signs), signs.decimal, tenths % 10);
        format!("{before}{millions}{after}")
    }
}

/// Pounds with their pence below 10,000, where two sums are held against each other; above it as [`pounds`].
pub fn pounds_and_pence(amount: f64) -> String {
    beyond(amount).unwrap_or_else(|| in_pounds_and_pence(amount, SIGNS))
}

#[inline]
fn in_pounds_and_pence(amount: f64, signs: Signs) -> String {
    if !(99.995..9_999.995).contains(&amount) {
        return in_pounds(amount, signs);
    }
    let pence = (amount * 100.0).round() as u64;
    let [before, after] = signs.pounds;
    let whole = grouped((pence / 100) as f64, signs);
    format!("{before}{whole}{}{:02}{after}", signs.decimal, pence % 100)
}

/// A number of times or of people with one decimal: `2.4`.
pub fn decimal(number: f64) -> String {
    beyond(number).unwrap_or_else(|| format_decimal(tenths(number)))
}

/// The same without a decimal that is 0: `12`, `12.5`.
pub fn short_decimal(number: f64) -> String {
    if let Some(beyond) = beyond(number) {
        return beyond;
    }
    format_decimal(tenths(number).trim_end_matches(".0").to_owned())
}

/// A number with so many decimals (0 to 6), thousands, and a real minus sign: `1,234.5`, `−0.042`.
pub fn fixed(number: f64, places: u32) -> String {
    let one = 10_u64.pow(places.min(6));
    let scaled = number * one as f64;
    if let Some(beyond) = beyond(scaled) {
        return beyond;
    }
    let scaled = scaled.round() as i64;
    let size = scaled.unsigned_abs();
    let sign = if scaled < 0 { "−" } else { "" };
    let whole = grouped((size / one) as f64, SIGNS);
    if places == 0 {
        return format!("{sign}{whole}");
    }
    let digits = (one + size % one).to_string();
    // After the first digit, which keeps the zeros.
    format!("{sign}{whole}{}{}", SIGNS.decimal, digits.get(1..).unwrap_or_default())
}

/// A difference of two shares in percentage points: `19.5 points`.
pub fn points(difference: f64) -> String {
    // A real minus sign, which no spreadsheet takes for the start of a formula.
    format!("{} points", decimal(difference * 100.0).replace('-', "−"))
}

/// Percentage points told in tenths, without their sign: `11.8`.
pub fn tenths_of_points(tenths: i32) -> String {
    decimal(f64::from(tenths.unsigned_abs()) / 10.0)
}

/// A share as people of a hundred, before what is counted: `30 in 100`; at the ends `fewer than 1 in 100`.
pub fn in_a_hundred(share: f64) -> String {
    if let Some(word) = beyond(share) {
        return word;
    }
    match of_a_hundred(share) {
        0 if share > 0.0 => "fewer than 1 in 100".to_owned(),
        100 if share < 1.0 => "more than 99 in 100".to_owned(),
        people => format!("{people} in 100"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Everything here that writes a number.
    fn all(number: f64) -> Vec<String> {
        let mut all = vec![
            percent(number),
            percent_left(number),
            whole_percent(number),
            count(number),
            pounds(number),
            pounds_and_pence(number),
            decimal(number),
            short_decimal(number),
            points(number),
            in_a_hundred(number),
            chosen_percent(Percent::from_share(number)),
            crate::words::population::amount(number),
            crate::words::population::in_100(number),
            crate::words::population::of_place(number),
        ];
        all.extend((0..=7).map(|places| fixed(number, places)));
        all
    }

    /// Letters are a word, digits are a number: never one that is held at the end of its type.
    fn check_written(number: f64) {
        for text in all(number) {
            assert!(!text.is_empty() && text.len() < 60, "{number}: {text}");
            for part in ["NaN", "inf", "9223372036854775807", "9,223,372,036,854,775,807", "18,446,744", "184,467,440"]
            {
                assert!(!text.contains(part), "{number}: {text}");
            }
        }
        if number.is_nan() || number.abs() >= 1e15 {
            assert!(
                all(number).iter().take(10).all(|text| text.contains(' ') && !text.contains("under 0")),
                "{number}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_number_at_all_is_written(bits in any::<u64>(), near in 0..20_i32, part in 0.5..2.0_f64) {
            check_written(f64::from_bits(bits));
            check_written(libm::pow(10.0, f64::from(near)) * part);
            check_written(-libm::pow(10.0, f64::from(near)) * part);
        }
    }

    #[test]
    fn what_has_no_digits_to_be_read_is_a_word() {
        for number in
            [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0, 1e15, 1e73]
        {
            check_written(number);
        }
    }

    #[test]
    fn the_two_parts_of_a_whole_add_up_on_the_page() {
        for tenths in 0..=10_000 {
            let share = f64::from(tenths) / 10_000.0;
            let number = |text: String| text.trim_end_matches('%').parse::<f64>().ok();
            if let (Some(part), Some(rest)) = (number(percent(share)), number(percent_left(share))) {
                assert!((part + rest - 100.0).abs() < 1e-9, "{share}");
            }
        }
    }

    #[test]
    fn a_share_is_so_many_of_a_hundred_people_and_a_little_is_not_nobody() {
        let cases =
            [(0.0, "0"), (0.004, "fewer than 1"), (0.3046, "30"), (0.35, "35"), (0.9951, "more than 99"), (1.0, "100")];
        for (share, words) in cases {
            assert_eq!(in_a_hundred(share), format!("{words} in 100"), "{share}");
        }
    }

    #[test]
    fn another_language_has_its_own_signs() {
        let german = Signs { decimal: ',', thousands: '.', pounds: ["", " £"] };
        assert_eq!(grouped(1_234_567.0, german), "1.234.567");
        assert_eq!(signed("-12.5".to_owned(), german), "-12,5");
        assert_eq!(plain("1.234,5".to_owned(), german), "1234.5");
        assert_eq!(in_pounds(4.5, german), "4,50 £");
        assert_eq!(in_pounds(12_345.0, german), "12.345 £");
        assert_eq!(in_pounds(2_345_678.0, german), "2,3 million £");
    }

    #[test]
    fn what_is_typed_here_stays_as_it_is() {
        assert_eq!(parse_decimal("1,234.5".to_owned()), "1,234.5");
        assert_eq!(format_decimal("12.5".to_owned()), "12.5");
    }

    #[test]
    fn decimals_are_as_many_as_asked_for() {
        let cases =
            [(1234.56, 1, "1,234.6"), (-0.0421, 3, "−0.042"), (0.05, 2, "0.05"), (-0.0001, 2, "0.00"), (87.5, 0, "88")];
        for (number, places, words) in cases {
            assert_eq!(fixed(number, places), words);
        }
    }

    #[test]
    fn no_number_is_too_large_or_too_small_to_be_written() {
        let numbers =
            [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 1e15, -1e15, 9.9e14, -9.9e14, 5e-324, 0.0];
        for number in numbers {
            let texts = [
                percent(number),
                percent_left(number),
                whole_percent(number),
                in_a_hundred(number),
                count(number),
                pounds(number),
                pounds_and_pence(number),
                decimal(number),
                short_decimal(number),
                fixed(number, 0),
                fixed(number, 6),
                points(number),
            ];
            for text in texts {
                assert!(!text.is_empty() && !text.contains("NaN") && !text.contains("inf"), "{number}: {text}");
                // Not the digits at which whole numbers end.
                assert!(!text.contains("9,223,372,036,854"), "{number}: {text}");
            }
        }
    }

    #[test]
    fn counts_have_thousands() {
        let cases = [(0.4, "0"), (999.0, "999"), (24_687.7, "24,688"), (54_786_327.0, "54,786,327")];
        for (number, words) in cases {
            assert_eq!(count(number), words);
        }
    }

    #[test]
    fn pounds_are_as_fine_as_they_are_small() {
        let cases = [
            (0.0, "£0"),
            (4.5, "£4.50"),
            (99.999, "£100"),
            (1234.4, "£1,234"),
            (2_345_678.0, "£2.3 million"),
            (6_312_890_000.0, "£6,312.9 million"),
        ];
        for (amount, words) in cases {
            assert_eq!(pounds(amount), words);
        }
    }

    #[test]
    fn pence_stay_where_sums_are_held_against_each_other() {
        let cases = [(0.0, "£0"), (4.5, "£4.50"), (99.996, "£100.00"), (288.762, "£288.76"), (1234.5, "£1,234.50")];
        for (amount, words) in cases.into_iter().chain([(12_345.6, "£12,346"), (2_345_678.0, "£2.3 million")]) {
            assert_eq!(pounds_and_pence(amount), words);
        }
        let german = Signs { decimal: ',', thousands: '.', pounds: ["", " £"] };
        assert_eq!(in_pounds_and_pence(1234.56, german), "1.234,56 £");
    }

    #[test]
    fn a_smaller_gap_has_a_minus_sign() {
        assert_eq!(points(-0.0324), "−3.2 points");
        assert_eq!(points(0.195), "19.5 points");
    }

    #[test]
    fn points_in_tenths_have_a_decimal_and_no_sign() {
        assert_eq!([118, -5, 0].map(tenths_of_points), ["11.8", "0.5", "0.0"]);
    }

    #[test]
    fn a_little_is_not_shown_as_nothing() {
        assert_eq!(percent(0.0001), "under 0.1%");
        assert_eq!(percent_left(0.0001), "over 99.9%");
        assert_eq!(percent(0.99999), "over 99.9%");
        assert_eq!(percent(0.0), "0.0%");
        assert_eq!(percent(1.0), "100.0%");
    }
}
