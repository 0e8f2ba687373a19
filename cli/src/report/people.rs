//! Remarks for people: the line, with carets under the place.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use hongtou::diagnostic::{Related, Severity};
use hongtou::{Diagnostic, Span};

use super::excerpt::{Excerpt, excerpt};
use crate::escape;
use crate::places::{Place, Places};

/// A remark and the places that bear on it, as a few lines that end in a line feed.
pub(super) fn render(
    diagnostic: &Diagnostic,
    name: &str,
    source: &str,
    places: &mut Places<'_>,
    color: bool,
) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let main = Shown::new(diagnostic.span, source, places);
    let related: Vec<_> = diagnostic.related.iter().map(|other| (other, Shown::new(other.span, source, places))).collect();

    let message = escape::one_line(&diagnostic.message);
    let title = level(diagnostic.severity).primary_title(message.as_ref()).id(diagnostic.code.name());
    let first = main.group(Group::with_title(title), name, AnnotationKind::Primary);
    let others = related.iter().map(|(other, shown)| note(other, shown, name));
    renderer.render(&std::iter::once(first).chain(others).collect::<Vec<_>>()) + "\n\n"
}

/// A place that bears on the remark.
fn note<'a>(other: &'a Related, shown: &'a Shown, name: &'a str) -> Group<'a> {
    let title = Level::NOTE.secondary_title(escape::one_line(&other.message));
    shown.group(Group::with_title(title), name, AnnotationKind::Context)
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Info => Level::INFO,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

/// A place, with the stretch of text round it.
struct Shown {
    place: Place,
    excerpt: Excerpt,
}

impl Shown {
    fn new(span: Span, source: &str, places: &mut Places<'_>) -> Self {
        let (start, end) = (span.start as usize, span.end as usize);
        Self { place: places.place(start), excerpt: excerpt(source, places, start..end) }
    }

    /// `group` with the file's name, line and column, and the text.
    fn group<'a>(&'a self, group: Group<'a>, name: &'a str, kind: AnnotationKind) -> Group<'a> {
        let origin = Origin::path(name).line(self.place.line).char_column(self.place.column);
        let Excerpt { text, place } = &self.excerpt;
        let snippet = Snippet::source(text).line_start(self.place.line).fold(false);
        group.element(origin).element(snippet.annotation(kind.span(place.clone())))
    }
}
