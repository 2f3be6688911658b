//! Groups of deprivation as bands in words: “High”, “Medium”, “Low”; “Very high deprivation”.

use super::group::Groups;

/// Reads a column of bands, where its heading names deprivation or each cell does; `None` if it is none.
pub fn column<'a>(names_deprivation: bool, cells: impl Iterator<Item = &'a str>) -> Option<Groups> {
    let (mut bands, mut others) = ([false; 5], 0_usize);
    let mut read = |cell: &str| {
        let found = band(names_deprivation, cell);
        match found {
            Some(band) => bands[band] = true,
            None => others += usize::from(!cell.is_empty()),
        }
        found.map(|band| band as f64 + 1.0)
    };
    let numbers: Vec<Option<f64>> = cells.map(&mut read).collect();
    let read = numbers.iter().flatten().count();
    let has_ends = (bands[0] || bands[1]) && (bands[3] || bands[4]);
    (has_ends && others * 4 <= read).then_some(Groups { numbers, lowest_is_most: Some(true), is_guess: false })
}

/// The place of a band, 0 the most deprived.
fn band(names_deprivation: bool, cell: &str) -> Option<usize> {
    let small = cell.to_lowercase();
    let mut words: Vec<&str> =
        small.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let all = words.len();
    words.retain(|word| !matches!(*word, "deprivation" | "deprived" | "level" | "levels"));
    if !names_deprivation && words.len() == all {
        return None;
    }
    match words.as_slice() {
        ["very" | "extremely", "high" | "highly"] | ["highest"] => Some(0),
        ["high" | "highly"] => Some(1),
        ["medium" | "moderate" | "moderately" | "average" | "mid" | "middle"] => Some(2),
        ["low"] => Some(3),
        ["very", "low"] | ["lowest"] => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_read_where_deprivation_is_named() {
        let of = |named: bool, cells: &[&str]| column(named, cells.iter().copied()).map(|of| of.numbers);
        let numbers = |all: &[f64]| Some(all.iter().map(|&number| Some(number)).collect::<Vec<_>>());
        assert_eq!(of(true, &["High", "Medium", "Low"]), numbers(&[2.0, 3.0, 4.0]));
        assert_eq!(of(false, &["Low deprivation", "Very high deprivation"]), numbers(&[4.0, 1.0]));
        for none in [&["High", "Low"][..], &["High deprivation"], &["Ashford", "Low deprivation"]] {
            assert_eq!(of(false, none), None, "{none:?}");
        }
    }
}
