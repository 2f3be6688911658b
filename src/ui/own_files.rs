//! Official files that the person added: read in the background, kept for the next visit, removable.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lasting::Lasting;
use super::ports::{FileReader, NotLoaded, OnProgress, ReadOfficial};
use crate::data::official::{OfficialFile, part_read};
use crate::data::{Authority, Edition};
use crate::platform::{pause, site, storage};
use crate::words::import::{self, Message};

/// A file in use.
#[derive(Clone)]
pub struct OwnFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub file: Arc<OfficialFile>,
    /// Its authorities, shared by all that read them while a slider moves.
    authorities: Arc<Vec<Authority>>,
    /// Whether it is kept for the next visit.
    pub is_kept: bool,
    /// Whether the site brought it, for its own place; else the person did.
    is_of_site: bool,
}

/// What is going on.
#[derive(Clone, PartialEq)]
pub enum Reading {
    /// Nothing.
    Idle,
    /// A file is being read: its name, and how much of it is done (0 to 1).
    Under(String, f64),
    /// It could not be used.
    Failed(Message),
    /// It was read.
    Done(String),
    /// The person stopped it.
    Cancelled,
    /// A file was taken out.
    Removed(String),
}

/// The official files on this device.
#[derive(Clone, Copy)]
pub struct OwnFiles {
    files: Lasting<RwSignal<Vec<OwnFile>>>,
    /// Whether the site's own areas are on their way.
    coming: Lasting<RwSignal<usize>>,
    /// What is going on.
    pub reading: Lasting<RwSignal<Reading>>,
    /// Counts up with each file begun and each stop: a reading whose number has passed gives up.
    turn: StoredValue<u32>,
    /// What reads them.
    reader: FileReader,
}

impl OwnFile {
    fn new(name: String, file: OfficialFile, is_kept: bool) -> Self {
        let authorities = Arc::new(file.authorities.clone());
        Self { name, file: Arc::new(file), authorities, is_kept, is_of_site: false }
    }
}

impl OwnFiles {
    /// No files, and what would read them.
    pub fn new(reader: FileReader) -> Self {
        Self {
            files: Lasting::new(RwSignal::new(Vec::new())),
            coming: Lasting::new(RwSignal::new(0)),
            reading: Lasting::new(RwSignal::new(Reading::Idle)),
            turn: StoredValue::new(0),
            reader,
        }
    }

    /// The file of an edition that can be used so: the person's before the site's.
    pub fn which(&self, edition: Edition, is: impl Fn(&OfficialFile) -> bool) -> Option<Arc<OfficialFile>> {
        let is = |own: &&OwnFile| own.file.edition == edition && is(&own.file);
        self.files.with(|files| files.iter().find(is).map(|own| own.file.clone()))
    }

    /// The file of an edition.
    pub fn of(&self, edition: Edition) -> Option<Arc<OfficialFile>> {
        self.which(edition, |_| true)
    }

    /// Whether the person added a file of an edition.
    pub fn has_added(&self, edition: Edition) -> bool {
        self.files.with(|files| files.iter().any(|own| own.file.edition == edition && !own.is_of_site))
    }

    /// The authorities in the file of an edition.
    pub fn authorities(&self, edition: Edition) -> Option<Arc<Vec<Authority>>> {
        let of = |files: &Vec<OwnFile>| Some(files.iter().find(|own| own.file.edition == edition)?.authorities.clone());
        self.files.with(of)
    }

    /// All files that the person added.
    pub fn all(&self) -> Vec<OwnFile> {
        self.files.with(|files| files.iter().filter(|own| !own.is_of_site).cloned().collect())
    }

    /// The files that the site brought.
    pub fn of_site(&self) -> Vec<Arc<OfficialFile>> {
        self.files.with(|files| files.iter().filter(|own| own.is_of_site).map(|own| own.file.clone()).collect())
    }

    /// Whether the site's own areas are on their way.
    pub fn is_coming(&self) -> bool {
        self.coming.get() > 0
    }

    /// Brings back the files kept at an earlier visit, and the site's own areas. What the person added comes first, so that no number
    /// of the site's stands there before it.
    pub fn restore(self) {
        let of_site = site::said("data-site-areas").unwrap_or_default();
        for edition in Edition::ALL {
            let has_areas = of_site.contains(edition.key());
            self.coming.update(|coming| *coming += usize::from(has_areas));
            #[allow(clippy::disallowed_methods, reason = "the files are those of the whole page, which is never left")]
            spawn_local(async move {
                if let Ok(Some((name, blob))) = storage::kept(edition.key()).await {
                    let read = self.read(blob, Box::new(|_, _| true)).await;
                    if let Ok(Some(official)) = read
                        && !self.has_added(edition)
                    {
                        self.put(OwnFile::new(name, official, true));
                    }
                }
                if has_areas {
                    self.bring(edition).await;
                    self.coming.update(|coming| *coming -= 1);
                }
            });
        }
    }

    /// Brings the areas of the site's own place. Where they do not come the built-in figures answer.
    async fn bring(self, edition: Edition) {
        if let Ok(reader) = (self.reader)().await
            && let Some(file) = (reader.of_site)(edition).await
        {
            self.put(OwnFile { is_of_site: true, ..OwnFile::new(String::new(), file, false) });
        }
    }

    /// Reads a file, keeps it, and calls `on_done` with its edition. What was there before stays until it is read.
    pub fn add(self, file: web_sys::File, on_done: impl FnOnce(Edition) + 'static) {
        let turn = self.next_turn();
        let name = file.name();
        self.reading.set(Reading::Under(name.clone(), 0.0));
        #[allow(clippy::disallowed_methods, reason = "the files are those of the whole page, which is never left")]
        spawn_local(async move {
            let is_current = move || self.turn.get_value() == turn;
            let on_progress = {
                let name = name.clone();
                move |done, total| {
                    if is_current() {
                        self.reading.set(Reading::Under(name.clone(), part_read(done, total)));
                    }
                    is_current()
                }
            };
            let outcome = self.read(file.clone().into(), Box::new(on_progress)).await;
            if !is_current() {
                return;
            }
            match outcome {
                Err(message) => self.reading.set(Reading::Failed(message)),
                Ok(None) => {}
                Ok(Some(official)) => {
                    let edition = official.edition;
                    let is_kept = storage::keep(edition.key(), &file).await.is_ok();
                    let before = self.of(edition).map(|file| file.version.checksum == official.version.checksum);
                    let said = import::success(&name, &official, before);
                    // What is shown is worked out with it, which is enough at a time for an old phone.
                    pause(Duration::ZERO).await;
                    self.put(OwnFile::new(name, official, is_kept));
                    on_done(edition);
                    pause(Duration::ZERO).await;
                    if is_current() {
                        self.reading.set(Reading::Done(said));
                    }
                }
            }
        });
    }

    /// Stops reading.
    pub fn cancel(self) {
        self.next_turn();
        self.reading.set(Reading::Cancelled);
    }

    /// Takes the file of an edition out, here and for later visits.
    pub fn remove(self, edition: Edition) {
        let mut removed = None;
        self.files.update(|files| {
            files.retain(|own| {
                let stays = own.file.edition != edition || own.is_of_site;
                if !stays {
                    removed = Some(own.name.clone());
                }
                stays
            });
        });
        if let Some(name) = removed {
            self.reading.set(Reading::Removed(name));
        }
        #[allow(clippy::disallowed_methods, reason = "the files are those of the whole page, which is never left")]
        spawn_local(async move {
            // Where nothing can be kept there is nothing to remove.
            let _ = storage::remove(edition.key()).await;
        });
    }

    fn put(self, own: OwnFile) {
        self.files.update(|files| {
            files.retain(|other| other.file.edition != own.file.edition || other.is_of_site != own.is_of_site);
            // What the person added comes first.
            let at = if own.is_of_site { files.len() } else { 0 };
            files.insert(at, own);
        });
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    async fn read(self, blob: web_sys::Blob, on_progress: OnProgress) -> ReadOfficial {
        match (self.reader)().await {
            Ok(reader) => (reader.read)(blob, on_progress).await,
            Err(NotLoaded) => Err(import::not_loaded()),
        }
    }
}
