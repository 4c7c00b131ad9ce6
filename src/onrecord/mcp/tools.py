"""Questions of a language-model client in, lines of the record out. Nothing is changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from onrecord.desk import Desk
from onrecord.mcp.answers import Answer, Told, answer, told, told_hit, told_news
from onrecord.mcp.quoting import quoted
from onrecord.model.record import (
    Difference,
    Entity,
    Event,
    Figure,
    Record,
    ReportLine,
    Statement,
    Story,
)
from onrecord.record.store import HitKind
from onrecord.views import selecting
from onrecord.views.belonging import Found
from onrecord.views.cited import CitedLine, Dated, cited, readings
from onrecord.views.days import place_in_time
from onrecord.views.paging import Asked, of_entity, page
from onrecord.views.selecting import EventsAsked, SaidAsked
from onrecord.views.sheet import sheet

Part = Literal[
    "overview", "events", "plans", "background", "statements", "figures", "differences", "people", "reports"
]
PLANS: Final = ("planned", "demanded")
WHOLE: Final = 40
"""Citations that `why` gives of a line."""
FACTS: Final = 2000
"""Code points of what `why` knows of a line besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsAsked:
    """Which news: of a story or all, since a read number or else a reader's mark, and which page of it."""

    story: str | None = None
    since: int | None = None
    reader: str = "me"
    limit: int = 20
    cursor: str | None = None


class Tools:
    """The tools, on one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _at(self, as_of: date | None) -> Desk:
        return self._desk if as_of is None else self._desk.at(as_of=as_of)

    def stories(self, words: str | None, *, as_of: date | None, limit: int, cursor: str | None) -> Answer:
        """Return the stories, the one last reported on first."""
        desk = self._at(as_of)
        wanted = (words or "").casefold().split()
        found = [story for story in desk.stories() if all(word in story.title.casefold() for word in wanted)]
        begin = int(cursor or 0)
        shown = found[begin : begin + limit]
        following = str(begin + limit) if begin + limit < len(found) else None
        about = f"{len(found)} stories, the one last reported on first"
        return answer(about, [_story(desk.record(each.id)) for each in shown], following=following)

    def record(self, story: str, part: Part, *, as_of: date | None, limit: int, cursor: str | None) -> Answer:
        """Return a part of a story's record."""
        desk = self._at(as_of)
        record = desk.record(story)
        if part == "overview":
            return _overview(record)
        asked = Asked(story=story, limit=limit, cursor=cursor)
        found = page(desk, asked, lambda each: _part(each, part), _line, name=_name)
        return answer(f"{part} of {quoted(_title(record))}", map(told, found.items), following=found.next)

    def who_said(self, who: SaidAsked, asked: Asked, *, as_of: date | None) -> Answer:
        """Return what somebody said, in every report's wording."""
        desk = self._at(as_of)
        which, person = of_entity(desk, asked, who.person)
        wanted = replace(who, person=person)
        found = page(desk, which, lambda record: selecting.statements(record, wanted), _line, name=_name)
        by = quoted(who.person or "anybody")
        return answer(f"statements by {by}", map(told, found.items), following=found.next)

    def figure_history(self, counts: str, asked: Asked, *, as_of: date | None) -> Answer:
        """Return the numbers given for a figure, report by report."""
        found = page(
            self._at(as_of), asked, lambda record: selecting.figures(record, counts), readings, name=_name
        )
        lines = [told(each) for history in found.items for each in history]
        return answer(f"numbers given for {quoted(counts)}, oldest first", lines, following=found.next)

    def what_is_new(self, news: NewsAsked) -> Answer:
        """Return what has come since, in the order of reading."""
        since, begin = news.since, 0
        if news.cursor is not None:
            since, begin = map(int, news.cursor.split("."))
        found = self._desk.new(news.story, reader=news.reader, since=since)
        end = begin + news.limit
        following = f"{found.since}.{end}" if end < len(found.lines) else None
        about = f"{len(found.lines)} pieces of news after report {found.since} in the order of reading"
        if following is None:
            about += f"; that is all: next time ask with since={found.cursor}"
        return answer(about, map(told_news, found.lines[begin:end]), following=following)

    def why(self, id: str) -> Answer:
        """Return the evidence of a line, report or person."""
        found = self._desk.find(id)
        sheet = self._desk.why(id)
        facts = [f"{fact.name}: {fact.words}" for part in sheet.parts for fact in part.facts]
        line = _found_line(found)
        lines = [told(line, most=WHOLE)] if line is not None else []
        about = (
            f"{sheet.kind} {sheet.id}: {quoted(sheet.title)}; known: {quoted('; '.join(facts), most=2000)}"
        )
        return answer(about, lines)

    def search(self, words: str, *, kind: HitKind | None, as_of: date | None, limit: int) -> Answer:
        """Return where words stand."""
        desk = self._at(as_of)
        hits = desk.search(words, kind=kind, limit=limit)
        lines = [told_hit(hit, _found_line(desk.find(hit.id))) for hit in hits]
        return answer(f"where {quoted(words)} stands, best first", lines)


def _overview(record: Record) -> Answer:
    """Return how a story stands: what is next, where reports part, what happened last."""
    lookup, shown = Dated(record), sheet(record)
    ids = [line.id for line in shown.coming[:3]]
    ids += [each for parting in shown.partings[:3] for each in parting.ids[:1]]
    ids += [line.id for line in shown.timeline[-8:]]
    held: dict[str, Event | Difference] = {each.id: each for each in record.events}
    held |= {each.id: each for each in record.differences}
    lines = [told(cited(held[each], lookup)) for each in dict.fromkeys(ids)]
    parts = {
        "events": len(shown.timeline) + len(shown.also_told),
        "plans": len(shown.coming) + len(shown.past_plans), "background": len(shown.background),
        "statements": len(shown.compared) + len(shown.statements),
        "figures": len(shown.figures), "differences": len(record.differences), "people": len(shown.people),
        "reports": len(record.reports),
    }  # fmt: skip
    counts = ", ".join(f"{part} {number}" for part, number in parts.items())
    about = f"{quoted(shown.title)}: {shown.state}. Ask for a part to see all of it: {counts}"
    return answer(f"{about}. Here: what is next, where reports part, what happened last", lines)


def _part(record: Record, part: Part) -> Iterable[Any]:
    """Return a part of a record in the order in which pages show it."""
    match part:
        case "events" | "plans" | "background":
            return _in_order(record, part)
        case "statements":
            return selecting.statements(record, SaidAsked())
        case "people":
            return (each for each in record.entities if each.kind != "place")
    held: dict[str, Iterable[Any]] = {
        "figures": record.figures, "differences": record.differences, "reports": record.reports,
    }  # fmt: skip
    return held[part]


def _in_order(record: Record, part: Part) -> list[Event]:
    lookup = Dated(record)
    plans = part == "plans"
    found = (
        event
        for event in selecting.events(record, EventsAsked())
        if (event.modality in PLANS) == plans and (plans or event.background == (part == "background"))
    )

    def place(event: Event) -> tuple[date, int, str]:
        reports = [support.span.report for support in event.support]
        return (*place_in_time(event.when, lookup.told(reports)), event.id)

    return sorted(found, key=place)


def _line(thing: Any, lookup: Dated) -> CitedLine:  # noqa: ANN401  anything that can be cited
    return cited(thing, lookup)


def _name(thing: Any) -> str:  # noqa: ANN401  anything with an id
    return thing.report.id if isinstance(thing, ReportLine) else str(thing.id)


def _title(record: Record) -> str:
    return record.storylines[0].title if record.storylines else ""


def _found_line(found: Found) -> CitedLine | None:
    """Return the line that an id leads to; None where it is on no line."""
    if found.record is None:
        return None
    lookup = Dated(found.record)
    match found.thing:
        case Event() | Statement() | Figure() | Difference() | Entity() | Story():
            return cited(found.thing, lookup)
    report = next((line for line in found.record.reports if line.report.id == found.id), None)
    return cited(report, lookup) if report is not None else None


def _story(record: Record) -> Told:
    """Return the one story of a record, with the headlines of its reports."""
    return told(cited(record.stories[0], Dated(record)))
