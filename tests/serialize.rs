//! The tree as JSON, outline, Markdown and canonical text, on a tree that has one of everything.

#![expect(clippy::expect_used, clippy::unwrap_used, clippy::needless_for_each, reason = "a failing test may panic")]

mod support;

use expect_test::expect;
use hongtou::ast::{Document, Furniture, Text};
use hongtou::{Envelope, from_json, to_json, to_markdown, to_outline, to_text};

#[test]
fn outline() {
    expect![[r#"
        copy_number 000012 | 12
        secrecy 秘密★1年 | Confidential, Years(1)
        urgency 特急 | ExtraUrgent
        mark 云岭市人民政府文件 | 云岭市人民政府
        doc_number 云政发〔2024〕12号 | agency 云政发 | year 2024 | serial 12
        signatory 签发人：李某 | 李某
        title 云岭市人民政府关于印发《云岭市河道管理办法》的通知 | issuer 云岭市人民政府 | kind 通知 (Notice) | Print 云岭市河道管理办法
        addressee 各县（市、区）人民政府，市政府各部门： | 各县（市、区）人民政府 | 市政府各部门
        paragraph 现将《云岭市河道管理办法》印发给你们，请认真贯彻…
        section 一、 [1] "总体要求"
          section （一） [2] "指导思想"。 run-in | 一/（一）
            paragraph 坚持统一规划，依法治理。
            furniture — 2 —
            section 1. [3] | 一/（一）/1
              paragraph 2025年底前完成河道划界；
        section 二、 [1] "工作措施"
          paragraph 一是加强巡查。二是严格执法。 | items 2
          table
            row 河道 | 长度|公里
            row 青泉河 | 12.5
        heading "附则要求"
        paragraph 特此通知。
        attachment_note 附件：1.河道名录 | number 1 | name 河道名录
        signature 云岭市人民政府
        signer 市长　李某 | 市长 | 李某
        date 2024年5月6日 | 2024-05-06
        note （此件公开发布）
        attachment 附件1 | number 1
          title 云岭市河道管理办法 | kind 办法 (Other)
          subtitle （试行）
          chapter 第一章 "总则"
            article 第一条 | 第一章/第一条
              paragraph 本办法所称河道，包括： | 款 1
              item （一） | 第一章/第一条/（一）
                paragraph 湖泊；
          furniture — 3 —
        cc 抄送：市委办公室，市人大常委会办公室。 | 市委办公室 | 市人大常委会办公室
        imprint 云岭市人民政府办公室　2024年5月7日印发 | 云岭市人民政府办公室 | 2024-05-07
        furniture 打印　关闭
    "#]].assert_eq(&to_outline(&support::sample().1));
}

#[test]
fn markdown() {
    expect![[r"
        000012

        秘密★1年

        特急

        云岭市人民政府文件

        云政发〔2024〕12号

        签发人：李某

        # 云岭市人民政府关于印发《云岭市河道管理办法》的通知

        各县（市、区）人民政府，市政府各部门：

        现将《云岭市河道管理办法》印发给你们，请认真贯彻执行。

        ## 一、总体要求

        **（一）指导思想。** 坚持统一规划，依法治理。

        1\. 2025年底前完成河道划界；

        ## 二、工作措施

        一是加强巡查。二是严格执法。

        | 河道 | 长度\|公里 |
        | --- | --- |
        | 青泉河 | 12.5 |

        ## 附则要求

        特此通知。

        附件：1.河道名录

        云岭市人民政府

        市长　李某

        2024年5月6日

        （此件公开发布）

        ---

        附件1

        ## 云岭市河道管理办法

        （试行）

        ### 第一章　总则

        第一条　本办法所称河道，包括：

        （一）湖泊；

        抄送：市委办公室，市人大常委会办公室。

        云岭市人民政府办公室　2024年5月7日印发
    "]]
    .assert_eq(&to_markdown(&support::sample().1));
}

#[test]
fn text() {
    expect![[r"
        000012
        秘密★1年
        特急
        云岭市人民政府文件
        云政发〔2024〕12号
        签发人：李某

        云岭市人民政府关于印发
        《云岭市河道管理办法》的通知

        各县（市、区）人民政府，市政府各部门：
        　　现将《云岭市河道管理办法》印发给你们，请认真贯彻执行。
        　　一、总体要求
        　　（一）指导思想。坚持统一规划，依法治理。
        　　1. 2025年底前完成河道划界；
        　　二、工作措施
        　　一是加强巡查。二是严格执法。

        河道	长度|公里
        青泉河	12.5

        　　附则要求
        　　特此通知。

        附件：1.河道名录

        云岭市人民政府
        市长　李某
        2024年5月6日

        （此件公开发布）

        附件1

        云岭市河道管理办法
        （试行）

        　　第一章　总则
        　　第一条　本办法所称河道，包括：
        　　（一）湖泊；

        抄送：市委办公室，市人大常委会办公室。
        云岭市人民政府办公室　2024年5月7日印发
    "]]
    .assert_eq(&to_text(&support::sample().1));
}

#[test]
fn nothing_is_nothing() {
    let empty = Document::default();
    assert_eq!((to_outline(&empty), to_markdown(&empty), to_text(&empty)), Default::default());
}

#[test]
fn an_outline_cannot_steer_a_terminal() {
    let furniture = vec![Furniture { text: Text::borrowed("\u{1b}]0;云岭\u{7}\n\u{202e}", 0) }];
    let document = Document { furniture, ..Document::default() };
    assert_eq!(to_outline(&document), "furniture <U+001B>]0;云岭<U+0007><U+000A><U+202E>\n");
}

#[test]
fn json_in_is_json_out() {
    let (source, document) = support::sample();
    let diagnostics = hongtou::parse(&source).diagnostics;
    let json = to_json(&document, &diagnostics);
    let envelope = from_json(&json).unwrap();
    assert_eq!(envelope, Envelope::new(document, diagnostics));
    assert_eq!(to_json(&envelope.document, &envelope.diagnostics), json);
}

#[test]
fn json_that_is_no_tree_says_why() {
    let why = |json: &str| from_json(json).unwrap_err().to_string();
    assert_eq!(why(r#"{"hongtou":2,"document":{}}"#), "the JSON is of version 2; this library reads version 1");
    assert!(why("[]").starts_with("not the JSON of a document: "), "{}", why("[]"));
    assert!(why(r#"{"hongtou":1}"#).contains("missing field `document`"), "{}", why(r#"{"hongtou":1}"#));
    let deep = r#"{"type":"section","blocks":["#.repeat(100_000);
    let deep = why(&format!(r#"{{"hongtou":1,"document":{{"header":{{}},"body":[{deep}{}]}}}}"#, "]}".repeat(100_000)));
    assert!(deep.contains("recursion limit"), "{deep}");
}

#[cfg(feature = "schema")]
#[test]
fn the_committed_schema_is_true() {
    expect_test::expect_file!["../schema/hongtou.schema.json"].assert_eq(&hongtou::schema());
}
