//! `onrecord rule`: the page of a rule, or the list of all.

use std::io;

use onrecord_engine::rules::set::unknown_entry;
use onrecord_engine::rules::{self, RULES, Rule, Severity};
use serde_json::{Value, json};

use super::args::{RuleArgs, TextOrJson};
use super::outcome::{Outcome, Streams};

/// Runs the command.
pub(super) fn run(args: &RuleArgs, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let Some(asked) = &args.rule else {
        let all: Vec<&Rule> = RULES.iter().collect();
        list(&all, args.format, streams)?;
        return Ok(Outcome::Done);
    };
    if let Some(rule) = rules::find(asked) {
        match args.format {
            TextOrJson::Text => write!(streams.out, "{}", rule.page())?,
            TextOrJson::Json => writeln!(streams.out, "{}", object(rule))?,
        }
        return Ok(Outcome::Done);
    }
    let family: Vec<&Rule> = RULES.iter().filter(|rule| rule.answers_to(asked)).collect();
    if family.is_empty() {
        let near = unknown_entry(asked).and_then(|unknown| unknown.near);
        let hint = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        streams.error(format_args!("there is no rule `{asked}`{hint}"));
        return Ok(Outcome::Failed);
    }
    list(&family, args.format, streams)?;
    Ok(Outcome::Done)
}

fn list(rules: &[&Rule], format: TextOrJson, streams: &mut Streams<'_>) -> io::Result<()> {
    match format {
        TextOrJson::Json => {
            let objects: Vec<String> = rules.iter().map(|rule| object(rule).to_string()).collect();
            writeln!(streams.out, "[\n{}\n]", objects.join(",\n"))
        }
        TextOrJson::Text => {
            let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
            for rule in rules {
                let (name, summary) = (rule.name, rule.summary());
                writeln!(streams.out, "{}  {name:<width$}  {summary}", rule.code)?;
            }
            Ok(())
        }
    }
}

fn object(rule: &Rule) -> Value {
    let level = |level: Option<Severity>| level.map_or("off", Severity::name);
    json!({
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary(),
        "levels": {
            "narrative": level(rule.levels.narrative),
            "block": level(rule.levels.block),
            "turn": level(rule.levels.turn),
        },
        "page": rule.page(),
    })
}
