"""An id in, what it stands for out: a thing on record, or an annotation and the thing that its words are in.

A thing's id is that of its founding mention, and any other mention's id leads to its report, from there to
the storyline, and to the line that rests on its very words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.errors import AmbiguousIdError, NotOnRecordError
from onrecord.model.annotation import Annotation, EventMention, FigureReading, Mention, Quotation, Timex
from onrecord.model.record import Copies as CopySet
from onrecord.model.record import (
    Difference,
    Entity,
    Event,
    Figure,
    JudgedKind,
    Origin,
    Record,
    Statement,
    Story,
    Storyline,
)
from onrecord.model.span import Span
from onrecord.record.composed import record_of
from onrecord.record.founding import founders, group_now
from onrecord.record.origins import own_ids
from onrecord.record.parting_ids import LEAD, PREFIX, WHOLE, leads_to
from onrecord.record.rulings import found_now, newest
from onrecord.record.store import Store, View
from onrecord.views.parted_once import Once, parted_now, parted_once

MADE = "o-"
"""How the ids of origins begin, which stand in no table."""

FEW = 6
"""Characters of an id from which it is looked for among those that groups once had."""

KIND_OF: Mapping[type[Annotation], JudgedKind] = {
    EventMention: "event", Quotation: "statement", FigureReading: "figure", Mention: "entity",
}  # fmt: skip
"""Annotations that found lines, and the kinds of line."""

Thing = Entity | Event | Statement | Figure | Difference | Origin | CopySet | Story | Storyline


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an id stands for: a report, an annotation, a thing on record, or several of these.

    `record` is that of the storyline; None for a report that a later revision has replaced. `once` is a
    difference that is on record no more.
    """

    id: str
    record: Record | None
    report: str | None = None
    annotation: Annotation | None = None
    thing: Thing | None = None
    once: Once | None = None


def whole_id(view: View, beginning: str) -> str | None:
    """Return the one id that begins so, among reports, annotations and groups; None if none does.

    Raises:
        AmbiguousIdError: Several begin so.
    """
    ids = view.ids_beginning(beginning) if beginning else ()
    if beginning in ids or len(ids) == 1:
        return beginning if beginning in ids else ids[0]
    if ids:
        shown = ", ".join(ids[:4])
        raise AmbiguousIdError(f"several ids begin like this ({shown} …): give more of it", subject=beginning)
    once = list(founders(beginning, (kept.id for kept in view.kept()))) if len(beginning) > FEW else []
    return once[0] if len(once) == 1 else None


def find(store: Store, asked: str) -> Found:
    """Return what an id, or the beginning of one, stands for.

    Raises:
        NotOnRecordError: Nothing has this id.
        AmbiguousIdError: Several ids begin so.
    """
    asked = asked.strip()
    if asked.startswith(PREFIX):
        return _difference(store, asked)
    with store.view() as view:
        full = whole_id(view, asked)
        if full is None and not asked.startswith(MADE):
            raise NotOnRecordError(subject=asked)
        if full is None:
            lines, report, annotation = sorted(view.groups("storylines")), None, None
        else:
            report, annotation = _in_store(view, full)
            lines = _lines_of(view, full, report)
            full = full if report is not None else _called_now(view, full)
    if full is None:
        return _made_thing(store, lines, asked)
    if not lines:
        return Found(id=full, record=None, report=report, annotation=annotation)
    record = record_of(store, lines)
    thing = _thing_at(store, record, annotation, full)
    return Found(id=full, record=record, report=report, annotation=annotation, thing=thing)


def _difference(store: Store, asked: str) -> Found:
    """Return what the id of a difference stands for: it itself, what took its place, or what it was."""
    with store.view() as view:
        led = [each for lead in leads_to(asked) for each in view.ids_beginning(lead)]
        abouts = [about for each in led if (about := _in_store(view, each)[1]) is not None]
        if len(asked) < len(PREFIX) + LEAD:  # too little to be led by
            lines = sorted(view.groups("storylines"))
        else:
            lines = sorted({line for a in abouts for line in _lines_of(view, a.id, a.report)})
    try:
        return _made_thing(store, lines, asked)
    except NotOnRecordError:
        if len(asked) != WHOLE or not abouts or not lines:
            raise
    return _no_more(store, record_of(store, lines), asked, abouts[0])


def _no_more(store: Store, record: Record, asked: str, about: Annotation) -> Found:
    """Return what a difference that is on record no more stands for."""
    with store.view() as view:
        once = parted_once(view, asked, about, _every_state(view, record))
    things = [_thing_at(store, record, side, side.id) for side in once.sides]
    once = replace(once, lines=tuple(thing.id if thing is not None else None for thing in things))
    with store.view() as view:
        now = parted_now(view, record, once)
    if now is not None:
        return Found(id=now.id, record=record, thing=now)
    return Found(id=asked, record=record, once=once)


def _every_state(view: View, record: Record) -> set[str]:
    """Return the reports of a record, with the states that they revise."""
    found = {line.report.id for line in record.reports}
    fresh = found
    while fresh := {r.revises for r in view.reports(fresh) if r.revises is not None} - found:
        found |= fresh
    return found


def _in_store(view: View, full: str) -> tuple[str | None, Annotation | None]:
    """Return the report that an id is of or in, and the annotation that it is; neither for a group."""
    if view.known([full]):
        return full, None
    try:
        report = view.report_of(full)
    except NotOnRecordError:
        return None, None
    return report, next((a for a in view.annotations([report])[report].all() if a.id == full), None)


def _called_now(view: View, full: str) -> str:
    """Return the id that a group has now."""
    group = group_now(view, full)
    return full if group is None else group[1]


def _lines_of(view: View, full: str, report: str | None) -> list[str]:
    if report is not None:  # what a later state replaced is where that is
        return list(view.groups("storylines", newest(view, [report]).values()))
    group = group_now(view, full)
    return list(view.groups("storylines", view.group(*group))) if group is not None else []


def _thing_at(store: Store, record: Record, annotation: Annotation | None, full: str) -> Thing | None:
    """Return the thing on record that has an id, or that an annotation's words are in."""
    thing = thing_of(record, full, annotation)
    if thing is None and annotation is not None:
        return _thing_now(store, record, annotation)
    return thing


def _thing_now(store: Store, record: Record, annotation: Annotation) -> Thing | None:
    """Return the thing on record that an annotation's words are in, in the newest state that has them."""
    about = KIND_OF.get(type(annotation))
    if about is None:
        return None
    with store.view() as view:
        words = view.report(annotation.report).passage(annotation.span)
        now = found_now(view, words, about)
        other = _in_store(view, now)[1] if now is not None and now != annotation.id else None
    return thing_of(record, other.id, other) if other is not None else None


def _made_thing(store: Store, lines: Iterable[str], asked: str) -> Found:
    """Return a difference or origin of some storylines: their ids stand in no table.

    An origin that is none any more, since its report was revised or is known as a copy, is that report's now.
    """
    hits: dict[str, Found] = {}
    for line in lines:
        record = record_of(store, [line])
        made: tuple[Difference | Origin, ...] = (*record.differences, *record.origins)
        for thing in made:
            if thing.id.startswith(asked):
                hits.setdefault(thing.id, Found(id=thing.id, record=record, thing=thing))
    if asked in hits or len(hits) == 1:
        return hits.get(asked) or next(iter(hits.values()))
    now = _origin_now(store, asked) if not hits else None
    if now is not None:
        return now
    raise (AmbiguousIdError if hits else NotOnRecordError)(subject=asked)


def _origin_now(store: Store, asked: str) -> Found | None:
    """Return the origin that a report has now which was an origin by itself, or by its outlet's name."""
    if not asked.startswith(MADE) or len(asked) != WHOLE:
        return None
    with store.view() as view:
        once = next((report.id for report in view.reports() if asked in own_ids(report)), None)
        now = newest(view, [once])[once] if once is not None else None
        lines = view.groups("storylines", [now]) if now is not None else {}
    if not lines:
        return None
    record = record_of(store, sorted(lines))
    origin = next(line.origin for line in record.reports if line.report.id == now)
    thing = next(each for each in record.origins if each.id == origin)
    return Found(id=thing.id, record=record, thing=thing)


def thing_of(record: Record, full: str, annotation: Annotation | None) -> Thing | None:
    """Return the thing on record that has this id, or rests on this annotation's words."""
    for thing in things(record):
        if thing.id == full:
            return thing
    if annotation is None:
        return None
    return next(iter(_resting_on(record, annotation)), None)


def things(record: Record) -> Iterable[Thing]:
    """Yield everything on record that has an id of its own."""
    yield from record.events
    yield from record.statements
    yield from record.figures
    yield from record.entities
    yield from record.differences
    yield from record.stories
    yield from record.storylines
    yield from record.copies
    yield from record.origins


def _resting_on(record: Record, annotation: Annotation) -> Iterable[Thing]:
    report = annotation.report
    match annotation:
        case Quotation():
            places = {(report, span) for span in annotation.content}
            yield from (
                s for s in record.statements
                if any((p.report, p.span) in places for v in s.variants for q in v.pieces for p in q.content)
            )  # fmt: skip
        case FigureReading():
            yield from (f for f in record.figures if any(r.id == annotation.id for r in f.readings))
        case EventMention():
            yield from _events_of(record, annotation)
        case Mention():
            yield from (e for e in record.entities if _mentions(e, report, annotation.span))
        case Timex():
            yield from (
                e for e in record.events
                if e.when is not None and e.when.span is not None
                and (e.when.span.report, e.when.span.span) == (report, annotation.span)
            )  # fmt: skip


def _events_of(record: Record, mention: EventMention) -> list[Event]:
    """Return the events that rest on a mention's clause; of several, those of its modality and type first."""
    events = [
        event for event in record.events
        if any((s.span.report, s.span.span) == (mention.report, mention.shown) for s in event.support)
    ]  # fmt: skip
    return sorted(events, key=lambda e: (e.modality != mention.modality, e.type != mention.type))


def _mentions(entity: Entity, report: str, span: Span) -> bool:
    return any(m.report == report and m.span == span for m in entity.mentions)
