//! Standardised rates and ratios.

use serde::Serialize;

use super::limits::{FEW, byars, check_count, check_people, check_per};
use super::{CountError, Level, Limits, Rate, count_limits};

/// An age group, or another group to standardise by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Number of events, x.
    pub events: f64,
    /// Number of people, n, above 0.
    pub people: f64,
    /// Number of people in the standard population, w.
    pub standard: f64,
}

/// A directly standardised rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Standardised {
    /// Events for each so many people of the standard population. Not to be relied on without limits.
    pub value: f64,
    /// Its limits; `None` below 10 events. The lower one can be below 0 where one stratum carries nearly all weight.
    pub limits: Option<Limits>,
    /// Number of events.
    pub events: f64,
}

/// The directly standardised rate for each `per` people: sum(w x/n)/sum w, with variance sum(x (w/n)^2)/(sum w)^2 and limits
/// rate + sqrt(variance/x)(Byar's limit - x), x the number of all events.
///
/// Source: A. J. Dobson and others, *Confidence intervals for weighted sums of Poisson parameters*, Statistics in Medicine
/// 1991.
///
/// # Errors
/// [`CountError`] for counts that cannot be, a stratum without people, and a standard population without any.
pub fn directly_standardised(strata: &[Stratum], per: f64, level: Level) -> Result<Standardised, CountError> {
    check_per(per)?;
    let (mut events, mut weights, mut weighted, mut squares) = (0.0, 0.0, 0.0, 0.0);
    for stratum in strata {
        check_count(stratum.events)?;
        check_people(stratum.people)?;
        check_count(stratum.standard)?;
        let weight = stratum.standard / stratum.people;
        events += stratum.events;
        weights += stratum.standard;
        weighted += weight * stratum.events;
        squares += weight * weight * stratum.events;
    }
    check_people(weights)?;
    let rate = weighted / weights;
    let limits = (events >= FEW).then(|| {
        let step = (squares / (weights * weights) / events).sqrt();
        byars(events, level).map(|limit| (rate + step * (limit - events)) * per)
    });
    Ok(Standardised { value: rate * per, limits, events })
}

/// The number of events expected at the rates of a reference population: sum n x people with x events among so many
/// reference people, given as (people, reference events, reference people) for each stratum.
///
/// # Errors
/// [`CountError`] for counts that cannot be and a stratum without reference people.
pub fn expected_events(strata: &[(f64, f64, f64)]) -> Result<f64, CountError> {
    let mut expected = 0.0;
    for &(people, events, reference) in strata {
        check_count(people)?;
        check_count(events)?;
        check_people(reference)?;
        expected += people * (events / reference);
    }
    Ok(expected)
}

/// The indirectly standardised ratio, observed over expected events, times `per` (100 where England is 100), with the limits
/// of the observed number: [`count_limits`].
///
/// # Errors
/// [`CountError`] for counts that cannot be and where nothing is expected.
pub fn indirect_ratio(observed: f64, expected: f64, per: f64, level: Level) -> Result<Rate, CountError> {
    check_people(expected)?;
    check_per(per)?;
    let limits = count_limits(observed, level)?;
    let ratio = |events: f64| events / expected * per;
    Ok(Rate { value: ratio(observed), limits: limits.map(ratio) })
}
