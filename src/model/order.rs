//! One way to put things in order, so that the page carries the code of one sort.

/// The indices of the keys in ascending order; those of equal keys stay in their order. Keys are finite.
pub fn ascending(keys: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_unstable_by(|&a, &b| keys[a].total_cmp(&keys[b]).then(a.cmp(&b)));
    order
}

#[cfg(test)]
mod tests {
    use super::ascending;

    #[test]
    fn equal_keys_stay_in_their_order() {
        assert_eq!(ascending(&[2.0, 1.0, 2.0, 0.5, 1.0]), [3, 1, 4, 0, 2]);
    }
}
