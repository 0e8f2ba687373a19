//! 发文机关标志: organs, and the word behind them (9704 7.2.4).

use super::{kind, organ};
use crate::charset::trim_end;

/// What may stand behind the organs: 文件 mostly, the 文种 where a layout of its own is used.
const WORDS: [&str; 7] = ["文件", "令", "公告", "通告", "纪要", "明传电报", "函"];

/// `mark` without the word behind its organs: `云岭市人民政府` of `云岭市人民政府文件`.
pub(crate) fn organs(mark: &str) -> &str {
    WORDS.iter().find_map(|word| mark.strip_suffix(word)).unwrap_or(mark)
}

/// The organ of a 标志 that ends in a 文种 as titles do: `云岭市水务局` of `云岭市水务局通知`.
pub(crate) fn over_kind(mark: &str) -> Option<&str> {
    let (at, ..) = kind::at_end(mark)?;
    mark.get(..at).map(trim_end).filter(|organ| organ::is_organ(organ))
}

#[cfg(test)]
mod tests {
    use super::{organs, over_kind};

    #[test]
    fn a_kind_may_stand_behind_the_organ() {
        assert_eq!(over_kind("云岭市水务局通知"), Some("云岭市水务局"));
        assert_eq!(over_kind("云岭市水务局通　知"), Some("云岭市水务局"));
        assert_eq!(over_kind("云岭市供水通知"), None);
    }

    #[test]
    fn the_word_behind_the_organs_is_left_out() {
        for mark in ["云岭市水务局文件", "云岭市水务局令", "云岭市水务局函", "云岭市水务局通告", "云岭市水务局"]
        {
            assert_eq!(organs(mark), "云岭市水务局");
        }
        assert_eq!(organs("云岭市专题会议纪要"), "云岭市专题会议");
    }
}
