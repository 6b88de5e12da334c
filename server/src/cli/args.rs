//! The commands and options of the program; no raw strings past this file.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};

use onrecord_engine::date::Date;
use onrecord_engine::rules::{Profile, Severity};

use crate::project::Options;

/// Who is speaking, who is that, who held that office that day, and who says so?
#[derive(Parser, Debug)]
#[command(name = "onrecord", version, about, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "Common options")]
pub(super) struct Common {
    /// Use this project file and no other
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no project files: built-in settings and registry only
    #[arg(long, global = true)]
    isolated: bool,
    /// Read this registry file too (can be given several times)
    #[arg(long, global = true, value_name = "FILE")]
    registry: Vec<PathBuf>,
    /// Take this date for every document's own: 2023, 2023-03 or 2023-03-15
    #[arg(long, global = true, value_name = "DATE", value_parser = date)]
    pub(super) date: Option<Date>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub(super) color: Color,
    /// Print results and errors only
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// How many files to work on at once (default: one a core)
    #[arg(long, global = true, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
}

impl Common {
    /// What the command line adds to the project files.
    pub(super) fn options(&self) -> Options {
        Options {
            config: self.config.clone(),
            isolated: self.isolated,
            registries: self.registry.clone(),
            date: self.date,
        }
    }
}

/// When to use colour.
#[derive(ValueEnum, Clone, Copy, Default, Debug)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// The same, as the streams understand it.
    pub(super) fn choice(self) -> ColorChoice {
        match self {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}

/// What to do.
#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Print the findings in transcripts
    Lint(LintArgs),
    /// Print everything read from each file, as JSON
    Inspect(InspectArgs),
    /// Tell which person or office some words mean on a day
    Who(WhoArgs),
    /// Run the language server on standard input and output
    Lsp,
}

/// `onrecord lint`
#[derive(Args, Debug)]
pub(super) struct LintArgs {
    /// Files and folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print findings, and to which file if not to standard output (can be given several times)
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = output, default_value = "full",
          long_help = formats_help())]
    format: Vec<Output>,
    /// Run only these rules: codes, beginnings of codes, or names
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Leave out these rules: codes, beginnings of codes, or names
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// The choice of rules to start from
    #[arg(long, value_enum)]
    pub(super) profile: Option<ProfileName>,
    /// The level from which findings make the exit code 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t)]
    pub(super) fail_on: FailOn,
    /// Print how many findings there are of each rule instead of the findings
    #[arg(long)]
    pub(super) statistics: bool,
    /// Read standard input, as if it were the file of this name
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<PathBuf>,
}

impl LintArgs {
    /// Where findings are printed and how. Standard output is given to one of them only, and to none of them where it
    /// is wanted for statistics.
    pub(super) fn outputs(&self) -> Vec<Output> {
        let to_stdout = self.format.iter().rfind(|output| output.file.is_none());
        let to_stdout = to_stdout.filter(|_| !self.statistics);
        let to_files = self.format.iter().filter(|output| output.file.is_some());
        to_stdout.into_iter().chain(to_files).cloned().collect()
    }

    /// Whether statistics are for a program.
    pub(super) fn statistics_as_json(&self) -> bool {
        let json = [LintFormat::Json, LintFormat::Jsonl];
        let mut formats = self.format.iter();
        formats.any(|output| output.file.is_none() && json.contains(&output.format))
    }
}

/// A way to print findings, and where to.
#[derive(Clone, Debug)]
pub(super) struct Output {
    /// How.
    pub(super) format: LintFormat,
    /// To which file; `None` is standard output.
    pub(super) file: Option<PathBuf>,
}

/// How `lint` prints.
#[derive(ValueEnum, Clone, Copy, PartialEq, Debug)]
pub(super) enum LintFormat {
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
fn output(text: &str) -> Result<Output, String> {
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
pub(super) enum ProfileName {
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
pub(super) enum FailOn {
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
    pub(super) fn level(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Hint => Some(Severity::Hint),
            FailOn::Never => None,
        }
    }
}

/// `onrecord inspect`
#[derive(Args, Debug)]
pub(super) struct InspectArgs {
    /// Files and folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: InspectFormat,
}

/// How `inspect` prints.
#[derive(ValueEnum, Clone, Copy, PartialEq, Default, Debug)]
pub(super) enum InspectFormat {
    /// One array of objects.
    #[default]
    Json,
    /// One object a line.
    Jsonl,
}

/// `onrecord who`
#[derive(Args, Debug)]
pub(super) struct WhoArgs {
    /// The words; `-` reads lines of `DATE<TAB>TEXT` from standard input
    #[arg(value_name = "TEXT")]
    pub(super) text: String,
    /// On which day: 2023, 2023-03 or 2023-03-15
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) on: Option<Date>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: WhoFormat,
}

/// How `who` prints.
#[derive(ValueEnum, Clone, Copy, PartialEq, Default, Debug)]
pub(super) enum WhoFormat {
    /// For people.
    #[default]
    Full,
    /// One object a question.
    Jsonl,
}

/// Reads a date of the command line.
fn date(text: &str) -> Result<Date, String> {
    Date::parse(text)
        .ok_or_else(|| "expected a date such as 2023-03-15, 2023-03 or 2023".to_owned())
}
