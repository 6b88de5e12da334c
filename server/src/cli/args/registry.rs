//! The options of `onrecord registry`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use onrecord_engine::date::Date;

use super::date;
use super::lint::{FailOn, LintArgs, Output};

/// `onrecord registry`
#[derive(Subcommand, Debug)]
pub(in crate::cli) enum RegistryCommand {
    /// Print what is wrong in registry files: ids that lead nowhere, overlapping terms, reversed dates
    Check(RegistryCheckArgs),
    /// Make a registry file of office holders from another register
    Import(ImportArgs),
    /// Print a person or post with all terms, their sources, and where each is written
    Show(ShowArgs),
}

/// `onrecord registry check`
#[derive(Args, Debug)]
pub(in crate::cli) struct RegistryCheckArgs {
    /// Registry files, and folders whose projects name some [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print findings, and to which file if not to standard output
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = super::lint::output, default_value = "full")]
    format: Vec<Output>,
    /// The level from which findings make the exit code 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t)]
    fail_on: FailOn,
}

impl RegistryCheckArgs {
    /// The same as options of `lint`.
    pub(in crate::cli) fn as_lint(&self) -> LintArgs {
        LintArgs::of_registries(self.paths.clone(), self.format.clone(), self.fail_on)
    }
}

/// `onrecord registry import`
#[derive(Args, Debug)]
pub(in crate::cli) struct ImportArgs {
    /// Files of the other register, all of one kind
    #[arg(value_name = "FILE", required = true)]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// What kind of register it is [default: as its content shows]
    #[arg(long, value_enum, value_name = "KIND")]
    pub(in crate::cli) from: Option<ImportFrom>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: RegistryFormat,
    /// Write it to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// The state whose offices they are, as its code (SY) or name, where the register does not say
    #[arg(long, value_name = "STATE")]
    pub(in crate::cli) state: Option<String>,
    /// What the register is called, for the `source` of every term
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) source: Option<String>,
    /// The day the copy was made: later, an open term is not known to go on
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) retrieved: Option<Date>,
}

/// What a register to import is.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum ImportFrom {
    /// A table of office holders with Wikidata ids
    WikidataCsv,
    /// The JSON result of a Wikidata query
    WikidataJson,
    /// Popolo JSON, as EveryPolitician has it
    Popolo,
    /// YAML of the congress-legislators project
    CongressLegislators,
}

/// How a registry file is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::cli) enum RegistryFormat {
    /// Our own.
    #[default]
    Toml,
    /// Popolo JSON.
    Popolo,
}

/// `onrecord registry show`
#[derive(Args, Debug)]
pub(in crate::cli) struct ShowArgs {
    /// An id (ada-vane, wikidata:Q1), a name, or an office [default: what the registry is made of]
    #[arg(value_name = "ID or NAME")]
    pub(in crate::cli) what: Option<String>,
}
