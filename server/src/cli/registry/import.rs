//! `onrecord registry import`: office holders of another register as a registry file.
//!
//! Each kind of register is read into one [`Collection`]; the collection is written as TOML or Popolo. What cannot be read
//! is told with its file and place, and the rest is still done.

mod collection;
mod congress;
mod detect;
mod popolo;
mod rows;
mod to_popolo;
mod to_toml;
mod wikidata;

use std::io::{self, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use onrecord_engine::registry::state_called;

use crate::cli::args::{Common, ImportArgs, ImportFrom, RegistryFormat};
use crate::cli::outcome::{Outcome, Streams};
use crate::project::files;

use collection::Collection;

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &ImportArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let mut collection = Collection::default();
    if let Some(state) = &args.state {
        collection.state = state_called(state);
        if collection.state.is_none() {
            streams.error(format_args!(
                "`{state}` is neither the code nor the name of a state"
            ));
            return Ok(Outcome::Failed);
        }
    }
    let mut outcome = Outcome::Done;
    for path in &args.files {
        let text = match files::read(path) {
            Ok(text) => text,
            Err(error) => {
                streams.error(error);
                outcome = Outcome::Failed;
                continue;
            }
        };
        let text = text.trim_start_matches('\u{feff}');
        let Some(from) = args.from.or_else(|| detect::kind(text)) else {
            streams.error(format_args!(
                "{}: none of the registers that can be read; `--from` names the kind",
                path.display()
            ));
            outcome = Outcome::Failed;
            continue;
        };
        let usual = detect::usual_source(from);
        collection.source = collection.source.take().or(usual.map(str::to_owned));
        let mut troubles = Vec::new();
        let bar = progress(common.quiet, path);
        match from {
            ImportFrom::WikidataCsv => rows::csv(text, &mut troubles, |row| {
                bar.inc(1);
                wikidata::take(row, &mut collection)
            }),
            ImportFrom::WikidataJson => rows::json(text, &mut troubles, |row| {
                bar.inc(1);
                wikidata::take(row, &mut collection)
            }),
            ImportFrom::Popolo => popolo::read(text, &mut collection, &mut troubles),
            ImportFrom::CongressLegislators => congress::read(text, &mut collection, &mut troubles),
        }
        bar.finish_and_clear();
        for trouble in troubles {
            streams.error(format_args!("{}:{trouble}", path.display()));
            outcome = Outcome::Failed;
        }
    }
    if collection.people.is_empty() && outcome == Outcome::Failed {
        return Ok(outcome);
    }
    if let Some(source) = &args.source {
        collection.source = Some(source.clone());
    }
    collection.retrieved = args.retrieved.or(collection.retrieved);
    collection.settle();
    let text = match args.format {
        RegistryFormat::Toml => to_toml::write(&collection),
        RegistryFormat::Popolo => to_popolo::write(&collection),
    };
    match &args.output {
        None => streams.out.write_all(text.as_bytes())?,
        Some(path) => {
            let written = files::create(path).and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.flush()
            });
            if let Err(error) = written {
                streams.error(format_args!(
                    "{}: cannot be written: {error}",
                    path.display()
                ));
                return Ok(Outcome::Failed);
            }
        }
    }
    if !common.quiet {
        streams.out.flush()?;
        streams.note(format_args!(
            "{}, {}, {}.",
            counted(collection.people.len(), "person", "people"),
            counted(collection.posts.len(), "post", "posts"),
            counted(
                collection.memberships.len(),
                "term of office",
                "terms of office"
            ),
        ));
    }
    Ok(outcome)
}

/// A number with its noun.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A bar on standard error, if that is a terminal.
fn progress(quiet: bool, path: &Path) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {human_pos} rows {spinner}");
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.with_message(path.display().to_string())
}
