//! `onrecord init`: a commented project file to start from.

use std::io;
use std::path::Path;

use crate::project::{FILE_NAME, files};

use super::outcome::{Outcome, Streams};

/// The project file: every key with what it does, all of them commented out, so that it changes nothing by itself.
const TEMPLATE: &str = include_str!("init/onrecord.toml");

/// Runs the command.
pub(super) fn run(streams: &mut Streams<'_>) -> Outcome {
    match files::write_new(Path::new(FILE_NAME), TEMPLATE) {
        Ok(()) => {
            streams.note(format_args!("Wrote {FILE_NAME}."));
            Outcome::Done
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            streams.error(format_args!(
                "{FILE_NAME} is there already and was left as it is"
            ));
            Outcome::Failed
        }
        Err(error) => {
            streams.error(format_args!("{FILE_NAME}: cannot be written: {error}"));
            Outcome::Failed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::config::{Config, KEYS};

    /// The template with its settings switched on.
    fn switched_on() -> String {
        let lines = TEMPLATE.lines();
        lines
            .map(|line| match line.strip_prefix("#") {
                Some(setting) if !setting.starts_with([' ', '#']) => setting,
                _ => line,
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_template_changes_nothing() {
        let (config, problems) = Config::parse(TEMPLATE, &Config::default());
        assert_eq!((config, problems), (Config::default(), vec![]));
    }

    #[test]
    fn every_setting_in_the_template_is_right_and_none_is_missing() {
        let (_, problems) = Config::parse(&switched_on(), &Config::default());
        assert_eq!(problems, []);
        for key in &KEYS {
            let settings = [format!("\n{key} ="), format!("\n[{key}]")];
            assert!(
                settings
                    .iter()
                    .any(|setting| switched_on().contains(setting.as_str())),
                "{key}"
            );
        }
    }
}
