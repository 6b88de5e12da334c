//! Symbols of the workspace: who speaks, who and what office is named, and the turns, in every open document and every
//! transcript of the folder.

use std::sync::Arc;

use onrecord_engine::ide::letters::folded;
use onrecord_engine::ide::{Target, targets};
use onrecord_engine::text::Span;
use tower_lsp::lsp_types::{Location, SymbolInformation, SymbolKind, Url};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::{Frame, kind_of_named};
use crate::lsp::document::View;
use crate::lsp::index::{Entry, Place, file_name};
use crate::lsp::session::Session;

/// How many are told at once; a longer query tells others.
const MOST: usize = 1000;

/// The symbols whose names match `query`, best first, then people before offices before turns, then by place.
pub(super) fn symbols(
    session: &Session,
    open: &[(Url, Arc<View>)],
    query: &str,
) -> Vec<SymbolInformation> {
    let query = Query::of(query);
    let mut found: Vec<(Rank, SymbolInformation)> = Vec::new();
    for (uri, view) in open {
        of_document(session.agreed(), view, uri, &query, &mut found);
    }
    for (uri, entry) in session.index.closed(open) {
        of_file(&entry, &uri, &query, &mut found);
    }
    // Stable: what ranks alike stays in the order of documents and places.
    found.sort_by_key(|(rank, _)| *rank);
    found.truncate(MOST);
    found.into_iter().map(|(_, symbol)| symbol).collect()
}

/// How well a name matches, then what it is; smaller is better.
type Rank = (u8, u8);

/// The symbols of a transcript that is not open.
fn of_file(entry: &Entry, uri: &Url, query: &Query, found: &mut Vec<(Rank, SymbolInformation)>) {
    let document = file_name(uri);
    let mut add = |name: String, kind: SymbolKind, order: u8, place: Place| {
        let Some(rank) = rank(&name, query) else {
            return;
        };
        #[allow(
            deprecated,
            reason = "the type cannot be made without its deprecated field"
        )]
        let symbol = SymbolInformation {
            name,
            kind,
            tags: None,
            deprecated: None,
            location: Location::new(uri.clone(), place.range()),
            container_name: document.clone(),
        };
        found.push(((rank, order), symbol));
    };
    for named in &entry.named {
        if let Some(first) = named.places.first() {
            let kind = kind_of_named(named.office);
            add(named.name.clone(), kind, u8::from(named.office), *first);
        }
    }
    for (words, place) in &entry.turns {
        add(format!("{words}:"), SymbolKind::METHOD, 2, *place);
    }
}

fn of_document(
    agreed: &Agreed,
    view: &View,
    uri: &Url,
    query: &Query,
    found: &mut Vec<(Rank, SymbolInformation)>,
) {
    let Some(record) = view.record.as_deref().filter(|_| view.is_ours) else {
        return;
    };
    let frame = Frame::of(record, agreed);
    let document = Some(record.name().to_owned()).filter(|name| !name.is_empty());
    let mut add = |name: String, kind: SymbolKind, order: u8, span: Span| {
        let Some(rank) = rank(&name, query) else {
            return;
        };
        #[allow(
            deprecated,
            reason = "the type cannot be made without its deprecated field"
        )]
        let symbol = SymbolInformation {
            name,
            kind,
            tags: None,
            deprecated: None,
            location: Location::new(uri.clone(), frame.range(span)),
            container_name: document.clone(),
        };
        found.push(((rank, order), symbol));
    };
    for named in targets::named(record) {
        let name = named.target.name(record.registry());
        let office = matches!(named.target, Target::Post(_));
        add(name, kind_of_named(office), u8::from(office), named.place);
    }
    for turn in &record.transcript().turns {
        let label = turn.label.span;
        let words = label.of(record.content()).split_whitespace();
        let words = words.collect::<Vec<_>>().join(" ");
        add(format!("{words}:"), SymbolKind::METHOD, 2, label);
    }
}

/// What was typed, as names are held against it.
struct Query {
    /// Without case, accents and the blanks around it.
    whole: String,
    /// Each word of it.
    words: Vec<String>,
}

impl Query {
    fn of(typed: &str) -> Query {
        let whole = folded(typed.trim());
        let words = whole.split_whitespace().map(str::to_owned).collect();
        Query { whole, words }
    }
}

/// How well a name matches what was typed: from its start; from a word's start, or word by word in any order; anywhere;
/// letter by letter. `None` if it does not. Case and accents do not matter.
fn rank(name: &str, query: &Query) -> Option<u8> {
    let name = folded(name);
    if name.starts_with(&query.whole) {
        return Some(0);
    }
    let begins_word = |words: &str| {
        let mut places = name.match_indices(words).map(|(at, _)| &name[..at]);
        places.any(|before| !before.ends_with(char::is_alphanumeric))
    };
    if begins_word(&query.whole) || query.words.iter().all(|word| begins_word(word)) {
        return Some(1);
    }
    if query.words.iter().all(|word| name.contains(word.as_str())) {
        return Some(2);
    }
    let mut letters = name.chars();
    let mut wanted = query.whole.chars().filter(|letter| *letter != ' ');
    let scattered = wanted.all(|wanted| letters.any(|letter| letter == wanted));
    scattered.then_some(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_matches_from_its_start_best_and_letter_by_letter_least() {
        let rank = |name, query: &str| rank(name, &Query::of(query));
        assert_eq!(rank("Ada Vane", ""), Some(0));
        assert_eq!(rank("Ada Vane", " ada "), Some(0));
        assert_eq!(rank("Ada Vane", "van"), Some(1));
        assert_eq!(rank("Ada Vane", "vane ad"), Some(1));
        assert_eq!(rank("Ada Vane", "ane"), Some(2));
        assert_eq!(rank("Ada Vane", "ane ad"), Some(2));
        assert_eq!(rank("Ada Vane", "avn"), Some(3));
        assert_eq!(rank("Ada Vane", "nav"), None);
        assert_eq!(rank("Ada Vane", "*"), None);
    }

    #[test]
    fn a_name_is_found_without_its_accents_and_in_any_script() {
        let rank = |name, query: &str| rank(name, &Query::of(query));
        assert_eq!(rank("Émile Žižek", "zizek emile"), Some(1));
        assert_eq!(rank("Téo Łukasz", "Lukasz"), Some(1));
        assert_eq!(rank("Émile Žižek", "ŽIŽ"), Some(1));
        assert_eq!(rank("Елена Вихрова", "ВИХ ел"), Some(1));
    }
}
