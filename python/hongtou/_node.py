"""What all elements have in common: the names of the JSON as attributes, and the way back to the text."""

from __future__ import annotations

import copy
import html
import json
import re
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple

from hongtou import _hongtou

if TYPE_CHECKING:
    from hongtou.ast import Block


KINDS: dict[str, type[Node]] = {}
"""The classes of elements by their names."""
BLOCKS = {"section", "provision", "paragraph", "heading", "table"}
"""What says in the JSON of a body what it is."""


class Span(NamedTuple):
    """A stretch of a text, `start` to `end`, as a slice has it."""

    start: int
    end: int


class Word(NamedTuple):
    """A word or a grapheme."""

    text: str
    """What it says; where it was torn by a line end, the halves put together."""
    span: Span
    """Its bytes in the source; where it was torn, what stands between the halves is in it."""
    char_span: Span
    """Its characters in the source."""


def fields(kind: type) -> dict[str, str | None]:
    """The attributes that a class names, each with the class of what it holds, if that is an element."""
    found = {}
    for base in reversed(kind.__mro__):
        for name, annotation in base.__dict__.get("__annotations__", {}).items():
            inner = re.sub(r"^list\[(.*)\]$", r"\1", annotation.replace(" | None", ""))
            found[name] = inner if inner[0].isupper() else None
    return {name: inner for name, inner in found.items() if not name.startswith("_")}


def element(kind: str, data: dict[str, Any], root: _hongtou.Tree) -> Any:
    """The element that `data` is, of class `kind`."""
    if kind == "Span":
        return Span(data["start"], data["end"])
    return KINDS[data["type"].title() if kind == "Block" else kind](data, root)


def found(name: str, written: str, root: _hongtou.Tree) -> Any:
    """The element `name` in the JSON `written`; a document is that of `root`."""
    data = json.loads(written)
    if name == "document":
        return KINDS["Document"]({}, root)
    if name in BLOCKS:
        data = {"type": name, **data}
    return element(name.title().replace("_", ""), data, root)


def wrapped(value: Any, kind: str | None, root: _hongtou.Tree) -> Any:
    """A value of the JSON as an attribute."""
    if kind is None or value is None:
        return value
    if isinstance(value, list):
        return [element(kind, one, root) for one in value]
    return element(kind, value, root)


def title(text: str, most: int = 24) -> str:
    """A text as a sign of itself."""
    return text if len(text) <= most else text[:most] + "…"


class Node:
    """An element of a document. Its attributes are those of the JSON; what is not there is `None` or empty.

    >>> import hongtou
    >>> section = hongtou.parse("一、加强值班。各地要落实带班制度。").sections[0]
    >>> section
    <Section 一 '加强值班' at 0:17>
    >>> section.heading.text, section.level, section.marker.number
    ('加强值班', 1, 1)
    >>> [block.text for block in section]
    ['各地要落实带班制度。']
    """

    __slots__ = ("_data", "_root")
    _fields: dict[str, str | None] = {}

    def __init__(self, data: dict[str, Any], root: _hongtou.Tree) -> None:
        self._data = data
        self._root = root

    def __init_subclass__(cls) -> None:
        cls._fields = fields(cls)
        KINDS.setdefault(cls.__name__, cls)
        own = cls.__dict__.get("__annotations__", {})
        said = (cls.__doc__ or "").rstrip()
        cls.__doc__ = "\n    ".join([f"{said}\n", *(f"{name}: {kind}" for name, kind in own.items())])

    def _value(self, name: str) -> Any:
        return self._data.get(name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._fields:
            raise AttributeError(f"a {type(self).__name__} has no {name!r}; it has {', '.join(self._fields)}")
        value = self._value(name)
        if value is None and type(self).__annotations__.get(name, "").startswith("list["):
            return []
        return wrapped(value, self._fields[name], self._root)

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("_"):
            raise AttributeError(f"a {type(self).__name__} is as it was read, {name!r} can't be set")
        super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._fields})

    @property
    def type(self) -> str:
        """What it is, as the JSON says it: section, paragraph, doc_number."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def char_span(self) -> Span:
        """Where it stands in characters: `doc.source[start:end]`. `span` has it in bytes of UTF-8."""
        start, end = self._place()
        return Span(self._root.characters(start), self._root.characters(end))

    @property
    def line(self) -> int:
        """The line on which it begins, from 1."""
        return self._root.line(self._place().start)

    @property
    def full_text(self) -> str:
        """Its text with all that is in it, a line each; its own number left out, lines rejoined."""
        text = self._value("text")
        return text if text is not None else _hongtou.full_text(self.type, json.dumps(self.to_dict()))

    def tokens(self, tokenizer: _hongtou.Tokenizer | None = None, *, graphemes: bool = False) -> list[Word]:
        """The words of all in it, in the order of the text, or what people see as one character. Furniture inside is
        left out, as are blanks; every other character is in exactly one of them.

        Words are found by jieba-rs, those of `tokenizer` too. The dictionary is loaded when it is first asked for.

        >>> import hongtou
        >>> section = hongtou.parse("一、加强值班。各地要落实带班制度。").sections[0]
        >>> [word.text for word in section.tokens()]
        ['一', '、', '加强', '值班', '。', '各地', '要', '落实', '带班', '制度', '。']
        >>> section.heading.tokens(graphemes=True)[0]
        Word(text='加', span=Span(start=6, end=9), char_span=Span(start=2, end=3))
        """
        start, end = self._place()
        own = {name: self._data[name] for name in ("span", "text", "pieces") if name in self._data}
        text = json.dumps(own) if "text" in own else None
        found = self._root.tokens(start, end, text, tokenizer, graphemes)
        return [Word(said, Span(*place), Span(*chars)) for said, place, chars in found]

    def _place(self) -> Span:
        """Its span; of an element without one, that of what is in it."""
        if "span" in self._fields:
            return wrapped(self._value("span"), "Span", self._root)
        parts = [getattr(self, name) for name, kind in self._fields.items() if kind]
        nodes = [node for part in parts for node in (part if isinstance(part, list) else [part]) if node is not None]
        places = [node._place() for node in nodes]
        return Span(min((p.start for p in places), default=0), max((p.end for p in places), default=0))

    def to_dict(self) -> dict[str, Any]:
        """The same as plain Python."""
        return copy.deepcopy(self._data)

    def __iter__(self) -> Iterator[Block]:
        """The blocks, of a table the rows, that stand in it."""
        for name in ("blocks", "body", "rows"):
            if name in self._fields:
                return iter(getattr(self, name))
        raise TypeError(f"a {type(self).__name__} has nothing in it to go through")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node) or type(self) is not type(other):
            return NotImplemented
        return self.to_dict() == other.to_dict() and self._root.source == other._root.source

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._place()))

    def __reduce__(self) -> Any:
        return (type(self), (self._data, self._root))

    def __repr__(self) -> str:
        said = self._value("text")
        if "blocks" in self._fields:
            said = self.heading.text if self._value("heading") else self.full_text
        shown = filter(None, [type(self).__name__, self._value("path"), said and repr(title(said))])
        start, end = self.char_span
        return f"<{' '.join(shown)} at {start}:{end}>"

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(repr(self))}</pre>"
