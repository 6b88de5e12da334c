//! What typing and rearranging leave, held against a fresh opening after every step: line breaks, lines cut and moved, labels
//! pasted, undoing. A client that asks for findings keeps what it is told and is told changes only; so are its colours.

use std::cell::RefCell;

use onrecord_engine::text::{Encoding, Span, Text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::support::documents::{about, change};
use crate::support::editor::Editor;

/// Transcripts of several kinds, with what makes columns differ.
const TEXTS: [&str; 5] = [
    "\u{feff}Summit in Strelsau 🏰, 15 March 2023\r\n\r\nPresident Vladimir Putin: We met Sergey Lavrov 😀 yesterday. \
     “It will hold,” said Lavrov. It was stressed that the talks went on.\r\n\r\nMr. Lavrov: I said that Putin was late. \
     Officials said the road was closed. See https://example.org/a.\r\nIt went on.\r\n\r\n(Applause.)\r\n\r\n\
     President Vladimir Putin: Next year we will meet.\u{2028}Still me.\u{85}And more.\tTab.\r\n\r\nMr. Lavrov: Yes.\r\n",
    "Press conference\n\nTHE PRESIDENT: Good evening. Exports fell by 40 percent, Ona Reed said. “We will see,” she added.\n\n\
     Q: Was it stressed that the treaty failed? Officials say so.\n\nTHE PRESIDENT: No. (Laughter.)\n\n[Applause]\n\n\
     Q: Thank you. forces. on a hill.\n\nTHE PRESIDENT: It was.\n",
    "Interviewer: What did you see?\nŽižek: I saw 3,000 soldiers. According to Ona Reed, they left.\n\tStill here.\n\
     Interviewer: “Really?” Sources close to the palace said so.\nŽižek: Yes — really. Ona Reed said that it was over.\n\
     Interviewer: Thanks.\n",
    "STRELSAU, 4 May 2024 — Sergey Lavrov met Ona Reed on Friday, the ministry said in a statement. “It will hold,” said \
     Reed. She added that trade had grown by 7 percent.\n\nThe ministry published the following statement:\n\n\
     “We met. It was emphasized that the fight will continue.”\n\nEnd of the statement.\n\nCritics say it was closed.\n",
    "1  Q.  Please state your name.\n2  A.  Ona Reed.\n3  Q.  Did you say that it rained?\n4      MR. BLOM:  Objection.\n\
     5  A.  I said that Mr. Blom said it.\n6  Q.  When?\n7  A.  Yesterday, at 4 o’clock.\n",
];

/// What is typed.
const TYPED: [&str; 14] = [
    "a", " ", ".", ":", "“", "”", "\"", "😀", "e\u{301}", "A", "said ", ", ", "1984", "\u{2028}",
];

/// What is pasted at a line's start.
const PASTED: [&str; 8] = [
    "Ona Reed: ",
    "Q: ",
    "\nQ: What?\n\n",
    "THE PRESIDENT: ",
    "Mr. Lavrov: Yes.\r\n\r\n",
    "(Applause.)\n",
    "[Laughter]\n\n",
    "It was stressed that it rained. ",
];

/// What somebody does; numbers choose a place, whatever the length of the text.
#[derive(Clone, Debug)]
enum Step {
    Type(usize, &'static str),
    Break(usize),
    Erase(usize, usize),
    CutLine(usize),
    MoveLine(usize, usize),
    Paste(usize, &'static str),
    Clear,
    Undo,
}

fn some_steps() -> impl Strategy<Value = Vec<Vec<Step>>> {
    let place = || 0..10_000usize;
    let step = prop_oneof![
        6 => (place(), prop::sample::select(&TYPED[..])).prop_map(|(at, what)| Step::Type(at, what)),
        3 => place().prop_map(Step::Break),
        2 => (place(), 1..120usize).prop_map(|(at, n)| Step::Erase(at, n)),
        3 => place().prop_map(Step::CutLine),
        2 => (place(), place()).prop_map(|(from, to)| Step::MoveLine(from, to)),
        3 => (place(), prop::sample::select(&PASTED[..])).prop_map(|(at, what)| Step::Paste(at, what)),
        1 => Just(Step::Clear),
        4 => Just(Step::Undo),
    ];
    // One message may bring several steps.
    prop::collection::vec(prop::collection::vec(step, 1..4), 1..7)
}

/// A text and what undoes each step.
struct Desk {
    text: String,
    undo: Vec<(Span, String)>,
}

impl Desk {
    /// Takes a step: what is replaced, by what.
    fn take(&mut self, step: &Step) -> (Span, String) {
        let (span, with) = match *step {
            Step::Type(at, what) => (empty(self.place(at)), what.to_owned()),
            Step::Break(at) => {
                let end = if self.text.contains("\r\n") {
                    "\r\n"
                } else {
                    "\n"
                };
                (empty(self.place(at)), end.to_owned())
            }
            Step::Erase(at, n) => {
                let start = self.place(at);
                let end = self.boundary((start + n).min(self.text.len()));
                (Span::new(start, end.max(start)), String::new())
            }
            Step::CutLine(at) => (self.line(at), String::new()),
            Step::MoveLine(from, to) => {
                let line = self.line(from).of(&self.text).to_owned();
                (empty(self.line(to).start), line)
            }
            Step::Paste(at, what) => (empty(self.line(at).start), what.to_owned()),
            Step::Clear => (Span::new(0, self.text.len()), String::new()),
            Step::Undo => self.undo.pop().unwrap_or((Span::new(0, 0), String::new())),
        };
        let back = (
            Span::new(span.start, span.start + with.len()),
            span.of(&self.text).to_owned(),
        );
        if !matches!(step, Step::Undo) {
            self.undo.push(back);
        }
        self.text.replace_range(span.start..span.end, &with);
        (span, with)
    }

    fn place(&self, at: usize) -> usize {
        self.boundary(at % (self.text.len() + 1))
    }

    /// The next place at or before `at` that lies in no character and no line end.
    fn boundary(&self, mut at: usize) -> usize {
        let is_inside = |at: usize| {
            !self.text.is_char_boundary(at)
                || self.text[..at].ends_with('\r') && self.text[at..].starts_with('\n')
        };
        while is_inside(at) {
            at -= 1;
        }
        at
    }

    fn line(&self, at: usize) -> Span {
        let lines = self.text.split_inclusive('\n');
        let n_lines = lines.clone().count().max(1);
        let nth = at % n_lines;
        let start = lines.clone().take(nth).map(str::len).sum();
        let length = lines.clone().nth(nth).map_or(0, str::len);
        Span::new(start, start + length)
    }
}

fn empty(at: usize) -> Span {
    Span::new(at, at)
}

/// What a client has kept of a document from one answer to the next.
#[derive(Default)]
struct Kept {
    report: Option<String>,
    findings: Value,
    colours: Option<String>,
    data: Vec<Value>,
}

impl Kept {
    fn ask(&mut self, editor: &mut Editor, uri: &str) -> String {
        let mut params = about(uri);
        if let Some(report) = &self.report {
            params["previousResultId"] = report.as_str().into();
        }
        let mut report = editor.ask("textDocument/diagnostic", params);
        if report["kind"] == "full" {
            self.findings = report["items"].take();
        }
        self.report = report["resultId"].as_str().map(str::to_owned);
        let mut params = about(uri);
        let method = if let Some(colours) = &self.colours {
            params["previousResultId"] = colours.as_str().into();
            "textDocument/semanticTokens/full/delta"
        } else {
            "textDocument/semanticTokens/full"
        };
        let mut told = editor.ask(method, params);
        self.colours = told["resultId"].as_str().map(str::to_owned);
        if let Value::Array(edits) = told["edits"].take() {
            for edit in edits {
                let number = |key: &str| edit[key].as_u64().expect("a number") as usize;
                let (start, n) = (number("start"), number("deleteCount"));
                let come = edit["data"].as_array().cloned().unwrap_or_default();
                self.data.splice(start..start + n, come);
            }
        } else {
            self.data = told["data"].as_array().cloned().unwrap_or_default();
        }
        format!(
            "{:#}\n{:?}\n{}",
            self.findings,
            self.data,
            editor.everything(uri)
        )
    }
}

fn no_step_can_be_told_from_a_fresh_opening(name: &str, encoding: Encoding) {
    // The other one sees each text only freshly opened.
    let editors = [(); 2].map(|()| Editor::greet(&json!({
        "general": {"positionEncodings": [name]},
        "textDocument": {
            "diagnostic": {},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "publishDiagnostics": {"relatedInformation": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            "rename": {"prepareSupport": true},
        },
        "workspace": {"workspaceEdit": {"documentChanges": true}},
    })));
    let editors = RefCell::new(editors);
    let mut runner = TestRunner::new(Config {
        cases: 12,
        failure_persistence: None,
        max_shrink_iters: 60,
        ..Config::default()
    });
    let texts = prop::sample::select(&TEXTS[..]);
    let result = runner.run(&(texts, some_steps()), |(text, steps)| {
        let [editor, fresh] = &mut *editors.borrow_mut();
        let uri = "file:///edited/a.txt";
        let mut desk = Desk {
            text: text.to_owned(),
            undo: Vec::new(),
        };
        let mut kept = Kept::default();
        editor.open(uri, "transcript", 0, text);
        kept.ask(editor, uri);
        let mut differs = None;
        for (version, some) in (1..).zip(steps) {
            let changes = some.iter().map(|step| {
                let before = Text::from(desk.text.as_str());
                let (span, with) = desk.take(step);
                let [from, to] = [span.start, span.end].map(|at| {
                    let place = before.position(at, encoding);
                    (place.line, place.column)
                });
                change(from, to, &with)
            });
            editor.edit(uri, version, changes.collect());
            let one = kept.ask(editor, uri);
            fresh.open(uri, "transcript", version, &desk.text);
            let other = Kept::default().ask(fresh, uri);
            fresh.close(uri);
            if one != other {
                differs = Some((one, other));
                break;
            }
        }
        editor.close(uri);
        if let Some((one, other)) = differs {
            prop_assert_eq!(one, other);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{name}: {error}");
    }
}

#[test]
fn every_step_leaves_what_opening_the_text_would_give_in_utf_8() {
    no_step_can_be_told_from_a_fresh_opening("utf-8", Encoding::Utf8);
}

#[test]
fn every_step_leaves_what_opening_the_text_would_give_in_utf_16() {
    no_step_can_be_told_from_a_fresh_opening("utf-16", Encoding::Utf16);
}

#[test]
fn every_step_leaves_what_opening_the_text_would_give_in_utf_32() {
    no_step_can_be_told_from_a_fresh_opening("utf-32", Encoding::Utf32);
}
