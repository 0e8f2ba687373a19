//! Trees built by hand, for the tests that need no parser.

use hongtou::Span;
use hongtou::ast::{
    Addressee, Attachment, AttachmentNote, Block, Brackets, Cc, CopyNumber, Date, Direction, DocNumber, Document,
    EnumerationItem, EnumerationStyle, Furniture, Genre, Header, Heading, Imprint, Issue, IssueAction, Kind, Mark,
    Marker, MarkerStyle, Note, Organ, Paragraph, Piece, Provision, ProvisionKind, Row, Secrecy, SecrecyLevel,
    SecrecyTerm, Section, Signatory, Signature, Signer, Subtitle, Table, Text, Title, Urgency, UrgencyLevel,
};

/// Writes a source text and hands out the texts in it.
#[derive(Default)]
pub(crate) struct Draft {
    source: String,
}

fn number(length: usize) -> u32 {
    u32::try_from(length).expect("a short text")
}

impl Draft {
    /// Adds `text` on the line that is open.
    fn text(&mut self, text: &str) -> Text<'static> {
        let start = number(self.source.len());
        self.source.push_str(text);
        Text::owned(text.to_owned(), Span::new(start, number(self.source.len())), vec![])
    }

    /// Adds what stands between texts.
    fn gap(&mut self, gap: &str) {
        self.source.push_str(gap);
    }

    /// Adds a line.
    fn line(&mut self, text: &str) -> Text<'static> {
        let text = self.text(text);
        self.gap("\n");
        text
    }

    fn here(&self) -> u32 {
        number(self.source.len())
    }

    fn paragraph(&mut self, text: &str) -> Block<'static> {
        let text = self.line(text);
        Block::Paragraph(Paragraph { text, clause: None, enumeration: Box::default() })
    }

    fn heading(&mut self, text: &str, ending: Option<char>) -> Heading<'static> {
        let text = self.text(text);
        ending.into_iter().for_each(|c| self.source.push(c));
        Heading { text, ending }
    }

    fn marker(&mut self, text: &str, number: u32, style: MarkerStyle) -> Marker<'static> {
        Marker { text: self.text(text), number: Some(number), sub: None, style }
    }

    fn furniture(&mut self, text: &str) -> Furniture<'static> {
        Furniture { text: self.line(text) }
    }
}

/// `part` of `text` as a text of its own.
fn part(text: &Text<'static>, part: &str) -> Text<'static> {
    let start = text.find(part).expect("it is part of the text");
    text.slice(start, start + part.len())
}

fn organs(text: &Text<'static>, names: &[&str]) -> Vec<Organ<'static>> {
    names.iter().map(|name| Organ { text: part(text, name) }).collect()
}

fn header(draft: &mut Draft) -> Header<'static> {
    let copy_number = Some(CopyNumber { text: draft.line("000012"), number: Some(12) });
    let secrecy = draft.line("秘密★1年");
    let secrecy = Some(Secrecy { text: secrecy, level: SecrecyLevel::Confidential, term: Some(SecrecyTerm::Years(1)) });
    let urgency = Some(Urgency { text: draft.line("特急"), level: UrgencyLevel::ExtraUrgent });
    let mark = draft.line("云岭市人民政府文件");
    let marks = vec![Mark { organs: organs(&mark, &["云岭市人民政府"]), text: mark }];
    let text = draft.text("云政发〔2024〕12号");
    let agency = Some(part(&text, "云政发"));
    let brackets = Brackets::Hexagonal;
    let doc_number = Some(DocNumber { text, agency, year: Some(2024), serial: Some(12), brackets });
    draft.gap("　　");
    let text = draft.line("签发人：李某");
    let signatories = vec![Signatory { names: vec![part(&text, "李某")], text }];
    Header { copy_number, secrecy, urgency, marks, doc_number, signatories }
}

fn title(draft: &mut Draft) -> Title<'static> {
    let start = draft.here();
    draft.gap("云岭市人民政府关于印发\n《云岭市河道管理办法》的通知\n");
    let content = "云岭市人民政府关于印发《云岭市河道管理办法》的通知";
    let pieces = [Piece { at: 0, source: start }, Piece { at: 33, source: start + 34 }];
    let text = Text::owned(content.to_owned(), Span::new(start, draft.here() - 1), pieces.to_vec());
    let kind = Kind { text: part(&text, "通知"), genre: Genre::Notice, direction: Some(Direction::Downward) };
    Title {
        issuers: organs(&text, &["云岭市人民政府"]),
        subject: Some(part(&text, "印发《云岭市河道管理办法》")),
        kind: Some(kind),
        issue: Some(Issue { action: IssueAction::Print, what: part(&text, "云岭市河道管理办法") }),
        text,
    }
}

fn section(
    draft: &mut Draft,
    (text, number, style, level): (&str, u32, MarkerStyle, u8),
    path: &str,
    rest: impl FnOnce(&mut Draft) -> (Option<Heading<'static>>, bool, Vec<Block<'static>>),
) -> Block<'static> {
    let start = draft.here();
    let marker = draft.marker(text, number, style);
    let (heading, run_in, blocks) = rest(draft);
    let span = Span::new(start, draft.here() - 1);
    Block::Section(Box::new(Section { span, marker, level, heading, run_in, path: path.into(), blocks: blocks.into() }))
}

fn body(draft: &mut Draft, furniture: &mut Vec<Furniture<'static>>) -> Vec<Block<'static>> {
    let mut blocks = vec![draft.paragraph("现将《云岭市河道管理办法》印发给你们，请认真贯彻执行。")];
    blocks.push(section(draft, ("一、", 1, MarkerStyle::Han, 1), "一", |draft| {
        let heading = draft.heading("总体要求", None);
        draft.gap("\n");
        let run_in = section(draft, ("（一）", 1, MarkerStyle::HanParen, 2), "一/（一）", |draft| {
            let heading = draft.heading("指导思想", Some('。'));
            let mut inner = vec![draft.paragraph("坚持统一规划，依法治理。")];
            furniture.push(draft.furniture("— 2 —"));
            inner.push(section(draft, ("1.", 1, MarkerStyle::Arabic, 3), "一/（一）/1", |draft| {
                (None, false, vec![draft.paragraph("2025年底前完成河道划界；")])
            }));
            (Some(heading), true, inner)
        });
        (Some(heading), false, vec![run_in])
    }));
    blocks.push(section(draft, ("二、", 2, MarkerStyle::Han, 1), "二", |draft| {
        let heading = draft.heading("工作措施", None);
        draft.gap("\n");
        let text = draft.line("一是加强巡查。二是严格执法。");
        let item = |start: u32, number| EnumerationItem {
            span: Span::new(text.span.start + start, text.span.start + start + 21),
            at: Span::new(start, start + 21),
            number,
            style: EnumerationStyle::Is,
        };
        let enumeration = Box::from([item(0, 1), item(21, 2)]);
        (Some(heading), false, vec![Block::Paragraph(Paragraph { text, clause: None, enumeration }), table(draft)])
    }));
    let heading = draft.heading("附则要求", None);
    draft.gap("\n");
    blocks.push(Block::Heading(heading));
    blocks.push(draft.paragraph("特此通知。"));
    blocks
}

fn table(draft: &mut Draft) -> Block<'static> {
    let start = draft.here();
    let mut row = |cells: &[&str]| {
        let text = draft.line(&cells.join("\t"));
        Row { cells: cells.iter().map(|cell| part(&text, cell)).collect(), text }
    };
    let rows = vec![row(&["河道", "长度|公里"]), row(&["青泉河", "12.5"])];
    Block::Table(Table { span: Span::new(start, draft.here() - 1), rows })
}

fn closing(draft: &mut Draft, document: &mut Document<'static>) {
    let text = draft.line("附件：1.河道名录");
    let name = Some(part(&text, "河道名录"));
    document.attachment_notes = vec![AttachmentNote { number: Some(1), name, text }];
    let text = draft.line("云岭市人民政府");
    document.signatures = vec![Signature { organs: organs(&text, &["云岭市人民政府"]), text }];
    let text = draft.line("市长　李某");
    document.signers = vec![Signer { post: Some(part(&text, "市长")), name: Some(part(&text, "李某")), text }];
    document.date = Some(date(draft.line("2024年5月6日")));
    document.notes = vec![Note { text: draft.line("（此件公开发布）") }];
}

fn date(text: Text<'static>) -> Date<'static> {
    Date { text, year: Some(2024), month: Some(5), day: Some(6) }
}

fn provision(
    draft: &mut Draft,
    (text, number, style): (&str, u32, MarkerStyle),
    kind: ProvisionKind,
    path: &str,
    rest: impl FnOnce(&mut Draft) -> (Option<Heading<'static>>, Vec<Block<'static>>),
) -> Block<'static> {
    let start = draft.here();
    let marker = draft.marker(text, number, style);
    draft.gap("　");
    let (heading, blocks) = rest(draft);
    let span = Span::new(start, draft.here() - 1);
    Block::Provision(Box::new(Provision {
        span,
        kind,
        marker,
        heading,
        run_in: false,
        path: path.into(),
        blocks: blocks.into(),
    }))
}

/// The issued 办法, behind an 附件 line.
fn attachment(draft: &mut Draft) -> Attachment<'static> {
    let label = Some(draft.line("附件1"));
    let start = draft.here();
    let text = draft.line("云岭市河道管理办法");
    let kind = Kind { text: part(&text, "办法"), genre: Genre::Other, direction: None };
    let title = Some(Title { text, issuers: vec![], subject: None, kind: Some(kind), issue: None });
    let subtitles = vec![Subtitle { text: draft.line("（试行）") }];
    let chapter =
        provision(draft, ("第一章", 1, MarkerStyle::Chapter), ProvisionKind::Chapter, "第一章", |draft| {
            let heading = draft.heading("总则", None);
            draft.gap("\n");
            let article = ("第一条", 1, MarkerStyle::Article);
            let article = provision(draft, article, ProvisionKind::Article, "第一章/第一条", |draft| {
                let text = draft.line("本办法所称河道，包括：");
                let clause = Block::Paragraph(Paragraph { text, clause: Some(1), enumeration: Box::default() });
                let item = ("（一）", 1, MarkerStyle::HanParen);
                let item = provision(draft, item, ProvisionKind::Item, "第一章/第一条/（一）", |draft| {
                    (None, vec![draft.paragraph("湖泊；")])
                });
                (None, vec![clause, item])
            });
            (Some(heading), vec![article])
        });
    let furniture = vec![draft.furniture("— 3 —")];
    let span = Span::new(start, draft.here() - 1);
    let document = Document { span, title, subtitles, body: vec![chapter], furniture, ..Document::default() };
    Attachment { label, number: Some(1), document: Box::new(document) }
}

fn record(draft: &mut Draft, document: &mut Document<'static>) {
    let text = draft.line("抄送：市委办公室，市人大常委会办公室。");
    let named = organs(&text, &["市委办公室", "市人大常委会办公室"]);
    document.ccs = vec![Cc { label: Some(part(&text, "抄送")), organs: named, text }];
    let text = draft.line("云岭市人民政府办公室　2024年5月7日印发");
    let organ = Some(Organ { text: part(&text, "云岭市人民政府办公室") });
    let printed = Some(Date { day: Some(7), ..date(part(&text, "2024年5月7日")) });
    document.imprint = Some(Imprint { organ, date: printed, text });
}

/// A document with one of everything, and its source.
pub(crate) fn sample() -> (String, Document<'static>) {
    let mut draft = Draft::default();
    let mut document = Document { header: header(&mut draft), ..Document::default() };
    document.title = Some(title(&mut draft));
    let text = draft.line("各县（市、区）人民政府，市政府各部门：");
    let named = organs(&text, &["各县（市、区）人民政府", "市政府各部门"]);
    document.addressee = Some(Addressee { text, organs: named });
    let mut furniture = Vec::new();
    document.body = body(&mut draft, &mut furniture);
    closing(&mut draft, &mut document);
    document.attachments = vec![attachment(&mut draft)];
    record(&mut draft, &mut document);
    furniture.push(draft.furniture("打印　关闭"));
    document.furniture = furniture;
    document.span = Span::new(0, draft.here() - 1);
    (draft.source, document)
}
