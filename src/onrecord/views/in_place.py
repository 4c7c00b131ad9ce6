"""A report in, its text with everything that was found in it, in place, out.

Blocks stand in order, furniture marked as such. Where annotations lie over one another, the text is cut at
their edges, so that each patch of words bears the kinds of all that cover it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.model.annotation import (
    Annotation,
    EventMention,
    FigureReading,
    Found,
    Mention,
    Quotation,
    Timex,
)  # fmt: skip
from onrecord.model.report import NEWS, Problem, Report
from onrecord.model.span import Span
from onrecord.record.store import Store
from onrecord.views.belonging import whole_id
from onrecord.views.days import Day, day_of
from onrecord.views.harmless import harmless, one_line
from onrecord.views.lines import LEADS, UNSURE
from onrecord.views.outlets import problem_words

Kind = Literal["quotation", "figure", "time", "name", "event"]
KINDS: Final[tuple[Kind, ...]] = ("quotation", "figure", "time", "name", "event")

PART: Final = 40_000
"""Code points of a report that are shown at a time: with its marks, less than 200 kB of a page."""

HERE: Final = "here"
"""The kind of the words that were asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """Some words and what covers them; `first` of those asked for."""

    words: str
    kinds: tuple[str, ...] = ()
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing found: its words, what is known of it, and whether the machine is unsure."""

    id: str
    kind: Kind
    words: str
    note: str
    unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One block of the text."""

    kind: str
    furniture: bool
    patches: tuple[Patch, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report as it is read.

    Attributes:
        earlier, later: ids of the states before and after it.
        counts: how many of each kind were found.
        before, after: where the part before and after this one begins, of a report shown in parts.
    """

    id: str
    outlet: str
    headline: str
    subhead: str
    day: Day
    updated: Day | None
    bylines: tuple[str, ...]
    dateline: str
    credit: str
    address: str
    language: str
    revision: int
    read: int
    story: str | None
    storyline: str | None
    annotated: bool
    earlier: str | None
    later: str | None
    stretches: tuple[Stretch, ...]
    counts: Mapping[Kind, int]
    problems: tuple[str, ...]
    before: int | None
    after: int | None


def report_page(
    store: Store,
    asked: str,
    *,
    here: tuple[int, int] | None = None,
    begin: int = 0,
    marked: Collection[str] = KINDS,
) -> ReportPage:
    """Return a report with what was found in it.

    Args:
        store: The store.
        asked: The report's id, or the beginning of it.
        here: The place that was asked for; the part that holds it is shown.
        begin: Where else the part begins.
        marked: The kinds that patches bear.

    Raises:
        NotOnRecordError: There is no such report.
        AmbiguousIdError: Several ids begin so.
    """
    kept = _kept(store, asked)
    report, found = kept.report, kept.found
    place = Span(*here) if here is not None and 0 <= here[0] < here[1] <= len(report.text) else None
    whole = _blocks(report)
    start = place.start if place is not None else begin
    shown, before, after = _part(whole, start)
    edges: list[tuple[Span, str]] = [(place, HERE)] if place is not None else []
    edges += [(span, kind) for span, kind, _ in _placed(found) if kind in marked]
    return ReportPage(
        id=report.id,
        outlet=one_line(report.outlet or report.address),
        headline=one_line(report.headline or report.address),
        subhead=one_line(report.subhead or ""),
        day=day_of(report.published),
        updated=day_of(report.updated) if report.updated is not None else None,
        bylines=tuple(map(one_line, report.bylines)),
        dateline=one_line(report.dateline or ""),
        credit=one_line(report.credit or ""),
        address=one_line(report.address),
        language=report.language,
        revision=report.revision,
        read=report.read,
        story=kept.story,
        storyline=kept.storyline,
        annotated=kept.annotated,
        earlier=report.revises,
        later=kept.later,
        stretches=tuple(_stretches(report, found, shown, edges)),
        counts=Counter(kind for span, kind, each in _placed(found) if span.start == each.span.start),
        problems=tuple(problem_words(problem) for problem in kept.problems),
        before=before,
        after=after,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What the store holds of a report; `story` and `storyline` are those of its newest state."""

    report: Report
    found: Found
    later: str | None
    story: str | None
    storyline: str | None
    annotated: bool
    problems: tuple[Problem, ...]


def _kept(store: Store, asked: str) -> _Kept:
    with store.view() as view:
        report = view.report(whole_id(view, asked) or asked)
        later = view.later([report.id]).get(report.id)
        newest = [later or report.id]
        return _Kept(
            report=report,
            found=view.annotations([report.id])[report.id],
            later=later,
            story=next(iter(view.groups("stories", newest)), None),
            storyline=next(iter(view.groups("storylines", newest)), None),
            annotated=bool(view.finders(report.id)),
            problems=view.problems([report.id]),
        )


def _blocks(report: Report) -> list[tuple[str, Span]]:
    """Return the blocks, and what lies between them, in order."""
    found: list[tuple[str, Span]] = []
    at = 0
    for block in report.blocks:
        if report.text[at : block.start].strip():
            found.append(("between blocks", Span(at, block.start)))
        found.append((block.kind, block.span))
        at = max(at, block.end)
    if report.text[at:].strip():
        found.append(("between blocks", Span(at, len(report.text))))
    return [(kind, piece) for kind, span in found for piece in _pieces(span)]


def _pieces(span: Span) -> Iterator[Span]:
    """Yield a span in pieces that fit a page."""
    for start in range(span.start, span.end, PART):
        yield Span(start, min(span.end, start + PART))


def _part(
    blocks: Sequence[tuple[str, Span]], start: int
) -> tuple[list[tuple[str, Span]], int | None, int | None]:
    """Return the part that holds a place, and where the parts before and after it begin."""
    parts: list[list[tuple[str, Span]]] = [[]]
    for kind, span in blocks:
        if parts[-1] and span.end - parts[-1][0][1].start > PART:
            parts.append([])
        parts[-1].append((kind, span))
    number = max((n for n, part in enumerate(parts) if part and part[0][1].start <= start), default=0)
    before = parts[number - 1][0][1].start if number else None
    after = parts[number + 1][0][1].start if number + 1 < len(parts) else None
    return parts[number], before, after


def _stretches(
    report: Report, found: Found, shown: Sequence[tuple[str, Span]], edges: Sequence[tuple[Span, str]]
) -> Iterator[Stretch]:
    first, last = (shown[0][1].start, shown[-1][1].end) if shown else (0, 0)
    near = (each for each in _placed(found) if each[0].start < last and first < each[0].end)
    placed = sorted(near, key=lambda each: (each[0], each[1], each[2].id))
    within = [(span, kind) for span, kind in edges if span.start < last and first < span.end]
    marked = False
    for kind, span in shown:
        inside = [(s, k) for s, k in within if s.start < span.end and span.start < s.end]
        patches = []
        for patch in _patches(report.text, span, inside):
            is_first = HERE in patch.kinds and not marked
            marked = marked or is_first
            patches.append(Patch(words=patch.words, kinds=patch.kinds, first=is_first))
        yield Stretch(
            kind=kind,
            furniture=kind not in NEWS,
            patches=tuple(patches),
            things=tuple(
                _thing(a, k, report)
                for s, k, a in placed
                if s.start == a.span.start and span.start <= s.start < span.end
            ),
        )


def _patches(text: str, block: Span, inside: Iterable[tuple[Span, str]]) -> Iterator[Patch]:
    """Yield a block's words, cut wherever something begins or ends."""
    steps: list[tuple[int, int, str]] = []
    for span, kind in inside:
        steps.append((max(span.start, block.start), 1, kind))
        steps.append((min(span.end, block.end), -1, kind))
    steps.sort()
    open_: Counter[str] = Counter()
    at = block.start
    for place, step, kind in steps:
        if place > at:
            yield Patch(words=harmless(text[at:place]), kinds=tuple(sorted(+open_)))
            at = place
        open_[kind] += step
    if at < block.end:
        yield Patch(words=harmless(text[at : block.end]), kinds=tuple(sorted(+open_)))


def _placed(found: Found) -> Iterator[tuple[Span, Kind, Annotation]]:
    """Yield what was found with its place; of names those printed, of figures those that the record keeps."""
    yield from ((span, "quotation", q) for q in found.quotations for span in q.content)
    yield from ((f.span, "figure", f) for f in found.figures if f.keep)
    yield from ((t.span, "time", t) for t in found.timexes)
    yield from ((m.span, "name", m) for m in found.mentions if m.form == "name")
    yield from ((e.span, "event", e) for e in found.events)


def _thing(annotation: Annotation, kind: Kind, report: Report) -> Thing:
    return Thing(
        id=annotation.id,
        kind=kind,
        words=one_line(annotation.span.of(report.text)),
        note=_note(annotation, report),
        unsure=annotation.confidence < UNSURE,
    )


def _note(annotation: Annotation, report: Report) -> str:
    match annotation:
        case Quotation():
            spoken = annotation.speaker_words
            return one_line(spoken.of(report.text)) if spoken is not None else "speaker not printed"
        case FigureReading():
            return one_line(annotation.counts)
        case Timex():
            return day_of(annotation.when).words
        case Mention():
            return annotation.kind
        case EventMention():
            return ", ".join(
                part for part in (LEADS[annotation.modality], day_of(annotation.when).words) if part
            )
