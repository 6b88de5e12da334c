//! The options of `onrecord lint`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use onrecord_engine::rules::{Profile, Severity};

/// `onrecord lint`
#[derive(Args, Debug)]
pub(in crate::cli) struct LintArgs {
    /// Files and folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// How to print findings, and to which file if not to standard output (can be given several times)
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = output, default_value = "full",
          long_help = formats_help())]
    format: Vec<Output>,
    /// Run only these rules: codes, beginnings of codes, or names
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::cli) select: Vec<String>,
    /// Leave out these rules: codes, beginnings of codes, or names
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::cli) ignore: Vec<String>,
    /// The choice of rules to start from
    #[arg(long, value_enum)]
    pub(in crate::cli) profile: Option<ProfileName>,
    /// The level from which findings make the exit code 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t)]
    pub(in crate::cli) fail_on: FailOn,
    /// Print how many findings there are of each rule instead of the findings
    #[arg(long)]
    pub(in crate::cli) statistics: bool,
    /// Look through registries alone, not through transcripts
    #[arg(skip)]
    pub(in crate::cli) registries_only: bool,
    /// Read standard input, as if it were the file of this name
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) stdin_filename: Option<PathBuf>,
}

impl LintArgs {
    /// What `registry check` asks for: what is amiss in registries, and nothing of transcripts.
    pub(super) fn of_registries(paths: Vec<PathBuf>, format: Vec<Output>, fail_on: FailOn) -> Self {
        LintArgs {
            paths,
            format,
            select: vec!["REG".to_owned()],
            ignore: Vec::new(),
            profile: None,
            fail_on,
            statistics: false,
            registries_only: true,
            stdin_filename: None,
        }
    }

    /// Where findings are printed and how. Standard output is given to one of them only, and to none of them where it
    /// is wanted for statistics.
    pub(in crate::cli) fn outputs(&self) -> Vec<Output> {
        let to_stdout = self.format.iter().rfind(|output| output.file.is_none());
        let to_stdout = to_stdout.filter(|_| !self.statistics);
        let to_files = self.format.iter().filter(|output| output.file.is_some());
        to_stdout.into_iter().chain(to_files).cloned().collect()
    }

    /// Whether statistics are for a program.
    pub(in crate::cli) fn statistics_as_json(&self) -> bool {
        let json = [LintFormat::Json, LintFormat::Jsonl];
        let mut formats = self.format.iter();
        formats.any(|output| output.file.is_none() && json.contains(&output.format))
    }
}

/// A way to print findings, and where to.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Output {
    /// How.
    pub(in crate::cli) format: LintFormat,
    /// To which file; `None` is standard output.
    pub(in crate::cli) file: Option<PathBuf>,
}

/// How `lint` prints.
#[derive(ValueEnum, Clone, Copy, PartialEq, Debug)]
pub(in crate::cli) enum LintFormat {
    /// Drawn under the text.
    Full,
    /// One line a finding.
    Concise,
    /// Under the name of the file.
    Grouped,
    /// One array of objects.
    Json,
    /// One object a line.
    Jsonl,
}

/// Reads `FORMAT` or `FORMAT=FILE`.
pub(super) fn output(text: &str) -> Result<Output, String> {
    let (format, file) = match text.split_once('=') {
        Some((_, "")) => return Err("expected the name of a file after `=`".to_owned()),
        Some((format, file)) => (format, Some(PathBuf::from(file))),
        None => (text, None),
    };
    let format = LintFormat::from_str(format, false)
        .map_err(|_| format!("expected one of {}", format_names().join(", ")))?;
    Ok(Output { format, file })
}

fn format_names() -> Vec<String> {
    LintFormat::value_variants()
        .iter()
        .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
        .collect()
}

fn formats_help() -> String {
    format!(
        "How to print findings: {}. `FORMAT=FILE` writes them to a file; can be given several times",
        format_names().join(", ")
    )
}

/// The name of a profile.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub(in crate::cli) enum ProfileName {
    /// What the catalogue of rules says.
    Default,
    /// Opt-in rules too, and info becomes warning.
    Strict,
    /// Claims worth checking too.
    Triage,
    /// Only the form of transcripts.
    Form,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Profile {
        match name {
            ProfileName::Default => Profile::Default,
            ProfileName::Strict => Profile::Strict,
            ProfileName::Triage => Profile::Triage,
            ProfileName::Form => Profile::Form,
        }
    }
}

/// From which level findings make the exit code 1.
#[derive(ValueEnum, Clone, Copy, Default, Debug)]
pub(in crate::cli) enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    #[default]
    Warning,
    /// All but hints.
    Info,
    /// All.
    Hint,
    /// None.
    Never,
}

impl FailOn {
    /// The level; `None` is never.
    pub(in crate::cli) fn level(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Hint => Some(Severity::Hint),
            FailOn::Never => None,
        }
    }
}
