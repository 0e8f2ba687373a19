use super::*;
use crate::ast::Genre;

/// `issuers | subject | kind | action what`, as they are read.
fn outline(text: &str) -> String {
    let title = title(&Text::borrowed(text, 0));
    let issuers: Vec<_> = title.issuers.iter().map(|issuer| issuer.text.as_str()).collect();
    let subject = title.subject.as_deref().unwrap_or("-");
    let kind = title.kind.as_ref().map_or("-", |kind| kind.text.as_str());
    let issue = title.issue.as_ref().map_or_else(|| "-".to_owned(), |i| format!("{:?} {}", i.action, i.what.as_str()));
    format!("{} | {subject} | {kind} | {issue}", issuers.join(" + "))
}

#[test]
fn the_standard_form() {
    assert_eq!(outline("云岭市人民政府关于加快发展的通知"), "云岭市人民政府 | 加快发展 | 通知 | -");
    assert_eq!(outline("关于调整政策的指导意见（试行）"), " | 调整政策 | 意见 | -");
    assert_eq!(outline("关于促进消费的若干政策措施"), " | 促进消费 | 措施 | -");
    assert_eq!(outline("关于促进消费十条措施"), " | 促进消费十条 | 措施 | -");
    assert_eq!(
        outline("云岭市人民政府办公室　关于做好防汛工作的通知"),
        "云岭市人民政府办公室 | 做好防汛工作 | 通知 | -"
    );
    assert_eq!(outline("关于《云岭市节水办法》的起草说明"), " | 《云岭市节水办法》 | 说明 | -");
}

#[test]
fn issuers_without_about() {
    assert_eq!(outline("云岭市人民政府任免通知"), "云岭市人民政府 | 任免 | 通知 | -");
    assert_eq!(outline("云岭市生态环境局行政处罚听证公告"), "云岭市生态环境局 | 行政处罚听证 | 公告 | -");
    assert_eq!(outline("云岭市人民政府公告"), "云岭市人民政府 | - | 公告 | -");
    assert_eq!(outline("云岭市住房公积金管理中心业务操作规程"), " | - | 规程 | -");
    assert_eq!(outline("2024年云岭市政府工作报告"), " | - | 报告 | -");
    assert_eq!(outline("对市九届人大三次会议第56号建议的答复"), " | 市九届人大三次会议第56号建议 | 答复 | -");
}

#[test]
fn joint_issuers() {
    assert_eq!(
        outline("云岭市财政局云岭市水利局国家税务总局云岭市税务局关于拨款的通知"),
        "云岭市财政局 + 云岭市水利局 + 国家税务总局云岭市税务局 | 拨款 | 通知 | -"
    );
    assert_eq!(outline("青泉县财政局、青泉县教育局关于拨款的通知"), "青泉县财政局 + 青泉县教育局 | 拨款 | 通知 | -");
    assert_eq!(outline("青泉县财政局 青泉县教育局 关于拨款的通知"), "青泉县财政局 + 青泉县教育局 | 拨款 | 通知 | -");
    assert_eq!(outline("青泉县财政局等九部门关于拨款的通知"), "青泉县财政局等九部门 | 拨款 | 通知 | -");
    assert_eq!(outline("云 岭 市 人 民 政 府关于拨款的通知"), "云 岭 市 人 民 政 府 | 拨款 | 通知 | -");
}

#[test]
fn what_is_passed_on() {
    assert_eq!(
        outline("云岭市人民政府关于印发《云岭市节水办法》的通知"),
        "云岭市人民政府 | 印发《云岭市节水办法》 | 通知 | Print 云岭市节水办法"
    );
    assert_eq!(
        outline("云岭市人民政府办公室关于印发云岭市节水办法的通知"),
        "云岭市人民政府办公室 | 印发云岭市节水办法 | 通知 | Print 云岭市节水办法"
    );
    assert_eq!(
        outline("云岭市人民政府办公室印发《关于促进消费的若干措施》的通知"),
        "云岭市人民政府办公室 | 印发《关于促进消费的若干措施》 | 通知 | Print 关于促进消费的若干措施"
    );
    assert_eq!(
        outline("云岭市财政局等八部门印发关于促进消费的若干措施的通知"),
        "云岭市财政局等八部门 | 印发关于促进消费的若干措施 | 通知 | Print 关于促进消费的若干措施"
    );
    assert_eq!(
        outline("云岭市人民政府办公厅转发市地震局关于加强防震工作意见的通知"),
        "云岭市人民政府办公厅 | 转发市地震局关于加强防震工作意见 | 通知 | Forward 市地震局关于加强防震工作意见"
    );
    assert_eq!(outline("批转《甲》《乙》的通知"), " | 批转《甲》《乙》 | 通知 | ApproveForward 《甲》《乙》");
    assert_eq!(outline("关于公布2024年目录的公告"), " | 公布2024年目录 | 公告 | Promulgate 2024年目录");
}

#[test]
fn titles_without_about() {
    assert_eq!(outline("云岭市人民政府令"), "云岭市人民政府 |  - | 令 | -".replace("  ", " "));
    assert_eq!(outline("云岭市保障性住房管理办法（试行）"), " | - | 办法 | -");
    assert_eq!(
        outline("云岭市人民政府办公厅对市政协十届四次会议第26号提案的答复"),
        "云岭市人民政府办公厅 | 市政协十届四次会议第26号提案 | 答复 | -"
    );
    assert_eq!(outline("总体要求"), " | - | - | -");
    assert_eq!(outline(""), " | - | - | -");
}

#[test]
fn parts_know_where_they_stand() {
    let title = title(&Text::borrowed("云岭市财政局关于印发《办法》的通知", 100));
    assert_eq!(title.issue.map(|issue| (issue.what.span.start, issue.what.span.end)), Some((133, 139)));
    assert_eq!(title.kind.map(|kind| (kind.genre, kind.text.span.start)), Some((Genre::Notice, 145)));
}

#[test]
fn what_looks_like_a_title() {
    for text in [
        "云岭市人民政府关于加快发展的通知",
        "云岭市保障性住房管理办法(试行)",
        "关于“增绿减排”政策措施的通知",
        "云岭市人民政府令",
        "关于商请支持的函",
        "关于加强管理，促进发展的意见",
        "云岭市应急预案",
        "某会计准则——基本准则",
    ] {
        assert!(looks_like_title(text), "{text}");
    }
}

#[test]
fn what_does_not() {
    for text in [
        "",
        "通知",
        "云岭市人民政府",
        "现将有关事项通知如下：",
        "根据工作需要，制定本办法",
        "请认真贯彻本通知",
        "各单位要认真落实实施方案。",
        "为了规范管理，制定了本办法",
        "加强领导，完善制度",
        "各有关单位：",
        "制定方案；",
        "违反本办法",
    ] {
        assert!(!looks_like_title(text), "{text}");
    }
}

#[test]
fn every_action_is_found() {
    for (word, _) in vocabulary::ISSUE_ACTIONS {
        assert_eq!(actions(&format!("《{word}》甲{word}")).collect::<Vec<_>>(), [word.len() + 9], "{word}");
    }
}

proptest::proptest! {
    #[test]
    fn no_title_panics(text in "\\PC{0,40}|[关于印发转的通知《》、 　市局对（）—]{0,30}") {
        let _ = (outline(&text), looks_like_title(&text));
    }
}
