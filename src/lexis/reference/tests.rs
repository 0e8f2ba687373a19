use super::{Base, mentions};
use crate::lexis::token::part;

/// Each reference as written, what it begins with, and its steps.
fn read(text: &str) -> Vec<String> {
    let shown = |mention: super::Mention<'_>| {
        let steps = |way: &[super::Step<'_>]| way.iter().map(|step| step.text).collect::<Vec<_>>().join("/");
        let base = match &mention.base {
            Base::Bare => String::new(),
            Base::Own(kind) => format!("own {kind} "),
            Base::That(kind) => format!("that {kind} "),
            Base::Named { name, sure } => format!("{} {name} ", if *sure { "named" } else { "perhaps" }),
            Base::Here(_) => "here ".to_owned(),
            Base::Before(_, count) => format!("before {count} "),
            Base::Above => "above ".to_owned(),
            Base::Cited(cited) => {
                let of = |range: &Option<_>| range.clone().map_or("", |range| part(text, range));
                format!("cited {}|{}|{} ", of(&cited.title), of(&cited.number), of(&cited.alias))
            }
        };
        let through = if mention.through.is_empty() { String::new() } else { format!("..{}", steps(&mention.through)) };
        format!("{}: {base}{}{through}", part(text, mention.range.clone()), steps(&mention.steps))
    };
    mentions(text).map(shown).collect()
}

#[test]
fn provisions_are_read_as_they_are_cited() {
    for (text, expected) in [
        ("依照第十条规定处理", &["第十条: 第十条"][..]),
        ("依照第十条之一的规定处理", &["第十条之一: 第十条之一"]),
        ("有第 3 条第2款第（一）项情形", &["第 3 条第2款第（一）项: 第 3 条/第2款/第（一）项"]),
        ("违反第三条至第五条规定", &["第三条至第五条: 第三条..第五条"]),
        (
            "违反第十条、第十一条和第十三条第二款规定",
            &["第十条: 第十条", "第十一条: 第十一条", "第十三条第二款: 第十三条/第二款"],
        ),
        ("第二条第一款、第三款所称", &["第二条第一款: 第二条/第一款", "第三款: 第二条/第三款"]),
        ("本条第一、二款和第四款规定", &["本条第一: here 一", "二款: here 二", "第四款: here 第四款"]),
        ("第十条第（一）至（三）项情形", &["第十条第（一）至（三）项: 第十条/（一）..第十条/（三）"]),
        (
            "第十条第一款第（一）项至第（三）项",
            &["第十条第一款第（一）项至第（三）项: 第十条/第一款/第（一）项..第十条/第一款/第（三）项"],
        ),
        ("前款第一项和第三款规定", &["前款第一项: before 1 第一项", "第三款: 第三款"]),
        ("本条（一）、（二）项情形", &["本条（一）: here （一）", "（二）项: here （二）"]),
        ("本准则第三十四条（二）所述", &["本准则第三十四条（二）: own 准则 第三十四条/（二）"]),
        ("第十条（一）、（二）所列", &["第十条（一）: 第十条/（一）", "（二）: 第十条/（二）"]),
        ("适用第3.1.5条规定", &["第3.1.5条: 3.1.5"]),
        ("第二章第一节规定", &["第二章第一节: 第二章/第一节"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn places_are_read() {
    for (text, expected) in [
        ("对前款规定有异议的", &["前款: before 1 "][..]),
        ("不适用前两款规定。", &["前两款: before 2 "]),
        ("有前条所列行为", &["前条: before 1 "]),
        ("违反前款和第九条、第十条第二款规定", &["前款: before 1 ", "第九条: 第九条", "第十条第二款: 第十条/第二款"]),
        ("依照前条或者第九条处罚", &["前条: before 1 ", "第九条: 第九条"]),
        ("本条所称企业，本章另有规定的除外", &["本条: here ", "本章: here "]),
        ("本款第一项至第五项规定", &["本款第一项至第五项: here 第一项..第五项"]),
        ("上述第（二）项材料", &["上述第（二）项: above 第（二）项"]),
        ("对上述（一）至（八）项以外的", &["上述（一）至（八）项: above （一）..（八）"]),
        ("违反本办法第七条规定", &["本办法第七条: own 办法 第七条"]),
        ("本实施细则第七条、第八条", &["本实施细则第七条: own 实施细则 第七条", "第八条: own 实施细则 第八条"]),
        ("按本通知第二部分执行", &["本通知第二部分: own 通知 第二部分"]),
        ("依照该条例第五条处罚", &["该条例第五条: that 条例 第五条"]),
        ("依照中华人民共和国公司法第五条处罚", &["中华人民共和国公司法第五条: named 中华人民共和国公司法 第五条"]),
        ("公司有公司法第五条情形", &["公司有公司法第五条: perhaps 公司有公司法 第五条"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn documents_are_read() {
    for (text, expected) in [
        ("根据《云岭市停车管理办法》制定", &["《云岭市停车管理办法》: cited 云岭市停车管理办法|| "][..]),
        (
            "根据《关于停车的意见》（云政发〔2024〕12号，以下简称《意见》）和《甲》",
            &[
                "《关于停车的意见》（云政发〔2024〕12号，以下简称《意见》）: cited 关于停车的意见|云政发〔2024〕12号|意见 ",
                "《甲》: cited 甲|| ",
            ],
        ),
        ("《关于修改〈停车办法〉的决定》", &["《关于修改〈停车办法〉的决定》: cited 关于修改〈停车办法〉的决定|| "]),
        ("《关于印发《停车办法》的通知》", &["《关于印发《停车办法》的通知》: cited 关于印发《停车办法》的通知|| "]),
        ("《未完和《停车办法》", &["《停车办法》: cited 停车办法|| "]),
        (
            "《停车办法》（试行）第三条、第五条",
            &["《停车办法》（试行）第三条: cited 停车办法|| 第三条", "第五条: cited 停车办法|| 第五条"],
        ),
        ("《停车办法》（修订版）执行", &["《停车办法》: cited 停车办法|| "]),
        ("《停车办法》附件2", &["《停车办法》附件2: cited 停车办法|| 附件2"]),
        ("按照云政发〔2024〕12号文件", &["云政发〔2024〕12号: cited |云政发〔2024〕12号| "]),
        ("（财政部令第87号）公布", &["财政部令第87号: cited |财政部令第87号| "]),
        (
            "依照云政办[2020]3号《停车办法》第三条",
            &["云政办[2020]3号《停车办法》第三条: cited 停车办法|云政办[2020]3号| 第三条"],
        ),
        ("详见附件2。", &["附件2: 附件2"]),
        ("（附件1、3）", &["附件1: 附件1", "3: 3"]),
        ("（见附件1至附件3）", &["附件1至附件3: 附件1..附件3"]),
        ("名单（见附件）", &["附件: 附件"]),
        ("按本办法附件2第三条执行", &["本办法附件2第三条: own 办法 附件2/第三条"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_reference_is_none() {
    for text in [
        "委托第三方评估，发展第一产业，第一时间处置",
        "开展第二课堂，第一批名单，第二十届会议",
        "建成第一条生产线，第二项工作，第三章程",
        "第一目标、第二项目、第三条件、第一节点",
        "目前条件、前款项、前三项工作、以前项目",
        "本条例、本项目、本章程、基本条款、资本项下",
        "相关附件材料一并上传，附件3份，附件一并报送",
        "幸福路12号、5月3号、2号楼、第12号楼",
        "第三条",
        "第二部分由此组成",
        "《》、《未完",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn ranges_are_in_order(text in "[第前本述《》（）附件号一二3.条款项章办法规定〔2024〕至、和的见云政]{0,40}") {
        let mut from = 0;
        for mention in mentions(&text) {
            proptest::prop_assert!(mention.range.start >= from && mention.range.end > mention.range.start);
            proptest::prop_assert!(text.get(mention.range.clone()).is_some());
            from = mention.range.end;
        }
    }
}
