//! Reads a file of outlines.

use super::drawn::{Drawn, crs_name};
use super::feature::{Feature, Kind};
use super::json::Json;
use super::topology::{Arcs, Mark};
use super::{Columns, MOST_OUTLINE_BYTES, NotJson, Outlines, OutlinesError};
use crate::model::shapes::Shapes;
use crate::pace::{Pace, at_once};

type Result<T> = std::result::Result<T, OutlinesError>;

/// So deep collections may stand in each other.
const DEEPEST: u32 = 8;
/// Reads outlines.
///
/// # Errors
/// [`OutlinesError`] where there are none.
pub fn read_outlines(bytes: &[u8]) -> Result<Outlines> {
    at_once(read_outlines_at(bytes, &Pace::at_once()))
}

/// The same at a pace.
///
/// # Errors
/// As for [`read_outlines`].
pub async fn read_outlines_at(bytes: &[u8], pace: &Pace) -> Result<Outlines> {
    if bytes.len() > MOST_OUTLINE_BYTES {
        return Err(OutlinesError::TooLong);
    }
    is_json(bytes)?;
    let mut reader = Reader {
        json: Json::new(bytes),
        paces: Paces { pace, bytes: bytes.len(), waited: 0 },
        shapes: Shapes::default(),
        columns: Columns::default(),
        marks: Vec::new(),
        arcs: Arcs::default(),
        drawn: Drawn::default(),
        crs: None,
        has_others: false,
    };
    while reader.json.peek() != 0 {
        reader.document().await?;
    }
    reader.end().await
}

/// What a file is told by that is none of ours.
fn is_json(bytes: &[u8]) -> Result<()> {
    let kind = match bytes {
        _ if bytes.iter().all(u8::is_ascii_whitespace) => NotJson::Empty,
        [b'P', b'K', ..] | [0x1F, 0x8B, ..] => NotJson::Packed,
        _ if bytes.starts_with(b"SQLite format") => NotJson::Packed,
        [0, 0, 0x27, 0x0A, ..] => NotJson::Shapefile,
        _ if matches!(Json::new(bytes).peek(), b'{' | b'[') => return Ok(()),
        _ => NotJson::Other,
    };
    Err(OutlinesError::NotJson(kind))
}

/// Waits now and then, and tells how far it is.
struct Paces<'p> {
    pace: &'p Pace,
    bytes: usize,
    waited: usize,
}

impl Paces<'_> {
    /// So many bytes are read between two waits at least.
    const STEP: usize = 1 << 15;

    async fn at(&mut self, byte: usize) {
        if byte >= self.waited + Self::STEP {
            self.waited = byte;
            self.pace.done(byte as f64 / self.bytes.max(1) as f64).await;
        }
    }
}

struct Reader<'a, 'p> {
    json: Json<'a>,
    paces: Paces<'p>,
    shapes: Shapes,
    columns: Columns,
    /// The outlines of a topology: which arcs they are made of.
    marks: Vec<Mark>,
    arcs: Arcs,
    drawn: Drawn,
    crs: Option<String>,
    /// Whether there are points or lines.
    has_others: bool,
}

impl<'a> Reader<'a, '_> {
    /// A collection, a single feature or geometry, or a topology.
    async fn document(&mut self) -> Result<()> {
        // In a sequence each line is a feature; as an array, features may stand without their collection.
        if self.json.takes(b'[') {
            return self.features(false).await;
        }
        // A single feature is read as one; what it has beside that is gone past.
        let mut single = Feature::default();
        self.json.expect(b'{')?;
        let mut is_first = true;
        while self.json.next(is_first, b'}')? {
            is_first = false;
            match self.json.key()?.as_str() {
                "features" if self.json.takes(b'[') => self.features(false).await?,
                "geometries" if self.json.takes(b'[') => self.features(false).await?,
                "objects" if self.json.takes(b'{') => self.layers().await?,
                "arcs" if self.json.takes(b'[') => self.topology().await?,
                "transform" => self.transform()?,
                "crs" => self.crs = Some(self.json.raw()?),
                key => self.member(key, &mut single, 0)?,
            }
        }
        if single.has_geometry() {
            self.feature(single);
        }
        Ok(())
    }

    /// The items of an array whose bracket was read: each is an area.
    async fn features(&mut self, is_topology: bool) -> Result<()> {
        let mut is_first = true;
        while self.json.next(is_first, b']')? {
            is_first = false;
            let mut feature = Feature { is_topology, ..Feature::default() };
            self.object(&mut feature, 0)?;
            self.feature(feature);
            self.paces.at(self.json.at()).await;
        }
        Ok(())
    }

    /// The layers of a topology, each a collection or a geometry.
    async fn layers(&mut self) -> Result<()> {
        let mut is_first = true;
        while self.json.next(is_first, b'}')? {
            is_first = false;
            self.json.key()?;
            if !self.json.takes(b'{') {
                self.json.skip()?;
                continue;
            }
            let mut single = Feature { is_topology: true, ..Feature::default() };
            let mut is_first_member = true;
            while self.json.next(is_first_member, b'}')? {
                is_first_member = false;
                match self.json.key()?.as_str() {
                    "geometries" if self.json.takes(b'[') => self.features(true).await?,
                    key => self.member(key, &mut single, 0)?,
                }
            }
            if single.has_geometry() {
                self.feature(single);
            }
        }
        Ok(())
    }

    /// The arcs of a topology, whose bracket was read.
    async fn topology(&mut self) -> Result<()> {
        let mut is_first = true;
        while self.json.next(is_first, b']')? {
            is_first = false;
            self.json.expect(b'[')?;
            let mut is_first_place = true;
            while self.json.next(is_first_place, b']')? {
                is_first_place = false;
                self.json.expect(b'[')?;
                let pair = self.pair()?;
                self.arcs.add(pair);
            }
            self.arcs.end();
            self.paces.at(self.json.at()).await;
        }
        Ok(())
    }

    fn transform(&mut self) -> Result<()> {
        if !self.json.takes(b'{') {
            return self.json.skip();
        }
        let (mut scale, mut translate) = ([1.0, 1.0], [0.0, 0.0]);
        let mut is_first = true;
        while self.json.next(is_first, b'}')? {
            is_first = false;
            let key = self.json.key()?;
            let into = match key.as_str() {
                "scale" => &mut scale,
                "translate" => &mut translate,
                _ => {
                    self.json.skip()?;
                    continue;
                }
            };
            self.json.expect(b'[')?;
            *into = self.pair()?;
        }
        self.arcs.transform = Some([scale, translate]);
        Ok(())
    }

    /// Two numbers of an array whose bracket was read, to its end: heights are left out.
    fn pair(&mut self) -> Result<[f64; 2]> {
        let x = self.json.number()?;
        self.json.expect(b',')?;
        let y = self.json.number()?;
        while self.json.next(false, b']')? {
            self.json.skip()?;
        }
        Ok([x, y])
    }

    /// An object that is a feature or a geometry, or a part of one.
    fn object(&mut self, feature: &mut Feature, depth: u32) -> Result<()> {
        if depth > DEEPEST {
            return self.json.broken();
        }
        if !self.json.takes(b'{') {
            return self.json.skip();
        }
        let mut part = Feature { is_topology: feature.is_topology, ..Feature::default() };
        let mut is_first = true;
        while self.json.next(is_first, b'}')? {
            is_first = false;
            let key = self.json.key()?;
            self.member(&key, &mut part, depth)?;
        }
        feature.join(part);
        Ok(())
    }

    /// A member of a feature or a geometry.
    fn member(&mut self, key: &str, feature: &mut Feature, depth: u32) -> Result<()> {
        match key {
            "type" if self.json.peek() == b'"' => {
                feature.kind = match self.json.string()?.as_deref() {
                    Some("Polygon" | "MultiPolygon") => Kind::Area,
                    Some("Point" | "MultiPoint" | "LineString" | "MultiLineString") => Kind::Other,
                    _ => Kind::Unknown,
                };
                Ok(())
            }
            // Only points of a topology have some of their own.
            "coordinates" if feature.is_topology => self.json.skip(),
            "coordinates" => self.coordinates(feature),
            "arcs" if feature.is_topology => self.arcs_of(feature),
            "geometry" => self.object(feature, depth + 1),
            "geometries" if self.json.takes(b'[') => {
                let mut is_first = true;
                while self.json.next(is_first, b']')? {
                    is_first = false;
                    self.object(feature, depth + 1)?;
                }
                Ok(())
            }
            "properties" if self.json.takes(b'{') => {
                let mut is_first = true;
                while self.json.next(is_first, b'}')? {
                    is_first = false;
                    let name = self.json.key()?;
                    if let Some(text) = self.json.cell()? {
                        feature.properties.push((name, text));
                    }
                }
                Ok(())
            }
            "id" => {
                let id = self.json.cell()?;
                feature.properties.extend(id.map(|id| ("id".to_owned(), id)));
                Ok(())
            }
            _ => self.json.skip(),
        }
    }

    /// Arrays in arrays down to places.
    fn coordinates(&mut self, feature: &mut Feature) -> Result<()> {
        if self.json.peek() != b'[' {
            return self.json.skip();
        }
        let into = &mut feature.own;
        let (mut depth, mut deepest) = (0, 0);
        loop {
            if self.json.takes(b'[') {
                depth += 1;
                if matches!(self.json.peek(), b'0'..=b'9' | b'-') {
                    let pair = self.pair()?;
                    into.places.push(self.drawn.place(pair));
                    deepest = depth;
                    depth -= 1;
                }
            } else if self.json.takes(b']') {
                match deepest - depth {
                    1 => into.rings.push(into.places.len()),
                    2 => into.polygons.push(into.rings.len()),
                    _ => {}
                }
                depth -= 1;
            } else if !self.json.takes(b',') {
                return self.json.broken();
            }
            if depth == 0 {
                return Ok(());
            }
            if depth > 16 {
                return self.json.broken();
            }
        }
    }

    /// Arrays in arrays down to numbers of arcs.
    fn arcs_of(&mut self, feature: &mut Feature) -> Result<()> {
        if self.json.peek() != b'[' {
            return self.json.skip();
        }
        let (mut depth, mut deepest) = (0, 0);
        loop {
            if self.json.takes(b'[') {
                depth += 1;
            } else if self.json.takes(b']') {
                match deepest - depth {
                    0 if deepest > 0 => feature.own_marks.push(Mark::Ring),
                    1 => feature.own_marks.push(Mark::Polygon),
                    _ => {}
                }
                depth -= 1;
            } else if !self.json.takes(b',') {
                let number = self.json.number()?;
                if !(-2_147_483_648.0..=2_147_483_647.0).contains(&number) {
                    return self.json.broken();
                }
                // The cast is exact but for what is behind a point.
                feature.own_marks.push(Mark::Arc(number as i32));
                deepest = depth;
            }
            if depth == 0 {
                return Ok(());
            }
            if depth > 16 {
                return self.json.broken();
            }
        }
    }

    /// Keeps a feature that was read.
    fn feature(&mut self, mut feature: Feature) {
        feature.settle();
        self.has_others |= feature.has_others;
        let row = if feature.is_topology { self.arcs.areas } else { self.shapes.len() };
        for (name, text) in &feature.properties {
            self.columns.set(row, name, text);
        }
        if feature.is_topology {
            self.marks.append(&mut feature.marks);
            self.marks.push(Mark::Area);
            self.arcs.areas += 1;
            return;
        }
        for part in feature.parts {
            let (mut place, mut ring) = (0, 0);
            for polygon in part.polygons {
                for &ring_end in part.rings.get(ring..polygon).unwrap_or_default() {
                    let places = part.places.get(place..ring_end).unwrap_or_default();
                    places.iter().for_each(|&corner| self.shapes.corner(corner));
                    self.shapes.end_ring();
                    place = ring_end;
                }
                ring = polygon;
                self.shapes.end_polygon();
            }
        }
        self.shapes.end_shape();
    }

    async fn end(mut self) -> Result<Outlines> {
        if !self.marks.is_empty() {
            let drawn = &mut self.drawn;
            self.shapes = self.arcs.shapes(&self.marks, |pair| drawn.place(pair), self.paces.pace).await;
        }
        if self.shapes.extent().is_none() {
            return Err(if self.has_others { OutlinesError::NoAreas } else { OutlinesError::NoOutlines });
        }
        let named = self.crs.as_deref().and_then(crs_name);
        let is_metres = self.drawn.is_metres();
        if self.drawn.is_odd || (is_metres && named.as_deref().is_some_and(|name| !name.contains("27700"))) {
            return Err(OutlinesError::OtherProjection(named));
        }
        Ok(Outlines { shapes: self.shapes, plane: self.drawn.plane(), columns: self.columns })
    }
}
