//! What is folded away.

use leptos::prelude::*;

use crate::platform::screen;
use crate::ui::reactive::{on_window, part};

/// What becomes on paper of what is closed on a screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OnPaper {
    /// It is opened: it is part of what is said.
    Open,
    /// It stays as it is.
    AsOnScreen,
}

/// Closed at first. What is inside is built when it is opened, and follows the choices only while it is open.
#[component]
pub fn Folded(
    /// What opens it.
    text: &'static str,
    /// A class of its own, with a space before it.
    #[prop(default = "")]
    class: &'static str,
    /// What becomes of it on paper.
    #[prop(default = OnPaper::AsOnScreen)]
    on_paper: OnPaper,
    /// Builds what is inside.
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let is_on_paper = on_paper == OnPaper::Open;
    if is_on_paper {
        let was_open = StoredValue::new(false);
        on_window("beforeprint", move || {
            was_open.set_value(is_open.get_untracked());
            is_open.set(true);
        });
        on_window("afterprint", move || is_open.set(was_open.get_value()));
    }
    let heading = if is_on_paper { Heading::Second } else { Heading::None };
    let content = part(move || if is_open.get() { inside() } else { ().into_any() });
    view! {
        <details
            class=format!("govuk-details{class}")
            class:folded-on-screen=is_on_paper
            open=is_open
            on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary class="govuk-details__summary">{summary(text.into(), heading)}</summary>
            {content}
        </details>
    }
}

/// What the words that open something are besides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Nothing: what is inside has a heading of its own.
    None,
    /// A heading of the page.
    Second,
    /// A heading of a part of the page.
    Third,
}

/// Closed at first on a screen, and open on paper, where it is part of what is shown. So what is inside is always there.
#[component]
pub fn FoldedOnScreen(
    /// What opens it.
    #[prop(into)]
    text: Signal<String>,
    /// Whether that is the heading of what is inside.
    #[prop(default = Heading::None)]
    heading: Heading,
    /// The name by which links lead to it.
    #[prop(default = "")]
    id: &'static str,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    let id = (!id.is_empty()).then_some(id);
    view! {
        <details class="govuk-details folded-on-screen" id=id>
            <summary class="govuk-details__summary">{summary(text, heading)}</summary>
            {children()}
        </details>
    }
}

fn summary(text: Signal<String>, heading: Heading) -> AnyView {
    const CLASS: &str = "govuk-details__summary-text";
    match heading {
        Heading::None => view! { <span class=CLASS>{text}</span> }.into_any(),
        Heading::Second => view! { <h2 class=CLASS>{text}</h2> }.into_any(),
        Heading::Third => view! { <h3 class=CLASS>{text}</h3> }.into_any(),
    }
}

/// Choices that stand beside their results. On a phone they would stand between a person and the answer: there they are closed at
/// first. On a wide screen they are open, and nothing closes them.
#[component]
pub fn FoldedOnPhone(
    /// What opens them.
    #[prop(into)]
    text: Signal<String>,
    /// Whether that is the heading of what is inside, where it is folded.
    #[prop(default = Heading::None)]
    heading: Heading,
    /// The choices.
    children: Children,
) -> impl IntoView {
    on_phone(text, heading, open_on_wide(), children().into_any())
}

/// The same, with something inside that is made when it is open for the first time, and stays.
#[component]
pub fn MadeOnceOpen(
    /// What opens it.
    #[prop(into)]
    text: Signal<String>,
    /// Whether that is the heading of what is inside, where it is folded.
    #[prop(default = Heading::Second)]
    heading: Heading,
    /// What becomes of it on paper.
    #[prop(default = OnPaper::AsOnScreen)]
    on_paper: OnPaper,
    /// Makes what is inside.
    inside: Box<dyn Fn() -> AnyView + Send>,
) -> impl IntoView {
    let is_open = open_on_wide();
    let is_printed = RwSignal::new(false);
    if on_paper == OnPaper::Open {
        on_window("beforeprint", move || is_printed.set(true));
    }
    let was_open = Memo::new(move |was: Option<&bool>| was == Some(&true) || is_open.get() || is_printed.get());
    let content = part(move || if was_open.get() { inside() } else { ().into_any() });
    on_phone(text, heading, is_open, content.into_any())
}

/// Whether it is open: on a narrow screen at first not, on a wide one always.
fn open_on_wide() -> RwSignal<bool> {
    let is_open = RwSignal::new(screen::is_wide());
    // What was closed on a narrow window has nothing to open it by on a wide one.
    let widened = screen::Listener::new("resize", move |_| {
        if screen::is_wide() && !is_open.get_untracked() {
            is_open.set(true);
        }
    });
    let widened = StoredValue::new_local(widened);
    on_cleanup(move || widened.set_value(None));
    is_open
}

fn on_phone(text: Signal<String>, heading: Heading, is_open: RwSignal<bool>, inside: AnyView) -> AnyView {
    view! {
        <details
            class="govuk-details folded-on-screen folded-on-phone"
            open=is_open
            on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary class="govuk-details__summary">{summary(text, heading)}</summary>
            {inside}
        </details>
    }
    .into_any()
}
