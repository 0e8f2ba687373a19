use super::*;
use MarkerStyle::{Arabic, ArabicParen, Article, Chapter, Circled, Dotted, Han, HanParen};

fn read(line: &str) -> Option<(MarkerStyle, u32, u32, &str)> {
    recognise(line).map(|m| (m.style, m.number, m.sub, line.get(usize::from(m.len)..).unwrap_or("?")))
}

#[test]
fn every_style_and_width_is_read() {
    assert_eq!(read("一、总体要求"), Some((Han, 1, 0, "总体要求")));
    assert_eq!(read("⼗二、其他"), Some((Han, 12, 0, "其他")));
    assert_eq!(read("(二)加强"), Some((HanParen, 2, 0, "加强")));
    assert_eq!(read("（ 三 ）、加强"), Some((HanParen, 3, 0, "加强")));
    assert_eq!(read("㈣加强"), Some((HanParen, 4, 0, "加强")));
    assert_eq!(read("1. 甲"), Some((Arabic, 1, 0, " 甲")));
    assert_eq!(read("１２．甲"), Some((Arabic, 12, 0, "甲")));
    assert_eq!(read("2、甲"), Some((Arabic, 2, 0, "甲")));
    assert_eq!(read("（1）甲"), Some((ArabicParen, 1, 0, "甲")));
    assert_eq!(read("1）甲"), Some((ArabicParen, 1, 0, "甲")));
    assert_eq!(read("⑵甲"), Some((ArabicParen, 2, 0, "甲")));
    assert_eq!(read("③甲"), Some((Circled, 3, 0, "甲")));
    assert_eq!(read("第一章　总则"), Some((Chapter, 1, 0, "　总则")));
    assert_eq!(read("第十条之一　甲"), Some((Article, 10, 1, "　甲")));
    assert_eq!(read("第 2 条 甲"), Some((Article, 2, 0, " 甲")));
    assert_eq!(read("1.2 甲"), Some((Dotted, 2, 0x102, " 甲")));
    assert_eq!(read("1　总则"), Some((Dotted, 1, 1, "　总则")));
    assert_eq!(read("（二之一）甲"), Some((HanParen, 2, 1, "甲")));
    assert_eq!(read("一,调整标准"), Some((Han, 1, 0, "调整标准")));
    assert_eq!(read("1,最低工资标准"), Some((Arabic, 1, 0, "最低工资标准")));
    assert_eq!(read("2， 最低工资标准"), Some((Arabic, 2, 0, " 最低工资标准")));
    assert_eq!(read("1.2025年2月前"), Some((Arabic, 1, 0, "2025年2月前")));
}

#[test]
fn amounts_and_words_are_no_markers() {
    for line in [
        "1.5个百分点",
        "2024年",
        "一是加强",
        "一九五八，将",
        "第一，要",
        "十分重要",
        "13495.6546",
        "20 日",
        "（试行）",
        "（此件公开发布）",
        "1,000元",
        "1，000元",
        "3,5-二甲基苯",
        "三十，或者公司",
        "21，其他",
        "二〇二四，将",
        "一，",
        "（之一）",
    ] {
        let style = read(line).map(|m| m.0);
        assert!(matches!(style, None | Some(Arabic)), "{line} {style:?}");
    }
    assert_eq!(read("十分重要"), None);
    assert_eq!(read("1,000元"), None);
    assert_eq!(read("三十，或者公司"), None);
    assert_eq!(read("一，本公司将公告"), None);
}
