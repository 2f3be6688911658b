//! The view `site`: the code that shows the tool on another site.

use crate::scenario::site_theme::{Density, Font, Lock};

/// Below the heading.
pub const LEAD: &str = "Choose what visitors see and what they can change. Copy the code into your page. The preview is \
     the tool itself: what you choose in it is what visitors see first.";
/// Opens locks, colours and type, on a phone.
pub const LOOK: &str = "What visitors can change, colours and type";
/// Name of the choices.
pub const CONTROLS: &str = "Set up the frame";
/// Label of the choice of page.
pub const PAGE: &str = "Page to show";
/// Label of the groups of controls.
pub const LOCKS: &str = "Visitors cannot change";
/// Label of the accent colour.
pub const ACCENT: &str = "Colour that stands out";
/// Label of the ground colour.
pub const GROUND: &str = "Background colour";
/// Takes a colour back.
pub const OWN_COLOUR: &str = "Use the tool’s own";
/// Label of the font.
pub const FONT: &str = "Font";
/// Label of the density.
pub const DENSITY: &str = "Spacing";
/// Heading of the preview.
pub const PREVIEW: &str = "Preview";
/// Heading of the code.
pub const CODE: &str = "Code for your web page";
/// What the code does.
pub const CODE_TEXT: &str = "Put it where the tool should stand. It works several times on one page. Visitors see the \
     source of the figures and a link to the full tool.";

/// Name of the button that takes a colour back.
pub fn own_colour(label: &str) -> String {
    format!("{OWN_COLOUR}: {}", label.to_lowercase())
}

/// A group of controls.
pub const fn lock(lock: Lock) -> &'static str {
    match lock {
        Lock::Place => "the place",
        Lock::Need => "who needs to be reached",
        Lock::Cut => "compared with England or this place",
        Lock::Share => "how big the target is",
        Lock::More => "more choices",
    }
}

/// A font.
pub const fn font(font: Font) -> &'static str {
    match font {
        Font::System => "the visitor’s own",
        Font::Arial => "Arial",
        Font::Verdana => "Verdana",
        Font::Georgia => "Georgia",
    }
}

/// A density.
pub const fn density(density: Density) -> &'static str {
    match density {
        Density::Normal => "normal",
        Density::Compact => "compact",
    }
}
