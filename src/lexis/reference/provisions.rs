//! Lists of 条款项: `第十条第二款第（一）项`, `第三条至第五条`, `第一、二款和第四款`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{map, opt, peek, value};
use nom::{Input as _, Parser};

use super::{Base, Mention, from};
use crate::ast::MarkerStyle;
use crate::charset;
use crate::lexis::input::{Input, Rule};
use crate::lexis::step::{self, Step, Unit};
use crate::lexis::token::{part, range};

/// No more numbers share one unit: `第一、二、三款`.
const MOST_MEMBERS: usize = 32;

/// How a number is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// With nothing between: a step deeper.
    Deeper,
    /// 、 and 和: another one.
    And,
    /// 至: the last of several.
    Through,
}

/// A number as written.
#[derive(Debug, Clone, Copy)]
struct Number<'a> {
    value: u32,
    /// 之一 of `（二之一）`.
    sub: u32,
    /// Whether it is one with points: `3.1.5`.
    dotted: bool,
    input: Input<'a>,
}

impl Number<'_> {
    fn is_bracketed(&self) -> bool {
        self.input.text.starts_with(charset::is_round_opener)
    }
}

/// Numbers that share a unit.
#[derive(Debug)]
struct Group<'a> {
    members: Vec<(Joint, Number<'a>)>,
    unit: Unit,
    sub: u32,
}

/// The provisions named at byte `at` of `text`; `base` is where they begin, and is written from byte `start` on.
/// None where none is named.
pub(super) fn read<'a>(text: &'a str, at: usize, start: usize, base: Base<'a>) -> Vec<Mention<'a>> {
    let input = from(text, at);
    let mut list = List { text, start, base, steps: Vec::new(), found: Vec::new() };
    let (mut rest, mut joint) = (input, Joint::Deeper);
    while let Ok((behind, group)) = group(rest, list.may_go_on()) {
        if glued(group.unit, behind.text) || !list.add(joint, rest, &group, behind) {
            break;
        }
        let Ok(next) = next(behind) else { break };
        (rest, joint) = next;
    }
    list.found
}

/// The provisions joined to a reference that ends in front of `i`: 第九条 of `前款和第九条`.
pub(super) fn joined<'a>(text: &'a str, i: Input<'a>) -> Vec<Mention<'a>> {
    let Ok((rest, Joint::And)) = next(i) else { return Vec::new() };
    let at = range(rest).start;
    read(text, at, at, Base::Bare)
}

// next ::= joint gap | gap
/// What parts a group from the next.
fn next(i: Input<'_>) -> Rule<'_, Joint> {
    alt(((joint, gap).map(|(joint, ())| joint), value(Joint::Deeper, gap))).parse(i)
}

// group ::= "第"? gap member gap (joint gap "第"? gap member gap)* (unit sub)?
/// Numbers and their unit: `第十条之一`, `第一、二款`, `第（一）至（三）项`. Where a list goes on, numbers in brackets
/// need neither 第 nor a unit: `本条（二）项`, `第三条（一）、（二）`.
fn group(i: Input<'_>, goes_on: bool) -> Rule<'_, Group<'_>> {
    let (mut rest, lead) = opt((tag("第"), gap)).parse(i)?;
    let bare = lead.is_none();
    if bare && !(goes_on && rest.text.starts_with(charset::is_round_opener)) {
        return Err(nom::Err::Error(()));
    }
    let (mut members, mut how) = (Vec::new(), Joint::Deeper);
    loop {
        let (behind, number) = member(rest)?;
        members.push((how, number));
        let (spaced, ()) = gap(behind)?;
        if let Ok((rest, (unit, sub))) = (step::unit, step::sub).parse(spaced) {
            return Ok((rest, Group { members, unit, sub }));
        }
        let next = (joint, gap, opt((tag("第"), gap)), peek(member)).parse(spaced);
        match next {
            Ok((more, (joint, ..))) if members.len() < MOST_MEMBERS => (rest, how) = (more, joint),
            _ if bare && members.iter().all(|(_, number)| number.is_bracketed()) => {
                return Ok((behind, Group { members, unit: Unit::Item, sub: 0 }));
            }
            _ => return Err(nom::Err::Error(())),
        }
    }
}

// member ::= dotted | number
/// `3.1.5`, `（一）`, `十`.
fn member(i: Input<'_>) -> Rule<'_, Number<'_>> {
    let dotted = map(step::dotted, |value| ((value, 0), true));
    let (rest, ((value, sub), dotted)) = alt((dotted, map(step::number, |number| (number, false)))).parse(i)?;
    let value = value.ok_or(nom::Err::Error(()))?;
    Ok((rest, Number { value, sub, dotted, input: i.take(i.text.len() - rest.text.len()) }))
}

// joint ::= "、" | "和" | "与" | "或者" | "或" | "以及" | "及" | through
/// What joins two numbers.
fn joint(i: Input<'_>) -> Rule<'_, Joint> {
    let and = alt((tag("、"), tag("和"), tag("与"), tag("或者"), tag("或"), tag("以及"), tag("及")));
    alt((value(Joint::And, and), value(Joint::Through, through))).parse(i)
}

// through ::= "至" | "到" | "——" | "—" | "–" | "－" | "-" | "～" | "~"
/// What stands in front of the last of several.
pub(super) fn through(i: Input<'_>) -> Rule<'_, Input<'_>> {
    alt((tag("至"), tag("到"), tag("——"), tag("—"), tag("–"), tag("－"), tag("-"), tag("～"), tag("~"))).parse(i)
}

// gap ::= blank{0,2}
/// A blank typed inside: `第 3 条`.
fn gap(i: Input<'_>) -> Rule<'_, ()> {
    map(take_while_m_n(0, 2, charset::is_blank), |_| ()).parse(i)
}

/// Whether `unit` is the first letter of a word that goes on in `rest`: 条 of 条例, 项 of 项目.
pub(super) fn glued(unit: Unit, rest: &str) -> bool {
    let letters = match unit {
        Unit::Law(MarkerStyle::Article) => "例件款约目纹理线形状道路",
        Unit::Law(MarkerStyle::Chapter) => "程鱼",
        Unit::Law(MarkerStyle::Section) => "点能目约日假课奏省水气",
        Unit::Law(_) => "制辑号码委队外写排造译",
        Unit::Clause => "项式物额",
        Unit::Item => "目",
        Unit::Subitem => "标录前次",
        _ => "",
    };
    rest.starts_with(|c| letters.contains(c))
}

/// The order of units, from the largest.
pub(super) fn rank(unit: Unit) -> u8 {
    match unit {
        Unit::Law(MarkerStyle::Part) => 1,
        Unit::Law(MarkerStyle::Subpart) => 2,
        Unit::Law(MarkerStyle::Chapter) => 3,
        Unit::Law(MarkerStyle::Section) => 4,
        Unit::Law(_) | Unit::Section(MarkerStyle::Dotted) => 5,
        Unit::Clause => 6,
        Unit::Item => 7,
        Unit::Subitem => 8,
        _ => 0,
    }
}

/// A list that is being read.
struct List<'a> {
    text: &'a str,
    /// Where its first member is written from.
    start: usize,
    base: Base<'a>,
    /// The way to its last member.
    steps: Vec<Step<'a>>,
    found: Vec<Mention<'a>>,
}

impl<'a> List<'a> {
    /// Whether a number in brackets may come without 第: `本条（一）项`, `上述（一）、（二）项`.
    fn may_go_on(&self) -> bool {
        !self.found.is_empty() || matches!(self.base, Base::Here(_) | Base::Before(..) | Base::Above)
    }

    /// The rank of what the list begins with.
    fn base_rank(&self) -> Option<u8> {
        if let Base::Here(unit) | Base::Before(unit, _) = self.base { Some(rank(unit)) } else { None }
    }

    /// Adds the members of a group that is joined by `joint`; `false` where it does not belong to the list.
    fn add(&mut self, joint: Joint, i: Input<'a>, group: &Group<'a>, behind: Input<'a>) -> bool {
        let own = rank(group.unit);
        let over = self.steps.last().map(|step| rank(step.unit)).or(self.base_rank());
        if joint == Joint::Deeper && over.is_some_and(|over| over >= own) {
            return false;
        }
        let alone = group.members.len() == 1;
        for (at, (inner, number)) in group.members.iter().enumerate() {
            let last = at + 1 == group.members.len();
            let begin = if at == 0 { range(i).start } else { range(number.input).start };
            let end = if last { range(behind).start } else { range(number.input).end };
            let text = if alone { part(self.text, begin..end) } else { number.input.text };
            let unit = if number.dotted { Unit::Section(MarkerStyle::Dotted) } else { group.unit };
            let text = if number.dotted { number.input.text } else { text };
            let sub = if last && group.sub > 0 { group.sub } else { number.sub };
            let step = Step { unit, number: Some(number.value), sub, text };
            self.push(if at == 0 { joint } else { *inner }, step, begin, end);
        }
        true
    }

    fn push(&mut self, joint: Joint, step: Step<'a>, begin: usize, end: usize) {
        if joint != Joint::Deeper {
            let own = rank(step.unit);
            self.steps.retain(|over| rank(over.unit) < own);
            if self.base_rank().is_some_and(|base| base >= own) {
                self.base = Base::Bare;
            }
        }
        self.steps.push(step);
        match self.found.last_mut() {
            Some(last) if joint == Joint::Deeper => {
                let way = if last.through.is_empty() { &mut last.steps } else { &mut last.through };
                way.clone_from(&self.steps);
                last.range.end = end;
            }
            Some(last) if joint == Joint::Through => {
                last.through.clone_from(&self.steps);
                last.range.end = end;
            }
            found => {
                let begin = if found.is_none() { self.start } else { begin };
                let mut mention = Mention::new(begin..end, self.base.clone());
                mention.steps.clone_from(&self.steps);
                self.found.push(mention);
            }
        }
    }
}
