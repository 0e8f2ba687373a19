"""A program that type checkers are to understand: `test_docs.py` asks mypy."""

import pathlib
from collections.abc import Iterator

import hongtou
from hongtou import Document, Reference, Table, Word
from hongtou.ast import Provision, Section


def headings(doc: Document) -> list[tuple[str, str]]:
    return [(section.path, section.heading.text) for section in doc.sections if section.heading]


def citations(doc: Document) -> Iterator[tuple[str, str | None]]:
    for reference in doc.references():
        target = reference.target
        if target.cited is not None and target.cited.title is not None:
            yield reference.text, target.cited.title.text
        elif target.path is not None:
            yield reference.text, target.path
        else:
            yield reference.text, target.reason


def words(doc: Document) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in doc.tokens():
        counts[word.text] = counts.get(word.text, 0) + word.char_span.end - word.char_span.start
    return counts


def tables(paths: list[pathlib.Path]) -> int:
    total = 0
    for table in hongtou.scan(paths, "sections", columns=["path", "tokens"], glob="*.txt"):
        total += table.num_rows
    batch: Table = hongtou.parse_batch(["一"], ids=[1], tokenizer=hongtou.Tokenizer(["防汛"]))
    sentences: list[list[Word]] = list(hongtou.sentences(hongtou.tokens("一。二。")))
    first: Reference | None = next(iter(hongtou.parse("x").references()), None)
    kinds: list[Section | Provision] = [*hongtou.parse("x").sections, *hongtou.parse("x").provisions]
    try:
        hongtou.parse(b"\xff")
    except hongtou.DecodeError as error:
        print(error.index)
    return total + len(batch) + len(sentences) + len(kinds) + (first is not None)
