#![no_main]

#[path = "../claims/mod.rs"]
mod claims;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| claims::named("edition")(bytes));
