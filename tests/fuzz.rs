//! What no bytes may do to a reader or to the model: the claims of `fuzz/`, on the seeds, on every input that once broke one, and on
//! changes of them drawn from a fixed seed. `FUZZ_CHANGES` says how many for each target; `make fuzz` looks further, guided by what
//! code an input reaches.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../fuzz/claims/mod.rs"]
mod claims;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{env, fs};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

fn inputs(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(files) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

/// What other programs wrote are the seeds of packed files.
fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    inputs(&if target == "files" { "tests/fixtures/spreadsheets".to_owned() } else { format!("fuzz/seeds/{target}") })
}

fn found(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    inputs(&format!("fuzz/found/{target}"))
}

fn holds(claim: fn(&[u8]), bytes: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| claim(bytes))).is_ok()
}

#[test]
fn what_once_broke_a_claim_breaks_none_now() {
    for (target, claim) in claims::ALL {
        for (path, bytes) in found(target) {
            assert!(holds(claim, &bytes), "{}", path.display());
        }
    }
}

#[test]
fn each_target_has_seeds_and_they_hold() {
    for (target, claim) in claims::ALL {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target}");
        for (path, bytes) in seeds {
            assert!(holds(claim, &bytes), "{}", path.display());
        }
    }
}

struct Draw(TestRng);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0.next_u64() as usize % most.max(1)
    }

    /// A seed with a few things gone wrong: bytes changed, left out, doubled, or taken from another seed.
    fn changed(&mut self, seeds: &[(PathBuf, Vec<u8>)]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].1.clone();
        for _ in 0..1 + self.below(5) {
            let (from, to) = (self.below(bytes.len() + 1), self.below(bytes.len() + 1));
            let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 64));
            match self.below(6) {
                0 if from < bytes.len() => bytes[from] = self.0.next_u32() as u8,
                1 if from < bytes.len() => bytes[from] ^= 1 << self.below(8),
                2 => drop(bytes.drain(from..to)),
                3 => {
                    let part = bytes[from..to].to_vec();
                    bytes.splice(from..from, part.repeat(1 + self.below(3)));
                }
                4 => {
                    let other = &seeds[self.below(seeds.len())].1;
                    let at = self.below(other.len() + 1);
                    let part = other[at..(at + self.below(80)).min(other.len())].to_vec();
                    bytes.splice(from..to, part);
                }
                _ => {
                    let signs: [&[u8]; 12] =
                        [b",", b"\"", b"\n", b"0", b"-1", b"1e308", b"%", b"\xff\xfe", b"&", b"=", b"[]", b"\0"];
                    bytes.splice(from..from, signs[self.below(signs.len())].iter().copied());
                }
            }
        }
        bytes
    }
}

#[test]
fn changes_of_the_seeds_break_no_claim() {
    let count: u64 = env::var("FUZZ_CHANGES").map_or(1500, |text| text.parse().unwrap());
    for (target, claim) in claims::ALL {
        let seeds: Vec<_> = seeds(target).into_iter().chain(found(target)).collect();
        for case in 0..count {
            let mut seed = [0; 32];
            seed[..8].copy_from_slice(&case.to_le_bytes());
            let bytes = Draw(TestRng::from_seed(RngAlgorithm::ChaCha, &seed)).changed(&seeds);
            assert!(holds(claim, &bytes), "{target}, change {case}: {:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
