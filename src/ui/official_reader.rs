//! Reads official files. Few visits need it, so it comes when a file does.

use std::time::Duration;

use super::ports::{Later, OnProgress};
use crate::data::official::{Importer, OfficialFile};
use crate::platform::files::Pieces;
use crate::platform::{BrowserError, pause};
use crate::words::import::{self, Message};

/// Reads a file piece by piece, letting the page paint in between.
pub fn read(blob: web_sys::Blob, on_progress: OnProgress) -> Later<Result<Option<OfficialFile>, Message>> {
    Box::pin(async move {
        let mut pieces = Pieces::of(blob);
        let mut importer = Importer::default();
        loop {
            let piece = pieces.next().await.map_err(|BrowserError| import::unreadable())?;
            let Some(bytes) = piece else { break };
            importer.push(&bytes).map_err(|error| import::message(&error))?;
            let (done, total) = pieces.progress();
            if !on_progress(done, total) {
                return Ok(None);
            }
            pause(Duration::ZERO).await;
        }
        importer.finish().map(Some).map_err(|error| import::message(&error))
    })
}
