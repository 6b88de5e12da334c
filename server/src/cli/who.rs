//! `onrecord who`: which person or office some words mean on a day.

mod answer;

use std::io::{self, BufRead, Write};
use std::ops::Range;

use onrecord_engine::date::Date;
use onrecord_engine::ide::terms;
use onrecord_engine::registry::{Held, PostId, Registry, Tenure, Who};

use crate::project::Project;

use super::args::{Common, WhoArgs, WhoFormat};
use super::outcome::{Outcome, Streams};
use answer::{Answer, offices};

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &WhoArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let project = Project::load(".".as_ref(), &common.options(), None);
    let mut outcome = Outcome::Done;
    for problem in &project.problems {
        streams.problem(problem);
        outcome = Outcome::Failed;
    }
    let registry = &*project.reference.registry;
    let on = args.on.or(project.reference.date);
    if args.text != "-" {
        answer(registry, &args.text, on, args.format, streams.out)?;
        return Ok(outcome);
    }
    Ok(outcome.max(from_stdin(registry, on, args.format, streams)?))
}

/// Answers each line of standard input; a line without a date is asked on `on`.
fn from_stdin(
    registry: &Registry,
    on: Option<Date>,
    format: WhoFormat,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let mut stdin = io::BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut outcome = Outcome::Done;
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        // Whoever asks line by line gets each answer before the next question; a file is answered in large pieces.
        if stdin.buffer().is_empty() {
            streams.out.flush()?;
        }
        bytes.clear();
        match stdin.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                streams.error(format_args!("standard input: cannot be read: {error}"));
                return Ok(Outcome::Failed);
            }
        }
        let question = match question(&bytes, on) {
            Ok(question) => question,
            Err(reason) => {
                streams.error(format_args!("standard input, line {number}: {reason}"));
                outcome = Outcome::Failed;
                continue;
            }
        };
        if let Some((on, words)) = question {
            answer(registry, words, on, format, streams.out)?;
        }
    }
    Ok(outcome)
}

/// The day and words of a line; nothing for an empty one.
fn question(line: &[u8], on: Option<Date>) -> Result<Option<(Option<Date>, &str)>, String> {
    let line = str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?
        .trim_end_matches(['\n', '\r'])
        .trim_start_matches('\u{feff}');
    if line.trim().is_empty() {
        return Ok(None);
    }
    let Some((date, words)) = line.split_once('\t') else {
        return Ok(Some((on, line)));
    };
    match Date::parse(date.trim()) {
        Some(date) => Ok(Some((Some(date), words))),
        None if date.trim().is_empty() => Ok(Some((on, words))),
        None => Err(format!("`{date}` is not a date such as 2023-03-15")),
    }
}

fn answer(
    registry: &Registry,
    words: &str,
    on: Option<Date>,
    format: WhoFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let who = registry.who(words, on);
    match format {
        WhoFormat::Jsonl => {
            let answer = Answer::new(registry, words, on, &who);
            serde_json::to_writer(&mut *out, &answer)?;
            out.write_all(b"\n")
        }
        WhoFormat::Full => full(registry, words, on, &who, out),
    }
}

/// The answer for people.
fn full(
    registry: &Registry,
    words: &str,
    on: Option<Date>,
    who: &Who,
    out: &mut dyn Write,
) -> io::Result<()> {
    let day = on.map_or(String::new(), |on| format!(" on {}", on.words()));
    if who.people.is_empty() && who.office.is_none() {
        return writeln!(out, "{words}: not in the register");
    }
    if let Some(office) = &who.office {
        full_office(registry, office.post, on, &day, out)?;
    }
    for found in &who.people {
        let person = registry.person(found.person);
        write!(out, "{}", person.name)?;
        for identifier in &person.identifiers {
            write!(out, "  {}:{}", identifier.scheme, identifier.value)?;
        }
        writeln!(out, "\n  {}", found.why)?;
        for office in offices(registry, found.person, on) {
            let from = office.start.as_deref().unwrap_or("?");
            let to = office.end.as_deref().unwrap_or("");
            let held = if on.is_some() { office.held } else { "" };
            writeln!(out, "  {held:<9}{from} – {to:<11}{}", office.label)?;
            writeln!(out, "  {:<9}source: {}", "", office.source)?;
        }
    }
    match who.title {
        Some(title) => writeln!(out, "the office in these words: {}{day}", title.name()),
        None => Ok(()),
    }
}

/// So many holders before and after those of the day are told.
const BESIDE: usize = 2;

/// Which terms of a post, earliest first, are told for a day: those that hold or may hold then, and a few before and after.
fn near(tenures: &[&Tenure], on: Date) -> Range<usize> {
    let is_over = |tenure: &&Tenure| tenure.end.is_some_and(|end| end.last() < on.first());
    let may_hold = |tenure: &&Tenure| tenure.held(on) != Held::NotHeld;
    let first = tenures.iter().position(may_hold);
    let first = first.unwrap_or_else(|| tenures.iter().filter(|tenure| is_over(tenure)).count());
    let end = tenures
        .iter()
        .rposition(may_hold)
        .map_or(first, |last| last + 1);
    first.saturating_sub(BESIDE)..(end + BESIDE).min(tenures.len())
}

fn full_office(
    registry: &Registry,
    post: PostId,
    on: Option<Date>,
    day: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", terms::post_title(registry, post))?;
    if registry.is_stateless(post) {
        writeln!(out, "  state: {}", terms::STATELESS)?;
    }
    let tenures = registry.tenures_in(post);
    let near = on.map_or(0..tenures.len(), |on| near(&tenures, on));
    if near.start > 0 {
        writeln!(out, "  {:<9}({} earlier)", "", near.start)?;
    }
    for tenure in &tenures[near.clone()] {
        let held = on.map_or("", |on| match tenure.held(on) {
            Held::Held => "held",
            Held::NotHeld => "",
            Held::Unknown => "unknown",
        });
        let name = &registry.person(tenure.person).name;
        writeln!(out, "  {held:<9}{}, {}", name, terms::term(tenure))?;
    }
    if near.end < tenures.len() {
        let n_later = tenures.len() - near.end;
        writeln!(out, "  {:<9}({n_later} later)", "")?;
    }
    if !day.is_empty()
        && registry
            .holders(post, on.unwrap_or(Date::Year(0)))
            .is_empty()
    {
        writeln!(out, "  no holder known{day}")?;
    }
    Ok(())
}
