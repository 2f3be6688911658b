//! Mounts the app.

fn main() {
    who_gets_missed::ui::mount();
}
