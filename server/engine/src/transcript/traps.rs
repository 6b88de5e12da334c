//! Colons, dashes and bold lines that are no labels: a document that holds nothing else has no turns.
//!
//! One invented document a trap; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn a_page_of_news_with_quoted_statements_has_no_turns() {
    check(&[
        (
            "Leaders met by the lake on Tuesday.\n\nVane went further: “We will open the harbour.”\n\nThe minister added: “It is a good day.”\n\nKrone agreed: “So it is.”\n\nAsked about fish, Vane said: “There is enough.”\n",
            &[],
        ),
        (
            "Leaders met by the lake on Tuesday.\n\nThe president said in the evening: We will open the harbour.\n\nHer words were clear: nobody is to pay for the pier.\n\nThe goal: more fish. The price: two crowns.\n",
            &[],
        ),
        (
            "What the papers say\n\nThe Morning Star: “A good day for fishermen.”\n\nThe Evening Post: “Nobody asked the fish.”\n\nThe Herald: “Too late.”\n",
            &[],
        ),
    ]);
}

#[test]
fn a_headline_with_a_name_and_headings_with_a_stop_are_no_turns() {
    check(&[
        (
            "President Vane: Ports Would Open In Spring, ‘I Know It’ for Krone.\n\nThe president argued on Tuesday that the ports would open.\n\nVane said, “I know that they will.”\n",
            &[],
        ),
        (
            "Tuesday’s letter: what you should know of the ports.\n\nTOP STORIES.\n\nPORTS SHUT AGAIN After months of talks, the ports were shut. Here is what you should know.\n\n\
             WHAT ELSE.\n\nCRANES Two cranes fell. Nobody thought it would happen, and we do not know why.\n",
            &[],
        ),
    ]);
}

#[test]
fn a_list_of_posts_and_people_has_no_turns() {
    check(&[
        (
            "Agenda\n\nChairman: Otto Krone\nSecretary: Ada Vane\nTreasurer: Jo Mar\n\n1. Opening\n2. Fish\n3. Any other business\n",
            &[],
        ),
        (
            "Members of the delegation\n\nAda Vane: Minister of Ports\nOtto Krone: Deputy Minister of Fish\nJo Mar: Head of Protocol\nPia Holm: Ambassador\n",
            &[],
        ),
        (
            "Programme\n\n10.00: Opening by the mayor\n10.30: Talks\n12.00: Lunch\n\nVenue: Town hall\nContact: Otto Krone\n",
            &[],
        ),
        (
            "- Minister of Ports: Ada Vane\n- Minister of Fish: Otto Krone\n- Minister of Roads: Jo Mar\n",
            &[],
        ),
        (
            "Minister of Ports – Ada Vane\nMinister of Fish – Otto Krone\nMinister of Roads – Jo Mar\n",
            &[],
        ),
    ]);
}

#[test]
fn a_recipe_or_a_shopping_list_has_no_turns() {
    check(&[
        (
            "Fish soup\n\nFish: 500 g of cod\nMilk: two cups\nSalt: a pinch\nOnions: three small ones\nButter: a spoonful\n\nBoil it all for an hour.\n",
            &[],
        ),
        (
            "Bread: two loaves\nMilk: one litre\nApples: six red ones, if they have them.\nFish: what is fresh.\n",
            &[],
        ),
        (
            "To buy:\n- Bread\n- Milk\n- Apples: six\n- Fish: two\n",
            &[],
        ),
        (
            "Fish soup\n\nFish: Take the cod and cut it in pieces. Keep the bones.\n\nMilk: Warm it slowly. It must not boil.\n\nOnions: Cut them small.\n",
            &[],
        ),
    ]);
}

#[test]
fn the_head_of_a_letter_has_no_turns() {
    check(&[
        (
            "From: Ada Vane\nTo: Otto Krone\nCc: Jo Mar\nSubject: The harbour\nDate: 4 April 2023\n\nDear Otto,\n\nthe harbour is open.\n\nAda\n",
            &[],
        ),
        (
            "From: Ada Vane <ada@harbour.example>\nTo: Otto Krone\nSent: Tuesday\nSubject: The harbour\nReply-To: office\n\nDear Otto: the harbour is open.\n\nYours, Ada\n\nFrom: Otto Krone\nTo: Ada Vane\nSent: Wednesday\nSubject: Re: The harbour\n\nThank you.\n",
            &[],
        ),
        (
            "MEMORANDUM FOR: The Minister of Ports\nFROM: Otto Krone\nSUBJECT: Harbour\nDATE: 4 April\n\nThe harbour is open.\n",
            &[],
        ),
    ]);
}

#[test]
fn the_headings_of_a_manual_have_no_turns() {
    check(&[
        (
            "# harbour\n\nCounts ships.\n\nUsage:\n\n    harbour [options] FILE\n\nOptions:\n\n    --ships N   how many\n\nExample:\n\n    harbour --ships 3 log.txt\n\nLicense: MIT\n",
            &[],
        ),
        (
            "## Usage:\n\nRun it once.\n\n## Options:\n\nThere are none.\n\n## Known issues:\n\nIt counts boats too.\n",
            &[],
        ),
        (
            "### Usage\n\nRun it once.\n\n### Building\n\nRun make.\n\n### Contributing\n\nSend a patch.\n",
            &[],
        ),
        (
            "**Installation:** Run the installer.\n\n**Usage:** Run it once.\n\n**Support:** There is none.\n",
            &[],
        ),
        (
            "Note: the harbour is shallow.\n\nWarning: Boats may hit the ground.\n\nNote: The pier is new.\n\nWarning: Do not jump.\n",
            &[],
        ),
    ]);
}

#[test]
fn an_article_of_headed_paragraphs_has_no_turns() {
    check(&[
        (
            "COVID-19: Cases fell in spring.\n\nNATO: The allies met by the lake.\n\nTRADE: More fish was sold.\n",
            &[],
        ),
        (
            "Monday: Rain is expected in the north.\n\nTuesday: The sun comes back.\n\nWednesday: More rain.\n\nThursday: Wind from the sea.\n",
            &[],
        ),
        (
            "What we know so far:\n\nThe talks began at noon. What we do not know: who won.\n",
            &[],
        ),
    ]);
}

#[test]
fn bold_headings_alone_on_their_lines_have_no_turns() {
    check(&[
        (
            "**Remarks by the President**\n\nThe harbour was opened on Tuesday.\n\n**Next steps**\n\nThe pier comes next.\n",
            &[],
        ),
        (
            "**Minister of Ports**\n\nThe minister opens harbours.\n\n**Minister of Fish**\n\nThe minister counts fish.\n",
            &[],
        ),
        (
            "**Press Office**\n\nHarbour Street 1\n\n**President Vane visits the harbour**\n\nShe came on Tuesday.\n",
            &[],
        ),
    ]);
}

#[test]
fn headings_that_come_back_have_no_turns() {
    check(&[
        (
            "## Day one\n\n### Morning\n\nWe met.\n\n### Evening\n\nWe ate.\n\n## Day two\n\n### Morning\n\nWe spoke.\n\n### Evening\n\nWe slept.\n\n## Day three\n\n### Morning\n\nWe left.\n\n### Evening\n\nWe were home.\n",
            &[],
        ),
        (
            "> Dear all: the harbour is open.\n\n> Note: it is shallow.\n\n• Fish: two\n• Bread: one\n",
            &[],
        ),
    ]);
}
