//! Tables kept on the device under names, whole and as they came.
//!
//! They lie in a database of the browser's own (IndexedDB), which takes files of any size as they are and knows them by
//! numbers, so that two tabs never write over one another. Each step is one request in a transaction of its own: it is done or
//! it is not, and only what is done is said to be kept.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

const DATABASE: &str = "who-gets-missed-tables";
const VERSION: u32 = 1;
const STORE: &str = "tables";

/// What of a table is kept under which word.
const NUMBER: &str = "number";
const NAME: &str = "name";
const FILE: &str = "file";
const DAY: &str = "day";
const KIND: &str = "kind";
const CHOICES: &str = "choices";
const CONTENT: &str = "content";

/// A table with what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The name that the person gave it.
    pub name: String,
    /// The name of the file that it came as.
    pub file: String,
    /// The day on which it was kept, such as `2026-11-22`.
    pub day: String,
    /// What it is for, in a word of those who keep it.
    pub kind: String,
    /// How it is to be read, in words of those who keep it; empty if nothing was chosen.
    pub choices: String,
    /// The table itself, as it came.
    pub content: web_sys::Blob,
}

/// A table that is kept, with the number by which the device knows it. No other ever gets that number.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The number.
    pub number: u32,
    /// The table.
    pub table: Table,
}

/// Why a table cannot be kept or found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TablesError {
    /// The browser keeps nothing here: in a sandboxed frame, in some private windows, or where the person forbids it.
    NotAllowed,
    /// There is no room on the device, or as much as the browser gives a site is used.
    Full,
    /// A later version of this tool has its tables here.
    LaterVersion,
    /// It is not there, as another tab removed it.
    Gone,
    /// The browser failed, and does not say why.
    Failed,
}

impl From<JsValue> for TablesError {
    /// By the names that the standard gives them (W3C, *Indexed Database API 3.0*, section 3).
    fn from(thrown: JsValue) -> Self {
        let name = Reflect::get(&thrown, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("VersionError") => Self::LaterVersion,
            Some("SecurityError" | "NotAllowedError" | "InvalidStateError") => Self::NotAllowed,
            Some(_) | None => Self::Failed,
        }
    }
}

impl Table {
    /// The bytes that it takes.
    pub fn size(&self) -> f64 {
        self.content.size()
    }

    fn to_value(&self, number: Option<u32>) -> Result<JsValue, TablesError> {
        let value = js_sys::Object::new();
        let set = |key: &str, of: &JsValue| Reflect::set(&value, &JsValue::from_str(key), of);
        if let Some(number) = number {
            set(NUMBER, &JsValue::from(number))?;
        }
        let texts =
            [(NAME, &self.name), (FILE, &self.file), (DAY, &self.day), (KIND, &self.kind), (CHOICES, &self.choices)];
        for (key, text) in texts {
            set(key, &JsValue::from_str(text))?;
        }
        set(CONTENT, &self.content)?;
        Ok(value.into())
    }
}

impl Kept {
    /// `None` for what was kept by something else.
    fn of(value: &JsValue) -> Option<Self> {
        let get = |key: &str| Reflect::get(value, &JsValue::from_str(key)).ok();
        let text = |key: &str| get(key)?.as_string();
        let number = get(NUMBER)?.as_f64()?;
        let table = Table {
            name: text(NAME)?,
            file: text(FILE)?,
            day: text(DAY)?,
            kind: text(KIND)?,
            choices: text(CHOICES)?,
            content: get(CONTENT)?.dyn_into().ok()?,
        };
        Some(Self { number: number as u32, table })
    }
}

/// All tables kept, in the order in which they were.
///
/// # Errors
/// [`TablesError`] where the browser shows none.
pub async fn list() -> Result<Vec<Kept>, TablesError> {
    let all = ask(IdbTransactionMode::Readonly, |store| store.get_all()).await?;
    let all: Array = all.dyn_into().map_err(|_| TablesError::Failed)?;
    Ok(all.iter().filter_map(|value| Kept::of(&value)).collect())
}

/// Keeps a table, beside all others.
///
/// # Errors
/// [`TablesError`]; then nothing of it is kept.
pub async fn add(table: &Table) -> Result<Kept, TablesError> {
    let value = table.to_value(None)?;
    let number = ask(IdbTransactionMode::Readwrite, |store| store.add(&value)).await?;
    let number = number.as_f64().ok_or(TablesError::Failed)? as u32;
    Ok(Kept { number, table: table.clone() })
}

/// Keeps a table as it was kept before, under its own number.
///
/// # Errors
/// [`TablesError`]; then it is as it was.
pub async fn put_back(kept: &Kept) -> Result<(), TablesError> {
    let value = kept.table.to_value(Some(kept.number))?;
    ask(IdbTransactionMode::Readwrite, |store| store.put(&value)).await?;
    Ok(())
}

/// A table by its number.
///
/// # Errors
/// [`TablesError::Gone`] where it is not, and others.
pub async fn get(number: u32) -> Result<Kept, TablesError> {
    let found = ask(IdbTransactionMode::Readonly, |store| store.get(&JsValue::from(number))).await?;
    Kept::of(&found).ok_or(TablesError::Gone)
}

/// Gives a table another name. What else is kept of it stays as it is by now.
///
/// # Errors
/// [`TablesError::Gone`] where it is not, and others; then the name stays.
pub async fn rename(number: u32, name: &str) -> Result<Kept, TablesError> {
    let mut kept = get(number).await?;
    name.clone_into(&mut kept.table.name);
    put_back(&kept).await?;
    Ok(kept)
}

/// Removes a table. What is gone already is removed.
///
/// # Errors
/// [`TablesError`]; then it stays.
pub async fn remove(number: u32) -> Result<(), TablesError> {
    ask(IdbTransactionMode::Readwrite, |store| store.delete(&JsValue::from(number))).await?;
    Ok(())
}

/// A connection, closed when it is left: one that stays open would stand in the way of a later version.
struct Database(IdbDatabase);

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Database {
    async fn open() -> Result<Self, TablesError> {
        let window = web_sys::window().ok_or(TablesError::NotAllowed)?;
        // In a sandboxed frame one of these throws, by the browser.
        let factory = window.indexed_db()?.ok_or(TablesError::NotAllowed)?;
        let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, VERSION)?;
        let make = {
            let request = request.clone();
            move || {
                let settings = IdbObjectStoreParameters::new();
                settings.set_key_path(&JsValue::from_str(NUMBER));
                settings.set_auto_increment(true);
                // Where this fails, so does the request.
                let database = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
                if let Some(database) = database {
                    let _ = database.create_object_store_with_optional_parameters(STORE, &settings);
                }
            }
        };
        let make = Closure::once(make);
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let opened = settled(|done, failed| {
            request.set_onsuccess(Some(done));
            request.set_onerror(Some(failed));
            request.set_onblocked(Some(failed));
        })
        .await;
        request.set_onupgradeneeded(None);
        match opened {
            Ok(()) => Ok(Self(request.result()?.dyn_into().map_err(|_| TablesError::Failed)?)),
            Err(()) => Err(why(&request)),
        }
    }
}

/// One request in a transaction of its own. It comes to its result when the transaction is done, so that it is kept.
async fn ask(
    mode: IdbTransactionMode,
    request: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, TablesError> {
    let database = Database::open().await?;
    let transaction: IdbTransaction = database.0.transaction_with_str_and_mode(STORE, mode)?;
    let request = request(&transaction.object_store(STORE)?)?;
    let done = settled(|done, failed| {
        transaction.set_oncomplete(Some(done));
        transaction.set_onabort(Some(failed));
    });
    match done.await {
        Ok(()) => Ok(request.result()?),
        // What is full is known by the transaction at its end, what is wrong with a request by the request.
        Err(()) => {
            Err(transaction.error().map_or_else(|| why(&request), |error| TablesError::from(JsValue::from(error))))
        }
    }
}

/// Why a request failed.
fn why(request: &IdbRequest) -> TablesError {
    let error = request.error().ok().flatten();
    error.map_or(TablesError::Failed, |error| TablesError::from(JsValue::from(error)))
}

/// Waits for one of two events.
async fn settled(listen: impl FnOnce(&Function, &Function)) -> Result<(), ()> {
    let mut listen = Some(listen);
    let promise = Promise::new(&mut |done, failed| {
        if let Some(listen) = listen.take() {
            listen(&done, &failed);
        }
    });
    JsFuture::from(promise).await.map(drop).map_err(drop)
}
