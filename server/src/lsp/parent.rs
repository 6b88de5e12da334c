//! Ends the server when the editor that started it is gone.
//!
//! A killed editor says no `exit`, and something else may hold our standard input open; servers that only wait for its end
//! live on for days (LSP 3.17, `InitializeParams.processId`).

use std::time::Duration;

use crate::lsp::exit::Exit;

/// How often the editor is looked for.
const EVERY: Duration = Duration::from_secs(1);

/// Watches the process `id` from a plain thread. A process that cannot be seen now (the editor is in another container)
/// is not watched.
pub(super) fn watch(id: u32, exit: Exit) {
    let Some(editor) = Process::find(id) else {
        tracing::info!("the editor's process {id} cannot be seen from here; not watched");
        return;
    };
    let watching = std::thread::Builder::new()
        .name("onrecord-parent".to_owned())
        .spawn(move || {
            while editor.is_alive() {
                std::thread::sleep(EVERY);
            }
            exit.leave();
            // The connection may hang on a pipe nobody reads any more.
            std::thread::sleep(EVERY);
            std::process::exit(i32::from(exit.status()));
        });
    if let Err(error) = watching {
        tracing::warn!("the editor's process is not watched: {error}");
    }
}

/// A process that was alive when it was found.
#[cfg(unix)]
struct Process {
    id: rustix::process::Pid,
    is_parent: bool,
}

#[cfg(unix)]
impl Process {
    fn find(id: u32) -> Option<Process> {
        let id = rustix::process::Pid::from_raw(i32::try_from(id).ok()?)?;
        let process = Process {
            id,
            is_parent: rustix::process::getppid() == Some(id),
        };
        process.is_alive().then_some(process)
    }

    fn is_alive(&self) -> bool {
        // A dead parent is replaced at once, even while its own parent has not taken note and its number is still in use.
        if self.is_parent && rustix::process::getppid() != Some(self.id) {
            return false;
        }
        rustix::process::test_kill_process(self.id) != Err(rustix::io::Errno::SRCH)
    }
}

/// Elsewhere the end of standard input has to do.
#[cfg(not(unix))]
struct Process;

#[cfg(not(unix))]
impl Process {
    fn find(_: u32) -> Option<Process> {
        None
    }

    fn is_alive(&self) -> bool {
        true
    }
}
