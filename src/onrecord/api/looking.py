"""Words in, where they stand out; a cursor in, what is new since out."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from onrecord.api.answers import answer
from onrecord.api.asking import NUMBERS, Now, Then, reader_of
from onrecord.api.lists import Limit, Story, Unsure
from onrecord.api.schemas import answers
from onrecord.record.store import HitKind
from onrecord.views.paging import Page
from onrecord.views.search import SearchLine

router = APIRouter(tags=["looking"])

DEEPEST: Final = 1000
"""Hits that can be paged through: past that, better words help more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which hits."""

    words: Annotated[str, Query(min_length=1, max_length=400, examples=["wall of water"])]
    kind: Annotated[HitKind | None, Query(description="Only hits of this kind.")] = None
    limit: Limit = 20
    cursor: Annotated[str | None, Query(pattern="^[0-9]{1,3}$", description="`next` of the page before.")] = (
        None
    )


@router.get("/search", responses=answers("Found", "Where the words stand, best first"))
def search(request: Request, desk: Then, sought: Annotated[Sought, Depends()]) -> Response:
    """Search reports, statements, events and people.

    All words must stand there; marks in them are plain text.
    """
    begin = int(sought.cursor or 0)
    end = begin + sought.limit
    hits: tuple[SearchLine, ...] = ()
    asked = end
    while len(hits) <= end and asked < DEEPEST:  # what a later revision has replaced is taken out of the hits
        asked = min(DEEPEST, 4 * asked + 1)
        hits = desk.search(sought.words, kind=sought.kind, limit=asked)
    following = str(end) if len(hits) > end and end < DEEPEST else None
    return answer(request, Page(items=hits[begin:end], next=following))


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """Which news."""

    story: Story = None
    since: Annotated[
        int | None,
        Query(ge=0, le=NUMBERS, description="`cursor` of the answer before; else the reader's mark counts."),
    ] = None
    reader: Annotated[str | None, Query(min_length=1, max_length=100, description="Whose mark.")] = None
    unsure: Unsure = False
    limit: Limit = 50
    cursor: Annotated[
        str | None,
        Query(pattern=r"^[0-9]{1,15}\.[0-9]{1,9}$", description="`next` of the page before: where to go on."),
    ] = None


@router.get("/new", responses=answers("News", "What is new"))
def new(request: Request, desk: Now, asked: Annotated[Since, Depends()]) -> Response:
    """Return what has come since, fact by fact, each once, in the order of reading.

    When all pages have been seen, `cursor` is what to ask with next time, as `since`. No mark is moved.
    """
    since, begin = asked.since, 0
    if asked.cursor is not None:
        since, begin = map(int, asked.cursor.split("."))
    reader = asked.reader or reader_of(request)
    found = desk.new(asked.story, reader=reader, since=since, unsure=asked.unsure)
    end = begin + asked.limit
    value = {
        "reader": found.reader,
        "since": found.since,
        "cursor": found.cursor,
        "items": found.lines[begin:end],
        "next": f"{found.since}.{end}" if end < len(found.lines) else None,
    }
    return answer(request, value)
