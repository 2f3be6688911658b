//! The note's chapter on what to recommend: what the numbers say aim by aim. Which aim counts is for people to say.

use super::{NoteInput, chapter, text};
use crate::document::{Chapter, Prose};
use crate::results::assumed::Bases;
use crate::results::note::{Aim, best};
use crate::results::strategies::StrategyResult;
use crate::words::common::in_need;
use crate::words::missed::about_percent;
use crate::words::number::{count, percent, pounds};
use crate::words::strategies::{benefit, choice, gap, in_sentence, things};

/// What the numbers say for each aim, and what is left to say.
pub fn recommendation(facts: &NoteInput) -> Chapter {
    let mut prose = vec![text("What to recommend depends on the aim. By these numbers:")];
    prose.push(Prose::List(match facts.is_about_offers() {
        true => {
            let programme = &facts.scenario.offers.programme;
            let by_worth = choice(facts.scenario, &facts.offers.value).filter(|_| !programme.is_usual());
            Aim::ALL.into_iter().map(|aim| of_offers(facts, aim)).chain(by_worth).collect()
        }
        false => of_target(facts),
    }));
    if facts.is_about_offers() && Bases::of(&facts.scenario.offers).illustrative > 0 {
        prose.push(text(
            "This holds as far as the assumptions do. Illustrative ones are there to think with, not to decide by.",
        ));
    }
    if !facts.is_about_offers() {
        prose.push(text(
            "How many would come, and what it would cost, these numbers do not say. A note on the offers compared does.",
        ));
    }
    prose.push(text(
        "Recommendation (keep one, and say why): go ahead as proposed; go ahead with changes; find out more first; do not \
         go ahead.",
    ));
    chapter("recommendation", "Recommendation", prose, Vec::new())
}

fn of_target(facts: &NoteInput) -> Vec<String> {
    let (scenario, result) = (facts.scenario, facts.missed);
    let listed = facts.listed();
    let is_about = listed.is_none() && result.is_approximate;
    let target = listed.map_or(&result.target.measures, |named| &named.result.target);
    let need = in_need(scenario);
    let reached = about_percent(is_about, target.coverage);
    let most = match target.coverage {
        all if all >= 1.0 => format!("To reach all {need}, this target does it."),
        most if most > 0.5 => format!("To reach most {need}, this target does it: {reached} are inside."),
        none if none <= 0.0 => format!("To reach {need}, this target does nothing: none are inside."),
        _ => format!("To reach most {need}, this target alone does not do it: {reached} are inside."),
    };
    let whole = percent(result.need_rate);
    let common = match (target.precision, target.lift) {
        (Some(inside), Some(lift)) if lift >= 1.05 => format!(
            "To go where need is most common, it does it: {} of those inside are in need, against {whole} of all.",
            about_percent(is_about, inside)
        ),
        (Some(inside), _) => format!(
            "To go where need is most common, it hardly helps: {} of those inside are in need, against {whole} of all.",
            about_percent(is_about, inside)
        ),
        (None, _) => "To go where need is most common, it does nothing: nobody is inside.".to_owned(),
    };
    let mut said = vec![most, common];
    if result.in_need - target.in_need >= 0.5 {
        said.push(format!(
            "To leave nobody out, it needs a second way in for {}{} {need} outside it.",
            crate::words::missed::about(is_about),
            count(result.in_need - target.in_need)
        ));
    }
    said
}

fn of_offers(facts: &NoteInput, aim: Aim) -> String {
    let need = in_need(facts.scenario);
    let best = best(&facts.offers.results, aim);
    let what = match aim {
        Aim::InNeed => format!("To reach the most {need}"),
        Aim::Cost => "To spend least on each person in need reached".to_owned(),
        Aim::Benefit => format!("To avert the most {}", things(facts.offers.averts)[1]),
        Aim::Gap => "To leave the smallest gap".to_owned(),
    };
    let value = |of: &StrategyResult| match aim {
        Aim::InNeed => count(of.outcome.in_need_reached),
        Aim::Cost => of.outcome.cost_per_in_need_reached.map(pounds).unwrap_or_default(),
        Aim::Benefit => benefit(of.outcome.benefit),
        Aim::Gap => format!("it changes by {}", gap(facts.offers.averts, of.outcome.gap_change())),
    };
    match best.as_slice() {
        [] => format!("{what}: none of these offers does anything."),
        [one] => format!("{what}: {} ({}).", in_sentence(one.strategy), value(one)),
        several if several.len() == facts.offers.results.len() => {
            format!("{what}: all of these offers come out about the same.")
        }
        several => {
            let names: Vec<&str> = several.iter().map(|of| in_sentence(of.strategy)).collect();
            format!("{what}: {} come out about the same, ahead of the others.", names.join(", "))
        }
    }
}
