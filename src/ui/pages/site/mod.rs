//! The view `site`: sets up a frame for another site, with the frame itself as the preview.

mod preview;

use leptos::prelude::*;

use self::preview::Preview;
use crate::chart::Chart;
use crate::platform::address;
use crate::scenario::share::{embed_code, fixed_code};
use crate::scenario::site_theme::{Colour, Density, Font};
use crate::scenario::{FrameKind, Lock, Scenario, SiteTheme, View};
use crate::ui::controls::{
    Checkbox, CopyField, FirstChoices, Folded, FoldedOnPhone, Heading, Item, Radios, Select, chosen, position_of,
};
use crate::ui::deferred::deferred;
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::use_app;
use crate::words::{common, exports, place, share, site as words};

/// What a frame can show.
fn pages() -> impl Iterator<Item = View> {
    View::which(|spec| spec.is_framed)
}

/// The page at a position among them.
fn page_at(at: usize) -> View {
    pages().nth(at).unwrap_or(View::Missed)
}

/// What is chosen here and stands in no link of this page.
#[derive(Clone, Copy)]
struct Chosen {
    /// Position of the page to show.
    page: RwSignal<usize>,
    /// How much of it; where the page has no such thing, what it has instead.
    kind: RwSignal<FrameKind>,
    /// Position of the chart to show by itself.
    chart: RwSignal<usize>,
}

impl Chosen {
    fn new() -> Self {
        Self { page: RwSignal::new(0), kind: RwSignal::new(FrameKind::Card), chart: RwSignal::new(0) }
    }

    /// What the frame shows, of choices of this page.
    fn framed(self, scenario: &Scenario) -> Scenario {
        let mut framed = Scenario { view: page_at(self.page.get()), ..scenario.clone() };
        let kind = self.kind.get();
        framed.frame = if framed.frame_kinds().any(|has| has == kind) { kind } else { framed.usual_frame() };
        framed.chart = match framed.frame {
            FrameKind::Chart => framed.view.spec().charts.get(self.chart.get()).copied(),
            FrameKind::Page | FrameKind::Card => None,
        };
        framed
    }
}

/// The page.
#[component]
pub fn SitePage() -> impl IntoView {
    let app = use_app();
    let frame = Chosen::new();
    let shown = memo(move || app.scenario.with(|scenario| frame.framed(scenario)));
    let title = text(move || shown.with(|shown| share::frame_title(shown, &place::of(shown, &app.places()))));
    let height = move || shown.with(|shown| shown.frame.height());
    let code = text(move || {
        let link = address::full(&shown.with(Scenario::to_shared_query));
        title.with(|title| embed_code(&link, title, &address::beside("embed.js"), height()))
    });
    let framed = memo(move || shown.with(|shown| Scenario { embed: true, ..shown.clone() }.to_shared_query()));
    let fixed = text(move || title.with(|title| fixed_code(&address::full(&framed.get()), title, height())));
    let fixed_text = text(move || words::fixed_text(height()));
    // The build writes a page for each view (scripts/finish.mjs).
    let link = text(move || shown.with(|shown| address::beside(&format!("view-{}.html", shown.view.spec().key))));
    let without_script = move || {
        view! {
            <p class="govuk-body">{fixed_text}</p>
            <CopyField id="site-fixed" label=words::FIXED copy=words::COPY_FIXED value=fixed rows="6"/>
        }
        .into_any()
    };
    let setup = move || {
        view! {
            <div class="site">
                <Setup frame shown/>
                <div class="site__beside">
                <section class="site__code">
                    <h2 class="govuk-heading-m">{words::CODE}</h2>
                    <p class="govuk-body">{words::CODE_TEXT}</p>
                    <CopyField id="site-code" label=words::CODE copy=share::COPY_FRAME value=code rows="7"/>
                    <Folded text=words::NO_SCRIPTS inside=Box::new(without_script)/>
                    <p class="govuk-body">{words::LINK_TEXT}</p>
                    <CopyField id="site-link" label=words::LINK copy=words::COPY_LINK value=link rows="2"/>
                </section>
                    {deferred(move || view! { <Preview framed title/> }.into_any())}
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Site)}</h1>
        <p class="lead">{words::LEAD}</p>
        {deferred(setup)}
    }
}

/// What can be set.
#[component]
fn Setup(
    /// What is chosen.
    frame: Chosen,
    /// What the frame shows.
    shown: Memo<Scenario>,
) -> impl IntoView {
    let app = use_app();
    let change = move |change: &dyn Fn(&mut SiteTheme)| app.slide(|scenario| change(&mut scenario.theme));
    let lock = move |lock: Lock| {
        let is_locked = flag(move || app.scenario.with(|scenario| scenario.lock.has(lock)));
        let is_not_shown = flag(move || shown.with(|shown| !shown.locks_of_frame().contains(&lock)));
        view! {
            <div hidden=is_not_shown>
                <Checkbox
                    id=format!("lock-{}", lock.key())
                    label=words::lock(lock)
                    is_ticked=is_locked
                    on_tick=Callback::new(move |is_locked| {
                        app.choose(|scenario| scenario.lock = scenario.lock.with(lock, is_locked));
                    })
                />
            </div>
        }
    };
    let has_no_locks = flag(move || shown.with(|shown| shown.locks_of_frame().is_empty()));
    let kinds = move || shown.with(|shown| shown.frame_kinds().collect::<Vec<_>>());
    let kind_items =
        Signal::derive(move || kinds().into_iter().map(|kind| Item::new(words::kind(kind))).collect::<Vec<_>>());
    let kind_at = memo(move || {
        let shown = shown.with(|shown| shown.frame);
        kinds().into_iter().position(|kind| kind == shown).unwrap_or_default()
    });
    let charts = move || shown.with(|shown| shown.view.spec().charts);
    let chart_items = Signal::derive(move || {
        let name = |&chart: &Chart| Item::new(&exports::chart_title(chart));
        charts().iter().map(name).collect::<Vec<_>>()
    });
    let is_no_chart = flag(move || shown.with(|shown| shown.frame != FrameKind::Chart));
    let font = chosen(|s| position_of(&Font::ALL, &s.theme.font));
    let density = chosen(|s| position_of(&Density::ALL, &s.theme.density));
    view! {
        <form class="controls site__setup" aria-label=words::CONTROLS on:submit=|event| event.prevent_default()>
            <Radios
                name="site-page"
                legend=words::PAGE
                items=Item::all(&pages().map(common::nav_label).collect::<Vec<_>>())
                value=frame.page
                on_choose=Callback::new(move |at| {
                    frame.chart.set(0);
                    frame.page.set(at);
                })
            />
            <Radios
                name="site-frame"
                legend=words::KIND
                items=kind_items
                value=kind_at
                on_choose=Callback::new(move |at: usize| {
                    if let Some(kind) = kinds().get(at) {
                        frame.kind.set(*kind);
                    }
                })
            />
            <div hidden=is_no_chart>
                <Select
                    id="site-chart"
                    label=words::CHART
                    hint=Signal::stored(String::new())
                    items=chart_items
                    value=frame.chart
                    on_choose=Callback::new(move |at| frame.chart.set(at))
                />
            </div>
            <FoldedOnPhone text=words::FIRST heading=Heading::Second>
                <FirstChoices/>
            </FoldedOnPhone>
            <FoldedOnPhone text=words::LOOK>
                <fieldset class="field govuk-checkboxes govuk-checkboxes--small" hidden=has_no_locks>
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
