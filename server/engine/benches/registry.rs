//! How a registry scales: the built-in one, 100,000 people, 1,000,000 people; loading, answering, memory.
//!
//! `cargo bench -p onrecord-engine --bench registry`. The people are made here, the same at every run; compare figures of
//! one run only. Memory is the process's own peak, as Linux tells it, at the end of each step.

#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and its own memory, and tells them"
)]

mod people;

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use onrecord_engine::registry::{Registry, RegistryFile};

/// The peak of the process's memory in MB; nothing where the system does not tell.
fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let number: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(number / 1024)
}

/// A registry of made-up people, read from text as a project's is.
fn load(n_people: usize) -> Registry {
    // A file holds half a million at most.
    let files: Vec<Arc<RegistryFile>> = (0..n_people)
        .step_by(250_000)
        .map(|from| {
            let text = people::registry(from, 250_000.min(n_people - from));
            Arc::new(RegistryFile::parse(&text).0)
        })
        .collect();
    let (registry, problems) = Registry::layered(&files, None);
    assert!(problems.is_empty(), "the people made here are sound");
    registry
}

/// Loads once, from cold, and tells time and memory: what a command pays.
fn once(n_people: usize) -> Registry {
    let text = people::registry(0, n_people.min(250_000));
    let start = Instant::now();
    let (file, _) = RegistryFile::parse(&text);
    let parsed = start.elapsed();
    drop((file, text));
    let start = Instant::now();
    let registry = load(n_people);
    let layered = start.elapsed();
    let start = Instant::now();
    let who = registry.who(&people::name(n_people / 2), None);
    let answered = start.elapsed();
    assert!(!who.people.is_empty(), "everybody is found");
    println!(
        "{n_people} people: first file parsed in {parsed:.0?}, all made and laid in {layered:.0?}, first answer after {answered:.0?} more, peak {:?} MB",
        peak()
    );
    registry
}

/// Prose of `n_bytes` in which every tenth sentence names one of the people.
fn prose(n_bytes: usize, n_people: usize) -> String {
    let mut text = String::with_capacity(n_bytes + 200);
    let mut nth = 0;
    while text.len() < n_bytes {
        text.push_str("The road along the lake was closed in April, and nobody in the old town said when it would be opened. ");
        if nth % 10 == 0 {
            text.push_str(&people::name((nth * 7919) % n_people));
            text.push_str(" told the council that the work went on.\n");
        }
        nth += 1;
    }
    text
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("registry");
    group.sample_size(10);
    let large = once(100_000);
    let text = prose(1 << 20, 100_000);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("names in 1 MB, 100,000 people", |bencher| {
        bencher.iter(|| {
            text.lines()
                .map(|line| large.mentions(line).len())
                .sum::<usize>()
        });
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("who, 100,000 people", |bencher| {
        bencher.iter(|| large.who("Commissioner Anna Bergman", None));
    });
    drop(large);
    let file = people::registry(0, 100_000);
    group.throughput(Throughput::Bytes(file.len() as u64));
    group.bench_function("parse a file of 100,000 people", |bencher| {
        bencher.iter(|| RegistryFile::parse(&file));
    });
    drop(file);
    drop(once(1_000_000));
    group.finish();
}

criterion_group!(registry, benches);
criterion_main!(registry);
