//! What a frame on another site shows of a view: all of it, its card, or one of its charts. Which of these a view has stands in
//! its row of the table of views.

use super::notice::Notice;
use super::{CutKind, Lock, Scenario, View};
use crate::chart::{
    AuditChart, Chart, CouncilsChart, GapChart, OffersChart, PaymentChart, RiskChart, RowsChart, TargetChart,
};
use crate::model::Basis;

/// How much of a view a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameKind {
    /// The whole view.
    Page,
    /// Its answer on a card.
    Card,
    /// One of its charts.
    Chart,
}

impl FrameKind {
    /// Every kind, the smallest first.
    pub const ALL: [Self; 3] = [Self::Card, Self::Chart, Self::Page];

    /// How high a frame is that cannot be told the height of what it shows, in pixels: a card is never higher; the others
    /// scroll inside it where they are.
    pub const fn height(self) -> u32 {
        match self {
            Self::Card => 600,
            Self::Chart => 720,
            Self::Page => 900,
        }
    }
}

/// The name of a chart in links.
pub const fn chart_key(chart: Chart) -> &'static str {
    match chart {
        Chart::Target(TargetChart::People) => "people",
        Chart::Target(TargetChart::Curve) => "curve",
        Chart::Target(TargetChart::Fifths) => "fifths",
        Chart::Councils(CouncilsChart::Strip) => "strip",
        Chart::Councils(CouncilsChart::Map) => "map",
        Chart::Offers(OffersChart::CoverageCascade) => "destinations",
        Chart::Offers(OffersChart::Reached) => "reached",
        Chart::Offers(OffersChart::TotalCost) => "cost",
        Chart::Offers(OffersChart::CostEach) => "cost-each",
        Chart::Offers(OffersChart::Plane) => "plane",
        Chart::Offers(OffersChart::Tornado) => "tornado",
        Chart::Offers(OffersChart::Uptake) => "uptake",
        Chart::Offers(OffersChart::ValuePlane) => "value-plane",
        Chart::Offers(OffersChart::Acceptability) => "acceptability",
        Chart::Risk(RiskChart::Curves) => "two-curves",
        Chart::Risk(RiskChart::Moved) => "moved",
        Chart::Risk(RiskChart::Fifths) => "risk-fifths",
        Chart::Gap(GapChart::Slope) => "slope",
        Chart::Gap(GapChart::HealthyLife) => "healthy-life",
        Chart::Gap(GapChart::LowIncome) => "low-income",
        Chart::Rows(RowsChart::Scatter) => "rows",
        Chart::Rows(RowsChart::Groups) => "groups",
        Chart::Payment(PaymentChart::OneMore) => "one-more",
        Chart::Payment(PaymentChart::UptakeFifths) => "uptake-fifths",
        Chart::Audit(AuditChart::Fifths) => "served",
    }
}

/// The chart with this name in links.
pub(super) fn chart_named(key: &str) -> Option<Chart> {
    Chart::ALL.iter().copied().find(|&chart| chart_key(chart) == key)
}

impl Scenario {
    /// How much of the view is shown: the whole of it wherever it stands in no frame.
    pub fn framed(&self) -> FrameKind {
        if self.embed { self.frame } else { FrameKind::Page }
    }

    /// The chart that a frame with one chart shows; `None` for a view without charts.
    pub fn framed_chart(&self) -> Option<Chart> {
        self.chart.or_else(|| self.view.spec().charts.first().copied())
    }

    /// The kinds of frame that its view has, the smallest first.
    pub fn frame_kinds(&self) -> impl Iterator<Item = FrameKind> + use<> {
        let spec = self.view.spec();
        FrameKind::ALL.into_iter().filter(move |kind| match kind {
            FrameKind::Page => spec.is_framed,
            FrameKind::Card => spec.card.is_some(),
            FrameKind::Chart => !spec.charts.is_empty(),
        })
    }

    /// The kind that a site gets unless it asks for another: the card, where the view has one.
    pub fn usual_frame(&self) -> FrameKind {
        if self.view.spec().card.is_some() { FrameKind::Card } else { FrameKind::Page }
    }

    /// The groups of controls that its frame shows, and so a site can take away.
    pub fn locks_of_frame(&self) -> &'static [Lock] {
        let spec = self.view.spec();
        match self.frame {
            FrameKind::Page => spec.locks,
            FrameKind::Card => spec.card.unwrap_or_default(),
            FrameKind::Chart if self.framed_chart() == Some(Chart::Target(TargetChart::Curve)) => &[Lock::Share],
            FrameKind::Chart => &[],
        }
    }

    /// Whether numbers shown rest on how many people there are in all, and not on how many are in need alone.
    pub fn counts_everyone(&self) -> bool {
        let is_by_people = self.cut == CutKind::Local && self.basis == Basis::People;
        match (self.framed(), self.view) {
            (FrameKind::Page, _) => true,
            (FrameKind::Card, View::Missed | View::Councils) => is_by_people,
            (FrameKind::Card | FrameKind::Chart, _) => self.view.needs_a_place(),
        }
    }

    /// Whether what it leads to opens beside it: where choices are locked, and where there is room for a part of a view alone.
    pub fn opens_beside(&self) -> bool {
        self.is_locked() || self.framed() != FrameKind::Page
    }

    /// Takes back what its view does not have: a card, or a chart. Says what it was, as a link has it.
    pub(super) fn fit_frame(&mut self) -> Vec<Notice> {
        let bad = |key: &str, value: &str| Notice::BadValue { key: key.to_owned(), value: value.to_owned() };
        let mut notices = Vec::new();
        // A page that sets frames up shows none itself.
        if self.frame != FrameKind::Page && !self.frame_kinds().any(|kind| kind == self.frame) {
            notices.push(bad("frame", self.frame.key()));
            self.frame = FrameKind::Page;
        }
        if let Some(chart) = self.chart
            && !self.view.spec().charts.contains(&chart)
        {
            notices.push(bad("chart", chart_key(chart)));
            self.chart = None;
        }
        notices
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::ToQuery;

    #[test]
    fn every_chart_has_a_name_of_its_own() {
        for &chart in Chart::ALL {
            assert_eq!(chart_named(chart_key(chart)), Some(chart));
        }
    }

    #[test]
    fn an_old_frame_shows_the_whole_view() {
        for query in ["embed=1", "embed=1&view=strategies", "v=2&embed=1&lock=place"] {
            assert_eq!(Scenario::from_query(query).scenario.framed(), FrameKind::Page, "{query}");
        }
        // Without a frame around it a page is whole, whatever the link says of one.
        assert_eq!(Scenario::from_query("frame=card").scenario.framed(), FrameKind::Page);
        assert_eq!(Scenario::from_query("frame=card&embed=1").scenario.framed(), FrameKind::Card);
    }

    #[test]
    fn what_a_view_does_not_have_is_told_and_the_whole_of_it_shown() {
        for (query, key, value) in [
            ("v=2&view=gap&frame=card&embed=1", "frame", "card"),
            ("v=2&view=about&frame=chart&embed=1", "frame", "chart"),
            ("v=2&view=missed&frame=chart&chart=tornado&embed=1", "chart", "tornado"),
        ] {
            let decoded = Scenario::from_query(query);
            assert_eq!(decoded.notices, [Notice::BadValue { key: key.to_owned(), value: value.to_owned() }], "{query}");
            assert_eq!(Scenario::from_query(&decoded.scenario.to_query()).notices, [], "{query}");
        }
        let chart = |query: &str| Scenario::from_query(query).scenario.framed_chart();
        assert_eq!(chart("frame=chart"), Some(Chart::Target(TargetChart::People)));
        assert_eq!(chart("view=strategies&frame=chart&chart=plane"), Some(Chart::Offers(OffersChart::Plane)));
    }

    #[test]
    fn a_view_that_can_be_framed_has_the_whole_of_it_to_show_and_the_smallest_first() {
        for view in View::ALL {
            let scenario = Scenario { view, ..Scenario::default() };
            let kinds: Vec<FrameKind> = scenario.frame_kinds().collect();
            assert_eq!(kinds.contains(&FrameKind::Page), view.spec().is_framed, "{view:?}");
            assert_eq!(kinds.is_empty(), !view.spec().is_framed, "{view:?}");
        }
    }

    #[test]
    fn a_card_of_shares_of_need_rests_on_no_other_number_of_people() {
        let counts = |query: &str| Scenario::from_query(query).scenario.counts_everyone();
        assert!(!counts("embed=1&frame=card") && !counts("embed=1&frame=card&cut=local&view=councils"));
        assert!(counts("embed=1&frame=card&cut=local&basis=people") && counts("embed=1&frame=card&view=strategies"));
        assert!(counts("embed=1") && counts("embed=1&frame=chart") && !counts("view=gap&embed=1&frame=chart"));
    }

    #[test]
    fn what_can_be_locked_is_what_is_shown() {
        let locks = |query: &str| Scenario::from_query(query).scenario.locks_of_frame().to_vec();
        assert_eq!(locks("view=missed"), Lock::ALL);
        assert_eq!(locks("frame=card"), [Lock::Share]);
        assert_eq!(locks("frame=chart&chart=curve"), [Lock::Share]);
        assert_eq!(locks("frame=chart&chart=people"), []);
        assert_eq!(locks("view=strategies&frame=card"), []);
    }
}
