//! Every pack is read whole, and its sentences say what its own tests say.

use super::*;
use crate::reading::class::Class;
use crate::reading::{Language, Opening, read};
use crate::registry::Registry;
use crate::text::LocalSpan;
use crate::transcript::Zone;

/// The sentences a pack must bring along at least.
const LEAST: usize = 100;

const TESTS: &[(&str, &str)] = &[
    ("en", include_str!("../packs/en/tests.toml")),
    ("ru", include_str!("../packs/ru/tests.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// Each attribution as "source | cue | content | grade".
    says: Option<Vec<String>>,
    /// What makes strong claims of it, each as "kind: words"; forecasts and events left out.
    claims: Option<Vec<String>>,
}

/// What makes strong claims of a text.
fn claims(text: &str, language: Language) -> Vec<String> {
    let opening = Opening {
        zone: Zone::Narrative,
        in_quote: false,
        language,
    };
    let reading = read(text, opening, &Registry::default());
    let triggers = reading
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.triggers);
    triggers
        .filter(|trigger| trigger.kind.is_strong())
        .map(|trigger| format!("{}: {}", trigger.kind.name(), trigger.span.of(text)))
        .collect()
}

fn says(text: &str, language: Language) -> Vec<String> {
    let opening = Opening {
        zone: Zone::Narrative,
        in_quote: false,
        language,
    };
    let of = |span: Option<LocalSpan>| span.map_or("-", |span| span.of(text));
    read(text, opening, &Registry::default())
        .attributions
        .iter()
        .map(|found| {
            let (source, cue, content) = (of(found.source), of(found.cue), of(found.content));
            format!("{source} | {cue} | {content} | {}", found.grade.name())
        })
        .collect()
}

#[test]
fn every_pack_reads_its_own_sentences_as_it_says() {
    assert_eq!(TESTS.len(), PACKS.len(), "every pack has its tests");
    let mut wrong = Vec::new();
    for (code, file) in TESTS {
        let language = Language::of(code).expect("every test has its pack");
        let cases: Cases = toml::from_str(file).expect("the tests can be read");
        assert!(cases.case.len() >= LEAST, "{code} has {}", cases.case.len());
        for case in cases.case {
            assert!(
                case.says.is_some() || case.claims.is_some(),
                "{} wants nothing",
                case.text
            );
            let pairs = [
                (says(&case.text, language), case.says),
                (claims(&case.text, language), case.claims),
            ];
            for (found, wanted) in pairs {
                if let Some(wanted) = wanted.filter(|wanted| *wanted != found) {
                    wrong.push(format!(
                        "{}\n  found  {found:?}\n  wanted {wanted:?}",
                        case.text
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_pack_can_be_read_and_names_only_classes_there_are() {
    for (code, files) in PACKS {
        let written = Written::read(files.pack);
        assert_eq!(written.language, *code);
        assert!(Script::named(&written.script).is_some(), "{code}");
        let gendered = [&written.traits.feminine, &written.traits.masculine];
        assert!(gendered.iter().all(|words| words.is_sorted()), "{code}");
        for class in written.endings.keys() {
            assert!(Class::named(class).is_some(), "{code}: {class}");
        }
        for file in files.words {
            for (class, words) in lists(file) {
                assert!(Class::named(&class).is_some(), "{code}: {class}");
                let mut sorted = words.clone();
                sorted.sort();
                sorted.dedup();
                assert_eq!(words, sorted, "{code}: {class} is not sorted");
            }
        }
    }
}
