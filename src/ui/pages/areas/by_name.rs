//! A target by name: codes typed, pasted or ticked, and what it comes to beside others.

use leptos::prelude::*;

use crate::platform::focus;
use crate::scenario::CodeList;
use crate::ui::charts::DataTable;
use crate::ui::controls::{Item, Radios};
use crate::ui::lists;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::{AppState, use_app};
use crate::ui::view_models::AreasView;
use crate::words::areas as words;

/// Takes codes into use, and keeps those that no link holds.
pub fn target(app: AppState, codes: Option<CodeList>) {
    if let Some(codes) = &codes {
        lists::keep(codes);
    }
    app.choose(|scenario| scenario.codes = codes);
}

/// Takes a unit into the target, or out of it. From a cut on, the list begins with what the cut holds whole.
pub fn tick(app: AppState, areas: AreasView, code: &str, is_ticked: bool) {
    let held = untrack(|| {
        areas.read(|worked| match &worked.scenario.codes {
            Some(codes) => codes.codes().to_vec(),
            None => worked.result.whole_codes(&worked.list),
        })
    });
    let mut codes = held.unwrap_or_default();
    codes.retain(|other| *other != code);
    if is_ticked {
        codes.push(code.to_owned());
    }
    target(app, CodeList::of(&codes.join("\n")));
}

/// By a cut or by name, and the codes.
#[component]
pub fn ByName(
    /// The units.
    areas: AreasView,
) -> impl IntoView {
    let app = use_app();
    lists::restore(app);
    let has_units = areas.has_units();
    let is_without = flag(move || !has_units.get());
    let is_open = RwSignal::new(app.scenario.with_untracked(|scenario| scenario.codes.is_some()));
    let by_name = memo(move || is_open.get() || app.scenario.with(|scenario| scenario.codes.is_some()));
    let choose = move |at: usize| {
        is_open.set(at == 1);
        if at == 0 {
            target(app, None);
        }
    };
    let typed = RwSignal::new(app.scenario.with_untracked(|scenario| words::codes_text(scenario.codes.as_ref())));
    // Ticks in the list change what stands here.
    Effect::new(move |_| typed.set(app.scenario.with(|scenario| words::codes_text(scenario.codes.as_ref()))));
    let error = RwSignal::new(false);
    let is_right = flag(move || !error.get());
    let invalid = text(move || error.get().to_string());
    let is_hidden = flag(move || !by_name.get());
    let is_here =
        flag(move || !app.scenario.with(|scenario| scenario.codes.as_ref().is_some_and(CodeList::is_elsewhere)));
    let unknown = areas.text(|worked| words::unknown(&worked.scenario, &worked.result).unwrap_or_default());
    let has_none_unknown = flag(move || unknown.with(String::is_empty));
    let hint = areas.text(|worked| if worked.list.has_codes { words::CODES_HINT } else { words::ROWS_HINT }.to_owned());
    let take = move |_| match CodeList::of(&typed.get_untracked()) {
        Some(codes) => {
            error.set(false);
            target(app, Some(codes));
        }
        None => {
            error.set(true);
            focus::to("codes");
        }
    };
    view! {
        <form class="controls" aria-label=words::TARGET_BY hidden=is_without on:submit=|event| event.prevent_default()>
            <Radios
                name="target-by"
                legend=words::TARGET_BY
                items=Item::all(&words::WAYS)
                value=memo(move || usize::from(by_name.get()))
                on_choose=choose
            />
            <div class="field" hidden=is_hidden>
                <label class="field__label" for="codes">{words::CODES}</label>
                <p class="field__hint" id="codes-hint">{hint}</p>
                <p class="govuk-error-message" id="codes-error" role="alert" hidden=is_right>{words::CODES_ERROR}</p>
                <p class="callout" role="note" hidden=is_here>{words::CODES_ELSEWHERE}</p>
                <textarea
                    class="govuk-textarea"
                    id="codes"
                    rows="5"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby="codes-hint codes-error"
                    aria-invalid=invalid
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=take>
                    {words::USE_CODES}
                </button>
                <p class="field__hint" role="status" hidden=has_none_unknown data-testid="unknown-codes">{unknown}</p>
            </div>
        </form>
    }
}

/// A target by name beside the best one of as many people, and the usual cut.
#[component]
pub fn ListBeside(
    /// The units.
    areas: AreasView,
) -> impl IntoView {
    let said = areas.text(|worked| words::beside(&worked.scenario, &worked.result).unwrap_or_default());
    let headings = areas.list(|worked| words::beside_headings(&worked.scenario));
    let rows = areas.list(|worked| words::beside_rows(&worked.scenario, &worked.result));
    let has_list = memo(move || said.with(|said| !said.is_empty()));
    part(move || match has_list.get() {
        false => ().into_any(),
        true => view! {
            <section data-testid="list-beside">
                <p class="govuk-body">{said}</p>
                <DataTable caption=text(|| words::BESIDE.to_owned()) headings rows/>
            </section>
        }
        .into_any(),
    })
}
