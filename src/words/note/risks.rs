//! The note's chapter on risks: those that follow from the results, and room for others.

use super::{Form, NoteInput, chapter, form, text};
use crate::document::{Chapter, Exhibit};
use crate::model::strategies::Assumption;
use crate::results::assumed::{Bases, is_used};
use crate::words::common::{areas, edition_name, in_need};
use crate::words::missed::about_left;
use crate::words::number::{percent, percent_left, points};
use crate::words::{audit, edition, strategies};

/// A risk: its name in drafts, what it is, what the numbers say of it, what could be done.
type Risk = (&'static str, &'static str, String, &'static str);

const NO_NUMBER: &str = "No number: these figures do not show it.";

/// Risks, with what could be done, and room for who does it and when.
pub fn risks(facts: &NoteInput) -> Chapter {
    let found = match facts.is_about_offers() {
        true => of_offers(facts),
        false => of_target(facts),
    };
    let row = |(key, name, says, done): Risk| {
        (key, vec![Some(name.to_owned()), Some(says), Some(done.to_owned()), None, None])
    };
    let mut rows: Vec<_> = found.into_iter().map(row).collect();
    rows.push(("other", vec![Some("Another risk".to_owned()), None, None, None, None]));
    let table = form(Form {
        chapter: "risks",
        caption: "Risks, and who sees to them",
        headings: &["Risk", "What the numbers say", "What could be done", "Owner", "By when"],
        widths: &[20, 29, 29, 12, 10],
        keys: &["", "says", "done", "owner", "when"],
        rows,
        note: String::new(),
    });
    let prose = vec![text("These follow from the results. Others are known only to those who know the service.")];
    chapter("risks", "Risks, and what is done about them", prose, vec![Exhibit::Table(table)])
}

fn of_target(facts: &NoteInput) -> Vec<Risk> {
    let (scenario, result) = (facts.scenario, facts.missed);
    let named = facts.listed().map(|named| &named.result.target);
    let is_about = named.is_none() && result.is_approximate;
    let target = named.unwrap_or(&result.target.measures);
    let need = in_need(scenario);
    let mut risks = Vec::new();
    if result.in_need - target.in_need >= 0.5 {
        risks.push((
            "outside",
            "People in need outside the target are not offered it",
            format!("{} of {need} are outside.", about_left(is_about, target.coverage)),
            "A second way in, by need and not by place; or an offer to all, with more outreach where need is greater.",
        ));
    }
    if let Some(precision) = target.precision.filter(|precision| *precision < 1.0) {
        risks.push((
            "inside",
            "Effort goes to people who are not in need",
            format!("{} of those inside are not {need}.", about_left(is_about, precision)),
            "Ask about need when people come, if that keeps nobody away; or accept it as the price of being simple.",
        ));
    }
    risks.extend([
        (
            "uptake",
            "People in need do not take it up",
            facts.audit.map_or_else(|| NO_NUMBER.to_owned(), |_| format!("See “{}”.", audit::CHAPTER)),
            "Count who comes and hold it against need on the page “Audit”; reach out where few come.",
        ),
        singled_out(None),
        old_figures(facts),
    ]);
    risks
}

fn singled_out(cost: Option<String>) -> Risk {
    (
        "stigma",
        "Being singled out keeps people away",
        cost.unwrap_or_else(|| NO_NUMBER.to_owned()),
        "Ask them first; name the offer after what it gives, not after whom it is for.",
    )
}

fn old_figures(facts: &NoteInput) -> Risk {
    let scenario = facts.scenario;
    let says = match (scenario.schools().is_some(), scenario.uses_own()) {
        (true, _) => "The figures are of 2022/23.".to_owned(),
        (false, true) => format!("The {} are those of the table that was added.", areas(scenario)),
        (false, false) => {
            format!("{}: people counted at {}.", edition_name(scenario.data), edition::words(scenario.data).people_at)
        }
    };
    ("figures", "The figures are older than the place", says, "Check them with those who know the place.")
}

fn of_offers(facts: &NoteInput) -> Vec<Risk> {
    let (scenario, offers) = (facts.scenario, &facts.scenario.offers);
    let need = in_need(scenario);
    let left = facts
        .offers
        .results
        .iter()
        .map(|of| format!("{} {}", strategies::in_sentence(of.strategy), percent_left(of.outcome.coverage)));
    let likely = |assumption| offers.range(assumption).likely();
    let assumed = |assumption| format!("{} ({})", percent(likely(assumption)), strategies::basis(offers, assumption));
    let mut risks = vec![(
        "outside",
        "People in need are not reached",
        format!("Of {need}, not reached: {}.", left.collect::<Vec<String>>().join("; ")),
        "A second way in for those whom the chosen offer leaves out.",
    )];
    if likely(Assumption::UptakeMost) < likely(Assumption::UptakeLeast) {
        risks.push((
            "uptake",
            "Fewer take it up where deprivation is higher",
            format!(
                "Assumed uptake: {} in the most deprived fifth, {} in the least.",
                assumed(Assumption::UptakeMost),
                assumed(Assumption::UptakeLeast)
            ),
            "Outreach where uptake is low; count uptake by fifth from the first month.",
        ));
    }
    if is_used(offers, Assumption::Stigma) {
        risks.push(singled_out(Some(format!(
            "Assumed to take {} from uptake ({}).",
            points(likely(Assumption::Stigma)),
            strategies::basis(offers, Assumption::Stigma)
        ))));
    }
    let bases = Bases::of(offers);
    if bases.illustrative > 0 {
        risks.push((
            "assumptions",
            "It turns out otherwise than assumed",
            format!("{} of {} assumptions are illustrative.", bases.illustrative, bases.all()),
            "Put in numbers of the service; try it small before it is made large.",
        ));
    }
    risks.push(old_figures(facts));
    risks
}
