//! Which fault is on: `scripts/mutants/run.mjs` puts this and all faults into a copy of the program.
use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

const UNKNOWN: u32 = u32::MAX;
const NOTED: u32 = u32::MAX - 1;

static ON: AtomicU32 = AtomicU32::new(UNKNOWN);
static SEEN: [AtomicBool; FUNCTIONS] = [const { AtomicBool::new(false) }; FUNCTIONS];

/// The fault that is on, for a function that is run.
#[inline]
pub fn at(function: u32) -> u32 {
    let on = ON.load(Relaxed);
    if on >= NOTED { first(function) } else { on }
}

/// What the environment says: a fault, or a file in which every function that is run is noted.
#[cold]
fn first(function: u32) -> u32 {
    let file = std::env::var("MUTANTS_REACHED").unwrap_or_default();
    if file.is_empty() {
        let on = std::env::var("MUTANT").ok().and_then(|on| on.parse().ok()).unwrap_or(0);
        ON.store(on, Relaxed);
        return on;
    }
    ON.store(NOTED, Relaxed);
    if !SEEN[function as usize].swap(true, Relaxed) {
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(file).unwrap();
        file.write_all(format!("{function}\n").as_bytes()).unwrap();
    }
    0
}
