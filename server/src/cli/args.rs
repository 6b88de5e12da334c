//! The commands and options of the program; no raw strings past this room.

mod at;
mod lint;
mod registry;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use onrecord_engine::date::Date;

use crate::project::Options;

pub(super) use at::At;
pub(super) use lint::{LintArgs, LintFormat, Output};
pub(super) use registry::{ImportArgs, ImportFrom, RegistryCommand, RegistryFormat, ShowArgs};

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
    /// Print the turns of a transcript and what stands around them
    Outline(OutlineArgs),
    /// Tell why a place is read as it is: zones, labels, mentions, attributions, findings
    Explain(ExplainArgs),
    /// Print the page of a rule, or the list of all rules
    Rule(RuleArgs),
    /// Check, import or show registries of people and offices
    #[command(subcommand)]
    Registry(RegistryCommand),
    /// Write a commented project file, onrecord.toml, into the current folder
    Init,
    /// Run the language server on standard input and output
    Lsp(LspArgs),
    /// Print what a bug report needs: versions, files found, settings in force, sizes
    Doctor,
    /// Print completions for a shell
    Completions(CompletionsArgs),
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

/// `onrecord outline`
#[derive(Args, Debug)]
pub(super) struct OutlineArgs {
    /// The transcript; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TextOrJson,
}

/// `onrecord explain`
#[derive(Args, Debug)]
pub(super) struct ExplainArgs {
    /// The place; lines and columns count from 1, columns count characters
    #[arg(value_name = "FILE:LINE[:COL]")]
    pub(super) at: At,
}

/// `onrecord rule`
#[derive(Args, Debug)]
pub(super) struct RuleArgs {
    /// A code (ATT103), the beginning of one (ATT), or a name (agentless-report) [default: all rules]
    #[arg(value_name = "CODE or NAME")]
    pub(super) rule: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TextOrJson,
}

/// For people or for programs.
#[derive(ValueEnum, Clone, Copy, PartialEq, Default, Debug)]
pub(super) enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// `onrecord lsp`. Editors add these of their own accord; there is no other way to talk than the one they ask for.
#[derive(Args, Debug)]
pub(super) struct LspArgs {
    /// Talk over standard input and output
    #[arg(long, hide = true)]
    stdio: bool,
    /// The editor's process, which it also tells when it says hello
    #[arg(long = "clientProcessId", hide = true, value_name = "ID")]
    client_process_id: Option<u64>,
}

/// `onrecord completions`
#[derive(Args, Debug)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

/// Reads a date of the command line.
fn date(text: &str) -> Result<Date, String> {
    Date::parse(text)
        .ok_or_else(|| "expected a date such as 2023-03-15, 2023-03 or 2023".to_owned())
}
