//! A clock that counts down.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::screen::now;
use crate::scenario::presentation::Countdown;
use crate::ui::reactive::{effect, flag, part, text};
use crate::words::workshop as words;

/// Often enough that a second is never left out.
const TICK: Duration = Duration::from_millis(250);

/// The button that opens the clock, and the clock.
#[component]
pub fn Timer(
    /// Whether the clock is open.
    is_open: RwSignal<bool>,
    /// Minutes for what is shown, where there are any: a clock that does not run is set to them.
    suggested: Signal<Option<u8>>,
) -> impl IntoView {
    let clock = RwSignal::new(Countdown::of(Countdown::PRESETS[3]));
    let time = RwSignal::new(now());
    let ticking = StoredValue::new(None::<IntervalHandle>);
    let stop = move || {
        if let Some(handle) = ticking.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    on_cleanup(stop);
    let tick = move || {
        time.set(now());
        if !clock.with_untracked(|clock| clock.is_running(time.get_untracked())) {
            stop();
        }
    };
    effect(move || {
        let is_running = clock.with(|clock| clock.is_running(time.get_untracked()));
        stop();
        if is_running {
            ticking.set_value(set_interval_with_handle(tick, TICK).ok());
        }
    });

    let preset = move |minutes: u8| {
        let pressed = text(move || clock.with(|clock| clock.minutes() == minutes).to_string());
        view! {
            <button
                type="button"
                class="timer__preset"
                aria-pressed=pressed
                aria-label=words::minutes(u32::from(minutes))
                on:click=move |_| clock.set(Countdown::of(minutes))
            >
                {minutes.to_string()}
            </button>
        }
    };
    effect(move || {
        if let Some(minutes) = suggested.get()
            && !clock.with_untracked(|clock| clock.is_running(now()))
        {
            clock.set(Countdown::of(minutes));
        }
    });
    let presets = part(move || {
        let own = suggested.get().filter(|minutes| !Countdown::PRESETS.contains(minutes));
        Countdown::PRESETS.into_iter().chain(own).map(preset).collect_view().into_any()
    });

    let change = move |change: fn(&mut Countdown, f64)| {
        time.set(now());
        clock.update(|clock| change(clock, time.get_untracked()));
    };
    let is = move |is: fn(&Countdown, f64) -> bool| flag(move || clock.with(|clock| is(clock, time.get())));
    let is_running = is(Countdown::is_running);
    let is_up = is(Countdown::is_up);
    let is_fresh = is(|clock, _| clock.is_fresh());
    let left = text(move || words::clock(clock.with(|clock| clock.seconds_left(time.get()))));
    let start_name = text(move || {
        let name = match (is_running.get(), is_fresh.get() || is_up.get()) {
            (true, _) => words::PAUSE,
            (false, true) => words::START,
            (false, false) => words::GO_ON,
        };
        name.to_owned()
    });
    let button_name = text(move || if is_fresh.get() { words::TIMER.to_owned() } else { left.get() });
    let button_label =
        text(move || if is_fresh.get() { words::TIMER.to_owned() } else { format!("{} {}", words::TIMER, left.get()) });
    let open = text(move || is_open.get().to_string());
    view! {
        <button
            type="button"
            class="deck__tool"
            aria-expanded=open
            aria-label=button_label
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            {button_name}
        </button>
        <section
            class="timer"
            class:timer--up=is_up
            aria-label=words::TIMER
            hidden=flag(move || !is_open.get())
        >
            <p class="timer__left" role="timer" aria-label=words::TIME_LEFT>{left}</p>
            <p class="timer__up" role="status">
                {text(move || if is_up.get() { words::TIME_IS_UP.to_owned() } else { String::new() })}
            </p>
            <div class="timer__presets" role="group" aria-label=words::SET>
                {presets}
                <span aria-hidden="true">{words::MINUTES}</span>
            </div>
            <div class="timer__presets">
                <button
                    type="button"
                    class="deck__tool deck__tool--main"
                    on:click=move |_| {
                        change(if is_running.get_untracked() { Countdown::pause } else { Countdown::start })
                    }
                >
                    {start_name}
                </button>
                <button
                    type="button"
                    class="deck__tool"
                    on:click=move |_| change(|clock, _| *clock = Countdown::of(clock.minutes()))
                >
                    {words::RESET}
                </button>
                <button type="button" class="deck__tool" on:click=move |_| is_open.set(false)>
                    {words::CLOSE}
                </button>
            </div>
        </section>
    }
}
