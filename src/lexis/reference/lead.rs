//! The letters that references begin with, in the order of a text.

use memchr::memmem;

/// What a letter may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// 第: `第十条`.
    Ordinal,
    /// 前: `前款`.
    Before,
    /// 本: `本条`.
    Here,
    /// 述: `上述第（二）项`.
    Above,
    /// 《: `《云岭市停车管理办法》`.
    Title,
    /// 号: `云政发〔2024〕12号`.
    Number,
    /// 附: `附件2`.
    Attachment,
}

/// Each letter with what it may open.
const LEADS: [(&str, Lead); 7] = [
    ("第", Lead::Ordinal),
    ("前", Lead::Before),
    ("本", Lead::Here),
    ("述", Lead::Above),
    ("《", Lead::Title),
    ("号", Lead::Number),
    ("附", Lead::Attachment),
];

/// The letters in `text`, each with the byte where it stands: a few searches side by side, each of them vectorised.
pub(super) fn leads(text: &str) -> impl Iterator<Item = (usize, Lead)> {
    let mut searches = LEADS.map(|(letter, lead)| {
        let mut places = memmem::find_iter(text.as_bytes(), letter.as_bytes());
        (places.next(), places, lead)
    });
    std::iter::from_fn(move || {
        let met = searches.iter_mut().filter(|(next, ..)| next.is_some());
        let (next, places, lead) = met.min_by_key(|(next, ..)| *next)?;
        std::mem::replace(next, places.next()).map(|at| (at, *lead))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_in_the_order_of_the_text() {
        let text = "号本办法第十条、第二条及附件的《甲》前述第一项";
        let found: Vec<_> = leads(text).map(|(at, _)| text.get(at..).and_then(|rest| rest.chars().next())).collect();
        let letters: Vec<_> = text.chars().filter(|c| "第前本述《号附".contains(*c)).map(Some).collect();
        assert_eq!(found, letters);
        assert_eq!(leads("通知").count(), 0);
    }
}
