//! The grammar of selectors.

use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{anychar, one_of};
use nom::combinator::{opt, peek};
use nom::{IResult, Input as _, Parser};

use super::attribute::{ATTRIBUTES, Attribute};
use super::fault::{Fault, nearest};
use super::selector::{Any, Operator, Relation, Test, Way};
use crate::charset;
use crate::lexis::input::Input;
use crate::lexis::step;
use crate::span::offset;

type Read<'a, T> = IResult<Input<'a>, T, Fault>;

/// How deep `:has` and `:not` may stand in each other.
const DEEPEST: u8 = 8;

/// No step is longer, in bytes.
const LONGEST_STEP: usize = 96;

const TEST: &str = "an element (section, article, title, …), `*`, a number such as 第十条 or （一）, `[` or `:`";
const PSEUDO: [&str; 6] = ["has", "not", "contains", "first", "last", "nth"];

/// The names of elements.
pub(super) const NAMES: [&str; 30] = [
    "document",
    "copy_number",
    "secrecy",
    "urgency",
    "mark",
    "doc_number",
    "signatory",
    "title",
    "subtitle",
    "addressee",
    "section",
    "part",
    "subpart",
    "chapter",
    "article",
    "item",
    "subitem",
    "paragraph",
    "heading",
    "table",
    "row",
    "attachment_note",
    "signature",
    "signer",
    "date",
    "note",
    "cc",
    "imprint",
    "attachment",
    "furniture",
];

/// Reads a whole query.
pub(super) fn query(text: &str) -> Result<Any, Fault> {
    let whole = Input::new(text, 0);
    let read = any(whole, 0).and_then(|(rest, any)| match rest.text {
        "" => Ok(any),
        _ => Err(nom::Err::Error(Fault::at(rest, "`,` or the end"))),
    });
    read.map_err(|error| match error {
        nom::Err::Error(fault) | nom::Err::Failure(fault) => fault,
        nom::Err::Incomplete(_) => Fault::at(whole, TEST),
    })
}

// any ::= blanks way ("," way)*
/// Ways, any of which will do.
fn any(i: Input<'_>, depth: u8) -> Read<'_, Any> {
    let (mut i, first) = way(i, depth)?;
    let mut ways = vec![first];
    while let Ok((behind, _)) = comma(i) {
        let (rest, next) = way(behind, depth)?;
        ways.push(next);
        i = rest;
    }
    Ok((i, Any(ways)))
}

// comma ::= "," | "，"
/// What parts ways.
fn comma(i: Input<'_>) -> Read<'_, char> {
    one_of(",，").parse(i)
}

// way ::= blanks tests ((blanks (">" | "/") blanks | blank+ | <nothing, in front of a step>) tests)* blanks
/// Tests on an element, on one in it, and so on.
fn way(i: Input<'_>, depth: u8) -> Read<'_, Way> {
    let (mut i, first) = tests(blanks(i)?.0, depth)?;
    let mut rest = Vec::new();
    loop {
        let (behind, gap) = blanks(i)?;
        if matches!(behind.text.chars().next(), None | Some(',' | '，' | ')' | '）')) {
            return Ok((behind, Way { first, rest }));
        }
        let (behind, child) = opt(one_of(">/＞／")).parse(behind)?;
        if child.is_none() && gap.text.is_empty() && cited(i).is_err() {
            return Err(nom::Err::Error(Fault::at(i, "a blank, `>`, `,`, `[`, `:` or the end")));
        }
        let relation = if child.is_some() { Relation::Child } else { Relation::Inside };
        let (behind, next) = tests(blanks(behind)?.0, depth)?;
        rest.push((relation, next));
        i = behind;
    }
}

// tests ::= (element | step)? condition*
/// What one element must be.
fn tests(i: Input<'_>, depth: u8) -> Read<'_, Vec<Test>> {
    let (mut rest, mut tests) = match i.text.chars().next() {
        Some('[' | ':' | '：') => (i, Vec::new()),
        Some('*') => (i.take_from(1), vec![Test::Any]),
        Some(c) if c.is_ascii_alphabetic() => element(i).map(|(rest, test)| (rest, vec![test]))?,
        _ => cited(i).map(|(rest, test)| (rest, vec![test]))?,
    };
    loop {
        let (behind, test) = match rest.text.chars().next() {
            Some('[') => attribute(rest)?,
            Some(':' | '：') => pseudo(rest, depth)?,
            _ => return Ok((rest, tests)),
        };
        tests.push(test);
        rest = behind;
    }
}

// element ::= word
/// The name of an element, or `provision`.
fn element(i: Input<'_>) -> Read<'_, Test> {
    let (rest, name) = word(i)?;
    if name.text == "provision" {
        return Ok((rest, Test::Provision));
    }
    match NAMES.iter().find(|known| **known == name.text) {
        Some(known) => Ok((rest, Test::Name(known))),
        None => Err(unknown(name, "the name of an element", NAMES.into_iter())),
    }
}

/// `name` is none of `known`.
fn unknown<'k>(name: Input<'_>, expected: &str, known: impl Iterator<Item = &'k str>) -> nom::Err<Fault> {
    let help = nearest(name.text, known).map(|near| format!("did you mean `{near}`?"));
    let len = offset(name.text.len());
    nom::Err::Failure(Fault { len, help, ..Fault::at(name, expected) })
}

// cited ::= step
/// The unit a citation names, in letters of either script: `第十条`, `第十條`.
fn cited(i: Input<'_>) -> Read<'_, Test> {
    if let Ok((rest, step)) = step::step(i) {
        return Ok((rest, Test::Step(step.into())));
    }
    let near = charset::simplify(i.text.get(..i.text.floor_char_boundary(LONGEST_STEP)).unwrap_or_default());
    let (_, step) = step::step(Input::new(&near, i.start)).map_err(|_| nom::Err::Error(Fault::at(i, TEST)))?;
    Ok((i.take_from(step.text.len()), Test::Step(step.into())))
}

// attribute ::= "[" blanks word blanks (operator blanks value blanks)? "]"
/// `[level=1]`, `[heading]`.
fn attribute(i: Input<'_>) -> Read<'_, Test> {
    let (behind, _) = (tag("["), blanks).parse(i)?;
    let (behind, name) = word(behind)?;
    let known = ATTRIBUTES.iter().find(|attribute| attribute.name == name.text);
    let names = || ATTRIBUTES.iter().map(|attribute: &'static Attribute| attribute.name);
    let attribute = known.ok_or_else(|| unknown(name, "the name of an attribute", names()))?;
    let (behind, _) = blanks(behind)?;
    if let Ok((rest, _)) = close(behind, "]") {
        return Ok((rest, Test::Attribute(attribute, None)));
    }
    let (behind, operator) = operator(behind)?;
    let (behind, value) = value(blanks(behind)?.0, "]")?;
    let (rest, _) = close(blanks(behind)?.0, "]")?;
    Ok((rest, Test::Attribute(attribute, Some((operator, value)))))
}

// operator ::= "*=" | "^=" | "$=" | ">=" | "<=" | "="
/// How a value must be.
fn operator(i: Input<'_>) -> Read<'_, Operator> {
    let found = Operator::ALL.into_iter().find(|(sign, _)| i.text.starts_with(sign));
    let (sign, operator) = found.ok_or_else(|| {
        nom::Err::Error(Fault::at(i, "`=`, `*=` (contains), `^=` (begins), `$=` (ends), `>=`, `<=` or `]`"))
    })?;
    Ok((i.take_from(sign.len()), operator))
}

// pseudo ::= ":" ("first" | "last" | ("has" | "not") open any ")" | "contains" open value ")" | "nth" open count ")")
/// `:first`, `:has(…)`.
fn pseudo(i: Input<'_>, depth: u8) -> Read<'_, Test> {
    let (behind, _) = one_of(":：").parse(i)?;
    let (behind, name) = word(behind)?;
    match name.text {
        "first" => return Ok((behind, Test::Nth(1))),
        "last" => return Ok((behind, Test::Last)),
        known if PSEUDO.contains(&known) => {}
        _ => return Err(unknown(name, ":has, :not, :contains, :first, :last or :nth", PSEUDO.into_iter())),
    }
    let (inner, _) = open(behind)?;
    let (behind, test) = match name.text {
        "nth" => count(inner).map(|(rest, n)| (rest, Test::Nth(n)))?,
        "contains" => value(inner, ")").map(|(rest, text)| (rest, Test::Contains(text)))?,
        _ if depth >= DEEPEST => {
            let fault = Fault {
                help: Some(format!("no more than {DEEPEST} may stand in each other")),
                ..Fault::at(name, "fewer :has and :not in each other")
            };
            return Err(nom::Err::Failure(fault));
        }
        "has" => any(inner, depth + 1).map(|(rest, any)| (rest, Test::Has(any)))?,
        _ => any(inner, depth + 1).map(|(rest, any)| (rest, Test::Not(any)))?,
    };
    let (rest, _) = close(blanks(behind)?.0, ")")?;
    Ok((rest, test))
}

// open ::= ("(" | "（") blanks
/// An opening bracket.
fn open(i: Input<'_>) -> Read<'_, char> {
    let (rest, bracket) = one_of("(（").parse(i).map_err(|_: nom::Err<Fault>| nom::Err::Error(Fault::at(i, "`(`")))?;
    Ok((blanks(rest)?.0, bracket))
}

// close(bracket) ::= bracket | <the same in full width>
/// A closing bracket.
fn close<'a>(i: Input<'a>, bracket: &'static str) -> Read<'a, char> {
    let closers = if bracket == ")" { ")）" } else { "]］" };
    one_of(closers).parse(i).map_err(|_: nom::Err<Fault>| nom::Err::Error(Fault::at(i, &format!("`{bracket}`"))))
}

// count ::= digit+
/// A number from 1.
fn count(i: Input<'_>) -> Read<'_, u32> {
    let fault = || nom::Err::Error(Fault::at(i, "a number from 1"));
    let (rest, digits) = take_while::<_, _, Fault>(|c: char| c.is_ascii_digit())(i)?;
    let number = digits.text.parse().ok().filter(|n| *n > 0).ok_or_else(fault)?;
    Ok((rest, number))
}

// value(closer) ::= quoted | <what stands in front of closer>
/// A value, in quotes or bare.
fn value<'a>(i: Input<'a>, closer: &'static str) -> Read<'a, String> {
    if let Ok((_, quote)) = peek(one_of::<_, _, Fault>("\"'“")).parse(i) {
        return quoted(i, if quote == '“' { '”' } else { quote });
    }
    let ends = |c: char| closer.contains(c) || (closer == "]" && c == '］') || (closer == ")" && c == '）');
    let (rest, bare) = take_while::<_, _, Fault>(|c| !ends(c))(i)?;
    match bare.text.trim() {
        "" => Err(nom::Err::Error(Fault::at(i, "a value"))),
        text => Ok((rest, text.to_owned())),
    }
}

// quoted ::= <a quote> ("\\" any | any)* <its closing quote>
/// A value in quotes; a backslash takes what follows it as it is.
fn quoted(i: Input<'_>, closer: char) -> Read<'_, String> {
    let (mut rest, _) = anychar(i)?;
    let mut text = String::new();
    loop {
        let (behind, c) = within(rest, closer)?;
        if c == closer {
            return Ok((behind, text));
        }
        let (behind, c) = if c == '\\' { within(behind, closer)? } else { (behind, c) };
        rest = behind;
        text.push(c);
    }
}

// within(closer) ::= any
/// A character of a value that `closer` is to end.
fn within(i: Input<'_>, closer: char) -> Read<'_, char> {
    anychar(i).map_err(|_: nom::Err<Fault>| nom::Err::Failure(Fault::at(i, &format!("`{closer}`"))))
}

// word ::= letter+
/// A name.
fn word(i: Input<'_>) -> Read<'_, Input<'_>> {
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    take_while1(letter)(i).map_err(|_: nom::Err<Fault>| nom::Err::Error(Fault::at(i, "a name")))
}

// blanks ::= blank*
/// Blanks, or none.
fn blanks(i: Input<'_>) -> Read<'_, Input<'_>> {
    take_while(char::is_whitespace)(i)
}
