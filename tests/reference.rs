//! References: what they refer to, what is said of those that can't be followed, and what always holds of them.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::time::Instant;

use hongtou::query::{Reference, Selector};
use proptest::prelude::*;

const RULES: &str = "\
云岭市停车管理办法
第一章 总则
第一条 为了规范停车秩序，根据《云岭市道路条例》（云岭市人大常委会公告第3号，以下简称《条例》），制定本办法。
第二条 本办法适用于本市停车管理，第五条另有规定的除外。
有下列情形之一的，不适用本办法：
（一）公共交通场站；
（二）货运车辆专用场地：
1. 港口；
2. 铁路货场。
前款第（二）项所称场地由市交通部门确定，不受本条第一款和前两款限制。
第二条之一 停车实行分类管理，本章另有规定的，从其规定。
第二章 规划
第三条 违反前条、第二条至第三条或者第九条规定的，依照《条例》第十条第二款、第十二条处罚。
第四条 前款所称处罚不适用于本条第三款；本条第（三）项、第一款第（一）项另行规定。
第五条 依照中华人民共和国道路法第七条和该法第九条执行，见附件2、附件3和本办法附件1第一条。
附件：1. 分类规则
　　　2. 收费表
附件1
分类规则
第一条 本规则第二条、本办法第二条之一按附件执行。
第二条 车位分为大小两类。
";

const NOTICE: &str = "\
云岭市人民政府关于印发《云岭市值班办法》的通知
各县人民政府：
现将《云岭市值班办法》（以下简称《办法》）印发给你们，《云岭市值班办法》（云政发〔2010〕3号）同时废止。
一、总体要求
（一）按时到岗。
（二）及时报告，有上述第（一）项情形的除外。
二、责任分工
按本通知第一条第（二）项、本通知第二部分、《办法》第二条和云政发〔2024〕12号执行，具体见附件。
附件：云岭市值班办法
云岭市人民政府
2024年5月6日
附件
云岭市值班办法
第一条 值班人员按时到岗。
第二条 本办法由市政府办公室解释，依照本通知第二部分执行。
";

fn shown(reference: &Reference<'_>) -> String {
    let element = reference.target.node().map(|found| format!("{} ", found.node.name())).unwrap_or_default();
    format!("{} {}: {element}{}", reference.kind.name(), reference.text.as_str(), reference.target)
}

/// Every reference in `text`.
fn references(text: &str) -> Vec<String> {
    hongtou::parse(text).document.references().iter().map(shown).collect()
}

#[test]
fn rules_with_dotted_numbers_are_followed() {
    let text = "云岭交易所交易规则\n1 交易市场\n1.1 交易品种\n1.1.1 下列品种可以交易：\n（一）林权；\n（二）排污权。\n\
        1.1.2 会员的委托包括：\n（一）账户号码；\n（二）买卖方向。\n1.2 交易时间\n第1.1.1条第（二）项、第1.1.2条第（一）项的时间另行公布。\n\
        1.2.1 每日两场。\n1.2.2 前条所称场次由交易所公布，本条自公布之日起适用。\n";
    let expected = [
        "item 第1.1.1条第（二）项: section 1/1.1/1.1.1/（二）",
        "item 第1.1.2条第（一）项: section 1/1.1/1.1.2/（一）",
        "article 前条: section 1/1.2/1.2.1",
        "article 本条: section 1/1.2/1.2.2",
    ];
    assert_eq!(references(text), expected);
}

#[test]
fn references_of_rules_are_followed() {
    let expected = [
        "document 《云岭市道路条例》（云岭市人大常委会公告第3号，以下简称《条例》）: 《云岭市道路条例》（云岭市人大常委会公告第3号）",
        "article 第五条: article 第二章/第五条",
        "item 前款第（二）项: item 第一章/第二条/（二）",
        "clause 本条第一款: paragraph 第一章/第二条/第一款",
        "clause 前两款: paragraph 第一章/第二条/第一款至第一章/第二条/第二款",
        "chapter 本章: chapter 第一章",
        "article 前条: article 第一章/第二条之一",
        "article 第二条至第三条: article 第一章/第二条至第二章/第三条",
        "article 第九条: no_such_article",
        "clause 《条例》第十条第二款: 《云岭市道路条例》（云岭市人大常委会公告第3号）第十条第二款",
        "article 第十二条: 《云岭市道路条例》（云岭市人大常委会公告第3号）第十二条",
        "clause 前款: nothing_before_clause",
        "clause 本条第三款: no_such_clause",
        "item 本条第（三）项: no_such_item",
        "item 第一款第（一）项: no_such_item",
        "article 中华人民共和国道路法第七条: 《中华人民共和国道路法》第七条",
        "article 该法第九条: 《中华人民共和国道路法》第九条",
        "attachment 附件2: attachment_note attachment_note",
        "attachment 附件3: no_such_attachment",
        "article 本办法附件1第一条: article 附件1 > 第一条",
        "article 本规则第二条: article 附件1 > 第二条",
        "article 本办法第二条之一: article 第一章/第二条之一",
    ];
    assert_eq!(references(RULES), expected);
}

#[test]
fn references_of_notices_are_followed() {
    let expected = [
        "document 《云岭市值班办法》: attachment 附件",
        "document 《云岭市值班办法》（以下简称《办法》）: attachment 附件",
        "document 《云岭市值班办法》（云政发〔2010〕3号）: 《云岭市值班办法》（云政发〔2010〕3号）",
        "item 上述第（一）项: section 一/（一）",
        "item 本通知第一条第（二）项: section 一/（二）",
        "portion 本通知第二部分: section 二",
        "article 《办法》第二条: article 附件 > 第二条",
        "doc_number 云政发〔2024〕12号: 云政发〔2024〕12号",
        "attachment 附件: attachment 附件",
        "portion 本通知第二部分: section 二",
    ];
    assert_eq!(references(NOTICE), expected);
}

#[test]
fn what_cannot_be_followed_says_why() {
    for (text, expected) in [
        ("关于值班的通知\n\n按前款规定办理。\n", "clause 前款: outside_clause"),
        ("关于值班的通知\n\n本条所称值班按规定办理。\n", "article 本条: outside_article"),
        ("关于值班的通知\n\n依照该办法第三条办理。\n", "article 该办法第三条: unknown_document"),
        ("值班条例实施细则\n第一条 条例第一条所称值班是夜间值班。\n", "article 条例第一条: unknown_document"),
        ("值班办法\n第一条 依照前条规定办理。\n", "article 前条: nothing_before_article"),
        (
            "值班办法\n第一条 有下列情形的：\n（一）甲；\n（二）乙。\n另有下列情形的：\n（一）丙。\n第二条 依照第一条第（一）项办理。\n",
            "item 第一条第（一）项: ambiguous_item",
        ),
        ("值班办法\n第一条 甲。\n第三章 乙\n第二条 依照第三章第一条办理。\n", "article 第三章第一条: no_such_article"),
    ] {
        assert_eq!(references(text), [expected], "{text}");
    }
}

#[test]
fn a_series_of_articles_is_looked_up_in_itself() {
    let text = "两项规则\n第一章 甲\n第一条 甲。\n第二条 依照第一条办理。\n第二章 乙\n第一条 乙。\n第二条 依照第一条、第三条办理。\n";
    let expected = [
        "article 第一条: article 第一章/第一条",
        "article 第一条: article 第二章/第一条",
        "article 第三条: no_such_article",
    ];
    assert_eq!(references(text), expected);
}

#[test]
fn a_kind_alone_names_the_text_itself_or_what_is_called_so() {
    let own = "值班办法\n第一条 甲。\n第二条 适用办法第一条规定。\n";
    assert_eq!(references(own), ["article 办法第一条: article 第一条"]);
    let called = "值班条例实施细则\n第一条 根据《值班条例》（以下简称条例）制定。\n第二条 依照条例第一条规定处罚。\n";
    let expected = ["document 《值班条例》（以下简称条例）: 《值班条例》", "article 条例第一条: 《值班条例》第一条"];
    assert_eq!(references(called), expected);
}

#[test]
fn inserted_numbers_are_told_apart() {
    let text = "值班办法\n第一条 应当：\n（一）甲；\n（二）乙；\n（二之一）丙；\n（三）依照前项办理。\n第二条 依照第一条第（二）项、第（二之一）项办理。\n";
    let expected = [
        "item 前项: item 第一条/（二之一）",
        "item 第一条第（二）项: item 第一条/（二）",
        "item 第（二之一）项: item 第一条/（二之一）",
    ];
    assert_eq!(references(text), expected);
}

#[test]
fn paths_of_targets_are_queries_that_find_them() {
    let parse = hongtou::parse(RULES);
    let mut found = 0;
    for reference in parse.document.references() {
        let Some(node) = reference.target.node() else { continue };
        let path = reference.target.path().filter(|path| !path.is_empty()).unwrap_or_else(|| "attachment_note".into());
        let selector: Selector = path.parse().unwrap();
        assert!(parse.document.select(&selector).contains(node), "{path}");
        found += 1;
    }
    assert_eq!(found, 11);
}

#[test]
fn json_has_stable_names() {
    let text = "值班办法\n第一条 甲。\n第二条 依照前条、《道路法》第五条和第九条办理。\n";
    let parse = hongtou::parse(text);
    let json = serde_json::to_value(parse.document.references()).unwrap();
    let span = |part: &str| {
        let start = text.find(part).unwrap();
        serde_json::json!({"start": start, "end": start + part.len()})
    };
    let expected = serde_json::json!([
        {
            "kind": "article",
            "text": "前条",
            "span": span("前条"),
            "place": {"element": "paragraph", "path": "第二条", "span": span("依照前条、《道路法》第五条和第九条办理。")},
            "target": {"type": "node", "element": "article", "path": "第一条", "span": span("第一条 甲。")},
        },
        {
            "kind": "article",
            "text": "《道路法》第五条",
            "span": span("《道路法》第五条"),
            "place": {"element": "paragraph", "path": "第二条", "span": span("依照前条、《道路法》第五条和第九条办理。")},
            "target": {
                "type": "cited",
                "title": {"text": "道路法", "span": span("道路法")},
                "provision": [{"unit": "article", "number": 5, "text": "第五条"}],
            },
        },
        {
            "kind": "article",
            "text": "第九条",
            "span": span("第九条"),
            "place": {"element": "paragraph", "path": "第二条", "span": span("依照前条、《道路法》第五条和第九条办理。")},
            "target": {
                "type": "cited",
                "title": {"text": "道路法", "span": span("道路法")},
                "provision": [{"unit": "article", "number": 9, "text": "第九条"}],
            },
        },
    ]);
    assert_eq!(json, expected);
}

#[test]
fn places_hold_across_joined_lines() {
    let text = "\
值班办法

    第一条 值班人员应当按照规定的时间到岗并且做好交接班的
各项记录工作，不得迟到早退，有关部门应当加强监督检查。
    违反有关规定的依照下列规定处理：不按时到岗的，违反前
款规定的，由所在单位批评教育，情节严重的，依照《云岭市
道路条例》处理。
";
    let parse = hongtou::parse(text);
    let found: Vec<_> = parse
        .document
        .references()
        .iter()
        .map(|r| (r.text.as_str().to_owned(), r.span().of(text).to_owned()))
        .collect();
    let expected = [("前款", "前\n款"), ("《云岭市道路条例》", "《云岭市\n道路条例》")];
    assert_eq!(found, expected.map(|(joined, source)| (joined.to_owned(), source.to_owned())));
}

/// References of many kinds, in articles and paragraphs.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "第[一二三]条(第[一二]款)?(第（[一二]）项)?",
        "前(条|款|两款)|本(条|章|款)(第一款)?",
        "、|和|至|。|，规定|的",
        "《[甲乙]法》(（以下简称《丙》）)?|《丙》",
        "附件[12]?|云政发〔2024〕1号",
        "\n第[一二三]条 |\n（[一二]）|\n|\n第[一二]章 总则\n|\n附件1\n",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| format!("值班办法\n第一条 {}\n", pieces.concat()))
}

proptest! {
    #[test]
    fn references_stand_in_order_in_their_elements(text in texts()) {
        let parse = hongtou::parse(&text);
        let mut from = (0, 0);
        for reference in parse.document.references() {
            let span = reference.span();
            prop_assert!(span.start >= from.1 || reference.place.place > from.0, "{text}");
            from = (reference.place.place, span.end);
            prop_assert!(reference.place.span().contains(span), "{text}");
            let joined: String = span.of(&text).chars().filter(|c| !c.is_whitespace()).collect();
            let own: String = reference.text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert!(joined.contains(&own) || joined.len() > own.len(), "{joined} {own}");
        }
    }
}

#[test]
fn time_is_in_proportion_to_the_text() {
    let time = |count: usize| {
        let article = "第一百条 依照前条、本条第一款、第三条至第五条、上述第（二）项和《甲法》第三条办理，见附件3。\n";
        let text = format!("值班办法\n{}{}", article.repeat(count), "《甲（第一、第二、".repeat(count * 4));
        let parse = hongtou::parse(&text);
        let start = Instant::now();
        assert!(parse.document.references().len() >= count * 6);
        start.elapsed()
    };
    time(100);
    let (short, long) = (time(500), time(4000));
    assert!(long < short * 32, "{short:?} {long:?}");
}
