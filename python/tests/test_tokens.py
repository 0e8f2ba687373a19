"""Words and graphemes with their places."""

import pickle

import hongtou
import pytest

TORN = """云岭市教育局关于值班的通知

各学校：

一、值班安排。各学校要严格执行领导带班和专人值班制度，切实加强值
— 1 —
班值守，落实责任。有事；速报。

云岭市教育局
2024年5月6日
"""


@pytest.fixture
def doc():
    return hongtou.parse(TORN)


def said(words):
    return [word.text for word in words]


@pytest.mark.parametrize("graphemes", [False, True])
def test_every_character_is_in_one(doc, graphemes):
    seen = {}
    for word in doc.tokens(graphemes=graphemes):
        there = TORN[slice(*word.char_span)]
        assert TORN.encode()[slice(*word.span)].decode() == there
        assert there.replace("\n— 1 —\n", "") == word.text
        for place in range(*word.char_span):
            seen[place] = seen.get(place, 0) + 1
    furniture = TORN.index("— 1 —")
    expected = {at for at, c in enumerate(TORN) if not c.isspace() and at not in range(furniture, furniture + 5)}
    assert expected <= set(seen) and all(seen[at] == 1 for at in expected)


def test_words_of_elements(doc):
    section = doc.sections[0]
    assert said(section.tokens())[:6] == ["一", "、", "值班", "安排", "。", "各"]
    assert said(section.heading.tokens()) == ["值班", "安排"]
    (paragraph,) = section
    assert said(paragraph.tokens()) == said(section.tokens())[5:]
    assert (words := paragraph.tokens())[-1].text == "。" and "值班" in said(words)
    torn = [word for word in words if "\n" in TORN[slice(*word.char_span)]]
    assert said(torn) == ["值班"]
    assert said(doc.title.kind.tokens()) == ["通知"]
    assert said(doc.furniture[0].tokens(graphemes=True)) == ["—", "1", "—"]
    assert said(hongtou.tokens(TORN.encode("gb18030"))) == said(doc.tokens())
    assert hongtou.tokens("") == [] and doc.header.tokens() == []


def test_graphemes(doc):
    assert said(doc.title.tokens(graphemes=True)) == list("云岭市教育局关于值班的通知")
    assert said(hongtou.tokens("辻\U000e0100某e\u0301", graphemes=True)) == ["辻\U000e0100", "某", "e\u0301"]


def test_sentences(doc):
    found = list(hongtou.sentences(doc.sections[0].tokens()))
    assert ["".join(said(sentence))[-3:] for sentence in found] == ["安排。", "责任。", "有事；", "速报。"]
    assert [word for sentence in found for word in sentence] == doc.sections[0].tokens()
    assert list(hongtou.sentences([])) == []


def test_words_of_ones_own(doc):
    own = hongtou.Tokenizer(["专人值班制度", "领导带班 20 n"])
    words = said(doc.tokens(own))
    assert "专人值班制度" in words and "领导带班" in words and "专人值班制度" not in said(doc.tokens())
    again = pickle.loads(pickle.dumps(own))
    assert said(doc.tokens(again)) == words and repr(again) == "<Tokenizer 2 words of its own>"
    table = hongtou.parse_batch([TORN], "paragraphs", columns=["tokens"], tokenizer=own).to_pyarrow()
    assert {"专人值班制度"} <= {token["text"] for token in table["tokens"][0].as_py()}


def test_a_dictionary_of_lines(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("蓝绿空间\n内涝治理 20 n\n", encoding="utf-8")
    with open(path, encoding="utf-8") as lines:
        own = hongtou.Tokenizer(lines)
    assert said(hongtou.tokens("统筹蓝绿空间。", tokenizer=own)) == ["统筹", "蓝绿空间", "。"]
    with pytest.raises(hongtou.OptionError, match="line 2: found"):
        hongtou.Tokenizer(["蓝绿空间", "内涝 治理 好"])
    with pytest.raises(hongtou.InputError, match="several words"):
        hongtou.Tokenizer("蓝绿空间")


@pytest.mark.parametrize("preset", ["documents", "sections", "paragraphs", "chunks", "citations"])
def test_any_table_can_have_them(doc, preset, corpus):
    texts = [TORN, *corpus.values()]
    columns = ["char_start", "char_end", "tokens"]
    rows = hongtou.parse_batch(texts, preset, columns=columns).to_pyarrow().to_pylist()
    assert {row["index"] for row in rows if row["tokens"]} > {0} or preset == "citations"
    whole = {index: hongtou.tokens(text) for index, text in enumerate(texts)}
    for row in rows:
        words = [(token["text"], token["char_start"], token["char_end"]) for token in row["tokens"]]
        inside = [
            (word.text, *word.char_span)
            for word in whole[row["index"]]
            if row["char_start"] <= word.char_span.start < row["char_end"]
        ]
        # Not those of what stands between the halves of a torn paragraph.
        assert words == inside or preset == "paragraphs" and set(words) < set(inside), row
        assert words or not inside
