//! What the built-in figures promise: every national cut at a whole per cent, and every local cut by areas or by people, is within
//! a quarter of a point of what single areas give, in coverage and in share of people; multiples of 5% are exact.
//!
//! The claim is checked against official files, where they are there, for every authority.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::fs;
use std::path::PathBuf;

use who_gets_missed::data::boundaries::COUNTIES;
use who_gets_missed::data::figures::{FiguresTable, Part, REGIONS, Table, population};
use who_gets_missed::data::official::{Importer, OfficialFile};
use who_gets_missed::data::{AuthorityCode, Edition, Extent, NeedMeasure, RankBy};
use who_gets_missed::model::{Basis, Curve, Cut, CutScale, Margin, Share, Target};
use who_gets_missed::scenario::Place;

const PROMISED: f64 = 0.0025;

fn official(name: &str) -> Option<OfficialFile> {
    let folder = std::env::var_os("MISSED_TEST_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let path = folder.join(name);
    if !path.exists() {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    }
    Some(Importer::read(&fs::read(path).unwrap()).unwrap())
}

fn built_in(table: Table, part: Part) -> FiguresTable {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/figures").join(table.path(part));
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).parse().unwrap()
}

fn target(curve: &Curve, scale: CutScale, share: f64) -> (f64, f64) {
    let held = curve.within(Cut { scale, share: Share::of(share, 100.0) }).unwrap();
    let target = Target::new(held, curve.total());
    (target.coverage, target.people_share)
}

#[test]
fn every_cut_is_within_a_quarter_of_a_point_of_single_areas() {
    let mut worst: Vec<(f64, String)> = Vec::new();
    for (edition, name) in [
        (Edition::Iod2019, "iod2019/File_7_IoD2019_rebuilt_30_columns.csv"),
        (Edition::Iod2025, "iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv"),
    ] {
        let Some(file) = official(name) else { continue };
        assert_eq!(file.edition, edition);
        for need in NeedMeasure::ALL.into_iter().filter(|need| edition.built_in_needs().contains(need)) {
            for rank in RankBy::ALL {
                for part in Part::ALL {
                    let table = built_in(Table { edition, need, rank }, part);
                    for stand_in in &table.0 {
                        let codes = match part {
                            Part::England => file.authorities.iter().map(|a| a.code).collect(),
                            Part::Region(_) | Part::Blocks => vec![stand_in.block.authority],
                        };
                        let exact = Curve::new(file.population(&codes, need, rank).unwrap().units).unwrap();
                        let units = population([&table], &Extent::from(&vec![stand_in.block.authority])).unwrap().units;
                        for unit in &units {
                            assert!(
                                unit.is_valid(),
                                "{unit:?} {} {} {}",
                                stand_in.block.authority,
                                need.key(),
                                rank.key()
                            );
                        }
                        let found = Curve::new(units).unwrap();
                        let local = |basis| CutScale::Local { basis, margin: Margin::Split };
                        for share in 0..=100_u8 {
                            for scale in [CutScale::National, local(Basis::Areas), local(Basis::People)] {
                                let share = f64::from(share);
                                let (coverage, people) = target(&exact, scale, share);
                                let (about, about_people) = target(&found, scale, share);
                                let off = (coverage - about).abs().max((people - about_people).abs());
                                let is_exact = scale == CutScale::National && share % 5.0 == 0.0;
                                // Each 5% is rounded to a tenth of a person.
                                let rounding =
                                    2.0 * codes.len() as f64 / exact.total().in_need.min(exact.total().people);
                                let at = || {
                                    format!(
                                        "{} {} by {}: {} {scale:?} {share}%",
                                        edition.key(),
                                        need.key(),
                                        rank.key(),
                                        stand_in.block.authority
                                    )
                                };
                                assert!(
                                    off <= if is_exact { rounding.min(PROMISED) } else { PROMISED },
                                    "{off}: {}",
                                    at()
                                );
                                if worst.len() < 10 || off > worst[9].0 {
                                    worst.push((off, at()));
                                    worst.sort_by(|a, b| b.0.total_cmp(&a.0));
                                    worst.truncate(10);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    for (off, at) in worst {
        println!("{off:.6} {at}");
    }
}

/// Councils together, each group by its name: counties, the preset, and neighbours by code two and two.
fn groups(file: &OfficialFile) -> Vec<(String, Vec<AuthorityCode>)> {
    let codes = AuthorityCode::sorted(file.authorities.iter().map(|authority| authority.code));
    let mut groups: Vec<(String, Vec<AuthorityCode>)> = COUNTIES
        .iter()
        .map(|county| (county.name.to_owned(), codes.iter().copied().filter(|&code| county.holds(code)).collect()))
        .filter(|(_, codes): &(String, Vec<AuthorityCode>)| codes.len() > 1)
        .collect();
    groups.push((
        "Cambridgeshire and Peterborough".to_owned(),
        Place::CambridgeshirePeterborough.codes().into_iter().filter_map(|code| code.authority()).collect(),
    ));
    groups.extend(codes.windows(2).map(|pair| (format!("{} and {}", pair[0], pair[1]), pair.to_vec())));
    groups
}

#[test]
fn several_councils_together_are_as_near_on_the_national_scale_and_nearly_on_their_own() {
    let Some(file) = official("iod2019/File_7_IoD2019_rebuilt_30_columns.csv") else { return };
    let (edition, need, rank) = (Edition::Iod2019, NeedMeasure::Income, RankBy::Imd);
    let tables: Vec<FiguresTable> =
        REGIONS.into_iter().map(|part| built_in(Table { edition, need, rank }, part)).collect();
    let local = |basis| CutScale::Local { basis, margin: Margin::Split };
    let mut all = Vec::new();
    for (name, codes) in groups(&file) {
        let exact = Curve::new(file.population(&codes, need, rank).unwrap().units).unwrap();
        let found = Curve::new(population(&tables, &Extent::from(&codes)).unwrap().units).unwrap();
        let off = |scale: CutScale| {
            let at = |share: u8| {
                let (coverage, people) = target(&exact, scale, f64::from(share));
                let (about, about_people) = target(&found, scale, f64::from(share));
                (coverage - about).abs().max((people - about_people).abs())
            };
            (0..=100).map(at).fold(0.0_f64, f64::max)
        };
        assert!(off(CutScale::National) <= PROMISED, "{name}");
        all.push((off(local(Basis::Areas)).max(off(local(Basis::People))), name));
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    // As the page says of them.
    assert!(all.iter().all(|(off, _)| *off <= 0.015), "{:?}", &all[..5]);
}
