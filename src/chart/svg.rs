//! A chart as an SVG file of its own: right wherever it is opened, without the page's style, fonts or frame.
//!
//! *Architecture invariant:* every text is escaped, and nothing in the file points outside it: no style sheet, no
//! script, no foreign content, no link.

use std::fmt::Write;

use super::svg_style::{EDGE, look};
use super::text_width::{even_lines, text_room, wrap};
use super::{Anchor, Point, Rect, Scene, Shape};
use crate::decimal::tenths;
use crate::markup::escaped;
use crate::palette::{INK, PAPER, SOFT};

/// Width of a sheet in pixels.
pub const WIDTH: f64 = 800.0;
/// The width that scenes are made for.
pub const SCENE_WIDTH: f64 = WIDTH - 2.0 * MARGIN;

const MARGIN: f64 = 32.0;
/// Fonts that are nearly everywhere, of about the same widths.
const FONTS: &str = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/// A way of writing: size, distance of baselines, weight, colour.
#[derive(Clone, Copy)]
struct TextStyle {
    size: f64,
    step: f64,
    is_bold: bool,
    fill: &'static str,
}

const TITLE: TextStyle = TextStyle { size: 23.0, step: 29.0, is_bold: true, fill: INK };
const ABOUT: TextStyle = TextStyle { size: 16.0, step: 22.0, is_bold: false, fill: SOFT };
const KEY: TextStyle = TextStyle { size: 16.0, step: 24.0, is_bold: false, fill: INK };
const FOOT: TextStyle = TextStyle { size: 13.0, step: 18.0, is_bold: false, fill: SOFT };

/// What a sheet shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What the chart says, as a sentence.
    pub title: String,
    /// What it is about, a paragraph each: place, target, how to read it.
    pub about: Vec<String>,
    /// The key: the classes of a rectangle and what it stands for.
    pub key: Vec<(&'static str, String)>,
    /// The chart: layers of one size from back to front, made for [`SCENE_WIDTH`].
    pub layers: Vec<Scene>,
    /// Below the chart, a paragraph each: source, date, link.
    pub foot: Vec<String>,
}

/// An SVG file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg {
    /// What is in it.
    pub text: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Sheet {
    /// Draws the sheet.
    pub fn draw(&self) -> Svg {
        let mut drawing = Drawing { text: String::new(), y: MARGIN - 8.0 };
        drawing.paragraph(TITLE, &self.title);
        drawing.y += 4.0;
        for about in &self.about {
            drawing.paragraph(ABOUT, about);
        }
        drawing.key(&self.key);
        drawing.y += 18.0;
        drawing.chart(&self.layers);
        if !self.foot.is_empty() {
            drawing.y += 22.0;
            let from = Point { x: MARGIN, y: drawing.y };
            let to = Point { x: WIDTH - MARGIN, y: drawing.y };
            drawing.shape(&Shape::Line { class: "chart__grid", from, to });
            drawing.y += 8.0;
        }
        for foot in &self.foot {
            drawing.paragraph(FOOT, foot);
            drawing.y += 2.0;
        }
        let height = (drawing.y + MARGIN - 8.0).ceil();
        let (w, h, title) = (whole(WIDTH), whole(height), escaped(&self.title));
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
             aria-label=\"{title}\" font-family=\"{FONTS}\">\n<title>{title}</title>\n\
             <rect width=\"{w}\" height=\"{h}\" fill=\"{PAPER}\"/>\n{}</svg>\n",
            drawing.text
        );
        Svg { text, width: w, height: h }
    }
}

/// A number of pixels on a sheet.
fn whole(pixels: f64) -> u32 {
    pixels as u32
}

/// What is drawn so far, and how far down.
struct Drawing {
    text: String,
    y: f64,
}

impl Drawing {
    fn paragraph(&mut self, hand: TextStyle, text: &str) {
        let break_lines = if hand.is_bold { even_lines } else { wrap };
        for line in break_lines(text, hand.size, hand.is_bold, SCENE_WIDTH) {
            self.y += hand.step;
            self.line(hand, MARGIN, self.y - hand.step * 0.25, &line);
        }
    }

    fn line(&mut self, hand: TextStyle, x: f64, y: f64, text: &str) {
        let weight = if hand.is_bold { " font-weight=\"700\"" } else { "" };
        let _ = writeln!(
            self.text,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} fill=\"{}\">{}</text>",
            tenths(x),
            tenths(y),
            tenths(hand.size),
            hand.fill,
            escaped(text)
        );
    }

    /// The key, its items beside each other as far as they fit.
    fn key(&mut self, items: &[(&'static str, String)]) {
        const BOX: (f64, f64) = (16.0, 12.0);
        const TO_NEXT: f64 = 24.0;
        if items.is_empty() {
            return;
        }
        self.y += 8.0 + KEY.step;
        let mut x = MARGIN;
        for (class, text) in items {
            let width = BOX.0 + 8.0 + text_room(text, KEY.size, KEY.is_bold);
            if x > MARGIN && x + width > WIDTH - MARGIN {
                x = MARGIN;
                self.y += KEY.step;
            }
            let baseline = self.y - 6.0;
            let rect = Rect { x: x + 1.0, y: baseline - BOX.1, width: BOX.0, height: BOX.1 };
            self.shape(&Shape::Rect { class, rect });
            self.line(KEY, x + BOX.0 + 9.0, baseline, text);
            x += width + TO_NEXT;
        }
    }

    fn chart(&mut self, layers: &[Scene]) {
        let Some(first) = layers.first() else { return };
        let _ = writeln!(self.text, "<g transform=\"translate({} {})\">", tenths(MARGIN), tenths(self.y));
        for shape in layers.iter().flat_map(|layer| &layer.shapes) {
            self.shape(shape);
        }
        self.text.push_str("</g>\n");
        self.y += first.height;
    }

    fn shape(&mut self, shape: &Shape) {
        let out = &mut self.text;
        let _ = match shape {
            Shape::Line { class, from, to } => {
                let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(tenths);
                let look = attributes(class, false, |_| true);
                writeln!(out, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{look}/>")
            }
            Shape::Rect { class, rect } => {
                let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(tenths);
                let look = attributes(class, false, |_| true);
                writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{look}/>")
            }
            Shape::Path { class, path } => {
                writeln!(out, "<path d=\"{}\"{}/>", escaped(path), attributes(class, false, |_| true))
            }
            Shape::Dot { class, at, radius } => {
                let [x, y, radius] = [at.x, at.y, *radius].map(tenths);
                let look = attributes(class, false, |_| true);
                writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{look}/>")
            }
            Shape::Text { class, at, anchor, text } => {
                let [x, y] = [at.x, at.y].map(tenths);
                let anchor = match anchor {
                    Anchor::Start => String::new(),
                    Anchor::Middle | Anchor::End => format!(" text-anchor=\"{}\"", anchor.name()),
                };
                let mut write =
                    |look: &str| writeln!(out, "<text x=\"{x}\" y=\"{y}\"{anchor}{look}>{}</text>", escaped(text));
                let all = attributes(class, true, |_| true);
                let has_edge = all.contains(EDGE.0);
                // Not every program paints the edge below the letters when it is told to, so the letters come again.
                let edge = if has_edge { write(&attributes(class, true, |name| name != EDGE.0)) } else { Ok(()) };
                let letters =
                    attributes(class, true, |name| name != EDGE.0 && !(has_edge && name.starts_with("stroke")));
                edge.and_then(|()| write(&letters))
            }
        };
    }
}

/// The attributes of some classes as text; a class without a look is drawn as SVG draws by itself.
fn attributes(classes: &str, is_text: bool, takes: impl Fn(&str) -> bool) -> String {
    let all = look(classes, is_text).unwrap_or_default();
    all.into_iter().filter(|(name, _)| takes(name)).map(|(name, value)| format!(" {name}=\"{value}\"")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_an_edge_come_twice_and_the_second_time_without_it() {
        let at = Point { x: 1.0, y: 2.0 };
        let text = Shape::Text { class: "plane__name", at, anchor: Anchor::End, text: "Universal".to_owned() };
        let mut drawing = Drawing { text: String::new(), y: 0.0 };
        drawing.shape(&text);
        let lines: Vec<&str> = drawing.text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].contains("stroke-width=\"5\"") && !lines[1].contains("stroke"), "{lines:?}");
    }

    #[test]
    fn a_key_that_is_too_long_takes_another_line() {
        let item = ("bar bar--need", "A long name of what it stands for".to_owned());
        let height = |items: usize| Sheet { key: vec![item.clone(); items], ..Sheet::default() }.draw().height;
        assert_eq!(height(2), height(1));
        assert_eq!(height(3), height(1) + 24);
    }
}
