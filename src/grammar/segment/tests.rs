use super::*;

fn cut(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut diagnostics = Vec::new();
    line::classify(text, &mut lines);
    let before = lines.len();
    lost_lines(text, &mut lines, &mut diagnostics);
    assert_eq!(diagnostics.is_empty(), lines.len() == before);
    let starts = lines.iter().map(|line| super::super::text_of(text, line));
    starts.map(|text| text.char_indices().nth(6).and_then(|(end, _)| text.get(..end)).unwrap_or(text)).collect()
}

#[test]
fn a_document_on_one_line_is_cut() {
    let body = "为做好有关工作，经市政府同意，现就有关事项通知如下。".repeat(12);
    let text = format!(
        "云岭市人民政府关于做好防汛工作的通知云政发〔2024〕3号各县人民政府：{body}一、总体要求。坚持安全第一。二、工作任务（一）开展排查。各县要逐一排查。（二）落实责任。特此通知。云岭市人民政府2024年5月6日"
    );
    assert_eq!(
        cut(&text),
        [
            "云岭市人民政",
            "云政发〔20",
            "各县人民政府",
            "为做好有关工",
            "一、总体要求",
            "二、工作任务",
            "（一）开展排",
            "（二）落实责",
            "云岭市人民政"
        ]
    );
}

#[test]
fn a_mark_in_front_and_the_whole_tail_behind() {
    let body = "为做好监测工作，请于3月5日前报送名单。".repeat(12);
    let text = format!(
        "云岭市水务局办公室云岭市财政局函云水办函〔2024〕7号关于开展监测的函（青泉县）青泉县人民政府：{body}附件：1.监测方案2.人员名单云岭市水务局2024年5月6日（此件公开发布）抄送：省水务厅。云岭市水务局2024年5月7日印发附件1监测方案"
    );
    assert_eq!(
        cut(&text),
        [
            "云岭市水务局",
            "云水办函〔2",
            "关于开展监测",
            "青泉县人民政",
            "为做好监测工",
            "附件：1.监",
            "2.人员名单",
            "云岭市水务局",
            "（此件公开发",
            "抄送：省水务",
            "云岭市水务局",
            "附件1",
            "监测方案"
        ]
    );
}

#[test]
fn blanks_that_stand_for_line_ends() {
    let body = "为做好有关工作，经市政府同意，现就有关事项通知如下。".repeat(6);
    let text = format!(
        "各用水户、供水站： {body} 一、降低成本，促进消费 （一）开展排查。各县要逐一排查。逐一登记。 （二）落实责任。各县要落实责任。"
    );
    assert_eq!(cut(&text), ["各用水户、供", "为做好有关工", "一、降低成本", "（一）开展排", "（二）落实责"]);
    let text = format!("对青泉县第4626号提案的答复 王超远委员： 您的提案收悉。{body} 感谢您的支持。 云岭市水务局");
    assert_eq!(cut(&text), ["对青泉县第4", "王超远委员：", "您的提案收悉", "感谢您的支持", "云岭市水务局"]);
}

#[test]
fn a_law_begins_with_its_first_chapter_or_its_purpose() {
    let body = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。".repeat(4);
    let text =
        format!("青泉县供水管理办法第一章总则第一条为了规范供水，制定本办法。第二条{body}第二章供水第三条{body}");
    assert_eq!(
        cut(&text),
        ["青泉县供水管", "第一章总则", "第一条为了规", "第二条供水单", "第二章供水", "第三条供水单"]
    );
}

#[test]
fn a_blank_behind_a_number_parts_nothing() {
    let body = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。".repeat(4);
    let text = format!(
        "青泉县供水管理办法第一章 总 则第一条为了规范供水，制定本办法。第二条{body}第二章 供水的安全第三条{body}"
    );
    assert_eq!(
        cut(&text),
        ["青泉县供水管", "第一章 总 ", "第一条为了规", "第二条供水单", "第二章 供水", "第三条供水单"]
    );
}

#[test]
fn items_run_on_behind_the_heading_of_a_section() {
    let body = "各县要逐一排查，及时登记。".repeat(6);
    let text = format!(
        "青泉县水务局关于供水安全的通知各供水单位：一、明确职责，抓好排查（一）排查水源。{body}（二）排查管网。{body}二、改进服务，方便用户（三）公开电话。{body}（四）上门抄表。由第（三）项的单位负责。"
    );
    assert_eq!(
        cut(&text),
        [
            "青泉县水务局",
            "各供水单位：",
            "一、明确职责",
            "（一）排查水",
            "（二）排查管",
            "二、改进服务",
            "（三）公开电",
            "（四）上门抄"
        ]
    );
}

#[test]
fn points_under_a_heading_and_numbers_in_a_sentence() {
    let body = "各县要逐一排查，及时登记。".repeat(4);
    let text = format!(
        "各供水单位: 为规范供水,根据《关于供水的意见》,通知如下。{body} 一、抓好排查，明确职责 1.排查水源。{body} 2.排查管网，及时维修 3.奖励个人一、二、三等奖的单位。二、保障用水(唯一，含旧房)1.公开电话。(一)规范抄表，检修1、2号机组。"
    );
    assert_eq!(
        cut(&text),
        [
            "各供水单位:",
            "为规范供水,",
            "一、抓好排查",
            "1.排查水源",
            "2.排查管网",
            "3.奖励个人",
            "二、保障用水",
            "1.公开电话",
            "(一)规范抄"
        ]
    );
}

#[test]
fn the_name_of_rules_stands_in_front_of_their_day() {
    let body = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。".repeat(4);
    let text = format!(
        "青泉县供水管理办法2019年5月6日青泉县人民政府令第20号公布第一条 为了规范供水，制定本办法。第二条 {body}"
    );
    assert_eq!(cut(&text), ["青泉县供水管", "2019年5", "第一条 为了", "第二条 供水"]);
}

#[test]
fn ends_of_a_text_that_kept_some_line_ends() {
    let text = "青泉县水务局关于冬季供水的通知青水农〔2021〕7号各供水单位：\n各单位要巡查。\n特此通知。青泉县水务局2021年12月3日\n";
    assert_eq!(cut(text), ["青泉县水务局", "青水农〔20", "各供水单位：", "各单位要巡查", "特此通知。", "青泉县水务局"]);
}

#[test]
fn lines_of_one_element_are_left() {
    for text in [
        "青泉县水务局关于冬季供水的通知\n各供水单位：\n",
        "关于转发《青泉县水务局关于冬季供水的通知》的通知\n",
        "经研究，同意你局意见。此件于2021年12月3日\n",
    ] {
        assert_eq!(cut(text).len(), text.lines().count(), "{text}");
    }
}

/// A body of some sentences.
const BODY: &str = "供水单位应当保证水质，用户应当按时缴纳水费，任何人不得损坏设施。供水单位应当保证水质。";

#[test]
fn rules_have_the_acts_that_made_them_behind_their_name() {
    let text = format!(
        "青泉县供水条例2009年9月6日 青泉县第十一届人民代表大会第六次会议通过2019年9月24日 青泉县第十三届人民代表大会第三次会议《关于修改〈青泉县供水条例〉的决定》修正第一章 总则第一条 为了规范供水，制定本条例。第二条 {BODY}第四条 {BODY}"
    );
    assert_eq!(
        cut(&text),
        ["青泉县供水条", "2009年9", "2019年9", "第一章 总则", "第一条 为了", "第二条 供水", "第四条 供水"]
    );
}

#[test]
fn who_speaks_stands_under_a_dash() {
    let text = format!(
        "2026年青泉县政府工作报告——2026年1月27日在青泉县第十四届人民代表大会第四次会议上县长 叶云舟各位代表：现在，我代表县人民政府，向大会报告工作。{BODY}一、2025年工作回顾{BODY}"
    );
    assert_eq!(cut(&text), ["2026年青", "——2026", "县长 叶云舟", "各位代表：", "现在，我代表", "一、2025"]);
}

#[test]
fn what_a_delegate_asked_is_answered() {
    let text = format!(
        "青泉县水务局对第4626号建议的答复青水函〔2021〕7号王超远代表：您提出的关于改造管网的建议收悉。{BODY}{BODY}青泉县水务局2021年12月3日"
    );
    assert_eq!(cut(&text), ["青泉县水务局", "青水函〔20", "王超远代表：", "您提出的关于", "青泉县水务局"]);
}

#[test]
fn what_is_issued_begins_behind_the_day_with_its_name() {
    let text = format!(
        "青泉县人民政府关于印发《青泉县供水预案》的通知各乡镇人民政府：请认真执行。青泉县人民政府二〇二一年六月十一日青泉县供水预案1　总则1.1　编制目的{BODY}1.2　分级{BODY}第3.1.2条规定的除外。2　县级按第2.1条规定的办理。"
    );
    assert_eq!(
        cut(&text),
        [
            "青泉县人民政",
            "各乡镇人民政",
            "请认真执行。",
            "青泉县人民政",
            "青泉县供水预",
            "1　总则",
            "1.1　编制",
            "1.2　分级",
            "2　县级按第"
        ]
    );
}

#[test]
fn many_organs_sign_one_behind_the_other() {
    let organs = "青泉县财政局青泉县水务局青泉县自然资源局青泉县农业农村局青泉县市场监督管理局国家税务总局青泉县税务局青泉县住房和城乡建设局";
    let text = format!("青泉县财政局关于供水补贴的通知各乡镇人民政府：{BODY}{BODY}特此通知。{organs}2021年6月11日");
    assert_eq!(cut(&text).len(), 10, "{:?}", cut(&text));
    let text = format!("青泉县财政局关于供水补贴的通知各乡镇人民政府：{BODY}{BODY}特此通知。2021年6月11日");
    assert_eq!(cut(&text).last(), Some(&"2021年6"));
}
