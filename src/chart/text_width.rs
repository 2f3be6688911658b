//! About how wide a text is, where nothing has measured it: SVG does not break lines by itself.

/// About how wide a text is in Arial, in the unit of its size; fonts that stand in for Arial have the same widths.
pub fn text_width(text: &str, size: f64, is_bold: bool) -> f64 {
    let em: f64 = text.chars().map(character).sum();
    em * size * if is_bold { 1.07 } else { 1.0 }
}

/// Room for a text in whatever font a page has: the fonts of some systems are wider than Arial by a fifth.
pub fn text_room(text: &str, size: f64, is_bold: bool) -> f64 {
    1.2 * text_width(text, size, is_bold)
}

/// Width of a character, in ems.
const fn character(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 0.22,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | 'f' | 't' | 'I' | '\\' => 0.28,
        '(' | ')' | '[' | ']' | '-' | 'r' | '"' | '“' | '”' => 0.36,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'm' | 'M' | '%' => 0.86,
        'W' | 'w' | '@' | '…' | '&' => 0.94,
        'A'..='Z' => 0.72,
        '\u{2e80}'.. => 1.0,
        _ => 0.57,
    }
}

/// Breaks a text into lines no wider than `width`, between words; a word that is too long for a line, such as a link,
/// is broken too.
pub fn wrap(text: &str, size: f64, is_bold: bool, width: f64) -> Vec<String> {
    let fits = |text: &str| text_width(text, size, is_bold) <= width;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if !fits(&line) && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The same, with lines about as long as each other, so that no word stands alone at the end.
pub fn even_lines(text: &str, size: f64, is_bold: bool, width: f64) -> Vec<String> {
    const STEPS: u32 = 20;
    let widest = wrap(text, size, is_bold, width);
    let narrower = (1..STEPS).map(|step| wrap(text, size, is_bold, width * f64::from(STEPS - step) / f64::from(STEPS)));
    narrower.take_while(|lines| lines.len() == widest.len()).last().unwrap_or(widest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_hold_the_whole_text_and_fit(
            text in prop::collection::vec(prop_oneof![Just(' '), any::<char>(), prop::char::range('a', 'z')], 0..80),
            width in 30.0..400.0_f64,
        ) {
            let text: String = text.into_iter().collect();
            let lines = wrap(&text, 16.0, false, width);
            let without_spaces = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(without_spaces(&lines.concat()), without_spaces(&text));
            for line in lines {
                prop_assert!(text_width(&line, 16.0, false) <= width && !line.is_empty());
            }
        }
    }

    #[test]
    fn even_lines_leave_no_word_alone() {
        assert_eq!(wrap("one two three four", 10.0, false, 70.0), ["one two three", "four"]);
        assert_eq!(even_lines("one two three four", 10.0, false, 70.0), ["one two", "three four"]);
    }

    #[test]
    fn words_stay_whole_and_a_long_link_is_broken() {
        assert_eq!(wrap("one two three", 10.0, false, 45.0), ["one two", "three"]);
        assert_eq!(wrap("", 10.0, false, 45.0), [""; 0]);
        assert!(wrap("https://example.org/?place=E07000008", 10.0, false, 60.0).len() > 2);
    }
}
