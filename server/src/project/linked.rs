//! The records a text tells of: its sidecar, `talks.onrecord.toml` beside `talks.txt`, names the transcripts its quotations come
//! from (`record = "other.txt"` in the table `[document]`).
//!
//! A record is read as it stands on disk, against the same registry, and only from within the project's folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::record::Record;
use onrecord_engine::text::{Span, Text};
use onrecord_engine::toml::{Located, Problem};
use toml::de::DeTable;

use super::values::{self, Values};
use super::{FileProblem, Project, files};

/// The end of a sidecar's name.
const SIDECAR: &str = ".onrecord.toml";

/// A longer record, in bytes, is not read.
const LONGEST: u64 = 64 << 20;

/// The records a text tells of.
#[derive(Clone, Default, Debug)]
pub struct Linked {
    /// The records that could be read, in the order in which they are named.
    pub records: Vec<Arc<Record>>,
    /// What is wrong with the sidecar or a record it names.
    pub problems: Vec<FileProblem>,
    /// The files all this was read from: a change of one of them is a reason to look again.
    pub files: Vec<PathBuf>,
}

/// Where the sidecar of a transcript is: `talks.onrecord.toml` beside `talks.txt`; `None` for what is no transcript by its name.
pub fn sidecar(transcript: &Path) -> Option<PathBuf> {
    let name = transcript.file_name()?.to_str()?;
    let (stem, end) = name.rsplit_once('.')?;
    let is_text = ["txt", "md", "transcript"].contains(&end);
    (is_text && !stem.is_empty()).then(|| transcript.with_file_name(format!("{stem}{SIDECAR}")))
}

impl Project {
    /// The records that the document at `path` tells of. Looks at the disk.
    pub fn linked(&self, path: &Path) -> Linked {
        let Some(sidecar) = sidecar(path).filter(|sidecar| files::is_file(sidecar)) else {
            return Linked::default();
        };
        let mut linked = Linked {
            files: vec![sidecar.clone()],
            ..Linked::default()
        };
        let text = match files::read_at_most(&sidecar, LONGEST) {
            Ok(text) => text,
            Err(error) => {
                let problem = Problem {
                    span: Span::new(0, 0),
                    message: error.reason(),
                };
                linked.problems.push(FileProblem {
                    path: sidecar,
                    problem,
                    text: "".into(),
                });
                return linked;
            }
        };
        let (named, mut problems) = named(&text);
        for name in named {
            match self.record_named(path, &name.value) {
                Ok((file, record)) => {
                    linked.files.push(file);
                    linked.records.push(Arc::new(record));
                }
                Err((file, message)) => {
                    linked.files.extend(file);
                    let span = name.span;
                    problems.push(Problem { span, message });
                }
            }
        }
        let text: Arc<str> = text.into();
        linked.problems = problems
            .into_iter()
            .map(|problem| FileProblem {
                path: sidecar.clone(),
                problem,
                text: Arc::clone(&text),
            })
            .collect();
        linked
    }

    /// The record of this name, told from the folder of the document at `path`; or why there is none, with the file if one is
    /// to be watched.
    fn record_named(
        &self,
        path: &Path,
        name: &str,
    ) -> Result<(PathBuf, Record), (Option<PathBuf>, String)> {
        let path = files::absolute(path);
        let folder = path.parent().unwrap_or(Path::new(""));
        let file = folder.join(name);
        if file == path {
            return Err((None, "a document is no record of itself".to_owned()));
        }
        // A device or a pipe has no end, so that only files are read.
        if files::is_there(&file) {
            let root = self.root.as_deref().unwrap_or(folder);
            if !files::stays_in(root, &file) {
                let message =
                    format!("`{name}` lies outside of the folder, and nothing there is read");
                return Err((None, message));
            }
            if !files::is_file(&file) {
                return Err((None, format!("`{name}` is no file")));
            }
        }
        match files::read_at_most(&file, LONGEST) {
            Ok(text) => {
                let name = file.file_name().and_then(|name| name.to_str());
                let text = Text::from(&*text);
                let name = name.unwrap_or_default();
                let record = Record::build(&text, name, &self.reference, None);
                Ok((file, record))
            }
            Err(error) => Err((Some(file), format!("`{name}` {}", error.reason()))),
        }
    }
}

/// The records a sidecar names, and what is wrong in it. What else a sidecar says is not looked at.
fn named(text: &str) -> (Vec<Located<String>>, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return (Vec::new(), errors.iter().map(values::syntax).collect());
    }
    let mut values = Values::default();
    let mut named = Vec::new();
    for (key, value) in table.get_ref() {
        if &**key.get_ref() != "document" {
            continue;
        }
        let document = values.table(key, value);
        for (key, value) in document.into_iter().flatten() {
            if &**key.get_ref() == "record" {
                named.extend(values.strings(key, value).unwrap_or_default());
            }
        }
    }
    (named, values.into_problems())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    /// What the sidecar `written` of `talks.txt` links to, beside a record called `other.txt`.
    fn linked(written: &str) -> (usize, Vec<String>) {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("talks.txt");
        fs::write(folder.path().join("other.txt"), "Ada Vane: Good day.\n").expect("a file");
        fs::write(folder.path().join("talks.onrecord.toml"), written).expect("a file");
        let linked = Project::builtin().linked(&path);
        let problems = linked.problems.iter();
        let problems = problems.map(|it| it.problem.message.clone()).collect();
        (linked.records.len(), problems)
    }

    #[test]
    fn a_sidecar_names_its_records() {
        assert_eq!(linked("[document]\nrecord = \"other.txt\"\n"), (1, vec![]));
        assert_eq!(
            linked("[document]\nrecord = [\"other.txt\"]\n"),
            (1, vec![])
        );
        assert_eq!(linked("[document]\noutlet = \"x\"\n"), (0, vec![]));
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_place() {
        for (written, told) in [
            ("[document]\nrecord = 3\n", "must be a list of strings"),
            (
                "[document]\nrecord = \"talks.txt\"\n",
                "no record of itself",
            ),
            ("[document]\nrecord = \".\"\n", "`.` is no file"),
            (
                "[document]\nrecord = \"..\"\n",
                "`..` lies outside of the folder",
            ),
            #[cfg(unix)]
            (
                "[document]\nrecord = \"/dev/zero\"\n",
                "`/dev/zero` lies outside of the folder",
            ),
            (
                "[document]\nrecord = \"gone.txt\"\n",
                "`gone.txt` cannot be read",
            ),
            ("[document\n", ""),
        ] {
            let (n_records, problems) = linked(written);
            assert_eq!(
                (n_records, problems.len()),
                (0, 1),
                "{written}: {problems:?}"
            );
            assert!(problems[0].contains(told), "{written}: {problems:?}");
        }
    }

    #[test]
    fn a_record_outside_of_the_folder_is_not_read() {
        let folder = TempDir::new().expect("a temporary folder");
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).expect("a folder");
        fs::write(folder.path().join("other.txt"), "Ada Vane: Good day.\n").expect("a file");
        let sidecar = "[document]\nrecord = \"../other.txt\"\n";
        fs::write(inner.join("talks.onrecord.toml"), sidecar).expect("a file");
        let linked = Project::builtin().linked(&inner.join("talks.txt"));
        assert_eq!((linked.records.len(), linked.problems.len()), (0, 1));
    }

    #[test]
    fn a_sidecar_has_its_transcripts_name() {
        let of = |name: &str| {
            let sidecar = sidecar(&Path::new("/talks").join(name))?;
            Some(sidecar.file_name()?.to_str()?.to_owned())
        };
        assert_eq!(of("summit.txt").as_deref(), Some("summit.onrecord.toml"));
        assert_eq!(
            of("a.transcript.txt").as_deref(),
            Some("a.transcript.onrecord.toml")
        );
        assert_eq!(of("a.transcript").as_deref(), Some("a.onrecord.toml"));
        assert_eq!(of("summit.onrecord.toml"), None);
        assert_eq!(of("summit"), None);
        assert_eq!(of(".txt"), None);
    }
}
