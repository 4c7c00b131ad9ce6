"""What is exported in, the JSON of TimelineJS out: each event of the timeline and each plan as a slide.

TimelineJS reads its texts as HTML, so others' words are escaped. A day that is known within limits stands
over them, and `display_date` has the words. What has no day can't stand on it; the title says how many.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from markupsafe import escape

from onrecord.model.record import Event
from onrecord.views.exports.exported import Exported, first_day, last_day, shortened, titled, web_address
from onrecord.views.exports.json_bytes import json_bytes, some
from onrecord.views.lines import Line, event_line
from onrecord.views.lookup import counted
from onrecord.views.sheet import is_unsure, sheet

LONGEST: Final = 200
"""Code points of a slide's headline; the whole line stands beneath it."""


def as_timelinejs(given: Exported) -> bytes:
    """Return the timeline as JSON."""
    shown = sheet(given.record)
    events = [each for each in given.record.events if not is_unsure(each) and each.standing != "withdrawn"]
    slides = [(_slide(event, given), event) for event in events]
    kept = [slide for slide, _ in slides if slide is not None]
    without = len(slides) - len(kept)
    open_days = f"<p>{counted(without, 'line')} without a day left out.</p>" if without else ""
    title = {"headline": str(escape(shown.title)), "text": f"<p>{escape(shown.state)}</p>{open_days}"}
    return json_bytes({"title": {"text": title}, "events": kept, "scale": "human"})


def _slide(event: Event, given: Exported) -> dict[str, Any] | None:
    """Return an event's slide; None for one without a day."""
    first, last = first_day(event.when), last_day(event.when)
    if first is None and last is None:
        return None
    line = event_line(event, given.lookup)
    start, end = first or last or "", last if first is not None and first != last else None
    return some(
        start_date=_date(start),
        end_date=_date(end) if end is not None else None,
        display_date=str(escape(line.day.words)),
        text={
            "headline": str(escape(shortened(titled(event, line), LONGEST))),
            "text": _text(event, line, given),
        },
        group=_group(event),
        unique_id=event.id,
    )


def _group(event: Event) -> str:
    if event.background:
        return "Background"
    return {"planned": "Plans", "demanded": "Demands", "possible": "Possible", "denied": "Denied"}.get(
        event.modality, "Events"
    )


def _text(event: Event, line: Line, given: Exported) -> str:
    """Return the whole line with who says so, and the sentences with their reports, as HTML."""
    head = " · ".join(part for part in (line.what, line.who, line.origins, *line.marks) if part)
    return "".join((f"<p>{escape(head)}</p>", *_sentences(event, given)))


def _sentences(event: Event, given: Exported) -> Iterable[str]:
    for support in event.support:
        report = given.lookup.reports.get(support.span.report)
        sentence = given.sentence(support.span)
        outlet = escape(given.lookup.outlet(support.span.report))
        address = web_address(report.address) if report is not None else None
        linked = f'<a href="{escape(address)}" rel="nofollow noopener">{outlet}</a>' if address else outlet
        if sentence is not None:
            yield f"<blockquote>{escape(sentence)} ({linked})</blockquote>"
        elif address is not None:
            yield f"<p>{linked}</p>"


def _date(day: str) -> dict[str, int]:
    known = date.fromisoformat(day)
    return {"year": known.year, "month": known.month, "day": known.day}
