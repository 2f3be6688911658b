//! Reads a sentence against the frame that it should have, and each number in it against the one that it stands for.

/// What is wrong with a sentence.
pub type Checked = Result<(), String>;

/// A number that a sentence should show.
#[derive(Clone, Copy, Debug)]
pub enum Shown {
    /// Above 0 it is never written as 0, but as `under` so much.
    Exact(f64),
    /// May be rounded down to nothing, as a difference in points beside two others.
    Rough(f64),
    /// A whole number of people, of whom a part of one is `fewer than 1`.
    People(f64),
}

pub use Shown::{Exact, People, Rough};

/// The text of each hole (`#`) of a frame, if the sentence has that frame.
fn holes<'a>(text: &'a str, frame: &str) -> Option<Vec<&'a str>> {
    let mut pieces = frame.split('#');
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut found = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let is_last = pieces.peek().is_none();
        let end = if is_last { rest.len().checked_sub(piece.len())? } else { rest.find(piece)? };
        if !rest.is_char_boundary(end) || &rest[end..end + piece.len()] != piece {
            return None;
        }
        found.push(&rest[..end]);
        rest = &rest[end + piece.len()..];
    }
    rest.is_empty().then_some(found)
}

/// A number as it is written, with the size of its last place.
pub fn read(text: &str) -> Option<(f64, f64)> {
    let (digits, factor) = text.strip_suffix(" million").map_or((text, 1.0), |digits| (digits, 1e6));
    let is_negative = digits.starts_with(['−', '-']);
    let plain = digits.trim_start_matches(['−', '-']).replace(',', "");
    let is_plain = plain.starts_with(|first: char| first.is_ascii_digit())
        && plain.ends_with(|last: char| last.is_ascii_digit())
        && plain.chars().all(|char| char.is_ascii_digit() || char == '.');
    let value: f64 = plain.parse().ok().filter(|_| is_plain)?;
    // Nothing is never less than nothing.
    if is_negative && value == 0.0 {
        return None;
    }
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let unit = factor * libm::pow(10.0, -f64::from(u32::try_from(decimals).ok()?));
    Some((factor * if is_negative { -value } else { value }, unit))
}

/// Whether a text shows a number, as finely as it is written there.
pub fn shows(text: &str, shown: Shown) -> Checked {
    let (Exact(value) | Rough(value) | People(value)) = shown;
    let wrong = || Err(format!("it says “{text}” where {value} is right"));
    let number = |text: &str| read(text).ok_or_else(|| format!("“{text}” is no number"));
    if let Some(most) = text.strip_prefix("under ").or(text.strip_prefix("Under ")) {
        let (most, unit) = number(most)?;
        // The least that is written is one of its last place.
        return if most == unit && value > 0.0 && value < 0.5 * most + 1e-9 { Ok(()) } else { wrong() };
    }
    if let Some(least) = text.strip_prefix("over ").or(text.strip_prefix("Over ")) {
        let (least, unit) = number(least)?;
        return if least == 99.9 && value > least + 0.5 * unit - 1e-9 && value < 100.0 { Ok(()) } else { wrong() };
    }
    if text == "fewer than 1" {
        return if matches!(shown, People(_)) && value > 0.0 && value < 0.5 { Ok(()) } else { wrong() };
    }
    if text == "more than can be counted" {
        return if value >= 1e15 { Ok(()) } else { wrong() };
    }
    let (found, unit) = number(text)?;
    let is_nothing = found == 0.0 && value.abs() > 1e-9 && !matches!(shown, Rough(_));
    if is_nothing || (found - value).abs() > 0.5 * unit + 1e-9 + 1e-13 * value.abs() { wrong() } else { Ok(()) }
}

/// The sentence has this frame, and its numbers are these.
pub fn says(text: &str, frame: &str, numbers: &[Shown]) -> Checked {
    let Some(found) = holes(text, frame) else { return Err(format!("it is not of the form “{frame}”")) };
    if found.len() != numbers.len() {
        return Err(format!("“{frame}” is held against {} numbers", numbers.len()));
    }
    for (hole, &number) in found.iter().zip(numbers) {
        shows(hole, number)?;
    }
    Ok(())
}

/// The sentence with each of its numbers changed by two of its last place, with each of its words left out, and with each
/// claim turned round.
pub fn breakages(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let words: Vec<&str> = text.split(' ').collect();
    for (at, word) in words.iter().enumerate() {
        let with = |other: &[&str]| [&words[..at], other, &words[at + 1..]].concat().join(" ");
        // Without these a number may still be right, as half of what it is under.
        match *word {
            "under" => all.push(with(&["over"])),
            "over" => all.push(with(&["under"])),
            _ => all.push(with(&[])),
        }
        // By one of its last place what lies in the middle of two may be right as well.
        if let Some(other) = changed(word).and_then(|once| changed(&once)) {
            all.push(with(&[&other]));
        }
        for (one, two) in TURNED {
            let bare = word.trim_end_matches(['.', ',', ':', ';']);
            let other = if bare == one {
                two
            } else if bare == two {
                one
            } else {
                continue;
            };
            all.push(with(&[&word.replace(bare, other)]));
        }
    }
    all
}

/// Claims in a word, and what would be false where they are true.
const TURNED: [(&str, &str); 13] = [
    ("rises", "falls"),
    ("raises", "lowers"),
    ("more", "fewer"),
    ("less", "more"),
    ("most", "least"),
    ("below", "above"),
    ("nobody", "everybody"),
    ("Nobody", "Everybody"),
    ("stays", "falls"),
    ("higher", "lower"),
    ("here", "elsewhere"),
    ("cheaper", "dearer"),
    ("no", "some"),
];

/// A word whose first number is one of its last place larger.
fn changed(word: &str) -> Option<String> {
    let from = word.find(|char: char| char.is_ascii_digit())?;
    let is_inside = |&(at, char): &(usize, char)| {
        let next = word[at..].chars().nth(1);
        char.is_ascii_digit() || (matches!(char, '.' | ',') && next.is_some_and(|next| next.is_ascii_digit()))
    };
    let length: usize = word[from..].char_indices().map(|(at, c)| (from + at, c)).take_while(is_inside).count();
    let mut digits: Vec<u8> = word[from..from + length].bytes().collect();
    for digit in digits.iter_mut().rev() {
        match digit {
            b'0'..=b'8' => {
                *digit += 1;
                break;
            }
            b'9' => *digit = b'0',
            _ => {}
        }
    }
    let mut number = String::from_utf8(digits).ok()?;
    if number.bytes().all(|digit| matches!(digit, b'0' | b'.' | b',')) {
        number.insert(0, '1');
    }
    Some(format!("{}{number}{}", &word[..from], &word[from + length..]))
}
