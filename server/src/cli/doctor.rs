//! `onrecord doctor`: all that a bug report needs, in one paste. Nothing of the transcripts' words is in it.

use std::env::consts;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use onrecord_engine::reading::{Grade, Language};
use onrecord_engine::record::Record;
use onrecord_engine::registry::{PersonId, Registry};
use onrecord_engine::rules::{self, OwnLevels, RULES, Severity};
use onrecord_engine::text::Text;
use onrecord_engine::toml::Located;

use crate::project::Project;
use crate::project::files;
use crate::project::hands::Hands;

use super::args::Common;
use super::outcome::{Outcome, Streams};

/// Runs the command.
pub(super) fn run(common: &Common, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let here = files::absolute(Path::new("."));
    let project = Project::load(&here, &common.options(), None);
    let out = &mut *streams.out;
    let version = env!("CARGO_PKG_VERSION");
    writeln!(out, "onrecord {version} on {} {}", consts::OS, consts::ARCH)?;
    writeln!(
        out,
        "protocol: LSP 3.17 over standard input and output; utf-8, utf-16, utf-32"
    )?;
    writeln!(out, "rules: {}", RULES.len())?;
    writeln!(out, "folder: {}", here.display())?;
    settings(&project, out)?;
    registry(&project.reference.registry, out)?;
    let (found, _) = files::walk(&here);
    let transcripts: Vec<&PathBuf> = found
        .iter()
        .filter(|file| project.is_transcript(file))
        .collect();
    writeln!(
        out,
        "transcripts found: {} of {} files",
        transcripts.len(),
        found.len()
    )?;
    timings(&project, &transcripts, out)?;
    if project.problems.is_empty() {
        writeln!(out, "problems: none")?;
    } else {
        writeln!(out, "problems:")?;
        for problem in &project.problems {
            writeln!(out, "  {problem}")?;
        }
    }
    Ok(Outcome::Done)
}

/// How many transcripts are read to see how long it takes.
const TIMED: usize = 3;

/// How long the stages take for the first transcripts, by their numbers, for their names are nobody's business.
fn timings(project: &Project, files: &[&PathBuf], out: &mut dyn io::Write) -> io::Result<()> {
    let ms = |since: Instant| since.elapsed().as_secs_f64() * 1000.0;
    for (at, file) in files.iter().take(TIMED).enumerate() {
        let start = Instant::now();
        let Ok(content) = files::read(file) else {
            continue;
        };
        let loaded = ms(start);
        let start = Instant::now();
        let text = Text::from(&*content);
        let record = Record::read(&text, "", &project.reference, &Hands);
        let read = ms(start);
        let start = Instant::now();
        let n = rules::check(&record, &project.rules).len();
        writeln!(
            out,
            "timing {}: {} bytes loaded in {loaded:.1} ms, read in {read:.1} ms, checked in {:.1} ms, findings {n}",
            at + 1,
            content.len(),
            ms(start)
        )?;
    }
    Ok(())
}

fn settings(project: &Project, out: &mut dyn io::Write) -> io::Result<()> {
    let list = |entries: &[String]| match entries {
        [] => "–".to_owned(),
        entries => entries.join(", "),
    };
    let values = |entries: &[Located<String>]| {
        let entries: Vec<String> = entries.iter().map(|entry| entry.value.clone()).collect();
        list(&entries)
    };
    match project.files.first().filter(|_| project.root.is_some()) {
        Some(file) => writeln!(out, "project file: {}", file.display())?,
        None => writeln!(out, "project file: none, built-in settings")?,
    }
    for file in project
        .files
        .iter()
        .skip(usize::from(project.root.is_some()))
    {
        writeln!(out, "registry file: {}", file.display())?;
    }
    let rules = &project.rules;
    writeln!(
        out,
        "profile: {}",
        format!("{:?}", rules.profile).to_lowercase()
    )?;
    writeln!(out, "select: {}", list(&rules.select))?;
    writeln!(out, "ignore: {}", list(&rules.ignore))?;
    let levels = rules.levels.iter();
    let levels: Vec<String> = levels
        .map(|(rule, own)| format!("{rule} = {}", level(own)))
        .collect();
    writeln!(out, "levels: {}", list(&levels))?;
    let labels = &project.config.labels;
    let house = labels.house.as_ref().map(|house| house.value);
    writeln!(
        out,
        "labels: house {}, printed {}, roles {}, accepted {}, titles {}, ends {}",
        house.map_or("as each document has it", |house| &house.name),
        values(&labels.printed),
        values(&labels.roles),
        values(&labels.accepted),
        values(&labels.titles),
        values(&labels.ends)
    )?;
    let grade = rules.minimum_grade.unwrap_or(Grade::Institution);
    writeln!(out, "minimum grade: {}", grade.name())?;
    writeln!(out, "outlet: {}", rules.outlet.as_deref().unwrap_or("–"))?;
    let date = project.reference.date;
    let date = date.map_or("each document's own".to_owned(), |date| date.to_string());
    writeln!(out, "date: {date}")?;
    let language = project.reference.language;
    let language = language.map_or("each document's own", Language::code);
    writeln!(out, "language: {language}")?;
    writeln!(out, "include: {}", values(&project.config.include))?;
    writeln!(out, "exclude: {}", values(&project.config.exclude))
}

/// A rule's own levels as they are written in the project file.
fn level(own: &OwnLevels) -> String {
    let name = |level: &Option<Severity>| level.map_or("off", Severity::name);
    match own {
        OwnLevels::Everywhere(level) => name(level).to_owned(),
        OwnLevels::ByZone(levels) => {
            let levels: Vec<String> = levels
                .iter()
                .map(|(zone, level)| format!("{} = {}", zone.name(), name(level)))
                .collect();
            format!("{{ {} }}", levels.join(", "))
        }
    }
}

fn registry(registry: &Registry, out: &mut dyn io::Write) -> io::Result<()> {
    let n_people = registry.people().len();
    let people = (0_u32..).take(n_people).map(PersonId);
    let n_terms: usize = people.map(|id| registry.tenures_of(id).len()).sum();
    let n_posts = registry.posts().len();
    writeln!(
        out,
        "registry: {n_people} people, {n_posts} posts, {n_terms} terms of office"
    )?;
    for (source, n_terms) in registry.coverage() {
        let name = if source.name.is_empty() {
            "no source"
        } else {
            &source.name
        };
        match source.retrieved {
            Some(day) => writeln!(
                out,
                "  {name}, as of {day}: {n_terms} terms; later is unknown"
            )?,
            None => writeln!(out, "  {name}: {n_terms} terms")?,
        }
    }
    Ok(())
}
