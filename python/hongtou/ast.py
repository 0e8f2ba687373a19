"""The elements of a document: one class for each, with the names of the JSON.

Written by `tools/elements.py` out of the JSON Schema; not by hand.
"""

from __future__ import annotations

from typing import Union

from hongtou._document import Root
from hongtou._node import Node, Span


class Text(Node):
    """The text of a node, with the way back to the source.

    It is borrowed from the source where the node stands on one stretch of it. Where lines were rejoined it is
    owned, and `pieces` tells for each stretch where it came from.
    """

    span: Span
    """Where it stands in the source, first to last byte."""
    text: str
    """The text, line ends between joined lines taken out."""
    pieces: list[Piece]
    """The stretches of a joined text, in order; empty where the text is contiguous."""


class Addressee(Text):
    """主送机关 (9704 7.3.2)."""

    organs: list[Organ]
    """The organs, in order; `各县（市、区）人民政府` is one."""


class Attachment(Node):
    """An attachment or issued document."""

    document: Document
    """What is attached."""
    label: Text | None
    """`附件1`; `None` where an issued document follows without such a line."""
    number: int | None
    """The number in the label."""


class AttachmentNote(Text):
    """One entry of the 附件说明 (9704 7.3.4)."""

    name: Text | None
    """The name of the attachment; `None` for a bare `附件：`."""
    number: int | None
    """The number in front of the name."""


class Cc(Text):
    """抄送机关, or 主送 moved to the 版记 (9704 7.4.2)."""

    organs: list[Organ]
    """The organs, in order."""
    label: Text | None
    """The label: `抄送`, `主送`, `分送`."""


class CopyNumber(Text):
    """份号: `000001` (9704 7.2.1)."""

    number: int | None
    """The number, where it fits."""


class Date(Text):
    """A date as written; what is left blank is `None`."""

    day: int | None
    """Day."""
    month: int | None
    """Month."""
    year: int | None
    """Year."""


class Diagnostic(Node):
    """One remark on a text. The text was read all the same."""

    code: str
    """Which remark."""
    message: str
    """What was found and what was expected."""
    severity: str
    """How grave."""
    span: Span
    """Where."""
    related: list[Related]
    """Other places that bear on it."""


class DocNumber(Text):
    """发文字号: `云政发〔2024〕12号` (9704 7.2.5), also 令号 `第12号` and 公告号 `2024年第3号`.

    What is not written is `None`: `云政发〔2024〕号` has no serial.
    """

    brackets: str
    """The brackets round the year."""
    agency: Text | None
    """机关代字: `云政发`; in orders the organ, `财政部令`."""
    serial: int | None
    """Serial number."""
    year: int | None
    """Year."""


class Document(Root):
    """A 公文, top to bottom. What is not there is `None` or empty."""

    body: list[Block]
    """正文."""
    header: Header
    """版头."""
    span: Span
    """First to last byte, attachments included."""
    addressee: Addressee | None
    """主送机关."""
    attachment_notes: list[AttachmentNote]
    """附件说明, one entry each."""
    attachments: list[Attachment]
    """附件 and issued documents."""
    ccs: list[Cc]
    """抄送 and 主送 in the 版记."""
    date: Date | None
    """成文日期."""
    furniture: list[Furniture]
    """Page numbers, running heads, web menus."""
    imprint: Imprint | None
    """印发机关和印发日期."""
    notes: list[Note]
    """附注."""
    signatures: list[Signature]
    """发文机关署名, one line each."""
    signers: list[Signer]
    """Personal signatures of 令 and 议案."""
    subtitles: list[Subtitle]
    """题注 and the like, under the title."""
    title: Title | None
    """标题."""


class EnumerationItem(Node):
    """One member of an enumeration inside a paragraph: `一是…`, `第一，…`."""

    at: Span
    """The same in bytes of the paragraph's text."""
    number: int
    """Its number."""
    span: Span
    """Where the member stands in the source, its number included."""
    style: str
    """How the number is written."""


class Furniture(Text):
    """A line that is not part of the document (9704 7.5 for page numbers)."""


class Header(Node):
    """版头 (9704 7.2). Web copies mostly keep only the 发文字号; what is not there is `None` or empty."""

    copy_number: CopyNumber | None
    """份号."""
    doc_number: DocNumber | None
    """发文字号."""
    marks: list[Mark]
    """发文机关标志, one or several lines."""
    secrecy: Secrecy | None
    """密级和保密期限."""
    signatories: list[Signatory]
    """签发人, one or several lines."""
    urgency: Urgency | None
    """紧急程度."""


class Heading(Text):
    """A heading phrase."""

    ending: str | None
    """The point or colon that ends it, where there is one."""


class Imprint(Text):
    """印发机关和印发日期 (9704 7.4.3)."""

    date: Date | None
    """印发日期."""
    organ: Organ | None
    """印发机关."""


class Issue(Node):
    """What a title passes on: `印发《云岭市…办法》`."""

    action: str
    """How."""
    what: Text
    """The document passed on, without 《》."""


class Kind(Text):
    """文种 as written at the end of a title."""

    genre: str
    """Which of the 15 of 条例 第八条, or another."""
    direction: str | None
    """Which way such a document goes."""


class Mark(Text):
    """发文机关标志: `云岭市人民政府文件`, one or several organs (9704 7.2.4)."""

    organs: list[Organ]
    """The organs named, 文件 and 令 left out."""


class Marker(Text):
    """The number that opens a section or a provision."""

    style: str
    """How it is written."""
    number: int | None
    """Its value, where it fits 32 bits."""
    sub: int | None
    """之一 in 第十条之一 and （二之一）."""


class Note(Text):
    """附注: `（此件公开发布）` (9704 7.3.6)."""


class Organ(Text):
    """One organ of a list: `各县（市、区）人民政府`."""


class Paragraph(Text):
    """A paragraph of the 正文."""

    clause: int | None
    """The number of the 款, where the paragraph belongs to a 条."""
    enumeration: list[EnumerationItem]
    """The members of 一是…二是… in it, or the one it opens with."""


class Piece(Node):
    """One contiguous stretch of a joined `Text`."""

    at: int
    """Byte offset in the text where the stretch begins."""
    source: int
    """Byte offset in the source where it stands."""


class Provision(Node):
    """A unit of a law or regulation. A 款 is a `Paragraph` of its 条 and carries its number."""

    blocks: list[Block]
    """What is in it."""
    kind: str
    """编, 章, 节, 条, 项 or 目."""
    marker: Marker
    """The number."""
    path: str
    """The way to it as people cite it: `第二章/第十条/（一）`."""
    run_in: bool
    """Whether text follows the heading in the same block."""
    span: Span
    """From the marker to the end of the last block."""
    heading: Heading | None
    """The heading phrase: of a 编, 章 or 节 nearly always, of a 条 or 项 sometimes."""


class Related(Node):
    """Another place that bears on a `Diagnostic`."""

    message: str
    """What is there."""
    span: Span
    """Where."""


class Row(Text):
    """One line of a table."""

    cells: list[Text]
    """Its cells, where tabs or bars part them; else empty."""


class Secrecy(Text):
    """密级和保密期限: `机密★1年` (9704 7.2.2)."""

    level: str
    """绝密, 机密 or 秘密."""
    term: str | None
    """The term behind ★, where there is one."""


class Section(Node):
    """A numbered section of the 正文 (9704 7.3.3).

    A plain item has no heading; its text is the first paragraph of `blocks`. Where `run_in` is true that
    paragraph stands on the heading's own line.
    """

    blocks: list[Block]
    """What is in it."""
    level: int
    """The standard's rank of the number's style: 一、 1, （一） 2, 1. 3, （1） 4, ① 5."""
    marker: Marker
    """The number."""
    path: str
    """The way to it as people cite it: `一/（三）/2`."""
    run_in: bool
    """Whether text follows the heading in the same block."""
    span: Span
    """From the marker to the end of the last block."""
    heading: Heading | None
    """The heading phrase, where there is one."""


class Signatory(Text):
    """签发人: `签发人：王某　李某` (9704 7.2.6)."""

    names: list[Text]
    """The names, in order."""


class Signature(Text):
    """One line of 发文机关署名 (9704 7.3.5)."""

    organs: list[Organ]
    """The organs on it, where spaces part them; else the whole."""


class Signer(Text):
    """A personal signature: `省长　李某`."""

    name: Text | None
    """The name."""
    post: Text | None
    """The post."""


class Subtitle(Text):
    """题注 or the line in brackets under a title: `（2019年10月22日…通过）`, `（试行）`."""


class Table(Node):
    """A table: the lines that stand in for one in a text."""

    rows: list[Row]
    """One row a line."""
    span: Span
    """First to last row."""


class Title(Text):
    """标题 (9704 7.3.1), its lines joined."""

    issuers: list[Organ]
    """发文机关 in front of 关于, one or several."""
    issue: Issue | None
    """What it 印发, 转发, 批转, 公布 … where it does so."""
    kind: Kind | None
    """文种."""
    subject: Text | None
    """事由: what stands between 关于 and 的＋文种."""


class Urgency(Text):
    """紧急程度: `特急` (9704 7.2.3)."""

    level: str
    """How urgent."""


Block = Union[Section, Provision, Paragraph, Heading, Table]
