//! Files that a person chooses or drops.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{BrowserError, Slices};

/// A part of a file is read at a time: asking for one takes a browser some milliseconds, whatever its size.
const PIECE: f64 = 1024.0 * 1024.0;

/// A file, read piece by piece.
pub struct Pieces {
    blob: web_sys::Blob,
    read: f64,
    /// As it was at the start: a file may be changed while it is read.
    size: f64,
}

impl Pieces {
    /// Starts at the beginning.
    pub fn of(blob: web_sys::Blob) -> Self {
        Self { size: blob.size(), blob, read: 0.0 }
    }

    /// Bytes read so far, and in all.
    pub fn progress(&self) -> (f64, f64) {
        (self.read, self.size)
    }

    /// The next piece, `None` at the end.
    ///
    /// # Errors
    /// [`BrowserError`] if the file was moved or changed since it was chosen.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, BrowserError> {
        let (from, size) = self.progress();
        if size == 0.0 {
            // One that is gone says so only when it is asked for its bytes.
            JsFuture::from(self.blob.array_buffer()).await?;
        }
        if from >= size {
            return Ok(None);
        }
        let to = (from + PIECE).min(size);
        let piece = self.blob.slice_with_f64_and_f64(from, to)?;
        let buffer = JsFuture::from(piece.array_buffer()).await?;
        let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
        self.read = to;
        // One that was cut short is not taken for the whole.
        if bytes.len() as f64 == to - from { Ok(Some(bytes)) } else { Err(BrowserError) }
    }
}

/// The first of the files in a list.
pub fn first(list: Option<web_sys::FileList>) -> Option<web_sys::File> {
    list.and_then(|files| files.get(0))
}

/// The first file of a drop.
pub fn dropped(event: &web_sys::DragEvent) -> Option<web_sys::File> {
    first(event.data_transfer()?.files())
}

/// Whether something dragged over the page holds files.
pub fn holds_files(event: &web_sys::DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// The file chosen in a file input, which is then emptied so that the same file can be chosen again.
pub fn chosen(event: &web_sys::Event) -> Option<web_sys::File> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = first(input.files());
    input.set_value("");
    file
}

/// Whether a file's name ends so, in small or capital letters.
pub fn has_ending(file: &web_sys::File, ending: &str) -> bool {
    file.name().to_ascii_lowercase().ends_with(ending)
}

/// Bytes of a large file that are copied at a time.
const COPIED: u32 = 1 << 20;

/// All bytes of a file.
///
/// # Errors
/// [`BrowserError`] if the file was moved or changed since it was chosen.
pub async fn bytes(file: &web_sys::Blob) -> Result<Vec<u8>, BrowserError> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    let all = js_sys::Uint8Array::new(&buffer);
    let mut bytes = Vec::with_capacity(all.length() as usize);
    let mut slices = Slices::begin();
    for from in (0..all.length()).step_by(COPIED as usize) {
        bytes.extend(all.subarray(from, all.length().min(from + COPIED)).to_vec());
        slices.rest().await;
    }
    Ok(bytes)
}

/// The whole text of a file.
///
/// # Errors
/// [`BrowserError`] if the file was moved or changed since it was chosen.
pub async fn text(file: &web_sys::Blob) -> Result<String, BrowserError> {
    JsFuture::from(file.text()).await?.as_string().ok_or(BrowserError)
}
