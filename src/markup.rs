//! Texts inside markup.

/// A text as XML or HTML, for elements and attributes in quotes. What XML has no place for is left out.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(character),
        }
    }
    safe
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
