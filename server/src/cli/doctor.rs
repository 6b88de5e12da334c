//! `onrecord doctor`: all that a bug report needs, in one paste. Nothing of the transcripts' words is in it.

use std::env::consts;
use std::io;
use std::path::Path;

use onrecord_engine::reading::Grade;
use onrecord_engine::registry::{PersonId, Registry};
use onrecord_engine::rules::{OwnLevels, RULES, Severity};
use onrecord_engine::toml::Located;

use crate::project::Project;
use crate::project::files;

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
    let transcripts = found.iter().filter(|file| project.is_transcript(file));
    writeln!(
        out,
        "transcripts found: {} of {} files",
        transcripts.count(),
        found.len()
    )?;
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
    let grade = rules.minimum_grade.unwrap_or(Grade::Institution);
    writeln!(out, "minimum grade: {}", grade.name())?;
    writeln!(out, "outlet: {}", rules.outlet.as_deref().unwrap_or("–"))?;
    let date = project.reference.date;
    let date = date.map_or("each document's own".to_owned(), |date| date.to_string());
    writeln!(out, "date: {date}")?;
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
    )
}
