//! What rules about registries offer is taken, one offer at a time: it settles its finding and leaves a file that reads.

use crate::registry::RegistryFile;
use crate::rules::{Check, Finding, Fix, RULES, Severity};
use crate::testing::unmarked;

use super::{examples, findings};

/// Each rule about registries, how grave what it finds on its page is, and whether it offers anything there.
const OFFERS: [(&str, Severity, bool); 10] = [
    ("REG001", Severity::Error, false),
    ("REG002", Severity::Error, true),
    ("REG003", Severity::Error, true),
    ("REG004", Severity::Error, true),
    ("REG005", Severity::Error, true),
    ("REG006", Severity::Warning, true),
    ("REG007", Severity::Warning, true),
    ("REG008", Severity::Hint, false),
    ("REG009", Severity::Info, true),
    ("REG010", Severity::Info, true),
];

fn taken(text: &str, fix: &Fix) -> String {
    let mut text = text.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    text
}

/// What a finding says; two findings that say the same are told apart by how many there are.
fn saying(found: &[Finding], message: &str) -> usize {
    found.iter().filter(|f| f.message == message).count()
}

#[test]
fn an_offer_in_a_registry_settles_its_finding_and_breaks_nothing() {
    let about_registries: Vec<_> = RULES
        .iter()
        .filter(|rule| matches!(rule.check, Check::Registry(_)))
        .collect();
    assert_eq!(about_registries.len(), OFFERS.len());
    for (rule, (code, severity, is_offered)) in about_registries.into_iter().zip(OFFERS) {
        assert_eq!(rule.code, code);
        let mut n_offers = 0;
        for example in examples(rule) {
            let text = unmarked(&example.body);
            let n_problems = RegistryFile::parse(&text).1.len();
            let found = findings(rule, &text, None);
            for finding in &found {
                assert_eq!(finding.severity, severity, "{code}");
                for fix in &finding.fixes {
                    n_offers += 1;
                    let text = taken(&text, fix);
                    let left = findings(rule, &text, None);
                    let title = &fix.title;
                    assert!(left.len() < found.len(), "{code} {title}: {text}");
                    assert!(
                        saying(&left, &finding.message) < saying(&found, &finding.message),
                        "{code} {title}: {text}"
                    );
                    let problems = RegistryFile::parse(&text).1;
                    assert!(problems.len() <= n_problems, "{code} {title}: {problems:?}");
                }
            }
        }
        assert_eq!(n_offers > 0, is_offered, "{code}");
    }
}
