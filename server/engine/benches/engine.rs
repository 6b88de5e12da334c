//! How fast the engine is: splitting, reading cold, and one keystroke.
//!
//! `cargo bench -p onrecord-engine`. The text is made here, the same at every run; compare figures of one run only.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::fmt::Write;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use onrecord_engine::ide;
use onrecord_engine::record::{Record, Reference};
use onrecord_engine::registry::Registry;
use onrecord_engine::rules::{self, RuleSet};
use onrecord_engine::text::{Span, Text};
use onrecord_engine::transcript::{EmptyRoster, Transcript};

/// What is said, one line a paragraph; numbers are put in so that no two paragraphs are the same.
const SPEECH: &[&str] = &[
    "Thank you for coming. We have worked on this agreement for {} months, and I am glad to see it signed.",
    "The minister told me yesterday that “the bridge carries {} tonnes”, and I believe him.",
    "It was agreed that trade would grow. Nobody will close the border again, as some experts said in {}.",
    "Our engineers have built {} kilometres of road; the foreign minister visited them, Mr. President.",
];

/// A press conference of at least `n_bytes`, with narrative before it.
fn document(n_bytes: usize) -> String {
    let mut text = String::from(
        "Leaders meet at the lake\n\nTuesday 4 April 2023\n\nThe talks lasted an hour.\n\n",
    );
    let labels = ["President Anna Berg", "President Tomas Lind", "Question"];
    let mut number = 0;
    while text.len() < n_bytes {
        _ = writeln!(
            text,
            "{}: {}\n",
            labels[number % 3],
            SPEECH[number % 4].replace("{}", &number.to_string())
        );
        for paragraph in 1..=number % 5 {
            let words = SPEECH[(number + paragraph) % 4]
                .replace("{}", &(number * 7 + paragraph).to_string());
            _ = writeln!(text, "{words}\n");
        }
        number += 1;
    }
    text
}

fn benches(criterion: &mut Criterion) {
    let reference = Reference {
        registry: Registry::builtin(),
        date: None,
        style: std::sync::Arc::default(),
        language: None,
    };
    let set = RuleSet::default();
    for (name, n_bytes) in [
        ("16 kB", 16_000),
        ("100 kB", 100_000),
        ("1.6 MB", 1_600_000),
    ] {
        let content = document(n_bytes);
        let text = Text::from(&*content);
        let mut group = criterion.benchmark_group("engine");
        group.sample_size(10);
        group.throughput(Throughput::Bytes(content.len() as u64));
        group.bench_with_input(
            BenchmarkId::new("split", name),
            &content,
            |bencher, content| {
                bencher.iter(|| Transcript::read(content, "", &EmptyRoster));
            },
        );
        group.bench_with_input(
            BenchmarkId::new("read cold", name),
            &text,
            |bencher, text| {
                bencher.iter(|| Record::build(text, "", &reference, None));
            },
        );
        let record = Record::build(&text, "", &reference, None);
        let mut edited = text.clone();
        let at = content.len() / 2;
        let at = at + content[at..].find("the ").unwrap_or(0);
        edited.edit(Span::new(at, at), "x");
        let mut parted = text.clone();
        parted.edit(Span::new(at, at), "\n");
        group.bench_with_input(
            BenchmarkId::new("one keystroke", name),
            &edited,
            |bencher, edited| {
                bencher.iter(|| Record::build(edited, "", &reference, Some(&record)));
            },
        );
        group.bench_with_input(
            BenchmarkId::new("one line break", name),
            &parted,
            |bencher, parted| {
                bencher.iter(|| Record::build(parted, "", &reference, Some(&record)));
            },
        );
        group.bench_with_input(
            BenchmarkId::new("rules", name),
            &record,
            |bencher, record| {
                bencher.iter(|| rules::check(record, &set));
            },
        );
        group.bench_with_input(
            BenchmarkId::new("outline", name),
            &record,
            |bencher, record| {
                bencher.iter(|| ide::outline(record));
            },
        );
        group.finish();
    }
    one_paragraph(criterion, &reference, &set);
    let content = document(1_000_000);
    let mut group = criterion.benchmark_group("names");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(content.len() as u64));
    group.bench_function("names and offices in 1 MB", |bencher| {
        bencher.iter(|| reference.registry.mentions(&content));
    });
    group.finish();
    let giant = document(8_000_000);
    let mut group = criterion.benchmark_group("engine");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(giant.len() as u64));
    group.bench_function(BenchmarkId::new("split", "8 MB"), |bencher| {
        bencher.iter(|| Transcript::read(&giant, "", &EmptyRoster));
    });
    group.finish();
    criterion.bench_function("mentions in a paragraph", |bencher| {
        let words = "The Russian foreign minister Sergey Lavrov told reporters that President Putin would come.";
        bencher.iter(|| reference.registry.mentions(words));
    });
}

/// A text without paragraphs costs what its length does: the figures a byte stay near each other.
fn one_paragraph(criterion: &mut Criterion, reference: &Reference, set: &RuleSet) {
    let mut group = criterion.benchmark_group("one paragraph");
    group.sample_size(10);
    for (name, n_bytes) in [("250 kB", 250_000), ("1 MB", 1_000_000)] {
        let mut content = String::new();
        let mut number = 0;
        while content.len() < n_bytes {
            content.push_str(&SPEECH[number % 4].replace("{}", &number.to_string()));
            content.push(' ');
            number += 1;
        }
        let text = Text::from(&*content);
        group.throughput(Throughput::Bytes(content.len() as u64));
        group.bench_with_input(
            BenchmarkId::new("read and check", name),
            &text,
            |bencher, text| {
                bencher.iter(|| rules::check(&Record::build(text, "", reference, None), set));
            },
        );
    }
    group.finish();
}

criterion_group!(engine, benches);
criterion_main!(engine);
