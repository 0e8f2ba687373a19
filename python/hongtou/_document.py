"""A document: what can be asked of it and how it is written."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, Iterator

from hongtou import _hongtou
from hongtou._node import Node, element, found, title

if TYPE_CHECKING:
    from hongtou.ast import DocNumber, Diagnostic, Kind, Organ, Paragraph, Provision, Section
    from hongtou.reference import Reference


class Root(Node):
    """What a document has besides the fields of the JSON.

    >>> import hongtou
    >>> doc = hongtou.parse("云岭市人民政府关于做好防汛工作的通知\\n\\n一、加强值班\\n二、加强巡查\\n")
    >>> doc
    <Document '云岭市人民政府关于做好防汛工作的通知' 2 sections>
    >>> [node.heading.text for node in doc.select("section[heading*=巡查]")]
    ['加强巡查']
    """

    __slots__ = ("_own", "_parts")

    kind: Kind | None
    """文种, as the title names it."""
    doc_number: DocNumber | None
    """发文字号."""
    issuers: list[Organ]
    """发文机关, from where it is named first: the title, else the 发文机关标志, else the 署名."""
    addressees: list[Organ]
    """主送机关."""
    sections: list[Section]
    """The numbered sections of the 正文, depth first."""
    provisions: list[Provision]
    """编章节条项目 of the 正文, depth first."""
    paragraphs: list[Paragraph]
    """The paragraphs of the 正文, depth first."""

    def __init__(self, data: dict[str, Any] | None, root: _hongtou.Tree) -> None:
        """The document of `root`; with `data` one that is attached in it."""
        super().__init__(data or {}, root)
        self._own = None if data else root
        self._parts: dict[str, Any] = {}

    @property
    def _tree(self) -> _hongtou.Tree:
        """The tree that has this document at its top."""
        if self._own is None:
            envelope = {"hongtou": 1, "document": self._data, "diagnostics": []}
            self._own = _hongtou.Tree.from_json(json.dumps(envelope), self._root.source)
        return self._own

    def _value(self, name: str) -> Any:
        if name in self._data:
            return self._data[name]
        if name not in self._parts:
            self._parts[name] = json.loads(self._tree.part(name)) if name in self._fields else None
        return self._parts[name]

    @property
    def source(self) -> str:
        """The text that was read."""
        return self._root.source

    @property
    def encoding(self) -> str | None:
        """The encoding of the bytes it was read from."""
        return self._root.encoding

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The remarks on it, in the order of their places; what one means, `hongtou.explain` says."""
        remarks = [element("Diagnostic", one, self._root) for one in json.loads(self._root.part("diagnostics"))]
        if not self._data:
            return remarks
        start, end = self._place()
        return [one for one in remarks if start <= one.span.start < end]

    def select(self, query: str) -> list[Any]:
        """The elements that a query finds, in the order of the text, those of attachments too.

        The language is that of `hongtou query`: `section[heading*=问题]`, `chapter article`, `一/（三）/2`,
        `第十条第二款第（一）项`, `附件2 > 三`. A query that can't be read is a `QueryError`.

        >>> import hongtou
        >>> doc = hongtou.parse("一、加强值班\\n（一）落实责任。\\n（二）落实人员。\\n")
        >>> [node.full_text for node in doc.select("一/（二）")]
        ['落实人员。']
        """
        return [self if name == "document" else found(name, data, self._root) for name, data in self._tree.select(query)]

    def nodes(self) -> Iterator[Any]:
        """Every element in the order of the text, those of attachments too."""
        return (found(name, data, self._root) for name, data in self._tree.nodes())

    def references(self) -> list[Reference]:
        """The references in titles, headings, paragraphs, tables and notes, those of attachments too: `前款`,
        `第三条至第五条`, `附件2`, `《…办法》（文号）第十条`; what they refer to, or why that is not known.

        >>> import hongtou
        >>> doc = hongtou.parse("云岭市停车管理办法\\n第一条 市交通部门负责停车管理。\\n第二条 依照前条处罚。\\n")
        >>> [(reference.text, reference.target.node.path) for reference in doc.references()]
        [('前条', '第一条')]
        """
        from hongtou.reference import Reference

        return [Reference(json.loads(data), self._root, shown) for data, shown in self._tree.references()]

    def to_json(self) -> str:
        """The JSON that `hongtou parse` prints: the document, the remarks on it and the version of the format."""
        return self._tree.json()

    def to_dict(self) -> dict[str, Any]:
        """The document as plain Python."""
        return json.loads(self.to_json())["document"]

    def to_markdown(self) -> str:
        """The document as Markdown."""
        return self._tree.written("markdown")

    def to_outline(self) -> str:
        """The elements, a line each, indented."""
        return self._tree.written("outline")

    def to_text(self) -> str:
        """The document as the standard lays it out, lines rejoined and furniture left out."""
        return self._tree.written("text")

    def labels(self) -> str:
        """One row `LINE<TAB>ROLE[<TAB>N]` for every line of the text that is not blank."""
        return self._root.written("labels")

    def __reduce__(self) -> Any:
        return (type(self), (self._data or None, self._root))

    def __repr__(self) -> str:
        named = self.title.text if self._value("title") else self.source.strip()
        return f"<Document {title(named)!r} {len(self._value('sections'))} sections>"

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.to_outline())}</pre>"


def document(tree: _hongtou.Tree) -> Any:
    """The document of a tree."""
    return element("Document", {}, tree)
