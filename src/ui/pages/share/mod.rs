//! Saving a page under a name, and passing its link on.

mod passed;
mod qr;

use leptos::ev;
use leptos::prelude::*;

use self::passed::Passed;
use self::qr::QrCodes;
use crate::platform::{address, share as device};
use crate::scenario::library::{Library, SaveError};
use crate::scenario::share::{embed_code, mailto};
use crate::scenario::{Scenario, View};
use crate::ui::controls::CopyField;
use crate::ui::here::after;
use crate::ui::links::ViewLink;
use crate::ui::reactive::{effect, flag, memo, text};
use crate::ui::saved_pages::{Keeping, today};
use crate::ui::state::use_app;
use crate::words::{saved, share as words};

/// Everything in the panel.
#[component]
pub fn SharePanel() -> impl IntoView {
    let app = use_app();
    app.saved_pages.open();
    let passed = memo(move || Passed::of(app));
    let link = text(move || passed.with(|passed| passed.link.clone()));
    let mail = text(move || {
        passed.with(|passed| {
            let body = words::body(&passed.place, &passed.sentence, &passed.link);
            mailto(&words::subject(&passed.scenario, &passed.place), &body)
        })
    });
    let code = text(move || {
        passed.with(|passed| {
            let title = words::frame_title(&passed.scenario, &passed.place);
            let frame = passed.scenario.usual_frame();
            let link = address::full(&Scenario { frame, ..passed.scenario.clone() }.to_shared_query());
            embed_code(&link, &title, &address::beside("embed.js"), frame.height())
        })
    });
    let has_failed = RwSignal::new(false);
    let failed = text(move || if has_failed.get() { words::DEVICE_FAILED } else { "" }.to_owned());
    let share = move |_| {
        let Passed { scenario, place, sentence, link } = passed.get_untracked();
        has_failed.set(false);
        let sharing = async move { device::link(&words::subject(&scenario, &place), &sentence, &link).await.is_err() };
        after(sharing, move |is_refused| has_failed.set(is_refused));
    };
    view! {
        <div class="share">
            <Save passed/>
            <section>
                <h2 class="govuk-heading-s">{words::SHARE_HEADING}</h2>
                <CopyField id="share-link" label=words::LINK copy=words::COPY_LINK value=link rows="2"/>
                <ul class="share__ways">
                    <li>
                        <a class="govuk-link" href=mail>{words::EMAIL}</a>
                    </li>
                    <li hidden=!device::is_there()>
                        <button type="button" class="link-button" on:click=share>{words::DEVICE}</button>
                    </li>
                </ul>
                <p class="field__hint" role="status">{failed}</p>
            </section>
            <QrCodes passed/>
            <section>
                <h2 class="govuk-heading-s">{words::FRAME_HEADING}</h2>
                <CopyField id="share-frame" label=words::FRAME copy=words::COPY_FRAME value=code rows="7"/>
                <p class="field__hint">{words::FRAME_ADVICE}</p>
                <p class="govuk-body"><ViewLink to=View::Site text=words::TO_SITE/></p>
            </section>
        </div>
    }
}

/// A name for the page, and what came of saving it.
#[component]
fn Save(
    /// What the page is.
    passed: Memo<Passed>,
) -> impl IntoView {
    let app = use_app();
    // `None` while nobody types.
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<SaveError>);
    let done = RwSignal::new(String::new());
    let name = text(move || {
        let suggested = || passed.with(|passed| words::suggested_name(&passed.scenario, &passed.place));
        typed.get().unwrap_or_else(suggested)
    });
    // What was said is about the page as it was.
    effect(move || {
        passed.with(|passed| passed.link.len());
        done.set(String::new());
    });
    let save = move |is_pinned: bool| {
        let (scenario, name) = (passed.with_untracked(|passed| passed.scenario.clone()), name.get_untracked());
        let result = app.saved_pages.change(|library: &mut Library| {
            let name = library.save(&name, &scenario, today())?;
            Ok::<_, SaveError>(match is_pinned {
                false => words::saved_as(&name),
                true if library.pin(&name) => words::pinned_as(&name, library.pins().len()),
                true => words::not_pinned(&name),
            })
        });
        let result = result.unwrap_or(Err(SaveError::Gone));
        error.set(result.as_ref().err().copied());
        done.set(result.unwrap_or_default());
        if error.with_untracked(Option::is_none) {
            typed.set(None);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            save(false);
        }
    };
    let is_right = flag(move || error.with(Option::is_none));
    let invalid = text(move || error.with(Option::is_some).to_string());
    let problem = text(move || error.get().map(words::save_error).unwrap_or_default());
    let is_alone = flag(move || passed.with(|passed| !passed.scenario.view.spec().is_compared));
    let is_kept = flag(move || app.saved_pages.keeping() == Keeping::Kept);
    let not_kept = text(move || match app.saved_pages.keeping() {
        Keeping::LaterVersion => saved::LATER_VERSION.to_owned(),
        Keeping::Kept | Keeping::NotAllowed => saved::NOT_KEPT.to_owned(),
    });
    view! {
        <section>
            <h2 class="govuk-heading-s">{words::SAVE_HEADING}</h2>
            <p class="share__not-kept" hidden=is_kept>{not_kept}</p>
            <div class="govuk-form-group" class:govuk-form-group--error=move || !is_right.get()>
                <label class="field__label" for="save-name">{words::NAME}</label>
                <p class="govuk-error-message" id="save-error" role="alert" hidden=is_right>{problem}</p>
                <textarea
                    class="govuk-input share__text"
                    class:govuk-input--error=move || !is_right.get()
                    id="save-name"
                    rows="3"
                    autocomplete="off"
                    aria-describedby="save-error save-hint"
                    aria-invalid=invalid
                    prop:value=name
                    on:input=move |event| typed.set(Some(event_target_value(&event)))
                    on:keydown=on_key
                ></textarea>
            </div>
            <p class="share__buttons">
                <button type="button" class="govuk-button" on:click=move |_| save(false)>{words::SAVE}</button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    hidden=is_alone
                    on:click=move |_| save(true)
                >
                    {words::SAVE_AND_PIN}
                </button>
            </p>
            <p class="share__done" role="status" data-testid="saved-as">{done}</p>
            <p class="field__hint" id="save-hint" hidden=is_alone>{words::PIN_HINT}</p>
            <p class="govuk-body">
                <ViewLink to=View::Saved text=words::TO_SAVED/>
            </p>
        </section>
    }
}
