//! Days and times, which Excel keeps as numbers of days.
//!
//! Source: ISO/IEC 29500-1:2016, section 18.17.4 (dates and times), and 18.8.30 and 18.8.31 (number formats). Days count from
//! 1 for 1 January 1900, with a 29 February 1900 that never was (60); or from 0 for 1 January 1904, as on old Macintosh
//! computers.

use super::number::{shortest, value};

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A number, or text.
    #[default]
    Number,
    /// A number shown a hundredfold, with a sign.
    Percent,
    /// A day.
    Day,
    /// A day with its time.
    DayAndTime,
    /// A time of the day.
    Time,
    /// Hours, minutes and seconds that may be more than a day's.
    Duration,
}

impl Kind {
    /// That of a format that is not written in the file, by its number.
    pub const fn of_number(number: u32) -> Self {
        match number {
            9 | 10 => Self::Percent,
            14..=17 | 27..=31 | 36 | 50..=58 => Self::Day,
            22 => Self::DayAndTime,
            18..=21 | 32..=35 | 45 | 47 => Self::Time,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// That of a format as it is written, such as `dd/mm/yyyy`; that for numbers above zero counts.
    pub fn of_code(code: &str) -> Self {
        // No letters for days, although they look like some. Some programs write the word that they show.
        let is_general = |word: &str| code.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if is_general("General") || is_general("Standard") {
            return Self::Number;
        }
        let (mut has_day, mut has_month, mut has_time) = (false, false, false);
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            match sign.to_ascii_lowercase() {
                ';' => break,
                '"' => drop(signs.find(|&sign| sign == '"')),
                // The next sign is shown as it is, filled up with, or left as space.
                '\\' | '*' | '_' => drop(signs.next()),
                '[' => {
                    let inside: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                    let mut letters = inside.bytes().map(|byte| byte.to_ascii_lowercase());
                    let first = letters.next();
                    // Colours, conditions and languages stand in brackets too.
                    if first.is_some_and(|first| b"hms".contains(&first) && letters.all(|letter| letter == first)) {
                        return Self::Duration;
                    }
                }
                '%' => return Self::Percent,
                'y' | 'd' => has_day = true,
                'm' => has_month = true,
                'h' | 's' => has_time = true,
                _ => {}
            }
        }
        match (has_day, has_month, has_time) {
            (true, _, true) => Self::DayAndTime,
            (true, _, false) | (false, true, false) => Self::Day,
            (false, _, true) => Self::Time,
            (false, false, false) => Self::Number,
        }
    }
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Days from 1 January 1970 to the day before 1 January 1900 and to 1 January 1904.
const BEFORE_1900: i64 = -25_568;
const START_1904: i64 = -24_107;
/// The day that never was.
const LEAP_DAY_1900: i64 = 60;
/// 31 December 9999, the last day.
const LAST: i64 = 2_932_896;

/// A number of days as ISO 8601 has it, to the thousandth of a second: `2019-04-01`, `2019-04-01T13:30:00`, `13:30:00`,
/// `36:00:00` for a duration. A day with time at midnight is that day. `None` for what is no day: negative numbers, day 0
/// before 1 January 1900, days after the year 9999.
///
/// The day that Excel alone knows is `1900-02-29`, as Excel shows it.
pub fn iso(days: f64, kind: Kind, is_1904: bool) -> Option<String> {
    if !(0.0..=LAST as f64 * 2.0).contains(&days) {
        return None;
    }
    // Whole days apart from their rest, so that none of its digits is lost.
    let rest = ((days - days.floor()) * DAY_MS as f64).round() as i64;
    let (mut day, mut time) = (days.floor() as i64, rest);
    if time == DAY_MS {
        (day, time) = (day + 1, 0);
    }
    match kind {
        Kind::Number | Kind::Percent => None,
        Kind::Duration => Some(clock(day * 24, time)),
        Kind::Time if day == 0 => Some(clock(0, time)),
        Kind::Day => date(day, is_1904),
        Kind::Time | Kind::DayAndTime if time == 0 => date(day, is_1904),
        Kind::Time | Kind::DayAndTime => Some(format!("{}T{}", date(day, is_1904)?, clock(0, time))),
    }
}

/// A number in a cell as text, by its format.
pub fn shown(number: f64, text: &str, kind: Kind, is_1904: bool) -> Option<String> {
    iso(number, kind, is_1904).or_else(|| shortest(text))
}

/// A day or a day and time that is in ISO 8601 already: without a time at midnight, and without fractions of nothing.
pub fn tidy(text: &str) -> String {
    let text = text.trim().trim_end_matches('Z');
    let text = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|byte| byte == b'0') => whole,
        _ => text,
    };
    text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
}

/// A length of time in ISO 8601 (`PT13H30M00S`) as hours, minutes and seconds; as it is written if it is another one.
pub fn time_of(text: &str) -> String {
    let read = || {
        let (mut hours, mut ms) = (0_i64, 0_f64);
        let mut rest = text.trim().strip_prefix("PT")?;
        while let Some(at) = rest.find(['H', 'M', 'S']) {
            let (number, unit) = rest.split_at_checked(at)?;
            let number = value(number).filter(|number| (0.0..1e9).contains(number))?;
            match unit.as_bytes().first()? {
                b'H' => hours += number as i64,
                b'M' => ms += number * 60_000.0,
                _ => ms += number * 1000.0,
            }
            rest = unit.get(1..)?;
        }
        rest.is_empty().then(|| clock(hours, ms.round() as i64))
    };
    read().unwrap_or_else(|| text.trim().to_owned())
}

/// Hours, minutes and seconds; thousandths where there are some.
fn clock(hours: i64, ms: i64) -> String {
    let (hours, minutes, seconds) = (hours + ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    let clock = format!("{hours:02}:{minutes:02}:{seconds:02}");
    if ms % 1000 == 0 { clock } else { format!("{clock}.{:03}", ms % 1000) }
}

fn date(day: i64, is_1904: bool) -> Option<String> {
    let since_1970 = match (is_1904, day) {
        (true, _) => START_1904 + day,
        (false, ..=0) => return None,
        (false, LEAP_DAY_1900) => return Some("1900-02-29".to_owned()),
        (false, ..LEAP_DAY_1900) => BEFORE_1900 + day,
        (false, _) => BEFORE_1900 + day - 1,
    };
    if since_1970 > LAST {
        return None;
    }
    let (year, month, day) = calendar(since_1970);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day of a day counted from 1 January 1970, for days from 1900 on.
///
/// The leap day is put at the end of a year that begins in March, so that months follow a straight line of 153 days in 5
/// (H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, 2021, `civil_from_days`).
const fn calendar(since_1970: i64) -> (i64, i64, i64) {
    // Days from 1 March of the year 0, and the 400 years that are always as long.
    let days = since_1970 + 719_468;
    let (era, days) = (days / 146_097, days % 146_097);
    let year = (days - days / 1_460 + days / 36_524 - days / 146_096) / 365;
    let day_of_year = days - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year + if month <= 2 { 1 } else { 0 }, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_standard_and_of_excel() {
        // ISO/IEC 29500-1, 18.17.4.1 has the first and last of each system; the others as Excel shows them.
        let cases = [
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (60.0, false, "1900-02-29"),
            (61.0, false, "1900-03-01"),
            (25_569.0, false, "1970-01-01"),
            (36_526.0, false, "2000-01-01"),
            (36_585.0, false, "2000-02-29"),
            (43_556.0, false, "2019-04-01"),
            (2_958_465.0, false, "9999-12-31"),
            (0.0, true, "1904-01-01"),
            (59.0, true, "1904-02-29"),
            (42_094.0, true, "2019-04-01"),
            (2_957_003.0, true, "9999-12-31"),
        ];
        for (days, is_1904, expect) in cases {
            assert_eq!(iso(days, Kind::Day, is_1904).as_deref(), Some(expect), "{days}");
        }
        for (days, is_1904) in [(0.0, false), (-1.0, false), (-1.0, true), (2_958_466.0, false), (2_957_004.0, true)] {
            assert_eq!(iso(days, Kind::Day, is_1904), None, "{days}");
        }
        assert_eq!(iso(f64::NAN, Kind::Day, false), None);
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut before = (1899, 12, 31);
        for since in -25_567..=LAST {
            let now = calendar(since);
            let (year, month, day) = before;
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 => 28 + i64::from(is_leap),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            let expect = match (day == length, month == 12) {
                (false, _) => (year, month, day + 1),
                (true, false) => (year, month + 1, 1),
                (true, true) => (year + 1, 1, 1),
            };
            assert_eq!(now, expect);
            before = now;
        }
        assert_eq!(before, (9999, 12, 31));
    }

    #[test]
    fn times_are_round_and_carry_into_the_next_day() {
        let cases = [
            (43_556.562_5, Kind::DayAndTime, "2019-04-01T13:30:00"),
            (43_556.0, Kind::DayAndTime, "2019-04-01"),
            (43_556.562_5, Kind::Day, "2019-04-01"),
            (43_556.999_999_999_9, Kind::DayAndTime, "2019-04-02"),
            (0.520_833_333_333_333, Kind::Time, "12:30:00"),
            (0.000_001_157_41, Kind::Time, "00:00:00.100"),
            (1.5, Kind::Duration, "36:00:00"),
            (43_556.75, Kind::Time, "2019-04-01T18:00:00"),
        ];
        for (days, kind, expect) in cases {
            assert_eq!(iso(days, kind, false).as_deref(), Some(expect), "{days} {kind:?}");
        }
    }

    #[test]
    fn days_and_times_in_words_of_the_standard_are_made_plain() {
        let cases = [
            ("2019-04-01", "2019-04-01"),
            ("2019-04-01T00:00:00", "2019-04-01"),
            ("2019-04-01T00:00:00.000Z", "2019-04-01"),
            ("2019-04-01T13:30:00.000000000", "2019-04-01T13:30:00"),
            ("2019-04-01T13:30:00.25", "2019-04-01T13:30:00.25"),
        ];
        for (text, expect) in cases {
            assert_eq!(tidy(text), expect);
        }
        let times =
            [("PT13H30M00S", "13:30:00"), ("PT36H00M00S", "36:00:00"), ("PT0H0M1.5S", "00:00:01.500"), ("P1D", "P1D")];
        for (text, expect) in times {
            assert_eq!(time_of(text), expect);
        }
    }

    #[test]
    fn formats_tell_days_from_numbers() {
        let cases = [
            ("General", Kind::Number),
            ("0.00", Kind::Number),
            ("#,##0;[Red]-#,##0", Kind::Number),
            ("0.0%", Kind::Percent),
            ("0.0\"%\"", Kind::Number),
            ("0\\%", Kind::Number),
            ("dd/mm/yyyy", Kind::Day),
            ("mmm-yy", Kind::Day),
            ("[$-809]d mmmm yyyy;@", Kind::Day),
            ("[Red]0.00", Kind::Number),
            ("[$£-809]#,##0.00", Kind::Number),
            ("yyyy-mm-dd hh:mm:ss", Kind::DayAndTime),
            ("h:mm AM/PM", Kind::Time),
            ("mm:ss.0", Kind::Time),
            ("[h]:mm:ss", Kind::Duration),
            ("0.00E+00", Kind::Number),
            ("0 \"days\"", Kind::Number),
            ("0_d", Kind::Number),
            ("@", Kind::Number),
            ("0;\"y\"d", Kind::Number),
            ("# ?/?", Kind::Number),
            ("Standard", Kind::Number),
            ("d\"st\" mmm", Kind::Day),
        ];
        for (code, kind) in cases {
            assert_eq!(Kind::of_code(code), kind, "{code}");
        }
    }
}
