//! The model on any units: finite, in range, conserved, and what an evaluation of twenty lines makes of the same.

use who_gets_missed::model::strategies::{
    Assumption, AssumptionUnit, Cells, Design, Fifth, Funding, NeedScope, OutreachWhere, Strategy, Values, outcome,
};
use who_gets_missed::model::{
    Basis, Counts, Curve, Cut, CutScale, Margin, Share, Target, Unit, quintiles, smallest_target_reaching,
};

/// Numbers from bytes; 0 where there are no more.
struct Source<'a>(&'a [u8]);

impl Source<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// 0 to 1; the ends are not rare.
    fn share(&mut self) -> f64 {
        let fine = u16::from_le_bytes([self.byte(), self.byte()]);
        f64::from(fine) / f64::from(u16::MAX)
    }

    /// 0 to some millions, whole or not, most of them small.
    fn count(&mut self) -> f64 {
        let (size, number) = (self.byte() % 8, f64::from(self.byte()));
        (0..size / 2).fold(number, |number, _| number * 37.0) / if size % 2 == 1 { 3.0 } else { 1.0 }
    }

    fn counts(&mut self) -> Counts {
        let people = self.count();
        Counts { areas: 1.0, people, in_need: people * self.share() }
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Places, cuts and offers.
pub fn model(bytes: &[u8]) {
    let mut source = Source(bytes);
    let share = source.share();
    let basis = if source.byte() % 2 == 0 { Basis::Areas } else { Basis::People };
    let units: Vec<Unit> = (0..usize::from(source.byte() % 40))
        .map(|_| Unit { order: f64::from(source.byte() % 16) - 4.0, counts: source.counts(), national: None })
        .collect();
    targets(&units, share, basis);
    offers(&mut source);
}

fn targets(units: &[Unit], share: f64, basis: Basis) {
    let Ok(curve) = Curve::new(units.iter().copied()) else { return };
    let total = curve.total();
    let scale = CutScale::Local { basis, margin: Margin::Split };
    let Ok(held) = curve.within(Cut { scale, share: Share::new(share).unwrap() }) else { return };
    let naive = slowly(units, share, basis);
    for (ours, theirs) in [(held.people, naive.people), (held.in_need, naive.in_need)] {
        assert!(near(ours, theirs), "{ours} against {theirs}");
    }
    // On which side an area without people lies, where people are cut, is told by no number of people.
    let is_told = basis == Basis::Areas || units.iter().all(|unit| unit.counts.people > 0.0);
    assert!(!is_told || near(held.areas, naive.areas), "{} areas against {}", held.areas, naive.areas);
    let target = Target::new(held, total);
    assert!((0.0..=1.0).contains(&target.coverage) && near(target.coverage + target.exclusion_error, 1.0));
    assert!(target.precision.is_none_or(|precision| (0.0..=1.0).contains(&precision)));
    assert!(target.lift.is_none_or(|lift| lift.is_finite() && lift >= 0.0));
    let fifths = quintiles(&curve, scale).unwrap();
    assert!(near(fifths.iter().map(|fifth| fifth.in_need).sum(), total.in_need));
    let whole = CutScale::Local { basis, margin: Margin::Whole };
    if let Ok(smallest) = smallest_target_reaching(&curve, Share::new(share).unwrap(), whole) {
        assert!((share - 1e-9..=1.0 + 1e-9).contains(&smallest.coverage), "{} of {share}", smallest.coverage);
    }
}

/// The same by sorting, and taking one group of equal order after the other.
fn slowly(units: &[Unit], share: f64, basis: Basis) -> Counts {
    let size = |counts: &Counts| if basis == Basis::Areas { counts.areas } else { counts.people };
    let mut room = share * units.iter().map(|unit| size(&unit.counts)).sum::<f64>();
    let mut orders: Vec<f64> = units.iter().map(|unit| unit.order).collect();
    orders.sort_by(f64::total_cmp);
    orders.dedup();
    let mut held = Counts::default();
    for order in orders {
        let group = units.iter().filter(|unit| unit.order == order);
        let all = group.clone().map(|unit| size(&unit.counts)).sum::<f64>();
        let part = if all > 0.0 { (room / all).min(1.0) } else { f64::from(room > 0.0) };
        for unit in group {
            held.areas += unit.counts.areas * part;
            held.people += unit.counts.people * part;
            held.in_need += unit.counts.in_need * part;
        }
        room = (room - all).max(0.0);
    }
    held
}

fn offers(source: &mut Source) {
    let cells = Cells::of([(); 5].map(|()| Fifth { targeted: source.counts(), rest: source.counts() }));
    if cells.total().in_need <= 0.0 {
        return;
    }
    let values = Values::from_fn(|assumption: Assumption| match assumption.unit() {
        AssumptionUnit::Share | AssumptionUnit::YearlyRate => source.share(),
        AssumptionUnit::Pounds => source.count(),
    });
    let scopes = [NeedScope::Everywhere, NeedScope::InsideTarget, NeedScope::AfterContact];
    let places = [OutreachWhere::MoreDeprived, OutreachWhere::Targeted];
    let design = Design {
        need_scope: scopes[usize::from(source.byte()) % scopes.len()],
        outreach_where: places[usize::from(source.byte()) % places.len()],
    };
    let funding = match source.byte() % 3 {
        0 => Funding::InFull,
        1 => Funding::Budget(source.count()),
        _ => Funding::Coverage(source.share()),
    };
    for strategy in Strategy::ALL {
        let found = outcome(&cells, strategy, design, funding, &values);
        let total = cells.total();
        let counts = [found.offered, found.reached, found.in_need_reached, found.not_in_need_reached, found.cost];
        assert!(counts.into_iter().all(|count| count.is_finite() && count >= -1e-9), "{found:?}");
        assert!(
            found.offered <= total.people * (1.0 + 1e-9) + 1e-9 && found.reached <= found.offered * (1.0 + 1e-9) + 1e-9
        );
        let ends = found.in_need_reached + found.in_need_not_offered + found.in_need_not_taken_up;
        assert!(near(ends, total.in_need), "{ends} of {}", total.in_need);
        assert!(near(found.in_need_reached + found.not_in_need_reached, found.reached), "{found:?}");
        assert!((-1e-9..=1.0 + 1e-9).contains(&found.coverage));
        for fifth in &found.fifths {
            assert!(near(fifth.reached + fifth.not_taken_up + fifth.not_offered, fifth.in_need), "{fifth:?}");
        }
        if let (Funding::Budget(budget), true) = (funding, found.is_attainable) {
            assert!(found.cost <= budget * (1.0 + 1e-9) + 1e-6, "{} of {budget}", found.cost);
        }
    }
}
