use super::*;

fn organs(text: &str) -> Vec<String> {
    signature(&Text::borrowed(text, 0)).organs.into_iter().map(|organ| organ.text.to_string()).collect()
}

fn read(text: &str) -> (Option<String>, Option<String>) {
    let signer = signer(&Text::borrowed(text, 0));
    (signer.post.map(|post| post.to_string()), signer.name.map(|name| name.to_string()))
}

#[test]
fn organs_on_one_line() {
    assert_eq!(organs("云岭市人民政府"), ["云岭市人民政府"]);
    assert_eq!(organs("云岭市财政局　　云岭市水利局"), ["云岭市财政局", "云岭市水利局"]);
    assert_eq!(organs("云岭市财政局 云岭市水利局"), ["云岭市财政局", "云岭市水利局"]);
    assert_eq!(organs("云岭市财政局\t青泉县委员会"), ["云岭市财政局", "青泉县委员会"]);
    assert_eq!(organs("财　政　部"), ["财　政　部"]);
    assert_eq!(organs("财　　政　　部"), ["财　　政　　部"]);
    assert_eq!(organs("云 岭 市 水 利 局"), ["云 岭 市 水 利 局"]);
    assert_eq!(organs("云岭市财政局、青泉县水利局"), ["云岭市财政局", "青泉县水利局"]);
    assert_eq!(organs("国务院办公厅         &sp;"), ["国务院办公厅"]);
    assert_eq!(organs(""), Vec::<String>::new());
}

#[test]
fn organs_know_where_they_stand() {
    let signature = signature(&Text::borrowed("甲市财政局　　乙市水利局", 9));
    let spans: Vec<_> = signature.organs.iter().map(|organ| (organ.text.span.start, organ.text.span.end)).collect();
    assert_eq!(spans, [(9, 24), (30, 45)]);
}

#[test]
fn posts_and_names() {
    for (line, post, name) in [
        ("省长　李某某", "省长", "李某某"),
        ("部 长　张 某", "部 长", "张 某"),
        ("主席 习某某", "主席", "习某某"),
        ("代省长　李某", "代省长", "李某"),
        ("省长（代）　李某", "省长（代）", "李某"),
        ("中华人民共和国主席　李某某", "中华人民共和国主席", "李某某"),
        ("临江省人民代表大会常务委员会主任　王某某", "临江省人民代表大会常务委员会主任", "王某某"),
        ("云岭市市长 李某", "云岭市市长", "李某"),
        ("临江省高级人民法院院长　王　某", "临江省高级人民法院院长", "王　某"),
        ("云岭市人民检察院检察长：王某某", "云岭市人民检察院检察长", "王某某"),
        ("青泉县人民政府副县长　李某某", "青泉县人民政府副县长", "李某某"),
        ("云岭市仲裁委员会主任委员　李某某", "云岭市仲裁委员会主任委员", "李某某"),
        ("署　　长：欧阳某某", "署　　长", "欧阳某某"),
        ("市长：王某", "市长", "王某"),
        ("主任　阿某·买某某", "主任", "阿某·买某某"),
        ("部　长　王　某　某", "部　长", "王　某　某"),
    ] {
        assert!(recognise_signer(line), "{line}");
        assert_eq!(read(line), (Some(post.to_owned()), Some(name.to_owned())), "{line}");
    }
}

#[test]
fn what_is_no_signer() {
    for line in [
        "省长李某某",
        "省长",
        "主任 副主任",
        "部长 签字",
        "省长　李某某出席会议并讲话",
        "市长　李某某。",
        "云岭市人民政府",
        "2024年5月6日",
        "李某某",
        "主任　1名",
        "",
    ] {
        assert!(!recognise_signer(line), "{line}");
    }
    assert_eq!(read("云岭市人民政府"), (None, None));
}

#[test]
fn a_name_close_behind_the_post() {
    for (line, post, name) in [("总理李某", "总理", "李某"), ("云岭市市长欧某某", "云岭市市长", "欧某某")]
    {
        assert!(is_close_signer(line), "{line}");
        assert_eq!(read(line), (Some(post.to_owned()), Some(name.to_owned())), "{line}");
    }
    for line in ["市长办公室", "市长办公会", "部长签字", "主任副主任", "市长", "省长　李某某", "主任1名", ""]
    {
        assert!(!is_close_signer(line), "{line}");
    }
    // Each post is known by its last letter.
    for post in POSTS.words() {
        assert!(is_close_signer(&format!("{post}李某某")), "{post}");
    }
}

#[test]
fn every_point_may_be_held() {
    for point in ('\0'..=char::MAX).filter(|&c| is_point(c)) {
        assert!(may_hold_point(&format!("主任　阿某{point}买某某")), "{point}");
    }
}

proptest::proptest! {
    #[test]
    fn no_line_panics(line in "[云岭市局部长主席任王某　 ：·（代）&\t]{0,40}|\\PC{0,40}") {
        let text = Text::borrowed(&line, 0);
        let (_, _) = (signature(&text), signer(&text));
        let _ = recognise_signer(&line);
    }
}
