"""A story's page, and each of its sections by itself, page by page."""

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.views.news import NewsLine, NewsPage
from onrecord.web.records import Shown
from onrecord.web.room import Room, reader_of, room_of

router = APIRouter(include_in_schema=False)

InRoom = Annotated[Room, Depends(room_of)]
Section = Literal[
    "new", "next", "partings", "timeline", "also", "background", "plans", "wordings", "statements", "figures",
    "people", "reports",
]  # fmt: skip

HEADINGS: Final[dict[Section, str]] = {
    "new": "New since you looked", "next": "Next", "partings": "Where reports part", "timeline": "Timeline",
    "also": "Also told", "background": "Background", "plans": "What became of plans",
    "wordings": "Statements in several wordings",
    "statements": "Statements", "figures": "Figures", "people": "Who is who", "reports": "Outlets and copies",
}  # fmt: skip
NOUNS: Final[dict[Section, tuple[str, ...]]] = {
    "new": ("new line",), "next": ("plan",), "partings": ("difference",), "timeline": ("line",),
    "also": ("line",), "background": ("older thing",), "plans": ("plan",), "wordings": ("statement",),
    "statements": ("statement",), "figures": ("figure",), "people": ("name",), "reports": ("report",),
}  # fmt: skip
FEW: Final[dict[Section, int]] = {
    "next": 3, "partings": 3, "timeline": 40, "also": 10, "background": 10, "plans": 15, "wordings": 6,
    "statements": 20, "figures": 8, "people": 40, "reports": 40,
}  # fmt: skip
"""Lines of each section on a story's own page: with their sentences, less than 300 kB together."""

DRAWN: Final = 40
"""Readings of a figure up to which its course is drawn on the story's own page; else on its section's."""

SOON: Final = 0.1
"""Seconds that a page waits for what is new; after that it is shown without, and fetches it."""

PAGE: Final = 50
"""Lines on a page of a section's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """As it stood on which day, with or without lines of which the machine is unsure, and which page."""

    as_of: str
    unsure: bool
    page: int


def look(
    as_of: Annotated[str, Query(max_length=40)] = "",
    unsure: bool = False,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Look:
    """Return how a story is looked at."""
    return Look(as_of=as_of, unsure=unsure, page=page)


Looking = Annotated[Look, Depends(look)]


@router.get("/stories/{story}", response_class=HTMLResponse)
def story_page(request: Request, room: InRoom, story: str, wanted: Looking) -> HTMLResponse:
    """Return a story's page, as it is or as it stood on a day."""
    shown = room.records.story(story, as_of=wanted.as_of or None, unsure=wanted.unsure)
    news = None
    if not wanted.as_of:
        news = room.records.brief(story, reader=reader_of(request), unsure=wanted.unsure, wait=SOON)
    storyline = shown.record.storylines[0] if shown.record.storylines else None
    return room.page(
        request,
        "story.html",
        **_common(story, shown, wanted),
        news=news,
        moments=room.records.moments(story),
        light=DRAWN,
        storyline=storyline,
        sections=_sections(shown),
    )


@router.get("/stories/{story}/fresh", response_class=HTMLResponse)
def fresh(request: Request, room: InRoom, story: str) -> HTMLResponse:
    """Return what is new in a story, as a part of another page."""
    news = room.records.brief(story, reader=reader_of(request))
    return room.page(
        request,
        "fresh.html",
        story=story,
        ids=(),
        as_of="",
        unsure=False,
        news=news,
    )


@router.get("/stories/{story}/{section}", response_class=HTMLResponse)
def section_page(
    request: Request, room: InRoom, story: str, section: Section, wanted: Looking
) -> HTMLResponse:
    """Return one section of a story's page, page by page."""
    shown = room.records.story(story, as_of=wanted.as_of or None, unsure=wanted.unsure)
    found: tuple[object, ...]
    if section == "new":
        found = newest_first(room.records.news(story, reader=reader_of(request), unsure=wanted.unsure))
    else:
        found = _sections(shown)[section]
    pages = max(1, -(-len(found) // PAGE))
    page = min(wanted.page, pages)
    return room.page(
        request,
        "section.html",
        **_common(story, shown, wanted),
        section=section,
        light=None,
        items=found[(page - 1) * PAGE : page * PAGE],
        total=len(found),
        page=page,
        pages=pages,
    )


def newest_first(news: NewsPage) -> tuple[NewsLine, ...]:
    """Return what is new, that of the report read last first; of one report, as it is told: events first."""
    return tuple(sorted(news.lines, key=lambda line: -line.read))


def _common(story: str, shown: Shown, wanted: Look) -> dict[str, Any]:
    return {
        "story": story, "sheet": shown.sheet, "ids": shown.reports, "record": shown.record,
        "as_of": wanted.as_of, "unsure": wanted.unsure, "few": FEW, "headings": HEADINGS, "nouns": NOUNS,
        "histories": shown.histories, "coverage": shown.coverage,
    }  # fmt: skip


def _sections(shown: Shown) -> dict[Section, tuple[object, ...]]:
    sheet = shown.sheet
    return {
        "next": sheet.coming, "partings": sheet.partings, "timeline": sheet.timeline,
        "also": sheet.also_told, "background": sheet.background, "plans": sheet.past_plans,
        "wordings": sheet.compared, "statements": sheet.statements, "figures": sheet.figures,
        "people": sheet.people, "reports": sheet.reports,
    }  # fmt: skip
