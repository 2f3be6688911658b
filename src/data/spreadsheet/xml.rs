//! The XML inside, a tag at a time.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::error::SpreadsheetError::{self, Damaged};
use super::limits::Limits;
use super::part::Part;

/// What takes the tags and texts of a document.
pub trait Sink {
    /// A tag opens; an empty one closes at once.
    fn open(&mut self, tag: &Tag) -> Result<(), SpreadsheetError>;
    /// A piece of text. One text may come in several.
    fn text(&mut self, _text: &str) -> Result<(), SpreadsheetError> {
        Ok(())
    }
    /// A tag closes, by its name as in [`Tag::name`] and [`Tag::local_name`].
    fn close(&mut self, _name: &str, _local_name: &str) -> Result<(), SpreadsheetError> {
        Ok(())
    }
}

/// Bytes as text. The sign of number 0 stands in no XML, and what comes after this reader takes it for no text at all.
fn text(bytes: &[u8]) -> Result<&str, SpreadsheetError> {
    std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).ok_or(Damaged)
}

/// A tag that opens.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name as it is written, such as `table:table`.
    pub fn name(&self) -> &str {
        std::str::from_utf8(self.0.name().into_inner()).unwrap_or_default()
    }

    /// Its name without what stands before the colon.
    pub fn local_name(&self) -> &str {
        std::str::from_utf8(self.0.local_name().into_inner()).unwrap_or_default()
    }

    /// An attribute by its name as it is written.
    pub fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, SpreadsheetError> {
        self.find(|key| key == name.as_bytes())
    }

    /// An attribute by what stands behind a colon in its name.
    pub fn qualified(&self, local_name: &str) -> Result<Option<Cow<'_, str>>, SpreadsheetError> {
        self.find(|key| key.strip_suffix(local_name.as_bytes()).is_some_and(|rest| rest.ends_with(b":")))
    }

    fn find(&self, is_it: impl Fn(&[u8]) -> bool) -> Result<Option<Cow<'_, str>>, SpreadsheetError> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Damaged)?;
            if is_it(attribute.key.into_inner()) {
                // Most hold no sign that stands for another.
                let Cow::Borrowed(bytes) = attribute.value else { return Err(Damaged) };
                return Ok(Some(unescape(text(bytes)?).map_err(|_| Damaged)?));
            }
        }
        Ok(None)
    }
}

/// A document that is read step by step.
pub struct Xml<'a> {
    reader: Reader<Part<'a>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Starts at the beginning.
    pub fn new(part: Part<'a>) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// Packed bytes done, and in all.
    pub fn progress(&self) -> (usize, usize) {
        self.reader.get_ref().progress()
    }

    /// Takes so many tags and texts; says whether more may come.
    ///
    /// # Errors
    /// [`Damaged`] for what is no XML of this kind, [`SpreadsheetError::TooMuch`], and what `sink` finds.
    pub fn step(&mut self, most: usize, sink: &mut dyn Sink) -> Result<bool, SpreadsheetError> {
        for _ in 0..most {
            self.buffer.clear();
            self.reader.get_mut().mark();
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(_) => return Err(self.reader.get_ref().problem()),
            };
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > Limits::DEPTH {
                        return Err(Damaged);
                    }
                    sink.open(&Tag(start))?;
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    sink.close(text(end.name().into_inner())?, text(end.local_name().into_inner())?)?;
                }
                Event::Text(piece) => sink.text(text(&piece)?)?,
                Event::CData(piece) => sink.text(text(&piece)?)?,
                Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| Damaged)? {
                    Some(sign) => sink.text(sign.encode_utf8(&mut [0; 4]))?,
                    None => {
                        // Nothing else is known, least of all what a file would have stand for other things.
                        sink.text(resolve_predefined_entity(text(&reference)?).ok_or(Damaged)?)?;
                    }
                },
                Event::Eof if self.depth > 0 => return Err(Damaged),
                Event::Eof => return Ok(false),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        Ok(true)
    }

    /// Takes all there is.
    ///
    /// # Errors
    /// As for [`Xml::step`].
    pub fn all(part: Part<'a>, sink: &mut dyn Sink) -> Result<(), SpreadsheetError> {
        let mut xml = Xml::new(part);
        while xml.step(usize::MAX, sink)? {}
        Ok(())
    }
}
