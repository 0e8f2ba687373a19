"""References and what they refer to."""

import json
import pickle

import hongtou
import pytest

LAW = """云岭市停车管理办法

第一章　总则

第一节　一般规定

第一条 市交通部门负责停车管理。
（一）登记；
（二）收费。

第二条 依照前条第（一）项、第一节和《云岭市道路条例》（云政发〔2020〕3号）第五条至第七条处理。
前款不适用于第九条，适用于第一条至第二条。

附件：1. 停车收费标准

附件1

停车收费标准

一、标准见附件1。
"""


@pytest.fixture
def references():
    return hongtou.parse(LAW).references()


def test_they_are_those_of_the_command(references):
    assert [str(reference) for reference in references] == [
        "前条第（一）项 → 第一章/第一节/第一条/（一）",
        "第一节 → 第一章/第一节",
        "《云岭市道路条例》（云政发〔2020〕3号）第五条至第七条 → 《云岭市道路条例》（云政发〔2020〕3号）第五条至第七条",
        "前款 → 第一章/第一节/第二条/第一款",
        "第九条 → no_such_article",
        "第一条至第二条 → 第一章/第一节/第一条至第一章/第一节/第二条",
        "附件1 → 附件1",
    ]
    for reference in references:
        assert LAW[slice(*reference.char_span)] == reference.text
        assert reference.place.node is not None


def test_what_they_refer_to(references):
    item, section, cited, clause, missing, several, attachment = (reference.target for reference in references)
    assert [item.type, cited.type, missing.type, several.type] == ["node", "cited", "unresolved", "nodes"]
    assert (item.node.type, item.node.kind, item.node.full_text) == ("provision", "item", "登记；")
    assert (section.node.type, section.node.kind) == ("provision", "section")
    assert clause.node.type == "paragraph" and clause.path.endswith("第二条/第一款")
    assert (missing.reason, missing.node, missing.path, missing.cited) == ("no_such_article", None, None, None)
    assert (several.first.node.path, several.last.node.path) == (several.path, several.last_path)
    assert attachment.node.label.text == "附件1"
    assert cited.node is None and cited.reason is None
    law = cited.cited
    assert (law.title.text, law.doc_number.serial) == ("云岭市道路条例", 3)
    assert [unit.number for unit in (*law.provision, *law.through)] == [5, 7]


def test_every_place_of_the_corpus_has_its_element(corpus):
    count = 0
    for text in corpus.values():
        for reference in hongtou.parse(text).references():
            places = [reference.place, reference.target.first, reference.target.last]
            for place in filter(None, places):
                node = place.node
                assert (node.char_span, node.path if hasattr(node, "path") else None) is not None
                assert node._place() == place.span or node.type == "document"
                count += 1
    assert count > 100


def test_they_are_plain_python_too(references):
    for reference in references:
        again = pickle.loads(pickle.dumps(reference))
        assert again == reference and str(again) == str(reference)
        assert json.loads(json.dumps(reference.to_dict())) == reference.to_dict()
    assert references[0].to_dict()["target"]["type"] == "node"
    assert hongtou.parse("关于值班的通知").references() == []
    inner = hongtou.parse(LAW).attachments[0].document.references()
    assert [reference.text for reference in inner] == ["附件1"]


def test_a_jie_is_a_provision():
    law = hongtou.parse(LAW)
    (found,) = law.select("section[number=1]:not([level])") or law.select("provision")[1:2]
    assert isinstance(found, hongtou.ast.Provision) and found.kind == "section"
