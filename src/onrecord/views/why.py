"""An id in, its whole evidence out: sentences, rules, reasons, confidence.

Of a line: each sentence that it rests on, with report, outlet, day, voice, giver, origin and finder, how its
day is known, by which rules it was read, how its reports are linked and where they are from. Of a report:
what it is linked by, its problems, its blocks and annotations in place.
"""

from onrecord.model.record import Record
from onrecord.record.store import Store, View
from onrecord.views.belonging import Found, find, things
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup
from onrecord.views.ruled import ruled_at, ruled_part
from onrecord.views.why_annotations import annotation_part, kind_of
from onrecord.views.why_grounds import grounds
from onrecord.views.why_groups import group_why
from onrecord.views.why_lines import line_parts
from onrecord.views.why_part import Part, Why
from onrecord.views.why_parted import parted_why
from onrecord.views.why_report import report_why


def why(store: Store, asked: str, *, within: Record | None = None) -> Why:
    """Return the evidence of whatever has an id, or the beginning of one.

    Args:
        store: The store.
        asked: The id.
        within: A record to look in first, so that none need be composed to find a line of it.

    Raises:
        NotOnRecordError: Nothing has this id.
        AmbiguousIdError: Several ids begin so.
    """
    thing = next((each for each in things(within) if each.id == asked), None) if within is not None else None
    found = find(store, asked) if thing is None else Found(id=asked, record=within, thing=thing)
    with store.view() as view:
        if found.report is not None and found.report == found.id:
            return report_why(view, found)
        if found.once is not None and found.record is not None:
            return parted_why(view, found.record, found.once)
        return _thing_why(view, found)


def _thing_why(view: View, found: Found) -> Why:
    parts: list[Part] = []
    if found.annotation is not None:
        report = view.report(found.annotation.report)
        parts.append(annotation_part(found.annotation, report))
    if found.record is None or found.thing is None:
        note = "on no line of the record" if found.record is not None else "in a revision that was replaced"
        if found.annotation is None:
            return Why(id=found.id, kind="group", title=note, parts=())
        passage = view.report(found.annotation.report).passage(found.annotation.span)
        words = one_line(passage.text)
        kind = kind_of(found.annotation)
        if found.record is not None:
            parts += ruled_at(passage, Lookup(found.record))
        return Why(id=found.id, kind=kind, title=f"“{words}”, {note}", parts=tuple(parts))
    lookup = Lookup(found.record)
    group = group_why(view, found.thing, lookup)
    if group is not None:
        return group
    kind, title, own = line_parts(found.thing, lookup)
    ruled = ruled_part(found.thing, lookup)
    under = grounds(view, found.thing, lookup)
    # A line's founding mention is among its rules; another mention that led here is told by itself.
    asked = () if found.annotation is not None and found.annotation.id == found.thing.id and under else parts
    return Why(id=found.thing.id, kind=kind, title=title, parts=(*own, *ruled, *under, *asked))
