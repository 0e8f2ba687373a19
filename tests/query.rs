//! Selectors: what they find, what they say of a bad one, and what always holds of them.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail by panicking")]

use std::time::Instant;

use hongtou::ast::{Document, Node};
use hongtou::query::Selector;
use proptest::prelude::*;

const NOTICE: &str = "\
云岭市人民政府文件
云政发〔2024〕12号
云岭市人民政府关于做好防汛工作的通知
各县（市、区）人民政府：
现将有关事项通知如下。
一、总体要求
（一）提高认识。各地要高度重视。
（二）落实责任。
1. 县级负总责。
2. 乡镇抓落实。
二、存在问题
（一）物资储备不足。
三、工作措施
加强值守。
附件：1. 任务分工
　　　2. 联系方式
云岭市人民政府
2024年5月6日
附件1
任务分工
一、水利部门
负责调度。
三、交通部门
负责保通。
附件2
联系方式
三、值班电话
每日更新。
";

const RULES: &str = "\
云岭市停车管理办法
第一章 总则
第一条 为了规范停车秩序，制定本办法。
第二条 本办法适用于本市停车管理。
有下列情形之一的，不适用本办法：
（一）公共交通场站；
（二）货运车辆专用场地：
1. 港口；
2. 铁路货场。
前款所称场站由市交通部门确定。
第二条之一 停车实行分类管理。
第二章 规划
第一节 编制
第三条 市自然资源部门编制停车专项规划。
";

/// What `query` finds in `text`: name and the beginning of its text.
fn found(text: &str, query: &str) -> Vec<String> {
    let parse = hongtou::parse(text);
    let selector: Selector = query.parse().unwrap_or_else(|error| panic!("{query}: {error}"));
    let shown = |node: Node<'_>| {
        let text: String = node.full_text().chars().take(6).collect();
        format!("{} {}", node.name(), text.replace('\n', " "))
    };
    parse.document.select(&selector).iter().map(|found| shown(found.node)).collect()
}

#[test]
fn names_attributes_and_places_select() {
    for (query, expected) in [
        (
            "section[level=1]",
            &[
                "section 总体要求 （",
                "section 存在问题 （",
                "section 工作措施 加",
                "section 水利部门 负",
                "section 交通部门 负",
                "section 值班电话 每",
            ][..],
        ),
        ("document > section", &["section 总体要求 （", "section 存在问题 （", "section 工作措施 加"]),
        ("section[heading*=问题] > section", &["section 物资储备不足"]),
        ("section[style='（一）'][number=2]", &["section 落实责任。 "]),
        ("section[style=arabic]", &["section 县级负总责。", "section 乡镇抓落实。"]),
        ("doc_number[year=2024][serial>=12]", &["doc_number 云政发〔20"]),
        ("doc_number[serial>=13]", &[]),
        ("title[kind=通知]", &["title 云岭市人民政"]),
        ("title[genre=notice][issuer=云岭市人民政府]", &["title 云岭市人民政"]),
        ("date, addressee[organ^=各县]", &["addressee 各县（市、区", "date 2024年5"]),
        ("attachment_note[name$=方式]", &["attachment_note 2. 联系方"]),
        ("attachment title", &["title 任务分工", "title 联系方式"]),
        ("section:has(section[style=arabic]):not([level=1])", &["section 落实责任。 "]),
        ("section[level=1]:contains(乡镇)", &["section 总体要求 （"]),
        ("document[year=2024][kind=通知] > section:last", &["section 工作措施 加"]),
        ("document > section:nth(2)", &["section 存在问题 （"]),
        ("document > section:first > section:first", &["section 提高认识。 "]),
        ("attachment:not(:has(section:nth(2)))", &["attachment 联系方式 三"]),
        ("section[level=1]:not([heading])", &[]),
        (r#"section[heading="存在问题"]"#, &["section 存在问题 （"]),
        ("section：contains（值守）", &["section 工作措施 加"]),
    ] {
        assert_eq!(found(NOTICE, query), expected, "{query}");
    }
}

#[test]
fn citations_select() {
    for (text, query, expected) in [
        (NOTICE, "一/（二）/2", &["section 乡镇抓落实。"][..]),
        (NOTICE, "（二） > 1.", &["section 县级负总责。"]),
        (NOTICE, "（一）", &["section 提高认识。 ", "section 物资储备不足"]),
        (NOTICE, "附件2 > 三", &["section 值班电话 每"]),
        (NOTICE, "附件 > 三", &["section 交通部门 负", "section 值班电话 每"]),
        (NOTICE, "document > 第二部分", &["section 存在问题 （"]),
        (RULES, "第二条第二款", &["paragraph 有下列情形之"]),
        (RULES, "第二条第二款第（一）项", &["item 公共交通场站"]),
        (RULES, "第二条第一款第（一）项", &[]),
        (RULES, "第二条第（二）项第1目", &["subitem 港口；"]),
        (RULES, "第2条第3款", &["paragraph 前款所称场站"]),
        (RULES, "第二条之一", &["article 停车实行分类"]),
        (RULES, "第二章第三条", &["article 市自然资源部"]),
        (RULES, "第二章/第一节/第三条", &["article 市自然资源部"]),
        (RULES, "chapter[number=1] article", &["article 为了规范停车", "article 本办法适用于", "article 停车实行分类"]),
        (RULES, "provision[sub=1]", &["article 停车实行分类"]),
    ] {
        assert_eq!(found(text, query), expected, "{query}");
    }
}

#[test]
fn matches_say_where_they_stand() {
    let parse = hongtou::parse(NOTICE);
    let of = |query: &str| {
        let found = parse.document.select(&query.parse().unwrap());
        (found[0].path().into_owned(), found[0].span().of(NOTICE).to_owned())
    };
    assert_eq!(of("附件2 paragraph"), ("附件2 > 三".to_owned(), "每日更新。".to_owned()));
    assert_eq!(of("section section section"), ("一/（二）/1".to_owned(), "1. 县级负总责。".to_owned()));
    assert_eq!(of("title"), (String::new(), "云岭市人民政府关于做好防汛工作的通知".to_owned()));
}

#[test]
fn a_bad_query_is_told_with_its_place() {
    for (query, at, message, help) in [
        ("", "", "found the end, expected an element", None),
        ("secton", "secton", "found `secton`, expected the name of an element", Some("did you mean `section`?")),
        ("section[lvl=1]", "lvl", "found `lvl`, expected the name of an attribute", Some("did you mean `level`?")),
        ("section[level~1]", "~", "found `~`, expected `=`", None),
        ("section[level=]", "]", "found `]`, expected a value", None),
        ("section[level=1", "", "found the end, expected `]`", None),
        ("section:frist", "frist", "found `frist`, expected :has", Some("did you mean `first`?")),
        ("section:nth(0)", "0", "found `0`, expected a number from 1", None),
        ("section:has(title", "", "found the end, expected `)`", None),
        ("section)", ")", "found `)`, expected `,` or the end", None),
        ("section > ", "", "found the end, expected an element", None),
        ("通知", "通", "found `通`, expected an element", None),
        ("section:contains(\"甲", "", "found the end, expected `\"`", None),
    ] {
        let error = query.parse::<Selector>().unwrap_err();
        assert_eq!(error.span.of(query), at, "{query}: {error}");
        assert!(error.to_string().starts_with(message), "{query}: {error}");
        assert_eq!(error.help.as_deref(), help, "{query}");
    }
    let deep = "section:has(".repeat(100_000);
    assert!(deep.parse::<Selector>().unwrap_err().help.unwrap().contains("no more than 8"));
}

#[test]
fn asking_takes_time_in_proportion() {
    let seconds = |sections: usize| {
        let text = "一、甲\n（一）乙。\n".repeat(sections);
        let parse = hongtou::parse(&text);
        let selector: Selector = "section:has(section:not(:contains(丙))) section:last".parse().unwrap();
        let start = Instant::now();
        assert!(!parse.document.select(&selector).is_empty());
        start.elapsed().as_secs_f64()
    };
    let (small, large) = (seconds(2_000), seconds(64_000));
    assert!(large < small * 32.0 * 8.0 + 0.5, "{small} s for 2,000 sections, {large} s for 64,000");
}

/// Every element of a document with those it stands in, the document first.
fn chains<'a>(document: &'a Document<'a>) -> Vec<Vec<Node<'a>>> {
    let mut open = vec![Node::Document(document)];
    let mut chains = vec![open.clone()];
    for (depth, node) in document.nodes() {
        open.truncate(depth + 1);
        open.push(node);
        chains.push(open.clone());
    }
    chains
}

/// Queries of the grammar.
fn query() -> impl Strategy<Value = String> {
    let element = prop_oneof![
        Just("*"),
        Just("section"),
        Just("paragraph"),
        Just("title"),
        Just("一"),
        Just("（二）"),
        Just("附件1"),
        Just("第二条")
    ];
    let test = prop_oneof![
        Just(""),
        Just("[heading]"),
        Just("[level=1]"),
        Just("[text*='要']"),
        Just(":first"),
        Just(":last"),
        Just(":nth(2)"),
        Just(":contains(防)")
    ];
    let simple = (element, test).prop_map(|(element, test)| format!("{element}{test}"));
    simple.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} > {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a}, {b}")),
            inner.clone().prop_map(|a| format!("section:has({a})")),
            inner.prop_map(|a| format!("*:not({a})")),
        ]
    })
}

proptest! {
    #[test]
    fn a_selector_shown_reads_back(query in query()) {
        let selector: Selector = query.parse().unwrap();
        prop_assert_eq!(selector.to_string().parse::<Selector>().unwrap(), selector);
    }

    #[test]
    fn no_query_panics(query in "[a-z一第条（）()\\[\\]:*=\"' >,/0-9，：]{0,24}") {
        if let Err(error) = query.parse::<Selector>() {
            prop_assert!(query.is_char_boundary(error.span.start as usize) && query.is_char_boundary(error.span.end as usize));
        }
    }

    #[test]
    fn everything_is_every_element_once(text in "[一二三、（）章第条\n附件1云岭市通知关于的。：]{0,80}") {
        let parse = hongtou::parse(&text);
        let all = parse.document.select(&"*".parse().unwrap());
        prop_assert_eq!(all.len(), parse.document.nodes().count() + 1);
        prop_assert!(all.iter().enumerate().all(|(at, found)| found.place == at));
    }

    #[test]
    fn what_stands_in_what_is_that_of_the_tree(pick in 0..4_usize, text in "[一二三、（）章第条\n附件1云岭市通知关于的。：]{0,80}") {
        let (outer, inner) = [("section", "paragraph"), ("attachment", "section"), ("document", "title"), ("article", "paragraph")][pick];
        let parse = hongtou::parse(&text);
        let of = |query: String| parse.document.select(&query.parse().unwrap()).iter().map(|found| found.place).collect::<Vec<_>>();
        let chains = chains(&parse.document);
        let wanted = |holds: &dyn Fn(&[Node<'_>]) -> bool| {
            let is = |chain: &Vec<Node<'_>>| chain.split_last().is_some_and(|(last, over)| last.name() == inner && holds(over));
            chains.iter().enumerate().filter(|(_, chain)| is(chain)).map(|(at, _)| at).collect::<Vec<_>>()
        };
        prop_assert_eq!(of(format!("{outer} {inner}")), wanted(&|over| over.iter().any(|node| node.name() == outer)));
        prop_assert_eq!(of(format!("{outer} > {inner}")), wanted(&|over| over.last().is_some_and(|node| node.name() == outer)));
    }
}
