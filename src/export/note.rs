//! The evidence note with its pictures.

use super::{Offered, Origin, PlaceExport, sheet};
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::value_bars::value_bars;
use crate::chart::{Chart, OffersChart, TargetChart};
use crate::document::{Document, Exhibit, Picture};
use crate::results::RankedPlace;
use crate::scenario::NoteScope;
use crate::words::{audit, missed, note};

/// Which picture stands in which chapter. A note on offers has room for that of the offers alone.
const OF_AREAS: [(&str, Chart); 2] =
    [("target", Chart::Target(TargetChart::People)), ("missed", Chart::Target(TargetChart::Curve))];
const OF_OFFERS: [(&str, Chart); 1] = [("options", Chart::Offers(OffersChart::CoverageCascade))];

/// The note, with its pictures before the tables of their chapters.
pub fn note(facts: &note::NoteInput, prepared: &RankedPlace) -> Document {
    let mut document = note::document(facts);
    // They show a cut.
    if facts.listed().is_some() {
        return document;
    }
    let pictures = match facts.scenario.note {
        NoteScope::Areas => &OF_AREAS[..],
        NoteScope::Offers => &OF_OFFERS,
    };
    for &(chapter, chart) in pictures {
        let chapter = document.chapters.iter_mut().find(|other| other.id == chapter);
        if let Some((chapter, picture)) = chapter.zip(picture(chart, facts, prepared)) {
            chapter.exhibits.insert(0, Exhibit::Picture(picture));
        }
    }
    let chapter = document.chapters.iter_mut().find(|other| other.id == note::REACH);
    if let Some((chapter, facts)) = chapter.zip(facts.audit) {
        chapter.exhibits.insert(0, Exhibit::Picture(reach(facts)));
    }
    document
}

/// Whom a service reaches, by fifth.
fn reach(facts: audit::Facts) -> Picture {
    let about = vec![audit::PICTURE_NOTE.to_owned()];
    let drawn = Sheet { about, layers: vec![value_bars(&audit::bars(facts), SCENE_WIDTH)], ..Sheet::default() }.draw();
    Picture {
        caption: audit::picture_caption(facts),
        description: audit::picture_description(facts),
        size: [drawn.width, drawn.height],
        svg: drawn.text,
    }
}

/// A chart without the title, the place and the source, which the note says itself.
fn picture(chart: Chart, facts: &note::NoteInput, prepared: &RankedPlace) -> Option<Picture> {
    let offers = Some(Offered { result: facts.offers, intervals: facts.intervals, certainty: None, totals: &[] });
    let all = PlaceExport {
        scenario: facts.scenario,
        missed: facts.missed,
        prepared,
        places: facts.places,
        offers,
        rural: None,
    };
    let sheet = sheet(chart, &all, &Origin { date: facts.date, link: facts.link })?;
    let caption = sheet.title.clone();
    let description = match chart {
        Chart::Target(TargetChart::Curve) => missed::curve_description(facts.scenario, facts.missed),
        Chart::Target(TargetChart::People | TargetChart::Fifths)
        | Chart::Councils(_)
        | Chart::Offers(_)
        | Chart::Risk(_)
        | Chart::Gap(_)
        | Chart::Rows(_)
        | Chart::Payment(_)
        | Chart::Audit(_) => caption.clone(),
    };
    let about = sheet.about.into_iter().skip(1).collect();
    let drawn = Sheet { title: String::new(), about, foot: Vec::new(), ..sheet }.draw();
    let size = [drawn.width, drawn.height];
    Some(Picture { caption, description, size, svg: drawn.text })
}
