//! Mounts the app, or does long work for a page that has it.

/// Parts of the program take their data with them. Data that moves is padded, and `wasm-split` leaves all of it in the first part where
/// that takes more room than before: this is room to spare. Nothing reads it, so no part takes it along.
#[used]
static ROOM_FOR_PADDING: [u8; 32_768] = [1; 32_768];

fn main() {
    who_gets_missed::ui::start();
}
