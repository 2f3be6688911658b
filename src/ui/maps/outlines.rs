//! The outlines that a person adds, and the map of them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use super::dot_map::DotMap;
use super::{MapOf, in_slices};
use crate::data::Edition;
use crate::data::outlines::{Outlines, read_outlines_at};
use crate::pace::unless;
use crate::platform::{fetch, files, focus, site};
use crate::results::areas::UnitList;
use crate::results::areas_map::{DottedMap, dotted, wanted};
use crate::ui::here::after;
use crate::ui::reactive::{effect, flag, memo, part};
use crate::ui::state::use_app;
use crate::words::areas_map as words;
use crate::words::import::Message;
use crate::words::outlines::{no_match, not_readable, outlines_message};

thread_local! {
    /// The outlines added last, as long as the page is there: other views do not lose them.
    static KEPT: RefCell<Option<Arc<Outlines>>> = const { RefCell::new(None) };
}

/// What is going on with outlines.
#[derive(Clone, Copy)]
struct Adding {
    outlines: RwSignal<Option<Arc<Outlines>>>,
    /// How much was read (0 to 1).
    progress: RwSignal<Option<f64>>,
    problem: RwSignal<Option<Message>>,
    /// Which file was added last: others that are still being read are left.
    last: StoredValue<u32>,
}

impl Adding {
    fn add(self, file: web_sys::File) {
        self.last.update_value(|last| *last = last.wrapping_add(1));
        let this = self.last.get_value();
        self.problem.set(None);
        self.progress.set(Some(0.0));
        let progress = self.progress;
        let read = async move {
            let bytes = files::bytes(&file).await.map_err(|_| not_readable())?;
            // The page may be left meanwhile.
            let told = move |share| {
                let _ = progress.try_set(Some(share));
            };
            let read = read_outlines_at(&bytes, &in_slices(told)).await;
            read.map_err(|error| outlines_message(&error))
        };
        // One that was stopped, or that another was added after, is given up.
        let last = self.last;
        let is_stopped = move || last.try_get_value() != Some(this);
        after(unless(is_stopped, read), move |read| {
            let Some(read) = read.filter(|_| !is_stopped()) else { return };
            self.progress.set(None);
            match read {
                Ok(outlines) => {
                    let outlines = Arc::new(outlines);
                    KEPT.set(Some(outlines.clone()));
                    self.outlines.set(Some(outlines));
                }
                // What was added before stays.
                Err(message) => self.problem.set(Some(message)),
            }
        });
    }
}

impl Adding {
    /// Takes the outlines of the site's own place, unless the person has added some.
    fn bring(self, edition: Edition) {
        let read = async move {
            let text = fetch::figures(&format!("site/{}.geojson", edition.key())).await.ok()?;
            read_outlines_at(text.as_bytes(), &in_slices(|_| ())).await.ok()
        };
        after(read, move |read| {
            if let Some(outlines) = read
                && KEPT.with_borrow(Option::is_none)
            {
                self.outlines.set(Some(Arc::new(outlines)));
            }
        });
    }

    fn stop(self) {
        self.last.update_value(|last| *last = last.wrapping_add(1));
        self.progress.set(None);
        focus::to("outlines");
    }
}

/// The field for outlines, and the map once they are there.
#[component]
pub fn AreasMap(
    /// What it is of, and the page around it.
    of: MapOf,
) -> impl IntoView {
    let adding = Adding {
        outlines: RwSignal::new(KEPT.with_borrow(Clone::clone)),
        progress: RwSignal::new(None),
        problem: RwSignal::new(None),
        last: StoredValue::new(0),
    };
    let map = RwSignal::new(None::<Arc<DottedMap>>);
    let app = use_app();
    let edition = memo(move || app.scenario.with(|scenario| scenario.data));
    let of_site = site::said("data-site-outlines").unwrap_or_default();
    // Those of the site are for an edition each; what the person has added stays.
    effect(move || {
        let edition = edition.get();
        if of_site.is_empty() || KEPT.with_borrow(Option::is_some) {
            return;
        }
        map.set(None);
        adding.outlines.set(None);
        if of_site.contains(edition.key()) {
            adding.bring(edition);
        }
    });
    // Whose they are is said as long as they are shown.
    let whose = memo(move || {
        let is_shown = adding.outlines.with(Option::is_some) && KEPT.with_borrow(Option::is_none);
        site::said(&format!("data-site-attribution-{}", edition.get().key())).filter(|_| is_shown)
    });
    let is_nobodys = flag(move || whose.with(Option::is_none));
    // What the map was made of last: the target may change without it.
    let owner = Owner::current();
    let made_of = StoredValue::new(None::<(Arc<Outlines>, Arc<UnitList>)>);
    effect(move || {
        let now = of.areas.read(|worked| worked.list.clone());
        let (Some(outlines), Some(now)) = (adding.outlines.get(), now) else { return };
        let is_made = made_of.with_value(|made| {
            made.as_ref().is_some_and(|(of, before)| Arc::ptr_eq(of, &outlines) && Arc::ptr_eq(before, &now))
        });
        if is_made {
            return;
        }
        // Units of another list have other numbers.
        of.chosen.set(None);
        made_of.set_value(Some((outlines.clone(), now.clone())));
        let this = (Arc::as_ptr(&outlines), Arc::as_ptr(&now));
        let (seen, kept) = (outlines.clone(), now.clone());
        let made = async move {
            let pace = in_slices(|_| ());
            match seen.matched(&wanted(&kept), &pace).await {
                Ok(matched) => Ok(dotted(matched, &kept, &pace).await),
                Err(none) => Err(no_match(&none)),
            }
        };
        let take = move |made: Result<DottedMap, Message>| {
            let is_last = made_of.with_value(|last| {
                last.as_ref().is_some_and(|(outlines, list)| (Arc::as_ptr(outlines), Arc::as_ptr(list)) == this)
            });
            if !is_last {
                return;
            }
            match made {
                Ok(made) => {
                    adding.problem.set(None);
                    map.set(Some(Arc::new(made)));
                }
                Err(message) => {
                    map.set(None);
                    adding.problem.set(Some(message));
                }
            }
        };
        // Not of this run: the target may change before the map is there.
        if let Some(owner) = &owner {
            owner.with(|| after(made, take));
        }
    });
    let is_idle = flag(move || adding.progress.with(Option::is_none));
    let percent = move || adding.progress.get().map(crate::words::number::whole_percent);
    let is_right = flag(move || adding.problem.with(Option::is_none));
    let problem = move || adding.problem.get().map(|message| format!("{} {}", message.problem, message.advice));
    let shown = part(move || match map.get() {
        Some(map) => view! { <DotMap map of/> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <div class="govuk-form-group screen-only" class=("govuk-form-group--error", move || !is_right.get())>
            <label class="govuk-label govuk-label--s" for="outlines">{words::ADD_OUTLINES}</label>
            <p class="field__hint" id="outlines-hint">{words::OUTLINES_HINT}</p>
            <p class="govuk-error-message" id="outlines-error" role="alert" hidden=is_right>{problem}</p>
            <input
                class="govuk-file-upload"
                id="outlines"
                type="file"
                accept=".geojson,.json,.topojson,application/geo+json"
                aria-describedby="outlines-hint outlines-error"
                on:change=move |event| {
                    if let Some(file) = files::chosen(&event) {
                        adding.add(file);
                    }
                }
            />
            <p class="field__hint" role="status" hidden=is_idle>{words::READING}" "{percent}</p>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                hidden=is_idle
                on:click=move |_| adding.stop()
            >
                {words::STOP}
            </button>
        </div>
        {shown}
        <p class="figure__note" hidden=is_nobodys data-testid="outlines-source">{whose}</p>
    }
}
