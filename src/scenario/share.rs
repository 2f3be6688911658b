//! A link in the forms in which it is passed on: by mail, and inside another page.

use std::fmt::Write;

use crate::markup::escaped;

/// A link that begins a mail (RFC 6068).
pub fn mailto(subject: &str, body: &str) -> String {
    // Lines of a body end with both characters.
    let body = body.replace('\n', "\r\n");
    format!("mailto:?subject={}&body={}", percent_encoded(subject), percent_encoded(&body))
}

/// The code that shows a link inside another page: a link that stays where scripts are off, and the script that puts a
/// frame in its place (`public/embed.js`). `script` is the script's address, `height` that of the frame in pixels until it
/// says how high it is.
pub fn embed_code(link: &str, title: &str, script: &str, height: u32) -> String {
    format!(
        "<div class=\"who-gets-missed\" data-height=\"{height}\"><a href=\"{}\">{}</a></div>\n<script async src=\"{}\"></script>",
        escaped(link),
        escaped(title),
        escaped(script)
    )
}

/// The same without a script: a frame of a fixed height. `link` is that of a page in a frame.
pub fn fixed_code(link: &str, title: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" allow=\"clipboard-write; fullscreen; \
         web-share\" style=\"border: 0\"></iframe>",
        escaped(link),
        escaped(title)
    )
}

/// A text in which every byte but those that are free in all parts of a link (RFC 3986) is written as a number.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_encoded_byte_by_byte() {
        let link = mailto("Fifths & “areas”", "100% of\nhttps://example.org/?a=1&b=2,3+4");
        assert_eq!(
            link,
            "mailto:?subject=Fifths%20%26%20%E2%80%9Careas%E2%80%9D&body=100%25%20of%0D%0Ahttps%3A%2F%2Fexample.org%2F\
             %3Fa%3D1%26b%3D2%2C3%2B4"
        );
    }

    #[test]
    fn the_code_for_a_page_holds_no_more_than_its_own_tags() {
        let code = embed_code(
            "https://example.org/?share=30&cut=local",
            "\"><script>alert('1')</script>",
            "https://example.org/embed.js",
            600,
        );
        assert_eq!(
            code,
            "<div class=\"who-gets-missed\" data-height=\"600\"><a href=\"https://example.org/?share=30&amp;cut=local\">&quot;&gt;&lt;script&gt;\
             alert(&#39;1&#39;)&lt;/script&gt;</a></div>\n<script async src=\"https://example.org/embed.js\"></script>"
        );
    }

    #[test]
    fn a_frame_of_a_fixed_height_holds_no_more_than_its_own_tag() {
        assert_eq!(
            fixed_code("https://example.org/?embed=1&frame=card", "\"><script>", 600),
            "<iframe src=\"https://example.org/?embed=1&amp;frame=card\" title=\"&quot;&gt;&lt;script&gt;\" width=\"100%\" \
             height=\"600\" loading=\"lazy\" allow=\"clipboard-write; fullscreen; web-share\" style=\"border: 0\"></iframe>"
        );
    }
}
