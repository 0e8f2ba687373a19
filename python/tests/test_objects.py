"""Documents and their elements."""

import html
import json
import pathlib
import pickle

import hongtou
import pytest
from conftest import NOTICE, ROOT


def test_names_are_those_of_the_crate(notice):
    assert notice.title.text == "云岭市人民政府关于做好防汛工作的通知"
    assert notice.title.kind.text == notice.kind.text == "通知"
    assert (notice.doc_number.agency.text, notice.doc_number.year, notice.doc_number.serial) == ("云政发", 2024, 12)
    assert notice.header.doc_number == notice.doc_number
    assert [organ.text for organ in notice.issuers] == ["云岭市人民政府"]
    assert [organ.text for organ in notice.addressees] == ["各县（市、区）人民政府"]
    assert [section.path for section in notice.sections] == ["一", "一/（一）", "一/（二）", "三"]
    assert (notice.date.year, notice.date.month, notice.date.day) == (2024, 5, 6)
    assert notice.attachments[0].label.text == "附件1"
    assert notice.attachments[0].document.title.text == "值班安排表"
    assert notice.subtitles == [] and notice.imprint is None


def test_spans_find_the_text(notice):
    for node in notice.nodes():
        if node.type == "document" or not hasattr(node, "text"):
            continue
        start, end = node.span
        assert NOTICE.encode()[start:end].decode() == NOTICE[slice(*node.char_span)]
        if not node.pieces:
            assert NOTICE[slice(*node.char_span)] == node.text
    section = notice.sections[1]
    assert NOTICE[slice(*section.char_span)] == "（一）落实责任。"
    assert section.line == NOTICE[: section.char_span.start].count("\n") + 1
    assert NOTICE[slice(*notice.attachments[0].char_span)].startswith("附件1\n\n值班")


def test_going_through(notice):
    assert [block.type for block in notice] == ["section", "section"]
    assert [block.type for block in notice.sections[0]] == ["paragraph", "section", "section"]
    kinds = [node.type for node in notice.nodes()]
    assert kinds.count("section") == 6 and kinds[0] == "title"
    with pytest.raises(TypeError, match="nothing in it"):
        iter(notice.title)


def test_select(notice):
    assert [node.full_text for node in notice.select("一/（二）")] == ["落实人员。"]
    assert [node.text for node in notice.select("attachment title")] == ["值班安排表"]
    assert notice.select("section")[0] == notice.sections[0]
    assert notice.select("document[year=2024]") == [notice]
    assert isinstance(notice.select("signature")[0], hongtou.ast.Signature)
    law = hongtou.parse("第一章　总则\n第一条　为了防汛，制定本条例。\n第二条　本条例适用于全市。\n")
    assert [(unit.type, unit.kind, unit.path) for unit in law.select("article:last")] == [
        ("provision", "article", "第一章/第二条")
    ]


def test_what_is_attached_is_a_document(notice):
    inner = notice.attachments[0].document
    assert [section.heading.text for section in inner.sections] == ["甲组", "乙组"]
    assert inner.to_markdown() == "# 值班安排表\n\n" + inner.to_markdown().split("\n\n", 1)[1]
    assert NOTICE[slice(*inner.sections[1].char_span)] == "二、乙组"
    assert [one.code for one in notice.diagnostics] == ["number-skipped"] and inner.diagnostics == []


def test_written(notice):
    assert notice.to_outline().startswith("title 云岭市人民政府关于做好防汛工作的通知 | ")
    assert notice.labels().splitlines()[0] == "1\ttitle"
    assert "云岭市人民政府" in notice.to_text()
    assert notice.to_dict() == json.loads(notice.to_json())["document"]
    assert notice.to_dict()["header"] == notice.header.to_dict()
    assert list(notice.to_dict()) == list(json.loads(notice.to_json())["document"])


def test_every_field_of_the_schema_is_served(notice):
    schema = json.loads((ROOT / "schema/hongtou.schema.json").read_text(encoding="utf-8"))["$defs"]
    for name, value in notice.to_dict().items():
        found = getattr(notice, name)
        assert value is None or found or found == [], name
    for field in schema["Document"]["properties"]:
        getattr(notice, field)
    for name, definition in schema.items():
        if name != "Span" and "properties" in definition:
            assert set(definition["properties"]) <= set(getattr(hongtou.ast, name)._fields), name
    with pytest.raises(AttributeError, match="no 'heding'"):
        notice.heding
    with pytest.raises(AttributeError, match="'title' can't be set"):
        notice.title = None


def test_diagnostics(notice):
    (found,) = notice.diagnostics
    assert (found.code, found.severity) == ("number-skipped", "warning")
    assert NOTICE[slice(*found.char_span)].startswith("三、")
    assert hongtou.explain(found.code).startswith("# number-skipped\n")


@pytest.mark.parametrize("of", ["document", "section", "attached"])
def test_pickled_it_is_the_same(notice, of):
    node = {
        "document": notice,
        "section": notice.sections[0],
        "attached": notice.attachments[0].document,
    }[of]
    again = pickle.loads(pickle.dumps(node))
    assert again == node and hash(again) == hash(node)
    assert again.to_dict() == node.to_dict() and again.char_span == node.char_span
    assert repr(again) == repr(node)


def test_shown(notice):
    assert repr(notice) == "<Document '云岭市人民政府关于做好防汛工作的通知' 4 sections>"
    assert repr(notice.sections[1]) == "<Section 一/（一） '落实责任。' at 67:75>"
    shown = hongtou.parse("关于<script>alert(1)</script>的通知\n\n一、<b>甲</b>。")._repr_html_()
    assert "<script>" not in shown and "<b>" not in shown
    assert "<script>" in html.unescape(shown)
    assert "\x1b" not in repr(hongtou.parse("关于\x1b[31m红头的通知"))


def test_sources():
    text = "云岭市人民政府关于做好防汛工作的通知"
    assert hongtou.parse(text.encode("gb18030")).title.text == text
    assert hongtou.parse(bytearray(text.encode("utf-16"))).encoding == "UTF-16LE"
    assert hongtou.parse(text.encode("big5", "replace"), encoding="big5").encoding == "Big5"
    assert hongtou.parse(memoryview(text.encode())).title.text == text
    assert hongtou.parse("").to_dict()["body"] == []


def test_a_path_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(NOTICE, encoding="gb18030")
    assert hongtou.parse(path).to_json() == hongtou.parse(NOTICE).to_json()
    with pytest.raises(FileNotFoundError):
        hongtou.parse(pathlib.Path("nowhere.txt"))


def test_json_reads_back(notice):
    assert hongtou.from_json(notice.to_json(), NOTICE) == notice
    assert hongtou.from_json(notice.to_json(), NOTICE).to_json() == notice.to_json()
