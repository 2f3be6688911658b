//! Reads official files. Few visits need it, so it comes when a file does.

use super::ports::{Later, OnProgress};
use crate::data::official::{Importer, OfficialFile};
use crate::platform::files::Pieces;
use crate::platform::{BrowserError, Slices};
use crate::words::import::{self, Message};

/// Bytes read before it is asked whether it is time to let the page paint: a few milliseconds of an old phone.
const STEP: usize = 32 * 1024;

/// Reads a file in slices, letting the page paint in between.
pub fn read(blob: web_sys::Blob, on_progress: OnProgress) -> Later<Result<Option<OfficialFile>, Message>> {
    Box::pin(async move {
        let mut pieces = Pieces::of(blob);
        let mut importer = Importer::default();
        let mut slices = Slices::begin();
        loop {
            let (mut done, total) = pieces.progress();
            let piece = pieces.next().await.map_err(|BrowserError| import::unreadable())?;
            let Some(bytes) = piece else { break };
            for step in bytes.chunks(STEP) {
                importer.push(step).map_err(|error| import::message(&error))?;
                done += step.len() as f64;
                if slices.is_over() {
                    if !on_progress(done, total) {
                        return Ok(None);
                    }
                    slices.rest().await;
                }
            }
        }
        importer.finish().map(Some).map_err(|error| import::message(&error))
    })
}
