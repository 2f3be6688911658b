//! Files that the app is served with.

use wasm_bindgen::prelude::*;

/// Why a file did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFile {
    /// It cannot be fetched.
    NotFetched,
    /// It is there, and not as it was made.
    Damaged,
}

#[wasm_bindgen]
extern "C" {
    /// The text of a file of figures, held to its checksum (`public/fetched.js`).
    #[wasm_bindgen(catch, js_name = fetchFigures)]
    async fn fetch_figures(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches a file of figures as it was made, by its path among them.
///
/// # Errors
/// [`NoFile`] if it does not come.
pub async fn figures(name: &str) -> Result<String, NoFile> {
    let text = fetch_figures(name).await.map_err(|is_there| match is_there.as_bool() {
        Some(true) => NoFile::Damaged,
        _ => NoFile::NotFetched,
    })?;
    text.as_string().ok_or(NoFile::NotFetched)
}
