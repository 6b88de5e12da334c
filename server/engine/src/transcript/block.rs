//! Reproduced statements: the sentence that introduces one, and who issued it.

use crate::text::Span;
use crate::transcript::furniture::DOCUMENTS;
use crate::transcript::lexicon::fold;
use crate::transcript::line::{Line, is_space};

/// Verbs by which an institution puts out a statement.
const ISSUES: &str = include_str!("issues.txt");

/// The issuer (document bytes) if `line` introduces a reproduced statement: it ends in a colon, names a document,
/// says that its text follows, and names an institution as its source. "The following is a video report of the
/// meeting:" names no source and introduces none.
pub(crate) fn introduced_issuer(text: &str, line: Line) -> Option<Span> {
    let words = line.of(text);
    let body = words
        .trim_end_matches(['*', '_'])
        .strip_suffix([':', '：'])?;
    // Each phrase below has one of these letters; most labels on a line of their own have none.
    let may_follow = body.bytes().any(|byte| matches!(byte | 0x20, b'f' | b'x'));
    if body.len() > 400 || !may_follow {
        return None;
    }
    let folded = body.to_lowercase();
    let follows = [
        "following",
        "full text",
        "as follows",
        "text below",
        "in full",
        "text of the",
    ]
    .iter()
    .any(|phrase| folded.contains(phrase));
    if !follows {
        return None;
    }
    let says = [
        "issued",
        "released",
        "published",
        "said",
        "stated",
        "offered",
    ];
    let has = |list: &[&str]| {
        folded
            .split(|c: char| !c.is_alphabetic())
            .any(|word| list.contains(&word))
    };
    let documented = has(&DOCUMENTS) || folded.contains("press release");
    if !(documented || has(&says)) {
        return None;
    }
    let place = |span: Span| Span::new(span.start + line.first, span.end + line.first);
    giver(body).or_else(|| subject(body)).map(place)
}

/// "… issued by the Ministry of Weather": the words after "by", or after "of" and "from" behind a document noun.
fn giver(body: &str) -> Option<Span> {
    let words = spans(body);
    let at = words.windows(2).rposition(|two| {
        let (before, word) = (fold(two[0].of(body)), fold(two[1].of(body)));
        word == "by"
            || (matches!(word.as_str(), "from" | "of") && DOCUMENTS.contains(&before.as_str()))
    })?;
    let rest = &words[at + 2..];
    let stops = [
        "on",
        "in",
        "after",
        "at",
        "following",
        "about",
        "regarding",
        "via",
        "today",
        "yesterday",
        "during",
    ];
    let n = rest
        .iter()
        .position(|word| stops.contains(&fold(word.of(body)).as_str()))
        .unwrap_or(rest.len());
    institution(body, &rest[..n])
}

/// "The Ministry of Weather issued …": the words before the verb of issuing.
fn subject(body: &str) -> Option<Span> {
    let words = spans(body);
    let verb = words
        .iter()
        .position(|word| ISSUES.lines().any(|verb| verb == fold(word.of(body))))?;
    institution(body, &words[..verb])
}

/// The span of `words` if they name something: a capital letter beyond the first "The", no clause of their own.
fn institution(body: &str, words: &[Span]) -> Option<Span> {
    let (first, last) = (words.first()?, words.last()?);
    let span = Span::new(first.start, last.end);
    let name = span.of(body).trim_end_matches([',', '.']);
    let named = words.iter().enumerate().any(|(at, word)| {
        let word = word.of(body);
        word.starts_with(char::is_uppercase)
            && !(at == 0
                && matches!(
                    fold(word).as_str(),
                    "the" | "a" | "this" | "here" | "in" | "he" | "she" | "it" | "they" | "we"
                ))
    });
    let plain = words.len() <= 12
        && !name.contains([',', ';'])
        && !words.iter().any(|word| {
            matches!(
                fold(word.of(body)).as_str(),
                "following" | "is" | "are" | "was" | "were" | "full"
            )
        });
    (named && plain).then(|| Span::new(span.start, span.start + name.len()))
}

fn spans(body: &str) -> Vec<Span> {
    body.split(is_space)
        .filter(|word| !word.is_empty())
        .map(|word| {
            let start = word.as_ptr() as usize - body.as_ptr() as usize;
            Span::new(start, start + word.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::line::lines;

    fn issuer(text: &str) -> Option<&str> {
        introduced_issuer(text, lines(text, 0)[0]).map(|span| span.of(text))
    }

    #[test]
    fn an_institution_that_offers_a_statement_is_its_issuer() {
        assert_eq!(
            issuer("The Ruritanian Presidency offered the following official statement:"),
            Some("The Ruritanian Presidency")
        );
        assert_eq!(
            issuer("The Freedonian foreign ministry has released the following text:"),
            Some("The Freedonian foreign ministry")
        );
        assert_eq!(
            issuer("Following is the full text of the communique issued by the Council of Ports:"),
            Some("the Council of Ports")
        );
    }

    #[test]
    fn a_report_or_a_list_has_no_issuer() {
        assert_eq!(
            issuer("The following is a video report with the full transcript of the exchange:"),
            None
        );
        assert_eq!(
            issuer("The Freedonian foreign ministry said in a statement: the talks went on."),
            None
        );
        assert_eq!(
            issuer("Among those is the meeting of the two ministers:"),
            None
        );
        assert_eq!(issuer("They discussed the following topics:"), None);
    }
}
