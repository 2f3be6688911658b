//! A text document with tables and pictures, and how it is written as a file. What it says comes from `words`.
//!
//! *Architecture invariant:* every text is written as text. Whatever a person types, no writer lets it become markup.

mod columns;
mod docx;
mod draft;
mod html;
mod markdown;
mod prose;
mod zip;

pub use docx::{DOCX, to_docx};
pub use draft::{AUTHOR, Draft, DraftError, Edit, TITLE};
pub use html::to_html;
pub use markdown::to_markdown;
pub use prose::{Prose, plain_text, read};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is about, by name: place, figures, date, link.
    pub facts: Vec<(String, Fact)>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// Stands at its end: source and licence.
    pub foot: Vec<String>,
}

impl Document {
    /// Its pictures, in their order.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let exhibits = self.chapters.iter().flat_map(|chapter| &chapter.exhibits);
        exhibits.filter_map(|exhibit| match exhibit {
            Exhibit::Picture(picture) => Some(picture),
            Exhibit::Table(_) => None,
        })
    }

    /// The places that a person can write, by name: chapters, and cells of tables.
    pub fn places(&self) -> Vec<(String, String)> {
        let of = |chapter: &Chapter| {
            let blanks = chapter.exhibits.iter().flat_map(|exhibit| match exhibit {
                Exhibit::Table(table) => table.blanks.as_slice(),
                Exhibit::Picture(_) => &[],
            });
            let blanks = blanks.map(|blank| (blank.place.clone(), blank.name.clone()));
            [(chapter.id.to_owned(), chapter.heading.clone())].into_iter().chain(blanks).collect::<Vec<_>>()
        };
        self.chapters.iter().flat_map(of).collect()
    }
}

/// Something a document is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A text.
    Text(String),
    /// The page's own link, the only one in a document.
    Link(String),
}

/// A chapter: running text that a person may have written anew, then tables and pictures made from results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// A name that stays the same whatever the heading says.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its running text.
    pub prose: Vec<Prose>,
    /// What stands below the text.
    pub exhibits: Vec<Exhibit>,
}

/// A table or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exhibit {
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
}

/// A table whose first column names its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// Headings of its columns.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// How to read it; empty where there is nothing to say.
    pub note: String,
    /// Whether all but the first column hold numbers.
    pub is_numeric: bool,
    /// How wide its columns are, in per cent of all; empty where they are as wide as what they hold.
    pub widths: Vec<u32>,
    /// The cells that a person fills in; none in a table that is whole.
    pub blanks: Vec<Blank>,
}

impl Table {
    /// What a person fills in there, if they do.
    pub fn blank(&self, row: usize, column: usize) -> Option<&Blank> {
        self.blanks.iter().find(|blank| (blank.row, blank.column) == (row, column))
    }
}

/// A cell that a person fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// Its name in a draft, which stays the same whatever the table says.
    pub place: String,
    /// Its name for people.
    pub name: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it shows, as a sentence.
    pub caption: String,
    /// What is seen, for those who do not see it.
    pub description: String,
    /// Its width and height in pixels.
    pub size: [u32; 2],
    /// The whole picture as an SVG document that needs nothing else.
    pub svg: String,
}
