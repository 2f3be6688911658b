//! Texts of others, as they can be shown: without the characters that nobody sees.
//!
//! A name in a link or a file may hold marks that turn the direction of what follows, so that it reads as another name,
//! and marks without a width, so that two names look alike. Nothing of what is left out can be seen.

/// A text without characters that cannot be seen. Spaces and the ends of lines stay.
pub fn plain(text: &str) -> String {
    // As nearly all are: a file has some hundred thousand.
    if text.bytes().all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~')) {
        return text.to_owned();
    }
    let mut seen = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        let before = seen.chars().next_back().unwrap_or(' ');
        let is_seen = match char {
            // In some scripts they change the letters beside them, and they hold pictures together.
            '\u{200c}' | '\u{200d}' => is_joined(before) && rest.peek().copied().is_some_and(is_joined),
            // The form of a picture.
            '\u{fe0e}' | '\u{fe0f}' => is_joined(before),
            _ => !is_unseen(char),
        };
        match char {
            // They end a line where no line should end.
            '\u{85}' | '\u{2028}' | '\u{2029}' => seen.push(' '),
            _ if is_seen => seen.push(char),
            _ => {}
        }
    }
    seen
}

/// Whether a joiner may stand beside the character: none does among Latin letters, digits and signs.
const fn is_joined(char: char) -> bool {
    char > '\u{2ff}' && !is_unseen(char)
}

/// Controls but spaces and line ends, marks of direction, marks without a width, tags, and what Unicode calls ignorable
/// by default.
const fn is_unseen(char: char) -> bool {
    matches!(
        char,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
            | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_nobody_sees_is_left_out() {
        let cases = [
            ("Leeds", "Leeds"),
            ("~ a\tb\r\n\u{7f}", "~ a\tb\r\n"),
            ("~ a\tb\r\n", "~ a\tb\r\n"),
            ("sdeeL\u{202e}", "sdeeL"),
            ("a\u{2066}b\u{2069}c\u{200e}\u{200f}\u{61c}", "abc"),
            ("Le\u{200b}e\u{200d}d\u{2060}s\u{feff}\u{ad}", "Leeds"),
            ("Leeds\u{e0041}\u{e007f}", "Leeds"),
            ("\u{0}\u{1b}[31m\u{7f}", "[31m"),
            ("one\u{2028}line\u{85}more", "one line more"),
            ("two\nlines\tand a tab\r\n", "two\nlines\tand a tab\r\n"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }

    #[test]
    fn names_in_any_script_and_pictures_stay() {
        for text in ["Ynys Môn", "می\u{200c}خواهم", "क्\u{200d}ष", "🏘\u{fe0f} 👩\u{200d}👧", "東京", "אבג", "£5 – “so”…"]
        {
            assert_eq!(plain(text), text);
        }
    }
}
