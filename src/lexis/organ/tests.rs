use super::*;

fn names(text: &str) -> Vec<String> {
    let text = Text::borrowed(text, 0);
    list(&text, 0..text.len()).into_iter().map(|organ| organ.text.to_string()).collect()
}

#[test]
fn lists_are_split_outside_brackets() {
    assert_eq!(names("各县（市、区）人民政府，市政府各部门："), ["各县（市、区）人民政府", "市政府各部门"]);
    assert_eq!(names("云岭市、青泉市、临江市人民政府:"), ["云岭市", "青泉市", "临江市人民政府"]);
    assert_eq!(names("省委各部门;省军区，　省法院。"), ["省委各部门", "省军区", "省法院"]);
    assert_eq!(names("："), Vec::<String>::new());
    assert_eq!(names("甲（乙、丙、丁"), ["甲（乙", "丙", "丁"]);
}

#[test]
fn members_know_where_they_stand() {
    let text = Text::borrowed("甲局、 乙局：", 5);
    let spans: Vec<_> = list(&text, 0..text.len()).iter().map(|o| (o.text.span.start, o.text.span.end)).collect();
    assert_eq!(spans, [(5, 11), (15, 21)]);
}

#[test]
fn a_long_list_is_split_in_linear_time() {
    for unit in ["甲局、", "（、", "）", "　，"] {
        let text = unit.repeat(200_000);
        let text = Text::borrowed(&text, 0);
        assert!(list(&text, 0..text.len()).len() <= 200_001, "{unit}");
    }
}

#[test]
fn names_of_organs() {
    for name in [
        "云岭市人民政府",
        "云岭市人民政府办公室",
        "国务院",
        "国务院办公厅",
        "青泉县财政局",
        "财政部",
        "中国人民银行云岭市分行",
        "云岭市住房公积金管理中心",
        "国家税务总局云岭市税务局",
        "中共云岭市委",
        "青泉县人民法院",
        "云岭市发展和改革委员会",
        "中国人民银行云岭市中心支行",
        "云岭水务集团有限公司",
        "青泉县财政局（代章）",
        "云岭市促进投资局",
        "中国海洋学会",
        "省教育厅",
        "应急管理部",
        "云岭市不动产登记中心",
        "本河市人民政府",
        "经济贸易局",
        "对外贸易委员会",
        "和河市教育局",
        "云岭（青泉）管理委员会",
    ] {
        assert!(is_organ(name), "{name}");
    }
}

#[test]
fn what_only_ends_like_an_organ() {
    for text in [
        "全市经济社会发展大局",
        "按照市委工作部署",
        "各级领导干部",
        "以人民为中心",
        "报市人民政府",
        "经国务院",
        "由县级人民政府",
        "所在地的人民法院",
        "通知有关委员会",
        "",
        "局",
        "二〇二四年",
        "甲局、乙局",
        "县级以上人民政府",
        "制定方案。市财政局",
    ] {
        assert!(!is_organ(text), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_list_panics(text in "\\PC{0,40}|[局部市、，（）() 　：各]{0,30}") {
        let _ = (names(&text), is_organ(&text), recognise_addressee(&text));
    }
}
