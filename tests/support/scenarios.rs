//! Any state of a page, drawn at random.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use who_gets_missed::chart::Chart;
use who_gets_missed::data::table::ColumnsSaid;
use who_gets_missed::data::{AuthorityCode, Edition, NeedMeasure, PlaceCode, RankBy};
use who_gets_missed::model::Basis;
use who_gets_missed::model::population::Shape;
use who_gets_missed::model::strategies::{Assumption, NeedScope, OutreachWhere, Strategy as Offer};
use who_gets_missed::scenario::audit::LEAST;
use who_gets_missed::scenario::gap_measures::{
    Across, Confidence, DRAWS, DeprivationColumn, LineScale, MeasureChoices, PER, Polarity, ValueKind,
};
use who_gets_missed::scenario::gap_target::Rates;
use who_gets_missed::scenario::offers::{Amounts, FundingKind, MOST_THETA, SplitOver, TieOn};
use who_gets_missed::scenario::place::{MOST_BESIDE, given_name};
use who_gets_missed::scenario::population::{FactorStart, FitKind, GradientKind, MOST_CHARACTERS, SizeBy, kept_text};
use who_gets_missed::scenario::programme::{AvertsKind, Comparator, EligibleKind, OwnEvidence};
use who_gets_missed::scenario::session::SessionLength;
use who_gets_missed::scenario::site_theme::{Colour, Density, Font, Lock, Locks, SiteTheme};
use who_gets_missed::scenario::{
    AuditChoices, CodeList, CutKind, FrameKind, GapChoices, IncentiveChoices, ListKind, ListOrder, NoteScope,
    OfferOrder, Offers, OwnUnits, Percent, Place, PopulationChoices, ProgrammeChoices, Scenario, StartingPoint,
    TableId, TargetChoices, Thousandths, View, Within,
};

fn place() -> impl Strategy<Value = Place> {
    let codes = prop::collection::vec(6_000_000..10_000_000_u32, 1..40);
    let codes = codes.prop_map(|numbers| Place::of(numbers.into_iter().map(AuthorityCode::from_number)).unwrap());
    let kinds = (select(vec![6, 9, 10, 12, 38, 47, 54_u32]), 1..300_u32);
    let of_kind = kinds.prop_map(|(kind, number)| PlaceCode::from_number(kind * 1_000_000 + number).unwrap());
    let footprints = prop::collection::vec(of_kind, 1..12).prop_map(|codes| Place::of(codes).unwrap());
    prop_oneof![Just(Place::England), Just(Place::CambridgeshirePeterborough), codes, footprints]
}

/// Places beside it, each another one.
fn beside() -> impl Strategy<Value = Vec<Place>> {
    vec(place(), 0..=MOST_BESIDE).prop_map(|mut places| {
        places.dedup();
        places
    })
}

/// A name of a person's own, or none.
fn name() -> impl Strategy<Value = Option<String>> {
    let signs = select("ABZabz&%+ é’".chars().collect::<Vec<char>>());
    let text = vec(signs, 1..=MOST_CHARACTERS).prop_map(|signs| signs.into_iter().collect::<String>());
    prop::option::of(text.prop_filter_map("it can be kept", |text| given_name(&text)))
}

/// A list of codes, or none. One that is too long for a link is opened without its codes.
fn codes() -> impl Strategy<Value = Option<CodeList>> {
    let code = (0..1_000_000_u32).prop_map(|number| format!("E{number}"));
    let list = vec(code, 1..80).prop_map(|codes| CodeList::of(&codes.join(" ")).unwrap().to_string());
    prop::option::of(list.prop_map(|link| link.parse().unwrap()))
}

/// The person's own units, or that there are none.
fn own() -> impl Strategy<Value = OwnUnits> {
    let table = prop::option::of(any::<u32>()).prop_map(|number| number.map(|number| TableId::of(&number.to_string())));
    (any::<bool>(), [name(), name(), name(), name()], table).prop_map(|(is_used, names, table)| {
        let [units, people, in_need, source] = names;
        OwnUnits { is_used, units, people, in_need, source, table }
    })
}

prop_compose! {
    /// Any state of the offers compared.
    fn offers()(
        start in select(StartingPoint::ALL.to_vec()),
        compare in subsequence(Offer::ALL.to_vec(), 2..=5),
        need_scope in select(vec![NeedScope::Everywhere, NeedScope::InsideTarget, NeedScope::AfterContact]),
        outreach_where in select(vec![OutreachWhere::MoreDeprived, OutreachWhere::Targeted]),
        funding in select(vec![FundingKind::Full, FundingKind::Budget, FundingKind::Coverage]),
        (budget, theta) in (0..=1_000_000_000_u64, 0..=MOST_THETA),
        (reach, floor) in (0..=1000_u16, 0..=1000_u16),
        changes in vec((select(Assumption::ALL.to_vec()), 0..=1000_u64, 0..=1000_u64, 0..=1000_u64), 0..6),
        tie_by in select(Assumption::ALL.to_vec()),
        tie_on in select(vec![TieOn::InNeedReached, TieOn::CostPerInNeed, TieOn::Benefit, TieOn::Gap]),
        split in select(vec![SplitOver::Fifths, SplitOver::Authorities]),
        is_measured in any::<bool>(),
        programme in programme(),
    ) -> Offers {
        let (reach, floor) = (Percent::from_tenths(reach), Percent::from_tenths(floor));
        let changed = Vec::new();
        let mut offers = Offers {
            start, compare, need_scope, outreach_where, funding, budget, reach, changed, tie_by, tie_on, split, theta, floor,
            is_measured, programme,
        };
        for (assumption, a, b, c) in changes {
            let mut amounts = [a, b, c];
            amounts.sort_unstable();
            offers.set(assumption, Amounts(amounts));
        }
        offers
    }
}

/// What a person says of a number, with all that means something in a link.
fn said() -> impl Strategy<Value = String> {
    let chars: Vec<char> = "ab é|&=,%+ 19’\u{202e}\n".chars().collect();
    vec(select(chars), 0..60).prop_map(|chars| chars.into_iter().collect())
}

prop_compose! {
    /// Any state of what makes offers a programme.
    fn programme()(
        eligible in select(vec![EligibleKind::Everyone, EligibleKind::Share, EligibleKind::Number]),
        numbers in [0..=100_000_000_u64, 0..=100_000_000_u64],
        against in select(vec![Comparator::Nothing, Comparator::Present]),
        averts in select(AvertsKind::ALL.to_vec()),
        (years, discount) in (1..=60_u8, percent()),
        price_year in prop::option::of(1900..=2100_u16),
        worth in prop::option::of((0..=100_000_000_i64).prop_map(Thousandths::of)),
        said in vec((select(Assumption::ALL.to_vec()), [said(), said(), said()]), 0..3),
    ) -> ProgrammeChoices {
        let evidence = Vec::new();
        let mut all = ProgrammeChoices { eligible, numbers, against, averts, years, discount, price_year, worth, evidence };
        for (assumption, [source, year, note]) in said {
            if let Ok(evidence) = OwnEvidence::typed([&source, &year, &note]) {
                let _ = all.set_evidence(assumption, evidence);
            }
        }
        all
    }
}

prop_compose! {
    /// Any scenario: a new field does not compile until it is drawn here.
    pub fn scenario()(
        view in select(View::ALL.to_vec()),
        (data, own) in (select(Edition::ALL.to_vec()), own()),
        (place, place_name, beside) in (place(), name(), beside()),
        need in select(NeedMeasure::ALL.to_vec()),
        rank in select(RankBy::ALL.to_vec()),
        cut in select(vec![CutKind::National, CutKind::Local]),
        basis in select(vec![Basis::Areas, Basis::People]),
        (share, goal, codes) in (0..=1000_u16, 0..=1000_u16, codes()),
        ([whole, embed, present, session, service, guess], step) in (any::<[bool; 6]>(), 0..=99_u8),
        (within, kind, list) in (
            select(Within::ALL.to_vec()), prop::option::of(select(ListKind::ALL.to_vec())), select(ListOrder::ALL.to_vec()),
        ),
        (note, offers) in (select(NoteScope::ALL.to_vec()), offers()),
        (population, gap, incentive, audit) in (population(), gap(), incentive(), audit()),
        (lock, theme) in (locks(), theme()),
        minutes in select(SessionLength::ALL.to_vec()),
        (frame, chart) in (select(FrameKind::ALL.to_vec()), prop::option::of(select(Chart::ALL.to_vec()))),
    ) -> Scenario {
        let (share, goal) = (Percent::from_tenths(share), Percent::from_tenths(goal));
        let mut scenario = Scenario { view, data, own, place, place_name, beside, need, rank, cut, basis, share, whole, codes, goal, within, kind, list, offers, population, gap, incentive, audit, note, embed, frame, chart, lock, theme, present, session, minutes, service, step, guess };
        // As every change leaves it.
        let before = scenario.clone();
        scenario.settle(&before);
        scenario
    }
}

prop_compose! {
    fn audit()(least in select(LEAST.to_vec()), is_rounded in any::<bool>(), [area, served, group, period] in [column(), column(), column(), column()]) -> AuditChoices {
        AuditChoices { least, is_rounded, columns: ColumnsSaid { area, served, group, period } }
    }
}

fn column() -> impl Strategy<Value = Option<String>> {
    prop::option::of(short_text())
}

prop_compose! {
    /// Any state of the view `population`, possible or not.
    fn population()(
        start in select(FactorStart::ALL.to_vec()),
        (name, unit) in (prop::option::of(short_text()), prop::option::of(short_text())),
        (shape, fit) in (select(vec![Shape::Normal, Shape::Lognormal]), select(vec![FitKind::Prevalences, FitKind::Moments])),
        (past, earlier) in (two_shares(), prop::option::of(two_shares())),
        (mean, sd) in (value(), size()),
        (year, earlier_year) in (prop::option::of(1900..=2100_u16), prop::option::of(1900..=2100_u16)),
        thresholds in vec(value(), 2..=4),
        (treat_past, uptake) in (value(), percent()),
        (effect, shift, gap) in (size(), size(), value()),
        (effect_by, shift_by) in (size_by(), size_by()),
        gradient in select(vec![GradientKind::None, GradientKind::Mean, GradientKind::Prevalence]),
        adults in percent(),
    ) -> PopulationChoices {
        PopulationChoices {
            start, name, unit, shape, fit, past, mean, sd, year, earlier, earlier_year, thresholds, treat_past, uptake, effect,
            effect_by, shift, shift_by, gradient, gap, adults,
        }
    }
}

fn percent() -> impl Strategy<Value = Percent> {
    (0..=1000_u16).prop_map(Percent::from_tenths)
}

fn two_shares() -> impl Strategy<Value = [Percent; 2]> {
    [percent(), percent()]
}

fn value() -> impl Strategy<Value = Thousandths> {
    (-100_000_000..=100_000_000_i64).prop_map(Thousandths::of)
}

fn size() -> impl Strategy<Value = Thousandths> {
    (0..=100_000_000_i64).prop_map(Thousandths::of)
}

fn size_by() -> impl Strategy<Value = SizeBy> {
    select(vec![SizeBy::Units, SizeBy::Percent])
}

/// A text that can be kept in a link.
fn short_text() -> impl Strategy<Value = String> {
    let text = vec(any::<char>(), 1..=MOST_CHARACTERS).prop_map(|chars| chars.into_iter().collect::<String>());
    text.prop_filter_map("cannot be kept", |text| kept_text(&text))
}

fn gap() -> impl Strategy<Value = GapChoices> {
    (target(), measures()).prop_map(|(target, measures)| GapChoices { target, measures, ..GapChoices::default() })
}

prop_compose! {
    fn measures()(
        value in select(ValueKind::ALL.to_vec()),
        (per, draws) in (select(PER.to_vec()), select(DRAWS.to_vec())),
        order in select(vec![DeprivationColumn::Score, DeprivationColumn::Rank]),
        polarity in select(vec![Polarity::Worse, Polarity::Better]),
        scale in select(vec![LineScale::Plain, LineScale::Log, LineScale::Logit]),
        level in select(vec![Confidence::P95, Confidence::P99_8]),
        (aversion, groups, cut) in (0..=20_000_i64, 2..=20_u8, 0..=1000_u16),
        bounds in any::<[Option<i32>; 2]>(),
        across in select(vec![Across::People, Across::Deprivation]),
    ) -> MeasureChoices {
        let [least, most] = bounds.map(|bound| bound.map(|bound| Thousandths::of(i64::from(bound))));
        let (aversion, cut) = (Thousandths::of(aversion), Percent::from_tenths(cut));
        MeasureChoices { value, per, order, polarity, scale, level, aversion, least, most, cut, groups, draws, across }
    }
}

prop_compose! {
    fn target()(
        cut in 0..=1000_u16,
        [mean, least, most] in [0..=100_000_000_i64, 0..=100_000_000_i64, 0..=100_000_000_i64],
        second in prop::array::uniform3(prop::option::of(0..=100_000_000_i64)),
    ) -> TargetChoices {
        let [mean, least, most] = [mean, least, most].map(Thousandths::of);
        let second = second.map(|rate| rate.map(Thousandths::of));
        TargetChoices { cut: Percent::from_tenths(cut), rates: Rates { mean, least, most }, second }
    }
}

prop_compose! {
    /// What the view `incentive` pays.
    fn incentive()(
        (payment, assessment) in (0..=10_000_000_i64, 0..=10_000_000_i64),
        percents in any::<[u16; 5]>(),
        found_uptake in prop::option::of(0..=1000_u16),
        order in select(OfferOrder::ALL.to_vec()),
    ) -> IncentiveChoices {
        let [uptake_least, uptake_most, rise, found_least, found_most] =
            percents.map(|any| Percent::from_tenths(any % 1001));
        let [payment, assessment] = [payment, assessment].map(Thousandths::of);
        let found_uptake = found_uptake.map(Percent::from_tenths);
        IncentiveChoices {
            payment, uptake_least, uptake_most, rise, assessment, found_least, found_most, found_uptake, order,
        }
    }
}

fn locks() -> impl Strategy<Value = Locks> {
    subsequence(Lock::ALL.to_vec(), 0..=5)
        .prop_map(|all| all.into_iter().fold(Locks::default(), |locks, lock| locks.with(lock, true)))
}

fn theme() -> impl Strategy<Value = SiteTheme> {
    let colour = || prop::option::of((0..=0xff_ffff_u32).prop_map(Colour::of));
    (colour(), colour(), select(Font::ALL.to_vec()), select(Density::ALL.to_vec()))
        .prop_map(|(accent, ground, font, density)| SiteTheme { accent, ground, font, density })
}
