//! Figures of the strategy and of the needs assessment, as printed.

use leptos::prelude::*;

use crate::chart::GapChart;
use crate::chart::value_bars::value_bars;
use crate::chart::years::years;
use crate::ui::charts::{DataTable, Figure, Key, KeyMark, Picture};
use crate::ui::controls::{FoldedOnScreen, Heading};
use crate::ui::reactive::text;
use crate::words::{gap, gap_target as words};

/// Years in good health, and children in low-income families.
#[component]
pub fn PublishedSection() -> impl IntoView {
    let years_rows = Signal::derive(words::years_rows);
    view! {
        <section class="gap-part gap-published" aria-labelledby="published-heading">
            <h2 class="govuk-heading-l" id="published-heading" tabindex="-1">{gap::PUBLISHED}</h2>
            <div class="further">
                <FoldedOnScreen text=words::YEARS heading=Heading::Third>
                    <section data-testid="healthy-life">
                        <YearsFigure/>
                        <p class="gap-said">{words::years_missed()}</p>
                        <DataTable caption=words::YEARS_TABLE.to_owned() headings=Signal::stored(words::years_headings()) rows=years_rows/>
                        <p class="figure__note">{words::years_source()}</p>
                    </section>
                </FoldedOnScreen>
                <FoldedOnScreen text=words::CHILDREN heading=Heading::Third>
                    <section data-testid="children">
                        <LowIncome/>
                    </section>
                </FoldedOnScreen>
            </div>
        </section>
    }
}

/// Years in good health with their source.
#[component]
pub fn HealthyLife() -> impl IntoView {
    view! {
        <YearsFigure/>
        <p class="figure__note">{words::years_source()}</p>
    }
}

#[component]
fn YearsFigure() -> impl IntoView {
    let caption = text(|| words::YEARS_CAPTION.to_owned());
    let draw = move |width: f64| years(&words::years_picture(), words::years_figure, width);
    let [now, target] = words::YEARS_KEY;
    view! {
        <Figure
            chart=GapChart::HealthyLife
            caption
            headings=Signal::stored(words::years_headings())
            rows=Signal::derive(words::years_rows)
        >
            <p class="figure__note">{words::YEARS_NOTE}</p>
            <Key marks=vec![(KeyMark::Everyone, now.into()), (KeyMark::Need, target.into())]/>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}

/// Children in low-income families with their source.
#[component]
pub fn LowIncome() -> impl IntoView {
    let caption = text(|| words::CHILDREN_CAPTION.to_owned());
    let draw = move |width: f64| value_bars(&words::children_bars(), width);
    view! {
        <Figure
            chart=GapChart::LowIncome
            caption
            headings=Signal::stored(words::children_headings())
            rows=Signal::derive(words::children_rows)
        >
            <Picture label=caption draw=Callback::new(draw)/>
            <p class="figure__note">{words::CHILDREN_NOTE}</p>
        </Figure>
        <p class="figure__note">{words::children_source()}</p>
    }
}
