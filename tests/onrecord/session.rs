//! A session of the language server with an editor, good and bad.

/// Fixes and what else can be done to a document and its files.
mod actions;
/// Messages that make no sense, at a moment or at all: an error answer or nothing, never a dead server.
mod bad_input;
/// How the server ends, and when it must.
mod ending;
/// Faults of our own: a rule that panics costs its findings and nothing else.
mod faults;
/// What a person sees: findings, hover, outline, folds, fixes.
mod features;
/// Random edits of hostile text: afterwards nothing may tell the document from one freshly opened.
mod hostile;
/// The folder's index: what stands in transcripts that are not open.
mod index;
/// People and offices: where they are written, where they stand.
mod names;
/// Edits in order, answers from the newest text, and nobody waiting for the client.
mod order;
/// Project files: found, changed, broken, named by the editor.
mod projects;
/// Findings for clients that ask for them: by numbers, never told unasked.
mod pull;
/// What a reader of a transcript asks for: selections, names, colours, hints, links, completions, reported speech.
mod reading;
/// Registry files that are open.
mod registries;
/// Registries and the project file as they are typed.
mod sheets;
