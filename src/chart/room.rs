//! What a room guessed, as dots in a row, with the answer as a line through them or as bars below them. Large, for a projector.
//! The answer runs over the guesses before it stands.

use super::names::{NameType, add_name};
use super::people::of_a_hundred;
use super::scene::LEAST_WIDTH;
use super::{Anchor, LinearScale, Point, Rect, Scene, Shape};
use crate::model::bounded;
use crate::model::guesses::near;

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
    /// About how wide a character of a figure is, and of a mark.
    character: f64,
    mark_character: f64,
    classes: [&'static str; 4],
}

const LARGE: Sizes = Sizes {
    dot: 11.0,
    name: 24.0,
    bar: 46.0,
    figure: 34.0,
    between: 20.0,
    mark: 24.0,
    character: 22.5,
    mark_character: 12.6,
    classes: [
        "room__name room__name--wide",
        "room__figure room__figure--wide",
        "room__mark room__mark--wide",
        "room__mark room__mark--wide room__mark--answer",
    ],
};

const SMALL: Sizes = Sizes {
    dot: 7.0,
    name: 16.0,
    bar: 30.0,
    figure: 22.0,
    between: 14.0,
    mark: 15.0,
    character: 14.5,
    mark_character: 8.0,
    classes: ["room__name", "room__figure", "room__mark", "room__mark room__mark--answer"],
};

/// The most dots above each other; in a fuller column they overlap.
const MOST_HIGH: usize = 5;

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
    /// Where the answer stands among the guesses, with its name; without one where bars say it.
    pub answer: Option<(f64, String)>,
    /// Whether the answer is still on its way.
    pub is_running: bool,
    /// Marks along the bottom.
    pub marks: Vec<(f64, String)>,
    /// The end of the scale, more than 0.
    pub most: f64,
}

/// How long the answer runs, in milliseconds.
const RUN: f64 = 2600.0;

/// How far the answer has come (0 to 1) after so many milliseconds: it sets off slowly, and comes in slowly.
pub fn run(milliseconds: f64) -> f64 {
    let at = bounded(milliseconds / RUN, 0.0, 1.0);
    at * at * (3.0 - 2.0 * at)
}

/// How many of a hundred people are there when the answer, a share (0 to 1), has come so far (0 to 1).
pub fn people_so_far(answer: f64, so_far: f64) -> usize {
    of_a_hundred(answer * so_far)
}

impl Room {
    /// The picture when the answer has come so far (0 to 1): until it stands nothing says where that will be.
    pub fn so_far(&self, so_far: f64) -> Self {
        if so_far >= 1.0 {
            return self.clone();
        }
        let bar = |bar: &RoomBar| RoomBar { value: bar.value * so_far, figure: String::new(), ..bar.clone() };
        Self {
            bars: self.bars.iter().map(bar).collect(),
            answer: self.answer.as_ref().map(|(answer, name)| (answer * so_far, name.clone())),
            is_running: true,
            ..self.clone()
        }
    }
}

/// Draws the picture for a width in pixels.
pub fn room(content: &Room, width: f64) -> Scene {
    let width = width.max(LEAST_WIDTH);
    let sizes = if width >= WIDE { &LARGE } else { &SMALL };
    let [name_class, figure_class, mark_class, answer_class] = sizes.classes;
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
        let highest = places.iter().map(|&(.., level)| level).max().unwrap_or_default();
        let step = 2.0 * sizes.dot;
        let base = further + sizes.name + 14.0 + step * (highest as f64 + 0.5) + sizes.dot;
        let is_near = |guess: f64| match &content.answer {
            Some((answer, _)) if !content.is_running => near(&[guess], *answer) > 0,
            _ => false,
        };
        for (guess, at, level) in places {
            let at = Point { x: at, y: base - step * level as f64 };
            let class = if is_near(guess) { "room__guess room__guess--near" } else { "room__guess" };
            shapes.push(Shape::Dot { class, at, radius: sizes.dot - 1.0 });
        }
        top = base + sizes.dot + 2.0;
        let above = further + sizes.name + 8.0;
        shapes.push(Shape::Line {
            class: "chart__axis-line",
            from: Point { x: inset, y: top },
            to: Point { x: width - inset, y: top },
        });
        if let Some((middle, name)) = &content.middle {
            let at = x.at(*middle);
            shapes.push(line("room__middle", at, above, top + 8.0));
            let y = top + 8.0 + sizes.mark;
            let wide = sizes.mark_character * name.chars().count() as f64;
            shapes.push(text(mark_class, beside(at, y, wide, width), Anchor::Start, name));
            top = y;
        }
        if let Some((answer, name)) = &content.answer {
            let at = x.at(*answer);
            shapes.push(line("room__answer", at, above, base + sizes.dot + 10.0));
            if !name.is_empty() {
                let y = top + 4.0 + sizes.mark;
                let wide = sizes.mark_character * name.chars().count() as f64;
                if !content.is_running {
                    shapes.push(text(answer_class, beside(at, y, wide, width), Anchor::Start, name));
                }
                top = y;
            }
        }
        top += sizes.between;
    }

    for bar in &content.bars {
        let further = add_name(&mut shapes, name, Point { x: inset, y: top + sizes.name }, width - inset, &bar.name);
        let y = top + sizes.name + further + 9.0;
        let length = (x.at(bounded(bar.value, 0.0, content.most)) - inset).max(1.0);
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

/// Each guess, from the lowest, with its place along the scale, and how many dots lie below it.
fn stacked(guesses: &[f64], place: impl Fn(f64) -> f64, wide: f64) -> Vec<(f64, f64, usize)> {
    let mut sorted = guesses.to_vec();
    sorted.sort_by(f64::total_cmp);
    // The last dot of each level.
    let mut levels: Vec<f64> = Vec::new();
    sorted
        .into_iter()
        .map(|guess| {
            let at = place(guess);
            let free = levels.iter().position(|&last| at - last >= wide);
            let level = free.unwrap_or(levels.len()).min(MOST_HIGH - 1);
            match levels.get_mut(level) {
                Some(last) => *last = at,
                None => levels.push(at),
            }
            (guess, at, level)
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
            answer: Some((value, "The answer: 30.5%".into())),
            is_running: false,
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
        assert_eq!(places, [(0.5, 50.0, 0), (0.5, 50.0, 1), (0.5, 50.0, 2), (0.9, 90.0, 0)]);
        assert!(stacked(&[0.5; 50], |guess| guess, 10.0).iter().all(|&(.., level)| level < MOST_HIGH));
    }

    #[test]
    fn the_answer_runs_from_nothing_and_says_where_it_stands_when_it_does() {
        assert_eq!([run(-5.0), run(0.0), run(RUN / 2.0), run(RUN), run(1e9)], [0.0, 0.0, 0.5, 1.0, 1.0]);
        assert_eq!([people_so_far(0.305, 0.0), people_so_far(0.305, 0.5), people_so_far(0.305, 1.0)], [0, 15, 31]);
        let whole = example(vec![0.3, 0.9], 0.305);
        assert_eq!(whole.so_far(1.0), whole);
        let on_its_way = whole.so_far(0.5);
        assert!(on_its_way.bars.iter().all(|bar| bar.value < 0.16 && bar.figure.is_empty()));
        for width in [343.0, 800.0] {
            let [before, after] = [&on_its_way, &whole].map(|content| room(content, width));
            // Nothing moves when it comes to stand.
            assert_eq!(before.height, after.height);
            let says = |scene: &Scene| format!("{:?}", scene.shapes).contains("30.5%");
            assert_eq!([says(&before), says(&after)], [false, true]);
            let near = |scene: &Scene| format!("{:?}", scene.shapes).matches("room__guess--near").count();
            assert_eq!([near(&before), near(&after)], [0, 1]);
        }
    }

    #[test]
    fn every_guess_is_a_dot() {
        let scene = room(&example(vec![0.1, 0.1, 0.6], 0.3), 800.0);
        assert_eq!(scene.shapes.iter().filter(|shape| matches!(shape, Shape::Dot { .. })).count(), 3);
    }
}
