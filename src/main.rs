//! Mounts the app, or does long work for a page that has it.

fn main() {
    who_gets_missed::ui::start();
}
