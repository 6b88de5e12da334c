//! Semantic tokens: what words are, whole, in part, and as what has changed since the last time.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use onrecord_engine::ide::{self, PAINTS, Paint};
use onrecord_engine::text::Span;
use tower_lsp::lsp_types::{
    Range, SemanticToken, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, Url,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::session::Session;

/// What a kind of words is called, and what in clients that do not know our name for it.
fn names(paint: Paint) -> (&'static str, SemanticTokenType) {
    match paint {
        Paint::Speaker => ("speaker", SemanticTokenType::CLASS),
        Paint::Person => ("person", SemanticTokenType::VARIABLE),
        Paint::Office => ("office", SemanticTokenType::TYPE),
        Paint::Organization => ("organization", SemanticTokenType::NAMESPACE),
        Paint::StageDirection => ("stageDirection", SemanticTokenType::COMMENT),
        Paint::UnsourcedClaim => ("unsourcedClaim", SemanticTokenType::MACRO),
        Paint::Cue => ("cue", SemanticTokenType::KEYWORD),
        Paint::Quotation => ("quotation", SemanticTokenType::STRING),
    }
}

/// What a client that knows these types is told the kinds are called: our names where it knows them.
pub(super) fn legend(known: &[SemanticTokenType]) -> Vec<SemanticTokenType> {
    let name = |paint: &Paint| {
        let (own, standard) = names(*paint);
        let own = SemanticTokenType::new(own);
        if known.contains(&own) { own } else { standard }
    };
    PAINTS.iter().map(name).collect()
}

/// The tokens each client has got last, by document: what a change is told against.
#[derive(Default)]
pub(super) struct Sent(Mutex<BTreeMap<Url, (String, Vec<SemanticToken>)>>);

impl Sent {
    /// Forgets a document that was closed.
    pub(super) fn forget(&self, uri: &Url) {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sent.remove(uri);
    }

    /// Remembers what is sent now, and answers what was sent before.
    fn replace(
        &self,
        uri: &Url,
        id: &str,
        data: &[SemanticToken],
    ) -> Option<(String, Vec<SemanticToken>)> {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sent.insert(uri.clone(), (id.to_owned(), data.to_vec()))
    }
}

/// All tokens of the document.
pub(super) fn full(session: &Session, view: &View, uri: &Url) -> Option<SemanticTokens> {
    let data = tokens(session.agreed(), view, None)?;
    let id = session.reports.number().to_string();
    session.sent_tokens.replace(uri, &id, &data);
    Some(SemanticTokens {
        result_id: Some(id),
        data,
    })
}

/// What has changed since the tokens called `previous`; all of them if those are not known any more.
pub(super) fn delta(
    session: &Session,
    view: &View,
    uri: &Url,
    previous: &str,
) -> Option<SemanticTokensFullDeltaResult> {
    let data = tokens(session.agreed(), view, None)?;
    let id = session.reports.number().to_string();
    let before = session.sent_tokens.replace(uri, &id, &data);
    Some(match before {
        Some((known, before)) if known == previous => SemanticTokensDelta {
            result_id: Some(id),
            edits: edits(&before, &data),
        }
        .into(),
        _ => SemanticTokens {
            result_id: Some(id),
            data,
        }
        .into(),
    })
}

/// The tokens that touch a part of the document.
pub(super) fn range(session: &Session, view: &View, range: Range) -> Option<SemanticTokens> {
    let data = tokens(session.agreed(), view, Some(range))?;
    Some(SemanticTokens {
        result_id: None,
        data,
    })
}

/// The one edit that makes `after` of `before`: none if they are the same.
fn edits(before: &[SemanticToken], after: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = |(one, other): &(&SemanticToken, &SemanticToken)| one == other;
    let head = before.iter().zip(after).take_while(same).count();
    let (before, after) = (&before[head..], &after[head..]);
    let tail = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take_while(same)
        .count();
    let (gone, come) = (&before[..before.len() - tail], &after[..after.len() - tail]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    // Five numbers make a token, and the protocol counts numbers.
    vec![SemanticTokensEdit {
        start: 5 * head as u32,
        delete_count: 5 * gone.len() as u32,
        data: (!come.is_empty()).then(|| come.to_vec()),
    }]
}

fn tokens(agreed: &Agreed, view: &View, range: Option<Range>) -> Option<Vec<SemanticToken>> {
    let record = view.record.as_deref().filter(|_| view.is_ours)?;
    let frame = Frame::of(record, agreed);
    let part = match range {
        Some(range) => frame.span(range)?,
        None => Span::new(0, record.content().len()),
    };
    let mut tokens = Vec::new();
    let (mut line, mut column) = (0, 0);
    for stroke in ide::paint(record, &view.findings, part) {
        let kind = PAINTS.iter().position(|paint| *paint == stroke.kind)?;
        for span in on_lines(record.content(), stroke.span) {
            let start = frame.position(span.start);
            if start.line != line {
                column = 0;
            }
            tokens.push(SemanticToken {
                delta_line: start.line - line,
                delta_start: start.character - column,
                length: frame.encoding.units(span.of(record.content())) as u32,
                token_type: kind as u32,
                token_modifiers_bitset: 0,
            });
            (line, column) = (start.line, start.character);
        }
    }
    Some(tokens)
}

/// The parts of a span that stand on one line each: hardly a client takes tokens over several.
fn on_lines(content: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = span.start;
    let pieces = span.of(content).split(['\n', '\r']);
    pieces.filter_map(move |piece| {
        let start = at;
        at += piece.len() + 1;
        (!piece.trim().is_empty()).then(|| Span::new(start, start + piece.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(delta_start: u32) -> SemanticToken {
        SemanticToken {
            delta_line: 0,
            delta_start,
            length: 1,
            token_type: 0,
            token_modifiers_bitset: 0,
        }
    }

    #[test]
    fn an_edit_of_the_numbers_makes_one_list_of_the_other() {
        let lists: [&[u32]; 6] = [&[], &[1], &[1, 2], &[1, 3, 2], &[2, 2, 2], &[2, 2]];
        for before in lists {
            for after in lists {
                let [before, after] = [before, after].map(|list| -> Vec<SemanticToken> {
                    list.iter().map(|number| token(*number)).collect()
                });
                let mut made = before.clone();
                for edit in edits(&before, &after) {
                    let start = edit.start as usize / 5;
                    let end = start + edit.delete_count as usize / 5;
                    made.splice(start..end, edit.data.unwrap_or_default());
                }
                assert_eq!(made, after);
            }
        }
    }

    #[test]
    fn a_client_is_told_the_names_it_knows() {
        let known = [SemanticTokenType::new("speaker"), SemanticTokenType::STRING];
        let legend = legend(&known);
        assert_eq!(legend[0].as_str(), "speaker");
        assert_eq!(legend[1].as_str(), "variable");
        assert_eq!(legend[7].as_str(), "string");
    }
}
