use super::*;

#[test]
fn notes() {
    for line in [
        "（此件公开发布）",
        "(此件主动公开)",
        "（此件社会公开）",
        "（本文有删减）",
        "（联系人：王某；联系电话：0100—12345678）",
        "（联系人:王某,电话:",
        "联系人：王某，联系电话：12345678",
        "联 系 人：王某",
        "（公开属性：主动公开）",
        "公开方式:主动公开",
        "此件公开发布",
        "此件可公开",
        "主动公开",
        "（发至县团级）",
        "（此件公开发布（附件除外））",
    ] {
        assert!(recognise(line), "{line}");
    }
}

#[test]
fn letters_are_those_of_the_words() {
    for word in PUBLICITY {
        assert!(word.ends_with(['开', '布', '减']), "{word}");
    }
}

#[test]
fn what_is_no_note() {
    for line in [
        "（九）",
        "（2887）",
        "（元）",
        "（一）加强领导（二）",
        "（甲）乙（丙）",
        "（）",
        "（",
        "）",
        "",
        "本文件自公布之日起施行。",
        "此件所称单位",
        "信息公开",
        "公开",
        "（一）联系人：王某",
        "本文件按照有关规则起草。",
    ] {
        assert!(!recognise(line), "{line}");
    }
}

proptest::proptest! {
    #[test]
    fn no_line_panics(line in "[（）()此件本文有公开发布删减联系人：:　]{0,30}|\\PC{0,40}") {
        let _ = recognise(&line);
    }
}
