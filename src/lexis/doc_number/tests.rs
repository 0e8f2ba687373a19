use super::*;

/// Agency, year, serial and brackets as they are read.
fn parts(line: &str) -> (String, Option<u16>, Option<u32>, Brackets) {
    let read = doc_number(&Text::borrowed(line, 0));
    (read.agency.map(|a| a.to_string()).unwrap_or_default(), read.year, read.serial, read.brackets)
}

fn number(line: &str) -> Option<&str> {
    recognise(line).and_then(|range| line.get(range))
}

#[track_caller]
fn check(line: &str, agency: &str, year: Option<u16>, serial: Option<u32>, brackets: Brackets) {
    assert!(recognise(line).is_some(), "not recognised: {line}");
    assert_eq!(parts(line), (agency.to_owned(), year, serial, brackets), "{line}");
}

#[test]
fn the_standard_form() {
    check("云政发〔2024〕12号", "云政发", Some(2024), Some(12), Brackets::Hexagonal);
    check("云政办发﹝2007﹞5号", "云政办发", Some(2007), Some(5), Brackets::Hexagonal);
    check("青泉办（公）〔2020〕3号", "青泉办（公）", Some(2020), Some(3), Brackets::Hexagonal);
}

#[test]
fn brackets_of_other_kinds() {
    check("云政发[2017]12号", "云政发", Some(2017), Some(12), Brackets::Square);
    check("云政发［2017］12号", "云政发", Some(2017), Some(12), Brackets::Square);
    check("云政发(2022)12号", "云政发", Some(2022), Some(12), Brackets::Round);
    check("云政发【2020】12号", "云政发", Some(2020), Some(12), Brackets::Lenticular);
    check("云政发(2017〕12号", "云政发", Some(2017), Some(12), Brackets::Other);
}

#[test]
fn blanks_and_widths() {
    check("云政 〔2023〕27号", "云政", Some(2023), Some(27), Brackets::Hexagonal);
    check("云政办 〔 2021 〕 68 号", "云政办", Some(2021), Some(68), Brackets::Hexagonal);
    check("\u{200b}云政办〔2019〕103号\u{200b}", "云政办", Some(2019), Some(103), Brackets::Hexagonal);
    check("云府办〔２００２〕1２号", "云府办", Some(2002), Some(12), Brackets::Hexagonal);
    check("云政发〔二〇二四〕十二号", "云政发", Some(2024), Some(12), Brackets::Hexagonal);
}

#[test]
fn what_is_left_out_is_none() {
    check("云政发〔2024〕号", "云政发", Some(2024), None, Brackets::Hexagonal);
    check("云政发〔2024〕 号", "云政发", Some(2024), None, Brackets::Hexagonal);
    check("云政发〔2024〕××号", "云政发", Some(2024), None, Brackets::Hexagonal);
    check("云政发〔〕号", "云政发", None, None, Brackets::Hexagonal);
    check("云政发〔2024〕12", "云政发", Some(2024), Some(12), Brackets::Hexagonal);
    check("云政发〔2014〕号16", "云政发", Some(2014), Some(16), Brackets::Hexagonal);
    check("云政发〔2014〕第16号", "云政发", Some(2014), Some(16), Brackets::Hexagonal);
    check("〔2014〕51号", "", Some(2014), Some(51), Brackets::Hexagonal);
    check("云政发〔2014〕99999999999号", "云政发", Some(2014), None, Brackets::Hexagonal);
}

#[test]
fn labels_brackets_and_junk_are_no_part_of_the_number() {
    for line in [
        "发文字号：云政发〔2024〕12号",
        "文　号: 云政发〔2024〕12号",
        "【发文字号】云政发〔2024〕12号",
        "（云政发〔2024〕12号）",
        "(云政发〔2024〕12号)",
        "云政发〔2024〕12号★",
        "云政发〔2024〕12号〔〕",
        "　云政发〔2024〕12号　",
    ] {
        assert_eq!(number(line), Some("云政发〔2024〕12号"), "{line}");
        assert_eq!(parts(line), ("云政发".into(), Some(2024), Some(12), Brackets::Hexagonal), "{line}");
    }
    check(
        "临江省某监督管理委员会公告（〔2014〕51号）",
        "临江省某监督管理委员会公告",
        Some(2014),
        Some(51),
        Brackets::Hexagonal,
    );
}

#[test]
fn orders_and_announcements() {
    check("第 305 号", "", None, Some(305), Brackets::None);
    check("第七〇六号", "", None, Some(706), Brackets::None);
    check("省政府令 第219号", "省政府令", None, Some(219), Brackets::None);
    check("临江省财政厅令第7号", "临江省财政厅令", None, Some(7), Brackets::None);
    check("（中华人民共和国主席令第31号）", "中华人民共和国主席令", None, Some(31), Brackets::None);
    check("甲部、乙部令2019年第9号", "甲部、乙部令", Some(2019), Some(9), Brackets::None);
    check("公告2018年第14号", "公告", Some(2018), Some(14), Brackets::None);
    check("临江省某改革委2017年第9号", "临江省某改革委", Some(2017), Some(9), Brackets::None);
    check("2018年第14号", "", Some(2018), Some(14), Brackets::None);
    check("云岭市人民政府令〔2024〕3号", "云岭市人民政府令", Some(2024), Some(3), Brackets::Hexagonal);
    check("云政 第24号", "云政", None, Some(24), Brackets::None);
    check("某某主席令（第十二号）", "某某主席令", None, Some(12), Brackets::None);
    check("第十四届人民代表大会公告第3号", "第十四届人民代表大会公告", None, Some(3), Brackets::None);
}

#[test]
fn numbers_of_issues() {
    check("（第31期）", "", None, Some(31), Brackets::None);
    check("第 31 期", "", None, Some(31), Brackets::None);
    check("第三十一期", "", None, Some(31), Brackets::None);
    check("（总第208期）", "", None, Some(208), Brackets::None);
    check("2024年第3期（总第208期）", "", Some(2024), Some(3), Brackets::None);
    check("〔2024〕第3期", "", Some(2024), Some(3), Brackets::Hexagonal);
    assert_eq!(number("（第31期）"), Some("第31期"));
    assert_eq!(
        parts("云岭市人民政府专题会议纪要 第31期"),
        ("云岭市人民政府专题会议纪要".into(), None, Some(31), Brackets::None)
    );
    for line in
        ["一期", "项目第2期", "第2期工程", "国务院公报2024年第3期", "第期", "（第31期", "本年第3期（总第208期）"]
    {
        assert_eq!(number(line), None, "{line}");
    }
}

#[test]
fn a_date_behind_a_number_is_no_part_of_it() {
    let announcement = "某监督管理委员会公告〔2019〕1号   2019年1月15日";
    assert_eq!(number(announcement), Some("某监督管理委员会公告〔2019〕1号"));
    assert_eq!(parts(announcement), ("某监督管理委员会公告".into(), Some(2019), Some(1), Brackets::Hexagonal));
    assert_eq!(number("第 305 号　二〇二四年五月六日"), Some("第 305 号"));
    assert_eq!(number("云政发〔2024〕12号 2024-05-06"), Some("云政发〔2024〕12号"));
    assert_eq!(number("云政发〔2024〕12 2024-05-06"), None);
    assert_eq!(number("云政发〔2024〕12号 王某 2024年5月6日"), None);
}

#[test]
fn sentences_and_names_with_a_number() {
    for line in [
        "根据云政发〔2024〕12号",
        "精神，按照云政发〔2024〕12号",
        "云政发〔2024〕12号）、",
        "会〔2021〕263 号）",
        "云政发〔2024〕12号文件",
        "《通知》（云政发〔2024〕12号）",
        "私募投资基金合同指引第1号",
        "企业会计准则第39号",
        "四次会议第7240号建议",
        "第12号台风",
        "2004年7月8日 某管理局令第9号公布",
        "1996年7月6日 国务院令第201号",
        "国务院公报2015年第10号",
        "年度报告（2022）",
        "第十二条",
        "云岭市人民政府",
        "联系电话（2022）5",
        "",
        "号",
    ] {
        assert_eq!(number(line), None, "{line}");
    }
}

#[test]
fn marks_glued_to_numbers() {
    let tail = |line: &'static str| split_glued(line).and_then(|at| line.get(at..));
    assert_eq!(tail("云岭市某委员会文件云某委字〔2022〕2号★"), Some("云某委字〔2022〕2号★"));
    assert_eq!(tail("云岭市人民政府文件　云政发〔2024〕1号"), Some("云政发〔2024〕1号"));
    assert_eq!(tail("云岭市人民政府 云政发〔2024〕1号"), Some("云政发〔2024〕1号"));
    assert_eq!(tail("中华人民共和国某部令第7号"), Some("第7号"));
    assert_eq!(tail("云岭市人民政府公告 2024年第6号"), Some("2024年第6号"));
    assert_eq!(tail("云岭市人民政府专题会议纪要（第31期）"), Some("（第31期）"));
    assert_eq!(tail("关于专题会议纪要（第31期）"), None);
    assert_eq!(tail("云政发〔2024〕1号"), None);
    assert_eq!(tail("云政 〔2024〕1号"), None);
    assert_eq!(tail("发文字号：财政厅令第7号"), None);
    assert_eq!(number("云岭市人民政府文件云政发〔2024〕1号"), None);
}

#[test]
fn a_title_stands_behind_its_number() {
    let title = |line: &'static str| before_title(line).and_then(|(_, title)| line.get(title..));
    assert_eq!(title("云政发〔2024〕7号　云岭市人民政府关于防汛的批复"), Some("云岭市人民政府关于防汛的批复"));
    assert_eq!(title("云政发〔2024〕7号关于防汛的批复"), Some("关于防汛的批复"));
    assert_eq!(title("云政发〔2024〕7号云岭市人民政府"), Some("云岭市人民政府"));
    for line in ["云政发〔2024〕7号文件关于防汛的补充规定", "云政发〔2024〕7号解读", "幸福路12号关于搬迁的通知"]
    {
        assert_eq!(title(line), None, "{line}");
    }
}

#[test]
fn letters_that_end_marks_are_those_of_the_words() {
    for word in vocabulary::ORDER_WORDS {
        assert_eq!(split_glued(&format!("云岭市{word}第7号")), Some("云岭市".len() + word.len()), "{word}");
    }
}

proptest::proptest! {
    #[test]
    fn no_line_panics(line in "\\PC{0,40}|[云政发〔〕()（）2０二第年号令 　件文★：]{0,30}") {
        let _ = (recognise(&line), split_glued(&line), parts(&line));
    }

    #[test]
    fn a_well_formed_number_is_read_back(agency in "[云青临政办发函字]{2,6}", year in 1950_u16..2100, serial in 1_u32..10_000) {
        let line = format!("{agency}〔{year}〕{serial}号");
        proptest::prop_assert_eq!(recognise(&line), Some(0..line.len()));
        proptest::prop_assert_eq!(parts(&line), (agency, Some(year), Some(serial), Brackets::Hexagonal));
    }
}
