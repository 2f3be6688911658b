//! The slope target is that of appendix C of the Joint Health and Wellbeing Strategy, and published figures are as printed.
#![allow(clippy::unwrap_used)]

use who_gets_missed::model::Share;
use who_gets_missed::model::gap::{
    APPENDIX_C, Area, CHILDREN_IN_LOW_INCOME, HEALTHY_LIFE, Line, Sex, SlopeTarget, TargetError,
};

#[track_caller]
fn near(found: f64, expect: f64) {
    assert!((found - expect).abs() < 1e-9, "{found}, expected {expect}");
}

#[test]
fn a_cut_of_20_per_cent_takes_the_mean_of_appendix_c_from_102_to_92() {
    let cut = Share::new(APPENDIX_C.cut).unwrap();
    let most = APPENDIX_C.most_to_least * APPENDIX_C.pivot;
    let target = SlopeTarget::between(APPENDIX_C.mean, APPENDIX_C.pivot, most, cut).unwrap();
    near(target.mean_after, APPENDIX_C.mean_after);
    near(target.fall_of_mean(), 10.0);
    // The most deprived end is four times as high before; after it is pivot + 80% of the rest.
    near(target.ratio().unwrap().0, 4.0);
    near(target.most_after, 52.0 + 0.8 * 156.0);
    near(target.mean_position, 50.0 / 156.0);
    let (before, after) = target.at(Share::new(target.mean_position).unwrap());
    near(before, 102.0);
    near(after, 92.0);
    assert_eq!(target.at(Share::NONE), (52.0, 52.0));
}

#[test]
fn a_line_over_ranks_ends_at_twice_the_mean_less_the_pivot() {
    let middle = Share::new(SlopeTarget::OVER_RANKS).unwrap();
    let target = SlopeTarget::new(102.0, 52.0, middle, Share::new(0.2).unwrap()).unwrap();
    near(target.most_before, 2.0 * 102.0 - 52.0);
    near(target.mean_after, 92.0);
    near(target.most_after, 132.0);
    assert!(target.ratio().is_some_and(|(before, _)| (2.9..3.0).contains(&before)), "not four times, as over scores");
}

#[test]
fn a_cut_of_nothing_leaves_the_line_and_a_cut_of_all_makes_it_flat() {
    let with = |cut| SlopeTarget::between(102.0, 52.0, 208.0, cut).unwrap();
    let (none, all) = (with(Share::NONE), with(Share::ALL));
    assert_eq!((none.mean_after, none.most_after), (102.0, 208.0));
    assert_eq!((all.mean_after, all.most_after), (52.0, 52.0));
    let line = Line { intercept: 20.0, slope: 3.0 };
    assert_eq!(line.target(Share::NONE, 5.0), line);
    near(line.target(Share::new(0.2).unwrap(), 5.0).at(5.0), 35.0);
    near(line.target(Share::new(0.2).unwrap(), 5.0).at(15.0), 35.0 + 0.8 * 30.0);
}

#[test]
fn targets_that_cannot_be_are_told_apart() {
    let refused = |mean, pivot, position| {
        SlopeTarget::new(mean, pivot, Share::new(position).unwrap(), Share::new(0.2).unwrap()).unwrap_err()
    };
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(refused(bad, 52.0, 0.5), TargetError::Rate);
        assert_eq!(refused(102.0, bad, 0.5), TargetError::Rate);
    }
    assert_eq!(refused(102.0, 52.0, 0.0), TargetError::Position);
    assert_eq!(refused(52.0, 110.0, 0.5), TargetError::BelowZero);
    let between = |mean, least, most| SlopeTarget::position_of(mean, least, most).unwrap_err();
    assert_eq!(between(102.0, 52.0, 90.0), TargetError::Position);
    assert_eq!(between(52.0, 52.0, 90.0), TargetError::Position);
    assert_eq!(between(52.0, 52.0, 52.0), TargetError::Position);
}

#[test]
fn each_target_for_healthy_life_is_two_years_past_the_baseline_and_short_of_the_best() {
    for life in HEALTHY_LIFE {
        near(life.target - life.baseline, 2.0);
        assert!(life.target < life.best, "{life:?}");
    }
    let baseline = |sex, area| HEALTHY_LIFE.iter().find(|life| (life.sex, life.area) == (sex, area)).unwrap().baseline;
    let gap = |area| baseline(Sex::Female, area) - baseline(Sex::Male, area);
    // As the report says: fewer years for women in Peterborough, fewer for men in Cambridgeshire.
    assert!(gap(Area::Peterborough) < 0.0 && gap(Area::Cambridgeshire) > 0.0);
    let children = CHILDREN_IN_LOW_INCOME;
    assert!(children.south_cambridgeshire < children.cambridgeshire && children.cambridgeshire < children.fenland);
}
