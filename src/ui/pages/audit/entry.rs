//! Where a person brings people served. Nothing of it is kept: a file is read again where its columns are taken otherwise, and let go
//! of once its rows, if each is a person, are counted.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::data::table::{ColumnsSaid, NONE, ServedError, ServedTable};
use crate::pace::Pace;
use crate::platform::{clipboard, files, focus, pause};
use crate::ui::controls::{Folded, Item, Select};
use crate::ui::here::after;
use crate::ui::ports::NotLoaded;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::reader::with_table_reader;
use crate::ui::state::{AppState, use_app};
use crate::words::import::Message;
use crate::words::{audit as words, common};

/// Where rows come from.
#[derive(Clone)]
enum Source {
    Text(String),
    File(web_sys::File),
}

/// What came of reading.
type Counted = Result<ServedTable, Failed>;

/// Why nothing came of it.
enum Failed {
    Served(ServedError),
    Told(Message),
}

/// The entry, for as long as the page is there.
#[derive(Clone, Copy)]
struct Entry {
    typed: RwSignal<String>,
    said: RwSignal<ColumnsSaid>,
    failure: RwSignal<Option<Message>>,
    outcome: RwSignal<String>,
    /// The headings of what was read last, to choose columns from; empty for a list.
    headings: RwSignal<Vec<String>>,
    /// What can be read again with other columns.
    source: RwSignal<Option<Source>, LocalStorage>,
    /// Counts up with each reading: one that was passed by another gives up.
    turn: RwSignal<u32>,
}

impl Entry {
    fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            said: RwSignal::new(ColumnsSaid::default()),
            failure: RwSignal::new(None),
            outcome: RwSignal::new(String::new()),
            headings: RwSignal::new(Vec::new()),
            source: RwSignal::new_local(None),
            turn: RwSignal::new(0),
        }
    }

    /// Reads what is brought, by itself as far as it can.
    fn bring(self, app: AppState, source: Source) {
        self.said.set(ColumnsSaid::default());
        self.headings.set(Vec::new());
        self.source.set(Some(source));
        self.read(app);
    }

    /// Reads it with what is said of its columns.
    fn read(self, app: AppState) {
        let Some(source) = self.source.get_untracked() else {
            return self.fail(Message { problem: words::EMPTY.to_owned(), advice: words::PASTE_FIRST.to_owned() });
        };
        let turn = self.turn.get_untracked() + 1;
        self.turn.set(turn);
        self.failure.set(None);
        self.outcome.set(words::READING.to_owned());
        let said = self.said.get_untracked();
        with_table_reader(app, move |reader| {
            let count = async move {
                let reader = reader.map_err(|NotLoaded| not_loaded())?;
                let bytes = match source {
                    Source::Text(text) => text.into_bytes(),
                    Source::File(file) => files::bytes(&file).await.map_err(|_| Failed::Told(unreadable()))?,
                };
                let pace = Pace::new(|_| Some(Box::pin(pause(Duration::ZERO))));
                let sheets = app.ports.sheet_reader;
                let found = (reader.count)(bytes, sheets, said, pace).await.map_err(Failed::Told)?;
                found.map_err(Failed::Served)
            };
            after(count, move |counted: Counted| {
                if self.turn.get_untracked() == turn {
                    self.counted(app, counted);
                }
            });
        });
    }

    fn counted(self, app: AppState, counted: Counted) {
        match counted {
            Ok(table) => {
                self.headings.set(table.columns.all.clone());
                if table.is_of_people() {
                    // Rows of persons are let go of.
                    self.source.set(None);
                    self.headings.set(Vec::new());
                    self.typed.set(String::new());
                }
                app.served.set(Some(Arc::new(table)));
                self.outcome.set(words::IN_USE.to_owned());
            }
            Err(Failed::Told(message)) => self.fail(message),
            Err(Failed::Served(error)) => {
                if let ServedError::WhichServed { all, .. } = &error {
                    self.headings.set(all.clone());
                }
                self.fail(words::message(&error));
            }
        }
    }

    fn fail(self, message: Message) {
        self.outcome.set(String::new());
        self.failure.set(Some(message));
        request_animation_frame(|| focus::to("served-error"));
    }

    fn go_back(self, app: AppState) {
        self.turn.update(|turn| *turn += 1);
        self.source.set(None);
        self.headings.set(Vec::new());
        self.typed.set(String::new());
        self.failure.set(None);
        app.served.set(None);
        self.outcome.set(words::WENT_BACK.to_owned());
        focus::to("served");
    }
}

fn not_loaded() -> Failed {
    Failed::Told(Message { problem: common::PART_FAILED.to_owned(), advice: String::new() })
}

fn unreadable() -> Message {
    Message { problem: words::UNREADABLE.to_owned(), advice: words::CHOOSE_AGAIN.to_owned() }
}

/// The field, the file, and what was understood.
#[component]
pub fn Bring() -> impl IntoView {
    let app = use_app();
    let entry = Entry::new();
    let has_none = flag(move || app.served.with(Option::is_none));
    let in_use = text(move || if has_none.get() { words::EXAMPLE_IN_USE } else { words::OWN_IN_USE }.to_owned());
    let is_right = flag(move || entry.failure.with(Option::is_none));
    let invalid = text(move || (!is_right.get()).to_string());
    let problem = text(move || entry.failure.get().map(|message| message.problem).unwrap_or_default());
    let advice = text(move || entry.failure.get().map(|message| message.advice).unwrap_or_default());
    let take = move |typed: String| match typed.trim().is_empty() {
        true => {
            entry.source.set(None);
            entry.read(app);
        }
        false => entry.bring(app, Source::Text(typed)),
    };
    view! {
        <section class="gap-rows" data-testid="bring">
            <p class="govuk-body" data-testid="served-in-use">{in_use}</p>
            <p class="figure__note screen-only">{words::WHAT}</p>
            <p class="figure__note screen-only">{words::WHICH_AREAS}</p>
            <div class="govuk-error-summary" id="served-error" tabindex="-1" hidden=is_right data-testid="served-error">
                <div role="alert">
                    <h3 class="govuk-error-summary__title">{common::PROBLEM}</h3>
                    <p class="govuk-body"><strong>{problem}</strong></p>
                    <p class="govuk-body">{advice}</p>
                </div>
            </div>
            <label class="field__label" for="served">{words::PASTE}</label>
            <textarea
                class="govuk-textarea gap-rows__text"
                id="served"
                rows="5"
                spellcheck="false"
                autocomplete="off"
                aria-invalid=invalid
                prop:value=entry.typed
                on:input=move |event| entry.typed.set(event_target_value(&event))
                on:paste=move |event| {
                    // What is long is not shown in the field, which would take longer than to count it.
                    if let Some(pasted) = clipboard::pasted(&event).filter(|text| text.len() > LONG) {
                        event.prevent_default();
                        take(pasted);
                    }
                }
            ></textarea>
            <div class="gap-rows__buttons">
                <button type="button" class="govuk-button" on:click=move |_| take(entry.typed.get_untracked())>
                    {words::USE}
                </button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    hidden=has_none
                    on:click=move |_| entry.go_back(app)
                >
                    {words::BACK}
                </button>
            </div>
            <div class="field">
                <label class="field__label" for="served-file">{words::CHOOSE}</label>
                <input
                    class="govuk-file-upload"
                    id="served-file"
                    type="file"
                    accept=".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/tab-separated-values,text/plain"
                    on:change=move |event| {
                        if let Some(file) = files::chosen(&event) {
                            entry.bring(app, Source::File(file));
                        }
                    }
                />
            </div>
            <p class="outcome" role="status" data-testid="served-outcome">{entry.outcome}</p>
            <WhichColumns entry/>
        </section>
    }
}

/// A text longer than this is read without being shown.
const LONG: usize = 100_000;

/// Which column is which, where there are several.
#[component]
fn WhichColumns(
    /// The entry.
    entry: Entry,
) -> impl IntoView {
    let app = use_app();
    let has_several = memo(move || entry.headings.with(|headings| !headings.is_empty()));
    part(move || match has_several.get() {
        false => ().into_any(),
        true => {
            let inside = move || (0..4).map(|at| column(app, entry, at)).collect_view().into_any();
            view! { <Folded text=words::COLUMNS_ARE inside=Box::new(inside)/> }.into_any()
        }
    })
}

/// The part of what is said that is about a column.
fn said_of(said: &mut ColumnsSaid, which: usize) -> &mut Option<String> {
    match which {
        0 => &mut said.area,
        1 => &mut said.served,
        2 => &mut said.group,
        _ => &mut said.period,
    }
}

/// The choice of a column: by itself, none, or one of the headings.
fn column(app: AppState, entry: Entry, which: usize) -> AnyView {
    const IDS: [&str; 4] = ["column-area", "column-served", "column-group", "column-period"];
    // Areas there always are.
    let fixed =
        move || if which == 0 { vec![words::BY_ITSELF] } else { vec![words::BY_ITSELF, words::NO_COLUMN[which]] };
    let before = fixed().len();
    let items = Signal::derive(move || {
        let headings = entry.headings.get();
        fixed().into_iter().map(Item::new).chain(headings.iter().map(|heading| Item::new(heading))).collect::<Vec<_>>()
    });
    let value = memo(move || {
        let said = said_of(&mut entry.said.get(), which).clone();
        match said.as_deref() {
            None => 0,
            Some(NONE) => 1,
            Some(heading) => {
                entry.headings.with(|all| all.iter().position(|of| of == heading)).map_or(0, |at| at + before)
            }
        }
    });
    let choose = move |at: usize| {
        let heading = at.checked_sub(before).and_then(|at| entry.headings.with_untracked(|all| all.get(at).cloned()));
        let answer = heading.or_else(|| (at == 1 && before == 2).then(|| NONE.to_owned()));
        entry.said.update(|said| *said_of(said, which) = answer);
        entry.read(app);
    };
    view! {
        <Select
            id=IDS[which]
            label=words::COLUMN_LABELS[which]
            hint=text(String::new)
            items
            value
            on_choose=Callback::new(choose)
        />
    }
    .into_any()
}
