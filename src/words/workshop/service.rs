//! The optional question of the guided session: whom the room's own service reaches.

use crate::results::audit::ServiceReach;
use crate::results::workshop::Workshop;
use crate::words::common::in_need;
use crate::words::lower_first;
use crate::words::missed::quintile_names;
use crate::words::number::{count, fixed};

/// What the guess is a share of, after the number.
pub(super) const SERVICE_UNIT: &str = "% served there";

/// Label of the choice of the question.
pub const ASK_SERVICE: &str = "Ask about our own service too";

/// The people in need.
fn need(workshop: &Workshop, service: &ServiceReach) -> &'static str {
    if service.is_example { "people in need" } else { in_need(workshop.scenario.need) }
}

/// People served, of people in need, as a percentage: above 100 where there are more.
pub(super) fn served_share(share: f64) -> String {
    format!("{}%", fixed(100.0 * share, 1))
}

/// The most and the least deprived fifth; `None` where there are no fifths.
fn ends(service: &ServiceReach) -> Option<[String; 2]> {
    let [most, .., least] = quintile_names(service.order).map(|name| lower_first(&name));
    (!service.fifths.is_empty()).then_some([most, least])
}

/// The question.
pub(super) fn service_question(workshop: &Workshop) -> String {
    let Some(service) = &workshop.service else { return String::new() };
    let need = need(workshop, service);
    let whom = if service.is_example { "A made-up service" } else { "Our own service" };
    match ends(service) {
        Some([most, _]) => format!("{whom}: how many does it serve for every 100 {need} in the {most}?"),
        None => format!("{whom}: how many does it serve for every 100 {need}?"),
    }
}

/// What helps to answer.
pub(super) fn service_hint(workshop: &Workshop) -> &'static str {
    match &workshop.service {
        Some(service) if !service.is_example => {
            "From your own numbers, which stay on this device. Small ones are held back."
        }
        _ => "The numbers are made up. Yours can stand here: add them on the page “Audit” first.",
    }
}

/// Where the numbers come from, beside the source of the place's figures.
pub fn service_source(workshop: &Workshop, of_place: &str) -> String {
    match &workshop.service {
        Some(service) if !service.is_example => format!("People served: numbers added on this device. {of_place}"),
        _ => "Made-up numbers.".to_owned(),
    }
}

/// The answer in a few characters.
pub(super) fn service_number(workshop: &Workshop) -> String {
    let first = workshop.service.as_ref().and_then(ServiceReach::first);
    first.map_or_else(|| "No number".to_owned(), served_share)
}

/// What the answer says, after it.
pub(super) fn service_answer(workshop: &Workshop) -> String {
    let Some(service) = &workshop.service else { return String::new() };
    let need = need(workshop, service);
    let Some([most, least]) = ends(service) else {
        return match service.whole {
            Some(_) => format!("is the number served, of the number of {need}. There are too few areas for fifths."),
            None => "can be told: so few are served that they are held back, or nobody is in need here.".to_owned(),
        };
    };
    match (service.first(), service.fifths.last().copied().flatten()) {
        (Some(_), Some(other)) => format!(
            "is the number served in the {most}, of the number of {need} there. In the {least} it is {}.",
            served_share(other)
        ),
        (Some(_), None) => format!(
            "is the number served in the {most}, of the number of {need} there. Of the {least} no number can be told: it is held \
             back, or nobody is in need there."
        ),
        (None, _) => format!("can be told of the {most}: it is held back, or nobody is in need there."),
    }
}

/// What follows from the answer.
pub(super) fn service_so_what(workshop: &Workshop) -> Vec<String> {
    let Some(service) = &workshop.service else { return Vec::new() };
    let mut said = Vec::new();
    if let Some(more) = service.more_at_best.filter(|more| more.round() >= 1.0) {
        said.push(format!(
            "If every fifth were served like the one that is served best, {} more would be.",
            count(more)
        ));
    }
    said.push("Who is offered a service and who uses it are two things. Only a count shows the second.".to_owned());
    if service.is_example {
        said.push("These numbers are made up. The page “Audit” says the same of your own service.".to_owned());
    }
    said
}
