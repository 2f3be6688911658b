//! The link as a QR code, small in the panel and large over the page.

use leptos::prelude::*;

use super::passed::Passed;
use crate::chart::qr::{self, QrPicture};
use crate::platform::dialog;
use crate::ui::here::in_next_frame;
use crate::ui::reactive::{part, text};
use crate::words::share as words;

/// Id of the dialog.
const DIALOG: &str = "qr-dialog";

/// Both codes.
#[component]
pub fn QrCodes(
    /// What the page is.
    passed: Memo<Passed>,
) -> impl IntoView {
    let is_large = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let failed = text(move || if has_failed.get() { words::QR_NO_DIALOG } else { "" }.to_owned());
    let show = move |_| {
        is_large.set(true);
        // After its content is there, so that the focus finds it.
        in_next_frame(move || {
            if dialog::show(DIALOG).is_err() {
                is_large.set(false);
                has_failed.set(true);
            }
        });
    };
    let small = part(move || match passed.with(|passed| qr::picture(&passed.link)) {
        Err(qr::TooLong) => view! { <p class="govuk-body">{words::QR_TOO_LONG}</p> }.into_any(),
        Ok(code) => view! {
            <div class="qr qr--small">{drawn(&code)}</div>
            <button type="button" class="link-button" aria-haspopup="dialog" on:click=show>{words::QR_LARGE}</button>
        }
        .into_any(),
    });
    let large = part(move || {
        let Passed { place, sentence, link, .. } = passed.get();
        match (is_large.get(), qr::picture(&link)) {
            (true, Ok(code)) => view! {
                <div class="qr qr--large">{drawn(&code)}</div>
                <div class="qr-dialog__words">
                    <p class="qr-dialog__place" id="qr-place">{place}</p>
                    <p>{sentence}</p>
                </div>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary qr-dialog__close"
                    on:click=|_| dialog::close(DIALOG)
                >
                    {words::QR_CLOSE}
                </button>
            }
            .into_any(),
            _ => ().into_any(),
        }
    });
    view! {
        <section>
            <h2 class="govuk-heading-s">{words::QR_HEADING}</h2>
            {small}
            <p class="field__hint" role="status">{failed}</p>
            <dialog class="qr-dialog" id=DIALOG aria-labelledby="qr-place" on:close=move |_| is_large.set(false)>
                {large}
            </dialog>
        </section>
    }
}

fn drawn(code: &QrPicture) -> impl IntoView {
    let size = code.size.to_string();
    let view_box = format!("0 0 {size} {size}");
    view! {
        <svg class="qr__picture" role="img" aria-label=words::QR_LABEL viewBox=view_box shape-rendering="crispEdges">
            <rect class="qr__light" width=size.clone() height=size></rect>
            <path class="qr__dark" d=code.path.clone()></path>
        </svg>
    }
}
