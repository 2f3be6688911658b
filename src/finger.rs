//! Whether a finger on a slider sets it or scrolls the page.

/// So many CSS pixels a finger may shake while it rests.
const REST: f64 = 8.0;

/// What a finger on a slider that lies across the page is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Finger {
    /// It rests where it was put down. Lifted now it was a tap.
    Rests {
        /// Pixels from the left.
        x: f64,
        /// Pixels from the top.
        y: f64,
    },
    /// It moves the slider.
    Slides,
    /// It scrolls the page, or the browser took it away.
    Scrolls,
}

impl Finger {
    /// The finger after it moved to a place. What it does is decided once, by where it first goes.
    pub fn moved_to(self, to_x: f64, to_y: f64) -> Self {
        let Self::Rests { x, y } = self else { return self };
        let (across, along) = ((to_x - x).abs(), (to_y - y).abs());
        if across.max(along) <= REST {
            self
        } else if across > along {
            Self::Slides
        } else {
            Self::Scrolls
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOWN: Finger = Finger::Rests { x: 100.0, y: 300.0 };

    #[test]
    fn a_finger_that_shakes_still_rests() {
        assert_eq!(DOWN.moved_to(108.0, 292.0), DOWN);
    }

    #[test]
    fn the_way_it_goes_first_decides() {
        assert_eq!(DOWN.moved_to(91.0, 305.0), Finger::Slides);
        assert_eq!(DOWN.moved_to(105.0, 320.0), Finger::Scrolls);
        assert_eq!(DOWN.moved_to(91.0, 305.0).moved_to(91.0, 900.0), Finger::Slides);
        assert_eq!(DOWN.moved_to(100.0, 280.0).moved_to(300.0, 280.0), Finger::Scrolls);
    }

    #[test]
    fn a_finger_half_way_between_scrolls() {
        assert_eq!(DOWN.moved_to(120.0, 320.0), Finger::Scrolls);
    }
}
