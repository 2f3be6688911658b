//! The view `site`: sets up a frame for another site, with the tool itself as the preview.

use leptos::prelude::*;

use crate::platform::address;
use crate::scenario::share::embed_code;
use crate::scenario::site_theme::{Colour, Density, Font};
use crate::scenario::{Lock, Scenario, SiteTheme, View};
use crate::ui::controls::{Checkbox, CopyField, FoldedOnPhone, Item, Radios, Select, chosen, position_of};
use crate::ui::deferred::deferred;
use crate::ui::ports::Screen;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::words::{common, place, share, site as words};

/// What a frame can show.
fn pages() -> impl Iterator<Item = View> {
    View::which(|spec| spec.is_framed)
}

/// The page at a position among them.
fn page_at(at: usize) -> View {
    pages().nth(at).unwrap_or(View::Missed)
}

/// The page.
#[component]
pub fn SitePage() -> impl IntoView {
    let app = use_app();
    let page = RwSignal::new(0);
    let code = text(move || {
        let shown = app.scenario.with(|scenario| Scenario { view: page_at(page.get()), ..scenario.clone() });
        let name = place::of(&shown, &app.places());
        let link = address::full(&shown.to_shared_query());
        embed_code(&link, &share::frame_title(&shown, &name), &address::beside("embed.js"))
    });
    let setup = move || {
        view! {
            <div class="site">
                <Setup page/>
                <section class="site__code">
                    <h2 class="govuk-heading-m">{words::CODE}</h2>
                    <p class="govuk-body">{words::CODE_TEXT}</p>
                    <CopyField id="site-code" label=words::CODE copy=share::COPY_FRAME value=code rows="7"/>
                </section>
            </div>
        }
        .into_any()
    };
    let preview = move || {
        view! {
            <section class="site__preview" aria-labelledby="preview-heading" data-testid="preview">
                <h2 class="govuk-heading-m" id="preview-heading">{words::PREVIEW}</h2>
                {part(move || (app.ports.screen)(Screen::Page(page_at(page.get())), true))}
            </section>
        }
        .into_any()
    };
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Site)}</h1>
        <p class="lead">{words::LEAD}</p>
        {deferred(setup)}
        {deferred(preview)}
    }
}

/// What can be set.
#[component]
fn Setup(
    /// Position of the page to show.
    page: RwSignal<usize>,
) -> impl IntoView {
    let app = use_app();
    let change = move |change: &dyn Fn(&mut SiteTheme)| app.slide(|scenario| change(&mut scenario.theme));
    let lock = move |lock: Lock| {
        let is_locked = flag(move || app.scenario.with(|scenario| scenario.lock.has(lock)));
        view! {
            <Checkbox
                id=format!("lock-{}", lock.key())
                label=words::lock(lock)
                is_ticked=is_locked
                on_tick=Callback::new(move |is_locked| {
                    app.choose(|scenario| scenario.lock = scenario.lock.with(lock, is_locked));
                })
            />
        }
    };
    let font = chosen(|s| position_of(&Font::ALL, &s.theme.font));
    let density = chosen(|s| position_of(&Density::ALL, &s.theme.density));
    view! {
        <form class="controls site__setup" aria-label=words::CONTROLS on:submit=|event| event.prevent_default()>
            <Radios
                name="site-page"
                legend=words::PAGE
                items=Item::all(&pages().map(common::nav_label).collect::<Vec<_>>())
                value=page
                on_choose=Callback::new(move |at| page.set(at))
            />
            <FoldedOnPhone text=words::LOOK>
                <fieldset class="field govuk-checkboxes govuk-checkboxes--small">
                    <legend class="field__label">{words::LOCKS}</legend>
                    {Lock::ALL.map(lock).collect_view()}
                </fieldset>
                <ColourField
                    id="site-accent"
                    label=words::ACCENT
                    own=SiteTheme::ACCENT
                    get=|theme| theme.accent
                    set=|theme, colour| theme.accent = colour
                />
                <ColourField
                    id="site-ground"
                    label=words::GROUND
                    own=SiteTheme::GROUND
                    get=|theme| theme.ground
                    set=|theme, colour| theme.ground = colour
                />
                <Select
                    id="site-font"
                    label=words::FONT
                    hint=Signal::stored(String::new())
                    items=Item::all(&Font::ALL.map(words::font))
                    value=font
                    on_choose=Callback::new(move |at: usize| change(&|theme| theme.font = Font::ALL[at]))
                />
                <Radios
                    name="site-density"
                    legend=words::DENSITY
                    items=Item::all(&Density::ALL.map(words::density))
                    value=density
                    on_choose=Callback::new(move |at: usize| change(&|theme| theme.density = Density::ALL[at]))
                />
            </FoldedOnPhone>
        </form>
    }
}

/// A colour, and the way back to the tool's own.
#[component]
fn ColourField(
    /// Id of the field.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// The tool's own colour.
    own: Colour,
    /// Reads the colour.
    get: fn(&SiteTheme) -> Option<Colour>,
    /// Sets it.
    set: fn(&mut SiteTheme, Option<Colour>),
) -> impl IntoView {
    let app = use_app();
    let colour = memo(move || app.scenario.with(|scenario| get(&scenario.theme)));
    let value = text(move || format!("#{}", colour.get().unwrap_or(own)));
    let is_own = flag(move || colour.get().is_none());
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <p class="site__colour">
                <input
                    id=id
                    type="color"
                    prop:value=value
                    on:input=move |event| {
                        if let Ok(colour) = event_target_value(&event).parse() {
                            app.slide(|scenario| set(&mut scenario.theme, Some(colour)));
                        }
                    }
                />
                <button
                    type="button"
                    class="link-button"
                    aria-label=words::own_colour(label)
                    hidden=is_own
                    on:click=move |_| app.choose(|scenario| set(&mut scenario.theme, None))
                >
                    {words::OWN_COLOUR}
                </button>
            </p>
        </div>
    }
}
