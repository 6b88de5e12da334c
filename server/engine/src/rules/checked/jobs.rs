//! What is to be looked through, cut into jobs that hands can do side by side: each rule over the whole record is one, and
//! so are the rules among the turns and every handful of parts.

use crate::record::{Pool, Record, pool};
use crate::rules::{Finding, Rule};

use super::Again;
use super::running::Running;
use super::units::{Home, Unit};

/// How many parts are looked through at once by one hand.
const HANDFUL: usize = 128;

/// A shorter text, in bytes, is looked through before another hand has been called.
const SHORT: usize = 1 << 13;

enum Job<'a> {
    /// A rule over the whole record, with its place in the table.
    Whole(usize, &'static Rule),
    Turns,
    Units(&'a [Unit<'a>]),
}

/// What is found where it is to be looked again.
pub(super) fn found(
    record: &Record,
    running: &Running<'_>,
    again: &Again<'_>,
    pool: &dyn Pool,
) -> Vec<(Finding, Home)> {
    let is_asked = |rule: usize| again.rules.is_none_or(|rules| rules.contains(&rule));
    let whole = running.whole().filter(|(at, _)| is_asked(*at));
    // The longest first: who is done with them goes on with the short ones.
    let whole = whole.map(|(at, rule)| Job::Whole(at, rule));
    let turns = again.turns.then_some(Job::Turns);
    let units = again.units.chunks(HANDFUL).map(Job::Units);
    let jobs: Vec<Job<'_>> = whole.chain(turns).chain(units).collect();
    let at_once = if record.content().len() < SHORT {
        jobs.len()
    } else {
        1
    };
    let found = pool::map(pool, &jobs, at_once, |job| job.done(record, running));
    found.into_iter().flatten().collect()
}

impl Job<'_> {
    fn done(&self, record: &Record, running: &Running<'_>) -> Vec<(Finding, Home)> {
        let at_home = |found: Vec<Finding>, home: Home| {
            let found = found.into_iter();
            found.map(|finding| (finding, home)).collect()
        };
        match self {
            Job::Whole(at, rule) => at_home(running.in_whole(record, rule), Home::Whole(*at)),
            Job::Turns => at_home(running.in_turns(record), Home::Turns),
            Job::Units(units) => {
                let found = units.iter().flat_map(|unit| {
                    let found = running.in_unit(record, unit).into_iter();
                    found.map(|finding| (finding, unit.home))
                });
                found.collect()
            }
        }
    }
}
