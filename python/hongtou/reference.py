"""References in a text, and what they refer to: what `Document.references` gives."""

from __future__ import annotations

from typing import Any

from hongtou import _hongtou
from hongtou._node import Node, Span, element, found
from hongtou.ast import DocNumber, Text


class Reference(Text):
    """A reference: `前款`, `本办法第十条第二款`, `附件2`, `《…办法》（云政发〔2024〕12号）`.

    As a str it is what `hongtou references` shows.

    >>> import hongtou
    >>> text = "云岭市停车管理办法\\n第一条 市交通部门负责停车管理。\\n第二条 依照前条、第九条和《道路法》第五条处罚。\\n"
    >>> doc = hongtou.parse(text)
    >>> print(*doc.references(), sep="\\n")
    前条 → 第一条
    第九条 → no_such_article
    《道路法》第五条 → 《道路法》第五条
    >>> [reference.kind for reference in doc.references()]
    ['article', 'article', 'article']
    >>> here, missing, other = [reference.target for reference in doc.references()]
    >>> here.node, missing.reason, other.cited.title.text
    (<Provision 第一条 '市交通部门负责停车管理。' at 10:26>, 'no_such_article', '道路法')
    """

    __slots__ = ("_shown",)

    kind: str
    """What is referred to: document, doc_number, attachment, portion, part, subpart, chapter, section, article,
    clause, item, subitem."""
    place: Place
    """The element in whose text it stands."""
    target: Target
    """What it refers to."""

    def __init__(self, data: dict[str, Any], root: _hongtou.Tree, shown: str) -> None:
        super().__init__(data, root)
        self._shown = shown

    def __reduce__(self) -> Any:
        return (type(self), (self._data, self._root, self._shown))

    def __str__(self) -> str:
        return f"{self.text} → {self._shown}"


class Place(Node):
    """An element of the text by its place."""

    element: str
    """Its name: title, section, article, paragraph."""
    path: str
    """The way to it, a query that finds it: `第十条/第二款`; empty where it has no number."""
    span: Span
    """Where it stands in the source, first to last byte."""

    @property
    def node(self) -> Any:
        """The element."""
        if self.element == "document":
            return element("Document", {}, self._root)
        node = self._root.node(self.element, *self.span)
        return node and found(*node, self._root)


class Target(Node):
    """What a reference refers to; `type` says whether that is one element of the text (`node`), several (`nodes`),
    another document (`cited`) or not known (`unresolved`)."""

    reason: str | None
    """Why it is not known: no_such_article, outside_clause, nothing_before_clause, ambiguous_item,
    unknown_document."""

    @property
    def type(self) -> str:
        """Which of the four it is."""
        return str(self._data["type"])

    @property
    def first(self) -> Place | None:
        """The place of the element of the text, of several that of the first."""
        places = {"node": self._data, "nodes": self._data.get("first")}
        place = places.get(self.type)
        return Place(place, self._root) if place else None

    @property
    def last(self) -> Place | None:
        """The place of the last of several: of 第五条 in `第三条至第五条`."""
        place = self._data.get("last")
        return Place(place, self._root) if place else None

    @property
    def node(self) -> Any:
        """The element of the text, of several the first."""
        return self.first and self.first.node

    @property
    def path(self) -> str | None:
        """The way to the element of the text, of several to the first: `第十条/第二款`."""
        return self.first and self.first.path

    @property
    def last_path(self) -> str | None:
        """The way to the last of several."""
        return self.last and self.last.path

    @property
    def cited(self) -> Citation | None:
        """The other document."""
        return Citation(self._data, self._root) if self.type == "cited" else None

    def _place(self) -> Span:
        return self.first.span if self.first else Span(0, 0)


class Citation(Node):
    """Another document, or a provision of it."""

    title: Text | None
    """Its title without 《》; of a short name (以下简称) the full one, with the place where that is written."""
    doc_number: DocNumber | None
    """Its 发文字号, also where it was given with an earlier mention."""
    provision: list[CitedUnit]
    """The way to the provision; empty for the document as a whole."""
    through: list[CitedUnit]
    """The way to the last of several provisions: what stands behind 至."""


class CitedUnit(Node):
    """One step of the way to a provision of another document."""

    unit: str
    """What is counted: article, clause, item."""
    number: int | None
    """Its number; `None` for a bare 附件."""
    sub: int | None
    """之一 of 第十条之一."""
    text: str
    """As written: `第十条`; where several numbers share a 条 the number alone."""
