//! Every way of writing a name with every way of closing it, with and without blank lines, set in or not, in talks of two to
//! twenty-four turns: each layout is to give at least 97 of 100 labels, and hardly any that is none.

use crate::transcript::{Roster, Transcript};

/// Knows the given names of the people below, as a registry knows many, and nobody else.
struct GivenNames;

impl Roster for GivenNames {
    fn knows_person(&self, _: &str) -> bool {
        false
    }
    fn knows_office(&self, _: &str) -> bool {
        false
    }
    fn knows_given_name(&self, word: &str) -> bool {
        PEOPLE
            .iter()
            .any(|person| person.given.eq_ignore_ascii_case(word))
    }
}

struct Person {
    title: &'static str,
    given: &'static str,
    family: &'static str,
    office: &'static str,
    place: &'static str,
}

const fn person(
    title: &'static str,
    given: &'static str,
    family: &'static str,
    office: &'static str,
    place: &'static str,
) -> Person {
    Person {
        title,
        given,
        family,
        office,
        place,
    }
}

const PEOPLE: [Person; 4] = [
    person("Ms.", "Ada", "Vane", "Minister of Ports", "Mont-Bleu, Lib."),
    person("Mr.", "Otto", "Krone", "Prime Minister", "Avonlea, PC"),
    person("Dr.", "Hedda", "Elphberg", "Governor", "Port Stanley, NDP"),
    person("Mr.", "Karim", "Al-Nur", "Ambassador", "East Marsh, Ind."),
];

/// What is said: greetings, answers, questions, statements that speak to nobody.
const SAID: [&str; 14] = [
    "Thank you very much. It is good to be here, and I am glad that so many of you came.",
    "I think we have made progress. The first pier was finished in May, and the second one follows.",
    "Could you tell us when the harbour will be opened?",
    "No, that is not what I said. I said that we would wait for the report.",
    "The numbers are clear: forty ships came in spring, and sixty in summer.",
    "Well, our position has not changed. We want the talks to go on.",
    "Yes.",
    "Let me add one thing: nobody asked for this, but everybody knew it would come.",
    "We will see. My colleagues have been working on it since March.",
    "That is a question for the council. It meets on Tuesday.",
    "What do you say to the people who lost their boats?",
    "I do not agree with you. It was a mistake, and it was ours.",
    "There were two reasons. The water was too low. The wind was too strong.",
    "Good. Then I would like to move on to the last point on our list.",
];

/// A way of writing who speaks.
type Name = fn(&Person, bool) -> String;

const NAMES: [(&str, Name); 10] = [
    ("full", |it, _| format!("{} {}", it.given, it.family)),
    ("titled", |it, _| format!("{} {}", it.title, it.family)),
    ("full, then titled", |it, first| {
        let given = if first { it.given } else { "" };
        format!("{} {given} {}", it.title, it.family).replace("  ", " ")
    }),
    ("office, then full", |it, first| {
        let office = if first { it.office } else { "" };
        format!("{office} {} {}", it.given, it.family)
            .trim()
            .to_owned()
    }),
    ("surname in capitals", |it, _| it.family.to_uppercase()),
    ("title and capitals", |it, _| {
        format!("{} {}", it.title, it.family).to_uppercase()
    }),
    ("all in capitals", |it, _| {
        format!("{} {}", it.given, it.family).to_uppercase()
    }),
    ("with seat and party", |it, _| {
        format!("{} {} {} ({})", it.title, it.given, it.family, it.place)
    }),
    ("with office behind", |it, first| {
        let office = if first {
            ", ".to_owned() + it.office
        } else {
            String::new()
        };
        format!("{} {}{office}", it.given, it.family)
    }),
    ("initials", |it, _| {
        format!("{}{}", &it.given[..1], &it.family[..1])
    }),
];

/// A way of closing a name: what stands before it, what behind it, and whether speech begins on a line of its own.
const CLOSINGS: [(&str, &str, &str); 24] = [
    ("colon", "", ": "),
    ("colon and blanks", "", ":  "),
    ("no-break space", "", "\u{a0}: "),
    ("wide colon", "", "："),
    ("own line", "", ":\n"),
    ("own line, blank below", "", ":\n\n"),
    ("bold", "**", ":** "),
    ("bold, colon outside", "**", "**: "),
    ("bold alone", "**", "** "),
    ("slanted", "_", ":_ "),
    ("heading", "### ", "\n"),
    ("heading with colon", "## ", ":\n"),
    ("brackets", "[", "] "),
    ("brackets and colon", "[", "]: "),
    ("chevrons", ">> ", ": "),
    ("item", "- ", ": "),
    ("dash before", "— ", ": "),
    ("dash", "", " — "),
    ("stop and dash", "", ". — "),
    ("tab", "", "\t"),
    ("bar", "", " | "),
    ("row", "| ", " | "),
    ("voice", "<v ", ">"),
    ("stamped", "[00:01:02] ", ": "),
];

/// A document and the labels in it.
fn document(
    name: Name,
    (before, behind): (&str, &str),
    seed: usize,
    talk: &Talk,
) -> (String, Vec<String>) {
    let mut text = String::from(HEADS[seed % HEADS.len()]);
    let mut labels = Vec::new();
    for turn in 0..talk.n_turns {
        let who = (turn + turn / 5 * usize::from(talk.n_people > 2)) % talk.n_people;
        let first = turn < talk.n_people;
        let label = name(&PEOPLE[who], first);
        let said = SAID[(seed * 5 + turn * 3) % SAID.len()];
        let row = if before == "| " { " |" } else { "" };
        let indent = talk.indent;
        text.extend([indent, before, &label, behind, said, row, "\n"]);
        if turn % 4 == 1 && row.is_empty() && talk.blank {
            text.extend(["\n", indent, SAID[(seed + turn) % SAID.len()], "\n"]);
        }
        if talk.blank && row.is_empty() {
            text.push('\n');
        }
        labels.push(label);
    }
    (text, labels)
}

const HEADS: [&str; 4] = [
    "",
    "Press conference after the talks at the lake\n\n",
    "Debate on the Harbours Bill\n\n4 April 2023\n\n",
    "The two delegations met at the lake on Tuesday and spoke for an hour about ports.\n\n",
];

struct Talk {
    n_people: usize,
    n_turns: usize,
    blank: bool,
    indent: &'static str,
}

const fn talk(n_people: usize, n_turns: usize, blank: bool, indent: &'static str) -> Talk {
    Talk {
        n_people,
        n_turns,
        blank,
        indent,
    }
}

/// How many labels are right, how many are none, how many were not seen.
#[derive(Default)]
struct Score {
    right: usize,
    none: usize,
    unseen: usize,
}

impl Score {
    fn add(&mut self, text: &str, labels: &[String]) {
        let transcript = Transcript::read(text, "", &GivenNames);
        let found: Vec<&str> = transcript
            .turns
            .iter()
            .map(|turn| turn.label.span.of(text))
            .collect();
        let mut wanted = labels.iter().peekable();
        for label in &found {
            if wanted.next_if(|wanted| wanted.as_str() == *label).is_some() {
                self.right += 1;
            } else if wanted.clone().any(|wanted| wanted.as_str() == *label) {
                while wanted.next_if(|wanted| wanted.as_str() != *label).is_some() {
                    self.unseen += 1;
                }
                wanted.next();
                self.right += 1;
            } else {
                self.none += 1;
            }
        }
        self.unseen += wanted.count();
    }

    /// The balance of both, of 1000.
    fn f1(&self) -> usize {
        2000 * self.right / (2 * self.right + self.none + self.unseen).max(1)
    }
}

/// The layouts that give too few labels, or others, in these talks.
fn poor(talks: &[Talk], least: usize, is_fair: &dyn Fn(&str, &str) -> bool) -> Vec<String> {
    let mut poor = Vec::new();
    for (name, write) in NAMES {
        for (closing, before, behind) in CLOSINGS {
            if !is_fair(name, closing) {
                continue;
            }
            let mut score = Score::default();
            for (nth, talk) in talks.iter().enumerate() {
                for seed in 0..4 {
                    let (text, labels) = document(write, (before, behind), seed + nth, talk);
                    score.add(&text, &labels);
                }
            }
            if score.f1() < least || score.none > 0 {
                poor.push(format!(
                    "{name}, {closing}: {} of 1000, {} none",
                    score.f1(),
                    score.none
                ));
            }
        }
    }
    poor
}

#[test]
fn every_layout_gives_its_labels_in_talks_of_any_length() {
    let talks = [
        talk(2, 5, true, ""),
        talk(2, 12, true, ""),
        talk(3, 9, true, ""),
        talk(4, 24, true, ""),
        talk(2, 12, false, ""),
        talk(3, 9, true, "     "),
    ];
    let poor = poor(&talks, 970, &|_, _| true);
    assert!(poor.is_empty(), "{poor:#?}");
}

#[test]
fn two_or_three_turns_are_enough_where_people_are_named() {
    let talks = [
        talk(2, 2, true, ""),
        talk(2, 3, true, ""),
        talk(3, 3, true, ""),
    ];
    let fair = |name: &str, closing: &str| {
        !matches!(name, "surname in capitals" | "initials")
            && !matches!(closing, "dash" | "bar" | "row" | "heading" | "tab")
    };
    let poor = poor(&talks, 950, &fair);
    assert!(poor.is_empty(), "{poor:#?}");
}
