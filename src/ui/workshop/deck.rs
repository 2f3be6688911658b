//! The things of a view, one at a time.

use leptos::prelude::*;

use super::shell::{Shell, current_step};
use crate::results::strategies::{COST, COST_PER_IN_NEED, IN_NEED_REACHED};
use crate::scenario::{Lock, View};
use crate::ui::charts::{
    ConcentrationFigure, DestinationsFigure, OutputFigure, PeopleFigure, PlaneFigure, QuintileFigure, TornadoFigure,
};
use crate::ui::controls::{ShareControl, is_locked};
use crate::ui::exhibits::{Headline, HowBig, InShort, PerfectMap, Tie, TwoMeanings};
use crate::ui::layout::answered;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{AnswerView, OffersView};
use crate::words::{common, place, strategies as offers_words, workshop as words};

/// The presentation of the view in the link; views without things of their own present the first one.
#[component]
pub fn DeckView() -> impl IntoView {
    let app = use_app();
    let is_offers = match app.scenario.with_untracked(|scenario| scenario.view) {
        View::Strategies => true,
        View::Missed
        | View::Councils
        | View::Areas
        | View::Population
        | View::Gap
        | View::Incentive
        | View::Audit
        | View::Saved
        | View::Note
        | View::Site
        | View::Data
        | View::Checked
        | View::About => false,
    };
    let names: &'static [&'static str] = if is_offers { &words::OFFERS_STEPS } else { &words::MISSED_STEPS };
    let step = current_step(app, Signal::stored(names.len()));
    let thing = answered(move |answer| {
        if is_offers {
            let offers = OffersView::new(app);
            part(move || offer_thing(offers, step.get())).into_any()
        } else {
            let answer = AnswerView::new(app.shown, answer);
            part(move || missed_thing(answer, step.get())).into_any()
        }
    });
    let heading = common::heading(if is_offers { View::Strategies } else { View::Missed });
    let place = text(move || app.scenario.with(|scenario| place::of(scenario, &app.places())));
    let place = app.place_shown(place);
    let title = text(move || names.get(usize::from(step.get())).copied().unwrap_or_default().to_owned());
    let assumed = text(move || app.scenario.with(|scenario| words::assumed(&scenario.offers)));
    view! {
        <Shell count=Signal::stored(names.len()) title>
            <div class="deck__top">
                <h1 class="deck__kicker" id="heading" tabindex="-1">{heading}</h1>
                <p class="deck__place">{place}</p>
            </div>
            <section class="deck__thing" aria-label=title>{thing}</section>
            {is_offers.then(|| view! { <p class="deck__assumed">{assumed}</p> })}
        </Shell>
    }
}

fn missed_thing(answer: AnswerView, step: u8) -> AnyView {
    match step {
        0 => view! {
            <div class="deck__zoom">
                <Headline answer/>
                <div class="deck__slider" hidden=is_locked(use_app(), Lock::Share)>
                    <ShareControl/>
                </div>
            </div>
        }
        .into_any(),
        1 => {
            view! { <div class="deck__zoom deck__zoom--wide deck__zoom--large"><PeopleFigure answer/></div> }.into_any()
        }
        2 => view! { <div class="deck__zoom deck__zoom--wide"><ConcentrationFigure answer/></div> }.into_any(),
        3 => view! { <div class="deck__zoom"><TwoMeanings answer/></div> }.into_any(),
        4 => view! { <div class="deck__zoom deck__zoom--wide"><QuintileFigure answer/></div> }.into_any(),
        5 => view! { <div class="deck__zoom"><HowBig answer/></div> }.into_any(),
        _ => view! {
            <div class="deck__zoom deck__zoom--short">
                <Headline answer/>
                <PerfectMap answer/>
            </div>
        }
        .into_any(),
    }
}

fn offer_thing(offers: OffersView, step: u8) -> AnyView {
    let app = use_app();
    let is_many = flag(move || app.scenario.with(|scenario| scenario.offers.compare.len() > 3));
    let thing = match step {
        0 => {
            return view! { <div class="deck__zoom" class:deck__zoom--many=is_many><InShort offers/></div> }.into_any();
        }
        6 => return view! { <div class="deck__zoom"><Tie offers/></div> }.into_any(),
        1 => view! {
            <div class="deck__tall" class:deck__tall--many=is_many>
                <DestinationsFigure offers/>
            </div>
        }
        .into_any(),
        2 => output(offers, offers_words::REACH_CAPTION, IN_NEED_REACHED),
        3 => output(offers, offers_words::TOTAL_CAPTION, COST),
        4 => output(offers, offers_words::COST_CAPTION, COST_PER_IN_NEED),
        5 => view! { <PlaneFigure offers/> }.into_any(),
        _ => view! { <div class="deck__high"><TornadoFigure offers/></div> }.into_any(),
    };
    view! { <div class="deck__zoom deck__zoom--wide">{thing}</div> }.into_any()
}

fn output(offers: OffersView, caption: &'static str, output: usize) -> AnyView {
    view! { <OutputFigure offers caption output/> }.into_any()
}
