//! `cargo bench --manifest-path benches/native/Cargo.toml`: the model and the readers on a desk.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, dead_code)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use who_gets_missed::results::RankedPlace;

#[path = "../../shared/mod.rs"]
mod shared;

/// Units by a rule: some share an order.
fn made_up(count: usize) -> [Vec<f64>; 3] {
    let part = |at: usize, of: usize| ((at * 7919 + of * 104_729) % 9973) as f64 / 9973.0;
    let people: Vec<f64> = (0..count).map(|at| (500.0 + 2000.0 * part(at, 2)).floor()).collect();
    let order = (0..count).map(|at| (count as f64 * part(at, 1)).floor()).collect();
    let in_need = people.iter().enumerate().map(|(at, people)| (people * part(at, 3)).floor()).collect();
    [order, people, in_need]
}

fn table(count: usize) -> String {
    let [order, people, in_need] = made_up(count);
    let row = |at: usize| format!("{},{},{},{}\n", at + 1, order[at], people[at], in_need[at]);
    let rows: String = (0..count).map(row).collect();
    format!("Area code,Deprivation rank (1 is most deprived),Population,People in need\n{rows}")
}

fn units_to_measures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("units to curve, measures and fifths");
    for count in [1_000, 10_000, 100_000, 1_000_000] {
        let [order, people, in_need] = made_up(count);
        let units = shared::units_of(&order, &people, &in_need);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::from_parameter(count), &units, |bencher, units| {
            bencher.iter_batched(|| units.clone(), shared::evaluated, BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn the_rest(criterion: &mut Criterion) {
    let [order, people, in_need] = made_up(33_755);
    let prepared = RankedPlace::new(shared::units_of(&order, &people, &in_need)).unwrap();
    let mut scenario = shared::scenario(20.0);
    criterion.bench_function("a step of the slider", |bencher| {
        bencher.iter(|| shared::step(black_box(&prepared), &mut scenario, black_box(330)));
    });
    let compared = shared::compared(&prepared).unwrap();
    criterion.bench_function("10,000 draws over five offers", |bencher| {
        bencher.iter(|| shared::drawn(black_box(&compared)));
    });
    let text = table(33_755);
    let mut group = criterion.benchmark_group("reading a table");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("33,755 rows to units", |bencher| {
        bencher.iter(|| shared::units_of_table(text.as_bytes()).expect("a table"));
    });
    if let Ok(bytes) = std::fs::read(std::env::var("FILE_7").unwrap_or_default()) {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function("File 7", |bencher| bencher.iter(|| shared::file(&bytes).expect("a File 7")));
    }
    group.finish();
}

criterion_group! {
    name = all;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = units_to_measures, the_rest
}
criterion_main!(all);
