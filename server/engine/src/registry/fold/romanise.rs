//! Cyrillic and Greek letters in Latin ones, as English texts write them, so that a name in its own script falls together with
//! its romanisations. Other scripts write no vowels or no letters; names in them have to be declared.

/// A folded word in Latin letters; `None` if it has letters of another script.
pub(super) fn romanised(folded: &str) -> Option<String> {
    let mut latin = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_ascii() {
            latin.push(c);
            continue;
        }
        latin.push_str(letter(c)?);
    }
    (!latin.is_empty()).then_some(latin)
}

/// One letter. Folding has taken the accents: “й” comes as “и”, “ї” as “і”.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'ε' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'η' | 'ι' => "i",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'ф' | 'φ' => "f",
        'х' | 'χ' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ы' | 'υ' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' => "",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'ђ' => "dj",
        'џ' => "dz",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        _ => return None,
    })
}
