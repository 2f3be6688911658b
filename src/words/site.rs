//! The view `site`: the code that shows the tool on another site.

use super::number::count;
use crate::scenario::FrameKind;
use crate::scenario::site_theme::{Density, Font, Lock};

/// Below the heading.
pub const LEAD: &str = "Choose what visitors see and what they can change. Then copy the code into your page. A card fits into any \
     page; the whole view is long.";
/// Opens locks, colours and type, on a phone.
pub const LOOK: &str = "What visitors can change, colours and type";
/// Name of the choices.
pub const CONTROLS: &str = "Set up the frame";
/// Label of the choice of page.
pub const PAGE: &str = "Page to show";
/// Label of the choice of how much of it.
pub const KIND: &str = "How much of it";
/// Label of the choice of chart.
pub const CHART: &str = "Which chart";
/// Opens what visitors see before they change it.
pub const FIRST: &str = "What visitors see first";
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
/// Said below it on a phone.
pub const PREVIEW_ON_PHONE: &str = "On a wider screen the preview is shown 600 pixels wide too.";
/// Said where nothing comes of it.
pub const PREVIEW_LATE: &str =
    "The preview has not come. Where this site does not let itself be framed, the code will not work either.";
/// Heading of the code.
pub const CODE: &str = "Code for your web page";
/// What the code does.
pub const CODE_TEXT: &str = "Put it where the tool should stand. It works several times on one page. Visitors see the \
     source of the figures and a link to the full tool.";

/// Label of the link with a picture.
pub const LINK: &str = "A link to this view";
/// What it is for.
pub const LINK_TEXT: &str = "For a message or a post. Where links show a picture, this one shows the question of the view. It opens \
     the view as it starts, without your choices.";
/// Name of the button that copies it.
pub const COPY_LINK: &str = "Copy the link to this view";

/// Opens the code without a script.
pub const NO_SCRIPTS: &str = "If your site takes no scripts";
/// Label of that code.
pub const FIXED: &str = "Frame of a fixed height";
/// Name of the button that copies it.
pub const COPY_FIXED: &str = "Copy the frame of a fixed height";

/// What that code does.
pub fn fixed_text(height: u32) -> String {
    format!(
        "This frame is {} pixels high whatever it shows. What is longer scrolls inside it.",
        count(f64::from(height))
    )
}

/// Heading of the preview at a width, with its height once that is known.
pub fn preview_heading(width: u32, height: Option<f64>) -> String {
    match height {
        None => format!("{width} pixels wide"),
        Some(height) => format!("{width} pixels wide: {} high", count(height)),
    }
}

/// Title of the preview at a width.
pub fn preview_title(title: &str, width: u32) -> String {
    format!("{title} ({width} pixels wide)")
}

/// How much of a view a frame shows.
pub const fn kind(kind: FrameKind) -> &'static str {
    match kind {
        FrameKind::Card => "a card: the answer at a glance",
        FrameKind::Chart => "one chart",
        FrameKind::Page => "the whole view",
    }
}

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
