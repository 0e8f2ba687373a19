use super::*;

#[test]
fn page_numbers() {
    for (line, bare, number) in [
        ("— 1 —", false, 1),
        ("—1—", false, 1),
        ("- 12 -", false, 12),
        ("－１２－", false, 12),
        ("–3–", false, 3),
        ("——4——", false, 4),
        ("— iv —", false, 4),
        ("— Ⅱ —", false, 2),
        ("·5·", false, 5),
        ("— 十二 —", false, 12),
        ("第 3 页", false, 3),
        ("第3页 共10页", false, 3),
        ("第3页/共10页", false, 3),
        ("第三页", false, 3),
        ("第 3 页 共 10 页", false, 3),
        ("第3页，共10页", false, 3),
        ("共 10 页 第 3 页", false, 3),
        ("共10页/第3页", false, 3),
        ("1 / 3", false, 1),
        ("— 3 —", false, 3),
        ("·3·", false, 3),
        ("-3-", false, 3),
        ("Page 3 of 10", false, 3),
        ("--- Page 3 ---", false, 3),
        ("-- 1 of 1 --", false, 1),
        ("=== 第3页 ===", false, 3),
        ("1 / 12", false, 1),
        ("12／12", false, 12),
        ("12", true, 12),
        ("１２", true, 12),
        ("2024", true, 2024),
        ("IV", true, 4),
        ("xii", true, 12),
    ] {
        assert_eq!(page_number(line), Some(PageNumber { bare, value: Some(number) }), "{line}");
    }
}

#[test]
fn numbers_left_open_in_a_template() {
    for line in ["第 n 页 共 m 页", "第n页/共m页", "第 页 共 页", "第　页"] {
        assert_eq!(page_number(line), Some(PageNumber { bare: false, value: None }), "{line}");
    }
}

#[test]
fn what_is_no_page_number() {
    for line in [
        "-3",
        "12345",
        "1/1",
        "5/3",
        "1.5",
        "第3条",
        "12.",
        "—",
        "——",
        "一",
        "iiii",
        "iV",
        "XXXX",
        "12%",
        "",
        "3 月",
        "1 2",
        "共10页",
        "共页",
        "第n条",
        "第3页至第5页",
    ] {
        assert_eq!(page_number(line), None, "{line}");
    }
}

proptest::proptest! {
    #[test]
    fn no_line_panics(line in "[-—·第页共0-9０-９IVXivxⅡ一十/ 　]{0,24}|\\PC{0,40}") {
        let _ = page_number(&line);
    }
}
