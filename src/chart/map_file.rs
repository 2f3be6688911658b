//! Where words stand around a map that is saved as a picture.

use super::text_width::{text_width, wrap};

/// Room at the edges, the sizes of texts and what their lines take, in CSS pixels.
const EDGE: f64 = 16.0;
const TITLE: f64 = 20.0;
const TEXT: f64 = 14.0;
const SPACING: f64 = 1.35;
/// From one word of the key to the next.
const GAP: f64 = 20.0;

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileInk {
    /// As text.
    Text,
    /// As people missed.
    Missed,
    /// As people reached.
    Reached,
    /// As the ground of the target.
    Target,
    /// As a shade of people missed.
    Shade(usize),
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct FileLine {
    /// The text.
    pub text: String,
    /// Its size in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Where it begins and where its base line is.
    pub at: [f64; 2],
    /// What it is written in.
    pub ink: FileInk,
}

/// A picture around a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapFile {
    /// Its width and height in pixels.
    pub size: [f64; 2],
    /// Where the map stands in it.
    pub map: [f64; 2],
    /// Its texts.
    pub lines: Vec<FileLine>,
}

/// Puts the title and the key above a map and the notes below it. `map` is its size in pixels of the picture, of which there are
/// `density` in a CSS pixel; a key is a sign in its ink with what it stands for.
pub fn map_file(
    map: [f64; 2],
    density: f64,
    title: &str,
    key: &[(&str, FileInk, String)],
    notes: &[String],
) -> MapFile {
    let [edge, wide] = [EDGE * density, map[0]];
    let mut made = MapFile { size: [wide + 2.0 * edge, 0.0], map: [edge, 0.0], lines: Vec::new() };
    let mut y = edge;
    made.text(&mut y, title, TITLE * density, true);
    let size = TEXT * density;
    let mut x = edge;
    y += size * SPACING;
    for (sign, ink, text) in key {
        let word = text_width(text, size, false);
        let whole = size * SPACING + word;
        if x > edge && x + whole > edge + wide {
            x = edge;
            y += size * SPACING;
        }
        let mut put = |text: &str, at: f64, ink: FileInk| {
            made.lines.push(FileLine { text: text.to_owned(), size, is_bold: false, at: [at, y], ink });
        };
        put(sign, x, *ink);
        put(text, x + size * SPACING, FileInk::Text);
        x += whole + GAP * density;
    }
    y += edge;
    made.map[1] = y;
    y += map[1] + edge / 2.0;
    for note in notes {
        made.text(&mut y, note, size, false);
    }
    made.size[1] = y + edge;
    made
}

impl MapFile {
    /// Adds a text in as many lines as it takes.
    fn text(&mut self, y: &mut f64, text: &str, size: f64, is_bold: bool) {
        for line in wrap(text, size, is_bold, self.size[0] - 2.0 * self.map[0]) {
            *y += size * SPACING;
            self.lines.push(FileLine { text: line, size, is_bold, at: [self.map[0], *y], ink: FileInk::Text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_around_the_map_and_not_on_it() {
        let title = "Target the most deprived fifth of areas, and 70% of people on low incomes are missed";
        let key = [("●", FileInk::Missed, "missed".to_owned()), ("○", FileInk::Reached, "reached".to_owned())];
        let notes = ["One dot is 10 people.".to_owned(), "Source: made up.".to_owned()];
        for (size, density) in [([300.0, 250.0], 1.0), ([1200.0, 900.0], 2.0)] {
            let file = map_file(size, density, title, &key, &notes);
            let (above, below): (Vec<_>, Vec<_>) = file.lines.iter().partition(|line| line.at[1] < file.map[1]);
            assert!(above.iter().any(|line| line.ink == FileInk::Missed) && below.len() == 2);
            for line in &file.lines {
                let right = line.at[0] + text_width(&line.text, line.size, line.is_bold);
                assert!(line.at[0] >= 16.0 && right <= file.size[0] - 15.0, "{line:?}");
            }
            assert!(below.iter().all(|line| line.at[1] - line.size >= file.map[1] + size[1] - 1.0));
            assert!(below.iter().all(|line| line.at[1] < file.size[1]));
        }
    }
}
