"""A person's rulings in, kept and kept to: judged, undone, taken along to another desk and back.

A ruling names lines, mentions or stories by their ids, and is hung on the words that found them, so that it
holds when these are annotated anew or stand in a revision. What it touches is settled again at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec

from onrecord.errors import NotOnRecordError, RulingError
from onrecord.model.annotation import Annotation
from onrecord.model.ids import make_id
from onrecord.model.record import JudgedKind, Judgement, Ruling, Story
from onrecord.model.report import Report
from onrecord.model.span import Passage, Span
from onrecord.record.joining import settle_around
from onrecord.record.rulings import newest
from onrecord.record.store import Store, View, Writer
from onrecord.views.belonging import KIND_OF, Found, find

SCHEMA = "onrecord-judgements/1"
HEAD = 200  # code points of a report that a ruling on its story is hung on, where it has no headline


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What an id names: its kind, the words that found it, and whether it is a whole line."""

    kind: JudgedKind
    passage: Passage
    whole: bool


def judge(
    store: Store, verdict: Ruling, ids: Sequence[str], *, by: str, because: str | None = None
) -> tuple[Judgement, ...]:
    """Rule on some lines, and return the rulings: one of "same" and "different", one for each wrong line.

    Args:
        store: The store.
        verdict: What is ruled.
        ids: Ids of lines, mentions, stories or reports, or the beginnings of such.
        by: Who rules.
        because: Why, in words.

    Raises:
        RulingError: Such a ruling can't be made of these.
        NotOnRecordError: Nothing has one of the ids.
        AmbiguousIdError: Several ids begin like one of them.
    """
    named = [_named(store, each) for each in ids]
    _check(verdict, named)
    at = _now()
    groups = [[each] for each in named] if verdict == "wrong" else [named]
    made = tuple(_ruling(verdict, group, by=by, at=at, because=because) for group in groups)
    with store.writer() as writer:
        _put(writer, made)
    return made


def undo(store: Store, asked: str | None = None, *, by: str) -> Judgement:
    """Undo a ruling, by its id or the beginning of it, or else the last one; return it.

    Raises:
        NotOnRecordError: There is none such that isn't undone already.
        RulingError: Several begin so.
    """
    with store.view() as view:
        standing = [judgement for judgement in view.judgements() if not judgement.undone]
    meant = standing[-1:] if asked is None else [j for j in standing if j.id.startswith(asked)]
    if not meant:
        raise NotOnRecordError("no ruling to undo", subject=asked)
    if len(meant) > 1:
        raise RulingError("several rulings begin like this: give more of it", subject=asked)
    undone = replace(meant[0], undone=True, undone_by=by, undone_at=_now())
    with store.writer() as writer:
        _put(writer, [undone])
    return undone


def export(store: Store) -> bytes:
    """Return all rulings, the undone ones too, as JSON that `take_in` reads."""
    with store.view() as view:
        value = {"schema": SCHEMA, "judgements": view.judgements()}
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def take_in(store: Store, body: bytes) -> int:
    """Keep the rulings of another desk beside one's own; return how many are new, or newly undone.

    Those whose reports aren't on record wait for them. What either desk has undone stays undone.

    Raises:
        RulingError: The bytes hold no rulings.
    """
    try:
        value = msgspec.json.decode(body)
        if value.get("schema") != SCHEMA:
            raise RulingError(f"a file of rulings ({SCHEMA}) was expected")
        given = msgspec.convert(value["judgements"], list[Judgement])
    except (msgspec.MsgspecError, AttributeError, KeyError, TypeError) as error:
        raise RulingError(f"a file of rulings ({SCHEMA}) was expected: {error}") from error
    with store.writer() as writer:
        known = {judgement.id: judgement for judgement in writer.view.judgements()}
        fresh = [
            each for each in given if each.id not in known or (each.undone and not known[each.id].undone)
        ]
        _put(writer, fresh)
    return len(fresh)


def _put(writer: Writer, judgements: Iterable[Judgement]) -> None:
    """Keep rulings and settle what they touch."""
    touched: set[str] = set()
    gone = {stone.report for stone in writer.view.tombstones()}
    for judgement in judgements:
        spans = tuple(replace(s, text="") if s.report in gone else s for s in judgement.spans)
        writer.put_judgement(replace(judgement, spans=spans, overruled_by=None))
        touched |= {span.report for span in judgement.spans}
    settle_around(writer, sorted(set(newest(writer.view, touched).values())))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _ruling(verdict: Ruling, named: Sequence[Named], *, by: str, at: str, because: str | None) -> Judgement:
    spans = tuple(each.passage for each in named)
    places = [str(part) for span in spans for part in (span.report, span.start, span.end)]
    return Judgement(
        id=make_id("judgement", verdict, by, at, *places),
        verdict=verdict,
        spans=spans,
        by=by,
        at=at,
        because=because,
        undone=False,
        about=named[0].kind,
        whole=all(each.whole for each in named),
    )


def _check(verdict: Ruling, named: Sequence[Named]) -> None:
    kinds = sorted({each.kind for each in named})
    if len(kinds) > 1:
        raise RulingError(f"lines of several kinds can't be ruled on together: {', '.join(kinds)}")
    if verdict == "wrong":
        if kinds == ["story"]:
            raise RulingError("a story can't be wrong: rule on its lines, or forget the report")
        return
    places = {(each.passage.report, each.passage.start, each.passage.end) for each in named}
    if len(places) < 2:
        raise RulingError(f"“{verdict}” takes two ids or more, of different words")


def _named(store: Store, asked: str) -> Named:
    """Return what an id names."""
    found = find(store, asked)
    with store.view() as view:
        if found.annotation is not None:
            return _of_annotation(view, found, found.annotation)
        report = _report_of(found)
        if report is None:
            raise RulingError(
                "rulings are on events, statements, figures, readings, names, stories and reports",
                subject=asked,
            )
        return Named(kind="story", passage=_head(view.report(report)), whole=True)


def _of_annotation(view: View, found: Found, annotation: Annotation) -> Named:
    if type(annotation) not in KIND_OF:
        raise RulingError("a time expression can't be ruled on: rule on the line", subject=annotation.id)
    return Named(
        kind=KIND_OF[type(annotation)],
        passage=view.report(annotation.report).passage(annotation.span),
        whole=found.thing is not None and found.thing.id == annotation.id,
    )


def _report_of(found: Found) -> str | None:
    """Return the report that stands for a story; None for what is neither story nor report."""
    if isinstance(found.thing, Story):
        founding = (r for r in found.thing.reports if make_id("story", r) == found.id)
        return next(founding, found.thing.reports[0])
    return found.report if found.report == found.id else None


def _head(report: Report) -> Passage:
    """Return the words of a report that a ruling on its story is hung on."""
    headline = next((block.span for block in report.blocks if block.kind == "headline"), None)
    if headline is not None:
        return report.passage(headline)
    first = report.blocks[0].start if report.blocks else 0
    return report.passage(Span(first, min(len(report.text), first + HEAD)))
