//! What a room guessed, as dots in a row, above the answer as bars. Large, for a projector.

use super::names::{NameType, add_name};
use super::scene::LEAST_WIDTH;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};

/// Below this width the picture has smaller type.
const WIDE: f64 = 560.0;

/// Sizes in pixels; type has the same sizes in the style.
struct Sizes {
    dot: f64,
    name: f64,
    bar: f64,
    figure: f64,
    between: f64,
    mark: f64,
    /// About how wide a character of a figure is.
    character: f64,
    classes: [&'static str; 3],
}

const LARGE: Sizes = Sizes {
    dot: 11.0,
    name: 22.0,
    bar: 46.0,
    figure: 34.0,
    between: 22.0,
    mark: 18.0,
    character: 22.5,
    classes: ["room__name room__name--wide", "room__figure room__figure--wide", "room__mark room__mark--wide"],
};

const SMALL: Sizes = Sizes {
    dot: 7.0,
    name: 16.0,
    bar: 30.0,
    figure: 22.0,
    between: 14.0,
    mark: 15.0,
    character: 14.5,
    classes: ["room__name", "room__figure", "room__mark"],
};

/// The most dots above each other; in a fuller column they overlap.
const MOST_HIGH: usize = 7;

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct RoomBar {
    /// What stands above it.
    pub name: String,
    /// Its length, 0 to [`Room::most`].
    pub value: f64,
    /// The value as a figure.
    pub figure: String,
    /// Whether it is the one that was asked for.
    pub is_answer: bool,
}

/// The end of a scale that holds all bars, at least 1.
pub fn longest(bars: &[RoomBar]) -> f64 {
    bars.iter().map(|bar| bar.value).fold(1.0, f64::max)
}

/// What the picture shows. All values are on one scale from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Room {
    /// The bars, from top to bottom.
    pub bars: Vec<RoomBar>,
    /// What was guessed.
    pub guesses: Vec<f64>,
    /// Stands above the guesses.
    pub guesses_name: String,
    /// The middle guess, with its name.
    pub middle: Option<(f64, String)>,
    /// A value to be reached, with its name.
    pub goal: Option<(f64, String)>,
    /// Marks along the bottom.
    pub marks: Vec<(f64, String)>,
    /// The end of the scale, more than 0.
    pub most: f64,
}

/// Draws the picture for a width in pixels.
pub fn room(content: &Room, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let sizes = if width >= WIDE { &LARGE } else { &SMALL };
    let [name_class, figure_class, mark_class] = sizes.classes;
    let name = NameType { class: name_class, size: sizes.name, is_bold: false };
    let inset = sizes.dot + 2.0;
    let x = LinearScale { domain: (0.0, content.most.max(f64::MIN_POSITIVE)), range: (inset, width - inset) };
    let text = |class, at: Point, anchor, text: &str| Shape::Text { class, at, anchor, text: text.to_owned() };
    let line =
        |class, x: f64, from: f64, to: f64| Shape::Line { class, from: Point { x, y: from }, to: Point { x, y: to } };
    let mut shapes = Vec::new();
    let mut top = 0.0;

    if !content.guesses.is_empty() {
        let further =
            add_name(&mut shapes, name, Point { x: inset, y: sizes.name }, width - inset, &content.guesses_name);
        let places = stacked(&content.guesses, |guess| x.at(guess), 2.0 * sizes.dot);
        let highest = places.iter().map(|&(_, level)| level).max().unwrap_or_default();
        let step = 2.0 * sizes.dot;
        let base = further + sizes.name + 14.0 + step * (highest as f64 + 0.5) + sizes.dot;
        for (at, level) in places {
            let at = Point { x: at, y: base - step * level as f64 };
            shapes.push(Shape::Dot { class: "room__guess", at, radius: sizes.dot - 1.0 });
        }
        top = base + sizes.dot + 2.0;
        shapes.push(Shape::Line {
            class: "chart__axis-line",
            from: Point { x: inset, y: top },
            to: Point { x: width - inset, y: top },
        });
        if let Some((middle, name)) = &content.middle {
            let at = x.at(*middle);
            shapes.push(line("room__middle", at, further + sizes.name + 8.0, top + 8.0));
            let y = top + 8.0 + sizes.mark;
            let wide = sizes.character * 0.5 * name.chars().count() as f64;
            shapes.push(text(mark_class, beside(at, y, wide, width), Anchor::Start, name));
            top = y;
        }
        top += sizes.between;
    }

    let first_bar = top;
    for bar in &content.bars {
        let further = add_name(&mut shapes, name, Point { x: inset, y: top + sizes.name }, width - inset, &bar.name);
        let y = top + sizes.name + further + 9.0;
        let length = (x.at(bar.value.clamp(0.0, content.most)) - inset).max(1.0);
        let class = if bar.is_answer { "bar bar--need" } else { "bar bar--everyone" };
        let rect = Rect { x: inset, y, width: length, height: sizes.bar };
        shapes.push(Shape::Rect { class, rect });
        let room = sizes.character * bar.figure.chars().count() as f64 + 12.0;
        let baseline = y + (sizes.bar + sizes.figure * 0.72) / 2.0;
        let is_inside = rect.right() + room > width;
        let (at, anchor) =
            if is_inside { (rect.right() - 10.0, Anchor::End) } else { (rect.right() + 10.0, Anchor::Start) };
        shapes.push(text(
            match (is_inside && bar.is_answer, figure_class) {
                (true, "room__figure") => "room__figure room__figure--inside",
                (true, _) => "room__figure room__figure--wide room__figure--inside",
                (false, class) => class,
            },
            Point { x: at, y: baseline },
            anchor,
            &bar.figure,
        ));
        top = rect.bottom() + sizes.between;
    }
    let last_bar = top - sizes.between + 8.0;
    if let Some((goal, name)) = &content.goal {
        let at = x.at(*goal);
        shapes.push(line("room__goal", at, first_bar + sizes.name + 2.0, last_bar));
        let wide = sizes.character * 0.5 * name.chars().count() as f64;
        let y = last_bar + sizes.mark;
        shapes.push(text(mark_class, beside(at, y, wide, width), Anchor::Start, name));
        top = y + sizes.between / 2.0;
    }
    if !content.marks.is_empty() {
        for (index, (mark, name)) in content.marks.iter().enumerate() {
            let anchor = match index {
                0 => Anchor::Start,
                _ if index + 1 == content.marks.len() => Anchor::End,
                _ => Anchor::Middle,
            };
            // The first and the last mark stand at the very ends of the scale, inside the picture.
            shapes.push(text(mark_class, Point { x: x.at(*mark), y: top + sizes.mark }, anchor, name));
        }
        top += sizes.mark + 8.0;
    }
    Scene { width, height: top.max(1.0), shapes }
}

/// Where a text stands that begins near `at`: inside the picture.
fn beside(at: f64, y: f64, wide: f64, width: f64) -> Point {
    Point { x: (at - wide / 2.0).min(width - wide).max(0.0), y }
}

/// Where each guess stands, from the lowest: its place along the scale, and how many dots lie below it.
fn stacked(guesses: &[f64], place: impl Fn(f64) -> f64, wide: f64) -> Vec<(f64, usize)> {
    let mut sorted: Vec<f64> = guesses.iter().map(|&guess| place(guess)).collect();
    sorted.sort_by(f64::total_cmp);
    // The last dot of each level.
    let mut levels: Vec<f64> = Vec::new();
    sorted
        .into_iter()
        .map(|at| {
            let free = levels.iter().position(|&last| at - last >= wide);
            let level = free.unwrap_or(levels.len()).min(MOST_HIGH - 1);
            match levels.get_mut(level) {
                Some(last) => *last = at,
                None => levels.push(at),
            }
            (at, level)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(guesses: Vec<f64>, value: f64) -> Room {
        let bar = |is_answer| RoomBar { name: "a".into(), value, figure: "about 30.5%".into(), is_answer };
        Room {
            bars: vec![bar(true), bar(false)],
            middle: crate::model::guesses::median(&guesses).map(|middle| (middle, "Middle guess: 100%".to_owned())),
            guesses,
            guesses_name: "Guesses".into(),
            goal: Some((0.8, "8 in 10".into())),
            marks: [0.0, 0.5, 1.0].map(|mark| (mark, "50%".to_owned())).to_vec(),
            most: 1.0,
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_picture() {
        for width in [0.0, 300.0, 343.0, 560.0, 1200.0] {
            for value in [0.0, 0.3, 0.97, 1.0] {
                for guesses in [vec![], vec![0.0], vec![1.0; 40], vec![0.2, 0.2, 0.21, 0.9, 1.0]] {
                    assert!(room(&example(guesses, value), width).is_inside(), "{width} {value}");
                }
            }
        }
    }

    #[test]
    fn equal_guesses_stand_above_each_other_and_others_beside_them() {
        let places = stacked(&[0.5, 0.5, 0.9, 0.5], |guess| guess * 100.0, 10.0);
        assert_eq!(places, [(50.0, 0), (50.0, 1), (50.0, 2), (90.0, 0)]);
        assert!(stacked(&[0.5; 50], |guess| guess, 10.0).iter().all(|&(_, level)| level < MOST_HIGH));
    }

    #[test]
    fn every_guess_is_a_dot() {
        let scene = room(&example(vec![0.1, 0.1, 0.6], 0.3), 800.0);
        assert_eq!(scene.shapes.iter().filter(|shape| matches!(shape, Shape::Dot { .. })).count(), 3);
    }
}
