//! Files kept on the device for the next visit, in the browser's own database.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};

use super::Refused;

const DATABASE: &str = "who-gets-missed";
const VERSION: u32 = 1;
/// Files by the key of their edition; each is a `File`, which keeps its name.
const FILES: &str = "files";

impl From<idb::Error> for Refused {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

async fn open() -> Result<Database, Refused> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // If the store cannot be made, each use of it fails by itself.
            let _ = database.create_object_store(FILES, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}

/// Keeps a file under a key, in place of one kept there before.
///
/// # Errors
/// [`Refused`] in a sandboxed frame, a private window of some browsers, or when the device is full.
pub async fn keep(key: &str, file: &web_sys::File) -> Result<(), Refused> {
    let transaction = open().await?.transaction(&[FILES], TransactionMode::ReadWrite)?;
    transaction.object_store(FILES)?.put(file, Some(&JsValue::from_str(key)))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

/// The file kept under a key.
///
/// # Errors
/// [`Refused`] where nothing can be kept.
pub async fn kept(key: &str) -> Result<Option<web_sys::File>, Refused> {
    let transaction = open().await?.transaction(&[FILES], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(FILES)?.get(Query::Key(JsValue::from_str(key)))?.await?;
    Ok(value.and_then(|value| value.dyn_into().ok()))
}

/// Removes the file kept under a key.
///
/// # Errors
/// [`Refused`] where nothing can be kept.
pub async fn remove(key: &str) -> Result<(), Refused> {
    let transaction = open().await?.transaction(&[FILES], TransactionMode::ReadWrite)?;
    transaction.object_store(FILES)?.delete(Query::Key(JsValue::from_str(key)))?.await?;
    transaction.commit()?.await?;
    Ok(())
}
