//! A session of the language server with an editor, good and bad.
//!
//! What keeps a server of this kind alive, and where it is held:
//!
//! | what must hold | test |
//! | --- | --- |
//! | an edit takes effect before anything that comes after it | `order`: `ten_thousand_edits…`, `a_request_sent_after_an_edit…` |
//! | stale work never starts, and one document does not hold up another | `order`: `a_long_text…`, `hostile`, `steps` |
//! | an answer about places of a text that has moved on says so | `order`: `a_request_about_places…` |
//! | nothing waits for the client; settings are asked for once a change | `order`: `a_client_that_never_answers…`, `settings_are_asked_for_once…` |
//! | late, double and unasked-for replies do no harm | `order`: `a_client_that_never_answers…` |
//! | hundreds of open requests do not stop the reading of messages | `order`: `a_long_text…`, `a_request_that_is_called_off…` |
//! | `exit` ends the process at once, with the right code | `ending`: `exit_…` |
//! | the end of the input and the death of the editor end it too | `ending`: `the_end_of_the_input…`, `the_server_ends_when…` |
//! | a fault of ours costs its own findings, is told once, and never touches the output | `faults` |
//! | the greeting reads nothing, writes nothing and says nothing | `order`: `the_greeting_is_answered…` |
//! | a document need not have a place on disk | `features`: `a_document_without_a_place…` |
//! | no encoding is used that was not offered | `features`: `an_encoding_is_agreed…` |

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
/// Fixes of findings about names, offices and registries: chosen in an editor, applied, and the finding is gone.
mod fixes;
/// Random edits of hostile text: afterwards nothing may tell the document from one freshly opened.
mod hostile;
/// The folder's index: what stands in transcripts that are not open.
mod index;
/// People and offices: where they are written, where they stand.
mod names;
/// What rules about sources and wording offer, taken over the wire.
mod offers;
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
/// Typing and rearranging, step by step: no step may be told from a fresh opening.
mod steps;
