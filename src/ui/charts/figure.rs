//! What all figures share: the frame, the table of numbers, the width.

use std::cell::Cell;
use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;

use crate::chart::Chart;
use crate::platform::width::WidthObserver;
use crate::ui::controls::Folded;
use crate::ui::downloads::ChartDownloads;
use crate::ui::reactive::{effect, part};
use crate::words::missed::NUMBERS;

/// A figure: its sentence, its picture, and its numbers to open.
#[component]
pub fn Figure(
    /// Which chart it is, for downloads.
    #[prop(into)]
    chart: Chart,
    /// What the picture shows, as a sentence.
    #[prop(into)]
    caption: Signal<String>,
    /// Headings of the table of numbers.
    headings: Signal<Vec<String>>,
    /// Its rows.
    rows: Signal<Vec<Vec<String>>>,
    /// The picture.
    children: Children,
) -> impl IntoView {
    view! {
        <figure class="figure">
            <figcaption class="figure__caption">
                <h2 class="govuk-heading-m">{caption}</h2>
            </figcaption>
            {children()}
            <Numbers chart text=NUMBERS caption headings rows/>
        </figure>
    }
}

/// The numbers of a figure and its files, to open.
#[component]
pub fn Numbers(
    /// Which chart it is, for downloads.
    #[prop(into)]
    chart: Chart,
    /// What opens them.
    text: &'static str,
    /// What the table holds.
    caption: Signal<String>,
    /// Headings of the table.
    headings: Signal<Vec<String>>,
    /// Its rows.
    rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    // A table that nobody sees is not worked out while the slider moves.
    let inside = move || view! { <DataTable caption headings rows/> <ChartDownloads chart/> }.into_any();
    view! { <Folded text class=" figure__numbers" inside=Box::new(inside)/> }
}

/// A table whose first column names its rows.
#[component]
pub fn DataTable(
    /// What the table holds.
    #[prop(into)]
    caption: Signal<String>,
    /// Headings of the columns.
    headings: Signal<Vec<String>>,
    /// The rows.
    rows: Signal<Vec<Vec<String>>>,
    /// Whether all but the first column hold numbers.
    #[prop(default = true)]
    is_numeric: bool,
) -> impl IntoView {
    let head_class = move |index: usize| match (index, is_numeric) {
        (0, _) | (_, false) => "govuk-table__header",
        _ => "govuk-table__header govuk-table__header--numeric",
    };
    let cell_class = if is_numeric { "govuk-table__cell govuk-table__cell--numeric" } else { "govuk-table__cell" };
    let row = move |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next();
        view! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header table__name">{name}</th>
                {cells.map(|cell| view! { <td class=cell_class>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    let heads = part(move || {
        let head = |(index, heading)| view! { <th scope="col" class=head_class(index)>{heading}</th> };
        headings.get().into_iter().enumerate().map(head).collect_view().into_any()
    });
    let body = part(move || rows.get().into_iter().map(row).collect_view().into_any());
    view! {
        // A table wider than a phone scrolls by itself, for which it has to take the focus.
        <div class="table" tabindex="0" role="region" aria-label=caption>
            <table class="govuk-table">
                <caption class="govuk-visually-hidden">{caption}</caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">
                        {heads}
                    </tr>
                </thead>
                <tbody class="govuk-table__body">{body}</tbody>
            </table>
        </div>
    }
}

thread_local! {
    /// Whether an element heard its width for the first time in this turn of the browser.
    static HAS_HEARD: Cell<bool> = const { Cell::new(false) };
}

/// The width of an element in CSS pixels, as it changes; 0 until it is known. Of those that are first measured together the topmost
/// hears it at once and each other one in a turn of its own, so that a page does not draw all its pictures in one piece.
pub fn observed_width(element: NodeRef<Div>) -> ReadSignal<f64> {
    let (width, set_width) = signal(0.0);
    let observer = StoredValue::new_local(None::<WidthObserver>);
    effect(move || {
        if let Some(element) = element.get() {
            let mut is_first = true;
            let latest = StoredValue::new(0.0);
            observer.set_value(WidthObserver::new(&element, move |width| {
                latest.set_value(width);
                if !std::mem::take(&mut is_first) {
                    set_width.set(width);
                } else if HAS_HEARD.replace(true) {
                    let hear = move || latest.try_get_value().and_then(|width| set_width.try_set(width));
                    set_timeout(move || _ = hear(), Duration::ZERO);
                } else {
                    set_timeout(|| HAS_HEARD.set(false), Duration::ZERO);
                    set_width.set(width);
                }
            }));
        }
    });
    width
}
