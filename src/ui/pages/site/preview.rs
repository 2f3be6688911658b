//! The frame as visitors see it, at two widths.

use std::time::Duration;

use leptos::html::Iframe;
use leptos::prelude::*;

use crate::platform::screen::Listener;
use crate::platform::{address, frames, screen};
use crate::ui::reactive::{effect, flag, text};
use crate::words::site as words;

/// A frame is loaded anew for each change: once the person has paused.
const PAUSE: Duration = Duration::from_millis(400);
/// How long a frame may take to say how high it is.
const PATIENCE: Duration = Duration::from_secs(12);

/// The frame at 600 and at 375 pixels; on a phone the second alone.
#[component]
pub fn Preview(
    /// The link of what it shows.
    framed: Memo<String>,
    /// Its title.
    title: Signal<String>,
) -> impl IntoView {
    let query = RwSignal::new(framed.get_untracked());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let cancel = move || {
        if let Some(handle) = pending.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    effect(move || {
        let next = framed.get();
        cancel();
        if query.with_untracked(|query| *query != next) {
            pending.set_value(set_timeout_with_handle(move || query.set(next), PAUSE).ok());
        }
    });
    on_cleanup(cancel);
    let is_wide = screen::is_wide();
    view! {
        <section class="site__preview" aria-labelledby="preview-heading" data-testid="preview">
            <h2 class="govuk-heading-m" id="preview-heading">{words::PREVIEW}</h2>
            <div class="site__frames">
                {is_wide.then(|| view! { <Shown query title width=600 class="site__frame site__frame--600"/> })}
                <Shown query title width=375 class="site__frame site__frame--375"/>
            </div>
            <p class="field__hint" hidden=is_wide>{words::PREVIEW_ON_PHONE}</p>
        </section>
    }
}

/// The frame at one width.
#[component]
fn Shown(
    /// What it shows.
    query: RwSignal<String>,
    /// Its title.
    title: Signal<String>,
    /// Its width in pixels.
    width: u32,
    /// The class that makes it so wide.
    class: &'static str,
) -> impl IntoView {
    let frame = NodeRef::<Iframe>::new();
    let height = RwSignal::new(None::<f64>);
    let is_late = RwSignal::new(false);
    let heard = StoredValue::new_local(Listener::new("message", move |event| {
        let told = frame.get_untracked().and_then(|frame| frames::height_told(&event, &frame));
        if told.is_some() {
            height.set(told);
        }
    }));
    let late = set_timeout_with_handle(move || is_late.set(true), PATIENCE).ok();
    on_cleanup(move || {
        heard.set_value(None);
        if let Some(late) = late {
            late.clear();
        }
    });
    let heading = text(move || words::preview_heading(width, height.get()));
    let pixels = text(move || height.get().map(|height| format!("{height}px")).unwrap_or_default());
    let is_there = flag(move || !is_late.get() || height.get().is_some());
    let first = address::full(&query.get_untracked());
    let shown = StoredValue::new(first.clone());
    effect(move || {
        let address = query.with(|query| address::full(query));
        if shown.with_value(|shown| *shown != address)
            && let Some(frame) = frame.get_untracked()
        {
            // Where it cannot, the frame was refused, which is said below it.
            let _ = frames::show(&frame, &address);
            shown.set_value(address);
        }
    });
    let name = text(move || words::preview_title(&title.get(), width));
    view! {
        <div class="site__shown">
            <h3 class="field__label">{heading}</h3>
            <iframe node_ref=frame class=class src=first title=name style:height=pixels></iframe>
            <p class="field__hint" role="status">
                {text(move || if is_there.get() { String::new() } else { words::PREVIEW_LATE.to_owned() })}
            </p>
        </div>
    }
}
