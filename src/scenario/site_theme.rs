//! How a page in a frame looks, and what can be changed there: chosen by the site that shows it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::choice::Choice;

use crate::palette;

/// A colour of the screen (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255 each.
    pub rgb: [u8; 3],
}

/// The text is no colour of six hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a colour has six hexadecimal digits, such as 12436d")]
pub struct NotAColour;

impl Colour {
    /// A colour as it is written, such as `0x12436d`.
    pub const fn of(hex: u32) -> Self {
        let [_, r, g, b] = hex.to_be_bytes();
        Self { rgb: [r, g, b] }
    }

    /// A colour of the palette, three or six hexadecimal digits after a `#`.
    const fn of_palette(css: &str) -> Self {
        let css = css.as_bytes();
        let (mut rgb, mut part, width) = ([0; 3], 0, css.len() / 3);
        while part < rgb.len() {
            let at = 1 + part * width;
            rgb[part] = digit(css[at]) * 16 + digit(css[at + width - 1]);
            part += 1;
        }
        Self { rgb }
    }

    /// Contrast with another colour, from 1 (the same) to 21 (black on white).
    /// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio".
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        let (lighter, darker) = if a >= b { (a, b) } else { (b, a) };
        (lighter + 0.05) / (darker + 0.05)
    }

    /// Relative luminance, 0 (black) to 1 (white). Source: as for the contrast.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { to_the_2_4((part + 0.055) / 1.055) }
        };
        let [r, g, b] = self.rgb.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

/// A number from 0.08 to 1 to the power of 2.4: its square times the fifth root of that, by Newton's steps from above. All of `pow`
/// would be more than this module.
fn to_the_2_4(value: f64) -> f64 {
    let square = value * value;
    let step = |root: f64, _| root - (root - square / (root * root * root * root)) / 5.0;
    square * (0..12).fold(1.0, step)
}

/// The value of a hexadecimal digit.
const fn digit(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'f' => byte - b'a' + 10,
        _ => 0,
    }
}

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        u32::from_str_radix(digits, 16).map(Self::of).map_err(|_| NotAColour)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.rgb;
        write!(f, "{r:02x}{g:02x}{b:02x}")
    }
}

/// A font that devices have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// The device's own.
    System,
    /// Arial or Helvetica.
    Arial,
    /// Verdana.
    Verdana,
    /// Georgia, with serifs.
    Georgia,
}

impl Font {
    /// Every font, in the order of the page.
    pub const ALL: [Self; 4] = [Self::System, Self::Arial, Self::Verdana, Self::Georgia];

    /// The families to look for, as CSS writes them.
    pub const fn families(self) -> &'static str {
        match self {
            Self::System => "system-ui",
            Self::Arial => "Arial, Helvetica",
            Self::Verdana => "Verdana, \"DejaVu Sans\"",
            Self::Georgia => "Georgia, \"DejaVu Serif\", serif",
        }
    }
}

/// How much room things have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// As on a page of its own.
    Normal,
    /// Closer together.
    Compact,
}

impl Density {
    /// Every density, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Normal, Self::Compact];
}

/// What a site chose of the page's look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteTheme {
    /// Colour of what stands out; the page's own if there is none.
    pub accent: Option<Colour>,
    /// Colour of the ground; white if there is none.
    pub ground: Option<Colour>,
    /// The font.
    pub font: Font,
    /// How much room things have.
    pub density: Density,
}

impl Default for SiteTheme {
    fn default() -> Self {
        Self { accent: None, ground: None, font: Font::System, density: Density::Normal }
    }
}

/// Text needs this contrast with its ground (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;
/// The page's own colours that a site cannot set: soft text, and the ground of controls.
const SOFT: Colour = Colour::of_palette(palette::SOFT);
const WASH: Colour = Colour::of_palette(palette::WASH);

impl SiteTheme {
    /// The page's own colour of what stands out.
    pub const ACCENT: Colour = Colour::of_palette(palette::NEED);
    /// The page's own ground.
    pub const GROUND: Colour = Colour::of_palette(palette::PAPER);

    /// The colours that can be read, and whether some could not be and were left out.
    pub fn readable(self) -> (Self, bool) {
        let ground = self
            .ground
            .filter(|&ground| [SOFT, Self::ACCENT].into_iter().all(|text| text.contrast(ground) >= LEAST_CONTRAST));
        let below = ground.unwrap_or(Self::GROUND);
        let accent = self
            .accent
            .filter(|&accent| [below, WASH].into_iter().all(|ground| accent.contrast(ground) >= LEAST_CONTRAST));
        let readable = Self { accent, ground, ..self };
        (readable, readable != self)
    }
}

/// A group of controls that a site can take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Which place.
    Place,
    /// Who is in need.
    Need,
    /// Compared with all England or the place.
    Cut,
    /// How big the target is.
    Share,
    /// Everything under "More choices".
    More,
}

impl Lock {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Place, Self::Need, Self::Cut, Self::Share, Self::More];
}

/// The groups of controls taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Locks(u8);

impl Locks {
    /// Whether a group is taken away.
    pub const fn has(self, lock: Lock) -> bool {
        self.0 & (1 << lock as u8) != 0
    }

    /// These, with a group taken away or given back.
    #[must_use]
    pub const fn with(self, lock: Lock, is_locked: bool) -> Self {
        let bit = 1 << lock as u8;
        Self(if is_locked { self.0 | bit } else { self.0 & !bit })
    }
}

/// The text names a group of controls that there is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no such group of controls")]
pub struct NotALock;

impl FromStr for Locks {
    type Err = NotALock;

    fn from_str(text: &str) -> Result<Self, NotALock> {
        text.split(',').try_fold(Self::default(), |locks, name| {
            let lock = Lock::from_name(name).ok_or(NotALock)?;
            Ok(locks.with(lock, true))
        })
    }
}

impl fmt::Display for Locks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for lock in Lock::ALL.into_iter().filter(|&lock| self.has(lock)) {
            write!(f, "{separator}{}", lock.key())?;
            separator = ",";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known pairs of the guidelines' own examples: black on white is 21, #767676 on white is 4.54.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let white = Colour::of(0xffffff);
        assert!((Colour::of(0).contrast(white) - 21.0).abs() < 1e-9);
        assert!((Colour::of(0x767676).contrast(white) - 4.54).abs() < 0.005);
        assert!((white.contrast(Colour::of(0x777777)) - 4.48).abs() < 0.005);
    }

    #[test]
    fn colours_of_the_palette_are_read_in_either_form() {
        assert_eq!(SiteTheme::ACCENT, Colour::of(0x801650));
        assert_eq!(SiteTheme::GROUND, Colour::of(0xffffff));
        assert_eq!(Colour::of_palette("#1a9"), Colour::of(0x11aa99));
        assert_eq!((SOFT, WASH), (Colour::of(0x505a5f), Colour::of(0xf4f6f8)));
    }

    /// WCAG 2.2, 1.4.11: what is drawn needs a contrast of 3.
    #[test]
    fn offers_are_seen_on_the_ground_and_are_not_of_the_colours_of_people() {
        for (at, offer) in palette::OFFERS.into_iter().enumerate() {
            assert!(Colour::of_palette(offer).contrast(SiteTheme::GROUND) >= 3.0, "{offer}");
            let others = [palette::NEED, palette::PEOPLE, palette::DECLINED, palette::EARLIER];
            assert!(!others.contains(&offer) && !palette::OFFERS[..at].contains(&offer), "{offer}");
        }
    }

    #[test]
    fn colours_that_cannot_be_read_are_left_out() {
        let look = |accent: &str, ground: &str| SiteTheme {
            accent: accent.parse().ok(),
            ground: ground.parse().ok(),
            ..SiteTheme::default()
        };
        assert_eq!(look("005ea5", "ffffff").readable(), (look("005ea5", "ffffff"), false));
        assert_eq!(look("ffdd00", "").readable(), (SiteTheme::default(), true));
        assert_eq!(look("005ea5", "333333").readable(), (look("005ea5", ""), true));
        assert_eq!(look("", "fff8e7").readable(), (look("", "fff8e7"), false));
    }

    #[test]
    fn groups_are_taken_away_by_name() {
        let locks: Locks = "share,place".parse().unwrap();
        assert!(locks.has(Lock::Place) && locks.has(Lock::Share) && !locks.has(Lock::Need));
        assert_eq!(locks.to_string(), "place,share");
        assert_eq!(locks.with(Lock::Place, false).to_string(), "share");
        assert!("place,nonsense".parse::<Locks>().is_err() && "".parse::<Locks>().is_err());
    }

    #[test]
    fn a_colour_is_written_as_it_is_read() {
        for text in ["000000", "12436d", "ffffff"] {
            assert_eq!(text.parse::<Colour>().unwrap().to_string(), text);
        }
        assert_eq!("#12436D".parse::<Colour>(), "12436d".parse());
        for text in ["", "123", "12436g", "+12345", "red", "1234567"] {
            assert_eq!(text.parse::<Colour>(), Err(NotAColour), "{text}");
        }
    }
}
