//! Names met in a text: which people and posts they can mean, and in which form they were written.

use smol_str::SmolStr;
use thin_vec::ThinVec;

use crate::text::LocalSpan;

use super::{PersonId, PostId};

/// A name or office met in a paragraph, with everything it could mean.
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// All of it, title included: `Syrian Foreign Minister Faisal Mekdad`.
    pub span: LocalSpan,
    /// The name in it, if there is one: `Faisal Mekdad`.
    pub name: Option<LocalSpan>,
    /// The office or title words in it, if there are any: `Syrian Foreign Minister`.
    pub title: Option<LocalSpan>,
    /// How the name was written.
    pub form: NameForm,
    /// The people it can mean, best first; empty for an office alone.
    pub people: ThinVec<PersonId>,
    /// The posts the title words can mean, best first.
    pub posts: ThinVec<PostId>,
    /// The state the title words name or imply, as an ISO 3166 code: `SY`.
    pub state: Option<SmolStr>,
    /// A word that moves the office in time: "former", "acting".
    pub qualifier: Option<Qualifier>,
}

/// How a name was written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameForm {
    /// Given and family name, or a declared alias of several words.
    Full,
    /// Title and family name: "President Putin".
    TitleFamily,
    /// The family name alone.
    Family,
    /// Spelt nearly like a known person's name, confirmed by an office or a given name; not a known spelling.
    NearMiss,
    /// The name of somebody the register does not know, though it knows people of that family name: "Igor Lavrov".
    Unknown,
    /// No name, an office alone: "the Russian foreign minister".
    Office,
    /// An organization as a voice: "the Russian foreign ministry".
    Organization,
}

/// A word that moves an office in time or weakens it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Qualifier {
    /// "former", "ex-".
    Former,
    /// "then".
    Then,
    /// "late".
    Late,
    /// "acting", "interim".
    Acting,
    /// "incoming", "-elect", "designate".
    Incoming,
    /// "deputy" and the like, when it makes another office of it.
    Deputy,
    /// "his Syrian counterpart": the same office in another state.
    Counterpart,
    /// "the two presidents": the office of two people.
    Pair,
}
