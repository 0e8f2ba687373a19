use super::*;

fn parts(text: &str) -> (Option<u16>, Option<u8>, Option<u8>) {
    let date = date(&Text::borrowed(text, 0));
    (date.year, date.month, date.day)
}

#[test]
fn dates_in_all_writings() {
    for text in [
        "2024年5月6日",
        "2024年05月06日",
        "２０２４年５月６日",
        "2024 年 5 月 6 日",
        "2 0 2 4 年 5 月 6 日",
        "2024-05-06",
        "2024.5.6",
        "2024/5/6",
        "２０２４．５．６",
        "二〇二四年五月六日",
        "二○二四年五月六日",
        "二０二四年五月六日",
        "二零二四年五月六日",
        "二 〇 二 四 年 五 月 六 日",
        "　2024年5月6日　",
        "\u{200b}2024年5月6日\u{feff}",
        "⼆〇⼆四年五⽉六⽇",
        "二0二四年五月六日",
        "二Ｏ二四年五月六号",
        "二〇二四年 五月 六日",
        "2024年5月6日于江城",
        "二〇二四年五月六日于云岭市　",
    ] {
        assert!(whole_line(text), "{text}");
        assert_eq!(parts(text), (Some(2024), Some(5), Some(6)), "{text}");
    }
    assert_eq!(parts("一九九六年十二月二十五日"), (Some(1996), Some(12), Some(25)));
    assert_eq!(parts("⼀九九六年⼗⼆月廿五日"), (Some(1996), Some(12), Some(25)));
}

#[test]
fn what_is_left_open_is_none() {
    for (text, read) in [
        ("2022年月日", (Some(2022), None, None)),
        ("　年　月　日", (None, None, None)),
        ("年  月  日", (None, None, None)),
        ("2024年5月", (Some(2024), Some(5), None)),
        ("2024年5月 日", (Some(2024), Some(5), None)),
        ("20××年×月×日", (None, None, None)),
        ("20　　年　月　日", (None, None, None)),
        ("____年__月__日", (None, None, None)),
        ("2023年X月X日", (Some(2023), None, None)),
        ("2023年×月×日", (Some(2023), None, None)),
        ("2023年xx月xx日", (Some(2023), None, None)),
        ("  年 月 日", (None, None, None)),
        ("二〇二四年　月　日", (Some(2024), None, None)),
        ("2024年13月45日", (Some(2024), Some(13), Some(45))),
        ("2024-13-99", (Some(2024), Some(13), Some(99))),
    ] {
        assert!(whole_line(text), "{text}");
        assert_eq!(parts(text), read, "{text}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "2024年",
        "年",
        "年月",
        "5月6日",
        "2024年5月6日。",
        "2024年5月6日起",
        "1.5.2024",
        "2024.5",
        "12024.5.6",
        "13495.6546",
        "2024年5月6",
        "0024年5月6日",
        "24年5月6日",
        "2024年1234月6日",
        "2024年5月6日至8日",
        "云岭市2024年5月6日",
        "2024年5月6日于",
        "2024年5月于江城",
        "2024年5月6日于江城召开会议",
        "2024年5月6日于2楼",
        " ",
        "一、",
    ] {
        assert!(!whole_line(text), "{text}");
    }
}

#[test]
fn dates_at_the_end_of_a_line() {
    let front = |line: &'static str| at_end(line).and_then(|at| line.get(..at));
    assert_eq!(front("青泉县财政局　2024年5月6日"), Some("青泉县财政局　"));
    assert_eq!(front("青泉县财政局2024 年 5 月 6 日"), Some("青泉县财政局"));
    assert_eq!(front("青泉县财政局二〇二四年五月六日"), Some("青泉县财政局"));
    assert_eq!(front("青泉县财政局 2024-05-06"), Some("青泉县财政局 "));
    assert_eq!(front("青泉县财政局 　年　月　日"), Some("青泉县财政局 　"));
    assert_eq!(front("2024年5月6日"), None);
    assert_eq!(front("2024 年 5 月 6 日"), None);
    assert_eq!(front("二〇〇四年十二月十七日"), None);
    assert_eq!(front("青泉县财政局"), None);
    assert_eq!(front("编号12024.5.6"), None);
}

#[test]
fn the_calendar() {
    assert!(exists(2024, 2, 29) && exists(2000, 2, 29) && exists(2023, 12, 31));
    assert!(!exists(2023, 2, 29) && !exists(1900, 2, 29) && !exists(2024, 13, 1) && !exists(2024, 4, 31));
    assert!(!exists(2024, 0, 1) && !exists(2024, 1, 0));
}

#[test]
fn a_plain_slot_is_read_as_a_spaced_one() {
    for digits in ["5", "05", "0", "19", "202", "2024", "0000", "20245"] {
        for end in ["年", "月", "日", "号", "十年", "×年", " 年", "", "章"] {
            let (text, spaced) = (format!("{digits}{end}甲"), format!("{digits} {end}甲"));
            let parts = |text| slot(Input::new(text, 0)).map(|(_, slot)| (slot.value, slot.length, slot.open));
            assert_eq!(parts(&text), parts(&spaced), "{text}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_line_panics(line in "\\PC{0,50}|[0-9０二十年月日.×　 -]{0,60}") {
        let _ = (whole_line(&line), at_end(&line), parts(&line));
    }

    #[test]
    fn a_written_date_is_read_back(year in 1000_u16..=9999, month in 1_u8..=12, day in 1_u8..=31) {
        let line = format!("{year}年{month}月{day}日");
        proptest::prop_assert!(whole_line(&line));
        proptest::prop_assert_eq!(parts(&line), (Some(year), Some(month), Some(day)));
    }
}
