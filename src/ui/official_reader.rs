//! Reads official files: in a worker, or where none is allowed in slices on the page. Few visits need it, so it comes when a file
//! does.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::ports::{Later, OfficialReader, OnProgress, Parcel, ReadOfficial};
use crate::data::Edition;
use crate::data::official::{Importer, OfficialFile, Packed};
use crate::pace::Pace;
use crate::platform::apart::{self, Apart, Heard};
use crate::platform::files::Pieces;
use crate::platform::{BrowserError, Slices, fetch, pause};
use crate::words::import::{self, Message};

/// The functions.
pub const READER: OfficialReader = OfficialReader { read, serve, of_site };

/// Bytes read before it is asked whether it is time to let the page paint: a few milliseconds of an old phone.
const STEP: usize = 32 * 1024;

/// Between two times that a worker tells how far it is: what is told is shown, which takes the page some milliseconds.
const TOLD_EACH_MS: f64 = 120.0;

/// What a worker tells of the file that it was given.
#[derive(Serialize, Deserialize)]
enum Tell<'a> {
    /// Bytes done, and bytes in all.
    Done(f64, f64),
    /// It cannot be used.
    Failed(Message),
    /// It is read.
    Read(#[serde(borrow)] Packed<'a>),
}

fn read(blob: web_sys::Blob, on_progress: OnProgress) -> Later<ReadOfficial> {
    Box::pin(async move {
        match read_apart(&blob, &on_progress).await {
            Some(outcome) => outcome,
            None => read_in_slices(blob, &on_progress).await,
        }
    })
}

/// What was heard of a worker and is not looked at yet.
#[derive(Default)]
struct Post {
    heard: RefCell<VecDeque<Heard>>,
    waiting: Cell<Option<Waker>>,
}

impl Post {
    fn take(&self, heard: Heard) {
        self.heard.borrow_mut().push_back(heard);
        if let Some(waiting) = self.waiting.take() {
            waiting.wake();
        }
    }

    async fn next(&self) -> Heard {
        poll_fn(|context| match self.heard.borrow_mut().pop_front() {
            Some(heard) => Poll::Ready(heard),
            None => {
                self.waiting.set(Some(context.waker().clone()));
                Poll::Pending
            }
        })
        .await
    }
}

/// Has a worker read a file; `None` where there is no worker.
async fn read_apart(blob: &web_sys::Blob, on_progress: &OnProgress) -> Option<ReadOfficial> {
    let post = Rc::new(Post::default());
    let heard = post.clone();
    let worker = Apart::start(move |message| heard.take(message)).ok()?;
    worker.send((Vec::new(), Some(blob.clone()))).ok()?;
    loop {
        let Heard::Message((bytes, _)) = post.next().await else { return None };
        match postcard::from_bytes(&bytes).ok()? {
            Tell::Done(done, total) if on_progress(done, total) => {}
            Tell::Done(..) => return Some(Ok(None)),
            Tell::Failed(message) => return Some(Err(message)),
            Tell::Read(packed) => {
                let mut file = packed.open();
                // What came is a block of its own.
                pause(Duration::ZERO).await;
                let mut slices = Slices::begin();
                while file.step() {
                    slices.rest().await;
                }
                pause(Duration::ZERO).await;
                return file.finish().map(|file| Ok(Some(file)));
            }
        }
    }
}

/// Reads a file here, and lets a page paint in between.
async fn read_in_slices(blob: web_sys::Blob, on_progress: impl Fn(f64, f64) -> bool) -> ReadOfficial {
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
    // Its last checks, each a block of its own.
    let pace = Pace::new(|_| Some(Box::pin(pause(Duration::ZERO))));
    importer.finish_at(&pace).await.map(Some).map_err(|error| import::message(&error))
}

/// The areas of the site's own place: as many as a council has, so they are read here.
fn of_site(edition: Edition) -> Later<Option<OfficialFile>> {
    Box::pin(async move {
        let text = fetch::figures(&format!("site/{}.csv", edition.key())).await.ok()?;
        let mut importer = Importer::default();
        let mut slices = Slices::begin();
        for step in text.as_bytes().chunks(STEP) {
            importer.push(step).ok()?;
            slices.rest().await;
        }
        let pace = Pace::new(|_| Some(Box::pin(pause(Duration::ZERO))));
        importer.finish_at(&pace).await.ok()
    })
}

/// In a worker: reads the file that the page gave.
fn serve(blob: web_sys::Blob) -> Later<Option<Parcel>> {
    Box::pin(async move {
        let told = |tell: &Tell| Some((postcard::to_allocvec(tell).ok()?, None));
        let last = Cell::new(js_sys::Date::now());
        let tell_progress = |done, total| {
            let now = js_sys::Date::now();
            if now - last.get() >= TOLD_EACH_MS
                && let Some(parcel) = told(&Tell::Done(done, total))
            {
                last.set(now);
                apart::tell(parcel);
            }
            true
        };
        match read_in_slices(blob, tell_progress).await {
            Ok(Some(file)) => {
                let areas = Packed::areas(&file);
                told(&Tell::Read(Packed::new(file, &areas)))
            }
            Ok(None) => None,
            Err(message) => told(&Tell::Failed(message)),
        }
    })
}
