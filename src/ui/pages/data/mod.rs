//! The view `data`: which figures these are, and adding the official file.

mod put_aside;

use std::sync::Arc;

use leptos::prelude::*;

use self::put_aside::PutAside;
use crate::data::official::OfficialFile;
use crate::platform::{files, focus, site};
use crate::scenario::View;
use crate::ui::layout::Sections;
use crate::ui::links::ViewLink;
use crate::ui::own_files::{OwnFile, Reading};
use crate::ui::reactive::{effect, flag, list_items, memo, part, text};
use crate::ui::state::use_app;
use crate::words::import::{self, Message};
use crate::words::{checked, common, data, file_version, web_team};

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    view! {
        <ErrorSummary/>
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Data)}</h1>
        <p class="lead">{data::LEAD}</p>
        <div class="reading">
            <AddFile/>
            <FilesInUse/>
            <OfSite/>
            <PutAside/>
            <Sections sections=data::sections()/>
            <p class="govuk-body">
                <ViewLink to=View::Checked text=checked::FROM_FIGURES/>
            </p>
        </div>
    }
}

fn failure() -> Memo<Option<Message>> {
    let app = use_app();
    memo(move || {
        app.own_files.reading.with(|reading| match reading {
            Reading::Failed(message) => Some(message.clone()),
            _ => None,
        })
    })
}

/// The GOV.UK pattern: what went wrong stands on top, takes the focus, and leads to the field.
#[component]
fn ErrorSummary() -> impl IntoView {
    let failure = failure();
    effect(move || {
        if failure.with(Option::is_some) {
            request_animation_frame(|| focus::to("error-summary"));
        }
    });
    part(move || match failure.get() {
        None => ().into_any(),
        Some(message) => view! {
            <div class="govuk-error-summary" id="error-summary" tabindex="-1" data-testid="error-summary">
                <div role="alert">
                    <h2 class="govuk-error-summary__title">{common::PROBLEM}</h2>
                    <div class="govuk-error-summary__body">
                        <ul class="govuk-list govuk-error-summary__list">
                            <li>
                                <a
                                    href="#file"
                                    on:click=|event| {
                                        event.prevent_default();
                                        focus::to("file");
                                    }
                                >
                                    {message.problem}
                                </a>
                            </li>
                        </ul>
                        <p class="govuk-body">{message.advice}</p>
                        <p class="govuk-body">{data::UNCHANGED}</p>
                    </div>
                </div>
            </div>
        }
        .into_any(),
    })
}

/// The field for a file, and what is going on with it.
#[component]
fn AddFile() -> impl IntoView {
    let app = use_app();
    let failure = failure();
    let is_wrong = flag(move || failure.with(Option::is_some));
    let is_right = flag(move || failure.with(Option::is_none));
    let problem = text(move || failure.get().map(|message| message.problem).unwrap_or_default());
    let links = data::own_links().map(|(text, address)| {
        view! {
            <li>
                <a class="govuk-link" href=address rel="external">{text}</a>
            </li>
        }
    });
    let is_idle = flag(move || app.own_files.reading.with(|reading| !matches!(reading, Reading::Under(..))));
    let progress = text(move || {
        app.own_files.reading.with(|reading| match reading {
            Reading::Under(name, part) => data::reading(name, *part),
            _ => String::new(),
        })
    });
    let percent_read = text(move || {
        app.own_files.reading.with(|reading| match reading {
            Reading::Under(_, part) => data::percent_read(*part),
            _ => String::new(),
        })
    });
    let outcome = text(move || {
        app.own_files.reading.with(|reading| match reading {
            Reading::Done(text) => text.clone(),
            Reading::Cancelled => data::CANCELLED.to_owned(),
            Reading::Removed(name) => data::removed(name),
            Reading::Idle | Reading::Under(..) | Reading::Failed(_) => String::new(),
        })
    });
    view! {
        <section>
            <h2 class="govuk-heading-m">{data::OWN_HEADING}</h2>
            <p class="govuk-body">{data::OWN_TEXT}</p>
            <p class="govuk-body">{data::OWN_WHERE}</p>
            <ul class="govuk-list govuk-list--bullet">{links.collect_view()}</ul>
            <div class="drop" class:drop--wrong=is_wrong>
                <label class="govuk-label govuk-label--s" for="file">{data::CHOOSE}</label>
                <p class="govuk-error-message" id="file-error" hidden=is_right>
                    {problem}
                </p>
                <input
                    class="govuk-file-upload"
                    id="file"
                    type="file"
                    accept=".csv,text/csv"
                    aria-describedby="file-hint file-error"
                    on:change=move |event| {
                        if let Some(file) = files::chosen(&event) {
                            app.add_file(file);
                        }
                    }
                />
                <p class="field__hint" id="file-hint">{data::DROP}</p>
                <div class="reading-file" hidden=is_idle>
                    <label for="reading-file">{progress}</label>
                    <progress id="reading-file" max="100" value=percent_read></progress>
                    <button
                        type="button"
                        class="govuk-button govuk-button--secondary"
                        on:click=move |_| app.own_files.cancel()
                    >
                        {data::CANCEL}
                    </button>
                </div>
            </div>
            <p class="outcome" role="status" data-testid="file-outcome">{outcome}</p>
        </section>
    }
}

/// The files on this device, each with a way to take it out.
#[component]
fn FilesInUse() -> impl IntoView {
    let app = use_app();
    let file = move |own: OwnFile| {
        let edition = own.file.edition;
        let mut notes = file_version::version(&own.file.version);
        notes.extend(own.file.warnings.iter().map(import::warning));
        notes.push(if own.is_kept { data::KEPT } else { data::NOT_KEPT }.to_owned());
        view! {
            <li class="own-file">
                <p class="govuk-body">{import::success(&own.name, &own.file, None)}</p>
                <ul class="govuk-list govuk-list--bullet">{list_items(notes)}</ul>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    on:click=move |_| {
                        app.own_files.remove(edition);
                        focus::to("file");
                    }
                >
                    {data::remove(&own.name)}
                </button>
            </li>
        }
    };
    let has_none = flag(move || app.own_files.all().is_empty());
    let list = part(move || app.own_files.all().into_iter().map(file).collect_view().into_any());
    view! {
        <section data-testid="own-files" hidden=has_none>
            <h2 class="govuk-heading-m">{data::IN_USE}</h2>
            <ul class="govuk-list">{list}</ul>
            <p class="govuk-body">
                <ViewLink to=View::Missed text=data::SEE_RESULT/>
            </p>
        </section>
    }
}

/// The areas that the site brought for its own place.
#[component]
fn OfSite() -> impl IntoView {
    let app = use_app();
    let has_none = flag(move || app.own_files.of_site().is_empty());
    let said = part(move || {
        let said = |file: Arc<OfficialFile>| {
            let key = format!("data-site-attribution-{}", file.edition.key());
            web_team::areas(&file, site::said("data-site-name").as_deref(), site::said(&key).as_deref())
        };
        list_items(app.own_files.of_site().into_iter().map(said).collect()).into_any()
    });
    view! {
        <section data-testid="site-areas" hidden=has_none>
            <h2 class="govuk-heading-m">{web_team::AREAS}</h2>
            <ul class="govuk-list govuk-list--bullet">{said}</ul>
        </section>
    }
}
