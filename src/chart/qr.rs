//! A link as a QR code, which a phone reads from a projector.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code, as the standard asks for (ISO/IEC 18004).
const QUIET: i32 = 4;
/// Links up to this many bytes can lose 15% of their modules and still be read (level M). Longer ones can lose 7%
/// (level L), so that the modules stay large enough to be told apart across a room.
const MOST_AT_M: usize = 400;

/// A QR code as a picture, in modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrPicture {
    /// Width and height with the white margin.
    pub size: i32,
    /// The outlines of the dark modules as one path.
    pub path: String,
}

/// The link is longer than the 2,953 bytes that the largest QR code holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// Makes the code of a link.
///
/// # Errors
/// [`TooLong`] if no QR code holds it.
pub fn picture(link: &str) -> Result<QrPicture, TooLong> {
    let level = if link.len() <= MOST_AT_M { QrCodeEcc::Medium } else { QrCodeEcc::Low };
    let code = QrCode::encode_text(link, level).map_err(|_| TooLong)?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // The code says of modules outside it that they are light, so every run ends.
            let run = (x..).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    Ok(QrPicture { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules of a picture by themselves.
    fn dark(picture: &QrPicture) -> Vec<(i32, i32)> {
        let number = |text: &str| text.parse::<i32>().unwrap();
        let run = |run: &str| {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y, length) = (number(x), number(y), number(rest.split_once('v').unwrap().0));
            (x..x + length).map(move |x| (x, y)).collect::<Vec<_>>()
        };
        picture.path.split('M').skip(1).flat_map(run).collect()
    }

    #[test]
    fn every_dark_module_is_drawn_once_inside_the_white_margin() {
        for length in [20, 400, 401, 2953] {
            let link = "x".repeat(length);
            let level = if length <= 400 { QrCodeEcc::Medium } else { QrCodeEcc::Low };
            let code = QrCode::encode_text(&link, level).unwrap();
            let picture = picture(&link).unwrap();
            assert_eq!(picture.size, code.size() + 8);
            let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
            let expect: Vec<_> = all.filter(|&(x, y)| code.get_module(x, y)).map(|(x, y)| (x + 4, y + 4)).collect();
            assert_eq!(dark(&picture), expect, "{length}");
        }
    }

    #[test]
    fn a_link_that_no_code_holds_is_told() {
        assert!(picture(&"x".repeat(2953)).is_ok());
        assert_eq!(picture(&"x".repeat(2954)), Err(TooLong));
    }

    #[test]
    fn a_usual_link_has_modules_that_can_be_seen_across_a_room() {
        let link = "https://example.org/who-gets-missed/?view=strategies&place=E08000012&share=30&funding=budget";
        assert!(picture(link).unwrap().size <= 60);
    }
}
