//! What was put aside: kept things that the page stopped at or could not read. They lie where they lay, under their own key
//! with [`MARK`] and more behind it; `public/broken.js` puts them there.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::storage::{FILE, name_of, open};
use super::{BrowserError, download, local, tab};

/// What the keys of this page begin with.
const PREFIX: &str = "who-gets-missed-";
/// What stands behind the key of a thing that was put aside.
pub const MARK: &str = "-put-aside";

/// Where a thing lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Store {
    /// With the small texts of the device.
    Device,
    /// With those of the tab.
    Tab,
    /// With the files.
    Files,
}

/// A thing that was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    store: Store,
    key: String,
    /// What it was kept as, such as `rows`, or the name of a file.
    pub name: String,
    /// Whether it is a file of the person's own.
    pub is_file: bool,
    /// When it was put aside, as `2026-11-22T10:00:00.000Z`; empty where that is not known.
    pub time: String,
}

impl Thing {
    /// The key it was kept under before.
    fn own_key(&self) -> &str {
        self.key.find(MARK).map_or(&self.key, |end| &self.key[..end])
    }

    fn of_text(store: Store, key: String) -> Option<Self> {
        let (name, time) = key.strip_prefix(PREFIX)?.split_once(MARK)?;
        let (name, time) = (name.to_owned(), time.trim_start_matches('-').to_owned());
        Some(Self { store, key, name, is_file: false, time })
    }
}

/// Keeps a text that cannot be used beside its key, where the person can get at it. Nothing that was put aside before is
/// overwritten.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept, or when there is no room.
pub fn put_aside(key: &str, text: &str) -> Result<(), BrowserError> {
    let mut number = 1;
    loop {
        let place = if number == 1 { format!("{key}{MARK}") } else { format!("{key}{MARK}-{number}") };
        match local::get(&place)? {
            Some(there) if there == text => return Ok(()),
            Some(_) => number += 1,
            None => return local::set(&place, text),
        }
    }
}

fn texts(store: Store) -> Result<web_sys::Storage, BrowserError> {
    if store == Store::Tab { tab::storage() } else { local::storage() }
}

async fn file(key: &str) -> Result<web_sys::Response, BrowserError> {
    Ok(JsFuture::from(open().await?.match_with_str(key)).await?.dyn_into()?)
}

/// Everything that was put aside on this device, as far as the browser shows it.
pub async fn list() -> Vec<Thing> {
    let mut things = Vec::new();
    for store in [Store::Device, Store::Tab] {
        if let Ok(storage) = texts(store) {
            let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
            things.extend(keys.filter_map(|key| Thing::of_text(store, key)));
        }
    }
    things.extend(list_files().await.unwrap_or_default());
    things.sort_by(|a, b| (&a.time, &a.key).cmp(&(&b.time, &b.key)));
    things
}

async fn list_files() -> Result<Vec<Thing>, BrowserError> {
    let mut things = Vec::new();
    let requests: js_sys::Array = JsFuture::from(open().await?.keys()).await?.dyn_into()?;
    for request in requests.iter() {
        let key = js_sys::Reflect::get(&request, &JsValue::from_str("url"))?.as_string().ok_or(BrowserError)?;
        let Some((_, time)) = key.split_once(FILE).and_then(|(_, rest)| rest.split_once(MARK)) else { continue };
        let name = name_of(&file(&key).await?)?;
        let time = time.trim_start_matches('-').to_owned();
        things.push(Thing { store: Store::Files, key, name, is_file: true, time });
    }
    Ok(things)
}

/// Hands a copy to the person.
///
/// # Errors
/// [`BrowserError`] where it is gone or the browser makes no files.
pub async fn save(thing: &Thing) -> Result<(), BrowserError> {
    if thing.store == Store::Files {
        let blob: web_sys::Blob = JsFuture::from(file(&thing.key).await?.blob()?).await?.dyn_into()?;
        return download::blob(&thing.name, &blob);
    }
    let text = texts(thing.store)?.get_item(&thing.key)?.ok_or(BrowserError)?;
    download::text(&format!("{}.txt", thing.own_key()), "text/plain", &text)
}

/// Keeps it as it was kept before. What has come into its place since is put aside in turn.
///
/// # Errors
/// [`BrowserError`] where it is gone or there is no room; then it stays where it is.
pub async fn bring_back(thing: &Thing) -> Result<(), BrowserError> {
    let key = thing.own_key();
    let aside = format!("{key}{MARK}-{}", String::from(js_sys::Date::new_0().to_iso_string()));
    if thing.store == Store::Files {
        let cache = open().await?;
        if let Ok(present) = file(key).await {
            JsFuture::from(cache.put_with_str(&aside, &present)).await?;
        }
        JsFuture::from(cache.put_with_str(key, &file(&thing.key).await?)).await?;
    } else {
        let storage = texts(thing.store)?;
        let text = storage.get_item(&thing.key)?.ok_or(BrowserError)?;
        if let Some(present) = storage.get_item(key)?.filter(|present| !present.is_empty()) {
            storage.set_item(&aside, &present)?;
        }
        storage.set_item(key, &text)?;
    }
    remove(thing).await
}

/// Deletes it.
///
/// # Errors
/// [`BrowserError`] where the browser keeps nothing.
pub async fn remove(thing: &Thing) -> Result<(), BrowserError> {
    if thing.store == Store::Files {
        JsFuture::from(open().await?.delete_with_str(&thing.key)).await?;
        return Ok(());
    }
    Ok(texts(thing.store)?.remove_item(&thing.key)?)
}
