use std::process::Command;

use serde_json::{Value, json};

use crate::support::documents::about;
use crate::support::editor::Editor;

#[test]
fn exit_after_shutdown_ends_with_0_while_the_input_is_held_open() {
    let mut editor = Editor::greet(&json!({}));
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ends(), Some(0));
}

#[test]
fn exit_sent_together_with_shutdown_still_lets_the_answer_out() {
    let mut editor = Editor::greet(&json!({}));
    let shutdown = editor.request("shutdown", Value::Null);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.answer(shutdown)["result"], Value::Null);
    assert_eq!(editor.ends(), Some(0));
}

#[test]
fn exit_without_shutdown_ends_with_1() {
    let mut editor = Editor::greet(&json!({}));
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ends(), Some(1));
}

#[test]
fn exit_before_any_greeting_ends_with_1() {
    let mut editor = Editor::start();
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ends(), Some(1));
}

#[test]
fn exit_does_not_wait_for_a_long_text_to_be_read() {
    let mut editor = Editor::greet(&json!({}));
    let text = "President Novak: We met, and it was stressed that we met.\n\n".repeat(100_000);
    editor.open("file:///long.transcript.txt", "transcript", 1, &text);
    editor.request(
        "textDocument/documentSymbol",
        about("file:///long.transcript.txt"),
    );
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ends(), Some(1));
}

#[test]
fn the_end_of_the_input_ends_the_server_at_any_moment() {
    let mut silent = Editor::start();
    silent.hang_up();
    assert_eq!(silent.ends(), Some(0));

    let mut greeted = Editor::greet(&json!({}));
    greeted.open(
        "file:///a.transcript.txt",
        "transcript",
        1,
        "President Novak: We met.\n",
    );
    greeted.hang_up();
    assert_eq!(greeted.ends(), Some(0));

    let mut cut_off = Editor::greet(&json!({}));
    cut_off.send_raw(b"Content-Length: 100\r\n\r\n{\"jsonrpc\"");
    cut_off.hang_up();
    assert_eq!(cut_off.ends(), Some(0));
}

#[test]
#[cfg(unix)]
fn the_server_ends_when_the_editor_is_killed_though_its_input_stays_open() {
    // A shell stands for the editor: it starts the server, which shares our ends of the pipes, and is killed.
    let mut editor = Editor::start_by(
        Command::new("sh")
            .args(["-c", "exec 3<&0; \"$0\" lsp <&3 & wait"])
            .arg(env!("CARGO_BIN_EXE_onrecord")),
    );
    let shell = editor.process_id();
    editor.ask(
        "initialize",
        json!({"processId": shell, "rootUri": null, "capabilities": {}}),
    );
    editor.kill();
    editor.falls_silent();
}

#[test]
#[cfg(unix)]
fn the_server_ends_when_an_editor_that_is_not_its_parent_is_gone() {
    let mut other = Command::new("sleep")
        .arg("600")
        .spawn()
        .expect("sleep is everywhere");
    let mut editor = Editor::start();
    editor.ask(
        "initialize",
        json!({"processId": other.id(), "rootUri": null, "capabilities": {}}),
    );
    other.kill().expect("it is ours");
    other.wait().expect("it is ours");
    editor.falls_silent();
    assert_eq!(editor.ends(), Some(1));
}

#[test]
#[cfg(unix)]
fn an_editor_that_cannot_be_seen_is_not_taken_for_dead() {
    let mut gone = Command::new("true").spawn().expect("true is everywhere");
    gone.wait().expect("it is ours");
    let mut editor = Editor::start();
    editor.ask(
        "initialize",
        json!({"processId": gone.id(), "rootUri": null, "capabilities": {}}),
    );
    editor.tell("initialized", json!({}));
    editor.open("untitled:a", "transcript", 1, "President Novak: We met.\n");
    editor.diagnostics_of("untitled:a", 1);
    editor.ask("shutdown", Value::Null);
}
