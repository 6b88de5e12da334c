//! The classes words belong to: all that generic code knows of them.
//!
//! Which word belongs to which class is data (`packs/`).

/// Declares the classes with the names the data files use.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal,)*) => {
        /// A class of words.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Class {
            $($(#[$doc])* $class,)*
        }

        impl Class {
            /// The class the data files call `name`.
            pub(crate) fn named(name: &str) -> Option<Class> {
                match name {
                    $($name => Some(Class::$class),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// Ends with a stop without ending a sentence.
    Abbreviation = "abbreviation",
    /// Ends a sentence only before a word that opens sentences.
    AbbreviationMaybe = "abbreviation-maybe",
    /// Abbreviates only before a number: "No. 5".
    AbbreviationNumber = "abbreviation-number",
    /// A title before a name: "Dr.".
    AbbreviationTitle = "abbreviation-title",
    /// "about".
    About = "about",
    /// "according".
    According = "according",
    /// What makes "in" or "by" a report of whose word it is: "to" in "according to".
    AccordingNext = "according-next",
    /// Means "according to" by itself.
    AccordingAlone = "according-alone",
    /// Crime, violence, betrayal, corruption (T4).
    Accusation = "accusation",
    /// Stands between a subject and its verb.
    Adverb = "adverb",
    /// Sets a clause against another: "but".
    Adversative = "adversative",
    /// Begins what words or feelings are aimed at: "about", "against".
    Aiming = "aiming",
    /// Follows how long before or after something was: "ago".
    Ago = "ago",
    /// Joins phrases.
    And = "and",
    /// "as".
    As = "as",
    /// What one is about what one thinks: "confident".
    Attitude = "attitude",
    /// Makes passives: "was".
    Be = "be",
    /// Introduces the agent of a passive.
    By = "by",
    /// May follow a reporting verb instead of a clause: "about", "him".
    ByObject = "by-object",
    /// Hands its subject on to the verb behind "to": "began", "quick".
    Catenative = "catenative",
    /// One thing makes another (T3).
    Cause = "cause",
    /// Makes a cause before "to": "led".
    CauseTo = "cause-to",
    /// Growth and decline, for the score.
    Change = "change",
    /// Begins what is reported as a clause: "that", "how", "they".
    Clausal = "clausal",
    /// A pronoun with its auxiliary: "you're".
    Clitic = "clitic",
    /// Follows a time of day.
    Clock = "clock",
    /// Begins what is reported: "that", "to", "the".
    Complement = "complement",
    /// Makes a sentence hypothetical, for the score.
    Conditional = "conditional",
    /// Joins verbs of one subject.
    Conjunction = "conjunction",
    /// A verb that links an attitude to its bearer: "remains".
    Copula = "copula",
    /// A day named or counted from today.
    Day = "day",
    /// Points at something named before: "the".
    Definite = "definite",
    /// Begins a noun phrase: "the", "many", "her".
    Determiner = "determiner",
    /// An adjective that is joined before people: "current and former".
    Describing = "describing",
    /// Where from a place something lies: "north".
    Direction = "direction",
    /// What happens to topics in talks: "raised".
    Discussed = "discussed",
    /// The same in one word, without "was": "обсуждались".
    DiscussedAlone = "discussed-alone",
    /// What is given or paid to topics: "attention".
    DiscussedNoun = "discussed-noun",
    /// Verbs that go with those: "paid".
    DiscussedWith = "discussed-with",
    /// "do".
    Do = "do",
    /// Something written that may speak: "report".
    Document = "document",
    /// What time is counted in: "years".
    Duration = "duration",
    /// Talk without talkers: "the discussion".
    Exchange = "exchange",
    /// What such talk is about: "the main item".
    ExchangeTopic = "exchange-topic",
    /// What such talk does with a topic: "covered".
    ExchangeVerb = "exchange-verb",
    /// What there may be: "reports", "fears".
    ExistentialNoun = "existential-noun",
    /// Superlatives and absolutes (T2).
    Extreme = "extreme",
    /// An extreme that idioms use too.
    ExtremeWeak = "extreme-weak",
    /// "from".
    From = "from",
    /// A number or share in words that is a figure (T1).
    FigureWord = "figure-word",
    /// A finite verb that is not an auxiliary.
    Finite = "finite",
    /// "for".
    For = "for",
    /// The future told as fact (T6).
    Forecast = "forecast",
    /// Politeness, for the score.
    Greeting = "greeting",
    /// People without boundary: "critics".
    Group = "group",
    /// A group written with a capital.
    GroupProper = "group-proper",
    /// "have".
    Have = "have",
    /// "reportedly".
    Hearsay = "hearsay",
    /// Ends an idiom that only seems a claim: "at all levels", "due to start".
    IdiomNoun = "idiom-noun",
    /// A verb without subject that reports: "сообщается".
    Impersonal = "impersonal",
    /// "in".
    In = "in",
    /// "a".
    Indefinite = "indefinite",
    /// A preposition inside a noun phrase: "of".
    Inner = "inner",
    /// A body that speaks: "ministry".
    Institution = "institution",
    /// The empty subject.
    It = "it",
    /// A verb that says little without its noun: "made".
    Light = "light",
    /// What such a verb makes a report of before a clause: "clear".
    LightClause = "light-clause",
    /// What such a verb makes a report of: "the point".
    LightNoun = "light-noun",
    /// Who is told: "reporters".
    Listener = "listener",
    /// A document that counts: "poll".
    Measure = "measure",
    /// What somebody wants, fears, tries (T5).
    Mind = "mind",
    /// "would".
    Modal = "modal",
    /// A month.
    Month = "month",
    /// A pronoun for a thing: "it".
    Neuter = "neuter",
    /// "not".
    Negation = "negation",
    /// "no".
    No = "no",
    /// Ends like an adverb but is none.
    NotAdverb = "not-adverb",
    /// Stands before a colon without speaking: "correction".
    Notice = "notice",
    /// A determiner that may follow another: "two".
    NumberDeterminer = "number-determiner",
    /// A number in words.
    NumberWord = "number-word",
    /// Is counted by a number behind it: "article 5", "aged 60".
    Numbered = "numbered",
    /// A pronoun as object: "him".
    Object = "object",
    /// "of".
    Of = "of",
    /// "on".
    On = "on",
    /// Leaves open what follows: "whether", "perhaps".
    Open = "open",
    /// Often begins a sentence.
    Opener = "opener",
    /// Opinion and duty, for the score.
    Opinion = "opinion",
    /// Too common to be a figure: "one".
    OrdinaryNumber = "ordinary-number",
    /// A form of an auxiliary that is not finite.
    Participial = "participial",
    /// A verb in the past.
    Past = "past",
    /// "per".
    Per = "per",
    /// Takes the plural.
    Plural = "plural",
    /// What policy is about, for the score.
    Policy = "policy",
    /// "her", "their".
    Possessive = "possessive",
    /// A preposition.
    Preposition = "preposition",
    /// A pronoun as subject or relative.
    Pronoun = "pronoun",
    /// What is on public record: "voted", for the score.
    PublicAct = "public-act",
    /// A determiner that may stand for people: "many".
    Quantifier = "quantifier",
    /// Begins an indirect question: "whether".
    Question = "question",
    /// Begins a relative clause: "who".
    Relative = "relative",
    /// "who".
    RelativePerson = "relative-person",
    /// A person by role, without a name: "official".
    Role = "role",
    /// A role only with more words: "people familiar with".
    RoleBare = "role-bare",
    /// The person spoken to, for the score.
    Second = "second",
    /// "seems".
    Seeming = "seeming",
    /// What follows "seems" in a report.
    SeemingNext = "seeming-next",
    /// A share only with what it is of: "third".
    ShareWord = "share-word",
    /// A pronoun for one person: "she".
    Singular = "singular",
    /// Speaks for another: "spokesman".
    Spokes = "spokes",
    /// Ends a noun phrase: "because".
    Stop = "stop",
    /// A personal pronoun as subject: "she".
    Subject = "subject",
    /// Makes the clause it begins depend on another.
    Subordinator = "subordinator",
    /// An extreme that may only tell things apart: "biggest".
    Superlative = "superlative",
    /// "that".
    That = "that",
    /// "there".
    There = "there",
    /// A pronoun of the third person, whatever its case: "she", "them", "its".
    Third = "third",
    /// "time", in "for the first time".
    Time = "time",
    /// Begins a statement of time or place after a verb.
    TimeAfter = "time-after",
    /// An office that stands before names: "president".
    Title = "title",
    /// What crimes are only the topic of: "inquiry".
    TopicOf = "topic-of",
    /// "to".
    To = "to",
    /// Follows a figure: "percent".
    Unit = "unit",
    /// What a court finds: "guilty".
    Verdict = "verdict",
    /// "in her view".
    View = "view",
    /// "where".
    Where = "where",
    /// "with".
    With = "with",
    /// "worth".
    Worth = "worth",
}
