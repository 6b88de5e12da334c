//! `onrecord registry show`: a person or post with all terms, their sources, and where each is written.

use std::io::{self, Write};

use onrecord_engine::ide::terms;
use onrecord_engine::registry::{Origin, PersonId, PostId, Registry, Tenure};

use crate::cli::args::{Common, ShowArgs};
use crate::cli::outcome::{Outcome, Streams};
use crate::project::Project;

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &ShowArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let project = Project::load(".".as_ref(), &common.options(), None);
    let mut outcome = Outcome::Done;
    for problem in &project.problems {
        streams.problem(problem);
        outcome = Outcome::Failed;
    }
    let registry = &*project.reference.registry;
    let shown = Shown {
        project: &project,
        registry,
    };
    let Some(what) = &args.what else {
        shown.everything(streams.out)?;
        return Ok(outcome);
    };
    if let Some(id) = registry.person_called(what) {
        shown.person(id, streams.out)?;
    } else if let Some(id) = registry.post_called(what) {
        shown.post(id, streams.out)?;
    } else {
        let who = registry.who(what, project.reference.date);
        match who.office {
            Some(office) if who.title.is_none() => shown.post(office.post, streams.out)?,
            _ if !who.people.is_empty() => {
                for found in &who.people {
                    shown.person(found.person, streams.out)?;
                }
            }
            _ => {
                streams.error(format_args!("`{what}` is not in the register"));
                return Ok(Outcome::Failed);
            }
        }
    }
    Ok(outcome)
}

struct Shown<'a> {
    project: &'a Project,
    registry: &'a Registry,
}

impl Shown<'_> {
    fn person(&self, id: PersonId, out: &mut dyn Write) -> io::Result<()> {
        let person = self.registry.person(id);
        writeln!(out, "{}", person.name)?;
        writeln!(out, "  id: {}", person.id)?;
        let life = [("born", person.birth), ("died", person.death)];
        for (word, date) in life {
            if let Some(date) = date {
                writeln!(out, "  {word}: {}", date.words())?;
            }
        }
        for identifier in &person.identifiers {
            writeln!(out, "  {}: {}", identifier.scheme, identifier.value)?;
        }
        let names: Vec<&str> = person.aliases.iter().map(|name| &*name.text).collect();
        if !names.is_empty() {
            writeln!(out, "  also: {}", names.join(", "))?;
        }
        self.written(self.registry.person_origin(id), "  ", out)?;
        for tenure in self.registry.tenures_of(id) {
            let title = terms::post_title(self.registry, tenure.post);
            self.term(&title, tenure, out)?;
        }
        Ok(())
    }

    fn post(&self, id: PostId, out: &mut dyn Write) -> io::Result<()> {
        let post = self.registry.post(id);
        writeln!(out, "{}", terms::post_title(self.registry, id))?;
        writeln!(out, "  id: {}", post.id)?;
        if !post.aliases.is_empty() {
            writeln!(out, "  also: {}", post.aliases.join(", "))?;
        }
        if self.registry.is_stateless(id) {
            writeln!(out, "  state: {}", terms::STATELESS)?;
        }
        if let Some(seats) = post.seats.filter(|seats| *seats < u32::MAX) {
            writeln!(out, "  seats: {seats}")?;
        }
        if let Some(end) = post.end {
            writeln!(out, "  abolished: {}", end.words())?;
        }
        self.written(self.registry.post_origin(id), "  ", out)?;
        for tenure in self.registry.tenures_in(id) {
            let name = &self.registry.person(tenure.person).name;
            self.term(name, tenure, out)?;
        }
        Ok(())
    }

    fn term(&self, title: &str, tenure: &Tenure, out: &mut dyn Write) -> io::Result<()> {
        let acting = if tenure.acting { ", acting" } else { "" };
        write!(out, "  {title}{acting}, {}", terms::term(tenure))?;
        let seat = tenure.seat.as_deref();
        let notes = seat.map(|seat| [&seat.on_behalf_of, &seat.area]);
        for note in notes.into_iter().flatten().flatten() {
            write!(out, ", {note}")?;
        }
        let source = self.registry.source(tenure.source);
        let name = if source.name.is_empty() {
            "none"
        } else {
            &source.name
        };
        write!(out, "\n    source: {name}")?;
        if let Some(day) = source.retrieved {
            write!(out, ", as of {}", day.words())?;
        }
        writeln!(out)?;
        self.written(tenure.origin, "    ", out)
    }

    /// Where an entry is written: `FILE:LINE`, or in the program itself.
    fn written(&self, origin: Option<Origin>, indent: &str, out: &mut dyn Write) -> io::Result<()> {
        let file = origin.and_then(|origin| {
            let (path, text) = self.project.registry_file(origin.file())?;
            Some((path, 1 + text[..origin.span().start].matches('\n').count()))
        });
        match file {
            Some((path, line)) => writeln!(out, "{indent}written: {}:{line}", path.display()),
            None => writeln!(out, "{indent}written: built-in registry"),
        }
    }

    /// What the registry is made of.
    fn everything(&self, out: &mut dyn Write) -> io::Result<()> {
        let registry = self.registry;
        writeln!(
            out,
            "{} people, {} posts, {} terms of office",
            registry.people().len(),
            registry.posts().len(),
            registry.tenures().len()
        )?;
        for path in self.project.registry_paths() {
            writeln!(out, "  {}", path.display())?;
        }
        for (source, n_terms) in registry.coverage() {
            let name = if source.name.is_empty() {
                "no source"
            } else {
                &source.name
            };
            let day = source
                .retrieved
                .map_or_else(String::new, |day| format!(", as of {}", day.words()));
            writeln!(out, "  {name}{day}: {n_terms} terms")?;
        }
        Ok(())
    }
}
