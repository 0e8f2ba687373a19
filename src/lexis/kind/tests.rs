use super::*;

fn read(title: &str) -> Option<(String, Genre, Option<Direction>)> {
    at_end(title)
        .map(|end| kind(&Text::borrowed(title, 0), end))
        .map(|kind| (kind.text.to_string(), kind.genre, kind.direction))
}

#[test]
fn the_fifteen() {
    use Direction::{Downward, Lateral, Public, Upward};
    for (title, word, genre, direction) in [
        ("某某会议关于某事项的决议", "决议", Genre::Resolution, Some(Downward)),
        ("关于表彰先进的决定", "决定", Genre::Decision, Some(Downward)),
        ("云岭市人民政府令", "令", Genre::Order, Some(Downward)),
        ("云岭市人民政府命令", "命令", Genre::Order, Some(Downward)),
        ("某会议公报", "公报", Genre::Communique, Some(Public)),
        ("云岭市人民政府公告", "公告", Genre::Announcement, Some(Public)),
        ("关于封闭道路的通告", "通告", Genre::PublicNotice, Some(Public)),
        ("关于加快发展的指导意见", "意见", Genre::Opinion, None),
        ("关于做好防汛工作的通知", "通知", Genre::Notice, Some(Downward)),
        ("关于某事故的通报", "通报", Genre::Circular, Some(Downward)),
        ("关于法治建设情况的报告", "报告", Genre::Report, Some(Upward)),
        ("关于拨付经费的请示", "请示", Genre::Request, Some(Upward)),
        ("关于某规划的批复", "批复", Genre::Reply, Some(Downward)),
        ("关于提请审议某条例的议案", "议案", Genre::Motion, None),
        ("关于商请支持的函", "函", Genre::Letter, Some(Lateral)),
        ("关于某事的复函", "复函", Genre::Letter, Some(Lateral)),
        ("市长办公会议纪要", "纪要", Genre::Minutes, None),
    ] {
        assert_eq!(read(title), Some((word.to_owned(), genre, direction)), "{title}");
    }
}

#[test]
fn other_kinds_and_remarks() {
    for (title, word) in [
        ("云岭市房票安置实施办法(暂行)", "办法"),
        ("云岭市保障房管理办法（试行）", "办法"),
        ("某业务指引（2023年修订）", "指引"),
        ("关于某规则的通知(试行)(征求意见稿)", "通知"),
        ("云岭市节约用水实施细则", "实施细则"),
        ("云岭市促进消费十条措施", "措施"),
        ("云岭市稳增长二十条", "二十条"),
        ("应急预案　", "预案"),
        ("某规则（2026年修订）【未生效】", "规则"),
        ("先进集体名单", "名单"),
        ("行政许可事项目录（2024年版）", "目录"),
        ("权力和责任清单", "清单"),
        ("收费标准一览表", "一览表"),
        ("重点工作任务分解表", "表"),
        ("从业人员名册", "名册"),
        ("办事服务手册", "手册"),
        ("市长办公会议纪要（第31期）", "纪要"),
        ("市长办公会议纪要 第 31 期", "纪要"),
    ] {
        assert_eq!(read(title).map(|(read, ..)| read).as_deref(), Some(word), "{title}");
    }
}

#[test]
fn no_kind() {
    for title in [
        "",
        "云岭市人民政府",
        "（试行）",
        "总体要求",
        "二十条街",
        "第二十条",
        "依法执法",
        "二十条",
        "人大代表",
        "登记造册",
        "项目第31期",
        "第31期",
    ] {
        assert_eq!(at_end(title), None, "{title}");
    }
}

#[test]
fn every_kind_is_found() {
    for (word, genre, direction) in vocabulary::KINDS {
        assert_eq!(at_end(&format!("甲的{word}")), Some((6, *genre, *direction)), "{word}");
    }
}

#[test]
fn the_start_is_that_of_the_word() {
    assert_eq!(at_end("甲的通知（试行）"), Some((6, Genre::Notice, Some(Direction::Downward))));
}

proptest::proptest! {
    #[test]
    fn no_title_panics(title in "\\PC{0,40}|[的通知办法（）()【】 　十条令]{0,24}") {
        let _ = (at_end(&title), read(&title));
    }
}

#[test]
fn letters_apart() {
    for (title, word, genre) in [
        ("关于规范渡口收费的通　知", "通　知", Genre::Notice),
        ("通 知", "通 知", Genre::Notice),
        ("关于渡口的 办  法（试行）", "办  法", Genre::Other),
    ] {
        assert_eq!(read(title).map(|(word, genre, _)| (word, genre)), Some((word.to_owned(), genre)), "{title}");
    }
    for title in ["他 知", "关于通知 他", " 知", "知"] {
        assert_eq!(read(title), None, "{title}");
    }
}
