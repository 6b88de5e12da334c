//! Fields, headings and items of lists that come back as labels do, and are none: nobody speaks under them.
//!
//! One invented document a trap; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn fields_that_come_back_have_no_turns() {
    check(&[
        (
            "Parts: *\nOwner: the harbour office\n\nParts: pier/*\nOwner: the town\n\nParts: ships/*\nOwner: the harbour office\n",
            &[],
        ),
        (
            "Stability: 2 - Stable\n\nThe pier holds.\n\nStability: 1 - Weak\n\nThe bridge shakes.\n\nStability: 2 - Stable\n",
            &[],
        ),
        (
            "Issuer: Ruritanian Root\nSerial: 1244\nFingerprint: aa bb\n\nIssuer: Freedonian Root\nSerial: 1245\nFingerprint: cc dd\n\nIssuer: Lake Root\nSerial: 1246\nFingerprint: ee ff\n",
            &[],
        ),
    ]);
}

#[test]
fn headings_of_a_list_of_changes_have_no_turns() {
    check(&[
        (
            "## 2.1\n\n### Added\n\n- A pier was added at the north side.\n\n### Fixed\n\n- The bridge no longer shakes when it is fixed.\n\n## 2.0\n\n### Added\n\n- Boats.\n\n### Fixed\n\n- Leaks.\n",
            &[],
        ),
        (
            "**Bug Fixes**\n\n- many bug fixes for the bridge\n\n**Features**\n\n- new features for boats\n\n**Bug Fixes**\n\n- more bug fixes\n",
            &[],
        ),
    ]);
}

#[test]
fn a_word_that_the_text_uses_as_a_word_is_no_name() {
    check(&[
        (
            "Soup\n\nWe eat soup at noon.\n\nBread\n\nWe bake bread at dawn.\n\nSoup\n\nWe like soup.\n\nBread\n\nWe like bread.\n",
            &[],
        ),
        (
            "GENERAL TERMS\nYou may use the pier as you like, under the general terms of the town.\n\nNO WARRANTY\nYou have no warranty whatever from us.\n",
            &[],
        ),
    ]);
}

#[test]
fn a_list_under_a_plural_has_no_turns() {
    check(&[(
        "Lake talks\n\nParticipants:\n\nAda Vane, Minister of Ports\nOtto Krone, Minister of Fish\nJo Mar\n\nThe talks went on all day.\n",
        &[],
    )]);
}
