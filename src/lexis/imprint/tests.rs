use super::*;

fn text_of(organ: &Organ<'_>) -> String {
    organ.text.to_string()
}

#[test]
fn lines_of_cc() {
    for line in [
        "抄送：省政府办公厅。",
        "抄 送:省政府办公厅，市委各部门。",
        "主送：各县人民政府",
        "分送：市领导。",
        "【抄送】市财政局",
        "报：省委、省政府",
        "抄送　市委办公室，市人大办公室",
    ] {
        assert!(recognise_cc(line), "{line}");
    }
    for line in ["抄送有关单位", "报：", "发送：登录系统。上传材料、表格", "主送机关", "抄", "", "送审稿：甲、乙"]
    {
        assert!(!recognise_cc(line), "{line}");
    }
}

#[test]
fn labels_of_cc() {
    let text = Text::borrowed("抄　送：市委办公室，市人大办公室。", 6);
    let cc = cc(&text);
    assert_eq!(cc.label.map(|label| (label.to_string(), label.span.start)), Some(("抄　送".to_owned(), 6)));
    assert_eq!(cc.organs.iter().map(text_of).collect::<Vec<_>>(), ["市委办公室", "市人大办公室"]);
}

#[test]
fn lines_of_imprint() {
    for (line, organ, date) in [
        ("云岭市人民政府办公室　　2024年6月4日印发", Some("云岭市人民政府办公室"), Some("2024年6月4日")),
        ("云岭市人民政府办公室2024年6月4日印发", Some("云岭市人民政府办公室"), Some("2024年6月4日")),
        ("云岭市人民政府办公室综合科 2024年6月4日 印 发", Some("云岭市人民政府办公室综合科"), Some("2024年6月4日")),
        ("2024年6月4日印发", None, Some("2024年6月4日")),
        ("2024年6月4日印", None, Some("2024年6月4日")),
        ("云岭市财政局　2024年6月4日印发（共印120份）", Some("云岭市财政局"), Some("2024年6月4日")),
        ("（共印120份）", None, None),
    ] {
        assert!(recognise(line), "{line}");
        let read = imprint(&Text::borrowed(line, 0));
        assert_eq!(read.organ.as_ref().map(text_of).as_deref(), organ, "{line}");
        assert_eq!(read.date.map(|date| date.text.to_string()).as_deref(), date, "{line}");
    }
}

#[test]
fn sentences_are_no_imprint() {
    for line in [
        "《办法》已于2024年6月4日印发",
        "现将方案印发",
        "本方案由市政府于2024年6月4日印发",
        "国务院办公厅关于印发",
        "印发",
        "2024年6月4日",
        "共印",
        "",
    ] {
        assert!(!recognise(line), "{line}");
    }
}

proptest::proptest! {
    #[test]
    fn no_line_panics(line in "[抄送主报：:云岭市局　 2024年6月4日印发制共份（）。]{0,30}|\\PC{0,40}") {
        let text = Text::borrowed(&line, 0);
        let (_, _) = (recognise_cc(&line), recognise(&line));
        let (_, _) = (cc(&text), imprint(&text));
    }
}
