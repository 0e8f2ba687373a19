//! What a selector is made of.

use std::fmt;

use super::attribute::Attribute;
use crate::lexis::step::Step;

/// Ways to elements, any of which will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Any(pub(super) Vec<Way>);

/// A test, and tests on what stands in what it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) first: Vec<Test>,
    pub(super) rest: Vec<(Relation, Vec<Test>)>,
}

/// Where an element stands to the one in front of it in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// Anywhere in it.
    Inside,
    /// In it, with nothing between.
    Child,
}

/// What an element must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Test {
    /// Any element.
    Any,
    /// One of this name.
    Name(&'static str),
    /// 编章节条项目 of any kind.
    Provision,
    /// The unit a citation names.
    Step(Cited),
    /// Has the attribute, with such a value if one is said.
    Attribute(&'static Attribute, Option<(Operator, String)>),
    /// Has one of these in it.
    Has(Any),
    /// Is none of these.
    Not(Any),
    /// It or what is in it has a text with this in it.
    Contains(String),
    /// The n-th of its name in its parent, from 1.
    Nth(u32),
    /// The last of its name in its parent.
    Last,
}

/// How a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equals,
    Contains,
    Starts,
    Ends,
    AtLeast,
    AtMost,
}

impl Operator {
    pub(super) const ALL: [(&'static str, Self); 6] = [
        ("*=", Self::Contains),
        ("^=", Self::Starts),
        ("$=", Self::Ends),
        (">=", Self::AtLeast),
        ("<=", Self::AtMost),
        ("=", Self::Equals),
    ];

    fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(_, operator)| *operator == self).map_or("", |(sign, _)| sign)
    }
}

/// A [`Step`] that owns its text. Two are equal where they name the same.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    pub(super) step: Step<'static>,
    pub(super) text: String,
}

impl PartialEq for Cited {
    fn eq(&self, other: &Self) -> bool {
        self.step == other.step && self.text == other.text
    }
}

impl Eq for Cited {}

impl From<Step<'_>> for Cited {
    fn from(step: Step<'_>) -> Self {
        let Step { unit, number, sub, text } = step;
        Self { step: Step { unit, number, sub, text: "" }, text: text.to_owned() }
    }
}

impl fmt::Display for Any {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, way) in self.0.iter().enumerate() {
            write!(f, "{}{way}", if at > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.iter().try_for_each(|test| test.fmt(f))?;
        for (relation, tests) in &self.rest {
            f.write_str(if *relation == Relation::Child { " > " } else { " " })?;
            tests.iter().try_for_each(|test| test.fmt(f))?;
        }
        Ok(())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("*"),
            Self::Name(name) => f.write_str(name),
            Self::Provision => f.write_str("provision"),
            Self::Step(cited) => f.write_str(&cited.text),
            Self::Attribute(attribute, None) => write!(f, "[{}]", attribute.name),
            Self::Attribute(attribute, Some((operator, value))) => {
                write!(f, "[{}{}{}]", attribute.name, operator.sign(), Quoted(value))
            }
            Self::Has(any) => write!(f, ":has({any})"),
            Self::Not(any) => write!(f, ":not({any})"),
            Self::Contains(text) => write!(f, ":contains({})", Quoted(text)),
            Self::Nth(1) => f.write_str(":first"),
            Self::Nth(n) => write!(f, ":nth({n})"),
            Self::Last => f.write_str(":last"),
        }
    }
}

/// A value in quotes.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped = self.0.replace('\\', "\\\\").replace('"', "\\\"");
        write!(f, "\"{escaped}\"")
    }
}
