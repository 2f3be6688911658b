//! Reads official files. Few visits need it, so it comes when a file does.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::data::official::{Importer, OfficialFile};
use crate::platform::files::Pieces;
use crate::platform::{BrowserError, pause};
use crate::words::import::{self, Message};

/// Told of the bytes done and the bytes in all; says whether to go on.
pub type OnProgress = Box<dyn Fn(f64, f64) -> bool>;

/// A file, or what is wrong with it; `None` if it was told to stop.
pub type Reading = Pin<Box<dyn Future<Output = Result<Option<OfficialFile>, Message>>>>;

/// Reads a file piece by piece, letting the page paint in between.
pub fn read(blob: web_sys::Blob, on_progress: OnProgress) -> Reading {
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
