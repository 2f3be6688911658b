//! One way to put things in order, so that the page carries the code of one sort.

/// From so many keys on they are put in order byte by byte, which does not compare them.
const MANY: usize = 4096;

/// The indices of the keys in ascending order; those of equal keys stay in their order. Keys are finite.
pub fn ascending(keys: &[f64]) -> Vec<usize> {
    if keys.len() >= MANY {
        let mut sorting = Sorting::new(keys);
        while sorting.turn() {}
        return sorting.order();
    }
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_unstable_by(|&a, &b| keys[a].total_cmp(&keys[b]).then(a.cmp(&b)));
    order
}

/// The same order, from the last byte of the keys to the first (H. H. Seward, 1954). Each turn keeps the order of equal bytes.
pub struct Sorting {
    order: Vec<(u64, u32)>,
    next: Vec<(u64, u32)>,
    /// Where the next byte begins.
    shift: u32,
}

impl Sorting {
    /// Keys in their own order, in which they stay if they ascend already.
    pub fn new(keys: &[f64]) -> Self {
        // As [`f64::total_cmp`] has it: whole numbers that rise with the keys.
        let rising = |key: f64| {
            let bits = key.to_bits();
            bits ^ if bits >> 63 == 1 { u64::MAX } else { 1 << 63 }
        };
        let order: Vec<(u64, u32)> = keys.iter().zip(0..).map(|(&key, at)| (rising(key), at)).collect();
        let shift = if order.is_sorted() { u64::BITS } else { 0 };
        let next = if shift == 0 { vec![(0, 0); order.len()] } else { Vec::new() };
        Self { order, next, shift }
    }

    /// Puts them in order by another byte; no more if there is none.
    pub fn turn(&mut self) -> bool {
        let Self { order, next, shift } = self;
        if *shift == u64::BITS {
            return false;
        }
        let byte = |key: u64| (key >> *shift) as usize & 0xff;
        let mut begins = [0_usize; 256];
        for &(key, _) in &*order {
            begins[byte(key)] += 1;
        }
        // Else all have the same byte here.
        if !begins.contains(&order.len()) {
            let mut before = 0;
            for begin in &mut begins {
                before += std::mem::replace(begin, before);
            }
            for &(key, at) in &*order {
                let place = &mut begins[byte(key)];
                next[*place] = (key, at);
                *place += 1;
            }
            std::mem::swap(order, next);
        }
        *shift += 8;
        true
    }

    /// The indices as they stand.
    pub fn order(self) -> Vec<usize> {
        self.order.into_iter().map(|(_, at)| at as usize).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{MANY, ascending};
    use crate::model::bounded;
    use crate::model::random::SplitMix;

    #[test]
    fn equal_keys_stay_in_their_order() {
        assert_eq!(ascending(&[2.0, 1.0, 2.0, 0.5, 1.0]), [3, 1, 4, 0, 2]);
    }

    #[test]
    fn many_keys_have_the_order_of_few() {
        let mut random = SplitMix(7);
        for spread in [3.0, 1e3, 1e300] {
            let mut keys: Vec<f64> =
                (0..3 * MANY).map(|_| bounded(random.normal() * spread, -1e300, 1e300).round()).collect();
            keys.extend([0.0, -0.0, f64::MIN_POSITIVE, -f64::MIN_POSITIVE, 0.0, -0.0]);
            let mut expect: Vec<usize> = (0..keys.len()).collect();
            expect.sort_by(|&a, &b| keys[a].total_cmp(&keys[b]));
            assert_eq!(ascending(&keys), expect, "{spread}");
        }
    }
}
