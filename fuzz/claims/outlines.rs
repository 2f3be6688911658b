//! Outlines: GeoJSON, a sequence of its features, and TopoJSON.

use who_gets_missed::data::outlines::{Wanted, read_outlines};
use who_gets_missed::pace::{Pace, at_once};

/// Every corner lies inside the bounds of its shape, and no shape is matched to two units.
pub fn outlines(bytes: &[u8]) {
    let Ok(read) = read_outlines(bytes) else { return };
    assert!(!read.shapes.is_empty());
    assert!((0..read.shapes.len()).any(|shape| !read.shapes.is_bare(shape)), "an area is drawn");
    for shape in 0..read.shapes.len() {
        let Some(bounds) = read.shapes.bounds(shape) else {
            assert!(read.shapes.is_bare(shape));
            continue;
        };
        assert!(bounds.size().into_iter().all(|size| size.is_finite() && size >= 0.0));
        for ring in read.shapes.rings_in(shape) {
            assert!(ring.len() >= 3, "a ring has an inside");
            assert!(ring.iter().all(|&corner| bounds.holds(corner)));
        }
    }
    let units = ["E01000001", "E01000002", "Abbey"].map(|text| Wanted { code: text, name: text });
    if let Ok(matched) = at_once(read.matched(&units, &Pace::at_once())) {
        assert!((1..=units.len()).contains(&matched.found) && matched.shapes.len() == units.len());
        assert_eq!((0..units.len()).filter(|&unit| !matched.shapes.is_bare(unit)).count(), matched.found);
    }
}
