//! Texts inside markup.

use crate::plain::plain;

/// A text as XML or HTML, for elements and attributes in quotes. What cannot be seen is left out, and so what XML has no
/// place for.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in plain(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            _ => safe.push(character),
        }
    }
    safe
}

/// Whether the text is the address of a page, and nothing in it could end it before its end.
pub fn is_web_address(text: &str) -> bool {
    let is_whole = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\' | '`' | '|');
    (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_text_holds_it_is_text() {
        let hostile = "<script>alert(1)</script> \"quoted\" 'too' & ]]> \u{0}\u{1b}\nnext";
        assert_eq!(
            escaped(hostile),
            "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &#39;too&#39; &amp; ]]&gt;  next"
        );
    }
}
