//! The slope target: a line over deprivation, and the same line with its slope cut.

use leptos::prelude::*;

use crate::chart::GapChart;
use crate::chart::slope_lines::slope_lines;
use crate::model::gap::TargetError;
use crate::results::gap_target::{Line, Targets};
use crate::scenario::gap_target::{Rates, TargetChoices, parse_rate};
use crate::scenario::{Percent, Thousandths};
use crate::ui::announced::Announced;
use crate::ui::charts::{Figure, Key, KeyMark, Picture};
use crate::ui::controls::{
    CopyLink, FoldedOnPhone, Heading, NumberField, PresentLinks, SaveAndShare, SliderField, take_or_none,
};
use crate::ui::deferred::{deferred, in_turn};
use crate::ui::layout::{further, place_of_answer};
use crate::ui::reactive::{flag, list_items, memo, part, text};
use crate::ui::state::use_app;
use crate::words::{common, gap_target as words};

/// The choices with what comes of them.
#[derive(Clone, Copy)]
struct TargetView(Memo<(TargetChoices, Targets)>);

impl TargetView {
    fn text(self, text: fn(&TargetChoices, &Line) -> String) -> Signal<String> {
        memo(move || {
            self.0.with(|(choices, targets)| targets.line.map(|line| text(choices, &line)).unwrap_or_default())
        })
        .into()
    }

    fn list<T: Send + Sync + 'static>(self, list: fn(&TargetChoices, &Targets) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.0.with(|(choices, targets)| list(choices, targets)))
    }
}

impl TargetView {
    /// Follows the choices.
    fn new() -> Self {
        let app = use_app();
        Self(memo(move || {
            let choices = app.scenario.with(|scenario| scenario.gap.target);
            (choices, Targets::new(&choices))
        }))
    }

    /// What is made of the line, or why there is none.
    fn shown(self, made: fn(Self) -> AnyView) -> AnyView {
        let problem = memo(move || self.0.with(|(_, targets)| targets.line.err()));
        part(move || match problem.get() {
            Some(error) => view! { <Problem error/> }.into_any(),
            None => made(self),
        })
        .into_any()
    }
}

/// The line and its target by themselves, with their sources.
#[component]
pub fn SlopeAlone() -> impl IntoView {
    let view = TargetView::new();
    let sources = view.list(|choices, _| words::sources(choices));
    view! {
        {view.shown(|view| view! { <SlopeFigure view/> }.into_any())}
        <ul class="framed__note">{part(move || list_items(sources.get()))}</ul>
    }
}

/// The whole section, with controls of its own.
#[component]
pub fn TargetSection() -> impl IntoView {
    let view = TargetView::new();
    let answer = move || view.shown(|view| view! { <Answer view/> }.into_any());
    view! {
        <section class="gap-part" aria-labelledby="slope-heading" data-testid="slope-target">
            <h2 class="govuk-heading-l" id="slope-heading" tabindex="-1">{words::HEADING}</h2>
            <p class="lead">{words::LEAD}</p>
            <div class="columns">
                {deferred(move || view! { <Controls view/> }.into_any())}
                {in_turn(place_of_answer, answer)}
            </div>
        </section>
    }
}

#[component]
fn Answer(
    /// The target.
    view: TargetView,
) -> impl IntoView {
    let big = view.text(|_, line| words::big_number(line));
    let meaning = view.text(|_, line| words::big_number_meaning(line));
    let headline = view.text(words::headline);
    let ratio = view.text(|_, line| words::ratio(line));
    let everywhere = view.text(|_, line| words::everywhere(line));
    let second = view.list(|choices, targets| match targets.second {
        Some(Ok(line)) => vec![words::second(choices, &line)],
        _ => Vec::new(),
    });
    let second = part(move || {
        let paragraph = |text: String| view! { <p data-testid="second-line">{text}</p> };
        second.get().into_iter().map(paragraph).collect_view().into_any()
    });
    let sources = view.list(|choices, _| words::sources(choices));
    view! {
        <p class="big" data-testid="big-number">
            <strong class="big__number">{big}</strong>
            <span class="big__meaning">{meaning}</span>
        </p>
        <section class="answer" aria-label=common::ANSWER>
            <p class="answer__headline" data-testid="headline">{headline}</p>
            <p>{ratio}</p>
            <p>{everywhere}</p>
            {second}
        </section>
        <Announced id="spoken" sentence=headline/>
        <div class="results">
            {deferred(move || view! { <SlopeFigure view/> }.into_any())}
            <div class="further">
                {further(words::MEANING_AND_SOURCES, Heading::Third, move || {
                    view! { <MeaningAndSources sources/> }.into_any()
                })}
            </div>
        </div>
    }
}

/// What a line says and does not say, and where its numbers come from.
#[component]
fn MeaningAndSources(
    /// The sources.
    sources: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <ul class="govuk-list govuk-list--bullet gap-meaning">
            {list_items(words::MEANING.map(str::to_owned).to_vec())}
        </ul>
        <section data-testid="slope-sources">
            <h3 class="govuk-heading-s">{words::SOURCES}</h3>
            <ul class="govuk-list govuk-list--bullet">{part(move || list_items(sources.get()))}</ul>
            <p class="figure__note">{words::slope_source()}</p>
        </section>
    }
}

#[component]
fn SlopeFigure(
    /// The target.
    view: TargetView,
) -> impl IntoView {
    let panels = view.list(words::panels);
    let rows = view.list(words::rows);
    let caption = view.text(|choices, _| words::caption(choices));
    let label: Signal<String> =
        memo(move || view.0.with(|(choices, targets)| words::description(choices, targets))).into();
    let draw = move |width: f64| panels.with(|panels| slope_lines(panels, words::PICTURE, words::rate, width));
    let [now, target] = words::KEY;
    view! {
        <Figure chart=GapChart::Slope caption headings=Signal::stored(words::headings()) rows>
            <Key marks=vec![(KeyMark::Need, now.into()), (KeyMark::Everyone, target.into())]/>
            <Picture label draw=Callback::new(draw)/>
        </Figure>
    }
}

/// In place of the answer where the rates make no line.
#[component]
fn Problem(
    /// Why they do not.
    error: TargetError,
) -> impl IntoView {
    let app = use_app();
    let go_back = move |_| app.choose(|scenario| scenario.gap.target.rates = Rates::CAMBRIDGESHIRE);
    view! {
        <section class="answer">
            <div class="govuk-error-summary" role="alert" data-testid="slope-problem">
                <h3 class="govuk-error-summary__title">{words::PROBLEM}</h3>
                <p class="govuk-body">{words::problem(error, false)}</p>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=go_back>
                    {words::RESET}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Controls(
    /// The target.
    view: TargetView,
) -> impl IntoView {
    let app = use_app();
    let cut = Signal::derive(move || app.scenario.with(|s| s.gap.target.cut));
    let set_cut = Callback::new(move |percent: Percent| app.slide(move |s| s.gap.target.cut = percent));
    let cut_value = text(move || view.0.with(|(choices, targets)| words::cut_value(choices, targets)));
    let has_second = flag(move || app.scenario.with(|s| s.gap.target.second.iter().any(Option::is_some)));
    let has_no_second = flag(move || !has_second.get());
    let second_problem = text(move || {
        let error = view.0.with(|(_, targets)| targets.second.and_then(Result::err));
        error.map(|error| words::problem(error, true)).unwrap_or_default()
    });
    let is_second_right = flag(move || second_problem.with(String::is_empty));
    let set_second = move |rates| move |_| app.choose(|s| s.gap.target.set_second(rates));
    view! {
        <form class="controls" aria-label=words::CONTROLS on:submit=|event| event.prevent_default()>
            <SliderField
                id="slope-cut"
                label=words::CUT
                name=words::CUT
                unit=words::CUT_UNIT
                error=words::CUT_ERROR
                hint=Some(words::CUT_HINT)
                value=cut
                spoken=cut_value
                on_set=set_cut
            />
            <FoldedOnPhone text=words::CHANGE_LINE>
                <fieldset class="govuk-fieldset gap-rates">
                    <legend class="govuk-fieldset__legend field__label">{words::RATES}</legend>
                    <p class="field__hint">{words::RATES_HINT}</p>
                    {RATES.map(|rate| view! { <RateField rate/> }).collect_view()}
                </fieldset>
                <fieldset class="govuk-fieldset gap-rates">
                    <legend class="govuk-fieldset__legend field__label">{words::SECOND}</legend>
                    <p class="field__hint">{words::SECOND_TEXT}</p>
                    {SECOND_RATES.map(|rate| view! { <RateField rate/> }).collect_view()}
                    <p class="govuk-error-message" role="alert" hidden=is_second_right>{second_problem}</p>
                    <button
                        type="button"
                        class="link-button"
                        hidden=has_second
                        on:click=set_second(Some(Rates::ILLUSTRATIVE))
                    >
                        {words::SECOND_TRY}
                    </button>
                    <button type="button" class="link-button" hidden=has_no_second on:click=set_second(None)>
                        {words::SECOND_REMOVE}
                    </button>
                </fieldset>
                <SaveAndShare/>
                <CopyLink/>
                <PresentLinks/>
            </FoldedOnPhone>
        </form>
    }
}

/// A rate that can be typed.
#[derive(Clone, Copy)]
struct RateOf {
    id: &'static str,
    label: &'static str,
    name: &'static str,
    get: fn(&TargetChoices) -> Option<Thousandths>,
    set: fn(&mut TargetChoices, Option<Thousandths>) -> bool,
}

/// A rate of the line that is cut, which must be there.
macro_rules! rate {
    ($id:literal, $index:literal, $field:ident) => {
        RateOf {
            id: $id,
            label: words::RATE_LABELS[$index],
            name: words::RATE_LABELS[$index],
            get: |choices| Some(choices.rates.$field),
            set: |choices, rate| rate.map(|rate| choices.rates.$field = rate).is_some(),
        }
    };
}

/// A rate of the second line, which may be empty.
macro_rules! second_rate {
    ($id:literal, $index:literal) => {
        RateOf {
            id: $id,
            label: words::RATE_LABELS[$index],
            name: words::SECOND_LABELS[$index],
            get: |choices| choices.second[$index],
            set: |choices, rate| {
                choices.second[$index] = rate;
                true
            },
        }
    };
}

const RATES: [RateOf; 3] = [rate!("slope-mean", 0, mean), rate!("slope-least", 1, least), rate!("slope-most", 2, most)];
const SECOND_RATES: [RateOf; 3] =
    [second_rate!("slope-second-mean", 0), second_rate!("slope-second-least", 1), second_rate!("slope-second-most", 2)];

/// A field for one rate.
#[component]
fn RateField(
    /// Which.
    rate: RateOf,
) -> impl IntoView {
    let app = use_app();
    let RateOf { id, label, name, get, set } = rate;
    let value =
        text(move || app.scenario.with(|s| get(&s.gap.target).map(|rate| rate.to_string()).unwrap_or_default()));
    let on_text = move |typed: String| {
        let mut rate = None;
        take_or_none(&mut rate, &typed, parse_rate(&typed)) && app.take(|scenario| set(&mut scenario.gap.target, rate))
    };
    view! {
        <NumberField
            id
            class="gap-rate"
            label
            label_class=None
            name=Some(name)
            error=words::RATE_ERROR
            value
            on_text
        />
    }
}
