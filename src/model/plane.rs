//! Planes of maps: from degrees on the earth to centimetres east and north, and back.
//!
//! Great Britain and what is near it is drawn on the British National Grid: areas keep their size to a thousandth there, and files
//! in either system lie on each other. Degrees of WGS84 are taken there by the Ordnance Survey's seven parameters and its
//! series ("A guide to coordinate systems in Great Britain", annexes B and C), which is within about 5 metres of its finest way.
//! Elsewhere degrees are drawn as they are, those of longitude as much narrower as they are at the first place.

use super::shapes::Place;

/// Centimetres in a metre.
const CENTIMETRES: f64 = 100.0;
/// Degrees in a radian's place.
const RADIAN: f64 = std::f64::consts::PI / 180.0;
/// Centimetres in a degree along a meridian, on average.
const DEGREE: f64 = 11_119_508.0;
/// What counts as near Great Britain, in degrees.
const NEAR: [[f64; 2]; 2] = [[-12.0, 5.0], [48.0, 63.0]];

/// A map's plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Plane {
    /// The British National Grid.
    NationalGrid,
    /// Degrees, drawn so that a degree of longitude has this many parts (above 0, up to 1) of one of latitude.
    Degrees {
        /// The cosine of a latitude.
        narrowed: f64,
    },
}

/// An ellipsoid: its half axes in metres.
struct Ellipsoid {
    a: f64,
    b: f64,
}

/// Of WGS84.
const WGS84: Ellipsoid = Ellipsoid { a: 6_378_137.0, b: 6_356_752.314_1 };
/// Airy's of 1830, of the National Grid.
const AIRY: Ellipsoid = Ellipsoid { a: 6_377_563.396, b: 6_356_256.909 };
/// From WGS84 to the datum of the National Grid: metres, parts per million less one, seconds of arc.
const SHIFT: [f64; 3] = [-446.448, 125.157, -542.060];
const SCALE: f64 = 20.4894e-6;
const TURN: [f64; 3] = [-0.1502, -0.2470, -0.8421];
/// The grid: scale on its meridian, true origin, false origin in metres.
const F0: f64 = 0.999_601_271_7;
const ORIGIN: [f64; 2] = [-2.0 * RADIAN, 49.0 * RADIAN];
const FALSE: [f64; 2] = [400_000.0, -100_000.0];

impl Ellipsoid {
    /// The square of its eccentricity.
    fn e2(&self) -> f64 {
        1.0 - self.b * self.b / (self.a * self.a)
    }

    /// A place on it, of longitude and latitude in radians, in metres from the middle of the earth.
    fn in_space(&self, [longitude, latitude]: [f64; 2]) -> [f64; 3] {
        let (sine, cosine) = libm::sincos(latitude);
        let (east, north) = libm::sincos(longitude);
        let nu = self.a / (1.0 - self.e2() * sine * sine).sqrt();
        [nu * cosine * north, nu * cosine * east, (1.0 - self.e2()) * nu * sine]
    }

    /// Longitude and latitude in radians of a place near it.
    fn of_space(&self, [x, y, z]: [f64; 3]) -> [f64; 2] {
        let p = (x * x + y * y).sqrt();
        let mut latitude = libm::atan2(z, p * (1.0 - self.e2()));
        // Each step is exact to three hundredths of what was missing, or better: less than a millimetre after two.
        for _ in 0..3 {
            let sine = libm::sin(latitude);
            let nu = self.a / (1.0 - self.e2() * sine * sine).sqrt();
            latitude = libm::atan2(z + self.e2() * nu * sine, p);
        }
        [libm::atan2(y, x), latitude]
    }
}

/// A place in space in the other datum: forwards from WGS84, or back.
fn in_other_datum([x, y, z]: [f64; 3], way: f64) -> [f64; 3] {
    let [rx, ry, rz] = TURN.map(|seconds| way * seconds / 3600.0 * RADIAN);
    let [tx, ty, tz] = SHIFT.map(|metres| way * metres);
    let s = 1.0 + way * SCALE;
    [tx + s * x - rz * y + ry * z, ty + rz * x + s * y - rx * z, tz - ry * x + rx * y + s * z]
}

/// The way along the meridian from the grid's origin in metres.
fn meridian(latitude: f64) -> f64 {
    let n = (AIRY.a - AIRY.b) / (AIRY.a + AIRY.b);
    let (less, more) = (latitude - ORIGIN[1], latitude + ORIGIN[1]);
    let (n2, n3) = (n * n, n * n * n);
    AIRY.b
        * F0
        * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * less
            - (3.0 * n + 3.0 * n2 + 2.625 * n3) * libm::sin(less) * libm::cos(more)
            + (1.875 * n2 + 1.875 * n3) * libm::sin(2.0 * less) * libm::cos(2.0 * more)
            - 35.0 / 24.0 * n3 * libm::sin(3.0 * less) * libm::cos(3.0 * more))
}

/// Radii of curvature there, on the grid's scale: across the meridian, along it, and how much they differ.
fn radii(sine: f64) -> [f64; 3] {
    let flat = 1.0 - AIRY.e2() * sine * sine;
    let nu = AIRY.a * F0 / flat.sqrt();
    let rho = AIRY.a * F0 * (1.0 - AIRY.e2()) / (flat * flat.sqrt());
    [nu, rho, nu / rho - 1.0]
}

/// Metres east and north on the grid of longitude and latitude of its datum in radians.
fn on_grid([longitude, latitude]: [f64; 2]) -> [f64; 2] {
    let (sine, cosine) = libm::sincos(latitude);
    let tangent2 = sine * sine / (cosine * cosine);
    let [nu, rho, eta2] = radii(sine);
    let (c3, c5) = (cosine * cosine * cosine, cosine * cosine * cosine * cosine * cosine);
    let p = longitude - ORIGIN[0];
    let p2 = p * p;
    let t4 = tangent2 * tangent2;
    let north = meridian(latitude)
        + FALSE[1]
        + p2 * (nu / 2.0 * sine * cosine
            + p2 * (nu / 24.0 * sine * c3 * (5.0 - tangent2 + 9.0 * eta2)
                + p2 * nu / 720.0 * sine * c5 * (61.0 - 58.0 * tangent2 + t4)));
    let east = FALSE[0]
        + p * (nu * cosine
            + p2 * (nu / 6.0 * c3 * (nu / rho - tangent2)
                + p2 * nu / 120.0 * c5 * (5.0 - 18.0 * tangent2 + t4 + 14.0 * eta2 - 58.0 * tangent2 * eta2)));
    [east, north]
}

/// Longitude and latitude of the grid's datum in radians of metres east and north on it.
fn off_grid([east, north]: [f64; 2]) -> [f64; 2] {
    let mut latitude = ORIGIN[1];
    for _ in 0..6 {
        latitude += (north - FALSE[1] - meridian(latitude)) / (AIRY.a * F0);
    }
    let (sine, cosine) = libm::sincos(latitude);
    let tangent = sine / cosine;
    let t2 = tangent * tangent;
    let [nu, rho, eta2] = radii(sine);
    let p = east - FALSE[0];
    let p2 = p * p;
    let n2 = nu * nu;
    let northern = latitude
        - p2 * tangent / (2.0 * rho * nu)
            * (1.0 - p2 / (12.0 * n2) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2)
                + p2 * p2 / (360.0 * n2 * n2) * (61.0 + 90.0 * t2 + 45.0 * t2 * t2));
    let eastern = ORIGIN[0]
        + p / (cosine * nu)
            * (1.0 - p2 / (6.0 * n2) * (nu / rho + 2.0 * t2)
                + p2 * p2 / (120.0 * n2 * n2) * (5.0 + 28.0 * t2 + 24.0 * t2 * t2));
    [eastern, northern]
}

/// As centimetres. What no map has room for is put at its edge.
fn centimetres(metres: [f64; 2]) -> Place {
    // The cast stops at the ends of its range.
    metres.map(|metres| (metres * CENTIMETRES).round() as i32)
}

impl Plane {
    /// The plane for a map with a place on it: longitude and latitude in degrees.
    pub fn around([longitude, latitude]: [f64; 2]) -> Self {
        let is_near = |at: usize, value: f64| (NEAR[at][0]..=NEAR[at][1]).contains(&value);
        if is_near(0, longitude) && is_near(1, latitude) {
            return Self::NationalGrid;
        }
        Self::Degrees { narrowed: libm::cos(latitude * RADIAN).max(0.01) }
    }

    /// A place of longitude and latitude in degrees.
    pub fn place(self, degrees: [f64; 2]) -> Place {
        match self {
            Self::NationalGrid => {
                let space = WGS84.in_space(degrees.map(|degrees| degrees * RADIAN));
                centimetres(on_grid(AIRY.of_space(in_other_datum(space, 1.0))))
            }
            Self::Degrees { narrowed } => {
                centimetres([degrees[0] * narrowed * DEGREE / CENTIMETRES, degrees[1] * DEGREE / CENTIMETRES])
            }
        }
    }

    /// Longitude and latitude of a place in degrees.
    pub fn degrees(self, place: Place) -> [f64; 2] {
        let [east, north] = place.map(f64::from);
        match self {
            Self::NationalGrid => {
                let space = AIRY.in_space(off_grid([east / CENTIMETRES, north / CENTIMETRES]));
                WGS84.of_space(in_other_datum(space, -1.0)).map(|radians| radians / RADIAN)
            }
            Self::Degrees { narrowed } => [east / (narrowed * DEGREE), north / DEGREE],
        }
    }

    /// A place of metres east and north, as the National Grid has them.
    pub fn of_metres(metres: [f64; 2]) -> Place {
        centimetres(metres)
    }
}
