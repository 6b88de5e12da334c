//! Logs: to standard error or a file, never to standard output, and never in the way.
//!
//! A client need not read our standard error; a full pipe would stop whoever writes to it.
//! So a thread of its own writes, and what it cannot keep up with is dropped.

use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::project::files;

/// How many lines may wait.
const LINES_WAITING: usize = 1024;

/// Sends all logs to the file that `ONRECORD_LOG_FILE` names, at its end, else to standard error. `ONRECORD_LOG` says how
/// much, in the syntax of tracing's filters; warnings and worse by default.
pub(super) fn start() {
    let file = std::env::var_os("ONRECORD_LOG_FILE").filter(|path| !path.is_empty());
    let file = file.map(|path| files::append(Path::new(&path)));
    let (mut output, trouble): (Box<dyn Write + Send>, _) = match file {
        Some(Ok(file)) => (file, None),
        Some(Err(error)) => (Box::new(io::stderr()), Some(error)),
        None => (Box::new(io::stderr()), None),
    };
    let (lines, waiting) = sync_channel::<Vec<u8>>(LINES_WAITING);
    let writer = std::thread::Builder::new()
        .name("onrecord-log".to_owned())
        .spawn(move || {
            for line in waiting {
                if output.write_all(&line).is_err() {
                    break;
                }
            }
        });
    if writer.is_err() {
        return;
    }
    let filter = EnvFilter::try_from_env("ONRECORD_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    // A second call in one process (a test) keeps the first one's choice.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Lines(lines))
        .try_init();
    if let Some(error) = trouble {
        tracing::warn!("the file ONRECORD_LOG_FILE names cannot be written: {error}");
    }
}

/// Hands whole lines to the thread that writes them.
#[derive(Clone)]
struct Lines(SyncSender<Vec<u8>>);

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Lines;

    fn make_writer(&'a self) -> Self::Writer {
        self.clone()
    }
}

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // Full: dropped, see above.
        let _ = self.0.try_send(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
