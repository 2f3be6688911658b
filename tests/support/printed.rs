//! What `evaluate` prints, and the files that hold it. Each test file uses a part of this.
#![allow(dead_code)]

use std::process::{Command, Output};
use std::{env, fs};

/// Set to write the files anew after a change of the figures or the model that was meant.
const WRITE: &str = "WRITE_EVALUATED";

/// Runs the example as the documentation says.
pub fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["run", "-q", "--no-default-features", "--example", "evaluate", "--"])
        .args(arguments)
        .output()
        .unwrap()
}

/// What is printed for a query is what the file at `path` holds.
#[track_caller]
pub fn check_kept(path: &str, printed: &str) {
    if env::var_os(WRITE).is_some() {
        fs::write(path, printed).unwrap();
    }
    let written = fs::read_to_string(path).unwrap();
    assert!(written == printed, "run again with {WRITE}=1 if the figures or the model were meant to change");
}
